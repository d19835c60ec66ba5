"""The ids of Hexo with hexo-renderer-marked, its default: the rendered HTML without tags."""

import html
import re
from collections.abc import Sequence

from contentlint.core.patterns import lazy
from contentlint.site.pages import Heading
from contentlint.site.slugs.hexo import slugize, smart_punctuation
from contentlint.site.slugs.pieces import Piece, pieces

# Only these are resolved before the id is made.
_RESOLVED = frozenset({"&amp;", "&lt;", "&gt;", "&quot;", "&#39;", "&#96;", "&#x2F;", "&#x3D;"})
# A tag or comment, as they are removed: `<` and a space start none, and one that is not closed
# reaches to the end.
_TAG = lazy(
    r"<(?![ \n])(?:!--(?:(?!-->).)*+(?:-->|\Z)"
    r"|(?:[^<>\"']|\"[^\"]*(?:\"|\Z)|'[^']*(?:'|\Z))*+(?:>|\Z))",
    re.DOTALL,
)

# Counts are properties of an object; the first of these names has a function as its count.
_INHERITED = (
    "constructor",
    "hasOwnProperty",
    "isPrototypeOf",
    "propertyIsEnumerable",
    "toLocaleString",
    "toString",
    "valueOf",
)


def text_of(parts: Sequence[Piece]) -> str:
    """The text that the id is made of."""
    return _TAG.sub("", "".join(map(_text, parts))).strip()


def _text(piece: Piece) -> str:
    if piece.kind == "text":
        return smart_punctuation(piece.text)
    if piece.kind == "break":
        return "" if len(piece.text) > 1 else piece.text
    if piece.kind == "entity":
        return html.unescape(piece.text) if piece.text in _RESOLVED else piece.text
    if piece.kind == "footnote":
        return f"^{piece.text}"
    return piece.text if piece.kind in ("code", "html", "escaped") else ""


def anchors(headings: Sequence[Heading]) -> list[str]:
    """The id of each heading of a page, in its own case; an HTML heading has only its own id.

    Numbered ids are not compared with others: `foo`, `foo`, `foo-1` has `foo-1` twice.
    """
    counts: dict[str, int | None] = dict.fromkeys(_INHERITED)
    found: list[str] = []
    for heading in headings:
        if heading.is_html:
            found.append(heading.id)
            continue
        slug = slugize(text_of(pieces(heading)))
        count = counts.get(slug, 0)
        counts[slug] = 0 if count is None else count + 1
        found.append(f"{slug}-NaN" if count is None else f"{slug}-{count}" if count else slug)
    return found
