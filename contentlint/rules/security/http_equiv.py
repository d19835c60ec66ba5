"""A `<meta http-equiv>` in an article takes readers elsewhere or rules its page.

`http-equiv` in the body of a page works as in its head: `refresh` leads away without a click,
`content-security-policy` and `set-cookie` change what the page may do. An article has no business
with it. In the head of a page of its own, such as one that redirects, it has its place.

Fix safety: unsafe, since readers are led elsewhere by it.
"""

from contentlint.rule import Document, Problem, Problems, bad, cut, delete, good, rule

EXAMPLES = [
    good("<!doctype html><html><head><meta http-equiv=refresh content='0;url=/a'></head></html>"),
    good('<meta name="a" content="b"><meta charset="utf-8"><meta itemprop="a" content="潮">'),
    good("`<meta http-equiv=refresh>`\n", path="a.md"),
    bad(
        '<p>潮 👍</p>\r\n⟦<meta http-equiv="Refresh" content="0; url=https://example.org">⟧\r\n',
        "`<meta http-equiv=refresh>` leads readers to `0; url=https://example.org`; remove it",
        fixed="<p>潮 👍</p>\r\n\r\n",
    ),
    bad(
        "Low\n\n⟦<meta http-equiv='set-cookie' content='a=b'>⟧\n",
        "`<meta http-equiv=set-cookie>` speaks for the whole page; remove it",
        fixed="Low\n\n\n",
        path="a.md",
    ),
]

# The states of the attribute that say nothing a browser acts on, or what it knows already.
_HARMLESS = frozenset(
    {"content-type", "content-language", "x-ua-compatible", "default-style", "keywords", ""}
)


@rule(
    severity="error",
    preset="recommended",
    since="0.1",
    standard="https://html.spec.whatwg.org/multipage/semantics.html#attr-meta-http-equiv",
)
def check(document: Document) -> Problems:
    for element in document.elements("meta"):
        name = element.value("http-equiv").strip().lower()
        if name in _HARMLESS or element.parent_tag == "head":
            continue
        what = "speaks for the whole page"
        if name == "refresh":
            what = f"leads readers to `{cut(element.value('content'))}`"
        message = f"`<meta http-equiv={cut(name)}>` {what}; remove it"
        yield Problem(element.span, message, delete(element.span, safety="unsafe"))
