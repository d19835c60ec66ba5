"""Which generator builds the site of a folder: the nearest folder upwards with a marker decides."""

import json
import os
import re
from collections.abc import Callable
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

from contentlint.core.globs import below, matches
from contentlint.core.patterns import lazy
from contentlint.core.reading import read_beginning
from contentlint.site.generator import Generator, Kind, Marker
from contentlint.site.generators import by_name, every, names

SKILLS = Kind("agent skills", ("SKILL.md",), "skill")
"""Skills for agents, known by their file name wherever they lie."""

# Kept small: a configuration file is never longer than this, and anything may have its name.
_MOST_BYTES = 200_000


class Recognised(NamedTuple):
    """A site: its generator, its root, and the file that told."""

    generator: Generator
    root: Path
    marker: Path


def schema_of(generator: Generator, root: Path, file: Path) -> str:
    """The shipped schema for an article of a site.

    Args:
        generator: what builds the site.
        root: the site's root, absolute.
        file: the article, absolute.
    """
    special = generator.special_kinds
    if not special:
        return generator.schema
    path = below(file, root) or file.as_posix()
    found = (kind.schema for kind in special if matches(kind.content, path))
    return next(found, generator.schema)


@cache
def recognise(folder: Path) -> Recognised | None:
    """The site that a folder belongs to; None where no folder upwards has a marker.

    The search ends at the root of a repository.

    Args:
        folder: an absolute path.
    """
    try:
        inside = frozenset(os.listdir(folder))  # noqa: PTH208  # of every folder
    except OSError:
        inside = frozenset()
    index = _index()
    telling = inside.intersection(index)
    if telling:
        candidates = frozenset(name for file in telling for name in index[file])
        if found := _site_at(folder, inside, candidates):
            return found
    if folder.parent == folder or ".git" in inside:
        return None
    return recognise(folder.parent)


# --- which generators a folder may be a site of, by the names in it

_INDEX: dict[str, tuple[str, ...]] = {}


def remember(remembered: Callable[[Callable[[], str]], str]) -> None:
    """Take from an earlier run which names tell of which generators.

    So a run imports no generator but those of which a folder has a file.

    Args:
        remembered: gives the text that was made by a function in an earlier run of this version,
            or makes it.
    """
    if _INDEX:
        return
    try:
        said = json.loads(remembered(lambda: json.dumps(_index())))
        known = {file: tuple(filter(names().__contains__, found)) for file, found in said.items()}
    except (ValueError, TypeError, AttributeError):
        return  # damaged; it is made when it is asked for
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


class _Question(NamedTuple):
    """A marker, and whose it is."""

    marker: Marker
    generator: Generator


@cache
def _questions(candidates: frozenset[str]) -> tuple[_Question, ...]:
    """The markers of some generators in the order in which a folder is asked for them.

    Of generators of one precedence, those come first whose file no other generator has.
    """
    own = map(by_name, sorted(candidates))
    found = [_Question(marker, generator) for generator in own for marker in generator.markers]
    found.sort(key=lambda asked: (asked.generator.precedence, not asked.marker.is_own))
    return tuple(found)


@cache
def telling_names() -> frozenset[str]:
    """The names of all files and folders that `recognise` looks at, wherever they lie in a site."""
    markers = [marker for generator in every() for marker in generator.markers]
    paths = [path for marker in markers for path in (*marker.names, *marker.beside)]
    paths += [path for generator in every() for path in generator.configs]
    return frozenset({"package.json", *(path.rpartition("/")[2] for path in paths)})


def _site_at(root: Path, inside: frozenset[str], candidates: frozenset[str]) -> Recognised | None:
    folder = _Folder(root, inside)
    for marker, generator in _questions(candidates):
        file = folder.fitting(marker)
        if file is not None:
            if generator.refine is not None:
                generator = generator.refine(generator, folder.text)
            return Recognised(generator, root, root / file)
    return None


class _Folder:
    """A folder that may be a site's root; no file of it is read twice.

    Args:
        root: the folder, absolute.
        names: what is in it.
    """

    def __init__(self, root: Path, names: frozenset[str]) -> None:
        self.root = root
        self.names = names
        self._texts: dict[str, str] = {}

    def has(self, path: str) -> bool:
        first, slash, _ = path.partition("/")
        return first in self.names and (not slash or (self.root / path).exists())

    def text(self, path: str) -> str:
        """The text of a file; empty where it cannot be read."""
        if path not in self._texts:
            self._texts[path] = _read(self.root / path) if self.has(path) else ""
        return self._texts[path]

    def fitting(self, marker: Marker) -> str | None:
        """The first file of a marker that is there, if the rest of the marker holds."""
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
        """The keys of `package.json`, the names of packages among them."""
        return frozenset(_PACKAGE.findall(self.text("package.json")))


_PACKAGE = lazy(r'"([^"\s]++)"\s*+:')
_YAML_KEY = lazy(r"^[\"']?([\w.-]++)[\"']?[ \t]*+[:=]", re.MULTILINE)
_TOML_KEY = lazy(r"^[ \t]*+[\"']?([\w-]++)[^\n=]*+=", re.MULTILINE)
_TOML_TABLE = lazy(r"^[ \t]*+\[++[ \t]*+[\"']?([\w-]++)", re.MULTILINE)


def _top_keys(name: str, text: str) -> set[str]:
    """The keys at the top of a configuration file, in lower case.

    Read without the parser of its form, as it may be broken or not what its name says.
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
        # With comments, or too long to be read as a whole.
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
    """The host that a site is read at, as its generator's configuration says it."""
    match = _OWN_URL.search(_read(site.marker))
    return match[1].lower() if match else None
