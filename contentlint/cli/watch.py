"""The performance options of `contentlint check`, and progress on stderr."""

import argparse
import os
import sys
from typing import TYPE_CHECKING

from contentlint.cli.options import add_cache_dir
from contentlint.core.errors import UsageError
from contentlint.core.finding import Report
from contentlint.engine.progress import Progress

if TYPE_CHECKING:
    from contentlint.cache.store import Cache
    from contentlint.config.resolve import Config
    from contentlint.engine.discover import Discovery
    from contentlint.engine.run import Contents


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options to a parser."""
    group = parser.add_argument_group("performance")
    group.add_argument(
        "--jobs",
        "-j",
        type=_jobs,
        metavar="N",
        help="number of worker processes (default: automatic)",
    )
    group.add_argument(
        "--no-cache",
        action="store_true",
        help="neither read nor write the cache; check every file",
    )
    add_cache_dir(group)


def check_options(given: argparse.Namespace) -> None:
    """Ensure that the options can be combined.

    Raises:
        UsageError: two of them contradict each other.
    """
    if given.cache_dir is not None and given.no_cache:
        raise UsageError("--cache-dir and --no-cache cannot be combined; remove one")


def _jobs(text: str) -> int:
    number = int(text) if text.isascii() and text.isdigit() else 0
    if number < 1:
        expected = "expected a number of worker processes, 1 or more"
        raise argparse.ArgumentTypeError(f"`{text}` is not valid; {expected}")
    return number


def check(
    discovery: "Discovery",
    config: "Config",
    cache: "Cache | None",
    given: argparse.Namespace,
    contents: "Contents | None" = None,
) -> Report:
    """Check the files of a run, with the progress; other arguments as for `check_files`."""
    from contentlint.engine.run import check_files

    progress = Progress(sys.stderr) if is_seen(given) else None
    try:
        return check_files(
            discovery, config.task, cache, contents=contents, jobs=given.jobs, watch=progress
        )
    finally:
        if progress is not None:
            progress.close()


def is_seen(given: argparse.Namespace) -> bool:
    """Whether progress is shown: only on a terminal, and outside of CI."""
    is_terminal = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
    return is_terminal and not given.quiet and not os.environ.get("CI")
