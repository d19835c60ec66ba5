"""An element is inside another element of a kind that cannot contain it.

A link cannot contain a link, a heading cannot contain a heading, and a form cannot contain a form.
Browsers close the outer element where the inner one starts, or ignore the inner one. Usually the
end tag of the outer element is missing.

Close the outer element before the inner one starts, or remove one of them if both have an end tag.

Fix safety: unsafe, because the outer element may have to end earlier.
"""

from contentlint.markup.standard import HEADINGS
from contentlint.rule import Document, Problem, Problems, RelatedSpan, bad, good, insert, rule
from contentlint.rules.html._tags import written_tag

EXAMPLES = [
    good("<ul><li>low<ul><li>ebb</ul></ul>"),
    good("<h2>Low</h2><h3>Ebb</h3>"),
    good("<table><tr><td><table><tr><td>low</table></table>"),
    good("<button>low</button><button>high</button>"),
    bad(
        '<p><a href="/a">Low ⟦<a href="/b">⟧high</a></p>',
        "`<a>` is not allowed inside `<a>`; add `</a>` before it",
        fixed='<p><a href="/a">Low </a><a href="/b">high</a></p>',
    ),
    bad(
        "<h2>Low\r\n⟦<h3>⟧潮</h3>",
        "`<h3>` is not allowed inside `<h2>`; add `</h2>` before it",
        fixed="<h2>Low\r\n</h2><h3>潮</h3>",
    ),
    bad(
        '<form action="/a"><p>⟦<form action="/b">⟧</p></form>',
        "`<form>` is not allowed inside `<form>`; add `</form>` before it",
    ),
    bad(
        '👍 <a href="/a">Low ⟦<a href="/b">⟧high</a>\n',
        "`<a>` is not allowed inside `<a>`; add `</a>` before it",
        fixed='👍 <a href="/a">Low </a><a href="/b">high</a>\n',
        path="a.md",
    ),
    bad(
        '<p><a href="/a">Low ⟦<a href="/b">⟧tide</a> tables</a></p>',
        "`<a>` is not allowed inside `<a>`; remove one of them",
    ),
    bad(
        '1. ⟦<a id="low">⟧[tide 👍](/tide) and ebb</a>\n',
        "`<a>` contains a link; remove one of them",
        path="a.md",
    ),
    bad(
        '[⟦<a href="/ebb">⟧ebb</a>](/tide)\n',
        "`<a>` is not allowed inside a Markdown link; remove one",
        path="a.md",
    ),
    bad(
        "<h3>Low ⟦<h3>⟧tide</h3></h3>",
        "`<h3>` is not allowed inside `<h3>`; remove one of them",
    ),
]


@rule(
    severity="error",
    preset="recommended",
    since="0.1",
    standard="https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inbody",
    when="repair:nested",
)
def check(document: Document) -> Problems:
    for repair in () if document.omits_html else document.repairs:
        if repair.kind != "nested":
            continue
        outer = repair.other_tag or repair.tag
        end_tag = f"</{outer}>"
        message = f"`<{repair.tag}>` is not allowed inside `<{outer}>`; add `{end_tag}` before it"
        related = (
            () if repair.other is None else (RelatedSpan(repair.other, f"`<{outer}>` opened here"),)
        )
        fix = None
        if repair.opened is not None:
            message = f"`<{repair.tag}>` is not allowed inside `<{outer}>`; remove one of them"
            related = (*related, RelatedSpan(repair.opened, f"end tag of the outer `<{outer}>`"))
            if repair.other is None:
                message = f"`<{repair.tag}>` contains a link; remove one of them"
        elif repair.other is not None and written_tag(document, repair.other) is None:
            what = "link" if outer == "a" else "heading"
            message = f"`<{repair.tag}>` is not allowed inside a Markdown {what}; remove one"
        elif outer in HEADINGS or outer == "a":
            fix = insert(repair.span.start, end_tag, f"add `{end_tag}`", "unsafe")
        yield Problem(repair.span, message, fix, related)
