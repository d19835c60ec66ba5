"""The options of `contentlint check` that limit the report to new findings."""

import argparse
import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from contentlint.cli import watch
from contentlint.cli.options import note
from contentlint.cli.request import add_baseline
from contentlint.core.errors import UsageError
from contentlint.core.finding import Report
from contentlint.core.packed import packed
from contentlint.core.records import replace

if TYPE_CHECKING:
    from contentlint.cache.store import Cache
    from contentlint.config.resolve import Config
    from contentlint.engine.changes import Changes, StagedContent
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
        help="report only findings on lines that changed since this branch left REF, according to "
        "git (default: the main branch)",
    )
    new.add_argument(
        "--staged",
        action="store_true",
        help="check the staged content of the git index instead of the working tree",
    )


def check_options(given: argparse.Namespace) -> None:
    """Ensure that the options can be combined.

    Raises:
        UsageError: two of them contradict each other, or a path looks like an option's value.
    """
    if given.changed == "":
        _check_paths(given.paths)
    if given.baseline is not None and given.no_baseline:
        raise UsageError("--baseline and --no-baseline cannot be combined; remove one")
    if given.staged and given.changed is not None:
        raise UsageError("--staged and --changed cannot be combined; remove one")
    if given.staged and (given.fix or given.diff):
        raise UsageError("--staged and --fix cannot be combined; the index cannot be fixed")
    is_new = given.staged or given.changed is not None
    if is_new and ("-" in given.paths or given.stdin_filename):
        raise UsageError("stdin is not tracked by git; remove --changed or --staged")
    if is_new and (given.fix or given.diff):
        raise UsageError("--fix works on whole files, not on changed lines; remove --changed")


def _check_paths(paths: Iterable[str]) -> None:
    """Reject paths meant as the revision of `--changed`, which earlier versions accepted."""
    for path in paths:
        if path != "-" and not os.path.lexists(path):
            hint = f"to compare with a revision, write `--changed={path}`"
            raise UsageError(f"no file or folder `{path}`; {hint}")


def narrow(report: Report, files: Iterable[Path], config: "Config", cwd: Path) -> Report:
    """The report without the findings in baselines; arguments as for `apply_baseline`."""
    from contentlint.baseline.apply import apply_baseline

    return apply_baseline(report, files, config.task, cwd)


def changes(given: argparse.Namespace, cwd: Path) -> "Changes | None":
    """The changes according to git; None if all files are to be checked.

    Raises:
        UsageError: git fails.
    """
    if not given.staged and given.changed is None:
        return None
    from contentlint.engine.changes import staged, working_tree

    if given.staged:
        return staged(cwd)
    return working_tree(cwd, given.changed, is_trusted=given.trusted_ref is None)


def only_changed(discovery: "Discovery", changes: "Changes") -> "Discovery":
    """The changed files of a run."""
    return discovery.only([file for file in discovery.files if file in changes.lines])


def staged_content(discovery: "Discovery", cwd: Path) -> "StagedContent":
    """The staged content of files."""
    from contentlint.engine.changes import StagedContent

    return StagedContent(cwd, discovery.files)


def check_staged(
    discovery: "Discovery",
    config: "Config",
    contents: "StagedContent",
    cache: "Cache | None",
    given: argparse.Namespace,
) -> Report:
    """Check the staged content of files, with the staged state of the site.

    Args:
        discovery: the staged files.
        config: the settings of each.
        contents: the staged content.
        cache: the findings of unchanged articles.
        given: the options.
    """
    return watch.check(discovery.without(contents.untracked), config, cache, given, contents)


def on_changed_lines(report: Report, changes: "Changes", cwd: Path, *, quiet: bool) -> Report:
    """The report without findings on unchanged lines; their number is printed on stderr.

    Args:
        report: the findings in changed files.
        changes: the changed lines.
        cwd: the folder that paths of findings are relative to.
        quiet: whether their number is not printed.
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
        number = f"{others} finding{'' if others == 1 else 's'}"
        note(f"contentlint: not reported: {number} on lines unchanged since {changes.since}")
    return replace(report, findings=kept)
