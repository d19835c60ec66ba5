"""A picture's address ends like something that is no picture.

A page, a film or a document was put where a picture is wanted: the theme shows a broken picture,
and the cards of social networks none. Put the picture there, or the film under its own key.
"""

from contentlint.rule import Document, Problem, Problems, bad, cut, good, rule
from contentlint.rules.front_matter._images import images

EXAMPLES = [
    good("---\ncover: /a.PNG\nimage: https://example.org/photo?id=3\nthumbnail: a.avif#x\n---\n"),
    good("---\ncover: https://example.org/image.php\nimage: sea/tide.2024\n---\n"),
    bad(
        "---\r\ntitle: 潮 👍\r\ncover: ⟦/tide.html⟧\r\n---\r\n",
        "cover `/tide.html` ends like no picture, but like `.html`",
    ),
    bad(
        "---\nimages: [a.png, ⟦'https://example.org/Tide.PDF?dl=1'⟧]\n---\n",
        "images.1 `https://example.org/Tide.PDF?dl=1` ends like no picture, but like `.pdf`",
    ),
    bad(
        "---\ncover: ⟦/tide.tiff⟧\n---\n",
        "cover `/tide.tiff` ends like no picture, but like `.tiff`",
        types=("tiff",),
    ),
]

_TYPES = ("html", "htm", "md", "pdf", "doc", "docx", "zip", "mp3", "wav", "mp4", "mov", "avi")


@rule(severity="warning", preset="strict", since="0.1")
def check(document: Document, *, types: tuple[str, ...] = _TYPES) -> Problems:
    """
    Args:
        types: the endings that are of no picture, in lower case without the dot.
    """
    for image in images(document):
        path = image.url.partition("?")[0].partition("#")[0].lower()
        name = path.rpartition("/")[2]
        ending = name.rpartition(".")[2] if "." in name else ""
        # `https://example.org` ends in a host.
        is_host_alone = path.count("/") == 2 and "//" in path
        if ending in types and not is_host_alone and not path.startswith("data:"):
            message = f"{image.key} `{cut(image.url)}` ends like no picture, but like `.{ending}`"
            yield Problem(image.span, message)
