"""Which pictures an article has, in the order of the text, and what its body says of them."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cache, partial
from itertools import islice
from typing import TYPE_CHECKING

from contentlint.article.images.credit import (
    ImageCredit,
    Where,
    credit,
    is_credit,
    plain_text,
    speaks_of_all,
)
from contentlint.article.images.image import Image, Told
from contentlint.article.images.keys import for_all, in_front_matter, is_image, listed
from contentlint.core.patterns import lazy
from contentlint.core.source import Span

if TYPE_CHECKING:
    from contentlint.article.document import Document
    from contentlint.markup.elements import Attribute, Element

General = Callable[[], ImageCredit | None]
Captions = Callable[["Element"], "list[Element]"]

# Where scripts that load pictures late keep the address.
_LATE = ("data-src", "data-original", "data-lazy-src", "data-lazy", "data-actualsrc", "data-echo")
_SAYS_WHOSE = ("data-credit", "data-copyright", "data-author", "data-photographer", "data-caption")

# How much of the article is its head, and its foot, in code points.
_ENDS = 1200
_LONGEST_LINE = 200

# What of the source stands between a picture and the words behind it.
_BETWEEN = lazy(
    r"(?:[ \t\r]|\]\([^()\s]*\)|\{[^{}\n]*\}|</?(?:a|span|picture|br|em|i|b|small|strong|sub|"
    r"center|font|source|noscript)\b[^<>]*>|[*_>\\|])*",
    re.IGNORECASE,
)
_NEXT_BLOCK = lazy(
    r"(?:\s|</?(?:p|div|figure|center|em|i|small|span|td|tr)\b[^<>]*>|[*_>\\|])*", re.IGNORECASE
)
_BLOCK_END = lazy(r"\n|</?(?:p|div|figure|li|td|tr|ul|ol|h[1-6]|table|img|section)\b|!\[|\Z")
_LINES = lazy(r"\n|</?(?:p|div|br|li|h[1-6]|section|article|header|footer)\b[^<>]*>")
_HAS_IMAGE = lazy(r"!\[|<img\b|<figure\b|\{\{[<%]\s*figure", re.IGNORECASE)

# The page of a picture, which says whose it is; the terms of these hosts take a link to it.
_PAGE = lazy(
    r"https?://(?:commons\.wikimedia\.org/wiki/[^\s]+|[a-z-]+\.wikipedia\.org/wiki/[^/\s:]+:[^\s]+|"
    r"(?:www\.)?flickr\.com/photos/[^/\s]+/\d+|flic\.kr/p/\w+|unsplash\.com/(?:photos/|@)[^\s]+|"
    r"(?:www\.)?pexels\.com/(?:[a-z-]+/)?photo/[^\s]+|pixabay\.com/(?:[a-z]+/)?"
    r"(?:photos|illustrations|vectors|images)/[^\s]+|(?:www\.)?geograph\.org\.uk/photo/\d+|"
    r"openverse\.org/image/[^\s]+|(?:m\.)?xkcd\.com/\d+)",
    re.IGNORECASE,
)
_CREDIT_CLASS = lazy(r"(?:^|[\s_-])(?:credits?|copyright|attribution|photographer)(?:$|[\s_-])")
_CLASSES = lazy(
    r"(?:^|[\s_-])(?:credits?|copyright|attribution|photographer|caption|legend)(?:$|[\s_-])"
)
# How many elements around a picture may hold its caption, and where that ends.
_NEAR = 3
_MOST_FIGURES = 30
_OF_THE_PAGE = frozenset({"body", "article", "section", "main"})
_MOST_CAPTIONS = 20

# {{< figure src="a.jpg" attr="Mara Ellwood" >}} · {% asset_img a.jpg The ferry %}
_SHORTCODE = lazy(
    r"\{\{[<%]\s*(?:figure|img|image|picture)\b|"
    r"\{%-?\s*(?:asset_img|img|image|figure|include(?:_relative)?\s+[\w/-]*(?:figure|image|img|picture)[\w./-]*)\s"
)
_PARAMETER = lazy(
    r"""(?P<name>[A-Za-z][\w-]*)\s*=\s*(?P<value>"[^"]*"|'[^']*'|`[^`]*`|[^\s"'`]+)|"""
    r"""(?P<bare>"[^"]*"|'[^']*'|[^\s"'`%>}{]+)"""
)
_URLS = ("src", "url", "image", "image_path", "path", "file", "img")
_MAKERS = ("attr", "author", "credit", "attribution", "photographer", "by", "copyright", "source")
_LINKS = ("attrlink", "creditlink", "sourceurl", "source_url")


