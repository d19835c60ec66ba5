"""The ids of Astro with the processor on remark, the default before Astro 7."""

from collections.abc import Sequence

from contentlint.core.patterns import lazy
from contentlint.site.pages import Heading
from contentlint.site.slugs import astro

# Only `--` alone becomes a dash.
_TWO = lazy(r"(?<!-)--(?!-)")


def anchors(headings: Sequence[Heading]) -> list[str]:
    """The id of each heading of a page; an HTML heading has only the one that is written."""
    return astro.anchors(headings, _TWO)
