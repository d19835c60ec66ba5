"""An element in MDX starts in one block and ends in another.

MDX reads blocks first, then the tags in each of them. A tag on a line with text belongs to the
paragraph of that text, so `<details><summary>Low</summary>` opens `<details>` in a paragraph, which
must end there. A tag on a line of its own is a block.

Put both tags on lines of their own, or both in the same paragraph, list item or cell. Start every
line of a tag in a block quote with `>`.
"""

from typing import TYPE_CHECKING

from contentlint.rule import Document, Problem, Problems, RelatedSpan, Site, bad, good, rule
from contentlint.rules.mdx._faults import faults, quoted

if TYPE_CHECKING:
    from contentlint.markup.mdx import Fault

EXAMPLES = [
    good("<details>\n<summary>Low</summary>\n\n- tide\n\n</details>\n", path="a.mdx"),
    good("<details><summary>Low</summary>\n\n- tide\n\n</details>\n", path="a.md"),
    bad(
        "⟦<details>⟧<summary>潮</summary>\n\n- tide\n\n</details>\n",
        "`<details>` in this paragraph is closed outside it; put both tags on their own lines",
        path="docs/a.md",
        site=Site("docusaurus"),
    ),
    bad(
        "The ⟦<b>⟧low\n\ntide</b>\n",
        "`<b>` in this paragraph is closed outside it; put both tags on their own lines",
        path="a.mdx",
    ),
    bad(
        "<div>\nlow⟦</div>⟧\n",
        "`</div>` in this paragraph closes `<div>` outside it; put both tags on their own lines",
        path="a.mdx",
    ),
    bad(
        "> <Tide\n⟦a='b' />⟧\n",
        "`<Tide` is not closed in its block; add `>` or indentation to this line",
        path="a.mdx",
    ),
]


@rule(
    severity="error",
    preset="recommended",
    since="0.2",
    standard="https://mdxjs.com/docs/what-is-mdx/#interleaving",
    when="fault:across-blocks,lazy-line",
)
def check(document: Document) -> Problems:
    for fault in faults(document, "across-blocks", "lazy-line"):
        if fault.kind == "lazy-line":
            yield _lazy(document, fault)
            continue
        block, name = fault.block or "block", fault.name
        is_start = not document.text.startswith("</", fault.span.start)
        if is_start:
            message = f"`<{name}>` in this {block} is closed outside it"
            note = f"`</{name}>` is here"
        else:
            message = f"`</{name}>` in this {block} closes `<{name}>` outside it"
            note = f"`<{name}>` is here"
        related = () if fault.other is None else (RelatedSpan(fault.other, note),)
        message += "; put both tags on their own lines"
        yield Problem(fault.span, message, None, related)


def _lazy(document: Document, fault: "Fault") -> Problem:
    """Report a line that lacks the marker of the block in which a tag or expression starts."""
    start = fault.other or fault.span
    written = quoted(document, start)
    message = f"{written} is not closed in its block; add `>` or indentation to this line"
    return Problem(fault.span, message, None, (RelatedSpan(start, f"{written} starts here"),))
