"""The generator of a folder, recognized by markers in it or in the nearest parent folder."""

import json
import os
import re
from collections.abc import Callable
from functools import cache, cached_property
from pathlib import Path

from contentlint.core.globs import below, matches
from contentlint.core.patterns import lazy
from contentlint.core.reading import read_beginning
from contentlint.core.tuples import NamedTuple
from contentlint.site.generator import Generator, Marker
from contentlint.site.generators import by_name, every, names

# Maximum number of bytes read from a file: configuration is never longer, other files may be.
_MOST_BYTES = 200_000


class Recognised(NamedTuple):
    """A site: its generator, its root, and the marker file."""

    generator: Generator
    root: Path
    marker: Path


def schema_of(generator: Generator, root: Path, file: Path) -> str:
    """The built-in schema for an article of a site.

    Args:
        generator: the generator of the site.
        root: the absolute path of the site's root.
        file: the absolute path of the article.
    """
    special = generator.special_kinds
    if not special:
        return generator.schema
    path = below(file, root) or file.as_posix()
    found = (kind.schema for kind in special if matches(kind.content, path))
    return next(found, generator.schema)


@cache
def recognise(folder: Path) -> Recognised | None:
    """The site of a folder; None if neither it nor a parent folder has a marker.

    The search ends at the root of the repository.

    Args:
        folder: an absolute path.
    """
    try:
        names_inside = frozenset(os.listdir(folder))  # noqa: PTH208  # of every folder
    except OSError:
        names_inside = frozenset()
    index = _index()
    found_markers = names_inside.intersection(index)
    if found_markers:
        candidates = frozenset(name for file in found_markers for name in index[file])
        if found := _site_at(folder, names_inside, candidates):
            return found
    if folder.parent == folder or ".git" in names_inside:
        return None
    return recognise(folder.parent)


# --- candidate generators of a folder, by the names in it

_INDEX: dict[str, tuple[str, ...]] = {}


def remember(remembered: Callable[[Callable[[], str]], str]) -> None:
    """Load the index of markers from an earlier run.

    A run then imports only the generators that have a marker in a folder.

    Args:
        remembered: returns the text that a function made in an earlier run of this version, or
            calls the function.
    """
    if _INDEX:
        return
    try:
        index = json.loads(remembered(lambda: json.dumps(_index())))
        known = {file: tuple(filter(names().__contains__, found)) for file, found in index.items()}
    except (ValueError, TypeError, AttributeError):
        return  # damaged; the index is rebuilt on first use
    _INDEX.update(known)


def _index() -> dict[str, tuple[str, ...]]:
    if not _INDEX:
        found: dict[str, list[str]] = {}
        for generator in every():
            for marker in generator.markers:
                for first in {name.partition("/")[0] for name in marker.names}:
                    found.setdefault(first, []).append(generator.name)
        _INDEX.update((first, tuple(dict.fromkeys(found[first]))) for first in sorted(found))
    return _INDEX


class _Candidate(NamedTuple):
    """A marker and its generator."""

    marker: Marker
    generator: Generator


@cache
def _ordered_markers(candidates: frozenset[str]) -> tuple[_Candidate, ...]:
    """The markers of the candidate generators in the order in which they are tried.

    For equal precedence, markers that no other generator uses come first.
    """
    generators = map(by_name, sorted(candidates))
    found = [
        _Candidate(marker, generator) for generator in generators for marker in generator.markers
    ]
    found.sort(key=lambda found: (found.generator.precedence, not found.marker.is_own))
    return tuple(found)


@cache
def telling_names() -> frozenset[str]:
    """The names of all files and folders that `recognise` reads, in any folder of a site."""
    markers = [marker for generator in every() for marker in generator.markers]
    paths = [path for marker in markers for path in (*marker.names, *marker.beside)]
    paths += [path for generator in every() for path in generator.configs]
    return frozenset({"package.json", *(path.rpartition("/")[2] for path in paths)})


def _site_at(
    root: Path, names_inside: frozenset[str], candidates: frozenset[str]
) -> Recognised | None:
    folder = _Folder(root, names_inside)
    for marker, generator in _ordered_markers(candidates):
        file = folder.match(marker)
        if file is not None:
            if generator.refine is not None:
                generator = generator.refine(generator, folder.text)
            return Recognised(generator, root, root / file)
    return None


