"""A URL in an HTML tag contains a character that is not allowed.

Spaces, backslashes and a `%` without two hexadecimal digits are not allowed in URLs. Browsers
correct some of these; link checkers, feed readers and other programs do not. Image URLs are checked
by `image/invalid-url`.

Percent-encode the character, or remove it.

Fix safety: encoding a space is safe, because browsers do the same. All other fixes are unsafe,
because the character may not belong in the URL at all.
"""

import re

from contentlint.rule import (
    Document,
    Fix,
    Problem,
    Problems,
    Span,
    bad,
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
        "unescaped space in URL; replace it with `%20`",
        fixed='<a href="/low%20tide">潮</a>',
    ),
    bad('<a href="/low⟦\n⟧tide">潮</a>', "line break or tab in URL; remove it"),
    bad(
        '👍 <a href="/100⟦%⟧low">low</a>\r\n',
        "`%` in URL without two hex digits; replace it with `%25`",
        fixed='👍 <a href="/100%25low">low</a>\r\n',
        path="a.md",
    ),
    bad(
        '<a href="img⟦\\⟧a.html">low</a>',
        "`\\` in URL; replace it with `/`",
        fixed='<a href="img/a.html">low</a>',
    ),
    bad(
        '<iframe src="/a⟦{⟧b"></iframe>',
        "unescaped `{` in URL; replace it with `%7B`",
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
_INVALID = lazy(r"%(?![0-9A-Fa-f]{2})|[ \t\r\n\\<>\"{}|^`]")


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
            if match := _INVALID.search(inner):
                span = Span(start + match.start(), start + match.end())
                yield Problem(span, _message(match[0]), _fix(span, match[0]))


def _fix(span: Span, char: str) -> Fix | None:
    if char in "\t\r\n":
        return None
    replacement = "/" if char == "\\" else f"%{ord(char):02X}"
    return replace(
        span, replacement, f"replace with `{replacement}`", "safe" if char == " " else "unsafe"
    )


def _message(char: str) -> str:
    if char == " ":
        return "unescaped space in URL; replace it with `%20`"
    if char.isspace():
        return "line break or tab in URL; remove it"
    if char == "%":
        return "`%` in URL without two hex digits; replace it with `%25`"
    if char == "\\":
        return "`\\` in URL; replace it with `/`"
    shown = "backtick" if char == "`" else f"`{char}`"
    return f"unescaped {shown} in URL; replace it with `%{ord(char):02X}`"
