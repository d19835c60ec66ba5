"""The text contains an invisible character that causes harm.

Zero-width spaces and joiners, soft hyphens, direction marks and byte order marks get into articles
with text from chats, word processors and translation tools. Search does not find a word that
contains one, a copy of it does not match, and a line may break in the middle of it.

Characters that have a purpose are allowed: joiners in emoji and in Arabic, Persian and Indic words,
zero-width spaces in Thai or Khmer, soft hyphens between letters, direction marks next to Hebrew,
and line-break hints after the slashes of a long URL.

Fix safety: unsafe for a line or paragraph separator and for a soft hyphen at the end of a line,
because they may join or separate words.
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
from contentlint.rules.file._invisible import Effect, effect_of, name_of
from contentlint.rules.file._suspects import INVISIBLES, expand_ranges, suspect_characters

EXAMPLES = [
    good("<p>👩\u200d💻 می\u200cخواهم क्\u200dष สวัสดี\u200bครับ Donau\u00addampf שלום\u200f!</p>"),
    good("See https://example.org/\u200blow/\u200btide and **“潮”**\u200b汐\n", path="a.md"),
    good("🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f 潮"),
    good("\ufeff<p>`file/bom` reports it</p>"),
    bad(
        "---\r\ntitle: 低⟦\u200b\u200b⟧潮 👍\r\n---\r\nLow ti⟦\u200d⟧de⟦\ufeff⟧\r\n",
        "found 2 invisible characters: U+200B (zero-width space); remove them",
        "invisible character: U+200D (zero-width joiner); remove it",
        "invisible character: U+FEFF (byte order mark); remove it",
        fixed="---\r\ntitle: 低潮 👍\r\n---\r\nLow tide\r\n",
    ),
    bad(
        "⟦\u200e⟧Low tide⟦\u200b⟧\n\n⟦\ufffc⟧\n",
        "invisible character: U+200E (left-to-right mark); remove it",
        "invisible character: U+200B (zero-width space); remove it",
        "invisible character: U+FFFC (object replacement character); remove it",
        fixed="Low tide\n\n\n",
        path="a.md",
    ),
    bad(
        "Low ti⟦\u00ad⟧\nde⟦\u2028⟧land\n",
        "invisible character: U+00AD (soft hyphen); remove it",
        "invisible character: U+2028 (line separator); remove it",
        fixed="Low ti\ndeland\n",
        path="a.md",
    ),
    bad(
        '<a href="/low⟦\u200b⟧/tide">潮</a>',
        "invisible character: U+200B (zero-width space); remove it",
        fixed='<a href="/low/tide">潮</a>',
    ),
]

_ALL = expand_ranges(INVISIBLES)
_RUN = lazy(f"([{INVISIBLES}])\\1*")


@rule(severity="warning", preset="recommended", since="0.1")
def check(document: Document) -> Problems:
    if _ALL.isdisjoint(document.once(suspect_characters)):
        return
    fault = document.source.fault
    if fault is not None and fault.unreadable:
        return
    for match in _RUN.finditer(document.text):
        span = Span(*match.span())
        effect = effect_of(document, span)
        if effect is Effect.FINE:
            continue
        char = match[1]
        code = f"U+{ord(char):04X} ({name_of(char)})"
        length = len(match[0])
        what, it = ("invisible character", "it")
        if length > 1:
            what, it = (f"found {length} invisible characters", "them")
        safety: Safety = "safe" if effect is Effect.HARM else "unsafe"
        fix = delete(span, f"remove U+{ord(char):04X}", safety)
        yield Problem(span, f"{what}: {code}; remove {it}", fix)
