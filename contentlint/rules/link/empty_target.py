"""A link has a blank URL.

A blank `href` leads to the page that the reader is already on.

Set the URL, or remove the link. `markdown/empty-link` checks `[text]()`.
"""

from contentlint.rule import Document, Problem, Problems, bad, good, rule

EXAMPLES = [
    good('<a href="/a">a</a> <a name="b"></a> <a href="#">top</a>'),
    good('<a href="{{ url }}">a</a> `<a href="">b</a>`\n', path="a.md"),
    bad(
        '<p>潮 <a ⟦href=""⟧>a</a> 👍 <a ⟦href=" \n"⟧>b</a></p>',
        "link has a blank URL; set it or remove the link",
        "link has a blank URL; set it or remove the link",
    ),
]


@rule(severity="warning", preset="recommended", since="0.2", when="text:href")
def check(document: Document) -> Problems:
    if document.markup.is_generated or "href" not in document.text:
        return
    for element in document.elements("a", "area"):
        if not element.authored or element.value("href", "/").strip():
            continue
        attribute = element.get("href")
        if attribute is not None and attribute.value is not None and not attribute.templated:
            yield Problem(attribute.span, "link has a blank URL; set it or remove the link")
