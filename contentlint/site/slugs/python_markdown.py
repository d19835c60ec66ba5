"""The extension `toc` of Python-Markdown."""

import unicodedata
from collections.abc import Sequence

from contentlint.core.patterns import lazy
from contentlint.site.pages import Heading

_DROPPED = lazy(r"[^\w\s-]")
_JOINED = lazy(r"[-\s]+")
_NUMBERED = lazy(r"^(.+)_([0-9]+)$")


def anchors(headings: Sequence[Heading]) -> list[str]:
    """The ids of headings; explicit ids are taken first."""
    taken = {heading.id for heading in headings if heading.id}
    return [heading.id or _unique(slug(heading.text), taken) for heading in headings]


def slug(text: str) -> str:
    """The id of a text."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return _JOINED.sub("-", _DROPPED.sub("", plain).strip().lower())


def _unique(made: str, taken: set[str]) -> str:
    while made in taken or not made:
        numbered = _NUMBERED.match(made)
        made = f"{numbered[1]}_{int(numbered[2]) + 1}" if numbered else f"{made}_1"
    taken.add(made)
    return made
