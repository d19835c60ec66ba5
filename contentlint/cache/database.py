"""The file of a cache, opened as nobody's but ours.

Its tables must be exactly ours, what stands in them is read as data and never executed, no journal
lies beside it that the next run would trust, and no question may take without end.
"""

import sqlite3
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

from contentlint.cache import place as cache_place
from contentlint.cache.key import FORM
from contentlint.cache.place import FILE
from contentlint.core.reading import read_beginning

# How large the file may become, in bytes; the oldest entries go first.
MOST_BYTES = 512 * 2**20
_TABLES = {
    "found": "CREATE TABLE found (key BLOB PRIMARY KEY, entry TEXT, facts TEXT)",
    "files": "CREATE TABLE files (name TEXT PRIMARY KEY, state TEXT, program BLOB, plan BLOB, "
    "schema BLOB, facts BLOB, day TEXT, content BLOB, key BLOB) WITHOUT ROWID",
    "memory": "CREATE TABLE memory (key BLOB PRIMARY KEY, value TEXT) WITHOUT ROWID",
}
# What SQLite itself makes for them: the index of a key that is not the table's own.
_MADE = ("index", "sqlite_autoindex_found_1", "found", None)
# How large a file is opened: one that is larger was not written by us.
MOST_OPENED = 4 * MOST_BYTES
# How large a value of it may be, and how long an SQL statement, those of its tables included.
_MOST_OF_VALUE, _MOST_OF_STATEMENT = 256 * 2**20, 10_000
# How often SQLite asks whether it may go on, in its own steps, and how often it may for a question.
STEPS, _MOST_STEPS = 1_000_000, 1000

# What SQLite and Python raise where a file is damaged, or not to be used just now.
FAULTS = (sqlite3.Error, ValueError, TypeError, OverflowError, MemoryError)
_NOT_JUST_NOW = frozenset(
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
    """Ends a question that takes SQLite too many steps: a damaged file may lead it in circles."""

    def __init__(self) -> None:
        self._left = _MOST_STEPS

    def begin(self) -> None:
        """A question begins."""
        self._left = _MOST_STEPS

    def is_over(self) -> bool:
        """Whether it has taken too many; asked every so many steps."""
        self._left -= 1
        return self._left < 0


def connected(file: Path, *, is_read_only: bool = False) -> sqlite3.Connection:
    """Open the file as nobody's but ours.

    Raises:
        sqlite3.Error, …: it cannot be opened, or is not ours.
    """
    _see_its_head(file)
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
        # Losing the last writes in a crash of the machine is no loss, and no file lies beside it
        # that the next run would have to trust.
        database.execute("PRAGMA journal_mode = MEMORY")
        database.execute("PRAGMA synchronous = OFF")
        _see_its_tables(database, may_make=not is_read_only)
    except FAULTS:
        database.close()
        raise
    return database


def _see_its_head(file: Path) -> None:
    """See that a file is a database that has no journal of its own; SQLite opens others, too."""
    head = read_beginning(file, 100, anywhere=True)
    if head and (head[:16] != b"SQLite format 3\0" or head[18:20] != b"\1\1"):
        raise sqlite3.DatabaseError("no file of ours")


def _see_its_tables(database: sqlite3.Connection, *, may_make: bool) -> None:
    """See that there are exactly our tables, no views or triggers; make them in an empty file."""
    ask = "SELECT type, name, tbl_name, sql FROM sqlite_master LIMIT 20"
    [form] = database.execute("PRAGMA user_version").fetchone()
    if form == 0 and may_make and not database.execute(ask).fetchall():
        with database:
            database.execute("BEGIN IMMEDIATE")
            # Another run may have been quicker.
            if not database.execute(ask).fetchall():
                for statement in _TABLES.values():
                    database.execute(statement)
                database.execute(f"PRAGMA user_version = {FORM}")
        [form] = database.execute("PRAGMA user_version").fetchone()
    expected = {_MADE, *(("table", name, name, sql) for name, sql in _TABLES.items())}
    if form != FORM or set(database.execute(ask).fetchall()) != expected:
        raise sqlite3.DatabaseError("no tables of ours")


def is_damage(error: Exception) -> bool:
    """Whether a file is of no use any more, not just now."""
    # The lower byte is the kind of error, the others tell more of it.
    code = getattr(error, "sqlite_errorcode", None)
    return code is None or code & 0xFF not in _NOT_JUST_NOW


def remove(file: Path) -> None:
    """Delete the file; of a link only the link goes."""
    with suppress(OSError):
        file.unlink(missing_ok=True)


def shrink(database: sqlite3.Connection, most: int) -> None:
    """Bring the file below a size by leaving out what was written first."""
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


class Facts(NamedTuple):
    """What can be said of a cache.

    Args:
        file: where it is.
        size: in bytes.
        files: how many files it knows by their times.
        entries: what it keeps, older states of files included.
        is_damaged: whether it cannot be read.
    """

    file: Path
    size: int
    files: int
    entries: int
    is_damaged: bool


def facts(folder: Path) -> Facts | None:
    """What can be said of the cache in a folder; None where there is none that may be opened."""
    file = folder / FILE
    if not cache_place.may_be_read(file, MOST_OPENED):
        return None
    size = file.stat().st_size
    try:
        database = connected(file, is_read_only=True)
        try:
            ask = partial(_number, database)
            files, found = ask("SELECT count(*) FROM files"), ask("SELECT count(*) FROM found")
        finally:
            database.close()
    except FAULTS:
        return Facts(file, size, 0, 0, is_damaged=True)
    return Facts(file, size, files, found, is_damaged=False)
