"""A field that the schema requires is missing or empty.

Without a title a page has no heading and no name in lists and search results. Which fields are
required is the schema's to say; of a generator's, that is `title` where a page has none otherwise.
A block that describes no article (a redirect, the settings of a section) may go without, unless
the generator refuses it or the file belongs to a configured collection.

Fix safety: unsafe, since the key that looks like it may be another one.
"""

from contentlint.rule import Document, Problem, Problems, bad, good, rule

EXAMPLES = [
    good("---\ntitle: Low tide\n---\n"),
    good("No front matter at all.\n", path="a.md"),
    good("+++\ntitle = 'Low tide'\n+++\n", path="a.md"),
    bad("⟦---⟧\ndate: 2024-03-18\n---\n", "`title` is missing; add it", path="a.md"),
    bad("---\n⟦title⟧:\ndate: 2024-03-18\n---\n", "`title` is empty; write some text"),
    bad(
        "---\r\ndate: 2024-03-18\r\ntitle: ⟦' '⟧\r\n---\r\n潮 👍",
        "`title` is empty; write some text",
    ),
    bad("⟦+++⟧\ntags = ['潮']\n+++\n", "`title` is missing; add it", path="a.md", schema="hexo"),
    bad(
        "---\n⟦titel⟧: 潮\n---\n",
        "`title` is missing; `titel` looks like it",
        fixed="---\ntitle: 潮\n---\n",
    ),
    good("---\nlayout: index\nredirect: /en/\n---\n", path="a.md", schema="hexo"),
]


@rule(severity="error", preset="recommended", since="0.1")
def check(document: Document) -> Problems:
    if document.front_matter.format is None:
        return  # all that is missing is told once, by `front-matter/missing-block`
    for problem in document.field_problems:
        if problem.kind == "missing":
            yield Problem(
                problem.span,
                problem.message,
                problem.fix,
                help=problem.help,
                expected=problem.expected,
                about=problem.about,
            )
