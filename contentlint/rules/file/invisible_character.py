"""A character that nobody sees stands where it does harm.

Zero-width spaces and joiners, soft hyphens, marks of writing direction and byte order marks come
along with text from chats, word processors and translation programs. A word with one in it is not
found by search, does not match when it is copied, and breaks over the line in the middle.

What belongs there is no fault: joiners in emoji and in Arabic, Persian and Indic words, zero-width
spaces in Thai or Khmer, soft hyphens between letters, marks of direction beside Hebrew, and breaks
behind the slashes of a long address.

Fix safety: a line or paragraph separator and a soft hyphen at the end of a line may have joined
or parted words; taking them out is unsafe.
"""

from contentlint.rule import (
    Document,
    Problem,
    Problems,
    Safety,
    Span,
    bad,
    delete,
    good,
    lazy,
    rule,
)
from contentlint.rules.file._invisible import Kind, does_harm, name_of
from contentlint.rules.file._signs import INVISIBLES, characters, signs

EXAMPLES = [
    good("<p>👩\u200d💻 می\u200cخواهم क्\u200dष สวัสดี\u200bครับ Donau\u00addampf שלום\u200f!</p>"),
    good("See https://example.org/\u200blow/\u200btide and **“潮”**\u200b汐\n", path="a.md"),
    good("🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f 潮"),
    good("\ufeff<p>`file/bom` knows it</p>"),
    bad(
        "---\r\ntitle: 低⟦\u200b\u200b⟧潮 👍\r\n---\r\nLow ti⟦\u200d⟧de⟦\ufeff⟧\r\n",
        "2 characters U+200B (zero-width space) that nobody sees; remove them",
        "character U+200D (zero-width joiner) that nobody sees; remove it",
        "character U+FEFF (byte order mark) that nobody sees; remove it",
        fixed="---\r\ntitle: 低潮 👍\r\n---\r\nLow tide\r\n",
    ),
    bad(
        "⟦\u200e⟧Low tide⟦\u200b⟧\n\n⟦\ufffc⟧\n",
        "character U+200E (left-to-right mark) that nobody sees; remove it",
        "character U+200B (zero-width space) that nobody sees; remove it",
        "character U+FFFC (object replacement character) that nobody sees; remove it",
        fixed="Low tide\n\n\n",
        path="a.md",
    ),
    bad(
        "Low ti⟦\u00ad⟧\nde⟦\u2028⟧land\n",
        "character U+00AD (soft hyphen) that nobody sees; remove it",
        "character U+2028 (line separator) that nobody sees; remove it",
        fixed="Low ti\ndeland\n",
        path="a.md",
    ),
    bad(
        '<a href="/low⟦\u200b⟧/tide">潮</a>',
        "character U+200B (zero-width space) that nobody sees; remove it",
        fixed='<a href="/low/tide">潮</a>',
    ),
]

_ALL = characters(INVISIBLES)
_RUN = lazy(f"([{INVISIBLES}])\\1*")


@rule(severity="warning", preset="recommended", since="0.1")
def check(document: Document) -> Problems:
    if _ALL.isdisjoint(document.once(signs)):
        return
    fault = document.source.fault
    if fault is not None and fault.unreadable:
        return
    for match in _RUN.finditer(document.text):
        span = Span(*match.span())
        kind = does_harm(document, span)
        if kind is Kind.FINE:
            continue
        char = match[1]
        code = f"U+{ord(char):04X} ({name_of(char)})"
        length = len(match[0])
        what, it = ("character", "it") if length == 1 else (f"{length} characters", "them")
        safety: Safety = "safe" if kind is Kind.HARM else "unsafe"
        fix = delete(span, f"remove {it}", safety)
        yield Problem(span, f"{what} {code} that nobody sees; remove {it}", fix)
