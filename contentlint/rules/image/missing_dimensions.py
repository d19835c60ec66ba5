"""An image has no `width` and `height`, so the text moves when it loads.

With both attributes, browsers reserve the space before the image loads. CSS can still change the
size; the attributes give the aspect ratio.
"""

from contentlint.rule import Document, Problem, Problems, bad, good, rule

EXAMPLES = [
    good("<img src=a.png alt='' width=600 height=400>"),
    good("<img src=a.png alt='' style='aspect-ratio: 3 / 2'>"),
    good("<picture><source srcset=a.webp><img src=a.png alt='' width=6 height=4></picture>"),
    good("![Ferry](a.png)\n", path="a.md"),
    good("<img src=a.png alt='' {{ size }}>"),
    bad(
        "<p>潮 👍 ⟦<img src=a.png alt=''>⟧</p>\r\n",
        "`<img>` has no `width` and `height`; add the size in pixels",
    ),
    bad(
        "⟦<img src=a.png alt='' width=600>⟧\n",
        "`<img>` has no `height`; add the size in pixels",
        path="a.md",
    ),
]


@rule(
    severity="info",
    preset="all",
    since="0.1",
    standard="https://html.spec.whatwg.org/multipage/embedded-content-other.html#dimension-attributes",
    when="tag:img",
)
def check(document: Document) -> Problems:
    for element in document.elements("img"):
        if not element.authored or element.has_open_attributes:
            continue
        style = element.value("style").lower()
        missing = [
            name
            for name in ("width", "height")
            if element.get(name) is None and f"{name}:" not in style.replace(" ", "")
        ]
        if missing and "aspect-ratio" not in style:
            names = " and ".join(f"`{name}`" for name in missing)
            yield Problem(element.span, f"`<img>` has no {names}; add the size in pixels")
