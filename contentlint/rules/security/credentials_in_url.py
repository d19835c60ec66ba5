"""An address has a password in it.

Everybody who reads the article can sign in with it, and so can everybody who reads the logs on the
way. Change the password, then write the address without. Made-up ones such as `user:password` are
no fault, nor are addresses in code.
"""

import re

from contentlint.rule import Document, Problem, Problems, Span, bad, cut, good, lazy, rule
from contentlint.rules.security._hosts import host_of, is_private
from contentlint.rules.security._urls import head, urls, values

EXAMPLES = [
    good("<a href='https://example.org/@low:tide@a'>潮</a><a href='mailto:a:b@example.org'>a</a>"),
    good("<a href='https://user:password@tide.example'>潮</a> https://mara:Gezeit7@tide.example"),
    good("`https://mara:Gezeit7@tide.example` [a](ftp://anonymous:a@tide.example)\n", path="a.md"),
    good("<a href='http://mara:Gezeit7@localhost/'>潮</a>"),
    bad(
        '<p>潮 👍</p>\r\n<a href="https://⟦mara:Gezeit7⟧@tide.example/a">low</a>',
        "address has the password of `mara` for `tide.example`; change it, then take it out",
    ),
    bad(
        "---\nrepo: https://⟦mara:Gezeit7⟧@tide.example/a\n---\n"
        "[low](ftp://⟦mara:Gezeit7⟧@tide.example)\n",
        "address has the password of `mara` for `tide.example`; change it, then take it out",
        "address has the password of `mara` for `tide.example`; change it, then take it out",
        path="a.md",
    ),
]

_SIGN = lazy(r"//[^/?#\x00\s@:]{1,100}:[^/?#\x00\s@]{1,200}@")
_CREDENTIALS = lazy(r"[A-Za-z][A-Za-z0-9+.-]{0,30}://([^/?#@:\s]{1,100}):([^/?#@\s]{1,200})@")
_MADE_UP = lazy(
    r"(?:your|my|the|a|some)?[-_.]?(?:pass(?:word|wd|phrase)?|pwd|pw|secret|token|x+|\*+|\.+|…"
    r"|1234\d*|abc\w*|foo|bar|baz|changeme|example|key)\d?|[<{$%\[].{0,200}|.{0,200}[>}%\]]",
    re.IGNORECASE,
)
_NOBODY = frozenset({"anonymous", "guest", "ftp", "user", "username"})


@rule(severity="error", preset="recommended", since="0.1")
def check(document: Document) -> Problems:
    if "@" not in document.once(values) and "@" not in document.once(head):
        return
    if not any(map(_SIGN.search, (document.once(values), document.once(head)))):
        return
    for url in document.once(urls):
        match = _CREDENTIALS.match(url.value)
        if match is None:
            continue
        name, password = match[1], match[2]
        to = host_of(url.value) or ""
        is_made_up = name.lower() in _NOBODY or _MADE_UP.fullmatch(password) is not None
        if is_made_up or name == password or is_private(to) or to.startswith("example."):
            continue
        what = f"the password of `{cut(name)}` for `{cut(to)}`"
        yield Problem(
            _place(document, url.span, f"{name}:{password}"),
            f"address has {what}; change it, then take it out",
            is_secret=True,
        )


def _place(document: Document, span: Span, written: str) -> Span:
    start = document.text.find(written, span.start, span.end)
    return span if start < 0 else Span(start, start + len(written))
