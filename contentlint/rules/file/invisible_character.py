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

from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby

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
from contentlint.rules.file._invisible import Effect, effect_of, name_of
from contentlint.rules.file._suspects import INVISIBLES, expand_ranges, suspect_characters

EXAMPLES = [
    good("<p>👩\u200d💻 می\u200cخواهم क्\u200dष สวัสดี\u200bครับ Donau\u00addampf שלום\u200f!</p>"),
    good("See https://example.org/\u200blow/\u200btide and **“潮”**\u200b汐\n", path="a.md"),
    good("🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f 潮"),
    good("`U+2028` ends no string:\n\n```js\nconst low = 'ebb\u2028tide'\n```\n", path="a.md"),
    bad(
        "`U+200B`: `lo⟦\u2028⟧w`, ti⟦\u200b⟧de\n",
        "invisible character: U+2028 (line separator); remove it",
        "invisible character: U+200B (zero-width space); remove it",
        fixed="`U+200B`: `low`, tide\n",
        path="a.md",
    ),
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
        "Low⟦\u200b\u200d\u200b⟧tide\n\nL⟦\u200b⟧" + "o\u200b" * 9 + "w\n",
        "found 3 invisible characters: U+200B (zero-width space), U+200D (zero-width joiner); "
        "remove them",
        "found 10 invisible characters on this line: U+200B (zero-width space); remove them",
        fixed="Lowtide\n\nL" + "o" * 9 + "w\n",
        path="a.md",
    ),
    bad(
        '<a href="/low⟦\u200b⟧/tide">潮</a>',
        "invisible character: U+200B (zero-width space); remove it",
        fixed='<a href="/low/tide">潮</a>',
    ),
]

_ALL = expand_ranges(INVISIBLES)
# More findings than this on one line are one, and more names are not listed.
_MAX_ON_LINE, _MAX_NAMES = 8, 3
_RUN = lazy(f"([{INVISIBLES}])\\1*")


@rule(severity="warning", preset="recommended", since="0.1", when="test:file/has_suspects")
def check(document: Document) -> Problems:
    if _ALL.isdisjoint(document.once(suspect_characters)):
        return
    fault = document.source.fault
    if fault is not None and fault.unreadable:
        return
    for group in _groups(document, list(_runs(document))):
        characters = "".join(document.text[span.start : span.end] for span, _ in group)
        names = [f"U+{ord(char):04X} ({name_of(char)})" for char in dict.fromkeys(characters)]
        what, it = ("invisible character", "it")
        if len(characters) > 1:
            what, it = (f"found {len(characters)} invisible characters", "them")
        if len(names) > _MAX_NAMES:
            names[_MAX_NAMES:] = [f"{len(names) - _MAX_NAMES} more"]
        is_safe = all(effect is Effect.HARM for _, effect in group)
        title = "remove them" if len(names) > 1 else f"remove U+{ord(characters[0]):04X}"
        edits = tuple(Edit(span, "") for span, _ in group)
        first, last = group[0][0], group[-1][0]
        is_one = last.end - first.start == len(characters)
        yield Problem(
            Span(first.start, last.end) if is_one else first,
            f"{what}{'' if is_one else ' on this line'}: {', '.join(names)}; remove {it}",
            Fix(title, edits, "safe" if is_safe else "unsafe"),
        )


_Run = tuple[Span, Effect]


def _runs(document: Document) -> Iterator[_Run]:
    """The runs of one invisible character that is not allowed where it is."""
    for match in _RUN.finditer(document.text):
        span = Span(*match.span())
        effect = effect_of(document, span)
        if effect is not Effect.FINE:
            yield span, effect


def _groups(document: Document, runs: list[_Run]) -> Iterator[list[_Run]]:
    """The runs that are one finding: adjacent ones, and those of a line with many."""
    starts = document.source.line_starts
    by_line = groupby(runs, key=lambda run: bisect_right(starts, run[0].start))
    for _, line in by_line:
        group: list[_Run] = []
        on_line = list(line)
        for run in on_line:
            if group and len(on_line) <= _MAX_ON_LINE and group[-1][0].end != run[0].start:
                yield group
                group = []
            group.append(run)
        yield group
