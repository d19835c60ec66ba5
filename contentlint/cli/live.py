"""`contentlint check --watch`: check again what is saved.

One process looks, and starts another one for each check. So schemas are imported anew when they
have changed, and nothing that their code does can end the watch.
"""

import argparse
import os
import sys
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from contentlint.cli import reports, scope
from contentlint.cli.conclusion import concluded
from contentlint.cli.options import note
from contentlint.cli.streams import unexpected
from contentlint.core.errors import ContentlintError, UsageError

if TYPE_CHECKING:
    from contentlint.cache.store import Cache, Miss
    from contentlint.config.resolve import Config, Request
    from contentlint.engine.discover import Discovery
    from contentlint.engine.watching import Seen, Watcher

# The exit status of a check whose report nobody reads any longer.
_NO_READER = 3


class Run(NamedTuple):
    """A run that is made again and again.

    Args:
        request: what of the command line decides on findings.
        targets: the reports.
        given: the command line.
        cwd: the folder that paths of findings are relative to.
    """

    request: "Request"
    targets: list[reports.Target]
    given: argparse.Namespace
    cwd: Path


class Again(NamedTuple):
    """What is to be checked again.

    Args:
        changed: the articles that have changed; None: all.
        is_site: whether other files of the site came or went, which articles may name.
        gone: how many articles have gone.
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
    """See that the options go together.

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
    if find_spec("watchfiles") is None:
        raise UsageError("--watch needs watchfiles; run `pip install 'contentlint[watch]'`")


def watcher(
    request: "Request", targets: list[reports.Target], given: argparse.Namespace, cwd: Path
) -> "Watcher":
    """What looks at the files of a run; arguments as for `Run`."""
    from contentlint.engine.watching import Watcher

    apart = reports.files(targets, cwd)
    return Watcher(request, cwd, force_exclude=given.force_exclude, apart=apart)


def watch(watcher: "Watcher", seen: "Seen | None", run: Run) -> None:
    """Check what changes and report it, until an interrupt.

    What cannot be done, a mistake in the configuration above all, is said once; as soon as it is
    fixed all is checked again.

    Args:
        watcher: looks at the files.
        seen: what it saw before the run that was made already.
        run: what is made again.

    Raises:
        BrokenPipeError: nobody reads the reports any longer.
    """
    if not run.given.quiet and seen is not None:
        note(f"contentlint: watching {_number(len(seen.articles))}; press Ctrl-C to stop")
    fault = ""
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
        again = _what(seen, now)
        seen = now
        if again is not None:
            _start(run, again)


def _what(before: "Seen | None", now: "Seen") -> Again | None:
    if before is None or before.settings != now.settings:
        return Again(None)
    if before == now:
        return None
    gone = len(before.articles.keys() - now.articles.keys())
    return Again(now.changed(before), before.names != now.names, gone)


def _start(run: Run, again: Again) -> None:
    """Check in a process of its own, and wait for it."""
    import multiprocessing

    from contentlint.engine.workers import start_safely

    process = multiprocessing.get_context("spawn").Process(target=_make, args=(run, again))
    start_safely(process)
    try:
        process.join()
    finally:
        if process.is_alive():
            process.terminate()
            process.join()
    if process.exitcode == _NO_READER:
        raise BrokenPipeError


def _make(run: Run, again: Again) -> None:
    """The check, in its own process."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        _check(run, again)
        sys.stdout.flush()
    except ContentlintError as error:
        note(f"contentlint: error: {error}")
    except KeyboardInterrupt:
        return
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(_NO_READER)
    except Exception as error:
        note(f"contentlint: {unexpected(error)}")


def _check(run: Run, again: Again) -> None:
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
        _tell(again, len(chosen.files))
    if not (chosen.files or again.gone):
        return
    for discovery, targets in (
        (chosen, [target for target in run.targets if target.file is None]),
        # What is kept in files is always of all articles.
        (found, [target for target in run.targets if target.file is not None]),
    ):
        if targets and discovery.files:
            _report(discovery, targets, config, cache, run)
    if cache is not None:
        cache.close()


def _report(
    discovery: "Discovery",
    targets: list[reports.Target],
    config: "Config",
    cache: "Cache | None",
    run: Run,
) -> None:
    from contentlint.engine.run import check_files

    changes = scope.changes(run.given, run.cwd)
    if changes is not None:
        discovery = scope.only_changed(discovery, changes)
    report = check_files(discovery, config.task, cache, jobs=run.given.jobs)
    files, skipped = discovery.files, discovery.skipped
    report = concluded(report, files, config, run.cwd, run.given, changes, skipped)
    reports.write_reports(report, targets, run.given, sys.stdout)


def misses(
    discovery: "Discovery", config: "Config", cache: "Cache | None"
) -> "Iterator[tuple[Path, Miss]]":
    """The files that the cache does not answer for, each with the reason.

    Args:
        discovery: the files.
        config: what applies to each.
        cache: the cache; None: there is none yet.
    """
    from contentlint.cache.store import IS_NEW
    from contentlint.config.task import Checked

    for path in discovery.files:
        answer = IS_NEW if cache is None else cache.look(config.task(path))
        if not isinstance(answer, Checked):
            yield path, answer


def _tell(again: Again, files: int) -> None:
    at = time.strftime("%H:%M:%S")
    if again.changed is None:
        note(f"contentlint: settings changed at {at}; checking {_number(files)} again")
    elif again.changed:
        note(f"contentlint: {_number(len(again.changed))} changed at {at}")
    elif files:
        what = "files named by articles"
        note(f"contentlint: {what} changed at {at}; checking {_number(files)} again")
    if again.gone:
        note(f"contentlint: {_number(again.gone)} deleted")


def _number(count: int) -> str:
    return f"{count} file{'' if count == 1 else 's'}"
