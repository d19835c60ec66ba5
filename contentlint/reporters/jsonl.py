"""For machines that read line by line: one JSON object a finding, then one with the summary.

The objects are those of `json`, each with a `type`: `finding` or `summary`.
"""

from collections.abc import Iterator
from typing import Any

from contentlint.finding import Report
from contentlint.reporters._machine import as_json
from contentlint.reporters._style import Style
from contentlint.reporters.json import VERSION, as_data, summary


def render(report: Report, style: Style) -> Iterator[str]:
    """A line for each finding, and one for the summary."""
    for finding in report.findings:
        yield _line({"type": "finding", **as_data(finding)})
    yield from render_statistics(report, style)


def render_statistics(report: Report, style: Style) -> Iterator[str]:
    """The summary alone."""
    yield _line({"type": "summary", "version": VERSION, **summary(report)})


def _line(data: dict[str, Any]) -> str:
    return as_json(data) + "\n"
