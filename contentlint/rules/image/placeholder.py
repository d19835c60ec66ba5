"""A picture comes from a service that makes up placeholder pictures.

It was put there until the real one came, or by an importer that found none. Readers get a grey
box, or a random photograph that has nothing to do with the article and changes with every visit.

Put the real picture there, or none.
"""

from contentlint.rule import Document, Problem, Problems, Span, bad, good, host, rule

EXAMPLES = [
    good(
        "---\ntitle: a\ncover: https://img.example.org/a.jpg\n---\n![](https://example.org/b.png)"
    ),
    good("We use `https://picsum.photos` and <a href='https://placehold.co'>this</a> for tests."),
    good("![](https://pics.example.org/a.png)", path="a.md", hosts=("example.com",)),
    bad(
        "---\ntitle: a\nheadimg: ⟦'https://picsum.photos/400/300?random=1204'⟧\n---\n",
        "`picsum.photos` makes up pictures; put the real one or none",
    ),
    bad(
        "---\r\ntitle: 潮 👍\r\nimages:\r\n  - url: ⟦//via.placeholder.com/600⟧\r\n---\r\n"
        '<img alt="" ⟦src="https://placehold.co/6"⟧>',
        "`via.placeholder.com` makes up pictures; put the real one or none",
        "`placehold.co` makes up pictures; put the real one or none",
    ),
    bad(
        '<img alt="" src="a.gif" ⟦data-original="https://placehold.co/6"⟧>'
        '<picture><source ⟦srcset="https://placehold.co/6 2x"⟧><img alt="" src="a.png"></picture>',
        "`placehold.co` makes up pictures; put the real one or none",
        "`placehold.co` makes up pictures; put the real one or none",
    ),
    bad(
        "![low tide](⟦https://pics.example.com/1.png⟧)",
        "`pics.example.com` makes up pictures; put the real one or none",
        path="a.md",
        hosts=("example.com",),
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
def check(document: Document, *, hosts: tuple[str, ...] = _HOSTS) -> Problems:
    """
    Args:
        hosts: the services, with all hosts below them.
    """
    for span, value in _addresses(document):
        name = host(value) if any(one in value for one in hosts) else None
        if name is not None and any(name == h or name.endswith(f".{h}") for h in hosts):
            yield Problem(span, f"`{name}` makes up pictures; put the real one or none")


def _addresses(document: Document) -> list[tuple[Span, str]]:
    """Every address of the front matter, and those of the pictures in the body."""
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
