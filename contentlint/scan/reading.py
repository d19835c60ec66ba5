"""The rows of a part."""

import io
import json
from collections.abc import Iterator
from functools import partial
from typing import IO

import pyarrow as pa
import pyarrow.parquet as pq

from contentlint.batches.columns import Columns, Row, row_of, rows_of
from contentlint.scan.inputs import LONGEST_LINE, Part, opened

# How many rows of a row group are decoded at a time.
_ROWS = 256


def rows(part: Part, columns: Columns) -> Iterator[Row]:
    """The rows of a part; a row that cannot be read says why.

    Raises:
        OSError, pa.ArrowException: the part cannot be read.
    """
    if part.fault is not None:
        yield Row(part.input.name, fault=f"input cannot be read: {part.fault}")
    elif part.input.format == "jsonl":
        yield from _lines(part, columns)
    else:
        yield from _batches(part, columns)


def _batches(part: Part, columns: Columns) -> Iterator[Row]:
    file: IO[bytes] = io.BytesIO(part.payload) if part.payload is not None else opened(part.input)
    with file:
        if part.input.format == "parquet":
            table = pq.ParquetFile(file)
            first = sum(table.metadata.row_group(n).num_rows for n in range(part.start))
            batches = table.iter_batches(_ROWS, row_groups=[part.start], columns=columns.named)
        else:
            # The number of a row is counted in its batch, since the others are not read.
            first, reader = 0, pa.ipc.open_file(file)
            batches = iter([reader.get_batch(0 if part.payload is not None else part.start)])
        group = f"{part.start}:" if part.input.format == "arrow" else ""
        for batch in batches:
            yield from rows_of(batch, columns, partial(_name, part.input.name, group, first))
            first += batch.num_rows


def _name(source: str, group: str, first: int, number: int) -> str:
    return f"{source}#{group}{first + number}"


def _lines(part: Part, columns: Columns) -> Iterator[Row]:
    """The lines that begin in the range of a part; each has the offset of its first byte as id."""
    if part.payload is not None:
        with io.BytesIO(part.payload) as file:
            yield from _read(file, part.start, part.end, columns, part.input.name)
        return
    with opened(part.input) as file:
        offset = part.start
        if offset:
            file.seek(offset - 1)
            offset += len(_skipped_line(file)) - 1
        yield from _read(file, offset, part.end, columns, part.input.name)


def _read(file: IO[bytes], offset: int, end: int, columns: Columns, name: str) -> Iterator[Row]:
    while offset < end and (line := file.readline(LONGEST_LINE)):
        start = offset
        offset += len(line)
        if len(line) == LONGEST_LINE and not line.endswith(b"\n"):
            offset += len(_skipped_line(file))
            yield Row(f"{name}#{start}", fault=f"line is too long: limit {LONGEST_LINE:,} bytes")
        elif line.strip():
            yield _row(line, columns, f"{name}#{start}")


def _row(line: bytes, columns: Columns, name: str) -> Row:
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        byte = line[error.start]
        return Row(name, fault=f"invalid UTF-8: byte 0x{byte:02X} at byte {error.start:,}")
    except (ValueError, RecursionError) as error:
        return Row(name, fault=f"invalid JSON ({type(error).__name__})")
    return row_of(record, columns, name)


class _Length:
    """The length of bytes that are not kept."""

    def __init__(self, number: int) -> None:
        self._number = number

    def __len__(self) -> int:
        return self._number


def _skipped_line(file: IO[bytes]) -> _Length:
    number = 0
    while piece := file.readline(LONGEST_LINE):
        number += len(piece)
        if piece.endswith(b"\n"):
            break
    return _Length(number)
