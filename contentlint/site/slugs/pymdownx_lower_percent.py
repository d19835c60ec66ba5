"""`pymdownx.slugs.slugify` with `case="lower", percent_encode=True`."""

from collections.abc import Sequence

from contentlint.site.pages import Heading
from contentlint.site.slugs import pymdownx


def anchors(headings: Sequence[Heading]) -> list[str]:
    """The ids of headings."""
    return pymdownx.with_options(headings, case="lower", is_encoded=True)
