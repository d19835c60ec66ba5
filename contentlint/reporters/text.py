"""For people: findings by file, each with its source line and a mark, and a summary."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from contentlint.core.finding import SEVERITIES, Finding, Report, most_severe
from contentlint.reporters._cells import Cell, cells, is_narrow, one_line, width, wrap
from contentlint.reporters._counts import by_rule, count, elsewhere, found_in_words, remarks
from contentlint.reporters._style import Style

# How many unpublishable articles are listed.
_MAX_UNPUBLISHABLE = 20
# How many equal findings are listed as one.
_MIN_REPEATS = 5
# How many folders are listed, and the minimum number of folders and findings for the list.
_MAX_FOLDERS, _MIN_FOLDERS, _MIN_FINDINGS = 3, 4, 20

# The cells of a line; a text if each of its characters is one cell of one column.
_Row = list[Cell] | str


def render(report: Report, style: Style) -> Iterator[str]:
    """The findings by file, each as a block of lines, then the summary.

    Many equal findings are one block with their number. With a limit, the most severe findings are
    listed, then the number of the others.
    """
    repeats = _repeats(report.findings)
    single = [finding for finding in report.findings if repeats.get(id(finding), finding)]
    shown = single if style.limit is None else most_severe(single, style.limit)
    listed: Counter[str] = Counter()
    for path, findings in groupby(shown, key=lambda finding: finding.path):
        yield style.link(style.paint(one_line(path), "bold"), path) + "\n"
        for finding in findings:
            others = repeats.get(id(finding), ())
            listed[finding.severity] += 1 + len(others)
            yield from _block(finding, style)
            if others:
                yield from _like_this(finding, others, style)
            yield "\n"
    if listed.total() < len(report.findings):
        yield _omitted(report, listed)
    if style.summary:
        yield from _summary(report, style)


def render_statistics(report: Report, style: Style) -> Iterator[str]:
    """A table of the rules: number of findings, files and safe fixes."""
    yield from _statistics(report, style)
    if style.summary:
        yield from by_group(report)
        yield total(report, style)
        yield next_steps(report)


def _repeats(findings: Sequence[Finding]) -> dict[int, list[Finding]]:
    """Maps the identity of the first of many equal findings to the others, and theirs to nothing.

    Findings are equal if they report the same source text with the same message.
    """
    equal: dict[tuple[str, str, str, str], list[Finding]] = {}
    for finding in findings:
        start = finding.column - finding.excerpt.column
        end = None
        if finding.end_line == finding.line:
            end = finding.end_column - finding.excerpt.column
        marked = finding.excerpt.text[max(start, 0) : end]
        key = (finding.severity, finding.rule, finding.message, marked)
        equal.setdefault(key, []).append(finding)
    found: dict[int, list[Finding]] = {}
    for first, *others in equal.values():
        if len(others) + 1 >= _MIN_REPEATS:
            found[id(first)] = others
            found |= {id(other): [] for other in others}
    return found


def _like_this(finding: Finding, others: Sequence[Finding], style: Style) -> Iterator[str]:
    """The number of findings that are equal to one."""
    files = len({other.path for other in others} - {finding.path})
    where = f" in this and {count(files, 'other file')}" if files else " in this file"
    note = f"and {len(others)} more like this{where}; use `--format concise` to list all"
    yield from _remark("   " + " " * len(str(finding.line)), "=", "dim", note, style)


def _omitted(report: Report, listed: Counter[str]) -> str:
    number = len(report.findings) - listed.total()
    counts = (count(report.count(name) - listed[name], name) for name in SEVERITIES)
    hint = "use `--limit 0` to list all"
    return f"and {number} more ({', '.join(filter(None, counts))}); {hint}\n\n"


def _block(finding: Finding, style: Style) -> Iterator[str]:
    yield from _head(finding, style)
    number = str(finding.line)
    bar = style.paint("|", "dim")
    margin = "   " + " " * len(number)
    if finding.excerpt.text.strip():
        line, mark = _marked(finding, style)
        yield f"   {style.paint(number, 'dim')} {bar} {line}\n"
        yield f"{margin} {bar} {mark}\n"
    for related in finding.related:
        note = f"{related.line}:{related.column}: {related.message}"
        yield from _remark(margin, "= note:", "dim", note, style)
    if finding.help is not None:
        label = "= help:" if finding.fix is None else f"= {finding.fix.safety} fix:"
        yield from _remark(margin, label, "help", finding.help, style)


def _head(finding: Finding, style: Style) -> Iterator[str]:
    """`line:column: severity[rule]: message`, with further lines indented."""
    place, label = f"{finding.line}:{finding.column}", f"{finding.severity}[{finding.rule}]"
    message = one_line(finding.message)
    text = f"{place}: {label}: {message}"
    painted = (finding.severity, len(place) + 2, len(place) + 2 + len(label))
    bold = ("bold", len(text) - len(message), len(text))
    end, indent = 0, "  "
    for line in _lines(text, 6, style):
        start = text.index(line, end)
        end = start + len(line)
        parts = _painted(text, start, end, (painted, bold), style)
        if start == 0:
            shown = style.paint(label, finding.severity)
            parts = parts.replace(shown, style.rule_link(shown, finding.rule), 1)
            parts = style.link(place, finding.path) + parts.removeprefix(place)
        yield f"{indent}{parts}\n"
        indent = " " * 6


def _painted(
    text: str, start: int, end: int, ranges: Iterable[tuple[str, int, int]], style: Style
) -> str:
    """A part of a text, with the ranges in it in their colors; ranges are in order."""
    parts = []
    for color, first, last in ranges:
        first, last = max(first, start), min(last, end)
        if first < last:
            parts += [text[start:first], style.paint(text[first:last], color)]
            start = last
    return "".join([*parts, text[start:end]])


def _remark(margin: str, label: str, name: str, text: str, style: Style) -> Iterator[str]:
    """A remark below an excerpt, after a label in the named color."""
    first, *more = _lines(one_line(text), len(margin) + len(label) + 2, style)
    yield f"{margin} {style.paint(label, name)} {first}\n"
    for line in more:
        yield f"{margin} {' ' * len(label)} {line}\n"


def _lines(text: str, indent: int, style: Style) -> list[str]:
    """A text wrapped to fit after an indent; a single line if the style does not wrap."""
    return wrap(text, max(style.width - indent, 20)) if style.wraps else [text]


def _marked(finding: Finding, style: Style) -> tuple[str, str]:
    """The excerpt and the mark below it, cut to the width of the terminal around the mark."""
    excerpt = finding.excerpt
    row: _Row = excerpt.text if is_narrow(excerpt.text) else cells(excerpt.text)
    first = _cell_at(row, finding.column - excerpt.column, excerpt.text)
    last = len(row)
    if finding.end_line == finding.line:
        last = _cell_at(row, finding.end_column - excerpt.column, excerpt.text)
    last = max(last, first + 1)
    columns = max(style.width - len(str(finding.line)) - 6, 20)
    begin, end = _window(row, first, last, columns - 2 * len(style.ellipsis))
    before = style.ellipsis if begin or excerpt.column > 1 else ""
    after = style.ellipsis if end < len(row) else ""
    marked = row[first : min(last, end)]
    text = before + _text(row[begin:first]) + style.paint(_text(marked), finding.severity)
    text += _text(row[max(last, begin) : end]) + after
    lead, length = len(before) + _width(row[begin:first]), _width(marked) or 1
    return text.rstrip(), " " * lead + style.paint("^" * length, finding.severity)


def _window(row: _Row, first: int, last: int, columns: int) -> tuple[int, int]:
    """The range of cells to show: all, or those around the mark if the line is too long."""
    if _width(row) <= columns:
        return 0, len(row)
    begin = _before(row, first, columns // 3)
    end, used = begin, 0
    if isinstance(row, str):
        end = min(begin + columns, len(row))
        used = end - begin
    else:
        while end < len(row) and used + row[end].width <= columns:
            used += row[end].width
            end += 1
    return _before(row, begin, columns - used), max(end, first + 1)


def _before(row: _Row, end: int, columns: int) -> int:
    """The index of the first of the cells that fit in so many columns before another one."""
    if isinstance(row, str):
        return max(end - columns, 0)
    begin, used = end, 0
    while begin and used + row[begin - 1].width <= columns:
        begin -= 1
        used += row[begin].width
    return begin


def _cell_at(row: _Row, offset: int, text: str) -> int:
    """The index of the cell that contains a code point; the number of cells if none does.

    Args:
        row: the cells of a text.
        offset: of the code point in the text.
        text: the text.
    """
    if isinstance(row, str) or len(row) == len(text):  # one cell for each code point
        return min(max(offset, 0), len(row))
    for index, cell in enumerate(row):
        if offset < cell.length:
            return index
        offset -= cell.length
    return len(row)


def _text(row: _Row) -> str:
    return row if isinstance(row, str) else "".join([cell.text for cell in row])


def _width(row: _Row) -> int:
    return len(row) if isinstance(row, str) else sum([cell.width for cell in row])


def _summary(report: Report, style: Style) -> Iterator[str]:
    yield from _by_folder(report)
    yield from by_group(report)
    yield total(report, style)
    yield next_steps(report)


def _by_folder(report: Report) -> Iterator[str]:
    """The folders with the most findings, if there are many findings in several folders."""
    counts = Counter(finding.path.rpartition("/")[0] or "." for finding in report.findings)
    if len(counts) < _MIN_FOLDERS or len(report.findings) < _MIN_FINDINGS:
        return
    most = counts.most_common(_MAX_FOLDERS)
    longest = len(str(most[0][1]))
    for folder, number in most:
        yield f" {number:>{longest}}  in {one_line(folder)}\n"
    yield "\n"


def by_group(report: Report) -> Iterator[str]:
    """The groups of articles as a table, then the unpublishable articles."""
    if report.grouped_by is None:
        return
    head = (
        one_line(report.grouped_by),
        "articles",
        "publishable",
        *(f"{name}s" for name in SEVERITIES[:2]),
    )
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
    rejected = [v for group in report.groups for v in group.articles if not v.is_publishable]
    for verdict in rejected[:_MAX_UNPUBLISHABLE]:
        counts = (count(n, name) for n, name in zip(verdict.counts, SEVERITIES, strict=True) if n)
        yield f" not publishable: {one_line(verdict.path)} ({', '.join(counts)})\n"
    if len(rejected) > _MAX_UNPUBLISHABLE:
        more = len(rejected) - _MAX_UNPUBLISHABLE
        yield f" and {more} more; use `--format json` to list all\n"
    if rejected:
        yield "\n"


def _statistics(report: Report, style: Style) -> Iterator[str]:
    rows = by_rule(report)
    if not rows:
        return
    longest = max(len(row.rule) for row in rows)
    yield f" findings  files  fixable  {'rule':<{longest}}  severity\n"
    for row in rows:
        severity = style.paint(row.severity, row.severity)
        numbers = f"{row.findings:>8}  {row.files:>5}  {row.safe:>7}"
        yield f" {numbers}  {row.rule:<{longest}}  {severity}\n"
    if style.summary:
        yield "\n"


def total(report: Report, style: Style) -> str:
    """The numbers of findings, of suppressed ones and of skipped files, a line each."""
    about = "".join(f"{one_line(line)}\n" for line in remarks(report))
    return _total(report, style) + _suppressed(report) + _trend(report) + about


def _trend(report: Report) -> str:
    trend = report.trend
    if trend is None or not (trend.new or trend.gone):
        return ""
    return f"since the last run: {trend.new} new, {trend.gone} fixed\n"


def _suppressed(report: Report) -> str:
    in_baseline = report.in_baseline
    if in_baseline is None:
        return ""
    line = f"{in_baseline.suppressed} suppressed by the baseline"
    if in_baseline.fixed:
        prune = "run `contentlint baseline prune` to remove fixed ones"
        line += f", {in_baseline.fixed} fixed; {prune}"
    return f"{line}\n"


def next_steps(report: Report) -> str:
    """What to do next, in two lines at most: how to fix, and how to learn about a rule."""
    lines = [how_to_fix(report)]
    if report.findings and report.commands.explain:
        [first] = most_severe(report.findings, 1)
        lines.append(f"run `{report.commands.explain} {first.rule}` for details")
    return "".join(f"{line}\n" for line in filter(None, lines))


def how_to_fix(report: Report) -> str:
    """The number of fixable findings with the command that fixes them; may be empty."""
    safe, unsafe = report.fixable("safe"), report.fixable("unsafe")
    commands = report.commands
    if safe and unsafe:
        review = "`--unsafe-fixes`; review the changes" if commands.unsafe else "unsafe fixes"
        return f"{safe} fixable with {commands.safe}, {unsafe} more with {review}"
    if safe:
        return f"{safe} fixable with {commands.safe}"
    if unsafe and commands.unsafe:
        return f"{unsafe} fixable with {commands.unsafe}; review the changes"
    return ""


def _total(report: Report, style: Style) -> str:
    """The number of findings and of applied fixes, a line each."""
    files = f"{count(report.files, 'file') or '0 files'}{elsewhere(report)}"
    took = f"checked in {report.seconds:.2f} s"
    fixed = f"{report.fixed} fixed\n" if report.fixed is not None else ""
    if not report.findings:
        found = found_in_words(report) or f"no findings{' left' if report.fixed else ''}"
        return f"{found} in {files}, {took}\n{fixed}"
    parts = [
        style.paint(part, severity)
        for severity in SEVERITIES
        if (part := count(report.count(severity), severity))
    ]
    return f"{', '.join(parts)} in {files}, {took}\n{fixed}"
