"""The author is left empty or is a placeholder.

A reader sees "by admin", or nothing where a name belongs; feeds and search results repeat it. An
article that names no author at all is let pass unless `required` is set: many sites have one
writer.
"""

from contentlint.rule import Document, Problem, Problems, bad, cut, good, rule
from contentlint.rules.attribution._authors import AUTHOR_KEYS, bylines, written_credits
from contentlint.rules.attribution._languages import PLACEHOLDERS

EXAMPLES = [
    good("---\ntitle: Low tide\n---\n"),
    good("---\ntitle: Low tide\nauthor: Mara Ellwood\n---\n"),
    good("---\ntitle: Low tide\nauthors: [{name: 林知微}]\n---\n", required=True),
    good("---\ntitle: Low tide\n---\n<p>By Mara Ellwood</p><p>Text.</p>", required=True),
    good("---\ntitle: Low tide\nauthor: Anonymous\n---\n"),
    good("---\ntitle: Low tide\nauther: Mara Ellwood\n---\n", required=True),
    bad("---\ntitle: Low tide\n⟦author⟧:\n---\n", "`author` is empty; name who wrote it"),
    bad(
        "---\r\ntitle: 潮 👍\r\nauthor: ⟦''⟧\r\n---\r\n",
        "`author` is empty; name who wrote it",
        path="a.md",
    ),
    bad(
        "---\ntitle: Low tide\nauthors:\n  - Mara Ellwood\n  - ⟦TODO⟧\n---\n",
        "`TODO` is a placeholder; name who wrote it",
    ),
    bad(
        "---\ntitle: Low tide\nauthors: [Mara Ellwood, ⟦''⟧]\nauthor:\n  name: ⟦''⟧\n---\n",
        "`authors` is empty; name who wrote it",
        "`author` is empty; name who wrote it",
    ),
    good("---\ntitle: Low tide\nauthor: false\n---\n"),
    bad("---\ntitle: 潮\nauthor: ⟦管理员⟧\n---\n", "`管理员` is a placeholder; name who wrote it"),
    bad(
        "---\ntitle: Ebbe\nauthor: ⟦Ihr Name⟧\n---\n",
        "`Ihr Name` is a placeholder; name who wrote it",
    ),
    bad("---\ntitle: 潮\nauthor: ⟦관리자⟧\n---\n", "`관리자` is a placeholder; name who wrote it"),
    bad(
        "⟦---⟧\ntitle: Low tide\n---\nLow tide.\n",
        "article names no author; add `author`",
        path="a.md",
        required=True,
    ),
]


@rule(severity="warning", preset="recommended", since="0.1")
def check(document: Document, *, required: bool = False) -> Problems:
    """
    Args:
        required: whether an article must name its author, in front matter or in a byline.
    """
    front_matter = document.front_matter
    if front_matter.format is None or not front_matter.data:
        return
    for name, span, key in written_credits(document):
        if not name:
            yield Problem(span, f"`{key}` is empty; name who wrote it")
        elif name.strip("<>[]{}()").casefold() in PLACEHOLDERS:
            yield Problem(span, f"`{cut(name)}` is a placeholder; name who wrote it")
    written = any(key in front_matter.data for key in AUTHOR_KEYS)
    if required and not (written or _is_misspelled(document) or any(bylines(document))):
        yield Problem(front_matter.opening, "article names no author; add `author`")


def _is_misspelled(document: Document) -> bool:
    """Whether a key is reported already as a misspelling of one that names the author."""
    fixes = [problem.fix for problem in document.field_problems if problem.kind == "unknown"]
    return any(fix is not None and fix.edits[0].text in AUTHOR_KEYS for fix in fixes)
