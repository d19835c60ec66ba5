"""A tag has no closing `>` and includes the next tag.

Browsers parse `</li<li>` and `<p <b>` each as one tag, with an unusual name or attribute, so the
second tag has no effect and its end tag is unmatched. In `late</em and <b>cold</b>` the words up to
the next `>` become part of the end tag and are not displayed.

Add the `>`.

Fix safety: unsafe if the text that becomes visible may be attributes, a title or a script, and
inside a template condition, which may output the `>`.
"""

from contentlint.markup.standard import RAW_TEXT
from contentlint.rule import (
    Document,
    Problem,
    Problems,
    Safety,
    Span,
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
        "`</li` has no closing `>`; add it",
        fixed="<ul>\n<li>low</li>\n<li>ebb</li>\n</ul>",
    ),
    bad(
        '⟦<p class="tide"⟧<b>low</b> 潮</p>\r\n',
        '`<p class="tide"` has no closing `>`; add it',
        fixed='<p class="tide"><b>low</b> 潮</p>\r\n',
    ),
    bad(
        "👍 ⟦<p⟧<strong>low</strong></p>",
        "`<p` has no closing `>`; add it",
        fixed="👍 <p><strong>low</strong></p>",
    ),
    good("<p>Whether a<b or not</p> is text"),
    bad(
        "<p>The <code>ebb⟦</code⟧，and 潮</p>",
        "`</code` has no closing `>`; add it",
        fixed="<p>The <code>ebb</code>，and 潮</p>",
    ),
    bad(
        '<p>From <a href="/n">Low⟦</a⟧ to <a href="/s">High</a> Tide</p>',
        "`</a` has no closing `>`; add it",
        fixed='<p>From <a href="/n">Low</a> to <a href="/s">High</a> Tide</p>',
    ),
    bad(
        "<div>\r\nIt was <EM>late⟦</EM⟧ and\r\nthe 潮 <b>rose</b> 👍\r\n</div>\r\n",
        "`</EM` has no closing `>`; add it",
        fixed="<div>\r\nIt was <EM>late</EM> and\r\nthe 潮 <b>rose</b> 👍\r\n</div>\r\n",
        path="a.md",
    ),
    bad(
        "<ul><li><em>low⟦</em⟧ and cold.</li></ul>",
        "`</em` has no closing `>`; add it",
        fixed="<ul><li><em>low</em> and cold.</li></ul>",
    ),
    bad(
        "<b>low</b><i>tide⟦</i⟧ class=ebb <b>x</b>",
        "`</i` has no closing `>`; add it",
    ),
    bad(
        '⟦<div class⟧\n<div class="box">\n<p>低潮</p>\n</div>\n',
        "`<div class` has no closing `>`; add it",
    ),
    bad("<p>The ⟦<b⟧ ebb</b> and flow</p>", "`<b` has no closing `>`; add it"),
    bad(
        '<p>The ⟦<a href="/low"⟧潮</a> and flow</p>',
        '`<a href="/low"` has no closing `>`; add it',
        fixed='<p>The <a href="/low">潮</a> and flow</p>',
    ),
    bad(
        '<p>A <b>low⟦</b⟧, <a href="/b">ebb⟦</a⟧. 潮</p>',
        "`</b` has no closing `>`; add it",
        "`</a` has no closing `>`; add it",
        fixed='<p>A <b>low</b>, <a href="/b">ebb</a>. 潮</p>',
    ),
    bad("<p>⟦<b⟧</p>", "`<b` has no closing `>`; add it", fixed="<p><b></p>"),
    bad(
        "<div>\n<h2>Tide⟦</h2⟧\n</div>\n",
        "`</h2` has no closing `>`; add it",
        fixed="<div>\n<h2>Tide</h2>\n</div>\n",
        path="a.md",
    ),
]

_BARE_NAME = lazy(r"\s[\w-]+$")
_COMMENT = lazy(r"\s*<!--")
_WORDS = lazy(r"[^\S\r\n]+[^<>\s]")
_ATTRIBUTE = lazy(r"[^<>\n]*=")


@rule(
    severity="error",
    preset="recommended",
    since="0.1",
    standard="https://html.spec.whatwg.org/multipage/syntax.html#start-tags",
    when="repair:unfinished",
)
def check(document: Document) -> Problems:
    for repair in document.repairs:
        if repair.kind == "unfinished":
            tag = cut(document.text[repair.span.start : repair.span.end].replace("`", "'"))
            looks_like_attribute = _ATTRIBUTE.match(document.text, repair.span.end) is not None
            is_certain = not (
                looks_like_attribute
                or _BARE_NAME.search(tag) is not None
                or _is_before_words(document, repair.span)
                # The rest would be hidden in a comment that is not closed.
                or _is_before_open_comment(document, repair.span)
                # The text after the tag is part of the title or the script until then.
                or repair.tag in RAW_TEXT
                # The end of the tag may depend on template output.
                or document.markup.is_conditional(repair.span)
            )
            safety: Safety = "safe" if is_certain else "unsafe"
            fix = insert(repair.span.end, ">", "add the `>`", safety)
            yield Problem(repair.span, f"`{tag}` has no closing `>`; add it", fix)


def _is_before_open_comment(document: Document, span: Span) -> bool:
    comment = _COMMENT.match(document.text, span.end)
    return comment is not None and document.text.find("-->", comment.end()) < 0


def _is_before_words(document: Document, span: Span) -> bool:
    """Whether words on the same line follow a start tag: which of them are its attributes?"""
    is_end_tag = document.text.startswith("</", span.start)
    return not is_end_tag and _WORDS.match(document.text, span.end) is not None
