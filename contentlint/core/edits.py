"""Apply fixes to a text: select compatible ones, and map offsets to the edited text."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate

from contentlint.core.finding import Edit, Fix
from contentlint.core.source import Span


def apply(text: str, fixes: Iterable[Fix]) -> str:
    """The text with all compatible fixes applied; arguments as for `edited` and `fitting`."""
    return edited(text, [edit for fix in fitting(fixes) for edit in fix.edits])


def fitting(fixes: Iterable[Fix]) -> list[Fix]:
    """The fixes that can be applied together, in text order.

    A fix is selected as a whole or not at all. If one of its edits overlaps a selected edit, or
    both insert at the same offset, it waits for the next round. Of two fixes that start at the same
    offset, the first one given is selected.

    Args:
        fixes: in any order; fixes without edits are skipped.
    """
    selected: list[Edit] = []
    chosen: list[Fix] = []
    for fix in sorted((fix for fix in fixes if fix.edits), key=lambda fix: fix.edits[0].span):
        if all(_is_free(edit, selected) for edit in fix.edits):
            chosen.append(fix)
            for edit in fix.edits:
                selected.insert(
                    bisect_left(selected, edit.span, key=lambda known: known.span), edit
                )
    return chosen


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with edits applied.

    Args:
        text: the text that the spans refer to.
        edits: in any order; none overlaps another.
    """
    pieces: list[str] = []
    place = 0
    for edit in sorted(edits, key=lambda edit: edit.span):
        pieces += (text[place : edit.span.start], edit.text)
        place = edit.span.end
    return "".join((*pieces, text[place:]))


class Moves:
    """Maps offsets of a text to the text after edits.

    Args:
        edits: in any order; none overlaps another.
    """

    def __init__(self, edits: Iterable[Edit]) -> None:
        self._edits = sorted(edits, key=lambda edit: edit.span)
        growth = (len(edit.text) - (edit.span.end - edit.span.start) for edit in self._edits)
        self._shifts = [0, *accumulate(growth)]

    def range(self, offset: int) -> Span:
        """The range of new offsets of an old offset; usually a single one.

        There are several if an edit replaced that place or inserted text there.
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


def _is_free(edit: Edit, selected: Sequence[Edit]) -> bool:
    """Whether an edit overlaps none of the selected edits, which are sorted and disjoint."""
    place = bisect_left(selected, edit.span, key=lambda known: known.span)
    return not any(_overlap(edit, other) for other in selected[max(place - 2, 0) : place + 2])


def _overlap(one: Edit, other: Edit) -> bool:
    if one.span == other.span:
        return True
    return one.span.start < other.span.end and other.span.start < one.span.end
