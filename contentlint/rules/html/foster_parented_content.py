"""Text or an element stands in a table but in none of its cells.

Only rows, cells and captions have a place there. The browser moves everything else in front of
the table ("foster parenting"), so the reader sees it above the table instead of in it.

Put it into a `<td>`, a `<th>` or the `<caption>`, or move it out of the table.
"""

from contentlint.rule import Document, Problem, Problems, RelatedSpan, bad, good, rule
from contentlint.rules.html._tags import quoted

EXAMPLES = [
    good("<table><caption>Tides</caption><tr><td>low</td></tr></table>"),
    good("<table>\n <!-- high and low -->\n <tr><th>low</table>"),
    good("<table>{% for t in tides %}<tr><td>{{ t }}</td></tr>{% endfor %}</table>"),
    good("<table><tr><td>low</td></tr>\n<p>The table is never closed: that is the fault.</p>"),
    bad(
        "<table>⟦Tides⟧<tr><td>low</td></tr></table>",
        "`Tides` stands in the table but in no cell, and is shown above it",
    ),
    bad(
        "<table><tr>⟦<p>⟧潮</p><td>low</td></tr></table>",
        "`<p>` stands in the table but in no cell, and is shown above it",
    ),
]


@rule(
    severity="error",
    preset="recommended",
    since="0.1",
    standard="https://html.spec.whatwg.org/multipage/parsing.html#foster-parent",
)
def check(document: Document) -> Problems:
    for repair in document.repairs:
        if repair.kind != "foster-parented":
            continue
        what = quoted(document, repair.span) if repair.tag == "#text" else f"<{repair.tag}>"
        message = f"`{what}` stands in the table but in no cell, and is shown above it"
        related = (
            () if repair.other is None else (RelatedSpan(repair.other, "`<table>` opened here"),)
        )
        yield Problem(repair.span, message, related=related)
