"""A program inserted a missing value, or one that it could not convert to text.

JavaScript prints `[object Object]` for an object without a text form and `undefined` for a missing
value, so the script that generated the article has an error. Replace it with the intended value.
Text and code are checked only where nobody can have written it on purpose. A URL that ends in
`/undefined` may be that of a page about the value: it is allowed if the text of the link names the
value, and on pages of references, dictionaries and tags.
"""

import re

from contentlint.rule import Document, Element, Problem, Problems, bad, good, lazy, rule
from contentlint.rules.text._prose import is_whole_paragraph, pieces, prose

EXAMPLES = [
    good("<p>JavaScript shows [object Object] or undefined 潮</p><a href='/undefined-tide'>a</a>"),
    good("`[object Object]` undefined\n\n```\n[object Object]\n```\n", path="a.md"),
    good(
        "[`undefined`](https://example.org/docs/undefined) [a](https://example.org/nundefined) "
        "[b](https://example.org/js/Global_Objects/undefined) [c](/tags/undefined)\n",
        path="a.md",
    ),
    good("---\ntitle: undefined behaviour\n---\n"),
    bad(
        "<p>⟦[object Object]⟧</p>\r\n<img ⟦src='undefined'⟧ alt='潮 👍'>"
        "<a ⟦href='/undefined'⟧>a</a>",
        "unrendered value: `[object Object]`; replace it with the intended text",
        "unrendered value in URL: `undefined`; replace it with the intended URL",
        "unrendered value in URL: `/undefined`; replace it with the intended URL",
    ),
    bad(
        "---\ncover: ⟦undefined⟧\nauthor: ⟦'[object Object]'⟧\n---\n![low](⟦/img/undefined⟧)\n",
        "unrendered value: `undefined`; replace it with the intended value",
        "unrendered value: `[object Object]`; replace it with the intended value",
        "unrendered value in URL: `/img/undefined`; replace it with the intended URL",
        path="a.md",
    ),
]

_OBJECT = lazy(r"\[object (?:Object|Undefined|Null|Promise)\]")
_VALUE = lazy(r"undefined|\[object \w+\]")
_HINT = lazy(r"undefined|\[object")
_URL = lazy(r"(?:(?:https?:)?//[^/?#]+/)?/?(?:[\w.-]+/)*(?:undefined|\[object(?: |%20)\w+\])/?")
# Pages that may be about the value.
_ABOUT = lazy(
    r"(?:global_objects|reference|docs?|wiki|glossary|dictionary|define|tags?|search|questions?)/"
    r"undefined/?\Z",
    re.IGNORECASE,
)


@rule(severity="warning", preset="recommended", since="0.1", when="text:undefined or text:[object ")
def check(document: Document) -> Problems:
    text = document.text
    if "undefined" not in text and "[object " not in text:
        return
    yield from _in_front_matter(document)
    yield from _in_urls(document)
    if "[object " not in document.once(prose):
        return
    for piece in document.once(pieces):
        for match in _OBJECT.finditer(piece.text):
            span = piece.span(*match.span())
            if is_whole_paragraph(document, span):
                message = f"unrendered value: `{match[0]}`; replace it with the intended text"
                yield Problem(span, message)


def _in_front_matter(document: Document) -> Problems:
    front_matter = document.front_matter
    for path, value in front_matter.scalars.items():
        if _VALUE.fullmatch(value.strip()):
            message = f"unrendered value: `{value.strip()}`; replace it with the intended value"
            yield Problem(front_matter.span_of(path), message)


def _in_urls(document: Document) -> Problems:
    for name in ("src", "href"):
        nodes = document.markup.tree.select(f"[{name}]")
        if not any(_HINT.search(node.attr(name) or "") for node in nodes):
            continue
        for element in document.elements_with(name):
            attribute = element.get(name)
            if attribute is None or attribute.templated:
                continue
            value = attribute.value or ""
            if len(value) < 200 and _URL.fullmatch(value) and not _is_about(element, value):
                message = f"unrendered value in URL: `{value}`; replace it with the intended URL"
                yield Problem(attribute.span, message)


def _is_about(element: Element, url: str) -> bool:
    """Whether a link probably leads to a page about the value `undefined`."""
    return _ABOUT.search(url) is not None or ("/" in url and "undefined" in element.text)
