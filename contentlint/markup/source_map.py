"""Maps offsets in generated HTML back to offsets in the source file."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from contentlint.core.properties import cached_property
from contentlint.core.source import Span
from contentlint.core.tuples import NamedTuple

# Kinds of pieces. The first represents a construct, at UTF-8 byte offsets in the body; all others
# have code-point offsets in the file.
GENERATED: Final = 0
ESCAPED: Final = 1
VERBATIM: Final = 2
IN_HTML_BLOCK: Final = 3

Piece = tuple[int, int, int, int]
"""A piece of generated text: its offset, the start and end of its source, and its kind."""


class Segment(NamedTuple):
    """A piece of generated text with its source.

    Args:
        start: its offset in the generated text.
        source: the range of the file; of the same length if the piece is verbatim.
        verbatim: whether it is the author's unchanged text.
        in_html_block: whether it is part of a raw HTML block in Markdown.
    """

    start: int
    source: Span
    verbatim: bool
    in_html_block: bool = False


class ByteOffsets:
    """Code-point offsets in a file for UTF-8 byte offsets in a part of it.

    Args:
        text: the part.
        base: the code-point offset at which it starts.

    `is_ascii` says that bytes are code points, so that only `base` must be added. `byte` and `char`
    are a known pair, which may be set.
    """

    _STEP = 128

    def __init__(self, text: str, base: int) -> None:
        self._text = text
        self.base = base
        self.is_ascii = text.isascii()
        # The last known pair, from which most lookups continue.
        self.byte, self.char = 0, base

    def __getitem__(self, byte: int) -> int:
        if self.is_ascii:
            return self.base + byte
        if byte < self.byte:
            if self.byte - byte > self._STEP:
                return self._count_from_step(byte)
            return self.char - len(self._data[byte : self.byte].decode())
        if byte > self.byte:
            between = self._data[self.byte : byte]
            self.char += len(between.decode())
            self.byte = byte
        return self.char

    def restart(self) -> None:
        """Prepare for lookups in order from the beginning."""
        self.byte, self.char = 0, self.base

    def _count_from_step(self, byte: int) -> int:
        step = bisect_right(self._steps, byte) - 1
        rest = self._data[self._steps[step] : byte]
        return self.base + step * self._STEP + len(rest.decode())

    @cached_property
    def _data(self) -> bytes:
        return self._text.encode()

    @cached_property
    def _steps(self) -> list[int]:
        """The byte offset of every 128th code point."""
        steps, place = [], 0
        for start in range(0, len(self._text), self._STEP):
            steps.append(place)
            step = self._text[start : start + self._STEP]
            place += len(step.encode())
        return steps


class SourceMap:
    """Pieces of generated text in order, each with its source; all offsets are code points.

    Args:
        pieces: the pieces in order; the first starts at 0.
        offsets: converts the byte offsets of generated pieces to code points.
        cuts: the ranges removed from the file before; other pieces already include them.
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

    def restart(self) -> None:
        """Prepare for lookups in order from the beginning, which is faster."""
        self.offsets.restart()

    def _piece(self, offset: int) -> Piece:
        return self.pieces[(bisect_right(self._starts, offset) or 1) - 1]

    def segment(self, offset: int) -> Segment:
        """The piece that contains an offset of the generated text."""
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
        # Called for every element and every tag, so `_piece` is repeated here.
        return self.pieces[(bisect_right(self._starts, offset) or 1) - 1][3] >= VERBATIM

    def is_generated(self, offset: int) -> bool:
        """Whether this offset of the generated text is in a piece for Markdown syntax."""
        return self._piece(offset)[3] == GENERATED

    def offset(self, offset: int) -> int:
        """The file offset of an offset of the generated text."""
        start, first, last, kind = self._piece(offset)
        if kind >= VERBATIM:
            return min(first + offset - start, last)
        return self._source(first, last, kind).start

    def span(self, span: Span) -> Span:
        """The source range of a range of the generated text."""
        return self.between(*span)

    def between(self, start: int, end: int) -> Span:
        """The source range of the generated text between two offsets."""
        if start == end:
            first = self.offset(start)
            return Span(first, first)
        place, source_start, source_end, kind = self._piece(end - 1)
        if start >= place:  # most constructs are one piece
            if kind >= VERBATIM:
                first = min(source_start + start - place, source_end)
                return Span(first, max(first, min(source_start + end - place, source_end)))
            if kind == GENERATED and self._cuts is None:
                offsets = self.offsets
                first = offsets[source_start]
                return Span(first, max(first, offsets[source_end]))
            source = self._source(source_start, source_end, kind)
            return Span(source.start, max(source))
        first = self.offset(start)
        if kind >= VERBATIM:
            last = min(source_start + end - place, source_end)
        else:
            last = self._source(source_start, source_end, kind).end
        return Span(first, max(first, last))

    def verbatim_parts(self, span: Span) -> Iterator[Span]:
        """The verbatim parts of a range, as ranges of the generated text."""
        place = span.start
        index = max(bisect_right(self._starts, place) - 1, 0)
        while place < span.end and index < len(self.pieces):
            following = index + 1
            end = self._starts[following] if following < len(self.pieces) else span.end
            end = min(end, span.end)
            if end > place and self.pieces[index][3] >= VERBATIM:
                yield Span(place, end)
            place, index = end, following


