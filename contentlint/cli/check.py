"""`contentlint check`: check articles and report what is wrong."""

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from contentlint.cli import (
    first_run,
    live,
    online,
    reports,
    scope,
    skips,
    suppress,
    trust,
    watch,
)
from contentlint.cli.conclusion import finalize
from contentlint.cli.fix import add_options, check_options, conclude_diff, fix, fix_stdin
from contentlint.cli.options import Parser, note
from contentlint.cli.request import (
    add_configuration,
    add_force_exclude,
    add_plugins,
    add_python_schemas,
    add_rules,
    request,
)
from contentlint.core import tables
from contentlint.core.errors import UsageError
from contentlint.core.finding import SEVERITIES, FailOn, Report, Skipped
from contentlint.core.memory import collect_garbage
from contentlint.core.records import replace
from contentlint.core.tuples import NamedTuple

if TYPE_CHECKING:
    from contentlint.cache.index import Index
    from contentlint.cache.store import Cache
    from contentlint.config.plan import Trusted
    from contentlint.config.resolve import Config, Request
    from contentlint.engine.changes import Changes
    from contentlint.engine.discover import Discovery

_DESCRIPTION = """\
Check the front matter, markup, images and attribution of articles. Folders are searched for
Markdown and HTML files, except those ignored by .gitignore or `exclude`. A named file is always
checked.
"""

_EPILOG = """\
examples:
  contentlint check                                 check this folder
  contentlint check posts --fail-on warning         fail on warnings as well
  contentlint check --select html --format concise  markup findings, one per line
  contentlint check --format text --format json --output report.json
                                                    two reports in one run
  contentlint check --output report.html --output report.sarif
                                                    an HTML page, and SARIF for code scanning
  contentlint check --config 'rules."image/placeholder" = "off"'
  contentlint check - --stdin-filename posts/a.md < posts/a.md
  contentlint check --changed=origin/main           only lines changed on this branch
  contentlint check --diff posts                    show what --fix would change
  contentlint check --fix --select html posts       fix the markup
  contentlint check --online                        request external URLs as well

exit status: 0 no findings at or above --fail-on, 1 findings, 2 the run failed; with --fix,
remaining findings count; with --diff, 0 no changes, 1 changes
"""

_REMOVED = {
    "--show-files": "use `contentlint config show --files`",
    "--show-settings": "use `contentlint config show`",
    "--explain-cache": "use `contentlint cache explain`",
    "--keep-partial": "Ctrl-C ends a run without a report",
}


# The exit status after an interrupt, as shells have it.
_INTERRUPTED = 130


class _Run(NamedTuple):
    """The settings of a run.

    Args:
        given: the command line.
        request: the part of it that affects findings.
        targets: the reports.
        cwd: the folder that paths of findings are relative to.
        cache: the findings of earlier runs; None: the cache is not used.
        config: the settings of each article.
        own: what contentlint knows about itself.
    """

    given: argparse.Namespace
    request: "Request"
    targets: list[reports.Target]
    cwd: Path
    cache: "Cache | None"
    config: "Config"
    own: "Index"


class _Outcome(NamedTuple):
    """The result of a run.

    Args:
        report: the findings.
        files: the checked files, absolute.
        fixed: number of files that fixes change.
        changes: the changes according to git, if only these are reported.
        skipped: the files that were not checked.
    """

    report: Report
    files: Sequence[Path]
    fixed: int = 0
    changes: "Changes | None" = None
    skipped: Sequence[Skipped] = ()


def parser() -> Parser:
    """The parser of this command's arguments."""
    parser = Parser("check", description=_DESCRIPTION, epilog=_EPILOG, removed=_REMOVED)
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files and folders; `-` is stdin")

    what = parser.add_argument_group("rules and files")
    add_rules(what)
    what.add_argument(
        "--stdin-filename",
        metavar="PATH",
        help="file name for the text on stdin; determines the settings that apply",
    )
    add_force_exclude(what)
    online.add_options(parser)
    live.add_options(parser)
    add_options(parser)
    suppress.add_options(parser)

    configuration = parser.add_argument_group("configuration")
    add_configuration(configuration)
    add_python_schemas(configuration)
    add_plugins(configuration)

    scope.add_options(parser)
    trust.add_options(parser)
    watch.add_options(parser)
    reports.add_options(parser)
    return parser


