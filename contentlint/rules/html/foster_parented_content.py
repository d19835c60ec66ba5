"""Text or an element is in a table but not in a cell.

A table may contain only rows, cells and a caption outside its cells. Browsers move everything else
in front of the table ("foster parenting" in the HTML standard), so readers see it above the table.

Put the content in a `<td>`, a `<th>` or the `<caption>`, or move it out of the table.
"""

from contentlint.rule import Document, Problem, Problems, RelatedSpan, bad, good, rule
from contentlint.rules.html._tags import quoted

EXAMPLES = [
    good("<table><caption>Tides</caption><tr><td>low</td></tr></table>"),
    good("<table>\n <!-- high and low -->\n <tr><th>low</table>"),
    good("<table>{% for t in tides %}<tr><td>{{ t }}</td></tr>{% endfor %}</table>"),
    good("<table><tr><td>low</td></tr>\n<p>The table is not closed: that is the error.</p>"),
    bad(
        "<table>⟦Tides⟧<tr><td>low</td></tr></table>",
        "text `Tides` outside a table cell is moved above the table; put it in a cell",
    ),
    bad(
        "<table><tr>⟦<p>⟧潮</p><td>low</td></tr></table>",
        "`<p>` outside a table cell is moved above the table; put it in a cell",
    ),
]


@rule(
    severity="error",
    preset="recommended",
    since="0.1",
    standard="https://html.spec.whatwg.org/multipage/parsing.html#foster-parent",
    when="repair:foster-parented",
)
def check(document: Document) -> Problems:
    for repair in () if document.omits_html else document.repairs:
        if repair.kind != "foster-parented":
            continue
        what = f"`<{repair.tag}>`"
        if repair.tag == "#text":
            what = f"text `{quoted(document, repair.span)}`"
        message = f"{what} outside a table cell is moved above the table; put it in a cell"
        related = (
            () if repair.other is None else (RelatedSpan(repair.other, "`<table>` opened here"),)
        )
        yield Problem(repair.span, message, related=related)
