"""The ids of markdown-it-anchor with its defaults, as Eleventy sites use it."""

from collections.abc import Sequence
from urllib.parse import quote

from contentlint.core.patterns import lazy
from contentlint.site.pages import Heading
from contentlint.site.slugs.pieces import Piece, pieces

_SPACES = lazy("[\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]+")
# What `encodeURIComponent` of JavaScript leaves as it is, beside letters and digits.
_UNRESERVED = "-_.!~*'()"


class Numbering:
    """Numbers the duplicates of one page: `tide`, `tide-1`, `tide-2`."""

    def __init__(self) -> None:
        self.taken: set[str] = set()

    def given(self, written: str) -> str:
        """An id that the author has written; a second one stops the build."""
        self.taken.add(written)
        return written

    def next(self, first: str) -> str:
        """The id, with a number if it is taken."""
        result, number = first, 1
        while result in self.taken:
            result = f"{first}-{number}"
            number += 1
        self.taken.add(result)
        return result


def slug(text: str) -> str:
    """The id of a heading with this text, before duplicates are numbered: percent-encoded."""
    joined = _SPACES.sub("-", text.strip(_STRIPPED).lower())
    return quote(joined, safe=_UNRESERVED, errors="replace")


_STRIPPED = (
    "\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
)
_STRIPPED += "\u2028\u2029\u202f\u205f\u3000\ufeff"


def text_of(parts: Sequence[Piece]) -> str:
    """The text that the id is made of."""
    return "".join(map(_text, parts))


def _text(piece: Piece) -> str:
    # Without the plugin for footnotes, `[^1]` is a link to what `[^1]:` defines.
    if piece.kind == "footnote":
        return f"^{piece.text}"
    return "~" if piece.kind == "tilde" else piece.shown


def anchors(headings: Sequence[Heading]) -> list[str]:
    """The id of each heading of a page; an HTML heading has only the one that is written."""
    numbering = Numbering()
    return [
        (heading.id) if heading.is_html else numbering.next(slug(text_of(pieces(heading))))
        for heading in headings
    ]
