"""A list item is outside a list, or a list contains something else.

An `<li>` outside a list is displayed without the indentation and number of a list, and screen
readers do not announce a list. The children of `<ul>`, `<ol>` and `<menu>` must be `<li>` elements.

Wrap the item in a list, or wrap the content of the list in an item.
"""

from contentlint.markup.standard import LISTS
from contentlint.rule import Document, Element, Problem, Problems, RelatedSpan, bad, good, rule

EXAMPLES = [
    good("<ul><li>low<ul><li>ebb</ul></ul><menu><li>a</menu>"),
    good("<ul><!-- x --><script></script><li>low</ul><template><li>x</li></template>"),
    good("- low\n- <b>high</b>\n\n<ul>\n<li>\n\nlow\n\n</li>\n</ul>\n", path="a.md"),
    good("<ul><slot></slot><my-item></my-item></ul>"),
    bad("<div>⟦<li>⟧潮</li></div>", "`<li>` is outside a list; put it in `<ul>` or `<ol>`"),
    bad(
        "<ul>⟦<p>⟧low</p><li>tide</li>⟦<ul>⟧<li>ebb</li></ul></ul>",
        "`<p>` is not allowed directly inside `<ul>`; put it in `<li>`",
        "`<ul>` is not allowed directly inside `<ul>`; put it in `<li>`",
    ),
    bad(
        "👍\r\n\r\n⟦<li>⟧low</li>\r\n",
        "`<li>` is outside a list; put it in `<ul>` or `<ol>`",
        path="a.md",
    ),
]

_LISTS = ",".join(sorted(LISTS))
_ORPHAN_ITEM = f":not({_LISTS}) > li"
_NON_ITEM_CHILD = f":is({_LISTS}) > :not(li, script, template, style, slot)"


@rule(
    severity="warning",
    preset="strict",
    since="0.1",
    standard="https://html.spec.whatwg.org/multipage/grouping-content.html#the-li-element",
    when="tag:ul,ol,menu,li",
)
def check(document: Document) -> Problems:
    if document.markup.tags.isdisjoint((*LISTS, "li")):
        return
    for element in document.select(_ORPHAN_ITEM):
        if element.authored and _is_outside(element, document.broken_tags):
            message = "`<li>` is outside a list; put it in `<ul>` or `<ol>`"
            yield Problem(element.span, message)
    for child in document.select(_NON_ITEM_CHILD):
        outer = child.parent
        if "-" in child.tag or not child.authored or outer is None:
            continue
        if outer.span.start not in document.broken_tags:
            message = (
                f"`<{child.tag}>` is not allowed directly inside `<{outer.tag}>`; put it in `<li>`"
            )
            opened = RelatedSpan(outer.span, f"`<{outer.tag}>` opened here")
            yield Problem(child.span, message, related=(opened,))


def _is_outside(element: Element, broken_tags: frozenset[int]) -> bool:
    """Whether an item has no list in the author's source."""
    outer = element.parent
    if outer is None:
        # The top of the body; any other parent without a span is a copy made by a repair.
        return element.parent_tag == "body" and element.span.start not in broken_tags
    if outer.tag in LISTS:
        return False
    return not any(around.span.start in broken_tags for around in element.ancestors())
