"""One line per finding, for editors, grep and long lists."""

from collections.abc import Iterator

from contentlint.core.finding import Finding, Report
from contentlint.reporters import text
from contentlint.reporters._cells import one_line
from contentlint.reporters._style import Style


def render(report: Report, style: Style) -> Iterator[str]:
    """`path:line:column: severity[rule]: message`, and the totals."""
    for finding in report.findings:
        yield line(finding, style) + "\n"
    if style.summary:
        yield from text.by_group(report)
        yield text.total(report, style)
        if how := text.how_to_fix(report):
            yield f"{how}\n"


def line(finding: Finding, style: Style) -> str:
    """`path:line:column: severity[rule]: message`, on one line."""
    path = one_line(finding.path)
    place = f"{style.paint(path, 'bold')}:{finding.line}:{finding.column}"
    severity = style.paint(f"{finding.severity}[{finding.rule}]", finding.severity)
    message = one_line(finding.message)
    return f"{style.link(place, finding.path)}: {severity}: {style.paint(message, 'bold')}"


render_statistics = text.render_statistics
