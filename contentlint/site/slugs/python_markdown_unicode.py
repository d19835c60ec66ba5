"""The extension `toc` of Python-Markdown with `slugify_unicode`."""

from collections.abc import Sequence

from contentlint.site.pages import Heading
from contentlint.site.slugs import python_markdown


def anchors(headings: Sequence[Heading]) -> list[str]:
    """The ids of headings."""
    return python_markdown.numbered(headings, python_markdown.unicode_slug)
