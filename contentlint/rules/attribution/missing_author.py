"""An article has no author, or a placeholder instead of one.

Readers see "by admin", or nothing, instead of a name, and feeds and search results repeat it. Set
`author` to the name of the writer.

Many sites have a single writer, so an article without an author is reported only if nearly all
other dated articles of its folder name one, in the front matter or in a byline, or if `required` is
set. If no dated article of a site names an author and the configuration of its generator does not
either, the first one is reported for all. Drafts, redirects, indexes and pages without a date do
not count.
"""

from functools import lru_cache

from contentlint.rule import (
    Document,
    Fact,
    Facts,
    Problem,
    Problems,
    Site,
    SiteFacts,
    SiteProblems,
    bad,
    cut,
    good,
    nearest,
    outliers,
    rule,
)
from contentlint.rules.attribution._authors import AUTHOR_KEYS, author_entries
from contentlint.rules.attribution._majority import is_counted
from contentlint.rules.attribution._named import named_author
from contentlint.rules.attribution._placeholders import is_placeholder

_DAY = "---\ntitle: Tide {0}\ndate: 2024-03-{0:02}\n"
_SIGNED = {f"posts/{day}.md": _DAY.format(day) + "author: Mara\n---\n" for day in range(1, 13)}
_BYLINES = {
    f"posts/{day}.md": _DAY.format(day) + "---\n\nBy Mara Ellwood\n\nLow tide.\n"
    for day in range(1, 11)
}
_UNSIGNED = {f"posts/{day}.md": _DAY.format(day) + "---\nLow tide.\n" for day in range(11, 21)}
_EVENTS = {f"posts/events/{day}.md": _DAY.format(day) + "---\nLow tide.\n" for day in range(13, 15)}
_NEWS = {k.replace("posts", "news"): v for k, v in _UNSIGNED.items()}
_MIXED = {**_BYLINES, **_UNSIGNED}
_FORGOTTEN = _DAY.format(30) + "---\nEbb.\n"
_MARKED = _FORGOTTEN.replace("---", "⟦---⟧", 1)

EXAMPLES = [
    good("---\ntitle: Low tide\n---\n"),
    good("---\ntitle: Low tide\nauthor: Mara Ellwood\n---\n"),
    good("---\ntitle: Low tide\nauthors: [{name: 林知微}]\n---\n", required=True),
    good("---\ntitle: Low tide\n---\n<p>By Mara Ellwood</p><p>Text.</p>", required=True),
    good("---\ntitle: Low tide\nauthor: Anonymous\n---\n"),
    good("---\ntitle: Low tide\nauther: Mara Ellwood\n---\n", required=True),
    bad(
        "---\ntitle: Low tide\nauthor: ⟦'{{ author }}'⟧\n---\n",
        "placeholder in `author`: `{{ author }}`; name the author",
    ),
    bad(
        "---\ntitle: 潮\nauthor: ⟦小编⟧\n---\n",
        "placeholder in `author`: `小编`; name the author",
    ),
    bad("---\ntitle: Low tide\n⟦author⟧:\n---\n", "`author` is empty; name the author"),
    bad(
        "---\r\ntitle: 潮 👍\r\nauthor: ⟦''⟧\r\n---\r\n",
        "`author` is empty; name the author",
        path="a.md",
    ),
    bad(
        "---\ntitle: Low tide\nauthors:\n  - Mara Ellwood\n  - ⟦TODO⟧\n---\n",
        "placeholder in `authors`: `TODO`; name the author",
    ),
    bad(
        "---\ntitle: Low tide\nauthors: [Mara Ellwood, ⟦''⟧]\nauthor:\n  name: ⟦''⟧\n---\n",
        "`authors` is empty; name the author",
        "`author` is empty; name the author",
    ),
    good("---\ntitle: Low tide\nauthor: false\n---\n"),
    good("---\ntitle: Low tide\nauthor: Edgar Guest\n---\n"),
    bad(
        "---\ntitle: Low tide\nauthor: ⟦Contributing Writer⟧\n---\n",
        "placeholder in `author`: `Contributing Writer`; name the author",
    ),
    bad(
        "---\ntitle: Marea\nauthor: ⟦Sin firma⟧\n---\n",
        "placeholder in `author`: `Sin firma`; name the author",
    ),
    bad(
        "---\ntitle: 潮\nauthor: ⟦网站小编⟧\n---\n",
        "placeholder in `author`: `网站小编`; name the author",
    ),
    bad(
        "---\ntitle: 潮\nauthor: ⟦管理员⟧\n---\n",
        "placeholder in `author`: `管理员`; name the author",
    ),
    bad(
        "---\ntitle: Ebbe\nauthor: ⟦Ihr Name⟧\n---\n",
        "placeholder in `author`: `Ihr Name`; name the author",
    ),
    bad(
        "---\ntitle: 潮\nauthor: ⟦관리자⟧\n---\n",
        "placeholder in `author`: `관리자`; name the author",
    ),
    bad(
        "⟦---⟧\ntitle: Low tide\n---\nLow tide.\n",
        "article has no author; add `author`",
        path="a.md",
        required=True,
    ),
    bad(
        _MARKED,
        "article has no author, unlike 12 of 13 dated articles in `posts`; add `author`",
        path="posts/30.md",
        files=_SIGNED,
    ),
    bad(
        _MARKED,
        "article has no author, unlike 10 of 11 dated articles in `posts`; add `author`",
        path="posts/2024/30.md",
        files=_BYLINES,
    ),
    good(_FORGOTTEN, path="posts/30.md", files=_SIGNED, min_articles=14),
    good(_FORGOTTEN, path="posts/events/30.md", files={**_SIGNED, **_EVENTS}),
    good(_FORGOTTEN, path="posts/30.md", files=_MIXED),
    bad(
        _MARKED,
        *["article has no author, unlike 10 of 21 dated articles in `posts`; add `author`"] * 11,
        path="posts/30.md",
        files={**_BYLINES, **{k: v.replace("---", "⟦---⟧", 1) for k, v in _UNSIGNED.items()}},
        min_share=0.4,
    ),
    good("---\ntitle: About\n---\nEbb.\n", path="posts/about.md", files=_SIGNED),
    good(_DAY.format(30) + "draft: true\n---\n", path="posts/30.md", files=_SIGNED),
    good(_DAY.format(30) + "redirect_to: /a/\n---\n", path="posts/30.md", files=_SIGNED),
    good(_FORGOTTEN, path="posts/_index.md", files=_SIGNED),
    good(_FORGOTTEN, path="posts/index.md", files=_SIGNED),
    bad(
        _MARKED,
        "article has no author, unlike 12 of 13 dated articles in `posts`; add `author`",
        path="posts/30/index.md",
        files=_SIGNED,
    ),
    good(_FORGOTTEN, path="news/30.md", files={**_SIGNED, **_NEWS}),
    good(_FORGOTTEN, path="posts/30.md", files=_SIGNED, site=Site("hexo", has_author=True)),
    bad(
        _DAY.format(30) + "author: ⟦admin⟧\n---\n",
        "placeholder in `author`: `admin`; name the author",
        path="posts/30.md",
        files=_SIGNED,
    ),
    bad(
        _FORGOTTEN,
        "none of 11 dated articles names an author; add `author`, or set it in the configuration "
        "of the site",
        path="posts/30.md",
        files={k: v.replace("---", "⟦---⟧", 1) if "11" in k else v for k, v in _UNSIGNED.items()},
    ),
    good(_FORGOTTEN, path="posts/30.md", files=_UNSIGNED, site=Site("hexo", has_author=True)),
]


