"""Results as Arrow tables. The schemas are the same for every batch."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import pyarrow as pa

from contentlint.batches.header import key_at
from contentlint.batches.rows import Outcome
from contentlint.core.finding import SEVERITIES, FailOn, Finding, Fix
from contentlint.core.source import Source, Span
from contentlint.engine.lift import UNREADABLE_FILE

_EDIT = pa.struct([("start", pa.int64()), ("end", pa.int64()), ("text", pa.string())])
_FIX = pa.struct([("title", pa.string()), ("safety", pa.string()), ("edits", pa.list_(_EDIT))])
_PLACE = [
    pa.field("place", pa.string(), nullable=False),
    ("key", pa.string()),
    ("line", pa.int32()),
    ("column", pa.int32()),
    ("end_line", pa.int32()),
    ("end_column", pa.int32()),
    ("start", pa.int64()),
    ("end", pa.int64()),
]

FINDINGS = pa.schema(
    [
        pa.field("id", pa.string(), nullable=False),
        pa.field("rule", pa.string(), nullable=False),
        pa.field("severity", pa.string(), nullable=False),
        pa.field("confidence", pa.string(), nullable=False),
        *_PLACE,
        pa.field("message", pa.string(), nullable=False),
        ("help", pa.string()),
        ("fix", _FIX),
        ("excerpt", pa.string()),
    ]
)
"""One row per finding."""

ARTICLES = pa.schema(
    [
        pa.field("id", pa.string(), nullable=False),
        pa.field("errors", pa.int32(), nullable=False),
        pa.field("warnings", pa.int32(), nullable=False),
        pa.field("infos", pa.int32(), nullable=False),
        pa.field("publishable", pa.bool_(), nullable=False),
        pa.field("rules", pa.list_(pa.string()), nullable=False),
        ("reason", pa.string()),
    ]
)
"""One row per article."""

QUARANTINE = pa.schema(
    [
        pa.field("id", pa.string(), nullable=False),
        pa.field("input", pa.string(), nullable=False),
        pa.field("reason", pa.string(), nullable=False),
    ]
)
"""One row per article that could not be checked."""

FACTS = pa.schema(
    [
        pa.field("group", pa.string(), nullable=False),
        pa.field("rule", pa.string(), nullable=False),
        pa.field("path", pa.string(), nullable=False),
        pa.field("id", pa.string(), nullable=False),
        # The offsets in the checked text, which order facts; those of `place` are for reports.
        pa.field("from", pa.int64(), nullable=False),
        pa.field("to", pa.int64(), nullable=False),
        pa.field("value", pa.string(), nullable=False),
        pa.field("is_suppressed", pa.bool_(), nullable=False),
        *_PLACE,
        ("excerpt", pa.string()),
    ]
)
"""One row per fact for rules about a whole site."""


def findings_table(outcomes: Iterable[Outcome], *, with_failures: bool = False) -> pa.Table:
    """The findings of some rows.

    Args:
        outcomes: the results of rows.
        with_failures: whether a row that could not be checked has a finding.
    """
    rows = [row for outcome in outcomes for row in finding_rows(outcome, with_failures)]
    return pa.Table.from_pylist(rows, schema=FINDINGS)


def articles_table(outcomes: Iterable[Outcome], fail_on: FailOn) -> pa.Table:
    """One row per article; `fail_on` is the lowest severity of one that is not publishable."""
    return pa.Table.from_pylist([article_row(o, fail_on) for o in outcomes], schema=ARTICLES)


def finding_rows(outcome: Outcome, with_failures: bool) -> Iterator[dict[str, Any]]:
    """The rows of a result in a table of findings."""
    if outcome.reason is not None:
        if with_failures:
            yield _failure_row(outcome)
        return
    for found in outcome.findings:
        yield {
            "id": outcome.row.id,
            "rule": found.rule,
            "severity": found.severity,
            "confidence": found.confidence,
            **_place_of(outcome, found),
            "message": _clean(found.message),
            "help": found.help and _clean(found.help),
            "fix": _fix(found.fix, len(outcome.block)),
            "excerpt": _clean(found.excerpt.text),
        }


def article_row(outcome: Outcome, fail_on: FailOn) -> dict[str, Any]:
    """The row of a result in a table of articles."""
    counts = Counter(found.severity for found in outcome.findings)
    return {
        "id": outcome.row.id,
        "errors": counts["error"],
        "warnings": counts["warning"],
        "infos": counts["info"],
        "publishable": outcome.reason is None and not is_failing(counts, fail_on),
        "rules": sorted({found.rule for found in outcome.findings}),
        "reason": outcome.reason,
    }


def is_failing(counts: Counter[Any], fail_on: FailOn) -> bool:
    """Whether there are findings at or above a severity."""
    if fail_on == "never":
        return False
    return any(counts[severity] for severity in SEVERITIES[: SEVERITIES.index(fail_on) + 1])


def quarantine_row(outcome: Outcome, name: str) -> dict[str, Any]:
    """The row of a result in the quarantine; `name` is the input."""
    return {"id": outcome.row.id, "input": name, "reason": outcome.reason}


def fact_rows(outcome: Outcome) -> Iterator[dict[str, Any]]:
    """The rows of a result in a table of facts."""
    if not outcome.facts:
        return
    source = Source(outcome.path, outcome.text)
    for fact in outcome.facts:
        span = Span(fact.start, fact.end)
        start, end = source.position(fact.start), source.position(fact.end)
        line = source.line_at(fact.start)
        yield {
            "group": outcome.row.collection or "",
            "rule": fact.rule,
            "path": outcome.path,
            "id": outcome.row.id,
            "from": fact.start,
            "to": fact.end,
            "value": _clean(fact.value),
            "is_suppressed": fact.is_suppressed,
            **_place(outcome.block, span, (*start, *end)),
            "excerpt": _clean(outcome.text[line.start : min(line.end, line.start + 160)]),
        }


def _place_of(outcome: Outcome, found: Finding) -> dict[str, Any]:
    lines = (found.line, found.column, found.end_line, found.end_column)
    place = _place(outcome.block, found.span, lines)
    if place["place"] == "front_matter" and found.about:
        place["key"] = found.about
    return place


def _place(block: str, span: Span, lines: tuple[int, int, int, int]) -> dict[str, Any]:
    """The place of a span in the text column, or the key in the front matter column."""
    if block and span.start < len(block):
        key = key_at(block, span.start)
        names = ("line", "column", "end_line", "end_column", "start", "end")
        return {"place": "front_matter", "key": key, **dict.fromkeys(names)}
    above, (line, column, end_line, end_column) = block.count("\n"), lines
    return {
        "place": "text",
        "key": None,
        "line": line - above,
        "column": column,
        "end_line": end_line - above,
        "end_column": end_column,
        "start": span.start - len(block),
        "end": span.end - len(block),
    }


def _fix(fix: Fix | None, before: int) -> dict[str, Any] | None:
    """A fix with the offsets of the text column; None if it edits the front matter column."""
    if fix is None or any(edit.span.start < before for edit in fix.edits):
        return None
    edits = [
        {"start": span.start - before, "end": span.end - before, "text": _clean(text)}
        for span, text in fix.edits
    ]
    return {"title": _clean(fix.title), "safety": fix.safety, "edits": edits}


def _failure_row(outcome: Outcome) -> dict[str, Any]:
    empty = dict.fromkeys(("key", "line", "column", "end_line", "end_column", "start", "end"))
    return {
        "id": outcome.row.id,
        "rule": UNREADABLE_FILE,
        "severity": "error",
        "confidence": "high",
        "place": "text",
        **empty,
        "message": f"article not checked: {outcome.reason}",
        "help": None,
        "fix": None,
        "excerpt": None,
    }


def _clean(text: str) -> str:
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")
