"""The links of an article, and the article as the target of links.

In one module, for both are collected together, as the facts that the rules about links share.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from contentlint.article.link_elements import ATTRIBUTES, GeneratedTag, is_internal, link_elements
from contentlint.core.entities import unescape
from contentlint.core.patterns import lazy
from contentlint.core.source import Span, contains
from contentlint.core.tuples import NamedTuple
from contentlint.markup.template_syntax import FILLER
from contentlint.site.facts import Fact
from contentlint.site.pages import (
    FRONT,
    LINKS,
    PAGES,
    Heading,
    Kind,
    Link,
    Page,
    link_value,
    page_value,
)

if TYPE_CHECKING:
    from contentlint.article.document import Document
    from contentlint.article.link_elements import Tag
    from contentlint.markup.elements import Attribute

# The destination of an inline link, between angle brackets or not.
_DESTINATION = lazy(r"\s*(<[^<>\n]*>|[^\s()<>]*+(?:\([^\s()]*\)[^\s()]*+)*+)")
_ESCAPE = lazy(r"\\([!-/:-@\[-`{-~])")
_DEFINITION = lazy(
    r"^[ \t>]*\[([^\[\]\n]+)\]:[ \t]*(?:\n[ \t]*)?(<[^<>\n]*>|[^\s<]\S*)", re.MULTILINE
)
_LABEL = lazy(r"\[([^\[\]]+)\](?:\[\])?\Z")
_WIKI = lazy(r"(!?)\[\[([^\[\]\r\n]++)\]\]")
_SCRIPTED = lazy(r"return\s+false|preventDefault")  # in the `onclick` of a link
# Template tags that name a page or file, outside of URLs.
_LINK_TAG = lazy(
    r"\{[{%][<%]?[-~]?\s*(ref|relref|post_link|post_path|asset_path|asset_img|asset_link|link"
    r"|post_url|figure|img|image|include_relative)\b"
)
_TAG_NAME = lazy(r"\{[{%]\{?[<%]?[-~+]?\s*/?([A-Za-z][\w./-]*)")
_COMPONENT = lazy(r"<([A-Z][\w.]*|[a-z]+-[\w-]+)")
_IMPORT = lazy(r"(?m)^import\s[^\n]*\.mdx?[\"']")
_INCLUDE_TAG = lazy(r"\{%-?\s*include\b")
_INCLUDE_LINE = lazy(r"(?m)^(?:\.\. include::|:::? *include\b)")
_INCLUDE_MARK = lazy(r"@include\b|\[!INCLUDE|\{include\}|@\[(?:code|content)|\{!")
_INCLUDE_HINTS = ("@include", "[!INCLUDE", "{include}", "@[co", "{!")
_LIST = lazy(r"\{(?=[^{}\n]*#)([^{}\n]{1,300})\}")
# It starts with a character, not with an alternative: so it is found fast.
_BLOCK_ID = lazy(r"\^(?<![^ \t\n]\^)([A-Za-z0-9-]+)[ \t]*\r?$", re.MULTILINE)
_OPENING = lazy(r"[ \t]{0,3}#{1,6}(?:[ \t]+|\Z)")
_LONGEST = 500


class PlacedLink(NamedTuple):
    """A link of an article.

    Args:
        span: the span of its target; of the whole construct if the target cannot be separated.
        link: the link.
    """

    span: Span
    link: Link


def collect_links(document: "Document") -> Iterator[Fact]:
    """The facts that all rules about links share: the article as a page, and its internal links."""
    start = document.body.start
    yield Fact(Span(start, start), page_value(page_of_article(document)), PAGES)
    fills_links = document.generator.fills_links
    for span, link in document.links:
        # `[](#low)`, which converters keep of the link beside a heading, is not displayed.
        is_hidden = link.target[:1] == "#" and document.text.endswith("[](", 0, span.start)
        if fills_links or not is_hidden:
            yield Fact(span, link_value(link), LINKS)


# --- links


def links_of(document: "Document") -> list[PlacedLink]:
    """The links of the body that are not to other sites, in order."""
    found: dict[tuple[Span, str], PlacedLink] = {}
    definitions = _Definitions(document)
    for element in document.once(link_elements)[0]:
        for each in _of_element(document, element, definitions):
            found.setdefault((each.span, each.link.target), each)
    for each in _of_masks(document):
        found.setdefault((each.span, each.link.target), each)
    return sorted(found.values())


def _of_element(
    document: "Document", element: "Tag", definitions: "_Definitions"
) -> Iterator[PlacedLink]:
    tag = element.tag
    for name in ATTRIBUTES[tag]:
        value = element.value(name)
        if (not value and name != "href") or not is_internal(value):
            continue
        if value[:1] == "#" and _SCRIPTED.search(element.value("onclick")):
            continue
        if isinstance(element, GeneratedTag) or not element.authored:
            if placed := _of_markdown(document, element, value, definitions):
                yield placed
        elif (attribute := element.get(name)) is not None:
            yield from _of_attribute(document, tag, attribute)


def _of_attribute(document: "Document", tag: str, attribute: "Attribute") -> Iterator[PlacedLink]:
    if attribute.value is None:
        return
    kind: Kind = "html" if attribute.name == "href" else "source"
    span = attribute.value_span
    if attribute.templated:
        written = document.text[span.start : span.end]
        yield PlacedLink(span, Link(kind, written, tag, is_templated=True))
    elif attribute.name == "srcset":
        yield from _of_srcset(document, tag, span)
    else:
        yield PlacedLink(span, Link(kind, attribute.value, tag))


def _of_srcset(document: "Document", tag: str, span: Span) -> Iterator[PlacedLink]:
    place = span.start
    for candidate in document.text[span.start : span.end].split(","):
        url = candidate.split()[0] if candidate.split() else ""
        if url and is_internal(url):
            start = place + candidate.index(url)
            yield PlacedLink(Span(start, start + len(url)), Link("source", unescape(url), tag))
        place += len(candidate) + 1


def _of_markdown(
    document: "Document", element: "Tag", value: str, definitions: "_Definitions"
) -> PlacedLink | None:
    """The link of Markdown syntax: its destination, or the definition that it refers to."""
    text, construct = document.text, element.span
    kind: Kind = "image" if element.tag == "img" else "link"
    written = text[construct.start : construct.end]
    if written[:1] == "<":
        return None
    middle = written.rfind("](")
    if middle < 0 or written[-1:] != ")":
        return definitions.find(written, value)
    start = construct.start + middle + 2
    markup = document.markup
    if markup.masks and markup.is_masked(Span(start - 2, construct.end)):
        span = _templated_span(written, middle, construct.start)
        return PlacedLink(span, Link(kind, text[span.start : span.end], "", True))
    # Most destinations are written as they are, with nothing around them.
    if value and text.startswith(value, start):
        span = Span(start, start + len(value))
        if text[span.end] in ") \t\n":
            return PlacedLink(span, Link(kind, value))
    destination = _DESTINATION.match(written, middle + 2)
    if destination is None:
        return definitions.find(written, value)
    first, last = destination.span(1)
    if destination[1][:1] == "<" and destination[1][-1:] == ">":
        first, last = first + 1, last - 1
    span = Span(construct.start + first, construct.start + last)
    if _plain(text[span.start : span.end]) == value:
        return PlacedLink(span, Link(kind, value))
    return PlacedLink(construct, Link(kind, value, is_exact=False))


def _templated_span(written: str, middle: int, shift: int) -> Span:
    """The span of a destination with template syntax: all up to a title or the last bracket."""
    inner = written[middle + 2 : -1]
    plain = inner.rstrip()
    title = plain.rfind(plain[-1], 0, -1) if plain[-1:] in ("'", '"') else 0
    if title > 0 and plain[title - 1] in " \t" and "}" not in plain[title:]:
        plain = plain[:title]
    start = shift + middle + 2 + len(plain) - len(plain.lstrip())
    return Span(start, start + len(plain.strip()))


def _plain(written: str) -> str:
    """A destination without escapes and character references."""
    text = _ESCAPE.sub(r"\1", written) if "\\" in written else written
    return unescape(text) if "&" in text else text


class _Definitions:
    """The link reference definitions of an article, by label."""

    def __init__(self, document: "Document") -> None:
        self._document = document
        self._by_label: dict[str, Span] | None = None

    def find(self, written: str, value: str) -> PlacedLink | None:
        """The definition that a reference uses.

        Args:
            written: the reference.
            value: the destination that the parser found.
        """
        label = _LABEL.search(written)
        if label is None:
            return None
        span = self._spans().get(_normal(label[1]))
        if span is None:
            return None
        if self._document.markup.is_masked(span):
            target = self._document.text[span.start : span.end]
            return PlacedLink(span, Link("definition", target, is_templated=True))
        is_exact = _plain(self._document.text[span.start : span.end]) == value
        return PlacedLink(span, Link("definition", value, is_exact=is_exact)) if is_exact else None

    def _spans(self) -> dict[str, Span]:
        if self._by_label is None:
            self._by_label = {}
            text, start = self._document.text, self._document.body.start
            for match in _DEFINITION.finditer(text, start):
                place, end = match.span(2)
                if match[2][0] == "<":
                    place, end = place + 1, end - 1
                self._by_label.setdefault(_normal(match[1]), Span(place, end))
        return self._by_label


def _normal(label: str) -> str:
    return " ".join(label.split()).casefold()


def _of_masks(document: "Document") -> Iterator[PlacedLink]:
    """Wikilinks and template tags outside of URLs and code."""
    text, markup = document.text, document.markup
    if "[[" not in text and "{%" not in text and "{{" not in text:
        return
    for mask in markup.masks:
        if text.startswith(("[[", "![["), mask.start):
            wiki = _WIKI.fullmatch(text, *mask)
            if wiki is not None and not markup.is_literal(mask.start):
                kind: Kind = "embed" if wiki[1] else "wiki"
                yield PlacedLink(Span(*wiki.span(2)), Link(kind, wiki[2]))
        elif (tag := _LINK_TAG.match(text, *mask)) is not None:
            before = text[max(0, mask.start - 2) : mask.start]
            if not before.endswith(("(", '"', "'", "=")) and not markup.is_literal(mask.start):
                yield PlacedLink(mask, Link("tag", text[mask.start : mask.end], tag[1], True))


# --- the page


def page_of_article(document: "Document") -> Page:
    """The article as the target of links; its path is empty."""
    elements = document.once(link_elements)[1]
    headings = [_heading(document, element) for element in elements]
    spans = [element.span for element in elements]
    return Page("", _front(document), headings, _ids(document, spans), _opens(document))


def _front(document: "Document") -> dict[str, Any]:
    data = document.front_matter.data
    found = {}
    for key, value in data.items() if isinstance(data, dict) else ():
        name = str(key).lower()
        if name in FRONT and (kept := _kept(value)) not in (None, ""):
            found[name] = kept
    return found


def _kept(value: Any, depth: int = 0) -> Any:
    """A value of front matter as JSON, without long strings."""
    if isinstance(value, (bool, int, float)) or value is None:
        return value if value == value else None  # not a number
    if isinstance(value, str):
        return value[:_LONGEST]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (list, tuple)) and depth < 2:
        return [_kept(each, depth + 1) for each in value[:50]]
    if isinstance(value, dict) and depth < 2:
        return {str(key): _kept(each, depth + 1) for key, each in list(value.items())[:20]}
    return None


def _heading(document: "Document", element: "Tag") -> Heading:
    text, span = document.text, element.span
    level = int(element.tag[1])
    if not isinstance(element, GeneratedTag) and element.authored:
        end = element.end_span.start if element.end_span else span.end
        raw, id = text[span.end : end], element.value("id")
        shown = element.text
        return Heading(level, _line(shown), raw.strip(), id, True, FILLER in shown + id)
    raw = text[span.start : span.end].strip()
    opening = _OPENING.match(raw)
    if opening is not None:
        raw = raw[opening.end() :]
        raw = _without_closing(raw) if raw[-1:] == "#" else raw
    else:
        raw = raw.rpartition("\n")[0].strip() or raw
    shown, id = element.text, element.value("id")
    if not id and "{" in raw and (id := _id_at_end(raw)):
        shown = _without_marker(shown)
    return Heading(level, _line(shown), raw, id, False, FILLER in shown)


def _without_closing(raw: str) -> str:
    """The content of a heading without the `#` that close it."""
    plain = raw.rstrip("#")
    return plain.rstrip() if not plain or plain[-1] in " \t" else raw


def _without_marker(shown: str) -> str:
    """The text of a heading without its id in braces, which may be masked."""
    plain = shown.rstrip(" \t#")
    if plain[-1:] == "}" and "{" in plain:
        return plain[: plain.rfind("{")].rstrip()
    return plain.rstrip(FILLER).rstrip() if plain[-1:] == FILLER else shown


def _id_at_end(raw: str) -> str:
    """The id in braces at the end of a heading: `{#id}`, `{: #id }`, `{/* #id */}`."""
    plain = raw.rstrip(" \t#")
    start = plain.rfind("{")
    if start < 0 or plain[-1:] != "}":
        return ""
    inner = plain[start + 1 : -1]
    if not inner.startswith("/*"):
        return _id_in(inner)
    words = inner.removeprefix("/*").removesuffix("*/").split()
    return words[0].removeprefix("#") if len(words) == 1 and inner.endswith("*/") else ""


def _id_in(attributes: str) -> str:
    """The id in a list of attributes, such as `#low .note`; empty if it has none."""
    found = (word for word in attributes.removeprefix(":").split() if word[0] == "#")
    return next(found, "")[1:]


def _line(text: str) -> str:
    """A text on one line, without white space around its line breaks."""
    text = text.strip()
    return " ".join(map(str.strip, text.split("\n"))) if "\n" in text else text


def _ids(document: "Document", headings: list[Span]) -> list[str]:
    """The values of `id` and `name` attributes, ids of attribute lists, and ids of blocks."""
    text, start = document.text, document.body.start
    found = dict.fromkeys(() if document.markup.is_generated else _of_attributes(document))
    if "{" in text and "#" in text:
        starts, ends = zip(*sorted(headings), strict=True) if headings else ((), ())
        reached = list(accumulate(ends, max))
        for match in _LIST.finditer(text, start):
            id = _id_in(match[1])
            before = bisect_right(starts, match.start()) if id else 0
            # Not in a heading, which has the id then.
            if id and not (before and match.start() < reached[before - 1]):
                found[id] = None
    if "^" in text and "wikilinks" in document.generator.marks:
        found.update((f"^{match[1]}", None) for match in _BLOCK_ID.finditer(text, start))
    return [each for each in found if each and FILLER not in each]


def _of_attributes(document: "Document") -> Iterator[str]:
    for name in ("id", "name"):
        for element in document.elements_with(name):
            if element.authored and element.tag not in ("input", "meta", "param", "slot"):
                yield element.value(name)


def _opens(document: "Document") -> list[str]:
    """The names of what may add content to the page."""
    text, start = document.text, document.body.start
    found = set()
    if "<" in text and not document.is_html:
        found.update(_COMPONENT.findall(text, start))
    for mask in document.markup.masks:
        if (tag := _TAG_NAME.match(text, *mask)) is not None:
            found.add(tag[1])
    if not document.generator.is_known and "\n: " in text:
        found.add("definition list")  # some generators give its terms ids
    found.update(_inserts(text, start))
    return sorted(found)[:60]


def _inserts(text: str, start: int) -> Iterator[str]:
    """The names of the ways in which a body inserts other files.

    Most do not, which quick searches find out; searching for one pattern with all of them takes ten
    times as long.
    """
    if ("\nimport" in text or text.startswith("import")) and _IMPORT.search(text, start):
        yield "import"
    if contains(text, "8<--") and text.find("--8<--", start) >= 0:
        yield "--8<--"
    if contains(text, "![[") and text.find("![[", start) >= 0:
        yield "embed"
    if _includes(text, start):
        yield "include"


def _includes(text: str, start: int) -> bool:
    if "include" in text:
        if _INCLUDE_TAG.search(text, start):
            return True
        if "::" in text and _INCLUDE_LINE.search(text, start):
            return True
    is_marked = any(contains(text, hint) for hint in _INCLUDE_HINTS)
    return is_marked and _INCLUDE_MARK.search(text, start) is not None
