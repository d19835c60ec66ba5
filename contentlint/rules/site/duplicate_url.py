"""Two articles have the same URL.

The generator publishes one of them and silently drops the other, or stops. Which one is lost often
depends on the order of the files. URLs are computed as the generator of the site does; drafts do
not count.

Rename one of the files, or set another `slug`, `url` or `permalink`.
"""

from contentlint.rule import Site, SiteFacts, SiteProblems, bad, collect_links, cut, good, rule

_MKDOCS = Site("mkdocs", configuration="site_name: a\n")

EXAMPLES = [
    good("# A\n", path="docs/a.md", site=_MKDOCS, files={"docs/b.md": "# A\n"}),
    good(
        "---\ndraft: true\nslug: b\n---\n",
        path="content/a.md",
        site=Site("hugo"),
        files={"content/b.md": ""},
    ),
    good("# A\n", path="a/_b.md", site=Site("quarto"), files={"a/_b.html": "<p>A</p>\n"}),
    bad(
        "⟦⟧# A\n",
        "`/a/` is also the URL of `docs/a/index.md`; rename one of them",
        "`/a/` is also the URL of `docs/a.md`; rename one of them",
        path="docs/a.md",
        site=_MKDOCS,
        files={"docs/a/index.md": "⟦⟧# A\n"},
    ),
    bad(
        "---\nslug: tide\n---\n⟦⟧Ebb\n",
        "`/posts/tide/` is also the URL of 2 articles, such as `content/posts/b.md`; rename one "
        "of them",
        "`/posts/tide/` is also the URL of 2 articles, such as `content/posts/a.md`; rename one "
        "of them",
        "`/posts/tide/` is also the URL of 2 articles, such as `content/posts/a.md`; rename one "
        "of them",
        path="content/posts/a.md",
        site=Site("hugo"),
        files={
            "content/posts/b.md": "---\nslug: tide\n---\n⟦⟧Ebb\n",
            "content/posts/tide.md": "⟦⟧Ebb\n",
        },
    ),
]

collect = collect_links


@rule(severity="warning", preset="recommended", since="0.2")
def check_site(facts: SiteFacts) -> SiteProblems:
    urls = facts.urls
    if urls is None:
        return
    for fact, page in facts.pages():
        url = urls.of(page)
        others = [] if url is None else urls.at(url, besides=page)
        if url is not None and others:
            which = f"`{cut(others[0], 80)}`"
            if len(others) > 1:
                which = f"{len(others)} articles, such as {which}"
            message = f"`{cut(url, 80)}` is also the URL of {which}; rename one of them"
            yield fact.problem(message)
