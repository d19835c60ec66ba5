"""The replacement of template syntax in the body before parsing.

In Markdown the replacement determines the blocks. A generator removes statements without output
before it parses Markdown, so they are cut. A line with only template output becomes a comment,
which is a separate block like that output. A comment continues the HTML around it and neither
starts nor ends a paragraph.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from contentlint.core.patterns import lazy
from contentlint.core.source import Span
from contentlint.markup.standard import BLOCKS, HEADINGS, TABLE_PARTS
from contentlint.markup.template_blocks import (
    CAPTURING,
    SILENT,
    Block,
    Uncertain,
    blocks,
    statements,
    text_captures,
)
from contentlint.markup.template_syntax import CODE, FILLER, Masked, as_word
from contentlint.markup.template_tags import fillings
from contentlint.site.generator import Generator

_RAW = lazy(r"\{%[-~+]?\s*+(raw|verbatim)\s*+[-~+]?%\}")
_RAW_END = lazy(r"\{%[-~+]?\s*+end(?:raw|verbatim)\s*+[-~+]?%\}")
_SHORTCODE = lazy(r"\{\{<\s*+(?P<end>/?)\s*+(?P<name>[\w./-]++)")
_CODE_BLOCK = lazy(rf"(?:\{{%[-~+]?|\{{\{{[<%])\s*+(?:{CODE})\b")
_COMMENT = lazy(r"\{#|\{%[-~+]?\s*+comment\b")
_LINE_END = lazy(r"[\r\n]")
# Start conditions of a raw HTML block that may interrupt a paragraph, and of one that may not
# (CommonMark 4.6).
_OTHER_BLOCKS = frozenset(
    "p table li dd dt form hr iframe legend link optgroup option param noframes frame frameset "
    "base basefont body head html title source track script pre style textarea".split()
)
_BLOCK_NAMES = "|".join(sorted(BLOCKS | HEADINGS | TABLE_PARTS | _OTHER_BLOCKS))
_HTML_BLOCK = lazy(rf"<(?:[!?]|/?(?i:{_BLOCK_NAMES})(?=[\s/>]|\Z))")
_LONE_TAG = lazy(r"</?[A-Za-z][^<>]*+>\s*+\Z")
_OPEN_TAG = lazy(rf"</?[A-Za-z{FILLER}][^<>]*\Z")
# After these, a cut could create a tag that is not in the file.
_JOINING_CHARACTERS = frozenset("<&\\/!")
_MIN_COMMENT_LENGTH = 7
# The role of a mask in Markdown: nothing, a block if it is alone on a line, or a word.
Kind = Literal["silent", "shown", "block", "word"]


class Layout:
    """The roles and replacements of the masks of one body.

    Args:
        text: the file's text.
        masked: the same text with template syntax replaced by words.
        body: the range of the body.
        generator: the generator of the site.
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
        """The masked text to parse.

        Args:
            own: the template syntax of the generator, in order.
            foreign: the template syntax of other generators.
        """
        own, literal = self._split_raw(own)
        own = self._merge_quote_branches(own)
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
            outside = [*_outside(outside, opaque), *opaque]
            outside.sort()
            all_blocks = [b for b in all_blocks if not _is_in(b.start, opaque)]
            self._fill((span, as_word(self.text[span.start : span.end])) for span in opaque)
        decide = any(b.is_condition or b.name in CAPTURING for b in all_blocks)
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
        """Replace ranges with texts of the same length."""
        parts: list[str] = []
        place = 0
        for span, filled in sorted(pieces):
            if span.start >= place:
                parts += (self.filled[place : span.start], filled)
                place = span.end
        if parts:
            self.filled = "".join(parts) + self.filled[place:]

    def _split_raw(self, own: list[Span]) -> tuple[list[Span], list[Span]]:
        """Split template syntax from the content of `raw` blocks, which is output verbatim."""
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

    def _merge_quote_branches(self, own: list[Span]) -> list[Span]:
        """Mask all but the first branch if branches in a tag contain unbalanced quotes."""
        unbalanced = [
            Span(block.branches[0].end, block.end.end)
            for block in blocks(statements(self.text, own))
            if len(block.branches) > 1
            and any(self.filled.count('"', *branch) % 2 for branch in block.branches)
            and self._is_in_tag(block.start.start)
        ]
        if not unbalanced:
            return own
        self._fill((span, as_word(self.text[span.start : span.end])) for span in unbalanced)
        return sorted([*_outside(own, unbalanced), *unbalanced])

    def _is_in_tag(self, offset: int) -> bool:
        return _OPEN_TAG.search(self.filled, max(offset - 500, 0), offset) is not None

    def _opaque(self, found: Sequence[Block]) -> list[Span]:
        """The blocks whose content is not output as markup at their position."""
        opaque = list(text_captures(self.text, found))
        shown = self.generator.blocks_of_markup
        if shown is not None:
            opaque += [block for block in found if block.name not in shown | SILENT]
        return _outermost(opaque)

    def _kinds(
        self, masks: Sequence[Span], opaque: Sequence[Span], found: Sequence[Block]
    ) -> dict[Span, Kind]:
        """The role of each mask in the Markdown, in order."""
        opaque_spans = set(opaque)
        ends = {place for block in found for place in (block.start, block.end)}
        names = {s.span: s.name for s in statements(self.text, masks)}
        shortcodes = {span: _SHORTCODE.match(self.text, *span) for span in masks}
        paired = {match["name"] for match in shortcodes.values() if match and match["end"]}
        kinds: dict[Span, Kind] = {}
        for span in masks:
            shortcode, name = shortcodes[span], names.get(span)
            if _COMMENT.match(self.text, *span) or span in ends or name in SILENT or name == "end":
                kinds[span] = "silent"
            elif span in opaque_spans or _CODE_BLOCK.match(self.text, *span):
                kinds[span] = "block"
            elif shortcode is not None:
                kinds[span] = "silent" if shortcode["name"] in paired else "word"
            else:
                is_plugin = self.generator.blocks_of_markup is not None and name is not None
                kinds[span] = "block" if is_plugin else "shown"
        return kinds

    # --- Markdown

    def _cuts(self, kinds: dict[Span, Kind]) -> Iterator[Span]:
        """The ranges to cut from the Markdown; masks alone on a line become comments."""
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
                yield from self._cut_masked_line(masks, kinds, comments if needs_comment else None)
                in_paragraph = is_word and not in_html
                continue
            yield from (s for s in masks if kinds[s] == "silent" and self._may_join(s))
            in_html = in_html or self._begins_html(line, masks, kinds, in_paragraph)
            in_paragraph = not in_html
        self._fill(comments)

    def _cut_masked_line(
        self,
        masks: Sequence[Span],
        kinds: dict[Span, Kind],
        comments: list[tuple[Span, str]] | None,
    ) -> Iterator[Span]:
        """The ranges to cut from a line that contains only masks.

        Args:
            masks: the masks of the line.
            kinds: their roles.
            comments: receives the comments that replace the masks with output, or the first mask if
                there is no output; None: no comment is needed.
        """
        is_silent = all(kinds[span] == "silent" for span in masks)
        for number, span in enumerate(masks):
            is_kept = number == 0 if is_silent else kinds[span] != "silent"
            if comments is not None and is_kept:
                yield from self._as_comment(span, comments)
            elif kinds[span] == "silent":
                yield span

    def _lines(self, masks: Sequence[Span]) -> Iterator[tuple[Span, list[Span]]]:
        """The lines with masks, and those before them up to a blank line, with their masks.

        Lines joined by a mask count as one.
        """
        place, index = self.body.start, 0
        while index < len(masks) and place < self.body.end:
            # What is above a blank line has no effect below it.
            blank = self.filled.rfind("\n\n", place, masks[index].start)
            if blank >= 0:
                place = blank + 1
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
        """The text of a line without its masks."""
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
        return self.filled[span.start - 1 : span.start] not in _JOINING_CHARACTERS

    def _as_comment(self, span: Span, comments: list[tuple[Span, str]]) -> Iterator[Span]:
        size = span.end - span.start
        if size < _MIN_COMMENT_LENGTH:
            return
        written = self.filled[span.start + 4 : span.end - 3]
        comments.append((span, f"<!--{FILLER * len(written)}-->"))
        if _LINE_END.search(written):
            yield Span(span.start + 4, span.end - 3)


def _is_in(span: Span, ranges: Sequence[Span]) -> bool:
    """Whether a span is inside one of the ranges, which are sorted and do not overlap."""
    place = bisect_right(ranges, span.start, key=lambda outer: outer.start) - 1
    return place >= 0 and span.end <= ranges[place].end


def _outermost(found: Iterable[Block]) -> list[Span]:
    """The spans of blocks, excluding nested ones."""
    spans: list[Span] = []
    for block in sorted(found, key=lambda block: block.start):
        if not spans or block.start.start >= spans[-1].end:
            spans.append(Span(block.start.start, block.end.end))
    return spans


def _outer_first(span: Span) -> tuple[int, int]:
    return span.start, -span.end


def _outside(spans: Iterable[Span], ranges: Sequence[Span]) -> list[Span]:
    return [span for span in spans if not _is_in(span, ranges)]


def _blank(text: str) -> str:
    return re.sub(r"[^\r\n]", " ", text)
