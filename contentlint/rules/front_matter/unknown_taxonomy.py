"""A taxonomy is not defined in the configuration of the site.

Zola stops the build at a page whose `[taxonomies]` has a name that `taxonomies` in `config.toml`
does not define. Define it there, or rename the key.
"""

from contentlint.rule import Document, Problem, Problems, Site, bad, good, rule

_ZOLA = Site("zola", configuration="taxonomies = [{ name = 'tags' }]\n[languages.fr]\n")

EXAMPLES = [
    good("+++\n[taxonomies]\ntags = ['sea']\n+++\n", path="a.md", schema="zola", site=_ZOLA),
    good(
        "+++\n[taxonomies]\nmood = ['calm']\n+++\n", path="a.md", schema="zola", site=Site("zola")
    ),
    bad(
        "+++\r\ntitle = '潮 👍'\r\n[taxonomies]\r\n⟦mood⟧ = ['calm']\r\n+++\r\n",
        "taxonomy `mood` is not defined in the configuration, at which Zola stops; define it",
        path="a.md",
        schema="zola",
        site=_ZOLA,
    ),
]


@rule(severity="error", preset="recommended", since="0.1", when="key:taxonomies")
def check(document: Document) -> Problems:
    known = document.generator.taxonomies
    if known is None:
        return
    title = document.generator.title
    for path in document.front_matter.entries:
        if len(path) == 2 and path[0] == "taxonomies" and path[1] not in known:
            fault = f"is not defined in the configuration, at which {title} stops; define it"
            span = document.front_matter.span_of(path, key=True)
            yield Problem(span, f"taxonomy `{path[1]}` {fault}")
