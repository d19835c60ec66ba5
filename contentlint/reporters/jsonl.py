"""For programs that read line by line: one JSON object per finding, then one with the summary.

The objects are those of `json`, each with a `type`: `finding`, `rule` (statistics) or `summary`.
"""

from collections.abc import Iterator
from typing import Any

from contentlint.core.finding import Report
from contentlint.reporters._counts import by_rule
from contentlint.reporters._machine import as_json
from contentlint.reporters._style import Style
from contentlint.reporters.json import VERSION, as_data, summary


def render(report: Report, style: Style) -> Iterator[str]:
    """A line for each finding, and one for the summary."""
    for finding in report.findings:
        yield _line({"type": "finding", **as_data(finding)})
    yield _summary(report)


def render_statistics(report: Report, style: Style) -> Iterator[str]:
    """A line for each rule with findings, and one for the summary."""
    for row in by_rule(report):
        yield _line({"type": "rule", **row.as_data()})
    yield _summary(report)


def _summary(report: Report) -> str:
    return _line({"type": "summary", "version": VERSION, **summary(report)})


def _line(data: dict[str, Any]) -> str:
    return as_json(data) + "\n"
