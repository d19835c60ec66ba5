"""An interactive element is inside a link or a button.

With a button in a link, a link in a button, or a form field in a link, a click has two meanings,
and keyboard users may reach only one of the elements.

Move the inner element out of the link or button.
"""

from contentlint.markup.standard import INTERACTIVE
from contentlint.rule import Document, Element, Problem, Problems, RelatedSpan, bad, good, rule

EXAMPLES = [
    good('<a href="/a"><img src="a.png" alt="low"></a><label>low <input></label>'),
    good('<a href="/a"><video src="a.mp4"></video><input type="hidden"></a>'),
    good("<details><summary>low</summary><a href='/a'>tide</a></details>"),
    bad(
        '<a href="/潮">⟦<button>⟧low</button></a>',
        "interactive `<button>` is not allowed inside `<a>`",
    ),
    bad(
        "👍 <button>low ⟦<input type='text'>⟧</button>\r\n",
        "interactive `<input>` is not allowed inside `<button>`",
        path="a.md",
    ),
    bad(
        '<a href="/a">⟦<video controls>⟧</video></a>',
        "interactive `<video>` is not allowed inside `<a>`",
    ),
]

_INNER = ",".join(sorted(INTERACTIVE | {"a", "input", "audio", "video"}))
_CANDIDATES = f":is(a, button) :is({_INNER})"


@rule(
    severity="warning",
    preset="strict",
    since="0.1",
    standard="https://html.spec.whatwg.org/multipage/dom.html#interactive-content",
    when="tag:a,button",
)
def check(document: Document) -> Problems:
    if document.markup.tags.isdisjoint(("a", "button")):
        return
    for element in document.select(_CANDIDATES):
        if not element.authored or not _is_interactive(element):
            continue
        outer = element.closest("a", "button")
        if outer is None or outer.span.start in document.broken_tags:
            continue
        message = f"interactive `<{element.tag}>` is not allowed inside `<{outer.tag}>`"
        yield Problem(
            element.span,
            message,
            related=(RelatedSpan(outer.span, f"`<{outer.tag}>` opened here"),),
        )


def _is_interactive(element: Element) -> bool:
    if element.tag == "a":
        return element.get("href") is not None
    if element.tag == "input":
        return element.value("type").lower() != "hidden"
    return element.tag in INTERACTIVE or element.get("controls") is not None