class Cuts:
    """Ranges removed from a text, with a mapping back to the original offsets.

    Args:
        ranges: the ranges in order, without overlaps.
    """

    def __init__(self, ranges: Sequence[Span]) -> None:
        self.ranges = ranges
        # The offset of each range in the shortened text, and the length removed up to it.
        self._offsets: list[int] = []
        self._removed: list[int] = [0]
        for cut in ranges:
            self._offsets.append(cut.start - self._removed[-1])
            self._removed.append(self._removed[-1] + cut.end - cut.start)

    def applied(self, text: str) -> str:
        """The text without the ranges."""
        parts, place = [], 0
        for cut in self.ranges:
            parts.append(text[place : cut.start])
            place = cut.end
        return "".join(parts) + text[place:]

    def span(self, span: Span) -> Span:
        """The original range of a range of the shortened text, without cuts at its ends."""
        start = span.start + self._removed[bisect_right(self._offsets, span.start)]
        if span.start == span.end:
            return Span(start, start)
        return Span(start, span.end + self._removed[bisect_left(self._offsets, span.end)])

    def restored(self, source_map: SourceMap) -> SourceMap:
        """Convert a map to the shortened text into a map to the original text."""
        return SourceMap(list(self._restored(source_map.pieces)), source_map.offsets, self)

    def removed_before(self, span: Span) -> int | None:
        """The length removed before a range of the shortened text; None: some is removed in it."""
        index = bisect_right(self._offsets, span[0])
        is_whole = index == len(self._offsets) or self._offsets[index] >= span[1]
        return self._removed[index] if is_whole else None

    def parts(self, span: Span) -> Iterator[tuple[int, Span]]:
        """The parts of a range of the shortened text with no cut inside, as the offset in the range
        and the original range."""
        for place, start, end, _ in self._restored([(0, *span, VERBATIM)]):
            yield place, Span(start, end)

    def _restored(self, pieces: list[Piece]) -> Iterator[Piece]:
        for piece in pieces:
            place, start, end, kind = piece
            if kind == GENERATED:
                yield piece
                continue
            index = bisect_right(self._offsets, start)
            while index < len(self._offsets) and self._offsets[index] < end:
                middle, removed = self._offsets[index], self._removed[index]
                yield place, start + removed, middle + removed, kind
                place, start = place + middle - start, middle
                index = bisect_right(self._offsets, start)
            yield place, start + self._removed[index], end + self._removed[index], kind
