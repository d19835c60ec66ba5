"""Messages for the errors of Pydantic."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from contentlint.core.patterns import lazy
from contentlint.core.spelling import nearest

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_MAX_QUOTE = 40

_EXPECTED = {
    "bool": "`true` or `false`",
    "bytes": "a string",
    "date": "a date such as `2024-03-18`",
    "datetime": "a time such as `2024-03-18T20:00:00Z`",
    "decimal": "a number",
    "dict": "a mapping",
    "float": "a number",
    "frozen": "a list",
    "int": "an integer",
    "iterable": "a list",
    "list": "a list",
    "mapping": "a mapping",
    "model": "a mapping",
    "dataclass": "a mapping",
    "none": "an empty value",
    "set": "a list",
    "string": "a string",
    "time": "a time of day such as `20:00`",
    "time_delta": "a duration such as `PT1H30M` or `01:30:00`",
    "tuple": "a list",
    "url": "a URL such as `https://example.org/`",
    "uuid": "a UUID",
    "finite": "a number",
}

# Errors about bounds and patterns, with the placeholders of Pydantic's context.
_BOUNDS = {
    "string_too_short": "expected at least {min_length} characters, found {length}",
    "string_too_long": "expected at most {max_length} characters, found {length}",
    "too_short": "expected at least {min_length} items",
    "too_long": "expected at most {max_length} items",
    "greater_than": "expected more than {gt}, found `{raw}`",
    "greater_than_equal": "expected at least {ge}, found `{raw}`",
    "less_than": "expected less than {lt}, found `{raw}`",
    "less_than_equal": "expected at most {le}, found `{raw}`",
    "multiple_of": "expected a multiple of {multiple_of}, found `{raw}`",
    "string_pattern_mismatch": "`{raw}` does not match the pattern `{pattern}`",
    "url_too_long": "URL is too long",
}

# Errors about the time of a date, whatever its format.
_DATES = {
    "date_past": "`{raw}` is not in the past",
    "datetime_past": "`{raw}` is not in the past",
    "date_future": "`{raw}` is not in the future",
    "datetime_future": "`{raw}` is not in the future",
    "timezone_aware": "`{raw}` has no time zone; add it to the time: `2024-03-18T20:00:00+01:00`",
    "timezone_naive": "`{raw}` has a time zone; write the time without one",
    "timezone_offset": "`{raw}` has another time zone than the schema expects",
    "date_from_datetime_inexact": "`{raw}` has a time; write only the date",
}
_DATE_BOUNDS = {
    "greater_than": "expected a date after {gt}, found `{raw}`",
    "greater_than_equal": "expected {ge} or later, found `{raw}`",
    "less_than": "expected a date before {lt}, found `{raw}`",
    "less_than_equal": "expected {le} or earlier, found `{raw}`",
}

_NUMBER = lazy(r"(?<![\w.])-?\d+(?:\.\d+)?(?![\w.])")
_ISO_DATE = lazy(r"\d{4}-\d\d-\d\d")

# Quoted values that would be valid without quotes, for schemas with strict types.
_QUOTED = {
    "bool_type": re.compile("true|false"),
    "int_type": re.compile("-?[0-9]{1,18}"),
    "float_type": re.compile(r"-?[0-9]{1,18}(?:\.[0-9]{1,18})?"),
}
_SIZES = {
    "too_short": "a list of at least {min_length} items",
    "too_long": "a list of at most {max_length} items",
}


def plain_value(value: Any) -> str:
    """A value for a message: one line, shortened, no backtick."""
    text = " ".join(str(value).split()).replace("`", "'")
    return text if len(text) <= _MAX_QUOTE else text[: _MAX_QUOTE - 1].rstrip() + "…"


def message_for(errors: "Sequence[ErrorDetails]", raw: str) -> str:
    """The message for an invalid value, without the key.

    Args:
        errors: the errors of Pydantic; several if no branch of a union matches.
        raw: the value as written.
    """
    first = next((error for error in errors if _is_content_error(error)), errors[0])
    if len(errors) > 1 and not _is_content_error(first):
        return _union_message(errors, raw)
    kind, value = first["type"], first["input"]
    context: dict[str, Any] = first.get("ctx", {})
    if kind.startswith("contentlint_"):
        if (expected := context.get("expected")) and not context.get("is_right_type"):
            return f"expected {expected}, found {described(value, raw)}"
        return f"{described(value, raw)} {first['msg']}"
    if (words := date_words(first, raw)) is not None:
        return words
    if kind == "union_tag_not_found":
        return f"{described(value, raw)} has none of the expected types"
    if kind in _BOUNDS:
        kind = f"string_{kind}" if kind in _SIZES and isinstance(value, str) else kind
        length = len(value) if isinstance(value, str) else 0
        return _BOUNDS[kind].format(raw=plain_value(raw), length=length, **context)
    if near := nearest(raw, _options(first)):
        return f"{described(value, raw)} is not allowed; did you mean `{near}`?"
    if kind in ("value_error", "assertion_error"):
        return _with_reason(value, raw, reason_of(first))
    if kind.startswith("url_"):
        return f"expected {_EXPECTED['url']}, found `{plain_value(raw)}`"
    if kind in _QUOTED and isinstance(value, str) and _QUOTED[kind].fullmatch(value):
        return f"`{value}` is a string; remove the quotes"
    expected = _expected(first)
    if expected is None:
        reason = first["msg"].rstrip(".")
        return _with_reason(value, raw, f"{reason[:1].lower()}{reason[1:]}")
    return f"expected {expected}, found {described(value, raw)}"


def date_words(error: "ErrorDetails", raw: str) -> str | None:
    """The message for a date that is valid but not allowed; None for other errors."""
    kind, value, context = error["type"], error["input"], error.get("ctx", {})
    if kind == "date_from_datetime_inexact" and isinstance(value, (int, float)):
        return f"expected {_EXPECTED['date']}, found `{plain_value(raw)}`"
    template = _DATES.get(kind)
    if template is None and (isinstance(value, date) or _ISO_DATE.match(str(value))):
        template = _DATE_BOUNDS.get(kind)
    if template is None and kind == "datetime_type" and type(value) is date:
        template = "`{raw}` has no time; write it with one: `2024-03-18T20:00:00Z`"
    return None if template is None else template.format(raw=plain_value(raw), **context)


def listed(words: Sequence[str]) -> str:
    """Words for a message: `a`, `b` or `c`."""
    *most, last = [f"`{word}`" for word in words] or ["another value"]
    return " or ".join(filter(None, [", ".join(most), last]))


def _with_reason(value: Any, raw: str, reason: str) -> str:
    is_collection = isinstance(value, (Mapping, list, tuple, set))
    return reason if is_collection else f"`{plain_value(raw)}`: {reason}"


def _union_message(errors: "Sequence[ErrorDetails]", raw: str) -> str:
    """The message for a value that no branch of a union allows."""
    found = described(errors[0]["input"], raw)
    if near := nearest(raw, [word for error in errors for word in _options(error)]):
        return f"{found} is not allowed; did you mean `{near}`?"
    wanted = [words for error in errors if (words := _expected(error))]
    single = {word for words in wanted for word in re.split(", | or ", words)}
    if "a number" in single:
        single.discard("an integer")
    # typing does not keep the order of a union's branches.
    *most, last = sorted(single, key=_rank) or ["another value"]
    expected = " or ".join(filter(None, [", ".join(most), last]))
    return f"expected {expected}, found {found}"


def _rank(words: str) -> tuple[int, str]:
    kinds = (
        "a string",
        "a number",
        "an integer",
        "`true`",
        "`false`",
        "`",
        "a date",
        "a list",
        "a map",
    )
    return next((i for i, kind in enumerate(kinds) if words.startswith(kind)), len(kinds)), words


def _is_content_error(error: "ErrorDetails") -> bool:
    """Whether the type of the value is right for this branch, and its content is not."""
    if error["type"] == "contentlint_invalid":
        return bool(error.get("ctx", {}).get("is_right_type"))
    return error["type"] in ("value_error", "assertion_error")


def reason_of(error: "ErrorDetails") -> str:
    """The reason that a validator of the schema gives, without a full stop."""
    said = str(error.get("ctx", {}).get("error", error["msg"])).strip().rstrip(".")
    return " ".join(said.split()) or "rejected by the schema"


def allowed_options(errors: "Sequence[ErrorDetails]") -> tuple[str, ...]:
    """The allowed values, in the order of the schema."""
    return tuple(dict.fromkeys(word for error in errors for word in _options(error)))


def _options(error: "ErrorDetails") -> list[str]:
    """The allowed values of one error, if they are listed."""
    expected = error.get("ctx", {}).get("expected")
    is_listed = error["type"] in ("literal_error", "enum")
    return re.findall("'([^']+)'", str(expected)) if is_listed else []


def _expected(error: "ErrorDetails") -> str | None:
    if error["type"] == "contentlint_invalid":
        return error.get("ctx", {}).get("expected") or None
    if error["type"] in ("literal_error", "enum"):
        expected = str(error.get("ctx", {})["expected"])
        quoted = expected.replace("'", "`")
        expected = _NUMBER.sub(r"`\g<0>`", expected) if quoted == expected else quoted
        return re.sub(r"\b(True|False)\b", lambda match: f"`{match[0].lower()}`", expected)
    if error["type"] in _SIZES:
        return _SIZES[error["type"]].format(**error.get("ctx", {}))
    if error["type"].startswith("time_delta"):
        return _EXPECTED["time_delta"]
    for part in error["type"].split("_"):
        if part in _EXPECTED:
            return _EXPECTED[part]
    return None


def described(value: Any, raw: str) -> str:
    """A value for a message: its type if it is a collection, or the value as written."""
    if isinstance(value, Mapping):
        return "a mapping"
    if isinstance(value, (list, tuple, set)):
        return "a list"
    return f"`{plain_value(raw)}`"
