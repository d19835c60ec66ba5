"""The single coordinate system: spans of code points in a file's text, and their lines and columns.

All code refers to places as a `Span`. Lines and columns exist only in reports; they are computed
here, when a finding is created.
"""

import re
from bisect import bisect_right
from functools import cache

from contentlint.core.patterns import lazy
from contentlint.core.properties import cached_property
from contentlint.core.tuples import NamedTuple

BOM = "\ufeff"

_LINE_ENDING = lazy(r"\r\n?|\n")


class Span(NamedTuple):
    """A half-open range of code-point offsets into a file's text."""

    start: int
    end: int


class Position(NamedTuple):
    """A place as editors show it: 1-based line and column, in code points."""

    line: int
    column: int


class EncodingFault(NamedTuple):
    """Why a file is not UTF-8.

    Args:
        offset: the code-point offset of the first fault in the decoded text.
        byte_offset: the byte offset of the first fault in the file.
        message: what is wrong.
        encoding: the probable encoding; None if it is not clear.
        unreadable: whether the decoded text is not usable, so that other rules skip it.
    """

    offset: int
    byte_offset: int
    message: str
    encoding: str | None
    unreadable: bool


# Byte order marks of other encodings; longer ones first.
_OTHER_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
# Common legacy encodings; each rejects most texts of the others.
_CANDIDATES = ("gb18030", "big5", "shift_jis", "euc_kr", "windows-1252")


_WIDE = lazy("[\u3040-\u9fff\uac00-\ud7af]+")


