"""A link to an existing page is not written as the generator needs it.

Some generators find a page only by its source file, others only by its URL; an extension or a slash
too many or too few then breaks the link.

Write the target in the form that works.

Fix safety: the target stays the same page.
"""

from contentlint.rule import Site, SiteFacts, SiteProblems, bad, collect_links, good, rule
from contentlint.rules.link._messages import correction, quoted

_SITE = Site("hugo", configuration="baseURL = 'https://example.org/'\n")
_FILES = {"content/guide/setup.md": "# Setup\n"}
_SPHINX = Site("sphinx", configuration="extensions = ['myst_parser']\n")

EXAMPLES = [
    good("[a](/guide/setup/#setup)\n", path="content/a.md", site=_SITE, files=_FILES),
    bad(
        "潮 [a](⟦/guide/setup.md⟧ 'Setup')\n",
        "`/guide/setup.md` exists, but the link does not work in this form; write `/guide/setup/`",
        fixed="潮 [a](/guide/setup/ 'Setup')\n",
        path="content/a.md",
        site=_SITE,
        files=_FILES,
    ),
    bad(
        "[a](⟦guide⟧)\n",
        "`guide` exists, but the link does not work in this form",
        path="a.md",
        site=_SPHINX,
        files={"guide/setup.md": "# Setup\n"},
    ),
]

collect = collect_links


@rule(severity="warning", preset="recommended", since="0.2")
def check_site(facts: SiteFacts) -> SiteProblems:
    for fact, link, outcome in facts.links("form"):
        end = f"; write {quoted(outcome.suggestion)}" if outcome.suggestion else ""
        yield fact.problem(
            f"{quoted(link.target)} exists, but the link does not work in this form{end}",
            fix=correction(fact, link, outcome),
        )
