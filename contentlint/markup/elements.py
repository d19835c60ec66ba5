"""Elements, attributes and text as rules see them: names, values, and where they stand."""

import re
from collections.abc import Callable, Iterator
from functools import cached_property, partial
from html import unescape
from typing import TYPE_CHECKING

from contentlint.core.source import Span
from contentlint.markup.standard import MAX_DEPTH
from contentlint.markup.tokens import ATTRIBUTE

if TYPE_CHECKING:
    import turbohtml

    from contentlint.markup.tree import Markup

_TAG_NAME = re.compile(r"<[^\t\n\f\r />]+")


class Attribute:
    """One attribute of an element; its places are looked up when they are first asked for.

    Args:
        name: in lower case.
        value: with character references resolved; None where there is no `=`.
    """

    __slots__ = ("_locate", "_places", "name", "value")

    def __init__(
        self, name: str, value: str | None, locate: Callable[[], tuple[Span, Span, bool]]
    ) -> None:
        self.name = name
        self.value = value
        self._locate = locate
        self._places: tuple[Span, Span, bool] | None = None

    def _found(self) -> tuple[Span, Span, bool]:
        if self._places is None:
            self._places = self._locate()
        return self._places

    @property
    def span(self) -> Span:
        """The whole of `name="value"` in the file."""
        return self._found()[0]

    @property
    def value_span(self) -> Span:
        """The value without its quotes; where there is none, the same as `span`."""
        return self._found()[1]

    @property
    def templated(self) -> bool:
        """Whether a generator fills in a part of it, so that its value is not known."""
        return self._found()[2]

    def __repr__(self) -> str:
        return f"Attribute({self.name!r}, {self.value!r}, {self.span})"


