"""MyST-Parser with `myst_heading_anchors`."""

from collections.abc import Sequence

from contentlint.core.patterns import lazy
from contentlint.site.pages import Heading
from contentlint.site.slugs.marked import padded
from contentlint.site.slugs.numbering import first_free

_DROPPED = lazy(r"[^\w\- ]")


def anchors(headings: Sequence[Heading]) -> list[str]:
    """The ids of headings; a heading without letters and digits has none."""
    taken: set[str] = set()
    counts: dict[str, int] = {}
    found = []
    for heading in map(padded, headings):
        if heading.is_html:
            found.append(heading.id)
            continue
        made = slug(heading.text)
        made = first_free(made, taken, counts) if made else ""
        taken.add(made)
        found.append(made)
    return found


def slug(text: str) -> str:
    """The id of a text."""
    return _DROPPED.sub("", text.lower().replace(" ", "-"))
