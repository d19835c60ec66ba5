"""The author looks like a platform or a feed, not like the writer.

Importers often set `author` to the name of the platform or feed that they read. If most bylines in
articles of one folder with the same author name other people, the articles without a byline are
probably not by that author either, and their writers get no credit.

Set `author` to the writer. Only articles without a byline are reported; articles with one are
checked by `attribution/byline-mismatch`.
"""

from collections import Counter

from contentlint.rule import (
    Document,
    Fact,
    Facts,
    SiteFact,
    SiteFacts,
    SiteProblems,
    bad,
    cut,
    good,
    rule,
)
from contentlint.rules.attribution._authors import authors
from contentlint.rules.attribution._bylines import bylines
from contentlint.rules.attribution._names import are_comparable, are_same

_WITH_BYLINE = {
    f"posts/{number}.md": f"---\ntitle: 潮\nauthor: 云间资讯\n---\n作者：{name}\n\n潮来。\n"
    for number, name in enumerate(("林知微", "何以宁", "许南舟", "陈砚秋", "张若水"))
}
_OWN = {
    f"posts/own-{number}.md": "---\ntitle: 潮\nauthor: 云间资讯\n---\n作者：云间资讯\n\n潮来。\n"
    for number in range(2)
}
_WITHOUT_BYLINE = "---\r\ntitle: 潮 👍\r\nauthor: 云间资讯\r\n---\r\n潮。\r\n"
_MARKED = _WITHOUT_BYLINE.replace("云间资讯", "⟦云间资讯⟧")
_MESSAGE = (
    "author `云间资讯` looks like a platform: 5 of its 5 bylines in this folder name other people; "
    "set `author` to the writer"
)

EXAMPLES = [
    good("---\ntitle: a\nauthor: 云间资讯\n---\n<p>作者：林知微</p>"),
    good("---\ntitle: a\nauthors: [Mara Ellwood, Idris Fenwick]\n---\nText.\n", path="a.md"),
    good("---\ntitle: a\n---\nText.\n", path="a.md"),
    good(_WITHOUT_BYLINE, path="posts/silent.md"),
    good(_WITHOUT_BYLINE, path="elsewhere/silent.md", files=_WITH_BYLINE),
    good(_WITHOUT_BYLINE, path="posts/silent.md", files=_WITH_BYLINE, min_articles=6),
    good(_WITHOUT_BYLINE, path="posts/silent.md", files={**_WITH_BYLINE, **_OWN}),
    bad(_MARKED, _MESSAGE, path="posts/silent.md", files=_WITH_BYLINE),
    bad(
        _MARKED,
        _MESSAGE.replace("5 of its 5", "5 of its 7"),
        path="posts/silent.md",
        files={**_WITH_BYLINE, **_OWN},
        min_share=0.7,
    ),
    bad(
        _MARKED,
        _MESSAGE,
        _MESSAGE,
        path="posts/silent.md",
        files={**_WITH_BYLINE, "posts/quiet.md": _MARKED},
    ),
]


def collect(document: Document) -> Facts:
    """The only author, and whether a byline names it: True, False, or None without a byline."""
    named = authors(document)
    if len(named) != 1:
        return
    [author] = named
    is_in_byline: bool | None = None
    for byline in bylines(document):
        if any(are_same(name, author.name) for name in byline.names):
            is_in_byline = True
            break
        if byline.is_sure and are_comparable(byline.names[0], author.name):
            is_in_byline = False
    yield Fact(author.span, (author.name, is_in_byline))


@rule(severity="warning", preset="recommended", since="0.1")
def check_site(facts: SiteFacts, *, min_articles: int = 5, min_share: float = 0.8) -> SiteProblems:
    """
    Args:
        min_articles: minimum number of articles in a folder whose bylines name other people.
        min_share: minimum share of these among the articles with a byline, from 0 to 1.
    """
    with_byline: Counter[tuple[str, str]] = Counter()
    by_others: Counter[tuple[str, str]] = Counter()
    for fact in facts:
        name, is_in_byline = fact.value
        if is_in_byline is not None:
            with_byline[_folder(fact), name] += 1
            by_others[_folder(fact), name] += not is_in_byline
    platforms = {
        key
        for key, others in by_others.items()
        if others >= max(min_articles, min_share * with_byline[key])
    }
    for fact in facts if platforms else ():
        name, is_in_byline = fact.value
        key = _folder(fact), name
        if is_in_byline is None and key in platforms:
            yield fact.problem(
                f"author `{cut(name)}` looks like a platform: {by_others[key]} of its "
                f"{with_byline[key]} bylines in this folder name other people; "
                "set `author` to the writer"
            )


def _folder(fact: SiteFact) -> str:
    return fact.path.rpartition("/")[0]
