"""A link has an anchor that its page does not have.

Browsers open the page at its top, and readers search for what the link promised. The ids of
headings are computed by the algorithm of the generator, including duplicates and explicit ids;
`id` and `name` attributes count as well. Pages with content that cannot be known, such as included
files, are not reported; `contentlint check --verbose` counts these links.

Correct the anchor, or give the heading an explicit id.

Fix safety: safe if only the letter case of the anchor differs; otherwise unsafe.
"""

from contentlint.rule import Site, SiteFacts, SiteProblems, bad, collect_links, cut, good, rule
from contentlint.rules.link._messages import correction, proposal

_SITE = Site("mkdocs", configuration="site_name: a\n")
_OTHER = {"docs/b.md": "# Low tide\n\n## Steps\n\n## Steps\n\n## Ebb {#out}\n\n<a name=old></a>\n"}

EXAMPLES = [
    good(
        "## Here we are\n\n[a](#here-we-are) [b](b.md#low-tide) [c](b.md#steps_1) [d](b.md#out)\n"
        "[e](b.md#old) [f](#) [g](#top) [h](b.md#:~:text=Low)\n",
        path="docs/a.md",
        site=_SITE,
        files=_OTHER,
    ),
    # Without a known generator, an anchor that any algorithm may make exists.
    good(
        "## Page Variables 1.2\n\n## Configuração\n\n## A {#b_c}\n\n"
        "[a](#Page-Variables-1-2) [b](#page_variables-12) [c](#configuracao-1) [d](#b_c)\n",
        path="a.md",
    ),
    good("## Low tide 🦀\n\n[a](#low-tide-crab)\n", path="a.md"),
    good("`ebb`\n: Low water, see [mud](#mud).\n\n`mud`\n: Wet.\n", path="a.md"),
    good('## Low\n\n[a](#mud)\n\n{{% include "mud.md" %}}\n', path="a.md"),
    # Nobody can follow a link that is not displayed.
    good("## [](#ebb)Low\n\n[](#tide)Tide\n", path="a.md"),
    bad(
        "## Low\n\n[![ebb](/a.png)](⟦#ebb⟧)\n",
        "anchor `#ebb` not found in this article",
        path="a.md",
    ),
    # A module that the configuration imports may add a plugin that gives headings ids.
    good(
        "## Low\n\n[a](#part-1)\n",
        path="a.md",
        site=Site(
            "eleventy",
            configuration="export default async (c) => (await import('./mud.js')).default(c);\n",
        ),
    ),
    good("[a](#comment-4971) [b](#isso-12)\n", path="a.md"),
    good("<a href='#mud' onclick='show(); return false'>a</a>\n"),
    bad("## Low\n\n[a](⟦#ebb⟧)\n", "anchor `#ebb` not found in this article", path="a.md"),
    good("[a](#none)\n\n{{ content }}\n\n## {{ title }}\n", path="docs/a.md", site=_SITE),
    bad(
        "[a](⟦b.md#low-tides⟧) 👍 [b](⟦b.md#steps-1⟧)\n",
        "anchor `#low-tides` not found in `docs/b.md`; did you mean `#low-tide`?",
        "anchor `#steps-1` not found in `docs/b.md`; did you mean `#steps_1`?",
        fixed="[a](b.md#low-tide) 👍 [b](b.md#steps_1)\n",
        path="docs/a.md",
        site=_SITE,
        files=_OTHER,
    ),
    bad(
        "## Low\n\n<a href='⟦#Low⟧'>a</a> [b](⟦#nowhere⟧)\n",
        "anchor `#Low` not found in this article; did you mean `#low`?",
        "anchor `#nowhere` not found in this article",
        fixed="## Low\n\n<a href='#low'>a</a> [b](#nowhere)\n",
        path="docs/a.md",
        site=_SITE,
    ),
]

collect = collect_links


@rule(severity="warning", preset="recommended", since="0.2")
def check_site(facts: SiteFacts) -> SiteProblems:
    for fact, link, outcome in facts.links("anchor"):
        where = "this article" if outcome.page == fact.path else f"`{outcome.place}`"
        near = outcome._replace(suggestion="#" + outcome.suggestion.partition("#")[2])
        end = proposal(near) if outcome.suggestion else ""
        message = f"anchor `#{cut(outcome.anchor.replace('`', ' '), 80)}` not found in {where}{end}"
        yield fact.problem(message, fix=correction(fact, link, outcome))
