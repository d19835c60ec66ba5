"""Applying fixes: whole or not at all, in the order of the text."""

from contentlint.finding import Edit, Fix
from contentlint.fixes import apply
from contentlint.source import Span


def fix(*edits: tuple[int, int, str]) -> Fix:
    return Fix("do it", tuple(Edit(Span(start, end), text) for start, end, text in edits))


def test_edits_are_applied_at_their_places() -> None:
    assert apply("潮👍 low", [fix((3, 6, "high")), fix((0, 1, ""))]) == "👍 high"


def test_a_fix_that_overlaps_an_earlier_one_is_left() -> None:
    assert apply("abcdef", [fix((0, 3, "X")), fix((2, 4, "Y"), (5, 6, "Z"))]) == "Xdef"


def test_insertions_at_one_place_are_both_taken_and_the_same_one_once() -> None:
    assert apply("ab", [fix((1, 1, "x")), fix((1, 1, "y"))]) == "axyb"
    assert apply("ab", [fix((1, 1, "x")), fix((1, 1, "x"))]) == "axb"


def test_nothing_to_do() -> None:
    assert apply("ab", []) == "ab"
    assert apply("ab", [fix()]) == "ab"
