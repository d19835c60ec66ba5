"""A bracket or quotation mark has no counterpart in its paragraph.

One of the two is missing, or the same mark was typed twice (`“潮“`). Add the missing mark, remove
the extra one, or replace the second opening mark by a closing one. Half-width brackets, list
numbers such as `1）`, emoticons, inches (`5.6”`), quotations that span several paragraphs, and the
quotation marks of European languages (`„…“`, `„…”`, `”…”`) are allowed; code and URLs are not
checked.

Fix safety: unsafe, because the marks may start two quotations that both lack their end.
"""

from contentlint.rule import Document, Problem, Problems, RelatedSpan, bad, good, replace, rule
from contentlint.rules.text._pairs import CLOSER, pairs
from contentlint.rules.text._prose import prose

EXAMPLES = [
    good(
        "<p>“潮”（低<b>潮</b>）《潮》 1）a 2）b （汐 :) ；-) ） (^_^)</p><p>“Low</p><p>“Tide”</p>"
    ),
    good("（潮`）`潮）“[潮](/潮“)”\n\n（潮\n汐）\n", path="a.md"),
    good(
        "Das Wort „Tide“ heißt „Flut“ auf „Platt”, sagt sie: „Ja“.\n\nKes ”tide” on ”vesi”.\n",
        path="a.md",
    ),
    good(
        "A 5.6” gauge.\n\nHe said: “It rises.\n\nIt falls.”\n\n> “\n>\n> Low\n>\n> ”\n", path="a.md"
    ),
    good("潮（`a`、`||`）汐\n", path="a.md"),
    bad(
        "<p>潮⟦“⟧汐👍</p>\r\n<p>潮⟦》⟧汐</p>",
        "`“` is not closed in its paragraph; add the closing mark",
        "`》` has no matching opening mark; add it or remove this one",
    ),
    bad(
        "低⟦《⟧潮\n\n- 涨⟦）⟧潮\n",
        "`《` is not closed in its paragraph; add the closing mark",
        "`）` has no matching opening mark; add it or remove this one",
        path="a.md",
    ),
    bad(
        "退“潮⟦“⟧\n",
        "`“` opens a quotation again where `”` is expected; replace it with `”`",
        fixed="退“潮”\n",
        path="a.md",
    ),
    bad(
        "The “low tide⟦“⟧ sets, “high tide” follows.\n",
        "`“` opens a quotation again where `”` is expected; replace it with `”`",
        fixed="The “low tide” sets, “high tide” follows.\n",
        path="a.md",
    ),
    bad(
        "退⟦“⟧潮时⟦“⟧汐\n\nHe said ⟦“⟧it ebbs, she said ⟦“⟧it rises.\n",
        *["`“` is not closed in its paragraph; add the closing mark"] * 4,
        path="a.md",
    ),
    bad(
        "潮⟦”⟧低⟦“⟧汐\n\n潮⟦”⟧低⟦“⟧汐\n\nEin Wort⟦”⟧ und „Tide“\n",
        "`”` has no matching opening mark; add it or remove this one",
        "`“` is not closed in its paragraph; add the closing mark",
        "`”` has no matching opening mark; add it or remove this one",
        "`“` is not closed in its paragraph; add the closing mark",
        "`”` has no matching opening mark; add it or remove this one",
        path="a.md",
    ),
]

_CLOSING = "”」』》〉】〕）"


@rule(severity="warning", preset="strict", since="0.1", when="non-ascii")
def check(document: Document) -> Problems:
    if document.once(prose).isascii():
        return
    found = document.once(pairs)
    for first, second in found.reopened:
        closer = CLOSER[second.char]
        yield Problem(
            second.span,
            f"`{second.char}` opens a quotation again where `{closer}` is expected; "
            f"replace it with `{closer}`",
            replace(second.span, closer, f"replace with `{closer}`", "unsafe"),
            related=(RelatedSpan(first.span, f"opened by this `{first.char}`"),),
        )
    for mark in found.unpaired:
        what = "is not closed in its paragraph; add the closing mark"
        if mark.char in _CLOSING:
            what = "has no matching opening mark; add it or remove this one"
        yield Problem(mark.span, f"`{mark.char}` {what}")
