"""An image, video or audio file in the body does not exist.

Readers see a broken image. The file is looked up as the generator of the site does: relative to the
article or to its URL, and in the folders that are published as they are. What the configuration
moves or a theme may supply is not reported. `front-matter/missing-file` checks front matter.

Add the file, or correct the path. The message names the path that was expected, and the most
similar one that exists.

Fix safety: unsafe, because a similar file may not be the one that was meant.
"""

from contentlint.rule import (
    Fix,
    Link,
    Outcome,
    Site,
    SiteFact,
    SiteFacts,
    SiteProblems,
    bad,
    collect_links,
    cut,
    good,
    replace,
    rule,
)

_SITE = Site(
    "mkdocs", ("docs/img/low-tide.png", "docs/img/ebb.mp4"), configuration="site_name: a\n"
)

EXAMPLES = [
    good(
        "![a](img/low-tide.png) ![b](https://example.org/c.png) ![c](data:image/png;base64,AA==)\n"
        "![d]({{ image }}.png) `![e](none.png)`\n",
        path="docs/a.md",
        site=_SITE,
    ),
    good("![a](none.png)\n", path="a.md"),
    # Jekyll copies a page without front matter to its own path, whatever `permalink` says.
    good(
        '<p><img src="ebb.svg" alt="The ebb">\n',
        path="demo/tide.html",
        site=Site("jekyll", ("demo/ebb.svg",), configuration="permalink: pretty\n"),
    ),
    bad(
        "潮 ![a](⟦img/lowtide.png⟧ 'Low tide')\n\n![b](⟦none.png⟧)\n",
        "image `docs/img/lowtide.png` not found; did you mean `img/low-tide.png`?",
        "image `docs/none.png` not found",
        fixed="潮 ![a](img/low-tide.png 'Low tide')\n\n![b](none.png)\n",
        path="docs/a.md",
        site=_SITE,
    ),
]

collect = collect_links


@rule(severity="warning", preset="recommended", since="0.2")
def check_site(facts: SiteFacts) -> SiteProblems:
    for fact, link, outcome in facts.links("page", "file"):
        if link.kind in ("image", "source"):
            what = link.tag if link.tag in ("audio", "video", "iframe") else "image"
            near = f"; did you mean `{cut(outcome.suggestion, 80)}`?" if outcome.suggestion else ""
            message = f"{what} `{cut(outcome.place, 80)}` not found{near}"
            yield fact.problem(message, fix=_correction(fact, link, outcome))


def _correction(fact: SiteFact, link: Link, outcome: Outcome) -> Fix | None:
    if not outcome.suggestion or not link.is_exact or set(outcome.suggestion) & set(" ()<>\"'`"):
        return None
    title = f"write `{cut(outcome.suggestion, 80)}`"
    return replace(fact.span, outcome.suggestion, title, "unsafe", (fact.span,))
