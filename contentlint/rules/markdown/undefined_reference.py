"""A reference link has no definition, so its source is displayed.

`[low tide][tides]` is a link only if the article defines `[tides]: https://example.org`. A
definition is often lost when text is copied to another article.

Add the definition, or write the URL in the link.
"""

from contentlint.rule import (
    MASK,
    Document,
    Problem,
    Problems,
    Site,
    Span,
    bad,
    cut,
    good,
    lazy,
    rule,
)

EXAMPLES = [
    good("[low][a] [low][] [A] [1][2] `[b][c]` a[low][tide]\n\n[a]: /a\n[low]: /b\n", path="a.md"),
    good("[low][tide]\n\n{% include links.md %}\n", path="a.md"),
    good("[[low]][tide] and \\[low][tide] and [x][y](z)\n", path="a.md"),
    good("[low][tide.low]\n", path="a.md", site=Site("sphinx")),
    bad(
        "The ⟦[low tide][tides]⟧ 👍\r\n",
        "reference `[tides]` is not defined; add `[tides]: URL`",
        path="a.md",
    ),
    bad(
        "- ⟦[潮][]⟧\n",
        "reference `[潮]` is not defined; add `[潮]: URL`",
        path="a.md",
        site=Site("jekyll"),
    ),
    bad(
        "A ⟦![quay][quay-1]⟧.\n",
        "reference `[quay-1]` is not defined; add `[quay-1]: URL`",
        path="a.md",
        site=Site("hexo"),
    ),
]

_REFERENCE = lazy(
    rf"(?<![A-Za-z0-9_\])}}\[\\{MASK}])!?\[([^\[\]\n{MASK}]+)\]\[([^\[\]\n{MASK}]*)\](?![\[(:{{{MASK}])"
)
# Other files may define the references of an article that includes them.
_INCLUDES = lazy(r"\binclude|--8<--|\bimport\b|\breadfile\b|<<<")
_LABEL = lazy(r"[^\W\d_][\w .:/-]*\Z")


@rule(severity="warning", preset="recommended", since="0.2", when="markdown and running:][")
def check(document: Document) -> Problems:
    if "][" not in document.running_parts or document.generator.dialect.has_global_references:
        return
    if _INCLUDES.search(document.text):
        return
    for match in _REFERENCE.finditer(document.running_text):
        label = match[2] or match[1]
        if not _LABEL.match(label) or not _has_letter(match[1]):
            continue
        shown = cut(" ".join(label.split()).replace("`", "'"))
        message = f"reference `[{shown}]` is not defined; add `[{shown}]: URL`"
        yield Problem(Span(*match.span()), message)


def _has_letter(text: str) -> bool:
    return any(map(str.isalpha, text))
