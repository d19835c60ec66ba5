"""For GitLab's code quality widget: a JSON list; fingerprints do not depend on line numbers.

The format is https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format.
"""

from collections.abc import Iterator

from contentlint.core.finding import Report, Severity, identified
from contentlint.reporters._machine import as_json, visible
from contentlint.reporters._style import Style

_SEVERITIES: dict[Severity, str] = {"error": "major", "warning": "minor", "info": "info"}

# The categories of the Code Climate specification, from which the format is taken.
_CATEGORIES = {
    "attribution": "Clarity",
    "file": "Compatibility",
    "image": "Clarity",
    "security": "Security",
    "text": "Style",
}


def _category(rule: str) -> str:
    """The kind of problem that a rule is about."""
    return _CATEGORIES.get(rule.partition("/")[0], "Bug Risk")


def render(report: Report, style: Style) -> Iterator[str]:
    """The list, one finding per line."""
    separator = "[\n"
    for finding, fingerprint in identified(report.findings):
        data = {
            "description": visible(finding.message),
            "type": "issue",
            "check_name": finding.rule,
            "categories": [_category(finding.rule)],
            "fingerprint": fingerprint,
            "severity": _SEVERITIES[finding.severity],
            "location": {
                "path": style.at_root(finding.path),
                "lines": {"begin": finding.line, "end": finding.last_line},
            },
        }
        yield separator + as_json(data)
        separator = ",\n"
    yield "[]\n" if separator == "[\n" else "\n]\n"
