"""Goldmark, as Hugo sets it up, with `autoHeadingIDType = "blackfriday"`."""

from collections.abc import Sequence

from contentlint.site.pages import Heading
from contentlint.site.slugs import goldmark


def anchors(headings: Sequence[Heading]) -> list[str]:
    """The ids of headings."""
    return goldmark.from_text(goldmark.blackfriday, headings)
