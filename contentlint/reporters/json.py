"""For programs: one JSON object, identical for identical findings, however long the run took.

Version 1. Lines and columns start at 1 and count code points; the end is exclusive. A fix's edits
are ranges of code-point offsets into the file's text.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from contentlint.core.finding import SEVERITIES, Finding, Fix, Report
from contentlint.reporters._counts import by_rule
from contentlint.reporters._machine import as_json
from contentlint.reporters._style import Style

VERSION = 1


def render(report: Report, style: Style) -> Iterator[str]:
    """The summary and the findings, one finding per line."""
    yield f'{{"version": {VERSION}, "summary": {as_json(summary(report))}, "findings": ['
    separator = "\n"
    for finding in report.findings:
        yield separator + as_json(as_data(finding))
        separator = ",\n"
    yield "]}\n" if not report.findings else "\n]}\n"


def render_statistics(report: Report, style: Style) -> Iterator[str]:
    """The summary, and the number of findings per rule instead of the findings."""
    rows = as_json([row.as_data() for row in by_rule(report)])
    yield f'{{"version": {VERSION}, "summary": {as_json(summary(report))}, "statistics": {rows}}}\n'


def summary(report: Report) -> dict[str, Any]:
    """The number of findings by severity and by rule, and facts about the run."""
    return {
        "files": report.files,
        "findings": len(report.findings),
        **{severity: report.count(severity) for severity in SEVERITIES},
        "fixed": report.fixed or 0,
        "fixable": {"safe": report.fixable("safe"), "unsafe": report.fixable("unsafe")},
        "baseline": report.in_baseline and report.in_baseline._asdict(),
        "trusted": report.trusted and report.trusted._asdict(),
        "suppressions_applied": report.suppressions,
        "skipped": [
            {
                "kind": item.kind,
                "reason": item.reason,
                "files": item.number,
                "example": item.example,
            }
            for item in report.skipped
        ],
        "rules": dict(sorted(Counter(finding.rule for finding in report.findings).items())),
        **_online(report),
        **_groups(report),
    }


def _online(report: Report) -> dict[str, Any]:
    """The external URLs by result; empty if they were not asked."""
    counts = report.online
    if counts is None:
        return {}
    reasons = [
        {"reason": reason, "urls": number, "example": example}
        for reason, number, example in counts.reasons
    ]
    return {"online": {**counts._asdict(), "reasons": reasons}}


def _groups(report: Report) -> dict[str, Any]:
    """The groups of articles with the verdict on each; empty without groups."""
    if report.grouped_by is None:
        return {}
    groups = [
        {
            "name": group.name,
            "publishable": group.publishable,
            "articles": [
                {
                    "path": verdict.path,
                    "publishable": verdict.is_publishable,
                    **dict(zip(SEVERITIES, verdict.counts, strict=True)),
                }
                for verdict in group.articles
            ],
        }
        for group in report.groups
    ]
    return {"grouped_by": report.grouped_by, "groups": groups}


def as_data(finding: Finding) -> dict[str, Any]:
    """One finding as plain data."""
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "confidence": finding.confidence,
        "message": finding.message,
        "path": finding.path,
        "line": finding.line,
        "column": finding.column,
        "end_line": finding.end_line,
        "end_column": finding.end_column,
        "selector": finding.selector,
        "expected": list(finding.expected) or None,
        "fix": finding.fix and _fix(finding.fix),
        "help": finding.help,
        "related": [
            {"message": related.message, "line": related.line, "column": related.column}
            for related in finding.related
        ],
    }


def _fix(fix: Fix) -> dict[str, Any]:
    edits = [
        {"start": edit.span.start, "end": edit.span.end, "text": edit.text} for edit in fix.edits
    ]
    return {"safety": fix.safety, "edits": edits, "title": fix.title}
