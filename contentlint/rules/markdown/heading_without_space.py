"""A heading has no space after its number signs.

CommonMark, and so most renderers, show `##Tides` as text. Python-Markdown, Redcarpet and kramdown
without its GFM parser accept it.

Add the space.

Fix safety: safe if the line starts a paragraph.
"""

import re

from contentlint.rule import (
    MASK,
    Document,
    Problem,
    Problems,
    Safety,
    Site,
    Span,
    bad,
    cut,
    good,
    insert,
    lazy,
    rule,
)

EXAMPLES = [
    good("## Low\n\n#tide #1\n\nSee ##low, `##low`\n\n    ##low\n\n##########\n", path="a.md"),
    good("##Low\n", path="a.md", site=Site("mkdocs")),
    good("\\##Low and\n\n##[error]\n", path="a.md"),
    bad(
        "⟦##⟧Low tide\n\n> ⟦###⟧潮 👍\n",
        "heading `##Low tide` has no space after `##`; add it",
        "heading `###潮 👍` has no space after `###`; add it",
        fixed="## Low tide\n\n> ### 潮 👍\n",
        path="a.md",
    ),
    bad(
        "Tide\r\n⟦##⟧1. Low\r\n",
        "heading `##1. Low` has no space after `##`; add it",
        fixed="Tide\r\n## 1. Low\r\n",
        path="a.md",
        site=Site("jekyll"),
    ),
]

_HEADING = lazy(rf"^[ \t{MASK}]*(?<!#)(#{{2,6}})(?=[\w{MASK}])[^\r\n]*", re.MULTILINE)
_HINT = lazy(r"##[^#\s]")
_CONTAINER = lazy(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?[ \t]*")


@rule(severity="warning", preset="recommended", since="0.2", when="markdown and text:##")
def check(document: Document) -> Problems:
    if not _HINT.search(document.text) or not document.generator.dialect.headings_need_space:
        return
    for match in _HEADING.finditer(document.running_text):
        text = document.text
        line = text[match.start() : match.start(1)]
        if not _CONTAINER.fullmatch(line):
            continue
        marker = match[1]
        span = Span(*match.span(1))
        written = cut(text[span.start : match.end()].replace("`", "'"))
        message = f"heading `{written}` has no space after `{marker}`; add it"
        is_first = not text[: match.start()].rstrip("\r\n \t>") or _is_blank(text, match.start())
        safety: Safety = "safe" if is_first else "unsafe"
        yield Problem(span, message, insert(span.end, " ", "add the space", safety))


def _is_blank(text: str, line_start: int) -> bool:
    """Whether the line before this one is blank."""
    lines = text[max(0, line_start - 200) : line_start].splitlines()
    return bool(lines) and not lines[-1].strip(" \t>")