@rule(severity="warning", preset="recommended", since="0.1", when="front-matter")
def check(document: Document, *, required: bool = False) -> Problems:
    """
    Args:
        required: whether an article must have an author, in the front matter or in a byline.
    """
    front_matter = document.front_matter
    if front_matter.format is None or not front_matter.data:
        return
    for name, span, key in author_entries(document):
        if not name:
            yield Problem(span, f"`{key}` is empty; name the author")
        elif is_placeholder(name):
            yield Problem(span, f"placeholder in `{key}`: `{cut(name)}`; name the author")
    if not required:
        return
    from contentlint.rules.attribution._bylines import bylines  # which takes long to import

    has_key = any(key in front_matter.data for key in AUTHOR_KEYS)
    if not (has_key or _is_misspelled(document) or any(bylines(document))):
        yield Problem(front_matter.opening, "article has no author; add `author`")


def collect(document: Document) -> Facts:
    """Whether a dated article names an author; None if `check` reports its author."""
    if not is_counted(document):
        return
    if document.site.has_author:
        yield Fact(document.front_matter.opening, "site")
        return
    is_reported = any(not name or is_placeholder(name) for name, _, _ in author_entries(document))
    is_named = named_author(document) or _is_misspelled(document)
    yield Fact(document.front_matter.opening, is_named or (None if is_reported else False))


def check_site(facts: SiteFacts, *, min_articles: int = 10, min_share: float = 0.9) -> SiteProblems:
    """
    Args:
        min_articles: minimum number of dated articles in a folder to compare with.
        min_share: minimum share of those that name an author, from 0 to 1.
    """
    counted, has_named, first = 0, False, None
    for fact in facts:
        if fact.value == "site":
            return
        counted, has_named = counted + 1, has_named or bool(fact.value)
        if first is None and fact.value is False:
            first = fact
    if counted >= min_articles and not has_named:
        if first is not None:
            yield first.problem(
                f"none of {counted} dated articles names an author; add `author`, or set it in "
                "the configuration of the site"
            )
        return
    for found in outliers(facts, min_articles, min_share):
        others = found.others("dated articles")
        yield found.fact.problem(f"article has no author, unlike {others}; add `author`")


def _is_misspelled(document: Document) -> bool:
    """Whether a key is already reported as a misspelled author key."""
    # Most articles have no such key, and their schema is not asked: that imports Pydantic.
    front_matter = document.front_matter
    keys = {*front_matter.data, *(path[-1] for path in front_matter.entries if path)}
    if not any(_may_be_misspelled(str(key)) for key in keys):
        return False
    fixes = [problem.fix for problem in document.field_problems if problem.kind == "unknown"]
    return any(fix is not None and fix.edits[0].text in AUTHOR_KEYS for fix in fixes)


@lru_cache(maxsize=4096)
def _may_be_misspelled(key: str) -> bool:
    return any(nearest(key, (known,)) for known in AUTHOR_KEYS)
