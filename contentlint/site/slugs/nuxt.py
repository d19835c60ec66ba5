"""The ids of Nuxt Content: github-slugger, with hyphens joined and no digit at the start."""

from collections.abc import Sequence

from contentlint.core.patterns import lazy
from contentlint.site.pages import Heading
from contentlint.site.slugs.github import Slugger, text_of
from contentlint.site.slugs.pieces import pieces, replaced

_HYPHENS = lazy(r"-+")
# An inline component and a binding, which have no text of their own.
_COMPONENT = lazy(r"(?:(?<=\s)|\A):[A-Za-z][\w-]*(?![\w:-])|\{\{[^{}]*\}\}")


def anchors(headings: Sequence[Heading]) -> list[str]:
    """The id of each heading of a page; an HTML heading has one too."""
    slugger = Slugger()
    return [
        _shortened(heading.id or slugger.slug(text_of(replaced(pieces(heading), _COMPONENT))))
        for heading in headings
    ]


def _shortened(slug: str) -> str:
    # One hyphen is removed at each end, for runs of them are one by then.
    slug = _HYPHENS.sub("-", slug).removeprefix("-").removesuffix("-")
    return f"_{slug}" if slug[:1].isascii() and slug[:1].isdigit() else slug
