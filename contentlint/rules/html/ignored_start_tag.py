"""A start tag stands where it has no place, and the parser drops it.

`<tr>` or `<td>` outside a table, `<html>` or `<body>` in the middle of an article: the browser
ignores the tag, and what stands behind it appears where it was not meant to.

Move it to where it belongs or remove it.
"""

from contentlint.rule import Document, Problem, Problems, bad, good, rule

EXAMPLES = [
    good("<table><tr><td>low</td></tr></table>"),
    good("<!DOCTYPE html><html><head><title>Tides</title></head><body>Low</body></html>"),
    good("| tide |\n|------|\n| low  |\n", path="a.md"),
    bad("<p>Low</p>⟦<tr>⟧", "`<tr>` has no place outside a table and is dropped"),
    bad(
        "<table>⟦<td>⟧low</td></table>",
        "`<td>` has no place outside a table row; write `<tr>` before it",
    ),
    bad("<p>低潮</p>⟦<body>⟧", "`<body>` has no place inside an article and is dropped"),
]

_PAGE = frozenset({"html", "head", "body", "frame", "frameset"})


@rule(
    severity="error",
    preset="recommended",
    since="0.1",
    standard="https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inbody",
)
def check(document: Document) -> Problems:
    for repair in document.repairs:
        if repair.kind != "ignored-start":
            continue
        name = f"`<{repair.tag}>`"
        message = f"{name} has no place outside a table and is dropped"
        if repair.tag in _PAGE:
            message = f"{name} has no place inside an article and is dropped"
        elif repair.tag in ("td", "th") and repair.other is not None:
            message = f"{name} has no place outside a table row; write `<tr>` before it"
        yield Problem(repair.span, message)
