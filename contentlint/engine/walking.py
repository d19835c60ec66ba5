"""The walk through folders: which of them are entered, and which files in them are articles."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from contentlint.article.document import HTML_SUFFIXES, MARKDOWN_SUFFIXES
from contentlint.config.resolve import Config
from contentlint.core.finding import Skip
from contentlint.core.globs import below, compiled
from contentlint.core.reading import read_beginning, read_settings
from contentlint.core.shown import shown
from contentlint.site.generator import UNKNOWN

if TYPE_CHECKING:
    from contentlint.engine.trusted import Tracked

CONTENT_SUFFIXES = MARKDOWN_SUFFIXES | HTML_SUFFIXES
_ENDINGS = tuple(CONTENT_SUFFIXES)

# What our own pages of findings say of themselves, and how near to their beginning.
_OWN_PAGE, _NEAR = b'<meta name="generator" content="contentlint">', 200

# Folders of tools, in which nothing is anybody's article.
_NEVER = frozenset({"node_modules", "bower_components", "__pycache__", "venv"})

# How long the path of a folder may be, in bytes, so that one of the files that sites and git have
# for their settings can be looked for in it; None: the system says nothing of it.
_LONGEST_NAME = 64
_LONGEST = os.pathconf("/", "PC_PATH_MAX") - _LONGEST_NAME if hasattr(os, "pathconf") else None
# How much of a very long path is told, in code points, of its beginning and of its end.
_TOLD = 60


def walk_for(config: Config, cwd: Path) -> "Walk":
    """The walk of a run: a trusted commit's settings apply to strangers' files another way."""
    return Walk(config, cwd) if config.request.trusted is None else TrustedWalk(config, cwd)


class _Ignore(NamedTuple):
    """The `.gitignore` of a folder."""

    folder: Path
    patterns: tuple[str, ...]


class Walk:
    """Goes through folders; counts what it leaves out."""

    def __init__(self, config: Config, cwd: Path) -> None:
        self.config = config
        self.cwd = cwd
        self.skipped: dict[tuple[Skip, str], tuple[int, str, str | None]] = {}
        self.inside = str(cwd)

    def folder(self, top: Path, *, is_deep: bool = True) -> Iterator[str]:
        """The articles in a folder, and in the folders in it."""
        # Links may lead to all of the working directory, where the folder is a part of that.
        self.inside = os.path.realpath(self.cwd if top.is_relative_to(self.cwd) else top)
        pending = [(top, self.ignores_above(top))]
        seen: set[tuple[int, int]] = set()
        while pending:
            folder, ignores = pending.pop()
            entries = self._entries(folder, seen)
            ignores = self.with_own(ignores, folder, entries)
            # Most folders have nothing that leaves files out, and files are many.
            is_open = not ignores and not self.config.layers(folder).excludes
            place = os.path.join(folder, "")  # noqa: PTH118  # ends in a separator
            for entry in entries:
                name = entry.name
                if entry.is_symlink() and not self.follows(folder / name):
                    continue
                if _is_folder(entry):
                    if is_deep and self._goes_into(folder / name, ignores):
                        pending.append((folder / name, ignores))
                elif (
                    self.takes(name, folder)
                    and (is_open or not self.left_out(folder / name, ignores, is_folder=False))
                    and not (name[-5:] == ".html" and self.is_report(place + name))
                ):
                    yield place + name

    def _entries(self, folder: Path, seen: set[tuple[int, int]]) -> list["os.DirEntry[str]"]:
        """What is in a folder, sorted; nothing where it was seen already or cannot be read."""
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
        if _LONGEST is not None and len(os.fsencode(path)) > _LONGEST:
            self.skip(Skip.TOO_LONG, path, None)
            return False
        return self.enters(path, ignores)

    def follows(self, link: Path) -> bool:
        """Whether a symbolic link is followed; one that leads out of the folder is by option."""
        target = os.path.realpath(link)
        if target == self.inside or below(Path(target), Path(self.inside)) is not None:
            return True
        setting = self.config.layers(link.parent).follow_links
        if not setting.value and (link.is_dir() or self.takes(link.name, link.parent)):
            self.skip(Skip.LINK_OUT, link, "`follow-links = true`, or name the file")
        return bool(setting.value)

    def reaches(self, path: Path) -> bool:
        """Whether a walk through the working directory would come to a file.

        `.gitignore` does not count: what git has is not ignored.
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
        if path.name.startswith("."):
            return self.silently_skip(Skip.HIDDEN_FOLDER, path)
        if path.name in _NEVER:
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

    def takes(self, name: str, folder: Path) -> bool:
        """Whether a file is an article by its name."""
        if not name.lower().endswith(_ENDINGS) or not name.rpartition(".")[0]:
            self.skip(Skip.OTHER_TYPE, folder / name, "name the file")
            return False
        return not name.startswith(".") or self.silently_skip(Skip.HIDDEN, folder / name)

    def is_report(self, file: str) -> bool:
        """Whether a file is a page that `--format html` has written."""
        is_own = _OWN_PAGE in (read_beginning(Path(file), _NEAR, anywhere=True) or b"")
        if is_own:
            self.skip(Skip.OWN_PAGE, Path(file), "name the file")
        return is_own

    def is_outside(self, path: Path) -> bool:
        """Whether a path that is named must not be read; people may name what they like."""
        return False

    def silently_skip(self, kind: Skip, path: Path) -> bool:
        """Skip what nobody takes for an article; False."""
        return False

    def is_ignored(self, path: Path, slash: str, ignores: tuple[_Ignore, ...]) -> bool:
        """Whether `.gitignore` leaves a path out."""
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
        """The `.gitignore` files above a folder, up to its repository's root."""
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
            # As with git, a link ignores nothing.
            data = b"" if file.is_symlink() else read_settings(file, None)
        except OSError:
            return None
        text = data.decode("utf-8", "replace")
        return _Ignore(folder, tuple(_meaningful(text.splitlines())))


