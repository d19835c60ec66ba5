"""What is known of an article while it is read."""

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from contentlint.core.source import Span
from contentlint.core.tuples import NamedTuple
from contentlint.markup.mdx.expressions import Budget, Exhausted, Region
from contentlint.markup.mdx.fault import Fault
from contentlint.markup.mdx.javascript.reader import Text
from contentlint.markup.mdx.tags import Tag

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock

ESCAPED_PIPE: Final = "#"
"""Stands for `\\|` in a cell of a table: the compiler reads the backslash in expressions and tags.

Like the backslash, it is not valid there except in a string."""

MOST_FAULTS: Final = 10_000
"""After how many faults reading ends."""


class Flow(NamedTuple):
    """Tags and expressions on lines of their own.

    Args:
        end: the offset after the last.
        tags: the tags.
        fills_lines: whether nothing else is on the lines; otherwise all of it is text.
    """

    end: int
    tags: list[Tag]
    fills_lines: bool = True


class Quote(NamedTuple):
    """The text of a block quote, whose markers are replaced by spaces.

    Args:
        first: the number of its first line, from 0.
        starts: the offset at which each of its lines begins after the markers.
        source: the text, with the offsets of the whole text.
    """

    first: int
    starts: list[int]
    source: Text


@dataclass(slots=True)
class Chunk:
    """The content of a paragraph, heading or cell.

    Args:
        region: its text.
        starts: the offsets at which its lines begin.
        places: where those lines begin in the article.
        texts: the offsets of `<` and `{` that are text, for they are at fault.
    """

    region: Region
    starts: list[int]
    places: list[int]
    texts: set[int] = field(default_factory=set)

    def place(self, offset: int) -> int:
        """The offset in the article."""
        line = bisect_right(self.starts, offset) - 1
        return self.places[line] + offset - self.starts[line]

    def span(self, span: Span) -> Span:
        """The range in the article."""
        return Span(self.place(span.start), self.place(span.end))


class Article:
    """An article while it is read.

    Args:
        text: its text, with a line feed at the end of every line.
        takes_comments: whether HTML comments are allowed.
    """

    def __init__(self, text: str, *, takes_comments: bool) -> None:
        self.text = text
        self.takes_comments = takes_comments
        self.source = Text(text)
        self.budget = Budget.of(text)
        self.line_starts = [0]
        start = text.find("\n")
        while start >= 0:
            self.line_starts.append(start + 1)
            start = text.find("\n", start + 1)
        self.faults: dict[int, Fault] = {}
        # The offsets of `<` and `{` that are text, for they are at fault.
        self.texts: set[int] = set()
        self.flows: dict[tuple[int, int, int], Flow | None] = {}
        self.imported: frozenset[str] = frozenset()
        self.chunk: Chunk | None = None
        self._limits: dict[tuple[int, int, int], tuple[int, int]] = {}
        self._quotes: dict[int, Quote] = {}
        # Where the last cell or label of a line ends.
        self._cursors: dict[int, int] = {}

    def add(self, fault: Fault) -> None:
        """Take note of a fault, once for each place.

        Raises:
            Exhausted: there are so many that nobody reads on.
        """
        self.faults.setdefault(fault.span.start, fault)
        if len(self.faults) >= MOST_FAULTS:
            raise Exhausted

    def line(self, offset: int) -> int:
        """The number of the line of an offset, from 0."""
        return bisect_right(self.line_starts, offset) - 1

    def line_end(self, line: int) -> int:
        """The offset of the end of a line, without its line feed."""
        if line + 1 < len(self.line_starts):
            return self.line_starts[line + 1] - 1
        return len(self.text)

    def region(self, state: "StateBlock", line: int) -> tuple[Region, int]:
        """What a tag at a line may extend to, and the line at which that ends.

        Args:
            state: the state of the block parser.
            line: the number of the line, from 0.
        """
        is_quoted = state.bMarks[line] != self.line_starts[line]
        limit = state.lineMax
        if is_quoted or state.blkIndent or self._is_lazy(state, limit - 1):
            limit = self._limit(state, line)
        source = self._quote(state, line).source if is_quoted else self.source
        return Region(source, self.line_end(limit - 1), self.budget), limit

    @staticmethod
    def _is_lazy(state: "StateBlock", line: int) -> bool:
        return state.sCount[line] < state.blkIndent

    def _limit(self, state: "StateBlock", line: int) -> int:
        """The first line after this one that lacks the indentation or marker of its block."""
        key = (state.lineMax, state.blkIndent, state.level)
        known = self._limits.get(key)
        if known is not None and known[0] <= line < known[1]:
            return known[1]
        limit = line + 1
        while limit < state.lineMax and (not self._is_lazy(state, limit) or state.isEmpty(limit)):
            limit += 1
        self._limits[key] = (line, limit)
        return limit

    def _quote(self, state: "StateBlock", line: int) -> Quote:
        """The text of the block quote around a line, with offsets of the whole text."""
        known = self._quotes.get(state.lineMax)
        if (
            known is not None
            and known.first <= line
            and known.starts[line - known.first] == state.bMarks[line]
            and known.starts[-1] == state.bMarks[state.lineMax - 1]
        ):
            return known
        starts = state.bMarks[line : state.lineMax]
        pieces = [" " * self.line_starts[line]]
        for number, start in enumerate(starts, line):
            begin, end = self.line_starts[number], self.line_end(number)
            pieces += (" " * (start - begin), self.text[start:end], "\n")
        quote = Quote(line, starts, Text("".join(pieces)))
        self._quotes[state.lineMax] = quote
        self.budget.spend(len(quote.source.text))
        return quote

    def open_chunk(self, content: str, first: int, *, is_paragraph: bool) -> Chunk:
        """Begin to read the content of a block.

        Args:
            content: the content, as the block parser made it.
            first: the number of its first line, from 0.
            is_paragraph: whether each line of it ends with a line of the article.
        """
        starts, places, offset = [], [], 0
        for number, line in enumerate(content.split("\n"), first):
            starts.append(offset)
            offset += len(line) + 1
            places.append(self._place(line.rstrip(), number, is_paragraph=is_paragraph))
        region = Region(Text(content), len(content), self.budget)
        self.chunk = Chunk(region, starts, places)
        return self.chunk

    def _place(self, content: str, number: int, *, is_paragraph: bool) -> int:
        begin, end = self.line_starts[number], self.line_end(number)
        line = self.text[begin:end].rstrip()
        if is_paragraph and line.endswith(content):
            return begin + len(line) - len(content)
        cursor = self._cursors.get(number, 0)
        found = line.find(content, cursor)
        if found < 0 and ESCAPED_PIPE in content:
            found = line.find(content.partition(ESCAPED_PIPE)[0] or "\\|", cursor)
        if found < 0:
            return begin
        self._cursors[number] = found + len(content)
        return begin + found
