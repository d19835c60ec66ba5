"""A heading is more than one level below the heading before it.

Readers for the blind walk through an article by its headings; from `<h2>` to `<h4>` something
seems to be missing. The first heading may have any level: the theme shows the title above it.
"""

from contentlint.rule import Document, Problem, Problems, RelatedSpan, bad, good, rule

EXAMPLES = [
    good("## Low\n\n### Ebb\n\n## High\n\n<h3>Flood</h3>\n", path="a.md"),
    good("<h3>Low</h3><h2>High</h2><h3>Ebb</h3>"),
    bad(
        "<h2>Low</h2>\r\n⟦<h4>⟧潮</h4>",
        "`<h4>` follows `<h2>`; write `<h3>`",
    ),
    bad(
        "## Low 👍\n\n⟦#### Ebb⟧\n",
        "heading of level 4 follows one of level 2; write `###`",
        path="a.md",
    ),
]

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@rule(
    severity="warning",
    preset="strict",
    since="0.1",
    standard="https://html.spec.whatwg.org/multipage/sections.html#headings-and-outlines",
)
def check(document: Document) -> Problems:
    before = None
    for element in document.elements(*_HEADINGS):
        level = int(element.tag[1])
        if before is not None and level > int(before.tag[1]) + 1:
            right = int(before.tag[1]) + 1
            message = f"`<{element.tag}>` follows `<{before.tag}>`; write `<h{right}>`"
            if not element.authored:
                message = f"heading of level {level} follows one of level {right - 1}; "
                message += f"write `{'#' * right}`"
            span = element.span
            text = document.text[span.start : span.end].rstrip()
            yield Problem(
                span._replace(end=span.start + len(text)),
                message,
                related=(RelatedSpan(before.span, "the heading before it"),),
            )
        before = element
