"""Lines and columns: 1-based code points, for all line endings and scripts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contentlint.core.source import Characters, Position, Source, Span, contains


@pytest.mark.parametrize(
    ("text", "marked", "line", "column"),
    [
        ("a\nbc", "c", 2, 2),
        ("a\r\nbc", "c", 2, 2),
        ("a\rbc", "c", 2, 2),
        ("潮汐\n低潮x", "x", 2, 3),
        ("👍👍x", "x", 1, 3),
        ("\t\tx", "x", 1, 3),
        ("\ufeffx", "x", 1, 1),
        ("\ufeff\nx", "x", 2, 1),
        ("\n\n---\n", "---", 3, 1),
        ("e\u0301x", "x", 1, 3),
    ],
)
def test_a_place_has_its_line_and_column(text: str, marked: str, line: int, column: int) -> None:
    source = Source("a.md", text)
    assert source.position(text.index(marked)) == Position(line, column)
    assert source.offset(line, column) == text.index(marked)


def test_the_end_of_the_text_has_a_place() -> None:
    assert Source("a.md", "a\n").position(2) == Position(2, 1)
    assert Source("a.md", "").position(0) == Position(1, 1)


def test_a_line_is_spanned_without_its_end_and_mark() -> None:
    source = Source("a.md", "\ufeffone\r\ntwo")
    assert source.line_span(1) == Span(1, 4)
    assert source.line_span(2) == Span(6, 9)


@given(st.text(alphabet="ab潮👍\t\r\n", max_size=30), st.data())
def test_offsets_survive_the_way_there_and_back(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    source = Source("a.md", text)
    assert source.offset(*source.position(offset)) == offset


@pytest.mark.parametrize("word", ["::", ":::", "{{", "[[", "](<>)", "潮{", "low"])
@pytest.mark.parametrize(
    "text",
    ["", ":", "::", "a:b " * 30, "a:b " * 30 + "::", ":" * 30, "{ {{", "[[ 潮{{ ](<>)", "low"],
)
def test_a_word_is_found_where_python_finds_it(text: str, word: str) -> None:
    assert contains(text, word) == (word in text)
    assert Characters(text).has_word(word) == (word in text)


def test_the_bytes_of_a_source_are_those_of_its_text() -> None:
    assert Source("a.md", "潮\ud800").encoded == "潮".encode() + b"\xed\xa0\x80"
    assert Source("a.md", "潮", None, "潮".encode()).encoded == "潮".encode()
