"""An element is obsolete and must not be used.

Browsers still show it, each in its own way; styles, readers for the blind and reading modes do not
expect it. The standard says what takes its place.

Fix safety: unsafe, since themes may have styles for the old name alone.
"""

from contentlint.markup.standard import OBSOLETE
from contentlint.rule import Document, Edit, Element, Fix, Problem, Problems, Span, bad, good, rule

EXAMPLES = [
    good("<p><s>low</s> <code>tide</code></p>"),
    good("<center>low</center>", allow=("center",)),
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


# Those that another element replaces whatever they hold.
_SAME = {"acronym": "abbr", "dir": "ul", "strike": "s", "tt": "code"}


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
            yield Problem(element.span, message, _renamed(element))


def _renamed(element: Element) -> Fix | None:
    """Write another name into both tags, where one has the same meaning."""
    name, ending = _SAME.get(element.tag), element.end_span
    if name is None or ending is None:
        return None
    edits = tuple(
        Edit(Span(start, start + len(element.tag)), name)
        for start in (element.span.start + 1, ending.start + 2)
    )
    return Fix(f"write `<{name}>`", edits, "unsafe")
