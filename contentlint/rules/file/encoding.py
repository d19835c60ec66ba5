"""The file is not UTF-8.

Browsers, generators and feeds take it for UTF-8 all the same, and readers see � or other letters
than were written. Save the file as UTF-8.
"""

from contentlint.rule import Document, Problem, Problems, Span, bad, good, rule
from contentlint.rules.file._kinds import kind

EXAMPLES = [
    good("<p>潮汐 👍 café</p>"),
    good("\ufeff<p>tide</p>"),
    good("\udc89PNG\r\n\x1a\n\x00 is a picture, as `file/wrong-extension` says"),
    bad("<p>caf⟦\udce9⟧</p>", "byte 0xE9 is no UTF-8; the file seems to be WINDOWS-1252"),
    bad("潮汐\r\ntide ⟦\udc80⟧\r\n", "byte 0x80 is no UTF-8", path="a.md"),
]


@rule(
    severity="error",
    preset="recommended",
    since="0.1",
    standard="https://html.spec.whatwg.org/multipage/semantics.html#character-encoding-declaration",
)
def check(document: Document) -> Problems:
    fault = document.source.fault
    if fault is not None and document.once(kind) is None:
        end = min(fault.offset + 1, len(document.text))
        span = Span(min(fault.offset, end), end)
        yield Problem(span, fault.message, help="save the file as UTF-8")
