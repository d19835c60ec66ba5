"""The images of an article in document order, with the captions and credits in its body."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cache, partial
from itertools import islice
from typing import TYPE_CHECKING

from contentlint.article.images.article_credits import HAS_IMAGE, MAX_LINE, ArticleCredits
from contentlint.article.images.credit import (
    ImageCredit,
    Where,
    credit,
    is_credit,
    plain_text,
)
from contentlint.article.images.host_pages import image_page, linked_pages
from contentlint.article.images.image import Annotation, Image
from contentlint.article.images.keys import (
    credit_in_article_keys,
    credit_in_file,
    front_matter_images,
    is_image,
)
from contentlint.core.patterns import lazy
from contentlint.core.source import Span

if TYPE_CHECKING:
    from contentlint.article.document import Document
    from contentlint.markup.elements import Attribute, Element

ArticleCredit = Callable[[], ImageCredit | None]
Captions = Callable[["Element"], "list[Element]"]

# Attributes with the URL of an image that a script loads later.
_LAZY = ("data-src", "data-original", "data-lazy-src", "data-lazy", "data-actualsrc", "data-echo")
_CREDIT_ATTRIBUTES = (
    "data-credit",
    "data-copyright",
    "data-author",
    "data-photographer",
    "data-caption",
)

# Source text that may be between an image and the text after it.
_BETWEEN = lazy(
    r"(?:[ \t\r]|\]\([^()\s]*\)|\{[^{}\n]*\}|</?(?:a|span|picture|br|em|i|b|small|strong|sub|"
    r"center|font|source|noscript)\b[^<>]*>|[*_>\\|])*",
    re.IGNORECASE,
)
_NEXT_BLOCK = lazy(
    r"(?:\s|</?(?:p|div|figure|center|em|i|small|span|td|tr)\b[^<>]*>|[*_>\\|])*", re.IGNORECASE
)
# Some writers use the smallest headings for captions.
_HEADING = lazy(r"\s*#{1,4}[ \t]")
_BLOCK_END = lazy(r"\n|</?(?:p|div|figure|li|td|tr|ul|ol|h[1-6]|table|img|section)\b|!\[|\Z")
_CREDIT_CLASS = lazy(r"(?:^|[\s_-])(?:credits?|copyright|attribution|photographer)(?:$|[\s_-])")
_CLASSES = lazy(
    r"(?:^|[\s_-])(?:credits?|copyright|attribution|photographer|caption|legend)(?:$|[\s_-])"
)
# How many ancestors of an image are searched for its caption, and where the search ends.
_NEAR = 3
_MAX_ANCESTORS = 30
_PAGE_ELEMENTS = frozenset({"body", "article", "section", "main"})
_MAX_CAPTIONS = 20

# {{< figure src="a.jpg" attr="Mara Ellwood" >}} · {% asset_img a.jpg The ferry %}
_SHORTCODE = lazy(
    r"\{\{[<%]\s*(?:figure|img|image|picture)\b|"
    r"\{%-?\s*(?:asset_img|img|image|figure|include(?:_relative)?\s+[\w/-]*(?:figure|image|img|picture)[\w./-]*)\s"
)
_PARAMETER = lazy(
    r"""(?P<name>[A-Za-z][\w-]*)\s*=\s*(?P<value>"[^"]*"|'[^']*'|`[^`]*`|[^\s"'`]+)|"""
    r"""(?P<bare>"[^"]*"|'[^']*'|[^\s"'`%>}{]+)"""
)
_URL_PARAMETERS = ("src", "url", "image", "image_path", "path", "file", "img")
_AUTHOR_PARAMETERS = (
    "attr",
    "author",
    "credit",
    "attribution",
    "photographer",
    "by",
    "copyright",
    "source",
)
_LINK_PARAMETERS = ("attrlink", "creditlink", "sourceurl", "source_url")


