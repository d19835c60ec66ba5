"""What was found before in files that have not changed.

An entry is keyed by all that its findings depend on: the file's bytes and name, the plan, the
files of contentlint itself and of a schema of the site's own, and the day where a suppression ends.
What rules asked about the site's files and the day is kept with its answers, and asked again. So
nothing is ever out of date, and an entry that no key leads to any more is only old. Entries are
JSON in an SQLite file: what stands in a folder that somebody else wrote is read as data and never
executed.
"""

import json
import os
import re
import sqlite3
from datetime import UTC, datetime
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from contentlint.config import Plan
from contentlint.finding import Edit, Excerpt, Fact, Finding, Fix, Related
from contentlint.front_matter.references import is_json_schema, is_python
from contentlint.source import Span
from contentlint.surroundings import Asked, Surroundings

FOLDER = ".contentlint_cache"

# Raised when the form of an entry changes.
_FORM = 4
_MOST_ENTRIES = 200_000

_REFERENCE_ELSEWHERE = re.compile(rb"""\$ref["']?\s*:\s*["']?(?![#"'])""")


class Cache:
    """The cache of a folder; every failure of it means only that it knows nothing.

    Args:
        folder: where its own folder stands, or will.
    """

    def __init__(self, folder: Path) -> None:
        self._database = _opened(folder / FOLDER)
        self._new: list[tuple[bytes, str]] = []
        self._plans: dict[int, tuple[Plan, bytes | None]] = {}

    def key(self, data: bytes, name: str, plan: Plan) -> bytes | None:
        """What findings of a file depend on; None where that cannot be known.

        Args:
            data: the file's bytes.
            name: what reports call it.
            plan: what is done with it.
        """
        _, treatment = self._plans.get(id(plan)) or (plan, None)
        if id(plan) not in self._plans:
            treatment = _treatment(plan)
            self._plans[id(plan)] = (plan, treatment)
        if self._database is None or treatment is None:
            return None
        digest = blake2b(digest_size=20)
        for part in (treatment, os.fsencode(name), data, _day(data)):
            digest.update(len(part).to_bytes(8, "little"))
            digest.update(part)
        return digest.digest()

    def get(self, key: bytes | None, surroundings: Surroundings) -> list[Finding] | None:
        """The findings of a key; None where they are not known, or what was asked has changed."""
        if key is None or self._database is None:
            return None
        try:
            row = self._database.execute("SELECT found FROM found WHERE key = ?", (key,)).fetchone()
            if row is None:
                return None
            found, asked = json.loads(row[0])
            return [_finding(item) for item in found] if surroundings.still_answer(asked) else None
        except (sqlite3.Error, ValueError, TypeError, IndexError):
            return None

    def put(self, key: bytes | None, findings: list[Finding], asked: Asked) -> None:
        """Keep the findings of a key and what their rules asked, from the next `close` on."""
        if key is not None:
            data = [[_data(finding) for finding in findings], asked]
            self._new.append((key, json.dumps(data)))

    def close(self) -> None:
        """Write what is new, drop the oldest entries where there are too many."""
        if self._database is None:
            return
        try:
            with self._database:
                self._database.executemany("INSERT OR REPLACE INTO found VALUES (?, ?)", self._new)
                self._database.execute(
                    "DELETE FROM found WHERE rowid <= (SELECT max(rowid) FROM found) - ?",
                    (_MOST_ENTRIES,),
                )
            self._database.close()
        except sqlite3.Error:
            pass
        self._database = None


def _day(data: bytes) -> bytes:
    """The day (UTC), where the file has suppressions that end on one."""
    ends = b"contentlint" in data and b"until" in data
    return str(datetime.now(UTC).date()).encode() if ends else b""


def _opened(folder: Path) -> sqlite3.Connection | None:
    try:
        folder.mkdir(exist_ok=True)
        ignore = folder / ".gitignore"
        if not ignore.exists():
            ignore.write_text("*\n", "utf-8")
        return _connected(folder / "found.sqlite")
    except (OSError, sqlite3.Error):
        return None


