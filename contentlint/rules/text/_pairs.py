"""Brackets and quotation marks of a paragraph: the unpaired ones, and pairs of mixed width."""

from contentlint.rule import Document, NamedTuple, Span, lazy
from contentlint.rules.text._prose import HAN, KANA, Piece, paragraphs

CLOSER = {
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
_OPENERS = {closer: {opener} for opener, closer in CLOSER.items()} | {
    "”": {"“", "„"},
    "）": {"（", "("},
    ")": {"(", "（"},
}
_QUOTES = "“”「」『』"
# How long the text between two equal marks is at most, in code points, to be one quotation.
_MAX_QUOTED = 40
# What follows a closing mark, never an opening one.
_ENDS = lazy(r"\s*(?:[，。；：、！？,.;:!?）)》」』]|\Z)")
_PAUSE = lazy("[，。；：！？]")
# Openers that are not reported when they are not closed.
_UNCHECKED = "(„"
# Quotation marks of German, Polish and others: „…“ and „…”. Whether one is closed is not checked,
# because many writers close it with a straight mark.
_LOW = "„"
_MARK = lazy("[„“”「」『』《》〈〉【】〔〕（）()]")
_WIDE = lazy(f"[{HAN}{KANA}]")
# A mark for inches: 5.6”
_INCHES_BEFORE = lazy(r"\d$")
# A quotation of several paragraphs has at most so many.
_MAX_PARAGRAPHS = 12
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
        reopened: opening quotation marks that are typed for closing ones, each with the mark that
            it should close.
    """

    unpaired: tuple[Mark, ...]
    mixed: tuple[tuple[Mark, Mark], ...]
    reopened: tuple[tuple[Mark, Mark], ...] = ()


class _Left(NamedTuple):
    """A mark without a partner in its paragraph.

    Args:
        mark: the mark.
        paragraph: the number of its paragraph.
        is_allowed: whether it may be alone: it opens a quotation of several paragraphs, or it is
            all of its paragraph and so ends one.
    """

    mark: Mark
    paragraph: int
    is_allowed: bool = False


def pairs(document: Document) -> Pairs:
    """The marks that do not pair up within their paragraph, or as a quotation of several."""
    left: list[_Left] = []
    mixed: list[tuple[Mark, Mark]] = []
    reopened: list[tuple[Mark, Mark]] = []
    for number, paragraph in enumerate(paragraphs(document)):
        marks = [mark for piece in paragraph for mark in _marks(piece)]
        if marks and not _is_swedish(marks, paragraph):
            alone = "".join(piece.text for piece in paragraph).strip() == marks[0].char
            of_paragraph = _pair(marks, number, _start(paragraph), mixed)
            again = _opened_again(marks, of_paragraph, paragraph)
            if again is not None:
                reopened.append(again)
                of_paragraph = []
            left += [one._replace(is_allowed=one.is_allowed or alone) for one in of_paragraph]
    unpaired = [one.mark for one in _without_long_quotations(left) if not one.is_allowed]
    return Pairs(tuple(sorted(unpaired, key=lambda mark: mark.span)), tuple(mixed), tuple(reopened))


def _opened_again(
    marks: list[Mark], left: list[_Left], paragraph: list[Piece]
) -> tuple[Mark, Mark] | None:
    """The two marks of `“潮“`, if nothing else in the paragraph is unpaired.

    Two marks without counterparts may also be two quotations whose ends are missing. They are one
    if they are next to each other among the quotation marks, a few characters apart, and the
    characters around them are those around a quotation: none is open when the first one comes, and
    the text of the second does not go on as that of a quotation would.
    """
    if len(left) != 2 or left[0].mark.char != left[1].mark.char or left[0].mark.char not in "“「『":
        return None
    first, second = left[0].mark, left[1].mark
    quotes = [mark for mark in marks if mark.char[0] in _QUOTES]
    if quotes.index(second) - quotes.index(first) != 1:
        return None
    piece = next((one for one in paragraph if _holds(one, first) and _holds(one, second)), None)
    if piece is None:
        return None
    start, end = first.span.start - piece.start, second.span.start - piece.start
    return (first, second) if _is_quotation(piece.text, start, end) else None


def _holds(piece: Piece, mark: Mark) -> bool:
    return piece.start <= mark.span.start < piece.start + len(piece.text)


def _is_quotation(text: str, start: int, end: int) -> bool:
    """Whether the text between the offsets of two marks is quoted by them."""
    inside, before, after = text[start + 1 : end], text[:start], text[end + 1 :]
    if not 0 < len(inside) <= _MAX_QUOTED or inside != inside.strip() or text[start] != text[end]:
        return False
    if not _WIDE.search(inside):
        # In a spaced script, an opening mark follows a space, and a closing one precedes one.
        return not before[-1:].isalnum() and not after[:1].isalnum()
    # Without spaces, only the end of the text or a mark of punctuation after it is sure.
    return _ENDS.match(after) is not None and _PAUSE.search(inside) is None


def _is_swedish(marks: list[Mark], paragraph: list[Piece]) -> bool:
    """Whether `”` opens quotations as well, as in Swedish and Finnish."""
    quotes = [mark.char[0] for mark in marks if mark.char[0] in "“”„"]
    return (
        len(quotes) == len(marks)
        and set(quotes) == {"”"}
        and len(quotes) % 2 == 0
        and not any(_WIDE.search(piece.text) for piece in paragraph)
    )


def _without_long_quotations(left: list[_Left]) -> list[_Left]:
    """The marks without those of quotations that are closed in a later paragraph.

    A paragraph that both opens and closes too much has faults of its own.
    """
    kinds: dict[int, set[bool]] = {}
    for one in left:
        if one.mark.char[0] in _QUOTES:
            kinds.setdefault(one.paragraph, set()).add(one.mark.char in CLOSER)
    paired: set[_Left] = set()
    pending: dict[str, list[_Left]] = {}
    for one in left:
        char = one.mark.char[0]
        if char not in _QUOTES or len(kinds[one.paragraph]) > 1:
            continue
        if char in CLOSER:
            pending.setdefault(CLOSER[char], []).append(one)
        elif openers := pending.get(char):
            opener = openers.pop()
            if one.paragraph - opener.paragraph <= _MAX_PARAGRAPHS:
                paired |= {one, opener}
    return [one for one in left if one not in paired]


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
        is_inches = match[0] == "”" and _INCHES_BEFORE.search(text[max(place - 1, 0) : place])
        found.append(Mark(match[0] + "?" * bool(is_inches), piece.span(place, place + 1)))
    return found


def _pair(
    marks: list[Mark], paragraph: int, start: int, mixed: list[tuple[Mark, Mark]]
) -> list[_Left]:
    """Pair the marks of a paragraph; the marks that are left.

    Args:
        marks: in order; a `?` after one means that it may be unpaired.
        paragraph: the number of the paragraph.
        start: where the text of the paragraph begins; a quotation of several paragraphs is opened
            at the start of each.
        mixed: pairs of mixed width are added to it.
    """
    open_now: list[Mark] = []
    left: list[Mark] = []
    for mark in marks:
        char = mark.char[0]
        closes_low = char == "“" and bool(open_now) and open_now[-1].char == _LOW
        if char == _LOW or (char in CLOSER and not closes_low):
            open_now.append(mark)
            continue
        place = _last_of(open_now, {_LOW} if closes_low else _OPENERS[char])
        if place is None:
            left += [mark] if len(mark.char) == 1 and char != ")" else []
            continue
        opener = open_now[place]
        left += [each for each in open_now[place + 1 :] if each.char not in _UNCHECKED]
        del open_now[place:]
        if opener.char != _LOW and CLOSER[opener.char] != char:
            mixed.append((opener, Mark(char, mark.span)))
    result = [_Left(mark, paragraph) for mark in left]
    result += [
        _Left(mark, paragraph, is_allowed=mark.char in "“「『" and mark.span.start == start)
        for mark in open_now
        if mark.char not in _UNCHECKED
    ]
    return sorted(result, key=lambda one: one.mark.span)


def _last_of(marks: list[Mark], chars: set[str]) -> int | None:
    """The place of the last mark that is one of some characters."""
    places = range(len(marks) - 1, -1, -1)
    return next((place for place in places if marks[place].char in chars), None)
