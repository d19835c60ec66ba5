"""There is no space between Chinese characters and Latin words or digits.

Some publishers write a space there, others leave the gap to the typeface; this rule is for the
first. It checks only the visible text of Chinese articles. Digits before a unit such as `年` do not
need a space.
"""

from collections.abc import Iterator

from contentlint.rule import Document, Problem, Problems, bad, good, insert, lazy, rule
from contentlint.rules.text._prose import HAN, LATIN, language, pieces, prose

EXAMPLES = [
    good("<p>低潮 low 潮，2024年3月18日 https://example.org/潮a</p>"),
    good("低潮`a`潮 **潮** [潮](/潮a)\n\n```\n潮a\n```\n", path="a.md"),
    good("---\nlang: ja\n---\n潮はlowです\n", path="a.md"),
    good("<p>3米潮</p>", units="米"),
    bad(
        "<p>低⟦潮l⟧o⟦w潮⟧👍</p>\r\n",
        "no space between `潮` and `l`; add one",
        "no space between `w` and `潮`; add one",
        fixed="<p>低潮 low 潮👍</p>\r\n",
    ),
    bad(
        "低⟦潮3⟧米\n",
        "no space between `潮` and `3`; add one",
        fixed="低潮 3米\n",
        path="a.md",
        units="米",
    ),
]

# Most characters are neither: so words are searched for, and then what is beside them.
_WORD = lazy(f"[{LATIN}0-9]+")
_HAN = lazy(f"[{HAN}]")
_UNITS = "年月日号时分秒天周岁点"


@rule(severity="info", preset="all", since="0.1", when="non-ascii")
def check(document: Document, *, units: str = _UNITS) -> Problems:
    """
    Args:
        units: characters that follow a number without a space.
    """
    if document.once(prose).isascii() or document.once(language) != "zh":
        return
    for piece in document.once(pieces):
        for place in _boundaries(piece.text):
            before, after = piece.text[place - 1], piece.text[place]
            # 2024年3月
            is_date = before in units and after.isdigit() and piece.text[place - 2].isdigit()
            if is_date or (before.isdigit() and after in units):
                continue
            span = piece.span(place - 1, place + 1)
            fix = insert(span.start + 1, " ", "add a space")
            yield Problem(span, f"no space between `{before}` and `{after}`; add one", fix)


def _boundaries(text: str) -> Iterator[int]:
    """The offsets between a Chinese character and a Latin letter or a digit."""
    for word in _WORD.finditer(text):
        start, end = word.span()
        if start and _HAN.match(text, start - 1):
            yield start
        if _HAN.match(text, end):
            yield end
