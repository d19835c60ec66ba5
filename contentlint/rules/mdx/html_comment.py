"""MDX contains an HTML comment.

MDX has no HTML comments: `<!--` stops the build. Docusaurus accepts them, unless `mdx1Compat` is
off in its configuration.

Use a comment in braces: `{/* … */}`. Neither kind is shown to readers.
"""

from contentlint.rule import Document, Edit, Fix, Problem, Problems, Site, Span, bad, good, rule
from contentlint.rules.mdx._faults import faults

EXAMPLES = [
    good("{/* low tide */}\n\n`<!-- low -->`\n", path="a.mdx"),
    good("<!-- low tide -->\n", path="a.md"),
    good("<!-- low tide -->\n", path="a.mdx", site=Site("docusaurus")),
    bad(
        "Low ⟦<!-- 潮 -->⟧ tide\n\n⟦<!--\nebb\n\nflood\n-->⟧\n",
        "`<!-- … -->` is not allowed in MDX; use `{/* … */}`",
        "`<!-- … -->` is not allowed in MDX; use `{/* … */}`",
        path="a.mdx",
        fixed="Low {/* 潮 */} tide\n\n{/*\nebb\n\nflood\n*/}\n",
    ),
    bad(
        "> ⟦<!--⟧ low tide\n",
        "comment is not closed; add `-->`",
        path="docs/a.md",
        site=Site("docusaurus"),
    ),
]


@rule(
    severity="error",
    preset="recommended",
    since="0.2",
    standard="https://mdxjs.com/docs/what-is-mdx/#markdown",
    when="fault:comment",
)
def check(document: Document) -> Problems:
    text = document.text
    for fault in faults(document, "comment"):
        start, end = fault.span
        if not text.endswith("-->", start, end):
            message = "comment is not closed; add `-->`"
            if "comments" not in document.generator.mdx_extensions:
                message = "`<!-- … -->` is not allowed in MDX; use `{/* … */}`"
            yield Problem(Span(start, min(start + 4, len(text))), message)
            continue
        fix = None
        if "*/" not in text[start:end]:
            opening = Edit(Span(start, start + 4), "{/*")
            closing = Edit(Span(end - 3, end), "*/}")
            fix = Fix("replace with `{/* … */}`", (opening, closing))
        yield Problem(fault.span, "`<!-- … -->` is not allowed in MDX; use `{/* … */}`", fix)
