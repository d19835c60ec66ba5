"""The author looks like a platform or a feed, not like the writer.

Importers often set `author` to the name of the platform or feed that they read. If most bylines in
articles of one folder with the same author name other people, the articles without a byline are
probably not by that author either, and their writers get no credit.

An author that is an editorial team or also a category, or that comes from a feed, looks like an
outlet: then bylines with three different names are enough.

Set `author` to the writer. Only articles that name neither a person nor a source are reported;
articles with a byline are checked by `attribution/byline-mismatch`.
"""

from collections import Counter, defaultdict

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
from contentlint.rules.attribution._authors import AUTHOR_KEYS, authors, is_desk
from contentlint.rules.attribution._bylines import bylines
from contentlint.rules.attribution._feeds import categories, has_feed_key
from contentlint.rules.attribution._named import named_source
from contentlint.rules.attribution._names import are_comparable, are_same

# A folder and an author.
_Key = tuple[str, str]

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

_DESK = {
    f"news/{number}.md": f"---\ntitle: Tide\nauthor: Harbor Desk\n---\nBy {name}\n\nLow tide.\n"
    for number, name in enumerate(("Mara Ellwood", "Idris Fenwick", "Nora Quill"))
}
_SAME = {path: text.replace("Nora Quill", "Mara Ellwood") for path, text in _DESK.items()}
_SILENT = "---\ntitle: Ebb\nauthor: Harbor Desk\n---\nEbb.\n"
_PERSON = {path: text.replace("Harbor Desk", "Ines Mare") for path, text in _DESK.items()}

EXAMPLES = [
    bad(
        _SILENT.replace("Harbor Desk", "⟦Harbor Desk⟧"),
        "author `Harbor Desk` looks like a platform: 3 of its 3 bylines in this folder name other "
        "people; set `author` to the writer",
        path="news/4.md",
        files=_DESK,
    ),
    good(_SILENT, path="news/4.md", files=_SAME),
    good(_SILENT, path="news/4.md", files=_DESK, min_names=4),
    good(_SILENT.replace("Harbor Desk", "Ines Mare"), path="news/4.md", files=_PERSON),
    good(f"{_SILENT}\nSource: <https://example.org/ebb>\n", path="news/4.md", files=_DESK),
    good("---\ntitle: a\nauthor: 云间资讯\n---\n<p>作者：林知微</p>"),
    good("---\ntitle: a\nauthors: [Mara Ellwood, Idris Fenwick]\n---\nText.\n", path="a.md"),
    good("---\ntitle: a\n---\nText.\n", path="a.md"),
    good(_WITHOUT_BYLINE, path="posts/silent.md"),
    good(_WITHOUT_BYLINE, path="elsewhere/silent.md", files=_WITH_BYLINE),
    good(_WITHOUT_BYLINE, path="posts/silent.md", files=_WITH_BYLINE, min_articles=6, min_names=6),
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
    """The only author, and what the text says about it.

    The value is the author; the names in bylines, None without a byline; whether one of them is the
    author; whether the author looks like an outlet; and whether the article names a source or a
    guest.
    """
    named = authors(document)
    if len(named) != 1:
        return
    [author] = named
    is_in_byline: bool | None = None
    names: tuple[str, ...] = ()
    has_guest = False
    for byline in bylines(document):
        if any(are_same(name, author.name) for name in byline.names):
            is_in_byline = True
            break
        if byline.is_guest:
            has_guest = True
        elif byline.is_sure and are_comparable(byline.names[0], author.name):
            is_in_byline = False
            names = byline.names
    is_outlet = (
        is_desk(author.name) or author.name in categories(document) or has_feed_key(document)
    )
    has_source = is_in_byline is None and (has_guest or named_source(document))
    yield Fact(author.span, (author.name, is_in_byline, names[:1], is_outlet, has_source))


@rule(severity="warning", preset="recommended", since="0.1", when=f"key:{','.join(AUTHOR_KEYS)}")
def check_site(
    facts: SiteFacts, *, min_articles: int = 5, min_share: float = 0.8, min_names: int = 3
) -> SiteProblems:
    """
    Args:
        min_articles: minimum number of articles in a folder whose bylines name other people.
        min_share: minimum share of these among the articles with a byline, from 0 to 1.
        min_names: minimum number of different people in bylines, if the author looks like an
            outlet.
    """
    with_byline: Counter[_Key] = Counter()
    by_others: Counter[_Key] = Counter()
    people: dict[_Key, set[str]] = defaultdict(set)
    outlets: set[_Key] = set()
    for fact in facts:
        name, is_in_byline, names, is_outlet, _has_source = fact.value
        key = _folder(fact), name
        if is_outlet:
            outlets.add(key)
        if is_in_byline is not None:
            with_byline[key] += 1
            by_others[key] += not is_in_byline
            people[key].update(names)
    platforms = {
        key
        for key, others in by_others.items()
        if others >= min_share * with_byline[key]
        and (others >= min_articles or (key in outlets and len(people[key]) >= min_names))
    }
    for fact in facts if platforms else ():
        name, is_in_byline, _names, _is_outlet, has_source = fact.value
        key = _folder(fact), name
        if is_in_byline is None and not has_source and key in platforms:
            yield fact.problem(
                f"author `{cut(name)}` looks like a platform: {by_others[key]} of its "
                f"{with_byline[key]} bylines in this folder name other people; "
                "set `author` to the writer"
            )


def _folder(fact: SiteFact) -> str:
    return fact.path.rpartition("/")[0]
