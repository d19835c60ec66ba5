"""Pandoc with the extension `ascii_identifiers`."""

from collections.abc import Sequence

from contentlint.site.pages import Heading
from contentlint.site.slugs import pandoc


def anchors(headings: Sequence[Heading]) -> list[str]:
    """The ids of headings."""
    return pandoc.made_by(pandoc.ascii_slug, headings)
