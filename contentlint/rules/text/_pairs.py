"""Brackets and quotation marks of a paragraph: the unpaired ones, and pairs of mixed width."""

from typing import NamedTuple

from contentlint.rule import Document, Span, lazy
from contentlint.rules.text._prose import Piece, paragraphs

_PAIRS = {
    "“": "”",
    "「": "」",
    "『": "』",
    "《": "》",
    "〈": "〉",
    "【": "】",
    "〔": "〕",
    "（": "）",
    "(": ")",
}
_CLOSERS = {closer: opener for opener, closer in _PAIRS.items()}
_WIDTHS = {"（": "(", "(": "（", "）": ")", ")": "）"}
_MARK = lazy("[“”「」『』《》〈〉【】〔〕（）()]")
# The number of a list item: `1）`, `二）`.
_NUMBER_BEFORE = lazy(r"(?:^|[\s，。；：、！？])[0-9A-Za-z①-⑳一二三四五六七八九十]{1,3}[.、]?$")
# `:)`, `;-)`, `:X)`
_EMOTICON_BEFORE = lazy(r"[:;=：；][-^o'XxPD]{0,2}$")
_EMOTICON = lazy(r"[(（][^()（）\w]{1,12}[)）]|[(（][╯﹏≧ツ｡◕oO><^_\W]{1,12}[)）]")


class Mark(NamedTuple):
    """A bracket or quotation mark and its place."""

    char: str
    span: Span


class Pairs(NamedTuple):
    """Marks of an article that do not pair up.

    Args:
        unpaired: marks without a partner.
        mixed: pairs of a full-width and a half-width bracket, the opening one first.
    """

    unpaired: tuple[Mark, ...]
    mixed: tuple[tuple[Mark, Mark], ...]


def pairs(document: Document) -> Pairs:
    """The marks that do not pair up within their paragraph."""
    unpaired: list[Mark] = []
    mixed: list[tuple[Mark, Mark]] = []
    for paragraph in paragraphs(document):
        marks = [mark for piece in paragraph for mark in _marks(piece)]
        if marks:
            _pair(marks, _start(paragraph), unpaired, mixed)
    return Pairs(tuple(sorted(unpaired, key=lambda mark: mark.span)), tuple(mixed))


def _start(paragraph: list[Piece]) -> int:
    first = paragraph[0]
    return first.start + len(first.text) - len(first.text.lstrip())


def _marks(piece: Piece) -> list[Mark]:
    text = piece.text
    if not _MARK.search(text):
        return []
    emoticons = [match.span() for match in _EMOTICON.finditer(text)]
    found = []
    for match in _MARK.finditer(text):
        place = match.start()
        is_closing = match[0] in ")）"
        if any(start <= place < end for start, end in emoticons):
            continue
        if is_closing and _EMOTICON_BEFORE.search(text[max(place - 4, 0) : place]):
            continue
        if is_closing and _NUMBER_BEFORE.search(text[max(place - 6, 0) : place]):
            # It may still close an open bracket; `_pair` decides.
            found.append(Mark(match[0].lower() + "?", piece.span(place, place + 1)))
            continue
        found.append(Mark(match[0], piece.span(place, place + 1)))
    return found


def _pair(
    marks: list[Mark], start: int, unpaired: list[Mark], mixed: list[tuple[Mark, Mark]]
) -> None:
    """Pair the marks of a paragraph.

    Args:
        marks: in order; a `?` after one means that it may be unpaired.
        start: where the text of the paragraph begins; a quotation of several paragraphs is opened
            at the start of each.
        unpaired, mixed: the results are added to these.
    """
    open_now: list[Mark] = []
    for mark in marks:
        char = mark.char[0]
        if char in _PAIRS:
            open_now.append(mark)
            continue
        fitting = {_CLOSERS[char], _WIDTHS.get(_CLOSERS[char], "")}
        place = next(
            (i for i in range(len(open_now) - 1, -1, -1) if open_now[i].char in fitting), -1
        )
        if place < 0:
            if len(mark.char) == 1 and char != ")":
                unpaired.append(mark)
            continue
        opener = open_now[place]
        unpaired += [each for each in open_now[place + 1 :] if each.char != "("]
        del open_now[place:]
        if _PAIRS[opener.char] != char:
            mixed.append((opener, Mark(char, mark.span)))
    for mark in open_now:
        continues_quotation = mark.char in "“「『" and mark.span.start == start
        if mark.char != "(" and not continues_quotation:
            unpaired.append(mark)