def images_of(document: "Document") -> list[Image]:
    """The pictures of an article: those of the front matter, then those of the body in order."""
    found = list(in_front_matter(document))
    elements = list(document.elements("img", "video", "amp-img"))
    shortcodes = _shortcodes(document)
    if not elements and not shortcodes:
        return found
    general = cache(lambda: _general_credit(document))
    captions = cache(_captions)
    in_body = (_in_body(document, element, general, captions) for element in elements)
    body = [image for image in in_body if image is not None]
    for mask, start in shortcodes:
        body += _in_shortcode(document, mask, start, general)
    if shortcodes:
        body.sort(key=lambda image: image.span)
    return found + body


def _in_body(
    document: "Document", element: "Element", general: General, captions: Captions
) -> Image | None:
    attribute = _url_of(element)
    if attribute is None and element.tag != "img":
        return None
    url = (attribute.value or "").strip() if attribute is not None else ""
    span = attribute.value_span if attribute is not None else element.span
    if attribute is not None and attribute.name == "srcset":
        url = url.split()[0].rstrip(",") if url else ""
    alt = element.value("alt") if element.get("alt") is not None else None
    told = partial(_told, document, element, url, general, captions)
    return Image(url, span, alt, told, None, element)


def _url_of(element: "Element") -> "Attribute | None":
    """The attribute that says which picture is shown in the end."""
    if element.tag == "video":
        return element.get("poster")
    source = element.get("src")
    is_filler = source is None or (source.value or "").strip().lower()[:5] in ("", "data:")
    if is_filler:
        for name in (*_LATE, "srcset"):
            attribute = element.get(name)
            if attribute is not None and attribute.value:
                return attribute
    return source


def _told(
    document: "Document", element: "Element", url: str, general: General, captions: Captions
) -> Told:
    caption, found = _captioned(document, element, captions)
    for name in _SAYS_WHOSE:
        said = element.value(name)
        if found is None and said and (name != "data-caption" or is_credit(said)):
            found = credit(said, "caption")
    wheres: tuple[Where, Where] = ("title", "alt")
    for where in wheres:
        said = element.value(where)
        if found is None and said and is_credit(said):
            found = credit(said, where)
    found = found or _line_by(document, element.span)
    if page := _page(element):
        found = found or ImageCredit(page, "link")
        found = found._replace(source=found.source or page)
    return Told(caption, found or listed(document, url) or general())


def _page(element: "Element") -> str | None:
    """The address of the picture's own page, where the picture leads there."""
    link = element.closest("a")
    match = _PAGE.match(link.value("href").strip()) if link is not None else None
    return match[0] if match else None


def _captioned(
    document: "Document", element: "Element", captions: Captions
) -> tuple[str, ImageCredit | None]:
    """The caption of a picture as readers see it, and the credit in it."""
    seen = ""
    for number, around in enumerate(islice(element.ancestors(), _MOST_FIGURES)):
        if around.tag in _OF_THE_PAGE:
            break
        if around.tag != "figure" and number >= _NEAR:
            continue
        for child in captions(around):
            # Outside of a figure, the caption is what comes next.
            is_before = child.span.start < element.span.start and around.tag != "figure"
            if is_before or _holds(child, element):
                continue
            words = " ".join(child.text.split())
            seen = seen or words
            found = _credit_in(document, child, words)
            if found is not None:
                return seen, found
            if around.tag != "figure":
                break
    return seen or element.value("title").strip(), None


def _captions(around: "Element") -> "list[Element]":
    """The first captions directly in an element."""
    found = []
    for child in around.children:
        if child.tag == "figcaption" or _CLASSES.search(child.value("class").lower()):
            found.append(child)
            if len(found) == _MOST_CAPTIONS:
                break
    return found


def _credit_in(document: "Document", caption: "Element", words: str) -> ImageCredit | None:
    """The credit in a caption: its words, or an element that is called so."""
    written = _written(document, caption) or words
    if words and _CREDIT_CLASS.search(caption.value("class").lower()):
        return _named(credit(written, "caption"))
    if words and is_credit(written):
        return credit(written, "caption")
    for inner in caption.children[:_MOST_CAPTIONS]:
        if _CREDIT_CLASS.search(inner.value("class").lower()) and inner.text.strip():
            return _named(credit(_written(document, inner) or inner.text, "caption"))
    return None


def _named(said: ImageCredit) -> ImageCredit:
    """A credit whose place says that it is one, so that all of it is the name."""
    return said._replace(author=said.author or said.text or None)


def _holds(outer: "Element", inner: "Element") -> bool:
    return inner == outer or any(around == outer for around in inner.ancestors())


def _written(document: "Document", element: "Element") -> str:
    """What stands in an element, as its author wrote it."""
    end = element.end_span.start if element.end_span is not None else element.span.end
    return document.text[element.span.end : end]


