"""The rows of an Arrow table, read so that a damaged value affects only its row."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from contentlint.core.errors import UsageError
from contentlint.core.spelling import nearest
from contentlint.core.tuples import NamedTuple

if TYPE_CHECKING:
    import pyarrow as pa


class Columns(NamedTuple):
    """The names of the columns; None for those that a table does not have."""

    text: str
    front_matter: str | None
    url: str | None
    id: str | None
    collection: str | None

    @property
    def named(self) -> list[str]:
        """The columns to read, each once."""
        return list(dict.fromkeys(name for name in self if name is not None))


class Row(NamedTuple):
    """One article of a table.

    Args:
        id: identifies it.
        text: its text; bytes if the column is binary.
        front_matter: its front matter, if that is a column.
        url: its URL.
        collection: the articles that it is compared with.
        fault: why it cannot be checked; None if it can.
    """

    id: str
    text: str | bytes = ""
    front_matter: Any = None
    url: str | None = None
    collection: str | None = None
    fault: str | None = None


class _Damaged(NamedTuple):
    """A value that cannot be converted."""

    reason: str


def rows_of(
    table: "pa.Table | pa.RecordBatch",
    columns: Columns,
    name_of: Callable[[int], str] = str,
) -> Iterator[Row]:
    """The rows of a table or batch.

    Args:
        table: the table.
        columns: its columns.
        name_of: the id of a row by its number, for tables without a column of ids.

    Raises:
        UsageError: a column does not exist or has another type.
    """
    values = {name: _values(_column(table, name)) for name in columns.named}
    ensure_text(table.schema.field(columns.text).type, columns.text)
    nothing: list[Any] = [None] * table.num_rows
    parts = [nothing if name is None else values[name] for name in columns]
    return (_row(name_of(number), *row) for number, row in enumerate(zip(*parts, strict=True)))


def row_of(record: Any, columns: Columns, name: str) -> Row:
    """The row of a JSON value, which may be anything."""
    if not isinstance(record, dict):
        return Row(name, fault="line is not a JSON object")
    return _row(name, *(None if column is None else record.get(column) for column in columns))


def ensure_text(kind: "pa.DataType", name: str) -> None:
    """Ensure that a column holds text.

    Raises:
        UsageError: it does not.
    """
    import pyarrow as pa

    if pa.types.is_dictionary(kind):
        kind = kind.value_type
    names = (
        "string",
        "large_string",
        "string_view",
        "binary",
        "large_binary",
        "binary_view",
        "null",
    )
    if str(kind) not in names and not pa.types.is_fixed_size_binary(kind):
        raise UsageError(f"column `{name}` has the type {kind}; expected text")


def ensure_columns(known: list[str], columns: Columns) -> None:
    """Ensure that a table has all columns.

    Raises:
        UsageError: it does not; the message names the nearest one.
    """
    for name in columns.named:
        if name not in known:
            near = nearest(name, known, plurals=True)
            hint = f"did you mean `{near}`?" if near else f"expected one of {', '.join(known)}"
            raise UsageError(f"column `{name}` not found; {hint}")


def _column(table: "pa.Table | pa.RecordBatch", name: str) -> "pa.Array | pa.ChunkedArray":
    ensure_columns(table.schema.names, Columns(name, None, None, None, None))
    return table.column(name)


def _values(column: "pa.Array | pa.ChunkedArray") -> list[Any]:
    """The values of a column as Python objects; Arrow does not ensure that strings are UTF-8."""
    try:
        return list(column.to_pylist())
    except (UnicodeDecodeError, ValueError, OverflowError):
        return [_value(column, number) for number in range(len(column))]


def _value(column: "pa.Array | pa.ChunkedArray", number: int) -> Any:
    try:
        return column[number].as_py()
    except UnicodeDecodeError as error:
        byte = error.object[error.start]
        return _Damaged(f"invalid UTF-8: byte 0x{byte:02X} at byte {error.start:,}")
    except (ValueError, OverflowError) as error:
        return _Damaged(f"value cannot be read ({type(error).__name__})")


def _row(name: str, text: Any, front_matter: Any, url: Any, given_id: Any, collection: Any) -> Row:
    if given_id is not None and not isinstance(given_id, _Damaged):
        name = _clean(str(given_id))
    for column, value in (("text", text), ("front matter", front_matter), ("id", given_id)):
        if isinstance(value, _Damaged):
            return Row(name, fault=f"{column}: {value.reason}")
    if text is None:
        return Row(name, fault="text is null")
    if not isinstance(text, str | bytes):
        return Row(name, fault=f"text is not a string but {type(text).__name__}")
    if isinstance(text, str) and not _is_unicode(text):
        return Row(name, fault="text has a lone surrogate, which no UTF-8 file can have")
    url = _clean(str(url)) if isinstance(url, str) else None
    group = None if collection is None else _clean(str(collection))
    return Row(name, text, front_matter, url, group)


def _is_unicode(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _clean(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")
