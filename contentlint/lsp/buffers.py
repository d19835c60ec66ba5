"""The texts of open files as the editor has them, and positions in its units.

Lines end as the protocol says, with a line feed, a carriage return, or both; `str.splitlines` has
more line endings, after which positions and edits would be wrong.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from functools import cached_property

from lsprotocol import types

from contentlint.core.finding import Edit
from contentlint.core.source import Span

_LINE_ENDING = re.compile(r"\r\n?|\n")
_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n|\Z)")
_SURROGATE = re.compile("[\ud800-\udfff]")
# Above this number of lines in a changed part, it is replaced as a whole.
_MOST_COMPARED = 4000


def _utf8(char: str) -> int:
    return len(char.encode("utf-8", "surrogatepass"))


def _utf16(char: str) -> int:
    return 2 if char > "\uffff" else 1


def _utf32(char: str) -> int:
    return 1


_SIZES: dict[str, Callable[[str], int]] = {"utf-8": _utf8, "utf-16": _utf16, "utf-32": _utf32}


class Text:
    """A text with positions in the units of an editor.

    Args:
        text: the text, with its line endings.
        encoding: the units of columns: `utf-8`, `utf-16` or `utf-32`.
    """

    def __init__(self, text: str, encoding: str) -> None:
        self.text = text
        self.encoding = encoding
        self._size = _SIZES[encoding]

    @cached_property
    def line_starts(self) -> list[int]:
        """The offset of each line start."""
        return [0, *(match.end() for match in _LINE_ENDING.finditer(self.text))]

    @cached_property
    def _is_plain(self) -> bool:
        return self.encoding == "utf-32" or self.text.isascii()

    def offset(self, position: types.Position) -> int:
        """The code-point offset of a position; one outside of the text or a line is clamped."""
        if position.line >= len(self.line_starts):
            return len(self.text)
        start = self.line_starts[position.line]
        match = _LINE.match(self.text, start)
        line = match[0].rstrip("\r\n") if match else ""
        if self._is_plain or line.isascii():
            return start + min(position.character, len(line))
        left = position.character
        for index, char in enumerate(line):
            left -= self._size(char)
            if left < 0:
                return start + index
        return start + len(line)

    def position(self, offset: int) -> types.Position:
        """The position of a code-point offset."""
        line = bisect_right(self.line_starts, offset) - 1
        start = self.line_starts[line]
        if self._is_plain:
            return types.Position(line, offset - start)
        return types.Position(line, sum(map(self._size, self.text[start:offset])))

    def range(self, span: Span) -> types.Range:
        """The range of a span."""
        return types.Range(self.position(span.start), self.position(span.end))

    def span(self, place: types.Range) -> Span:
        """The span of a range."""
        start, end = self.offset(place.start), self.offset(place.end)
        return Span(start, max(start, end))

    def edits(self, edits: Sequence[Edit]) -> list[types.TextEdit]:
        """Edits as the protocol has them."""
        return [types.TextEdit(self.range(edit.span), edit.text) for edit in edits]


class Buffer(Text):
    """An open file.

    Args:
        uri: its URI.
        text, encoding: as for `Text`.
        version: the version that the editor gave it.
        language: the language that the editor takes it for.
    """

    def __init__(self, uri: str, text: str, encoding: str, version: int, language: str) -> None:
        super().__init__(text, encoding)
        self.uri = uri
        self.version = version
        self.language = language

    @property
    def readable(self) -> str:
        """The text with lone surrogates replaced, which no file can contain; of the same length."""
        return self.text if self.text.isascii() else _SURROGATE.sub("\ufffd", self.text)

    def change(self, changes: Sequence[types.TextDocumentContentChangeEvent], version: int) -> None:
        """Apply the changes of the editor, in order."""
        for change in changes:
            if isinstance(change, types.TextDocumentContentChangePartial):
                start, end = self.span(change.range)
                self._replace(self.text[:start] + change.text + self.text[end:])
            else:
                self._replace(change.text)
        self.version = version

    def _replace(self, text: str) -> None:
        self.text = text
        for name in ("line_starts", "_is_plain"):
            self.__dict__.pop(name, None)


def changed_part(before: str, after: str) -> tuple[Span, Span]:
    """The smallest part in which two texts differ, in each of them."""
    limit = min(len(before), len(after))
    start = _common(before, after, limit)
    end = _common(before[::-1], after[::-1], limit - start)
    return Span(start, len(before) - end), Span(start, len(after) - end)


def _common(one: str, other: str, limit: int) -> int:
    """The length of the common beginning, at most `limit`; by halves, as strings compare fast."""
    low, high = 0, limit
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def difference(before: str, after: str) -> list[Edit]:
    """Edits that turn one text into another, line by line where few lines differ."""
    old, new = changed_part(before, after)
    if old.start == old.end and new.start == new.end:
        return []
    # Whole lines, so that the comparison has lines of both.
    start = before.rfind("\n", 0, old.start) + 1
    tail = after.find("\n", new.end)
    tail = len(after) - new.end if tail < 0 else tail + 1 - new.end
    old, new = Span(start, old.end + tail), Span(start, new.end + tail)
    lines = _LINE.findall(before[old.start : old.end])[:-1]
    others = _LINE.findall(after[new.start : new.end])[:-1]
    if len(lines) + len(others) > _MOST_COMPARED:
        return [Edit(old, after[new.start : new.end])]
    offsets = [old.start]
    for line in lines:
        offsets.append(offsets[-1] + len(line))
    matcher = SequenceMatcher(None, lines, others, autojunk=False)
    return [
        _trimmed(before, Span(offsets[i1], offsets[i2]), "".join(others[j1:j2]))
        for kind, i1, i2, j1, j2 in matcher.get_opcodes()
        if kind != "equal"
    ]


def _trimmed(text: str, span: Span, new: str) -> Edit:
    """An edit without what both texts have in common."""
    old, changed = changed_part(text[span.start : span.end], new)
    at = Span(span.start + old.start, span.start + old.end)
    return Edit(at, new[changed.start : changed.end])