def _line_by(document: "Document", image: Span) -> ImageCredit | None:
    """The credit in the words right behind a picture, or right before it on a line of their own."""
    text = document.text
    place = _end_of(_BETWEEN, text, image.end)
    if place < len(text) and text[place] == "\n" and text[place + 1 : place + 2].strip():
        place = _end_of(_BETWEEN, text, place + 1)
    elif place >= len(text) or text[place] in "\n<":
        place = _end_of(_NEXT_BLOCK, text, place)
    line = _line_at(text, place)
    plain = plain_text(line)
    if plain and len(plain) <= _LONGEST_LINE and is_credit(line):
        return credit(line, "line")
    earliest = max(image.start - 4 * _LONGEST_LINE, 0)
    start = text.rfind("\n", earliest, max(image.start - 1, 0)) + 1
    before = text[max(start, earliest) : image.start]
    plain = plain_text(before)
    is_apart = plain and len(plain) <= _LONGEST_LINE and not _HAS_IMAGE.search(before)
    return credit(before, "line") if is_apart and is_credit(before) else None


def _end_of(pattern: re.Pattern[str], text: str, place: int) -> int:
    match = pattern.match(text, place)
    return match.end() if match else place


def _line_at(text: str, place: int) -> str:
    end = _BLOCK_END.search(text, place, place + 4 * _LONGEST_LINE)
    return text[place : end.start() if end else place + 4 * _LONGEST_LINE]


def _general_credit(document: "Document") -> ImageCredit | None:
    """A credit for all pictures: a key of the front matter, or a line at an end of the text."""
    found = for_all(document)
    if found is not None:
        return found
    text = document.text
    start = document.body.start
    middle = max(start + _ENDS, len(text) - _ENDS)
    ends = [text[start : start + _ENDS]]
    if len(text) > start + _ENDS:
        ends.append(text[middle:])
    for end in ends:
        previous = ""
        for line in _LINES.split(end):
            if not line.strip():
                continue
            plain = plain_text(line)
            # A line at a picture is that picture's.
            is_apart = not _HAS_IMAGE.search(line) and not _HAS_IMAGE.search(previous)
            if is_apart and len(plain) <= _LONGEST_LINE and speaks_of_all(plain):
                return credit(line, "article")
            previous = line
    return None


# --- tags of generators


def _shortcodes(document: "Document") -> list[tuple[Span, int]]:
    """A generator's tags of pictures, and where their parameters begin; none that code shows."""
    masks = document.markup.masks
    if not masks:
        return []
    text = document.text
    found = [
        (mask, opening.end())
        for mask in masks
        if (opening := _SHORTCODE.match(text, mask.start, mask.end)) is not None
        and "{{" not in text[opening.end() : mask.end]
    ]
    if not found:
        return []
    runs = document.text_runs
    starts = [run.span.start for run in runs]
    # One that stands alone in its line is a comment in the place of a block.
    blocks = {comment.start for comment in document.markup.comments()}
    return [
        (mask, start)
        for mask, start in found
        if mask.start in blocks
        or ((place := bisect_right(starts, mask.start)) and mask.start < runs[place - 1].span.end)
    ]


def _in_shortcode(
    document: "Document", mask: Span, start: int, general: General
) -> Iterator[Image]:
    named: dict[str, str] = {}
    url: tuple[str, Span] | None = None
    for match in _PARAMETER.finditer(document.text, start, mask.end):
        name = "bare" if match["bare"] else "value"
        raw = match[name]
        quotes = 1 if raw[:1] in ("'", '"', "`") else 0
        value = raw[quotes : len(raw) - quotes]
        place = match.start(name) + quotes
        if match["name"]:
            named.setdefault(match["name"].lower(), value)
        is_url = match["name"] is None or match["name"].lower() in _URLS
        if url is None and is_url and is_image(value):
            url = value, Span(place, place + len(value))
    if url is not None:
        told = partial(_told_by_parameters, document, mask, named, url[0], general)
        yield Image(*url, named.get("alt"), told)


def _told_by_parameters(
    document: "Document", mask: Span, named: dict[str, str], url: str, general: General
) -> Told:
    caption = named.get("caption") or named.get("title") or ""
    found = None
    if words := next((named[name] for name in _MAKERS if named.get(name)), ""):
        found = _named(credit(words, "caption"))
    for words in (caption, named.get("title", ""), named.get("alt", "")):
        if found is None and words and is_credit(words):
            found = credit(words, "caption")
    if found is not None and found.source is None:
        link = next((named[name] for name in _LINKS if named.get(name)), None)
        found = found._replace(source=link)
    found = found or _line_by(document, mask)
    return Told(caption, found or listed(document, url) or general())
