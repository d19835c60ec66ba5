"""A picture's address is plain `http:`, or leaves the scheme out.

On a page that came by `https:` browsers upgrade such a picture or drop it; what reads the address
elsewhere, such as feeds and the cards of social networks, cannot know what `//` is relative to.

Fix safety: unsafe, since the host may not answer to `https:`.
"""

from contentlint.rule import Document, Problem, Problems, Span, bad, cut, good, replace, rule
from contentlint.rules.front_matter._images import images

EXAMPLES = [
    good("---\ncover: https://img.example.org/a.png\nthumbnail: /a.png\n---\n"),
    good("---\ncover: /http://a.png\nlink: http://example.org\n---\n"),
    good("---\nphoto: Mara Ellwood\nheader: true\nresources: [{src: 'http://*.pdf'}]\n---\n"),
    bad(
        "---\nlead-image: ⟦http://example.org/a.png⟧\n---\n",
        "lead-image `http://example.org/a.png` is not encrypted; write `https://`",
        fixed="---\nlead-image: https://example.org/a.png\n---\n",
    ),
    bad(
        "---\ncover: ⟦http://example.org/a.png⟧\n---\n",
        "cover `http://example.org/a.png` is not encrypted; write `https://`",
        fixed="---\ncover: https://example.org/a.png\n---\n",
    ),
    bad(
        "---\r\ntitle: 潮 👍\r\ncover:\r\n  url: ⟦'//example.org/a.png'⟧\r\n---\r\n",
        "cover.url `//example.org/a.png` has no scheme; write `https://`",
        fixed="---\r\ntitle: 潮 👍\r\ncover:\r\n  url: 'https://example.org/a.png'\r\n---\r\n",
    ),
]


@rule(severity="warning", preset="strict", since="0.1")
def check(document: Document) -> Problems:
    for image in images(document):
        start = image.url[:7].lower()
        if start == "http://":
            what, length = "is not encrypted", len(start)
        elif start.startswith("//"):
            what, length = "has no scheme", 2
        else:
            continue
        place = image.inside.start
        fix = replace(Span(place, place + length), "https://", "write `https://`", "unsafe")
        message = f"{image.key} `{cut(image.url)}` {what}; write `https://`"
        yield Problem(image.span, message, fix)
