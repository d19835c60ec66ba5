"""A figure or a statement is ascribed to somebody and nothing leads there.

"According to a study", "a survey found 80 per cent": a reader who wants to see for himself finds
no link in the paragraph. Link the study, the survey, the page where it was said.
"""

import re

from contentlint.rule import Document, Problem, Problems, Span, bad, cut, good, lazy, rule
from contentlint.rules.attribution._languages import CLAIM_HINTS, CLAIMS
from contentlint.rules.attribution._lines import passages

EXAMPLES = [
    good("According to [the board](https://example.org/a), the tide is late.\n", path="a.md"),
    good("According to the board, the tide is late (https://example.org/a).\n", path="a.md"),
    good("He acted according to the plan.\n", path="a.md"),
    good("Sort them according to size.\n", path="a.md"),
    good("<p>据<a href=https://example.org/a>港务局</a>统计，潮晚了。</p>"),
    good("根据需求调查，潮晚了。根据以上统计，潮晚了。\n", path="a.md"),
    good("根据以上代码，潮晚了。数据显示模块在这里。\n", path="a.md"),
    good("According to the board, the tide is late.[^1]\n\n[^1]: Board.\n", path="a.md"),
    bad(
        "⟦According to a study⟧, the tide is late.\n",
        "`According to a study` has no link; say where",
        path="a.md",
    ),
    bad(
        "👍 ⟦Studies show⟧ that the tide is late.\r\n",
        "`Studies show` has no link; say where",
        path="a.md",
    ),
    bad("<p>⟦据港务局统计⟧，潮晚了。</p>", "`据港务局统计` has no link; say where"),
    bad(
        "<p>⟦Laut einer Studie⟧ kommt die Ebbe spät.</p>",
        "`Laut einer Studie` has no link; say where",
    ),
    bad(
        "<p>⟦По данным опроса⟧, отлив запаздывает.</p>", "`По данным опроса` has no link; say where"
    ),
]

# The name of a host has 253 characters at most.
_URL = lazy(
    r"(?:https?:)?//[\w.-]+\.\w{2,}|\bwww\.[\w.-]{1,253}\.\w{2,}|\bdoi:|\[\^", re.IGNORECASE
)


@rule(severity="info", preset="all", since="0.1")
def check(document: Document) -> Problems:
    if not CLAIM_HINTS.search(document.text):
        return
    linked = _linked_blocks(document)
    for raw, place in passages(document):
        for match in CLAIMS.finditer(raw):
            start, end = place.start + match.start(), place.start + match.end()
            if not _is_sourced(document, start, linked):
                said = cut(match[0])
                yield Problem(Span(start, end), f"`{said}` has no link; say where")


def _linked_blocks(document: Document) -> list[int]:
    """Where links and footnotes stand."""
    return [element.span.start for element in document.elements("a", "sup")]


def _is_sourced(document: Document, offset: int, linked: list[int]) -> bool:
    """Whether a link, an address or a footnote stands in the block around a place."""
    text = document.text
    start, end = _block(text, offset, is_html=document.is_html)
    return any(start <= place < end for place in linked) or bool(_URL.search(text, start, end))


_HTML_EDGE = lazy(
    r"</?(?:p|div|li|td|h[1-6]|blockquote|section|article|body)\b[^<>]*>|\n\s*\n", re.IGNORECASE
)
_BLANK = lazy(r"\n[ \t]*\r?\n")
_FARTHEST = 4000


def _block(text: str, offset: int, *, is_html: bool) -> tuple[int, int]:
    """The range of the paragraph around a place."""
    edge = _HTML_EDGE if is_html else _BLANK
    first = max(offset - _FARTHEST, 0)
    start = first
    for match in edge.finditer(text, first, offset):
        start = match.end()
    after = edge.search(text, offset, offset + _FARTHEST)
    return start, after.start() if after else min(offset + _FARTHEST, len(text))
