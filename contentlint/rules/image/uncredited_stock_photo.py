"""An image from Unsplash, Pexels or Pixabay has no credit.

Their licenses do not require a credit but recommend one. A line of text is the only reward for the
photographer.

Credit the photographer in the caption or in the line below the image.
"""

from contentlint.rule import Document, Problem, Problems, bad, good, host, rule
from contentlint.rules.image._hosts import terms_of_host

EXAMPLES = [
    good("![Ferry](https://images.unsplash.com/photo-1)\nPhoto by Mara on Unsplash\n", path="a.md"),
    good("![Ferry](https://example.org/images.unsplash.com.jpg)\n", path="a.md"),
    good("---\ntitle: a\ncover: https://cdn.pixabay.com/a.jpg\ncredit: Mara Ellwood\n---\n"),
    bad(
        "---\ntitle: a\ncover: ⟦https://cdn.pixabay.com/a.jpg⟧\n---\n",
        "image from Pixabay has no credit; add `Image by NAME from Pixabay` with both linked",
    ),
    bad(
        "👍 ![Ferry](⟦https://images.unsplash.com/photo-1⟧)\r\n\r\nText.\r\n",
        "image from Unsplash has no credit; add `Photo by NAME on Unsplash` with both linked",
        path="a.md",
    ),
    bad(
        "<img alt='Ferry' src='⟦https://images.pexels.com/photos/1/a.jpeg⟧'>",
        "image from Pexels has no credit; add `Photo by NAME from Pexels` with both linked",
    ),
]


@rule(severity="info", preset="strict", since="0.1", when="has:images")
def check(document: Document) -> Problems:
    for image in document.images:
        name = host(image.url)
        terms = terms_of_host(name) if name is not None else None
        if terms is not None and not terms.is_required and image.credit is None:
            message = f"image from {terms.name} has no credit; add {terms.credit}"
            yield Problem(image.span, message)
