"""The file starts with a byte order mark.

UTF-8 does not need one. Some generators treat it as the first character of the text and then miss
the front matter after it; concatenating files moves it into the middle of a page. Save the file
without a byte order mark.
"""

from contentlint.rule import Document, Problem, Problems, Span, bad, delete, good, rule

EXAMPLES = [
    good("---\ntitle: Low tide\n---\n"),
    bad(
        "⟦\ufeff⟧---\r\ntitle: 潮 👍\r\n---\r\n",
        "file starts with a byte order mark; remove it",
        fixed="---\r\ntitle: 潮 👍\r\n---\r\n",
    ),
    bad(
        "⟦\ufeff⟧Low tide\n",
        "file starts with a byte order mark; remove it",
        fixed="Low tide\n",
        path="a.md",
    ),
]


@rule(severity="warning", preset="recommended", since="0.1", when="text:\ufeff")
def check(document: Document) -> Problems:
    if document.text.startswith("\ufeff"):
        span = Span(0, 1)
        yield Problem(
            span,
            "file starts with a byte order mark; remove it",
            delete(span, "remove the byte order mark"),
        )
