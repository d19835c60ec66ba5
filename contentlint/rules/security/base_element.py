"""A `<base>` in an article changes the target of every relative URL on its page.

`<base>` applies to the whole page: from then on, the menus, images and forms of the site resolve to
another place, possibly under the control of whoever wrote the article. Remove it and write absolute
URLs. In the `<head>` of a complete page it is allowed.

Fix safety: unsafe, because relative URLs resolve to another place without it.
"""

from contentlint.rule import Document, Problem, Problems, bad, cut, delete, good, rule

EXAMPLES = [
    good("<!doctype html><html><head><base href='/a/'></head><body>潮</body></html>"),
    good("`<base href=/a>`\n\n<base target=_blank>\n", path="a.md"),
    bad(
        '<p>潮 👍</p>\r\n⟦<base href="https://example.org/">⟧<p>low</p>',
        "`<base>` resolves all relative URLs of the page against `https://example.org/`; remove it",
        fixed="<p>潮 👍</p>\r\n<p>low</p>",
    ),
]


@rule(
    severity="error",
    preset="recommended",
    since="0.1",
    standard="https://html.spec.whatwg.org/multipage/semantics.html#the-base-element",
    when="tag:base",
)
def check(document: Document) -> Problems:
    for element in document.elements("base"):
        attribute = element.get("href")
        if attribute is None or element.parent_tag == "head":
            continue
        where = cut(attribute.value or "")
        message = f"`<base>` resolves all relative URLs of the page against `{where}`; remove it"
        yield Problem(element.span, message, delete(element.span, "remove `<base>`", "unsafe"))
