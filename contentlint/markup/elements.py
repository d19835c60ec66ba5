"""Elements, attributes and text runs as rules see them: names, values and spans."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from contentlint.core.entities import unescape
from contentlint.core.patterns import lazy
from contentlint.core.properties import cached_property
from contentlint.core.source import Span
from contentlint.core.tuples import NamedTuple
from contentlint.markup.standard import MAX_DEPTH
from contentlint.markup.tokens import ATTRIBUTE

if TYPE_CHECKING:
    import turbohtml

    from contentlint.markup.tree import Markup

_TAG_NAME = lazy(r"<[^\t\n\f\r />]+")


class Attribute:
    """One attribute of an element; its spans are computed on first use.

    Args:
        name: the name in lower case.
        value: the value with character references resolved; None if there is no `=`.
    """

    __slots__ = ("_locate", "_spans", "name", "value")

    def __init__(
        self, name: str, value: str | None, locate: Callable[[], tuple[Span, Span, bool]]
    ) -> None:
        self.name = name
        self.value = value
        self._locate = locate
        self._spans: tuple[Span, Span, bool] | None = None

    def _located(self) -> tuple[Span, Span, bool]:
        if self._spans is None:
            self._spans = self._locate()
        return self._spans

    @property
    def span(self) -> Span:
        """The span of `name="value"` in the file."""
        return self._located()[0]

    @property
    def value_span(self) -> Span:
        """The span of the value without quotes; the same as `span` if there is no value."""
        return self._located()[1]

    @property
    def templated(self) -> bool:
        """Whether it contains template syntax, so that its value is unknown."""
        return self._located()[2]

    def __repr__(self) -> str:
        return f"Attribute({self.name!r}, {self.value!r}, {self.span})"


class Element:
    """An element of the body, created by `Markup` and compared by its node.

    Args:
        markup: the body.
        node: the node of the parser.
        tag: the element's name, in lower case for HTML.
    """

    def __init__(self, markup: "Markup", node: "turbohtml.Element", tag: str) -> None:
        self._markup = markup
        self._node = node
        self.tag = tag

    def __repr__(self) -> str:
        return f"<Element {self.tag} {self.span}>"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Element) and self._node == other._node

    def __hash__(self) -> int:
        return hash(self._node)

    @cached_property
    def _location(self) -> "turbohtml.SourceLocation | None":
        # The parser makes a new object each time.
        return self._node.source_location

    @cached_property
    def _parsed_span(self) -> tuple[int, int]:
        """The range of the start tag in the parsed text; of its start if Markdown made it."""
        if self._markup.is_generated:
            # Its line and column take a tenth of the time of a location, which has its end as well.
            start = self._markup.start_of(self._node)
            return start, start + 1
        location = self._location
        if location is None:
            return 0, 0
        place, shift = location.start_tag, self._markup.shift
        return place.start_offset - shift, place.end_offset - shift

    @cached_property
    def span(self) -> Span:
        """The span of the start tag in the file; for Markdown syntax, of the whole construct."""
        return self._markup.source_map.between(*self._parsed_span)

    @cached_property
    def end_span(self) -> Span | None:
        """The span of the end tag in the file; None if the source has none."""
        location = None if self._markup.is_generated else self._location
        if location is None or location.end_tag is None:
            return None
        place, markup = location.end_tag, self._markup
        start = place.start_offset - markup.shift
        if not markup.source_map.is_verbatim(start):
            return None
        return markup.source_map.between(start, place.end_offset - markup.shift)

    @cached_property
    def authored(self) -> bool:
        """Whether the author wrote this tag; False for elements from Markdown syntax."""
        return self._markup.source_map.is_verbatim(self._markup.start_of(self._node))

    @property
    def css_path(self) -> str:
        """A CSS selector that matches only this element, starting with `html`."""
        path: str = self._node.css_path()
        return path

    @property
    def is_foreign(self) -> bool:
        """Whether it is an element of SVG or MathML."""
        return "html" not in str(self._node.namespace).lower()

    @property
    def text(self) -> str:
        """The text content with character references resolved."""
        return self._node.text

    @cached_property
    def attributes(self) -> list[Attribute]:
        """The attributes in source order, including duplicates."""
        if self.authored:
            return list(self._authored_attributes())
        return list(self._generated_attributes())

    def get(self, name: str) -> Attribute | None:
        """The first attribute with this name, which is the one that browsers use."""
        if name not in self._node.attrs:
            return None
        return next((a for a in self.attributes if a.name == name), None)

    def value(self, name: str, default: str = "") -> str:
        """The value of an attribute; `default` if the attribute is missing."""
        value = self._node.attr(name)
        return default if value is None else value

    def repeated_attributes(self) -> Iterator[tuple[Attribute, Attribute]]:
        """Each duplicate attribute, with the first attribute of the same name."""
        first: dict[str, Attribute] = {}
        for attribute in self.attributes:
            known = first.setdefault(attribute.name, attribute)
            if known is not attribute:
                yield attribute, known

    @property
    def parent(self) -> "Element | None":
        """The parent element, without implied ones such as `tbody`; None at the top of the body."""
        node = self._node.parent
        while node is not None:
            if (element := self._markup.element(node)) is not None:
                return element
            node = node.parent
        return None

    @property
    def parent_tag(self) -> str | None:
        """The tag name of the parent, including `body` and implied elements.

        None at the top of a `<template>`, whose content has no parent.
        """
        tag: str | None = getattr(self._node.parent, "tag", None)
        return tag

    def ancestors(self) -> "Iterator[Element]":
        """The ancestors, nearest first, up to the maximum nesting depth of browsers."""
        element = self.parent
        for _ in range(MAX_DEPTH):
            if element is None:
                return
            yield element
            element = element.parent

    def closest(self, *tags: str) -> "Element | None":
        """The nearest ancestor with one of these names."""
        return next((element for element in self.ancestors() if element.tag in tags), None)

    @property
    def children(self) -> "list[Element]":
        """The child elements."""
        found = (self._markup.element(node) for node in self._node.children)
        return [element for element in found if element is not None]

    @property
    def has_open_attributes(self) -> bool:
        """Whether there is template syntax between the attributes, which may add others."""
        return self.templated and any(
            self._markup.is_masked(Span(start, start + len(attribute.name)))
            for attribute in self.attributes
            for start in (attribute.span.start,)
        )

    @property
    def has_templated_name(self) -> bool:
        """Whether its name contains template syntax."""
        return self._markup.is_masked_name(self.span, self.tag)

    @property
    def templated(self) -> bool:
        """Whether the start tag contains template syntax."""
        return self._markup.is_masked(self.span)

    def _authored_attributes(self) -> Iterator[Attribute]:
        markup = self._markup
        html = markup.html
        start, end = self._parsed_span
        name = _TAG_NAME.match(html, start)
        place = name.end() if name else start
        while place < end - 1:
            if html[place] in "\t\n\f\r /":
                place += 1
                continue
            match = ATTRIBUTE.match(html, place, end)
            if match is None or html[place] == ">":
                return
            yield self._authored_attribute(match)
            place = match.end()

    def _authored_attribute(self, match: re.Match[str]) -> Attribute:
        raw = match["value"]
        value = None
        if raw is not None:
            inner = raw[1:-1] if raw[:1] in ("'", '"') else raw
            value = unescape(inner) if "&" in inner else inner
        return Attribute(match["name"].lower(), value, partial(self._authored_spans, match))

    def _authored_spans(self, match: re.Match[str]) -> tuple[Span, Span, bool]:
        source_map = self._markup.source_map
        span = value_span = source_map.span(Span(*match.span()))
        if match["value"] is not None:
            start, end = match.span("value")
            quoted = match["value"][:1] in ("'", '"')
            value_span = source_map.span(Span(start + quoted, end - quoted))
        return span, value_span, self._markup.is_masked(span)

    def _generated_attributes(self) -> Iterator[Attribute]:
        """Attributes from Markdown, with the span of their text in the construct."""
        for name in self._node.attrs:
            value = self._node.attr(name) or ""
            yield Attribute(name, value, partial(self._generated_spans, name, value))

    def _generated_spans(self, name: str, value: str) -> tuple[Span, Span, bool]:
        span = _span_in_construct(self._markup.text, self.span, name, value)
        return span, span, self._markup.is_masked(span)


def _span_in_construct(text: str, construct: Span, name: str, value: str) -> Span:
    """The span of the URL, title or alt text in a Markdown link or image."""
    written = text[construct.start : construct.end]
    middle = written.rfind("](")
    if name == "alt":
        end = middle if middle >= 0 else written.find("]")
        return Span(construct.start + 2, construct.start + max(end, 2))
    place = written.find(value, middle + 2) if middle >= 0 and value else -1
    if place < 0:
        return construct
    return Span(construct.start + place, construct.start + place + len(value))


class TextRun(NamedTuple):
    """A run of displayed text without tags, excluding code and raw text.

    Args:
        raw: the text as written in the file.
        span: its span.
        parents: the names of its ancestors, the innermost last.
        in_html_block: whether it is in a raw HTML block in Markdown.
    """

    raw: str
    span: Span
    parents: tuple[str, ...]
    in_html_block: bool = False

    @property
    def text(self) -> str:
        """The text with character references resolved."""
        return unescape(self.raw) if "&" in self.raw else self.raw
