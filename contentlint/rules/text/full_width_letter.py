"""Latin letters or figures are written as full-width ones.

`ＡＢ１２` came from an input method that was set so. Search does not find them as `AB12`, and they
stand apart. Japanese sets single figures so, and is left alone.
"""

import unicodedata

from contentlint.rule import Document, Problem, Problems, bad, cut, good, lazy, replace, rule
from contentlint.rules.text._prose import language, pieces, prose

EXAMPLES = [
    good("<p>AB12 潮，（）！</p>"),
    good("`ＡＢ`\n", path="a.md"),
    good("<p>ひとつは１つ、ふたつは２つです。</p>"),
    bad(
        "<p>低潮⟦ＡＢ１２⟧ 👍</p>\r\n",
        "`ＡＢ１２` is in full-width signs; write `AB12`",
        fixed="<p>低潮AB12 👍</p>\r\n",
    ),
    bad(
        "Low ⟦ｔｉｄｅ⟧\n",
        "`ｔｉｄｅ` is in full-width signs; write `tide`",
        fixed="Low tide\n",
        path="a.md",
    ),
]

_LETTERS = lazy("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+")


@rule(severity="warning", preset="strict", since="0.1")
def check(document: Document) -> Problems:
    text = document.once(prose)
    if text.isascii() or not _LETTERS.search(text) or document.once(language) == "ja":
        return
    for piece in document.once(pieces):
        for match in _LETTERS.finditer(piece.text):
            right = unicodedata.normalize("NFKC", match[0])
            span = piece.span(*match.span())
            message = f"`{cut(match[0])}` is in full-width signs; write `{cut(right)}`"
            yield Problem(span, message, replace(span, right, f"write `{cut(right)}`"))
