"""A key is most likely a misspelling of one that the schema knows.

Generators ignore keys that they do not know, so `auther: Mara` publishes an article without an
author and says nothing. Where the schema forbids other keys, every unknown one is named.

Fix safety: unsafe, since the key may be the theme's own.
"""

from contentlint.rule import Document, Problem, Problems, bad, good, rule

EXAMPLES = [
    good("---\ntitle: Low tide\nauthor: Mara\nmood: calm\ntag: sea\nimages: [a.png]\n---\n"),
    good("---\ntitle: Low tide\nauthor: Mara\nauthor2: Idris\n---\n"),
    bad(
        "---\ntitle: Low tide\n⟦auther⟧: Mara\n---\n",
        "unknown key `auther`; did you mean `author`?",
        fixed="---\ntitle: Low tide\nauthor: Mara\n---\n",
    ),
    bad(
        "---\r\ntitle: 潮 👍\r\n⟦discription⟧: Sea\r\n⟦catagories⟧: [a]\r\n---\r\n",
        "unknown key `discription`; did you mean `description`?",
        "unknown key `catagories`; did you mean `categories`?",
        fixed="---\r\ntitle: 潮 👍\r\ndescription: Sea\r\ncategories: [a]\r\n---\r\n",
        path="a.md",
        schema="hexo",
    ),
]


@rule(severity="warning", preset="recommended", since="0.1")
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
