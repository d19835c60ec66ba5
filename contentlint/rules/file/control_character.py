"""A control character stands in the text.

It came along from a terminal, a word processor or a broken conversion. Nobody sees it, but feeds
and XML parsers refuse the whole page, search does not find the word, and YAML does not allow it.
"""

from contentlint.rule import Document, Problem, Problems, Span, bad, delete, good, lazy, rule
from contentlint.rules.file._mojibake import garbled, holds
from contentlint.rules.file._signs import CONTROLS, characters, signs

EXAMPLES = [
    good("low\ttide\r\nhigh\ftide 👍 潮"),
    good("<p>â€\x9d is a quotation mark to `file/mojibake`</p>"),
    bad(
        "<p>low⟦\x08⟧ tide</p>",
        "control character U+0008 in the text; remove it",
        fixed="<p>low tide</p>",
    ),
    bad(
        "潮⟦\x00\x00⟧\r\n👍 ⟦\x93⟧tide⟦\x94⟧\r\n",
        "control characters U+0000 in the text; remove them",
        "control character U+0093 in the text; remove it",
        "control character U+0094 in the text; remove it",
        fixed="潮\r\n👍 tide\r\n",
        path="a.md",
    ),
]

_CONTROL = lazy(f"[{CONTROLS}]+")
_ALL = characters(CONTROLS)


@rule(
    severity="error",
    preset="recommended",
    since="0.1",
    standard="https://html.spec.whatwg.org/multipage/parsing.html"
    "#parse-error-control-character-in-input-stream",
)
def check(document: Document) -> Problems:
    if _ALL.isdisjoint(document.once(signs)):
        return
    fault = document.source.fault
    if fault is not None and fault.unreadable:
        return  # `file/encoding` says that this is no text
    if not document.source.may_have_controls:
        return
    for match in _CONTROL.finditer(document.text):
        span = Span(*match.span())
        if holds(document.once(garbled), span.start):
            continue
        codes = ", ".join(f"U+{ord(char):04X}" for char in dict.fromkeys(match[0]))
        many = len(match[0]) > 1
        noun, it = ("characters", "them") if many else ("character", "it")
        message = f"control {noun} {codes} in the text; remove {it}"
        yield Problem(span, message, delete(span, f"remove {it}"))
