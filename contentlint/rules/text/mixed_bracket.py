"""A pair of brackets has one full-width and one half-width half.

`（潮)` was typed with an input method that was switched in between. In Chinese and Japanese both
are full-width, elsewhere half-width.
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
        "`（` is closed by `)`; write `）`",
        fixed="<p>低潮（涨潮）👍</p>\r\n",
    ),
    bad(
        "低潮⟦(⟧涨潮）\n",
        "`(` is closed by `）`; write `（`",
        fixed="低潮（涨潮）\n",
        path="a.md",
    ),
    bad(
        "Low tide ⟦（⟧low)\n",
        "`（` is closed by `)`; write `(`",
        fixed="Low tide (low)\n",
        path="a.md",
    ),
]


@rule(severity="warning", preset="strict", since="0.1")
def check(document: Document) -> Problems:
    if document.once(prose).isascii():
        return
    mixed = document.once(pairs).mixed
    is_wide = bool(mixed) and document.once(language) in ("zh", "ja")
    for opener, closer in mixed:
        wrong = closer if (opener.char == "（") == is_wide else opener
        wide, narrow = ("）", ")") if wrong is closer else ("（", "(")
        right = wide if is_wide else narrow
        title = f"write `{right}`"
        fix = Fix(title, (Edit(wrong.span, right),), "safe")
        other = opener if wrong is closer else closer
        message = f"`{opener.char}` is closed by `{closer.char}`; {title}"
        yield Problem(
            wrong.span, message, fix, related=(RelatedSpan(other.span, "its other half"),)
        )
