"""Files and lines that have changed, according to git.

git runs in its own process, and nothing that the repository configures (external diff programs,
text conversions, hooks) is executed.
"""

import os
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from contentlint.core.errors import UsageError
from contentlint.core.tuples import NamedTuple
from contentlint.engine import git
from contentlint.engine.git import GitFailed

# The usual base branches, most likely first.
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
    """Lines of a file as sorted, disjoint ranges of 1-based first and last lines."""

    ranges: tuple[tuple[int, int], ...]

    def meet(self, first: int, last: int) -> bool:
        """Whether one of them is between two lines, inclusive."""
        place = bisect_right(self.ranges, last, key=lambda lines: lines[0])
        return place > 0 and self.ranges[place - 1][1] >= first


EVERY_LINE = Lines(((1, 1 << 60),))


class Changes(NamedTuple):
    """Changed files and lines.

    Args:
        lines: changed lines by absolute path; without deleted files.
        since: the revision compared with, for display.
    """

    lines: Mapping[Path, Lines]
    since: str


def working_tree(folder: Path, revision: str, *, is_trusted: bool = True) -> Changes:
    """The changes of the working tree since its merge base with a revision.

    Untracked files that are not ignored count as completely changed.

    Args:
        folder: a folder of the repository, absolute.
        revision: a branch, tag or commit; empty for the main branch, or HEAD if there is none.
        is_trusted: whether the working tree is trusted. If not, file attributes could hide changes,
            so the commit HEAD is compared, and renamed files count as completely changed.

    Raises:
        UsageError: git is missing, the folder is not in a repository, or the revision is unknown.
    """
    root = _root(folder)
    since = _existing(root, revision) if revision else _main_branch(root)
    base = _merge_base(root, since)
    against = [base] if is_trusted else ["--no-renames", base, "HEAD"]
    lines = dict(_changed_lines(root, against))
    for name in _names(git.ask(root, "ls-files", "--others", "--exclude-standard", "-z")):
        lines[root / name] = EVERY_LINE
    return Changes(lines, since)


def staged(folder: Path) -> Changes:
    """The changes of the index since HEAD; arguments and errors as for `working_tree`."""
    root = _root(folder)
    return Changes(dict(_changed_lines(root, ["--cached"])), "HEAD")


class StagedContent(Mapping[Path, bytes]):
    """The content of files in the index that may differ from the working tree.

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


def _changed_lines(root: Path, against: Sequence[str]) -> Iterator[tuple[Path, Lines]]:
    """The files that differ, with their new or changed lines."""
    output = git.ask(
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
    for line in output.split(b"\n"):
        if skip > 0:
            # A content line, which may look like a header; `\ No newline …` does not count.
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
            # If lines were only removed, the lines next to the gap count as changed.
            ranges.append((start, start + added - 1) if added else (max(start, 1), start + 1))
    if name is not None:
        yield name, Lines(tuple(ranges))


def _unquoted(name: bytes) -> bytes:
    """A path from git's diff output, which quotes and escapes special characters."""
    if not name.startswith(b'"'):
        return name.removesuffix(b"\t")
    return _ESCAPE.sub(_unescaped, name[1 : name.rindex(b'"')])


def _unescaped(match: re.Match[bytes]) -> bytes:
    code = match[1]
    return bytes([int(code, 8)]) if len(code) == 3 else _ESCAPES.get(code, code)


def _names(output: bytes) -> list[str]:
    return [os.fsdecode(name) for name in output.split(b"\0") if name]


def _root(folder: Path) -> Path:
    if "GIT_DIR" not in os.environ and (root := git.root_of(folder)) is not None:
        return root
    try:
        output = git.ask(folder, "rev-parse", "--show-toplevel")
    except GitFailed as error:
        raise UsageError("not a git repository, so changed files are unknown") from error
    return Path(os.fsdecode(output.removesuffix(b"\n")))


def _existing(root: Path, revision: str) -> str:
    """The revision, if the repository has it.

    Raises:
        UsageError: the revision is unknown.
    """
    if not _has(root, revision):
        hint = "; fetch it first, since this is a shallow clone" if _is_shallow(root) else ""
        hint = (
            f"; to check the path, use `--changed {revision}`" if Path(revision).exists() else hint
        )
        raise UsageError(f"git revision `{revision}` not found{hint}")
    return revision


def _has(root: Path, revision: str) -> bool:
    # git would treat a leading hyphen as an option.
    if revision.startswith("-") or "\0" in revision:
        return False
    try:
        git.ask(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    except GitFailed:
        return False
    return True


def _main_branch(root: Path) -> str:
    return next((name for name in _MAIN_BRANCHES if _has(root, name)), _existing(root, "HEAD"))


def _is_shallow(root: Path) -> bool:
    return git.ask(root, "rev-parse", "--is-shallow-repository").strip() == b"true"


def _merge_base(root: Path, revision: str) -> str:
    """The merge base of HEAD and a revision; the revision if a shallow clone lacks it."""
    try:
        output = git.ask(root, "merge-base", revision, "HEAD")
    except GitFailed:
        return revision
    return output.decode("ascii").strip()
