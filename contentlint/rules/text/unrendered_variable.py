"""A template variable is not rendered, so readers see its source.

Hugo, Astro, Docusaurus and Quarto do not evaluate `{{ title }}` or `{% … %}` in an article. Replace
it with the value, or remove it. If the generator evaluates such syntax in articles, or is not
known, the rule reports nothing; code is not checked.
"""

from contentlint.rule import Document, Problem, Problems, Site, bad, cut, good, lazy, rule
from contentlint.rules.text._prose import pieces

EXAMPLES = [
    good("<p>{{ page.title }} 潮</p>"),
    good("{{ title }} {{< low >}} `{{ .Title }}`\n", path="a.md", site=Site("jekyll")),
    good("{{< low >}} `{{ .Title }}` {{ a b c\n", path="a.md", site=Site("hugo")),
    bad(
        "# 潮 👍 ⟦{{ .Title }}⟧\r\n\r\nBy ⟦{{author}}⟧ ⟦{% include a.html %}⟧\r\n",
        "`{{ .Title }}` is not rendered; replace or remove it",
        "`{{author}}` is not rendered; replace or remove it",
        "`{% include a.html %}` is not rendered; replace or remove it",
        path="a.md",
        site=Site("hugo"),
    ),
]

_EXPRESSION = lazy(
    r"\{\{-?\s*[.$]?[A-Za-z_][\w.$-]{0,80}(?:\s{0,20}\|[^{}\n]{1,80})?\s{0,20}-?\}\}|\{%-?\s*\w[^{}%\n]{0,200}%\}"
)


@rule(
    severity="warning",
    preset="recommended",
    since="0.1",
    when=("generator:shows_braces and text:{{ or generator:shows_braces and text:{%"),
)
def check(document: Document) -> Problems:
    if not document.generator.shows_braces:
        return
    if "{{" not in document.text and "{%" not in document.text:
        return
    for piece in document.once(pieces):
        for match in _EXPRESSION.finditer(piece.text):
            message = f"`{cut(match[0])}` is not rendered; replace or remove it"
            yield Problem(piece.span(*match.span()), message)
