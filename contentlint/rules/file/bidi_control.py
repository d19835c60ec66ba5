"""A bidirectional control character reorders text or is not closed.

These characters are invisible and make text look different from what it is: an override displays
the program `tide_gpj.exe` as the image `tide_exe.jpg`, and an unclosed embedding or isolate affects
the rest of the paragraph. Closed isolates and embeddings are allowed, and so are direction marks
next to Arabic and Hebrew. Remove the character.

Fix safety: unsafe, because text that was reordered is displayed in another order afterwards.
"""

import re

from contentlint.rule import Document, Problem, Problems, Span, bad, delete, good, lazy, rule
from contentlint.rules.file._suspects import DIRECTIONS, expand_ranges, suspect_characters

EXAMPLES = [
    good("<p>The word \u2067גאות\u2069 means tide, \u202bגאות\u202c too.</p>"),
    good("\u2068👍\u2066a\u2069\n潮\u2069\n\n\u2067גאות\u202b\u2069\n", path="a.md"),
    bad(
        "<p>Open 潮⟦\u202e⟧gpj.exe 👍\u202c</p>\r\n",
        "right-to-left override U+202E reorders the text after it; remove it",
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
_ALL = expand_ranges(DIRECTIONS)
_PLACE = lazy(rf"[{DIRECTIONS}]|\n\s*\n|^(?:---|\+\+\+)\s*$", re.MULTILINE)


@rule(
    severity="error",
    preset="recommended",
    since="0.1",
    standard="https://www.unicode.org/reports/tr9/#Explicit_Directional_Embeddings",
    when="test:file/has_suspects",
)
def check(document: Document) -> Problems:
    if _ALL.isdisjoint(document.once(suspect_characters)):
        return
    for place, is_override in sorted(_problems(document.text)):
        char = document.text[place]
        what = "reorders the text after it"
        if not is_override:
            what = "is not closed in its paragraph"
        span = Span(place, place + 1)
        message = f"{_NAMES[char]} U+{ord(char):04X} {what}; remove it"
        yield Problem(span, message, delete(span, f"remove U+{ord(char):04X}", "unsafe"))


def _problems(text: str) -> list[tuple[int, bool]]:
    """The offsets of overrides (True) and of what is not closed in its paragraph (False)."""
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
    """Pop what a closing character ends; a pop of an isolate also ends what is open inside."""
    isolates = [i for i, place in enumerate(open_now) if text[place] in _ISOLATES]
    if is_isolate and isolates:
        del open_now[isolates[-1] :]
    elif not is_isolate and open_now and text[open_now[-1]] not in _ISOLATES:
        open_now.pop()
