"""The URLs of an article, in tags, Markdown and front matter, as browsers parse them."""

from collections.abc import Iterator

from contentlint.rule import Document, Element, NamedTuple, Span, is_templated, lazy, unescape

# Attributes with a single URL as value, and SMIL attributes that can set one.
_URL_ATTRIBUTES = frozenset(
    "href src action formaction data poster background cite longdesc xlink:href ping manifest "
    "codebase classid to from values".split()
)
# Elements other than images that may have a URL in an attribute other than `href`.
_OTHER_TAGS = frozenset(
    "iframe script embed frame audio source track video object applet form animate set svg".split()
)
_SMIL_ATTRIBUTES = frozenset({"to", "from", "values"})
_SMIL_TAGS = frozenset({"animate", "set"})
_DROPPED = {ord("\t"): None, ord("\n"): None, ord("\r"): None}
_TRIMMED = "".join(map(chr, range(0x21)))
_SCHEME = lazy(r"[A-Za-z][A-Za-z0-9+.-]{0,30}:")
# A link as Markdown generates it, which contains no other.
_LINK = lazy(r'<a href="([^"<>]*+)"[^<>]*+>([^<]*+(?:<(?!/a>)[^<]*+)*+)')
_TAG = lazy(r"<[^<>]*+>")
_FRONT_MATTER_LINK = lazy(r"(?:[A-Za-z][A-Za-z0-9+.-]{0,30}:|//)\S*")


class Url(NamedTuple):
    """One URL.

    Args:
        value: as a browser parses it: references resolved, tabs and line endings removed.
        span: its place.
        name: the name of the attribute, or the key.
        element: the element of the attribute; None in front matter.
    """

    value: str
    span: Span
    name: str
    element: Element | None

    @property
    def tag(self) -> str:
        """The tag name of the element; empty in front matter."""
        return self.element.tag if self.element else ""


def browser_url(value: str) -> str:
    """A URL without what the parser of the URL Standard drops (4.4, basic URL parser)."""
    return value.strip(_TRIMMED).translate(_DROPPED)


def url_text(document: Document) -> str:
    """The URLs in tags of the body, in lower case, as browsers parse them, separated by NUL.

    A text for a quick search before a rule looks at each URL. URLs of images are left out, since
    nobody follows them; if an element has a URL in another attribute, all values are included.
    """
    markup = document.markup
    if markup.is_generated or _OTHER_TAGS.isdisjoint(markup.tags):
        found = [href for href, _text in document.once(links)]
    else:
        attributes = markup.tree.xpath("//@*")
        found = [str(value) for value in attributes] if isinstance(attributes, list) else []
    joined = "\0".join(found).lower()
    if "\n" in joined or "\t" in joined or "\r" in joined:
        joined = joined.translate(_DROPPED)
    return joined


def links(document: Document) -> list[tuple[str, str]]:
    """The URL and the text of every element with an `href`, references resolved."""
    markup = document.markup
    if not markup.is_generated:
        return [(node.attr("href") or "", node.text) for node in markup.tree.select("[href]")]
    # The rendered text is as regular as the code that wrote it, so that no tree is needed.
    html = markup.html
    if "\r" in html:
        html = html.replace("\r\n", " \n").replace("\r", "\n")  # as for the parser
    return [
        (_plain(href), _plain(_TAG.sub("", text) if "<" in text else text))
        for href, text in _LINK.findall(html)
    ]


def _plain(text: str) -> str:
    return unescape(text) if "&" in text else text


def front_matter_text(document: Document) -> str:
    """The text of the front matter."""
    return document.text[: document.front_matter.body_start]


def urls(document: Document) -> list[Url]:
    """All URLs, those in front matter first; templated values are skipped."""
    return [*_front_matter_urls(document), *_body_urls(document)]


def _front_matter_urls(document: Document) -> Iterator[Url]:
    front_matter = document.front_matter
    for path, raw in front_matter.scalars.items():
        value = browser_url(raw)
        if _FRONT_MATTER_LINK.fullmatch(value) and not is_templated(raw):
            yield Url(value, front_matter.span_of(path), ".".join(map(str, path)), None)


def _body_urls(document: Document) -> Iterator[Url]:
    for element in document.elements():
        for attribute in element.attributes:
            name = attribute.name
            if name not in _URL_ATTRIBUTES or attribute.templated or not attribute.value:
                continue
            if name in _SMIL_ATTRIBUTES and element.tag not in _SMIL_TAGS:
                continue
            value = browser_url(attribute.value)
            yield Url(value, attribute.value_span, name, element)


def scheme(value: str) -> str:
    """The scheme of a parsed URL in lower case, without the colon; empty if there is none."""
    match = _SCHEME.match(value)
    return match[0][:-1].lower() if match else ""
