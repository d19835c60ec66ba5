"""The ids of GitHub, as github-slugger makes them: https://github.com/Flet/github-slugger."""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from contentlint.core.patterns import lazy
from contentlint.site.pages import Heading
from contentlint.site.slugs.pieces import Piece, pieces

_NOT_ASCII_WORD = lazy(r"[^A-Za-z0-9_ -]")
# Circled letters have the property Alphabetic, but they are symbols by category.
_CIRCLED = ((0x24B6, 0x24E9), (0x1F130, 0x1F149), (0x1F150, 0x1F169), (0x1F170, 0x1F189))


@lru_cache(maxsize=4096)
def _stays(character: str) -> bool:
    if character in "- ":
        return True
    category = unicodedata.category(character)
    if category[0] in "LM" or category in ("Nd", "Nl", "Pc"):
        return True
    return any(first <= ord(character) <= last for first, last in _CIRCLED)


def slug(text: str, *, keeps_case: bool = False) -> str:
    """The id of a heading with this text, before duplicates are numbered."""
    if not keeps_case:
        text = text.lower()
    if text.isascii():
        return _NOT_ASCII_WORD.sub("", text).replace(" ", "-")
    return "".join(filter(_stays, text)).replace(" ", "-")


class Slugger:
    """Numbers the duplicates of one page: `tide`, `tide-1`, `tide-2`."""

    def __init__(self) -> None:
        self.occurrences: dict[str, int] = {}

    def slug(self, text: str, *, keeps_case: bool = False) -> str:
        """The id of the next heading."""
        return self.numbered(slug(text, keeps_case=keeps_case))

    def numbered(self, first: str) -> str:
        """The id, with a number if it is taken."""
        result = first
        while result in self.occurrences:
            self.occurrences[first] += 1
            result = f"{first}-{self.occurrences[first]}"
        self.occurrences[result] = 0
        return result


def text_of(parts: Sequence[Piece]) -> str:
    """The text of a heading element, without images; line ends count, labels of footnotes too."""
    return "".join(map(_text, parts))


def _text(piece: Piece) -> str:
    if piece.kind == "break":
        return "\n"
    return piece.text if piece.kind == "footnote" else piece.shown


def anchors(headings: Sequence[Heading]) -> list[str]:
    """The id of each heading of a page; explicit ids are not counted among the duplicates."""
    slugger = Slugger()
    return [heading.id or slugger.slug(text_of(pieces(heading))) for heading in headings]
