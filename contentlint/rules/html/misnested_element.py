"""An end tag closes an element before an inner element is closed.

`<b>low <i>tide</b> tables</i>` is not a tree. Browsers build one by closing and reopening elements,
which is rarely what the author meant: links are split in two, and styles continue too far.

Close the inner element first. If the two end tags are next to each other, swap them.
"""

import re

from contentlint.rule import (
    Document,
    Problem,
    Problems,
    RelatedSpan,
    Site,
    Span,
    bad,
    good,
    replace,
    rule,
)
from contentlint.rules.html._harm import are_inline, if_tolerant
from contentlint.rules.html._tags import in_authors_case

EXAMPLES = [
    good("<p><b>low <i>tide</i></b></p>"),
    good("**low <i>tide</i>**", path="a.md"),
    good("<i>a *b</i> c*\n", path="a.md", site=Site("hugo", configuration="title = 'a'\n")),
    bad(
        "<p><b>low <i>tide⟦</b>⟧ tables</i></p>",
        "`</b>` closes `<b>` while `<i>` inside it is open; close `<i>` first",
    ),
    bad(
        "<p><b>low <i>tide⟦</b>⟧</i> 潮</p>",
        "`</b>` closes `<b>` while `<i>` inside it is open; close `<i>` first",
        fixed="<p><b>low <i>tide</i></b> 潮</p>",
    ),
    bad(
        "<b><p>低潮⟦</b>⟧</p>",
        "`</b>` closes `<b>` while `<p>` inside it is open; close `<p>` first",
        fixed="<b><p>低潮</p></b>",
    ),
    bad(
        "<span>low <em>tide⟦</span>⟧ tables</em> 👍\r\n",
        "`</span>` closes `<span>` while `<em>` inside it is open; close `<em>` first",
        path="a.md",
    ),
]


@rule(
    severity="error",
    preset="recommended",
    since="0.1",
    standard="https://html.spec.whatwg.org/multipage/parsing.html#adoption-agency-algorithm",
    when="repair:misnested",
)
def check(document: Document) -> Problems:
    for problem in _problems(document):
        yield in_authors_case(document, problem)


def _problems(document: Document) -> Problems:
    for repair in () if document.omits_html else document.repairs:
        if repair.kind != "misnested":
            continue
        inner = repair.other_tag
        message = (
            f"`</{repair.tag}>` closes `<{repair.tag}>` while `<{inner}>` inside it is open; "
            f"close `<{inner}>` first"
        )
        related = (
            () if repair.other is None else (RelatedSpan(repair.other, f"`<{inner}>` opened here"),)
        )
        following = re.compile(rf"(\s*)(</{inner}\s*>)", re.I).match(document.text, repair.span.end)
        fix = None
        if following is not None:
            tag = document.text[repair.span.start : repair.span.end]
            both = Span(repair.span.start, following.end())
            fix = replace(both, f"{following[2]}{following[1]}{tag}", "swap the two end tags")
        at_most = if_tolerant(document) if are_inline(repair.tag, inner) else None
        yield Problem(repair.span, message, fix, related, at_most=at_most)
