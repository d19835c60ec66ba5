"""Finding the name that was probably meant."""

from difflib import get_close_matches

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contentlint.core.spelling import alike, nearest


@pytest.mark.parametrize(
    ("name", "known", "expected"),
    [
        ("auther", ["author", "title"], "author"),
        ("titel", ["title"], "title"),
        ("fial-on", ["fail-on"], "fail-on"),
        ("descripton", ["description"], "description"),
        ("Cover_Image", ["coverImage"], "coverImage"),
        ("tag", ["tags"], None),
        ("images", ["image"], None),
        ("date", ["data", "gate"], None),
        ("mood", ["title"], None),
        ("abc", ["abd"], None),
    ],
)
def test_nearest(name: str, known: list[str], expected: str | None) -> None:
    assert nearest(name, known) == expected


@given(
    st.text("ab-c/012", min_size=1, max_size=16),
    st.lists(st.text("ab-c/012", min_size=1, max_size=16), max_size=30),
    st.sampled_from([0.5, 0.75, 0.9]),
)
def test_the_name_that_is_most_alike_is_that_of_difflib(
    name: str, known: list[str], least: float
) -> None:
    known = [*known, name[:-1] + "c", name[1:] + "a", "a" + name]
    assert alike(name, known, least) == get_close_matches(name, known, 1, least)


def test_no_name_is_alike_if_none_is_known() -> None:
    assert alike("low", [], 0.5) == []
