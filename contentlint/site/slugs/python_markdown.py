"""The extension `toc` of Python-Markdown, as MkDocs and Pelican set it up."""

import unicodedata
from collections.abc import Callable, Sequence

from contentlint.core.patterns import lazy
from contentlint.site.pages import Heading
from contentlint.site.slugs.marked import explicit

_MARKER = lazy(r"[ ]\{:?[ ]*+(?!/\*\S)(?=[^{}\n#.=*]*+[#.=*])[^{}\n]*+\}\Z")
_DROPPED = lazy(r"[^\w\s-]")
_JOINED = lazy(r"[-\s]+")
_NUMBERED = lazy(r"(.*)_([0-9]+)")


def anchors(headings: Sequence[Heading]) -> list[str]:
    """The ids of headings with the default of `slugify`."""
    return numbered(headings, slug)


def numbered(headings: Sequence[Heading], make: Callable[[str], str]) -> list[str]:
    """The ids of headings; all explicit ids are taken before. Headings that are HTML get no id.

    Args:
        headings: the headings of an article.
        make: the function that makes an id of a text.
    """
    headings = explicit(headings, _MARKER)
    taken = {heading.id for heading in headings if heading.id and not heading.is_html}
    return [
        heading.id if heading.id or heading.is_html else _unique(make(heading.text), taken)
        for heading in headings
    ]


def slug(text: str) -> str:
    """The id of a text: only ASCII."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return unicode_slug(plain)


def unicode_slug(text: str) -> str:
    """The id of a text, with letters of every script."""
    return _JOINED.sub("-", _DROPPED.sub("", text).strip().lower())


def _unique(made: str, taken: set[str]) -> str:
    while made in taken or not made:
        match = _NUMBERED.fullmatch(made)
        made = f"{match[1]}_{int(match[2]) + 1}" if match else f"{made}_1"
    taken.add(made)
    return made
