"""An image has no alt text.

Screen readers read the file name of such an image, or nothing, and search engines do not know what
it shows. Describe the image in `alt`. If it is only decoration, write `alt=""`; an `alt` with only
spaces does not mark it as decoration.

An image that is the only content of a link needs an alt text in any case: it is the text of the
link, and without it screen readers read the URL. Describe where the link leads. The confidence is
medium if the link leads to an image file, which is often the same image in its full size.
"""

import re

from contentlint.rule import (
    Confidence,
    Document,
    Element,
    Problem,
    Problems,
    bad,
    good,
    lazy,
    rule,
)

EXAMPLES = [
    good('<img src="a.png" alt="The ferry at the north quay"><img src="b.png" alt="">'),
    good('<img src="a.png" {{ attributes }}><img src="b.png" aria-hidden="true">'),
    good('<img src="a.png" role="presentation"><img src="b.png" aria-label="The ferry">'),
    good("![The ferry](a.png)\n\n![](b.png)\n\n```html\n<img src=c.png>\n```\n", path="a.md"),
    good(
        '<a href="/"><img src="a.png" alt=""> Timetable</a>'
        '<a href="/" title="Home"><img alt="" src=a></a>'
    ),
    good("[![](a.png)](a-large.png)\n", path="a.md"),
    good('<a href="/"><Icon /><img src="a.png" alt="" /></a>', path="a.mdx"),
    good('<a href="/"><img src="a.png" alt="Home"><img src="b.png" alt=""></a>'),
    good(
        '<a href="/" aria-hidden="true"><img src="a.png" alt=""></a>'
        '<a id="a"><img alt="" src=b></a>'
    ),
    good(
        '<a href="/"><img src="a.png" alt="{{ title }}"></a>'
        '<a href="/"><img alt="" src=a>{{ b }}</a>'
    ),
    bad('<p>⟦<img src="a.png">⟧</p>', "`<img>` has no `alt`; describe the image"),
    good("Low <img> tide\n", path="a.md"),
    bad("⟦<Image src='a.png' />⟧\n", "`<Image>` has no `alt`; describe the image", path="a.md"),
    bad(
        'Low 👍 ⟦<img src="潮.png" width=3>⟧\r\n',
        "`<img>` has no `alt`; describe the image",
        path="a.md",
    ),
    bad(
        '<p>⟦<img src="a.png" alt=" ">⟧</p>',
        '`alt` has only spaces; describe the image, or write `alt=""` for decoration',
    ),
    bad(
        '潮 👍 <a href="/low/"><span>⟦<img src="a.png" alt="">⟧</span></a>\r\n',
        "linked image has no alt text; describe where the link leads",
    ),
    bad(
        "[⟦![](a.png)⟧](/low/)\n",
        "linked image has no alt text; describe where the link leads",
        path="a.md",
    ),
]

_OTHER_NAMES = frozenset(
    "aria-label aria-labelledby aria-hidden :alt v-bind:alt x-bind:alt {...props}".split()
)
# Attributes that name a link, or take it from those that screen readers read.
_LINK_NAMES = frozenset("aria-label aria-labelledby aria-hidden title :aria-label :title".split())
_IMAGE_FILE = lazy(r"\.(?:png|jpe?g|gif|webp|svg|avif)(?:[?#]|\Z)", re.IGNORECASE)
_TAG_NAME = lazy(r"<([A-Za-z]+)")
# Elements that never have text.
_SILENT = frozenset({"source", "br", "wbr"})
# Elements between a link and its image that have no text of their own, unlike a component.
_BOXES = frozenset("span div p figure picture em strong b i u small center font noscript".split())


@rule(
    severity="warning",
    preset="recommended",
    since="0.1",
    standard="https://html.spec.whatwg.org/multipage/images.html#alt",
    when="tag:img",
)
def check(document: Document) -> Problems:
    for element in document.elements("img"):
        alt = element.get("alt")
        if alt is not None and (alt.templated or (alt.value or "").strip()):
            continue
        if alt is None and (_has_other_name(element) or _is_placeholder(document, element)):
            continue
        confidence: Confidence = "high"
        if element.authored and alt is None:
            message = f"`<{_written_name(document, element)}>` has no `alt`; describe the image"
        elif _is_all_of_a_link(element):
            message = "linked image has no alt text; describe where the link leads"
            confidence = "medium" if _enlarges(element) else "high"
        elif not element.authored:
            message = "image has no alt text; describe the image in `![…]`"
            confidence = "medium"
        elif alt is not None and alt.value and not _has_other_name(element):
            message = '`alt` has only spaces; describe the image, or write `alt=""` for decoration'
        else:
            continue
        yield Problem(element.span, message, confidence=confidence)


def _written_name(document: Document, element: Element) -> str:
    """The name of the tag as the author wrote it, such as `Image`, which HTML reads as `img`."""
    written = _TAG_NAME.match(document.text, element.span.start)
    return written[1] if written else "img"


def _is_placeholder(document: Document, element: Element) -> bool:
    """Whether this is text, as in "use <img>", which `markdown/void-placeholder` reports."""
    return element.authored and not document.is_html and not element.attributes


def _enlarges(image: Element) -> bool:
    """Whether the link of an image leads to an image file, probably the same one."""
    link = image.closest("a")
    return link is not None and _IMAGE_FILE.search(link.value("href")) is not None


def _is_all_of_a_link(image: Element) -> bool:
    """Whether an image without alt text is all that a link has, so that the link has no text."""
    link = image.closest("a")
    if link is None or link.get("href") is None or link.has_open_attributes:
        return False
    if link.text.strip() or any(a.name in _LINK_NAMES for a in link.attributes):
        return False
    if any(a.name in _OTHER_NAMES for a in image.attributes) or image.value("title").strip():
        return False
    inner = image
    for around in image.ancestors():
        if any(child != inner and child.tag not in _SILENT for child in around.children):
            return False
        if around == link:
            break
        if around.tag not in _BOXES:
            return False
        inner = around
    return True


def _has_other_name(element: Element) -> bool:
    """Whether the image is named by other means, or a generator may add `alt` to the tag."""
    if element.value("role") in ("presentation", "none"):
        return True
    attributes = element.attributes
    if any(attribute.name in _OTHER_NAMES for attribute in attributes):
        return True
    return element.has_open_attributes
