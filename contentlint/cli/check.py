"""`contentlint check`: check articles and report what is wrong."""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from contentlint.cli import first_run, live, reports, scope, suppress, trust, watch
from contentlint.cli.conclusion import concluded
from contentlint.cli.fix import add_options, check_options, conclude_diff, fix, fix_stdin
from contentlint.cli.options import Parser, note, write
from contentlint.cli.streams import one_line
from contentlint.core.errors import UsageError
from contentlint.core.finding import CONFIDENCES, SEVERITIES, FailOn, Report, Skipped

if TYPE_CHECKING:
    from contentlint.cache.store import Cache
    from contentlint.config.plan import Trusted
    from contentlint.config.resolve import Config, Request
    from contentlint.engine.discover import Discovery

_DESCRIPTION = """\
Check articles: front matter, markup, images and attribution. Folders are searched for Markdown and
HTML; .gitignore and `exclude` hold there. A file that is named is always checked.
"""

_EPILOG = """\
examples:
  contentlint check                                 this folder
  contentlint check posts --fail-on warning         warnings make it fail, too
  contentlint check --select html --format concise  one line for each fault of markup
  contentlint check --format text --format json --output report.json
                                                    two reports of one run
  contentlint check --output report.html --output report.sarif
                                                    a page, and a file for code scanning
  contentlint check --config 'rules."image/placeholder" = "off"'
  contentlint check - --stdin-filename posts/a.md < posts/a.md
  contentlint check --diff posts                    what --fix would change
  contentlint check --fix --select html posts       mend the markup

exit status: 0 nothing at or above --fail-on, 1 findings, 2 the run could not be done;
with --fix what is left counts; with --diff 0 means that nothing would be changed, 1 the opposite
"""


def parser() -> Parser:
    """The parser of this command's arguments."""
    parser = Parser("check", description=_DESCRIPTION, epilog=_EPILOG)
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files and folders; `-` is stdin")

    what = parser.add_argument_group("what is checked")
    what.add_argument(
        "--select",
        action="append",
        default=[],
        metavar="NAME",
        help="run these rules, categories or presets only",
    )
    what.add_argument(
        "--ignore",
        action="append",
        default=[],
        metavar="NAME",
        help="do not run these rules or categories",
    )
    what.add_argument(
        "--confidence",
        choices=CONFIDENCES,
        help="report findings of this confidence or more (default: high)",
    )
    what.add_argument(
        "--stdin-filename",
        metavar="PATH",
        help="what the text on stdin is called; decides what holds for it",
    )

    what.add_argument(
        "--force-exclude",
        action="store_true",
        help="leave out named files, too, that a search of this folder leaves out; for hooks",
    )
    live.add_options(parser)
    add_options(parser)
    suppress.add_options(parser)

    configuration = parser.add_argument_group("configuration")
    configuration.add_argument(
        "--config",
        action="append",
        default=[],
        metavar="FILE|TOML",
        help="a configuration file in place of the nearest one, or TOML over it",
    )
    configuration.add_argument(
        "--no-python-schemas",
        action="store_true",
        help="run no Python code of the site: leave its schemas aside that are",
    )
    configuration.add_argument("--isolated", action="store_true", help="read no configuration file")
    configuration.add_argument(
        "--show-files", action="store_true", help="list what would be checked, and check nothing"
    )
    configuration.add_argument(
        "--show-settings", action="store_true", help="list what would hold, and where it is said"
    )

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
    with trust.trusted_commit(given, Path.cwd()) as trusted:
        return _run(given, trusted)


def _run(given: argparse.Namespace, trusted: "Trusted | None") -> int:
    from contentlint.config.resolve import Request, load

    request = Request(
        paths=tuple(given.paths),
        select=_split(given.select),
        ignore=_split(given.ignore),
        config=tuple(given.config),
        isolated=given.isolated,
        fail_on=given.fail_on,
        confidence=given.confidence,
        python_schemas=not given.no_python_schemas,
        baseline=scope.baseline_file(given, trusted),
        suppressions=not given.no_suppressions,
        trusted=trusted,
    )
    targets = reports.targets(given)
    check_options(given)
    live.check_options(given)
    is_fixing = given.fix or given.diff
    cwd = Path.cwd()
    is_stdin = "-" in request.paths or bool(given.stdin_filename)
    cache = None
    if not given.no_cache:
        from contentlint.cache.place import cache_folder
        from contentlint.cache.store import Cache

        cache = Cache(cache_folder(cwd, given.cache_dir))
    config = load(request, cwd, cache)
    lookout = live.lookout(request, targets, given, cwd) if given.watch else None
    seen = None if lookout is None else lookout.look()
    changed, is_complete = 0, True
    changes = None
    skipped: list[Skipped] = []
    if is_stdin:
        report, changed = _check_stdin(request, config, cwd, given, cache)
        if cache is not None:
            cache.close()
        files: Sequence[Path] = [cwd / (given.stdin_filename or "stdin.md")]
    else:
        from contentlint.engine.discover import discover

        discovery = discover(
            request.paths,
            config,
            cwd,
            force_exclude=given.force_exclude,
            apart=reports.files(targets, cwd),
        )
        if given.show_files or given.show_settings:
            return _show(discovery, config, cwd, files=given.show_files, quiet=given.quiet)
        skipped = discovery.skipped
        if not discovery.files:
            if trusted is not None:
                # A report that says so; a missing one could be that of another run.
                report = concluded(Report((), 0, 0.0), (), config, cwd, given, None, skipped)
                reports.write_reports(report, targets, given, sys.stdout)
            return 0 if given.force_exclude else _nothing(discovery, request)
        changes = scope.changes(given, cwd)
        if changes is not None:
            discovery = scope.only_changed(discovery, changes)
            if not discovery.files and not given.quiet:
                note(f"contentlint: no article differs from {changes.since}")
        if cache is not None and cache.is_new and not given.quiet:
            first_run.tell(discovery, config, cwd)
        if given.staged:
            report = scope.check_staged(discovery, config, cwd, cache)
        elif is_fixing:
            report, changed = fix(discovery, config, given, cache)
        else:
            report, is_complete = watch.check(discovery, config, cwd, cache, given)
        files = discovery.files
        if cache is not None:
            cache.close()
            is_usual = is_complete and not (given.staged or is_fixing or changes)
            if is_usual and cache.folder is not None:
                report = _with_trend(report, request, cache.folder)
        if not given.quiet:
            _note_exclusions(discovery)
    for reference in config.refused_schemas:
        note(f"contentlint: schema `{reference}` is Python code and was left aside")
    if given.diff:
        return conclude_diff(report, changed, given)
    report = concluded(report, files, config, cwd, given, changes, skipped)
    # The mended text of stdin is what goes to stdout.
    stream = sys.stderr if is_stdin and given.fix else sys.stdout
    reports.write_reports(report, targets, given, stream)
    if not is_complete:
        return watch.INTERRUPTED
    if lookout is not None:
        sys.stdout.flush()
        live.watch(lookout, seen, live.Run(request, targets, given, cwd))
    return 1 if _fails(report, config.fail_on) else 0


