"""What nearly all dated articles of a folder have, and the few that do not.

On sites whose articles name an author, nearly all of them do; an article without one is an
omission. Pages without a date, such as an index, an imprint or a redirect, are not counted.
"""

import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from contentlint.rule import Document, SiteFact, SiteFacts, plain_key

_DATE_KEYS = frozenset(
    "date pubdate datepublished publishedat publisheddate publishdate publicationdate published "
    "created createdat posted".split()
)
_REDIRECTS = frozenset("redirect redirectto redirecturl redirectlink".split())
_NOT_ARTICLES = frozenset(
    "index archive archives category categories tag tags search redirect list home none 404".split()
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# A folder with this many articles can show that they are of another kind.
_FEW = 3
_DATED_NAME = re.compile(r"(?:^|/)(?:19|20)\d\d-\d\d?-\d\d?(?=\D)[^/]*(?:/index\.\w+)?$")


class Outlier(NamedTuple):
    """An article without something that nearly all others of its folder have.

    Args:
        fact: the fact about it.
        having, counted: how many dated articles of the folder have it, and how many there are.
        folder: the folder, relative to the site's root; empty: the root.
    """

    fact: SiteFact
    having: int
    counted: int
    folder: str

    @property
    def others(self) -> str:
        """The majority, for a message."""
        place = f" in `{self.folder}`" if self.folder else ""
        return f"{self.having} of {self.counted} dated articles{place}"


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


def outliers(facts: SiteFacts, min_articles: int, min_share: float) -> Iterator[Outlier]:
    """The articles whose value is False in folders where nearly all have True.

    A folder includes its subfolders. The smallest folder around an article that has enough dated
    articles decides, unless a smaller one has a few articles and none of them has it: those are of
    another kind.

    Args:
        facts: one for each article that counts: True, False, or None if the article lacks it and
            is reported for another reason.
        min_articles: minimum number of dated articles in a folder.
        min_share: minimum share of those that have it, from 0 to 1.
    """
    counted: Counter[str] = Counter()
    having: Counter[str] = Counter()
    for fact in facts:
        for folder in _folders(fact.path):
            counted[folder] += 1
            having[folder] += fact.value is True
    for fact in facts:
        if fact.value is False:
            for folder in _folders(fact.path):
                if counted[folder] >= _FEW and not having[folder]:
                    break
                if counted[folder] >= min_articles:
                    if having[folder] >= min_share * counted[folder]:
                        yield Outlier(fact, having[folder], counted[folder], folder)
                    break


def _folders(path: str) -> Iterator[str]:
    """The folders around an article, the innermost first.

    The site's root is only the folder of the articles directly in it, because folders of a site
    have different kinds of articles.
    """
    folder = path.rpartition("/")[0]
    yield folder
    while "/" in folder:
        folder = folder.rpartition("/")[0]
        yield folder
