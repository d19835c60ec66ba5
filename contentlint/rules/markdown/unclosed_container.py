"""A container of colons is not closed, or a line of colons closes none.

`::: tip` starts a container that continues to a line `:::`. Without it, the rest of the article is
part of the container; a line `:::` too many is displayed. In VitePress, a line `:::` closes the
outer container if its line has no more colons than that.

Add or remove the line, or add a colon to the lines of the outer container.
"""

import re
from collections.abc import Iterator

from contentlint.rule import Document, Problem, Problems, Site, Span, bad, cut, good, lazy, rule

EXAMPLES = [
    good("::: tip\nlow\n:::\n\n```\n::: tip\n```\n", path="a.md", site=Site("vitepress")),
    good(":::: tip\n::: info\nlow\n:::\n::::\n", path="a.md", site=Site("vitepress")),
    good("::: {.a}\n::: {.b}\n:::\n:::\n", path="a.qmd", site=Site("quarto")),
    good("::: tip\n\nlow\n", path="a.md", site=Site("hexo")),
    good(
        "::: tip\n`<script>`\n:::\n\n- - ::: info\n    low\n    :::\n",
        path="a.md",
        site=Site("vitepress"),
    ),
    bad(
        "⟦::: tip Tides⟧\n\nLow 👍\n",
        "`::: tip Tides` is not closed; add `:::`",
        path="a.md",
        site=Site("vitepress"),
    ),
    bad(
        ":::note\r\n潮\r\n:::\r\n\r\n⟦:::⟧\r\n",
        "`:::` closes no container; remove it",
        path="a.md",
        site=Site("docusaurus"),
    ),
    bad(
        "::: tip\n⟦::: info⟧\nlow\n:::\n:::\n",
        "`::: info` needs fewer colons than the container around it",
        path="a.md",
        site=Site("vitepress"),
    ),
]

_LINE = lazy(r"^([ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*)(:{3,})([^\r\n]*)", re.MULTILINE)
_NAME = lazy(r"[\w-]+|[{\[]")
_OF_VITEPRESS = frozenset("tip info warning danger details code-group raw v-pre".split())
_FENCE = lazy(r"^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*(`{3,}|~{3,})[^\r\n]*$", re.MULTILINE)
_HTML = lazy(
    r"^[ \t]*(?:<!--.*?(?:-->|\Z)|<(pre|script|style)\b.*?(?:</\1>|\Z))",
    re.DOTALL | re.IGNORECASE | re.MULTILINE,
)


@rule(
    severity="warning",
    preset="recommended",
    since="0.2",
    when="markdown and has:generator.dialect.has_containers and text::::",
)
def check(document: Document) -> Problems:
    generator = document.generator
    if document.is_html or ":::" not in document.text or not generator.dialect.has_containers:
        return
    code = list(_code(document))
    nests_by_colons = generator.dialect.containers_nest_by_colons
    opened: list[tuple[Span, str]] = []
    # Containers that VitePress has only if the site adds them.
    others: set[Span] = set()
    for match in _LINE.finditer(document.text, document.body.start):
        colons, name = match[2], match[3].strip()
        span = Span(match.start(2), match.end(2) + len(match[3].rstrip()))
        if any(place.start <= span.start < place.end for place in code):
            continue
        if not name and opened:
            opened.pop()
        elif not name:
            yield Problem(span, f"`{colons}` closes no container; remove it")
        elif (known := _NAME.match(name)) and not name.endswith(":::"):
            if opened and nests_by_colons and len(colons) >= len(opened[-1][1]):
                message = (
                    f"`{_line(document, span)}` needs fewer colons than the container around it"
                )
                yield Problem(span, message)
            opened.append((span, colons))
            if nests_by_colons and known[0] not in _OF_VITEPRESS:
                others.add(span)
    for span, colons in (each for each in opened if each[0] not in others):
        yield Problem(span, f"`{_line(document, span)}` is not closed; add `{colons}`")


def _line(document: Document, span: Span) -> str:
    return cut(document.text[span.start : span.end].replace("`", "'"))


def _code(document: Document) -> Iterator[Span]:
    """The ranges of fenced code, comments and raw HTML text."""
    fence, start = "", 0
    for match in _FENCE.finditer(document.text, document.body.start):
        if not fence:
            fence, start = match[1], match.start()
        elif match[1].startswith(fence) and match[0].rstrip().endswith(match[1]):
            yield Span(start, match.end())
            fence = ""
    if fence:
        yield Span(start, len(document.text))
    for match in _HTML.finditer(document.text, document.body.start):
        yield Span(*match.span())
