"""For GitLab's code quality widget: a JSON list, fingerprints unique and without line numbers.

The form is that of https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format.
"""

import json
from collections.abc import Iterator

from contentlint.finding import Report, Severity, identified
from contentlint.reporters._machine import visible
from contentlint.reporters._style import Style

_SEVERITIES: dict[Severity, str] = {"error": "major", "warning": "minor", "info": "info"}


def render(report: Report, style: Style) -> Iterator[str]:
    """The list, one finding a line."""
    separator = "[\n"
    for finding, fingerprint in identified(report.findings):
        data = {
            "description": visible(finding.message),
            "check_name": finding.rule,
            "fingerprint": fingerprint,
            "severity": _SEVERITIES[finding.severity],
            "location": {
                "path": finding.path,
                "lines": {"begin": finding.line, "end": finding.end_line},
            },
        }
        yield separator + json.dumps(data)
        separator = ",\n"
    yield "[]\n" if separator == "[\n" else "\n]\n"


render_statistics = render
