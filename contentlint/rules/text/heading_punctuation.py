"""A heading ends with a full stop, comma, colon or semicolon.

Most style guides write headings without closing punctuation. Remove it. Question marks, exclamation
marks and ellipses are allowed.

Fix safety: unsafe, because the last word may be an abbreviation.
"""

import re

from contentlint.markup.standard import HEADINGS
from contentlint.rule import Document, Problem, Problems, bad, delete, good, lazy, rule
from contentlint.rules.text._prose import pieces

EXAMPLES = [
    good("<h2>潮？</h2><h3>Low...</h3><p>潮。</p><h4>etc.</h4><h5>Low, <code>a.</code></h5>"),
    good("# Low tide\n\n## 3、**潮**\n\n潮。\n", path="a.md"),
    good("# Low:\n", path="a.md", characters="."),
    bad(
        "<h2>潮汐⟦：⟧</h2> 👍\r\n",
        "heading ends with `：`; remove it",
        fixed="<h2>潮汐</h2> 👍\r\n",
    ),
    bad(
        "# Low *tide*⟦.⟧\n", "heading ends with `.`; remove it", fixed="# Low *tide*\n", path="a.md"
    ),
]

# The end of a heading in HTML or Markdown, after emphasis markers and end tags.
_END = lazy(
    r"[ \t*_#]{0,40}(?:</(?!h)[a-z0-9]{1,20}\s?>\s{0,40}){0,20}(?:</h[1-6]|\r?\n)", re.IGNORECASE
)
_ABBREVIATIONS = ("etc.", "Inc.", "Ltd.", "Co.", "Jr.", "Sr.", "vs.", "..", "e.g.", "i.e.")


@rule(severity="info", preset="all", since="0.1")
def check(document: Document, *, characters: str = ".,;:。，；：、") -> Problems:
    """
    Args:
        characters: characters with which a heading must not end.
    """
    found = document.once(pieces)
    for number, piece in enumerate(found):
        if HEADINGS.isdisjoint(piece.parents):
            continue
        text = piece.text.rstrip()
        if not text or text[-1] not in characters or text.endswith(_ABBREVIATIONS):
            continue
        # The end of the heading, not just of this piece.
        end = piece.start + len(text)
        following = found[number + 1].start if number + 1 < len(found) else len(document.text)
        is_end = _END.match(document.text, end, following) is not None
        if not is_end and document.text[end:].strip(" \t*_#"):
            continue
        span = piece.span(len(text) - 1, len(text))
        fix = delete(span, f"remove `{text[-1]}`", "unsafe")
        yield Problem(span, f"heading ends with `{text[-1]}`; remove it", fix)
