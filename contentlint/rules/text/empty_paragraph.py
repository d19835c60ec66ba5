"""A paragraph has nothing in it.

An editor left it, or it was to make the distance larger. Readers who listen hear a pause or
`blank`; feeds and other themes show a hole. Take it out; distances are a matter of style.

Fix safety: unsafe, since the distance may be wanted.
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

_NOTHING = lazy(r"(?:\s|&nbsp;|&#160;|&emsp;|\u00a0|\u200b|</?br\s*/?>){0,200}")


@rule(severity="info", preset="strict", since="0.1")
def check(document: Document) -> Problems:
    for element in document.elements("p"):
        end = element.end_span
        if end is None or not element.authored or element.get("id") is not None:
            continue
        inside = document.text[element.span.end : end.start]
        # In Markdown a blank line ends the block, and what follows is Markdown again.
        if "\n\n" in inside or _NOTHING.fullmatch(inside) is None:
            continue
        span = Span(element.span.start, end.end)
        yield Problem(span, "paragraph is empty; remove it", delete(span, safety="unsafe"))
