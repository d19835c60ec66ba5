"""`contentlint check --watch`: check files again when they are saved.

One process watches and starts another process for each check, so changed Python schemas are
imported again, and their code cannot end the watch.
"""

import argparse
import os
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from contentlint.cli import online, reports, scope
from contentlint.cli.conclusion import finalize
from contentlint.cli.options import note
from contentlint.cli.streams import unexpected
from contentlint.core.errors import ContentlintError, UsageError
from contentlint.core.finding import Elsewhere, Finding, Report, identified
from contentlint.core.packed import packed
from contentlint.core.records import replace
from contentlint.core.tuples import NamedTuple

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from contentlint.cache.store import Cache, Miss
    from contentlint.config.resolve import Config, Request
    from contentlint.engine.discover import Discovery
    from contentlint.engine.watching import Seen, Watcher

Known = frozenset[str] | None
"""Which findings were there at the last check; None: not known."""

# The exit status of a check whose report pipe was closed by its reader.
_NO_READER = 3


class Run(NamedTuple):
    """A run that is repeated.

    Args:
        request: the part of the command line that affects findings.
        targets: the reports.
        given: the command line.
        cwd: the folder that paths of findings are relative to.
    """

    request: "Request"
    targets: list[reports.Target]
    given: argparse.Namespace
    cwd: Path


class Again(NamedTuple):
    """The articles to check again.

    Args:
        changed: the changed articles; None: all.
        is_site: whether other files of the site, which articles may refer to, were added or
            deleted.
        gone: number of deleted articles.
    """

    changed: list[Path] | None
    is_site: bool = False
    gone: int = 0


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the option to a parser."""
    live = parser.add_argument_group("watching")
    live.add_argument(
        "--watch",
        action="store_true",
        help="keep running and check files again when they are saved, until Ctrl-C",
    )


def check_options(given: argparse.Namespace) -> None:
    """Ensure that the options can be combined.

    Raises:
        UsageError: two of them contradict each other.
    """
    if not given.watch:
        return
    for option in ("fix", "diff", "staged", "add_suppressions"):
        if getattr(given, option):
            name = option.replace("_", "-")
            raise UsageError(f"--watch and --{name} cannot be combined; remove one")
    if "-" in given.paths or given.stdin_filename:
        raise UsageError("stdin cannot be watched; remove --watch")

    from importlib.util import find_spec

    if find_spec("watchfiles") is None:
        raise UsageError("--watch needs watchfiles; run `pip install 'contentlint[watch]'`")


def watcher(
    request: "Request", targets: list[reports.Target], given: argparse.Namespace, cwd: Path
) -> "Watcher":
    """The watcher of a run's files; arguments as for `Run`."""
    from contentlint.engine.watching import Watcher

    apart = reports.files(targets, cwd)
    return Watcher(request, cwd, force_exclude=given.force_exclude, apart=apart)


def watch(watcher: "Watcher", seen: "Seen | None", run: Run, report: Report) -> None:
    """Check and report changed files, until an interrupt.

    A change may also cause findings in other files: a removed page in those that link to it. They
    are reported once.

    An error, such as a mistake in the configuration, is reported once; as soon as it is fixed, all
    files are checked again.

    Args:
        watcher: watches the files.
        seen: their state before the first run.
        run: the run to repeat.
        report: the report of the first run.

    Raises:
        BrokenPipeError: the reader of the reports has closed the pipe.
    """
    if not run.given.quiet and seen is not None:
        note(f"contentlint: watching {_number(len(seen.articles))}; press Ctrl-C to stop")
    fault = ""
    known: Known = known_in(report)
    for _ in watcher.events():
        try:
            now = watcher.look()
        except ContentlintError as error:
            if str(error) != fault:
                fault = str(error)
                note(f"contentlint: error: {error}")
            seen = None
            continue
        fault = ""
        again = _changed(seen, now)
        seen = now
        if again is not None:
            known = _start(run, again, known)


def _changed(before: "Seen | None", now: "Seen") -> Again | None:
    if before is None or before.settings != now.settings:
        return Again(None)
    if before == now:
        return None
    gone = len(before.articles.keys() - now.articles.keys())
    return Again(now.changed(before), before.names != now.names, gone)


def known_in(report: Report) -> frozenset[str]:
    """The findings of a report, as identifiers."""
    return frozenset(identity for _, identity in identified(report.findings))


def _start(run: Run, again: Again, known: Known) -> Known:
    """Check in a separate process, and wait for it; the findings that it has found."""
    import multiprocessing

    from contentlint.engine.workers import start_safely

    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_check_safely, args=(run, again, known, theirs))
    start_safely(process)
    theirs.close()
    found: Known = None
    try:
        with suppress(EOFError, OSError):  # it has failed
            found = ours.recv()
        process.join()
    finally:
        ours.close()
        if process.is_alive():
            process.terminate()
            process.join()
    if process.exitcode == _NO_READER:
        raise BrokenPipeError
    return found


