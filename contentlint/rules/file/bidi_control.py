"""A control of writing direction turns letters around, or is not closed.

Such characters are invisible and make text look other than it is: an override shows the program
`tide_gpj.exe` as the picture `tide_exe.jpg`, and what is opened and not closed turns the rest of
the paragraph. Pairs of isolates and embeddings are no fault; neither are marks beside Arabic and
Hebrew.

Fix safety: unsafe, since text that stood turned around stands the other way then.
"""

import re

from contentlint.rule import Document, Problem, Problems, Span, bad, delete, good, lazy, rule
from contentlint.rules.file._signs import DIRECTIONS, characters, signs

EXAMPLES = [
    good("<p>The word \u2067גאות\u2069 means tide, \u202bגאות\u202c too.</p>"),
    good("\u2068👍\u2066a\u2069\n潮\u2069\n\n\u2067גאות\u202b\u2069\n", path="a.md"),
    bad(
        "<p>Open 潮⟦\u202e⟧gpj.exe 👍\u202c</p>\r\n",
        "right-to-left override U+202E shows letters in another order; remove it",
        fixed="<p>Open 潮gpj.exe 👍\u202c</p>\r\n",
    ),
    bad(
        "Low ⟦\u2067⟧גאות\n\ntide\n",
        "right-to-left isolate U+2067 is not closed in its paragraph; remove it",
        fixed="Low גאות\n\ntide\n",
        path="a.md",
    ),
    bad(
        "---\ntitle: Low ⟦\u202a⟧tide\n---\n",
        "left-to-right embedding U+202A is not closed in its paragraph; remove it",
        fixed="---\ntitle: Low tide\n---\n",
    ),
]

_NAMES = {
    "\u202a": "left-to-right embedding",
    "\u202b": "right-to-left embedding",
    "\u202d": "left-to-right override",
    "\u202e": "right-to-left override",
    "\u2066": "left-to-right isolate",
    "\u2067": "right-to-left isolate",
    "\u2068": "first strong isolate",
}
_OVERRIDES = "\u202d\u202e"
_ISOLATES = "\u2066\u2067\u2068"
_POP_ISOLATE, _POP = "\u2069", "\u202c"
_ALL = characters(DIRECTIONS)
_PLACE = lazy(rf"[{DIRECTIONS}]|\n\s*\n|^(?:---|\+\+\+)\s*$", re.MULTILINE)


@rule(
    severity="error",
    preset="recommended",
    since="0.1",
    standard="https://www.unicode.org/reports/tr9/#Explicit_Directional_Embeddings",
)
def check(document: Document) -> Problems:
    if _ALL.isdisjoint(document.once(signs)):
        return
    for place, is_override in sorted(_faults(document.text)):
        char = document.text[place]
        what = "shows letters in another order"
        if not is_override:
            what = "is not closed in its paragraph"
        span = Span(place, place + 1)
        message = f"{_NAMES[char]} U+{ord(char):04X} {what}; remove it"
        yield Problem(span, message, delete(span, safety="unsafe"))


def _faults(text: str) -> list[tuple[int, bool]]:
    """Where overrides stand, and what no character closes before its paragraph ends."""
    faults: list[tuple[int, bool]] = []
    open_now: list[int] = []
    for match in _PLACE.finditer(text):
        char, place = match[0], match.start()
        if char not in _ALL:
            faults += [(each, False) for each in open_now]
            open_now = []
        elif char in (_POP, _POP_ISOLATE):
            _close(text, open_now, is_isolate=char == _POP_ISOLATE)
        else:
            open_now.append(place)
            if char in _OVERRIDES:
                faults.append((place, True))
    faults += [(each, False) for each in open_now]
    overrides = {place for place, is_override in faults if is_override}
    return [fault for fault in faults if fault[1] or fault[0] not in overrides]


def _close(text: str, open_now: list[int], *, is_isolate: bool) -> None:
    """Take off what a closing character ends; that of an isolate ends what is open in it, too."""
    isolates = [i for i, place in enumerate(open_now) if text[place] in _ISOLATES]
    if is_isolate and isolates:
        del open_now[isolates[-1] :]
    elif not is_isolate and open_now and text[open_now[-1]] not in _ISOLATES:
        open_now.pop()
