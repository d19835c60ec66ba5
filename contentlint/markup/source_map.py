"""From places in generated HTML back to places in the file that it was generated from."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from contentlint.source import Span


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


class SourceMap:
    """Pieces of generated text in order, each with its origin; all offsets are code points."""

    def __init__(self, segments: list[Segment]) -> None:
        self._segments = segments
        self._starts = [segment.start for segment in segments]

    @classmethod
    def shift(cls, source_start: int, length: int) -> "SourceMap":
        """The map of a text that is a slice of the file."""
        return cls([Segment(0, Span(source_start, source_start + length), verbatim=True)])

    def segment(self, offset: int) -> Segment:
        """The piece that holds an offset of the generated text."""
        return self._segments[max(bisect_right(self._starts, offset) - 1, 0)]

    def is_verbatim(self, offset: int) -> bool:
        """Whether the author wrote the character at this offset of the generated text."""
        return self.segment(offset).verbatim

    def offset(self, offset: int) -> int:
        """The place in the file of an offset of the generated text."""
        segment = self.segment(offset)
        if not segment.verbatim:
            return segment.source.start
        return min(segment.source.start + offset - segment.start, segment.source.end)

    def span(self, span: Span) -> Span:
        """The range of the file that a range of the generated text comes from."""
        if span.start == span.end:
            place = self.offset(span.start)
            return Span(place, place)
        start, last = self.segment(span.start), self.segment(span.end - 1)
        end = last.source.end
        if last.verbatim:
            end = min(last.source.start + span.end - last.start, last.source.end)
        first = self.offset(span.start) if start.verbatim else start.source.start
        return Span(first, max(first, end))

    def verbatim_parts(self, span: Span) -> Iterator[Span]:
        """The pieces of a range that the author wrote, as ranges of the generated text."""
        place = span.start
        index = max(bisect_right(self._starts, place) - 1, 0)
        while place < span.end and index < len(self._segments):
            following = index + 1
            end = self._starts[following] if following < len(self._segments) else span.end
            end = min(end, span.end)
            if end > place and self._segments[index].verbatim:
                yield Span(place, end)
            place, index = end, following
