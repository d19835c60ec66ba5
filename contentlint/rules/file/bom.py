"""A byte order mark stands at the head of the file.

UTF-8 needs none. Some generators take it for the first character of the text and then do not see
the front matter behind it; joined files carry it into the middle of a page.
"""

from contentlint.rule import Document, Problem, Problems, Span, bad, delete, good, rule

EXAMPLES = [
    good("---\ntitle: Low tide\n---\n"),
    bad(
        "⟦\ufeff⟧---\r\ntitle: 潮 👍\r\n---\r\n",
        "file begins with a byte order mark; remove it",
        fixed="---\r\ntitle: 潮 👍\r\n---\r\n",
    ),
    bad(
        "⟦\ufeff⟧Low tide\n",
        "file begins with a byte order mark; remove it",
        fixed="Low tide\n",
        path="a.md",
    ),
]


@rule(severity="warning", preset="recommended", since="0.1")
def check(document: Document) -> Problems:
    if document.text.startswith("\ufeff"):
        span = Span(0, 1)
        yield Problem(span, "file begins with a byte order mark; remove it", delete(span))
