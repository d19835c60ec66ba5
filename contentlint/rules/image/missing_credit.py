"""A picture does not say whose it is.

A site that may show no picture without a credit turns this rule on. A credit is looked for in the
caption, in a key beside the picture's, in `title` and `alt`, in the line behind or before it, in a
line at the head or foot of the article, and in the list of credits that the configuration names.

Say whose it is in one of these places.
"""

from contentlint.rule import (
    Document,
    Entry,
    Image,
    Problem,
    Problems,
    Site,
    bad,
    cut,
    good,
    lazy,
    rule,
)

EXAMPLES = [
    good("![Ferry](a.jpg)\n*Photo: Mara Ellwood*\n", path="a.md"),
    good("![Ferry](a.jpg 'Photo: Mara Ellwood')\n", path="a.md"),
    good("![Ferry](a.jpg)\n\nPhoto by Mara Ellwood\n\nText.\n", path="a.md"),
    good("<figure><img src=a.jpg alt=''><figcaption>© Mara Ellwood</figcaption></figure>"),
    good("---\ntitle: a\ncover: a.jpg\ncover_credit: Mara Ellwood\n---\n"),
    good("---\ntitle: a\ncover: {image: a.jpg, photographer: Mara Ellwood}\n---\n"),
    good("---\ntitle: a\nphotos_by: Mara Ellwood\n---\n![a](a.jpg) ![b](b.jpg)\n", path="a.md"),
    good("文/林知微 图/何以宁\n\n![渡船](a.jpg)\n", path="a.md"),
    good(
        "![Ferry](/img/2021/a.jpg)\n",
        path="a.md",
        site=Site(None, credits={"2021/*": Entry("Mara Ellwood", "", "")}),
    ),
    good(
        "---\ntitle: a\ncover: a.jpg\nbildrecht: Mara Ellwood\n---\n",
        site=Site(None, credit_keys=("bildrecht",)),
    ),
    good("![Ferry](data:image/png;base64,AAAA) ![b](/img/icon.svg)\n", path="a.md"),
    bad(
        "👍 ![Ferry](⟦a.jpg⟧)\r\n\r\nThe ferry leaves at noon.\r\n",
        "picture `a.jpg` names nobody; say whose it is",
        path="a.md",
    ),
    bad(
        "---\ntitle: 潮\ncover: ⟦/img/a.jpg⟧\n---\n",
        "picture `/img/a.jpg` names nobody; say whose it is",
    ),
    bad(
        "<figure><img src='⟦a.jpg⟧' alt='a'><figcaption>The ferry at noon</figcaption></figure>",
        "picture `a.jpg` names nobody; say whose it is",
    ),
]


@rule(severity="warning", preset="all", since="0.1")
def check(document: Document) -> Problems:
    for image in document.images:
        if _is_drawn(image) or image.credit is not None:
            continue
        message = f"picture `{cut(image.url)}` names nobody; say whose it is"
        yield Problem(image.span, message)


def _is_drawn(image: Image) -> bool:
    """Whether it is an icon, a badge or in the page itself: nobody asks whose that is."""
    url = image.url.lower()
    if not url or url.startswith("data:") or url.split("?")[0].endswith(".svg"):
        return True
    if _BADGE.match(url):
        return True
    element = image.element
    sizes = () if element is None else (element.value("width"), element.value("height"))
    return any(size.isdigit() and int(size) <= _ICON for size in sizes)


# What programs draw to say how a program is, and the size up to which a picture is an icon.
_BADGE = lazy(r"(?:https?:)?//(?:[^/]*(?:shields\.io|badge)|[^?#]*/badges?[./])")
_ICON = 48
