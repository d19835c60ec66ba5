"""A picture is written into the front matter as a long `data:` address.

Every list that shows the article carries it along, and feeds and social networks show nothing:
they want an address. Save the picture as a file, and name that.
"""

from contentlint.rule import Document, Problem, Problems, bad, good, rule
from contentlint.rules.front_matter._images import images

EXAMPLES = [
    good("---\ncover: data:image/png;base64,AAAA\n---\n"),
    good("---\ncover: /data:image/a.png\n---\n", largest=4),
    bad(
        "---\r\ntitle: 潮 👍\r\ncover: ⟦data:image/png;base64,AAAA⟧\r\n---\r\n",
        "cover is a picture of 26 characters in the front matter; save it as a file",
        largest=20,
    ),
]


@rule(severity="warning", preset="recommended", since="0.1")
def check(document: Document, *, largest: int = 4096) -> Problems:
    """
    Args:
        largest: how many characters such an address may have.
    """
    for image in images(document):
        size = len(image.url)
        if size > largest and image.url.lstrip()[:5].lower() == "data:":
            message = (
                f"{image.key} is a picture of {size} characters in the front matter; "
                "save it as a file"
            )
            yield Problem(image.span, message)
