"""A link with `target="_blank"` has no `rel="noopener"`.

Browsers since 2021 imply `rel="noopener"` for `target="_blank"`. In older browsers the opened page
can replace the article with another page through `window.opener`. Add `rel="noopener"`.
"""

from contentlint.rule import Document, Fix, Problem, Problems, bad, good, insert, replace, rule
from contentlint.rules.security._hosts import host_of
from contentlint.rules.security._urls import browser_url

EXAMPLES = [
    good('<a target="_blank" rel="nofollow noopener" href="//tide.example">潮</a>'),
    good('<a target="_blank" rel="noreferrer" href="//tide.example">潮</a>'),
    good("<a target=_blank href=/a>low</a> [a](https://tide.example)\n", path="a.md"),
    bad(
        '👍\r\n<a href="https://tide.example" ⟦target="_blank"⟧>潮</a>',
        '`target="_blank"` without `rel="noopener"`; add it',
        fixed='👍\r\n<a href="https://tide.example" target="_blank" rel="noopener">潮</a>',
    ),
    bad(
        "<a href='//tide.example' ⟦target=_blank⟧ rel='nofollow'>low</a>\n",
        '`target="_blank"` without `rel="noopener"`; add it',
        fixed="<a href='//tide.example' target=_blank rel='nofollow noopener'>low</a>\n",
        path="a.md",
    ),
]


@rule(
    severity="info",
    preset="all",
    since="0.1",
    standard="https://html.spec.whatwg.org/multipage/links.html#link-type-noopener",
    when="attribute:target",
)
def check(document: Document) -> Problems:
    for element in document.elements("a", "area"):
        target = element.get("target")
        if target is None or (target.value or "").lower() != "_blank" or not element.authored:
            continue
        rel = element.get("rel")
        keywords = (rel.value or "").lower().split() if rel else []
        is_set = not {"noopener", "noreferrer", "opener"}.isdisjoint(keywords)
        if is_set or not host_of(browser_url(element.value("href"))):
            continue
        title = 'add `rel="noopener"`'
        fix: Fix | None = insert(target.span.end, ' rel="noopener"', title)
        if rel is not None and rel.templated:
            fix = None
        elif rel is not None and rel.value:
            span = rel.value_span
            written = document.text[span.start : span.end]
            is_quoted = document.text[span.end : span.end + 1] in ('"', "'")
            both = f"{written} noopener"
            fix = replace(span, both if is_quoted else f'"{both}"', title)
        elif rel is not None:
            fix = replace(rel.span, 'rel="noopener"', title)
        message = '`target="_blank"` without `rel="noopener"`; add it'
        yield Problem(target.span, message, fix)
