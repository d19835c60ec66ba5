"""Markdown of limited size, for a step summary or a comment on a merge request.

Text from articles is in code spans, so that it becomes neither a link nor a mention.
"""

import re
from collections.abc import Iterator
from itertools import groupby

from contentlint.core.finding import Finding, Report
from contentlint.reporters._counts import by_rule, count, elsewhere, found_in_words, remarks
from contentlint.reporters._machine import visible
from contentlint.reporters._style import Style

# GitHub allows 65,536 characters in a comment; GitLab and step summaries allow more.
LIMIT = 60_000


def render(report: Report, style: Style) -> Iterator[str]:
    """The totals, a table of the rules, and the findings by file, up to the limit."""
    length = 0
    for piece in render_statistics(report, style):
        length += len(piece)
        yield piece
    shown = 0
    for path, findings in groupby(report.findings, key=lambda finding: finding.path):
        head = f"\n### {_code(style.at_root(path))}\n\n"
        for finding in findings:
            line = head + _line(finding)
            length += len(line)
            if length > LIMIT:
                left = len(report.findings) - shown
                yield f"\n… and {left} more, omitted because of the size limit.\n"
                return
            yield line
            head = ""
            shown += 1


def render_statistics(report: Report, style: Style) -> Iterator[str]:
    """The totals and a table of the rules."""
    files = count(report.files, "file") or "0 files"
    yield "## contentlint\n\n"
    yield f"**{found_in_words(report) or 'No findings'}** in {files}{elsewhere(report)}."
    if fixable := report.fixable("safe"):
        yield f" {fixable} fixable with `contentlint check --fix`."
    if report.in_baseline is not None:
        yield f" {report.in_baseline.suppressed} suppressed by the baseline."
    yield "\n"
    for number, line in enumerate(remarks(report)):
        yield f"{'' if number else chr(10)}- {_message(line)}\n"
    if report.grouped_by is not None:
        yield f"\n| {_cell(report.grouped_by)} | articles | publishable |\n|---|--:|--:|\n"
        for group in report.groups[:100]:
            yield f"| {_cell(group.name)} | {len(group.articles)} | {group.publishable} |\n"
    if report.findings:
        yield "\n| rule | severity | findings | files | fixable |\n|---|---|--:|--:|--:|\n"
    for row in by_rule(report):
        yield f"| `{row.rule}` | {row.severity} | {row.findings} | {row.files} | {row.safe} |\n"


def _line(finding: Finding) -> str:
    fix = " (fixable)" if finding.fix is not None and finding.fix.safety == "safe" else ""
    place = f"{finding.line}:{finding.column}"
    return f"- {place} **{finding.severity}** `{finding.rule}` {_message(finding.message)}{fix}\n"


def _message(text: str) -> str:
    """A message, with text in backticks as code and the rest escaped."""
    parts = text.split("`")
    if len(parts) % 2 == 0:
        return _code(text)
    return "".join(_code(part) if index % 2 else _escape(part) for index, part in enumerate(parts))


def _escape(text: str) -> str:
    return re.sub(r"([\\`*_\[\]<>|@#!])", r"\\\1", visible(text).replace("\n", " "))


def _cell(text: str) -> str:
    """Text as code in a table, where a bar would end the cell even in code."""
    return _code(text).replace("|", "\\|")


def _code(text: str) -> str:
    """Text as a code span, whatever it contains."""
    plain = visible(text).replace("\n", "\\n").replace("\r", "\\r")
    if not plain.strip():
        return f"`{plain or ' '}`"
    fence = "`" * (max((len(run) for run in re.findall("`+", plain)), default=0) + 1)
    pad = " " if plain[0] == "`" or plain[-1] == "`" else ""
    return f"{fence}{pad}{plain}{pad}{fence}"
