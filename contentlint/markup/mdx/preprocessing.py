"""What Docusaurus changes in an article before it is compiled as MDX."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from typing import Final

from contentlint.core.patterns import lazy
from contentlint.core.tuples import NamedTuple
from contentlint.site.generator import MdxExtension

_UNWRAPPED = tuple(
    re.compile(
        rf"(?m)^ *{fence} *mdx-code-block\n"
        rf"(?P<kept>[^\n]*(?:\n(?! *{fence}(?:\n|\Z| *mdx-code-block\n))[^\n]*)*+)"
        rf"\n *{fence}(?=\n|\Z)"
    )
    for fence in ("```", "````")
)
_HEADING = lazy(r"(?m)^#{1,6}(?!#).*$")
_ADMONITION = lazy(
    r"(?m)^(?:> ?)*(?: +|\t+)?:{3,}"
    r"(?:secondary|info|success|danger|note|tip|warning|important|caution)"
    r"(?P<space> +)(?P<title>.*)$"
)


class Change(NamedTuple):
    """A replacement.

    Args:
        start, end: the range that it replaces.
        text: what comes instead.
    """

    start: int
    end: int
    text: str


class Moved:
    """Where the characters of a changed text were before."""

    def __init__(self, changes: Iterable[Change]) -> None:
        self._starts = [0]
        self._shifts = [0]
        shift = 0
        for change in changes:
            growth = len(change.text) - (change.end - change.start)
            start = change.start + shift
            if growth < 0:
                # What comes after a cut was further on.
                start += len(change.text)
            shift += growth
            self._starts.append(start if growth < 0 else start + growth)
            self._shifts.append(shift)

    def origin(self, offset: int) -> int:
        """The offset before the changes."""
        return offset - self._shifts[bisect_right(self._starts, offset) - 1]


def prepare(text: str, extensions: frozenset[MdxExtension]) -> tuple[str, Callable[[int], int]]:
    """The text that is compiled, and the way back to its places in the given one.

    Args:
        text: the text after the front matter.
        extensions: what the site adds to MDX.
    """
    passes: list[Moved] = []
    for extension, changes_of in _PASSES:
        changes = changes_of(text) if extension in extensions else []
        if changes:
            passes.append(Moved(changes))
            text = _changed(text, changes)

    def origin(offset: int) -> int:
        for each in reversed(passes):
            offset = each.origin(offset)
        return offset

    return text, origin


def _changed(text: str, changes: list[Change]) -> str:
    pieces: list[str] = []
    at = 0
    for change in changes:
        pieces += (text[at : change.start], change.text)
        at = change.end
    return "".join((*pieces, text[at:]))


def _unwrapped_3(text: str) -> list[Change]:
    return _unwrapped(text, _UNWRAPPED[0])


def _unwrapped_4(text: str) -> list[Change]:
    return _unwrapped(text, _UNWRAPPED[1])


def _unwrapped(text: str, pattern: re.Pattern[str]) -> list[Change]:
    """The fences around ```` ```mdx-code-block ````, which are left out."""
    if "mdx-code-block" not in text:
        return []
    changes: list[Change] = []
    for match in pattern.finditer(text):
        start, end = match.span("kept")
        changes += (Change(match.start(), start, ""), Change(end, match.end(), ""))
    return changes


def _headings(text: str) -> list[Change]:
    """A backslash before the first `{#` of a heading, which is an id."""
    changes: list[Change] = []
    for match in _HEADING.finditer(text):
        place = text.find("{#", match.start(), match.end())
        if place >= 0 and text[place - 2 : place] != "\\\\" and text[place - 1] != "\\":
            changes.append(Change(place, place, "\\"))
    return changes


def _admonitions(text: str) -> list[Change]:
    """`:::note title` becomes `:::note[title]`."""
    changes: list[Change] = []
    for match in _ADMONITION.finditer(text) if ":::" in text else ():
        changes += (
            Change(*match.span("space"), "["),
            Change(match.end(), match.end(), "]"),
        )
    return changes


_PASSES: Final[tuple[tuple[MdxExtension, Callable[[str], list[Change]]], ...]] = (
    ("code-blocks", _unwrapped_3),
    ("code-blocks", _unwrapped_4),
    ("heading-ids", _headings),
    ("admonition-titles", _admonitions),
)
