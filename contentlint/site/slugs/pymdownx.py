"""`pymdownx.slugs.slugify` of PyMdown Extensions, with its options."""

import unicodedata
from collections.abc import Sequence
from functools import partial
from typing import Literal
from urllib.parse import quote

from contentlint.core.patterns import lazy
from contentlint.site.pages import Heading
from contentlint.site.slugs import python_markdown

Case = Literal["none", "lower", "lower-ascii", "fold"]

_TAGS = lazy(r"<[^<>]*+>")
_DROPPED = lazy(r"[^\w\- ]")
_CAPITALS = lazy(r"[A-Z]+")


def anchors(headings: Sequence[Heading]) -> list[str]:
    """The ids of headings without options."""
    return with_options(headings)


def with_options(
    headings: Sequence[Heading], *, case: Case = "none", is_encoded: bool = False
) -> list[str]:
    """The ids of headings.

    Args:
        headings: the headings of an article.
        case: the option `case`.
        is_encoded: the option `percent_encode`.
    """
    return python_markdown.numbered(headings, partial(slug, case=case, is_encoded=is_encoded))


def slug(text: str, case: Case = "none", *, is_encoded: bool = False) -> str:
    """The id of a text.

    Args:
        text: the text of the heading.
        case: the option `case`.
        is_encoded: the option `percent_encode`.
    """
    made = " ".join(_TAGS.sub("", unicodedata.normalize("NFC", text)).split())
    if case == "lower":
        made = made.lower()
    elif case == "lower-ascii":
        made = _CAPITALS.sub(lambda capitals: capitals[0].lower(), made)
    elif case == "fold":
        made = made.casefold()
    made = _DROPPED.sub("", made).replace(" ", "-")
    return quote(made) if is_encoded else made
