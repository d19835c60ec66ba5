"""An element in MDX is not closed.

MDX follows the syntax of JSX, in which every start tag needs an end tag or ends in `/>`: `<br>`,
`<img …>`, `<li>` without `</li>` and a placeholder such as `<name>` stop the build. An element must
end in the block in which it starts.

Close the element (`<br />`, `</li>`), or escape `<` as `&lt;` if it is text.

Fix safety: unsafe where an end tag is added, which may belong elsewhere, and where `<` is escaped
but may start a tag.
"""

from typing import TYPE_CHECKING

from contentlint.markup.standard import ELEMENTS, VOID
from contentlint.rule import (
    Document,
    Fix,
    Problem,
    Problems,
    RelatedSpan,
    Safety,
    Site,
    bad,
    good,
    insert,
    rule,
)
from contentlint.rules.mdx._faults import escape, faults, quoted

if TYPE_CHECKING:
    from contentlint.markup.mdx import Fault

EXAMPLES = [
    good("Low<br /> <>tide</>\n\n<Tide>\n\n<img src='a.png' />\n\n</Tide>\n", path="a.mdx"),
    good("Low<br>tide\n\n<ul>\n<li>low\n</ul>\n", path="a.md"),
    bad(
        'Low⟦<br>⟧tide\n\n⟦<img\n  src="a.png">⟧\n',
        "`<br>` is not closed; use `<br />`",
        "`<img>` is not closed; use `<img />`",
        path="docs/a.md",
        site=Site("docusaurus"),
        fixed='Low<br />tide\n\n<img\n  src="a.png" />\n',
    ),
    bad(
        "| a |\n| - |\n| 潮⟦<br>⟧low |\n",
        "`<br>` is not closed; use `<br />`",
        path="a.mdx",
        fixed="| a |\n| - |\n| 潮<br />low |\n",
    ),
    bad(
        "Run low ⟦<port>⟧.\n\nA List⟦<String>⟧ 👍\r\n".replace("\r\n", "\n"),
        "`<port>` is not closed; add `</port>`, or escape `<` as `&lt;` if it is text",
        "`<String>` is not closed; add `</String>`, or escape `<` as `&lt;` if it is text",
        path="a.mdx",
        fixed="Run low &lt;port>.\n\nA List&lt;String> 👍\n",
    ),
    bad(
        "<ul>\n⟦<li>⟧low\n</ul>\n",
        "`<li>` is not closed in this paragraph; add `</li>`",
        path="a.mdx",
    ),
    bad(
        "<b>⟦<i>⟧low</b>\n\n⟦<Tide>⟧\n",
        "`<i>` is not closed before `</b>`; add `</i>`",
        "`<Tide>` is not closed; add `</Tide>`",
        path="a.mdx",
    ),
]


@rule(
    severity="error",
    preset="recommended",
    since="0.2",
    standard="https://mdxjs.com/docs/troubleshooting-mdx/"
    "#expected-a-closing-tag-for-x-before-the-end-of-y",
    when="fault:unclosed",
)
def check(document: Document) -> Problems:
    for fault in faults(document, "unclosed"):
        name = fault.name
        if name.lower() in VOID:
            slash = insert(fault.span.end - 1, _slash(document, fault), "close with `/>`")
            yield Problem(fault.span, f"`<{name}>` is not closed; use `<{name} />`", slash)
            continue
        message = f"`<{name}>` is not closed"
        related: tuple[RelatedSpan, ...] = ()
        fix: Fix | None = None
        if fault.other is not None:
            closer = quoted(document, fault.other)
            message += f" before {closer}"
            related = (RelatedSpan(fault.other, f"closed by this {closer}"),)
            title = f"add `</{name}>` before {closer}"
            fix = insert(fault.other.start, f"</{name}>", title, "unsafe")
        elif fault.block:
            message += f" in this {fault.block}"
        message += f"; add `</{name}>`"
        if (safety := _text(document, fault)) is not None:
            message = f"`<{name}>` is not closed; add `</{name}>`, or escape `<` as `&lt;`"
            message += " if it is text"
            fix, related = escape(fault.span.start, "<", safety), ()
        yield Problem(fault.span, message, fix, related)


def _slash(document: Document, fault: "Fault") -> str:
    """What closes a tag before its `>`."""
    return "/" if document.text[fault.span.end - 2].isspace() else " /"


def _text(document: Document, fault: "Fault") -> Safety | None:
    """How sure it is that a tag is meant as text; None: it is meant as a tag."""
    text, (start, end) = document.text, fault.span
    name = fault.name
    if not name or end - start != len(name) + 2:
        return None
    before = text[start - 1 : start]
    if before.isalnum() and name not in ELEMENTS:
        # A type such as `List<String>`.
        return "safe"
    is_component = name[0].isupper() and not name.isupper()
    return None if name.lower() in ELEMENTS or is_component or "." in name else "unsafe"
