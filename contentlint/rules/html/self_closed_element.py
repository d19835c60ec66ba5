"""`/>` ends the start tag of an element that has content.

In HTML the slash means nothing there: `<div/>` opens a `div`, and all that follows stands inside
it until something closes it. `<a id="top"/>` makes a link of the rest of the paragraph.

Write the end tag.

Fix safety: unsafe, since what stood inside the element no longer does.
"""

from contentlint.rule import Document, Problem, Problems, Site, bad, good, replace, rule

EXAMPLES = [
    good('<p>Low<br/>tide <img src="a.png" alt=""/></p>'),
    good('<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>'),
    good("A component: <Tide/> of the theme.", path="a.md"),
    good('## low() <sup data-low="1" />\n\n<p />\n', path="a.md", site=Site("vitepress")),
    bad(
        '<p>⟦<a id="top"/>⟧Low tide</p>',
        "`/>` does not close `<a>`; write `></a>`",
        fixed='<p><a id="top"></a>Low tide</p>',
    ),
    bad("⟦<div />⟧", "`/>` does not close `<div>`; write `></div>`", fixed="<div></div>"),
    bad(
        '⟦<a name="潮" />⟧\n\nLow tide\n',
        "`/>` does not close `<a>`; write `></a>`",
        fixed='<a name="潮"></a>\n\nLow tide\n',
        path="a.md",
    ),
]


@rule(
    severity="error",
    preset="recommended",
    since="0.1",
    standard="https://html.spec.whatwg.org/multipage/parsing.html"
    "#parse-error-non-void-html-element-start-tag-with-trailing-solidus",
)
def check(document: Document) -> Problems:
    for repair in document.repairs:
        if repair.kind != "self-closing":
            continue
        tag = repair.tag
        start = document.text[repair.span.start : repair.span.end]
        whole = f"{start[:-2].rstrip()}></{tag}>"
        message = f"`/>` does not close `<{tag}>`; write `></{tag}>`"
        fix = replace(repair.span, whole, f"write `></{tag}>`", "unsafe")
        yield Problem(repair.span, message, fix)
