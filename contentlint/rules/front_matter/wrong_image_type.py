"""An image URL has the extension of another file type.

A page, a video or a document was set where an image is expected: the theme shows a broken image,
and social networks show none. Set an image; a video goes under its own key.
"""

from contentlint.rule import Document, Problem, Problems, bad, cut, good, rule
from contentlint.rules.front_matter._images import images

EXAMPLES = [
    good("---\ncover: /a.PNG\nimage: https://example.org/photo?id=3\nthumbnail: a.avif#x\n---\n"),
    good("---\ncover: https://example.org/image.php\nimage: sea/tide.2024\n---\n"),
    bad(
        "---\r\ntitle: 潮 👍\r\ncover: ⟦/tide.html⟧\r\n---\r\n",
        "`cover`: `.html` is not an image type: `/tide.html`",
    ),
    bad(
        "---\nimages: [a.png, ⟦'https://example.org/Tide.PDF?dl=1'⟧]\n---\n",
        "`images.1`: `.pdf` is not an image type: `https://example.org/Tide.PDF?dl=1`",
    ),
    bad(
        "---\ncover: ⟦/tide.tiff⟧\n---\n",
        "`cover`: `.tiff` is not an image type: `/tide.tiff`",
        blocked_types=("tiff",),
    ),
]

_TYPES = ("html", "htm", "md", "pdf", "doc", "docx", "zip", "mp3", "wav", "mp4", "mov", "avi")


@rule(severity="warning", preset="strict", since="0.1", when="test:front-matter/has_images")
def check(document: Document, *, blocked_types: tuple[str, ...] = _TYPES) -> Problems:
    """
    Args:
        blocked_types: file extensions that are not images, in lower case without the dot.
    """
    for image in document.once(images):
        path = image.url.partition("?")[0].partition("#")[0].lower()
        name = path.rpartition("/")[2]
        extension = name.rpartition(".")[2] if "." in name else ""
        # `https://example.org` has a host and no file.
        is_host_alone = path.count("/") == 2 and "//" in path
        if extension in blocked_types and not is_host_alone and not path.startswith("data:"):
            message = f"`{image.key}`: `.{extension}` is not an image type: `{cut(image.url)}`"
            yield Problem(image.span, message)
