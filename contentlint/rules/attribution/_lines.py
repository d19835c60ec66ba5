"""The text of an article without quotations and the like, and its first and last lines.

Results that several rules need are cached for the most recent article.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from contentlint.rule import Document, Element, Span, lazy
from contentlint.rules.attribution._languages import (
    CYRILLIC,
    HAN,
    HANGUL,
    JAPANESE,
    LANGUAGES,
    LATIN,
)

# How many text runs at the start and the end may contain a line about the article.
_HEAD, _TAIL = 4, 6
# The text of these elements is about something else: a quotation, an image, a list item.
_ASIDE = frozenset(
    "blockquote figure figcaption caption table td th li dd dt h1 h2 h3 h4 h5 h6 q cite".split()
)
_LINE_HEAD = lazy(
    r"(?:\A|[\r\n]|<(?:/?(?:p|div|section|article|h[1-6]|blockquote|center)\b[^<>]*|br[^<>]*)>)"
    r"(?:[\s\u3000*_]|&nbsp;|<[a-z][^<>]*>)*\Z"
)
_LINE = lazy(r"(?:(?<=[\r\n])|\A)[^\S\r\n]*+\S[^\r\n]*+")
# A line about the article is short; a longer one is prose that happens to start the same way.
_MAX_LINE = 240


# How much of the start and the end of the body the quick test reads, in code points; Chinese,
# Japanese and Korean text is denser.
_WINDOW, _DENSE_WINDOW = 1200, 600
INDENT = " \t\r\u3000\u00a0*_（(【[〔「«“—–-#"
_OPENINGS = tuple({opening for language in LANGUAGES for opening in language.openings})
_FIRST_LETTERS = frozenset(opening[:3] for opening in _OPENINGS)
_LATIN_HINTS, _HAN_HINTS, _KANA_HINTS, _HANGUL_HINTS = (
    tuple(hint for language in LANGUAGES if language.name in names for hint in language.hints)
    for names in ((LATIN, CYRILLIC), (HAN,), (JAPANESE,), (HANGUL,))
)
_EAST, _KANA = lazy("[\u3041-\u30f6\u4e00-\u9fff가-힣]"), lazy("[ぁ-んァ-ヶ]")
# How much of each end is read to find out its script, in code points.
_SAMPLE = 120


class Passage(NamedTuple):
    """A run of text as written in the file.

    Args:
        raw: the text.
        span: its range.
    """

    raw: str
    span: Span


class Line(NamedTuple):
    """A line of the first or last runs of the text.

    Args:
        raw: the text of the line.
        start: its offset.
        starts_line: whether no other text precedes it on its line in the file.
    """

    raw: str
    start: int
    starts_line: bool


@lru_cache(maxsize=1)
def may_mention_origin(document: Document) -> bool:
    """Whether the ends of an article may contain a byline or a source: a quick test.

    Most articles contain neither, and their text runs are never built.
    """
    text, start = document.text, document.body.start
    is_dense = not text.isascii()
    window = _DENSE_WINDOW if is_dense else _WINDOW
    if len(text) - start <= 2 * window:
        ends = text[start:]
    else:
        ends = f"{text[start : start + window]}\n{text[-window:]}"
    lines = [line.lstrip(INDENT) for line in ends.replace(">", "\n").split("\n")]
    if any(line[:3] in _FIRST_LETTERS and line.startswith(_OPENINGS) for line in lines):
        return True
    hints = _LATIN_HINTS
    sample = ends[:_SAMPLE] + ends[-_SAMPLE:]
    east = _EAST.search(sample) if is_dense else None
    if east is not None:
        hints = _HANGUL_HINTS
        if east[0] < "가":
            hints = _KANA_HINTS + _HAN_HINTS if _KANA.search(sample) else _HAN_HINTS
            if _ends_in_brackets(lines):
                return True
    return any(hint in ends for hint in hints)


def _ends_in_brackets(lines: list[str]) -> bool:
    """Whether the last words are in brackets."""
    last = next((line for line in reversed(lines) if line.strip() and line[0] != "<"), "")
    words = last.rstrip().removesuffix("&nbsp;").partition("<")[0]
    return words.rstrip()[-1:] in ("）", ")")


def passages(document: Document) -> Iterator[Passage]:
    """The text of the article, without quotations, captions, lists, tables and headings."""
    for run in document.text_runs:
        if _ASIDE.isdisjoint(run.parents):
            yield Passage(run.raw, run.span)


@lru_cache(maxsize=1)
def end_passages(document: Document) -> list[Passage]:
    """The first and last passages of the article; empty if the quick test finds nothing."""
    if not may_mention_origin(document):
        return []
    runs = document.text_runs
    ends = runs if len(runs) <= _HEAD + _TAIL else runs[:_HEAD] + runs[-_TAIL:]
    return [Passage(run.raw, run.span) for run in ends if _ASIDE.isdisjoint(run.parents)]


@lru_cache(maxsize=1)
def end_lines(document: Document) -> list[Line]:
    """The short lines of the first and last passages."""
    lines = []
    for raw, span in end_passages(document):
        for match in _LINE.finditer(raw):
            if match.end() - match.start() <= _MAX_LINE:
                start = span.start + match.start()
                starts_line = match.start() > 0 or is_at_line_start(document, start)
                lines.append(Line(match[0], start, starts_line))
    return lines


def is_at_line_start(document: Document, offset: int) -> bool:
    """Whether only markup characters and start tags precede an offset in its line or block."""
    return _LINE_HEAD.search(document.text, max(offset - 200, 0), offset) is not None


def is_aside(element: Element) -> bool:
    """Whether an element is inside a quotation, a caption, a list, a table or a heading."""
    return any(around.tag in _ASIDE for around in element.ancestors())
