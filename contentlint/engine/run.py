"""A run over many files: answered from the cache, or checked here or by worker processes."""

import os
import time
from array import array
from bisect import bisect_left
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from contentlint.cache.entries import Result
from contentlint.cache.key import content, day, file_state
from contentlint.config.task import Checked, FactTasks, Task, TaskOf
from contentlint.core.finding import Finding, Report
from contentlint.core.memory import collect_garbage
from contentlint.core.packed import SortedFindings
from contentlint.core.reading import TooLarge, read_file
from contentlint.core.source import Source
from contentlint.engine.discover import Discovery
from contentlint.engine.guard import LIMIT_REACHED
from contentlint.engine.lift import of_file, unreadable
from contentlint.engine.processes import how_many
from contentlint.engine.site import Sites

if TYPE_CHECKING:
    from contentlint.cache.store import Cache, Miss


# Maximum number of files that are checked without garbage collection.
_MOST_UNCOLLECTED = 30
# Number of files per cache query.
_CACHE_BATCH = 250

Contents = Mapping[Path, bytes]
"""Content that replaces that of files, by path: from the index or stdin."""


class Watch(Protocol):
    """Receives the progress of a run."""

    def begin(self, files: int) -> None:
        """The run starts, with a number of files; then again with those read for their facts."""

    def step(self, name: str, miss: "Miss | None") -> None:
        """A file is done; `miss` says why the cache had no entry, if it was used."""

    def pause(self) -> None:
        """Nothing has happened for a fraction of a second."""


def check_files(
    discovery: Discovery,
    task_of: TaskOf,
    cache: "Cache | None" = None,
    *,
    contents: Contents | None = None,
    jobs: int | None = 1,
    watch: Watch | None = None,
) -> Report:
    """Check all files of a run, and run the rules about their sites.

    Args:
        discovery: the files.
        task_of: creates their tasks: `Config.task`.
        cache: findings of unchanged files.
        contents: content that replaces that of some files.
        jobs: number of worker processes; None for automatic.
        watch: receives the progress.

    Raises:
        SchemaError: a schema cannot be found or imported.
    """
    started = time.perf_counter()
    contents = contents or {}
    findings, sites = SortedFindings(), Sites(task_of, cache)
    files = discovery.files
    # Named and changed files are few, and only some of those of a folder.
    if cache is not None and not cache.is_empty and discovery.folders and not discovery.found:
        from contentlint.engine.unchanged import add_unchanged

        files = add_unchanged(discovery, task_of, cache, contents, sites, findings)
    done = len(discovery.files) - len(files)
    run = check_each(files, task_of, cache, contents=contents, jobs=jobs, watch=watch)
    # Always closed, so that no worker outlives an interrupt.
    with closing(run):
        for task, checked in run:
            findings.add(checked.findings)
            sites.add(task, checked)
            done += 1
    about_sites = site_findings(
        sites, discovery, task_of, cache, contents=contents, jobs=jobs, watch=watch
    )
    findings.add(about_sites)
    seconds = time.perf_counter() - started
    return Report(findings.all(), done, seconds, unchecked=sites.unchecked)


def site_findings(
    sites: Sites,
    discovery: Discovery,
    task_of: TaskOf,
    cache: "Cache | None" = None,
    *,
    contents: Contents,
    jobs: int | None = 1,
    watch: Watch | None = None,
) -> Iterator[Finding]:
    """The findings of rules about sites, for the articles of the run.

    They need the facts of all other articles of the sites, from the cache if possible.

    Args:
        sites: with the facts of the articles of the run.
        discovery, task_of, cache, contents, jobs, watch: as for `check_files`.
    """
    fact_tasks = FactTasks(task_of)
    for root in sites.roots:
        if cache is None or cache.is_empty:
            beside = discovery.beside(root)
        else:
            from contentlint.engine.unchanged import add_unchanged_facts

            beside = add_unchanged_facts(root, discovery, fact_tasks, cache, contents, sites)
        if not beside:
            continue
        run = check_each(beside, fact_tasks, cache, contents=contents, jobs=jobs, watch=watch)
        with closing(run):
            for task, checked in run:
                if task.site_root == root:  # otherwise it belongs to a nested site
                    sites.add(task, checked, is_reported=False)

    def read(task: Task) -> bytes | None:
        if task.path in contents:
            return contents[task.path]
        found = _read(task)
        return None if isinstance(found, Finding) else found[0]

    yield from sites.findings(read, is_of_files=not contents)


