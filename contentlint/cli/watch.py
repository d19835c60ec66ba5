"""Options of `contentlint check` about how it runs, and what a person sees of that on stderr."""

import argparse
import os
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from contentlint.cli.options import add_cache_dir, note
from contentlint.core.errors import UsageError
from contentlint.core.finding import Report
from contentlint.engine.progress import Progress

if TYPE_CHECKING:
    from contentlint.cache.store import Cache, Miss
    from contentlint.config.resolve import Config
    from contentlint.engine.discover import Discovery

INTERRUPTED = 130
"""The exit status after Ctrl-C."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options to a parser."""
    group = parser.add_argument_group("how it runs")
    group.add_argument(
        "--jobs",
        "-j",
        type=_jobs,
        metavar="N",
        help="how many processes work (default: as many as pay)",
    )
    group.add_argument(
        "--no-cache",
        action="store_true",
        help="check every file, also those that have not changed since the last run",
    )
    add_cache_dir(group)
    group.add_argument(
        "--explain-cache",
        action="store_true",
        help="say on stderr of each file that is checked anew why the cache does not answer it",
    )
    group.add_argument(
        "--keep-partial",
        action="store_true",
        help="after Ctrl-C, report what was found so far",
    )


def check_options(given: argparse.Namespace) -> None:
    """See that the options go together.

    Raises:
        UsageError: two of them contradict each other.
    """
    if given.explain_cache and given.no_cache:
        raise UsageError("--explain-cache and --no-cache contradict each other; give one")
    if given.cache_dir is not None and given.no_cache:
        raise UsageError("--cache-dir and --no-cache contradict each other; give one")


def _jobs(text: str) -> int:
    number = int(text) if text.isascii() and text.isdigit() else 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"`{text}` is no number of processes; give 1 or more")
    return number


class _Watch:
    """Draws how far the run is, and takes note of what the cache did not answer.

    Args:
        progress: draws; None where nobody looks.
        explains: whether each miss is told.
    """

    def __init__(self, progress: Progress | None, *, explains: bool) -> None:
        self.progress = progress
        self.explains = explains
        self.files = 0
        self.misses: dict[str, str] = {}

    def begin(self, files: int) -> None:
        self.files = files
        if self.progress is not None:
            self.progress.begin(files)

    def step(self, name: str, miss: "Miss | None") -> None:
        if miss is not None and self.explains:
            self.misses[name] = miss.reason
        if self.progress is not None:
            self.progress.step(name, miss)

    def pause(self) -> None:
        if self.progress is not None:
            self.progress.pause()

    def explain(self) -> None:
        """Say what the cache did not answer and why, and how many files it answered."""
        for name in sorted(self.misses):
            note(f"contentlint: {name} is checked anew: {self.misses[name]}")
        answered = self.files - len(self.misses)
        note(f"contentlint: the cache answers {answered} of {self.files} files")
        for reason, number in Counter(self.misses.values()).most_common():
            note(f"contentlint: {number} of them not: {reason}")


def check(
    discovery: "Discovery",
    config: "Config",
    cwd: Path,
    cache: "Cache | None",
    given: argparse.Namespace,
) -> tuple[Report, bool]:
    """Check the files of a run; the report, and whether all of them are in it.

    Raises:
        KeyboardInterrupt: Ctrl-C was pressed, and nothing is to be kept of it.
    """
    from contentlint.engine.run import Interrupted, check_files

    progress = Progress(sys.stderr) if _is_seen(given) else None
    watch = _Watch(progress, explains=given.explain_cache)
    try:
        return check_files(discovery, config.task, cache, jobs=given.jobs, watch=watch), True
    except Interrupted as interrupted:
        if not given.keep_partial:
            raise
        report = interrupted.report
        if progress is not None:
            progress.close()
        note(f"contentlint: interrupted after {report.files} of {len(discovery.files)} files")
        return report, False
    finally:
        if progress is not None:
            progress.close()
        if given.explain_cache:
            watch.explain()


def _is_seen(given: argparse.Namespace) -> bool:
    """Whether a person looks at stderr."""
    is_terminal = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
    return is_terminal and not given.quiet and not os.environ.get("CI")
