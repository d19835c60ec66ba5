"""A link has a target that does not exist in the site.

Readers get an error page, or a link that does nothing. The target is looked up as the generator of
the site does: relative to the source file or to the URL of the page, with its rules for extensions,
folders and base paths. Whatever plugins, templates or other repositories may supply is not
reported; `contentlint check --verbose` counts these links. Missing images are reported by
`image/missing-file`.

Correct the target, or restore the page. The message names the path that was expected, and the most
similar one that exists.

Fix safety: unsafe, because a similar name may not be what the link meant.
"""

from contentlint.rule import Site, SiteFacts, SiteProblems, bad, collect_links, good, rule
from contentlint.rules.link._messages import correction, proposal, quoted

_DOCS = {"docs/guide/setup.md": "# Setup\n", "docs/index.md": "# Home\n"}

EXAMPLES = [
    good(
        "[a](guide/setup.md) [b](./guide/setup.md#setup) [c](https://example.org/x.md) [d](#low)\n"
        "\n## Low\n\n`[e](none.md)` <!-- [f](none.md) --> [g](mailto:a@example.org)\n",
        path="docs/a.md",
        site=Site("mkdocs", configuration="site_name: a\n"),
        files=_DOCS,
    ),
    good("[a]({{ page }}.md) [b](none.html) [c](@/none.md)\n", path="a.md"),
    good("[a](b.md) [b](b.md?plain=1#low)\n", path="a.md", files={"b.md": "# Low\n"}),
    bad(
        "[Setup](⟦guid/setup.md#setup⟧) 👍\n",
        "page `docs/guid/setup.md` not found; did you mean `guide/setup.md#setup`?",
        fixed="[Setup](guide/setup.md#setup) 👍\n",
        path="docs/a.md",
        site=Site("mkdocs", configuration="site_name: a\n"),
        files=_DOCS,
    ),
    bad(
        "See [the guide][guide].\r\n\r\n[guide]: ⟦./tide.md⟧ 'Tide'\r\n",
        "page `tide.md` not found",
        path="a.md",
    ),
    bad(
        "[a](⟦../../up.md⟧)\n",
        "page `../../up.md` not found",
        path="docs/a.md",
        site=Site("docusaurus"),
    ),
    bad(
        "[a](⟦../up.md⟧)\n",
        "target `../up.md` is outside of the site",
        path="a.md",
        site=Site("sphinx", configuration="extensions = ['myst_parser']\n"),
    ),
    bad(
        "[a](⟦low.pdf⟧)\n",
        "file `docs/low.pdf` not found; did you mean `lows.pdf`?",
        path="docs/a.md",
        site=Site("mkdocs", ("docs/lows.pdf",), configuration="site_name: a\n"),
    ),
]

collect = collect_links


@rule(severity="warning", preset="recommended", since="0.2")
def check_site(facts: SiteFacts) -> SiteProblems:
    for fact, link, outcome in facts.links("page", "file", "outside"):
        if outcome.fault == "outside":
            yield fact.problem(f"target {quoted(link.target)} is outside of the site")
        elif link.kind not in ("image", "source"):
            what = f"{outcome.fault} {quoted(outcome.place)} not found{proposal(outcome)}"
            yield fact.problem(what, fix=correction(fact, link, outcome))
