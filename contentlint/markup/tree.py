"""One tree for a body in HTML or Markdown, with a mapping back to the file.

In one module, for everything computed from a body is cached in one object; the computations are in
the other modules of this package.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from itertools import accumulate, chain
from typing import TYPE_CHECKING

from contentlint.core.patterns import lazy
from contentlint.core.properties import cached_property
from contentlint.core.source import Source, Span, may_have_controls
from contentlint.markup import facts, html_library
from contentlint.markup.elements import Element, TextRun
from contentlint.markup.html_blocks import in_order, line_breaks, mask_fences
from contentlint.markup.markdown import Rendered, render
from contentlint.markup.markdown_tags import ATTRIBUTE_MARKERS, ELEMENT_MARKERS
from contentlint.markup.parse_errors import (
    NON_STANDARD,
    QUOTE_ERRORS,
    TAG_ERRORS,
    ParseError,
    locate,
    merge_follow_up_errors,
    question_marks,
)
from contentlint.markup.repairs import construction
from contentlint.markup.repairs.open_elements import Repair
from contentlint.markup.repairs.recovery import (
    OPENS_BLOCK,
    Fault,
    Recovered,
    may_need_recovery,
    open_block,
    recovered,
)
from contentlint.markup.running_text import escaped_outside_blocks, outside, running_text
from contentlint.markup.source_map import SourceMap
from contentlint.markup.standard import FORMATTING, NO_PROSE
from contentlint.markup.template_syntax import Masked
from contentlint.markup.templates import mask
from contentlint.markup.tokens import comments, stretches
from contentlint.site.generator import UNKNOWN, Generator

if TYPE_CHECKING:
    import turbohtml
    from bs4 import BeautifulSoup

# Prepended to the body for parsing, so that the parser is "in body" (13.2.6.4.7).
_PREFIX = "<!DOCTYPE html><body>\n"

_NOT_LINE_END = lazy(r"[^\r\n]")
_LONE_RETURN = lazy(r"\r(?!\n)")
_BLOCK = lazy(r"</?(?:blockquote|li)>")
# Maximum number of unclosed blocks after which Markdown is rendered again.
_MAX_OPEN_BLOCKS = 3
_ATTRIBUTE_NAME = lazy(r"[\s\"'/]([A-Za-z][A-Za-z0-9-]*)\s*=")


# Both quotes of the value are there, so it is clear where the value ends.
_PAIRED_QUOTES = frozenset({"reference-instead-of-quote", "typographic-quote"})


class Markup:
    """The body of an article, parsed at most once and only if needed.

    Args:
        text: the file's text.
        body: the range after the front matter.
        is_html: whether it is HTML; otherwise it is Markdown.
        generator: decides the template syntax and Markdown dialect.
        is_jsx: whether its tags are those of MDX.
        recovers: whether errors that hide the text after them are repaired in a copy; otherwise the
            text is read as browsers do.
        has_no_controls: whether the text certainly has no control characters.
    """

    def __init__(
        self,
        text: str,
        body: Span,
        *,
        is_html: bool,
        generator: Generator = UNKNOWN,
        is_jsx: bool = False,
        recovers: bool = True,
        has_no_controls: bool = False,
    ) -> None:
        # In Markdown and HTML, a lone carriage return ends a line.
        self.text = _LONE_RETURN.sub("\n", text) if "\r" in text else text
        self.body = body
        self.generator = generator
        self.is_jsx = is_jsx
        self.recovers = recovers
        self._has_no_controls = has_no_controls
        # In Markdown, `<Name/>` may be a component of the theme.
        self.components = not is_html
        self._elements: dict[tuple[str, ...], list[Element]] = {}
        self._element_of: dict[turbohtml.Element, Element | None] = {}
        self._may_have: dict[str, bool] = {}

    def release(self) -> None:
        """Clear all caches, because elements and their markup refer to each other."""
        self.__dict__.clear()

    @cached_property
    def _masked(self) -> Masked:
        masked = mask(self.text, self.body.start, self.generator, is_html=not self.components)
        if self.components and self.generator.dialect.takes_fences_in_html:
            masked = mask_fences(masked, self.body)
        if self.components and not self.is_jsx and "vue" in self.generator.templates:
            from contentlint.markup.event_masks import mask_events

            return masked._replace(text=mask_events(masked.text, self.body.start))
        if not self.is_jsx:
            return masked
        from contentlint.markup.expression_masks import mask_expressions

        return mask_expressions(masked, self.body.start)

    @cached_property
    def _recovered(self) -> Recovered | None:
        """The parsed text with errors repaired that hide the text after them; None if it has none.

        Each of them fails the quick check or is a parse error of a tag.
        """
        html = self._rendered[0]
        if not self.recovers or not self._has_authored_tags:
            return None
        has_errors = any(error.code in TAG_ERRORS for error in self._plain_tree.errors)
        if not has_errors and self._is_well_formed and not may_need_recovery(html):
            return None
        is_authored = self.source_map.is_verbatim if self.components else None
        return recovered(html, is_authored)

    @cached_property
    def _is_well_formed(self) -> bool:
        return facts.is_well_formed(self._rendered[0])

    @cached_property
    def _rendered(self) -> Rendered:
        return self._rendering[0]

    @cached_property
    def _rendering(self) -> tuple[Rendered, tuple[Fault | Repair, ...]]:
        """The rendered text, and the errors that were repaired in the Markdown before.

        Those are unclosed comments and elements such as `<script>`, which include all text after
        them. Their spans are in the file.
        """
        start, end = self.body
        if not self.components:
            html = self._masked.text[start:end]
            return Rendered(html, SourceMap.shift(start, end - start), "<" in html, []), ()
        text = self._masked.text
        rendered = self._render(text)
        found: list[Fault | Repair] = []
        may_be_open = self.recovers and "<" in self._raw and OPENS_BLOCK.search(self._raw)
        while may_be_open and len(found) < _MAX_OPEN_BLOCKS:
            source_map = rendered.source_map
            block = open_block(rendered.html, source_map.is_verbatim)
            if block is None:
                break
            reported, place = block
            other = reported.other and source_map.span(reported.other)
            found.append(reported._replace(span=source_map.span(reported.span), other=other))
            span = source_map.span(place)
            blank = _NOT_LINE_END.sub(" ", text[span.start : span.end])
            text = text[: span.start] + blank + text[span.end :]
            rendered = self._render(text)
        return rendered, tuple(found)

    def _render(self, text: str) -> Rendered:
        cuts = self._masked.cuts
        dialect = self.generator.dialect
        if "<" in self._raw and dialect.has_raw_blocks:
            breaks = line_breaks(text, self.body, deletions=dialect.has_blocks_of_deletions)
            cuts = in_order(cuts, breaks)
        return render(text, self.body, self.generator.extensions, cuts)

    @cached_property
    def html(self) -> str:
        """The HTML to parse: the masked body, or the HTML rendered from Markdown.

        Errors that hide the text after them are repaired in it.
        """
        return self._rendered[0] if self._recovered is None else self._recovered.html

    def deep_block(self, deepest: int) -> Span | None:
        """The span of the first Markdown block quote or list item that is nested too deep.

        Args:
            deepest: maximum nesting depth of block quotes and list items.
        """
        # Each of them is a piece, and so is its end.
        if not self.components or len(self.source_map.pieces) <= 2 * deepest:
            return None
        html = self.html
        if html.count("<blockquote>") + html.count("<li>") <= deepest:
            return None
        depth = 0
        for match in _BLOCK.finditer(html):
            if self.source_map.is_verbatim(match.start()):
                continue
            depth += -1 if match[0][1] == "/" else 1
            if depth > deepest:
                return self.source_map.span(Span(*match.span()))
        return None

    @cached_property
    def source_map(self) -> SourceMap:
        """Maps offsets in `html` to offsets in `text`."""
        return self._rendered[1]

    @cached_property
    def masks(self) -> tuple[Span, ...]:
        """The ranges of `text` that are template syntax, in order."""
        return self._masked.masks

    @cached_property
    def _raw(self) -> str:
        return self.text[self.body.start : self.body.end]

    @cached_property
    def _written_tags(self) -> frozenset[str]:
        """Every name after a `<` in the body, in lower case, including comments and code."""
        if "<" not in self._raw:
            return frozenset()
        # Template syntax may end a name, and the tokenizer replaces NUL with U+FFFD.
        text = self._masked.text[self.body.start : self.body.end].replace("\0", "\ufffd")
        return facts.tag_names(text)

    def may_have(self, *tags: str) -> bool:
        """Whether the body may contain elements with these names, by a quick text search."""
        known = self._may_have
        for tag in tags:
            is_possible = known.get(tag)
            if is_possible is None:
                is_possible = known[tag] = self._may_have_one(tag)
            if is_possible:
                return True
        return False

    def _may_have_one(self, tag: str) -> bool:
        if tag.lower() in self._written_tags:
            return True
        if self.components and tag in ELEMENT_MARKERS:
            raw = self._raw
            for marker in ELEMENT_MARKERS[tag]:
                if marker in raw:
                    return True
        # 13.2.6.4.7: a start tag called `image`: "Don't ask".
        return tag == "img" and "image" in self._written_tags

    def present_tags(self, wanted: AbstractSet[str]) -> set[str]:
        """Those of some names, in lower case, for which `may_have` holds."""
        found = set(wanted & self._written_tags)
        if self.components:
            raw = self._raw
            generated = wanted & ELEMENT_MARKERS.keys()
            found |= {
                tag for tag in generated if any(marker in raw for marker in ELEMENT_MARKERS[tag])
            }
        if "img" in wanted and "image" in self._written_tags:
            found.add("img")
        return found

    def present_attributes(self, wanted: AbstractSet[str]) -> set[str]:
        """Those of some names, in lower case, that may be names of attributes."""
        raw, found = self._raw, set[str]()
        if "<" in raw and not self.is_generated:
            # Names are compared in ASCII, and the lower case of bytes takes a tenth of the time.
            lowered = raw.encode("utf-8", "surrogatepass").lower()
            found = {name for name in wanted if name.encode() in lowered}
        if self.components:
            generated = wanted & ATTRIBUTE_MARKERS.keys()
            found |= {
                name for name in generated if any(mark in raw for mark in ATTRIBUTE_MARKERS[name])
            }
        return found

    @cached_property
    def _is_page(self) -> bool:
        return construction.is_page(self._rendered[0])

    @cached_property
    def tree(self) -> "turbohtml.Document":
        """The tree according to the standard, with the locations of its tags."""
        return self._plain_tree if self._recovered is None else self._parsed(self.html)

    @cached_property
    def _plain_tree(self) -> "turbohtml.Document":
        return self._parsed(self._rendered[0])

    def _parsed(self, html: str) -> "turbohtml.Document":
        """Parse a text.

        The parser gets text of the same length in which every line ending is a line feed, so that
        its offsets, which refer to normalized text, equal those in `html`.
        """
        if "\r" in html:
            html = html.replace("\r\n", " \n").replace("\r", "\n")
        document: turbohtml.Document = html_library.load().parse(
            self._prefix + html, source_locations=True
        )
        return document

    @property
    def _prefix(self) -> str:
        return "" if self._is_page else _PREFIX

    @cached_property
    def shift(self) -> int:
        """The number to subtract from an offset of the parser for an offset of `html`."""
        return len(self._prefix)

    def start_of(self, node: "turbohtml.Element") -> int:
        """The offset in `html` of the start tag of a node that is in the source."""
        line, column = node.source_line or 1, node.source_col or 0
        return self._line_starts[line - 1 - self._prefix_lines] + column

    @cached_property
    def _line_starts(self) -> list[int]:
        """The offset in `html` of each line start, as the parser counts lines."""
        html = self.html
        if "\r" in html:
            html = html.replace("\r\n", " \n").replace("\r", "\n")
        lengths = map(len, html.split("\n"))
        return list(accumulate((length + 1 for length in lengths), initial=0))

    def element(self, node: "turbohtml.Node") -> Element | None:
        """The element of a node that is in the source; None for any other node."""
        import turbohtml

        return self._in_source(node) if isinstance(node, turbohtml.Element) else None

    def _in_source(self, node: "turbohtml.Element") -> Element | None:
        try:
            return self._element_of[node]
        except KeyError:
            made = self._element_of[node] = self._made_of(node)
            return made

    def _made_of(self, node: "turbohtml.Element") -> Element | None:
        line, tag = node.source_line, node.tag
        if line is None or line <= self._prefix_lines or self._is_copy(node, tag):
            return None
        return Element(self, node, tag)

    def _is_copy(self, node: "turbohtml.Element", tag: str) -> bool:
        """Whether the parser made a formatting element a second time (13.2.4.3).

        Such a copy has a line, but no location, which takes much longer.
        """
        return tag in FORMATTING and self._has_copies and node.source_location is None

    @cached_property
    def _has_copies(self) -> bool:
        """Whether the parser may have copied misnested elements."""
        if self.is_generated:
            return False
        return self._recovered is not None or not self._is_well_formed

    @cached_property
    def _prefix_lines(self) -> int:
        return self._prefix.count("\n")

    @cached_property
    def tags(self) -> frozenset[str]:
        """The names of all elements in the tree."""
        return frozenset(self._nodes_by_tag)

    @cached_property
    def attribute_names(self) -> frozenset[str]:
        """All names before a `=` in the body, in lower case: every attribute with a value.

        They may include words from text.
        """
        return frozenset(name.lower() for name in _ATTRIBUTE_NAME.findall(self.html))

    def select(self, selector: str) -> Iterator[Element]:
        """The elements that a CSS selector matches, in document order."""
        for node in self.tree.select(selector):
            element = self._in_source(node)
            if element is not None:
                yield element

    def elements_with(self, attribute: str) -> Iterator[Element]:
        """The elements that have an attribute, in document order."""
        if not self.present_attributes({attribute.lower()}):
            return iter(())
        return self.select(f"[{attribute}]")

    def elements(self, *tags: str) -> Iterator[Element]:
        """The elements in document order, with the given names or all.

        Copies that the parser makes of misnested elements are excluded.
        """
        known = self._elements.get(tags)
        if known is None:
            found = map(self._in_source, self._nodes(tags))
            known = self._elements[tags] = [each for each in found if each is not None]
        return iter(known)

    def _nodes(self, names: tuple[str, ...]) -> "Iterable[turbohtml.Element]":
        """The nodes with these names, or all, in document order."""
        if not names:
            return self._all_nodes
        present = [name for name in names if self.may_have(name)]
        if not present:
            return ()
        places = self._nodes_by_tag
        lists = [places[name] for name in dict.fromkeys(present) if name in places]
        found = lists[0] if len(lists) == 1 else sorted(chain.from_iterable(lists))
        nodes = self._all_nodes
        return [nodes[place] for place in found]

    @cached_property
    def _all_nodes(self) -> "list[turbohtml.Element]":
        return self.tree.find_all(True)

    @cached_property
    def _nodes_by_tag(self) -> dict[str, list[int]]:
        """The indexes of the nodes with each name in `_all_nodes`, in order."""
        found: dict[str, list[int]] = {}
        for place, node in enumerate(self._all_nodes):
            tag = node.tag
            if tag in found:
                found[tag].append(place)
            else:
                found[tag] = [place]
        return found

    def comments(self) -> Iterator[Span]:
        """The spans of comments in the file, in order, excluding comments in code."""
        for place in comments(self.html):
            if self.source_map.is_verbatim(place.start):
                yield self.source_map.span(place)

    def selector_at(self, offset: int) -> str | None:
        """A CSS selector, relative to the body, for the innermost element at an offset.

        Args:
            offset: a code-point offset in the file.

        Returns:
            None outside all elements.
        """
        starts, nodes = self._by_start
        place = bisect_right(starts, offset) - 1
        element = self.element(nodes[place]) if place >= 0 else None
        while element is not None:
            end = element.end_span.end if element.end_span else element.span.end
            if offset < end:
                return element.css_path.removeprefix("html > body > ")
            element = element.parent
        return None

    def tag_around(self, offset: int) -> Element | None:
        """The element whose start tag, written by the author, contains an offset after its `<`."""
        starts, nodes = self._authored_by_start
        place = bisect_left(starts, offset) - 1
        element = self.element(nodes[place]) if place >= 0 else None
        return element if element is not None and offset < element.span.end else None

    @cached_property
    def _by_start(self) -> "tuple[list[int], list[turbohtml.Element]]":
        """The file offsets of all elements, in order, and their nodes."""
        return self._in_order(self._starts)

    @cached_property
    def _authored_by_start(self) -> "tuple[list[int], list[turbohtml.Element]]":
        """The file offsets of the tags of the author, in order, and their nodes."""
        is_verbatim = self.source_map.is_verbatim
        return self._in_order([each for each in self._starts if is_verbatim(each[0])])

    def _in_order(
        self, starts: "list[tuple[int, turbohtml.Element]]"
    ) -> "tuple[list[int], list[turbohtml.Element]]":
        source_map = self.source_map
        source_map.restart()
        found = [(source_map.offset(start), place) for place, (start, _) in enumerate(starts)]
        found.sort()
        return [start for start, _ in found], [starts[place][1] for _, place in found]

    @cached_property
    def _starts(self) -> "list[tuple[int, turbohtml.Element]]":
        """The offset in `html` of each element that is in the source, and its node."""
        first, starts = self._prefix_lines, self._line_starts
        # A location has the end as well, and takes ten times as long.
        places = [(node, node.source_line, node.source_col) for node in self._all_nodes]
        return [
            (starts[line - 1 - first] + (column or 0), node)
            for node, line, column in places
            if line is not None and line > first and not self._is_copy(node, node.tag)
        ]

    def is_masked(self, span: Span) -> bool:
        """Whether a range of the file contains template syntax."""
        masks = self.masks
        if not masks:
            return False
        place = bisect_left(masks, Span(span.end, -1))
        return place > 0 and span.start < masks[place - 1].end

    def is_masked_name(self, span: Span, name: str) -> bool:
        """Whether the name of a tag contains template syntax.

        Args:
            span: the span of the tag in the file.
            name: its name.
        """
        start = span.start + 1 + self.text.startswith("</", span.start)
        return bool(self.masks) and self.is_masked(Span(start, start + len(name)))

    def is_code(self, offset: int) -> bool:
        """Whether an offset of the file is in code, other non-prose, or template syntax."""
        return self.is_masked(Span(offset, offset + 1)) or self._is_in_code(offset)

    def is_literal(self, offset: int) -> bool:
        """Whether an offset of the file is in code, other non-prose, or a comment."""
        if self._is_in_code(offset):
            return True
        return "<!--" in self._raw and any(s.start <= offset < s.end for s in self.comments())

    def _is_in_code(self, offset: int) -> bool:
        place = bisect_left(self._code, Span(offset + 1, -1)) - 1
        return place >= 0 and offset < self._code[place].end

    @cached_property
    def _code(self) -> list[Span]:
        """The spans of code in the file; nested spans are merged."""
        found: list[Span] = []
        for element in sorted(self.elements(*NO_PROSE), key=lambda element: element.span.start):
            end = element.end_span.end if element.end_span else element.span.end
            start = element.span.start
            if found and start < found[-1].end:
                found[-1] = Span(found[-1].start, max(end, found[-1].end))
            else:
                found.append(Span(start, end))
        return found

    @cached_property
    def parse_errors(self) -> list[ParseError]:
        """The tokenizer's parse errors in text written by the author."""
        # The tokenizer (13.2.5) reports errors only in tags, control characters and character
        # references, which Markdown has already resolved.
        is_suspect = "&" in self._raw and not self.components
        if not is_suspect and not self._has_authored_tags and not self._may_have_controls:
            return []
        is_unchanged = self._recovered is None and not self._rendering[1]
        if is_unchanged and not self.tree.errors and "<?" not in self.html:
            return []
        return sorted(self._parse_errors(), key=lambda error: error.span)

    @property
    def _may_have_controls(self) -> bool:
        return not self._has_no_controls and may_have_controls(self._raw)

    @cached_property
    def faulty_tags(self) -> list[Span]:
        """The spans of tags with invalid quotes in the file, in order.

        Where the attributes of such a tag and the tag itself end is ambiguous.
        """
        errors = [
            error
            for error in self.parse_errors
            if error.code in QUOTE_ERRORS and error.code not in _PAIRED_QUOTES
        ]
        found = [Span(e.span.start, self.body.end) for e in errors if e.code == "eof-in-tag"]
        places = [error.span.start for error in errors if error.code != "eof-in-tag"]
        if places:
            for _, tag in stretches(self.html):
                if tag is None or not self.source_map.is_verbatim(tag.start):
                    continue
                span = self.source_map.span(Span(tag.start, tag.end))
                place = bisect_left(places, span.start)
                if place < len(places) and places[place] < span.end:
                    found.append(span)
        return sorted(found)

    def is_in_faulty_tag(self, span: Span) -> bool:
        """Whether a range of the file overlaps a tag with invalid quotes."""
        return any(tag.start < span.end and span.start < tag.end for tag in self.faulty_tags)

    def _parse_errors(self) -> Iterator[ParseError]:
        lines = Source("", self.html)
        first_line = self._prefix_lines
        found = list(question_marks(self.html))
        for error in self.tree.errors:
            if error.line > first_line and NON_STANDARD not in error.code:
                place = lines.line_starts[error.line - first_line - 1] + error.col
                found.append(ParseError(error.code, locate(self.html, error.code, place)))
        found.sort(key=lambda error: error.span)
        for merged in merge_follow_up_errors(self.html, found):
            yield from self._in_file(merged.code, merged.span)
        for code, span, other in () if self._recovered is None else self._recovered.faults:
            yield from self._in_file(code, span, other)
        for fault in self._rendering[1]:
            if isinstance(fault, Fault) and not self.is_masked(fault.span):
                yield ParseError(fault.code, fault.span, fault.other)

    def _in_file(self, code: str, place: Span, other: Span | None = None) -> Iterator[ParseError]:
        """An error with its span in the file, if the author wrote the text there."""
        if not self.html or not self.source_map.is_verbatim(min(place.start, len(self.html) - 1)):
            return
        span = self.source_map.span(place)
        if not self.is_masked(Span(span.start - 1, span.end + 1)):
            yield ParseError(code, span, other and self.source_map.span(other))

    @cached_property
    def repairs(self) -> list[Repair]:
        """The repairs that tree construction made to the author's tags, with spans in the file."""
        if not self._has_authored_tags:
            return []
        found: list[Repair] = []
        for repair in self._repairs_of_html():
            if self.source_map.is_verbatim(repair.span.start):
                other = repair.other and self.source_map.span(repair.other)
                opened = repair.opened
                if opened is not None:
                    is_written = self.source_map.is_verbatim(opened.start)
                    opened = self.source_map.span(opened) if is_written else None
                if self._is_around_markdown(repair):
                    continue
                span = self.source_map.span(repair.span)
                if not self._may_be_valid_after_templating(repair, span):
                    found.append(repair._replace(span=span, other=other, opened=opened))
        found += [fault for fault in self._rendering[1] if isinstance(fault, Repair)]
        return sorted(found, key=lambda repair: repair.span)

    def _repairs_of_html(self) -> list[Repair]:
        """The repairs with spans in the parsed text."""
        if self._recovered is None:
            return [] if self._is_well_formed else self._constructed()
        found = [] if facts.is_well_formed(self.html) else self._constructed()
        return sorted([*found, *self._recovered.repairs], key=lambda one: one.span)

    def _constructed(self) -> list[Repair]:
        all_close = self.generator.components_close_themselves
        pieces = self.source_map.pieces if self.components else None
        return facts.repairs(self.html, pieces, self.components or all_close, all_close)

    def _is_around_markdown(self, repair: Repair) -> bool:
        """Whether Markdown blocks close this tag only in CommonMark.

        In other dialects a blank line inside `<p>` does not end the HTML block, or a tag below a
        list is not part of its last item unless it is indented by four spaces.
        """
        dialect = self.generator.dialect
        if not self.components or dialect.blank_line_ends_html:
            return False
        if dialect.items_need_four_spaces and repair.kind == "misnested":
            start = self.source_map.span(repair.span).start
            above, _, margin = self.text[self.body.start : start].rpartition("\n")
            return margin.isspace() and len(margin) < 4 and not above.rpartition("\n")[2].strip()
        if repair.kind != "stray-end" or repair.tag != "p" or repair.other is None:
            return False
        return not self.source_map.is_verbatim(repair.other.start)

    def _may_be_valid_after_templating(self, repair: Repair, span: Span) -> bool:
        """Whether template output may make the tag valid."""
        is_unpaired = repair.kind in ("unclosed", "stray-end", "misnested")
        if is_unpaired and span.start in self._masked.agreeing:
            return True
        return self.is_masked_name(span, repair.tag)

    def is_conditional(self, span: Span) -> bool:
        """Whether a range of the file contains template syntax or is inside a condition."""
        return bool(self._branches_around(span.start)) or self.is_masked(span)

    def meet(self, one: int, other: int) -> bool:
        """Whether one of two offsets of the file is always output if the other is.

        Different branches of a template condition may exclude each other.
        """
        if not self._masked.branches:
            return True
        branches = set(self._branches_around(one))
        others = set(self._branches_around(other))
        return branches <= others or others <= branches

    def _branches_around(self, offset: int) -> list[int]:
        """The indexes of the condition branches around an offset, the innermost first."""
        branches, outer = self._masked.branches, self._outer_branches
        place = bisect_right(branches, offset, key=lambda branch: branch.start) - 1
        found: list[int] = []
        while place >= 0:
            if offset < branches[place].end:
                found.append(place)
            place = outer[place]
        return found

    @cached_property
    def _outer_branches(self) -> list[int]:
        """Maps each branch to the index of the branch around it, or -1."""
        opened: list[int] = []
        outer: list[int] = []
        for number, branch in enumerate(self._masked.branches):
            while opened and self._masked.branches[opened[-1]].end <= branch.start:
                opened.pop()
            outer.append(opened[-1] if opened else -1)
            opened.append(number)
        return outer

    @cached_property
    def _has_authored_tags(self) -> bool:
        if "<" not in self._raw:
            return False
        return bool(self._rendering[1]) or self._rendered.has_tags

    @cached_property
    def is_generated(self) -> bool:
        """Whether all tags of `html` are from Markdown syntax, and so the elements of the tree.

        Elements that Markdown generates have their end tags and are where they may be.
        """
        return self.components and not self._has_authored_tags and "\0" not in self._raw

    @cached_property
    def text_runs(self) -> list[TextRun]:
        """The displayed text, in runs in source order."""
        if self.components and not self._has_authored_tags:
            return self._rendered.runs
        return facts.text_runs(self.html, self.source_map.pieces)

    @cached_property
    def running_text(self) -> str:
        """The file's text with all but the displayed text outside HTML blocks masked."""
        shown = [run.span for run in self.text_runs if not run.in_html_block]
        escaped = escaped_outside_blocks(self.html, self.source_map)
        # Only tags that the author wrote make other text code.
        shown += outside(escaped, self._code) if escaped and self._has_authored_tags else escaped
        return running_text(self.text, shown, self.masks)

    @cached_property
    def running_parts(self) -> str:
        """The parts of the running text, each on a line, without `&`, `<` and escapes.

        Most articles have no syntax left over, which this short text shows long before the whole
        text is masked.
        """
        text = self.text
        runs = self.text_runs
        return "\n".join([text[start:end] for _, (start, end), _, in_block in runs if not in_block])

    @cached_property
    def soup(self) -> "BeautifulSoup":
        """The same tree as BeautifulSoup.

        `tag.sourceline` counts from 1 and `tag.sourcepos` is the code-point offset of the tag in
        the file; both are None on elements that the parser implied.
        """
        from contentlint.markup.soup import build

        return build(self)
