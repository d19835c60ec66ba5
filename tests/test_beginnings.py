"""The quick test for words of a pattern never misses one of them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contentlint.article.images import words
from contentlint.core.beginnings import QuickTest, beginnings

TABLES = {
    name: value
    for name, value in vars(words).items()
    if name.endswith("_WORDS") and isinstance(value, str)
}


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("oak|ash", {"oak", "ash"}),
        ("(?:red|dark)[ -]oaks?", {"red oa", "red-oa", "dark o", "dark-o"}),
        ("oaks?", {"oak", "oaks"}),
        ("o+k", {"o"}),
        ("o.k", {"o"}),
        ("(?!x)İzmir(?=y)", {"izmir"}),
        ("[a-z]lm", {f"{letter}lm" for letter in "abcdefghijklmnopqrstuvwxyz"}),
        (r"\d+", {""}),
    ],
)
def test_beginnings_are_folded_and_end_where_any_character_may_follow(
    pattern: str, found: set[str]
) -> None:
    assert beginnings(pattern) == found


@pytest.mark.parametrize("name", TABLES)
@given(st.data())
def test_no_text_with_a_word_fails_the_quick_test(name: str, data: st.DataObject) -> None:
    pattern = re.compile(TABLES[name], re.IGNORECASE)
    word = data.draw(st.from_regex(pattern, fullmatch=True, alphabet=st.characters(codec="utf-8")))
    before = data.draw(st.sampled_from(["", "潮 ", "-", "noon."]))
    assert QuickTest(name, TABLES[name])(f"{before}{word}: Mara")
    assert QuickTest(f"{name} inside", inside_words=[TABLES[name]])(f"x{word}")


def test_a_word_is_not_found_inside_another_word() -> None:
    assert not QuickTest("oaks", "oak")("soak")
    assert QuickTest("oaks inside", "ash", inside_words=["oak"])("soak")


@given(st.text("oakOAK\nıİſ -."))
def test_the_places_are_the_offsets_of_the_words(text: str) -> None:
    expected = [match.start() for match in re.finditer(r"(?<![^\W_])oak", text)]
    assert list(QuickTest("oaks", "oak").places(text)) == expected
