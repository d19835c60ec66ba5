"""The author is a platform or a feed: its other articles here are by others.

An importer writes the name of the place where it found an article into `author`. Where most
articles of a folder with the same author name other people in their bylines, the others are not by
that author either, and their writers go without credit.

Only articles without a byline are reported; for one with a byline, `attribution/byline-mismatch`
does. Put the writer's name into `author`.
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
from contentlint.rules.attribution._authors import bylines, credits
from contentlint.rules.attribution._names import are_comparable, are_same

_SIGNED = {
    f"posts/{number}.md": f"---\ntitle: 潮\nauthor: 云间资讯\n---\n作者：{name}\n\n潮来。\n"
    for number, name in enumerate(("林知微", "何以宁", "许南舟", "陈砚秋", "张若水"))
}
_OWN = {
    f"posts/own-{number}.md": "---\ntitle: 潮\nauthor: 云间资讯\n---\n作者：云间资讯\n\n潮来。\n"
    for number in range(2)
}
_SILENT = "---\r\ntitle: 潮 👍\r\nauthor: 云间资讯\r\n---\r\n潮。\r\n"
_MARKED = _SILENT.replace("云间资讯", "⟦云间资讯⟧")
_MESSAGE = "`云间资讯` is the author of articles here whose bylines name others; name the writer"

EXAMPLES = [
    good("---\ntitle: a\nauthor: 云间资讯\n---\n<p>作者：林知微</p>"),
    good("---\ntitle: a\nauthors: [Mara Ellwood, Idris Fenwick]\n---\nText.\n", path="a.md"),
    good("---\ntitle: a\n---\nText.\n", path="a.md"),
    good(_SILENT, path="posts/silent.md"),
    good(_SILENT, path="elsewhere/silent.md", files=_SIGNED),
    good(_SILENT, path="posts/silent.md", files=_SIGNED, min_articles=6),
    good(_SILENT, path="posts/silent.md", files={**_SIGNED, **_OWN}),
    bad(_MARKED, _MESSAGE, path="posts/silent.md", files=_SIGNED),
    bad(_MARKED, _MESSAGE, path="posts/silent.md", files={**_SIGNED, **_OWN}, min_share=0.7),
    bad(
        _MARKED,
        _MESSAGE,
        _MESSAGE,
        path="posts/silent.md",
        files={**_SIGNED, "posts/quiet.md": _MARKED},
    ),
]


def collect(document: Document) -> Facts:
    """Who is the only author, and whether bylines say so: True, False, or None without any."""
    by = credits(document)
    if len(by) != 1:
        return
    [author] = by
    is_signed: bool | None = None
    for byline in bylines(document):
        if any(are_same(name, author.name) for name in byline.names):
            is_signed = True
            break
        if byline.is_sure and are_comparable(byline.names[0], author.name):
            is_signed = False
    yield Fact(author.span, (author.name, is_signed))


@rule(severity="warning", preset="recommended", since="0.1")
def check_site(facts: SiteFacts, *, min_articles: int = 5, min_share: float = 0.8) -> SiteProblems:
    """
    Args:
        min_articles: how many articles of a folder must name others in their bylines.
        min_share: how many of those with a byline these must be, from 0 to 1.
    """
    said: Counter[tuple[str, str]] = Counter()
    against: Counter[tuple[str, str]] = Counter()
    for fact in facts:
        name, is_signed = fact.value
        if is_signed is not None:
            said[_folder(fact), name] += 1
            against[_folder(fact), name] += not is_signed
    platforms = {
        place
        for place, others in against.items()
        if others >= max(min_articles, min_share * said[place])
    }
    for fact in facts if platforms else ():
        name, is_signed = fact.value
        if is_signed is None and (_folder(fact), name) in platforms:
            yield fact.problem(
                f"`{cut(name)}` is the author of articles here whose bylines name others; "
                "name the writer"
            )


def _folder(fact: SiteFact) -> str:
    return fact.path.rpartition("/")[0]
