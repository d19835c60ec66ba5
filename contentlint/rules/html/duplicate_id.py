"""Two elements have the same id.

A link to `#id` goes to the first element with that id, so labels, scripts and tables of contents
reach the wrong element. Give each element its own id.
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
        "duplicate id `low`; `#low` links to the first",
    ),
    good('```html\n<p id="a"><p id="a">\n```\n\n<p id="a">tide</p>', path="a.md"),
    bad(
        '<h2 id="low">Low</h2>\r\n<p ⟦id="low"⟧>tide</p>',
        "duplicate id `low`; `#low` links to the first",
    ),
    bad(
        '<a id="潮"></a>\n\nText 👍\n\n<a ⟦id="潮"⟧></a>',
        "duplicate id `潮`; `#潮` links to the first",
        path="a.md",
    ),
]

# How many alternatives of a template condition are remembered for one id.
_MAX_ALTERNATIVES = 20


@rule(
    severity="error",
    preset="recommended",
    since="0.1",
    standard="https://html.spec.whatwg.org/multipage/dom.html#the-id-attribute",
    when="attribute:id",
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
            if len(earlier) < _MAX_ALTERNATIVES:
                earlier.append(attribute)
        elif element.authored:
            name = cut(attribute.value)
            message = f"duplicate id `{name}`; `#{name}` links to the first"
            yield Problem(
                attribute.span,
                message,
                related=(RelatedSpan(known.span, "first used here"),),
                at_most=None if f"#{attribute.value}" in document.text else "warning",
            )
