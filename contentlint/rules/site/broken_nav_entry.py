"""An entry of the navigation names a page that does not exist.

Readers get an error page from every page of the site, or the generator stops. The finding is in the
file that has the entry, so only a run over the whole site reports it. Entries that code computes or
a plugin adds are not checked, nor are other sites.

Correct the entry, restore the page, or remove the entry.
"""

from contentlint.rule import Site, SiteFacts, SiteProblems, bad, collect_links, cut, good, rule

_MKDOCS = Site("mkdocs")
_NAV = "site_name: a\nnav:\n"

EXAMPLES = [
    good(
        "# A\n",
        path="docs/a.md",
        site=_MKDOCS,
        files={
            "mkdocs.yml": f"{_NAV}  - a.md\n  - ./b/c.md\n  - Web: https://example.org/\n",
            "docs/b/c.md": "",
        },
    ),
    good(
        "# A\n",
        path="docs/a.md",
        site=_MKDOCS,
        files={"mkdocs.yml": f"{_NAV}  - b.md\nplugins: [gen-files]\n"},
    ),
    bad(
        "# A\n",
        "page `docs/guid/setup.md` of the navigation not found; did you mean `guide/setup.md`?",
        "page `docs/x.md` of the navigation not found",
        path="docs/a.md",
        site=_MKDOCS,
        files={
            "mkdocs.yml": f"{_NAV}  - '潮 👍': a.md\n  - Guide:\n"
            "    - ⟦guid/setup.md⟧\n  - '⟦x.md⟧'\n",
            "docs/guide/setup.md": "",
        },
    ),
]

collect = collect_links


@rule(severity="warning", preset="recommended", since="0.2")
def check_site(facts: SiteFacts) -> SiteProblems:
    for fact, entry in facts.entries():
        if entry.state == "missing":
            nearest = f"; did you mean `{cut(entry.suggestion, 80)}`?" if entry.suggestion else ""
            what = f"page `{cut(entry.place, 80)}` of the navigation not found{nearest}"
            yield fact.problem(what, about=entry.target)
