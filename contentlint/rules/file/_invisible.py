"""Where an invisible character has a purpose, and where it causes harm."""

import unicodedata
from enum import Enum

from contentlint.rule import Document, Span, lazy


class Effect(Enum):
    """What an invisible character does at its place."""

    FINE = 1
    HARM = 2
    # It causes harm, but may join or separate words.
    UNSURE = 3


ZERO_WIDTH_SPACE, NON_JOINER, JOINER = "\u200b", "\u200c", "\u200d"
SOFT_HYPHEN, WORD_JOINER, BYTE_ORDER_MARK = "\xad", "\u2060", "\ufeff"
DIRECTION_MARKS = "\u200e\u200f\u061c"
SEPARATORS = "\u2028\u2029"
MONGOLIAN_SEPARATOR = "\u180e"
# Function application, invisible times, separator and plus.
MATHS = "\u2061\u2062\u2063\u2064"
TAGS = lazy("[\U000e0000-\U000e007f]+")
BLACK_FLAG = "\U0001f3f4"

# Scripts without spaces between words, in which a zero-width space marks where a line may break.
_UNSPACED = frozenset("THAI LAO KHMER MYANMAR TIBETAN JAVANESE BALINESE TAI NEW".split())
# Scripts in which a joiner has no effect.
_WITHOUT_JOINING = frozenset(
    "LATIN GREEK CYRILLIC ARMENIAN GEORGIAN CJK HIRAGANA KATAKANA HANGUL BOPOMOFO FULLWIDTH "
    "IDEOGRAPHIC".split()
)
# Characters between the parts of a name in code.
_JOINTS = frozenset("_.:/-(")
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
_NAMES = {
    BYTE_ORDER_MARK: "byte order mark",
    "\u3164": "hangul filler",
    "\uffa0": "halfwidth hangul filler",
}


def name_of(char: str) -> str:
    """The name of a character in lower case."""
    known = _NAMES.get(char) or unicodedata.name(char, "control").lower()
    return known.replace("zero width", "zero-width")


def _is_named(text: str, char: str) -> bool:
    """Whether a text names a character by its code point."""
    return any(f"{start}{ord(char):04X}".lower() in text.lower() for start in ("U+", "\\u"))


def effect_of(document: Document, span: Span) -> Effect:
    """What a run of one invisible character does at its place.

    Args:
        document: the article.
        span: the run.
    """
    text = document.text
    char = text[span.start]
    before = text[span.start - 1] if span.start else ""
    after = text[span.end : span.end + 1]
    if char == BYTE_ORDER_MARK and span.start == 0:
        return Effect.FINE  # `file/bom` reports it
    if document.is_code(span.start) and _is_named(text, char):
        return Effect.FINE  # the code is an example of it
    if TAGS.match(char):
        return _harm_if(BLACK_FLAG not in text[max(span.start - 8, 0) : span.start])
    if char in SEPARATORS:
        return Effect.HARM if _is_edge(before) or _is_edge(after) else Effect.UNSURE
    if char in DIRECTION_MARKS:
        return _harm_if(not _has_right_to_left(_line_around(text, span)))
    if char == MONGOLIAN_SEPARATOR:
        return _harm_if("MONGOLIAN" not in (_script(before), _script(after)))
    if char in MATHS:
        return Effect.FINE  # it tells how a formula is read
    if char in (JOINER, NON_JOINER):
        return _harm_if(not _joins(char, before, after))
    if char == ZERO_WIDTH_SPACE:
        return _harm_if(not _may_break(document, span, before, after))
    if char == WORD_JOINER:
        return _harm_if(_is_edge(before) or _is_edge(after))
    if char == SOFT_HYPHEN:
        return _soft_hyphen(before, after)
    return Effect.HARM


def _harm_if(harm: bool) -> Effect:
    return Effect.HARM if harm else Effect.FINE


def _is_edge(char: str) -> bool:
    return not char or char.isspace()


def _script(char: str) -> str:
    """The script of a character: the first word of its Unicode name."""
    return unicodedata.name(char, "").partition(" ")[0] if char else ""


def _joins(char: str, before: str, after: str) -> bool:
    """Whether a joiner or non-joiner has something to join or to separate."""
    if _is_edge(before):
        return False
    if char == JOINER and unicodedata.category(before) in ("So", "Sk", "Mn", "Me"):
        return True  # in an emoji, or after a vowel sign or virama
    if _script(before) in _WITHOUT_JOINING:
        # German typography separates what must not become a ligature: Auf|lage.
        return char == NON_JOINER and before.isalpha() and after.isalpha() and before < "\u0250"
    if char == NON_JOINER and before in "#@":
        return True  # so that a platform makes no link of it
    return before.isalpha() or unicodedata.category(before).startswith("M")


def _may_break(document: Document, span: Span, before: str, after: str) -> bool:
    """Whether a zero-width space marks a useful line break or separates Markdown markers."""
    if span.end - span.start > 1 or (_is_edge(before) and _is_edge(after)):
        return False
    if _script(before) in _UNSPACED or _script(after) in _UNSPACED:
        return True
    if span.start < document.body.start or _is_in_attribute(document, span.start):
        return False
    if before.islower() and after.isupper():
        return True  # between the words of a name in code
    # Next to `*` or `/` it separates Markdown markers, or lets a long URL break.
    return _is_ascii_symbol(before) or _is_ascii_symbol(after)


def _is_ascii_symbol(char: str) -> bool:
    return char.isascii() and char.isprintable() and not char.isalnum() and char not in " "


def _is_in_attribute(document: Document, offset: int) -> bool:
    runs = document.text_runs
    return not any(run.span.start <= offset < run.span.end for run in runs) and not (
        document.is_code(offset)
    )


def _soft_hyphen(before: str, after: str) -> Effect:
    # Between letters, or between the words of a name in code: `tide_low`, `harbor::tide`.
    if (before.isalnum() or before in _JOINTS) and (after.isalnum() or after in _JOINTS):
        return Effect.FINE
    return Effect.UNSURE if after in ("\n", "\r") else Effect.HARM


def _line_around(text: str, span: Span) -> str:
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    return text[start : len(text) if end < 0 else end]


def _has_right_to_left(line: str) -> bool:
    return any(
        unicodedata.bidirectional(char) in _RIGHT_TO_LEFT
        for char in line
        if char >= "\u0590" and char not in DIRECTION_MARKS
    )
