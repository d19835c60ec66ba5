"""A special space character is used where the syntax needs a plain space.

A non-breaking or ideographic space looks like a space, but Markdown, YAML and HTML do not treat it
as one: with such a space, `# Low tide` is not a heading, `- low` is not a list item, `title: Low`
is not a key and `<img src>` is not an image. Use a plain space (U+0020). In running text these
characters are allowed.
"""

import re
from collections.abc import Iterator

from contentlint.rule import Document, Problem, Problems, Span, bad, good, lazy, replace, rule
from contentlint.rules.file._suspects import (
    COMMON_SPACES,
    RARE_SPACES,
    expand_ranges,
    suspect_characters,
)

EXAMPLES = [
    good("---\ntitle: Low\u00a0tide\n---\n\n\u3000\u3000低潮\u00a0:\n\n-\u00a0Oui.\n", path="a.md"),
    good("```\n#\u00a0Low\n<a\u00a0b>\n```\n", path="a.md"),
    good("<p>#\u00a0Low</p>\n# 1 &lt;a\u00a0b"),
    good("---\ntext: |\n  Prix\u00a0:\n  # low\n---\n", path="a.md"),
    bad(
        "---\r\ntitle:⟦\u00a0⟧潮 👍\r\n⟦\u3000⟧date: 2024-03-18\r\n---\r\n",
        "non-breaking space U+00A0 after a key; use a plain space",
        "ideographic space U+3000 before a key; remove it",
        fixed="---\r\ntitle: 潮 👍\r\ndate: 2024-03-18\r\n---\r\n",
    ),
    bad(
        "##⟦\u00a0⟧Low tide\n\n- low\n-⟦\u3000⟧潮\n\n1. low\n2.⟦\u2003⟧high\n",
        "non-breaking space U+00A0 after a heading marker; use a plain space",
        "ideographic space U+3000 after a list marker; use a plain space",
        "em space U+2003 after a list marker; use a plain space",
        fixed="## Low tide\n\n- low\n- 潮\n\n1. low\n2. high\n",
        path="a.md",
    ),
    good("-\u00a0oui, dit-elle.\n\nlow\n-\u00a0tide\n\n1.\u00a0mai\n", path="a.md"),
    bad(
        "Low.\n\n-⟦\u00a0⟧ebb tide\n",
        "non-breaking space U+00A0 after a list marker; use a plain space",
        fixed="Low.\n\n- ebb tide\n",
        path="a.md",
    ),
    bad(
        "<p>潮 <img⟦\u00a0⟧src='a.png' alt=''></p>",
        "non-breaking space U+00A0 after a tag name; use a plain space",
        fixed="<p>潮 <img src='a.png' alt=''></p>",
    ),
]

_SPACES = COMMON_SPACES + RARE_SPACES
_ANY = lazy(f"[{_SPACES}]")
_RARE = expand_ranges(RARE_SPACES)
_BEFORE_KEY = lazy(rf"^([{_SPACES}]+)(?=[A-Za-z][\w-]*:(?:\s|$))", re.MULTILINE)
_AFTER_KEY = lazy(rf"^[A-Za-z][\w-]*:([{_SPACES}]+)(?=\S)", re.MULTILINE)
_HEADING = lazy(rf"^ {{0,3}}#{{1,6}}([{_SPACES}]+)(?=\S)", re.MULTILINE)
_ITEM = lazy(rf"^[ \t]*(?:([-*+])|\d{{1,9}}[.)])([{_SPACES}]+)(?=\S)", re.MULTILINE)
_PLAIN_ITEM = lazy(r"[ \t]{0,40}(?:([-*+])|\d{1,9}[.)])[ \t]+\S")
_TAG = lazy(rf"<[A-Za-z][A-Za-z0-9]*+([{_SPACES}]++)(?=[^<>]*+>)")
# What each of the last three contains; an indented paragraph does not.
_AFTER_MARK = lazy(rf"[{_SPACES}](?<=[-*+.)#A-Za-z0-9].)")
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


