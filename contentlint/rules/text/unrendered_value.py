"""A program wrote a value that it did not have, or could not write.

`[object Object]` is what JavaScript writes of a thing that has no text, `undefined` what it writes
of nothing: a script that made the article went wrong there. In text and in code they are
looked for only where nobody can have meant them.
"""

from contentlint.rule import Document, Problem, Problems, bad, good, lazy, rule
from contentlint.rules.text._prose import is_alone, pieces, prose

EXAMPLES = [
    good("<p>JavaScript shows [object Object] or undefined 潮</p><a href='/undefined-tide'>a</a>"),
    good("`[object Object]` undefined\n\n```\n[object Object]\n```\n", path="a.md"),
    good("---\ntitle: undefined behaviour\n---\n"),
    bad(
        "<p>⟦[object Object]⟧</p>\r\n<img ⟦src='undefined'⟧ alt='潮 👍'>"
        "<a ⟦href='/undefined'⟧>a</a>",
        "`[object Object]` is no text; write what was meant",
        "`undefined` is no address; write what was meant",
        "`/undefined` is no address; write what was meant",
    ),
    bad(
        "---\ncover: ⟦undefined⟧\nauthor: ⟦'[object Object]'⟧\n---\n![low](⟦/img/undefined⟧)\n",
        "`undefined` is no value; write what was meant",
        "`[object Object]` is no value; write what was meant",
        "`/img/undefined` is no address; write what was meant",
        path="a.md",
    ),
]

_OBJECT = lazy(r"\[object (?:Object|Undefined|Null|Promise)\]")
_VALUE = lazy(r"undefined|\[object \w+\]")
_SIGN = lazy(r"undefined|\[object")
_URL = lazy(r"(?:(?:https?:)?//[^/?#]+)?(?:/[\w.-]+)*?/?(?:undefined|\[object(?: |%20)\w+\])/?")


@rule(severity="warning", preset="recommended", since="0.1")
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
            if is_alone(document, span):
                yield Problem(span, f"`{match[0]}` is no text; write what was meant")


def _in_front_matter(document: Document) -> Problems:
    front_matter = document.front_matter
    for path, value in front_matter.scalars.items():
        if _VALUE.fullmatch(value.strip()):
            message = f"`{value.strip()}` is no value; write what was meant"
            yield Problem(front_matter.span_of(path), message)


def _in_urls(document: Document) -> Problems:
    for name in ("src", "href"):
        nodes = document.markup.tree.select(f"[{name}]")
        if not any(_SIGN.search(node.attr(name) or "") for node in nodes):
            continue
        for element in document.elements_with(name):
            attribute = element.get(name)
            if attribute is None or attribute.templated:
                continue
            value = attribute.value or ""
            if len(value) < 200 and _URL.fullmatch(value):
                message = f"`{value}` is no address; write what was meant"
                yield Problem(attribute.span, message)