class TrustedWalk(Walk):
    """The same for what strangers have changed: nothing that they can write hides an article.

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
        """Whether a path leads to no file of the checkout; git's own may hold credentials."""
        real, root = Path(os.path.realpath(path)), Path(os.path.realpath(self._root))
        return not real.is_relative_to(root) or ".git" in real.relative_to(root).parts

    def is_report(self, file: str) -> bool:
        return False  # a stranger can copy the mark of a report

    def silently_skip(self, kind: Skip, path: Path) -> bool:
        self.skip(kind, path, None)
        return False

    def is_ignored(self, path: Path, slash: str, ignores: tuple[_Ignore, ...]) -> bool:
        return super().is_ignored(path, slash, ignores) and not self._tracked.has(path)

    def skip(self, kind: Skip, path: Path, setting: str | None, about: str = "") -> None:
        """Count what is skipped by articles, so that a folder of them does not look like one."""
        if not path.is_dir() or path.is_symlink():
            super().skip(kind, path, setting, about)
            return
        for name in self._tracked.below(path):
            if name.lower().endswith(_ENDINGS):
                super().skip(kind, Path(name), setting, about)


def _cut(name: str) -> str:
    """A path for a line of a report, without its middle where it is very long."""
    return name if len(name) <= 3 * _TOLD else f"{name[:_TOLD]}…{name[-_TOLD:]}"


def _meaningful(lines: list[str]) -> Iterator[str]:
    """The lines of a `.gitignore` that are patterns; git passes over the others in silence."""
    for line in lines:
        try:
            compiled((line,))
        except ValueError:
            continue
        yield line


def _is_ignored(path: Path, slash: str, ignores: tuple[_Ignore, ...]) -> bool:
    """Whether git ignores a path: the last pattern that matches decides, the deepest file first."""
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