def decode(data: bytes) -> tuple[str, EncodingFault | None]:
    """The text of a file, with its byte order mark and line endings.

    A file that is not UTF-8 is decoded with U+FFFD for each invalid byte, so that findings have a
    place.
    """
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError as error:
        place = error.start
    for mark, name in _OTHER_MARKS:
        if data.startswith(mark):
            text = data.decode(name.lower(), "replace")
            return text, EncodingFault(0, 0, f"file is {name}, not UTF-8", name, unreadable=True)
    text = data.decode("utf-8", "replace")
    offset = len(data[:place].decode("utf-8"))
    if b"\x00" in data[:8192]:
        return text, EncodingFault(offset, place, "file is not text", None, unreadable=True)
    encoding = _likely_encoding(data)
    message = f"invalid UTF-8: byte 0x{data[place]:02X}"
    if encoding is not None:
        message += f"; the encoding is probably {encoding.upper()}"
    # With more than a few invalid bytes, the decoded text is not usable.
    unreadable = text.count("\ufffd") > max(8, len(text) // 50)
    return text, EncodingFault(offset, place, message, encoding, unreadable)


def _likely_encoding(data: bytes) -> str | None:
    for name in _CANDIDATES:
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        words = _WIDE.findall(text)
        wide = sum(map(len, words))
        strange = sum(not char.isascii() for char in text)
        # A lone character in a word is more likely an accented letter and the one after it.
        lone = sum(len(word) == 1 for word in words)
        if name == "windows-1252" or (wide * 10 >= strange * 7 and lone * 2 <= wide):
            return name
    return None


# All bytes of UTF-8 except control characters; tab, line feed, form feed and carriage return are
# allowed.
_NO_CONTROLS = bytes(b for b in range(256) if b not in b"\x7f" and (b >= 32 or b in b"\t\n\f\r"))
# C1, the noncharacters and surrogates, and a few others.
_OTHER_CONTROLS = re.compile(rb"\xc2[\x80-\x9f]|\xef\xb7[\x90-\xaf]|\xbf[\xbe\xbf]|\xed[\xa0-\xbf]")
# Their first bytes; other planes have noncharacters as well.
_LEADS_TO_CONTROLS = (b"\xc2", b"\xed", b"\xf0", b"\xf1", b"\xf2", b"\xf3", b"\xf4", b"\xef\xb7")


def may_have_controls(text: str, data: bytes | None = None) -> bool:
    """Whether a text may contain control characters or noncharacters; False is certain.

    It searches the bytes, which takes a tenth of the time of searching the characters.

    Args:
        text: the text.
        data: the text in UTF-8, if it is at hand.
    """
    if data is None:
        data = text.encode("utf-8", "surrogatepass")
    if data.translate(None, _NO_CONTROLS):
        return True
    if len(data) == len(text):
        return False
    is_suspect = "\ufffe" in text or "\uffff" in text
    is_suspect = is_suspect or any(lead in data for lead in _LEADS_TO_CONTROLS)
    return is_suspect and _OTHER_CONTROLS.search(data) is not None


# How often the first character of a word is looked for before the word is searched for as a whole.
_MOST_PLACES = 8


def contains(text: str, word: str) -> bool:
    """Whether a text contains a word that starts with a character that is rare in it.

    Python finds a single character ten times as fast as a word, so that going from one place of the
    first character to the next is faster than `in`; so is a regular expression if there are many.
    """
    first = word[0]
    place = text.find(first)
    for _ in range(_MOST_PLACES):
        if place < 0:
            return False
        if text.startswith(word, place):
            return True
        place = text.find(first, place + 1)
    return place >= 0 and _pattern_of(word).search(text, place) is not None


@cache
def _pattern_of(word: str) -> re.Pattern[str]:
    return re.compile(re.escape(word))


class Characters(dict[str, bool]):
    """Whether a text has a character, which is found much faster than a word: `has["<"]`.

    Args:
        text: the text.
    """

    def __init__(self, text: str) -> None:
        self._text = text

    def __missing__(self, char: str) -> bool:
        is_there = self[char] = char in self._text
        return is_there

    def has_word(self, word: str) -> bool:
        """Whether the text contains a word, at least two characters long."""
        first = word[0]
        if not self[first] or not self[word[-1]]:
            return False
        if first.isalnum() or first == " ":
            return word in self._text
        return contains(self._text, word)


class Source:
    """The text of one file as read, with its line endings and byte order mark.

    Args:
        path: the path for reports, with `/`.
        text: the complete decoded text.
        fault: why it is not UTF-8; None if it is.
        data: the text in UTF-8, if it is at hand.
    """

    def __init__(
        self,
        path: str,
        text: str,
        fault: EncodingFault | None = None,
        data: bytes | None = None,
    ) -> None:
        self.path = path
        self.text = text
        self.fault = fault
        self._data = data
        # How many positions are found by counting before all lines are indexed.
        self._counts_left = 0 if "\r" in text else 8

    @cached_property
    def line_starts(self) -> list[int]:
        """The offset of each line start; `\\n`, `\\r\\n` and a lone `\\r` end a line."""
        return [0, *(match.end() for match in _LINE_ENDING.finditer(self.text))]

    @cached_property
    def characters(self) -> Characters:
        """Which characters and words the text contains."""
        return Characters(self.text)

    @cached_property
    def may_have_controls(self) -> bool:
        """Whether the text may contain control characters or noncharacters; False is certain."""
        return may_have_controls(self.text, self.encoded)

    @cached_property
    def encoded(self) -> bytes:
        """The text in UTF-8, in which some searches take a tenth of the time."""
        return self._data or self.text.encode("utf-8", "surrogatepass")

    def position(self, offset: int) -> Position:
        """The line and column of a code-point offset.

        As in editors, a byte order mark has no column: the character after it is at 1:1.
        """
        if "line_starts" not in self.__dict__ and self._counts_left:
            # Most articles need one or two positions.
            self._counts_left -= 1
            line = self.text.count("\n", 0, offset) + 1
            column = offset - self.text.rfind("\n", 0, offset)
        else:
            line = bisect_right(self.line_starts, offset)
            column = offset - self.line_starts[line - 1] + 1
        if line == 1 and column > 1 and self.text.startswith(BOM):
            column -= 1
        return Position(line, column)

    def line_at(self, offset: int) -> Span:
        """The span of the line of an offset, as `line_span` gives it."""
        if "line_starts" in self.__dict__ or not self._counts_left:
            return self.line_span(self.position(offset).line)
        start = self.text.rfind("\n", 0, offset) + 1
        end = self.text.find("\n", offset)
        if start == 0 and self.text.startswith(BOM):
            start = 1
        return Span(start, len(self.text) if end < 0 else end)

    def offset(self, line: int, column: int) -> int:
        """The code-point offset of a 1-based line and column, clamped to the text."""
        start = self.line_starts[min(line, len(self.line_starts)) - 1]
        if line == 1 and self.text.startswith(BOM):
            start += 1
        return min(start + column - 1, len(self.text))

    def line_span(self, line: int) -> Span:
        """The span of a 1-based line, without its line ending and a byte order mark."""
        start = self.line_starts[line - 1]
        end = len(self.text)
        if line < len(self.line_starts):
            end = self.line_starts[line]
            end -= 2 if self.text.startswith("\r\n", end - 2) else 1
        if line == 1 and self.text.startswith(BOM):
            start += 1
        return Span(start, end)
