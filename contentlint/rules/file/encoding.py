"""The file is not valid UTF-8.

Browsers, generators and feed readers decode it as UTF-8 anyway, so readers see � or wrong letters.
Save the file as UTF-8.
"""

from contentlint.rule import Document, Problem, Problems, Span, bad, good, rule
from contentlint.rules.file._file_types import foreign_type

EXAMPLES = [
    good("<p>潮汐 👍 café</p>"),
    good("\ufeff<p>tide</p>"),
    good("\udc89PNG\r\n\x1a\n\x00 is an image, which `file/wrong-extension` reports"),
    bad("<p>caf⟦\udce9⟧</p>", "invalid UTF-8: byte 0xE9; the encoding is probably WINDOWS-1252"),
    bad(
        "<p>Ole K⟦\udcf6⟧hler, Rio da Ubica\udce7\udce3o</p>",
        "invalid UTF-8: byte 0xF6; the encoding is probably WINDOWS-1252",
    ),
    bad(
        "<p>⟦\udcb3⟧\udcb1\udccf\udcab low</p>",
        "invalid UTF-8: byte 0xB3; the encoding is probably GB18030",
    ),
    bad("潮汐\r\ntide ⟦\udc80⟧\r\n", "invalid UTF-8: byte 0x80", path="a.md"),
]


@rule(
    severity="error",
    preset="recommended",
    since="0.1",
    standard="https://html.spec.whatwg.org/multipage/semantics.html#character-encoding-declaration",
    when="has:source.fault",
)
def check(document: Document) -> Problems:
    fault = document.source.fault
    if fault is not None and document.once(foreign_type) is None:
        end = min(fault.offset + 1, len(document.text))
        span = Span(min(fault.offset, end), end)
        yield Problem(span, fault.message, help="save the file as UTF-8")
