"""JUnit XML, for the test reports of Jenkins, GitLab, Azure and others.

A file is a suite, a finding a test case. Errors and warnings are failed tests; infos are passed
tests with the message in their output. A run without findings is one passed test.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from contentlint.core.finding import Finding, Report
from contentlint.reporters._counts import remarks
from contentlint.reporters._machine import visible_name
from contentlint.reporters._style import Style
from contentlint.reporters._xml import attribute, content


def render(report: Report, style: Style) -> Iterator[str]:
    """The suites."""
    failures = report.count("error") + report.count("warning")
    tests = len(report.findings) or 1
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<testsuites name="contentlint" tests="{tests}" failures="{failures}" errors="0" '
    yield f'time="{report.seconds:.3f}">\n'
    if report.findings and (about := _about(report)):
        yield '  <testsuite name="contentlint" tests="0" failures="0" errors="0">\n'
        yield f"{about}  </testsuite>\n"
    if not report.findings:
        yield '  <testsuite name="contentlint" tests="1" failures="0" errors="0">\n'
        yield _about(report)
        yield f'    <testcase name="{report.files} files checked" classname="contentlint"/>\n'
        yield "  </testsuite>\n"
    counts = Counter((finding.path, finding.severity != "info") for finding in report.findings)
    for path, findings in groupby(report.findings, key=lambda finding: finding.path):
        passed, failed = counts[path, False], counts[path, True]
        path = style.at_root(path)
        yield f'  <testsuite name={attribute(path)} tests="{passed + failed}" '
        yield f'failures="{failed}" errors="0">\n'
        for finding in findings:
            yield from _case(finding, path)
        yield "  </testsuite>\n"
    yield "</testsuites>\n"


def _about(report: Report) -> str:
    """Remarks about the run, as properties of a suite; empty if there are none."""
    lines = (line.partition(": ") for line in remarks(report))
    listed = "".join(
        f"      <property name={attribute(name)} value={attribute(value)}/>\n"
        for name, _, value in lines
    )
    return listed and f"    <properties>\n{listed}    </properties>\n"


def _case(finding: Finding, path: str) -> Iterator[str]:
    place = f"{finding.line}:{finding.column}"
    name = attribute(f"{finding.rule} at {place}")
    file = attribute(path)
    yield f'    <testcase name={name} classname={file} file={file} line="{finding.line}">\n'
    text = f"{visible_name(path)}:{place}: {finding.message}"
    if finding.help is not None:
        text += f"\n{finding.help}"
    if finding.severity == "info":
        yield f"      <system-out>{content(text)}</system-out>\n"
    else:
        message, kind = attribute(finding.message), attribute(finding.severity)
        yield f"      <failure message={message} type={kind}>{content(text)}</failure>\n"
    yield "    </testcase>\n"
