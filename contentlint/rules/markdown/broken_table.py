"""Lines of a table are displayed as text.

A table needs a delimiter row such as `| --- | --- |` below its head, with as many cells as the
head. Without it, or directly below a line of text in some dialects, readers see vertical bars.

Add or correct the delimiter row, or add the blank line above the table.
"""

import re
from collections.abc import Iterator

from contentlint.rule import MASK, Document, Problem, Problems, Site, Span, bad, good, lazy, rule

EXAMPLES = [
    good("| a | b |\n| - | - |\n| c | d |\n\n`|a|b|`\n\n| low |\n", path="a.md"),
    good("| a | b |\n| c | d |\n", path="a.md", site=Site("jekyll")),
    good("Low\n| a | b |\n| - | - |\n| c | d |\n", path="a.md"),
    good("| a |\n| - | - |\n| c | d |\n", path="a.md", site=Site("hugo")),
    good("a || b\nc || d\n\n|x| = 1\n|y| = 2\n", path="a.md"),
    good("<p>\n| a | b |\n| c | d |\n</p>"),
    bad(
        "⟦| a | b |⟧\n| c | d |\n",
        "table has no delimiter row; add `| --- | --- |` below its head",
        path="a.md",
    ),
    bad(
        "Low 👍\n\n⟦| a | b |⟧\r\n| --- |\r\n| c | d |\r\n",
        "the head of the table has 2 cells, but the delimiter row has 1",
        path="a.md",
        site=Site("hexo"),
    ),
    bad(
        "⟦| a | b |⟧\n| -- | — |\n| c | d |\n",
        "the delimiter row of the table contains other characters than `-`, `:` and `|`",
        path="a.md",
    ),
    bad(
        "Low:\n⟦| a | b |⟧\n| - | - |\n| c | d |\n",
        "table is not rendered directly below text; add a blank line",
        path="a.md",
        site=Site("mkdocs"),
    ),
]

_HINT = lazy(r"\|[ \t]*\r?\n[ \t>]*\|")
_ROW = rf"[ \t>{MASK}]*\|[^\r\n]*\|[ \t]*"
_ROWS = lazy(rf"^{_ROW}(?:\r?\n{_ROW})+(?=\r?$)", re.MULTILINE)
_DELIMITERS = lazy(r"\|?(?:[ \t]*+:?-++:?[ \t]*+(?:\||\Z))+")
_LIKE_DELIMITERS = lazy(r"\|(?=[^\r\n]*[—–=+_])(?:[ \t]*+[-—–=:+_]++[ \t]*+\|)+")
_CELL = lazy(r"(?<!\\)\|")


@rule(severity="warning", preset="recommended", since="0.2", when="markdown and text:|")
def check(document: Document) -> Problems:
    if document.is_html or not _HINT.search(document.text, document.body.start):
        return
    dialect = document.generator.dialect
    if dialect.tables == "none":
        return
    if not dialect.tables_follow_text:
        yield from _after_text(document)
    if "|" not in document.running_parts:  # as in an article whose tables are all rendered
        return
    for match in _ROWS.finditer(document.running_text):
        first, second = match[0].splitlines()[:2]
        message = _fault(first, second, is_wide=dialect.tables == "wide")
        if message is None or dialect.tables == "loose":
            continue
        start = match.start() + first.index("|")
        yield Problem(Span(start, match.start() + len(first.rstrip())), message)


def _fault(head: str, row: str, *, is_wide: bool) -> str | None:
    """What prevents lines from being a table; None if they may not be meant as one."""
    cells, others = _cells(head), _cells(row)
    row = row.strip().lstrip(f">{MASK} ")
    if _DELIMITERS.fullmatch(row):
        if cells == others or (is_wide and others > cells):
            return None
        head_cells = f"{cells} cell{'s' * (cells != 1)}"
        return f"the head of the table has {head_cells}, but the delimiter row has {others}"
    if _LIKE_DELIMITERS.fullmatch(row):
        return "the delimiter row of the table contains other characters than `-`, `:` and `|`"
    # Some renderers accept `|::|`.
    if not row.strip("|:- \t") or cells != others or cells < 2 or "||" in f"{head} {row}":
        return None
    row = f"`|{' --- |' * cells}`" if cells < 6 else f"{cells} cells `---`"
    return f"table has no delimiter row; add {row} below its head"


def _cells(row: str) -> int:
    """The number of cells of a row, which starts and ends with a bar."""
    return len(_CELL.findall(row)) - 1


def _after_text(document: Document) -> Iterator[Problem]:
    """Tables that some dialects do not recognize, because a line of text precedes them."""
    text, running = document.text, document.running_text
    for table in document.elements("table"):
        if table.authored:
            continue
        line_start = text.rfind("\n", 0, table.span.start) + 1
        before = running[: max(line_start - 1, 0)].rpartition("\n")[2].strip(f" \t\r>{MASK}")
        if before and "|" not in before:
            head = text[table.span.start :].splitlines()[0].rstrip()
            span = Span(table.span.start, table.span.start + len(head))
            yield Problem(span, "table is not rendered directly below text; add a blank line")
