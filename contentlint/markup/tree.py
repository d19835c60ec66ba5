"""One tree for a body in HTML or Markdown, and the way back from it to the file.

In one module, for whatever is computed of a body is kept in one object and made at most once; the
computing itself is in the modules beside it.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from contentlint.core.source import Source, Span, may_have_controls
from contentlint.markup.elements import Element, TextRun
from contentlint.markup.markdown import ATTRIBUTE_SIGNS, SIGNS, Rendered, render
from contentlint.markup.parse_errors import (
    NOT_OF_THE_STANDARD,
    QUOTE_FAULTS,
    ParseError,
    join_slips,
    locate,
    question_marks,
)
from contentlint.markup.repairs import construction
from contentlint.markup.repairs.open_elements import Repair
from contentlint.markup.source_map import SourceMap
from contentlint.markup.standard import NO_PROSE
from contentlint.markup.template_syntax import Masked
from contentlint.markup.templates import mask
from contentlint.markup.text import text_runs
from contentlint.markup.tokens import comments, stretches
from contentlint.site.generator import UNKNOWN, Generator

if TYPE_CHECKING:
    import turbohtml
    from bs4 import BeautifulSoup

# What stands before the body when it is parsed, so that the parser is "in body" (13.2.6.4.7).
_BEFORE = "<!DOCTYPE html><body>\n"

# What may begin the name of an element (13.2.5.6): a letter behind `<`.
_NAME = re.compile(r"<([A-Za-z][^\t\n\f\r />]*+)")
_LONE_RETURN = re.compile(r"\r(?!\n)")
_BLOCK = re.compile(r"</?(?:blockquote|li)>")
# The parser compares every element with each name that is asked for.
_MOST_NAMES = 64
_ATTRIBUTE_NAME = re.compile(r"[\s\"'/]([A-Za-z][A-Za-z0-9-]*)\s*=")


class Markup:
    """The body of an article, parsed once, when somebody asks what only that can tell.

    Args:
        text: the file's text.
        body: the range of it behind the front matter.
        is_html: whether it is HTML; otherwise it is Markdown.
        generator: whose template syntax and Markdown are understood.
    """

    def __init__(
        self, text: str, body: Span, *, is_html: bool, generator: Generator = UNKNOWN
    ) -> None:
        # To Markdown and HTML a carriage return alone ends a line.
        self.text = _LONE_RETURN.sub("\n", text) if "\r" in text else text
        self.body = body
        self.generator = generator
        # Whether it is Markdown, and a theme's components may be meant by `<Name/>`.
        self.components = not is_html
        # Whether the Markdown may be kramdown's.
        self.kramdown = not is_html and generator.is_kramdown
        self._elements: dict[tuple[str, ...], list[Element]] = {}

    def release(self) -> None:
        """Forget all that was computed: elements know their markup, which keeps both alive."""
        self.__dict__.clear()

    @cached_property
    def _masked(self) -> Masked:
        return mask(self.text, self.body.start, self.generator, is_html=not self.components)

    @cached_property
    def _rendered(self) -> Rendered:
        start, end = self.body
        if not self.components:
            return Rendered(self._masked.text[start:end], SourceMap.shift(start, end - start))
        return render(self._masked.text, self.body, self.generator.extensions, self._masked.cuts)

    @property
    def html(self) -> str:
        """The HTML that is parsed: the masked body itself, or what Markdown became."""
        return self._rendered[0]

    def deep_block(self, deepest: int) -> Span | None:
        """The first quote or item of Markdown in more of them than allowed, in the file.

        Args:
            deepest: how many quotes and items may stand around each other.
        """
        html = self.html
        if not self.components or html.count("<blockquote>") + html.count("<li>") <= deepest:
            return None
        depth = 0
        for match in _BLOCK.finditer(html):
            if self.source_map.is_verbatim(match.start()):
                continue
            depth += -1 if match[0][1] == "/" else 1
            if depth > deepest:
                return self.source_map.span(Span(*match.span()))
        return None

    @property
    def source_map(self) -> SourceMap:
        """From offsets in `html` to offsets in `text`."""
        return self._rendered[1]

    @property
    def masks(self) -> tuple[Span, ...]:
        """The ranges of `text` that are template syntax, in order."""
        return self._masked.masks

    @cached_property
    def _raw(self) -> str:
        return self.text[self.body.start : self.body.end]

    @cached_property
    def _written_tags(self) -> frozenset[str]:
        """Every name behind a `<` in the body, in lower case, also those in comments and code."""
        if "<" not in self._raw:
            return frozenset()
        # What a generator fills in may end a name, and the tokenizer reads NUL as U+FFFD.
        text = self._masked.text[self.body.start : self.body.end].replace("\0", "\ufffd")
        return frozenset(map(str.lower, set(_NAME.findall(text))))

    def may_have(self, *tags: str) -> bool:
        """Whether the body may have elements of some names: a look at its text alone."""
        if not self._written_tags.isdisjoint(map(str.lower, tags)):
            return True
        if self.components and any(
            sign in self._raw for tag in tags for sign in SIGNS.get(tag, ())
        ):
            return True
        # 13.2.6.4.7: a start tag called `image`: "Don't ask".
        return "img" in tags and "image" in self._written_tags

    @cached_property
    def _is_page(self) -> bool:
        return construction.is_page(self.html)

    @cached_property
    def tree(self) -> "turbohtml.Document":
        """The standard's tree, with the places of its tags.

        The parser is fed text of the same length in which every line ends in a line feed alone;
        so its offsets, which count normalised text, are those of `html`.
        """
        import turbohtml

        html = self.html
        if "\r" in html:
            html = html.replace("\r\n", " \n").replace("\r", "\n")
        return turbohtml.parse(self._before + html, source_locations=True)

    @property
    def _before(self) -> str:
        return "" if self._is_page else _BEFORE

    def parsed_span(self, place: "turbohtml.SourceSpan") -> Span:
        """The range of `html` that the parser's location means."""
        shift = len(self._before)
        return Span(place.start_offset - shift, place.end_offset - shift)

    def element(self, node: "turbohtml.Node") -> Element | None:
        """The element of a node that stands in the source; None for any other node."""
        import turbohtml

        if not isinstance(node, turbohtml.Element):
            return None
        location = node.source_location
        if location is None or location.start_tag.start_offset < len(self._before):
            return None
        return Element(self, node)

    @cached_property
    def tags(self) -> frozenset[str]:
        """The name of every element of the tree."""
        return frozenset(node.tag for node in self.tree.find_all(True))

    @cached_property
    def attribute_names(self) -> frozenset[str]:
        """Names in lower case that stand before a `=` in the body: every attribute with a value.

        Names out of running text may be among them.
        """
        return frozenset(name.lower() for name in _ATTRIBUTE_NAME.findall(self.html))

    def select(self, selector: str) -> Iterator[Element]:
        """The elements that a CSS selector matches, in document order."""
        for node in self.tree.select(selector):
            element = self.element(node)
            if element is not None:
                yield element

    def elements_with(self, attribute: str) -> Iterator[Element]:
        """The elements that have an attribute, in document order."""
        if self.components and "<" not in self._raw:
            signs = ATTRIBUTE_SIGNS.get(attribute.lower(), ())
            if not any(sign in self._raw for sign in signs):
                return iter(())
        return self.select(f"[{attribute}]")

    def elements(self, *tags: str) -> Iterator[Element]:
        """The elements in document order: those of these names, or all.

        Copies that the parser made of an element to repair a misnesting are left out.
        """
        present = tuple(tag for tag in tags if self.may_have(tag))
        if tags and not present:
            return iter(())
        known = self._elements.get(present)
        if known is None:
            # Rules that ask for the same share the elements, and so what is known of them.
            found = map(self.element, self._nodes(present))
            known = self._elements[present] = [each for each in found if each is not None]
        return iter(known)

    def _nodes(self, names: tuple[str, ...]) -> "Iterable[turbohtml.Element]":
        """The nodes of these names, or all, in document order."""
        if names and len(names) <= _MOST_NAMES:
            return self.tree.find_all(list(names))
        nodes = self.tree.find_all(True)
        wanted = frozenset(names)
        return (node for node in nodes if node.tag in wanted) if names else nodes

    def comments(self) -> Iterator[Span]:
        """Where comments stand in the file, in order; those that code shows are none."""
        for place in comments(self.html):
            if self.source_map.is_verbatim(place.start):
                yield self.source_map.span(place)

    def selector_at(self, offset: int) -> str | None:
        """A CSS selector, from the top of the body, of the innermost element around a place.

        Args:
            offset: a code point of the file.

        Returns:
            None outside of every element.
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

    @cached_property
    def _by_start(self) -> tuple[list[int], list["turbohtml.Element"]]:
        """Where the elements begin in the file, in order, and their nodes."""
        source_map, shift = self.source_map, len(self._before)
        source_map.restart()
        found: list[tuple[int, int, turbohtml.Element]] = []
        for node in self.tree.find_all(True):
            location = node.source_location
            start = -1 if location is None else location.start_tag.start_offset - shift
            if start >= 0:
                found.append((source_map.offset(start), len(found), node))
        found.sort()
        return [start for start, _, _ in found], [node for _, _, node in found]

    def is_masked(self, span: Span) -> bool:
        """Whether template syntax stands in a range of the file."""
        place = bisect_left(self.masks, span.end, key=lambda mask: mask.start)
        return place > 0 and span.start < self.masks[place - 1].end

    def is_masked_name(self, span: Span, name: str) -> bool:
        """Whether template syntax stands in the name of a tag.

        Args:
            span: the tag in the file.
            name: its name.
        """
        start = span.start + 1 + self.text.startswith("</", span.start)
        return bool(self.masks) and self.is_masked(Span(start, start + len(name)))

    def is_code(self, offset: int) -> bool:
        """Whether an offset of the file lies in code, in what is not prose, or in a template."""
        if self.is_masked(Span(offset, offset + 1)):
            return True
        place = bisect_right(self._code, offset, key=lambda span: span.start) - 1
        return place >= 0 and offset < self._code[place].end

    @cached_property
    def _code(self) -> list[Span]:
        """Where code stands in the file, what it is nested in taken for one piece."""
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
        """The tokenizer's parse errors in what the author wrote."""
        # To the tokenizer (13.2.5) nothing is wrong without a tag, a character reference, which
        # Markdown has resolved, or a control character.
        is_suspect = "&" in self._raw and not self.components
        if not is_suspect and not may_have_controls(self._raw) and not self._has_authored_tags:
            return []
        if not self.tree.errors and "<?" not in self.html:
            return []
        return sorted(self._parse_errors(), key=lambda error: error.span)

    @cached_property
    def faulty_tags(self) -> list[Span]:
        """The tags with a fault in their quotes, in the file, in order.

        Where an attribute of such a tag ends, and where the tag does, only its author knows.
        """
        errors = [error for error in self.parse_errors if error.code in QUOTE_FAULTS]
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
        """Whether a range of the file touches a tag with a fault in its quotes."""
        return any(tag.start < span.end and span.start < tag.end for tag in self.faulty_tags)

    def _parse_errors(self) -> Iterator[ParseError]:
        lines = Source("", self.html)
        first_line = self._before.count("\n")
        found = list(question_marks(self.html))
        for error in self.tree.errors:
            if error.line > first_line and NOT_OF_THE_STANDARD not in error.code:
                place = lines.line_starts[error.line - first_line - 1] + error.col
                found.append(ParseError(error.code, locate(self.html, error.code, place)))
        found.sort(key=lambda error: error.span)
        for told in join_slips(self.html, found):
            yield from self._in_file(told.code, told.span)

    def _in_file(self, code: str, place: Span) -> Iterator[ParseError]:
        """An error at its place in the file, if the author wrote what stands there."""
        if not self.html or not self.source_map.is_verbatim(min(place.start, len(self.html) - 1)):
            return
        span = self.source_map.span(place)
        if not self.is_masked(Span(span.start - 1, span.end + 1)):
            yield ParseError(code, span)

    @cached_property
    def repairs(self) -> list[Repair]:
        """Where tree construction had to repair tags that the author wrote, places in the file."""
        if not self._has_authored_tags:
            return []
        found: list[Repair] = []
        repairs = construction.repairs(
            self.html,
            components=self.components,
            all_close_themselves=self.generator.components_close_themselves,
            is_authored=self.source_map.is_verbatim if self.components else None,
        )
        for repair in repairs:
            if self.source_map.is_verbatim(repair.span.start):
                other = repair.other and self.source_map.span(repair.other)
                opened = repair.opened
                if opened is not None:
                    is_written = self.source_map.is_verbatim(opened.start)
                    opened = self.source_map.span(opened) if is_written else None
                if self.kramdown and _is_left_to_kramdown(repair, self.source_map):
                    continue
                span = self.source_map.span(repair.span)
                if not self._is_left_to_the_generator(repair, span):
                    found.append(repair._replace(span=span, other=other, opened=opened))
        return found

    def _is_left_to_the_generator(self, repair: Repair, span: Span) -> bool:
        """Whether what a template puts in may well make it whole."""
        is_loose = repair.kind in ("unclosed", "stray-end", "misnested")
        if is_loose and span.start in self._masked.agreeing:
            return True
        return self.is_masked_name(span, repair.tag)

    def is_conditional(self, span: Span) -> bool:
        """Whether a range of the file holds template syntax, or stands in a condition."""
        return bool(self._branches_around(span.start)) or self.is_masked(span)

    def meet(self, one: int, other: int) -> bool:
        """Whether two places of the file are certain to be shown together, if one of them is.

        Those in different branches of a template's conditions may exclude each other.
        """
        if not self._masked.branches:
            return True
        around, about = set(self._branches_around(one)), set(self._branches_around(other))
        return around <= about or about <= around

    def _branches_around(self, offset: int) -> list[int]:
        """The branches of conditions around a place, by their number, the innermost first."""
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
        """For each branch the one around it; -1 where there is none."""
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
        return "<" in self._raw and self.source_map.has_verbatim(self.html, "<")

    @cached_property
    def text_runs(self) -> list[TextRun]:
        """The text that readers see, run by run in the order of the source."""
        return text_runs(self.html, self.source_map, has_tags=self._has_authored_tags)

    @cached_property
    def soup(self) -> "BeautifulSoup":
        """The same tree as BeautifulSoup.

        `tag.sourceline` counts from 1 and `tag.sourcepos` is the code-point offset of the tag in
        the file; both are None on elements that the parser implied.
        """
        from contentlint.markup.soup import build

        return build(self)


def _is_left_to_kramdown(repair: Repair, source_map: SourceMap) -> bool:
    """Whether this is a `</p>` whose `<p>` a Markdown block has ended.

    To CommonMark a blank line inside `<p>` begins Markdown again; to kramdown it does not.
    """
    if repair.kind != "stray-end" or repair.tag != "p" or repair.other is None:
        return False
    return not source_map.is_verbatim(repair.other.start)
