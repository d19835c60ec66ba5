"""For people: each finding with its line and the mark under it, and a summary."""

from collections import Counter
from collections.abc import Iterator

from contentlint.finding import SEVERITIES, Finding, Report
from contentlint.reporters._cells import Cell, cells, one_line, width
from contentlint.reporters._style import Style

# How many articles that are not to be published are listed.
_MOST_REFUSED = 20


def render(report: Report, style: Style) -> Iterator[str]:
    """Every finding as a block of lines, then the summary."""
    for finding in report.findings:
        yield from _block(finding, style)
        yield "\n"
    if style.summary:
        yield from _summary(report, style)


def render_statistics(report: Report, style: Style) -> Iterator[str]:
    """How many findings each rule has, the most frequent first."""
    yield from _by_rule(report, style)
    if style.summary:
        yield from by_group(report)
        yield total(report, style)


def head(finding: Finding, style: Style) -> str:
    """`path:line:column: severity[rule]: message`, on one line."""
    path = one_line(finding.path)
    place = f"{style.paint(path, 'bold')}:{finding.line}:{finding.column}"
    severity = style.paint(f"{finding.severity}[{finding.rule}]", finding.severity)
    message = one_line(finding.message)
    return f"{style.link(place, finding.path)}: {severity}: {style.paint(message, 'bold')}"


def _block(finding: Finding, style: Style) -> Iterator[str]:
    yield head(finding, style) + "\n"
    number = str(finding.line)
    bar = style.paint("|", "dim")
    margin = " " * len(number)
    if finding.excerpt.text.strip():
        line, mark = _marked(finding, style)
        yield f" {style.paint(number, 'dim')} {bar} {line}\n"
        yield f" {margin} {bar} {mark}\n"
    for related in finding.related:
        note = f"{related.line}:{related.column}: {one_line(related.message)}"
        yield f" {margin} {style.paint('= note:', 'dim')} {note}\n"
    if finding.help is not None:
        label = "= help:" if finding.fix is None else f"= {finding.fix.safety} fix:"
        yield f" {margin} {style.paint(label, 'help')} {one_line(finding.help)}\n"


def _marked(finding: Finding, style: Style) -> tuple[str, str]:
    """The excerpt and the line below it, as wide as the terminal and with the mark in sight."""
    row = cells(finding.excerpt.text)
    first = _cell_at(row, finding.column - finding.excerpt.column)
    last = len(row)
    if finding.end_line == finding.line:
        last = _cell_at(row, finding.end_column - finding.excerpt.column)
    last = max(last, first + 1)
    columns = max(style.width - len(str(finding.line)) - 4, 20)
    begin, end = _window(row, first, last, columns - 2 * len(style.ellipsis))
    before = style.ellipsis if begin or finding.excerpt.column > 1 else ""
    after = style.ellipsis if end < len(row) else ""
    text = (
        before
        + _drawn(row[begin:first])
        + "".join(
            style.paint(_drawn(part), finding.severity) for part in (row[first : min(last, end)],)
        )
    )
    text += _drawn(row[max(last, begin) : end]) + after
    lead = len(before) + sum(cell.width for cell in row[begin:first])
    length = sum(cell.width for cell in row[first : min(last, end)]) or 1
    return text.rstrip(), " " * lead + style.paint("^" * length, finding.severity)


def _window(row: list[Cell], first: int, last: int, columns: int) -> tuple[int, int]:
    """Which cells are shown where the line is too long: the mark's, and what stands around it."""
    if sum(cell.width for cell in row) <= columns:
        return 0, len(row)
    begin, used = first, 0
    while begin and used + row[begin - 1].width <= columns // 3:
        begin -= 1
        used += row[begin].width
    end = begin
    used = 0
    while end < len(row) and used + row[end].width <= columns:
        used += row[end].width
        end += 1
    while begin and used + row[begin - 1].width <= columns:
        begin -= 1
        used += row[begin].width
    return begin, max(end, first + 1)


