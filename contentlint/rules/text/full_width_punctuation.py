"""A full-width punctuation mark is used between Latin words.

`low，tide` is typed with a Chinese input method. Use the ASCII mark. Lines that contain Chinese,
Japanese or Korean text and articles in these languages are not checked.

Fix safety: unsafe, because the words may be quoted from such a text.
"""

from contentlint.rule import Document, Problem, Problems, bad, good, lazy, replace, rule
from contentlint.rules.text._prose import HAN, HANGUL, KANA, LATIN, language, pieces, prose

EXAMPLES = [
    good("<p>低潮，low，tide。</p>"),
    good("Low, tide `a，b` 潮汐，low\n", path="a.md"),
    bad(
        "<p>Low⟦，⟧tide⟦。⟧ 👍</p>\r\n",
        "full-width `，` between Latin words; use `, `",
        "full-width `。` between Latin words; use `.`",
        fixed="<p>Low, tide. 👍</p>\r\n",
    ),
    bad(
        "Low tide⟦！⟧\n",
        "full-width `！` between Latin words; use `!`",
        fixed="Low tide!\n",
        path="a.md",
    ),
]

_NARROW = {"，": ",", "。": ".", "！": "!", "？": "?", "；": ";", "：": ":"}
_MARK = lazy(f"(?<=[{LATIN}0-9])([，。！？；：])(?=([{LATIN}0-9])|\\s|$)")
_WIDE = lazy(f"[{HAN}{KANA}{HANGUL}]")


@rule(severity="warning", preset="strict", since="0.1", when="non-ascii")
def check(document: Document) -> Problems:
    text = document.once(prose)
    if text.isascii() or not _MARK.search(text):
        return
    if document.once(language) in ("zh", "ja", "ko"):
        return
    for piece in document.once(pieces):
        if _WIDE.search(piece.text):
            continue
        for match in _MARK.finditer(piece.text):
            right = _NARROW[match[1]] + (" " if match[2] else "")
            span = piece.span(*match.span())
            message = f"full-width `{match[1]}` between Latin words; use `{right}`"
            yield Problem(span, message, replace(span, right, f"replace with `{right}`", "unsafe"))
