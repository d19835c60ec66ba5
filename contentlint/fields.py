"""Types for the front matter fields of a schema, with clear error messages.

    from pydantic import BaseModel
    from contentlint.fields import ImageUrl, PublishDate, Slug, Tags, Title

    class Post(BaseModel):
        title: Title
        date: PublishDate
        slug: Slug | None = None
        cover: ImageUrl | None = None
        tags: Tags = []

Their errors are `PydanticCustomError`s whose type begins with `contentlint_`; the message names
the expected value.
"""

import re
from collections.abc import Iterable
from datetime import date
from math import isfinite
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator
from pydantic_core import PydanticCustomError

from contentlint.core import dates
from contentlint.core.patterns import lazy
from contentlint.core.urls import is_templated, url_fault

__all__ = [
    "Author",
    "Authors",
    "Categories",
    "FilledText",
    "Flag",
    "Image",
    "ImageUrl",
    "Language",
    "Number",
    "PublishDate",
    "Slug",
    "Tag",
    "Tags",
    "Text",
    "Texts",
    "Title",
    "Url",
    "WholeNumber",
    "WordedDate",
]

_LANGUAGE = lazy(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*|[Dd]efault")
_MONTH = lazy(r"(?i)(?<![a-z])(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)")
_NUMBER = lazy(r"[-+]?[0-9]+(?:\.[0-9]*)?")
_FLAGS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


def _invalid(
    fault: str, expected: str = "", *, is_right_type: bool = False, wants_text: bool = False
) -> PydanticCustomError:
    """The error for an invalid value.

    Args:
        fault: the error, as words that follow the value.
        expected: the expected value, as words that follow "expected"; empty: `fault` is enough.
        is_right_type: whether the type of the value is right and its content is not; such an error
            has precedence among the branches of a union.
        wants_text: whether the value would be valid as a string.
    """
    message = f"{fault}; expected {expected}" if expected else fault
    context = {
        "message": message,
        "expected": expected,
        "is_right_type": is_right_type,
        "wants_text": wants_text,
    }
    return PydanticCustomError("contentlint_invalid", "{message}", context)


def _empty(expected: str, *, wants_text: bool = False) -> PydanticCustomError:
    message = f"is empty; expected {expected}"
    context = {"message": message, "expected": expected, "wants_text": wants_text}
    return PydanticCustomError("contentlint_empty", "{message}", context)


def _kind(value: Any) -> str:
    """The type of a value, for a message."""
    if value is None:
        return "empty"
    if isinstance(value, bool):
        return "a boolean"
    if isinstance(value, (list, tuple)):
        return "a list"
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, date):
        return "a date"
    return "a number" if isinstance(value, (int, float)) else "not a string"


def _text(value: Any) -> str:
    """A string; a number or a date is converted, as generators do."""
    if isinstance(value, str):
        return value
    if isinstance(value, (int, float, date)) and not isinstance(value, bool):
        return str(value)
    if value is None:
        raise _empty("a non-empty string", wants_text=True)
    raise _invalid(f"is {_kind(value)}", "a string", wants_text=True)


def _filled(value: str) -> str:
    if not value.strip():
        raise _empty("a non-empty string", wants_text=True)
    return value


def _as_list(value: Any) -> Any:
    """A single value as a list with one item."""
    if isinstance(value, (list, tuple)):
        return value
    return [] if value is None or value == "" else [value]


def _date(value: Any) -> Any:
    if isinstance(value, date):
        return value
    if value is None or (isinstance(value, str) and not value.strip()):
        raise _empty("a date")
    if isinstance(value, bool) or not isinstance(value, (int, str)):
        raise _invalid(f"is {_kind(value)}", "a date such as `2024-03-18`")
    text = str(value)
    if is_templated(text):
        return text
    try:
        return dates.read_date(text)
    except dates.NotADate as error:
        raise date_error(error) from error


def _worded_date(value: Any) -> Any:
    """`_date`, and any unambiguous date whose month is a word."""
    try:
        return _date(value)
    except PydanticCustomError as error:
        iso = (error.context or {}).get("iso")
        if iso is not None and isinstance(value, str) and _MONTH.search(value):
            return dates.read_date(iso)
        raise


def date_error(error: dates.NotADate) -> PydanticCustomError:
    """The error for an invalid date, with the ISO 8601 form in its context, if known."""
    context = {"message": error.message, "iso": error.proposal, "is_dated": error.is_dated}
    return PydanticCustomError("contentlint_date", "{message}", context)


