"""github-slugger, as used by GitHub, Docusaurus, Astro and others."""

from collections.abc import Sequence
from functools import cache

from contentlint.site.pages import Heading


def anchors(headings: Sequence[Heading]) -> list[str]:
    """The ids of headings; explicit ids are not counted among the duplicates."""
    seen: dict[str, int] = {}
    found = []
    for heading in headings:
        if heading.id:
            found.append(heading.id)
            continue
        first = made = slug(heading.text.strip())
        while made in seen:
            seen[first] += 1
            made = f"{first}-{seen[first]}"
        seen[made] = 0
        found.append(made)
    return found


def slug(text: str) -> str:
    """The id of a text."""
    return "".join(map(_kept, text.lower()))


@cache
def _kept(character: str) -> str:
    """What becomes of a character: letters, marks, numbers, `_` and `-` remain, spaces are `-`."""
    import unicodedata

    if character == " ":
        return "-"
    category = unicodedata.category(character)
    is_kept = category[0] in "LM" or category in ("Nd", "Nl", "Pc") or character == "-"
    return character if is_kept else ""
