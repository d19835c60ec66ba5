"""The inputs of a scan, and the parts they are cut into: the unit of work, output and resumption.

A part is a row group of a Parquet file, a record batch of an Arrow file, or a few megabytes of
lines of JSON. Only the parts of compressed files and of Arrow streams must be read in order; they
carry their content.
"""

import json
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from typing import IO, Any, Literal

import fsspec
import pyarrow as pa
import pyarrow.parquet as pq

from contentlint.batches.columns import Columns, ensure_columns, ensure_text
from contentlint.core.errors import UsageError
from contentlint.core.tuples import NamedTuple

Format = Literal["parquet", "arrow", "jsonl"]

_FORMATS: dict[str, Format] = {
    ".parquet": "parquet",
    ".pq": "parquet",
    ".arrow": "arrow",
    ".arrows": "arrow",
    ".feather": "arrow",
    ".ipc": "arrow",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}
_COMPRESSIONS = {".gz": "gzip", ".zst": "zstd"}
# How many bytes of JSON Lines a part has, before decompression if the file is not compressed.
_PART = 4 * 2**20
LONGEST_LINE = 64 * 2**20
"""The length of a line of JSON, in bytes, from which it is not read."""


class Input(NamedTuple):
    """A file.

    Args:
        name: its path or URL.
        format: how its content is stored.
        compression: of the whole file, as Arrow names it; None: none.
        state: changes when its content does.
        size: in bytes.
    """

    name: str
    format: Format
    compression: str | None
    state: str
    size: int

    @property
    def key(self) -> str:
        """A short name for the files of its parts."""
        return blake2b(self.name.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


class Part(NamedTuple):
    """A part of an input.

    Args:
        input: the file.
        number: from 0.
        start, end: the range of bytes of JSON Lines; else the number of the row group or batch.
        payload: its content, for parts that cannot be read on their own.
        fault: why the rest of the file cannot be read.
    """

    input: Input
    number: int
    start: int
    end: int
    payload: bytes | None = None
    fault: str | None = None

    @property
    def key(self) -> str:
        """The name of its output files."""
        return f"{self.input.key}-{self.number:07}"

    def fingerprint(self, settings: str) -> str:
        """Changes when its result could; `settings` is a digest of everything else."""
        about = (self.input.name, self.input.state, self.start, self.end, settings)
        return blake2b(json.dumps(about).encode(), digest_size=16).hexdigest()


def find_inputs(names: Sequence[str]) -> list[Input]:
    """The files that arguments name: files, folders, globs and URLs, sorted, each once.

    Raises:
        UsageError: an argument names nothing, or a file of another format.
    """
    found: dict[str, Input] = {}
    for name in names:
        for each in _of_argument(name):
            found.setdefault(each.name, each)
    return [found[name] for name in sorted(found)]


def ensure_readable(inputs: Sequence[Input], columns: Columns) -> None:
    """Ensure that the first table has the columns; JSON Lines may have others in each line.

    Raises:
        UsageError: it does not.
    """
    for each in inputs:
        if each.format == "jsonl":
            continue
        try:
            schema = _schema(each)
        except (OSError, pa.ArrowException):
            continue  # its parts are quarantined
        ensure_columns(schema.names, columns)
        ensure_text(schema.field(columns.text).type, columns.text)
        return


def parts_of(source: Input) -> Iterator[Part]:
    """The parts of a file; one that cannot be read ends with a part that says why."""
    number = 0
    try:
        for part in _parts(source):
            yield part
            number = part.number + 1
    except (OSError, pa.ArrowException, ValueError, EOFError) as error:
        yield Part(source, number, 0, 0, None, _reason(error))


def opened(source: Input) -> IO[bytes]:
    """The file, as stored."""
    fs, path = _filesystem(source.name)
    file: IO[bytes] = fs.open(path, "rb")
    return file


def _filesystem(name: str) -> tuple[Any, str]:
    try:
        fs, path = fsspec.core.url_to_fs(name)
    except (ImportError, ValueError) as error:
        raise UsageError(f"input `{name}`: {_reason(error)}") from error
    return fs, path


def _of_argument(name: str) -> list[Input]:
    fs, path = _filesystem(name)
    if any(mark in name for mark in "*?[") and not fs.exists(path):
        paths = [found for found in fs.glob(path) if fs.isfile(found)]
    elif fs.isdir(path):
        paths = [found for found in fs.find(path) if _is_wanted(found, path)]
    elif fs.exists(path):
        paths = [path]
        if _format(path) is None:
            known = ", ".join((*_FORMATS, ".jsonl.gz", ".jsonl.zst"))
            raise UsageError(f"input `{name}`: unknown format; expected one of {known}")
    else:
        raise UsageError(f"input `{name}` not found")
    inputs = [_input(fs, found) for found in paths if _format(found) is not None]
    if not inputs:
        raise UsageError(f"input `{name}`: no Parquet, JSON Lines or Arrow files found")
    return inputs


def _is_wanted(path: str, folder: str) -> bool:
    """Whether a file in a folder is data; engines add files like `_SUCCESS` and `.part.crc`."""
    steps = path[len(folder) :].strip("/").split("/")
    return not any(step.startswith(("_", ".")) for step in steps)


def _format(path: str) -> tuple[Format, str | None] | None:
    name, compression = path.lower(), None
    for suffix, kind in _COMPRESSIONS.items():
        if name.endswith(suffix):
            name, compression = name.removesuffix(suffix), kind
    for suffix, format in _FORMATS.items():
        if name.endswith(suffix) and (compression is None or format == "jsonl"):
            return format, compression
    return None


def _input(fs: Any, path: str) -> Input:
    about = fs.info(path)
    is_local = "file" in (fs.protocol if isinstance(fs.protocol, tuple | list) else [fs.protocol])
    known = ("mtime", "ETag", "etag", "md5Hash", "generation", "LastModified", "last_modified")
    state = json.dumps([about.get("size"), *(str(about.get(name)) for name in known)])
    format_and_compression = _format(path)
    assert format_and_compression is not None
    name = path if is_local else fs.unstrip_protocol(path)
    return Input(name, *format_and_compression, state, int(about.get("size") or 0))


def _schema(source: Input) -> pa.Schema:
    with opened(source) as file:
        if source.format == "parquet":
            return pq.ParquetFile(file).schema_arrow
        if _is_stream(file):
            return pa.ipc.open_stream(file).schema
        return pa.ipc.open_file(file).schema


def _is_stream(file: IO[bytes]) -> bool:
    magic = file.read(6)
    file.seek(0)
    return magic != b"ARROW1"


def _parts(source: Input) -> Iterator[Part]:
    if source.format == "jsonl":
        if source.compression is not None:
            yield from _of_compressed(source)
            return
        for number, start in enumerate(range(0, source.size, _PART)):
            yield Part(source, number, start, min(start + _PART, source.size))
        return
    with opened(source) as file:
        if source.format == "parquet":
            count = pq.ParquetFile(file).num_row_groups
        elif _is_stream(file):
            yield from _of_stream(source, file)
            return
        else:
            count = pa.ipc.open_file(file).num_record_batches
    for number in range(count):
        yield Part(source, number, number, number + 1)


def _of_stream(source: Input, file: IO[bytes]) -> Iterator[Part]:
    with pa.ipc.open_stream(file) as reader:
        for number, batch in enumerate(reader):
            sink = pa.BufferOutputStream()
            with pa.ipc.new_file(sink, batch.schema) as writer:
                writer.write_batch(batch)
            yield Part(source, number, number, number + 1, sink.getvalue().to_pybytes())


def _of_compressed(source: Input) -> Iterator[Part]:
    with opened(source) as raw, pa.CompressedInputStream(raw, source.compression) as file:
        number = start = 0
        rest = b""
        while block := file.read(_PART):
            head, mark, tail = block.rpartition(b"\n")
            if not mark and len(rest) < LONGEST_LINE:
                rest += block
                continue
            lines = rest + head + mark
            yield Part(source, number, start, start + len(lines), lines)
            number, start, rest = number + 1, start + len(lines), tail
        if rest:
            yield Part(source, number, start, start + len(rest), rest)


def _reason(error: BaseException) -> str:
    text = str(error).partition("\n")[0]
    return f"{type(error).__name__}: {text[:200]}"
