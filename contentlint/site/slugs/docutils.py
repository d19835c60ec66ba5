"""Docutils, through which Sphinx gives ids to sections: only letters and digits of ASCII."""

import unicodedata
from collections.abc import Sequence

from contentlint.core.patterns import lazy
from contentlint.site.pages import Heading

_DROPPED = lazy(r"[^a-z0-9]+")
_ENDS = lazy(r"^[-0-9]+|-+$")
# Letters that have no decomposition.
_LETTERS = str.maketrans(
    dict(zip("øđħıłŧƀƃƈƌƒƙƚƞƥƫƭƴƶǥȥȴȵȶȷȼȿɀɇɉɋɍɏ", "odhiltbbcdfklnpttyzgzlntjcszejqry", strict=True))
    | {"ß": "sz", "æ": "ae", "œ": "oe", "ȸ": "db", "ȹ": "qp"}
)


def anchors(headings: Sequence[Heading]) -> list[str]:
    """The ids of headings; all that are empty or taken are numbered."""
    taken: set[str] = set()
    counts: dict[str, int] = {}
    found = []
    for heading in headings:
        if heading.is_html:
            found.append(heading.id)
            continue
        base = made = slug(heading.text)
        start = base or "section"
        while not made or made in taken:
            counts[start] = counts.get(start, 0) + 1
            made = f"{start}-{counts[start]}"
        taken.add(made)
        found.append(made)
    return found


def slug(text: str) -> str:
    """The id of a text; empty if nothing of it is kept."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    ascii_only = plain.encode("ascii", "ignore").decode("ascii")
    return _ENDS.sub("", _DROPPED.sub("-", " ".join(ascii_only.split())))
