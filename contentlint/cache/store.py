"""What was found before in files that have not changed.

An entry is kept by all that its findings depend on (`cache_key`); what rules asked about the site's
files and the day is kept with its answers, and asked again. So nothing is ever out of date, and an
entry that no key leads to any more is only old. A file whose size and times are those of the last
run is not even read; one with other times, as in a fresh checkout, is known by its content. All of
it is JSON in an SQLite file in a folder of ours (`cache_place`): its tables must be exactly ours,
what stands in them is read as data and never executed, and no question may take without end.
Whatever is wrong with the file costs time and nothing else.
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

from contentlint.cache import entries
from contentlint.cache import place as cache_place
from contentlint.cache.entries import Result
from contentlint.cache.key import (
    FORM,
    Keys,
    Treatment,
    content,
    day,
    digest,
    file_state,
    program,
    program_state,
    today,
)
from contentlint.cache.place import FILE
from contentlint.config.task import Checked, Task
from contentlint.core.reading import TooLarge, read_beginning, read_file

# How large the file may become, in bytes; the oldest entries go first.
MOST_BYTES = 512 * 2**20
# What is new is written when it is so much.
_BATCH = 5000
_TABLES = {
    "found": "CREATE TABLE found (key BLOB PRIMARY KEY, entry TEXT, facts TEXT)",
    "files": "CREATE TABLE files (name TEXT PRIMARY KEY, state TEXT, program BLOB, plan BLOB, "
    "schema BLOB, facts BLOB, day TEXT, content BLOB, key BLOB) WITHOUT ROWID",
    "memory": "CREATE TABLE memory (key BLOB PRIMARY KEY, value TEXT) WITHOUT ROWID",
}
# What SQLite itself makes for them: the index of a key that is not the table's own.
_MADE = ("index", "sqlite_autoindex_found_1", "found", None)
# How large a file is opened: one that is larger was not written by us.
_MOST_OPENED = 4 * MOST_BYTES
# How large a value of it may be, and how long an SQL statement, those of its tables included.
_MOST_OF_VALUE, _MOST_OF_STATEMENT = 256 * 2**20, 10_000
# How often SQLite asks whether it may go on, in its own steps, and how often it may for a question.
_STEPS, _MOST_STEPS = 1_000_000, 1000
_LOOK = """
SELECT state, program, plan, schema, files.facts, day, content, files.key, %s, found.facts, name
FROM files LEFT JOIN found ON found.key = files.key WHERE name IN
"""

# What SQLite and Python raise where a file is damaged, or not to be used just now.
_FAULTS = (sqlite3.Error, ValueError, TypeError, OverflowError, MemoryError)
_NOT_JUST_NOW = ("locked", "busy", "readonly", "unable to open", "full", "disk i/o", "permission")

# Why a file is not answered.
OFF = "no cache: its folder cannot be used"
NEW = "it is new"
UNKNOWABLE = "articles may name their own schemas (`inline-schemas`)"
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
    """A cache; every failure of it means only that it knows nothing.

    Args:
        folder: where it lies or will, as `cache_place.cache_folder` has it; None: nowhere.
    """

    def __init__(self, folder: Path | None) -> None:
        # None where there is none that may be used.
        self.folder = folder
        # Whether there was none before.
        self.is_new = folder is None or not folder.exists()
        self._file = (folder or Path()) / FILE
        self._patience = _Patience()
        self._new: list[tuple[str, tuple[Any, ...]]] = []
        self._expected: dict[str, tuple[Any, ...] | None] = {}
        self._database = self._open()
        self.keys = Keys(self._program(), self)
        is_usable = self._database is not None
        self.is_empty = is_usable and self._ask("SELECT 1 FROM files LIMIT 1", ()) is None
        self.is_new = self.is_new and is_usable

    # --- looking up

    def expect(self, names: Sequence[str], *, only_facts: bool = False) -> None:
        """Read at once what is known of some files, which are looked up next.

        Args:
            names: what reports call them, some hundred at most.
            only_facts: whether their findings are left unread.
        """
        rows = {}
        if self._database is not None:
            texts = list(map(_text, names))
            statement = (
                f"{_LOOK % ('NULL' if only_facts else 'entry')} ({', '.join('?' * len(texts))})"
            )
            try:
                self._patience.begin()
                rows = {row[-1]: row for row in self._database.execute(statement, texts)}
            except _FAULTS as error:
                self._failed(error)
        self._expected = {name: rows.get(_text(name)) for name in names}

    def look(self, task: Task) -> Checked | Miss:
        """What came out of a file, if nothing that this depends on has changed."""
        if self._database is None:
            return Miss(OFF)
        if self.is_empty:
            return IS_NEW
        treatment = self.keys.treatment(task.plan)
        if treatment is None:
            return Miss(UNKNOWABLE)
        if task.name not in self._expected:
            self.expect([task.name], only_facts=task.plan.only_facts)
        row = self._expected.pop(task.name, None)
        if row is None:
            return IS_NEW
        known = _Row(*row)
        reason = _difference(known, treatment, only_facts=task.plan.only_facts)
        try:
            state = file_state(task.path)
            if reason is None and known.state == state:
                return self._answer(known.key, known.entry, known.facts, task)
            data = read_file(task.path, task.plan.limits.file_size)
        except (OSError, TooLarge):
            return Miss(UNREADABLE)
        own = content(data, task.name)
        if reason in (None, CONTENT) and own == known.content:
            answer = self._answer(known.key, known.entry, known.facts, task)
            treatment = treatment._replace(plan=known.plan)
            key = known.key
        else:
            key = digest((*treatment, own))
            answer = self._found(key, task) or Miss(reason or CONTENT)
        if not isinstance(answer, Miss):
            self._note(task.name, state, treatment, day(data), own, key)
        return answer

    def get(self, task: Task, data: bytes) -> Checked | None:
        """What came out of a content; None where it is not known, or an answer has changed."""
        treatment = self.keys.treatment(task.plan)
        if treatment is None:
            return None
        answer = self._found(digest((*treatment, content(data, task.name))), task)
        return None if isinstance(answer, Miss) else answer

    def _found(self, key: bytes, task: Task) -> Checked | Miss | None:
        row = self._ask("SELECT entry, facts FROM found WHERE key = ?", (key,))
        return self._answer(key, row[0], row[1], task) if row else None

    def _answer(
        self, key: bytes, entry: str | None, facts: str | None, task: Task
    ) -> Checked | Miss:
        checked, asked = Checked([], (), [], []), None
        try:
            if not task.plan.only_facts:
                checked = entries.decode(_unsealed(key, entry))
                asked = checked.questions
            if task.plan.site_rules:
                found, questions = entries.decode_facts(_unsealed(key, facts))
                checked = checked._replace(facts=found, fact_questions=questions)
                asked = questions if task.plan.only_facts else asked
            changed = task.site().changed(asked) if asked else None
        except (ValueError, TypeError, IndexError, KeyError):
            return Miss(DROPPED)
        return checked if changed is None else Miss(f"what it asked has another answer: {changed}")

    # --- keeping

    def put(self, task: Task, data: bytes, checked: Checked) -> None:
        """Keep what came out of a content, unless another try may find something else."""
        treatment = self.keys.treatment(task.plan)
        if treatment is not None:
            self._put(digest((*treatment, content(data, task.name))), task, checked)

    def keep(self, task: Task, result: Result) -> None:
        """Keep what came out of a file, unless another try may find something else."""
        treatment = self.keys.treatment(task.plan)
        if result.content is None or treatment is None:
            return
        key = digest((*treatment, result.content))
        if self._put(key, task, result.checked) and result.state is not None:
            self._note(task.name, result.state, treatment, result.day, result.content, key)

    def _put(self, key: bytes, task: Task, checked: Checked) -> bool:
        """Keep what may be found again; whether it may."""
        if checked.questions is None:
            return False
        entry = None if task.plan.only_facts else _sealed(key, entries.encode(checked))
        facts = _sealed(key, entries.encode_facts(checked)) if task.plan.site_rules else None
        self._write("INSERT OR REPLACE INTO found VALUES (?, ?, ?)", (key, entry, facts))
        return True

    def _note(
        self, name: str, state: str, treatment: Treatment, ends: str, own: bytes, key: bytes
    ) -> None:
        row = (_text(name), state, *treatment, ends, own, key)
        self._write("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)

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
            self._patience.begin()
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
                self._patience.begin()
                _shrink(self._database, MOST_BYTES)
                self._database.close()
            except _FAULTS as error:
                self._failed(error)
        self._database = None

    # --- small things to remember between runs

    def remembered(self, parts: tuple[bytes, ...], make: Callable[[], str]) -> str:
        """A text that was made before from the same parts by this version, or is made now."""
        return self._remembered(digest((self.keys.program, *parts)), make)

    def recall(self, key: bytes) -> str | None:
        """The text that was kept last for a key, if any."""
        found = self._ask("SELECT value FROM memory WHERE key = ?", (key,))
        try:
            return None if found is None else _unsealed(key, found[0])
        except ValueError:
            return None

    def remember(self, key: bytes, text: str) -> None:
        """Keep a text in place of the one that was kept before."""
        row = (key, _sealed(key, text))
        self._write("INSERT OR REPLACE INTO memory VALUES (?, ?)", row)

    def _remembered(self, key: bytes, make: Callable[[], str]) -> str:
        text = self.recall(key)
        if text is None:
            text = make()
            self.remember(key, text)
        return text

    def _program(self) -> bytes:
        text = self._remembered(program_state(), lambda: program().hex())
        try:
            return bytes.fromhex(text)
        except ValueError:
            return program()

    # --- the file

    def _open(self) -> sqlite3.Connection | None:
        if self.folder is None or not cache_place.opened(self.folder):
            self.folder = None
            return None
        for attempt in range(2):
            if not cache_place.may_be_opened(self._file, _MOST_OPENED):
                _remove(self._file)
            try:
                database = _connected(self._file)
                database.set_progress_handler(self._patience.is_over, _STEPS)
                return database
            except _FAULTS as error:
                if attempt or not _is_damage(error):
                    return None
                _remove(self._file)  # not a database, or that of another version
        return None

    def _ask(self, statement: str, row: tuple[Any, ...]) -> Any:
        if self._database is None:
            return None
        try:
            self._patience.begin()
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


class _Row(NamedTuple):
    """What is known of a file: its state, what its findings and facts depend on, and these."""

    state: str
    program: bytes
    plan: bytes
    schema: bytes
    of_facts: bytes
    day: str
    content: bytes
    key: bytes
    entry: str | None
    facts: str | None
    name: str


def _difference(row: _Row, treatment: Treatment, *, only_facts: bool) -> str | None:
    """Why what is known of a file does not hold any more, whatever its content."""
    if row.program != treatment.program:
        return PROGRAM
    if row.schema != treatment.schema:
        return SCHEMA
    if row.of_facts != treatment.facts if only_facts else row.plan != treatment.plan:
        return PLAN
    if row.day and row.day != today():
        return DAY
    # A file that had changed just before it was read is known by its content alone.
    return None if row.state else CONTENT


def _text(name: str) -> str:
    """A name as a database takes it; what is no text in it stays apart from all other names."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _sealed(key: bytes, text: str) -> str:
    return f"{zlib.crc32(key + text.encode()):08x}{text}"


