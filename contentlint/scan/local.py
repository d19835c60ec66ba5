"""The engine for one machine: child processes for parts, and sorted files for groups."""

import queue
import tempfile
import threading
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa

from contentlint.scan.inputs import Input, Part, parts_of
from contentlint.scan.job import Job
from contentlint.scan.output import Output
from contentlint.scan.sorting import Sorter, buckets_of
from contentlint.scan.supervisor import Supervisor
from contentlint.scan.tables import Map, Reduce

_WAIT = 0.2


class LocalEngine:
    """Runs a job on this machine.

    Args:
        job: the settings.
        jobs: number of processes.
    """

    def __init__(self, job: Job, jobs: int) -> None:
        self._job = job
        self._jobs = jobs

    def check(self, inputs: Iterable[Input], done: set[str]) -> Iterator[dict[str, Any] | None]:
        """Check the parts of inputs that are not done.

        Args:
            inputs: the files.
            done: gets the keys of all parts.

        Yields:
            The manifest of each part; None when nothing has happened for a moment.
        """
        output, digest = Output(self._job.output), self._job.digest
        waiting = _Parts(part for source in inputs for part in parts_of(source))
        results: queue.Queue[Any] = queue.Queue()
        stop = threading.Event()

        def work() -> None:
            supervisor = Supervisor(self._job)
            try:
                while not stop.is_set() and (part := waiting.next()) is not None:
                    done.add(part.key)
                    if not output.is_done(part.key, part.fingerprint(digest)):
                        supervisor.check(part)
                    results.put(output.read(f"manifest/{part.key}.json"))
            except BaseException as error:
                results.put(error)
            finally:
                supervisor.close()
                results.put(None)

        threads = [threading.Thread(target=work, daemon=True) for _ in range(self._jobs)]
        for thread in threads:
            thread.start()
        try:
            yield from _received(results, len(threads))
        finally:
            stop.set()

    def tables(self, output: Output, folder: str) -> "LocalTables":
        """The rows of a table of the output."""
        return LocalTables(pa.Table.from_batches([batch]) for batch in output.batches(folder))


class LocalTables:
    """Rows that are grouped by way of sorted files.

    Args:
        tables: the rows.
    """

    def __init__(self, tables: Iterable[pa.Table]) -> None:
        self._tables = tables

    def grouped(self, map: Map, order: Sequence[str], reduce: Reduce) -> "LocalTables":
        """The results for the rows of each bucket."""
        return LocalTables(self._grouped(map, order, reduce))

    def __iter__(self) -> Iterator[pa.Table]:
        return iter(self._tables)

    def _grouped(self, map: Map, order: Sequence[str], reduce: Reduce) -> Iterator[pa.Table]:
        with tempfile.TemporaryDirectory(prefix="contentlint-") as name:
            folder = Path(name)
            sorter = Sorter(folder, ("bucket", *order))
            for table in self._tables:
                sorter.add(map(table))
            for number, tables in buckets_of(sorter.tables(), folder):
                yield from reduce(number, tables)


class _Parts:
    """Parts that several threads take."""

    def __init__(self, parts: Iterator[Part]) -> None:
        self._parts = parts
        self._lock = threading.Lock()

    def next(self) -> Part | None:
        with self._lock:
            return next(self._parts, None)


def _received(results: "queue.Queue[Any]", threads: int) -> Iterator[dict[str, Any] | None]:
    while threads:
        try:
            result = results.get(timeout=_WAIT)
        except queue.Empty:
            yield None
            continue
        if result is None:
            threads -= 1
        elif isinstance(result, BaseException):
            raise result
        else:
            yield result
