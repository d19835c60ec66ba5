"""Findings as JSON: what the cache keeps, and what worker processes send."""

import json
from collections.abc import Iterable
from typing import Any, NamedTuple

from contentlint.core.finding import Edit, Excerpt, Fact, Finding, Fix, Related
from contentlint.core.source import Span
from contentlint.site.context import Asked

NOTHING = "[[],[]]"
"""The entry of an article without findings whose rules asked nothing."""


class Examined(NamedTuple):
    """What became of a file that the cache did not answer.

    Args:
        findings: those that are known by themselves, and those that others decide on.
        asked: what its rules asked about the site and the day; None: it is not to be kept.
        content: the part of the key that the file itself has (`cache_key.content`).
        state: the file's size and times before it was read.
        day: the day on which it was examined, where that matters.
    """

    findings: list[Finding]
    asked: Asked | None = None
    content: bytes | None = None
    state: str = ""
    day: str = ""


def encode(findings: Iterable[Finding], asked: Asked) -> str:
    """An entry: findings, and what their rules asked with the answers."""
    found = [_data(finding) for finding in findings]
    return json.dumps([found, asked], separators=(",", ":")) if found or asked else NOTHING


def decode(entry: str) -> tuple[list[Finding], Asked]:
    """The findings of an entry, and what was asked.

    Raises:
        ValueError, TypeError, IndexError: it is no entry.
    """
    if entry == NOTHING:
        return [], []
    found, asked = json.loads(entry)
    return [_finding(item) for item in found], asked


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
        None if finding.fact is None else list(finding.fact),
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
        related=tuple(Related(*related) for related in data[5]),
        excerpt=Excerpt(*data[6]),
        span=Span(*data[7]),
        selector=selector,
        expected=tuple(data[8]),
        fingerprint=fingerprint,
        fact=None if data[9] is None else Fact(*data[9]),
        about=about,
    )
