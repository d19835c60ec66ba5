"""`contentlint check --fix` and `--diff`: what is printed and what is written."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from contentlint.cli.options import note, style
from contentlint.errors import UsageError
from contentlint.finding import Report
from contentlint.patterns import lazy
from contentlint.reporters import Style

if TYPE_CHECKING:
    from contentlint.config import Config
    from contentlint.engine.cache import Cache
    from contentlint.engine.discover import Discovery
    from contentlint.engine.fix import Change

_LINE = lazy(r"[^\n]*\n|[^\n]+")


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of fixing to those of `check`."""
    group = parser.add_argument_group("fixing")
    group.add_argument("--fix", action="store_true", help="make all safe fixes in the files")
    group.add_argument(
        "--unsafe-fixes",
        action="store_true",
        help="with --fix or --diff: make those, too, that need a look afterwards",
    )
    group.add_argument(
        "--diff",
        action="store_true",
        help="print what --fix would change as a unified diff, and change and report nothing",
    )


def check_options(given: argparse.Namespace) -> None:
    """See that the options go together.

    Raises:
        UsageError: one of them would have no effect.
    """
    if given.unsafe_fixes and not (given.fix or given.diff):
        raise UsageError("--unsafe-fixes says which fixes are made; give --fix or --diff as well")
    if given.diff and (given.targets or given.statistics):
        raise UsageError("--diff prints no report; leave --format, --output and --statistics out")


def fix(
    discovery: "Discovery",
    config: "Config",
    cwd: Path,
    given: argparse.Namespace,
    cache: "Cache | None",
) -> tuple[Report, int]:
    """Fix the files of a run, or print what would be changed.

    Returns:
        What is left, and how many files were or would be changed.
    """
    from contentlint.engine.fix import Fixing, fix_files

    printer = _Printer(given)
    fixing = Fixing(unsafe=given.unsafe_fixes, write=not given.diff, on_change=printer.tell)
    report = fix_files(discovery, config, cwd, fixing, cache)
    return report, printer.files


def fix_stdin(
    data: bytes, path: Path, config: "Config", name: str, given: argparse.Namespace
) -> tuple[Report, int]:
    """Fix what came on stdin: print it, mended, or the difference; arguments as for `fix`."""
    import time

    from contentlint.engine.fix import Change, fix_bytes

    started = time.perf_counter()
    mended = fix_bytes(data, path, config, name, unsafe=given.unsafe_fixes)
    printer = _Printer(given)
    is_changed = mended.fixed > 0
    if is_changed:
        printer.tell(Change(name, data.decode("utf-8"), mended.text))
    if not given.diff:
        _out(mended.text.encode("utf-8") if is_changed else data)
    seconds = time.perf_counter() - started
    return Report(tuple(mended.findings), 1, seconds, mended.fixed), printer.files


def conclude_diff(report: Report, files: int, given: argparse.Namespace) -> int:
    """Say on stderr what the diff is of; the exit status: 1 where there is one, else 0."""
    from contentlint.engine.mend import FIX_FAILED

    for finding in report.findings:
        if finding.rule == FIX_FAILED:
            note(f"contentlint: {finding.path}:{finding.line}:{finding.column}: {finding.message}")
    if not given.quiet:
        fixes = f"{report.fixed} fix{'' if report.fixed == 1 else 'es'}"
        where = f"{files} of {report.files} file{'' if report.files == 1 else 's'}"
        note(f"contentlint: {fixes} in {where}; nothing was written")
    return 1 if files else 0


class _Printer:
    """Counts the files that are changed, and prints the difference of each for `--diff`."""

    def __init__(self, given: argparse.Namespace) -> None:
        self.files = 0
        self._prints = given.diff
        self._look = style(given.color, sys.stdout)

    def tell(self, change: "Change") -> None:
        self.files += 1
        if self._prints:
            _out("".join(_diff(change, self._look)).encode("utf-8", "surrogateescape"))


def _out(data: bytes) -> None:
    """Write bytes to stdout: articles are UTF-8 whatever the terminal is."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def _diff(change: "Change", look: Style) -> Iterator[str]:
    """The difference in the form that `git apply` and `patch -p1` take."""
    import difflib

    lines = difflib.unified_diff(
        _LINE.findall(change.before),
        _LINE.findall(change.after),
        f"a/{change.name}",
        f"b/{change.name}",
    )
    for index, line in enumerate(lines):
        name = "bold" if index < 2 else _COLOURS.get(line[:1], "")
        text = line.rstrip("\n")
        yield look.paint(text, name) if name else text
        yield "\n"
        if not line.endswith("\n"):
            yield "\\ No newline at end of file\n"


_COLOURS = {"+": "help", "-": "error", "@": "info"}
