"""A query parameter of a URL is parsed as a character.

In `/map?a=1&copy;=2`, `&copy;` is the character `©`, so the site gets `©=2` and not the parameter
`copy`. Such URLs come from programs that complete what looks like a character reference.

Write `&amp;copy=`, or in Markdown `&copy=`.

Fix safety: unsafe, because the character may be intended.
"""

from contentlint.rule import Document, Problem, Problems, Span, bad, good, lazy, replace, rule

EXAMPLES = [
    good("<a href='/m?a=1&amp;copy=2'>a</a> <a href='/m?a=1&amp;=2'>b</a> a?b &copy;=2"),
    good("[a](/m?a=1&copy=2) `[b](/m?a=1&copy;=2)` [c](/m?a&nosuch;=1)\n", path="a.md"),
    good('<p title="low?a &copy;=2">潮</p>'),
    bad(
        '潮 👍 <a href="/m?a=1⟦&copy;⟧=2&b=3">low</a>\r\n',
        "`&copy;` in a URL is parsed as `©`; use `&amp;copy`",
        fixed='潮 👍 <a href="/m?a=1&amp;copy=2&b=3">low</a>\r\n',
    ),
    bad(
        "![低](/m.png?w=1⟦&times;⟧=2) <https://example.org/?a⟦&reg;⟧=1>\n",
        "`&times;` in a URL is parsed as `×`; use `&amp;times`",
        "`&reg;` in a URL is parsed as `®`; use `&amp;reg`",
        fixed="![低](/m.png?w=1&amp;times=2) <https://example.org/?a&amp;reg=1>\n",
        path="a.md",
    ),
]

_PARAMETER = lazy(r"&([A-Za-z][A-Za-z0-9]{1,30});(?==)")
# What starts a URL: a delimiter of Markdown, a quote or the `=` of an attribute.
_START = lazy(r"(?:[(<]|[\"'=]|\]:[ \t])([^\s\"'<>()]*)\Z")
_PLAIN = frozenset({"amp", "lt", "gt", "quot", "apos"})
# Maximum length of a URL before the parameter, in code points.
_MAX_LENGTH = 500


@rule(severity="warning", preset="recommended", since="0.2", when="text:;=")
def check(document: Document) -> Problems:
    text = document.text
    if ";=" not in text:
        return
    for match in _PARAMETER.finditer(text, document.body.start):
        character = _character(match[1])
        if character is None or document.is_code(match.start()):
            continue
        before = _START.search(text[max(match.start() - _MAX_LENGTH, 0) : match.start()])
        if before is None or "?" not in before[1]:
            continue
        message = f"`{match[0]}` in a URL is parsed as `{character}`; use `&amp;{match[1]}`"
        fix = replace(Span(*match.span()), f"&amp;{match[1]}", "escape `&` as `&amp;`", "unsafe")
        yield Problem(Span(*match.span()), message, fix)


def _character(name: str) -> str | None:
    """The character of a reference; None for an unknown one, or one that is as often escaped."""
    from html.entities import html5

    return None if name in _PLAIN else html5.get(f"{name};")
