"""A key stands twice in one mapping of the front matter.

Some generators take the last value and drop the first without a word, others stop. Keep one.
"""

from contentlint.rule import Document, Problem, Problems, RelatedSpan, bad, good, rule

EXAMPLES = [
    good("---\ntitle: Low tide\ncover:\n  title: The pier\n---\n"),
    bad(
        "---\ntitle: Low tide\r\n⟦title⟧: 低潮 👍\n---\n",
        "key `title` stands twice; keep one",
    ),
    bad(
        "---\ncover:\n  image: a.png\n  ⟦image⟧: b.png\n---\n",
        "key `cover.image` stands twice; keep one",
        path="a.md",
    ),
    bad('{\n"title": "Low",\n⟦"title"⟧: "High"\n}\n', "key `title` stands twice; keep one"),
]


@rule(severity="error", preset="recommended", since="0.1")
def check(document: Document) -> Problems:
    for duplicate in document.front_matter.duplicates:
        name = ".".join(map(str, duplicate.path))
        message = f"key `{name}` stands twice; keep one"
        yield Problem(
            duplicate.span, message, related=(RelatedSpan(duplicate.first, f"first `{name}`"),)
        )
