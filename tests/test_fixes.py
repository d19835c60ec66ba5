"""Fixes as edits of a text: all edits or none, in text order."""

from hypothesis import given
from hypothesis import strategies as st

from contentlint.core.edits import Moves, apply, edited, fitting
from contentlint.core.finding import Edit, Fix
from contentlint.core.source import Span


def fix(*edits: tuple[int, int, str]) -> Fix:
    return Fix("do it", tuple(Edit(Span(start, end), text) for start, end, text in edits))


def test_edits_are_applied_at_their_places() -> None:
    assert apply("潮👍 low", [fix((3, 6, "high")), fix((0, 1, ""))]) == "👍 high"


def test_a_fix_that_overlaps_an_earlier_one_is_not_selected() -> None:
    assert apply("abcdef", [fix((0, 3, "X")), fix((2, 4, "Y"), (5, 6, "Z"))]) == "Xdef"


def test_of_two_insertions_at_one_place_the_first_that_is_given_is_made() -> None:
    assert apply("ab", [fix((1, 1, "x")), fix((1, 1, "y"))]) == "axb"
    assert apply("ab", [fix((1, 1, "x")), fix((1, 1, "x"))]) == "axb"


def test_fixes_that_touch_are_both_made() -> None:
    assert apply("abcd", [fix((1, 2, "")), fix((2, 3, "")), fix((1, 1, "x"))]) == "axd"


def test_nothing_to_do() -> None:
    assert apply("ab", []) == "ab"
    assert apply("ab", [fix()]) == "ab"


def test_where_places_are_afterwards() -> None:
    # ab[cd → XYZ]e[ + 12]f
    moves = Moves([Edit(Span(2, 4), "XYZ"), Edit(Span(5, 5), "12")])
    assert [moves.range(place) for place in range(7)] == [
        (0, 0),
        (1, 1),
        (2, 5),
        (2, 5),
        (5, 5),
        (6, 8),
        (9, 9),
    ]


@st.composite
def texts_and_fixes(draw: st.DrawFn) -> tuple[str, list[Fix]]:
    text = draw(st.text(alphabet="ab潮👍\n", max_size=12))
    places = st.integers(0, len(text))
    edits = st.builds(
        lambda one, other, new: (min(one, other), max(one, other), new),
        places,
        places,
        st.text(alphabet="XY", max_size=3),
    )
    return text, [fix(edit) for edit in draw(st.lists(edits, max_size=8))]


@given(texts_and_fixes())
def test_untouched_text_stays_and_moves_as_computed(case: tuple[str, list[Fix]]) -> None:
    text, fixes = case
    chosen = fitting(fixes)
    edits = [edit for fix in chosen for edit in fix.edits]
    after = edited(text, edits)
    moves = Moves(edits)
    assert len(after) - len(text) == sum(
        len(edit.text) - (edit.span.end - edit.span.start) for edit in edits
    )
    for offset, char in enumerate(text):
        if not any(edit.span.start <= offset < edit.span.end for edit in edits):
            low, high = moves.range(offset)
            assert char in after[low : high + 1]
            assert after[high] == char
    # The next round selects from the rest, and none of the rest is compatible with the selected ones.
    for left in fixes:
        if left not in chosen:
            assert fitting([*chosen, left]) == chosen or left.edits[0] in edits


@given(texts_and_fixes())
def test_moves_keep_the_order_of_places(case: tuple[str, list[Fix]]) -> None:
    text, fixes = case
    moves = Moves(edit for fix in fitting(fixes) for edit in fix.edits)
    ranges = [moves.range(offset) for offset in range(len(text) + 1)]
    assert ranges == sorted(ranges)
    assert [high for _, high in ranges] == sorted(high for _, high in ranges)
