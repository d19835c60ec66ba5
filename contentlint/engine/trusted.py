"""The settings of a trusted commit, for checking untrusted changes.

An untrusted branch may only change its articles: configuration, schemas, baselines, lists of
credits and the files that identify the generator of a site come from a trusted commit. They are
copied from git's objects into a folder outside the checkout, so that no filter of the checkout
changes them.
"""

import os
import shutil
import sys
import tempfile
import tomllib
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from posixpath import normpath
from typing import Any

from contentlint.config.plan import Trusted
from contentlint.config.settings import FILE_NAME, Place, place_in
from contentlint.core.errors import ConfigError, UsageError
from contentlint.engine import git
from contentlint.engine.git import GitFailed
from contentlint.site.recognise import telling_names

_SETTINGS = frozenset({FILE_NAME, "pyproject.toml"})
# Keys with file paths as values.
_FILE_KEYS = frozenset({"schema", "baseline", "credits"})
# Files that a schema may import, reference or read.
_SCHEMA_SUFFIXES = (".py", ".json", ".jsonl", ".yaml", ".yml", ".toml", ".csv", ".txt")
_TOOL_FOLDERS = frozenset({"node_modules", "bower_components"})
# Maximum length of a chain of links within a commit.
_MOST_LINKS = 5


class Tracked:
    """The files that git tracks.

    Args:
        files: absolute.
    """

    def __init__(self, files: Iterable[str]) -> None:
        self._sorted = sorted(files)
        self._files = frozenset(self._sorted)

    def has(self, path: Path) -> bool:
        """Whether a path is a tracked file, or a folder that contains one."""
        return str(path) in self._files or next(self.below(path), None) is not None

    def below(self, folder: Path) -> Iterator[str]:
        """The files in a folder and its subfolders."""
        start = os.path.join(folder, "")  # noqa: PTH118  # ends in a separator
        for index in range(bisect_left(self._sorted, start), len(self._sorted)):
            if not self._sorted[index].startswith(start):
                return
            yield self._sorted[index]


def tracked(trusted: Trusted) -> Tracked:
    """The files of a checkout that git tracks, including those of submodules."""
    output = git.ask(trusted.root, "ls-files", "-z", "--cached", "--recurse-submodules")
    names = (os.fsdecode(name) for name in output.split(b"\0") if name)
    return Tracked(os.path.normpath(f"{trusted.root}/{name}") for name in names)


@contextmanager
def copied(ref: str, cwd: Path, named: Iterable[str] = ()) -> Iterator[Trusted]:
    """Copy the settings of a commit for the duration of the `with` block.

    Args:
        ref: a commit, branch or tag.
        cwd: the working directory, absolute; its repository is the checkout.
        named: files, relative to `cwd`, and lines of TOML from the command line.

    Raises:
        UsageError: there is no repository, or it does not have the commit.
        ConfigError: re-raised from the block, with paths of the commit.
    """
    root = git.root_of(cwd)
    if root is None:
        raise UsageError("`--trusted-ref` needs a git repository")
    commit = _commit(root, ref)
    copy = Path(tempfile.mkdtemp(prefix="contentlint-")).resolve() / "trusted"
    try:
        trusted = Trusted(ref, commit, root, copy, has_settings=False)
        yield trusted._replace(has_settings=_Copying(trusted, cwd).fill(list(named)))
    except ConfigError as error:
        # The copy no longer exists when the message is read.
        raise ConfigError(str(error).replace(f"{copy}{os.sep}", f"{ref}:")) from error
    finally:
        shutil.rmtree(copy.parent, ignore_errors=True)


def forbid_imports(trusted: Trusted) -> None:
    """Remove the checkout from the import path, whatever the environment sets."""
    own = {Path(__file__).resolve().parents[2]}
    # A virtual environment may be inside the checkout.
    prefixes = [
        Path(prefix) for prefix in (sys.prefix, sys.base_prefix) if trusted.holds(Path(prefix))
    ]
    kept = []
    for entry in sys.path:
        folder = Path(os.path.abspath(entry))  # noqa: PTH100  # `""` is the working directory
        is_own = folder in own or any(map(folder.is_relative_to, prefixes))
        if is_own or not trusted.holds(folder):
            kept.append(entry)
    sys.path[:] = kept
    os.environ.pop("PYTHONPATH", None)  # for worker processes