def _cell_at(row: list[Cell], offset: int) -> int:
    """The index of the cell that holds a code point; one behind the last where none does."""
    for index, cell in enumerate(row):
        if offset < cell.length:
            return index
        offset -= cell.length
    return len(row)


def _drawn(row: list[Cell]) -> str:
    return "".join(cell.text for cell in row)


def _summary(report: Report, style: Style) -> Iterator[str]:
    if report.findings:
        yield from _by_rule(report, style)
        yield "\n"
    yield from by_group(report)
    yield total(report, style)


def by_group(report: Report) -> Iterator[str]:
    """The groups of articles as a table, then the articles that are not to be published."""
    if report.grouped_by is None:
        return
    head = (report.grouped_by, "articles", "publishable", *(f"{name}s" for name in SEVERITIES[:2]))
    rows = [head]
    for group in report.groups:
        sums = [sum(verdict.counts[place] for verdict in group.articles) for place in (0, 1)]
        counted = map(str, (len(group.articles), group.publishable, *sums))
        rows.append((one_line(group.name), *counted))
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    for name, *numbers in rows:
        padded = (text.rjust(wide) for text, wide in zip(numbers, widths[1:], strict=True))
        yield f" {name}{' ' * (widths[0] - width(name))}  {'  '.join(padded)}\n"
    yield "\n"
    refused = [v for group in report.groups for v in group.articles if not v.is_publishable]
    for verdict in refused[:_MOST_REFUSED]:
        counts = (f"{n} {name}" for n, name in zip(verdict.counts, SEVERITIES, strict=True) if n)
        yield f" not publishable: {one_line(verdict.path)} ({', '.join(counts)})\n"
    if len(refused) > _MOST_REFUSED:
        yield f" and {len(refused) - _MOST_REFUSED} more; `--format json` lists them all\n"
    if refused:
        yield "\n"


def _by_rule(report: Report, style: Style) -> Iterator[str]:
    counts = Counter((finding.rule, finding.severity) for finding in report.findings)
    longest = max((len(rule) for rule, _ in counts), default=0)
    most = len(str(max(counts.values(), default=0)))
    for (rule, severity), count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield f" {count:>{most}}  {rule:<{longest}}  {style.paint(severity, severity)}\n"


def total(report: Report, style: Style) -> str:
    """How much was found, and how much a baseline holds back, a line each."""
    return _total(report, style) + _held_back(report)


def _held_back(report: Report) -> str:
    held_back = report.held_back
    if held_back is None:
        return ""
    line = f"{held_back.findings} held back by the baseline"
    if held_back.mended:
        line += f", {held_back.mended} mended: drop them with `contentlint baseline prune`"
    return f"{line}\n"


def _total(report: Report, style: Style) -> str:
    """How much was found, and how much of it can be fixed: one line each."""
    files = _number(report.files, "file")
    took = f"in {report.seconds:.2f} s"
    fixes = _fixes(report)
    if not report.findings:
        return f"{files} checked {took}, nothing {'left' if report.fixed else 'found'}\n{fixes}"
    parts = [
        style.paint(_number(count, severity) if severity != "info" else f"{count} info", severity)
        for severity in SEVERITIES
        if (count := report.count(severity))
    ]
    return f"{', '.join(parts)} in {files}, checked {took}\n{fixes}"


def _fixes(report: Report) -> str:
    """What was fixed, what `--fix` would, and what it holds back; empty where there is nothing."""
    safe, unsafe = report.fixable("safe"), report.fixable("unsafe")
    parts = [f"{report.fixed} fixed"] if report.fixed is not None else []
    if safe:
        parts.append(f"{safe} fixable with --fix")
    if unsafe:
        parts.append(
            f"{unsafe} more with --unsafe-fixes"
            if parts
            else f"{unsafe} fixable with --fix --unsafe-fixes"
        )
    return f"{', '.join(parts)}\n" if parts else ""


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
