"""Walk through folders: which ones are entered, and which of their files are articles."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from contentlint.article.document import HTML_SUFFIXES, MARKDOWN_SUFFIXES
from contentlint.config.resolve import Config
from contentlint.core.finding import Skip
from contentlint.core.globs import below, compiled
from contentlint.core.reading import read_beginning, read_settings
from contentlint.core.shown import shown
from contentlint.core.tuples import NamedTuple
from contentlint.site.generator import UNKNOWN

if TYPE_CHECKING:
    from contentlint.engine.trusted import Tracked

CONTENT_SUFFIXES = MARKDOWN_SUFFIXES | HTML_SUFFIXES
_ENDINGS = tuple(CONTENT_SUFFIXES)

# How our HTML reports identify themselves, and within how many bytes of the start.
_REPORT_MARK, _MARK_WITHIN = b'<meta name="generator" content="contentlint">', 200

# Folders of tools, which never contain articles.
_TOOL_FOLDERS = frozenset({"node_modules", "bower_components", "__pycache__", "venv"})

# Maximum length of a folder path in bytes, so that settings files in it can still be opened; None
# if the system has no limit.
_SETTINGS_NAME = 64
_MAX_PATH = os.pathconf("/", "PC_PATH_MAX") - _SETTINGS_NAME if hasattr(os, "pathconf") else None
# How much of the start and end of a very long path is displayed, in code points.
_SHOWN = 60


def walk_for(config: Config, cwd: Path) -> "Walk":
    """The walk of a run; untrusted changes need a different one."""
    return Walk(config, cwd) if config.request.trusted is None else TrustedWalk(config, cwd)


class _Ignore(NamedTuple):
    """The `.gitignore` of a folder."""

    folder: Path
    patterns: tuple[str, ...]


class Walk:
    """Walks through folders and counts what it skips."""

    def __init__(self, config: Config, cwd: Path) -> None:
        self.config = config
        self.cwd = cwd
        self.skipped: dict[tuple[Skip, str], tuple[int, str, str | None]] = {}
        self.inside = str(cwd)

    def folder(self, top: Path, *, is_deep: bool = True) -> Iterator[str]:
        """The articles in a folder and its subfolders."""
        # Links may point anywhere in the working directory if the folder is part of it.
        self.inside = os.path.realpath(self.cwd if top.is_relative_to(self.cwd) else top)
        pending = [(top, self.ignores_above(top), False)]
        seen: set[tuple[int, int]] = set()
        while pending:
            folder, ignores, is_hidden = pending.pop()
            entries = self._entries(folder, seen)
            ignores = self.with_own(ignores, folder, entries)
            # Most folders exclude nothing, and there are many files.
            is_open = not ignores and not self.config.layers(folder).excludes
            place = os.path.join(folder, "")  # noqa: PTH118  # ends in a separator
            for entry in entries:
                name = entry.name
                if entry.is_symlink() and not self.follows(folder / name):
                    continue
                if _is_folder(entry):
                    if is_deep and self._goes_into(folder / name, ignores):
                        pending.append((folder / name, ignores, is_hidden or name[:1] == "."))
                elif (
                    (not is_hidden or self._is_configured(folder / name))
                    and self.takes(name, folder)
                    and (is_open or not self.left_out(folder / name, ignores, is_folder=False))
                    and not (name[-5:] == ".html" and self.is_report(place + name))
                ):
                    yield place + name

    def _entries(self, folder: Path, seen: set[tuple[int, int]]) -> list["os.DirEntry[str]"]:
        """The sorted entries of a folder; none if it was already seen or cannot be read."""
        try:
            state = folder.stat()
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError:
            self.skip(Skip.UNREADABLE, folder, None)
            return []
        identity = (state.st_dev, state.st_ino)
        if identity in seen:
            return []
        seen.add(identity)
        return entries

    def _goes_into(self, path: Path, ignores: tuple[_Ignore, ...]) -> bool:
        if _MAX_PATH is not None and len(os.fsencode(path)) > _MAX_PATH:
            self.skip(Skip.TOO_LONG, path, None)
            return False
        return self.enters(path, ignores)

    def follows(self, link: Path) -> bool:
        """Whether a symbolic link is followed; out of the folder only by option."""
        target = os.path.realpath(link)
        if target == self.inside or below(Path(target), Path(self.inside)) is not None:
            return True
        setting = self.config.layers(link.parent).follow_links
        if not setting.value and (link.is_dir() or self.takes(link.name, link.parent)):
            self.skip(Skip.LINK_OUT, link, "`follow-links = true`, or name the file")
        return bool(setting.value)

    def reaches(self, path: Path) -> bool:
        """Whether a walk through the working directory would reach a file.

        `.gitignore` does not count, since git does not ignore tracked files.
        """
        if not path.is_relative_to(self.cwd):
            return True
        folder = self.cwd
        for part in path.relative_to(self.cwd).parts[:-1]:
            folder /= part
            if not self.enters(folder, ()):
                return False
        return self.takes(path.name, folder) and not self.left_out(path, (), is_folder=False)

    def enters(self, path: Path, ignores: tuple[_Ignore, ...]) -> bool:
        if path.name.startswith(".") and not self._is_on_the_way(path):
            return self.silently_skip(Skip.HIDDEN_FOLDER, path)
        if path.name in _TOOL_FOLDERS:
            return self.silently_skip(Skip.TOOL_FOLDER, path)
        site = self.config.site(path.parent)
        generator = site.generator if site else UNKNOWN
        if path.name in generator.template_folders:
            self.skip(Skip.TEMPLATE_FOLDER, path, "name the folder")
            return False
        if site and (
            path.name in generator.never_content or below(path, site.root) in generator.not_content
        ):
            self.skip(Skip.NOT_CONTENT, path, "name the folder", str(generator.name))
            return False
        return not self.left_out(path, ignores, is_folder=True)

    def _is_on_the_way(self, folder: Path) -> bool:
        """Whether a hidden folder contains, or is, a folder that a collection names."""
        layers = self.config.layers(folder.parent)
        return below(folder, layers.root) in layers.hidden_folders

    def _is_configured(self, file: Path) -> bool:
        """Whether a file in a hidden folder belongs to a collection."""
        layers = self.config.layers(file.parent)
        relative = below(file, layers.root)
        return relative is not None and layers.is_in_a_collection(relative)

    def takes(self, name: str, folder: Path) -> bool:
        """Whether a file name is that of an article."""
        if not name.lower().endswith(_ENDINGS) or not name.rpartition(".")[0]:
            self.skip(Skip.OTHER_TYPE, folder / name, "name the file")
            return False
        return not name.startswith(".") or self.silently_skip(Skip.HIDDEN, folder / name)

    def is_report(self, file: str) -> bool:
        """Whether a file was written by `--format html`."""
        is_own = _REPORT_MARK in (read_beginning(Path(file), _MARK_WITHIN, anywhere=True) or b"")
        if is_own:
            self.skip(Skip.OWN_PAGE, Path(file), "name the file")
        return is_own

    def is_outside(self, path: Path) -> bool:
        """Whether a named path must not be read; users may name any path."""
        return False

    def silently_skip(self, kind: Skip, path: Path) -> bool:
        """Skip without counting what users do not expect to be checked; returns False."""
        return False

    def is_ignored(self, path: Path, slash: str, ignores: tuple[_Ignore, ...]) -> bool:
        """Whether `.gitignore` excludes a path."""
        return _is_ignored(path, slash, ignores)

    def left_out(self, path: Path, ignores: tuple[_Ignore, ...], *, is_folder: bool) -> bool:
        slash = "/" if is_folder else ""
        if self.is_ignored(path, slash, ignores):
            self.skip(Skip.IGNORED, path, "name the file, or change .gitignore")
            return True
        layers = self.config.layers(path.parent)
        relative = below(path, layers.root)
        if relative is None:
            return False
        setting = layers.excluded_by(relative + slash)
        if setting is not None:
            self.skip(Skip.EXCLUDED, path, f"`exclude` in {setting.origin}", setting.value)
        return setting is not None

    def skip(self, kind: Skip, path: Path, setting: str | None, about: str = "") -> None:
        known = self.skipped.get((kind, about))
        count, example = known[:2] if known else (0, _cut(shown(path, self.cwd)))
        self.skipped[kind, about] = (count + 1, example, setting)

    def ignores_above(self, top: Path) -> tuple[_Ignore, ...]:
        """The `.gitignore` files above a folder, up to the root of its repository."""
        above = [top, *top.parents]
        root = next((folder for folder in above if (folder / ".git").exists()), None)
        if root is None:
            return ()
        found = [self.own(folder) for folder in above[1 : above.index(root) + 1]]
        return tuple(ignore for ignore in reversed(found) if ignore is not None)

    def with_own(
        self, ignores: tuple[_Ignore, ...], folder: Path, entries: list["os.DirEntry[str]"]
    ) -> tuple[_Ignore, ...]:
        if all(entry.name != ".gitignore" for entry in entries):
            return ignores
        own = self.own(folder)
        return ignores if own is None else (*ignores, own)

    def own(self, folder: Path) -> _Ignore | None:
        file = folder / ".gitignore"
        try:
            # Like git, do not read a `.gitignore` that is a link.
            data = b"" if file.is_symlink() else read_settings(file, None)
        except OSError:
            return None
        text = data.decode("utf-8", "replace")
        return _Ignore(folder, tuple(_valid_patterns(text.splitlines())))


class TrustedWalk(Walk):
    """The same for untrusted changes: nothing that they contain can hide an article.

    Args:
        config: with a trusted commit.
        cwd: as for `Walk`.
    """

    def __init__(self, config: Config, cwd: Path) -> None:
        from contentlint.engine.trusted import tracked

        super().__init__(config, cwd)
        assert config.request.trusted is not None
        self._root = config.request.trusted.root
        self._tracked: Tracked = tracked(config.request.trusted)

    def is_outside(self, path: Path) -> bool:
        if self._leads_out(path):
            self.skip(Skip.OUTSIDE, path, None)
            return True
        return False

    def follows(self, link: Path) -> bool:
        if not self._leads_out(link):
            return super().follows(link)
        if link.is_dir() or self.takes(link.name, link.parent):
            self.skip(Skip.LINK_OUT, link, None)
        return False

    def _leads_out(self, path: Path) -> bool:
        """Whether a path points out of the checkout or into `.git`, which may hold credentials."""
        real, root = Path(os.path.realpath(path)), Path(os.path.realpath(self._root))
        return not real.is_relative_to(root) or ".git" in real.relative_to(root).parts

    def is_report(self, file: str) -> bool:
        return False  # an untrusted change can copy the mark of a report

    def silently_skip(self, kind: Skip, path: Path) -> bool:
        self.skip(kind, path, None)
        return False

    def is_ignored(self, path: Path, slash: str, ignores: tuple[_Ignore, ...]) -> bool:
        return super().is_ignored(path, slash, ignores) and not self._tracked.has(path)

    def skip(self, kind: Skip, path: Path, setting: str | None, about: str = "") -> None:
        """Count skipped articles one by one, so that a folder does not count as one."""
        if not path.is_dir() or path.is_symlink():
            super().skip(kind, path, setting, about)
            return
        for name in self._tracked.below(path):
            if name.lower().endswith(_ENDINGS):
                super().skip(kind, Path(name), setting, about)


def _cut(name: str) -> str:
    """A path for reports, without its middle part if it is very long."""
    return name if len(name) <= 3 * _SHOWN else f"{name[:_SHOWN]}…{name[-_SHOWN:]}"


def _valid_patterns(lines: list[str]) -> Iterator[str]:
    """The valid patterns of a `.gitignore`; git silently ignores other lines."""
    for line in lines:
        try:
            compiled((line,))
        except ValueError:
            continue
        yield line


def _is_ignored(path: Path, slash: str, ignores: tuple[_Ignore, ...]) -> bool:
    """Whether git ignores a path: the last matching pattern of the deepest file decides."""
    for ignore in reversed(ignores):
        relative = (below(path, ignore.folder) or path.as_posix()) + slash
        verdict = compiled(ignore.patterns).check_file(relative).include
        if verdict is not None:
            return verdict
    return False


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False
