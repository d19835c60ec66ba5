"""A run over many files: the cache is asked first, the rest is examined, here or by workers."""

from array import array
from bisect import bisect_left
from collections.abc import Generator, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from contentlint.cache.entries import Examined
from contentlint.config.resolve import Config
from contentlint.core.finding import Finding
from contentlint.engine.check import examine_file
from contentlint.engine.discover import shown

if TYPE_CHECKING:
    from contentlint.cache.store import Cache, Miss


# How many files the cache is asked for in one question.
_AT_ONCE = 250


class Watch(Protocol):
    """Who is told how far a run is."""

    def begin(self, files: int) -> None:
        """How many files there are."""

    def step(self, name: str, miss: "Miss | None") -> None:
        """A file is done; `miss` says why the cache did not answer it, if it was asked."""

    def pause(self) -> None:
        """Nothing was done for a fraction of a second."""


def examine_files(
    files: Sequence[Path],
    config: Config,
    cwd: Path,
    cache: "Cache | None" = None,
    *,
    jobs: int | None = 1,
    watch: Watch | None = None,
) -> Generator[list[Finding], None, None]:
    """The findings of each file, in no certain order; arguments as for `check_files`."""
    if watch is not None:
        watch.begin(len(files))
    misses: list[Miss | None] = []
    missed = array("Q")
    for start in range(0, len(files), _AT_ONCE):
        paths = list(files[start : start + _AT_ONCE])
        names = [shown(path, cwd) for path in paths]
        if cache is not None and not cache.is_empty:
            cache.expect(names)
        for index, (path, name) in enumerate(zip(paths, names, strict=True), start):
            answer = None if cache is None else _looked_up(path, name, config, cache)
            if cache is None and not config.request.python_schemas:
                config.plan(path)  # takes note of schemas that may not be loaded
            if isinstance(answer, list):
                if watch is not None:
                    watch.step(name, None)
                yield answer
            else:
                misses.append(answer)
                missed.append(index)
    if not misses:
        return
    for index, examined in _examined(files, missed, config, cwd, cache, jobs, watch):
        path = files[index]
        name = shown(path, cwd)
        if cache is not None:
            cache.keep(name, config.plan(path), examined)
        if watch is not None:
            watch.step(name, misses[bisect_left(missed, index)])
        yield examined.findings


def examine_cached(path: Path, config: Config, name: str, cache: "Cache | None") -> list[Finding]:
    """The findings of one file, from the cache or not; arguments as for `check_file`."""
    if cache is None:
        return examine_file(path, config, name).findings
    plan = config.plan(path)
    answer = cache.look(path, name, plan, config.surroundings(path, plan))
    if isinstance(answer, list):
        return answer
    examined = examine_file(path, config, name, is_kept=True)
    cache.keep(name, plan, examined)
    return examined.findings


def _looked_up(path: Path, name: str, config: Config, cache: "Cache") -> "list[Finding] | Miss":
    from contentlint.cache.store import IS_NEW

    if cache.is_empty:
        return IS_NEW
    plan = config.plan(path)
    return cache.look(path, name, plan, config.surroundings(path, plan))


def _examined(
    files: Sequence[Path],
    chosen: Sequence[int],
    config: Config,
    cwd: Path,
    cache: "Cache | None",
    jobs: int | None,
    watch: Watch | None,
) -> Iterator[tuple[int, Examined]]:
    from contentlint.engine.workers import Workers, how_many

    is_kept = cache is not None
    number = how_many(jobs, len(chosen))
    if number:
        pause = None if watch is None else watch.pause
        with Workers(number, config, cwd, is_kept=is_kept) as workers:
            yield from workers.examine(files, chosen, pause)
        return
    for index in chosen:
        path = files[index]
        yield index, examine_file(path, config, shown(path, cwd), is_kept=is_kept)
