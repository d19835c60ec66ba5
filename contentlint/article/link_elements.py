"""The elements of links, images and headings of an article.

In Markdown without HTML, they are found in the rendered text: it is as regular as the code that
wrote it, and has each element once. A search takes a moment; otherwise every element of the tree
needs an object, a location and several lookups, although most links are to other sites.
"""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias

from contentlint.core.entities import unescape
from contentlint.core.patterns import lazy
from contentlint.core.source import Span

if TYPE_CHECKING:
    from contentlint.article.document import Document
    from contentlint.markup.elements import Element
    from contentlint.markup.tree import Markup

    Tag: TypeAlias = "Element | GeneratedTag"

ATTRIBUTES = {
    "a": ("href",),
    "area": ("href",),
    "audio": ("src",),
    "embed": ("src",),
    "iframe": ("src",),
    "img": ("src", "srcset"),
    "object": ("data",),
    "source": ("src", "srcset"),
    "track": ("src",),
    "video": ("src", "poster"),
}
"""The attributes with URLs of each element."""

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_EXTERNAL = lazy(r"\s*(?:https?:)?//|\s*(?:data|tel|javascript|blob):", re.IGNORECASE)
# A link without `href` has an empty destination. Values have no `<` and `>`, which are escaped.
_LINK = lazy(
    r'<(?:(a)(?: href="(?!https?://)([^"<>]*)"[^<>]*| title="[^"<>]*")?'
    r'|(img) src="(?!https?://)([^"<>]*)"[^<>]*)>'
)
_HEADING = lazy(r'<(h[1-6])(?: id="([^"<>]*)")?>([^<]*(?:<(?!/h[1-6]>)[^<]*)*)')
_TAG = lazy(r"<[^<>]*>")


class GeneratedTag:
    """A tag that Markdown syntax makes, as far as links need it; otherwise like `Element`.

    Args:
        markup: the body.
        tag: the name of the element.
        start, end: its start tag in the rendered text.
        attribute: the value of `href`, `src` or `id`; empty for none.
        content: the rendered text of the element.
    """

    __slots__ = ("_attribute", "_content", "_markup", "_place", "_span", "tag")

    def __init__(
        self, markup: "Markup", tag: str, start: int, end: int, attribute: str, content: str = ""
    ) -> None:
        self.tag = tag
        self._markup = markup
        self._place = Span(start, end)
        self._span: Span | None = None
        self._attribute = attribute
        self._content = content

    @property
    def span(self) -> Span:
        """The span of the construct in the file."""
        if self._span is None:
            self._span = self._markup.source_map.span(self._place)
        return self._span

    @property
    def text(self) -> str:
        """The text content with character references resolved."""
        return _plain(_TAG.sub("", self._content) if "<" in self._content else self._content)

    def value(self, name: str) -> str:
        """The value of an attribute; empty if the element does not have it."""
        return self._attribute if name == ATTRIBUTES.get(self.tag, ("id",))[0] else ""


def link_elements(document: "Document") -> "tuple[Sequence[Tag], Sequence[Tag]]":
    """The elements with URLs, and the headings, in order; links to other sites may be left out."""
    markup = document.markup
    if markup.is_generated:
        html = markup.html
        if "\r" in html:
            html = html.replace("\r\n", " \n").replace("\r", "\n")  # as for the parser
        return list(_links(markup, html)), list(_headings(markup, html))
    links: list[Element] = []
    headings: list[Element] = []
    for element in document.elements(*ATTRIBUTES, *_HEADINGS):
        (headings if element.tag in _HEADINGS else links).append(element)
    return links, headings


def is_internal(url: str) -> bool:
    """Whether a URL may be one of the site."""
    return not url.startswith(("https://", "http://")) and _EXTERNAL.match(url) is None


def _links(markup: "Markup", html: str) -> Iterator[GeneratedTag]:
    for match in _LINK.finditer(html):
        link, target, image, source = match.groups("")
        url = _plain(target or source)
        if is_internal(url):
            yield GeneratedTag(markup, link or image, *match.span(), url)


def _headings(markup: "Markup", html: str) -> Iterator[GeneratedTag]:
    for match in _HEADING.finditer(html):
        tag, id, content = match.groups("")
        yield GeneratedTag(markup, tag, match.start(), match.start(3), _plain(id), content)


def _plain(text: str) -> str:
    return unescape(text) if "&" in text else text
