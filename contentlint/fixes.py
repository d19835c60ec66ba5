"""Apply fixes to a text."""

from collections.abc import Iterable

from contentlint.finding import Edit, Fix


def apply(text: str, fixes: Iterable[Fix]) -> str:
    """The text with every fix that fits.

    A fix is taken whole or not at all: where one of its edits overlaps a fix that stands earlier,
    it is left for the next run. Two insertions at one place are both taken, in their order.

    Args:
        text: what the spans of the edits are ranges of.
        fixes: in any order.
    """
    taken: list[Edit] = []
    ordered = sorted((fix for fix in fixes if fix.edits), key=lambda fix: fix.edits[0].span)
    for fix in ordered:
        if all(not _overlap(edit, other) for edit in fix.edits for other in taken):
            taken.extend(fix.edits)
    pieces: list[str] = []
    place = 0
    for edit in sorted(taken, key=lambda edit: edit.span):
        pieces += (text[place : edit.span.start], edit.text)
        place = edit.span.end
    return "".join((*pieces, text[place:]))


def _overlap(one: Edit, other: Edit) -> bool:
    if one == other:
        return True
    return one.span.start < other.span.end and other.span.start < one.span.end
