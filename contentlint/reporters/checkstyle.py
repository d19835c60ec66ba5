"""Checkstyle XML, for tools such as Jenkins and reviewdog."""

from collections.abc import Iterator
from itertools import groupby

from contentlint.core.finding import Report
from contentlint.reporters._style import Style
from contentlint.reporters._xml import attribute


def render(report: Report, style: Style) -> Iterator[str]:
    """One `<file>` for each file with findings."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="10.0">\n'
    for path, findings in groupby(report.findings, key=lambda finding: finding.path):
        yield f"  <file name={attribute(style.at_root(path))}>\n"
        for finding in findings:
            yield (
                f'    <error line="{finding.line}" column="{finding.column}" '
                f'severity="{finding.severity}" message={attribute(finding.message)} '
                f"source={attribute('contentlint.' + finding.rule.replace('/', '.'))}/>\n"
            )
        yield "  </file>\n"
    yield "</checkstyle>\n"
