"""A `<base>` in an article leads every relative address of its page elsewhere.

It holds for the whole page: menus, pictures and forms of the site lead to another place from then
on, to a stranger's if the article is a stranger's. Take it out and write the addresses in full. In
the head of a page of its own it has its place.

Fix safety: unsafe, since relative addresses lead elsewhere without it.
"""

from contentlint.rule import Document, Problem, Problems, bad, cut, delete, good, rule

EXAMPLES = [
    good("<!doctype html><html><head><base href='/a/'></head><body>潮</body></html>"),
    good("`<base href=/a>`\n\n<base target=_blank>\n", path="a.md"),
    bad(
        '<p>潮 👍</p>\r\n⟦<base href="https://example.org/">⟧<p>low</p>',
        "`<base>` leads all addresses of the page to `https://example.org/`; remove it",
        fixed="<p>潮 👍</p>\r\n<p>low</p>",
    ),
]


@rule(
    severity="error",
    preset="recommended",
    since="0.1",
    standard="https://html.spec.whatwg.org/multipage/semantics.html#the-base-element",
)
def check(document: Document) -> Problems:
    for element in document.elements("base"):
        attribute = element.get("href")
        if attribute is None or element.parent_tag == "head":
            continue
        where = cut(attribute.value or "")
        message = f"`<base>` leads all addresses of the page to `{where}`; remove it"
        yield Problem(element.span, message, delete(element.span, safety="unsafe"))
