"""An element is not defined in HTML.

Browsers display the content of an unknown element and ignore its tags. Usually it is a misspelled
tag or text in angle brackets. Names with a hyphen are custom elements and always allowed.

Correct the name, escape the `<` as `&lt;`, or add the components of a theme to `allowed-elements`.
"""

from contentlint.markup.standard import ELEMENTS
from contentlint.rule import Document, Problem, Problems, bad, good, rule

EXAMPLES = [
    good("<my-widget><p>low</p></my-widget><svg><path d='M0'/><weird/></svg>"),
    good("<Aside>low</Aside>", path="a.md", allowed_elements=("Aside",)),
    good("Run `ferry <port>`.\n", path="a.md"),
    good("<{{ tag }} class='low'>tide</{{ tag }}><h{{ level }}>low</h{{ level }}>"),
    bad("<p>⟦<string>⟧潮</string></p>", "unknown element `<string>`"),
    bad("👍 ⟦<Tide>⟧low</Tide>\r\n", "unknown element `<tide>`", path="a.md"),
]


@rule(
    severity="warning",
    preset="strict",
    since="0.1",
    standard="https://html.spec.whatwg.org/multipage/dom.html#htmlunknownelement",
)
def check(document: Document, *, allowed_elements: tuple[str, ...] = ()) -> Problems:
    """
    Args:
        allowed_elements: names of elements to allow, such as the components of a theme.
    """
    allowed = {name.lower() for name in allowed_elements}
    candidates = document.markup.tags - ELEMENTS - allowed
    unknown = {tag for tag in candidates if "-" not in tag}
    if not unknown or document.is_jsx:
        return
    for element in document.elements(*sorted(unknown)):
        is_reported = element.span.start in document.broken_tags
        if is_reported or element.is_foreign or element.has_templated_name:
            continue
        if element.authored:
            yield Problem(element.span, f"unknown element `<{element.tag}>`")
