"""`contentlint check --add-suppressions`: suppress existing findings in the articles."""

import argparse
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from contentlint.cli.options import note
from contentlint.core.errors import UsageError
from contentlint.core.finding import Finding, Report
from contentlint.core.records import replace

if TYPE_CHECKING:
    from contentlint.config.resolve import Config


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options to those of `check`."""
    group = parser.add_argument_group("suppressing")
    group.add_argument(
        "--add-suppressions",
        action="store_true",
        help="add comments to the articles that suppress their findings; report the rest",
    )
    group.add_argument(
        "--reason",
        default="",
        metavar="TEXT",
        help="with --add-suppressions: reason to add to the comments",
    )


def check_options(given: argparse.Namespace) -> None:
    """Ensure that the options can be combined.

    Raises:
        UsageError: two of them contradict each other, or one would have no effect.
    """
    if given.reason and not given.add_suppressions:
        raise UsageError("--reason needs --add-suppressions")
    if not given.add_suppressions:
        return
    for option in ("fix", "diff", "staged"):
        if getattr(given, option):
            raise UsageError(f"--add-suppressions and --{option} cannot be combined; remove one")
    if given.changed is not None:
        raise UsageError("--add-suppressions works on whole files; remove --changed")
    if "-" in given.paths or given.stdin_filename:
        raise UsageError("--add-suppressions does not support stdin; name files or folders")
    from contentlint.fixing.suppress import reason_fault

    if fault := reason_fault(given.reason):
        raise UsageError(f"--reason cannot be written into a comment: {fault}")


def add(
    report: Report, files: Sequence[Path], config: "Config", given: argparse.Namespace
) -> Report:
    """Write suppressions for the findings of a report, and report the remaining ones.

    Args:
        report: the findings to suppress.
        files: the checked files, absolute.
        config: the settings of each.
        given: the options.
    """
    from contentlint.fixing.suppress import suppress_file

    by_path: dict[str, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        by_path[finding.path].append(finding)
    left: list[Finding] = []
    comments = changed = 0
    for path in files:
        task = config.task(path)
        if task.name in by_path:
            done = suppress_file(task, by_path[task.name], given.reason)
            left += done.left
            comments += done.comments
            changed += done.comments > 0
            del by_path[task.name]
    # Files that are not articles, such as that of the navigation, have no comments for it.
    left += [finding for findings in by_path.values() for finding in findings]
    if not given.quiet:
        added = f"{comments} suppression{'' if comments == 1 else 's'}"
        note(f"contentlint: added {added} to {changed} file{'' if changed == 1 else 's'}")
    left.sort(key=lambda finding: finding.sort_key)
    return replace(report, findings=tuple(left))