def images_of(document: "Document") -> list[Image]:
    """The images of an article: those in the front matter, then those in the body in order."""
    credits = ArticleCredits(document)
    found = list(front_matter_images(document, credits))
    elements = list(document.elements("img", "video", "amp-img"))
    shortcodes = _shortcodes(document)
    if not elements and not shortcodes:
        return found
    for_article = cache(lambda: credit_in_article_keys(document) or credits.of_all_images)
    captions = cache(_captions)
    in_body = (_in_body(document, element, for_article, captions) for element in elements)
    body = [image for image in in_body if image is not None]
    for mask, start in shortcodes:
        body += _in_shortcode(document, mask, start, for_article)
    if shortcodes:
        body.sort(key=lambda image: image.span)
    return found + body


def _in_body(
    document: "Document", element: "Element", for_article: ArticleCredit, captions: Captions
) -> Image | None:
    attribute = _url_of(element)
    if attribute is None and element.tag != "img":
        return None
    url = (attribute.value or "").strip() if attribute is not None else ""
    span = attribute.value_span if attribute is not None else element.span
    if attribute is not None and attribute.name == "srcset":
        url = url.split()[0].rstrip(",") if url else ""
    alt = element.value("alt") if element.get("alt") is not None else None
    annotate = partial(_annotation, document, element, url, for_article, captions)
    return Image(url, span, alt, annotate, None, element)


def _url_of(element: "Element") -> "Attribute | None":
    """The attribute with the URL of the image that is finally shown."""
    if element.tag == "video":
        return element.get("poster")
    source = element.get("src")
    is_placeholder = source is None or (source.value or "").strip().lower()[:5] in ("", "data:")
    if is_placeholder:
        for name in (*_LAZY, "srcset"):
            attribute = element.get(name)
            if attribute is not None and attribute.value:
                return attribute
    return source


def _annotation(
    document: "Document",
    element: "Element",
    url: str,
    for_article: ArticleCredit,
    captions: Captions,
) -> Annotation:
    caption, found = _captioned(document, element, captions)
    for name in _CREDIT_ATTRIBUTES:
        text = element.value(name)
        if found is None and text and (name != "data-caption" or is_credit(text)):
            found = credit(text, "caption")
    wheres: tuple[Where, Where] = ("title", "alt")
    for where in wheres:
        text = element.value(where)
        if found is None and text and is_credit(text):
            found = credit(text, where)
    found = found or _adjacent_line(document, element.span)
    link = element.closest("a")
    if link is not None and (page := image_page(link.value("href"))):
        found = found or ImageCredit(page, "link")
        found = found._replace(source=found.source or page)
    return Annotation(caption, found or credit_in_file(document, url) or for_article())


def _captioned(
    document: "Document", element: "Element", captions: Captions
) -> tuple[str, ImageCredit | None]:
    """The caption of an image as readers see it, and the credit in it."""
    seen = ""
    for number, around in enumerate(islice(element.ancestors(), _MAX_ANCESTORS)):
        if around.tag in _PAGE_ELEMENTS:
            break
        if around.tag != "figure" and number >= _NEAR:
            continue
        for child in captions(around):
            # Outside a figure, the caption follows the image.
            is_before = child.span.start < element.span.start and around.tag != "figure"
            if is_before or _contains(child, element):
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
    """The first captions among the children of an element."""
    found = []
    for child in around.children:
        if child.tag == "figcaption" or _CLASSES.search(child.value("class").lower()):
            found.append(child)
            if len(found) == _MAX_CAPTIONS:
                break
    return found


def _credit_in(document: "Document", caption: "Element", words: str) -> ImageCredit | None:
    """The credit in a caption: in its text, or in an element with a credit class."""
    written = _inner_source(document, caption) or words
    if words and _CREDIT_CLASS.search(caption.value("class").lower()):
        return _explicit(credit(written, "caption"))
    if words and (is_credit(written) or any(linked_pages(written))):
        return credit(written, "caption")
    for inner in caption.children[:_MAX_CAPTIONS]:
        if _CREDIT_CLASS.search(inner.value("class").lower()) and inner.text.strip():
            return _explicit(credit(_inner_source(document, inner) or inner.text, "caption"))
    return None


