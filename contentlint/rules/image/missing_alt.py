"""An image has no alt text.

Screen readers read the file name of such an image, or nothing, and search engines do not know what
it shows. Describe the image in `alt`. If it is only decoration, write `alt=""`.
"""

from contentlint.rule import Document, Element, Problem, Problems, bad, good, rule

EXAMPLES = [
    good('<img src="a.png" alt="The ferry at the north quay"><img src="b.png" alt="">'),
    good('<img src="a.png" {{ attributes }}><img src="b.png" aria-hidden="true">'),
    good('<img src="a.png" role="presentation"><img src="b.png" aria-label="The ferry">'),
    good("![The ferry](a.png)\n\n![](b.png)\n\n```html\n<img src=c.png>\n```\n", path="a.md"),
    bad('<p>⟦<img src="a.png">⟧</p>', "`<img>` has no `alt`; describe the image"),
    bad(
        'Low 👍 ⟦<img src="潮.png" width=3>⟧\r\n',
        "`<img>` has no `alt`; describe the image",
        path="a.md",
    ),
]

_OTHER_NAMES = frozenset(
    "aria-label aria-labelledby aria-hidden :alt v-bind:alt x-bind:alt {...props}".split()
)


@rule(
    severity="warning",
    preset="recommended",
    since="0.1",
    standard="https://html.spec.whatwg.org/multipage/images.html#alt",
)
def check(document: Document) -> Problems:
    for element in document.elements("img"):
        if element.authored:
            if element.get("alt") is None and not _has_other_name(element):
                message = "`<img>` has no `alt`; describe the image"
                yield Problem(element.span, message)
        elif not element.value("alt").strip():
            message = "image has no alt text; describe the image in `![…]`"
            yield Problem(element.span, message, confidence="medium")


def _has_other_name(element: Element) -> bool:
    """Whether the image is named by other means, or a generator may add `alt` to the tag."""
    if element.value("role") in ("presentation", "none"):
        return True
    attributes = element.attributes
    if any(attribute.name in _OTHER_NAMES for attribute in attributes):
        return True
    return element.has_open_attributes
