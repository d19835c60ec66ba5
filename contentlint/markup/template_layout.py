"""Where template syntax stands, and what stands in its place when the body is parsed.

In Markdown that decides what is a block. Statements that show nothing are gone by the time a
generator reads Markdown, so they are cut out of it; a line that holds nothing else but what a
template puts there becomes a comment, which is a block of its own, as that is. A comment goes on
with the HTML around it and neither begins nor ends a paragraph.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from contentlint.core.source import Span
from contentlint.markup.standard import BLOCKS, HEADINGS, TABLE_PARTS
from contentlint.markup.template_blocks import (
    KEPT,
    SILENT,
    Block,
    Uncertain,
    blocks,
    kept_as_text,
    statements,
)
from contentlint.markup.template_syntax import CODE, FILLER, Masked, as_word
from contentlint.markup.template_tags import fillings
from contentlint.site.generator import Generator

_RAW = re.compile(r"\{%[-~+]?\s*+(raw|verbatim)\s*+[-~+]?%\}")
_RAW_END = re.compile(r"\{%[-~+]?\s*+end(?:raw|verbatim)\s*+[-~+]?%\}")
_SHORTCODE = re.compile(r"\{\{<\s*+(?P<end>/?)\s*+(?P<name>[\w./-]++)")
_CODE_BLOCK = re.compile(rf"(?:\{{%[-~+]?|\{{\{{[<%])\s*+(?:{CODE})\b")
_COMMENT = re.compile(r"\{#|\{%[-~+]?\s*+comment\b")
_LINE_END = re.compile(r"[\r\n]")
# What begins a block of raw HTML in a paragraph as well, and what does only at its beginning
# (CommonMark 4.6).
_OTHER_BLOCKS = frozenset(
    "p table li dd dt form hr iframe legend link optgroup option param noframes frame frameset "
    "base basefont body head html title source track script pre style textarea".split()
)
_BLOCK_NAMES = "|".join(sorted(BLOCKS | HEADINGS | TABLE_PARTS | _OTHER_BLOCKS))
_HTML_BLOCK = re.compile(rf"<(?:[!?]|/?(?i:{_BLOCK_NAMES})(?=[\s/>]|\Z))")
_LONE_TAG = re.compile(r"</?[A-Za-z][^<>]*+>\s*+\Z")
_OPEN_TAG = re.compile(rf"</?[A-Za-z{FILLER}][^<>]*\Z")
# Behind these a tag would begin, or end, that does not stand in the file.
_JOINS = frozenset("<&\\/!")
_SHORTEST_COMMENT = 7
# What a mask is to the Markdown around it: nothing, a block where it stands alone, or a word.
Kind = Literal["silent", "shown", "block", "word"]


class Layout:
    """Decides for one body what its masks are.

    Args:
        text: the file's text.
        masked: the same, its template syntax masked by words.
        body: the range of the body.
        generator: what builds the site.
        is_html: whether the body is HTML.
    """

    def __init__(
        self, text: str, masked: str, body: Span, generator: Generator, *, is_html: bool
    ) -> None:
        self.text = text
        self.filled = masked
        self.body = body
        self.generator = generator
        self.is_html = is_html

    def masked(self, own: list[Span], foreign: list[Span]) -> Masked:
        """The text as it is parsed.

        Args:
            own: template syntax, in order.
            foreign: what would be such to another generator.
        """
        own, literal = self._split_raw(own)
        own = self._without_odd_branches(own)
        weak = {*foreign, *literal}
        every = sorted((*own, *weak))
        in_tags = dict(fillings(self.filled, self.text, every, is_html=self.is_html))
        self._fill((span, self.text[span.start : span.end]) for span in weak - in_tags.keys())
        self._fill(in_tags.items())
        outside = [span for span in own if span not in in_tags]
        found = statements(self.text, outside)
        all_blocks = blocks(found)
        opaque = self._opaque(all_blocks)
        if opaque:
            outside = [*_outside_of(outside, opaque), *opaque]
            outside.sort()
            all_blocks = [b for b in all_blocks if not _is_in(b.start, opaque)]
            self._fill((span, as_word(self.text[span.start : span.end])) for span in opaque)
        decide = any(b.is_condition or b.name in KEPT for b in all_blocks)
        dropped: list[Span] = []
        agreeing: frozenset[int] = frozenset()
        if decide and "<" in self.filled:
            uncertain = Uncertain(self.filled, self.body, all_blocks)
            dropped, agreeing = uncertain.spans, uncertain.agreeing
            self._fill((span, _blank(self.text[span.start : span.end])) for span in dropped)
        kinds = self._kinds(outside, opaque, all_blocks)
        kinds.update(dict.fromkeys(dropped, "silent"))
        cuts = () if self.is_html else tuple(self._cuts(kinds))
        everywhere = blocks(statements(self.text, sorted((*outside, *(in_tags.keys() & set(own))))))
        branches = {branch for b in everywhere if b.is_condition for branch in b.branches}
        masks = tuple(sorted({*outside, *in_tags, *dropped}))
        return Masked(self.filled, masks, cuts, tuple(sorted(branches, key=_outer_first)), agreeing)

    def _fill(self, pieces: Iterable[tuple[Span, str]]) -> None:
        """Put texts of the same length in the place of ranges."""
        parts: list[str] = []
        place = 0
        for span, filled in sorted(pieces):
            if span.start >= place:
                parts += (self.filled[place : span.start], filled)
                place = span.end
        if parts:
            self.filled = "".join(parts) + self.filled[place:]

    def _split_raw(self, own: list[Span]) -> tuple[list[Span], list[Span]]:
        """Template syntax, and what a `raw` block shows as it is."""
        inside: list[Span] = []
        place = self.body.start
        while begins := _RAW.search(self.text, place):
            ends = _RAW_END.search(self.text, begins.end())
            if ends is None:
                break
            place = ends.end()
            inside.append(Span(begins.end(), ends.start()))
        if not inside:
            return own, []
        literal = [
            span
            for span in own
            if _is_in(span, inside) and not self.text.startswith("{#", span.start)
        ]
        return sorted(set(own).difference(literal)), literal

    def _without_odd_branches(self, own: list[Span]) -> list[Span]:
        """Masks, where branches in a tag close its quotes, for all branches but the first one."""
        odd = [
            Span(block.branches[0].end, block.end.end)
            for block in blocks(statements(self.text, own))
            if len(block.branches) > 1
            and any(self.filled.count('"', *branch) % 2 for branch in block.branches)
            and self._is_in_tag(block.start.start)
        ]
        if not odd:
            return own
        self._fill((span, as_word(self.text[span.start : span.end])) for span in odd)
        return sorted([*_outside_of(own, odd), *odd])

    def _is_in_tag(self, offset: int) -> bool:
        return _OPEN_TAG.search(self.filled, max(offset - 500, 0), offset) is not None

    def _opaque(self, found: Sequence[Block]) -> list[Span]:
        """Blocks whose content is not shown where it stands as what it is."""
        opaque = list(kept_as_text(self.text, found))
        shown = self.generator.blocks_of_markup
        if shown is not None:
            opaque += [block for block in found if block.name not in shown | SILENT]
        return _outermost(opaque)

    def _kinds(
        self, masks: Sequence[Span], opaque: Sequence[Span], found: Sequence[Block]
    ) -> dict[Span, Kind]:
        """What each mask is to the Markdown around it, in order."""
        whole = set(opaque)
        ends = {place for block in found for place in (block.start, block.end)}
        names = {s.span: s.name for s in statements(self.text, masks)}
        shortcodes = {span: _SHORTCODE.match(self.text, *span) for span in masks}
        paired = {match["name"] for match in shortcodes.values() if match and match["end"]}
        kinds: dict[Span, Kind] = {}
        for span in masks:
            shortcode, name = shortcodes[span], names.get(span)
            if _COMMENT.match(self.text, *span) or span in ends or name in SILENT or name == "end":
                kinds[span] = "silent"
            elif span in whole or _CODE_BLOCK.match(self.text, *span):
                kinds[span] = "block"
            elif shortcode is not None:
                kinds[span] = "silent" if shortcode["name"] in paired else "word"
            else:
                is_plugin = self.generator.blocks_of_markup is not None and name is not None
                kinds[span] = "block" if is_plugin else "shown"
        return kinds

    # --- Markdown

    def _cuts(self, kinds: dict[Span, Kind]) -> Iterator[Span]:
        """What is taken out of the Markdown; comments take the place of what stands alone."""
        comments: list[tuple[Span, str]] = []
        in_html = in_paragraph = False
        for line, masks in self._lines(sorted(kinds)):
            rest = self._between(line, masks)
            if not rest.strip():
                if not masks:
                    in_html = in_paragraph = False
                    continue
                alone = {kinds[span] for span in masks}
                is_silent = alone == {"silent"}
                goes_on = in_html or in_paragraph
                is_word = "word" in alone or (goes_on and not is_silent and "block" not in alone)
                needs_comment = not is_word and (in_html or not is_silent)
                yield from self._lone(masks, kinds, comments if needs_comment else None)
                in_paragraph = is_word and not in_html
                continue
            yield from (s for s in masks if kinds[s] == "silent" and self._may_join(s))
            in_html = in_html or self._begins_html(line, masks, kinds, in_paragraph)
            in_paragraph = not in_html
        self._fill(comments)

    def _lone(
        self,
        masks: Sequence[Span],
        kinds: dict[Span, Kind],
        comments: list[tuple[Span, str]] | None,
    ) -> Iterator[Span]:
        """What is taken out of a line of masks alone.

        Args:
            masks: those of the line.
            kinds: what they are.
            comments: where the comments are noted that take their place: of all that show
                something, or of the first where none does; None: none is needed.
        """
        is_silent = all(kinds[span] == "silent" for span in masks)
        for number, span in enumerate(masks):
            is_kept = number == 0 if is_silent else kinds[span] != "silent"
            if comments is not None and is_kept:
                yield from self._as_comment(span, comments)
            elif kinds[span] == "silent":
                yield span

    def _lines(self, masks: Sequence[Span]) -> Iterator[tuple[Span, list[Span]]]:
        """The lines of the body, one for all that a mask spans, each with its masks."""
        place, index = self.body.start, 0
        while place < self.body.end:
            end, inside = place, []
            while True:
                line_end = _LINE_END.search(self.filled, end)
                end = self.body.end if line_end is None else line_end.start()
                while index < len(masks) and masks[index].start < end:
                    inside.append(masks[index])
                    index += 1
                if not inside or inside[-1].end <= end:
                    break
                end = inside[-1].end
            yield Span(place, end), inside
            place = end + (2 if self.filled.startswith("\r\n", end) else 1)

    def _between(self, line: Span, masks: Sequence[Span]) -> str:
        """What stands in a line beside its masks."""
        parts, place = [], line.start
        for span in masks:
            parts.append(self.filled[place : span.start])
            place = span.end
        return "".join(parts) + self.filled[place : line.end]

    def _begins_html(
        self, line: Span, masks: Sequence[Span], kinds: dict[Span, Kind], in_paragraph: bool
    ) -> bool:
        place = line.start
        for span in masks:
            if self.filled[place : span.start].strip() or kinds[span] != "silent":
                break
            place = span.end
        written = self.filled[place : line.end].lstrip()
        if _HTML_BLOCK.match(written):
            return True
        return not in_paragraph and _LONE_TAG.match(written) is not None

    def _may_join(self, span: Span) -> bool:
        return self.filled[span.start - 1 : span.start] not in _JOINS

    def _as_comment(self, span: Span, comments: list[tuple[Span, str]]) -> Iterator[Span]:
        size = span.end - span.start
        if size < _SHORTEST_COMMENT:
            return
        written = self.filled[span.start + 4 : span.end - 3]
        comments.append((span, f"<!--{FILLER * len(written)}-->"))
        if _LINE_END.search(written):
            yield Span(span.start + 4, span.end - 3)


def _is_in(span: Span, ranges: Sequence[Span]) -> bool:
    """Whether it lies in one of some ranges, which are in order and do not overlap."""
    place = bisect_right(ranges, span.start, key=lambda outer: outer.start) - 1
    return place >= 0 and span.end <= ranges[place].end


def _outermost(found: Iterable[Block]) -> list[Span]:
    """Where blocks stand, those in others left out."""
    spans: list[Span] = []
    for block in sorted(found, key=lambda block: block.start):
        if not spans or block.start.start >= spans[-1].end:
            spans.append(Span(block.start.start, block.end.end))
    return spans


def _outer_first(span: Span) -> tuple[int, int]:
    return span.start, -span.end


def _outside_of(spans: Iterable[Span], ranges: Sequence[Span]) -> list[Span]:
    return [span for span in spans if not _is_in(span, ranges)]


def _blank(text: str) -> str:
    return re.sub(r"[^\r\n]", " ", text)
