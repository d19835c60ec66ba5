"""A block of the template language is not closed, which stops the build.

Liquid stops at `{% highlight ruby %}` without `{% endhighlight %}`, and Hugo at a closing shortcode
without its opening one. Both read these tags in code too.

Add the missing tag, or put examples between `{% raw %}` and `{% endraw %}`.
"""

from collections.abc import Iterator

from contentlint.rule import (
    Document,
    Problem,
    Problems,
    RelatedSpan,
    Site,
    Span,
    bad,
    good,
    lazy,
    rule,
)

EXAMPLES = [
    good("{% if low %}\n", path="a.md"),
    good("{% if low %}\n{{< /tide >}}\n", path="a.md", site=Site("eleventy")),
    good(
        "{% if a %}{% for b in c %}{% else %}{% endfor %}{% endif %} {% low %}\n"
        "{%\nif a == 'b%' %}{% endif %}{% raw %}{% if a %}{% endraw %}\n"
        "{% comment %}{% endif %}{% endcomment %}\n",
        path="a.md",
        site=Site("jekyll"),
    ),
    good(
        "{{< low >}}a{{< /low >}} {{% low %}}a{{% /low %}} {{</* /tide */>}}\n",
        path="a.md",
        site=Site("hugo"),
    ),
    bad(
        "潮\n\n⟦{% highlight ruby %}⟧\nlow\n",
        "`{% highlight %}` is not closed; add `{% endhighlight %}`",
        path="a.md",
        site=Site("jekyll"),
    ),
    bad(
        "{% for a in b %}⟦{% if c %}⟧low{% endfor %}\n⟦{% endunless %}⟧\n",
        "`{% if %}` is not closed; add `{% endif %}`",
        "`{% endunless %}` has no matching `{% unless %}`; remove it",
        path="a.md",
        site=Site("jekyll"),
    ),
    bad(
        "{{< low >}}潮⟦{{< /tide >}}⟧\n",
        "shortcode `tide` is closed, but was not opened",
        path="a.md",
        site=Site("hugo"),
    ),
]

_BLOCK = lazy(
    r"\{%-?[ \t\r\n]{0,20}(end)?"
    r"(if|unless|case|for|tablerow|capture|comment|raw|highlight)\b"
)
_SHORTCODE = lazy(r"\{\{[<%](?!/\*)[ \t\n]{0,20}(/)?[ \t\n]{0,20}([\w/.-]{1,60})")
_VERBATIM = frozenset({"raw", "comment"})


@rule(
    severity="error",
    preset="recommended",
    since="0.2",
    when="text:{% or text:{{",
)
def check(document: Document) -> Problems:
    generator = document.generator
    if generator.template_names is not None and "{%" in document.text:
        yield from _unclosed(document)
    if generator.shows_braces and "shortcodes" in generator.templates and "{{" in document.text:
        yield from _shortcodes(document)


def _unclosed(document: Document) -> Iterator[Problem]:
    opened: list[tuple[str, Span]] = []
    for match in _BLOCK.finditer(document.text, document.body.start):
        end = document.text.find("%}", match.end())
        if end < 0:
            return
        name, span = match[2], Span(match.start(), end + 2)
        if opened and opened[-1][0] in _VERBATIM and not (match[1] and opened[-1][0] == name):
            continue
        if not match[1]:
            opened.append((name, span))
        elif any(name == other for other, _ in opened):
            while opened[-1][0] != name:
                yield _not_closed(*opened.pop(), by=span)
            opened.pop()
        else:
            message = f"`{{% end{name} %}}` has no matching `{{% {name} %}}`; remove it"
            yield Problem(span, message)
    for name, span in opened:
        yield _not_closed(name, span)


def _not_closed(name: str, span: Span, by: Span | None = None) -> Problem:
    related = () if by is None else (RelatedSpan(by, "the block around it ends here"),)
    message = f"`{{% {name} %}}` is not closed; add `{{% end{name} %}}`"
    return Problem(span, message, related=related)


def _shortcodes(document: Document) -> Iterator[Problem]:
    """Closing shortcodes without an opening one."""
    opened: set[str] = set()
    for match in _SHORTCODE.finditer(document.text, document.body.start):
        if not match[1]:
            opened.add(match[2])
        elif match[2] not in opened:
            end = document.text.find("}}", match.end())
            span = Span(match.start(), end + 2 if end >= 0 else match.end())
            yield Problem(span, f"shortcode `{match[2]}` is closed, but was not opened")
