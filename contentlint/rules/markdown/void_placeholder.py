"""A word in angle brackets is an element without content, so it is not displayed.

In "copy `<source>` to `<target>`", `source` is the name of an HTML element that has no content.
Browsers display nothing for it, or for `<input>` an empty field.

Escape the `<` as `&lt;`, or use code.

Fix safety: unsafe, because an element may be intended.
"""

from contentlint.rule import (
    Document,
    Problem,
    Problems,
    Site,
    Span,
    bad,
    good,
    replace,
    rule,
)
from contentlint.rules.markdown._placeholders import TAGS, is_placeholder

EXAMPLES = [
    good('Low<wbr>tide <input type="text"> <embed src="/a.mp4"> `<source>`\n', path="a.md"),
    good("<video>\n<source>\n</video>\n\n<input>\n", path="a.md"),
    good("<p>Copy <source></p>"),
    bad(
        "Copy ⟦<source>⟧ to 潮, then ⟦<link>⟧ 👍\r\n",
        "`<source>` is not displayed; escape `<` as `&lt;` if it is text",
        "`<link>` is not displayed; escape `<` as `&lt;` if it is text",
        fixed="Copy &lt;source> to 潮, then &lt;link> 👍\r\n",
        path="a.md",
    ),
    bad(
        "Copy <port> to ⟦<track>⟧\n",
        "`<track>` is not displayed; escape `<` as `&lt;` if it is text",
        fixed="Copy <port> to &lt;track>\n",
        path="a.md",
    ),
    bad(
        "- low ⟦<input>⟧ tide\n",
        "`<input>` is displayed as an empty field; escape `<` as `&lt;` if it is text",
        fixed="- low &lt;input> tide\n",
        path="a.md",
        site=Site("jekyll"),
    ),
]


@rule(
    severity="warning",
    preset="recommended",
    since="0.2",
    when=f"markdown and text:< and tag:{','.join(TAGS)}",
)
def check(document: Document) -> Problems:
    if document.is_html or document.is_jsx or "<" not in document.text:
        return
    for element in document.elements(*TAGS):
        if not is_placeholder(document, element):
            continue
        span = element.span
        written = document.text[span.start : span.end]
        what = "is displayed as an empty field" if element.tag == "input" else "is not displayed"
        message = f"`{written}` {what}; escape `<` as `&lt;` if it is text"
        first = Span(span.start, span.start + 1)
        yield Problem(span, message, replace(first, "&lt;", "escape `<` as `&lt;`", "unsafe"))
