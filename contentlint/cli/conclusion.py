"""The steps between checking and writing a report: baseline, suppressions, groups, commands."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from contentlint.cli import scope, suppress, trust
from contentlint.cli.next_steps import commands
from contentlint.core.finding import Report, Skipped
from contentlint.core.records import replace

if TYPE_CHECKING:
    from contentlint.config.resolve import Config
    from contentlint.engine.changes import Changes


def finalize(
    report: Report,
    files: Sequence[Path],
    config: "Config",
    cwd: Path,
    given: argparse.Namespace,
    changes: "Changes | None" = None,
    skipped: Sequence[Skipped] = (),
) -> Report:
    """The report to write: without suppressed findings, grouped, with the commands to suggest.

    Args:
        report: the findings.
        files: the checked files, absolute.
        config: the settings of each.
        cwd: the folder that paths of findings are relative to.
        given: the options.
        changes: the changes according to git, if only these are reported.
        skipped: the files that were not checked.

    Raises:
        ConfigError: a baseline is missing or damaged.
    """
    report = scope.narrow(report, files, config, cwd)
    if given.add_suppressions:
        report = suppress.add(report, files, config, given)
    if changes is not None:
        report = scope.on_changed_lines(report, changes, cwd, quiet=given.quiet)
    if given.group_by:
        from contentlint.engine.groups import grouped

        report = grouped(report, files, given.group_by, config.fail_on, cwd)
    return replace(
        report,
        commands=commands(given, report, cwd),
        skipped=tuple(skipped),
        suppressions=not given.no_suppressions,
        trusted=trust.as_run(config.request.trusted),
    )
