"""A footnote reference has no definition, so its source is displayed.

`low[^1]` needs a line `[^1]: …` in the same article.

Add the definition or remove the reference.
"""

import re

from contentlint.rule import Document, Problem, Problems, Site, Span, bad, good, lazy, rule

EXAMPLES = [
    good("Low[^1] tide.[^a]\n\n[^1]: Ebb.\n[^a]: Flow.\n", path="a.md"),
    good("A class [^a-z] or x[^y], `low[^1]` and \\[^1]\n", path="a.md"),
    good("Low[^1]\n", path="a.md", site=Site("mkdocs")),
    good("<p>Low[^1]</p>"),
    bad(
        "Low⟦[^1]⟧ tide 👍\r\n",
        "footnote `[^1]` is not defined; add a line `[^1]: …`",
        path="a.md",
    ),
    bad(
        "Low[^1] 潮⟦[^ebb]⟧\n\n[^1]: Flow.\n",
        "footnote `[^ebb]` is not defined; add a line `[^ebb]: …`",
        path="a.md",
        site=Site("jekyll"),
    ),
]

_FOOTNOTE = lazy(r"(?<=[^\s\\\[(|\ue000])\[\^(\d{1,3}|[\w-]{1,40})\](?![:(\[*+?{])")


@rule(severity="warning", preset="recommended", since="0.2", when="markdown and running:[^")
def check(document: Document) -> Problems:
    if "[^" not in document.running_parts:
        return
    if not document.generator.dialect.has_footnotes:
        return
    defined = frozenset(_DEFINED.findall(document.text.replace("\\", "")))
    has_footnotes = _DEFINITION.search(document.text) is not None
    for match in _FOOTNOTE.finditer(document.running_text):
        label = match[1]
        # A name without any definition is more likely a regular expression.
        if label in defined or not (label.isdecimal() or has_footnotes):
            continue
        message = f"footnote `[^{label}]` is not defined; add a line `[^{label}]: …`"
        yield Problem(Span(*match.span()), message)


_DEFINITION = lazy(r"^[ \t>]*\[\^[^\[\]\n]+\]:", re.MULTILINE)
# Also where the parser does not see a definition, such as in an included or nested line.
_DEFINED = lazy(r"\[\^([^\[\]\n]+)\]:")
