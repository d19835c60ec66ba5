"""A claim is attributed to a study, a survey or experts without a link.

Readers cannot verify "according to a study" or "surveys show" if the paragraph has no link and no
footnote. Link to the study, the survey or the statement.
"""

import re

from contentlint.rule import Document, Problem, Problems, Span, bad, cut, good, lazy, rule
from contentlint.rules.attribution._lines import passages
from contentlint.rules.attribution._words import CLAIM_HINTS, CLAIMS

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
        "claim has no source: `According to a study`; add a link",
        path="a.md",
    ),
    bad(
        "👍 ⟦Studies show⟧ that the tide is late.\r\n",
        "claim has no source: `Studies show`; add a link",
        path="a.md",
    ),
    bad("<p>⟦据港务局统计⟧，潮晚了。</p>", "claim has no source: `据港务局统计`; add a link"),
    bad(
        "<p>⟦Laut einer Studie⟧ kommt die Ebbe spät.</p>",
        "claim has no source: `Laut einer Studie`; add a link",
    ),
    bad(
        "<p>⟦По данным опроса⟧, отлив запаздывает.</p>",
        "claim has no source: `По данным опроса`; add a link",
    ),
]

# A host name has at most 253 characters.
_URL = lazy(
    r"(?:https?:)?//[\w.-]+\.\w{2,}|\bwww\.[\w.-]{1,253}\.\w{2,}|\bdoi:|\[\^", re.IGNORECASE
)


@rule(severity="info", preset="all", since="0.1")
def check(document: Document) -> Problems:
    for raw, place in passages(document):
        for match in CLAIMS.finditer(raw) if CLAIM_HINTS.search(raw) else ():
            start, end = place.start + match.start(), place.start + match.end()
            if not _is_sourced(document, start, document.once(_link_offsets)):
                message = f"claim has no source: `{cut(match[0])}`; add a link"
                yield Problem(Span(start, end), message)


def _link_offsets(document: Document) -> list[int]:
    """The offsets of links and footnotes."""
    return [element.span.start for element in document.elements("a", "sup")]


def _is_sourced(document: Document, offset: int, links: list[int]) -> bool:
    """Whether the block around an offset contains a link, a URL or a footnote."""
    text = document.text
    start, end = _block(text, offset, is_html=document.is_html)
    return any(start <= link < end for link in links) or bool(_URL.search(text, start, end))


_HTML_EDGE = lazy(
    r"</?(?:p|div|li|td|h[1-6]|blockquote|section|article|body)\b[^<>]*>|\n\s*\n", re.IGNORECASE
)
_BLANK = lazy(r"\n[ \t]*\r?\n")
_MAX_BLOCK = 4000


def _block(text: str, offset: int, *, is_html: bool) -> tuple[int, int]:
    """The range of the paragraph around an offset."""
    edge = _HTML_EDGE if is_html else _BLANK
    first = max(offset - _MAX_BLOCK, 0)
    start = first
    for match in edge.finditer(text, first, offset):
        start = match.end()
    after = edge.search(text, offset, offset + _MAX_BLOCK)
    return start, after.start() if after else min(offset + _MAX_BLOCK, len(text))
