"""For code scanning: SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/).

Columns count Unicode code points; fingerprints do not depend on line numbers. GitHub accepts 25,000
results per run; of more, the most severe are kept and a notification gives the number of the rest.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from contentlint import __version__, addresses
from contentlint.core.finding import Edit, Finding, Fix, Report, Severity, identified, most_severe
from contentlint.reporters._counts import remarks
from contentlint.reporters._machine import as_json, uri, visible
from contentlint.reporters._style import Style

if TYPE_CHECKING:
    from contentlint.core.source import Source

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
MOST = 25_000
# The number of characters that GitHub accepts in a description.
LONGEST = 1024

_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
_ROOT = "%SRCROOT%"


def render(report: Report, style: Style) -> Iterator[str]:
    """One run, one result per line."""
    kept = most_severe(report.findings, MOST)
    left_out = len(report.findings) - len(kept)
    rules = sorted({finding.rule for finding in kept})
    places = {rule: place for place, rule in enumerate(rules)}
    driver = {
        "name": "contentlint",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(report, rule) for rule in rules],
    }
    yield f'{{"$schema": {as_json(SCHEMA)}, "version": "2.1.0", "runs": [{{'
    yield f'"tool": {{"driver": {as_json(driver)}}}, "columnKind": "unicodeCodePoints", '
    yield f'"invocations": [{as_json(_invocation(report, left_out))}], "results": ['
    separator = "\n"
    results = _Results(report, style)
    for finding, identity in identified(kept):
        yield separator + as_json(results.of(finding, identity, places[finding.rule]))
        separator = ",\n"
    yield "\n]}]}\n"


def _invocation(report: Report, left_out: int) -> dict[str, Any]:
    invocation: dict[str, Any] = {"executionSuccessful": True}
    if report.origin is not None:
        invocation["endTimeUtc"] = report.origin.ended.strftime("%Y-%m-%dT%H:%M:%SZ")
    notes = [("note", _plain(visible(line))) for line in remarks(report)]
    if left_out:
        text = f"{left_out} findings of the lowest severity omitted; the limit is {MOST}"
        notes.append(("warning", text))
    if notes:
        invocation["toolExecutionNotifications"] = [
            {"level": level, "message": {"text": text}} for level, text in notes
        ]
    return invocation


def _rule(report: Report, rule: str) -> dict[str, Any]:
    category, _, name = rule.partition("/")
    data: dict[str, Any] = {"id": rule, "name": name or category}
    explanation = report.explain(rule)
    if explanation is not None:
        data["shortDescription"] = {"text": explanation.summary}
        data["fullDescription"] = {"text": _cut(" ".join(explanation.page.split()))}
        data["help"] = {"text": explanation.page, "markdown": explanation.page}
        page = addresses.rule_page(rule)
        standard = explanation.standard or ""
        if page is not None:
            data["helpUri"] = page
        elif standard.startswith("https://"):
            data["helpUri"] = standard
    data["properties"] = {"tags": [category]}
    return data


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


class _Results:
    """Makes the results of a report.

    Args:
        report: has the texts of the files.
        style: knows the location of the files.
    """

    def __init__(self, report: Report, style: Style) -> None:
        self._style = style
        self._artifact = cache(self._make_artifact)
        # Findings are sorted by path.
        self._source = lru_cache(maxsize=1)(report.source)

    def of(self, finding: Finding, identity: str, rule: int) -> dict[str, Any]:
        """The result of a finding; `rule` is the index of its rule."""
        text = finding.message if finding.help is None else f"{finding.message}\n\n{finding.help}"
        data: dict[str, Any] = {
            "ruleId": finding.rule,
            "ruleIndex": rule,
            "level": _LEVELS[finding.severity],
            "message": {"text": _plain(text)},
            "locations": [self._location(finding.path, _region(finding))],
            "partialFingerprints": {"contentlint/v1": identity},
            "properties": {"confidence": finding.confidence},
        }
        if finding.related:
            data["relatedLocations"] = [
                self._location(finding.path, {"startLine": note.line, "startColumn": note.column})
                | {"id": number, "message": {"text": _plain(note.message)}}
                for number, note in enumerate(finding.related[:100], start=1)
            ]
        if finding.fix is not None:
            data["fixes"] = [self._fix(finding.fix, finding)]
        return data

    def _location(self, path: str, region: dict[str, Any]) -> dict[str, Any]:
        return {"physicalLocation": {"artifactLocation": self._artifact(path), "region": region}}

    def _make_artifact(self, path: str) -> dict[str, str]:
        place = uri(self._style.at_root(path))
        return {"uri": f"file://{place}"} if path.startswith("/") else _relative(place)

    def _fix(self, fix: Fix, finding: Finding) -> dict[str, Any]:
        source = self._source(finding.path)
        mark = 1 if source is not None and source.text.startswith("\ufeff") else 0
        if source is not None and not _agrees(source, finding):
            source = None
        replacements = [_replacement(edit, mark, source) for edit in fix.edits]
        change = {"artifactLocation": self._artifact(finding.path), "replacements": replacements}
        return {"description": {"text": _plain(fix.title)}, "artifactChanges": [change]}


def _relative(place: str) -> dict[str, str]:
    return {"uri": place, "uriBaseId": _ROOT}


def _region(finding: Finding) -> dict[str, Any]:
    region: dict[str, Any] = {
        "startLine": finding.line,
        "startColumn": finding.column,
        "endLine": finding.end_line,
        "endColumn": finding.end_column,
    }
    excerpt = finding.excerpt
    start, end = finding.column - excerpt.column, finding.end_column - excerpt.column
    # The snippet is the text of the region; omitted if the excerpt does not contain all of it.
    if finding.line == finding.end_line and 0 <= start < end <= len(excerpt.text):
        region["snippet"] = {"text": excerpt.text[start:end]}
    return region


def _agrees(source: "Source", finding: Finding) -> bool:
    """Whether a text has the excerpt of a finding; what was read from stdin may differ."""
    excerpt = finding.excerpt
    line = source.line_span(min(finding.line, len(source.line_starts)))
    start = line.start + excerpt.column - 1
    is_here = source.position(finding.span.start) == (finding.line, finding.column)
    return is_here and source.text[start : start + len(excerpt.text)] == excerpt.text


def _replacement(edit: Edit, mark: int, source: "Source | None") -> dict[str, Any]:
    """An edit, by lines if the text is known: many programs ignore regions without them.

    Our offsets count the byte order mark, those of SARIF do not.
    """
    start, end = max(edit.span.start - mark, 0), max(edit.span.end - mark, 0)
    region: dict[str, Any] = {"charOffset": start, "charLength": end - start}
    if source is not None:
        first, last = source.position(edit.span.start), source.position(edit.span.end)
        region |= {"startLine": first.line, "startColumn": first.column}
        region |= {"endLine": last.line, "endColumn": last.column}
    return {"deletedRegion": region, "insertedContent": {"text": edit.text}}


def _plain(text: str) -> str:
    """A message with `[text](target)`, which is a link in SARIF, escaped."""
    return text if "](" not in text else text.replace("[", "\\[").replace("]", "\\]")
