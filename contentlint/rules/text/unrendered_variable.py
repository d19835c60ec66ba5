"""A template variable is not rendered, so readers see its source.

Hugo, Astro, Docusaurus and Quarto do not evaluate `{{ title }}` or `{% … %}` in an article. Replace
it with the value, or remove it. If the generator evaluates such syntax in articles, or is not
known, the rule reports nothing; code is not checked. Of a block such as `{% if … %}`, its first tag
is reported.
"""

from collections.abc import Iterator

from contentlint.rule import Document, Problem, Problems, Site, Span, bad, cut, good, lazy, rule
from contentlint.rules.text._prose import pieces

EXAMPLES = [
    good("<p>{{ page.title }} 潮</p>"),
    good("{{ title }} {{< low >}} `{{ .Title }}`\n", path="a.md", site=Site("jekyll")),
    good("{{< low >}} `{{ .Title }}` {{ a b c\n", path="a.md", site=Site("hugo")),
    good('<a href="{{% ref "b.md" %}}">潮</a>\n', path="a.md", site=Site("hugo")),
    bad(
        "# 潮 👍 ⟦{{ .Title }}⟧\r\n\r\nBy ⟦{{author}}⟧ ⟦{% include a.html %}⟧\r\n",
        "`{{ .Title }}` is not rendered; replace or remove it",
        "`{{author}}` is not rendered; replace or remove it",
        "`{% include a.html %}` is not rendered; replace or remove it",
        path="a.md",
        site=Site("hugo"),
    ),
    bad(
        "Low ⟦{% if a %}⟧tide{% else %}ebb{% endif %}\n",
        "`{% if a %}` is not rendered; replace or remove it",
        path="a.md",
        site=Site("astro"),
    ),
    bad(
        '<a href="⟦{{ site.url }}⟧/b" {% if a %}class="c"{% endif %}>潮</a>\n',
        "`{{ site.url }}` is not rendered; replace or remove it",
        path="a.md",
        site=Site("hugo"),
    ),
]

_EXPRESSION = lazy(
    r"(?<!\{)\{\{-?\s*(?:[.$]?[A-Za-z_][\w.$-]{0,80}(?:\s{0,20}\|[^{}\n]{1,80})?"
    r"|\"[^\"{}\n]{1,80}\"\s{0,20}\|[^{}\n]{1,80}?)\s{0,20}-?\}\}"
    r"|(?<!\{)\{%-?\s*\w[^{}%\n]{0,200}%\}(?!\})"
)

# Tags inside of a block and at its end, which are not rendered if its start is not.
_INNER = lazy(r"\{%-?\s*(?:else|elsif|elif|when|break|end)")


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
    is_in_block = False
    # Where MDX does not compile, `mdx/invalid-expression` reports it.
    stops = {fault.span.start for fault in document.mdx_faults}
    for span in sorted(_expressions(document)):
        written = document.text[span.start : span.end]
        if span.start in stops:
            continue
        if written.startswith("{%"):
            if is_in_block and _INNER.match(written):
                continue
            is_in_block = True
        yield Problem(span, f"`{cut(written)}` is not rendered; replace or remove it")


def _expressions(document: Document) -> Iterator[Span]:
    """The template syntax in text, and the first in each tag."""
    for piece in document.once(pieces):
        for match in _EXPRESSION.finditer(piece.text):
            yield piece.span(*match.span())
    if document.is_jsx:
        return
    for element in document.elements():
        first = _EXPRESSION.search(document.text, *element.span) if element.authored else None
        if first is not None:
            yield Span(*first.span())
