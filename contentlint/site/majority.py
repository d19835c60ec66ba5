"""What nearly all articles of a folder have, and the few that do not.

On sites whose articles name an author, nearly all of them do; an article without one is an
omission. The same is true of sources and of image credits.
"""

from collections import Counter
from collections.abc import Iterator

from contentlint.core.tuples import NamedTuple
from contentlint.site.facts import SiteFact, SiteFacts

# A folder with this many articles can show that they are of another kind.
_FEW = 3


class Outlier(NamedTuple):
    """A fact that something is missing which nearly all other facts of its folder have.

    Args:
        fact: the fact.
        having, counted: how many facts of the folder have it, and how many there are.
        folder: the folder, relative to the site's root; empty: the root.
    """

    fact: SiteFact
    having: int
    counted: int
    folder: str

    def others(self, things: str) -> str:
        """The majority, for a message: `12 of 13 dated articles in `posts``."""
        place = f" in `{self.folder}`" if self.folder else ""
        return f"{self.having} of {self.counted} {things}{place}"


def outliers(facts: SiteFacts, min_number: int, min_share: float) -> Iterator[Outlier]:
    """The facts with the value False in folders where nearly all have True.

    A folder includes its subfolders. The smallest folder around an article that has enough facts
    decides, unless a smaller one has a few and all of them are False: those are of another kind.
    The index of a folder does not count as one of its articles.

    Args:
        facts: True, False, or None if it is missing and reported for another reason.
        min_number: minimum number of facts in a folder.
        min_share: minimum share of those that are True, from 0 to 1.
    """
    counted: Counter[str] = Counter()
    having: Counter[str] = Counter()
    for fact in facts:
        for folder in _folders(fact.path):
            counted[folder] += 1
            having[folder] += fact.value is True
    for fact in facts:
        if fact.value is False and not _is_index(fact.path, counted):
            for folder in _folders(fact.path):
                if counted[folder] >= _FEW and not having[folder]:
                    break
                if counted[folder] >= min_number:
                    if having[folder] >= min_share * counted[folder]:
                        yield Outlier(fact, having[folder], counted[folder], folder)
                    break


def _is_index(path: str, counted: Counter[str]) -> bool:
    """Whether this is the index of a folder with articles; alone in a folder it is an article."""
    folder, _, name = path.rpartition("/")
    return name.startswith("index.") and counted[folder] > 1


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
