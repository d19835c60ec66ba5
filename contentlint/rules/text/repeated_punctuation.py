"""A punctuation mark stands twice in a row.

`，，` and `,,` are slips of the finger, or what is left of a word that was taken out. Exclamation
and question marks are no fault, nor are three and more stops, which are an ellipsis.
"""

from contentlint.rule import Document, Problem, Problems, bad, good, lazy, replace, rule
from contentlint.rules.text._prose import pieces

EXAMPLES = [
    good("<p>潮！！ 潮。。。 ... 潮…… a:: b ;; --</p>"),
    good("`a,,b` f(a,,b)\n", path="a.md"),
    bad(
        "<p>低潮⟦，，⟧👍</p>\r\n",
        "`，` stands twice; write it once",
        fixed="<p>低潮，👍</p>\r\n",
    ),
    bad(
        "Low⟦,,⟧ tide 潮⟦。。⟧\n",
        "`,` stands twice; write it once",
        "`。` stands twice; write it once",
        fixed="Low, tide 潮。\n",
        path="a.md",
    ),
]

_TWICE = lazy(r"(?<![，。、；：])(?:([，、；：])\1+|(。)。)(?![，。、；：])|(?<=[a-z])(,),(?=\s)")


@rule(severity="warning", preset="strict", since="0.1")
def check(document: Document) -> Problems:
    for piece in document.once(pieces):
        for match in _TWICE.finditer(piece.text):
            mark = match[0][0]
            span = piece.span(*match.span())
            fix = replace(span, mark, f"write `{mark}` once")
            yield Problem(span, f"`{mark}` stands twice; write it once", fix)
