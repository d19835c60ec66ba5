"""Find the articles: named files, and the files in named folders."""

import os
from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import overload

from contentlint.config.resolve import Config
from contentlint.config.task import SiteRoot
from contentlint.core.errors import UsageError
from contentlint.core.finding import Skip, Skipped
from contentlint.core.globs import below
from contentlint.core.records import field, record, replace
from contentlint.core.shown import shown
from contentlint.engine.walking import walk_for


class Files(Sequence[Path]):
    """Many paths in one byte string, which takes little more memory than their characters.

    Forked processes share the memory, since reading changes no reference counts.

    Args:
        names: absolute.
    """

    def __init__(self, names: Iterable[str]) -> None:
        text, ends = bytearray(), array("Q", [0])
        for name in names:
            text += name.encode("utf-8", "surrogatepass")
            ends.append(len(text))
        self._text, self._ends = bytes(text), ends

    @property
    def names(self) -> Iterator[str]:
        """The paths as strings."""
        return map(self._name, range(len(self)))

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __iter__(self) -> Iterator[Path]:
        return map(Path, self.names)

    @overload
    def __getitem__(self, index: int) -> Path: ...

    @overload
    def __getitem__(self, index: slice) -> "Files": ...

    def __getitem__(self, index: int | slice) -> "Path | Files":
        if isinstance(index, slice):
            return Files(map(self._name, range(len(self))[index]))
        return Path(self._name(range(len(self))[index]))

    def __repr__(self) -> str:
        return f"Files({list(self.names)!r})"

    def _name(self, index: int) -> str:
        text = self._text[self._ends[index] : self._ends[index + 1]]
        return text.decode("utf-8", "surrogatepass")


@record(frozen=False)
class Discovery:
    """The files that a run checks.

    Args:
        files: absolute, sorted by displayed path.
        skipped: what was skipped, by reason.
        found: all files found, if `files` is a subset.
        folders: the folders searched, absolute.
        search: finds the articles of another folder.
        left_out: files that are not part of a site, absolute.
        has_one_plan: whether all articles in the folder of a path have the same settings.
    """

    files: Sequence[Path] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    found: Sequence[Path] = ()
    folders: tuple[Path, ...] = ()
    search: Callable[[SiteRoot], Iterable[str]] = lambda _: ()
    left_out: Collection[Path] = ()
    has_one_plan: Callable[[Path], bool] = lambda _: False

    def without(self, paths: Collection[Path]) -> "Discovery":
        """The same, with some files that are not part of a site."""
        return replace(self, left_out=paths)

    def only(self, files: Sequence[Path]) -> "Discovery":
        """The same, limited to some files; the facts of the others still count."""
        return replace(self, files=files, found=self.found or self.files)

    def beside(self, root: SiteRoot) -> Sequence[Path]:
        """The articles of a site that the run does not check.

        Args:
            root: the root of the site.
        """
        return Files(self.names_beside(root))

    def names_beside(self, root: SiteRoot) -> Iterable[str]:
        """The same as strings, which takes less time than a path for each."""
        is_searched = root.folder in self.folders or any(
            below(root.folder, folder) is not None for folder in self.folders
        )
        if is_searched and not self.found:
            return ()
        known = {*names_of(self.files), *map(str, self.left_out)}
        everything = names_of(self.found) if is_searched else self.search(root)
        return (name for name in everything if name not in known)


def names_of(files: Sequence[Path]) -> Iterable[str]:
    """Paths as strings, without making a path of each of `Files`."""
    return files.names if isinstance(files, Files) else map(str, files)


def nothing(config: Config, cwd: Path) -> Discovery:
    """A discovery without files that can search sites; arguments as for `discover`."""
    return Discovery(search=_Search(config, cwd), has_one_plan=config.has_one_plan)


class _Search:
    """Finds the articles of a site."""

    def __init__(self, config: Config, cwd: Path) -> None:
        self._config = config
        self._cwd = cwd

    def __call__(self, root: SiteRoot) -> Iterator[str]:
        return walk_for(self._config, self._cwd).folder(root.folder, is_deep=root.is_deep)


def discover(
    paths: tuple[str, ...],
    config: Config,
    cwd: Path,
    *,
    force_exclude: bool = False,
    apart: Collection[str] = (),
) -> Discovery:
    """Find the articles in files and folders.

    A named file is always included. In folders, `.gitignore` and `exclude` apply; hidden folders,
    themes, layouts, output folders and reports are skipped.

    With the settings of a trusted commit, files that git tracks are included regardless of
    `.gitignore` and their content, all skipped files are counted, and files outside the checkout
    are skipped.

    Args:
        paths: as on the command line; empty for the working directory.
        config: decides what is excluded.
        cwd: the working directory, absolute.
        force_exclude: whether to skip a named file that a walk through the working directory would
            not reach.
        apart: absolute paths of files in folders that are not articles, such as reports of the run.

    Raises:
        UsageError: a path does not exist.
    """
    walk = walk_for(config, cwd)
    files: list[str] = []
    folders: list[Path] = []
    for name in paths or (".",):
        path = Path(os.path.normpath(cwd / name))
        if path.exists() and walk.is_outside(path):
            continue
        if path.is_dir():
            folders.append(path)
            files.extend(walk.folder(path))
        elif path.exists():
            if not force_exclude or walk.reaches(path):
                files.append(str(path))
        else:
            raise UsageError(f"no file or folder `{name}`")
    if apart:
        for file in sorted(set(apart).intersection(files)):
            walk.silently_skip(Skip.OWN_REPORT, Path(file))
        files = [file for file in files if file not in apart]
    if len(paths) > 1:
        files = list(set(files))
    inside = str(cwd).rstrip(os.sep) + os.sep
    if os.sep == "/" and all(file.startswith(inside) for file in files):
        files.sort()  # a common prefix does not change the order
    else:
        files.sort(key=lambda file: shown(Path(file), cwd))
    skipped = [Skipped(kind, about, *rest) for (kind, about), rest in walk.skipped.items()]
    search = _Search(config, cwd)
    return Discovery(
        Files(files),
        skipped,
        folders=tuple(folders),
        search=search,
        has_one_plan=config.has_one_plan,
    )