def _check_safely(run: Run, again: Again, known: Known, answer: "Connection") -> None:
    """Check in this process, with errors printed on stderr.

    Args:
        run, again, known: as for `_start`.
        answer: receives the findings.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        found = _check(run, again, known)
        sys.stdout.flush()
        answer.send(found)
    except ContentlintError as error:
        note(f"contentlint: error: {error}")
    except KeyboardInterrupt:
        return
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(_NO_READER)
    except Exception as error:
        note(f"contentlint: {unexpected(error)}")


def _check(run: Run, again: Again, known: Known) -> Known:
    from contentlint.cache.place import cache_folder
    from contentlint.cache.store import Cache
    from contentlint.config.resolve import load
    from contentlint.engine.discover import discover

    given, cwd = run.given, run.cwd
    cache = None if given.no_cache else Cache(cache_folder(cwd, given.cache_dir))
    config = load(run.request, cwd, cache)
    found = discover(
        run.request.paths,
        config,
        cwd,
        force_exclude=given.force_exclude,
        apart=reports.files(run.targets, cwd),
    )
    chosen = found
    if again.changed is not None:
        files = set(again.changed)
        if again.is_site:
            files |= {path for path, _ in misses(found, config, cache)}
        chosen = found.only([path for path in found.files if path in files])
    if not given.quiet:
        _print_changes(again, len(chosen.files))
    if not (chosen.files or again.gone):
        return known
    report = _report(found, config, cache, run)
    # Reports in files always cover all articles.
    in_files = [target for target in run.targets if target.file is not None]
    on_stdout = [target for target in run.targets if target.file is None]
    about = _about(chosen, report, run.cwd, known)
    if on_stdout and about.files:
        reports.write_reports(about, on_stdout, given, sys.stdout)
    if in_files and found.files:
        reports.write_reports(report, in_files, given, sys.stdout)
    if cache is not None:
        cache.close()
    return known_in(report)


def _report(discovery: "Discovery", config: "Config", cache: "Cache | None", run: Run) -> Report:
    from contentlint.engine.run import check_files

    changes = scope.changes(run.given, run.cwd)
    if changes is not None:
        discovery = scope.only_changed(discovery, changes)
    asked = online.ask(discovery, config, cache, run.given) if run.given.online else None
    report = check_files(discovery, config.task, cache, jobs=run.given.jobs)
    report = replace(report, online=asked)
    files, skipped = discovery.files, discovery.skipped
    return finalize(report, files, config, run.cwd, run.given, changes, skipped)


def _about(chosen: "Discovery", report: Report, cwd: Path, known: Known) -> Report:
    """The report with the findings of some files, and the number of those in the others.

    Args:
        chosen: these files.
        report: the report of all files.
        cwd: the folder that paths of findings are relative to.
        known: the findings of the last check; new ones in other files are reported as well.
    """
    from contentlint.core.shown import shown

    paths = {shown(path, cwd) for path in chosen.files}
    now: list[Finding] = []
    others: list[Finding] = []
    for finding, identity in identified(report.findings):
        is_new = known is not None and identity not in known
        (now if finding.path in paths or is_new else others).append(finding)
    files = len(paths | {finding.path for finding in now})
    own = packed(now)
    if not others:
        return replace(report, files=files) if own or not files else report
    counts = Counter(finding.severity for finding in others)
    elsewhere = Elsewhere(len({finding.path for finding in others}), dict(counts))
    return replace(report, findings=own, files=files, elsewhere=elsewhere)


def misses(
    discovery: "Discovery", config: "Config", cache: "Cache | None"
) -> "Iterator[tuple[Path, Miss]]":
    """The files that are not cached, each with the reason.

    Args:
        discovery: the files.
        config: the settings of each.
        cache: the cache; None if there is none yet.
    """
    from contentlint.cache.store import IS_NEW
    from contentlint.config.task import Checked

    for path in discovery.files:
        answer = IS_NEW if cache is None else cache.look(config.task(path))
        if not isinstance(answer, Checked):
            yield path, answer


def _print_changes(again: Again, files: int) -> None:
    at = time.strftime("%H:%M:%S")
    if again.changed is None:
        note(f"contentlint: settings changed at {at}; checking {_number(files)} again")
    elif again.changed:
        note(f"contentlint: {_number(len(again.changed))} changed at {at}")
    elif files:
        note(f"contentlint: referenced files changed at {at}; checking {_number(files)} again")
    if again.gone:
        note(f"contentlint: {_number(again.gone)} deleted")


def _number(count: int) -> str:
    return f"{count} file{'' if count == 1 else 's'}"
