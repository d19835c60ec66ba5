"""Two front matter keys have the same image.

If the thumbnail is the same file as the cover, every list loads the full-size image for each
entry. Set a smaller image, or remove the key if the theme creates thumbnails itself.
"""

from contentlint.rule import Document, Problem, Problems, RelatedSpan, bad, cut, good, rule
from contentlint.rules.front_matter._images import images

EXAMPLES = [
    good("---\ncover: /a.png\nthumbnail: /a-small.png\n---\n"),
    good("---\ncover: ~\nthumbnail: ~\nbanner: null\nimage: null\n---\n"),
    good("---\nphotos: [/a.png, /a.png]\n---\n"),
    bad(
        "---\r\ntitle: 潮 👍\r\ncover: /a.png\r\nthumbnail: ⟦'/a.png'⟧\r\n---\r\n",
        "`thumbnail`: `/a.png` is the same image as `cover`",
    ),
    bad(
        "---\nheader:\n  image: https://example.org/a.png\n  teaser: ⟦https://example.org/a.png⟧\n---\n",
        "`header.teaser`: `https://example.org/a.png` is the same image as `header.image`",
    ),
]


@rule(severity="info", preset="all", since="0.1", when="test:front-matter/has_images")
def check(document: Document) -> Problems:
    first: dict[str, tuple[str, RelatedSpan]] = {}
    for image in document.once(images):
        url = image.url.strip()
        if url not in first:
            first[url] = image.key, RelatedSpan(image.span, "same image")
            continue
        key, related = first[url]
        if key.partition(".")[0] == image.key.partition(".")[0] and key[-1:].isdigit():
            continue  # two images of one gallery
        message = f"`{image.key}`: `{cut(url)}` is the same image as `{key}`"
        yield Problem(image.span, message, related=(related,))
