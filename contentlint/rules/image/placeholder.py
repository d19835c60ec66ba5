"""An image comes from a placeholder image service.

It was added as a temporary image, or by an importer that found none. Readers see a gray box, or a
random photo that has nothing to do with the article and changes with every visit.

Replace it with the real image, or remove it.
"""

from contentlint.rule import Document, Problem, Problems, Span, bad, good, host, rule

EXAMPLES = [
    good(
        "---\ntitle: a\ncover: https://img.example.org/a.jpg\n---\n![](https://example.org/b.png)"
    ),
    good("We use `https://picsum.photos` and <a href='https://placehold.co'>this</a> for tests."),
    good("![](https://pics.example.org/a.png)", path="a.md", blocked_hosts=("example.com",)),
    bad(
        "---\ntitle: a\nheadimg: ⟦'https://picsum.photos/400/300?random=1204'⟧\n---\n",
        "placeholder image from `picsum.photos`; replace or remove it",
    ),
    bad(
        "---\r\ntitle: 潮 👍\r\nimages:\r\n  - url: ⟦//via.placeholder.com/600⟧\r\n---\r\n"
        '<img alt="" ⟦src="https://placehold.co/6"⟧>',
        "placeholder image from `via.placeholder.com`; replace or remove it",
        "placeholder image from `placehold.co`; replace or remove it",
    ),
    bad(
        '<img alt="" src="a.gif" ⟦data-original="https://placehold.co/6"⟧>'
        '<picture><source ⟦srcset="https://placehold.co/6 2x"⟧><img alt="" src="a.png"></picture>',
        "placeholder image from `placehold.co`; replace or remove it",
        "placeholder image from `placehold.co`; replace or remove it",
    ),
    bad(
        "![low tide](⟦https://pics.example.com/1.png⟧)",
        "placeholder image from `pics.example.com`; replace or remove it",
        path="a.md",
        blocked_hosts=("example.com",),
    ),
]

_HOSTS = (
    "picsum.photos",
    "unsplash.it",
    "source.unsplash.com",
    "via.placeholder.com",
    "placeholder.com",
    "placehold.co",
    "placehold.it",
    "placehold.jp",
    "placekitten.com",
    "placebear.com",
    "placeimg.com",
    "placecage.com",
    "fillmurray.com",
    "loremflickr.com",
    "lorempixel.com",
    "dummyimage.com",
    "fakeimg.pl",
    "i.pravatar.cc",
)


@rule(severity="warning", preset="recommended", since="0.1")
def check(document: Document, *, blocked_hosts: tuple[str, ...] = _HOSTS) -> Problems:
    """
    Args:
        blocked_hosts: hosts of placeholder image services, including subdomains.
    """
    urls = _urls(document)
    everything = "\n".join(value for _, value in urls)
    if not any(one in everything for one in blocked_hosts):
        return
    for span, value in urls:
        name = host(value) if any(one in value for one in blocked_hosts) else None
        if name is not None and any(name == h or name.endswith(f".{h}") for h in blocked_hosts):
            yield Problem(span, f"placeholder image from `{name}`; replace or remove it")


def _urls(document: Document) -> list[tuple[Span, str]]:
    """Every URL in the front matter, and the image URLs in the body."""
    front_matter = document.front_matter
    found = [
        (front_matter.span_of(path), value)
        for path, value in front_matter.scalars.items()
        if "//" in value
    ]
    for element in document.elements("img", "source", "video"):
        for name in ("src", "srcset", "poster", "data-src", "data-original"):
            attribute = element.get(name)
            if attribute is not None and attribute.value:
                found.append((attribute.span, attribute.value))
    return found