def _connected(file: Path) -> sqlite3.Connection:
    for attempt in range(2):
        database = sqlite3.connect(file, timeout=2)
        try:
            # Losing the last writes in a crash of the machine is no loss.
            database.execute("PRAGMA synchronous = OFF")
            database.execute("CREATE TABLE IF NOT EXISTS found (key BLOB PRIMARY KEY, found TEXT)")
        except sqlite3.DatabaseError:
            database.close()
            if attempt:
                raise
            file.unlink()  # not a database: made anew
        else:
            return database
    raise sqlite3.DatabaseError(file)


@cache
def _program() -> bytes:
    """The state of contentlint's own files, and of the form of entries."""
    package = Path(__file__).parents[1]
    return _state([package, package.parent / "schemas"], deep=True) + bytes([_FORM])


def _schema_state(plan: Plan) -> bytes | None:
    """The state of a schema of the site's own; None for one in a package, which may be anywhere."""
    if plan.inline_schemas:
        return None
    if plan.schema is None:
        return b""
    if not is_python(plan.schema):
        return _json_schema_state(plan.base / plan.schema)
    file = plan.schema.rpartition(":")[0]
    # A schema may import its neighbours, so all files beside it count.
    return _state([(plan.base / file).parent], deep=False) if file.endswith(".py") else None


def _json_schema_state(file: Path) -> bytes | None:
    """The content of a JSON Schema; nothing of a shipped schema, None where it refers to others."""
    if not is_json_schema(file.name):
        return b""
    data = file.read_bytes() if file.is_file() else b""
    return None if _REFERENCE_ELSEWHERE.search(data) else data


def _state(folders: list[Path], *, deep: bool) -> bytes:
    """Name, size and time of change of every Python file."""
    found = []
    for folder in folders:
        for file in sorted(folder.rglob("*.py") if deep else folder.glob("*.py")):
            state = file.stat()
            found.append(f"{file}:{state.st_size}:{state.st_mtime_ns}")
    return os.fsencode("\n".join(found))


def _treatment(plan: Plan) -> bytes | None:
    """All but the file that findings depend on; None where that cannot be known."""
    schema = _schema_state(plan)
    if schema is None:
        return None
    rules = [
        (rule.rule_id, rule.severity, rule.fix_safety, sorted(rule.options.items()))
        for rule in plan.rules
    ]
    where = (plan.schema, plan.collection, plan.generator)
    rest = (*where, plan.confidence, plan.is_whole, plan.credit_keys)
    said = repr((rules, rest)).encode("utf-8", "replace")
    return b"\0".join((_program(), said, schema))


def _data(finding: Finding) -> list[Any]:
    fix = finding.fix
    edits = None if fix is None else [[*edit.span, edit.text] for edit in fix.edits]
    return [
        finding.path,
        [finding.line, finding.column, finding.end_line, finding.end_column],
        [finding.rule, finding.severity, finding.confidence],
        [finding.message, finding.help, finding.selector, finding.fingerprint],
        None if fix is None else [fix.title, fix.safety, edits],
        [list(related) for related in finding.related],
        list(finding.excerpt),
        list(finding.span),
        list(finding.expected),
        None if finding.fact is None else list(finding.fact),
    ]


def _finding(data: list[Any]) -> Finding:
    path, place, (rule, severity, confidence), words = data[:4]
    message, help_text, selector, fingerprint = words
    fix = None
    if data[4] is not None:
        title, safety, edits = data[4]
        fix = Fix(title, tuple(Edit(Span(start, end), text) for start, end, text in edits), safety)
    line, column, end_line, end_column = place
    return Finding(
        path=path,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        rule=rule,
        severity=severity,
        confidence=confidence,
        message=message,
        help=help_text,
        fix=fix,
        related=tuple(Related(*related) for related in data[5]),
        excerpt=Excerpt(*data[6]),
        span=Span(*data[7]),
        selector=selector,
        expected=tuple(data[8]),
        fingerprint=fingerprint,
        fact=None if data[9] is None else Fact(*data[9]),
    )
