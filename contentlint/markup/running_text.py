"""The text that a Markdown renderer leaves as it is, in place.

Rules about leftover syntax search this text: whatever became an element, a URL, code or raw HTML is
masked, so a marker that remains is displayed to readers.
"""

import re
from collections.abc import Iterable

from contentlint.core.patterns import lazy
from contentlint.core.source import Span

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
    parts: list[str] = []
    position = 0
    for start, end in sorted(shown):
        if end <= position:
            continue
        start = max(start, position)
        parts.append(_masked(text, position, start))
        parts.append(text[start:end])
        position = end
    parts.append(_masked(text, position, len(text)))
    found = "".join(parts)
    for start, end in masks:
        found = found[:start] + _NOT_SPACE.sub(MASK, found[start:end]) + found[end:]
    return found


def without_expressions(text: str) -> str:
    """Running text of MDX with the expressions and modules masked."""
    return _EXPRESSION.sub(lambda match: _NOT_SPACE.sub(MASK, match[0]), text)


def _masked(text: str, start: int, end: int) -> str:
    masked = _NOT_SPACE.sub(MASK, text[start:end])
    if end > start and _ESCAPE.match(text, end - 1):
        masked = masked[:-1] + "\\"
    return masked
