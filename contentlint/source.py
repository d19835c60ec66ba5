"""The one coordinate system: spans of code points in a file's text, and lines and columns of them.

Everything inside the project speaks of places as a `Span`. Lines and columns exist only in
reports; they are made here, when a finding is made.
"""

import re
from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple

BOM = "\ufeff"

_LINE_END = re.compile(r"\r\n?|\n")


class Span(NamedTuple):
    """A half-open range of code-point offsets into a file's text."""

    start: int
    end: int


class Position(NamedTuple):
    """A place as people and editors name it: line and column, both from 1, in code points."""

    line: int
    column: int


class Source:
    """The text of one file as it was read, line ends and a byte order mark kept.

    Args:
        path: the file's name for reports, with `/`.
        text: the whole decoded text.
    """

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text

    @cached_property
    def line_starts(self) -> list[int]:
        """The offset at which each line begins; `\\n`, `\\r\\n` and a lone `\\r` end a line."""
        return [0, *(match.end() for match in _LINE_END.finditer(self.text))]

    def position(self, offset: int) -> Position:
        """The line and column of a code-point offset.

        A byte order mark takes no column, as in every editor: the character behind it is at 1:1.
        """
        line = bisect_right(self.line_starts, offset)
        column = offset - self.line_starts[line - 1] + 1
        if line == 1 and column > 1 and self.text.startswith(BOM):
            column -= 1
        return Position(line, column)

    def offset(self, line: int, column: int) -> int:
        """The code-point offset of a line and column (from 1), held within the text."""
        start = self.line_starts[min(line, len(self.line_starts)) - 1]
        if line == 1 and self.text.startswith(BOM):
            start += 1
        return min(start + column - 1, len(self.text))

    def line_span(self, line: int) -> Span:
        """The span of a line (from 1) without its line end and without a byte order mark."""
        start = self.line_starts[line - 1]
        match = _LINE_END.search(self.text, start)
        end = match.start() if match else len(self.text)
        if line == 1 and self.text.startswith(BOM):
            start += 1
        return Span(start, end)
