"""Text that speaks of the article itself, and its first and last lines."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from contentlint.rule import Document, Element, Span

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
_LINE = re.compile(r"[^\r\n]*\S[^\r\n]*")
# A line about the article is short; what is longer is prose that happens to begin alike.
_LONGEST_LINE = 240


class Passage(NamedTuple):
    """A run of text as it stands in the file.

    Args:
        raw: the text.
        span: its place.
    """

    raw: str
    span: Span


class Line(NamedTuple):
    """A line of the first or last runs of the text.

    Args:
        raw: the text of the line.
        start: its place.
        is_whole: whether nothing stands before it on its line in the file.
    """

    raw: str
    start: int
    is_whole: bool


def passages(document: Document) -> Iterator[Passage]:
    """The text of the article, without what speaks of something else."""
    for run in document.text_runs:
        if _ASIDE.isdisjoint(run.parents):
            yield Passage(run.raw, run.span)


def end_passages(document: Document) -> list[Passage]:
    """The first and last passages of the article."""
    runs = document.text_runs
    ends = runs if len(runs) <= _HEAD + _TAIL else runs[:_HEAD] + runs[-_TAIL:]
    return [Passage(run.raw, run.span) for run in ends if _ASIDE.isdisjoint(run.parents)]


def end_lines(document: Document) -> list[Line]:
    """The short lines of the first and last passages."""
    lines = []
    for raw, span in end_passages(document):
        for match in _LINE.finditer(raw):
            if match.end() - match.start() <= _LONGEST_LINE:
                start = span.start + match.start()
                is_whole = match.start() > 0 or begins_a_line(document, start)
                lines.append(Line(match[0], start, is_whole))
    return lines


def begins_a_line(document: Document, offset: int) -> bool:
    """Whether nothing of a line or block stands before a place, marks and start tags aside."""
    return _LINE_HEAD.search(document.text, max(offset - 200, 0), offset) is not None


def is_aside(element: Element) -> bool:
    """Whether an element stands in what speaks of something else: a quotation, a picture's line."""
    return any(around.tag in _ASIDE for around in element.ancestors())
