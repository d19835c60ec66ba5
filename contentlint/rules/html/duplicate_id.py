"""Two elements of an article have the same id.

A link to `#id` leads to the first of them only; labels, scripts and tables of contents reach the
wrong one. Give each its own id.
"""

from contentlint.rule import (
    Attribute,
    Document,
    Problem,
    Problems,
    RelatedSpan,
    bad,
    cut,
    good,
    rule,
)

EXAMPLES = [
    good('<h2 id="low">Low</h2><h2 id="high">High</h2>'),
    good('<h2 id="{{ id }}">Low</h2><h2 id="{{ id }}">High</h2>'),
    good('{% if a %}<p id="low">Low</p>{% else %}<p id="low">Ebb</p>{% endif %}'),
    good(
        '<p {% if a %}id="low"{% endif %}>Low</p><p {% unless a %}id="low"{% endunless %}>Ebb</p>'
    ),
    bad(
        '<p id="low">Low</p>{% if a %}<p ⟦id="low"⟧>Ebb</p>{% endif %}',
        "id `low` is taken; links to `#low` lead to the first one",
    ),
    good('```html\n<p id="a"><p id="a">\n```\n\n<p id="a">tide</p>', path="a.md"),
    bad(
        '<h2 id="low">Low</h2>\r\n<p ⟦id="low"⟧>tide</p>',
        "id `low` is taken; links to `#low` lead to the first one",
    ),
    bad(
        '<a id="潮"></a>\n\nText 👍\n\n<a ⟦id="潮"⟧></a>',
        "id `潮` is taken; links to `#潮` lead to the first one",
        path="a.md",
    ),
]

# How many elements of one id are remembered that may stand in for each other.
_MOST_ALTERNATIVES = 20


@rule(
    severity="error",
    preset="recommended",
    since="0.1",
    standard="https://html.spec.whatwg.org/multipage/dom.html#the-id-attribute",
)
def check(document: Document) -> Problems:
    first: dict[str, list[Attribute]] = {}
    meet = document.markup.meet
    for element in document.elements_with("id"):
        attribute = element.get("id")
        if attribute is None or not attribute.value or attribute.templated:
            continue
        earlier = first.setdefault(attribute.value, [])
        known = next((a for a in earlier if meet(a.span.start, attribute.span.start)), None)
        if known is None:
            if len(earlier) < _MOST_ALTERNATIVES:
                earlier.append(attribute)
        elif element.authored:
            name = cut(attribute.value)
            message = f"id `{name}` is taken; links to `#{name}` lead to the first one"
            yield Problem(
                attribute.span, message, related=(RelatedSpan(known.span, f"first `{name}`"),)
            )
