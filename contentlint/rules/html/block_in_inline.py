"""A block element is inside an element that allows only inline content.

Examples are a `<div>` in a `<span>`, a `<p>` in a `<strong>`, and a heading in a `<b>`. Styles
break at the block, and screen readers lose the structure. `<a>`, `<del>` and `<ins>` allow what
their parent allows.

Put the inline element inside the block.
"""

from contentlint.markup.standard import FLOW_ONLY, PHRASING_ONLY, TRANSPARENT
from contentlint.rule import Document, Element, Problem, Problems, RelatedSpan, bad, good, rule

EXAMPLES = [
    good("<div><p><span>low</span></p></div>"),
    good('<div><a href="/a"><h2>low</h2></a></div>'),
    good("<b>low<p>tide"),
    good("**low**\n\n<div>\n\n*tide*\n\n</div>\n", path="a.md"),
    good("<pre><code>low</code></pre>"),
    good("<details><summary><h2>low</h2></summary></details>"),
    bad("<span>⟦<div>⟧low</div></span>", "block element `<div>` is not allowed inside `<span>`"),
    bad(
        '<strong><a href="/潮">⟦<p class="a">⟧low</p></a></strong>',
        "block element `<p>` is not allowed inside `<strong>`",
    ),
    bad(
        "👍\r\n\r\n<h2>\r\n⟦<div>⟧low</div>\r\n</h2>\r\n",
        "block element `<div>` is not allowed inside `<h2>`",
        path="a.md",
    ),
]

_CANDIDATES = f":is({','.join(sorted(PHRASING_ONLY))}) :is({','.join(sorted(FLOW_ONLY))})"


@rule(
    severity="warning",
    preset="strict",
    since="0.1",
    standard="https://html.spec.whatwg.org/multipage/dom.html#phrasing-content",
)
def check(document: Document) -> Problems:
    if document.markup.tags.isdisjoint(PHRASING_ONLY):
        return
    for element in document.select(_CANDIDATES):
        if not element.authored:
            continue
        outer = _content_model_parent(element)
        if outer is None or outer.tag not in PHRASING_ONLY or not outer.authored:
            continue
        if not document.broken_tags.isdisjoint((outer.span.start, element.span.start)):
            continue
        message = f"block element `<{element.tag}>` is not allowed inside `<{outer.tag}>`"
        yield Problem(
            element.span,
            message,
            related=(RelatedSpan(outer.span, f"`<{outer.tag}>` opened here"),),
        )


def _content_model_parent(element: Element) -> Element | None:
    """The nearest ancestor with a content model of its own."""
    return next((outer for outer in element.ancestors() if outer.tag not in TRANSPARENT), None)