def _with_trend(report: Report, request: "Request", folder: Path) -> Report:
    """The report with what has changed since the last run of the same kind."""
    from contentlint.cache.last_run import trend
    from contentlint.cache.place import LAST_RUN

    about = (request.paths, request.select, request.ignore, request.config, request.confidence)
    return replace(report, trend=trend(folder / LAST_RUN, about, report.findings))


def _split(names: list[str]) -> tuple[str, ...]:
    """Names given one by one or with commas between them."""
    return tuple(part.strip() for name in names for part in name.split(",") if part.strip())


def _check_stdin(
    request: "Request",
    config: "Config",
    cwd: Path,
    given: argparse.Namespace,
    cache: "Cache | None",
) -> tuple[Report, int]:
    """Check or fix stdin; the report, and the number of texts that fixes changed."""
    from contentlint.engine.discover import nothing
    from contentlint.engine.run import check_files

    if request.paths not in (("-",), ()):
        raise UsageError("`-` (stdin) stands alone; other paths need a run of their own")
    discovery = nothing(config, cwd)
    path = cwd / (given.stdin_filename or "stdin.md")
    data, task = sys.stdin.buffer.read(), config.task(path)
    if given.fix or given.diff:
        return fix_stdin(data, task, discovery, config, cache, given)
    report = check_files(discovery.only([path]), config.task, cache, contents={path: data})
    return report, 0


def _fails(report: Report, fail_on: "FailOn") -> bool:
    if fail_on == "never":
        return False
    bad = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
    return any(finding.severity in bad for finding in report.findings)


def _nothing(discovery: "Discovery", request: "Request") -> int:
    """Say that nothing was checked and why: silence would look like success."""
    where = ", ".join(f"`{path}`" for path in request.paths) or "this folder"
    note(f"contentlint: nothing was checked in {where}")
    for skipped in discovery.skipped:
        hint = f"; {skipped.setting}" if skipped.setting else ""
        note(f"  {skipped.number} {skipped.reason}, such as {skipped.example}{hint}")
    return 2 if request.paths else 0


def _note_exclusions(discovery: "Discovery") -> None:
    from contentlint.engine.discover import LINKS_OUT

    for skipped in discovery.skipped:
        if skipped.reason.startswith("could not") or skipped.reason == LINKS_OUT:
            hint = f"; {skipped.setting}" if skipped.setting else ""
            note(f"contentlint: {skipped.number} {skipped.reason}, such as {skipped.example}{hint}")


def _show(discovery: "Discovery", config: "Config", cwd: Path, *, files: bool, quiet: bool) -> int:
    """Print what would be checked, or with what."""
    from contentlint.core.shown import shown

    if files:
        write(f"{one_line(shown(path, cwd))}\n" for path in discovery.files)
        if not quiet:
            for skipped in discovery.skipped:
                note(f"left out: {skipped.number} {skipped.reason}, such as {skipped.example}")
        return 0
    groups: dict[tuple[Any, ...], list[Path]] = {}
    for path in discovery.files or [cwd / "article.md"]:
        groups.setdefault(tuple(config.settings(path)), []).append(path)
    for settings, paths in groups.items():
        more = f" and {len(paths) - 1} more" if len(paths) > 1 else ""
        write([f"{one_line(shown(paths[0], cwd))}{more}\n"])
        longest = max(len(setting.key) for setting in settings)
        values = [one_line(str(setting.value)) for setting in settings]
        widest = max(map(len, values))
        for setting, value in zip(settings, values, strict=True):
            origin = one_line(setting.origin)
            write([f"  {setting.key:<{longest}}  {value:<{widest}}  {origin}\n"])
    return 0
