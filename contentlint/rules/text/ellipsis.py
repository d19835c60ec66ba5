"""An ellipsis in Chinese text is not written as `……`.

Three full stops sit too low and too close together in Chinese text, and three `。` are not an
ellipsis. The Chinese punctuation standard (GB/T 15834) requires six dots at mid-height. Use `……`.
"""

from contentlint.rule import Document, Problem, Problems, bad, good, lazy, replace, rule
from contentlint.rules.text._prose import HAN, language, pieces, prose

EXAMPLES = [
    good("<p>低潮……low... tide… 潮</p>"),
    good("`潮...`\n", path="a.md"),
    good("---\nlang: ja\n---\n潮…\n", path="a.md"),
    bad(
        "<p>低潮⟦...⟧涨潮⟦。。。⟧👍</p>\r\n",
        "`...` is not a Chinese ellipsis; use `……`",
        "`。。。` is not a Chinese ellipsis; use `……`",
        fixed="<p>低潮……涨潮……👍</p>\r\n",
    ),
    bad(
        "低潮⟦…⟧\n",
        "`…` is not a Chinese ellipsis; use `……`",
        fixed="低潮……\n",
        path="a.md",
    ),
]

_ELLIPSIS = lazy(f"(?<=[{HAN}])(?:\\.{{3,}}|。{{3,}}|…(?!…))")


@rule(
    severity="info", preset="all", since="0.1", standard="GB/T 15834-2011, 4.11", when="non-ascii"
)
def check(document: Document) -> Problems:
    if document.once(prose).isascii() or document.once(language) != "zh":
        return
    for piece in document.once(pieces):
        for match in _ELLIPSIS.finditer(piece.text):
            span = piece.span(*match.span())
            message = f"`{match[0][:6]}` is not a Chinese ellipsis; use `……`"
            yield Problem(span, message, replace(span, "……", "replace with `……`"))
