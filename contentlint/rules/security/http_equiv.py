"""A `<meta http-equiv>` in an article redirects readers or affects the whole page.

Browsers apply `http-equiv` in the body of a page as they do in its head: `refresh` redirects
without a click, and `content-security-policy` and `set-cookie` change what the page may do. An
article should not do either; remove the element. In the `<head>` of a complete page, such as a
redirect page, it is allowed.

Fix safety: unsafe, because the redirect or policy no longer applies.
"""

from contentlint.rule import Document, Problem, Problems, bad, cut, delete, good, rule

EXAMPLES = [
    good("<!doctype html><html><head><meta http-equiv=refresh content='0;url=/a'></head></html>"),
    good('<meta name="a" content="b"><meta charset="utf-8"><meta itemprop="a" content="潮">'),
    good("`<meta http-equiv=refresh>`\n", path="a.md"),
    bad(
        '<p>潮 👍</p>\r\n⟦<meta http-equiv="Refresh" content="0; url=https://example.org">⟧\r\n',
        "`<meta http-equiv=refresh>` redirects readers: `0; url=https://example.org`; remove it",
        fixed="<p>潮 👍</p>\r\n\r\n",
    ),
    bad(
        "Low\n\n⟦<meta http-equiv='set-cookie' content='a=b'>⟧\n",
        "`<meta http-equiv=set-cookie>` affects the whole page; remove it",
        fixed="Low\n\n\n",
        path="a.md",
    ),
]

# Values that browsers ignore, or that repeat what browsers already know.
_HARMLESS = frozenset(
    {"content-type", "content-language", "x-ua-compatible", "default-style", "keywords", ""}
)


@rule(
    severity="error",
    preset="recommended",
    since="0.1",
    standard="https://html.spec.whatwg.org/multipage/semantics.html#attr-meta-http-equiv",
    when="tag:meta",
)
def check(document: Document) -> Problems:
    for element in document.elements("meta"):
        name = element.value("http-equiv").strip().lower()
        if name in _HARMLESS or element.parent_tag == "head":
            continue
        what = "affects the whole page"
        if name == "refresh":
            what = f"redirects readers: `{cut(element.value('content'))}`"
        message = f"`<meta http-equiv={cut(name)}>` {what}; remove it"
        yield Problem(element.span, message, delete(element.span, "remove `<meta>`", "unsafe"))