def _url(schemes: tuple[str, ...]) -> Any:
    def check(value: Any) -> str:
        text = _filled(_text(value))
        if fault := url_fault(text, schemes):
            raise _invalid(fault, is_right_type=True)
        return text

    return BeforeValidator(check)


def _slug(value: Any) -> str:
    text = _filled(_text(value))
    if is_templated(text):
        return text
    if found := re.search(r"[\s?#%\\<>\"']", text):
        what = "a space" if found[0].isspace() else f"`{found[0]}`"
        raise _invalid(f"contains {what}; a slug is words joined by hyphens", is_right_type=True)
    return text


def _language(value: Any) -> Any:
    if isinstance(value, (list, tuple)):
        return [_language(item) for item in value]
    if value is False:
        fault = "is parsed as boolean `false`; quote it"
        raise _invalid(fault, wants_text=True)
    text = _filled(_text(value))
    if not _LANGUAGE.fullmatch(text.strip()) and not is_templated(text):
        raise _invalid("is not a language code", "a language code such as `en` or `zh-CN`")
    return text


def _flag(value: Any) -> Any:
    if isinstance(value, bool) or (isinstance(value, int) and value in (0, 1)):
        return bool(value)
    if isinstance(value, str) and value.lower() in _FLAGS:
        return _FLAGS[value.lower()]
    if isinstance(value, str) and is_templated(value):
        return True
    if isinstance(value, str) and not value.strip():
        raise _empty("`true` or `false`")
    what = _kind(value) if not isinstance(value, str) else "not a boolean"
    raise _invalid(f"is {what}", "`true` or `false`")


def _number(value: Any) -> Any:
    return _read_number(value, "a number", "0.5")


def _whole_number(value: Any) -> Any:
    number = _read_number(value, "an integer", "2")
    if number != int(number):
        raise _invalid("is not an integer; remove the fraction", is_right_type=True)
    return int(number)


def _read_number(value: Any, kind: str, example: str) -> float:
    if isinstance(value, str):
        if is_templated(value):
            return 0
        if not value.strip():
            raise _empty("a number")
        if _NUMBER.fullmatch(value.strip()):
            return _read_number(float(value), kind, example)
        raise _invalid("is a string", f"{kind} such as `{example}`")
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        if _is_finite(value):
            return value
        raise _invalid("is not a finite number", f"{kind} such as `{example}`")
    raise _invalid(f"is {_kind(value)}", f"{kind} such as `{example}`")


def _is_finite(value: float) -> bool:
    """Whether a number is finite; integers may have any length."""
    try:
        return isfinite(value)
    except OverflowError:
        return False


def _author(value: Any) -> Any:
    """A name, or a mapping with one; `attribution/missing-author` reports a blank name."""
    if value is None or isinstance(value, dict):
        return value
    return _text(value)


def _tag(value: Any) -> Any:
    """A word, or a mapping as in Docusaurus; an empty item is ignored."""
    if value is None or isinstance(value, dict):
        return value
    return _filled(_text(value))


def _category(value: Any) -> Any:
    if isinstance(value, (list, tuple)):
        return [_tag(item) for item in value]
    return _tag(value)


def _image(value: Any) -> Any:
    """A URL, or what themes allow instead: a boolean, a mapping, a CSS gradient."""
    if isinstance(value, (bool, dict)):
        return value
    if isinstance(value, (list, tuple)):
        return [_image(item) for item in value]
    if isinstance(value, str) and re.match(r"#[0-9A-Fa-f]{3,8}$|[a-z-]+\(", value):
        return value
    text = _text(value)
    if not text.strip():
        raise _empty("a URL")
    if fault := url_fault(text, ("http", "https", "data")):
        raise _invalid(fault, is_right_type=True)
    return text


_JSON_BOUNDS = frozenset({"minLength", "maxLength", "minItems", "maxItems"})


class _Json:
    """The JSON Schema of a type, for editors: every value that it accepts."""

    def __init__(self, **schema: Any) -> None:
        self.schema = schema

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> dict[str, Any]:
        """The schema, with the bounds that were added to the type."""
        bounds = {key: value for key, value in handler(core).items() if key in _JSON_BOUNDS}
        return {**bounds, **self.schema}


def _any_case(words: Iterable[str]) -> str:
    """A JSON Schema pattern for words in any case."""
    return "|".join("".join(f"[{c.upper()}{c}]" for c in word) for word in words)


