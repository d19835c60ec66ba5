"""Two attributes of one element have the same name.

Browsers use the first attribute and ignore the others, so their values have no effect. Keep one
attribute. If both values are needed, as in `class`, combine them.

Fix safety: unsafe if the values differ, because the second may be the intended one.
"""

from bisect import bisect_left, bisect_right

from contentlint.markup.standard import ELEMENTS
from contentlint.rule import (
    Attribute,
    Document,
    Problem,
    Problems,
    Safety,
    Severity,
    Site,
    Span,
    bad,
    cut,
    delete,
    good,
    lazy,
    rule,
)

EXAMPLES = [
    good('Low <b @click="low++" @click="ebb++">tide</b>\n', path="a.md", site=Site("vitepress")),
    good('<p id="a" lang="fr">…</p>'),
    good('<a href="/a" data-href="/a">tide</a>', path="a.md"),
    good('<p {% if low %}class="low"{% else %}class="high"{% endif %}>tide</p>'),
    bad(
        '<a href="{{ a }}" ⟦href="{{ a }}"⟧>tide</a>',
        "duplicate attribute `href` with the same value",
        fixed='<a href="{{ a }}">tide</a>',
    ),
    bad(
        '<p id="a" ⟦id="b"⟧>…</p>',
        "duplicate attribute `id` is ignored; the first is `a`",
        fixed='<p id="a">…</p>',
    ),
    bad(
        'Low <a href="/潮" ⟦HREF="/潮"⟧>tide</a> 👍\r\n',
        "duplicate attribute `href` with the same value",
        fixed='Low <a href="/潮">tide</a> 👍\r\n',
        path="a.md",
    ),
    bad(
        "<p>Tides: <b the ebb and ⟦the⟧ flow>low</b></p>",
        "duplicate attribute `the` with the same value",
        fixed="<p>Tides: <b the ebb and flow>low</b></p>",
    ),
    bad(
        '<img alt="" ⟦alt⟧ ⟦alt="x"⟧ src="a.png">',
        "duplicate attribute `alt` with the same value",
        "duplicate attribute `alt` is ignored; the first is empty",
        fixed='<img alt="" src="a.png">',
    ),
]

# Between two attributes, a condition may output only one of them.
_TEMPLATE_DELIMITER = lazy(r"\{\{|\{%|<%")


@rule(
    severity="error",
    preset="recommended",
    since="0.1",
    standard="https://html.spec.whatwg.org/multipage/parsing.html#parse-error-duplicate-attribute",
    when="error:duplicate-attribute",
)
def check(document: Document) -> Problems:
    offsets = [e.span.start for e in document.parse_errors if e.code == "duplicate-attribute"]
    if not offsets or document.omits_html:
        return
    offsets.sort()
    for element in document.elements():
        start, end = element.span
        following = bisect_right(offsets, start)
        if following == len(offsets) or offsets[following] >= end:
            continue
        delimiters = [m.start() for m in _TEMPLATE_DELIMITER.finditer(document.text, start, end)]
        for attribute, first in element.repeated_attributes():
            after = bisect_left(delimiters, first.span.end)
            if after < len(delimiters) and delimiters[after] < attribute.span.start - 1:
                continue
            if document.text[attribute.span.start] == "@" and not document.is_html:
                continue  # Vue runs all handlers of an event
            # In text that only looks like a tag, these are words.
            is_tag = element.tag in ELEMENTS or element.span.start not in document.broken_tags
            yield _problem(document, attribute, first, is_tag=is_tag)


def _problem(
    document: Document, attribute: Attribute, first: Attribute, *, is_tag: bool
) -> Problem:
    value = first.value or ""
    is_same = (attribute.value or "") == value
    message = f"duplicate attribute `{attribute.name}`"
    if is_same:
        message += " with the same value"
    else:
        message += f" is ignored; the first is {f'`{cut(value)}`' if value else 'empty'}"
    start = attribute.span.start
    while document.text[start - 1].isspace():
        start -= 1
    safety: Safety = "safe" if is_same else "unsafe"
    fix = delete(Span(start, attribute.span.end), f"remove the second `{attribute.name}`", safety)
    at_most: Severity | None = "warning" if is_same else None
    return Problem(attribute.span, message, fix if is_tag else None, at_most=at_most)
