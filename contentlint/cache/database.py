"""The cache file, opened only if it is ours.

Its tables must be exactly ours, its values are treated as data and never executed, no journal that
the next run would trust is next to it, and every query has a step limit.
"""

import sqlite3
from contextlib import suppress
from functools import partial
from pathlib import Path

from contentlint.cache import place as cache_place
from contentlint.cache.key import FORM
from contentlint.cache.place import FILE
from contentlint.core.reading import read_beginning
from contentlint.core.tuples import NamedTuple

# Maximum size of the file in bytes; the oldest entries are dropped first.
MOST_BYTES = 512 * 2**20
_TABLES = {
    "found": "CREATE TABLE found (key BLOB PRIMARY KEY, entry TEXT, facts TEXT)",
    "files": "CREATE TABLE files (name TEXT PRIMARY KEY, state TEXT, program BLOB, plan BLOB, "
    "schema BLOB, facts BLOB, day TEXT, content BLOB, key BLOB) WITHOUT ROWID",
    "memory": "CREATE TABLE memory (key BLOB PRIMARY KEY, value TEXT) WITHOUT ROWID",
}
# What SQLite creates for them: the index of a key that is not the row id.
_AUTO_INDEX = ("index", "sqlite_autoindex_found_1", "found", None)
# Maximum size of a file that is opened; a larger one was not written by us.
MOST_OPENED = 4 * MOST_BYTES
# Maximum size of a value, and length of an SQL statement, including those of its tables.
_MOST_OF_VALUE, _MOST_OF_STATEMENT = 256 * 2**20, 10_000
# Interval of the progress callback in SQLite steps, and the maximum number of calls per query.
STEPS, _MOST_STEPS = 1_000_000, 1000

# What SQLite and Python raise if a file is damaged or temporarily unusable.
FAULTS = (sqlite3.Error, ValueError, TypeError, OverflowError, MemoryError)
_TEMPORARY = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_READONLY,
    }
)


class Patience:
    """Stops a query that takes too many steps; a damaged file may cause endless loops."""

    def __init__(self) -> None:
        self._left = _MOST_STEPS

    def begin(self) -> None:
        """Start a query."""
        self._left = _MOST_STEPS

    def is_over(self) -> bool:
        """Whether the query has exceeded its limit; called every `STEPS` steps."""
        self._left -= 1
        return self._left < 0


def connected(file: Path, *, is_read_only: bool = False) -> sqlite3.Connection:
    """Open the file, if it is ours.

    Raises:
        sqlite3.Error, …: it cannot be opened, or is not ours.
    """
    _check_header(file)
    mode = "?mode=ro" if is_read_only else ""
    database = sqlite3.connect(f"{file.absolute().as_uri()}{mode}", timeout=2, uri=True)
    patience = Patience()
    database.set_progress_handler(patience.is_over, STEPS)
    try:
        database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _MOST_OF_VALUE)
        database.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, _MOST_OF_STATEMENT)
        database.execute("PRAGMA trusted_schema = OFF")
        if is_read_only:
            database.execute("PRAGMA query_only = ON")
        # Losing the last writes in a system crash is acceptable, and no journal file is created
        # that the next run would have to trust.
        database.execute("PRAGMA journal_mode = MEMORY")
        database.execute("PRAGMA synchronous = OFF")
        _check_tables(database, may_create=not is_read_only)
    except FAULTS:
        database.close()
        raise
    return database


def _check_header(file: Path) -> None:
    """Ensure that a file is a database without a write-ahead log."""
    head = read_beginning(file, 100, anywhere=True)
    if head and (head[:16] != b"SQLite format 3\0" or head[18:20] != b"\1\1"):
        raise sqlite3.DatabaseError("not a cache file")


def _check_tables(database: sqlite3.Connection, *, may_create: bool) -> None:
    """Ensure that there are exactly our tables; create them in an empty file."""
    ask = "SELECT type, name, tbl_name, sql FROM sqlite_master LIMIT 20"
    [form] = database.execute("PRAGMA user_version").fetchone()
    if form == 0 and may_create and not database.execute(ask).fetchall():
        with database:
            database.execute("BEGIN IMMEDIATE")
            # Another run may have created them in the meantime.
            if not database.execute(ask).fetchall():
                for statement in _TABLES.values():
                    database.execute(statement)
                database.execute(f"PRAGMA user_version = {FORM}")
        [form] = database.execute("PRAGMA user_version").fetchone()
    expected = {_AUTO_INDEX, *(("table", name, name, sql) for name, sql in _TABLES.items())}
    if form != FORM or set(database.execute(ask).fetchall()) != expected:
        raise sqlite3.DatabaseError("unexpected tables")


def is_damage(error: Exception) -> bool:
    """Whether an error means that the file is damaged, not just temporarily unusable."""
    # The lower byte is the primary error code, the others give details.
    code = getattr(error, "sqlite_errorcode", None)
    return code is None or code & 0xFF not in _TEMPORARY


def remove(file: Path) -> None:
    """Delete the file; of a link, only the link itself."""
    with suppress(OSError):
        file.unlink(missing_ok=True)


def shrink(database: sqlite3.Connection, most: int) -> None:
    """Reduce the file below a size by deleting the oldest entries."""
    ask = partial(_number, database)
    if ask("PRAGMA page_count") * ask("PRAGMA page_size") <= most:
        return
    with database:
        half = (ask("SELECT min(rowid) FROM found") + ask("SELECT max(rowid) FROM found")) // 2
        database.execute("DELETE FROM found WHERE rowid <= ?", (half,))
        database.execute("DELETE FROM files WHERE key NOT IN (SELECT key FROM found)")
        database.execute("DELETE FROM memory")
    database.execute("VACUUM")


def _number(database: sqlite3.Connection, statement: str) -> int:
    [number] = database.execute(statement).fetchone()
    return int(number or 0)


# Rows about several files at once repeat what others say.
_COUNT_ENTRIES = "SELECT count(*) FROM found WHERE typeof(facts) != 'blob'"


class Facts(NamedTuple):
    """Statistics of a cache.

    Args:
        file: its path.
        size: in bytes.
        files: number of files known by their times.
        entries: number of entries, including older states of files.
        is_damaged: whether it cannot be read.
    """

    file: Path
    size: int
    files: int
    entries: int
    is_damaged: bool


def facts(folder: Path) -> Facts | None:
    """Statistics of the cache in a folder; None if there is none that may be opened."""
    file = folder / FILE
    if not cache_place.may_be_read(file, MOST_OPENED):
        return None
    size = file.stat().st_size
    try:
        database = connected(file, is_read_only=True)
        try:
            ask = partial(_number, database)
            files, found = ask("SELECT count(*) FROM files"), ask(_COUNT_ENTRIES)
        finally:
            database.close()
    except FAULTS:
        return Facts(file, size, 0, 0, is_damaged=True)
    return Facts(file, size, files, found, is_damaged=False)
