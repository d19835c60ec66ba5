"""A link leads to an article that is not published.

Drafts, future posts and excluded files are not part of the built site: readers get an error page.

Publish the article, or remove the link.
"""

from contentlint.rule import Site, SiteFacts, SiteProblems, bad, collect_links, good, rule
from contentlint.rules.link._messages import quoted

_SITE = Site("docusaurus")
_FILES = {"docs/b.md": "---\ndraft: true\n---\n# B\n", "docs/c.md": "# C\n"}

EXAMPLES = [
    good("[c](c.md)\n", path="docs/a.md", site=_SITE, files=_FILES),
    good("---\ndraft: true\n---\n[b](b.md)\n", path="docs/a.md", site=_SITE, files=_FILES),
    bad(
        "[b](⟦b.md⟧)\n",
        "link to `docs/b.md`, which is not published",
        path="docs/a.md",
        site=_SITE,
        files=_FILES,
    ),
]

collect = collect_links


@rule(severity="warning", preset="recommended", since="0.2")
def check_site(facts: SiteFacts) -> SiteProblems:
    for fact, _, outcome in facts.links("unpublished"):
        yield fact.problem(f"link to {quoted(outcome.place)}, which is not published")