@rule(
    severity="warning",
    preset="recommended",
    since="0.1",
    when="text:\u00a0 or text:\u3000 or test:file/has_suspects",
)
def check(document: Document) -> Problems:
    text = document.text
    is_common = "\u00a0" in text or "\u3000" in text
    if not is_common and _RARE.isdisjoint(document.once(suspect_characters)):
        return
    found = list(_in_front_matter(document))
    if _AFTER_MARK.search(text, document.body.start):
        found += _in_body(document)
    for span, where in sorted(found):
        char = text[span.start]
        what = f"{_NAMES[char]} U+{ord(char):04X} {where}"
        if where == "before a key":
            fix = replace(span, "", f"remove U+{ord(char):04X}")
            yield Problem(span, f"{what}; remove it", fix)
        else:
            fix = replace(span, " ", "use a plain space")
            yield Problem(span, f"{what}; use a plain space", fix)


def _in_front_matter(document: Document) -> Iterator[tuple[Span, str]]:
    """Spaces around keys; only keys occur at the left edge of YAML."""
    front_matter = document.front_matter
    start, end = front_matter.opening.end, front_matter.block.end
    if front_matter.format != "yaml" or not _ANY.search(document.text, start, end):
        return
    for pattern, where in ((_BEFORE_KEY, "before a key"), (_AFTER_KEY, "after a key")):
        for match in pattern.finditer(document.text, start, end):
            yield Span(*match.span(1)), where


def _in_body(document: Document) -> Iterator[tuple[Span, str]]:
    """Spaces after tag names and markers of Markdown."""
    text = document.text
    for tag in _TAG.finditer(text, document.body.start):
        if not _is_in_code(document, tag, 1):
            yield Span(*tag.span(1)), "after a tag name"
    for start in () if document.is_html else _lines_with_spaces(document):
        heading, item = _HEADING.match(text, start), _ITEM.match(text, start)
        if heading is not None and not _is_in_code(document, heading, 1):
            yield Span(*heading.span(1)), "after a heading marker"
        if item is not None and not _is_in_code(document, item, 2):
            span = Span(*item.span(2))
            if _is_item(text, span):
                yield span, "after a list marker"


def _lines_with_spaces(document: Document) -> Iterator[int]:
    """Where the lines of the body start that may have a space after a marker."""
    text = document.text
    start = place = document.body.start
    known = -1
    for match in _AFTER_MARK.finditer(text, place):
        start = text.rfind("\n", place, match.start()) + 1 or start
        place = match.start()
        if start != known:
            yield start
        known = start


def _is_in_code(document: Document, match: re.Match[str], group: int) -> bool:
    return document.is_code(match.start()) or document.is_code(match.start(group))


def _is_item(text: str, span: Span) -> bool:
    """Whether the marker before a space is one of a list.

    A dash with a non-breaking space also introduces direct speech, which ends like a sentence, and
    a number may be part of one.
    """
    if _has_plain_neighbor(text, span):
        return True
    start = text.rfind("\n", 0, span.start) + 1
    above = text[text.rfind("\n", 0, max(start - 1, 0)) + 1 : start].strip()
    line_end = text.find("\n", span.end)
    line = text[span.end : line_end if line_end >= 0 else None].rstrip()
    return (
        text[start : span.start].strip() in ("-", "*", "+")
        and above == ""
        and line[-1:].isalnum()
        and line[:1].islower()
    )


def _has_plain_neighbor(text: str, span: Span) -> bool:
    """Whether the line above or below is an item of the same kind with a plain space."""
    start = text.rfind("\n", 0, span.start) + 1
    above = text.rfind("\n", 0, max(start - 1, 0)) + 1
    below = text.find("\n", span.end) + 1
    own = text[start : span.start].strip()
    for place in (above if start else -1, below or -1):
        match = _PLAIN_ITEM.match(text, place) if place >= 0 else None
        if match and (match[1] == own or (match[1] is None and own[-1] in ".)")):
            return True
    return False