class Element:
    """An element of the body; made by `Markup`, compared by the tag that made it."""

    def __init__(self, markup: "Markup", node: "turbohtml.Element") -> None:
        self._markup = markup
        self._node = node

    def __repr__(self) -> str:
        return f"<Element {self.tag} {self.span}>"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Element) and self._node == other._node

    def __hash__(self) -> int:
        return hash(self._node)

    @property
    def tag(self) -> str:
        """The element's name, in lower case for HTML."""
        return self._node.tag

    @cached_property
    def _place(self) -> Span:
        """The start tag in the parsed text."""
        location = self._node.source_location
        if location is None:
            return Span(0, 0)
        return self._markup.parsed_span(location.start_tag)

    @cached_property
    def span(self) -> Span:
        """The start tag in the file; for Markdown syntax the whole construct."""
        return self._markup.source_map.span(self._place)

    @cached_property
    def end_span(self) -> Span | None:
        """The end tag in the file; None where the author wrote none."""
        location = self._node.source_location
        if location is None or location.end_tag is None:
            return None
        place = self._markup.parsed_span(location.end_tag)
        if not self._markup.source_map.is_verbatim(place.start):
            return None
        return self._markup.source_map.span(place)

    @property
    def authored(self) -> bool:
        """Whether the author wrote this tag; False for what Markdown syntax stands for."""
        return self._markup.source_map.is_verbatim(self._place.start)

    @property
    def css_path(self) -> str:
        """A CSS selector that matches this element alone, from `html` on."""
        path: str = self._node.css_path()
        return path

    @property
    def is_foreign(self) -> bool:
        """Whether it is an element of SVG or MathML."""
        return "html" not in str(self._node.namespace).lower()

    @property
    def text(self) -> str:
        """All text inside, as a reader sees it."""
        return self._node.text

    @cached_property
    def attributes(self) -> list[Attribute]:
        """The attributes in the order of the source, repeated ones included."""
        if self.authored:
            return list(self._authored_attributes())
        return list(self._generated_attributes())

    def get(self, name: str) -> Attribute | None:
        """The attribute of this name that counts: the first one."""
        if name not in self._node.attrs:
            return None
        return next((a for a in self.attributes if a.name == name), None)

    def value(self, name: str, default: str = "") -> str:
        """The value of an attribute without its place; `default` where it is missing."""
        value = self._node.attr(name)
        return default if value is None else value

    def repeated_attributes(self) -> Iterator[tuple[Attribute, Attribute]]:
        """Each attribute whose name another one before it has, with that first one."""
        first: dict[str, Attribute] = {}
        for attribute in self.attributes:
            known = first.setdefault(attribute.name, attribute)
            if known is not attribute:
                yield attribute, known

    @property
    def parent(self) -> "Element | None":
        """The element around this one; None for those at the top of the body."""
        node = self._node.parent
        return None if node is None else self._markup.element(node)

    @property
    def parent_tag(self) -> str | None:
        """The name of what stands around, `body` or an implied element included.

        None at the top of a `<template>`, whose content has no parent.
        """
        tag: str | None = getattr(self._node.parent, "tag", None)
        return tag

    def ancestors(self) -> "Iterator[Element]":
        """The elements around this one, the nearest first, as many as browsers nest."""
        element = self.parent
        for _ in range(MAX_DEPTH):
            if element is None:
                return
            yield element
            element = element.parent

    def closest(self, *tags: str) -> "Element | None":
        """The nearest element around this one with one of these names."""
        return next((element for element in self.ancestors() if element.tag in tags), None)

    @property
    def children(self) -> "list[Element]":
        """The elements directly inside."""
        found = (self._markup.element(node) for node in self._node.children)
        return [element for element in found if element is not None]

    @property
    def has_open_attributes(self) -> bool:
        """Whether template syntax stands among the attributes, so that there may be others."""
        return self.templated and any(
            self._markup.is_masked(Span(start, start + len(attribute.name)))
            for attribute in self.attributes
            for start in (attribute.span.start,)
        )

    @property
    def has_templated_name(self) -> bool:
        """Whether a generator fills in its name, or a part of it."""
        return self._markup.is_masked_name(self.span, self.tag)

    @property
    def templated(self) -> bool:
        """Whether template syntax stands inside the tag."""
        return self._markup.is_masked(self.span)

    def _authored_attributes(self) -> Iterator[Attribute]:
        markup = self._markup
        html = markup.html
        name = _TAG_NAME.match(html, self._place.start)
        place = name.end() if name else self._place.start
        while place < self._place.end - 1:
            if html[place] in "\t\n\f\r /":
                place += 1
                continue
            match = ATTRIBUTE.match(html, place, self._place.end)
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
        return Attribute(match["name"].lower(), value, partial(self._authored_places, match))

    def _authored_places(self, match: re.Match[str]) -> tuple[Span, Span, bool]:
        source_map = self._markup.source_map
        span = value_span = source_map.span(Span(*match.span()))
        if match["value"] is not None:
            start, end = match.span("value")
            quoted = match["value"][:1] in ("'", '"')
            value_span = source_map.span(Span(start + quoted, end - quoted))
        return span, value_span, self._markup.is_masked(span)

    def _generated_attributes(self) -> Iterator[Attribute]:
        """Attributes of what Markdown made, at the words of the construct that they come from."""
        for name in self._node.attrs:
            value = self._node.attr(name) or ""
            yield Attribute(name, value, partial(self._generated_places, name, value))

    def _generated_places(self, name: str, value: str) -> tuple[Span, Span, bool]:
        span = _span_in_construct(self._markup.text, self.span, name, value)
        return span, span, self._markup.is_masked(span)


def _span_in_construct(text: str, construct: Span, name: str, value: str) -> Span:
    """Where a Markdown link or image says its address, title or alternative text."""
    written = text[construct.start : construct.end]
    middle = written.rfind("](")
    if name == "alt":
        end = middle if middle >= 0 else written.find("]")
        return Span(construct.start + 2, construct.start + max(end, 2))
    place = written.find(value, middle + 2) if middle >= 0 and value else -1
    if place < 0:
        return construct
    return Span(construct.start + place, construct.start + place + len(value))


class TextRun:
    """A run of text that readers see, without tags inside; code and raw text are none.

    Args:
        raw: the text as it stands in the file.
        span: its place.
        parents: the names of the elements around it, the innermost last.
        in_html_block: whether it stands in a block of raw HTML in Markdown.
    """

    __slots__ = ("in_html_block", "parents", "raw", "span")

    def __init__(
        self, raw: str, span: Span, parents: tuple[str, ...], *, in_html_block: bool = False
    ) -> None:
        self.raw = raw
        self.span = span
        self.parents = parents
        self.in_html_block = in_html_block

    def __repr__(self) -> str:
        return f"TextRun({self.raw!r}, {self.span})"

    @property
    def text(self) -> str:
        """The text with character references resolved."""
        return unescape(self.raw) if "&" in self.raw else self.raw
