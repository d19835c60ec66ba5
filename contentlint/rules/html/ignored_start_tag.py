"""A start tag is not allowed here, and browsers ignore it.

Examples are `<tr>` or `<td>` outside a table, and `<html>` or `<body>` inside an article. Browsers
ignore the tag, and the content after it is displayed in the wrong place.

Move the tag to where it is allowed, or remove it.
"""

from contentlint.rule import Document, Problem, Problems, Span, bad, good, rule

EXAMPLES = [
    good("<table><tr><td>low</td></tr></table>"),
    good("<!DOCTYPE html><html><head><title>Tides</title></head><body>Low</body></html>"),
    good(
        '<?xml version="1.0"?>\n<!-- Tides -->\n<!DOCTYPE html>\n<html><head><title>Tide</title>'
        "</head><body>Low</body></html>\n"
    ),
    good("<head><title>Tide</title></head>\n<body>Low</body>\n"),
    good("| tide |\n|------|\n| low  |\n", path="a.md"),
    bad("<p>Low</p>⟦<tr>⟧", "`<tr>` outside a table is ignored; move or remove it"),
    bad(
        "<table>⟦<td>⟧low</td></table>",
        "`<td>` outside a table row; add `<tr>` before it",
    ),
    bad(
        "<div>⟦<tr>⟧<td>low</td><td>ebb</td></tr></div>",
        "`<tr>` outside a table is ignored; move or remove it",
    ),
    bad(
        "Scripts in ⟦<head>⟧ wait.\n",
        "`<head>` is not displayed; escape `<` as `&lt;` if it is text",
        path="a.md",
    ),
    good("<table><colgroup><col></colgroup><col><tr><td>潮</table>"),
    bad(
        "Low ⟦<col>⟧ and ⟦<frame>⟧ tide\n",
        "`<col>` outside a table is ignored; move or remove it",
        "`<frame>` is not displayed; escape `<` as `&lt;` if it is text",
        path="a.md",
    ),
    bad("<p>低潮</p>⟦<body>⟧", "`<body>` inside an article is ignored; remove it"),
]

_PAGE_TAGS = frozenset({"html", "head", "body", "frame", "frameset"})


@rule(
    severity="error",
    preset="recommended",
    since="0.1",
    standard="https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inbody",
    when="repair:ignored-start",
)
def check(document: Document) -> Problems:
    for repair in () if document.omits_html else document.repairs:
        if repair.kind != "ignored-start":
            continue
        name = f"`<{repair.tag}>`"
        message = f"{name} outside a table is ignored; move or remove it"
        if repair.tag in _PAGE_TAGS:
            message = f"{name} inside an article is ignored; remove it"
            if not document.is_html and not _is_block(document, repair.span):
                message = f"{name} is not displayed; escape `<` as `&lt;` if it is text"
        elif repair.tag in ("td", "th") and repair.other is not None:
            message = f"{name} outside a table row; add `<tr>` before it"
        is_page_tag = message.endswith("is ignored; remove it")
        yield Problem(repair.span, message, at_most="warning" if is_page_tag else None)


def _is_block(document: Document, span: Span) -> bool:
    """Whether a tag starts its line, as the tags of a page do."""
    line_start = document.text.rfind("\n", 0, span.start) + 1
    return not document.text[line_start : span.start].strip()
