"""Types for front matter, to build a schema of: each says in plain words what it takes.

    from pydantic import BaseModel
    from contentlint.fields import ImageUrl, PublishDate, Slug, Tags, Title

    class Post(BaseModel):
        title: Title
        date: PublishDate
        slug: Slug | None = None
        cover: ImageUrl | None = None
        tags: Tags = []

What they raise is a `PydanticCustomError` whose type begins with `contentlint_`; its text is what
a writer reads, so it names what would be right.
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
    fault: str, expected: str = "", *, is_of_kind: bool = False, wants_text: bool = False
) -> PydanticCustomError:
    """A value that does not fit.

    Args:
        fault: what is wrong, as words that follow the value.
        expected: what would be right, as words that follow "write"; empty: `fault` says it all.
        is_of_kind: whether the value is of the right kind and its content is at fault, which of
            the branches of a union counts most.
        wants_text: whether what stands there would fit if it were read as text.
    """
    message = f"{fault}; write {expected}" if expected else fault
    context = {
        "message": message,
        "expected": expected,
        "is_of_kind": is_of_kind,
        "wants_text": wants_text,
    }
    return PydanticCustomError("contentlint_invalid", "{message}", context)


def _empty(expected: str, *, wants_text: bool = False) -> PydanticCustomError:
    message = f"is empty; write {expected}"
    context = {"message": message, "expected": expected, "wants_text": wants_text}
    return PydanticCustomError("contentlint_empty", "{message}", context)


def _kind(value: Any) -> str:
    """What a value is, for people."""
    if value is None:
        return "empty"
    if isinstance(value, bool):
        return "a truth value"
    if isinstance(value, (list, tuple)):
        return "a list"
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, date):
        return "a date"
    return "a number" if isinstance(value, (int, float)) else "no text"


def _text(value: Any) -> str:
    """Text; a number or a date is taken as it stands there, which is how generators show it."""
    if isinstance(value, str):
        return value
    if isinstance(value, (int, float, date)) and not isinstance(value, bool):
        return str(value)
    if value is None:
        raise _empty("some text", wants_text=True)
    raise _invalid(f"is {_kind(value)}", "text", wants_text=True)


def _filled(value: str) -> str:
    if not value.strip():
        raise _empty("some text", wants_text=True)
    return value


def _as_list(value: Any) -> Any:
    """One value where a list may stand is a list of one."""
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
    """`_date`, and whatever else has its month in letters and can mean only one moment."""
    try:
        return _date(value)
    except PydanticCustomError as error:
        iso = (error.context or {}).get("iso")
        if iso is not None and isinstance(value, str) and _MONTH.search(value):
            return dates.read_date(iso)
        raise


def date_error(error: dates.NotADate) -> PydanticCustomError:
    """What a schema says of a date that is none, with the proposal in its context."""
    context = {"message": error.message, "iso": error.proposal, "is_dated": error.is_dated}
    return PydanticCustomError("contentlint_date", "{message}", context)


def _url(schemes: tuple[str, ...]) -> Any:
    def check(value: Any) -> str:
        text = _filled(_text(value))
        if fault := url_fault(text, schemes):
            raise _invalid(fault, is_of_kind=True)
        return text

    return BeforeValidator(check)


def _slug(value: Any) -> str:
    text = _filled(_text(value))
    if is_templated(text):
        return text
    if found := re.search(r"[\s?#%\\<>\"']", text):
        what = "a space" if found[0].isspace() else f"`{found[0]}`"
        raise _invalid(f"has {what} in it; a slug is words joined by hyphens", is_of_kind=True)
    return text


def _language(value: Any) -> Any:
    if isinstance(value, (list, tuple)):
        return [_language(item) for item in value]
    if value is False:
        fault = "is read as the truth value false by YAML; put it in quotes"
        raise _invalid(fault, wants_text=True)
    text = _filled(_text(value))
    if not _LANGUAGE.fullmatch(text.strip()) and not is_templated(text):
        raise _invalid("is no language", "a code such as `en` or `zh-CN`")
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
    what = f"is {_kind(value)}" if not isinstance(value, str) else "is neither"
    raise _invalid(what, "`true` or `false`")


def _number(value: Any) -> Any:
    return _read_number(value, "number", "0.5")


def _whole_number(value: Any) -> Any:
    number = _read_number(value, "whole number", "2")
    if number != int(number):
        raise _invalid("has a fraction", "a whole number such as `2`", is_of_kind=True)
    return int(number)


def _read_number(value: Any, kind: str, example: str) -> float:
    if isinstance(value, str):
        if is_templated(value):
            return 0
        if not value.strip():
            raise _empty("a number")
        if _NUMBER.fullmatch(value.strip()):
            return _read_number(float(value), kind, example)
        raise _invalid("is text", f"a {kind} such as `{example}`")
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        if _is_finite(value):
            return value
        raise _invalid("is a number that counts nothing", f"a {kind} such as `{example}`")
    raise _invalid(f"is {_kind(value)}", f"a {kind} such as `{example}`")


def _is_finite(value: float) -> bool:
    """Whether it is a number that a float can hold; whole ones may have any length."""
    try:
        return isfinite(value)
    except OverflowError:
        return False


def _author(value: Any) -> Any:
    """A name, or a mapping that has one; a blank is left to `attribution/missing-author`."""
    if value is None or isinstance(value, dict):
        return value
    return _text(value)


def _tag(value: Any) -> Any:
    """A word, or a mapping as Docusaurus has them; an item that was left empty is passed over."""
    if value is None or isinstance(value, dict):
        return value
    return _filled(_text(value))


def _category(value: Any) -> Any:
    if isinstance(value, (list, tuple)):
        return [_tag(item) for item in value]
    return _tag(value)


def _image(value: Any) -> Any:
    """An address, or what themes put in its place: a switch, a mapping, a CSS gradient."""
    if isinstance(value, (bool, dict)):
        return value
    if isinstance(value, (list, tuple)):
        return [_image(item) for item in value]
    if isinstance(value, str) and re.match(r"#[0-9A-Fa-f]{3,8}$|[a-z-]+\(", value):
        return value
    text = _text(value)
    if not text.strip():
        raise _empty("an address")
    if fault := url_fault(text, ("http", "https", "data")):
        raise _invalid(fault, is_of_kind=True)
    return text


_JSON_BOUNDS = frozenset({"minLength", "maxLength", "minItems", "maxItems"})


class _Json:
    """What editors are told of a type: the JSON Schema of all that it takes."""

    def __init__(self, **schema: Any) -> None:
        self.schema = schema

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> dict[str, Any]:
        """The schema, with the bounds that somebody has set beside the type."""
        bounds = {key: value for key, value in handler(core).items() if key in _JSON_BOUNDS}
        return {**bounds, **self.schema}


def _any_case(words: Iterable[str]) -> str:
    """A pattern for words in any case, in the regular expressions of JSON Schema."""
    return "|".join("".join(f"[{c.upper()}{c}]" for c in word) for word in words)


def _pattern(form: str) -> dict[str, str]:
    """Text of a form; also blank, or filled in by a template."""
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
"""True or false; also in the words that generators take for it."""

Text = Annotated[str, BeforeValidator(_text), _Json(**_JSON_TEXT)]
"""Text; numbers and dates count as the text that stands there."""

Texts = Annotated[list[Text | None], BeforeValidator(_as_list), _one_or_list(_JSON_TEXT_OR_NONE)]
"""One text or a list of texts; an item that was left empty is passed over."""

Title = Annotated[str, BeforeValidator(_text), AfterValidator(_filled), _Json(**_JSON_TEXT)]
"""Text that is not blank."""

FilledText = Title
"""`Title`, where it is none: text that is not blank."""

PublishDate = Annotated[
    Any,
    BeforeValidator(_date),
    _Json(**_pattern("[0-9]{4}[-/][0-9]{1,2}(?:[-/].*)?"), examples=["2024-03-18"]),
]
"""A date or time of ISO 8601 that exists; the forms of feeds and mail are named as such."""

WordedDate = Annotated[Any, BeforeValidator(_worded_date), _Json(type="string")]
"""`PublishDate`, also with the month in letters: `15 Oct 2023`, `Fri, 19 Nov 2021 03:39:16 GMT`."""

Number = Annotated[float, BeforeValidator(_number), _JSON_NUMBER]
"""A number, also as text."""

WholeNumber = Annotated[int, BeforeValidator(_whole_number), _JSON_NUMBER]
"""A whole number, also as text."""

Url = Annotated[str, _url(("http", "https", "mailto")), _Json(**_JSON_TEXT)]
"""An address: absolute, or relative to the site."""

ImageUrl = Annotated[str, _url(("http", "https", "data")), _Json(**_JSON_TEXT)]
"""The address of a picture: absolute, relative to the site, or `data:`."""

Image = Annotated[Any, BeforeValidator(_image)]
"""`ImageUrl` as themes take it: also a list, a mapping, a switch or a CSS colour."""

Slug = Annotated[
    str,
    BeforeValidator(_slug),
    _Json(anyOf=[{"type": "number"}, _pattern("[^\\s?#%\\\\<>\"']*")]),
]
"""The part of the address that names the article: no blanks, no characters with a meaning."""

Language = Annotated[
    Any,
    BeforeValidator(_language),
    _Json(anyOf=[_pattern(_LANGUAGE.pattern), {"type": "array"}]),
]
"""A language code such as `en` or `zh-CN`, or a list of them."""

Author = Annotated[Any, BeforeValidator(_author), _Json(**_JSON_NAME)]
"""A name that is not blank, or a mapping."""

Authors = Annotated[list[Author], BeforeValidator(_as_list), _one_or_list(_JSON_NAME)]
"""One author or a list of them."""

Tag = Annotated[Any, BeforeValidator(_tag), _Json(**_JSON_NAME)]
"""A topic: a word or a few, not blank."""

Tags = Annotated[list[Tag], BeforeValidator(_as_list), _one_or_list(_JSON_NAME)]
"""One tag or a list of tags, none of them blank."""

Categories = Annotated[
    list[Annotated[Any, BeforeValidator(_category)]],
    BeforeValidator(_as_list),
    _one_or_list(_JSON_NAME, {"type": [*_JSON_NAME["type"], "array"]}),
]
"""One category, a list, or a list of lists (Hexo's paths of categories)."""
