"""Looking up files that front matter names (images, audio, downloads) as the generator does.

Apart from the generator's configuration and `.gitignore` files of the repository, only names in
folders of the site are read, and never those of a folder outside it.
"""

import os
import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from posixpath import dirname, normpath, relpath
from typing import Literal
from urllib.parse import unquote

from contentlint.core.digests import blake2b
from contentlint.core.globs import matches
from contentlint.core.patterns import lazy
from contentlint.core.properties import cached_property
from contentlint.core.reading import read_beginning
from contentlint.core.tuples import NamedTuple
from contentlint.site.generator import Assets, Generator


class Lookup(NamedTuple):
    """The result of looking up a file.

    Args:
        state: `unknown` if the generator may find it in a place that cannot be inspected.
        place: the expected path, relative to the site's root; of several, the one with the most
            existing parent folders.
        variant: the URL of an existing file: with another case, or without the name of a source
            folder.
    """

    state: Literal["found", "missing", "unknown"]
    place: str = ""
    variant: str = ""


UNKNOWN = Lookup("unknown")
FOUND = Lookup("found")


class Folders:
    """The names in folders; each folder is read once.

    Args:
        root: the absolute folder that paths are relative to; None: only `files` exist.
        files: existing paths, instead of those on the disk.
    """

    def __init__(self, root: Path | None, files: Iterable[str] = ()) -> None:
        self._root = root
        self.sites: dict[str, _Site | None] = {}
        # Whether a site names its author, by its configuration file.
        self.authors: dict[Path, bool] = {}
        self._names: dict[str, frozenset[str]] = {}
        # The names of folders in the folders read so far, and all names in lower case.
        self._inner: dict[str, frozenset[str]] = {}
        self._folded: dict[str, frozenset[str]] = {}
        self._states: dict[str, str] = {}
        # Whether folders exist in exactly this case.
        self._existing: dict[str, bool] = {}
        if root is None:
            self._names = _tree(files)

    @property
    def listed(self) -> list[str]:
        """The folders read so far, which decide which others exist."""
        return list(self._inner)

    def state(self, folder: str) -> str:
        """A digest of the names in a folder, and of which of them are folders."""
        known = self._states.get(folder)
        if known is None:
            names = self.names(folder)
            inner = self._inner.get(folder, frozenset())
            text = "\0".join(sorted(f"{name}/" if name in inner else name for name in names))
            data = text.encode("utf-8", "surrogatepass")
            known = self._states[folder] = blake2b(data, digest_size=8).hexdigest()
        return known

    def names(self, folder: str) -> frozenset[str]:
        """The names in a folder (relative, with `/`); empty if the folder does not exist."""
        known = self._names.get(folder)
        if known is not None:
            return known
        found: frozenset[str] = frozenset()
        if self._root is not None and self._may_exist(folder):
            inner: list[str] = []
            try:
                with os.scandir(self._root / folder) as entries:
                    found = frozenset(_noted(entry, inner) for entry in entries)
            except (OSError, ValueError):
                found = frozenset()
            self._inner[folder] = frozenset(inner)
        self._names[folder] = found
        return found

    def _may_exist(self, folder: str) -> bool:
        """Whether a path may be a folder, by the names in the folder that contains it.

        Links to files and links that are broken make up most of the paths, and need not be read.
        """
        parent, _, name = folder.rpartition("/")
        if name in ("", ".", "..") or folder[0] == "/" or folder.count("/") > _DEEPEST:
            return True
        names = self.names(parent)
        inner = self._inner.get(parent)
        if inner is None or name in names:
            return inner is not None and name in inner
        # A file system may ignore case, and compose other letters than we do.
        return not names or not name.isascii() or name.casefold() in self._in_lower_case(parent)

    def _in_lower_case(self, folder: str) -> frozenset[str]:
        known = self._folded.get(folder)
        if known is None:
            names = self.names(folder)
            known = self._folded[folder] = frozenset(name.casefold() for name in names)
        return known

    def has(self, path: str) -> bool:
        """Whether a path exists in exactly this case."""
        folder, _, name = path.rpartition("/")
        if not path or name not in self.names(folder):
            return not path
        known = self._existing.get(folder)
        if known is None:
            known = self._existing[folder] = self.has(folder)
        return known

    def in_other_case(self, path: str) -> str | None:
        """The only path that differs from this one in case alone; None for none or several."""
        found = ""
        for part in path.split("/"):
            names = self.names(found)
            if part not in names:
                alike = [name for name in names if name.casefold() == part.casefold()]
                if len(alike) != 1:
                    return None
                part = alike[0]
            found = f"{found}/{part}" if found else part
        return found

    @cached_property
    def repository(self) -> tuple[str, ...]:
        """The names of the folders between the root of the git repository and the site's files."""
        above = () if self._root is None else (self._root, *self._root.parents)
        depth = next((n for n, folder in enumerate(above) if (folder / ".git").exists()), 0)
        return tuple(folder.name for folder in above[:depth])[::-1]

    def text(self, name: str) -> str:
        """The text of a file, or of `../.gitignore` in its repository; empty if there is none."""
        if self._root is None:
            return ""
        folder, levels = self._root, name.count("../")
        if name == "../" * levels + ".gitignore" and 0 < levels <= len(self.repository):
            folder, name = self._root.parents[levels - 1], ".gitignore"
        elif not self.has(name):
            return ""
        data = read_beginning(folder / name, MOST_BYTES)
        return "" if data is None else data.decode("utf-8", "replace")


