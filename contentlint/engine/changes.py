"""What git says has changed: the files, and the lines of each.

Git is asked in a process of its own; nothing that the repository configures (external diff
programs, text conversions, hooks) is run for it.
"""

import os
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from contentlint.core.errors import UsageError
from contentlint.engine import git
from contentlint.engine.git import GitFailed

# What a branch usually starts from, the likeliest first.
_MAIN_BRANCHES = ("origin/HEAD", "origin/main", "origin/master", "main", "master")

_HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_ESCAPE = re.compile(rb"\\([0-7]{3}|.)")
_ESCAPES = {
    b"a": b"\a",
    b"b": b"\b",
    b"f": b"\f",
    b"n": b"\n",
    b"r": b"\r",
    b"t": b"\t",
    b"v": b"\v",
}


class Lines(NamedTuple):
    """Lines of a file, as ranges: first and last, from 1, in order and apart from each other."""

    ranges: tuple[tuple[int, int], ...]

    def meet(self, first: int, last: int) -> bool:
        """Whether one of them lies between two lines, both included."""
        place = bisect_right(self.ranges, last, key=lambda lines: lines[0])
        return place > 0 and self.ranges[place - 1][1] >= first


EVERY_LINE = Lines(((1, 1 << 60),))


class Changes(NamedTuple):
    """What has changed.

    Args:
        lines: by file, absolute; deleted files are left out.
        since: the revision that it is told from, for people.
    """

    lines: Mapping[Path, Lines]
    since: str


def working_tree(folder: Path, revision: str, *, is_trusted: bool = True) -> Changes:
    """What of the working tree differs from a revision, or from where the two parted.

    Files that git does not know yet, and does not ignore, have changed as a whole.

    Args:
        folder: a folder of the repository, absolute.
        revision: a branch, tag or commit; empty: the main branch, or HEAD where there is none.
        is_trusted: whether the working tree is; in one that is not, attributes of files could hide
            what has changed, so what HEAD has committed counts, and a file that was renamed has
            changed as a whole.

    Raises:
        UsageError: git is missing, this is no repository, or it has no such revision.
    """
    root = _root(folder)
    since = _known(root, revision) if revision else _main_branch(root)
    base = _merge_base(root, since)
    against = [base] if is_trusted else ["--no-renames", base, "HEAD"]
    lines = dict(_differing(root, against))
    for name in _names(git.ask(root, "ls-files", "--others", "--exclude-standard", "-z")):
        lines[root / name] = EVERY_LINE
    return Changes(lines, since)


def staged(folder: Path) -> Changes:
    """What of the index differs from HEAD; arguments and errors as for `working_tree`."""
    root = _root(folder)
    return Changes(dict(_differing(root, ["--cached"])), "HEAD")


class StagedContent(Mapping[Path, bytes]):
    """What the index has of files, where it may be another thing than the working tree has.

    Args:
        folder: a folder of the repository, absolute.
        staged: files that differ between HEAD and the index, absolute.
    """

    def __init__(self, folder: Path, staged: Iterable[Path]) -> None:
        self._root = _root(folder)
        unstaged = _names(git.ask(self._root, "diff-files", "--name-only", "-z"))
        self._paths = {*staged, *(self._root / name for name in unstaged)}
        untracked = _names(git.ask(self._root, "ls-files", "--others", "--exclude-standard", "-z"))
        self.untracked = frozenset(self._root / name for name in untracked)

    def __getitem__(self, path: Path) -> bytes:
        if path not in self._paths:
            raise KeyError(path)
        name = path.relative_to(self._root).as_posix()
        return git.ask(self._root, "cat-file", "blob", f":{name}")

    def __contains__(self, path: object) -> bool:
        return path in self._paths

    def __iter__(self) -> Iterator[Path]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


def _differing(root: Path, against: Sequence[str]) -> Iterator[tuple[Path, Lines]]:
    """The files that differ, with the lines that are new or changed in them."""
    told = git.ask(
        root,
        "-c",
        "core.quotePath=true",
        "diff",
        "--no-color",
        "--no-ext-diff",
        "--no-textconv",
        "--ignore-submodules",
        "--src-prefix=a/",
        "--dst-prefix=b/",
        "--text",
        "--find-renames",
        "--diff-filter=ACMRT",
        "--unified=0",
        *against,
        "--",
    )
    name: Path | None = None
    ranges: list[tuple[int, int]] = []
    skip = 0
    for line in told.split(b"\n"):
        if skip > 0:
            # A line of content, which may look like anything. `\ No newline …` is none.
            skip -= not line.startswith(b"\\")
        elif line.startswith(b"diff --git "):
            if name is not None:
                yield name, Lines(tuple(ranges))
            name, ranges = None, []
        elif line.startswith(b"+++ "):
            name = root / os.fsdecode(_unquoted(line[4:]).removeprefix(b"b/"))
        elif match := _HUNK.match(line):
            removed = 1 if match[1] is None else int(match[1])
            added = 1 if match[3] is None else int(match[3])
            skip = removed + added
            start = int(match[2])
            # Where lines were only removed, those on both sides are what is new together.
            ranges.append((start, start + added - 1) if added else (max(start, 1), start + 1))
    if name is not None:
        yield name, Lines(tuple(ranges))


def _unquoted(name: bytes) -> bytes:
    """A name as git's diff writes it: in quotes with escapes, where it has odd characters."""
    if not name.startswith(b'"'):
        return name.removesuffix(b"\t")
    return _ESCAPE.sub(_unescaped, name[1 : name.rindex(b'"')])


def _unescaped(match: re.Match[bytes]) -> bytes:
    code = match[1]
    return bytes([int(code, 8)]) if len(code) == 3 else _ESCAPES.get(code, code)


def _names(told: bytes) -> list[str]:
    return [os.fsdecode(name) for name in told.split(b"\0") if name]


def _root(folder: Path) -> Path:
    if "GIT_DIR" not in os.environ and (root := git.root_of(folder)) is not None:
        return root
    try:
        told = git.ask(folder, "rev-parse", "--show-toplevel")
    except GitFailed as error:
        raise UsageError("this is no git repository, so nothing tells what has changed") from error
    return Path(os.fsdecode(told.removesuffix(b"\n")))


def _known(root: Path, revision: str) -> str:
    """A revision that the repository has.

    Raises:
        UsageError: it has none of that name.
    """
    if not _has(root, revision):
        hint = "; a shallow clone has to fetch it first" if _is_shallow(root) else ""
        hint = f"; for the path write `--changed {revision}`" if Path(revision).exists() else hint
        raise UsageError(f"git knows no revision `{revision}`{hint}")
    return revision


def _has(root: Path, revision: str) -> bool:
    # What begins with a hyphen would be an option to git.
    if revision.startswith("-") or "\0" in revision:
        return False
    try:
        git.ask(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    except GitFailed:
        return False
    return True


def _main_branch(root: Path) -> str:
    return next((name for name in _MAIN_BRANCHES if _has(root, name)), _known(root, "HEAD"))


def _is_shallow(root: Path) -> bool:
    return git.ask(root, "rev-parse", "--is-shallow-repository").strip() == b"true"


def _merge_base(root: Path, revision: str) -> str:
    """Where HEAD and a revision parted; the revision itself where a shallow clone does not know."""
    try:
        told = git.ask(root, "merge-base", revision, "HEAD")
    except GitFailed:
        return revision
    return told.decode("ascii").strip()
