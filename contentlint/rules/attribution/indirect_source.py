"""The source of an article is a home page or a shortened URL.

A home page changes every day, and a shortened URL hides its target and stops working when the
service shuts down. Readers and search engines cannot find the original article.

Link to the original article itself.
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

from contentlint.rule import (
    Document,
    Problem,
    Problems,
    Span,
    bad,
    cut,
    good,
    host,
    is_templated,
    rule,
)
from contentlint.rules.attribution._languages import SHORTENERS
from contentlint.rules.attribution._phrases import links_to_originals

EXAMPLES = [
    good(
        "---\ntitle: a\nsource: https://example.org/2021/low-tide.html\n---\nText.\n", path="a.md"
    ),
    good("---\ntitle: a\nsource: The Harbour Gazette\n---\nText.\n", path="a.md"),
    good("Originally published in [The Observer](https://example.org/low-tide).\n", path="a.md"),
    good("Thanks to [Low Tide Review](https://example.org) for the image.\n", path="a.md"),
    good("<p>来源：<a href='https://example.org/a?id=3'>海角晚报</a></p>"),
    good("<p>来源：<a href='/archive'>海角晚报</a></p>"),
    good("---\ntitle: a\nlink: https://example.org\nsource:\n---\nText.\n", path="a.md"),
    good("Install it via [Quay](https://example.org) or by hand.\n", path="a.md"),
    good("The gem is published at [Quay](https://example.org).\n", path="a.md"),
    good("> Source: [Harbour Gazette](https://example.org)\n\nText.\n", path="a.md"),
    good("---\ntitle: a\nsource: 'https://{{ site.host }}/'\n---\nText.\n", path="a.md"),
    bad(
        "---\ntitle: a\nsource: ⟦https://example.org/⟧\n---\nText.\n",
        "`https://example.org/` is a home page; link to the original article",
        path="a.md",
    ),
    bad(
        "---\r\ntitle: 潮 👍\r\nsource:\r\n  name: Gazette\r\n  url: ⟦https://bit.ly/3xYz⟧\r\n---\r\n潮。\r\n",
        "`bit.ly` is a URL shortener; link to the original article",
        path="a.md",
    ),
    bad(
        "Originally published in [The Observer](⟦https://example.org⟧).\n",
        "`https://example.org` is a home page; link to the original article",
        path="a.md",
    ),
    bad(
        "<p>转载自：<a href='⟦http://t.cn/A6x9⟧'>海角晚报</a></p>",
        "`t.cn` is a URL shortener; link to the original article",
    ),
    bad(
        "<p>Quelle: <a href='⟦https://go.example.org/x⟧'>Küstenkurier</a></p>",
        "`go.example.org` is a URL shortener; link to the original article",
        shorteners=("go.example.org",),
    ),
]

_KEYS = frozenset(
    "source source_url sourceurl source_link original original_url originalurl original_link "
    "canonical canonical_url canonicalurl via 来源 原文 原文链接".split()
)
_URL_KEYS = ("url", "href", "link", "address")


@rule(severity="warning", preset="recommended", since="0.1")
def check(document: Document, *, shorteners: tuple[str, ...] = SHORTENERS) -> Problems:
    """
    Args:
        shorteners: hosts of URL shorteners.
    """
    for span, url in _source_urls(document):
        name = host(url)
        if name is None or is_templated(url):
            continue
        if name.removeprefix("www.") in shorteners:
            message = f"`{cut(name)}` is a URL shortener; link to the original article"
            yield Problem(span, message)
        elif _is_home(url):
            yield Problem(span, f"`{cut(url)}` is a home page; link to the original article")


def _source_urls(document: Document) -> Iterator[tuple[Span, str]]:
    """The URLs that should point to the original, with their spans."""
    front_matter = document.front_matter
    for key, value in front_matter.data.items():
        if str(key).lower() not in _KEYS:
            continue
        if isinstance(value, str):
            yield front_matter.span_of((key,)), value.strip()
        elif isinstance(value, dict):
            for name in _URL_KEYS:
                if isinstance(value.get(name), str):
                    yield front_matter.span_of((key, name)), value[name].strip()
    for link in links_to_originals(document):
        yield link.span, link.url.strip()


def _is_home(url: str) -> bool:
    parts = urlsplit(url)
    is_web = parts.scheme in ("http", "https", "")
    return is_web and parts.path in ("", "/") and not parts.query and not parts.fragment
