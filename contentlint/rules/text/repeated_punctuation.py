"""A punctuation mark is repeated.

`，，` and `,,` are typing errors, or are left over when a word is deleted. Write the mark once.
Repeated exclamation and question marks are allowed, and so are three or more full stops (an
ellipsis).
"""

from contentlint.rule import Document, Problem, Problems, bad, good, lazy, replace, rule
from contentlint.rules.text._prose import pieces

EXAMPLES = [
    good("<p>潮！！ 潮。。。 ... 潮…… a:: b ;; --</p>"),
    good("`a,,b` f(a,,b)\n", path="a.md"),
    bad(
        "<p>低潮⟦，，⟧👍</p>\r\n",
        "repeated `，`; write it once",
        fixed="<p>低潮，👍</p>\r\n",
    ),
    bad(
        "Low⟦,,⟧ tide 潮⟦。。⟧\n",
        "repeated `,`; write it once",
        "repeated `。`; write it once",
        fixed="Low, tide 潮。\n",
        path="a.md",
    ),
]

_TWICE = lazy(r"(?<![，。、；：])(?:([，、；：])\1+|(。)。)(?![，。、；：])|(?<=[a-z])(,),(?=\s)")


@rule(
    severity="warning",
    preset="strict",
    since="0.1",
    when="text:,, or text:，， or text:、、 or text:；； or text:：： or text:。。",
)
def check(document: Document) -> Problems:
    for piece in document.once(pieces):
        for match in _TWICE.finditer(piece.text):
            mark = match[0][0]
            span = piece.span(*match.span())
            fix = replace(span, mark, f"write `{mark}` once")
            yield Problem(span, f"repeated `{mark}`; write it once", fix)
