"""The external URLs of an article: links, images and other resources, and front matter."""

from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from contentlint.rule import Document, Element, Span, cut, is_templated, lazy

# Attributes with one URL; `action` is left out, since a form is not requested like a page.
_ATTRIBUTES = frozenset("href src data poster background cite longdesc xlink:href".split())
_SETS = frozenset({"srcset", "imagesrcset"})
# A `<link>` to a host that is only announced, and URLs that identify and are not requested.
_NOT_REQUESTED = frozenset({"preconnect", "dns-prefetch", "profile", "schema"})
_EXTERNAL = lazy(r"(?:[Hh][Tt][Tt][Pp][Ss]?:)?//[^\s/?#\\]\S*")
_CANDIDATE = lazy(r"[\s,]*(\S+)[^,]*,?")
_DROPPED = {ord("\t"): None, ord("\n"): None, ord("\r"): None}
_TRIMMED = "".join(map(chr, range(0x21)))


class External(NamedTuple):
    """An external URL.

    Args:
        page: the URL without its fragment, with a scheme.
        fragment: the fragment, without `#`.
        value: the URL as in the article, with character references resolved.
        span: its place.
        is_exact: whether the span has the URL alone, so that it can be replaced.
        in_html: whether it is the value of an attribute of HTML.
    """

    page: str
    fragment: str
    value: str
    span: Span
    is_exact: bool
    in_html: bool

    @property
    def shown(self) -> str:
        """The URL for messages."""
        return f"`{cut(self.value.replace('`', '%60'), 80)}`"


def externals(document: Document) -> list[External]:
    """The external URLs of an article, in its front matter and its body."""
    return [*_in_front_matter(document), *_in_body(document)]


def _in_front_matter(document: Document) -> Iterator[External]:
    front_matter = document.front_matter
    for path, raw in front_matter.scalars.items():
        if "//" in raw:
            yield from _external(document, raw, front_matter.span_of(path), in_html=False)


def _in_body(document: Document) -> Iterator[External]:
    for element in document.elements():
        if element.tag == "link" and not _NOT_REQUESTED.isdisjoint(element.value("rel").split()):
            continue
        for attribute in element.attributes:
            value = attribute.value
            if not value or "//" not in value or attribute.templated:
                continue
            if attribute.name in _ATTRIBUTES:
                span = _exact(document, element, value, attribute.value_span)
                yield from _external(document, value, span, in_html=element.authored)
            elif attribute.name in _SETS:
                for candidate in _CANDIDATE.finditer(value):
                    url = candidate[1].rstrip(",")
                    yield from _external(document, url, attribute.value_span, in_html=True)


def _exact(document: Document, element: Element, value: str, span: Span) -> Span:
    """The span of a URL; of one in Markdown, within the construct that has it."""
    if element.authored or document.text[span.start : span.end] == value:
        return span
    place = document.text.find(value, span.start, span.end)
    return span if place < 0 else Span(place, place + len(value))


def _external(document: Document, raw: str, span: Span, *, in_html: bool) -> Iterator[External]:
    value = raw.strip(_TRIMMED).translate(_DROPPED)
    if not _EXTERNAL.fullmatch(value) or is_templated(value):
        return
    url = f"https:{value}" if value.startswith("//") else value
    page, _, fragment = url.partition("#")
    scheme, _, rest = page.partition(":")
    written = document.text[span.start : span.end]
    is_exact = value in (written, unescape(written))
    yield External(f"{scheme.lower()}:{rest}", fragment, value, span, is_exact, in_html)
