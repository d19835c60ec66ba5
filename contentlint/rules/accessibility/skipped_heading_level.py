"""A heading is more than one level below the previous heading.

Screen reader users navigate an article by its headings; a step from `<h2>` to `<h4>` suggests that
a section is missing. The first heading may have any level, because the theme renders the title
above it.

Use the next level.
"""

from contentlint.rule import Document, Problem, Problems, RelatedSpan, bad, good, rule

EXAMPLES = [
    good("## Low\n\n### Ebb\n\n## High\n\n<h3>Flood</h3>\n", path="a.md"),
    good("<h3>Low</h3><h2>High</h2><h3>Ebb</h3>"),
    bad(
        "<h2>Low</h2>\r\n⟦<h4>⟧潮</h4>",
        "`<h4>` follows `<h2>`; use `<h3>`",
    ),
    bad(
        "## Low 👍\n\n⟦#### Ebb⟧\n",
        "level 4 heading follows level 2; use `###`",
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
    previous = None
    for element in document.elements(*_HEADINGS):
        level = int(element.tag[1])
        if previous is not None and level > int(previous.tag[1]) + 1:
            expected = int(previous.tag[1]) + 1
            message = f"`<{element.tag}>` follows `<{previous.tag}>`; use `<h{expected}>`"
            if not element.authored:
                message = f"level {level} heading follows level {expected - 1}; "
                message += f"use `{'#' * expected}`"
            span = element.span
            text = document.text[span.start : span.end].rstrip()
            yield Problem(
                span._replace(end=span.start + len(text)),
                message,
                related=(RelatedSpan(previous.span, "previous heading"),),
            )
        previous = element
