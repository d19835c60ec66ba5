"""TOML 1.1, and the message and the place of the first error in a text that is not TOML."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contentlint.core.toml import NotToml, parse


@pytest.mark.parametrize(
    ("newer", "older"),
    [
        ("a = 2024-03-18T10:00", "a = 2024-03-18T10:00:00"),
        ("a = 2024-03-18 10:00Z", "a = 2024-03-18 10:00:00Z"),
        ("a = [12:30, 13:45:10]", "a = [12:30:00, 13:45:10]"),
        ("a = {b = 1,}", "a = {b = 1}"),
        ("a = {\n  b = 1, # tide\n  c = {\n}\n}", "a = {b = 1, c = {}}"),
        (r'a = "\x41\e[0m"', r'a = "A\u001b[0m"'),
    ],
)
def test_toml_1_1_is_read(newer: str, older: str) -> None:
    assert parse(newer) == tomllib.loads(older)


@pytest.mark.parametrize(
    ("text", "marked", "message"),
    [
        ("weight = 01", "01", "number `01` has a leading zero; write `1` or quote it"),
        ("draft = yes", "yes", "`yes` is not a boolean in TOML; write `true` or quote it"),
        (
            "a = null",
            "null",
            "`null` is not valid in TOML, which has no null; remove the key or quote it",
        ),
        ("date = 2024-3-8", "2024-3-8", "date `2024-3-8` is not valid in TOML; write `2024-03-08`"),
        ("a = #fff", "#fff", "`a` has no value: `#` begins a comment; quote `#fff`"),
        ("tags = [a, b]", "a", "unquoted string `a`; quote it"),
        ("tags = ['a'", "['a'", "unclosed `[`; add `]`"),
        ("tags = ['a'\nb = 1", "['a'", "unclosed `[`; add `]`"),
        ("tags = ['a'\n[rules]\n", "['a'", "unclosed `[`; add `]`"),
        ("my key = 1", "my key", "key `my key` needs quotes; quote it"),
        ("a = 1 b = 2", "b = 2", "expected a line break before `b = 2`"),
        ("a = 'b';", ";", "unexpected `;` after the value; remove it"),
        (
            r'a = "C:\data"',
            r"\d",
            r"invalid escape `\d` in a string; use single quotes or write `\\`",
        ),
        ("// tide", "//", "`//` does not begin a comment in TOML; use `#`"),
        ("[a]\n[a]", "[a]", "duplicate table `a`; merge it with the first one"),
        ("a = 1\n[a]", "[a]", "`a` already has a value; rename the table"),
        ("a.b = 1\n[a]", "[a]", "dotted keys already define table `a`; merge them with it"),
        ("[]", "[]", "table has no name; add one"),
    ],
)
def test_an_error_is_marked_where_it_must_be_changed(text: str, marked: str, message: str) -> None:
    with pytest.raises(NotToml) as caught:
        parse(text)
    start, end = caught.value.span
    assert (text[start:end], caught.value.message) == (marked, message)


def fault_of(text: str) -> NotToml | None:
    try:
        parse(text)
    except NotToml as error:
        return error
    return None


@given(st.text(alphabet="ab=[]{}\"'.,#:\\\n 10-T", max_size=30))
def test_any_text_is_read_as_by_the_standard_library_or_has_one_error(text: str) -> None:
    fault = fault_of(text)
    if fault is None:
        return
    assert 0 <= fault.span.start <= fault.span.end <= len(text)
    assert "\n" not in fault.message
    with pytest.raises(tomllib.TOMLDecodeError):
        tomllib.loads(text)
