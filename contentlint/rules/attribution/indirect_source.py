"""The source of an article is a home page or a shortened URL.

A home page changes every day, and a shortened URL hides its target and stops working when the
service shuts down. Readers and search engines cannot find the original article.

Link to the original article itself.
"""

import re
from collections.abc import Iterator

from contentlint.rule import (
    Document,
    Problem,
    Problems,
    Site,
    Span,
    bad,
    cut,
    good,
    host,
    rule,
)
from contentlint.rules.attribution._links import target
from contentlint.rules.attribution._origins import origin
from contentlint.rules.attribution._sources import is_source_key
from contentlint.rules.attribution._words import SHORTENERS

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
    good(
        "---\ntitle: How low-tide changes history\n---\nSource: https://low-tide.example/\n",
        path="a.md",
    ),
    good(
        "---\ntitle: Threads\n---\n> 原文地址：[Threads](https://mara.hashnode.dev/threads-c2)\n",
        path="a.md",
    ),
    good(
        "Low tide.\n\n```\nebb\n```\n\n[Source: Quay](https://example.org/)\n\n## More\n\nText.\n",
        path="a.md",
    ),
    good(
        "<blockquote class='twitter-tweet'><p>Low tide. Source: <a href='https://t.co/a1'>"
        "https://t.co/a1</a> <a href='https://t.co/b2'>pic.twitter.com/b2</a></p></blockquote>"
    ),
    good("> Low. Source: [pic.twitter.com/b2](https://t.co/b2)\n", path="a.md"),
    bad(
        "<blockquote><p>Low tide.</p></blockquote><p>Source: <a href='⟦https://t.co/a1⟧'>Quay</a></p>",
        "`t.co` is a URL shortener; link to the original article",
    ),
    bad(
        "---\ntitle: News of the blog\n---\nSource: ⟦https://blog.example.org/⟧\n",
        "`https://blog.example.org/` is a home page; link to the original article",
        path="a.md",
    ),
    good(
        "潮。\n\n出处：<https://www.tide.example/>\n",
        path="source/_posts/a.md",
        site=Site("hexo", host="tide.example"),
    ),
    good("The gem is published at [Quay](https://example.org).\n", path="a.md"),
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
    good(
        "Originally posted on [Low Tide](https://example.org), see "
        "[the full post](https://example.org/2021/tide).\n",
        path="a.md",
    ),
    bad(
        "Originally published on [Medium](⟦https://medium.com/@mara⟧).\n",
        "`https://medium.com/@mara` is the page of a user; link to the original article",
        path="a.md",
    ),
    bad(
        "Source: [Gazette](⟦https://example.org/link?target=https%3A%2F%2Fexample.com⟧)\n",
        "`https://example.org/link?target=https%3…` is a redirect; link to the original article",
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

# Names of hosts that say nothing about their content.
_SHARED = frozenset("blog news docs wiki home site article articles".split())
_URL_KEYS = ("url", "href", "link", "address")
_FAULTS = {
    "home": "is a home page",
    "shortener": "is a URL shortener",
    "profile": "is the page of a user",
    "redirect": "is a redirect",
}


@rule(
    severity="warning",
    preset="recommended",
    since="0.1",
    when="test:attribution/says_something or test:attribution/has_source_key",
)
def check(document: Document, *, shorteners: tuple[str, ...] = SHORTENERS) -> Problems:
    """
    Args:
        shorteners: hosts of URL shorteners.
    """
    keys = list(_key_urls(document))
    ways = [(way.span, way.url) for way in origin(document).ways]
    found = [(span, url, target(document, url, shorteners)) for span, url in (*keys, *ways)]
    has_original = any(kind == "article" for _span, _url, kind in found[len(keys) :])
    for number, (span, url, kind) in enumerate(found):
        # A home page next to a link to the article is fine.
        if kind not in _FAULTS or (number >= len(keys) and has_original):
            continue
        if kind == "home" and (_is_own(document, url) or _is_whole(document, url)):
            continue
        if kind == "shortener" and _is_in_tweet(document, span):
            continue
        shown = host(url) or url if kind == "shortener" else url
        yield Problem(span, f"`{cut(shown)}` {_FAULTS[kind]}; link to the original article")


def _is_in_tweet(document: Document, span: Span) -> bool:
    """Whether a URL belongs to an embedded or quoted tweet, in which all URLs are shortened."""
    text = document.text
    before, after = text[max(span.start - 60, 0) : span.start], text[span.end : span.end + 60]
    if "pic.twitter.com/" in before or "pic.twitter.com/" in after:
        return True
    quote = text.rfind("<blockquote", document.body.start, span.start)
    return (
        quote >= 0
        and "twitter-tweet" in text[quote : text.find(">", quote)]
        and (text.find("</blockquote", quote, span.start) < 0)
    )


def _is_own(document: Document, url: str) -> bool:
    """Whether an article names the site it is on: it tells others whom to credit."""
    own = document.site.own_host
    return own is not None and (host(url) or "").removeprefix("www.") == own.removeprefix("www.")


def _is_whole(document: Document, url: str) -> bool:
    """Whether a site is the original itself: its name is in the title or in the file name."""
    name = (host(url) or "").removeprefix("www.")
    label = next(iter(name.split(".")), "")
    about = f"{document.front_matter.data.get('title', '')} {document.path.rpartition('/')[2]}"
    words = set(re.findall(r"\w+", about.casefold()))
    parts = re.findall(r"\w+", label)
    return label not in _SHARED and len(label) > 3 and bool(parts) and words.issuperset(parts)


def _key_urls(document: Document) -> Iterator[tuple[Span, str]]:
    """The URLs in source keys, with their spans."""
    front_matter = document.front_matter
    for key, value in front_matter.data.items():
        if not is_source_key(str(key)):
            continue
        if isinstance(value, str) and host(value) is not None:
            yield front_matter.span_of((key,)), value.strip()
        elif isinstance(value, dict):
            for name in _URL_KEYS:
                if isinstance(value.get(name), str):
                    yield front_matter.span_of((key, name)), value[name].strip()
