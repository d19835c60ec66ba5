"""Brackets and quotation marks of a paragraph: which pair, which do not, which differ in width."""

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
_SIGN = lazy("[“”「」『』《》〈〉【】〔〕（）()]")
# The number of an item: `1）`, `二）`.
_ALONE_BEFORE = lazy(r"(?:^|[\s，。；：、！？])[0-9A-Za-z①-⑳一二三四五六七八九十]{1,3}[.、]?$")
# `:)`, `;-)`, `:X)`
_FACE_BEFORE = lazy(r"[:;=：；][-^o'XxPD]{0,2}$")
_FACE = lazy(r"[(（][^()（）\w]{1,12}[)）]|[(（][╯﹏≧ツ｡◕oO><^_\W]{1,12}[)）]")


class Sign(NamedTuple):
    """A bracket or quotation mark, and its place."""

    char: str
    span: Span


class Pairs(NamedTuple):
    """What does not pair in an article.

    Args:
        alone: what nothing opens or closes.
        mixed: pairs of a full-width and a half-width bracket, the opening one first.
    """

    alone: tuple[Sign, ...]
    mixed: tuple[tuple[Sign, Sign], ...]


def pairs(document: Document) -> Pairs:
    """What does not pair, paragraph by paragraph."""
    alone: list[Sign] = []
    mixed: list[tuple[Sign, Sign]] = []
    for paragraph in paragraphs(document):
        signs = [sign for piece in paragraph for sign in _signs(piece)]
        if signs:
            _pair(signs, _start(paragraph), alone, mixed)
    return Pairs(tuple(sorted(alone, key=lambda sign: sign.span)), tuple(mixed))


def _start(paragraph: list[Piece]) -> int:
    first = paragraph[0]
    return first.start + len(first.text) - len(first.text.lstrip())


def _signs(piece: Piece) -> list[Sign]:
    text = piece.text
    if not _SIGN.search(text):
        return []
    faces = [match.span() for match in _FACE.finditer(text)]
    found = []
    for match in _SIGN.finditer(text):
        place = match.start()
        is_closing = match[0] in ")）"
        if any(start <= place < end for start, end in faces):
            continue
        if is_closing and _FACE_BEFORE.search(text[max(place - 4, 0) : place]):
            continue
        if is_closing and _ALONE_BEFORE.search(text[max(place - 6, 0) : place]):
            # It may still close what is open; the pairing decides.
            found.append(Sign(match[0].lower() + "?", piece.span(place, place + 1)))
            continue
        found.append(Sign(match[0], piece.span(place, place + 1)))
    return found


def _pair(signs: list[Sign], start: int, alone: list[Sign], mixed: list[tuple[Sign, Sign]]) -> None:
    """Pair the signs of a paragraph.

    Args:
        signs: in order; a `?` behind one says that it may stand alone.
        start: where the paragraph's text begins: a quotation of several paragraphs is opened at
            the head of each.
        alone, mixed: what is found is added to these.
    """
    open_now: list[Sign] = []
    for sign in signs:
        char = sign.char[0]
        if char in _PAIRS:
            open_now.append(sign)
            continue
        fitting = {_CLOSERS[char], _WIDTHS.get(_CLOSERS[char], "")}
        place = next(
            (i for i in range(len(open_now) - 1, -1, -1) if open_now[i].char in fitting), -1
        )
        if place < 0:
            if len(sign.char) == 1 and char != ")":
                alone.append(sign)
            continue
        opener = open_now[place]
        alone += [each for each in open_now[place + 1 :] if each.char != "("]
        del open_now[place:]
        if _PAIRS[opener.char] != char:
            mixed.append((opener, Sign(char, sign.span)))
    for sign in open_now:
        is_quotation_at_head = sign.char in "“「『" and sign.span.start == start
        if sign.char != "(" and not is_quotation_at_head:
            alone.append(sign)
