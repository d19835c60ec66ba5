"""A front matter mapping has a duplicate key.

Some generators silently use the last value, others fail to build. Keep one of the keys.
"""

from contentlint.rule import Document, Problem, Problems, RelatedSpan, bad, good, rule

EXAMPLES = [
    good("---\ntitle: Low tide\ncover:\n  title: The pier\n---\n"),
    bad(
        "---\ntitle: Low tide\r\n⟦title⟧: 低潮 👍\n---\n",
        "duplicate key `title`; keep one",
    ),
    bad(
        "---\ncover:\n  image: a.png\n  ⟦image⟧: b.png\n---\n",
        "duplicate key `cover.image`; keep one",
        path="a.md",
    ),
    bad('{\n"title": "Low",\n⟦"title"⟧: "High"\n}\n', "duplicate key `title`; keep one"),
]


@rule(severity="error", preset="recommended", since="0.1", when="has:front_matter.duplicates")
def check(document: Document) -> Problems:
    for duplicate in document.front_matter.duplicates:
        name = ".".join(map(str, duplicate.path))
        message = f"duplicate key `{name}`; keep one"
        yield Problem(
            duplicate.span, message, related=(RelatedSpan(duplicate.first, f"first `{name}`"),)
        )