def _commit(root: Path, ref: str) -> str:
    """The full hash of a commit.

    Raises:
        UsageError: the repository does not have it.
    """
    if not ref.strip() or ref.startswith("-") or "\0" in ref:
        raise UsageError(f"`--trusted-ref`: `{ref}` is not a commit, branch or tag")
    try:
        output = git.ask(root, "rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}")
    except GitFailed as error:
        _ensure_git_works(root)
        raise UsageError(f"`--trusted-ref`: commit `{ref}` not found; fetch it first") from error
    return output.decode("ascii").strip()


def _ensure_git_works(root: Path) -> None:
    """Ensure that git accepts the repository; it rejects one that another user owns.

    Raises:
        GitFailed: git rejects it.
    """
    git.ask(root, "rev-parse", "--git-dir")


class _Copying:
    """Copies the settings of a commit.

    Args:
        trusted: the commit and the target folder.
        cwd: the working directory, absolute.
    """

    def __init__(self, trusted: Trusted, cwd: Path) -> None:
        self._trusted = trusted
        self._cwd = cwd
        self._blobs: dict[str, str] = {}
        self._links: dict[str, str] = {}
        self._done: set[str] = set()

    def fill(self, named: list[str]) -> bool:
        """Copy the settings; return whether there are any.

        Args:
            named: as for `copied`.
        """
        copy = self._trusted.copy
        (copy / ".git").mkdir(parents=True)  # the search for settings ends here
        self._list()
        relevant = [name for name in self._names() if _is_relevant(name)]
        for folder in {folder for name in relevant for folder in _marker_folders(name)}:
            (copy / folder).mkdir(parents=True, exist_ok=True)
        last = {name: PurePosixPath(name).name for name in relevant}
        self._copy(name for name in relevant if last[name] in telling_names() | _SETTINGS)
        found = self._places(name for name in relevant if last[name] in _SETTINGS)
        wanted = {self._relative(self._cwd / text) for text in named}
        texts = [(self._cwd, text) for text in named]
        texts += [self._text(self._relative_to_copy(place.file)) for place in found]
        texts += [self._text(name) for name in wanted if name and name.endswith(".toml")]
        for base, text in self._with_extended(texts):
            wanted |= {self._relative(base / value) for value in _values(_parsed(text))}
            self._copy_plugins(base, text)
        if any(name and name.endswith(_SCHEMA_SUFFIXES) for name in wanted):
            wanted |= {name for name in self._names() if name.endswith(_SCHEMA_SUFFIXES)}
        self._copy(sorted(filter(None, wanted)))
        return bool(found)

    def _places(self, names: Iterable[str]) -> list[Place]:
        """The settings in copied files."""
        copy = self._trusted.copy
        found = (place_in((copy / name).parent, lambda _: copy) for name in names)
        return [place for place in found if place is not None]

    def _relative_to_copy(self, file: Path) -> str:
        return file.relative_to(self._trusted.copy).as_posix()

    def _text(self, name: str) -> tuple[Path, str]:
        """The folder in the checkout and the text of a configuration file; empty if missing."""
        self._copy([name])
        file = self._trusted.copy / name
        text = file.read_text("utf-8", "replace") if file.is_file() else ""
        return (self._trusted.root / name).parent, text

    def _with_extended(self, texts: list[tuple[Path, str]]) -> Iterator[tuple[Path, str]]:
        """Configuration files, and those that they extend, which are copied."""
        pending, seen = list(texts), set()
        while pending:
            base, text = pending.pop()
            yield base, text
            for value in _extended(_parsed(text)):
                name = self._relative(base / value)
                for file in (name, f"{name}/{FILE_NAME}") if name else ():
                    if file not in seen and (file in self._blobs or file in self._links):
                        seen.add(file)
                        pending.append(self._text(file))

    def _copy_plugins(self, base: Path, text: str) -> None:
        for folder in _plugin_folders(_parsed(text)):
            self._copy(self._below(self._relative(base / folder)))

    def _below(self, folder: str | None) -> Iterator[str]:
        """The files of a plugin; none if its folder is outside the checkout."""
        if folder is not None:
            start = "" if folder == "." else f"{folder}/"
            yield from (name for name in self._names() if name.startswith(start))

    def _list(self) -> None:
        root, commit = self._trusted.root, self._trusted.commit
        output = git.ask(root, "ls-tree", "-r", "-z", "--full-tree", commit)
        for entry in filter(None, output.split(b"\0")):
            head, _, name = entry.partition(b"\t")
            mode, _, blob = head.decode("ascii").split(" ")
            path = os.fsdecode(name)
            if mode == "120000":
                self._links[path] = blob
            elif mode.startswith("100") and (os.sep == "/" or not {"\\", ":"} & set(path)):
                self._blobs[path] = blob

    def _names(self) -> Iterator[str]:
        """The files of a commit, without committed packages of other tools."""
        for name in (*self._blobs, *self._links):
            if _TOOL_FOLDERS.isdisjoint(name.split("/")):
                yield name

    def _copy(self, names: Iterable[str]) -> None:
        wanted = {name: blob for name in names if (blob := self._blob(name)) is not None}
        wanted = {name: blob for name, blob in wanted.items() if name not in self._done}
        self._done |= wanted.keys()
        contents = git.blobs(self._trusted.root, wanted.values())
        for name, data in zip(wanted, contents, strict=True):
            file = self._trusted.copy / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)

    def _blob(self, name: str) -> str | None:
        """The blob of a file, links followed."""
        for _ in range(_MOST_LINKS):
            if name not in self._links:
                break
            [target] = git.blobs(self._trusted.root, [self._links[name]])
            name = normpath(f"{name.rpartition('/')[0]}/{os.fsdecode(target)}".lstrip("/"))
        return self._blobs.get(name)

    def _relative(self, path: Path) -> str | None:
        """The path of a file within the commit; None for a path outside the checkout."""
        if not self._trusted.holds(path):
            return None
        return Path(os.path.normpath(path)).relative_to(self._trusted.root).as_posix()


