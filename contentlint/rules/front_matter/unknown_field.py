"""A key is probably a misspelling of a key in the schema.

Generators ignore unknown keys: `auther: Mara` publishes an article without an author and without a
warning. Rename the key. If the schema forbids other keys, every unknown key is reported.

Keys of known themes and tools, and English words such as `height`, `rate` or `tabs`, are not taken
for misspellings.

Fix safety: unsafe, since the key may belong to the theme.
"""

from contentlint.rule import Document, Problem, Problems, bad, good, rule

EXAMPLES = [
    good("---\ntitle: Low tide\nauthor: Mara\nmood: calm\ntag: sea\nimages: [a.png]\n---\n"),
    good("---\ntitle: Low tide\nauthor: Mara\nauthor2: Idris\n---\n"),
    good("---\ntitle: a\nheight: 3\ncraft: knots\nrate: 5\ntabs: [a]\nlong: 8.6\n---\n"),
    good("---\ntitle: a\nog-description: Low tide\nen_authors: [Mara]\nx-category: sea\n---\n"),
    bad(
        "---\ntitle: Low tide\n⟦auther⟧: Mara\n---\n",
        "`auther`: unknown key; did you mean `author`?",
        fixed="---\ntitle: Low tide\nauthor: Mara\n---\n",
    ),
    bad(
        "---\r\ntitle: 潮 👍\r\n⟦discription⟧: Sea\r\n⟦catagories⟧: [a]\r\n---\r\n",
        "`discription`: unknown key; did you mean `description`?",
        "`catagories`: unknown key; did you mean `categories`?",
        fixed="---\r\ntitle: 潮 👍\r\ndescription: Sea\r\ncategories: [a]\r\n---\r\n",
        path="a.md",
        schema="hexo",
    ),
]


@rule(severity="warning", preset="recommended", since="0.1", when="field:unknown")
def check(document: Document) -> Problems:
    for problem in document.field_problems:
        if problem.kind == "unknown":
            yield Problem(
                problem.span,
                problem.message,
                problem.fix,
                help=problem.help,
                about=problem.about,
            )