def _unsealed(key: bytes, sealed: str | None) -> str:
    """A text that is whole and belongs to the key.

    Raises:
        ValueError: it is none.
    """
    text = sealed[8:] if isinstance(sealed, str) else ""
    if sealed is None or _sealed(key, text) != sealed:
        raise ValueError("not what was written")
    return text


class _Patience:
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


def _connected(file: Path, *, is_read_only: bool = False) -> sqlite3.Connection:
    """Open the file as nobody's but ours.

    Raises:
        sqlite3.Error, …: it cannot be opened, or is not ours.
    """
    _see_its_head(file)
    mode = "?mode=ro" if is_read_only else ""
    database = sqlite3.connect(f"{file.absolute().as_uri()}{mode}", timeout=2, uri=True)
    patience = _Patience()
    database.set_progress_handler(patience.is_over, _STEPS)
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
    except _FAULTS:
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


def _is_damage(error: Exception) -> bool:
    """Whether a file is of no use any more, not just now."""
    reason = str(error).lower()
    return not any(word in reason for word in _NOT_JUST_NOW)


def _remove(file: Path) -> None:
    """Delete the file; of a link only the link goes."""
    with suppress(OSError):
        file.unlink(missing_ok=True)


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
    """What can be said of the cache in a folder; None where there is none that may be opened."""
    file = folder / FILE
    if not cache_place.may_be_read(file, _MOST_OPENED):
        return None
    size = file.stat().st_size
    try:
        database = _connected(file, is_read_only=True)
        try:
            ask = partial(_number, database)
            files, found = ask("SELECT count(*) FROM files"), ask("SELECT count(*) FROM found")
        finally:
            database.close()
    except _FAULTS:
        return Facts(file, size, 0, 0, is_damaged=True)
    return Facts(file, size, files, found, is_damaged=False)
