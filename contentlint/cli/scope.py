"""Options of `contentlint check` that say which findings are told: all, or only what is new."""

import argparse
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from contentlint.cli.options import note
from contentlint.core.errors import UsageError
from contentlint.core.finding import Report
from contentlint.core.packed import packed

if TYPE_CHECKING:
    from contentlint.cache.store import Cache
    from contentlint.config.plan import Trusted
    from contentlint.config.resolve import Config
    from contentlint.engine.changes import Changes
    from contentlint.engine.discover import Discovery


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
    new.add_argument(
        "--changed",
        nargs="?",
        const="",
        metavar="REF",
        help="check the files and report on the lines that git says differ from REF, from where "
        "this branch left it (default: the main branch)",
    )
    new.add_argument(
        "--staged",
        action="store_true",
        help="check what is staged for the next commit, as the index has it, not the working tree",
    )


def check_options(given: argparse.Namespace) -> None:
    """See that the options go together.

    Raises:
        UsageError: two of them contradict each other.
    """
    if given.baseline is not None and given.no_baseline:
        raise UsageError("--baseline and --no-baseline contradict each other; give one")
    if given.staged and given.changed is not None:
        raise UsageError("--staged and --changed contradict each other; give one")
    if given.staged and (given.fix or given.diff):
        raise UsageError("--staged reads the index, where nothing is fixed; leave it or --fix out")
    is_new = given.staged or given.changed is not None
    if is_new and ("-" in given.paths or given.stdin_filename):
        raise UsageError("stdin is no file that git knows; leave --changed and --staged out")
    if is_new and (given.fix or given.diff):
        raise UsageError("--fix mends whole files, not changed lines; leave --changed out")


def baseline_file(given: argparse.Namespace, trusted: "Trusted | None" = None) -> str | None:
    """The baseline that the command line names, absolute; empty: none; None: the configured one.

    Args:
        given: the options.
        trusted: the commit that has it; None: the checkout has.
    """
    if given.no_baseline:
        return ""
    if given.baseline is None:
        return None
    file = Path.cwd() / given.baseline
    return str(file if trusted is None else trusted.in_copy(file))


def narrow(report: Report, files: Iterable[Path], config: "Config", cwd: Path) -> Report:
    """The report without what baselines hold back; arguments as for `baselines.hold_back`."""
    from contentlint.baseline.apply import hold_back

    return hold_back(report, files, config.task, cwd)


def changes(given: argparse.Namespace, cwd: Path) -> "Changes | None":
    """What git says has changed, where that is all that is to be checked.

    Raises:
        UsageError: git cannot tell.
    """
    if not given.staged and given.changed is None:
        return None
    from contentlint.engine.changes import staged, working_tree

    if given.staged:
        return staged(cwd)
    return working_tree(cwd, given.changed, is_trusted=given.trusted_ref is None)


def only_changed(discovery: "Discovery", changes: "Changes") -> "Discovery":
    """The changed files of a run; links are followed as git does not follow them."""
    return discovery.only([file for file in discovery.files if file in changes.lines])


def check_staged(
    discovery: "Discovery", config: "Config", cwd: Path, cache: "Cache | None"
) -> Report:
    """Check files as the index has them, on a site as the index has it.

    Args:
        discovery: of staged files.
        config: what holds for each.
        cwd: the working directory.
        cache: what is known of articles that have not changed.
    """
    from contentlint.engine.changes import StagedContent
    from contentlint.engine.run import check_files

    contents = StagedContent(cwd, discovery.files)
    of_index = discovery.without(contents.untracked)
    return check_files(of_index, config.task, cache, contents=contents)


def on_changed_lines(report: Report, changes: "Changes", cwd: Path, *, quiet: bool) -> Report:
    """The report without what stands on lines that have not changed; their number goes to stderr.

    Args:
        report: of changed files.
        changes: which lines have changed.
        cwd: the folder that paths of findings are relative to.
        quiet: whether nothing is said of the others.
    """
    from contentlint.core.shown import shown

    lines = {shown(path, cwd): lines for path, lines in changes.lines.items()}
    kept = packed(
        finding
        for finding in report.findings
        if finding.path not in lines
        or lines[finding.path].meet(finding.line, max(finding.line, finding.end_line))
    )
    others = len(report.findings) - len(kept)
    if others and not quiet:
        note(f"contentlint: {others} on lines unchanged since {changes.since} are held back")
    return replace(report, findings=kept)