class _Folder:
    """A folder that may be the root of a site; each file is read once.

    Args:
        root: the absolute path of the folder.
        names: the names in it.
    """

    def __init__(self, root: Path, names: frozenset[str]) -> None:
        self.root = root
        self.names = names
        self._texts: dict[str, str] = {}

    def has(self, path: str) -> bool:
        first, slash, _ = path.partition("/")
        return first in self.names and (not slash or (self.root / path).exists())

    def text(self, path: str) -> str:
        """The text of a file; empty if it cannot be read."""
        if path not in self._texts:
            self._texts[path] = _read(self.root / path) if self.has(path) else ""
        return self._texts[path]

    def match(self, marker: Marker) -> str | None:
        """The first existing file of a marker, if its other conditions hold."""
        for name in filter(self.has, marker.names):
            if marker.beside and not any(map(self.has, marker.beside)):
                continue
            if marker.contains is not None and not marker.contains.search(self.text(name)):
                continue
            if marker.package and marker.package not in self.packages:
                continue
            if marker.keys is not None:
                text = self.text(name)
                is_empty = marker.may_be_empty and not text.strip()
                if not is_empty and marker.keys.isdisjoint(_top_keys(name, text)):
                    continue
            return name
        return None

    @cached_property
    def packages(self) -> frozenset[str]:
        """The keys of `package.json`, which include the names of packages."""
        return frozenset(_PACKAGE.findall(self.text("package.json")))


_PACKAGE = lazy(r'"([^"\s]++)"\s*+:')
_YAML_KEY = lazy(r"^[\"']?([\w.-]++)[\"']?[ \t]*+[:=]", re.MULTILINE)
_TOML_KEY = lazy(r"^[ \t]*+[\"']?([\w-]++)[^\n=]*+=", re.MULTILINE)
_TOML_TABLE = lazy(r"^[ \t]*+\[++[ \t]*+[\"']?([\w-]++)", re.MULTILINE)


def _top_keys(name: str, text: str) -> set[str]:
    """The top-level keys of a configuration file, in lower case.

    Found by regular expressions, because the file may be invalid or not a configuration file.
    """
    text = text.removeprefix("\ufeff")
    if name.endswith(".json"):
        return {key.lower() for key in _json_keys(text)}
    if name.endswith(".toml"):
        tables = _TOML_TABLE.findall(text)
        first = _TOML_TABLE.search(text)
        found = _TOML_KEY.findall(text[: first.start()] if first else text) + tables
    else:
        found = _YAML_KEY.findall(text)
    return set(map(str.lower, found))


def _json_keys(text: str) -> list[str]:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        # With comments, or truncated.
        return _PACKAGE.findall(text)
    return list(data) if isinstance(data, dict) else []


def _read(file: Path) -> str:
    data = read_beginning(file, _MOST_BYTES)
    return "" if data is None else data.decode("utf-8", "replace")


_OWN_URL = lazy(
    r"""^[ \t]*["']?(?:url|base_?url|site_?url|site)["']?[ \t]*[:=][ \t]*["']?https?://([^\s/"',:]+)""",
    re.IGNORECASE | re.MULTILINE,
)


def site_host(site: Recognised) -> str | None:
    """The host of a site, as its generator's configuration states it."""
    match = _OWN_URL.search(_read(site.marker))
    return match[1].lower() if match else None


# `author: Mara Ellwood`, `author = "Mara Ellwood"`, `AUTHOR = 'Mara Ellwood'`, `site_author: …`, or
# a table or mapping of an author with a name.
_OWN_AUTHOR = lazy(
    r"""^[ \t]*+["']?(?:site_?)?authors?["']?[ \t]*+[:=][ \t]*+(?:\[[ \t]*+)?["']?[^\W_]"""
    r"""|^[ \t]*+\[{1,2}(?:params\.|extra\.)?authors?\]{1,2}[ \t]*+\n"""
    r"""(?:[ \t]*+\w.*+\n){0,20}?[ \t]*+name[ \t]*+="""
    r"""|^([ \t]*+)["']?authors?["']?[ \t]*+:[ \t]*+(?:\{[ \t]*+)?\n?(?:\1[ \t]++.*+\n){0,20}?"""
    r"""[ \t]*+(?:-[ \t]*+)?["']?name["']?[ \t]*+:[ \t]*+["']?\w""",
    re.IGNORECASE | re.MULTILINE,
)

# In a file about the author alone: `"name": "Mara Ellwood"`.
_NAME = lazy(r"""(?:^|[{,])\s{0,80}["']?name["']?[ \t]*+:[ \t]*+["']?\w""", re.MULTILINE)


def names_author(site: Recognised) -> bool:
    """Whether a configuration file of a site, or its data, names its author."""
    generator = site.generator
    files = {site.marker, *(site.root / name for name in (*generator.configs, *generator.data))}
    return any(
        _OWN_AUTHOR.search(text) or (file.stem == "author" and _NAME.search(text))
        for file in sorted(files)
        if (text := _read(file))
    )
