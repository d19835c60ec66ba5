"""The text of a link shows the URL of one site, but the link goes to another.

Readers trust the text. Phishing links are written this way, and honest links become misleading when
only the text or only the target is updated. Make the text and the target match. Archives and
redirects that contain the displayed URL in their own are allowed, and so are other hosts of the
same owner. If the text shows a short URL (`tide.io/a1`), as projects and outlets have for their own
pages, the confidence is low.
"""

import re

from contentlint.rule import (
    Confidence,
    Document,
    Element,
    Problem,
    Problems,
    bad,
    cut,
    good,
    lazy,
    rule,
)
from contentlint.rules.security._hosts import ascii_form, host_of, registered_domain
from contentlint.rules.security._urls import browser_url, links

EXAMPLES = [
    good("<a href='https://www.tide.example/a'>https://tide.example/a</a> <a href='/a'>www.a</a>"),
    good("<a href='https://old.example/web/http://tide.example/'>http://tide.example/</a>"),
    good("[潮汐](https://a.example) [Node.js](https://b.example) <https://c.example>", path="a.md"),
    good("[https://see.example is gone](https://tide.example)\n", path="a.md"),
    good("[https://潮.example](https://xn--ngx.example)\n", path="a.md"),
    good("[http://tide.io/a1](https://wiki.tidewatch.example/Annual_report)\n", path="a.md"),
    good("[https://github.com/tide/low#ebb](https://tide.github.io/low/ebb/)\n", path="a.md"),
    good("<a href='https://a.tide.example/'>https://tide.example。</a>"),
    good("[https://tide.example，潮汐](https://www.tide.example/)\n", path="a.md"),
    bad(
        '<p>潮 👍</p>\r\n⟦<a href="https://evil.example/a">⟧https://tide.example/a</a>',
        "text shows `tide.example`, but the link goes to `evil.example`; make them match",
    ),
    bad(
        "⟦[www.tide.example](https://tide.example@evil.example/)⟧\n",
        "text shows `www.tide.example`, but the link goes to `evil.example`; make them match",
        path="a.md",
    ),
    bad(
        "⟦[https://github.com/tide/low](https://ebb.github.io/low/)⟧\n",
        "text shows `github.com`, but the link goes to `ebb.github.io`; make them match",
        path="a.md",
    ),
    bad(
        "见⟦[https://tide.example。](https://evil.example/)⟧\n",
        "text shows `tide.example`, but the link goes to `evil.example`; make them match",
        path="a.md",
    ),
]

_URL_TEXT = lazy(r"(?:https?://|www\.)[^\s/?#]+\.[^\s/?#]{2,}(?:[/?#]\S*)?", re.IGNORECASE)
# The short host of a project with a path of one short part: https://tide.io/a1
_SHORT_URL = lazy(r"https?://[a-z0-9-]{1,6}\.[a-z]{2,3}/[\w-]{1,24}/?", re.IGNORECASE)
# Punctuation after a URL in Chinese or Japanese text. A `。` may also be a dot in a host.
_AFTER_HOST = lazy(r"[，；：、！？（）【】「」『』《》〈〉“”‘’]")
_REPOSITORY = lazy(r"https?://(github|gitlab)\.com/([\w-]+)/")
_URL_PREFIXES = frozenset({"http", "www."})
# URL shorteners and resolvers, whose own host does not show the target.
_SHORTENERS = frozenset(
    "t.co bit.ly goo.gl tinyurl.com ow.ly is.gd buff.ly amzn.to youtu.be git.io dwz.cn t.cn "
    "url.cn aka.ms lnkd.in fb.me wp.me doi.org dx.doi.org redd.it crbug.com g.co goo.gle msft.it "
    "j.mp rb.gy cutt.ly tiny.cc v.gd dlvr.it s.id nyti.ms bbc.in wapo.st arxiv.org hdl.handle.net "
    "apple.co amzn.asia spoti.fi discord.gg t.me".split()
)


@rule(severity="warning", preset="recommended", since="0.1")
def check(document: Document) -> Problems:
    for href, text in document.once(links):
        # The text looks like a URL other than that of the link.
        shown = text.strip()
        if shown[:4].lower() in _URL_PREFIXES and shown.rstrip("/") not in href:
            break
    else:
        return
    for element in document.elements("a"):
        text = element.text.strip()
        if _URL_TEXT.fullmatch(text) is None:
            continue
        if hosts := _differing_hosts(element, text):
            shown, target = hosts
            confidence: Confidence = "low" if _SHORT_URL.fullmatch(text) else "high"
            message = (
                f"text shows `{cut(shown)}`, but the link goes to `{cut(target)}`; make them match"
            )
            yield Problem(element.span, message, confidence=confidence)


def _differing_hosts(element: Element, text: str) -> tuple[str, str] | None:
    """The hosts that the text shows and that the link goes to, if they have different owners."""
    attribute = element.get("href")
    if attribute is None or attribute.templated or not attribute.value:
        return None
    value = browser_url(attribute.value)
    target = host_of(value)
    named = host_of(text if "://" in text else f"//{text}")
    if target is None or named is None or named.endswith(("…", "...")):
        return None
    named = _AFTER_HOST.split(named, maxsplit=1)[0].rstrip(".,;:)。．｡")
    named, target = ascii_form(named), ascii_form(target)
    is_short = target in _SHORTENERS or named in _SHORTENERS
    if is_short or registered_domain(named) == registered_domain(target):
        return None
    if _is_repository_of(text, target):
        return None
    # The rest of the URL may contain the displayed one: an archive, a redirect.
    rest = value.partition("://")[2].partition("/")[2]
    return None if registered_domain(named) in rest else (named, target)


def _is_repository_of(text: str, target: str) -> bool:
    """Whether a text is the URL of a repository whose owner has the pages of the target."""
    owner = _REPOSITORY.match(text.lower())
    return owner is not None and target == f"{owner[2]}.{owner[1]}.io"
