"""A picture from Wikimedia Commons, Flickr or their like names nobody.

Most pictures there are under a licence of Creative Commons: whoever shows one must name its author
and the licence and link both. Without that the licence ends and the use is an infringement; there
are firms that live off such letters. A picture that leads to its own page there is credited.

Write title, author, source and licence into the caption, the line below, a key beside the
picture's or the site's list of credits.
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
from contentlint.rules.image._hosts import UNSURE, licensed

_WANTED = "title, author, link to the file page, licence with version and link"

EXAMPLES = [
    good(
        "<figure><img src='https://upload.wikimedia.org/wikipedia/commons/a/ab/Ferry.jpg' alt='a'>"
        "<figcaption>Mara Ellwood, CC BY-SA 4.0</figcaption></figure>"
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
    good(
        "![Flag](https://upload.wikimedia.org/wikipedia/commons/thumb/a/ab/F.svg/9px-F.svg.png)\n",
        path="a.md",
    ),
    good(
        "[![Ferry](https://live.staticflickr.com/1/2_3.jpg)](https://www.flickr.com/photos/mara/2/)\n",
        path="a.md",
    ),
    good("![Ferry](/img/upload.wikimedia.org.jpg)\n\nPhotos: Mara Ellwood\n", path="a.md"),
    bad(
        "<p>👍 <img alt='' src='⟦https://upload.wikimedia.org/wikipedia/commons/a/ab/F.jpg⟧'></p>",
        f"picture of Wikimedia Commons names nobody; its licence wants {_WANTED}",
    ),
    bad(
        "---\r\ntitle: 潮\r\ncover: ⟦https://live.staticflickr.com/1/2_3.jpg⟧\r\n---\r\n",
        f"picture of Flickr names nobody; its licence wants {_WANTED}",
        path="a.md",
    ),
    bad(
        "![Sum](⟦https://imgs.xkcd.com/comics/sum.png⟧)\n",
        "picture of xkcd names nobody; its licence wants author, link to the comic, "
        "licence CC BY-NC 2.5",
        path="a.md",
    ),
    bad(
        "![Ferry](⟦//farm1.staticflickr.com/1/2_3.jpg⟧ 'The ferry')\n\nText of the article.\n",
        f"picture of Flickr names nobody; its licence wants {_WANTED}",
        path="a.md",
    ),
]


@rule(severity="warning", preset="recommended", since="0.1")
def check(document: Document) -> Problems:
    for image in document.images:
        name = host(image.url)
        terms = licensed(name) if name is not None else None
        if terms is None or not terms.is_demanded or image.credit is not None:
            continue
        is_unsure = UNSURE.search(image.url) is not None
        confidence: Confidence = "medium" if is_unsure else "high"
        message = f"picture of {terms.name} names nobody; its licence wants {terms.wants}"
        yield Problem(image.span, message, confidence=confidence)
