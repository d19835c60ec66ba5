"""Options of `contentlint check` that say which findings are told: all, or only what is new."""

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from contentlint.errors import UsageError
from contentlint.finding import Report

if TYPE_CHECKING:
    from contentlint.config import Config


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options to a parser."""
    new = parser.add_argument_group("only what is new")
    new.add_argument(
        "--baseline",
        metavar="FILE",
        help="hold back the findings of this file (see `contentlint baseline --help`)",
    )
    new.add_argument(
        "--no-baseline", action="store_true", help="report what the baseline holds back, too"
    )


def check_options(given: argparse.Namespace) -> None:
    """See that the options go together.

    Raises:
        UsageError: two of them contradict each other.
    """
    if given.baseline is not None and given.no_baseline:
        raise UsageError("--baseline and --no-baseline contradict each other; give one")


def baseline_file(given: argparse.Namespace) -> str | None:
    """The baseline that the command line names, absolute; empty: none; None: the configured one."""
    if given.no_baseline:
        return ""
    return None if given.baseline is None else str(Path.cwd() / given.baseline)


def narrow(report: Report, files: Iterable[Path], config: "Config", cwd: Path) -> Report:
    """The report without what baselines hold back; arguments as for `baselines.hold_back`."""
    from contentlint.engine.baselines import hold_back

    return hold_back(report, files, config, cwd)
