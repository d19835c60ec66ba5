"""A required field is missing or empty.

Without a title, for example, a page has no heading and no name in lists and search results. The
schema decides which fields are required; the schemas of generators require `title` where a page
would otherwise have none. Add the field.

A block that does not describe an article (a redirect, the settings of a section) may omit required
fields, unless the generator rejects it or the file belongs to a configured collection.

Fix safety: unsafe, since the similar key may have another purpose.
"""

from contentlint.rule import Document, Problem, Problems, bad, good, rule
from contentlint.rules.front_matter._comments import comments

EXAMPLES = [
    good("---\ntitle: Low tide\n---\n"),
    good("No front matter at all.\n", path="a.md"),
    good("+++\ntitle = 'Low tide'\n+++\n", path="a.md"),
    bad("⟦---⟧\ndate: 2024-03-18\n---\n", "`title` is missing", path="a.md"),
    bad("---\n⟦title⟧:\ndate: 2024-03-18\n---\n", "`title` is empty; expected a non-empty string"),
    bad(
        "---\r\ndate: 2024-03-18\r\ntitle: ⟦' '⟧\r\n---\r\n潮 👍",
        "`title` is empty; expected a non-empty string",
    ),
    bad("⟦+++⟧\ntags = ['潮']\n+++\n", "`title` is missing", path="a.md", schema="hexo"),
    bad(
        "---\n⟦titel⟧: 潮\n---\n",
        "`title` is missing; found `titel`, did you mean `title`?",
        fixed="---\ntitle: 潮\n---\n",
    ),
    good("---\nlayout: index\nredirect: /en/\n---\n", path="a.md", schema="hexo"),
]


@rule(severity="error", preset="recommended", since="0.1", when="field:missing")
def check(document: Document) -> Problems:
    if document.front_matter.format is None:
        return  # reported once, by `front-matter/missing-block`
    # `front-matter/comment-in-value` reports a value that a comment leaves empty.
    commented = {comment.path for comment in document.once(comments)}
    for problem in document.field_problems:
        if problem.kind == "missing" and problem.path not in commented:
            yield Problem(
                problem.span,
                problem.message,
                problem.fix,
                help=problem.help,
                expected=problem.expected,
                about=problem.about,
            )
