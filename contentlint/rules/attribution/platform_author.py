"""The author is a platform or a feed: its other articles here are by others.

An importer writes the name of the place where it found an article into `author`. Where most
articles of a folder with the same author are signed by other people in their text, the others are
not by that author either, and their writers go without credit.

Only articles without a byline are told; for one with a byline, `attribution/byline-mismatch` does.
Each example stands for one of many such articles. Put the writer's name into `author`.
"""

from contentlint.rule import Document, Fact, Problem, Problems, bad, cut, good, rule
from contentlint.rules.attribution._authors import bylines, credits
from contentlint.rules.attribution._names import are_comparable, are_same

EXAMPLES = [
    good("---\ntitle: a\nauthor: 云间资讯\n---\n<p>作者：林知微</p>"),
    good("---\ntitle: a\nauthors: [Mara Ellwood, Idris Fenwick]\n---\nText.\n", path="a.md"),
    good("---\ntitle: a\n---\nText.\n", path="a.md"),
    bad(
        "---\r\ntitle: 潮 👍\r\nauthor: ⟦云间资讯⟧\r\n---\r\n潮。\r\n",
        "`云间资讯` signs articles here that others wrote by their bylines; name the writer",
        path="a.md",
        articles=4,
        share=0.9,
    ),
]


@rule(severity="warning", preset="recommended", since="0.1")
def check(document: Document, *, articles: int = 5, share: float = 0.8) -> Problems:
    """
    Args:
        articles: how many articles of a folder must name others in their bylines.
        share: how many of those with a byline these must be.
    """
    by = credits(document)
    if len(by) != 1:
        return
    [author] = by
    against: bool | None = None
    for byline in bylines(document):
        if any(are_same(name, author.name) for name in byline.names):
            against = False
            break
        if byline.is_sure and are_comparable(byline.names[0], author.name):
            against = True
    folder = document.path.rpartition("/")[0]
    fact = Fact(f"{folder}\n{author.name}", against, articles, share, is_told=against is None)
    name = cut(author.name)
    message = f"`{name}` signs articles here that others wrote by their bylines; name the writer"
    yield Problem(author.span, message, fact=fact)
