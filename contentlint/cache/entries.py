"""Findings as JSON, for the cache and for messages of worker processes."""

import json
from collections.abc import Sequence
from typing import Any

from contentlint.config.task import Checked
from contentlint.core.finding import Edit, Excerpt, Finding, Fix, RelatedLocation
from contentlint.core.source import Span
from contentlint.core.tuples import NamedTuple
from contentlint.site.context import Questions
from contentlint.site.facts import CollectedFact, PackedFacts, packed

NOTHING = "[[],[]]"
"""The entry of an article without findings and questions."""
NO_FACTS = "[]\n[]"
"""The entry of an article without facts."""

_NO_QUESTIONS = "[]"


class Result(NamedTuple):
    """The result of checking a file.

    Args:
        checked: findings, facts and questions.
        content: the part of the cache key for the file (`cache.key.content`); None if nothing is
            cached.
        state: size and times of the file before it was read; empty if they are not reliable; None
            if the content is not that of the file.
        day: the date of the check, if it matters.
    """

    checked: Checked
    content: bytes | None = None
    state: str | None = None
    day: str = ""


def encode(checked: Checked) -> str:
    """An entry: findings, and the questions of their rules with the answers."""
    found, questions = [_data(finding) for finding in checked.findings], checked.questions or []
    return json.dumps([found, questions], separators=(",", ":")) if found or questions else NOTHING


def decode(entry: str) -> Checked:
    """The content of an entry.

    Raises:
        ValueError, TypeError, IndexError: it is not valid.
    """
    if entry == NOTHING:
        return Checked([], (), [], [])
    found, questions = json.loads(entry)
    return Checked([_finding(item) for item in found], (), questions, [])


def encode_facts(checked: Checked) -> str:
    """The facts, and the questions of their rules with the answers."""
    questions = json.dumps(checked.fact_questions or [], separators=(",", ":"))
    return f"{packed(checked.facts)}\n{questions}"


def decode_facts(entry: str) -> tuple[Sequence[CollectedFact], Questions]:
    """The facts of an entry, and the questions for them.

    Raises:
        ValueError, TypeError: it is not valid.
    """
    if entry == NO_FACTS:
        return [], []
    facts, _, questions = entry.rpartition("\n")
    return PackedFacts(facts), [] if questions == _NO_QUESTIONS else json.loads(questions)


def _data(finding: Finding) -> list[Any]:
    fix = finding.fix
    edits = None if fix is None else [[*edit.span, edit.text] for edit in fix.edits]
    return [
        finding.path,
        [finding.line, finding.column, finding.end_line, finding.end_column],
        [finding.rule, finding.severity, finding.confidence],
        [finding.message, finding.help, finding.selector, finding.fingerprint, finding.about],
        None if fix is None else [fix.title, fix.safety, edits, fix.names],
        [list(related) for related in finding.related],
        list(finding.excerpt),
        list(finding.span),
        list(finding.expected),
    ]


def _finding(data: list[Any]) -> Finding:
    path, place, (rule, severity, confidence), words = data[:4]
    message, help_text, selector, fingerprint, about = words
    fix = None
    if data[4] is not None:
        title, safety, edits, names = data[4]
        fix = Fix(
            title,
            tuple(Edit(Span(start, end), text) for start, end, text in edits),
            safety,
            tuple(Span(*name) for name in names),
        )
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
        related=tuple(RelatedLocation(*related) for related in data[5]),
        excerpt=Excerpt(*data[6]),
        span=Span(*data[7]),
        selector=selector,
        expected=tuple(data[8]),
        fingerprint=fingerprint,
        about=about,
    )
