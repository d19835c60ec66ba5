"""Two attributes of one element have the same name.

The parser keeps the first and drops the others, so what the author wrote there never reaches a
reader. Keep one; join the values where both are meant, as in `class`.

Fix safety: unsafe where the values differ, since the second may be the one that was meant.
"""

from bisect import bisect_left, bisect_right

from contentlint.markup.standard import ELEMENTS
from contentlint.rule import (
    Attribute,
    Document,
    Problem,
    Problems,
    Safety,
    Span,
    bad,
    cut,
    delete,
    good,
    lazy,
    rule,
)

EXAMPLES = [
    good('<p id="a" lang="fr">…</p>'),
    good('<a href="/a" data-href="/a">tide</a>', path="a.md"),
    good('<p {% if low %}class="low"{% else %}class="high"{% endif %}>tide</p>'),
    bad(
        '<a href="{{ a }}" ⟦href="{{ a }}"⟧>tide</a>',
        "second `href` is ignored; the first says the same",
        fixed='<a href="{{ a }}">tide</a>',
    ),
    bad(
        '<p id="a" ⟦id="b"⟧>…</p>',
        "second `id` is ignored; the first says `a`",
        fixed='<p id="a">…</p>',
    ),
    bad(
        'Low <a href="/潮" ⟦HREF="/潮"⟧>tide</a> 👍\r\n',
        "second `href` is ignored; the first says the same",
        fixed='Low <a href="/潮">tide</a> 👍\r\n',
        path="a.md",
    ),
    bad(
        "<pLow the ebb and ⟦the⟧ flow</p>",
        "second `the` is ignored; the first says the same",
    ),
    bad(
        '<img alt="" ⟦alt⟧ ⟦alt="x"⟧ src="a.png">',
        "second `alt` is ignored; the first says the same",
        "second `alt` is ignored; the first says ``",
        fixed='<img alt="" src="a.png">',
    ),
]

# Between two attributes these may be a condition that lets only one of them through.
_TEMPLATE_MARK = lazy(r"\{\{|\{%|<%")


@rule(
    severity="error",
    preset="recommended",
    since="0.1",
    standard="https://html.spec.whatwg.org/multipage/parsing.html#parse-error-duplicate-attribute",
)
def check(document: Document) -> Problems:
    places = [e.span.start for e in document.parse_errors if e.code == "duplicate-attribute"]
    if not places:
        return
    places.sort()
    for element in document.elements():
        start, end = element.span
        following = bisect_right(places, start)
        if following == len(places) or places[following] >= end:
            continue
        marks = [m.start() for m in _TEMPLATE_MARK.finditer(document.text, start, end)]
        for attribute, first in element.repeated_attributes():
            mark = bisect_left(marks, first.span.end)
            if mark < len(marks) and marks[mark] < attribute.span.start - 1:
                continue
            # In what only looks like a tag they are words of the text.
            is_tag = element.tag in ELEMENTS or element.span.start not in document.broken_tags
            yield _problem(document, attribute, first, is_tag=is_tag)


def _problem(
    document: Document, attribute: Attribute, first: Attribute, *, is_tag: bool
) -> Problem:
    same = (attribute.value or "") == (first.value or "")
    says = "the same" if same else f"`{cut(first.value or '')}`"
    message = f"second `{attribute.name}` is ignored; the first says {says}"
    start = attribute.span.start
    while document.text[start - 1].isspace():
        start -= 1
    safety: Safety = "safe" if same else "unsafe"
    fix = delete(Span(start, attribute.span.end), "remove the second", safety)
    return Problem(attribute.span, message, fix if is_tag else None)
