"""Elements stand inside each other deeper than browsers follow.

Browsers nest 512 elements; what is opened further in they put side by side, so the page is no
longer what was written. Such depth comes from a converter or a template that never closes what it
opens. The rest of the article is not read for broken tags.

Close what is open, or delete it.
"""

from contentlint.markup.standard import MAX_DEPTH
from contentlint.rule import Document, Problem, Problems, bad, good, rule

EXAMPLES = [
    good("<div>" * 200 + "low" + "</div>" * 200),
    bad(
        "<div>" * 511 + "⟦<span>⟧low</span>" + "</div>" * 511,
        "`<span>` is nested deeper than the 512 elements that browsers follow",
    ),
]


@rule(
    severity="error",
    preset="recommended",
    since="0.1",
    standard="https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inbody",
)
def check(document: Document) -> Problems:
    for repair in document.repairs:
        if repair.kind == "too-deep":
            limit = f"the {MAX_DEPTH} elements that browsers follow"
            yield Problem(repair.span, f"`<{repair.tag}>` is nested deeper than {limit}")
