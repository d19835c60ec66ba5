"""`contentlint check --fix` and `--diff`: applying fixes, and printing the changes."""

import argparse
import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from contentlint.cli import streams
from contentlint.cli.options import note, style
from contentlint.core.errors import UsageError
from contentlint.core.finding import Report
from contentlint.core.patterns import lazy
from contentlint.reporters import Style

if TYPE_CHECKING:
    from contentlint.cache.store import Cache
    from contentlint.config.resolve import Config
    from contentlint.config.task import Task
    from contentlint.engine.discover import Discovery
    from contentlint.fixing.files import Change

_LINE = lazy(r"[^\n]*\n|[^\n]+")


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of fixing to those of `check`."""
    group = parser.add_argument_group("fixing")
    group.add_argument("--fix", action="store_true", help="apply all safe fixes to the files")
    group.add_argument(
        "--unsafe-fixes",
        action="store_true",
        help="with --fix or --diff: apply unsafe fixes as well; review them afterwards",
    )
    group.add_argument(
        "--diff",
        action="store_true",
        help="print what --fix would change as a unified diff; write no files and no report",
    )


def check_options(given: argparse.Namespace) -> None:
    """Ensure that the options can be combined.

    Raises:
        UsageError: one of them would have no effect.
    """
    if given.unsafe_fixes and not (given.fix or given.diff):
        raise UsageError("--unsafe-fixes needs --fix or --diff")
    if given.diff and (given.targets or given.statistics or given.limit is not None):
        options = "--format, --output, --statistics and --limit"
        raise UsageError(f"--diff prints no report; remove {options}")


def fix(
    discovery: "Discovery",
    config: "Config",
    given: argparse.Namespace,
    cache: "Cache | None",
) -> tuple[Report, int]:
    """Fix the files of a run, or print the changes.

    Returns:
        The remaining findings, and the number of files that were or would be changed.
    """
    from contentlint.fixing.files import Fixing, fix_files

    printer = _Printer(given)
    fixing = Fixing(given.unsafe_fixes, not given.diff, printer.add, given.jobs)
    report = fix_files(discovery, config.task, fixing, cache)
    return report, printer.files


def fix_stdin(
    data: bytes,
    task: "Task",
    discovery: "Discovery",
    config: "Config",
    cache: "Cache | None",
    given: argparse.Namespace,
) -> tuple[Report, int]:
    """Fix the text on stdin: print it, fixed, or the diff; arguments as for `fix`."""
    import time

    from contentlint.fixing.files import Change, fix_content

    started = time.perf_counter()
    result = fix_content(
        task, data, discovery, config.task, cache, unsafe=given.unsafe_fixes, jobs=given.jobs
    )
    printer = _Printer(given)
    is_changed = result.fixed > 0
    if is_changed:
        printer.add(Change(task.name, data.decode("utf-8"), result.text))
    if not given.diff:
        _write_bytes(result.text.encode("utf-8") if is_changed else data)
    seconds = time.perf_counter() - started
    return Report(tuple(result.findings), 1, seconds, result.fixed), printer.files


def conclude_diff(report: Report, files: int, given: argparse.Namespace) -> int:
    """Print the totals of a diff on stderr; the exit status: 1 if there are changes, else 0."""
    from contentlint.fixing.rounds import FIX_FAILED

    for finding in report.findings:
        if finding.rule == FIX_FAILED:
            note(f"contentlint: {finding.path}:{finding.line}:{finding.column}: {finding.message}")
    if not given.quiet:
        fixes = f"{report.fixed} fix{'' if report.fixed == 1 else 'es'}"
        where = f"{files} of {report.files} file{'' if report.files == 1 else 's'}"
        note(f"contentlint: {fixes} in {where}; no files were written")
    return 1 if files else 0


class _Printer:
    """Counts the changed files, and prints the diff of each for `--diff`."""

    def __init__(self, given: argparse.Namespace) -> None:
        self.files = 0
        self._prints = given.diff
        self._style = style(given.color, sys.stdout)

    def add(self, change: "Change") -> None:
        self.files += 1
        if self._prints:
            text = streams.stopping_commands("".join(_diff(change, self._style)), sys.stdout)
            _write_bytes(text.encode("utf-8", "surrogateescape"))


def _write_bytes(data: bytes) -> None:
    """Write bytes to stdout: articles are UTF-8, whatever the terminal's encoding."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def _diff(change: "Change", painter: Style) -> Iterator[str]:
    """The unified diff of a change, for `git apply` and `patch -p1`."""
    import difflib

    lines = difflib.unified_diff(
        _LINE.findall(change.before),
        _LINE.findall(change.after),
        _name_in_patch(f"a/{change.name}"),
        _name_in_patch(f"b/{change.name}"),
    )
    for index, line in enumerate(lines):
        name = "bold" if index < 2 else _COLORS.get(line[:1], "")
        text = line.rstrip("\n")
        if painter.wraps:  # escape sequences must not reach a terminal
            text = "\t".join(map(streams.one_line, text.split("\t")))
        yield painter.paint(text, name) if name else text
        yield "\n"
        if not line.endswith("\n"):
            yield "\\ No newline at end of file\n"


def _name_in_patch(name: str) -> str:
    """A file name as git writes it: quoted and escaped if it has unprintable characters."""
    if streams.one_line(name) == name and not name[2:].startswith('"'):
        return name
    escaped = (
        chr(byte) if 0x20 <= byte < 0x7F and byte not in b'"\\' else f"\\{byte:03o}"
        for byte in os.fsencode(name)
    )
    return f'"{"".join(escaped)}"'


_COLORS = {"+": "help", "-": "error", "@": "info"}