def _is_relevant(name: str) -> bool:
    parts = name.split("/")
    return parts[-1] in _SETTINGS or not telling_names().isdisjoint(parts)


def _marker_folders(name: str) -> Iterator[str]:
    """The parent folders of a file whose names identify a generator."""
    parts = name.split("/")
    for place, part in enumerate(parts[:-1], start=1):
        if part in telling_names():
            yield "/".join(parts[:place])


def _parsed(text: str) -> Any:
    """Settings; None if they are not TOML, which is reported elsewhere."""
    try:
        return tomllib.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        return None


def _extended(data: Any) -> Iterator[str]:
    """The files that settings extend."""
    for table in _tables(data):
        value = table.get("extends")
        yield from (
            v for v in (value if isinstance(value, list) else [value]) if isinstance(v, str)
        )


def _plugin_folders(data: Any) -> Iterator[str]:
    """The folders of the plugins in settings."""
    for table in _tables(data):
        plugins = table.get("plugins")
        if isinstance(plugins, Mapping):
            yield from (value for value in plugins.values() if isinstance(value, str))


def _tables(data: Any) -> Iterator[Mapping[str, Any]]:
    """The tables that may be those of contentlint."""
    if isinstance(data, Mapping):
        yield data
        tool = data.get("tool")
        own = tool.get("contentlint") if isinstance(tool, Mapping) else None
        if isinstance(own, Mapping):
            yield own


def _file_of(value: str) -> str:
    """The file that a setting names, without the model after the colon."""
    source, _, model = value.rpartition(":")
    if not model.isidentifier():
        return value
    if source.endswith(".py"):
        return source
    is_module = all(map(str.isidentifier, source.split(".")))
    return f"{source.replace('.', '/')}.py" if is_module else value


def _values(data: Any) -> Iterator[str]:
    if isinstance(data, Mapping):
        for key, value in data.items():
            if key in _FILE_KEYS and isinstance(value, str):
                yield _file_of(value)
            yield from _values(value)
    elif isinstance(data, list):
        for item in data:
            yield from _values(item)
