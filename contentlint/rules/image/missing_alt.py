"""A picture has no alternative text.

Readers who do not see it hear its file name, or nothing; search engines know it by nothing else.
Say in `alt` what the picture shows. A decoration has `alt=""`, and that is enough.
"""

from contentlint.rule import Document, Element, Problem, Problems, bad, good, rule

EXAMPLES = [
    good('<img src="a.png" alt="The ferry at the north quay"><img src="b.png" alt="">'),
    good('<img src="a.png" {{ attributes }}><img src="b.png" aria-hidden="true">'),
    good('<img src="a.png" role="presentation"><img src="b.png" aria-label="The ferry">'),
    good("![The ferry](a.png)\n\n![](b.png)\n\n```html\n<img src=c.png>\n```\n", path="a.md"),
    bad('<p>⟦<img src="a.png">⟧</p>', "`<img>` has no `alt`; say what the picture shows"),
    bad(
        'Low 👍 ⟦<img src="潮.png" width=3>⟧\r\n',
        "`<img>` has no `alt`; say what the picture shows",
        path="a.md",
    ),
]

_NAMED_OTHERWISE = frozenset(
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
            if element.get("alt") is None and not _is_named_otherwise(element):
                message = "`<img>` has no `alt`; say what the picture shows"
                yield Problem(element.span, message)
        elif not element.value("alt").strip():
            message = "picture has no alternative text; say in `![…]` what it shows"
            yield Problem(element.span, message, confidence="medium")


def _is_named_otherwise(element: Element) -> bool:
    """Whether other words stand for the picture, or a generator may put `alt` into the tag."""
    if element.value("role") in ("presentation", "none"):
        return True
    attributes = element.attributes
    if any(attribute.name in _NAMED_OTHERWISE for attribute in attributes):
        return True
    return element.has_open_attributes
