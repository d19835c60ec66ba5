"""The author is empty or a placeholder.

Readers see "by admin", or nothing, instead of a name, and feeds and search results repeat it. Set
`author` to the name of the writer.

An article without an author key is reported only if `required` is set, because many sites have a
single writer.
"""

from contentlint.rule import Document, Problem, Problems, bad, cut, good, rule
from contentlint.rules.attribution._authors import AUTHOR_KEYS, author_entries
from contentlint.rules.attribution._bylines import bylines
from contentlint.rules.attribution._placeholders import is_placeholder

EXAMPLES = [
    good("---\ntitle: Low tide\n---\n"),
    good("---\ntitle: Low tide\nauthor: Mara Ellwood\n---\n"),
    good("---\ntitle: Low tide\nauthors: [{name: 林知微}]\n---\n", required=True),
    good("---\ntitle: Low tide\n---\n<p>By Mara Ellwood</p><p>Text.</p>", required=True),
    good("---\ntitle: Low tide\nauthor: Anonymous\n---\n"),
    good("---\ntitle: Low tide\nauther: Mara Ellwood\n---\n", required=True),
    bad(
        "---\ntitle: Low tide\nauthor: ⟦'{{ author }}'⟧\n---\n",
        "placeholder in `author`: `{{ author }}`; name the author",
    ),
    bad(
        "---\ntitle: 潮\nauthor: ⟦小编⟧\n---\n",
        "placeholder in `author`: `小编`; name the author",
    ),
    bad("---\ntitle: Low tide\n⟦author⟧:\n---\n", "`author` is empty; name the author"),
    bad(
        "---\r\ntitle: 潮 👍\r\nauthor: ⟦''⟧\r\n---\r\n",
        "`author` is empty; name the author",
        path="a.md",
    ),
    bad(
        "---\ntitle: Low tide\nauthors:\n  - Mara Ellwood\n  - ⟦TODO⟧\n---\n",
        "placeholder in `authors`: `TODO`; name the author",
    ),
    bad(
        "---\ntitle: Low tide\nauthors: [Mara Ellwood, ⟦''⟧]\nauthor:\n  name: ⟦''⟧\n---\n",
        "`authors` is empty; name the author",
        "`author` is empty; name the author",
    ),
    good("---\ntitle: Low tide\nauthor: false\n---\n"),
    bad(
        "---\ntitle: 潮\nauthor: ⟦管理员⟧\n---\n",
        "placeholder in `author`: `管理员`; name the author",
    ),
    bad(
        "---\ntitle: Ebbe\nauthor: ⟦Ihr Name⟧\n---\n",
        "placeholder in `author`: `Ihr Name`; name the author",
    ),
    bad(
        "---\ntitle: 潮\nauthor: ⟦관리자⟧\n---\n",
        "placeholder in `author`: `관리자`; name the author",
    ),
    bad(
        "⟦---⟧\ntitle: Low tide\n---\nLow tide.\n",
        "article has no author; add `author`",
        path="a.md",
        required=True,
    ),
]


@rule(severity="warning", preset="recommended", since="0.1")
def check(document: Document, *, required: bool = False) -> Problems:
    """
    Args:
        required: whether an article must have an author, in the front matter or in a byline.
    """
    front_matter = document.front_matter
    if front_matter.format is None or not front_matter.data:
        return
    for name, span, key in author_entries(document):
        if not name:
            yield Problem(span, f"`{key}` is empty; name the author")
        elif is_placeholder(name):
            yield Problem(span, f"placeholder in `{key}`: `{cut(name)}`; name the author")
    has_key = any(key in front_matter.data for key in AUTHOR_KEYS)
    if required and not (has_key or _is_misspelled(document) or any(bylines(document))):
        yield Problem(front_matter.opening, "article has no author; add `author`")


def _is_misspelled(document: Document) -> bool:
    """Whether a key is already reported as a misspelled author key."""
    fixes = [problem.fix for problem in document.field_problems if problem.kind == "unknown"]
    return any(fix is not None and fix.edits[0].text in AUTHOR_KEYS for fix in fixes)
