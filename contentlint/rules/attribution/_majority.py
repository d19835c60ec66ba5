"""Which articles count when a rule compares those of a site."""

import posixpath

from contentlint.rule import Document, lazy, plain_key

_DATE_KEYS = frozenset(
    "date pubdate datepublished publishedat publisheddate publishdate publicationdate published "
    "created createdat posted".split()
)
_REDIRECTS = frozenset("redirect redirectto redirecturl redirectlink".split())
_NOT_ARTICLES = frozenset(
    "index archive archives category categories tag tags search redirect list home none 404".split()
)
_YEAR = lazy(r"\b(?:19|20)\d\d\b")
_DATED_NAME = lazy(r"(?:^|/)(?:19|20)\d\d-\d\d?-\d\d?(?=\D)[^/]*(?:/index\.\w+)?$")


def is_counted(document: Document) -> bool:
    """Whether an article is dated and published, and not an index or a redirect."""
    front_matter = document.front_matter
    if front_matter.format is None or not front_matter.data:
        return False
    data = {plain_key(str(key)): value for key, value in front_matter.data.items()}
    if data.get("draft") is True or data.get("published") is False or _REDIRECTS & data.keys():
        return False
    if str(data.get("layout", "")).lower() in _NOT_ARTICLES:
        return False
    if str(data.get("type", "")).lower() in _NOT_ARTICLES:
        return False
    path = document.source.path
    if posixpath.basename(path).startswith("_index."):
        return False
    has_date = any(_YEAR.search(str(data[key])) for key in _DATE_KEYS & data.keys())
    return has_date or _DATED_NAME.search(path) is not None
