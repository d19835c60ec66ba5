"""A URL contains a user name and password.

Everybody who reads the article, or the logs of a server on the way, can sign in with them. Change
the password, then remove it from the URL. Placeholders such as `user:password` are allowed, and so
are URLs in code.
"""

import re

from contentlint.rule import Document, Problem, Problems, Span, bad, cut, good, lazy, rule
from contentlint.rules.security._hosts import host_of, is_private
from contentlint.rules.security._urls import front_matter_text, url_text, urls

EXAMPLES = [
    good("<a href='https://example.org/@low:tide@a'>潮</a><a href='mailto:a:b@example.org'>a</a>"),
    good("<a href='https://user:password@tide.example'>潮</a> https://mara:Gezeit7@tide.example"),
    good("`https://mara:Gezeit7@tide.example` [a](ftp://anonymous:a@tide.example)\n", path="a.md"),
    good("<a href='http://mara:Gezeit7@localhost/'>潮</a>"),
    good("[low](https://tide.orgmailto:low@tide.example)\n", path="a.md"),
    bad(
        '<p>潮 👍</p>\r\n<a href="https://⟦mara:Gezeit7⟧@tide.example/a">low</a>',
        "password of `mara` for `tide.example` in a URL; change it, then remove it",
    ),
    bad(
        "---\nrepo: https://⟦mara:Gezeit7⟧@tide.example/a\n---\n"
        "[low](ftp://⟦mara:Gezeit7⟧@tide.example)\n",
        "password of `mara` for `tide.example` in a URL; change it, then remove it",
        "password of `mara` for `tide.example` in a URL; change it, then remove it",
        path="a.md",
    ),
]

_HINT = lazy(r"//[^/?#\x00\s@:]{1,100}:[^/?#\x00\s@]{1,200}@")
_CREDENTIALS = lazy(r"[A-Za-z][A-Za-z0-9+.-]{0,30}://([^/?#@:\s]{1,100}):([^/?#@\s]{1,200})@")
_DUMMY = lazy(
    r"(?:your|my|the|a|some)?[-_.]?(?:pass(?:word|wd|phrase)?|pwd|pw|secret|token|x+|\*+|\.+|…"
    r"|1234\d*|abc\w*|foo|bar|baz|changeme|example|key)\d?|[<{$%\[].{0,200}|.{0,200}[>}%\]]",
    re.IGNORECASE,
)
_PLACEHOLDER_USERS = frozenset({"anonymous", "guest", "ftp", "user", "username"})


@rule(severity="error", preset="recommended", since="0.1", when="test:security/has_at")
def check(document: Document) -> Problems:
    if "@" not in document.once(url_text) and "@" not in document.once(front_matter_text):
        return
    if not any(map(_HINT.search, (document.once(url_text), document.once(front_matter_text)))):
        return
    for url in document.once(urls):
        match = _CREDENTIALS.match(url.value)
        if match is None:
            continue
        name, password = match[1], match[2]
        to = host_of(url.value) or ""
        if name.lower().endswith("mailto"):
            continue  # an e-mail link that was joined with a URL
        is_dummy = name.lower() in _PLACEHOLDER_USERS or _DUMMY.fullmatch(password) is not None
        if is_dummy or name == password or is_private(to) or to.startswith("example."):
            continue
        what = f"password of `{cut(name)}` for `{cut(to)}`"
        yield Problem(
            _credentials_span(document, url.span, f"{name}:{password}"),
            f"{what} in a URL; change it, then remove it",
            is_secret=True,
        )


def _credentials_span(document: Document, span: Span, written: str) -> Span:
    start = document.text.find(written, span.start, span.end)
    return span if start < 0 else Span(start, start + len(written))
