"""A series has only one article.

The pages of such a series list one article, or the name of the series is misspelled and readers do
not find the rest. The name may be in `series`, or in a table such as `taxonomies` of Zola.

Correct the name, or remove the key until there is a second article.
"""

from collections import defaultdict

from contentlint.rule import (
    Document,
    Fact,
    Facts,
    SiteFacts,
    SiteProblems,
    bad,
    cut,
    good,
    nearest,
    rule,
)

_TIDES = {f"{name}.md": "---\nseries: Tide pools\n---\n" for name in "bc"}

EXAMPLES = [
    good("---\nseries: Tide pools\n---\n", path="a.md", files=_TIDES),
    good("---\nseries: [Tide pools, '', ~]\n---\n", path="a.md", files=_TIDES),
    good("---\nseries: { order: 2 }\nother: Alone\n---\n", path="a.md", files=_TIDES),
    bad(
        "---\nseries: ⟦Tide pool⟧\n---\n",
        "series `Tide pool` has only this article; did you mean `Tide pools`?",
        path="a.md",
        files=_TIDES,
    ),
    bad(
        "+++\n[taxonomies]\nseries = ['Tide pools', ⟦'潮 👍'⟧]\n+++\n",
        "series `潮 👍` has only this article",
        path="a.md",
        schema="zola",
        files=_TIDES,
    ),
    bad(
        "---\r\nseries:\r\n  name: ⟦Alone⟧\r\n  order: 1\r\n---\r\n",
        "series `Alone` has only this article",
        path="a.md",
        files=_TIDES,
    ),
]

_PARENTS = ("taxonomies", "extra", "params")
_NAMES = ("name", "title")


def collect(document: Document) -> Facts:
    """The names of the series."""
    front_matter = document.front_matter
    for path, raw in front_matter.scalars.items():
        names = [str(part).lower() for part in path if isinstance(part, str)]
        if names[:1] and names[0] in _PARENTS:
            names = names[1:]
        is_name = names == ["series"] or (names[:1] == ["series"] and names[1:2][0] in _NAMES)
        if is_name and raw.strip() not in ("", "~", "null"):
            yield Fact(front_matter.span_of(path), raw.strip())


@rule(severity="info", preset="strict", since="0.2", when="key:series,taxonomies,extra,params")
def check_site(facts: SiteFacts) -> SiteProblems:
    articles: dict[str, set[int]] = defaultdict(set)
    for fact in facts:
        articles[fact.value].add(fact.article)
    others = {name for name, having in articles.items() if len(having) > 1}
    for fact in facts:
        if len(articles[fact.value]) == 1:
            similar = nearest(fact.value, others, plurals=True)
            what = f"series `{cut(fact.value)}` has only this article"
            meant = f"; did you mean `{cut(similar)}`?" if similar else ""
            yield fact.problem(f"{what}{meant}")
