"""The start tag of a non-void element ends with `/>`.

In HTML the slash has no effect on such an element: `<div/>` opens a `div`, and everything after it
is inside that `div` until it is closed. `<a id="top"/>` turns the rest of the paragraph into a
link.

Add the end tag, or remove the slash if the end tag follows.

Fix safety: unsafe, because the content after the tag is no longer inside the element.
"""

from contentlint.markup.standard import SPECIAL
from contentlint.rule import Document, Problem, Problems, Severity, Site, bad, good, replace, rule
from contentlint.rules.html._tags import in_authors_case

EXAMPLES = [
    good('<p>Low<br/>tide <img src="a.png" alt=""/></p>'),
    good('<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>'),
    good("A component: <Tide/> of the theme.", path="a.md"),
    good("<Tide />\n", path="a.html", site=Site("vitepress")),
    bad(
        "<p>⟦<Tide/>⟧</p>",
        "`/>` does not close `<Tide>`; use `></Tide>`",
        fixed="<p><Tide></Tide></p>",
    ),
    good('## low() <sup data-low="1" />\n\n<p />\n', path="a.md", site=Site("vitepress")),
    good('# Low tide <a name="low"/>\n', path="a.md", site=Site("jekyll")),
    bad(
        '<p>⟦<a id="top"/>⟧Low tide</p>',
        "`/>` does not close `<a>`; use `></a>`",
        fixed='<p><a id="top"></a>Low tide</p>',
    ),
    bad(
        "<ul>\n⟦<li/>⟧Low\n⟦<li/>⟧\n</ul>\n",
        "`/>` does not close `<li>`; use `>`",
        "`/>` does not close `<li>`; use `></li>`",
        fixed="<ul>\n<li>Low\n<li></li>\n</ul>\n",
    ),
    bad(
        "<p>Tide</p>⟦<script src='a.js' />⟧</script>",
        "`/>` does not close `<script>`; use `>`",
        fixed="<p>Tide</p><script src='a.js'></script>",
    ),
    bad("⟦<div />⟧", "`/>` does not close `<div>`; use `></div>`", fixed="<div></div>"),
    bad(
        '⟦<a name="潮" />⟧\n\nLow tide\n',
        "`/>` does not close `<a>`; use `></a>`",
        fixed='<a name="潮"></a>\n\nLow tide\n',
        path="a.md",
    ),
]

# Elements whose content follows if text does.
_ITEMS = frozenset({"li", "dt", "dd", "td", "th"})
_NEAR = 80


@rule(
    severity="error",
    preset="recommended",
    since="0.1",
    standard="https://html.spec.whatwg.org/multipage/parsing.html"
    "#parse-error-non-void-html-element-start-tag-with-trailing-solidus",
    when="repair:self-closing",
)
def check(document: Document) -> Problems:
    are_closed = not document.is_html and document.generator.dialect.closes_inline_elements
    for repair in () if document.omits_html else document.repairs:
        if repair.kind != "self-closing" or (are_closed and repair.tag not in SPECIAL):
            continue
        tag = repair.tag
        name = document.text[repair.span.start + 1 : repair.span.start + 1 + len(tag)]
        start = document.text[repair.span.start : repair.span.end]
        after = document.text[repair.span.end : repair.span.end + _NEAR].lstrip()
        has_text = tag in _ITEMS and after[:1] not in ("", "<")
        is_closed = after[: len(tag) + 3].lower() == f"</{tag}>"
        closing = ">" if has_text or is_closed else f"></{name}>"
        message = f"`/>` does not close `<{tag}>`; use `{closing.replace(name, tag)}`"
        replacement = f"{start[:-2].rstrip()}{closing}"
        fix = replace(repair.span, replacement, f"replace `/>` with `{closing}`", "unsafe")
        # An empty paragraph, or the target of a link, which is invisible.
        is_invisible = tag == "p" or (tag == "a" and "href" not in start)
        at_most: Severity | None = "warning" if is_invisible or is_closed else None
        yield in_authors_case(document, Problem(repair.span, message, fix, at_most=at_most))
