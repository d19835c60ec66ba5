"""kramdown with its GFM parser, as Jekyll sets it up."""

import unicodedata
from collections.abc import Sequence

from contentlint.core.patterns import lazy
from contentlint.site.pages import Heading
from contentlint.site.slugs.marked import explicit, padded
from contentlint.site.slugs.numbering import without_dashes

_MARKER = lazy(r"[ \t]\{#[^\W\d][\w:.-]*\}\Z")
# With letters, what Ruby's `\p{Word}` matches.
_MARKS = ("Mn", "Mc", "Me", "Pc", "Nl", "Nd")


def anchors(headings: Sequence[Heading]) -> list[str]:
    """The ids of headings; a number is given without regard for ids that already have it."""
    counts: dict[str, int] = {}
    found = []
    for heading in map(padded, explicit(headings, _MARKER)):
        if heading.id or heading.is_html:
            found.append(heading.id)
            continue
        made = slug(without_dashes(heading))
        number = counts[made] = counts.get(made, -1) + 1
        found.append(f"{made}-{number}" if number else made)
    return found


def slug(text: str) -> str:
    """The id of a text."""
    return "".join(map(_kept, text))


def _kept(character: str) -> str:
    if character in " \t-":
        return "-"
    # Ruby maps a final sigma like any other.
    lower = character.lower()
    return "".join(
        each
        for each in lower
        if (category := unicodedata.category(each))[0] == "L" or category in _MARKS
    )
