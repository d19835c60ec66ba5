"""An article has no entry in the navigation of the site.

Readers who browse do not find it, and its page shows no place in the navigation. Only sites whose
configuration lists all entries are checked: if a folder, a plugin or code supplies some of them,
an article may have an entry that is not written down.

Add an entry, or name the article in the setting that says that it needs none, such as `not_in_nav`
of MkDocs.
"""

from contentlint.rule import Site, SiteFacts, SiteProblems, bad, collect_links, good, rule

_MKDOCS = Site("mkdocs")
_NAV = "site_name: a\nnav: [a.md]\n"

EXAMPLES = [
    good("# B\n", path="docs/b.md", site=Site("mkdocs", configuration="site_name: a\n")),
    good(
        "# B\n",
        path="docs/b.md",
        site=_MKDOCS,
        files={"mkdocs.yml": f"{_NAV}not_in_nav: |\n  /b.md\n", "docs/a.md": ""},
    ),
    good(
        "# B\n",
        path="docs/b.md",
        site=_MKDOCS,
        files={"mkdocs.yml": f"{_NAV}plugins: [literate-nav]\n", "docs/a.md": ""},
    ),
    bad(
        "---\ntitle: 潮 👍\n---\n⟦⟧Ebb\n",
        "article has no entry in `nav`; add one",
        path="docs/b.md",
        site=_MKDOCS,
        files={"mkdocs.yml": _NAV, "docs/a.md": "[b](b.md)\n"},
    ),
]

collect = collect_links


@rule(severity="info", preset="all", since="0.2")
def check_site(facts: SiteFacts) -> SiteProblems:
    navigation = facts.navigation
    omitted = navigation.omitted if navigation is not None else ()
    for fact, page in facts.pages() if omitted else ():
        if navigation is not None and page.path in omitted:
            yield fact.problem(f"article has no entry in `{navigation.name}`; add one")
