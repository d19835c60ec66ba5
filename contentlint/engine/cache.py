"""What was found before in files that have not changed.

An entry is kept by all that its findings depend on (`cache_key`); what rules asked about the site's
files and the day is kept with its answers, and asked again. So nothing is ever out of date, and an
entry that no key leads to any more is only old. A file whose size and times are those of the last
run is not even read; one with other times, as in a fresh checkout, is known by its content. All of
it is JSON in an SQLite file: what stands in a folder that somebody else wrote is read as data and
never executed. Whatever is wrong with the file costs time and nothing else.
"""

import sqlite3
import zlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple

from contentlint.config import Plan
from contentlint.engine import entries
from contentlint.engine.cache_key import (
    FORM,
    Keys,
    Treatment,
    day,
    digest,
    file_state,
    program,
    program_state,
    today,
)
from contentlint.engine.entries import Examined
from contentlint.finding import Finding
from contentlint.reading import TooLarge, read_file
from contentlint.surroundings import Asked, Surroundings

FOLDER = ".contentlint_cache"
FILE = "found.sqlite"

# How large the file may become, in bytes; the oldest entries go first.
MOST_BYTES = 512 * 2**20
# What is new is written when it is so much.
_BATCH = 5000
_TABLES = """
CREATE TABLE IF NOT EXISTS found (key BLOB PRIMARY KEY, entry TEXT);
CREATE TABLE IF NOT EXISTS files (
    name TEXT PRIMARY KEY, state TEXT, program BLOB, plan BLOB, schema BLOB, day TEXT, key BLOB
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS memory (key BLOB PRIMARY KEY, value TEXT) WITHOUT ROWID;
"""
_LOOK = """
SELECT state, program, plan, schema, day, files.key, entry, name
FROM files LEFT JOIN found ON found.key = files.key WHERE name IN
"""

# What SQLite and Python raise where a file is damaged, or not to be used just now.
_FAULTS = (sqlite3.Error, ValueError, TypeError, OverflowError, MemoryError)
_NOT_JUST_NOW = ("locked", "busy", "readonly", "unable to open", "full", "disk i/o", "permission")

# Why a file is not answered.
OFF = "no cache: its folder cannot be used"
NEW = "it is new"
UNKNOWABLE = "its schema may change without a trace: it is in a package or refers to other files"
PROGRAM = "contentlint or a library of it is another one"
PLAN = "rules or configuration changed"
SCHEMA = "its schema changed"
DAY = "a suppression in it ends on a day"
CONTENT = "its content changed"
UNREADABLE = "it cannot be read"
DROPPED = "its entry was dropped or is damaged"


class Miss(NamedTuple):
    """A file that is not answered, and why, in words that say of it."""

    reason: str


IS_NEW = Miss(NEW)
"""The one of all files of a first run."""


