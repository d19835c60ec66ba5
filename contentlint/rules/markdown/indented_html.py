"""Indented HTML after a blank line is displayed as code.

A blank line ends a block of HTML in CommonMark. What follows is Markdown again, in which a line
that is indented by four spaces is code, even inside of a `<div>` or `<table>`.

Remove the blank line or the indentation.
"""

from contentlint.markup.standard import ELEMENTS
from contentlint.rule import Document, Element, Problem, Problems, Site, Span, bad, good, lazy, rule

EXAMPLES = [
    good("<div>\n\n  <p>low</p>\n\n</div>\n\n    <p>tide</p>\n", path="a.md"),
    good("<div>\n    <p>low</p>\n</div>\n\n```\n    <p>\n```\n", path="a.md"),
    good("<div>\n\n    <p>low</p>\n\n</div>\n", path="a.md", site=Site("jekyll")),
    good("<div>\n\nLow <b>\n\n    <b>tide\n\n</div>\n", path="a.md"),
    good("<div>\n\nLow\n\n    tide <b>\n\n</div>\n", path="a.md"),
    bad(
        "<div>\n  <p>low</p>\n\n    ⟦<p>⟧潮</p>\n    <p>ebb</p>\n\n</div>\n",
        "`<p>` is displayed as code; remove the blank line above it or the indentation",
        path="a.md",
    ),
    bad(
        "<ul>\n  <li>low\n\n      ⟦<b>⟧潮</b>\n  </li>\n</ul>\n",
        "`<b>` is displayed as code; remove the blank line above it or the indentation",
        path="a.md",
    ),
    bad(
        "<table>\n\n    ⟦<tr>⟧<td>low 👍</td></tr>\n\n</table>\n",
        "`<tr>` is displayed as code; remove the blank line above it or the indentation",
        path="a.md",
        site=Site("hugo"),
    ),
    bad(
        "<div>\n  <div>\n\n    ⟦</div>⟧\n</div>\n",
        "`</div>` is displayed as code; remove the blank line above it or the indentation",
        path="a.md",
    ),
]

_TAG = lazy(r"[ \t]*(</?([A-Za-z][A-Za-z0-9-]*)(?:[ \t][^<>\r\n]*)?/?>)")
_INDENTED = lazy(r"\n[ \t]*\r?\n(?: {4}|\t)[ \t]*</?[A-Za-z]")


@rule(severity="warning", preset="recommended", since="0.2", when="markdown and text:<")
def check(document: Document) -> Problems:
    if document.is_html or document.is_jsx or document.markup.is_generated:
        return
    if not _INDENTED.search(document.text):
        return
    if not document.generator.dialect.indented_html_is_code:
        return
    for block in document.elements("pre"):
        if block.authored:
            continue
        tag = _TAG.match(document.text, block.span.start, block.span.end)
        if tag is None or tag[2].lower() not in ELEMENTS or not _is_in_html(document, block):
            continue
        name = f"</{tag[2]}>" if tag[1].startswith("</") else f"<{tag[2]}>"
        message = f"`{name}` is displayed as code"
        remedy = "remove the blank line above it or the indentation"
        yield Problem(Span(*tag.span(1)), f"{message}; {remedy}")


def _is_in_html(document: Document, block: Element) -> bool:
    """Whether an element that the author wrote is open before a block, and a tag precedes it."""
    text, start = document.text, block.span.start
    above = text[document.body.start : start].rstrip().rpartition("\n")[2]
    if not above.lstrip(" \t>").startswith("<"):
        return False
    return any(
        element.authored
        and element.span.end <= start
        and (element.end_span is None or start < element.end_span.start)
        and element.tag in _CONTAINERS
        for element in document.elements(*_CONTAINERS)
    )


_CONTAINERS = (
    *("article", "aside", "blockquote", "center", "details", "div", "dl", "figure", "footer"),
    *("header", "main", "nav", "ol", "section", "table", "tbody", "td", "th", "thead", "tr", "ul"),
)
