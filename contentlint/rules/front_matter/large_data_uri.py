"""Front matter contains an image as a long `data:` URL.

Every list that shows the article has to include the image, and feeds and social networks show none,
since they need a URL that they can fetch. Save the image as a file and use its URL.
"""

from contentlint.rule import Document, Problem, Problems, bad, good, rule
from contentlint.rules.front_matter._images import images

EXAMPLES = [
    good("---\ncover: data:image/png;base64,AAAA\n---\n"),
    good("---\ncover: /data:image/a.png\n---\n", max_length=4),
    bad(
        "---\r\ntitle: 潮 👍\r\ncover: ⟦data:image/png;base64,AAAA⟧\r\n---\r\n",
        "`cover`: `data:` URL of 26 characters; save the image as a file",
        max_length=20,
    ),
]


@rule(severity="warning", preset="recommended", since="0.1", when="test:front-matter/has_images")
def check(document: Document, *, max_length: int = 4096) -> Problems:
    """
    Args:
        max_length: maximum length of a `data:` URL, in characters.
    """
    for image in document.once(images):
        size = len(image.url)
        if size > max_length and image.url.lstrip()[:5].lower() == "data:":
            message = f"`{image.key}`: `data:` URL of {size} characters; save the image as a file"
            yield Problem(image.span, message)
