"""Options of `contentlint check` that say which findings are told: all, or only what is new."""

import argparse
import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from contentlint.cli.options import note
from contentlint.cli.request import add_baseline
from contentlint.core.errors import UsageError
from contentlint.core.finding import Report
from contentlint.core.packed import packed

if TYPE_CHECKING:
    from contentlint.cache.store import Cache
    from contentlint.config.resolve import Config
    from contentlint.engine.changes import Changes
    from contentlint.engine.discover import Discovery


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options to a parser."""
    new = parser.add_argument_group("new findings only")
    add_baseline(new)
    new.add_argument(
        "--changed",
        nargs="?",
        const="",
        metavar="REF",
        help="report only findings on lines that git says changed since this branch left REF "
        "(default: the main branch)",
    )
    new.add_argument(
        "--staged",
        action="store_true",
        help="check staged content, as the index has it, not the working tree",
    )


def check_options(given: argparse.Namespace) -> None:
    """See that the options go together.

    Raises:
        UsageError: two of them contradict each other, or a path looks like the value of one.
    """
    if given.changed == "":
        _check_paths(given.paths)
    if given.baseline is not None and given.no_baseline:
        raise UsageError("--baseline and --no-baseline cannot be combined; remove one")
    if given.staged and given.changed is not None:
        raise UsageError("--staged and --changed cannot be combined; remove one")
    if given.staged and (given.fix or given.diff):
        raise UsageError("--staged reads the index, where nothing can be fixed; remove it or --fix")
    is_new = given.staged or given.changed is not None
    if is_new and ("-" in given.paths or given.stdin_filename):
        raise UsageError("stdin is not a file in git; remove --changed or --staged")
    if is_new and (given.fix or given.diff):
        raise UsageError("--fix fixes whole files, not changed lines; remove --changed")


def _check_paths(paths: Iterable[str]) -> None:
    """See that no path is meant as the revision of `--changed`, as earlier versions had it."""
    for path in paths:
        if path != "-" and not os.path.lexists(path):
            hint = f"to compare with a revision, write `--changed={path}`"
            raise UsageError(f"no file or folder `{path}`; {hint}")


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
