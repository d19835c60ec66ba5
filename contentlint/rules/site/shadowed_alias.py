"""An alias of an article is the URL of another article.

Only one of the two can be at the URL: readers get the redirect instead of the other article, or the
redirect does not exist. The keys are those of the generator, such as `aliases` and `redirect_from`.

Remove the alias, or rename the other article.
"""

from contentlint.rule import Site, SiteFacts, SiteProblems, bad, collect_links, cut, good, rule

_HUGO = Site("hugo")

EXAMPLES = [
    good(
        "---\naliases: [/old/]\n---\n",
        path="content/a.md",
        site=_HUGO,
        files={"content/b.md": "", "content/old.md": "---\ndraft: true\n---\n"},
    ),
    good("---\naliases: [/a/]\n---\n", path="content/a.md", site=_HUGO),
    bad(
        "---\ntitle: A\naliases: [/b/, /c/]\n---\n⟦⟧Ebb\n",
        "alias `/b/` is the URL of `content/b.md`; remove the alias",
        path="content/a.md",
        site=_HUGO,
        files={"content/b.md": ""},
    ),
    bad(
        "---\r\nredirect_from: /b/\r\n---\r\n⟦⟧潮 👍\r\n",
        "alias `/b/` is the URL of `b/index.md`; remove the alias",
        path="a.md",
        site=Site("jekyll", configuration="plugins: [jekyll-redirect-from]\n"),
        files={"b/index.md": "---\ntitle: B\n---\n"},
    ),
]

collect = collect_links


@rule(severity="warning", preset="recommended", since="0.2")
def check_site(facts: SiteFacts) -> SiteProblems:
    urls = facts.urls
    if urls is None:
        return
    for fact, page in facts.pages():
        for alias in urls.aliases(page):
            for other in urls.at(alias, besides=page)[:1]:
                what = f"alias `{cut(alias, 80)}` is the URL of `{cut(other, 80)}`"
                yield fact.problem(f"{what}; remove the alias", about=alias)
