"""Elements are nested deeper than browsers support.

Browsers nest at most 512 elements and make deeper elements siblings, so the page differs from the
source. Such depth usually comes from a converter or template that does not close its elements. The
rest of the article is not checked for broken tags.

Close or remove the open elements.
"""

from contentlint.markup.standard import MAX_DEPTH
from contentlint.rule import Document, Problem, Problems, bad, good, rule

EXAMPLES = [
    good("<div>" * 200 + "low" + "</div>" * 200),
    bad(
        "<div>" * 511 + "⟦<span>⟧low</span>" + "</div>" * 511,
        "`<span>` exceeds the maximum nesting depth of browsers: 512 elements",
    ),
]


@rule(
    severity="error",
    preset="recommended",
    since="0.1",
    standard="https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inbody",
    when="repair:too-deep",
)
def check(document: Document) -> Problems:
    for repair in document.repairs:
        if repair.kind == "too-deep":
            limit = f"the maximum nesting depth of browsers: {MAX_DEPTH} elements"
            yield Problem(repair.span, f"`<{repair.tag}>` exceeds {limit}")
