"""A title has no letters or digits.

A title such as `...` or `—` is left over from an import, or is a placeholder. A URL that is made
from it is empty, and lists have no text to click. Write a title.
"""

from contentlint.rule import Document, Problem, Problems, bad, cut, good, is_templated, rule

EXAMPLES = [
    good("---\ntitle: 404\n---\n"),
    good("---\ntitle: 潮\n---\n"),
    good("---\ntitle: C++\n---\n"),
    good("---\ntitle:\n---\n"),
    good("---\ntitle: ~\n---\n"),
    good("---\ntitle: {{ title }}\n---\n"),
    bad("---\ntitle: ⟦'...'⟧\n---\n", "`title`: `...` has no letters or digits; write a title"),
    bad(
        "---\r\ntitle: ⟦👍！？⟧\r\n---\r\n潮",
        "`title`: `👍！？` has no letters or digits; write a title",
    ),
]


@rule(severity="warning", preset="recommended", since="0.1", when="key:title")
def check(document: Document) -> Problems:
    title = document.front_matter.get("title")
    if not isinstance(title, str) or not title.strip() or is_templated(title):
        return
    if not any(char.isalnum() for char in title):
        message = f"`title`: `{cut(title)}` has no letters or digits; write a title"
        yield Problem(document.front_matter.span_of(("title",)), message)
