"""A list item stands outside a list, or a list holds something else.

Without its list an `<li>` has no number, no bullet that belongs anywhere, and no count for readers
for the blind. In a `<ul>` or `<ol>` nothing but `<li>` may stand directly.
"""

from contentlint.markup.standard import LISTS
from contentlint.rule import Document, Element, Problem, Problems, RelatedSpan, bad, good, rule

EXAMPLES = [
    good("<ul><li>low<ul><li>ebb</ul></ul><menu><li>a</menu>"),
    good("<ul><!-- x --><script></script><li>low</ul><template><li>x</li></template>"),
    good("- low\n- <b>high</b>\n\n<ul>\n<li>\n\nlow\n\n</li>\n</ul>\n", path="a.md"),
    good("<ul><slot></slot><my-item></my-item></ul>"),
    bad("<div>⟦<li>⟧潮</li></div>", "`<li>` stands outside a list; put it into `<ul>` or `<ol>`"),
    bad(
        "<ul>⟦<p>⟧low</p><li>tide</li>⟦<ul>⟧<li>ebb</li></ul></ul>",
        "`<p>` stands in a list but in no item; put it into an `<li>`",
        "`<ul>` stands in a list but in no item; put it into an `<li>`",
    ),
    bad(
        "👍\r\n\r\n⟦<li>⟧low</li>\r\n",
        "`<li>` stands outside a list; put it into `<ul>` or `<ol>`",
        path="a.md",
    ),
]

_LISTS = ",".join(sorted(LISTS))
_UNLISTED = f":not({_LISTS}) > li"
_LOOSE = f":is({_LISTS}) > :not(li, script, template, style, slot)"


@rule(
    severity="warning",
    preset="strict",
    since="0.1",
    standard="https://html.spec.whatwg.org/multipage/grouping-content.html#the-li-element",
)
def check(document: Document) -> Problems:
    if document.markup.tags.isdisjoint((*LISTS, "li")):
        return
    for element in document.select(_UNLISTED):
        if element.authored and _is_outside(element, document.broken_tags):
            message = "`<li>` stands outside a list; put it into `<ul>` or `<ol>`"
            yield Problem(element.span, message)
    for child in document.select(_LOOSE):
        outer = child.parent
        if "-" in child.tag or not child.authored or outer is None:
            continue
        if outer.span.start not in document.broken_tags:
            message = f"`<{child.tag}>` stands in a list but in no item; put it into an `<li>`"
            yield Problem(child.span, message, related=(RelatedSpan(outer.span, "in this list"),))


def _is_outside(element: Element, broken_tags: frozenset[int]) -> bool:
    """Whether an item has no list, as its author wrote it."""
    outer = element.parent
    if outer is None:
        # The top of the body; another parent without a place is a copy that a repair made.
        return element.parent_tag == "body" and element.span.start not in broken_tags
    if outer.tag in LISTS:
        return False
    return not any(around.span.start in broken_tags for around in element.ancestors())