class Cache:
    """The cache of a folder; every failure of it means only that it knows nothing.

    Args:
        folder: where its own folder stands, or will.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder / FOLDER
        # Whether there was none before.
        self.is_new = not self.folder.exists()
        self._file = folder / FOLDER / FILE
        self._new: list[tuple[str, tuple[Any, ...]]] = []
        self._expected: dict[str, tuple[Any, ...] | None] = {}
        self._database = self._open()
        self.keys = Keys(self._program())
        self.is_empty = self._ask("SELECT 1 FROM files LIMIT 1", ()) is None

    # --- looking up

    def expect(self, names: Sequence[str]) -> None:
        """Read at once what is known of some files, which are looked up next.

        Args:
            names: what reports call them, some hundred at most.
        """
        rows = {}
        if self._database is not None:
            texts = list(map(_text, names))
            statement = f"{_LOOK} ({', '.join('?' * len(texts))})"
            try:
                rows = {row[-1]: row for row in self._database.execute(statement, texts)}
            except _FAULTS as error:
                self._failed(error)
        self._expected = {name: rows.get(_text(name)) for name in names}

    def look(
        self, path: Path, name: str, plan: Plan, surroundings: Surroundings
    ) -> list[Finding] | Miss:
        """What was found in a file, if nothing that this depends on has changed.

        Args:
            path: where it is, absolute.
            name: what reports call it.
            plan: what is done with it.
            surroundings: where questions are asked again.
        """
        if self._database is None:
            return Miss(OFF)
        if self.is_empty:
            return IS_NEW
        treatment = self.keys.treatment(plan)
        if treatment is None:
            return Miss(UNKNOWABLE)
        if name not in self._expected:
            self.expect([name])
        row = self._expected.pop(name, None)
        if row is None:
            return IS_NEW
        reason = _difference(row, treatment)
        try:
            state = file_state(path)
            if reason is None and row[0] == state:
                return self._answer(row[5], row[6], surroundings)
            data = read_file(path, plan.limits.file_size)
        except (OSError, TooLarge):
            return Miss(UNREADABLE)
        key = self.keys.key(data, name, plan)
        if key is None:
            return Miss(UNKNOWABLE)
        entry = row[6]
        if key != row[5]:
            found = self._ask("SELECT entry FROM found WHERE key = ?", (key,))
            if found is None:
                return Miss(reason or CONTENT)
            [entry] = found
        answer = self._answer(key, entry, surroundings)
        if not isinstance(answer, Miss):
            self._note(name, state, treatment, day(data), key)
        return answer

    def get(self, key: bytes | None, surroundings: Surroundings) -> list[Finding] | None:
        """The findings of a key; None where they are not known, or what was asked has changed."""
        found = None if key is None else self._ask("SELECT entry FROM found WHERE key = ?", (key,))
        answer = None if key is None or not found else self._answer(key, found[0], surroundings)
        return None if isinstance(answer, Miss) else answer

    def _answer(
        self, key: bytes, entry: str | None, surroundings: Surroundings
    ) -> list[Finding] | Miss:
        try:
            text = None if entry is None else _unsealed(key, entry)
            if text is None:
                return Miss(DROPPED)
            findings, asked = entries.decode(text)
            changed = surroundings.changed(asked) if asked else None
        except (ValueError, TypeError, IndexError, KeyError):
            return Miss(DROPPED)
        return findings if changed is None else Miss(f"what it asked has another answer: {changed}")

    # --- keeping

    def put(self, key: bytes | None, findings: list[Finding], asked: Asked) -> None:
        """Keep the findings of a key and what their rules asked."""
        if key is not None and self._database is not None:
            entry = _sealed(key, entries.encode(findings, asked))
            self._write("INSERT OR REPLACE INTO found VALUES (?, ?)", (key, entry))

    def keep(self, name: str, plan: Plan, examined: Examined) -> None:
        """Keep what was found in a file, unless it may not be found again."""
        treatment = self.keys.treatment(plan)
        if examined.asked is None or examined.key is None or treatment is None:
            return
        self.put(examined.key, examined.findings, examined.asked)
        self._note(name, examined.state, treatment, examined.day, examined.key)

    def _note(self, name: str, state: str, treatment: Treatment, ends: str, key: bytes) -> None:
        row = (_text(name), state, *treatment, ends, key)
        self._write("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?)", row)

    def _write(self, statement: str, row: tuple[Any, ...]) -> None:
        if self._database is not None:
            self._new.append((statement, row))
            if len(self._new) >= _BATCH:
                self._flush()

    def _flush(self) -> None:
        new, self._new = self._new, []
        if self._database is None:
            return
        try:
            with self._database:
                for statement, alike in groupby(new, key=itemgetter(0)):
                    self._database.executemany(statement, map(itemgetter(1), alike))
        except _FAULTS as error:
            self._failed(error)

    def close(self) -> None:
        """Write what is new; drop the oldest entries where the file is too large."""
        self._flush()
        if self._database is not None:
            try:
                _shrink(self._database, MOST_BYTES)
                self._database.close()
            except _FAULTS as error:
                self._failed(error)
        self._database = None

    # --- small things to remember between runs

    def remembered(self, parts: tuple[bytes, ...], make: Callable[[], str]) -> str:
        """A text that was made before from the same parts by this version, or is made now."""
        return self._remembered(digest((self.keys.program, *parts)), make)

    def _remembered(self, key: bytes, make: Callable[[], str]) -> str:
        found = self._ask("SELECT value FROM memory WHERE key = ?", (key,))
        text = None if found is None or found[0] is None else _unsealed(key, found[0])
        if text is None:
            text = make()
            row = (key, _sealed(key, text))
            self._write("INSERT OR REPLACE INTO memory VALUES (?, ?)", row)
        return text

    def _program(self) -> bytes:
        text = self._remembered(program_state(), lambda: program().hex())
        try:
            return bytes.fromhex(text)
        except ValueError:
            return program()

    # --- the file

    def _open(self) -> sqlite3.Connection | None:
        try:
            self._file.parent.mkdir(exist_ok=True)
            ignore = self._file.parent / ".gitignore"
            if not ignore.exists():
                ignore.write_text("*\n", "utf-8")
        except OSError:
            if not self._file.exists():
                return None
        for attempt in range(2):
            try:
                return _connected(self._file)
            except _FAULTS as error:
                if attempt or not _is_damage(error):
                    return None
                _remove(self._file)  # not a database, or that of another version
        return None

    def _ask(self, statement: str, row: tuple[Any, ...]) -> Any:
        if self._database is None:
            return None
        try:
            return self._database.execute(statement, row).fetchone()
        except _FAULTS as error:
            self._failed(error)
            return None

    def _failed(self, error: Exception) -> None:
        """Go on without the file; where it is damaged, without it next time as well."""
        if self._database is not None:
            with suppress(*_FAULTS):
                self._database.close()
        self._database = None
        self._new.clear()
        if _is_damage(error):
            _remove(self._file)


def _difference(row: tuple[Any, ...], treatment: Treatment) -> str | None:
    """Why what is known of a file does not hold any more, whatever its content."""
    state, own, plan, schema, ends, *_ = row
    if own != treatment.program:
        return PROGRAM
    if schema != treatment.schema:
        return SCHEMA
    if plan != treatment.plan:
        return PLAN
    if ends and ends != today():
        return DAY
    # A file that had changed just before it was read is known by its content alone.
    return None if state else CONTENT


def _text(name: str) -> str:
    """A name as a database takes it; what is no text in it stays apart from all other names."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _sealed(key: bytes, text: str) -> str:
    return f"{zlib.crc32(key + text.encode()):08x}{text}"


