"""The attribute `markdown` has no effect, because its tag is indented too little.

On a tag indented by one to three spaces, Python-Markdown ignores it and leaves the content as it
is, so that readers see the source of its Markdown. This happens in lists, because an item includes
only what is indented by four spaces.

Remove the indentation, or indent the element by four spaces if it belongs to a list item.
"""

import re

from contentlint.rule import Document, Problem, Problems, Site, bad, good, lazy, rule

_EXTENSIONS = "markdown_extensions:\n  - md_in_html\n"

EXAMPLES = [
    good("<div markdown>\n\n**low**\n\n</div>\n", path="a.md", site=Site("mkdocs")),
    good(" <div markdown>\n\n**low**\n\n </div>\n", path="a.md", site=Site("jekyll")),
    good(
        "- low\n\n    <details markdown>\n\n    **tide**\n\n    </details>\n",
        path="a.md",
        site=Site("mkdocs", configuration=_EXTENSIONS),
    ),
    good(
        "<div markdown>\n  <div markdown>\n  **low**\n  </div>\n</div>\n",
        path="a.md",
        site=Site("mkdocs", configuration=_EXTENSIONS),
    ),
    good(
        "  <div markdown>low</div>\n",
        path="a.md",
        site=Site("mkdocs", configuration=_EXTENSIONS),
    ),
    bad(
        '- low\n\n  ⟦<details markdown="1">⟧\n\n  **潮**\n\n  </details>\n',
        "`<details>` is indented by 2 spaces, so Markdown inside it is not rendered; indent it by "
        "4 in a list item, or remove the indentation",
        path="a.md",
        site=Site("mkdocs", configuration=_EXTENSIONS),
    ),
]

# Syntax that a reader would see.
_SYNTAX = lazy(
    r"\*\*(?=\S)|\]\(|^[ \t]*(?:[-*+][ \t]|\d+[.)][ \t]|#{1,6}[ \t]|```|\|)", re.MULTILINE
)


@rule(severity="warning", preset="recommended", since="0.2", when="markdown and attribute:markdown")
def check(document: Document) -> Problems:
    if document.is_html or "markdown" not in document.text or "<" not in document.text:
        return
    if not document.generator.dialect.markdown_attribute_needs_margin:
        return
    for element in document.elements_with("markdown"):
        start, end = element.span
        margin = document.text[document.text.rfind("\n", 0, start) + 1 : start]
        is_inner = element.parent is not None and element.parent.get("markdown") is not None
        if not element.authored or is_inner or margin.strip(" ") or not 0 < len(margin) < 4:
            continue
        last = element.end_span.start if element.end_span else len(document.text)
        if not _SYNTAX.search(document.text, end, last):
            continue
        spaces = f"{len(margin)} space{'s' * (len(margin) > 1)}"
        message = (
            f"`<{element.tag}>` is indented by {spaces}, so Markdown inside it is not rendered"
        )
        remedy = "indent it by 4 in a list item, or remove the indentation"
        yield Problem(element.span, f"{message}; {remedy}")
