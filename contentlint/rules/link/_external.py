"""The external URLs of an article: links, images and other resources, and front matter."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from contentlint.rule import (
    MASK,
    Attribute,
    Document,
    Element,
    NamedTuple,
    Span,
    cut,
    is_templated,
    lazy,
    unescape,
)

# Attributes with one URL; `action` is left out, since a form is not requested like a page.
_ATTRIBUTES = frozenset("href src data poster background cite longdesc xlink:href".split())
_SETS = frozenset({"srcset", "imagesrcset"})
# A `<link>` to a host that is only announced, and URLs that identify and are not requested.
_NOT_REQUESTED = frozenset({"preconnect", "dns-prefetch", "profile", "schema"})
_EXTERNAL = lazy(r"(?:[Hh][Tt][Tt][Pp][Ss]?:)?//[^\s/?#\\]\S*")
_DEFINITION = lazy(r"^[ >\t]{0,20}\[[^\]\n]{1,999}\]:[ \t]*<?([^\s<>]+)", re.MULTILINE)
_BARE = lazy(r"(?<![A-Za-z0-9/])https?://[!-;=?-~]{1,2000}", re.IGNORECASE)
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
    """The external URLs of an article: those of its front matter, its elements and its text."""
    return [*_in_front_matter(document), *_in_body(document), *_in_text(document)]


def _in_front_matter(document: Document) -> Iterator[External]:
    front_matter = document.front_matter
    for path, raw in front_matter.scalars.items():
        if "//" in raw:
            span = front_matter.span_of(path)
            written = document.text[span.start : span.end]
            if written[:1] in ("'", '"') and written[1:-1] == raw:
                span = Span(span.start + 1, span.end - 1)
            yield from _external(document, raw, span, in_html=False)


def _in_body(document: Document) -> Iterator[External]:
    defined: set[Span] = set()
    for element in document.elements():
        if element.tag == "link" and not _NOT_REQUESTED.isdisjoint(element.value("rel").split()):
            continue
        for attribute in element.attributes:
            value = attribute.value
            if value and "//" in value and not attribute.templated:
                yield from _in_attribute(document, element, attribute, value, defined)


def _in_attribute(
    document: Document, element: Element, attribute: Attribute, value: str, defined: set[Span]
) -> Iterator[External]:
    """The URLs of an attribute; `defined` has the definitions whose URLs are known already."""
    if attribute.name in _ATTRIBUTES:
        span, is_definition = _exact(document, element, value, attribute.value_span)
        if is_definition and span in defined:
            return
        defined.add(span)
        yield from _external(document, value, span, in_html=element.authored)
    elif attribute.name in _SETS:
        for url in (words[0] for part in value.split(",") if (words := part.split())):
            yield from _external(document, url, attribute.value_span, in_html=True)


def _exact(document: Document, element: Element, value: str, span: Span) -> tuple[Span, bool]:
    """The span of a URL, and whether it is that of a link reference definition."""
    text = document.text
    if element.authored or text[span.start : span.end] == value:
        return span, False
    place = text.find(value, span.start, span.end)
    if place >= 0:
        return Span(place, place + len(value)), False
    definition = document.once(_definitions).get(value)
    if definition is not None:
        return definition, True
    return span, False


def _definitions(document: Document) -> dict[str, Span]:
    """The spans of the URLs of link reference definitions; of equal ones, the first."""
    found: dict[str, Span] = {}
    for match in _DEFINITION.finditer(document.text, document.body.start):
        found.setdefault(match[1], Span(*match.span(1)))
    return found


def _in_text(document: Document) -> Iterator[External]:
    """The URLs in text, which most Markdown renderers link; in the text of a link, they are not."""
    if document.is_html or "://" not in document.running_text:
        return
    links = sorted((a.span.start, (a.end_span or a.span).end) for a in document.elements("a"))
    for match in _BARE.finditer(document.running_text):
        start, value = match.start(), _trimmed(match[0])
        after = document.running_text[match.end() : match.end() + 1]
        # Where a URL ends that letters of another script or syntax follow is not certain.
        if after.isalnum() or after == MASK or value.rstrip("/").endswith(":"):
            continue
        # `https://tide.example.org/<name>` and `/{name}` are forms of URLs, not URLs.
        if "{" in value or (after == "<" and match[0][-1] in "/=-_"):
            continue
        link = bisect_right(links, (start, len(document.text))) - 1
        if link < 0 or start >= links[link][1]:
            span = Span(start, start + len(value))
            yield from _external(document, value, span, in_html=False)


def _trimmed(url: str) -> str:
    """A URL without the punctuation of the sentence around it (GFM, 6.9)."""
    while url:
        is_open = url.endswith(")") and url.count(")") > url.count("(")
        if not is_open and url[-1] not in "?!.,:;*_~'\"]}|`":
            return url
        url = url[:-1]
    return url


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
