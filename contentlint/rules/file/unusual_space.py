"""A space that is no ordinary one stands where Markdown, YAML or HTML expects one.

A non-breaking or ideographic space looks like a space and is none: `# Low tide` with one behind
the `#` is no heading, `- low` with one is no item, `title: Low` with one is no key, `<img src>`
with one is no picture. In running text such spaces are no fault.
"""

import re
from collections.abc import Iterator

from contentlint.rule import Document, Problem, Problems, Span, bad, good, lazy, replace, rule
from contentlint.rules.file._signs import COMMON_SPACES, RARE_SPACES, characters, signs

EXAMPLES = [
    good("---\ntitle: Low\u00a0tide\n---\n\n\u3000\u3000低潮\u00a0:\n\n-\u00a0Oui.\n", path="a.md"),
    good("```\n#\u00a0Low\n<a\u00a0b>\n```\n", path="a.md"),
    good("<p>#\u00a0Low</p>\n# 1 &lt;a\u00a0b"),
    good("---\ntext: |\n  Prix\u00a0:\n  # low\n---\n", path="a.md"),
    bad(
        "---\r\ntitle:⟦\u00a0⟧潮 👍\r\n⟦\u3000⟧date: 2024-03-18\r\n---\r\n",
        "non-breaking space U+00A0 behind a key; write an ordinary space",
        "ideographic space U+3000 before a key; remove it",
        fixed="---\r\ntitle: 潮 👍\r\ndate: 2024-03-18\r\n---\r\n",
    ),
    bad(
        "##⟦\u00a0⟧Low tide\n\n- low\n-⟦\u3000⟧潮\n\n1. low\n2.⟦\u2003⟧high\n",
        "non-breaking space U+00A0 behind the signs of a heading; write an ordinary space",
        "ideographic space U+3000 behind the sign of an item; write an ordinary space",
        "em space U+2003 behind the sign of an item; write an ordinary space",
        fixed="## Low tide\n\n- low\n- 潮\n\n1. low\n2. high\n",
        path="a.md",
    ),
    bad(
        "<p>潮 <img⟦\u00a0⟧src='a.png' alt=''></p>",
        "non-breaking space U+00A0 behind the name of a tag; write an ordinary space",
        fixed="<p>潮 <img src='a.png' alt=''></p>",
    ),
]

_SPACES = COMMON_SPACES + RARE_SPACES
_RARE = characters(RARE_SPACES)
_BEFORE_KEY = lazy(rf"^([{_SPACES}]+)(?=[A-Za-z][\w-]*:(?:\s|$))", re.MULTILINE)
_BEHIND_KEY = lazy(rf"^[A-Za-z][\w-]*:([{_SPACES}]+)(?=\S)", re.MULTILINE)
_HEADING = lazy(rf"^ {{0,3}}#{{1,6}}([{_SPACES}]+)(?=\S)", re.MULTILINE)
_ITEM = lazy(rf"^[ \t]*(?:([-*+])|\d{{1,9}}[.)])([{_SPACES}]+)(?=\S)", re.MULTILINE)
_SOUND_ITEM = lazy(r"[ \t]{0,40}(?:([-*+])|\d{1,9}[.)])[ \t]+\S")
_TAG = lazy(rf"<[A-Za-z][A-Za-z0-9]*+([{_SPACES}]++)(?=[^<>]*+>)")
_NAMES = {
    "\u00a0": "non-breaking space",
    "\u1680": "ogham space mark",
    "\u2000": "en quad",
    "\u2001": "em quad",
    "\u2002": "en space",
    "\u2003": "em space",
    "\u2004": "three-per-em space",
    "\u2005": "four-per-em space",
    "\u2006": "six-per-em space",
    "\u2007": "figure space",
    "\u2008": "punctuation space",
    "\u2009": "thin space",
    "\u200a": "hair space",
    "\u202f": "narrow non-breaking space",
    "\u205f": "medium mathematical space",
    "\u3000": "ideographic space",
}


@rule(severity="warning", preset="recommended", since="0.1")
def check(document: Document) -> Problems:
    text = document.text
    is_common = "\u00a0" in text or "\u3000" in text
    if not is_common and _RARE.isdisjoint(document.once(signs)):
        return
    found = list(_in_front_matter(document))
    found += [(span, "behind the name of a tag") for span in _in_body(document, _TAG, 1)]
    if not document.is_html:
        found += [
            (span, "behind the signs of a heading") for span in _in_body(document, _HEADING, 1)
        ]
        items = (span for span in _in_body(document, _ITEM, 2) if _has_sound_neighbour(text, span))
        found += [(span, "behind the sign of an item") for span in items]
    for span, where in sorted(found):
        char = text[span.start]
        what = f"{_NAMES[char]} U+{ord(char):04X} {where}"
        if where == "before a key":
            fix = replace(span, "", "remove it")
            yield Problem(span, f"{what}; remove it", fix)
        else:
            fix = replace(span, " ", "write an ordinary space")
            yield Problem(span, f"{what}; write an ordinary space", fix)


def _in_front_matter(document: Document) -> Iterator[tuple[Span, str]]:
    """At the left edge of YAML stand keys alone, whatever else it holds."""
    front_matter = document.front_matter
    if front_matter.format != "yaml":
        return
    start, end = front_matter.opening.end, front_matter.block.end
    for pattern, where in ((_BEFORE_KEY, "before a key"), (_BEHIND_KEY, "behind a key")):
        for match in pattern.finditer(document.text, start, end):
            yield Span(*match.span(1)), where


def _in_body(document: Document, pattern: re.Pattern[str], group: int) -> Iterator[Span]:
    for match in pattern.finditer(document.text, document.body.start):
        span = Span(*match.span(group))
        if not document.is_code(match.start()) and not document.is_code(span.start):
            yield span


def _has_sound_neighbour(text: str, span: Span) -> bool:
    """Whether the line above or below is an item of the same kind with an ordinary space.

    A dash with a non-breaking space also begins what somebody says.
    """
    start = text.rfind("\n", 0, span.start) + 1
    above = text.rfind("\n", 0, max(start - 1, 0)) + 1
    below = text.find("\n", span.end) + 1
    own = text[start : span.start].strip()
    for place in (above if start else -1, below or -1):
        match = _SOUND_ITEM.match(text, place) if place >= 0 else None
        if match and (match[1] == own or (match[1] is None and own[-1] in ".)")):
            return True
    return False
