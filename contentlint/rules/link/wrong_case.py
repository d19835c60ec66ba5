"""The letter case of a link differs from that of its target.

The link works on the author's computer, where names are often compared without letter case, and is
broken on the server.

Write the target as it is named.

Fix safety: the target becomes the name of the existing file.
"""

from contentlint.rule import Site, SiteFacts, SiteProblems, bad, collect_links, good, rule
from contentlint.rules.link._messages import correction, quoted

EXAMPLES = [
    good(
        "[a](Setup.md)\n",
        path="docs/a.md",
        site=Site("mkdocs", configuration="site_name: a\n"),
        files={"docs/Setup.md": "a\n"},
    ),
    bad(
        "[ebb](⟦/Ebb/⟧) ![b](⟦/Tide.PNG⟧)\n",
        "letter case of `/Ebb/` differs from `/ebb/`; write `/ebb/`",
        "letter case of `/Tide.PNG` differs from `/Tide.png`; write `/Tide.png`",
        fixed="[ebb](/ebb/) ![b](/Tide.png)\n",
        path="content/a.md",
        site=Site("hugo", ("static/Tide.png",), configuration="title = 'Tide'\n"),
        files={"content/ebb.md": "Low\n"},
    ),
    bad(
        "[a](⟦setup.md#low⟧) ![b](⟦img/Tide.PNG⟧)\n",
        "letter case of `setup.md#low` differs from `docs/Setup.md`; write `Setup.md#low`",
        "letter case of `img/Tide.PNG` differs from `docs/img/Tide.png`; write `img/Tide.png`",
        fixed="[a](Setup.md#low) ![b](img/Tide.png)\n",
        path="docs/a.md",
        site=Site("mkdocs", ("docs/img/Tide.png",), configuration="site_name: a\n"),
        files={"docs/Setup.md": "# Low\n"},
    ),
]

collect = collect_links


@rule(severity="warning", preset="recommended", since="0.2")
def check_site(facts: SiteFacts) -> SiteProblems:
    for fact, link, outcome in facts.links("case"):
        end = f"; write {quoted(outcome.suggestion)}" if outcome.suggestion else ""
        yield fact.problem(
            f"letter case of {quoted(link.target)} differs from `{outcome.place}`{end}",
            fix=correction(fact, link, outcome),
        )
