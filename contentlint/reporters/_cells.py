"""The width of text in a terminal, and escapes for characters that would control one.

A terminal is a grid. A cell here is a unit of display: a letter with its accents, an emoji
sequence, a tab, or the escape displayed in place of a character that would move the cursor, change
the text direction or be invisible.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from contentlint.core.patterns import lazy
from contentlint.core.tuples import NamedTuple

TAB = " " * 4

_ZWNJ, _ZWJ, _EMOJI_STYLE = "\u200c", "\u200d", "\ufe0f"
_EMOJI = "[\u00a9\u00ae\u203c-\u3299\U0001f000-\U0001faff]\ufe0f?[\U0001f3fb-\U0001f3ff]?"
_CLUSTER = lazy(
    "[\U0001f1e6-\U0001f1ff]{2}"  # a flag: two regional indicators
    "|[#*0-9]\ufe0f?\u20e3"  # a keycap
    "|\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f"  # a flag of a region, spelled in tags
    f"|{_EMOJI}(?:\u200d{_EMOJI})*"
    # Joiners between letters shape Arabic and Indic script; elsewhere they are only invisible.
    "|(?<=[^\\W\\d_a-zA-Z\u3000-\ud7ff])[\u200c\u200d](?=[^\\W\\d_a-zA-Z\u3000-\ud7ff])"
    "|.",
    re.DOTALL,
)
_NAMED = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
_ESCAPED_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
# All characters of these categories, for a quick test: most texts contain none.
_ESCAPED = lazy(
    "[\0-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb\U000110bd\U000110cd"
    "\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0001-\U000e007f]"
)


class Cell(NamedTuple):
    """One cell of a terminal line.

    Args:
        text: the displayed text.
        width: its width in columns.
        length: number of code points of the source that it represents.
        escaped: whether it is an escape.
    """

    text: str
    width: int
    length: int
    escaped: bool


# The printable characters that may share a cell with the one before: in keycaps, emoji and flags.
_JOINED = frozenset(
    ["\u20e3", _EMOJI_STYLE, *map(chr, (*range(0x1F1E6, 0x1F200), *range(0x1F3FB, 0x1F400)))]
)


def is_narrow(text: str) -> bool:
    """Whether each character of a text is certainly a cell of one column that shows itself."""
    return text.isascii() and text.isprintable()


def cells(text: str) -> list[Cell]:
    """A line of text as cells, in order; the lengths add up to the text's."""
    if _is_printable(text) and _JOINED.isdisjoint(text):
        return _without_marks([_cell(char) for char in text])
    return _without_marks([_cell(match[0]) for match in _CLUSTER.finditer(text)])


def _is_printable(text: str) -> bool:
    """Whether no character of a text is escaped, nor a joiner."""
    return text.replace("\u3000", " ").replace("\xa0", " ").isprintable()


def _without_marks(found: list[Cell]) -> list[Cell]:
    """Cells with the marks that belong to them, such as accents."""
    if all(cell.width for cell in found):
        return found
    result: list[Cell] = []
    for cell in found:
        if cell.width or cell.escaped:
            result.append(cell)
        elif result and not result[-1].escaped:
            base = result[-1]
            result[-1] = base._replace(text=base.text + cell.text, length=base.length + cell.length)
        else:
            result.append(Cell("◌" + cell.text, 1, cell.length, False))
    return result


def width(text: str) -> int:
    """The width of a text in a terminal, in columns."""
    if is_narrow(text):
        return len(text)
    return sum(cell.width for cell in cells(text))


def one_line(text: str) -> str:
    """Text for a report: on one line, with characters that could control a terminal escaped."""
    if text.isprintable() or not _ESCAPED.search(text):
        return text
    return "".join(
        _NAMED.get(char, escape(char))
        if len(char) == 1 and (char in _NAMED or _is_escaped(char))
        else char
        for char in _joined(text)
    )


def escape(char: str) -> str:
    """The visible name of an invisible character."""
    return f"<U+{ord(char):04X}>"


def wrap(text: str, columns: int) -> list[str]:
    """Text wrapped at a number of columns; breaks at spaces and next to wide characters."""
    lines: list[str] = []
    line, used = "", 0
    for word, word_width in _words(text):
        if used and used + width(word.rstrip()) > columns:
            lines.append(line.rstrip())
            line, used = "", 0
        line += word
        used += word_width
    return [*lines, line.rstrip()]


def _words(text: str) -> Iterator[tuple[str, int]]:
    """The unbreakable parts of a text, each with its trailing spaces, and their widths."""
    word, used = "", 0
    for cell in cells(text):
        after_space = word[-1:] == " " and cell.text != " "
        beside_wide = cell.width == 2 and cell.text not in _CLOSING
        if word and (after_space or beside_wide):
            yield word, used
            word, used = "", 0
        word += cell.text
        used += cell.width
    yield word, used


# Punctuation that must not start a line.
_CLOSING = frozenset("，。、；：？！）」』】》〉”’…")


def _joined(text: str) -> Iterator[str]:
    return (match[0] for match in _CLUSTER.finditer(text))


@lru_cache(maxsize=8192)
def _cell(cluster: str) -> Cell:
    first = cluster[0]
    if cluster == "\t":
        return Cell(TAB, len(TAB), 1, False)
    if len(cluster) == 1:
        if first in (_ZWNJ, _ZWJ):
            return Cell(first, 0, 1, False)
        if _is_escaped(first):
            drawn = escape(first)
            return Cell(drawn, len(drawn), 1, True)
        return Cell(first, _char_width(first), 1, False)
    plain = len(cluster) == 2 and cluster[1] == "\u20e3"
    return Cell(cluster, 1 if plain else 2, len(cluster), False)


def _is_escaped(char: str) -> bool:
    return unicodedata.category(char) in _ESCAPED_CATEGORIES


def _char_width(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me") or _is_trailing_jamo(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _is_trailing_jamo(char: str) -> bool:
    """Hangul vowels and finals, which join the consonant before them."""
    return "\u1160" <= char <= "\u11ff" or "\ud7b0" <= char <= "\ud7ff"
