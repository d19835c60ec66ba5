"""The addresses of an article, in tags, in Markdown and in front matter, as browsers read them."""

from collections.abc import Iterator
from typing import NamedTuple

from contentlint.rule import Document, Element, Span, is_templated, lazy

# Attributes that hold one address, and those of SMIL that may put one in its place.
_ONE = frozenset(
    "href src action formaction data poster background cite longdesc xlink:href ping manifest "
    "codebase classid to from values".split()
)
# Elements other than pictures that may hold an address in another attribute than `href`.
_OTHERS = frozenset(
    "iframe script embed frame audio source track video object applet form animate set svg".split()
)
_OF_ANIMATION = frozenset({"to", "from", "values"})
_ANIMATIONS = frozenset({"animate", "set"})
_DROPPED = {ord("\t"): None, ord("\n"): None, ord("\r"): None}
_AROUND = "".join(map(chr, range(0x21)))
_SCHEME = lazy(r"[A-Za-z][A-Za-z0-9+.-]{0,30}:")
_FRONT_MATTER_LINK = lazy(r"(?:[A-Za-z][A-Za-z0-9+.-]{0,30}:|//)\S*")


class Url(NamedTuple):
    """One address.

    Args:
        value: as a browser reads it: references resolved, tabs and line ends taken out.
        span: where it stands.
        name: the attribute's name, or the key.
        element: the tag that it is of; None in front matter.
    """

    value: str
    span: Span
    name: str
    element: Element | None

    @property
    def tag(self) -> str:
        """The name of the tag; empty in front matter."""
        return self.element.tag if self.element else ""


def as_browsers_read(value: str) -> str:
    """An address without what the URL Standard's parser drops (4.4, basic URL parser)."""
    return value.strip(_AROUND).translate(_DROPPED)


def values(document: Document) -> str:
    """The addresses in tags of the body in lower case, as browsers read them, NUL between them.

    Those of pictures are left out, which nobody follows; where an element holds an address in
    another attribute, all values are there.

    Text to look for signs in, before anything is looked at closely.
    """
    tree = document.markup.tree
    if _OTHERS.isdisjoint(document.markup.tags):
        found = [href for href, _text in document.once(links)]
    else:
        attributes = tree.xpath("//@*")
        found = [str(value) for value in attributes] if isinstance(attributes, list) else []
    joined = "\0".join(found).lower()
    if "\n" in joined or "\t" in joined or "\r" in joined:
        joined = joined.translate(_DROPPED)
    return joined


def links(document: Document) -> list[tuple[str, str]]:
    """The address and the text of every element with an `href`, references resolved."""
    return [(node.attr("href") or "", node.text) for node in document.markup.tree.select("[href]")]


def head(document: Document) -> str:
    """The text of the front matter."""
    return document.text[: document.front_matter.body_start]


def urls(document: Document) -> list[Url]:
    """All addresses, those of the front matter first; what a generator fills in is left out."""
    return [*_of_front_matter(document), *_of_body(document)]


def _of_front_matter(document: Document) -> Iterator[Url]:
    front_matter = document.front_matter
    for path, raw in front_matter.scalars.items():
        value = as_browsers_read(raw)
        if _FRONT_MATTER_LINK.fullmatch(value) and not is_templated(raw):
            yield Url(value, front_matter.span_of(path), ".".join(map(str, path)), None)


def _of_body(document: Document) -> Iterator[Url]:
    for element in document.elements():
        for attribute in element.attributes:
            name = attribute.name
            if name not in _ONE or attribute.templated or not attribute.value:
                continue
            if name in _OF_ANIMATION and element.tag not in _ANIMATIONS:
                continue
            value = as_browsers_read(attribute.value)
            yield Url(value, attribute.value_span, name, element)


def scheme(value: str) -> str:
    """The scheme of an address as browsers read it, in lower case without the colon, or nothing."""
    match = _SCHEME.match(value)
    return match[0][:-1].lower() if match else ""
