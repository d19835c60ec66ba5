"""Sorted tables of any size: only some rows are in memory at a time, the others are in files."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any, overload

import pyarrow as pa

# How many rows the tables have that come out, and that are read of each file at a time.
_ROWS = 2048
# How many bytes of rows are sorted in memory.
_MOST_HELD = 32 * 2**20
# How many files are merged at a time.
_MOST_MERGED = 32
# How many bytes of a bucket are kept in memory, instead of in a file.
_SMALL = 16 * 2**20


class Sorter:
    """Sorts rows: pieces in memory, which are written to files and merged.

    Args:
        folder: for the files; nothing is written for a few rows.
        order: the columns, the most important first; without nulls.
    """

    def __init__(self, folder: Path, order: Sequence[str]) -> None:
        self._folder = folder
        self._order = order
        self._held: list[pa.Table] = []
        self._bytes = self._written = 0
        # The files of each level: those of one level are merged to one of the next.
        self._levels: list[list[Path]] = []

    def add(self, table: pa.Table) -> None:
        """Add rows."""
        if table.num_rows:
            self._held.append(table)
            self._bytes += table.nbytes
        if self._bytes >= _MOST_HELD:
            self._store(self._sorted(), 0)

    def tables(self) -> Iterator[pa.Table]:
        """All rows in order, in tables that are not empty; once."""
        if not self._levels:
            yield from self._sorted()
            return
        if self._held:
            self._store(self._sorted(), 0)
        files = [file for level in reversed(self._levels) for file in level]
        while len(files) > _MOST_MERGED:
            files = [self._written_file(self._merged(files[:_MOST_MERGED])), *files[_MOST_MERGED:]]
        yield from self._merged(files)

    def _sorted(self) -> Iterator[pa.Table]:
        """The rows that are held, in order; they are forgotten."""
        held, self._held, self._bytes = self._held, [], 0
        if held:
            yield from _cut(_in_order(pa.concat_tables(held), self._order))

    def _store(self, tables: Iterator[pa.Table], level: int) -> None:
        if level == len(self._levels):
            self._levels.append([])
        files = self._levels[level]
        files.append(self._written_file(tables))
        if len(files) >= _MOST_MERGED:
            self._levels[level] = []
            self._store(self._merged(files), level + 1)

    def _written_file(self, tables: Iterator[pa.Table]) -> Path:
        self._written += 1
        return write_file(self._folder / f"{self._written}.sorted", tables)

    def _merged(self, files: list[Path]) -> Iterator[pa.Table]:
        """The rows of sorted files in order; the files are deleted."""
        runs = [_Run(file, self._order) for file in files]
        while runs:
            # All rows up to the smallest last row are known, since files are read in order.
            last = min(run.last for run in runs)
            taken = pa.concat_tables([run.take(last) for run in runs])
            yield from _cut(_in_order(taken, self._order))
            runs = [run for run in runs if run.rows is not None]
        for file in files:
            file.unlink()


class _Run:
    """A sorted file that is read from its start.

    Args:
        file: the file.
        order: the columns that it is sorted by.
    """

    def __init__(self, file: Path, order: Sequence[str]) -> None:
        self._tables = iter(StoredTables(file))
        self._order = order
        self.rows: pa.Table | None = None
        self.last: tuple[Any, ...] = ()
        self._advance()

    def take(self, last: tuple[Any, ...]) -> pa.Table:
        """The rows that are read and not greater than some key; others remain."""
        rows = self.rows
        assert rows is not None
        low, high = 0, rows.num_rows
        if last == self.last:
            low = high
        while low < high:
            middle = (low + high) // 2
            if self._key(rows, middle) <= last:
                low = middle + 1
            else:
                high = middle
        if low == rows.num_rows:
            self._advance()
        else:
            self.rows = rows.slice(low)
        return rows.slice(0, low)

    def _advance(self) -> None:
        self.rows = next(self._tables, None)
        if self.rows is not None:
            self.last = self._key(self.rows, self.rows.num_rows - 1)

    def _key(self, rows: pa.Table, number: int) -> tuple[Any, ...]:
        return tuple(rows[name][number].as_py() for name in self._order)


class StoredTables(Sequence[pa.Table]):
    """The tables of a file, read when they are asked for; the last one is kept.

    Args:
        file: an Arrow file.
    """

    def __init__(self, file: Path) -> None:
        # Not mapped into memory: pages of a mapping count as memory of the process.
        self._reader = pa.ipc.open_file(pa.OSFile(str(file)))
        self._last: tuple[int, pa.Table] | None = None

    def __len__(self) -> int:
        return int(self._reader.num_record_batches)

    @overload
    def __getitem__(self, index: int) -> pa.Table: ...

    @overload
    def __getitem__(self, index: slice) -> list[pa.Table]: ...

    def __getitem__(self, index: int | slice) -> pa.Table | list[pa.Table]:
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(len(self)))]
        number = range(len(self))[index]
        if self._last is None or self._last[0] != number:
            self._last = number, pa.Table.from_batches([self._reader.get_batch(number)])
        return self._last[1]


def write_file(file: Path, tables: Iterator[pa.Table]) -> Path:
    """Write tables, at least one, to an Arrow file; returns the file."""
    writer: Any = None
    with pa.OSFile(str(file), "wb") as sink:
        for table in tables:
            if writer is None:
                writer = pa.ipc.new_file(sink, table.schema)
            writer.write_table(table.combine_chunks())
        if writer is not None:
            writer.close()
    return file


def buckets_of(
    tables: Iterator[pa.Table], folder: Path
) -> Iterator[tuple[int, Sequence[pa.Table]]]:
    """The rows of each number in the column `bucket`.

    Args:
        tables: sorted by that column.
        folder: for the rows of a large bucket, until the next one is asked for.
    """
    pieces = (
        (number, table.slice(at, size))
        for table in tables
        for (number,), at, size in runs_of(table, ("bucket",))
    )
    for number, group in groupby(pieces, key=lambda piece: piece[0]):
        held, size, rest = [], 0, (table for _, table in group)
        for table in rest:
            held.append(table)
            size += table.nbytes
            if size > _SMALL:
                break
        if size <= _SMALL:
            yield number, held
            continue
        file = write_file(folder / "bucket", _chained(held, rest))
        held = []
        yield number, StoredTables(file)
        file.unlink()


def runs_of(table: pa.Table, columns: Sequence[str]) -> Iterator[tuple[tuple[Any, ...], int, int]]:
    """The runs of rows with equal values: the values, the number of the first row, and how many."""
    at = 0
    values = zip(*(table[name].to_pylist() for name in columns), strict=True)
    for key, rows in groupby(values):
        size = sum(1 for _ in rows)
        yield key, at, size
        at += size


def _chained(held: list[pa.Table], rest: Iterator[pa.Table]) -> Iterator[pa.Table]:
    """All tables; those that are held are not kept longer than needed."""
    while held:
        yield held.pop(0)
    yield from rest


def _in_order(table: pa.Table, order: Sequence[str]) -> pa.Table:
    return table.sort_by([(name, "ascending") for name in order])


def _cut(table: pa.Table) -> Iterator[pa.Table]:
    for start in range(0, table.num_rows, _ROWS):
        yield table.slice(start, _ROWS)
