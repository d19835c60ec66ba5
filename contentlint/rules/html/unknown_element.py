"""An element is one that HTML does not know.

Browsers show its content and nothing of it; most often it is a misspelt tag or text in angle
brackets. Names with a hyphen are custom elements and always allowed; the components of a theme can
be allowed by name.
"""

from contentlint.markup.standard import ELEMENTS
from contentlint.rule import Document, Problem, Problems, bad, good, rule

EXAMPLES = [
    good("<my-widget><p>low</p></my-widget><svg><path d='M0'/><weird/></svg>"),
    good("<Aside>low</Aside>", path="a.md", allow=("Aside",)),
    good("Run `ferry <port>`.\n", path="a.md"),
    good("<{{ tag }} class='low'>tide</{{ tag }}><h{{ level }}>low</h{{ level }}>"),
    bad("<p>⟦<string>⟧潮</string></p>", "HTML knows no `<string>`"),
    bad("👍 ⟦<Tide>⟧low</Tide>\r\n", "HTML knows no `<tide>`", path="a.md"),
]


@rule(
    severity="warning",
    preset="strict",
    since="0.1",
    standard="https://html.spec.whatwg.org/multipage/dom.html#htmlunknownelement",
)
def check(document: Document, *, allow: tuple[str, ...] = ()) -> Problems:
    """
    Args:
        allow: names of elements that are allowed, such as the components of a theme.
    """
    allowed = {name.lower() for name in allow}
    others = document.markup.tags - ELEMENTS - allowed
    unknown = {tag for tag in others if "-" not in tag}
    if not unknown or document.is_jsx:
        return
    for element in document.elements(*sorted(unknown)):
        is_told = element.span.start in document.broken_tags
        if is_told or element.is_foreign or element.has_templated_name:
            continue
        if element.authored:
            yield Problem(element.span, f"HTML knows no `<{element.tag}>`")
