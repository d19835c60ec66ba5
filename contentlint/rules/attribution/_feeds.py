"""Signs that an article was imported from a feed."""

from contentlint.rule import Document, lazy

# Dates as feeds write them.
_FEED_DATE = lazy(r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{1,2} [A-Z][a-z]{2} \d{4} \d\d:")
# Keys that importers of feeds add.
_FEED_KEYS = frozenset(
    "feed feed_url feed_name feed_title rss guid entry_id feedburner_origlink enclosure "
    "syndication".split()
)


def has_feed_key(document: Document) -> bool:
    """Whether a key of the front matter is one that importers of feeds add."""
    return any(str(key).lower() in _FEED_KEYS for key in document.front_matter.data)


def has_feed_date(document: Document) -> bool:
    """Whether a date of the front matter is written as in feeds."""
    values = document.front_matter.data.values()
    return any(isinstance(value, str) and _FEED_DATE.match(value) for value in values)


def categories(document: Document) -> list[object]:
    """The categories in the front matter."""
    front_matter = document.front_matter
    found = front_matter.get("categories", front_matter.get("category"))
    return found if isinstance(found, list) else [found]
