"""The ids of Hexo with hexo-renderer-markdown-it: the text of all parts, tags included."""

import re
from collections.abc import Sequence

from contentlint.core.patterns import lazy
from contentlint.site.pages import Heading
from contentlint.site.slugs.hexo import slugize, smart_punctuation
from contentlint.site.slugs.pieces import Piece, pieces

_SYMBOLS = {"c": "©", "r": "®", "tm": "™"}
_SYMBOL = lazy(r"\((c|tm|r)\)", re.IGNORECASE)
_LIMITS = (
    (lazy(r"\+-"), "±"),
    (lazy(r"\.{2,}"), "…"),
    (lazy(r"([?!])…"), r"\1.."),
    (lazy(r",{2,}"), ","),
    (lazy(r"(^|[^-])---(?=[^-]|$)"), "\\1\u2014"),
    (lazy(r"(^|\s)--(?=\s|$)"), "\\1\u2013"),
    (lazy(r"(^|[^-\s])--(?=[^-\s]|$)"), "\\1\u2013"),
)


def text_of(parts: Sequence[Piece]) -> str:
    """The text that the id is made of."""
    return "".join(map(_text, parts))


def _text(piece: Piece) -> str:
    if piece.kind == "text":
        text = _SYMBOL.sub(lambda found: _SYMBOLS[found[1].lower()], piece.text)
        for pattern, replacement in _LIMITS:
            text = pattern.sub(replacement, text)
        return smart_punctuation(text, dashes=False)
    if piece.kind == "break":
        return ""
    if piece.kind == "footnote":
        return f"^{piece.text}"
    return piece.text if piece.kind in ("html", "image", "tilde") else piece.shown


def anchors(headings: Sequence[Heading]) -> list[str]:
    """The id of each heading of a page, in its own case; those of the first level have none.

    The second of a name is numbered 2, and numbered ids are not compared with others.
    """
    counts: dict[str, int] = {}
    found: list[str] = []
    for heading in headings:
        if heading.is_html or heading.level == 1:
            found.append(heading.id)
            continue
        slug = slugize(text_of(pieces(heading)))
        counts[slug] = count = counts.get(slug, 0) + 1
        found.append(slug if count == 1 else f"{slug}-{count}")
    return found
