"""No link and no entry of the navigation leads to an article.

Readers can reach it only by search engines, if at all. Only sites whose configuration lists all
entries of the navigation are checked; lists, feeds, tags and folders of a blog make articles
reachable. A template or component may link as well, so an article is not reported if another file
of the site has its name as a part of a path.

Link the article, add an entry, or remove it.
"""

from contentlint.rule import Site, SiteFacts, SiteProblems, bad, collect_links, good, rule

_MKDOCS = Site("mkdocs")
_NAV = "site_name: a\nnav: [a.md]\n"

EXAMPLES = [
    good(
        "# B\n",
        path="docs/b.md",
        site=_MKDOCS,
        files={"mkdocs.yml": _NAV, "docs/a.md": "[b](b.md)\n"},
    ),
    good(
        "# B\n",
        path="docs/b.md",
        site=_MKDOCS,
        files={"mkdocs.yml": _NAV, "docs/a.md": '<Card to="/b/" />\n'},
    ),
    good("# Home\n", path="docs/index.md", site=_MKDOCS, files={"mkdocs.yml": _NAV}),
    good("# B\n", path="content/b.md", site=Site("hugo"), files={"content/a.md": ""}),
    bad(
        "---\ntitle: 潮 👍\n---\n⟦⟧[b](b.md)\n",
        "nothing links to this article, and `nav` has no entry; link it or remove it",
        path="docs/b.md",
        site=_MKDOCS,
        files={"mkdocs.yml": _NAV, "docs/a.md": "[c](c.md) the tide of b\n"},
    ),
]

collect = collect_links


@rule(severity="info", preset="strict", since="0.2")
def check_site(facts: SiteFacts) -> SiteProblems:
    navigation, urls = facts.navigation, facts.urls
    if navigation is None or urls is None:
        return
    found = {}
    for fact, page in facts.pages() if navigation.omitted else ():
        if page.path in navigation.omitted and urls.of(page) not in (None, "/"):
            found[page.path] = fact
    alone = urls.unlinked(found) if found else ()
    for path, fact in found.items():
        if path in alone:
            what = f"nothing links to this article, and `{navigation.name}` has no entry"
            yield fact.problem(f"{what}; link it or remove it")
