"""The text that a Markdown renderer leaves as it is, in place.

Rules about leftover syntax search this text: whatever became an element, a URL, code or raw HTML is
masked, so a marker that remains is displayed to readers.
"""

import re
from collections.abc import Iterable, Iterator

from contentlint.core.patterns import lazy
from contentlint.core.source import Span
from contentlint.markup.source_map import ESCAPED, GENERATED, SourceMap

MASK = "\ue000"
"""Replaces every code point that is not running text, except white space."""

_NOT_SPACE = re.compile(r"\S")
# An escaped punctuation character, whose backslash is not displayed.
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
# In MDX, an expression in braces, and a block that imports or exports.
_EXPRESSION = lazy(r"\{[^{}]*\}|^(?:import|export)\b(?:[^\n]|\n(?!\s*\n))*", re.MULTILINE)


def running_text(text: str, shown: Iterable[Span], masks: Iterable[Span]) -> str:
    """The text of a file with everything but its running text masked.

    The backslash of an escape is kept, so that escaped markers can be recognized.

    Args:
        text: the file's text.
        shown: the ranges of running text, in any order.
        masks: the ranges of template syntax.
    """
    found = _kept(text, sorted(shown))
    parts: list[str] = []
    position = 0
    for start, end in masks:
        parts.append(found[position:start])
        parts.append(_NOT_SPACE.sub(MASK, found[start:end]))
        position = end
    return "".join(parts) + found[position:] if parts else found


def _kept(text: str, shown: list[Span]) -> str:
    """A text with everything outside of ranges, which are in order, masked."""
    parts: list[str] = []
    position = 0
    for start, end in shown:
        if end <= position:
            continue
        if start > position:
            parts.append(_masked(text, position, start))
        parts.append(text[max(start, position) : end])
        position = end
    parts.append(_masked(text, position, len(text)))
    return "".join(parts)


def escaped_outside_blocks(html: str, source_map: SourceMap) -> list[Span]:
    """The characters that Markdown escapes in text, in order, without those in code blocks."""
    found: list[Span] = []
    in_code = False
    for offset, start, end, kind in source_map.pieces:
        if kind == GENERATED:
            if html.startswith("<pre>", offset):
                in_code = True
            elif in_code and html.startswith("</code></pre>", offset):
                in_code = False
        elif kind == ESCAPED and not in_code:
            found.append(Span(start, end))
    return found


def outside(spans: Iterable[Span], areas: list[Span]) -> Iterator[Span]:
    """The ranges that start in none of the areas; both are in order, and areas do not overlap."""
    place = 0
    for span in spans:
        while place < len(areas) and areas[place].end <= span.start:
            place += 1
        if place == len(areas) or span.start < areas[place].start:
            yield span


def without_expressions(text: str) -> str:
    """Running text of MDX with the expressions and modules masked."""
    return _EXPRESSION.sub(lambda match: _NOT_SPACE.sub(MASK, match[0]), text)


def _masked(text: str, start: int, end: int) -> str:
    masked = _NOT_SPACE.sub(MASK, text[start:end])
    if text[end - 1 : end] == "\\" and _ESCAPE.match(text, end - 1):
        masked = masked[:-1] + "\\"
    return masked
