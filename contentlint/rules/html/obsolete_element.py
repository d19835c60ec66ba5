"""An element is obsolete and must not be used.

Browsers still show it, each in its own way; styles, readers for the blind and reading modes do not
expect it. The standard says what takes its place.
"""

from contentlint.markup.standard import OBSOLETE
from contentlint.rule import Document, Problem, Problems, bad, good, rule

EXAMPLES = [
    good("<p><s>low</s> <code>tide</code></p>"),
    good("<center>low</center>", allow=("center",)),
    good("```html\n<font>\n```\n", path="a.md"),
    bad(
        "<p>⟦<tt>⟧low</tt> ⟦<FONT color=red>⟧潮</FONT></p>",
        "`<tt>` is obsolete; use `<code>` or `<kbd>`",
        "`<font>` is obsolete; use CSS",
    ),
    bad("👍 ⟦<center>⟧low</center>\r\n", "`<center>` is obsolete; use CSS", path="a.md"),
]


@rule(
    severity="warning",
    preset="strict",
    since="0.1",
    standard="https://html.spec.whatwg.org/multipage/obsolete.html#non-conforming-features",
)
def check(document: Document, *, allow: tuple[str, ...] = ()) -> Problems:
    """
    Args:
        allow: elements that may be used all the same.
    """
    for element in document.elements(*OBSOLETE):
        if element.authored and element.tag not in allow:
            message = f"`<{element.tag}>` is obsolete; use {OBSOLETE[element.tag]}"
            yield Problem(element.span, message)