def run(arguments: Sequence[str]) -> int:
    """Run the command; its exit status."""
    given = parser().parse_args(arguments)
    scope.check_options(given)
    suppress.check_options(given)
    watch.check_options(given)
    trust.check_options(given)
    online.check_options(given)
    with trust.trusted_commit(given, Path.cwd()) as trusted:
        return _run(given, trusted)


def _run(given: argparse.Namespace, trusted: "Trusted | None") -> int:
    if given.watch or given.fix or given.diff:
        collect_garbage()
    run = _prepare(given, trusted)
    watcher = live.watcher(*_watched(run)) if given.watch else None
    seen = None if watcher is None else watcher.look()
    if _is_stdin(given):
        outcome = _check_stdin(run)
    else:
        discovery = _discover(run)
        if not discovery.files:
            return _report_no_files(run, discovery)
        outcome = _check_files(run, discovery)
    _print_notes(run, outcome)
    if given.diff:
        run.own.save()
        return conclude_diff(outcome.report, outcome.fixed, given)
    report, files, _, changes, skipped = outcome
    if given.verbose:
        _print_unchecked(report)
    report = finalize(report, files, run.config, run.cwd, given, changes, skipped)
    # With --fix, stdout carries the fixed text of stdin.
    stream = sys.stderr if _is_stdin(given) and given.fix else sys.stdout
    reports.write_reports(report, run.targets, given, stream)
    run.own.save()
    if watcher is not None:
        sys.stdout.flush()
        live.watch(watcher, seen, live.Run(*_watched(run)), report)
    if report.online is not None and report.online.left:
        return _INTERRUPTED
    return 1 if _fails(report, run.config.fail_on) else 0


def _prepare(given: argparse.Namespace, trusted: "Trusted | None") -> _Run:
    """The run for a command line.

    Raises:
        UsageError: options contradict each other.
        ConfigError: a configuration file has a mistake.
    """
    from contentlint.cache.index import Index, index_folder
    from contentlint.config.resolve import load
    from contentlint.reporters import WITH_SELECTORS

    targets = reports.targets(given)
    check_options(given)
    live.check_options(given)
    cwd = Path.cwd()
    selectors = any(target.format in WITH_SELECTORS for target in targets)
    asked = replace(request(given, trusted), selectors=selectors)
    index = Index(index_folder(cwd, given.cache_dir))
    cache = None
    if not given.no_cache:
        from contentlint.cache.place import cache_folder
        from contentlint.cache.store import Cache

        cache = Cache(cache_folder(cwd, given.cache_dir), index.state)
    tables.remember(index)
    config = load(asked, cwd, cache, index)
    return _Run(given, asked, targets, cwd, cache, config, index)


def _watched(run: _Run) -> "tuple[Request, list[reports.Target], argparse.Namespace, Path]":
    return run.request, run.targets, run.given, run.cwd


def _is_stdin(given: argparse.Namespace) -> bool:
    return "-" in given.paths or bool(given.stdin_filename)


def _discover(run: _Run) -> "Discovery":
    from contentlint.engine.discover import discover

    return discover(
        run.request.paths,
        run.config,
        run.cwd,
        force_exclude=run.given.force_exclude,
        apart=reports.files(run.targets, run.cwd),
    )


