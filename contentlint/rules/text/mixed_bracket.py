"""A pair of brackets combines a full-width and a half-width bracket.

`（潮)` is typed when the input method is switched between the two. Use full-width brackets in
Chinese and Japanese, and half-width brackets elsewhere.
"""

from contentlint.rule import (
    Document,
    Edit,
    Fix,
    Problem,
    Problems,
    RelatedSpan,
    bad,
    good,
    rule,
)
from contentlint.rules.text._pairs import pairs
from contentlint.rules.text._prose import language, prose

EXAMPLES = [
    good("<p>（潮） (low) （low） :)</p>"),
    good("`（潮)` (潮)\n", path="a.md"),
    bad(
        "<p>低潮（涨潮⟦)⟧👍</p>\r\n",
        "`（` is closed by `)`; use `）`",
        fixed="<p>低潮（涨潮）👍</p>\r\n",
    ),
    bad(
        "低潮⟦(⟧涨潮）\n",
        "`(` is closed by `）`; use `（`",
        fixed="低潮（涨潮）\n",
        path="a.md",
    ),
    bad(
        "Low tide ⟦（⟧low)\n",
        "`（` is closed by `)`; use `(`",
        fixed="Low tide (low)\n",
        path="a.md",
    ),
]


@rule(severity="warning", preset="strict", since="0.1", when="non-ascii")
def check(document: Document) -> Problems:
    if document.once(prose).isascii():
        return
    mixed = document.once(pairs).mixed
    is_wide = bool(mixed) and document.once(language) in ("zh", "ja")
    for opener, closer in mixed:
        wrong = closer if (opener.char == "（") == is_wide else opener
        wide, narrow = ("）", ")") if wrong is closer else ("（", "(")
        right = wide if is_wide else narrow
        title = f"use `{right}`"
        fix = Fix(title, (Edit(wrong.span, right),), "safe")
        other = opener if wrong is closer else closer
        message = f"`{opener.char}` is closed by `{closer.char}`; {title}"
        related = RelatedSpan(other.span, f"paired with this `{other.char}`")
        yield Problem(wrong.span, message, fix, related=(related,))