def _explicit(found: ImageCredit) -> ImageCredit:
    """A credit in a place for credits only, where the whole text is the name."""
    return found._replace(author=found.author or found.text or None)


def _contains(outer: "Element", inner: "Element") -> bool:
    return inner == outer or any(around == outer for around in inner.ancestors())


def _inner_source(document: "Document", element: "Element") -> str:
    """The source text inside an element."""
    end = element.end_span.start if element.end_span is not None else element.span.end
    return document.text[element.span.end : end]


def _adjacent_line(document: "Document", image: Span) -> ImageCredit | None:
    """The credit directly after an image, or directly before it on a line of its own."""
    text = document.text
    place = _end_of(_BETWEEN, text, image.end)
    if place < len(text) and text[place] == "\n" and text[place + 1 : place + 2].strip():
        place = _end_of(_BETWEEN, text, place + 1)
    elif place >= len(text) or text[place] in "\n<":
        place = _end_of(_NEXT_BLOCK, text, place)
    if found := _line_credit(_line_at(text, place)):
        return found
    earliest = max(image.start - 4 * MAX_LINE, 0)
    start = text.rfind("\n", earliest, max(image.start - 1, 0)) + 1
    before = text[max(start, earliest) : image.start]
    return _line_credit(before) if not HAS_IMAGE.search(before) else None


def _line_credit(line: str) -> ImageCredit | None:
    """The credit in a line: words that are one, or a link to the page of an image."""
    plain = plain_text(line)
    if not plain or len(plain) > MAX_LINE or _HEADING.match(line):
        return None
    page = next(linked_pages(line), None)
    if not page and not is_credit(line):
        return None
    found = credit(line, "line")
    return found._replace(source=found.source or page)


def _end_of(pattern: re.Pattern[str], text: str, place: int) -> int:
    match = pattern.match(text, place)
    return match.end() if match else place


def _line_at(text: str, place: int) -> str:
    end = _BLOCK_END.search(text, place, place + 4 * MAX_LINE)
    return text[place : end.start() if end else place + 4 * MAX_LINE]


# --- image tags of generators


def _shortcodes(document: "Document") -> list[tuple[Span, int]]:
    """Image tags of a generator and the offsets of their parameters, without those in code."""
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
    # A tag on a line of its own is parsed as a comment in place of a block.
    blocks = {comment.start for comment in document.markup.comments()}
    return [
        (mask, start)
        for mask, start in found
        if mask.start in blocks
        or ((place := bisect_right(starts, mask.start)) and mask.start < runs[place - 1].span.end)
    ]


def _in_shortcode(
    document: "Document", mask: Span, start: int, for_article: ArticleCredit
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
        is_url = match["name"] is None or match["name"].lower() in _URL_PARAMETERS
        if url is None and is_url and is_image(value):
            url = value, Span(place, place + len(value))
    if url is not None:
        annotate = partial(_tag_annotation, document, mask, named, url[0], for_article)
        yield Image(*url, named.get("alt"), annotate)


def _tag_annotation(
    document: "Document", mask: Span, named: dict[str, str], url: str, for_article: ArticleCredit
) -> Annotation:
    caption = named.get("caption") or named.get("title") or ""
    found = None
    if words := next((named[name] for name in _AUTHOR_PARAMETERS if named.get(name)), ""):
        found = _explicit(credit(words, "caption"))
    for words in (caption, named.get("title", ""), named.get("alt", "")):
        if found is None and words and is_credit(words):
            found = credit(words, "caption")
    if found is not None and found.source is None:
        link = next((named[name] for name in _LINK_PARAMETERS if named.get(name)), None)
        found = found._replace(source=link)
    found = found or _adjacent_line(document, mask)
    return Annotation(caption, found or credit_in_file(document, url) or for_article())