def _pattern(form: str) -> dict[str, str]:
    """A string that matches a pattern, is blank, or is filled in by a template."""
    return {"type": "string", "pattern": rf"^\s*(?:{form})?\s*$|\{{\{{|\}}\}}|\{{%|<%|\$\{{"}


_JSON_TEXT = {"type": ["string", "number"]}
_JSON_TEXT_OR_NONE = {"type": ["string", "number", "null"]}
_JSON_NUMBER = _Json(anyOf=[{"type": "number"}, _pattern(_NUMBER.pattern)])
_JSON_NAME = {"type": ["string", "number", "object", "null"]}


def _one_or_list(item: dict[str, Any], deeper: dict[str, Any] | None = None) -> _Json:
    return _Json(anyOf=[item, {"type": "array", "items": deeper or item}])


Flag = Annotated[
    bool,
    BeforeValidator(_flag),
    _Json(anyOf=[{"type": "boolean"}, {"enum": [0, 1]}, _pattern(_any_case(_FLAGS))]),
]
"""A boolean, or a word that generators accept for one."""

Text = Annotated[str, BeforeValidator(_text), _Json(**_JSON_TEXT)]
"""A string; numbers and dates are converted."""

Texts = Annotated[list[Text | None], BeforeValidator(_as_list), _one_or_list(_JSON_TEXT_OR_NONE)]
"""A string or a list of strings; empty items are ignored."""

Title = Annotated[str, BeforeValidator(_text), AfterValidator(_filled), _Json(**_JSON_TEXT)]
"""A string that is not blank."""

FilledText = Title
"""The same as `Title`, for other fields."""

PublishDate = Annotated[
    Any,
    BeforeValidator(_date),
    _Json(**_pattern("[0-9]{4}[-/][0-9]{1,2}(?:[-/].*)?"), examples=["2024-03-18"]),
]
"""A valid ISO 8601 date or time; errors propose the ISO 8601 form of other formats."""

WordedDate = Annotated[Any, BeforeValidator(_worded_date), _Json(type="string")]
"""`PublishDate`, or a date whose month is a word, such as `15 Oct 2023` or the dates of feeds."""

Number = Annotated[float, BeforeValidator(_number), _JSON_NUMBER]
"""A number, or a string with one."""

WholeNumber = Annotated[int, BeforeValidator(_whole_number), _JSON_NUMBER]
"""An integer, or a string with one."""

Url = Annotated[str, _url(("http", "https", "mailto")), _Json(**_JSON_TEXT)]
"""A URL: absolute, or relative to the site."""

ImageUrl = Annotated[str, _url(("http", "https", "data")), _Json(**_JSON_TEXT)]
"""The URL of an image: absolute, relative to the site, or `data:`."""

Image = Annotated[Any, BeforeValidator(_image)]
"""`ImageUrl`, or what themes allow instead: a list, a mapping, a boolean or a CSS color."""

Slug = Annotated[
    str,
    BeforeValidator(_slug),
    _Json(anyOf=[{"type": "number"}, _pattern("[^\\s?#%\\\\<>\"']*")]),
]
"""The part of the URL that identifies the article: no spaces, no reserved characters."""

Language = Annotated[
    Any,
    BeforeValidator(_language),
    _Json(anyOf=[_pattern(_LANGUAGE.pattern), {"type": "array"}]),
]
"""A language code such as `en` or `zh-CN`, or a list of them."""

Author = Annotated[Any, BeforeValidator(_author), _Json(**_JSON_NAME)]
"""A name that is not blank, or a mapping."""

Authors = Annotated[list[Author], BeforeValidator(_as_list), _one_or_list(_JSON_NAME)]
"""One author or a list of authors."""

Tag = Annotated[Any, BeforeValidator(_tag), _Json(**_JSON_NAME)]
"""A topic: a string that is not blank, or a mapping."""

Tags = Annotated[list[Tag], BeforeValidator(_as_list), _one_or_list(_JSON_NAME)]
"""One tag or a list of tags, none of them blank."""

Categories = Annotated[
    list[Annotated[Any, BeforeValidator(_category)]],
    BeforeValidator(_as_list),
    _one_or_list(_JSON_NAME, {"type": [*_JSON_NAME["type"], "array"]}),
]
"""A category, a list, or a list of lists (category paths in Hexo)."""
