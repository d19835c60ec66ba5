"""The public types for front matter: accepted values and messages for the others."""

from datetime import date, datetime
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from contentlint import fields
from contentlint.core import dates


def said(kind: str, value: Any) -> str | None:
    """The message of a type for a value; None if it accepts it."""
    try:
        TypeAdapter(getattr(fields, kind)).validate_python(value)
    except ValidationError as error:
        return error.errors()[0]["msg"]
    return None


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("Title", "潮 👍"),
        ("Title", 2024),
        ("Text", ""),
        ("PublishDate", date(2024, 3, 18)),
        ("PublishDate", datetime(2024, 3, 18, 20)),
        ("PublishDate", "2024-03-18"),
        ("PublishDate", "2024-03-18 20:00:00 +08:00"),
        ("PublishDate", "2024/3/8 20:00"),
        ("PublishDate", "2024-03"),
        ("PublishDate", "{{ date }}"),
        ("WordedDate", "15 Oct 2023"),
        ("WordedDate", "Fri, 19 Nov 2021 03:39:16 GMT"),
        ("WordedDate", "2023-10-15"),
        ("Number", 0.5),
        ("Number", "-10"),
        ("Number", "{{ weight }}"),
        ("WholeNumber", 2.0),
        ("WholeNumber", "2"),
        ("Texts", "a"),
        ("Texts", ["a", 1, None]),
        ("Url", "https://example.org/a?b=c#d"),
        ("Url", "/about/"),
        ("Url", "mailto:mara@example.org"),
        ("ImageUrl", "img/low tide.png"),
        ("ImageUrl", "//img.example.org/a.png"),
        ("ImageUrl", "data:image/png;base64,AAAA"),
        ("ImageUrl", "{{ site.cover }}"),
        ("Image", False),
        ("Image", {"src": "a.png"}),
        ("Image", ["a.png", "b.png"]),
        ("Image", "#336699"),
        ("Image", "linear-gradient(to right, red, blue)"),
        ("Slug", "low-tide-潮"),
        ("Tags", ["sea", 2024, None]),
        ("Tags", "sea"),
        ("Tags", None),
        ("Tags", [{"label": "Sea"}]),
        ("Categories", [["News", "Sea"], "Walks"]),
        ("Author", {"name": "Mara"}),
        ("Authors", "Mara"),
        ("Authors", ["Mara", ""]),
        ("Flag", "yes"),
        ("Flag", False),
        ("Language", "zh-Hans-CN"),
        ("Language", ["en", "fr"]),
    ],
)
def test_accepted_values(kind: str, value: Any) -> None:
    assert said(kind, value) is None


@pytest.mark.parametrize(
    ("kind", "value", "words"),
    [
        ("Title", " ", "is empty"),
        ("Title", ["a"], "is a list; expected a string"),
        ("Title", None, "is empty"),
        ("PublishDate", "tomorrow", "is not a date"),
        ("PublishDate", "2024-02-30", "February 2024 has 29 days"),
        ("PublishDate", "Mon, 18 Mar 2024 02:15:40 GMT", "write `2024-03-18T02:15:40Z`"),
        ("PublishDate", "Mon, 18 Mar 2024 02:15:40 CST", "`CST` is an ambiguous time zone"),
        ("PublishDate", "Tue, 18 Mar 2024 02:15:40 GMT", "was a Monday"),
        ("PublishDate", "18.03.2024", "write `2024-03-18`"),
        ("PublishDate", "03/04/2024", "is ambiguous: 2024-04-03 or 2024-03-04"),
        ("PublishDate", "2024年3月18日", "write `2024-03-18`"),
        ("PublishDate", "March 18th, 2024 3:39 PM", "write `2024-03-18T15:39:00`"),
        ("PublishDate", "2024-3-8", "write `2024-03-08`"),
        ("PublishDate", 1710728140, "is a Unix timestamp; write `2024-03-18T02:15:40Z`"),
        ("PublishDate", 20240318, "write `2024-03-18`"),
        ("PublishDate", True, "is a boolean"),
        ("WordedDate", "15.10.2023", "write `2023-10-15`"),
        ("WordedDate", "30 Feb 2024", "February 2024 has 29 days"),
        ("WordedDate", "October", "is not a date"),
        ("Number", "heavy", "is a string; expected a number"),
        ("Number", True, "is a boolean; expected a number"),
        ("Number", float("nan"), "is not a finite number"),
        ("Number", " ", "is empty; expected a number"),
        ("WholeNumber", 1.5, "is not an integer"),
        ("WholeNumber", "1.5", "remove the fraction"),
        ("WholeNumber", ["2"], "is a list; expected an integer"),
        ("Texts", {"a": "b"}, "is a mapping; expected a string"),
        ("Texts", ["a", ["b"]], "is a list; expected a string"),
        ("Url", "htps://example.org", "has the unsupported scheme `htps:`"),
        ("Url", "https:/example.org", "is missing `//`"),
        ("Url", "https://", "has no host"),
        ("ImageUrl", "https://example.org/low tide.png", "use `%20`"),
        ("ImageUrl", "C:\\img\\a.png", "is a local file path"),
        ("ImageUrl", "file:///a.png", "is a local file path"),
        ("ImageUrl", "javascript:alert(1)", "has the unsupported scheme `javascript:`"),
        ("ImageUrl", "img\\a.png", "contains a backslash"),
        ("ImageUrl", " a.png", "has leading or trailing spaces"),
        ("ImageUrl", "a\n.png", "contains a control character"),
        ("Slug", "low tide", "contains a space"),
        ("Slug", "low?tide", "contains `?`"),
        ("Tags", ["sea", ""], "is empty"),
        ("Flag", "maybe", "is not a boolean; expected `true` or `false`"),
        ("Language", "klingon", "is not a language code"),
        ("Language", False, "quote it"),
    ],
)
def test_messages_for_rejected_values(kind: str, value: Any, words: str) -> None:
    message = said(kind, value)
    assert message is not None
    assert words in message


@pytest.mark.parametrize(
    "text",
    ["2024-03-18", "2024-03-18T20:00:00Z", "2024-03-18T20:00:00.5+08:00", "2024-02-29 23:59"],
)
def test_a_proposed_date_is_valid(text: str) -> None:
    assert dates.read_date(text)


def test_every_public_type_is_listed() -> None:
    public = {name for name, value in vars(fields).items() if hasattr(value, "__metadata__")}
    assert public == set(fields.__all__)


@pytest.mark.parametrize("field", [fields.Number, fields.WholeNumber])
@pytest.mark.parametrize("value", [10**400, "1" * 400, float("inf"), float("nan")])
def test_a_number_that_is_not_a_finite_float_is_rejected(field: Any, value: Any) -> None:
    with pytest.raises(ValidationError, match="not a finite number"):
        TypeAdapter(field).validate_python(value)
