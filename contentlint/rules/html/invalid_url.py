"""An address in a tag has characters that no address may have.

A blank, a backslash, a `%` without its two digits: browsers repair some of it, link checkers,
feeds and other programs do not. Pictures have `image/invalid-url`.

Fix safety: a blank becomes what browsers make of it; all else is unsafe, since the character may
not belong there at all.
"""

import re

from contentlint.rule import (
    Document,
    Fix,
    Problem,
    Problems,
    Span,
    bad,
    cut,
    good,
    lazy,
    replace,
    rule,
)

EXAMPLES = [
    good('<a href="https://example.org/a%20b?c=d&amp;e=f#潮">low</a><a href="/潮/">tide</a>'),
    good('<a href="{{ url }}/a b">low</a><a :href="a b" href="">tide</a>'),
    good("[low](<a b>) <https://example.org/>", path="a.md"),
    bad(
        '<a href="/low⟦ ⟧tide">潮</a>',
        "blank in an address; write `%20`",
        fixed='<a href="/low%20tide">潮</a>',
    ),
    bad('<a href="/low⟦\n⟧tide">潮</a>', "line end or tab in an address; take it out"),
    bad(
        '👍 <a href="/100⟦%⟧low">low</a>\r\n',
        "`%` in an address lacks two digits; write `%25`",
        fixed='👍 <a href="/100%25low">low</a>\r\n',
        path="a.md",
    ),
    bad(
        '<a href="img⟦\\⟧a.html">low</a>',
        "`\\` in an address; write `/`",
        fixed='<a href="img/a.html">low</a>',
    ),
    bad(
        '<iframe src="/a⟦{⟧b"></iframe>',
        "`{` in an address; write `%7B`",
        fixed='<iframe src="/a%7Bb"></iframe>',
    ),
]

_URLS = (("a", "href"), ("area", "href"), ("iframe", "src"), ("form", "action"))
_CANDIDATE = lazy(
    r"""(?:href|src|action)\s*=\s*(?:"[^"%\s\\<>{}|^`]*(?:[\s\\<>{}|^`]|%(?![0-9A-Fa-f]{2}))|"""
    r"""'[^'%\s\\<>{}|^`]*(?:[\s\\<>{}|^`]|%(?![0-9A-Fa-f]{2}))|"""
    r"""[^\s"'>%\\{}|^`]*[\\{}|^`%])|"[^"]*%[^"]*%""",
    re.IGNORECASE,
)
_FAULT = lazy(r"%(?![0-9A-Fa-f]{2})|[ \t\r\n\\<>\"{}|^`]")


@rule(
    severity="warning",
    preset="strict",
    since="0.1",
    standard="https://html.spec.whatwg.org/multipage/urls-and-fetching.html#valid-url-potentially-surrounded-by-spaces",
)
def check(document: Document) -> Problems:
    if not _CANDIDATE.search(document.markup.html):
        return
    for tag, name in _URLS:
        for element in document.elements(tag):
            attribute = element.get(name) if element.authored else None
            if attribute is None or attribute.templated or not attribute.value:
                continue
            start, end = attribute.value_span
            raw = document.text[start:end]
            inner = raw.strip()
            start += len(raw) - len(raw.lstrip())
            if inner.lower().startswith(("javascript:", "data:", "mailto:")):
                continue
            if match := _FAULT.search(inner):
                span = Span(start + match.start(), start + match.end())
                yield Problem(span, _message(match[0]), _fix(span, match[0]))


def _fix(span: Span, char: str) -> Fix | None:
    if char in "\t\r\n":
        return None
    right = "/" if char == "\\" else f"%{ord(char):02X}"
    return replace(span, right, f"write `{right}`", "safe" if char == " " else "unsafe")


def _message(char: str) -> str:
    if char == " ":
        return "blank in an address; write `%20`"
    if char.isspace():
        return "line end or tab in an address; take it out"
    if char == "%":
        return "`%` in an address lacks two digits; write `%25`"
    if char == "\\":
        return "`\\` in an address; write `/`"
    shown = cut("a backtick" if char == "`" else f"`{char}`")
    return f"{shown} in an address; write `%{ord(char):02X}`"
