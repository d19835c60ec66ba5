"""The findings of files that have not changed.

An entry is keyed by everything that its findings depend on (`cache.key`); the questions of rules
about the site and the date are stored with their answers and asked again. So entries are never out
of date, only unused. A file with the size and times of the last run is not read; one with other
times, as in a fresh checkout, is recognized by its content. Everything is JSON in an SQLite file in
a folder of ours (`cache.place`, `cache.database`). A damaged file costs time and has no other
effect.

In one module, for every lookup and every write share the connection and what happens if it fails.
"""

import sqlite3
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from contentlint.cache import database as cache_file
from contentlint.cache import entries
from contentlint.cache import place as cache_place
from contentlint.cache.database import (
    FAULTS,
    MOST_OPENED,
    STEPS,
    Patience,
    connected,
    is_damage,
    remove,
    shrink,
)
from contentlint.cache.entries import Result
from contentlint.cache.key import (
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
from contentlint.core.reading import TooLarge, read_file
from contentlint.core.tuples import NamedTuple

# Number of keys in one query.
_KEYS = 250
# Number of new rows that are written at once.
_BATCH = 5000
_LOOK = """
SELECT state, program, plan, schema, files.facts, day, content, files.key, %s, found.facts, name
FROM files LEFT JOIN found ON found.key = files.key WHERE name IN
"""
_LOOK_UNCHANGED = """
SELECT name, state, key, day FROM files
WHERE program = ? AND schema = ? AND %s = ? AND day IN ('', ?) AND state != '' AND name IN
"""

# Why the cache has no answer for a file.
OFF = "no cache: folder not usable"
NEW = "new file"
UNKNOWABLE = "articles may name their own schemas (`inline-schemas`)"
PROGRAM = "contentlint or one of its libraries changed"
PLAN = "rules or configuration changed"
SCHEMA = "schema changed"
DAY = "date changed, and a suppression has an end date"
CONTENT = "content changed"
UNREADABLE = "file cannot be read"
SELECTORS = "selectors not stored"
DROPPED = "cache entry missing or damaged"


class Miss(NamedTuple):
    """A file without an answer from the cache, and the reason."""

    reason: str


IS_NEW = Miss(NEW)
"""The miss of all files in a first run."""


class Cache:
    """A cache; after any failure it behaves as if it were empty.

    Args:
        folder: from `cache_place.cache_folder`; None for no cache.
        state: the result of `program_state`, if it is known.
    """

    def __init__(self, folder: Path | None, state: bytes | None = None) -> None:
        # None if there is none that may be used.
        self.folder = folder
        # Whether it did not exist before.
        self.is_new = folder is None or not folder.exists()
        self._file = (folder or Path()) / FILE
        self._patience = Patience()
        self._new: list[tuple[str, tuple[Any, ...]]] = []
        self._expected: dict[str, tuple[Any, ...] | None] = {}
        self._shared: dict[bytes, Any] = {}
        self._database = self._open()
        self.keys = Keys(self._program(state or program_state()), self)
        is_usable = self._database is not None
        self.is_empty = is_usable and self._ask("SELECT 1 FROM files LIMIT 1", ()) is None
        self.is_new = self.is_new and is_usable

    # --- looking up

    def expect(self, names: Sequence[str], *, only_facts: bool = False) -> None:
        """Read the rows of files that are looked up next, in one query.

        Args:
            names: their paths in reports, a few hundred at most.
            only_facts: whether to skip their findings.
        """
        texts = list(map(_text, names))
        statement = f"{_LOOK % ('NULL' if only_facts else 'entry')} {_places(len(texts))}"
        rows = {row[-1]: row for row in self._ask_all(statement, texts)}
        self._expected = {name: rows.get(_text(name)) for name in names}

    def look(self, task: Task) -> Checked | Miss:
        """The result for a file, if nothing that it depends on has changed."""
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

    def unchanged(
        self, task: Task, states: Mapping[str, str]
    ) -> Iterator[tuple[str, str, str, bool]]:
        """What is stored about files that have the settings of a task, if they are unchanged.

        Args:
            task: decides whether it is their findings, or their facts if it only collects facts.
            states: of each file now (`cache.key.file_state`), by its path in reports; a few
                hundred at most.

        Yields:
            the path, the findings (as `entries.findings_text`) or facts (as `packed`), the
            questions as JSON, and whether they are the same on other days.
        """
        treatment = self.keys.treatment(task.plan)
        if treatment is None or not states:
            return
        names, places = dict(zip(map(_text, states), states, strict=True)), _places(len(states))
        if task.plan.only_facts:
            settings, rows, column = treatment.facts, "facts", "facts"
        else:
            settings, rows, column = treatment.plan, "plan", "entry"
        wanted = (treatment.program, treatment.schema, settings, today())
        alike = self._ask_all(f"{_LOOK_UNCHANGED % rows} {places}", (*wanted, *names))
        known = [
            (names[name], key, day)
            for name, state, key, day in alike
            if states[names[name]] == state
        ]
        keys = [key for _, key, _ in known]
        found = f"SELECT key, {column} FROM found WHERE key IN {_places(len(keys))}"
        stored = dict(self._ask_all(found, keys)) if keys else {}
        for name, key, day_of_text in known:
            try:
                text, _, questions = _unsealed(key, stored.get(key)).rpartition("\n")
            except (ValueError, TypeError):
                continue  # damaged
            if entries.has_selectors(text) or not task.plan.selectors:
                yield name, text, questions, not day_of_text

    def expect_shared(self, keys: Sequence[bytes]) -> None:
        """Read what was stored with some keys, in few queries, for `shared`."""
        self._shared.clear()
        for place in range(0, len(keys), _KEYS):
            some = keys[place : place + _KEYS]
            found = f"SELECT key, facts FROM found WHERE key IN {_places(len(some))}"
            self._shared |= {**dict.fromkeys(some), **dict(self._ask_all(found, some))}

    def shared(self, key: bytes) -> str:
        """What was stored with a key about several files; empty if there is nothing.

        It is in the table of findings, since looking up a key in the other tables reads the rows
        next to it as well, which takes long if they are long.
        """
        if key not in self._shared:
            self.expect_shared([key])
        found = self._shared.pop(key)
        data = found if isinstance(found, bytes) else b""
        is_intact = data[:8] == _seal(key, data[8:]).encode()
        return data[8:].decode("utf-8", "replace") if is_intact else ""

    def share(self, key: bytes, text: str) -> None:
        """Store a text about several files, replacing that of this key."""
        data = text.encode()
        row = (key, None, _seal(key, data).encode() + data)
        self._write("INSERT OR REPLACE INTO found VALUES (?, ?, ?)", row)

    def get(self, task: Task, data: bytes) -> Checked | None:
        """The result for some content; None if it is not known or an answer has changed."""
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
                text = _unsealed(key, entry)
                if task.plan.selectors and not entries.has_selectors(text):
                    return Miss(SELECTORS)
                checked = entries.decode(text)
                asked = checked.questions
            if task.plan.site_rules:
                found, questions = entries.decode_facts(_unsealed(key, facts))
                checked = checked._replace(facts=found, fact_questions=questions)
                asked = questions if task.plan.only_facts else asked
            changed = task.site().changed(asked) if asked else None
        except (ValueError, TypeError, IndexError, KeyError):
            return Miss(DROPPED)
        return checked if changed is None else Miss(f"dependency changed: {changed}")

    # --- keeping

    def put(self, task: Task, data: bytes, checked: Checked) -> None:
        """Store the result for some content, unless another run may give a different one."""
        treatment = self.keys.treatment(task.plan)
        if treatment is not None:
            self._put(digest((*treatment, content(data, task.name))), task, checked)

    def keep(self, task: Task, result: Result) -> None:
        """Store the result for a file, unless another run may give a different one."""
        treatment = self.keys.treatment(task.plan)
        if result.content is None or treatment is None:
            return
        key = digest((*treatment, result.content))
        if self._put(key, task, result.checked) and result.state is not None:
            self._note(task.name, result.state, treatment, result.day, result.content, key)

    def _put(self, key: bytes, task: Task, checked: Checked) -> bool:
        """Store a result if it may be cached; return whether it may."""
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

    def flush(self) -> None:
        """Write new rows, so that they can be looked up."""
        if self._new:
            self._flush()
            self.is_empty = False

    def _flush(self) -> None:
        new, self._new = self._new, []
        if self._database is None:
            return
        try:
            self._patience.begin()
            with self._database:
                for statement, alike in groupby(new, key=itemgetter(0)):
                    self._database.executemany(statement, map(itemgetter(1), alike))
        except FAULTS as error:
            self._failed(error)

    def close(self) -> None:
        """Write new rows; drop the oldest entries if the file is too large."""
        self._flush()
        if self._database is not None:
            try:
                self._patience.begin()
                shrink(self._database, cache_file.MOST_BYTES)
                self._database.close()
            except FAULTS as error:
                self._failed(error)
        self._database = None

    def __del__(self) -> None:
        """Close the file if a run ended before `close`; new rows are lost."""
        database = getattr(self, "_database", None)
        if database is not None:
            with suppress(*FAULTS):
                database.close()

    # --- values stored between runs

    def remembered(
        self,
        parts: tuple[bytes, ...],
        make: Callable[[], str],
        holds: Callable[[str], bool] = bool,
    ) -> str:
        """The value for these parts, stored by this version earlier or computed now.

        Args:
            parts: what it depends on.
            make: computes it.
            holds: whether a stored value still holds.
        """
        return self._remembered(digest((self.keys.program, *parts)), make, holds)

    def recalled(self, parts: tuple[bytes, ...], holds: Callable[[str], bool]) -> str | None:
        """The value for these parts, if this version stored it earlier and it still holds."""
        text = self.recall(digest((self.keys.program, *parts)))
        return text if text is not None and holds(text) else None

    def recall(self, key: bytes) -> str | None:
        """The stored value of a key, if any."""
        found = self._ask("SELECT value FROM memory WHERE key = ?", (key,))
        try:
            return None if found is None else _unsealed(key, found[0])
        except ValueError:
            return None

    def remember(self, key: bytes, text: str) -> None:
        """Store a value, replacing the previous one."""
        row = (key, _sealed(key, text))
        self._write("INSERT OR REPLACE INTO memory VALUES (?, ?)", row)

    def _remembered(
        self, key: bytes, make: Callable[[], str], holds: Callable[[str], bool] = bool
    ) -> str:
        text = self.recall(key)
        if text is None or not holds(text):
            text = make()
            self.remember(key, text)
        return text

    def _program(self, state: bytes) -> bytes:
        text = self._remembered(state, lambda: program().hex())
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
            if not cache_place.may_be_opened(self._file, MOST_OPENED):
                remove(self._file)
            try:
                database = connected(self._file)
                database.set_progress_handler(self._patience.is_over, STEPS)
                return database
            except FAULTS as error:
                if attempt or not is_damage(error):
                    return None
                remove(self._file)  # not a database, or that of another version
        return None

    def _ask(self, statement: str, row: tuple[Any, ...]) -> Any:
        return next(iter(self._ask_all(statement, row)), None)

    def _ask_all(self, statement: str, row: Sequence[Any]) -> list[Any]:
        if self._database is None:
            return []
        try:
            self._patience.begin()
            return self._database.execute(statement, row).fetchall()
        except FAULTS as error:
            self._failed(error)
            return []

    def _failed(self, error: Exception) -> None:
        """Continue without the file; delete it if it is damaged."""
        if self._database is not None:
            with suppress(*FAULTS):
                self._database.close()
        self._database = None
        self._new.clear()
        if is_damage(error):
            remove(self._file)


class _Row(NamedTuple):
    """The row of a file: its state, its dependencies, findings and facts."""

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
    """Why the row of a file is no longer valid, regardless of its content."""
    if row.program != treatment.program:
        return PROGRAM
    if row.schema != treatment.schema:
        return SCHEMA
    if row.of_facts != treatment.facts if only_facts else row.plan != treatment.plan:
        return PLAN
    if row.day and row.day != today():
        return DAY
    # A file that changed just before it was read is recognized only by its content.
    return None if row.state else CONTENT


def _places(number: int) -> str:
    """A list of places for values in a statement."""
    return f"({', '.join('?' * number)})"


def _text(name: str) -> str:
    """A name as valid Unicode, unique even if it contains undecodable bytes."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _seal(key: bytes, data: bytes) -> str:
    """What precedes stored data: it is intact and belongs to the key."""
    return f"{zlib.crc32(data, zlib.crc32(key)):08x}"


def _sealed(key: bytes, text: str) -> str:
    return _seal(key, text.encode()) + text


def _unsealed(key: bytes, sealed: str | None) -> str:
    """A stored text, if it is intact and belongs to the key.

    Raises:
        ValueError: it does not.
    """
    text = sealed[8:] if isinstance(sealed, str) else ""
    if not isinstance(sealed, str) or sealed[:8] != _seal(key, text.encode()):
        raise ValueError("damaged entry")
    return text
