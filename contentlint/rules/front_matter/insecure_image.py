"""An image URL uses `http:` or has no scheme.

On a page that is served over `https:`, browsers upgrade or block such an image. Feed readers and
the previews of social networks cannot resolve a URL that begins with `//`. Use `https://`.

Fix safety: unsafe, since the host may not support `https:`.
"""

from contentlint.rule import Document, Problem, Problems, Span, bad, cut, good, replace, rule
from contentlint.rules.front_matter._images import images

EXAMPLES = [
    good("---\ncover: https://img.example.org/a.png\nthumbnail: /a.png\n---\n"),
    good("---\ncover: /http://a.png\nlink: http://example.org\n---\n"),
    good("---\nphoto: Mara Ellwood\nheader: true\nresources: [{src: 'http://*.pdf'}]\n---\n"),
    bad(
        "---\nlead-image: ⟦http://example.org/a.png⟧\n---\n",
        "`lead-image`: `http://example.org/a.png` is not encrypted; use `https://`",
        fixed="---\nlead-image: https://example.org/a.png\n---\n",
    ),
    bad(
        "---\ncover: ⟦http://example.org/a.png⟧\n---\n",
        "`cover`: `http://example.org/a.png` is not encrypted; use `https://`",
        fixed="---\ncover: https://example.org/a.png\n---\n",
    ),
    bad(
        "---\r\ntitle: 潮 👍\r\ncover:\r\n  url: ⟦'//example.org/a.png'⟧\r\n---\r\n",
        "`cover.url`: `//example.org/a.png` has no scheme; use `https://`",
        fixed="---\r\ntitle: 潮 👍\r\ncover:\r\n  url: 'https://example.org/a.png'\r\n---\r\n",
    ),
]


@rule(severity="warning", preset="strict", since="0.1", when="test:front-matter/has_images")
def check(document: Document) -> Problems:
    for image in document.once(images):
        start = image.url[:7].lower()
        if start == "http://":
            what, length = "is not encrypted", len(start)
        elif start.startswith("//"):
            what, length = "has no scheme", 2
        else:
            continue
        place = image.inside.start
        fix = replace(Span(place, place + length), "https://", "use `https://`", "unsafe")
        message = f"`{image.key}`: `{cut(image.url)}` {what}; use `https://`"
        yield Problem(image.span, message, fix)
