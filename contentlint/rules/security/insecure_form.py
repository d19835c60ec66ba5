"""A form submits what readers enter without encryption.

Anyone on the network path can read and change the data, and browsers warn readers before they
submit the form. Use `https://`.

Fix safety: unsafe, because the host may not support `https:`.
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
from contentlint.rules.security._forms import form_targets
from contentlint.rules.security._hosts import is_private
from contentlint.rules.security._urls import browser_url

EXAMPLES = [
    good("<form action='https://example.org/a'><button formaction=/b>潮</button></form><form>"),
    good("<form action='http://localhost:4000/a'></form>"),
    good("`<form action=http://example.org>`\n", path="a.md"),
    bad(
        '👍\r\n<form action="⟦http://⟧example.org/潮"><input></form>',
        "form submits to `http://example.org/潮` without encryption; use `https://`",
        fixed='👍\r\n<form action="https://example.org/潮"><input></form>',
    ),
    bad(
        "<form action=/a><button formaction=⟦HTTP://⟧example.org/>low</button></form>",
        "form submits to `HTTP://example.org/` without encryption; use `https://`",
        fixed="<form action=/a><button formaction=https://example.org/>low</button></form>",
    ),
]


@rule(severity="warning", preset="recommended", since="0.1", when="tag:form")
def check(document: Document) -> Problems:
    for attribute, url in form_targets(document):
        value = browser_url(url)
        if value[:7].lower() != "http://" or is_private(host(value) or ""):
            continue
        start = attribute.value_span.start
        span = Span(start, start + 7)
        message = f"form submits to `{cut(value)}` without encryption; use `https://`"
        if document.text[start : start + 7].lower() != "http://":
            yield Problem(attribute.value_span, message)
            continue
        yield Problem(span, message, replace(span, "https://", "use `https://`", "unsafe"))
