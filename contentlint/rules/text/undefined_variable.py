"""A template variable is not defined, so nothing is displayed for it.

Jekyll evaluates `{{ message }}` everywhere in an article, even in code. If no such variable exists,
it prints nothing: examples of Vue, Angular or Jinja lose their expressions.

Put the text between `{% raw %}` and `{% endraw %}`, or correct the name.
"""

from collections.abc import Iterator

from contentlint.rule import Document, Problem, Problems, Site, Span, bad, cut, good, lazy, rule

EXAMPLES = [
    good("{{ low }} `{{ tide }}`\n", path="a.md"),
    good("{{ low }}\n", path="a.md", site=Site("hugo")),
    good(
        "{% assign low = 1 %}{% for tide in low %}{{ tide.a }}{{ low }}{% endfor %}"
        "{{ page.title }} {{ 'a' | upcase }} {{ site['a'] }}\n{% raw %}{{ a }}{% endraw %}\n"
        "{% comment %}{{ b }}{% endcomment %} <b {{ c }}>d</b>\n",
        path="a.md",
        site=Site("jekyll"),
    ),
    good("{% include a.html %}{{ low }}\n", path="a.md", site=Site("jekyll")),
    bad(
        "Low ⟦{{ tide }}⟧ 潮\n\n```html\n<p>⟦{{ user.name | upcase }}⟧</p>\n```\n",
        "`{{ tide }}` is not defined, so nothing is displayed; use `{% raw %}` if it is text",
        "`{{ user.name | upcase }}` is not defined, so nothing is displayed; use `{% raw %}` if it "
        "is text",
        path="a.md",
        site=Site("jekyll"),
    ),
]

_VARIABLE = lazy(r"\{\{-?[ \t\n]{0,20}([A-Za-z_][\w-]{0,80})[^{}\n]{0,300}\}\}")
_DEFINED = lazy(
    r"\{%-?[ \t\n]{0,20}(?:assign|capture|for|tablerow|increment|decrement)"
    r"[ \t\n]{1,20}[\"']?([A-Za-z_][\w-]*)"
)
_INCLUDE = lazy(r"\{%-?[ \t\n]{0,20}include")
_LITERAL = lazy(r"\{%-?[ \t]{0,20}(end)?(raw|comment)[ \t]{0,20}-?%\}")


@rule(severity="warning", preset="recommended", since="0.2", when="text:{{")
def check(document: Document) -> Problems:
    known = document.generator.template_names
    text = document.text
    if known is None or document.is_html or "{{" not in text:
        return
    start = document.body.start
    literal = list(_literal(text, start))
    defined = known.union(_DEFINED.findall(text, start))
    include = _INCLUDE.search(text, start)
    # An included file may define variables.
    end = include.start() if include else len(text)
    for match in _VARIABLE.finditer(text, start, end):
        if match[1] in defined or any(s.start <= match.start() < s.end for s in literal):
            continue
        if text.rfind("<", start, match.start()) > text.rfind(">", start, match.start()):
            continue  # in a tag, where a page may be meant to have nothing
        message = f"`{cut(match[0].replace('`', chr(39)))}` is not defined, so nothing is displayed"
        yield Problem(Span(*match.span()), f"{message}; use `{{% raw %}}` if it is text")


def _literal(text: str, start: int) -> Iterator[Span]:
    """The blocks whose content is not evaluated."""
    name, opened = "", 0
    for match in _LITERAL.finditer(text, start):
        if not name and not match[1]:
            name, opened = match[2], match.start()
        elif match[1] and match[2] == name:
            yield Span(opened, match.end())
            name = ""
