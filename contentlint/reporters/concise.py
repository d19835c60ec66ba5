"""One line for each finding: for editors, grep, and long lists."""

from collections.abc import Iterator

from contentlint.finding import Report
from contentlint.reporters import text
from contentlint.reporters._style import Style


def render(report: Report, style: Style) -> Iterator[str]:
    """`path:line:column: severity[rule]: message`, and the total."""
    for finding in report.findings:
        yield text.head(finding, style) + "\n"
    if style.summary:
        yield text.total(report, style)


render_statistics = text.render_statistics