def find(folders: Folders, generator: Generator, article: str, url: str) -> Lookup:
    """Look up a file as a generator does.

    Args:
        folders: the folders of the site.
        generator: the generator of the site.
        article: the path of the article that names the file, relative to the site's root.
        url: the URL in its front matter.
    """
    assets = generator.assets
    path = re.split(r"[?#]", url, maxsplit=1)[0].strip()
    if assets is None or not 0 < len(path) <= _MAX_URL or re.match(r"//|[\w.+-]*:|[~@$]", path):
        return UNKNOWN
    site = _site(folders, generator, assets)
    if site is None:
        return UNKNOWN
    if works := _working_path(folders, site, assets, article, path):
        return Lookup("missing", path.lstrip("/"), works)
    spellings = [path] if "%" not in path else [path, unquote(path)]
    is_rooted = path.startswith("/")
    is_beside = path.startswith(("./", "../"))
    if is_beside:
        is_sure = site.knows_beside or matches(site.bundles, article)
    else:
        is_sure = is_rooted or _is_site_path(folders, site, article, path)
    places: list[str] = []
    for form in spellings:
        for start in _search_folders(
            site, assets, article, is_rooted=is_rooted, is_beside=is_beside
        ):
            for tail in _relative_paths(site, form, is_rooted=is_rooted):
                place = _within(start, tail)
                if place is None:
                    return UNKNOWN
                if folders.has(place):
                    return FOUND
                places.append(place)
    if not is_sure or not places:
        return UNKNOWN
    return _missing(folders, site, path, places, is_rooted=is_rooted)


def _working_path(folders: Folders, site: "_Site", assets: Assets, article: str, path: str) -> str:
    """The URL of a file that is named by its path in the sources; empty if it is not."""
    plain = path.lstrip("/")
    named = tuple(f"{folder}/" for folder in (*assets.sources, *assets.imported))
    if not plain.startswith(named) or ".." in plain.split("/"):
        return ""
    if any(folders.has(f"{root}/{plain}") for root in site.roots if root):
        return ""
    if not folders.has(plain) or folders.has(f"{dirname(article)}/{plain}"):
        return ""
    for folder in assets.sources:
        if plain.startswith(f"{folder}/") and folder in site.roots:
            return plain[len(folder) :]
    if plain == path and any(plain.startswith(f"{folder}/") for folder in assets.imported):
        other = relpath(plain, dirname(article) or ".")
        return other if other.startswith(".") else f"./{other}"
    return ""


def _missing(
    folders: Folders, site: "_Site", path: str, places: list[str], *, is_rooted: bool
) -> Lookup:
    for place in places:
        if other := folders.in_other_case(place):
            return Lookup("missing", other, _with_case_of(path, other))
    if is_rooted and site.is_open and not _has_first_folder(folders, site, path):
        return UNKNOWN
    return Lookup("missing", max(places, key=lambda place: _depth(folders, place)))


def _depth(folders: Folders, place: str) -> int:
    """The number of parent folders that do not exist, negated."""
    parts = place.split("/")[:-1]
    return sum(bool(folders.names("/".join(parts[: n + 1]))) for n in range(len(parts))) - len(
        parts
    )


def _has_first_folder(folders: Folders, site: "_Site", path: str) -> bool:
    """Whether the site has the first folder of a path, so it does not come from a theme."""
    first, slash, _ = path.removeprefix(f"{site.prefix}/").strip("/").partition("/")
    places = (_within(root, first) for root in site.roots if slash)
    return any(place and folders.has(place) for place in places)


def _is_site_path(folders: Folders, site: "_Site", article: str, path: str) -> bool:
    """Whether a path without a leading `/` or `.` certainly belongs to the site, not to a theme."""
    if "/" in path:
        return not site.is_strict and _has_first_folder(folders, site, path)
    stem = article.rpartition(".")[0]
    return matches(site.bundles, article) or (site.has_asset_folders and bool(folders.names(stem)))


def _with_case_of(path: str, other: str) -> str:
    """A URL with the case of an existing path; empty if they differ in more than case."""
    plain = path.lstrip("./")
    end = other[-len(plain) :] if plain else ""
    if _composed(end).casefold() != _composed(plain).casefold():
        return ""
    return path[: len(path) - len(plain)] + end


