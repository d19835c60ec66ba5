r"""A `{` in MDX has no `}`.

In MDX a `{` starts a JavaScript expression, in text as well. Without its `}` the build stops, often
with an error at the end of the file.

Add the `}`, or escape `{` as `\{` if it is text.

Fix safety: unsafe, because an expression may be meant.
"""

from contentlint.rule import Document, Problem, Problems, bad, good, rule
from contentlint.rules.mdx._faults import escape, faults

EXAMPLES = [
    good("`{` and \\{ and &#123; and {[1].map((low) => <b>{low}</b>)}\n", path="a.mdx"),
    good("Low { tide\n", path="a.md"),
    bad(
        "Low ⟦{⟧ 潮 👍\n\n⟦{⟧/* ebb\n\nflood\n",
        "`{` is not closed; add `}`, or escape it as `\\{` if it is text",
        "`{` is not closed; add `}`, or escape it as `\\{` if it is text",
        path="a.mdx",
    ),
]


@rule(
    severity="error",
    preset="recommended",
    since="0.2",
    standard="https://mdxjs.com/docs/troubleshooting-mdx/"
    "#unexpected-end-of-file-in-expression-expected-a-corresponding-closing-brace-for-",
    when="fault:unclosed-expression",
)
def check(document: Document) -> Problems:
    for fault in faults(document, "unclosed-expression"):
        message = "`{` is not closed; add `}`"
        if fault.name:
            yield Problem(fault.span, message)
            continue
        fix = escape(fault.span.start, "{", "unsafe")
        yield Problem(fault.span, rf"{message}, or escape it as `\{{` if it is text", fix)
