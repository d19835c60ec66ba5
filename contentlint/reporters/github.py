"""For GitHub Actions: annotations on the changed lines, and all findings in the log.

GitHub shows ten annotations per severity and step, so ten findings of each severity, from as many
rules as possible, become annotations; the log lists all findings, one per line. The format is that
of https://docs.github.com/actions/reference/workflow-commands-for-github-actions. While the log is
written, commands are stopped, so that text from an article cannot be one.
"""

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator

from contentlint.core.finding import SEVERITIES, Finding, Report, Severity
from contentlint.reporters import concise, text
from contentlint.reporters._machine import visible
from contentlint.reporters._style import Style

MOST = 10

_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}


def render(report: Report, style: Style) -> Iterator[str]:
    """The annotations, then the log."""
    for finding in _selected(report.findings):
        yield _annotation(finding, style)
    yield from _without_commands(style, _log(report, style))


def render_statistics(report: Report, style: Style) -> Iterator[str]:
    """The number of findings of each rule, in the log."""
    yield from _without_commands(style, text.render_statistics(report, style))


def _log(report: Report, style: Style) -> Iterator[str]:
    for finding in report.findings:
        yield concise.line(finding, style) + "\n"
    if style.summary:
        yield from text.by_group(report)
        yield text.total(report, style)
        if how := text.how_to_fix(report):
            yield f"{how}\n"


def _without_commands(style: Style, lines: Iterator[str]) -> Iterator[str]:
    """Lines that the runner treats as text, until a token that no article can guess."""
    token = style.token or os.urandom(16).hex()
    yield f"::stop-commands::{token}\n"
    yield from lines
    yield f"::{token}::\n"


def _selected(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Ten findings of each severity, from as many rules as possible, most severe first."""
    by_rule: dict[tuple[Severity, str], list[tuple[int, Finding]]] = defaultdict(list)
    for index, finding in enumerate(findings):
        first = by_rule[finding.severity, finding.rule]
        if len(first) < MOST:
            first.append((index, finding))
    for severity in SEVERITIES:
        order = sorted(
            (turn, first[0][0], index)
            for (of, _), first in by_rule.items()
            if of == severity
            for turn, (index, _) in enumerate(first)
        )
        known = {index: finding for first in by_rule.values() for index, finding in first}
        yield from (known[index] for index in sorted(index for _, _, index in order[:MOST]))


def _annotation(finding: Finding, style: Style) -> str:
    place = f"file={_value(style.at_root(finding.path))},line={finding.line}"
    # GitHub rejects columns if the lines differ.
    if finding.last_line == finding.line:
        place += f",col={finding.column},endColumn={finding.end_column}"
    else:
        place += f",endLine={finding.last_line}"
    message = finding.message if finding.help is None else f"{finding.message}\n{finding.help}"
    command = _COMMANDS[finding.severity]
    return f"::{command} {place},title={_value(finding.rule)}::{_data(message)}\n"


def _data(text: str) -> str:
    return (
        "\n".join(map(visible, text.split("\n")))
        .replace("%", "%25")
        .replace("\r", "%0D")
        .replace("\n", "%0A")
    )


def _value(text: str) -> str:
    # A line ending here is part of a file name, and is shown as such.
    return _data(text).replace(":", "%3A").replace(",", "%2C")
