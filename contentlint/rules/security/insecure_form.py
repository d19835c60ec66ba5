"""A form sends what readers enter without encryption.

Whoever is on the way between can read and change it; browsers warn readers before it is sent.

Fix safety: unsafe, since the host may not answer to `https:`.
"""

from contentlint.rule import (
    Document,
    Problem,
    Problems,
    Span,
    bad,
    cut,
    good,
    host,
    replace,
    rule,
)
from contentlint.rules.security._forms import targets
from contentlint.rules.security._hosts import is_private
from contentlint.rules.security._urls import as_browsers_read

EXAMPLES = [
    good("<form action='https://example.org/a'><button formaction=/b>潮</button></form><form>"),
    good("<form action='http://localhost:4000/a'></form>"),
    good("`<form action=http://example.org>`\n", path="a.md"),
    bad(
        '👍\r\n<form action="⟦http://⟧example.org/潮"><input></form>',
        "form sends to `http://example.org/潮` without encryption; write `https://`",
        fixed='👍\r\n<form action="https://example.org/潮"><input></form>',
    ),
    bad(
        "<form action=/a><button formaction=⟦HTTP://⟧example.org/>low</button></form>",
        "form sends to `HTTP://example.org/` without encryption; write `https://`",
        fixed="<form action=/a><button formaction=https://example.org/>low</button></form>",
    ),
]


@rule(severity="warning", preset="recommended", since="0.1")
def check(document: Document) -> Problems:
    for attribute, url in targets(document):
        value = as_browsers_read(url)
        if value[:7].lower() != "http://" or is_private(host(value) or ""):
            continue
        start = attribute.value_span.start
        span = Span(start, start + 7)
        message = f"form sends to `{cut(value)}` without encryption; write `https://`"
        if document.text[start : start + 7].lower() != "http://":
            yield Problem(attribute.value_span, message)
            continue
        yield Problem(span, message, replace(span, "https://", "write `https://`", "unsafe"))
