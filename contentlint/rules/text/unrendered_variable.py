"""A variable of a template stands in the text, and nothing fills it in.

Hugo, Astro, Docusaurus and Quarto do not read `{{ title }}` or `{% … %}` in an article: readers see
it as it stands. Where the generator reads such signs in articles, or where it is not known, they
are no fault; nor are they in code.
"""

from contentlint.rule import Document, Problem, Problems, Site, bad, cut, good, lazy, rule
from contentlint.rules.text._prose import pieces

EXAMPLES = [
    good("<p>{{ page.title }} 潮</p>"),
    good("{{ title }} {{< low >}} `{{ .Title }}`\n", path="a.md", site=Site("jekyll")),
    good("{{< low >}} `{{ .Title }}` {{ a b c\n", path="a.md", site=Site("hugo")),
    bad(
        "# 潮 👍 ⟦{{ .Title }}⟧\r\n\r\nBy ⟦{{author}}⟧ ⟦{% include a.html %}⟧\r\n",
        "`{{ .Title }}` is shown as it stands; write the value",
        "`{{author}}` is shown as it stands; write the value",
        "`{% include a.html %}` is shown as it stands; write the value",
        path="a.md",
        site=Site("hugo"),
    ),
]

_BRACES = lazy(
    r"\{\{-?\s*[.$]?[A-Za-z_][\w.$-]{0,80}(?:\s{0,20}\|[^{}\n]{1,80})?\s{0,20}-?\}\}|\{%-?\s*\w[^{}%\n]{0,200}%\}"
)


@rule(severity="warning", preset="recommended", since="0.1")
def check(document: Document) -> Problems:
    if not document.generator.shows_braces:
        return
    if "{{" not in document.text and "{%" not in document.text:
        return
    for piece in document.once(pieces):
        for match in _BRACES.finditer(piece.text):
            message = f"`{cut(match[0])}` is shown as it stands; write the value"
            yield Problem(piece.span(*match.span()), message)