def check_each(
    files: Sequence[Path],
    task_of: TaskOf,
    cache: "Cache | None" = None,
    *,
    contents: Contents,
    jobs: int | None = 1,
    watch: Watch | None = None,
) -> Generator[tuple[Task, Checked], None, None]:
    """The result for each file, in any order; arguments as for `check_files`."""
    if watch is not None:
        watch.begin(len(files))
    misses: list[Miss | None] = []
    missed = array("Q")
    if cache is None:
        _resolve_folders(files, task_of)
        misses, missed = [None] * len(files), array("Q", range(len(files)))
    for index, task, answer in () if cache is None else _asked(files, task_of, cache, contents):
        if isinstance(answer, Checked):
            if watch is not None:
                watch.step(task.name, None)
            yield task, answer
        else:
            misses.append(answer)
            missed.append(index)
    if not misses:
        return
    run = _check_missed(files, missed, task_of, contents, jobs, watch, cache is not None)
    # Closed immediately, so that workers end after an interrupt at any point.
    with closing(run):
        for index, task, result in run:
            if cache is not None:
                cache.keep(task, result)
            if watch is not None:
                watch.step(task.name, misses[bisect_left(missed, index)])
            yield task, result.checked


def _resolve_folders(files: Sequence[Path], task_of: TaskOf) -> None:
    """Resolve the settings of each folder, so that errors come first and workers share them."""
    known: set[str] = set()
    for file in files:
        folder = os.path.dirname(str(file))  # noqa: PTH120  # called for every file; faster
        if folder not in known:
            known.add(folder)
            task_of(file)


def _asked(
    files: Sequence[Path], task_of: TaskOf, cache: "Cache", contents: Contents
) -> "Iterator[tuple[int, Task, Checked | Miss]]":
    """The index, the task and the answer of the cache for each file.

    Tasks are announced to the cache in batches before they are looked up.
    """
    for start in range(0, len(files), _CACHE_BATCH):
        tasks = list(map(task_of, files[start : start + _CACHE_BATCH]))
        if not cache.is_empty:
            only_facts = tasks[0].plan.only_facts
            cache.expect([task.name for task in tasks], only_facts=only_facts)
        for index, task in enumerate(tasks, start):
            yield index, task, _from_cache(task, cache, contents)


def check_file(task: Task, cache: "Cache | None" = None) -> Checked:
    """Read and check one file.

    Args:
        task: the file and its settings.
        cache: its findings if it has not changed.
    """
    [(_, checked)] = check_each([task.path], lambda _: task, cache, contents={})
    return checked


def check_content(task: Task, data: bytes, cache: "Cache | None" = None) -> Checked:
    """Check content, unless the cache has the result."""
    known = None if cache is None else cache.get(task, data)
    if known is not None:
        return known
    from contentlint.engine.check import check  # not imported if the cache knows all files

    checked = check(task, data)
    if cache is not None:
        cache.put(task, data, checked)
    return checked


def _from_cache(task: Task, cache: "Cache", contents: Contents) -> "Checked | Miss":
    from contentlint.cache.store import IS_NEW

    if cache.is_empty:
        return IS_NEW
    if contents and task.path in contents:
        from contentlint.cache.store import CONTENT, Miss

        return cache.get(task, contents[task.path]) or Miss(CONTENT)
    return cache.look(task)


def _check_missed(
    files: Sequence[Path],
    chosen: Sequence[int],
    task_of: TaskOf,
    contents: Contents,
    jobs: int | None,
    watch: Watch | None,
    is_kept: bool,
) -> Generator[tuple[int, Task, Result], None, None]:
    if len(chosen) > _MOST_UNCOLLECTED:
        collect_garbage()
    work = partial(_result, contents=contents, is_kept=is_kept)
    number = how_many(jobs, len(chosen))
    if number:
        from contentlint.engine.workers import Workers

        pause = None if watch is None else watch.pause
        with Workers(number, task_of, work) as workers:
            for index, result in workers.check(files, chosen, pause):
                yield index, task_of(files[index]), result
        return
    for index in chosen:
        task = task_of(files[index])
        yield index, task, work(task)


def _result(task: Task, *, contents: Contents, is_kept: bool) -> Result:
    """The result for a file, with the data for its cache entry if it is kept."""
    data = contents.get(task.path) if contents else None
    state: str | None = None
    if data is None:
        read = _read(task)
        if isinstance(read, Finding):
            return Result(Checked([read]))
        data, state = read
    from contentlint.engine.check import check  # not imported if the cache knows all files

    checked = check(task, data)
    if not is_kept:
        return Result(checked)
    return Result(checked, content(data, task.name), state, day(data))


def _read(task: Task) -> tuple[bytes, str] | Finding:
    """The content of a file and its state before reading; a finding if it cannot be read."""
    try:
        state = file_state(task.path)
        return read_file(task.path, task.plan.limits.file_size), state
    except OSError as error:
        return unreadable(task.name, error)
    except TooLarge as error:
        return of_file(Source(task.name, ""), LIMIT_REACHED, str(error))