def _unsealed(key: bytes, sealed: str) -> str | None:
    """A text that is whole and belongs to the key; else None."""
    if not isinstance(sealed, str):
        return None
    text = sealed[8:]
    try:
        return text if _sealed(key, text) == sealed else None
    except UnicodeEncodeError:
        return None


def _connected(file: Path) -> sqlite3.Connection:
    database = sqlite3.connect(file, timeout=2)
    try:
        # Losing the last writes in a crash of the machine is no loss.
        database.execute("PRAGMA synchronous = OFF")
        [form] = database.execute("PRAGMA user_version").fetchone()
        if form not in (0, FORM):
            raise sqlite3.DatabaseError(f"form {form}")
        if form == 0:
            database.executescript(_TABLES)
            database.execute(f"PRAGMA user_version = {FORM}")
    except _FAULTS:
        database.close()
        raise
    return database


def _is_damage(error: Exception) -> bool:
    """Whether a file is of no use any more, not just now."""
    reason = str(error).lower()
    return not any(word in reason for word in _NOT_JUST_NOW)


def _remove(file: Path) -> None:
    for path in (file, file.with_name(f"{file.name}-journal")):
        with suppress(OSError):
            path.unlink(missing_ok=True)


def _shrink(database: sqlite3.Connection, most: int) -> None:
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


# --- for people


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
    """What can be said of the cache of a folder; None where it has none."""
    file = folder / FOLDER / FILE
    if not file.is_file():
        return None
    size = file.stat().st_size
    try:
        database = sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)
        try:
            ask = partial(_number, database)
            files, found = ask("SELECT count(*) FROM files"), ask("SELECT count(*) FROM found")
            is_old = ask("PRAGMA user_version") != FORM
        finally:
            database.close()
    except _FAULTS:
        return Facts(file, size, 0, 0, is_damaged=True)
    return Facts(file, size, files, found, is_damaged=is_old)


def clear(folder: Path) -> bool:
    """Delete the cache of a folder; whether there was one.

    Raises:
        OSError: it cannot be deleted.
    """
    place = folder / FOLDER
    if not place.is_dir():
        return False
    # What is not ours stays, and the folder with it.
    for name in (FILE, f"{FILE}-journal", ".gitignore"):
        (place / name).unlink(missing_ok=True)
    if not any(place.iterdir()):
        place.rmdir()
    return True
