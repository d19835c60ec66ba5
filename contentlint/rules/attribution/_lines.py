"""Text that speaks of the article itself, and its first and last lines."""

import re
from typing import NamedTuple

from contentlint.rule import Document, Span

# How far from the beginning and the end of the text a line about the article may stand, in runs.
_HEAD, _TAIL = 4, 4
# What stands in these speaks of something else: of a quotation, a picture, an entry of a list.
_ASIDE = frozenset(
    "blockquote figure figcaption caption table td th li dd dt h1 h2 h3 h4 h5 h6 q cite".split()
)
_LINE_HEAD = re.compile(
    r"(?:\A|[\r\n]|<(?:/?(?:p|div|section|article|h[1-6]|blockquote|center)\b[^<>]*|br[^<>]*)>)"
    r"(?:[\s\u3000*_]|&nbsp;|<[a-z][^<>]*>)*\Z"
)


class Passage(NamedTuple):
    """A run of text as it stands in the file.

    Args:
        raw: the text.
        span: its place.
        at_end: whether it is among the first or last of the article.
    """

    raw: str
    span: Span
    at_end: bool


def passages(document: Document) -> list[Passage]:
    """The text of the article, without what speaks of something else."""
    runs = document.text_runs
    tail = len(runs) - _TAIL
    return [
        Passage(run.raw, run.span, number < _HEAD or number >= tail)
        for number, run in enumerate(runs)
        if _ASIDE.isdisjoint(run.parents)
    ]


def begins_a_line(document: Document, offset: int) -> bool:
    """Whether nothing of a line or block stands before a place, marks and start tags aside."""
    return _LINE_HEAD.search(document.text, max(offset - 200, 0), offset) is not None
