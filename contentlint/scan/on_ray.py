"""The engine for a cluster: Ray Data maps over parts, and groups by bucket."""

import os
import pickle
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Any, overload

import pyarrow as pa

from contentlint.core.errors import UsageError
from contentlint.core.tuples import NamedTuple
from contentlint.scan.inputs import Input, Part, parts_of
from contentlint.scan.job import Job
from contentlint.scan.output import Output
from contentlint.scan.sorting import runs_of
from contentlint.scan.supervisor import Supervisor
from contentlint.scan.tables import Map, Reduce

# Maximum number of tasks; each checks several parts if there are more.
_MOST_TASKS = 10_000
# How many rows are decoded at a time.
_ROWS = 2048

_supervisors: dict[Job, Supervisor] = {}


class RayEngine:
    """Runs a job with Ray.

    Args:
        job: the settings; the output folder must be reachable from every node.
        jobs: number of parts that are checked at the same time; None: one per CPU of the cluster.
        address: of the cluster; None: one is started on this machine.
    """

    def __init__(self, job: Job, jobs: int | None, address: str | None) -> None:
        # Set before Ray is imported, which reads them then.
        os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
        os.environ.setdefault("RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0")
        import ray

        self._job = job
        self._jobs = jobs
        self._is_own = not ray.is_initialized()
        if self._is_own:
            options: dict[str, Any] = {"address": address} if address else {"address": "local"}
            if not address:
                options |= {"num_cpus": jobs, "include_dashboard": False}
            try:
                ray.init(log_to_driver=False, logging_level="ERROR", **options)
            except (ConnectionError, ValueError, RuntimeError) as error:
                raise UsageError(f"--address: {str(error).partition(chr(10))[0]}") from error
        context = ray.data.DataContext.get_current()
        context.enable_progress_bars = False
        # The hash shuffle starts actors that hold CPUs, which a small cluster does not have.
        context.shuffle_strategy = ray.data.context.ShuffleStrategy.SORT_SHUFFLE_PULL_BASED
        context.print_on_execution_start = False
        _quiet()

    def close(self) -> None:
        """Disconnect, and end a cluster that was started here."""
        import ray

        if self._is_own:
            ray.shutdown()

    def check(self, inputs: Iterable[Input], done: set[str]) -> Iterator[dict[str, Any] | None]:
        """As for the local engine."""

        output, digest = Output(self._job.output), self._job.digest
        parts: list[bytes] = []
        streams: list[bytes] = []
        for source in inputs:
            if source.compression is not None:
                streams.append(pickle.dumps(source))
                continue
            for part in parts_of(source):
                done.add(part.key)
                if output.is_done(part.key, part.fingerprint(digest)):
                    yield output.read(f"manifest/{part.key}.json")
                else:
                    parts.append(pickle.dumps(part))
        for units in (self._units(parts), self._units_of(streams)):
            if units is None:
                continue
            checked = units.map_batches(
                partial(_check_units, job=self._job),
                batch_size=None,
                batch_format="pyarrow",
                concurrency=self._jobs,
            )
            for batch in checked.iter_batches(batch_size=None, batch_format="pyarrow"):
                for key in batch["key"].to_pylist():
                    done.add(key)
                    yield output.read(f"manifest/{key}.json")

    def _units(self, packed: list[bytes]) -> Any:
        """A dataset of parts or inputs, a few in each block; None if there are none."""
        import ray

        if not packed:
            return None
        table = pa.table({"unit": pa.array(packed, pa.large_binary())})
        return ray.data.from_arrow(table).repartition(min(len(packed), _MOST_TASKS))

    def _units_of(self, streams: list[bytes]) -> Any:
        """The parts of compressed files: one task reads a file in order, others check its parts."""
        units = self._units(streams)
        if units is None:
            return None
        # A block is as large as a part, so that each can be checked by another task. Steps are not
        # fused if they need different resources; reading mostly waits for the checks.
        units.context.target_max_block_size = 2**20
        read = partial(_read_units, job=self._job)
        return units.map_batches(read, batch_size=1, batch_format="pyarrow", num_cpus=0)

    def tables(self, output: Output, folder: str) -> "RayTables":
        """The rows of a table of the output."""
        import ray

        names = output.names(folder)
        paths = [output.fs.unstrip_protocol(output.path(folder, name)) for name in names]
        paths = [path.removeprefix("file://") for path in paths]
        return RayTables(ray.data.read_parquet(paths)) if paths else RayTables(None)


