"""An ellipsis in Chinese text is not written as `……`.

Three full stops stand low and too close, three `。` are no mark at all. The standard for Chinese
punctuation (GB/T 15834) has six dots in the middle of the line.
"""

from contentlint.rule import Document, Problem, Problems, bad, good, lazy, replace, rule
from contentlint.rules.text._prose import HAN, language, pieces, prose

EXAMPLES = [
    good("<p>低潮……low... tide… 潮</p>"),
    good("`潮...`\n", path="a.md"),
    good("---\nlang: ja\n---\n潮…\n", path="a.md"),
    bad(
        "<p>低潮⟦...⟧涨潮⟦。。。⟧👍</p>\r\n",
        "ellipsis is written `...`; write `……`",
        "ellipsis is written `。。。`; write `……`",
        fixed="<p>低潮……涨潮……👍</p>\r\n",
    ),
    bad(
        "低潮⟦…⟧\n",
        "ellipsis is written `…`; write `……`",
        fixed="低潮……\n",
        path="a.md",
    ),
]

_ELLIPSIS = lazy(f"(?<=[{HAN}])(?:\\.{{3,}}|。{{3,}}|…(?!…))")


@rule(
    severity="info",
    preset="all",
    since="0.1",
    standard="GB/T 15834-2011, 4.11",
)
def check(document: Document) -> Problems:
    if document.once(prose).isascii() or document.once(language) != "zh":
        return
    for piece in document.once(pieces):
        for match in _ELLIPSIS.finditer(piece.text):
            span = piece.span(*match.span())
            message = f"ellipsis is written `{match[0][:6]}`; write `……`"
            yield Problem(span, message, replace(span, "……", "write `……`"))
