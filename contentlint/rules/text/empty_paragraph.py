"""A paragraph is empty.

An editor left it behind, or it was added for extra space. Screen readers announce it as a pause or
as "blank", and it leaves a gap in feeds and other themes. Remove it, and set spacing in the style
sheet.

Fix safety: unsafe, because the extra space may be intended.
"""

from contentlint.rule import Document, Problem, Problems, Span, bad, delete, good, lazy, rule

EXAMPLES = [
    good("<p>潮</p><p><img src=a.png alt=a></p><p id=a></p><p>{{ a }}</p>"),
    good("`<p></p>`\n\n<p>\n\nlow\n\n</p>\n", path="a.md"),
    bad(
        "<p>潮 👍</p>\r\n⟦<p>&nbsp;</p>⟧\r\n⟦<p class=a><br/> </p>⟧",
        "paragraph is empty; remove it",
        "paragraph is empty; remove it",
        fixed="<p>潮 👍</p>\r\n\r\n",
    ),
    bad("Low\n\n⟦<p></p>⟧\n", "paragraph is empty; remove it", fixed="Low\n\n\n", path="a.md"),
]

_EMPTY = lazy(r"(?:\s|&nbsp;|&#160;|&emsp;|\u00a0|\u200b|</?br\s*/?>){0,200}")


@rule(severity="info", preset="strict", since="0.1", when="tag:p and text:<")
def check(document: Document) -> Problems:
    for element in document.elements("p"):
        end = element.end_span
        if end is None or not element.authored or element.get("id") is not None:
            continue
        inside = document.text[element.span.end : end.start]
        # In Markdown a blank line ends the HTML block, and Markdown follows.
        if "\n\n" in inside or _EMPTY.fullmatch(inside) is None:
            continue
        span = Span(element.span.start, end.end)
        yield Problem(
            span, "paragraph is empty; remove it", delete(span, "remove the paragraph", "unsafe")
        )