# --- the folders of a site

_ANY_THEME = lazy(r"^[ \t]*[\"']?theme[\"']?[ \t]*[:=]", re.MULTILINE)
_THEME = lazy(r"^theme[ \t]*[:=][ \t]*[\"']?([\w-]+)[\"']?[ \t]*(?:#.*)?\r?$", re.MULTILINE)
# The path in the URL of a site: `root: /blog/`, `baseURL = "https://example.org/blog/"`.
_PREFIX = lazy(
    r"""^[ \t]*(?:root|base|base_?url|site_url)[ \t]*[:=][ \t]*["']?(?:https?://[^/"'\s]+)?"""
    r"(/[\w./-]*\w)",
    re.MULTILINE | re.IGNORECASE,
)
MOST_BYTES = 200_000
# A longer value is not a path.
_MAX_URL = 400
# Folders that are nested deeper are looked up without those that contain them.
_DEEPEST = 50


class _Site(NamedTuple):
    """The folders of a site.

    Args:
        roots: the folders that are served as `/`.
        prefix: the path in the URL of the site, without the last `/`.
        is_open, is_strict, bundles, has_asset_folders, knows_beside: as for `Assets`.
    """

    roots: tuple[str, ...]
    prefix: str
    is_open: bool
    is_strict: bool
    bundles: tuple[str, ...]
    has_asset_folders: bool
    knows_beside: bool


def _site(folders: Folders, generator: Generator, assets: Assets) -> _Site | None:
    """The folders of a site; None if they do not exist or were moved."""
    known = folders.sites
    if generator.name not in known:
        text = "\n".join(folders.text(name) for name in generator.configs)
        known[generator.name] = _read_site(folders, assets, text)
    return known[generator.name]


def _read_site(folders: Folders, assets: Assets, config: str) -> _Site | None:
    if assets.moved is not None and assets.moved.search(config):
        return None
    roots = assets.roots
    if assets.root_setting is not None and (setting := assets.root_setting.search(config)):
        roots = (normpath(setting[1]).lstrip("/"),)
    for theme in sorted(folders.names("themes")) if assets.theme_roots else ():
        roots += tuple(f"themes/{theme}/{name}" for name in assets.theme_roots)
    if not any(folders.names(root) for root in roots):
        return None
    prefix = _PREFIX.search(config)
    return _Site(
        roots,
        prefix[1] if prefix else "",
        assets.is_open and not _has_themes(folders, assets, config),
        assets.is_strict,
        assets.bundles,
        assets.has_asset_folders,
        assets.knows_beside,
    )


def _has_themes(folders: Folders, assets: Assets, config: str) -> bool:
    """Whether the themes in a configuration are in the site, with all their files."""
    if not assets.theme_roots or not config.strip():
        return False
    if _ANY_THEME.search(config) is None:
        return not assets.has_default_theme
    theme = _THEME.search(config)
    return theme is not None and bool(folders.names(f"themes/{theme[1]}"))


def _search_folders(
    site: _Site, assets: Assets, article: str, *, is_rooted: bool, is_beside: bool
) -> Iterable[str]:
    """The folders in which a path is searched for."""
    beside = dirname(article)
    if is_rooted:
        # `/src/assets/a.png` is specific to Astro, `/content/…` to Zola.
        return (*site.roots, *assets.others)
    own = (article.rpartition(".")[0], beside)
    return own if is_beside else (*own, *site.roots, *assets.others)


def _relative_paths(site: _Site, form: str, *, is_rooted: bool) -> Iterable[str]:
    """A path relative to a folder, also without the path in the URL of the site."""
    if is_rooted and site.prefix and form.startswith(f"{site.prefix}/"):
        return form, form[len(site.prefix) :]
    return (form,)


def _within(start: str, tail: str) -> str | None:
    """A path relative to the site's root; None if it is outside."""
    place = normpath(f"{start}/{tail.lstrip('/')}".lstrip("/"))
    if place.startswith("..") or "\0" in place:
        return None
    return _composed("" if place == "." else place)


def _tree(files: Iterable[str]) -> dict[str, frozenset[str]]:
    names: dict[str, set[str]] = {}
    for file in files:
        while file:
            folder, _, name = file.rpartition("/")
            names.setdefault(folder, set()).add(_composed(name))
            file = folder
    return {folder: frozenset(found) for folder, found in names.items()}


def _noted(entry: "os.DirEntry[str]", inner: list[str]) -> str:
    """The name of an entry, which is added to a list if it may be a folder."""
    name = _composed(entry.name)
    try:
        is_folder = entry.is_dir()
    except OSError:
        is_folder = True
    if is_folder:
        inner.append(name)
    return name


@cache
def _composed(name: str) -> str:
    """A name in Unicode NFC; some file systems return decomposed names."""
    return name if name.isascii() else unicodedata.normalize("NFC", name)
