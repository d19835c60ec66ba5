"""A link from the root of the server is outside of the base path of the site.

The site is published below a path, such as `/docs/`. A URL that starts with `/` and lacks this path
leads out of the site, and the generator does not add it.

Add the base path, or write a relative link.

Fix safety: unsafe, because the link may be meant for another site on the same server.
"""

from contentlint.rule import Site, SiteFacts, SiteProblems, bad, collect_links, good, rule
from contentlint.rules.link._messages import correction, quoted

_SITE = Site("mkdocs", configuration="site_name: a\nsite_url: https://example.org/docs/\n")
_FILES = {"docs/guide/setup.md": "# Setup\n"}
# The `base` of a plugin is not that of the site.
_PLUGIN = Site(
    "starlight",
    configuration="export default defineConfig({ integrations: [starlight({ plugins: [\n"
    "  changelogs([{ type: 'all', base: 'news' }]),\n] })] });\n",
)
_OWN = Site("starlight", configuration="export default defineConfig({ base: '/docs' });\n")
_PAGES = {"src/content/docs/setup.md": "---\ntitle: Setup\n---\n"}

EXAMPLES = [
    good("[a](/docs/guide/setup/) [b](/shop/)\n", path="docs/a.md", site=_SITE, files=_FILES),
    good("[a](/setup/)\n", path="src/content/docs/a.md", site=_PLUGIN, files=_PAGES),
    bad(
        "[a](⟦/setup/⟧)\n",
        "`/setup/` lacks the base path of the site; write `/docs/setup/`",
        fixed="[a](/docs/setup/)\n",
        path="src/content/docs/a.md",
        site=_OWN,
        files=_PAGES,
    ),
    bad(
        "[a](⟦/guide/setup/#setup⟧)\n",
        "`/guide/setup/#setup` lacks the base path of the site; write `/docs/guide/setup/#setup`",
        fixed="[a](/docs/guide/setup/#setup)\n",
        path="docs/a.md",
        site=_SITE,
        files=_FILES,
    ),
]

collect = collect_links


@rule(severity="warning", preset="recommended", since="0.2")
def check_site(facts: SiteFacts) -> SiteProblems:
    for fact, link, outcome in facts.links("base"):
        end = f"; write {quoted(outcome.suggestion)}" if outcome.suggestion else ""
        yield fact.problem(
            f"{quoted(link.target)} lacks the base path of the site{end}",
            fix=correction(fact, link, outcome),
        )
