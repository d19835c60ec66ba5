"""An image whose license requires a credit has none.

Most images on Wikimedia Commons, Geograph and similar hosts are under a Creative Commons license.
Sites that use one must name its author and its license and link to both. Without the credit, the
license ends and the use is an infringement, and some companies send legal claims for it. For an
image on Flickr the confidence is low: the host has images under any license, and many blogs keep
their own there.

Add title, author, source and license to the caption, to the line below the image, to a key next to
the image key, or to the site's credits file. An image that links to its own page on the host is
credited.
"""

from contentlint.rule import (
    Confidence,
    Document,
    Entry,
    Problem,
    Problems,
    Site,
    bad,
    good,
    host,
    rule,
)
from contentlint.rules.image._hosts import MAY_BE_UNLICENSED, terms_of_host

_WANTED = "title, author, link to the file page, and license with version and link"

EXAMPLES = [
    good(
        "<figure><img src='https://upload.wikimedia.org/wikipedia/commons/a/ab/Ferry.jpg' alt='a'>"
        "<figcaption>Mara Ellwood, CC BY-SA 4.0</figcaption></figure>"
    ),
    good(
        "As in [the comic](https://xkcd.com/7/).\n\n![Comic](https://imgs.xkcd.com/comics/a.png)\n",
        path="a.md",
    ),
    good(
        "![Ferry](https://live.staticflickr.com/1/2_3.jpg)\n*Photo by [Mara](https://example.org)*\n",
        path="a.md",
    ),
    good(
        "---\ntitle: a\ncover: https://upload.wikimedia.org/wikipedia/commons/a/ab/Ferry.jpg\n"
        "cover_credit: Mara Ellwood, CC BY-SA 4.0\n---\n"
    ),
    good(
        "---\ntitle: a\nimage:\n  src: https://upload.wikimedia.org/wikipedia/commons/a/ab/F.jpg\n"
        "  author: Mara Ellwood\n---\n"
    ),
    good(
        "![Ferry](https://upload.wikimedia.org/wikipedia/commons/a/ab/Ferry.jpg)\n",
        path="a.md",
        site=Site(None, credits={"Ferry.jpg": Entry("Mara Ellwood", "CC BY-SA 4.0", "")}),
    ),
    good("![Ferry](https://images.unsplash.com/photo-1)\n", path="a.md"),
    good("![Crest](https://upload.wikimedia.org/wikipedia/en/a/ab/Crest.svg)\n", path="a.md"),
    good("![Logo](//upload.wikimedia.org/wikipedia/commons/3/35/Quay-logo.png)\n", path="a.md"),
    good(
        "![Flag](https://upload.wikimedia.org/wikipedia/commons/thumb/a/ab/F.svg/9px-F.svg.png)\n",
        path="a.md",
    ),
    good(
        "[![Ferry](https://live.staticflickr.com/1/2_3.jpg)](https://www.flickr.com/photos/mara/2/)\n",
        path="a.md",
    ),
    good(
        '<a href="//www.flickr.com/photo_zoom.gne?id=2&amp;size=l">'
        '<img alt="Ferry" src="http://static.flickr.com/1/2_3.jpg"></a>'
    ),
    good(
        "![Ferry](https://upload.wikimedia.org/wikipedia/commons/a/ab/Ferry.jpg)\n\n"
        "[The file](https://commons.wikimedia.org/wiki/File:Ferry.jpg)\n",
        path="a.md",
    ),
    good(
        "---\ntitle: a\ncover: https://upload.wikimedia.org/wikipedia/commons/a/ab/Ferry.jpg\n"
        "---\nText of the article.\n\nTitelbild: Wiebke Ebbe, CC BY-SA 4.0\n",
        path="a.md",
    ),
    good("![Ferry](/img/upload.wikimedia.org.jpg)\n\nPhotos: Mara Ellwood\n", path="a.md"),
    bad(
        "<p>👍 <img alt='' src='⟦https://upload.wikimedia.org/wikipedia/commons/a/ab/F.jpg⟧'></p>",
        f"image from Wikimedia Commons has no credit; its license requires {_WANTED}",
    ),
    # Flickr has images under any license, and those of the article's author.
    good(
        "---\r\ntitle: 潮\r\ncover: https://live.staticflickr.com/1/2_3.jpg\r\n---\r\n", path="a.md"
    ),
    bad(
        "---\r\ntitle: 潮\r\ncover: ⟦https://s0.geograph.org.uk/photos/1/2_3.jpg⟧\r\n---\r\n",
        f"image from Geograph has no credit; its license requires {_WANTED}",
        path="a.md",
    ),
    bad(
        "![Sum](⟦https://imgs.xkcd.com/comics/sum.png⟧)\n",
        "image from xkcd has no credit; its license requires author, link to the comic, "
        "and license CC BY-NC 2.5",
        path="a.md",
    ),
    bad(
        "![Ferry](⟦//upload.wikimedia.org/wikipedia/commons/a/ab/F.jpg⟧ 'The ferry')\n\n"
        "Text of the article.\n",
        f"image from Wikimedia Commons has no credit; its license requires {_WANTED}",
        path="a.md",
    ),
]


@rule(severity="warning", preset="recommended", since="0.1", when="has:images")
def check(document: Document) -> Problems:
    for image in document.images:
        name = host(image.url)
        terms = terms_of_host(name) if name is not None else None
        if terms is None or not terms.is_required or image.credit is not None:
            continue
        if terms.site and _links_to(document, terms.site):
            continue
        confidence: Confidence = "high"
        claim = "its license requires"
        if not terms.is_known:
            confidence, claim = "low", "its license may require"
        elif MAY_BE_UNLICENSED.search(image.url) is not None:
            confidence = "medium"
        message = f"image from {terms.name} has no credit; {claim} {terms.credit}"
        yield Problem(image.span, message, confidence=confidence)


def _links_to(document: Document, site: str) -> bool:
    """Whether an article links to a page of a host."""
    return any(
        (host(anchor.value("href")) or "").removeprefix("www.").removeprefix("m.") == site
        for anchor in document.elements("a")
    )
