"""A link to an existing page is not written as the generator needs it.

Some generators find a page only by its source file, others only by its URL; an extension or a slash
too many or too few then breaks the link.

Write the target in the form that works.

Fix safety: the target stays the same page.
"""

from contentlint.rule import Site, SiteFacts, SiteProblems, bad, collect_links, good, rule
from contentlint.rules.link._messages import correction, quoted

_FILES = {"docs/guide/setup.md": "# Setup\n"}

EXAMPLES = [
    good("[a](guide/setup.md)\n", path="docs/a.md", site=Site("mkdocs"), files=_FILES),
    bad(
        "[a](⟦/docs/guide/setup.md⟧)\n",
        "`/docs/guide/setup.md` exists, but the link does not work in this form; "
        "write `guide/setup.md`",
        fixed="[a](guide/setup.md)\n",
        path="docs/a.md",
        site=Site("mkdocs"),
        files=_FILES,
    ),
]

collect = collect_links


@rule(severity="warning", preset="recommended", since="0.2")
def check_site(facts: SiteFacts) -> SiteProblems:
    for fact, link, outcome in facts.links("form"):
        yield fact.problem(
            f"{quoted(link.target)} exists, but the link does not work in this form; "
            f"write {quoted(outcome.suggestion)}",
            fix=correction(fact, link, outcome),
        )
