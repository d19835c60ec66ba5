"""The text that a Markdown renderer leaves as it is, in place.

Rules about leftover syntax search this text: whatever became an element, a URL, code or raw HTML is
masked, so a marker that remains is displayed to readers.
"""

import re
from collections.abc import Iterable, Iterator

from contentlint.core.patterns import lazy
from contentlint.core.source import Span
from contentlint.markup.source_map import ESCAPED, SourceMap

MASK = "\ue000"
"""Replaces every code point that is not running text, except white space."""

_NOT_SPACE = lazy(r"\S")
_WORD = lazy(r"\S+")
# White space beyond Latin-1.
_WIDE_SPACE = lazy("[\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
# Latin-1 with one byte for every character but white space.
_MASKED = bytes(code if chr(code).isspace() else 0xFF for code in range(256))
# An escaped punctuation character, whose backslash is not displayed.
_ESCAPE = lazy(r"\\(?=[!-/:-@\[-`{-~])")
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
    masked = _masked(text)
    found = _kept(text, masked, sorted(shown))
    parts: list[str] = []
    position = 0
    for start, end in masks:
        parts.append(found[position:start])
        parts.append(masked[start:end])
        position = end
    return "".join(parts) + found[position:] if parts else found


def _masked(text: str) -> str:
    """A text with every code point masked, except white space."""
    if not text.isascii() and _WIDE_SPACE.search(text):
        return _WORD.sub(lambda match: MASK * len(match[0]), text)
    # One byte a code point: what is not in Latin-1 is replaced, and is no white space.
    data = text.encode("latin-1", "replace").translate(_MASKED)
    return data.decode("latin-1").replace("\xff", MASK)


def _kept(text: str, masked: str, shown: list[Span]) -> str:
    """A masked text with ranges, which are in order, as they were before."""
    parts: list[str] = []
    position = 0
    for start, end in shown:
        if end <= position:
            continue
        if start > position:
            parts.append(masked[position:start])
            # The backslash of an escape.
            if text[start - 1] == "\\" and _ESCAPE.match(text, start - 1):
                parts[-1] = parts[-1][:-1] + "\\"
        parts.append(text[max(start, position) : end])
        position = end
    parts.append(masked[position:])
    return "".join(parts)


def escaped_outside_blocks(html: str, source_map: SourceMap) -> list[Span]:
    """The characters that Markdown escapes in text, in order, without those in code blocks."""
    escaped = [piece for piece in source_map.pieces if piece[3] == ESCAPED]
    blocks = _code_blocks(html, source_map) if escaped else []
    found: list[Span] = []
    index = 0
    for offset, start, end, _ in escaped:
        while index < len(blocks) and blocks[index].end <= offset:
            index += 1
        if index == len(blocks) or offset < blocks[index].start:
            found.append(Span(start, end))
    return found


def _code_blocks(html: str, source_map: SourceMap) -> list[Span]:
    """The ranges of code blocks from Markdown in the rendered text, in order."""
    found: list[Span] = []
    start = html.find("<pre>")
    while start >= 0:
        end = start + 1
        if source_map.is_generated(start):
            # A `<` in code is escaped.
            end = html.find("</code></pre>", start)
            if end < 0:
                end = len(html)
            found.append(Span(start, end))
        start = html.find("<pre>", end)
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
