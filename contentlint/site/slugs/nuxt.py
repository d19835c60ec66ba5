"""The ids of Nuxt Content: github-slugger, with hyphens joined and no digit at the start."""

import re
from collections.abc import Iterable

from contentlint.site.slugs.github import Slugger, text_of
from contentlint.site.slugs.headings import Heading

_HYPHENS = re.compile(r"-+")
# An inline component and a binding, which have no text of their own.
_COMPONENT = re.compile(r"(?:(?<=\s)|\A):[A-Za-z][\w-]*(?![\w:-])|\{\{[^{}]*\}\}")


def ids(headings: Iterable[Heading]) -> list[str | None]:
    """The id of each heading of a page; an HTML heading has one too."""
    slugger = Slugger()
    return [
        _shortened(heading.html_id or slugger.slug(text_of(_without_components(heading))))
        for heading in headings
    ]


def _without_components(heading: Heading) -> Heading:
    pieces = (
        piece._replace(text=_COMPONENT.sub("", piece.text)) if piece.kind == "text" else piece
        for piece in heading.pieces
    )
    return heading._replace(pieces=tuple(pieces))


def _shortened(slug: str) -> str:
    # One hyphen is removed at each end, for runs of them are one by then.
    slug = _HYPHENS.sub("-", slug).removeprefix("-").removesuffix("-")
    return f"_{slug}" if slug[:1].isascii() and slug[:1].isdigit() else slug
