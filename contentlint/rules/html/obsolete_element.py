"""An element is obsolete and must not be used.

Browsers still render obsolete elements, but not consistently, and style sheets, screen readers and
reader modes do not support them. Use the replacement that the HTML standard names.

Fix safety: unsafe, because a theme may have styles only for the obsolete element.
"""

from contentlint.markup.standard import OBSOLETE
from contentlint.rule import Document, Edit, Element, Fix, Problem, Problems, Span, bad, good, rule

EXAMPLES = [
    good("<p><s>low</s> <code>tide</code></p>"),
    good("<center>low</center>", allowed_elements=("center",)),
    good("```html\n<font>\n```\n", path="a.md"),
    bad(
        "<p>⟦<tt>⟧low</tt> ⟦<FONT color=red>⟧潮</FONT></p>",
        "`<tt>` is obsolete; use `<code>` or `<kbd>`",
        "`<font>` is obsolete; use CSS",
    ),
    bad(
        '<p>⟦<Acronym title="low water">⟧LW</acronym> 👍</p>',
        "`<acronym>` is obsolete; use `<abbr>`",
        fixed='<p><abbr title="low water">LW</abbr> 👍</p>',
    ),
    bad("👍 ⟦<center>⟧low</center>\r\n", "`<center>` is obsolete; use CSS", path="a.md"),
]


# Elements that can be renamed whatever their content is.
_EQUIVALENTS = {"acronym": "abbr", "dir": "ul", "strike": "s", "tt": "code"}


@rule(
    severity="warning",
    preset="strict",
    since="0.1",
    standard="https://html.spec.whatwg.org/multipage/obsolete.html#non-conforming-features",
)
def check(document: Document, *, allowed_elements: tuple[str, ...] = ()) -> Problems:
    """
    Args:
        allowed_elements: names of obsolete elements to allow.
    """
    for element in document.elements(*OBSOLETE):
        if element.authored and element.tag not in allowed_elements:
            message = f"`<{element.tag}>` is obsolete; use {OBSOLETE[element.tag]}"
            yield Problem(element.span, message, _rename(element))


def _rename(element: Element) -> Fix | None:
    """Rename both tags, if an equivalent element exists."""
    name, end_tag = _EQUIVALENTS.get(element.tag), element.end_span
    if name is None or end_tag is None:
        return None
    edits = tuple(
        Edit(Span(start, start + len(element.tag)), name)
        for start in (element.span.start + 1, end_tag.start + 2)
    )
    return Fix(f"replace with `<{name}>`", edits, "unsafe")
