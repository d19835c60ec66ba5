"""kramdown with its own parser: ids of the letters and digits of ASCII in the source."""

from collections.abc import Sequence

from contentlint.core.patterns import lazy
from contentlint.site.pages import Heading
from contentlint.site.slugs.marked import explicit

_MARKER = lazy(r"[ \t]\{#[^\W\d][\w:.-]*\}\Z")
_START = lazy(r"^[^a-zA-Z]+")
_DROPPED = lazy(r"[^a-zA-Z0-9 -]")


def anchors(headings: Sequence[Heading]) -> list[str]:
    """The ids of headings; a number is given without regard for ids that already have it."""
    counts: dict[str, int] = {}
    found = []
    for heading in explicit(headings, _MARKER):
        if heading.id or heading.is_html:
            found.append(heading.id)
            continue
        made = slug(heading.raw) or "section"
        if made in counts:
            counts[made] += 1
            found.append(f"{made}-{counts[made]}")
        else:
            counts[made] = 0
            found.append(made)
    return found


def slug(text: str) -> str:
    """The id of the source of a heading; empty if it has no letter."""
    return _DROPPED.sub("", _START.sub("", text)).replace(" ", "-").lower()
