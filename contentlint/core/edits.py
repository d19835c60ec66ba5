"""Apply fixes to a text: which of them fit together, and where a place of it is afterwards."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate

from contentlint.core.finding import Edit, Fix
from contentlint.core.source import Span


def apply(text: str, fixes: Iterable[Fix]) -> str:
    """The text with every fix that fits; arguments as for `edited` and `fitting`."""
    return edited(text, [edit for fix in fitting(fixes) for edit in fix.edits])


def fitting(fixes: Iterable[Fix]) -> list[Fix]:
    """The fixes that can be made at once, in the order of the text.

    A fix is taken whole or not at all: where one of its edits overlaps one that is taken already,
    or both insert at one place, it is left for the next round. Of two that begin at one place the
    one that was given first is taken.

    Args:
        fixes: in any order; those without edits are left out.
    """
    taken: list[Edit] = []
    chosen: list[Fix] = []
    for fix in sorted((fix for fix in fixes if fix.edits), key=lambda fix: fix.edits[0].span):
        if all(_is_free(edit, taken) for edit in fix.edits):
            chosen.append(fix)
            for edit in fix.edits:
                taken.insert(bisect_left(taken, edit.span, key=lambda known: known.span), edit)
    return chosen


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with edits made.

    Args:
        text: what the spans of the edits are ranges of.
        edits: in any order; none overlaps another.
    """
    pieces: list[str] = []
    place = 0
    for edit in sorted(edits, key=lambda edit: edit.span):
        pieces += (text[place : edit.span.start], edit.text)
        place = edit.span.end
    return "".join((*pieces, text[place:]))


class Moves:
    """Where places of a text are after edits.

    Args:
        edits: in any order; none overlaps another.
    """

    def __init__(self, edits: Iterable[Edit]) -> None:
        self._edits = sorted(edits, key=lambda edit: edit.span)
        growth = (len(edit.text) - (edit.span.end - edit.span.start) for edit in self._edits)
        self._shifts = [0, *accumulate(growth)]

    def range(self, offset: int) -> Span:
        """The offsets at which what stood at an offset may stand now; mostly a single one.

        There are several where an edit replaced the place or inserted text at it.
        """
        index = bisect_left(self._edits, offset, key=lambda edit: edit.span.end)
        low = high = offset + self._shifts[index]
        while index < len(self._edits) and self._edits[index].span.start <= offset:
            edit = self._edits[index]
            if edit.span.start < edit.span.end == offset:
                low = high = offset + self._shifts[index + 1]
            else:
                low = min(low, edit.span.start + self._shifts[index])
                high = max(offset, edit.span.end) + self._shifts[index + 1]
            index += 1
        return Span(low, high)


def _is_free(edit: Edit, taken: Sequence[Edit]) -> bool:
    """Whether an edit overlaps none of the taken ones, which are sorted and apart."""
    place = bisect_left(taken, edit.span, key=lambda known: known.span)
    return not any(_overlap(edit, other) for other in taken[max(place - 2, 0) : place + 2])


def _overlap(one: Edit, other: Edit) -> bool:
    if one.span == other.span:
        return True
    return one.span.start < other.span.end and other.span.start < one.span.end
