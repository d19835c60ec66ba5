"""An element starts inside one of its own kind that cannot hold it.

A link in a link, a heading in a heading, a form in a form: the browser ends the first where the
second begins, or drops the second. Nearly always the end tag of the first is missing.

Close the first one before the second begins.

Fix safety: unsafe, since the first one may have to end earlier.
"""

from contentlint.markup.standard import HEADINGS
from contentlint.rule import Document, Problem, Problems, RelatedSpan, bad, good, insert, rule

EXAMPLES = [
    good("<ul><li>low<ul><li>ebb</ul></ul>"),
    good("<h2>Low</h2><h3>Ebb</h3>"),
    good("<table><tr><td><table><tr><td>low</table></table>"),
    good("<button>low</button><button>high</button>"),
    bad(
        '<p><a href="/a">Low ⟦<a href="/b">⟧high</a></p>',
        "`<a>` inside an open `<a>`; write `</a>` first",
        fixed='<p><a href="/a">Low </a><a href="/b">high</a></p>',
    ),
    bad(
        "<h2>Low\r\n⟦<h3>⟧潮</h3>",
        "`<h3>` inside an open `<h2>`; write `</h2>` first",
        fixed="<h2>Low\r\n</h2><h3>潮</h3>",
    ),
    bad(
        '<form action="/a"><p>⟦<form action="/b">⟧</p></form>',
        "`<form>` inside an open `<form>`; write `</form>` first",
    ),
    bad(
        '👍 <a href="/a">Low ⟦<a href="/b">⟧high</a>\n',
        "`<a>` inside an open `<a>`; write `</a>` first",
        fixed='👍 <a href="/a">Low </a><a href="/b">high</a>\n',
        path="a.md",
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
        if repair.kind != "nested":
            continue
        outer = repair.other_tag or repair.tag
        end_tag = f"</{outer}>"
        message = f"`<{repair.tag}>` inside an open `<{outer}>`; write `{end_tag}` first"
        note = (
            () if repair.other is None else (RelatedSpan(repair.other, f"`<{outer}>` opened here"),)
        )
        fix = None
        if outer in HEADINGS or outer == "a":
            fix = insert(repair.span.start, end_tag, f"close the first `<{outer}>`", "unsafe")
        yield Problem(repair.span, message, fix, note)
