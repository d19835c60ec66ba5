"""The keys that only articles have, unlike redirects, layouts and the settings of a section."""

from collections.abc import Mapping
from typing import Any

_ARTICLE_KEYS = frozenset(
    "date author authors byline tags tag categories category excerpt cover thumbnail headimg "
    "pubDate publishDate published_at updated lastmod".split()
)


def describes_an_article(data: Mapping[str, Any]) -> bool:
    """Whether a block belongs to an article, which must have the required keys."""
    return not _ARTICLE_KEYS.isdisjoint(data)


def article_keys() -> tuple[str, ...]:
    """The keys that identify the block of an article, sorted."""
    return tuple(sorted(_ARTICLE_KEYS))
