"""There is a space before a punctuation mark.

In `low , tide` and `低潮 ，涨潮` a line may break at the space, so that the next line starts with
the mark. Remove the space. French uses a space before some marks, but not before these.
"""

from contentlint.rule import Document, Problem, Problems, bad, delete, good, lazy, rule
from contentlint.rules.text._prose import HAN, pieces, prose

EXAMPLES = [
    good("<p>Low, tide. Use .NET ... 潮，汐 ! Oui !</p>"),
    good("`low ,` - , a\n", path="a.md"),
    bad(
        "<p>低潮⟦ ⟧，low 👍</p>\r\n",
        "space before `，`; remove it",
        fixed="<p>低潮，low 👍</p>\r\n",
    ),
    bad(
        "Low⟦ ⟧, tide⟦  ⟧.\n",
        "space before `,`; remove it",
        "space before `.`; remove it",
        fixed="Low, tide.\n",
        path="a.md",
    ),
]

_SPACE = lazy(
    rf"(?<=[a-z{HAN}])[ ]{{1,8}}(?=([，。、；：！？）》」』】]))"
    r"|(?<=[a-z])[ ]{1,8}(?=([,.])(?:\s|$))"
)
# It starts with one character, and is found faster.
_HINT = lazy(r"[ ](?:[，。、；：！？）》」』】]|[,.](?:\s|\Z))")


@rule(severity="warning", preset="strict", since="0.1")
def check(document: Document) -> Problems:
    if not _HINT.search(document.once(prose)):
        return
    for piece in document.once(pieces):
        for match in _SPACE.finditer(piece.text):
            span = piece.span(*match.span())
            yield Problem(
                span,
                f"space before `{match[1] or match[2]}`; remove it",
                delete(span, "remove the space"),
            )
