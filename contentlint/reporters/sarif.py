"""For code scanning: SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/).

Columns count Unicode code points, fingerprints hold no line numbers. GitHub takes 25,000 results
of a run; where there are more, the most severe stay and a notification says how many are left out.
"""

import json
from collections.abc import Iterator
from typing import Any

from contentlint import __version__
from contentlint.finding import SEVERITIES, Finding, Fix, Report, Severity, identified
from contentlint.reporters._machine import uri
from contentlint.reporters._style import Style

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
MOST = 25_000

_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
_ROOT = "%SRCROOT%"


def render(report: Report, style: Style) -> Iterator[str]:
    """One run, one result a line."""
    kept = list(identified(report.findings))
    left_out = max(len(kept) - MOST, 0)
    if left_out:
        by_severity = sorted(kept, key=lambda item: SEVERITIES.index(item[0].severity))[:MOST]
        ids = {identity for _, identity in by_severity}
        kept = [item for item in kept if item[1] in ids]
    rules = sorted({finding.rule for finding, _ in kept})
    places = {rule: place for place, rule in enumerate(rules)}
    driver = {
        "name": "contentlint",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(report, rule) for rule in rules],
    }
    yield f'{{"$schema": {_dump(SCHEMA)}, "version": "2.1.0", "runs": [{{'
    yield f'"tool": {{"driver": {_dump(driver)}}}, "columnKind": "unicodeCodePoints", '
    yield f'"invocations": [{_dump(_invocation(report, left_out))}], "results": ['
    separator = "\n"
    for finding, identity in kept:
        yield separator + _dump(_result(finding, identity, places[finding.rule]))
        separator = ",\n"
    yield "\n]}]}\n"


render_statistics = render


def _invocation(report: Report, left_out: int) -> dict[str, Any]:
    invocation: dict[str, Any] = {"executionSuccessful": True}
    if report.origin is not None:
        invocation["endTimeUtc"] = report.origin.ended.strftime("%Y-%m-%dT%H:%M:%SZ")
    if left_out:
        text = f"{left_out} findings of the least severity are left out; there may be {MOST}"
        invocation["toolExecutionNotifications"] = [{"level": "warning", "message": {"text": text}}]
    return invocation


def _rule(report: Report, rule: str) -> dict[str, Any]:
    category, _, name = rule.partition("/")
    data: dict[str, Any] = {"id": rule, "name": name or category}
    explanation = report.explain(rule)
    if explanation is not None:
        data["shortDescription"] = {"text": explanation.summary}
        data["fullDescription"] = {"text": explanation.page}
        data["help"] = {"text": explanation.page, "markdown": explanation.page}
        if explanation.standard is not None and explanation.standard.startswith("https://"):
            data["helpUri"] = explanation.standard
    data["properties"] = {"tags": [category]}
    return data


def _result(finding: Finding, identity: str, rule: int) -> dict[str, Any]:
    artifact = {"uri": uri(finding.path), "uriBaseId": _ROOT}
    if finding.path.startswith("/"):
        artifact = {"uri": f"file://{uri(finding.path)}"}
    region: dict[str, Any] = {
        "startLine": finding.line,
        "startColumn": finding.column,
        "endLine": finding.end_line,
        "endColumn": finding.end_column,
    }
    if finding.excerpt.text.strip():
        region["snippet"] = {"text": finding.excerpt.text}
    text = finding.message if finding.help is None else f"{finding.message}\n\n{finding.help}"
    data: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": text},
        "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": region}}],
        "partialFingerprints": {"contentlint/v1": identity},
        "properties": {"confidence": finding.confidence},
    }
    if finding.related:
        data["relatedLocations"] = [
            {
                "id": number,
                "message": {"text": related.message},
                "physicalLocation": {
                    "artifactLocation": artifact,
                    "region": {"startLine": related.line, "startColumn": related.column},
                },
            }
            for number, related in enumerate(finding.related[:100], start=1)
        ]
    if finding.fix is not None:
        data["fixes"] = [_fix(finding.fix, artifact)]
    return data


def _fix(fix: Fix, artifact: dict[str, str]) -> dict[str, Any]:
    replacements = [
        {
            "deletedRegion": {
                "charOffset": edit.span.start,
                "charLength": edit.span.end - edit.span.start,
            },
            "insertedContent": {"text": edit.text},
        }
        for edit in fix.edits
    ]
    change = {"artifactLocation": artifact, "replacements": replacements}
    return {"description": {"text": fix.title}, "artifactChanges": [change]}


def _dump(data: Any) -> str:
    # In ASCII: a lone surrogate of a file's name is no UTF-8.
    return json.dumps(data)
