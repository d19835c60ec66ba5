"""Findings as JSON, for the cache and for messages of worker processes."""

import json
from collections.abc import Sequence
from operator import attrgetter
from typing import Any

from contentlint.config.task import Checked
from contentlint.core.finding import NO_SELECTOR, Excerpt, Finding, RelatedLocation
from contentlint.core.source import Span
from contentlint.core.tuples import NamedTuple
from contentlint.site.context import Questions
from contentlint.site.facts import CollectedFact, PackedFacts, fix_of, packed

NONE = "[]"
"""No findings, no facts, or no questions."""

# An entry without findings or facts, and without questions.
_EMPTY = f"{NONE}\n{NONE}"


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
    """An entry: a line with findings, and one with the questions of their rules and the answers."""
    return f"{findings_text(checked.findings)}\n{_as_json(checked.questions or [])}"


def decode(entry: str) -> Checked:
    """The content of an entry.

    Raises:
        ValueError, TypeError, IndexError: it is not valid.
    """
    if entry == _EMPTY:
        return Checked([], (), [], [])
    findings, _, questions = entry.rpartition("\n")
    return Checked(findings_of(findings), (), _questions(questions), [])


def findings_text(findings: Sequence[Finding]) -> str:
    """Findings as one line of text."""
    return _as_json(list(map(_fields, findings)))


def findings_of(text: str) -> list[Finding]:
    """The inverse of `findings_text`.

    Raises:
        ValueError, TypeError, IndexError: the text was not made by it.
    """
    return [] if text == NONE else [_finding(values) for values in json.loads(text)]


def has_selectors(text: str) -> bool:
    """Whether no finding of an entry lacks its selector because the run did not report it."""
    return f'"{NO_SELECTOR}"' not in text


def encode_facts(checked: Checked) -> str:
    """A line with the facts, and one with the questions of their rules and the answers."""
    return f"{packed(checked.facts)}\n{_as_json(checked.fact_questions or [])}"


def decode_facts(entry: str) -> tuple[Sequence[CollectedFact], Questions]:
    """The facts of an entry, and the questions for them.

    Raises:
        ValueError, TypeError: it is not valid.
    """
    if entry == _EMPTY:
        return [], []
    facts, _, questions = entry.rpartition("\n")
    return PackedFacts(facts), _questions(questions)


def _questions(text: str) -> Questions:
    return [] if text == NONE else json.loads(text)


def _as_json(value: list[Any]) -> str:
    return json.dumps(value, separators=(",", ":")) if value else NONE


def _finding(values: list[Any]) -> Finding:
    """A finding from its fields as JSON; a wrong number of them is a `TypeError`."""
    fix, related, (text, start), span, _, expected = values[_FIX:_AFTER]
    values[_FIX:_AFTER] = (
        None if fix is None else fix_of(fix),
        tuple(RelatedLocation(*each) for each in related),
        Excerpt(text, start),
        Span(*span),
        values[_SELECTOR],
        tuple(expected),
    )
    return Finding(*values)


# The fields of a finding in order. Those between these places are not plain JSON values.
_fields = attrgetter(*Finding.__match_args__)
_FIX, _SELECTOR, _AFTER = map(Finding.__match_args__.index, ("fix", "selector", "fingerprint"))
