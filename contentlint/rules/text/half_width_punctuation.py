"""A half-width punctuation mark is used in Chinese text.

The comma in `低潮,` is designed for Latin letters and sits too close to Chinese characters. Use the
Chinese mark. Marks next to Latin words and digits are allowed; code and URLs are not checked.

Fix safety: unsafe for a full stop and a colon, because they may belong to a number or a name.
"""

from contentlint.rule import Document, Problem, Problems, Safety, bad, good, lazy, replace, rule
from contentlint.rules.text._prose import HAN, language, pieces, prose

EXAMPLES = [
    good("<p>低潮，low, tide. 潮！3.5:1 一.低潮 潮a,b</p>"),
    good("`潮,潮` [潮](/潮,潮)\n", path="a.md"),
    good("---\nlang: ja\n---\n潮!\n", path="a.md"),
    bad(
        "<p>低潮⟦!⟧涨潮了⟦, ⟧退潮👍</p>\r\n",
        "half-width `!` in Chinese text; use `！`",
        "half-width `,` in Chinese text; use `，`",
        fixed="<p>低潮！涨潮了，退潮👍</p>\r\n",
    ),
    bad(
        "低潮⟦.⟧\n",
        "half-width `.` in Chinese text; use `。`",
        fixed="低潮。\n",
        path="a.md",
    ),
]

_WIDE = {",": "，", "!": "！", "?": "？", ";": "；", ".": "。", ":": "："}
_MARK = lazy(rf"(?<=[{HAN}])([,!?;.:])(?: (?=[{HAN}])|(?=[{HAN}])|(?=\s*$))")
# 一.低潮: a chapter number.
_NUMBER = lazy(r"(?:^|[\s#第（(])[一二三四五六七八九十百零〇]{1,4}[章节]?$")


@rule(severity="warning", preset="strict", since="0.1", when="non-ascii")
def check(document: Document) -> Problems:
    if document.once(prose).isascii() or document.once(language) != "zh":
        return
    for piece in document.once(pieces):
        for match in _MARK.finditer(piece.text):
            mark = match[1]
            if mark in ".:" and _NUMBER.search(
                piece.text[max(match.start() - 12, 0) : match.start()]
            ):
                continue
            span = piece.span(*match.span())
            wide = _WIDE[mark]
            safety: Safety = "unsafe" if mark in ".:" else "safe"
            fix = replace(span, wide, f"replace with `{wide}`", safety)
            yield Problem(span, f"half-width `{mark}` in Chinese text; use `{wide}`", fix)
