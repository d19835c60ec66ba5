"""A link's text is an address on one site, and the link leads to another.

Readers look at the text and believe it. Links that deceive are made so, and links break so when one
of the two is changed and the other forgotten. Archives and redirections that carry the shown
address within their own are no fault, and neither are other hosts of the same owner.
"""

import re

from contentlint.rule import Document, Element, Problem, Problems, bad, cut, good, lazy, rule
from contentlint.rules.security._hosts import host_of, owner, punycode
from contentlint.rules.security._urls import as_browsers_read, links

EXAMPLES = [
    good("<a href='https://www.tide.example/a'>https://tide.example/a</a> <a href='/a'>www.a</a>"),
    good("<a href='https://old.example/web/http://tide.example/'>http://tide.example/</a>"),
    good("[潮汐](https://a.example) [Node.js](https://b.example) <https://c.example>", path="a.md"),
    good("[https://see.example is gone](https://tide.example)\n", path="a.md"),
    good("[https://潮.example](https://xn--ngx.example)\n", path="a.md"),
    bad(
        '<p>潮 👍</p>\r\n⟦<a href="https://evil.example/a">⟧https://tide.example/a</a>',
        "text names `tide.example`, the link leads to `evil.example`; let both say one",
    ),
    bad(
        "⟦[www.tide.example](https://tide.example@evil.example/)⟧\n",
        "text names `www.tide.example`, the link leads to `evil.example`; let both say one",
        path="a.md",
    ),
]

_SHOWN = lazy(r"(?:https?://|www\.)[^\s/?#]+\.[^\s/?#]{2,}(?:[/?#]\S*)?", re.IGNORECASE)
_BEGINNINGS = frozenset({"http", "www."})
# Shorteners show nothing of where they lead.
_SHORT = frozenset(
    "t.co bit.ly goo.gl tinyurl.com ow.ly is.gd buff.ly amzn.to youtu.be git.io dwz.cn t.cn "
    "url.cn aka.ms lnkd.in fb.me wp.me doi.org dx.doi.org redd.it".split()
)


@rule(severity="warning", preset="recommended", since="0.1")
def check(document: Document) -> Problems:
    for href, text in document.once(links):
        # Its text begins like an address, and not like that of the link.
        shown = text.strip()
        if shown[:4].lower() in _BEGINNINGS and shown.rstrip("/") not in href:
            break
    else:
        return
    for element in document.elements("a"):
        text = element.text.strip()
        if _SHOWN.fullmatch(text) is None:
            continue
        if hosts := _two_hosts(element, text):
            named, target = hosts
            message = (
                f"text names `{cut(named)}`, the link leads to `{cut(target)}`; let both say one"
            )
            yield Problem(element.span, message)


def _two_hosts(element: Element, text: str) -> tuple[str, str] | None:
    """The host that the text names and the one the link leads to, where they are two owners'."""
    attribute = element.get("href")
    if attribute is None or attribute.templated or not attribute.value:
        return None
    value = as_browsers_read(attribute.value)
    target = host_of(value)
    named = host_of(text if "://" in text else f"//{text}")
    if target is None or named is None or named.endswith(("…", "...")):
        return None
    named, target = punycode(named.rstrip(".,;:)")), punycode(target)
    if owner(named) == owner(target) or target in _SHORT or named in _SHORT:
        return None
    # Behind its own host an address may carry the shown one: an archive, a redirection.
    behind = value.partition("://")[2].partition("/")[2]
    return None if owner(named) in behind else (named, target)
