"""A tag is spelled in another way than in other articles.

`Tide pools`, `tide-pools` and `Tide Pools` become one page or three, depending on the generator and
on the server's file system, and readers find only a part of the articles. The rarer spelling is
reported. Two spellings in one article are reported by `front-matter/duplicate-tag`.

Write the tag as the other articles do.
"""

import unicodedata
from collections import Counter, defaultdict

from contentlint.rule import (
    Document,
    Fact,
    Facts,
    SiteFacts,
    SiteProblems,
    bad,
    cut,
    good,
    lazy,
    rule,
)

_TIDE = {"b.md": "---\ntags: [tide-pools, sea]\n---\n", "c.md": "---\ntags: [tide-pools]\n---\n"}

EXAMPLES = [
    good("---\ntags: [tide-pools, C++, 海]\n---\n", path="a.md", files=_TIDE),
    good(
        "---\ntags: [C, tides, '', ~]\n---\n",
        path="a.md",
        files={"b.md": "---\ntags: [C++, C#, tide, ~]\n---\n"},
    ),
    good("---\nkeywords: [Tide Pools]\n---\n", path="a.md", files=_TIDE),
    bad(
        "---\ntags: [sea, ⟦Tide Pools⟧]\n---\n",
        "tag `Tide Pools` is `tide-pools` in 2 other articles; use one spelling",
        path="a.md",
        files=_TIDE,
    ),
    bad(
        "---\r\ntags:\r\n- ⟦潮 👍 A⟧\r\n---\r\n",
        "tag `潮 👍 A` is `潮 👍 a` in 2 other articles; use one spelling",
        path="a.md",
        files={"b.md": "---\ntags: 潮 👍 a\n---\n", "c.md": "---\ntags: [潮 👍 a]\n---\n"},
    ),
    bad(
        "+++\n[taxonomies]\ntags = [⟦'Sea'⟧]\n+++\n",
        "tag `Sea` is `sea` in 2 other articles; use one spelling",
        path="a.md",
        schema="zola",
        files={f"{name}.md": "+++\n[taxonomies]\ntags = ['sea']\n+++\n" for name in "bc"},
    ),
]

_SEPARATORS = lazy(r"[\s_-]+")
_PARENTS = ("taxonomies", "extra", "params")


def collect(document: Document) -> Facts:
    """The tags."""
    front_matter = document.front_matter
    for path, raw in front_matter.scalars.items():
        names = [str(part).lower() for part in path if isinstance(part, str)]
        is_tag = names == ["tags"] or (len(names) == 2 and names[1] == "tags")
        if not is_tag or (len(names) == 2 and names[0] not in _PARENTS):
            continue
        if raw.strip() not in ("", "~", "null"):
            yield Fact(front_matter.span_of(path), raw.strip())


@rule(severity="info", preset="strict", since="0.2", when="key:tags,taxonomies,extra,params")
def check_site(facts: SiteFacts) -> SiteProblems:
    articles: dict[str, set[int]] = defaultdict(set)
    for fact in facts:
        articles[fact.value].add(fact.article)
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for tag in sorted(articles):
        spellings[_normalized(tag)][tag] = len(articles[tag])
    for fact in facts:
        counts = spellings[_normalized(fact.value)]
        usual, _ = counts.most_common(1)[0]
        if usual == fact.value:
            continue
        number = len(articles[usual] - {fact.article})
        if number:
            where = f"{number} other article{'s' if number > 1 else ''}"
            message = f"tag `{cut(fact.value)}` is `{cut(usual)}` in {where}; use one spelling"
            yield fact.problem(message)


def _normalized(tag: str) -> str:
    return _SEPARATORS.sub("-", unicodedata.normalize("NFKC", tag).casefold())
