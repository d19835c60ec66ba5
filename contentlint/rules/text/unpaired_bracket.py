"""A bracket or quotation mark of the text has no partner in its paragraph.

One of the two was forgotten, or its like was typed twice (`“潮“`). Half-width brackets, numbers
such as `1）`, faces, and quotations that go on over several paragraphs are no fault, nor is
anything in code and addresses.
"""

from contentlint.rule import Document, Problem, Problems, bad, good, rule
from contentlint.rules.text._pairs import pairs
from contentlint.rules.text._prose import prose

EXAMPLES = [
    good(
        "<p>“潮”（低<b>潮</b>）《潮》 1）a 2）b （汐 :) ；-) ） (^_^)</p><p>“Low</p><p>“Tide”</p>"
    ),
    good("（潮`）`潮）“[潮](/潮“)”\n\n（潮\n汐）\n", path="a.md"),
    bad(
        "<p>潮⟦“⟧汐👍</p>\r\n<p>潮⟦》⟧汐</p>",
        "`“` is not closed in its paragraph; close it",
        "`》` closes nothing; open it or take it out",
    ),
    bad(
        "低⟦《⟧潮\n\n- 涨⟦）⟧潮\n- 退⟦“⟧潮⟦“⟧\n",
        "`《` is not closed in its paragraph; close it",
        "`）` closes nothing; open it or take it out",
        "`“` is not closed in its paragraph; close it",
        "`“` is not closed in its paragraph; close it",
        path="a.md",
    ),
]

_CLOSING = "”」』》〉】〕）"


@rule(severity="warning", preset="strict", since="0.1")
def check(document: Document) -> Problems:
    if document.once(prose).isascii():
        return
    for sign in document.once(pairs).alone:
        what = "is not closed in its paragraph; close it"
        if sign.char in _CLOSING:
            what = "closes nothing; open it or take it out"
        yield Problem(sign.span, f"`{sign.char}` {what}")
