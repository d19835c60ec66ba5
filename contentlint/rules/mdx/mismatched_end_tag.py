"""An end tag in MDX has no start tag, or not the right one.

Names must be the same, in upper and lower case: `</tabs>` does not close `<Tabs>`. Elements must be
closed in the reverse order of their start tags. An end tag has no attributes and no `/` at its end.

Use the name of the start tag, or remove the end tag.

Fix safety: unsafe, except where the names differ in upper and lower case only: the start tag may be
the wrong one.
"""

from typing import TYPE_CHECKING

from contentlint.markup.standard import VOID
from contentlint.rule import (
    Document,
    Edit,
    Fix,
    Problem,
    Problems,
    RelatedSpan,
    Safety,
    Span,
    bad,
    delete,
    good,
    replace,
    rule,
)
from contentlint.rules.mdx._faults import faults, quoted

if TYPE_CHECKING:
    from contentlint.markup.mdx import FaultKind

EXAMPLES = [
    good("<Tabs>\n\n<b>low</b>\n\n</Tabs>\n", path="a.mdx"),
    bad(
        "<Tabs>\n\n潮\n\n⟦</tabs>⟧\n",
        "`</tabs>` does not close `<Tabs>`; use `</Tabs>`",
        path="a.mdx",
        fixed="<Tabs>\n\n潮\n\n</Tabs>\n",
    ),
    bad(
        "<b>low⟦</i>⟧ <b><i>tide⟦</b>⟧</i>\n",
        "`</i>` does not close `<b>`; use `</b>`",
        "`</b>` does not close `<i>`; swap the two end tags",
        path="a.mdx",
    ),
    bad(
        "Low⟦</b>⟧ tide⟦</br>⟧\n\n<b>low⟦</b a>⟧\n",
        "`</b>` has no start tag; remove it",
        "`</br>` has no start tag; use `<br />`",
        "`</b a>` is not a valid end tag; use `</b>`",
        path="a.mdx",
    ),
]

_KINDS: "tuple[FaultKind, ...]" = (
    "stray-end",
    "mismatched-end",
    "swapped-end",
    "end-tag-form",
)


@rule(
    severity="error",
    preset="recommended",
    since="0.2",
    standard="https://mdxjs.com/docs/troubleshooting-mdx/"
    "#unexpected-closing-slash--in-tag-expected-an-open-tag-first",
    when="has:mdx_faults",
)
def check(document: Document) -> Problems:
    for fault in faults(document, *_KINDS):
        written, right = quoted(document, fault.span), f"</{fault.name}>"
        if fault.kind == "end-tag-form":
            fix = replace(fault.span, right, f"replace with `{right}`", "unsafe")
            yield Problem(fault.span, f"{written} is not a valid end tag; use `{right}`", fix)
        elif fault.kind == "stray-end" and fault.name.lower() in VOID:
            right = f"<{fault.name} />"
            fix = replace(fault.span, right, f"replace with `{right}`", "unsafe")
            yield Problem(fault.span, f"{written} has no start tag; use `{right}`", fix)
        elif fault.kind == "stray-end":
            fix = delete(fault.span, f"remove {written}", "unsafe")
            yield Problem(fault.span, f"{written} has no start tag; remove it", fix)
        else:
            yield _other_name(document, fault.span, fault.block, fault.other, fault.kind)


def _other_name(
    document: Document, span: Span, name: str, start: Span | None, kind: str
) -> Problem:
    """Report an end tag that does not close the open element.

    Args:
        document: the article.
        span: the end tag.
        name: the name of the open element.
        start: its start tag.
        kind: `swapped-end` where its end tag follows.
    """
    written = quoted(document, span)
    related = () if start is None else (RelatedSpan(start, f"`<{name}>` starts here"),)
    message = f"{written} does not close `<{name}>`"
    if kind == "swapped-end":
        return Problem(span, f"{message}; swap the two end tags", None, related)
    is_case = document.text[span.start + 2 : span.end - 1].strip().lower() == name.lower()
    safety: Safety = "safe" if is_case else "unsafe"
    edit = Edit(Span(span.start + 2, span.end - 1), name)
    # Written in another case, it is the same name.
    names = (edit.span,) if is_case else ()
    fix = Fix(f"replace with `</{name}>`", (edit,), safety, names)
    return Problem(span, f"{message}; use `</{name}>`", fix, related)
