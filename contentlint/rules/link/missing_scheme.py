"""A link to another site has no `https://`, or an email link no `mailto:`.

Browsers read `wiki.example.org` as the name of a file in the folder of the page.

Add `https://` or `mailto:`.

Fix safety: unsafe, because the site may support `http://` only.
"""

from contentlint.rule import Site, SiteFacts, SiteProblems, bad, collect_links, good, rule
from contentlint.rules.link._messages import correction, quoted

EXAMPLES = [
    good("[a](https://wiki.example.org) [b](//example.org) [c](example.org.md)\n", path="a.md"),
    good(
        "[a](www.example.org)\n",
        path="docs/a.md",
        site=Site("docusaurus", ("docs/www.example.org",)),
    ),
    good("[a](@/ada.md) [b](/@ada) [c](mailto:ada@example.org)\n", path="a.md"),
    bad(
        "Write to [Ada](⟦ada@quay.example.org⟧) 👍\n",
        "`ada@quay.example.org` is read as a file name; write `mailto:ada@quay.example.org`",
        fixed="Write to [Ada](mailto:ada@quay.example.org) 👍\n",
        path="_posts/2024-03-02-a.md",
        site=Site("jekyll"),
    ),
    bad(
        "[wiki](⟦wiki.example.org⟧) 👍 <a href='⟦www.example.org/low⟧'>b</a>\n",
        "`wiki.example.org` is read as a file name; write `https://wiki.example.org`",
        "`www.example.org/low` is read as a file name; write `https://www.example.org/low`",
        fixed="[wiki](https://wiki.example.org) 👍 <a href='https://www.example.org/low'>b</a>\n",
        path="docs/a.md",
        site=Site("docusaurus"),
    ),
]

collect = collect_links


@rule(severity="warning", preset="recommended", since="0.2")
def check_site(facts: SiteFacts) -> SiteProblems:
    for fact, link, outcome in facts.links("scheme"):
        yield fact.problem(
            f"{quoted(link.target)} is read as a file name; write {quoted(outcome.suggestion)}",
            fix=correction(fact, link, outcome),
        )
