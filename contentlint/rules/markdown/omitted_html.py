"""Raw HTML is left out of the page, because the generator does not allow it.

By default, Hugo replaces raw HTML in Markdown with the comment `<!-- raw HTML omitted -->`. Readers
see nothing of a block such as `<div>`, and only the text of inline elements.

Set `unsafe = true` in the section `markup.goldmark.renderer` of the configuration, or use Markdown
or a shortcode.
"""

from contentlint.markup.standard import ELEMENTS
from contentlint.rule import Document, Problem, Problems, Site, bad, good, rule
from contentlint.rules.markdown._placeholders import is_placeholder

_DEFAULT = "title = 'Tide'\n"
_UNSAFE = "[markup.goldmark.renderer]\nunsafe = true\n"

EXAMPLES = [
    good("<div>low</div>\n", path="a.md", site=Site("hugo", configuration=_UNSAFE)),
    good("<div>low</div>\n", path="a.md", site=Site("hugo")),
    good("<div>low</div>\n", path="a.md", site=Site("jekyll")),
    good("<div>low</div>\n", path="a.html", site=Site("hugo", configuration=_DEFAULT)),
    good(
        'Low <!-- tide --> **ebb**, {{< figure src="a.png" >}} and `<b>`.\n\n<!--more-->\n',
        path="a.md",
        site=Site("hugo", configuration=_DEFAULT),
    ),
    good("Copy <source>\n", path="a.md", site=Site("hugo", configuration=_DEFAULT)),
    bad(
        '⟦<b class="low" class="ebb">⟧tide *low</b> **ebb** <td><i/> <a href=“/b”>潮* mud\n',
        "`<b>` and 2 more elements are raw HTML, which Hugo omits; set "
        "`markup.goldmark.renderer.unsafe` to `true`, or use Markdown",
        path="a.md",
        site=Site("hugo", configuration=_DEFAULT),
    ),
    bad(
        "Low<br>tide 👍\r\n".replace("<br>", "⟦<br>⟧"),
        "`<br>` is raw HTML, which Hugo omits; set `markup.goldmark.renderer.unsafe` to `true`, "
        "or use Markdown",
        path="a.md",
        site=Site("hugo", configuration=_DEFAULT),
    ),
    bad(
        '潮\n\n⟦<div class="low">⟧\n<p>tide</p>\n</div>\n',
        "`<div>` and 1 more element are raw HTML, which Hugo omits; set "
        "`markup.goldmark.renderer.unsafe` to `true`, or use Markdown",
        path="a.md",
        site=Site("hugo", configuration=_DEFAULT),
    ),
]


@rule(
    severity="warning",
    preset="recommended",
    since="0.2",
    when="markdown and has:generator.dialect.omits_html",
)
def check(document: Document) -> Problems:
    if not document.generator.dialect.omits_html or document.is_html:
        return
    if "<" not in document.text:
        return
    found = [
        element
        for element in document.elements()
        if element.authored and element.tag in ELEMENTS and not is_placeholder(document, element)
    ]
    if not found:
        return
    first, more = min(found, key=lambda element: element.span.start), len(found) - 1
    others = f" and {more} more element{'s' * (more > 1)} are" if more else " is"
    yield Problem(
        first.span,
        f"`<{first.tag}>`{others} raw HTML, which {document.generator.title} omits; set "
        "`markup.goldmark.renderer.unsafe` to `true`, or use Markdown",
    )
