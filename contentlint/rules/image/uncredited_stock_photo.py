"""A picture from Unsplash, Pexels or Pixabay does not say whose it is.

Their terms ask for no credit and recommend one: it costs a line and is all that the photographer
gets.
"""

from contentlint.rule import Document, Problem, Problems, bad, good, host, rule
from contentlint.rules.image._hosts import licensed

EXAMPLES = [
    good("![Ferry](https://images.unsplash.com/photo-1)\nPhoto by Mara on Unsplash\n", path="a.md"),
    good("![Ferry](https://example.org/images.unsplash.com.jpg)\n", path="a.md"),
    good("---\ntitle: a\ncover: https://cdn.pixabay.com/a.jpg\ncredit: Mara Ellwood\n---\n"),
    bad(
        "---\ntitle: a\ncover: ⟦https://cdn.pixabay.com/a.jpg⟧\n---\n",
        "picture of Pixabay names nobody; it recommends `Image by NAME from Pixabay`, both linked",
    ),
    bad(
        "👍 ![Ferry](⟦https://images.unsplash.com/photo-1⟧)\r\n\r\nText.\r\n",
        "picture of Unsplash names nobody; it recommends `Photo by NAME on Unsplash`, both linked",
        path="a.md",
    ),
    bad(
        "<img alt='Ferry' src='⟦https://images.pexels.com/photos/1/a.jpeg⟧'>",
        "picture of Pexels names nobody; it recommends `Photo by NAME from Pexels`, both linked",
    ),
]


@rule(severity="info", preset="strict", since="0.1")
def check(document: Document) -> Problems:
    for image in document.images:
        name = host(image.url)
        terms = licensed(name) if name is not None else None
        if terms is not None and not terms.is_demanded and image.credit is None:
            message = f"picture of {terms.name} names nobody; it recommends {terms.wants}"
            yield Problem(image.span, message)
