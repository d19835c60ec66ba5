"""`contentlint check --watch`: check again what is saved."""

import argparse
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from contentlint.cli.options import note
from contentlint.errors import UsageError
from contentlint.finding import Report

if TYPE_CHECKING:
    from contentlint.config import Config
    from contentlint.engine.discover import Discovery

# How often files are looked at, in seconds, and how long a file must have been left alone.
_PAUSE = 0.3

_State = dict[Path, tuple[int, int]]


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the option to a parser."""
    live = parser.add_argument_group("while writing")
    live.add_argument(
        "--watch", action="store_true", help="go on and check again what is saved, until Ctrl-C"
    )


def check_options(given: argparse.Namespace) -> None:
    """See that the options go together.

    Raises:
        UsageError: two of them contradict each other.
    """
    if not given.watch:
        return
    for option in ("fix", "diff", "staged", "add_suppressions"):
        if getattr(given, option):
            name = option.replace("_", "-")
            raise UsageError(f"--watch and --{name} do not go together; leave one out")
    if "-" in given.paths or given.stdin_filename:
        raise UsageError("stdin cannot be watched; leave --watch out")


def watch(
    load: Callable[[], "Config"],
    discover: Callable[["Config"], "Discovery"],
    tell: Callable[[Report, list[Path], "Config"], None],
    cwd: Path,
    *,
    quiet: bool,
) -> None:
    """Check what changes and tell of it, until an interrupt.

    Args:
        load: reads the configuration, which may change, too.
        discover: finds the files.
        tell: reports on some of them.
        cwd: the folder that paths of findings are relative to.
        quiet: whether to say nothing between reports.
    """
    from contentlint.engine.check import check_files

    config = load()
    known = _states(discover(config).files)
    if not quiet:
        note(f"contentlint: watching {len(known)} files; Ctrl-C ends it")
    while True:
        time.sleep(_PAUSE)
        config = load()
        discovery = discover(config)
        states = _states(discovery.files)
        changed = [file for file, state in states.items() if known.get(file) != state]
        gone = known.keys() - states.keys()
        known = states
        if changed:
            report = check_files(replace(discovery, files=changed), config, cwd)
            if not quiet:
                note(f"contentlint: {_number(len(changed))} changed at {time.strftime('%H:%M:%S')}")
            tell(report, changed, config)
        elif gone and not quiet:
            note(f"contentlint: {_number(len(gone))} gone")


def _number(count: int) -> str:
    return f"{count} file{'' if count == 1 else 's'}"


def _states(files: Iterable[Path]) -> _State:
    states: _State = {}
    for file in files:
        try:
            state = file.stat()
        except OSError:
            continue
        states[file] = (state.st_mtime_ns, state.st_size)
    return states
