"""A tag has no `>` and swallows the tag after it.

To a browser `</li<li>` and `<p <b>` are each one tag with an odd name or an odd attribute: the
second tag does nothing, and its end tag closes nothing. In `late</em and <b>cold</b>` the words up
to the next `>` are part of the end tag, and no reader sees them.

Add the `>`.

Fix safety: unsafe where the words that become visible look like attributes, and in a condition of a
template, which may hold the `>`.
"""

from contentlint.rule import (
    Document,
    Problem,
    Problems,
    Safety,
    bad,
    cut,
    good,
    insert,
    lazy,
    rule,
)

EXAMPLES = [
    good("<ul><li>low</li><li>ebb</li></ul>"),
    good("<p\n  class='tide'\n  title='low < high'>ebb</p>"),
    good("<p>A <code>List&lt;Map></code> of tides</p>"),
    good("A `<p <b>` and a List\\<Map<Tide>> of them", path="a.md"),
    bad(
        "<ul>\n<li>low⟦</li⟧\n<li>ebb</li>\n</ul>",
        "`</li` lacks its `>`; add it",
        fixed="<ul>\n<li>low</li>\n<li>ebb</li>\n</ul>",
    ),
    bad(
        '⟦<p class="tide"⟧<b>low</b> 潮</p>\r\n',
        '`<p class="tide"` lacks its `>`; add it',
        fixed='<p class="tide"><b>low</b> 潮</p>\r\n',
    ),
    bad(
        "👍 ⟦<p⟧<strong>low</strong></p>",
        "`<p` lacks its `>`; add it",
        fixed="👍 <p><strong>low</strong></p>",
    ),
    good("<p>Whether a<b or not</p> is text"),
    bad(
        "<p>The <code>ebb⟦</code⟧，and 潮</p>",
        "`</code` lacks its `>`; add it",
        fixed="<p>The <code>ebb</code>，and 潮</p>",
    ),
    bad(
        '<p>From <a href="/n">Low⟦</a⟧ to <a href="/s">High</a> Tide</p>',
        "`</a` lacks its `>`; add it",
        fixed='<p>From <a href="/n">Low</a> to <a href="/s">High</a> Tide</p>',
    ),
    bad(
        "<div>\r\nIt was <EM>late⟦</EM⟧ and\r\nthe 潮 <b>rose</b> 👍\r\n</div>\r\n",
        "`</EM` lacks its `>`; add it",
        fixed="<div>\r\nIt was <EM>late</EM> and\r\nthe 潮 <b>rose</b> 👍\r\n</div>\r\n",
        path="a.md",
    ),
    bad(
        "<ul><li><em>low⟦</em⟧ and cold.</li></ul>",
        "`</em` lacks its `>`; add it",
        fixed="<ul><li><em>low</em> and cold.</li></ul>",
    ),
    bad(
        "<b>low</b><i>tide⟦</i⟧ class=ebb <b>x</b>",
        "`</i` lacks its `>`; add it",
    ),
    bad("<p>⟦<b⟧</p>", "`<b` lacks its `>`; add it", fixed="<p><b></p>"),
    bad(
        "<div>\n<h2>Tide⟦</h2⟧\n</div>\n",
        "`</h2` lacks its `>`; add it",
        fixed="<div>\n<h2>Tide</h2>\n</div>\n",
        path="a.md",
    ),
]

_ATTRIBUTE = lazy(r"[^<>\n]*=")


@rule(
    severity="error",
    preset="recommended",
    since="0.1",
    standard="https://html.spec.whatwg.org/multipage/syntax.html#start-tags",
)
def check(document: Document) -> Problems:
    for repair in document.repairs:
        if repair.kind == "unfinished":
            tag = cut(document.text[repair.span.start : repair.span.end].replace("`", "'"))
            is_like_attribute = _ATTRIBUTE.match(document.text, repair.span.end) is not None
            # Where it ends may depend on what a template puts in.
            is_certain = not is_like_attribute and not document.markup.is_conditional(repair.span)
            safety: Safety = "safe" if is_certain else "unsafe"
            fix = insert(repair.span.end, ">", "add the `>`", safety)
            yield Problem(repair.span, f"`{tag}` lacks its `>`; add it", fix)
