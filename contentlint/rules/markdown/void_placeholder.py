"""A word in angle brackets is an element without content, so it is not displayed.

In "copy `<source>` to `<target>`", `source` is the name of an HTML element that has no content.
Browsers display nothing for it, or for `<input>` an empty field.

Escape the `<` as `&lt;`, or use code.

Fix safety: unsafe, because an element may be intended.
"""

from contentlint.markup.standard import ELEMENTS
from contentlint.rule import (
    Document,
    Element,
    Problem,
    Problems,
    Site,
    Span,
    bad,
    good,
    replace,
    rule,
)

EXAMPLES = [
    good('Low<wbr>tide <input type="text"> <embed src="/a.mp4"> `<source>`\n', path="a.md"),
    good("<video>\n<source>\n</video>\n\n<input>\n", path="a.md"),
    good("<p>Copy <source></p>"),
    bad(
        "Copy ⟦<source>⟧ to 潮, then ⟦<link>⟧ 👍\r\n",
        "`<source>` is not displayed; escape `<` as `&lt;` if it is text",
        "`<link>` is not displayed; escape `<` as `&lt;` if it is text",
        fixed="Copy &lt;source> to 潮, then &lt;link> 👍\r\n",
        path="a.md",
    ),
    bad(
        "Copy <port> to ⟦<track>⟧\n",
        "`<track>` is not displayed; escape `<` as `&lt;` if it is text",
        fixed="Copy <port> to &lt;track>\n",
        path="a.md",
    ),
    bad(
        "- low ⟦<input>⟧ tide\n",
        "`<input>` is displayed as an empty field; escape `<` as `&lt;` if it is text",
        fixed="- low &lt;input> tide\n",
        path="a.md",
        site=Site("jekyll"),
    ),
]

# Void elements that do nothing without attributes.
_TAGS = ("area", "base", "col", "embed", "img", "input", "link", "meta", "param", "source", "track")
_PROSE = frozenset({"p", "li", "em", "strong", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6"})


@rule(severity="warning", preset="recommended", since="0.2", when="markdown and text:<")
def check(document: Document) -> Problems:
    if document.is_html or document.is_jsx or "<" not in document.text:
        return
    for element in document.elements(*_TAGS):
        span = element.span
        written = document.text[span.start : span.end]
        if not element.authored or written != f"<{written[1:-1]}>" or not written[1:-1].isalpha():
            continue
        if not _is_in_prose(element):
            continue
        if not _is_in_text(document, span):
            continue
        what = "is displayed as an empty field" if element.tag == "input" else "is not displayed"
        message = f"`{written}` {what}; escape `<` as `&lt;` if it is text"
        first = Span(span.start, span.start + 1)
        yield Problem(span, message, replace(first, "&lt;", "escape `<` as `&lt;`", "unsafe"))


def _is_in_prose(element: Element) -> bool:
    """Whether this is in text of Markdown, perhaps after a placeholder such as `<target>`."""
    for around in element.ancestors():
        if not around.authored:
            return around.tag in _PROSE
        if around.tag in ELEMENTS:
            return False
    return False


def _is_in_text(document: Document, span: Span) -> bool:
    """Whether there are words next to a tag on its line."""
    running = document.running_text
    before = running[running.rfind("\n", 0, span.start) + 1 : span.start]
    after = running[span.end :].partition("\n")[0]
    return any(map(str.isalpha, (before + after)))
