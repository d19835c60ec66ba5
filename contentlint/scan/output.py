"""The output folder: tables in parts, and a manifest for each part that is complete.

A file is written beside its place and renamed, the manifest last. So a part with a manifest is
whole, and one without is computed again.
"""

import contextlib
import json
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any

import fsspec
import pyarrow as pa
import pyarrow.parquet as pq

from contentlint.core.errors import UsageError
from contentlint.core.tuples import NamedTuple

TABLES = ("findings", "articles", "quarantine", "facts", "signatures", "duplicates")
MANIFEST = "manifest"
SUMMARY = "summary.json"
"""Written last, so that a folder with this file is complete."""
SITE = "site-"
"""Files of findings about sites begin with this, and the number of the bucket."""
_MARK = "scan.json"
_TEMPORARY = ".tmp"
# How many rows are held before they are written.
_ROWS = 2048


class Output:
    """An output folder, local or by URL.

    Args:
        folder: its path or URL.
    """

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.fs, self._path = fsspec.core.url_to_fs(folder)
        self._is_local = isinstance(self.fs, fsspec.implementations.local.LocalFileSystem)

    def prepare(self) -> None:
        """Create the folder.

        Raises:
            UsageError: it has other files.
        """
        if self.fs.exists(self._path):
            if self.fs.isfile(self._path):
                raise UsageError(f"--output: `{self.folder}` is a file; expected a folder")
            if self.fs.ls(self._path, detail=False) and not self.fs.exists(self.path(_MARK)):
                raise UsageError(
                    f"--output: folder `{self.folder}` has other files; name a new or empty one"
                )
        for name in (*TABLES, MANIFEST):
            self.fs.makedirs(self.path(name), exist_ok=True)
        self.write(_MARK, b'{"version": 1}\n')

    def path(self, *steps: str) -> str:
        """The path of a file in the folder, for its file system."""
        return "/".join((self._path.rstrip("/"), *steps))

    def write(self, name: str, data: bytes) -> None:
        """Write a small file."""
        if not self._is_local:
            self.fs.pipe_file(self.path(name), data)
            return
        path = Path(self.path(name))
        temporary = path.parent / f".{path.name}.{os.getpid()}{_TEMPORARY}"
        temporary.write_bytes(data)
        temporary.replace(path)

    def read(self, name: str) -> Any:
        """The JSON of a file; None if it is missing or damaged."""
        try:
            return json.loads(self.fs.cat_file(self.path(name)))
        except (OSError, ValueError):
            return None

    def remove(self, name: str) -> None:
        """Delete a file, if it exists."""
        with contextlib.suppress(FileNotFoundError):
            self.fs.rm_file(self.path(name))

    def names(self, folder: str) -> list[str]:
        """The complete files of a table, sorted."""
        self.fs.invalidate_cache()
        found = self.fs.ls(self.path(folder), detail=False)
        names = sorted(path.rpartition("/")[2] for path in found)
        return [name for name in names if not name.startswith(".")]

    def is_done(self, key: str, fingerprint: str) -> bool:
        """Whether a part is complete, and was computed from the same input and settings."""
        manifest = self.read(f"{MANIFEST}/{key}.json")
        return isinstance(manifest, dict) and manifest.get("fingerprint") == fingerprint

    def keep_only(self, keys: set[str], *, groupings: bool) -> None:
        """Delete the files of other parts, and what killed runs have left.

        Args:
            keys: of the parts.
            groupings: whether the files that were made from all parts are kept.
        """
        for folder in (*TABLES, MANIFEST):
            for path in self.fs.ls(self.path(folder), detail=False):
                name = path.rpartition("/")[2]
                is_grouping = folder == "duplicates" or name.startswith(SITE)
                is_kept = groupings if is_grouping else name.partition(".")[0] in keys
                if not is_kept or name.startswith("."):
                    self.remove(f"{folder}/{name}")

    def table(self, folder: str, name: str, schema: pa.Schema) -> "Writer":
        """A writer for a file of a table; the file appears when the writer is closed."""
        return Writer(self, f"{folder}/{name}.parquet", schema)

    def batches(self, folder: str, columns: list[str] | None = None) -> Iterator[pa.RecordBatch]:
        """The content of a table, file by file."""
        for name in self.names(folder):
            with self.fs.open(self.path(folder, name), "rb") as file:
                yield from pq.ParquetFile(file).iter_batches(_ROWS, columns=columns)

    def place(self, local: Path, name: str) -> None:
        """Move a local file to its place."""
        if self._is_local:
            local.replace(self.path(name))
        else:
            self.fs.put_file(str(local), self.path(name))
            local.unlink()

    def temporary(self, name: str) -> Path:
        """A local file to write before it is moved to its place."""
        if self._is_local:
            path = Path(self.path(name))
            return path.parent / f".{path.name}.{os.getpid()}{_TEMPORARY}"
        handle, local = tempfile.mkstemp(suffix=_TEMPORARY)
        os.close(handle)
        return Path(local)


class Writer:
    """Writes the rows of one Parquet file; without rows there is no file.

    Args:
        output: the folder.
        name: the file in it.
        schema: of the table.
    """

    def __init__(self, output: Output, name: str, schema: pa.Schema) -> None:
        self._output = output
        self._name = name
        self._schema = schema
        self._rows: list[dict[str, Any]] = []
        self._file: _File | None = None

    def add(self, row: dict[str, Any]) -> None:
        """Add a row."""
        self._rows.append(row)
        if len(self._rows) >= _ROWS:
            self.flush()

    def add_table(self, table: pa.Table) -> None:
        """Add rows."""
        if table.num_rows:
            self._writer().write_table(table)

    def flush(self) -> None:
        """Write the rows that are held."""
        if self._rows:
            self._writer().write_table(pa.Table.from_pylist(self._rows, schema=self._schema))
            self._rows.clear()

    def __enter__(self) -> "Writer":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: object, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self.flush()
        if self._file is None:
            if kind is None:
                self._output.remove(self._name)
            return
        self._file.writer.close()
        if kind is None:
            self._output.place(self._file.path, self._name)
        else:
            self._file.path.unlink(missing_ok=True)

    def _writer(self) -> pq.ParquetWriter:
        if self._file is None:
            path = self._output.temporary(self._name)
            writer = pq.ParquetWriter(path, self._schema, compression="zstd")
            self._file = _File(path, writer)
        return self._file.writer


class _File(NamedTuple):
    path: Path
    writer: pq.ParquetWriter