class RayTables:
    """Rows of a dataset; None if there are none."""

    def __init__(self, dataset: Any) -> None:
        self._dataset = dataset

    def grouped(self, map: Map, order: Sequence[str], reduce: Reduce) -> "RayTables":
        """The results for the rows of each bucket.

        Ray Data sorts the rows, so that a bucket with many of them is in many blocks, of which a
        task holds one at a time.
        """
        import ray

        if self._dataset is None:
            return self
        mapped = self._dataset.map_batches(map, batch_format="pyarrow", batch_size=_ROWS)
        blocks = mapped.sort(["bucket", *order]).to_arrow_refs()
        runs = ray.get([ray.remote(_runs).remote(block, order) for block in blocks])
        buckets: dict[int, list[_Piece]] = {}
        for block, (_, found) in sorted(zip(blocks, runs, strict=True), key=lambda pair: pair[1]):
            for (number,), at, size in found:
                buckets.setdefault(number, []).append(_Piece(block, at, size))
        task = ray.remote(_reduced).options(num_returns="streaming")
        results = [task.remote(reduce, number, pieces) for number, pieces in buckets.items()]
        tables = [table for result in results for table in result]
        return RayTables(ray.data.from_arrow_refs(tables) if tables else None)

    def __iter__(self) -> Iterator[pa.Table]:
        if self._dataset is not None:
            yield from self._dataset.iter_batches(batch_size=None, batch_format="pyarrow")


class _Piece(NamedTuple):
    """Consecutive rows of a block: a reference to it, the number of the first, and how many."""

    block: Any
    at: int
    size: int


class _StoredTables(Sequence[pa.Table]):
    """Rows of blocks in the object store, fetched when they are asked for; the last one is kept.

    Args:
        pieces: the rows.
    """

    def __init__(self, pieces: list[_Piece]) -> None:
        self._pieces = [
            _Piece(block, start, min(_ROWS, at + size - start))
            for block, at, size in pieces
            for start in range(at, at + size, _ROWS)
        ]
        self._last: tuple[Any, pa.Table] | None = None

    def __len__(self) -> int:
        return len(self._pieces)

    @overload
    def __getitem__(self, index: int) -> pa.Table: ...

    @overload
    def __getitem__(self, index: slice) -> list[pa.Table]: ...

    def __getitem__(self, index: int | slice) -> pa.Table | list[pa.Table]:
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(len(self)))]
        import ray

        block, at, size = self._pieces[index]
        if self._last is None or self._last[0] != block:
            self._last = None
            self._last = block, ray.get(block)
        return self._last[1].slice(at, size)


def _runs(table: pa.Table, order: Sequence[str]) -> tuple[list[Any], list[Any]]:
    """The key of the first row of a block, and where its buckets are."""
    names = ("bucket", *order)
    first = [table[name][0].as_py() for name in names] if table.num_rows else []
    return first, list(runs_of(table, names[:1]))


def _reduced(reduce: Reduce, number: int, pieces: list[_Piece]) -> Iterator[pa.Table]:
    """The results for a bucket, in a task of Ray."""
    yield from reduce(number, _StoredTables(pieces))


def _read_units(table: pa.Table, job: Job) -> Iterator[pa.Table]:
    """The parts of compressed files, with their content if they must be checked."""
    output = Output(job.output)
    for unit in table["unit"].to_pylist():
        source: Input = pickle.loads(unit)
        for part in parts_of(source):
            if output.is_done(part.key, part.fingerprint(job.digest)):
                part = part._replace(payload=None)  # it is only named
            yield pa.table({"unit": pa.array([pickle.dumps(part)], pa.large_binary())})


def _check_units(table: pa.Table, job: Job) -> pa.Table:
    """Check parts in a task of Ray; returns their keys."""
    output, keys = Output(job.output), []
    for unit in table["unit"].to_pylist():
        part: Part = pickle.loads(unit)
        if not output.is_done(part.key, part.fingerprint(job.digest)):
            _supervisor(job).check(part)
        keys.append(part.key)
    return pa.table({"key": pa.array(keys, pa.string())})


def _supervisor(job: Job) -> Supervisor:
    """The child of this process, which lives as long as it."""
    if job not in _supervisors:
        for other in _supervisors.values():
            other.close()
        _supervisors.clear()
        _supervisors[job] = Supervisor(job)
    return _supervisors[job]


def _quiet() -> None:
    """Keep Ray Data's messages about its execution off stderr."""
    import logging

    for name in ("ray", "ray.data"):
        logging.getLogger(name).setLevel(logging.ERROR)
