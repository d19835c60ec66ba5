"""A heading ends in a full stop, comma, colon or semicolon.

Headings are no sentences to most publishers. Question and exclamation marks and ellipses are no
fault.

Fix safety: unsafe, since the last word may be an abbreviation.
"""

import re

from contentlint.markup.standard import HEADINGS
from contentlint.rule import Document, Problem, Problems, bad, delete, good, lazy, rule
from contentlint.rules.text._prose import pieces

EXAMPLES = [
    good("<h2>潮？</h2><h3>Low...</h3><p>潮。</p><h4>etc.</h4><h5>Low, <code>a.</code></h5>"),
    good("# Low tide\n\n## 3、**潮**\n\n潮。\n", path="a.md"),
    good("# Low:\n", path="a.md", marks="."),
    bad(
        "<h2>潮汐⟦：⟧</h2> 👍\r\n",
        "heading ends in `：`; remove it",
        fixed="<h2>潮汐</h2> 👍\r\n",
    ),
    bad("# Low *tide*⟦.⟧\n", "heading ends in `.`; remove it", fixed="# Low *tide*\n", path="a.md"),
]

# Of HTML or of Markdown, behind the signs and end tags of emphasis.
_END = lazy(
    r"[ \t*_#]{0,40}(?:</(?!h)[a-z0-9]{1,20}\s?>\s{0,40}){0,20}(?:</h[1-6]|\r?\n)", re.IGNORECASE
)
_ABBREVIATIONS = ("etc.", "Inc.", "Ltd.", "Co.", "Jr.", "Sr.", "vs.", "..", "e.g.", "i.e.")


@rule(severity="info", preset="all", since="0.1")
def check(document: Document, *, marks: str = ".,;:。，；：、") -> Problems:
    """
    Args:
        marks: the marks in which no heading may end.
    """
    found = document.once(pieces)
    for number, piece in enumerate(found):
        if HEADINGS.isdisjoint(piece.parents):
            continue
        text = piece.text.rstrip()
        if not text or text[-1] not in marks or text.endswith(_ABBREVIATIONS):
            continue
        # The end of the heading, not of a piece of it.
        end = piece.start + len(text)
        following = found[number + 1].start if number + 1 < len(found) else len(document.text)
        is_end = _END.match(document.text, end, following) is not None
        if not is_end and document.text[end:].strip(" \t*_#"):
            continue
        span = piece.span(len(text) - 1, len(text))
        fix = delete(span, safety="unsafe")
        yield Problem(span, f"heading ends in `{text[-1]}`; remove it", fix)
