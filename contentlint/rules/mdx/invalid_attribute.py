"""An attribute in MDX is not valid JSX.

Tags in MDX follow the syntax of JSX, not of HTML. A value needs quotes or braces (`width="80"`,
`width={80}`), a name has letters, digits, `-`, `_`, `$` and `:` only (no `@click`, no `[low]`), and
braces among the attributes hold a spread (`{...low}`).

Quote the value, or write the attribute as the component expects it.
"""

from typing import TYPE_CHECKING

from contentlint.rule import (
    Document,
    Edit,
    Fix,
    Problem,
    Problems,
    Span,
    bad,
    good,
    lazy,
    rule,
)
from contentlint.rules.mdx._faults import faults, quoted

if TYPE_CHECKING:
    from contentlint.markup.mdx import FaultKind

EXAMPLES = [
    good("<Tide a=\"1\" b={2} c:d='3' {...e} f />\n", path="a.mdx"),
    good("<b class=low @click=a>Low</b>\n", path="a.md"),
    bad(
        "<b class=⟦low⟧>Low</b>\n\n<Tide\n  a=⟦80%⟧\n/>\n",
        'value of `class` is not quoted; use `"low"`',
        'value of `a` is not quoted; use `"80%"`',
        path="a.mdx",
        fixed='<b class="low">Low</b>\n\n<Tide\n  a="80%"\n/>\n',
    ),
    bad(
        "Low <Tide a=⟦“潮 low”⟧ />\n",
        'value of `a` has curly quotes; use `"`',
        path="a.mdx",
        fixed='Low <Tide a="潮 low" />\n',
    ),
    bad(
        "<Tide ⟦@click⟧='a' />\n\n<Tide a=⟦{}⟧ />\n\n<Tide ⟦{low}⟧ />\n",
        "`@click` is not a valid attribute in JSX",
        "expression `{}` in `<Tide>` is empty; add a value or remove it",
        "`{low}` in `<Tide>` is not a spread; use `{...low}`",
        path="a.mdx",
    ),
]

_KINDS: "tuple[FaultKind, ...]" = (
    "unquoted-value",
    "invalid-attribute",
    "empty-expression",
    "not-a-spread",
)
_NAME_BEFORE = lazy(r"(?<![^\s=<>{}\"'])([^\s=<>{}\"']++)\s*+=\s*+\Z")
_REST = lazy(r"[^\s<>=]+")
_CURLY = lazy(
    '[\u201c\u201d\u201e\u2018\u2019]([^\u201c\u201d\u201e\u2018\u2019"<>\n]*)'
    "[\u201c\u201d\u2018\u2019]"
)


@rule(
    severity="error",
    preset="recommended",
    since="0.2",
    standard="https://facebook.github.io/jsx/#prod-JSXAttributes",
    when="has:mdx_faults",
)
def check(document: Document) -> Problems:
    for fault in faults(document, *_KINDS):
        text = quoted(document, fault.span)
        if fault.kind == "unquoted-value":
            yield _unquoted(document, fault.span)
        elif fault.kind == "empty-expression":
            message = f"expression {text} in `<{fault.name}>` is empty; add a value or remove it"
            yield Problem(fault.span, message)
        elif fault.kind == "not-a-spread":
            message = f"{text} in `<{fault.name}>` is not a spread; use `{{...{_inner(text)}}}`"
            yield Problem(fault.span, message)
        else:
            rest = _REST.match(document.text, fault.span.start)
            span = Span(*rest.span()) if rest else fault.span
            yield Problem(span, f"{quoted(document, span)} is not a valid attribute in JSX")


def _inner(text: str) -> str:
    """What is between the braces, if that is a name."""
    inner = text.strip("`{} ")
    return inner if inner.replace(".", "").isidentifier() else "…"


def _unquoted(document: Document, span: Span) -> Problem:
    text = document.text
    line = text[max(span.start - 200, 0) : span.start]
    before = _NAME_BEFORE.search(line)
    name = f"value of `{before[1]}`" if before else "value"
    if curly := _CURLY.match(text, span.start):
        edits = (
            Edit(Span(curly.start(), curly.start() + 1), '"'),
            Edit(Span(curly.end() - 1, curly.end()), '"'),
        )
        fix = Fix('replace the quotes with `"`', edits)
        return Problem(Span(*curly.span()), f'{name} has curly quotes; use `"`', fix)
    value = text[span.start : span.end]
    edits = (Edit(Span(span.start, span.start), '"'), Edit(Span(span.end, span.end), '"'))
    start = span.start - len(line) + before.start() if before else span.start
    fix = Fix(f'replace with `"{value}"`', edits, names=(Span(start, span.end),))
    return Problem(span, f'{name} is not quoted; use `"{value}"`', fix)
