"""An unquoted `#` after a space cuts off the rest of the value.

In YAML, `#` after a space begins a comment, also in the middle of a sentence: `title: Rope #3 of
ten` is the title "Rope", `tags: #sea` has no tag, and `color: #fff` no color. Nothing warns of it.

A comment has a space after its `#`, and so is not reported; neither is one after a date, a number,
a boolean, a list or a value in quotes.

Quote the value, or put a space after the `#` of a comment.

Fix safety: the fix makes the comment part of the value.
"""

from contentlint.rule import (
    Document,
    Fix,
    Problem,
    Problems,
    Site,
    Span,
    bad,
    cut,
    good,
    replace,
    rule,
)
from contentlint.rules.front_matter._comments import comments

EXAMPLES = [
    good("---\ntitle: Low tide # draft\ncolor: '#fff'\nlayout: C#\n---\n"),
    good("---\ntitle: C # and mud\ndate: 2024-03-18 #published\nweight: 3 #last\n---\n"),
    good("---\ncommit: 0a1b2c3d #old\n---\n"),
    good("---\ntitle: 'Rope #3' #new\ntags: [sea] #more\ndraft: false #true\n---\n"),
    good("---\ncover: #tide.png\ntags: # sea\n  - mud\nsub:\n  #- sand\n  a: b\n---\n"),
    good("---\ntitle: Rope #3 of ten\n---\n", site=Site("pelican")),
    good("+++\nweight = 3 #last\n+++\n"),
    good("---\ntext: |\n  low #tide\ntitle: >-\n  low #tide\nnote: {a: b} #c\n---\n"),
    bad(
        "---\ntitle: ⟦Rope #3 of ten⟧\ntags: ⟦#sea #mud⟧\ncolor: ⟦#ff8800⟧\n---\n",
        "`title`: `#3 of ten` is a comment, and the value ends before it; quote the value",
        "`tags`: `#sea #mud` is a comment, and the value is empty; quote it",
        "`color`: `#ff8800` is a comment, and the value is empty; quote it",
    ),
    bad(
        "---\r\ntags:\r\n  - ⟦#潮⟧\r\n  - ⟦👍 #low⟧\r\n---\r\n",
        "`tags`: `#潮` is a comment, and the value is empty; quote it",
        "`tags`: `#low` is a comment, and the value ends before it; quote the value",
    ),
    bad(
        "---\ntitle: R\nauthor: ⟦Mara (see #12)⟧\n---\n",
        "`author`: `#12)` is a comment, and the value ends before it; quote the value",
        site=Site("jekyll"),
    ),
]


@rule(severity="warning", preset="recommended", since="0.2", when="test:front-matter/has_comment")
def check(document: Document) -> Problems:
    for comment in document.once(comments):
        what = "and the value ends before it; quote the value"
        if comment.is_alone:
            what = "and the value is empty; quote it"
        message = f"`{comment.key}`: `{cut(comment.text)}` is a comment, {what}"
        yield Problem(comment.span, message, _quoted(document, comment.span))


def _quoted(document: Document, span: Span) -> Fix | None:
    written = document.text[span.start : span.end]
    quote = "'" if '"' in written or "\\" in written else '"'
    if quote in written:
        return None
    return replace(span, f"{quote}{written}{quote}", "quote the value", safety="unsafe")
