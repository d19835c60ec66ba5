"""A title has no letter and no digit.

`...` or `—` is what an importer left, or a placeholder that nobody came back to. Its address, where
it is made of the title, is empty, and lists show nothing to click on.
"""

from contentlint.rule import Document, Problem, Problems, bad, cut, good, is_templated, rule

EXAMPLES = [
    good("---\ntitle: 404\n---\n"),
    good("---\ntitle: 潮\n---\n"),
    good("---\ntitle: C++\n---\n"),
    good("---\ntitle:\n---\n"),
    good("---\ntitle: ~\n---\n"),
    good("---\ntitle: {{ title }}\n---\n"),
    bad("---\ntitle: ⟦'...'⟧\n---\n", "title `...` has no letter and no digit; write a title"),
    bad(
        "---\r\ntitle: ⟦👍！？⟧\r\n---\r\n潮",
        "title `👍！？` has no letter and no digit; write a title",
    ),
]


@rule(severity="warning", preset="recommended", since="0.1")
def check(document: Document) -> Problems:
    title = document.front_matter.get("title")
    if not isinstance(title, str) or not title.strip() or is_templated(title):
        return
    if not any(char.isalnum() for char in title):
        message = f"title `{cut(title)}` has no letter and no digit; write a title"
        yield Problem(document.front_matter.span_of(("title",)), message)
