"""Latin letters or digits are written in full-width form.

`ＡＢ１２` is typed with an input method in full-width mode. Search does not find it as `AB12`, and
it looks out of place between other letters. Use the normal form. Articles in Japanese, which uses
full-width digits, are not checked.
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
        "`ＡＢ１２` is written in full-width characters; use `AB12`",
        fixed="<p>低潮AB12 👍</p>\r\n",
    ),
    bad(
        "Low ⟦ｔｉｄｅ⟧\n",
        "`ｔｉｄｅ` is written in full-width characters; use `tide`",
        fixed="Low tide\n",
        path="a.md",
    ),
]

_LETTERS = lazy("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+")


@rule(severity="warning", preset="strict", since="0.1", when="non-ascii")
def check(document: Document) -> Problems:
    text = document.once(prose)
    if text.isascii() or not _LETTERS.search(text) or document.once(language) == "ja":
        return
    for piece in document.once(pieces):
        for match in _LETTERS.finditer(piece.text):
            right = unicodedata.normalize("NFKC", match[0])
            span = piece.span(*match.span())
            message = f"`{cut(match[0])}` is written in full-width characters; use `{cut(right)}`"
            yield Problem(span, message, replace(span, right, f"replace with `{cut(right)}`"))