def _check_files(run: _Run, discovery: "Discovery") -> _Outcome:
    """Check or fix the files of a run."""
    given, request, _, cwd, cache, config, _ = run
    changes = scope.changes(given, cwd)
    if changes is not None:
        discovery = scope.only_changed(discovery, changes)
        if not discovery.files and not given.quiet:
            note(f"contentlint: no articles changed since {changes.since}")
    if cache is not None and cache.is_new and not given.quiet:
        first_run.print_hints(discovery, config, cwd)
    fixed, is_usual = 0, changes is None
    contents = scope.staged_content(discovery, cwd) if given.staged else None
    started = time.perf_counter()
    asked = online.ask(discovery, config, cache, given, contents) if given.online else None
    if contents is not None:
        report = scope.check_staged(discovery, config, contents, cache, given)
    elif given.fix or given.diff:
        report, fixed = fix(discovery, config, given, cache)
        is_usual = False
    else:
        report = watch.check(discovery, config, cache, given)
    if cache is not None:
        cache.close()
        if is_usual and cache.folder is not None:
            report = _with_trend(report, request, cache.folder)
    if asked is not None:
        report = replace(report, online=asked, seconds=time.perf_counter() - started)
    return _Outcome(report, discovery.files, fixed, changes, discovery.skipped)


def _check_stdin(run: _Run) -> _Outcome:
    """Check or fix the text on stdin."""
    from contentlint.engine.discover import nothing

    given, request, _, cwd, cache, config, _ = run
    if request.paths not in (("-",), ()):
        raise UsageError("`-` (stdin) cannot be combined with other paths")
    discovery = nothing(config, cwd)
    path = cwd / (given.stdin_filename or "stdin.md")
    data, task, fixed = sys.stdin.buffer.read(), config.task(path), 0
    asked = None
    if given.online:
        asked = online.ask(discovery.only([path]), config, cache, given, {path: data})
    if given.fix or given.diff:
        report, fixed = fix_stdin(data, task, discovery, config, cache, given)
    else:
        report = watch.check(discovery.only([path]), config, cache, given, {path: data})
    if cache is not None:
        cache.close()
    return _Outcome(replace(report, online=asked), [path], fixed)


def _print_unchecked(report: Report) -> None:
    """Print on stderr how many links were not checked, by reason."""
    reasons = sorted(report.unchecked.items(), key=lambda pair: (-pair[1], pair[0]))
    number = sum(report.unchecked.values())
    listed = ", ".join(f"{reason} ({count:,})" for reason, count in reasons)
    links = f"{number:,} link{'' if number == 1 else 's'} not checked"
    note(f"contentlint: {links}: {listed}" if number else f"contentlint: {links}")


def _with_trend(report: Report, request: "Request", folder: Path) -> Report:
    """The report with the changes since the last run with the same options."""
    from contentlint.cache.last_run import trend
    from contentlint.cache.place import LAST_RUN

    chosen = (request.select, request.ignore, request.config, request.confidence, request.online)
    about = (request.paths, *chosen)
    return replace(report, trend=trend(folder / LAST_RUN, about, report.findings))


def _fails(report: Report, fail_on: "FailOn") -> bool:
    if fail_on == "never":
        return False
    bad = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
    return any(finding.severity in bad for finding in report.findings)


def _report_no_files(run: _Run, discovery: "Discovery") -> int:
    """Report that no file was checked, and why: silence would look like success."""
    if run.request.trusted is not None:
        # Written even if empty: an existing report could be that of another run.
        empty, skipped = Report((), 0, 0.0), discovery.skipped
        report = finalize(empty, (), run.config, run.cwd, run.given, None, skipped)
        reports.write_reports(report, run.targets, run.given, sys.stdout)
    if run.given.force_exclude:
        return 0
    where = ", ".join(f"`{path}`" for path in run.request.paths) or "this folder"
    note(f"contentlint: no files to check in {where}")
    skips.print_notes(discovery.skipped, with_settings=True)
    return 2 if run.request.paths else 0


def _print_notes(run: _Run, outcome: _Outcome) -> None:
    """Print on stderr what may be unexpected: unreadable files, old keys, skipped schemas."""
    if not run.given.quiet:
        skips.print_notes((s for s in outcome.skipped if s.is_fault), with_settings=True)
        for line in run.config.deprecated:
            note(f"contentlint: warning: {line}")
    for line in run.config.skipped_plugins:
        note(f"contentlint: {line}")
    for reference in run.config.refused_schemas:
        note(f"contentlint: skipped schema `{reference}`: Python schemas are not allowed")
