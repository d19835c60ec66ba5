"""Markdown syntax is not rendered, so readers see its markers.

The content of an HTML block is not parsed as Markdown until a blank line follows: after a line with
`<div>`, readers see the asterisks of `**low**`. In running text `**` stays as it is where the rules
for emphasis do not match, most often next to Chinese punctuation.

Add a blank line after the tag, write HTML, or move the punctuation out of the emphasis.
"""

import re

from contentlint.rule import Document, Problem, Problems, Span, bad, cut, good, lazy, rule
from contentlint.rules.text._prose import prose

EXAMPLES = [
    good("<div>\n\n**low** and [tide](/a)\n\n</div>\n", path="a.md"),
    good("2 ** 3 ** 4, `**low**`, \\*\\*low\\*\\*\n\n    **code**\n", path="a.md"),
    good("<p>**low**</p>"),
    good("<pre>\n**low**\n</pre>\n<div markdown=1>\n**low**\n</div>\n", path="a.md"),
    good("<!-- **low** -->\n\n<script>\na = '[b](c)'\n</script>\n", path="a.md"),
    bad(
        "<div>\n⟦**low**⟧ and ⟦[tide](/a)⟧\n</div>\n",
        "`**low**` is not rendered; add a blank line after the tag above",
        "`[tide](/a)` is not rendered; add a blank line after the tag above",
        path="a.md",
    ),
    bad(
        "他说⟦**“低潮”**⟧的时候 👍\r\n",
        "`**“低潮”**` is not rendered; move the punctuation out of the emphasis",
        path="a.md",
    ),
]

_EMPHASIS = lazy(r"(?<![*\\\w])\*\*(?![\s*])[^*\n]{1,200}?(?<![\s*\\])\*\*(?![*\w])")
_TIGHT = lazy(r"(?<![*\\])\*\*(?![\s*])[^*\n]{1,200}?(?<![\s*\\])\*\*(?!\*)")
_LINK = lazy(r"(?<!\\)!?\[[^\[\]\n]+\]\((?:https?://|/|\./|#)[^()\s]*\)")
_WIDE = lazy("[\u2018-\u201d\u3001-\u30ff\u4e00-\u9fff\uff01-\uff65]")


@rule(severity="warning", preset="recommended", since="0.1")
def check(document: Document) -> Problems:
    if document.is_html or document.is_jsx:
        return
    text = document.text
    # Outside HTML blocks, only emphasis next to wide punctuation is reported.
    may_have = "**" in text and ("<" in text or not text.isascii())
    has_emphasis = may_have and "**" in document.once(prose)
    if not has_emphasis and ("](" not in text or "<" not in text):
        return
    runs = document.text_runs
    if not has_emphasis:
        # A link is left unrendered only in an HTML block.
        runs = [run for run in runs if run.in_html_block]
    for run in runs:
        if "**" not in run.raw and "](" not in run.raw:
            continue
        in_html = run.in_html_block
        if in_html and "markdown=" in document.text:
            continue
        for match in _found(run.raw, in_html=in_html):
            span = Span(run.span.start + match.start(), run.span.start + match.end())
            remedy = "move the punctuation out of the emphasis"
            if in_html:
                remedy = "add a blank line after the tag above"
            text = cut(match[0].replace("`", "'"))
            yield Problem(span, f"`{text}` is not rendered; {remedy}")


def _found(raw: str, *, in_html: bool) -> list[re.Match[str]]:
    if in_html:
        found = [*_EMPHASIS.finditer(raw), *_LINK.finditer(raw)]
        return sorted(found, key=lambda match: match.start())
    # In running text the markers may be intended, but never next to wide punctuation.
    return [match for match in _TIGHT.finditer(raw) if _WIDE.search(match[0])]
