"""From places in generated HTML back to places in the file that it was generated from."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final, NamedTuple

from contentlint.core.source import Span

# Kinds of pieces. The first stands for a construct, at UTF-8 bytes of the body; the places of all
# others are code points of the file.
GENERATED: Final = 0
ESCAPED: Final = 1
VERBATIM: Final = 2
IN_HTML_BLOCK: Final = 3

Piece = tuple[int, int, int, int]
"""A piece of generated text: its offset, where it comes from (start and end), and its kind."""


class Segment(NamedTuple):
    """A piece of generated text and where it comes from.

    Args:
        start: its offset in the generated text.
        source: the range of the file; of the same length where the piece is verbatim.
        verbatim: whether it is the author's text, character by character.
        in_html_block: whether it is a part of a block of raw HTML in Markdown.
    """

    start: int
    source: Span
    verbatim: bool
    in_html_block: bool = False


class ByteOffsets:
    """Code points of a file for the UTF-8 byte offsets of a part of it.

    Args:
        text: the part.
        base: where it begins, as a code point.
    """

    _STEP = 128

    def __init__(self, text: str, base: int) -> None:
        self._text = text
        self._base = base
        self._is_ascii = text.isascii()
        self._data = b"" if self._is_ascii else text.encode("utf-8", "surrogatepass")
        # The last pair that was asked for: most questions go on from there.
        self._byte, self._char = 0, base

    def __getitem__(self, byte: int) -> int:
        if self._is_ascii:
            return self._base + byte
        if byte < self._byte:
            return self._counted(byte)
        if byte > self._byte:
            between = self._data[self._byte : byte]
            self._char += len(between.decode("utf-8", "surrogatepass"))
            self._byte = byte
        return self._char

    def restart(self) -> None:
        """Get ready to be asked for offsets from the beginning on, in order."""
        self._byte, self._char = 0, self._base

    def remember(self, byte: int, char: int) -> None:
        """Take note of a pair that is known from elsewhere."""
        self._byte, self._char = byte, char

    def _counted(self, byte: int) -> int:
        step = bisect_right(self._steps, byte) - 1
        rest = self._data[self._steps[step] : byte]
        return self._base + step * self._STEP + len(rest.decode("utf-8", "surrogatepass"))

    @cached_property
    def _steps(self) -> list[int]:
        """The byte at which every 128th code point begins."""
        steps, place = [], 0
        for start in range(0, len(self._text), self._STEP):
            steps.append(place)
            step = self._text[start : start + self._STEP]
            place += len(step.encode("utf-8", "surrogatepass"))
        return steps


class SourceMap:
    """Pieces of generated text in order, each with its origin; all offsets are code points.

    Args:
        pieces: in order; the first one begins at 0.
        offsets: what makes code points of the bytes of those that are generated.
        cuts: what was taken out of the file before that; other pieces have it already.
    """

    def __init__(
        self, pieces: list[Piece], offsets: ByteOffsets, cuts: "Cuts | None" = None
    ) -> None:
        self.pieces = pieces
        self.offsets = offsets
        self._cuts = cuts

    @classmethod
    def shift(cls, source_start: int, length: int) -> "SourceMap":
        """The map of a text that is a slice of the file."""
        piece = (0, source_start, source_start + length, VERBATIM)
        return cls([piece], ByteOffsets("", 0))

    @cached_property
    def _starts(self) -> list[int]:
        return [piece[0] for piece in self.pieces]

    @property
    def is_identity(self) -> bool:
        """Whether the text is one verbatim piece."""
        return len(self.pieces) == 1 and self.pieces[0][3] >= VERBATIM

    def restart(self) -> None:
        """Get ready to be asked for places from the beginning on, which is faster in order."""
        self.offsets.restart()

    def _piece(self, offset: int) -> Piece:
        return self.pieces[max(bisect_right(self._starts, offset) - 1, 0)]

    def segment(self, offset: int) -> Segment:
        """The piece that holds an offset of the generated text."""
        start, first, last, kind = self._piece(offset)
        source = self._source(first, last, kind)
        return Segment(start, source, kind >= VERBATIM, kind == IN_HTML_BLOCK)

    def _source(self, first: int, last: int, kind: int) -> Span:
        if kind == GENERATED:
            span = Span(self.offsets[first], self.offsets[last])
            return span if self._cuts is None else self._cuts.span(span)
        return Span(first, last)

    def is_verbatim(self, offset: int) -> bool:
        """Whether the author wrote the character at this offset of the generated text."""
        return self._piece(offset)[3] >= VERBATIM

    def offset(self, offset: int) -> int:
        """The place in the file of an offset of the generated text."""
        start, first, last, kind = self._piece(offset)
        if kind >= VERBATIM:
            return min(first + offset - start, last)
        return self._source(first, last, kind).start

    def span(self, span: Span) -> Span:
        """The range of the file that a range of the generated text comes from."""
        first = self.offset(span.start)
        if span.start == span.end:
            return Span(first, first)
        start, source_start, source_end, kind = self._piece(span.end - 1)
        if kind >= VERBATIM:
            end = min(source_start + span.end - start, source_end)
        else:
            end = self._source(source_start, source_end, kind).end
        return Span(first, max(first, end))

    def verbatim_parts(self, span: Span) -> Iterator[Span]:
        """The pieces of a range that the author wrote, as ranges of the generated text."""
        place = span.start
        index = max(bisect_right(self._starts, place) - 1, 0)
        while place < span.end and index < len(self.pieces):
            following = index + 1
            end = self._starts[following] if following < len(self.pieces) else span.end
            end = min(end, span.end)
            if end > place and self.pieces[index][3] >= VERBATIM:
                yield Span(place, end)
            place, index = end, following

    def has_verbatim(self, text: str, part: str) -> bool:
        """Whether the author wrote some text.

        Args:
            text: the generated text.
            part: one character.
        """
        place = text.find(part)
        if place < 0:
            return False
        if self.is_identity:
            return True
        ends = [*self._starts[1:], len(text)]
        return any(
            kind >= VERBATIM and text.find(part, start, end) >= 0
            for (start, _, _, kind), end in zip(self.pieces, ends, strict=True)
        )


class Cuts:
    """Ranges of a text that are taken out of it, and the way back from what is left.

    Args:
        ranges: in order; they do not overlap.
    """

    def __init__(self, ranges: Sequence[Span]) -> None:
        self.ranges = ranges
        # Where each one was, in what is left, and how much was taken out up to it.
        self._places: list[int] = []
        self._taken: list[int] = [0]
        for cut in ranges:
            self._places.append(cut.start - self._taken[-1])
            self._taken.append(self._taken[-1] + cut.end - cut.start)

    def applied(self, text: str) -> str:
        """What is left of a text."""
        parts, place = [], 0
        for cut in self.ranges:
            parts.append(text[place : cut.start])
            place = cut.end
        return "".join(parts) + text[place:]

    def span(self, span: Span) -> Span:
        """The range of the text of a range of what is left, without cuts at its borders."""
        start = span.start + self._taken[bisect_right(self._places, span.start)]
        if span.start == span.end:
            return Span(start, start)
        return Span(start, span.end + self._taken[bisect_left(self._places, span.end)])

    def restored(self, source_map: SourceMap) -> SourceMap:
        """A map that leads to what is left as one that leads to the text."""
        return SourceMap(list(self._restored(source_map.pieces)), source_map.offsets, self)

    def _restored(self, pieces: list[Piece]) -> Iterator[Piece]:
        for piece in pieces:
            place, start, end, kind = piece
            if kind == GENERATED:
                yield piece
                continue
            index = bisect_right(self._places, start)
            while index < len(self._places) and self._places[index] < end:
                middle, taken = self._places[index], self._taken[index]
                yield place, start + taken, middle + taken, kind
                place, start = place + middle - start, middle
                index = bisect_right(self._places, start)
            yield place, start + self._taken[index], end + self._taken[index], kind
