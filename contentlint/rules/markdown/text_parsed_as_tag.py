"""Text in angle brackets is parsed as a tag and not displayed.

CommonMark displays `<low.hpp>` and `Pair<K,V>`, which are not valid tags. Python-Markdown and
Redcarpet pass on anything that starts like a tag, and kramdown names with dots and colons, so that
browsers hide it.

Escape the `<` as `&lt;`, or use code.

Fix safety: unsafe, because an element may be intended.
"""

from contentlint.rule import (
    Document,
    Problem,
    Problems,
    Site,
    Span,
    bad,
    cut,
    good,
    lazy,
    replace,
    rule,
)

EXAMPLES = [
    good("# <low.hpp>\n\nPair<K,V>\n", path="a.md"),
    good("Pair<K,V> and <https://example.org> <a@example.org>\n", path="a.md", site=Site("jekyll")),
    good("`Pair<K,V>` and \\<low.hpp>\n", path="a.md", site=Site("mkdocs")),
    bad(
        "# 潮 ⟦<low.hpp>⟧\n",
        "`<low.hpp>` is not displayed; escape `<` as `&lt;` if it is text",
        fixed="# 潮 &lt;low.hpp>\n",
        path="a.md",
        site=Site("jekyll"),
    ),
    bad(
        "Map⟦<K, V>⟧\n",
        "`<K, V>` is not displayed; escape `<` as `&lt;` if it is text",
        fixed="Map&lt;K, V>\n",
        path="a.md",
        site=Site("mkdocs"),
    ),
    bad(
        "Pair⟦<K,V>⟧ 👍\r\n",
        "`<K,V>` is not displayed; escape `<` as `&lt;` if it is text",
        fixed="Pair&lt;K,V> 👍\r\n",
        path="a.md",
        site=Site("mkdocs"),
    ),
]

_ANY = lazy(
    r"(?<!\\)<(?:[A-Za-z][\w.:,\[\]|?-]{0,60}[.:,\[|?][^<>\s\"'=@/]{0,60}"
    r"|[A-Z]\w*(?:, [A-Z]\w*)+)>"
)
_DOTTED = lazy(r"(?<!\\)<([A-Za-z][\w-]{0,60}(?:[.:][\w-]{1,60}){1,9})>")


@rule(severity="warning", preset="recommended", since="0.2", when="markdown and text:<")
def check(document: Document) -> Problems:
    if document.is_html or document.is_jsx or "<" not in document.text:
        return
    hides = document.generator.dialect.hides_invalid_tags
    if hides == "none":
        return
    pattern = _ANY if hides == "any" else _DOTTED
    for match in pattern.finditer(document.running_text):
        written = cut(match[0].replace("`", "'"))
        message = f"`{written}` is not displayed; escape `<` as `&lt;` if it is text"
        first = Span(match.start(), match.start() + 1)
        fix = replace(first, "&lt;", "escape `<` as `&lt;`", "unsafe")
        yield Problem(Span(*match.span()), message, fix)
