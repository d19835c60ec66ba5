"""Pydantic's errors in words for a writer."""

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from contentlint.core.spelling import nearest

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_LONGEST_QUOTE = 40

_EXPECTED = {
    "bool": "`true` or `false`",
    "bytes": "text",
    "date": "a date such as `2024-03-18`",
    "datetime": "a time such as `2024-03-18T20:00:00Z`",
    "decimal": "a number",
    "dict": "a mapping",
    "float": "a number",
    "frozen": "a list",
    "int": "a whole number",
    "iterable": "a list",
    "list": "a list",
    "mapping": "a mapping",
    "model": "a mapping",
    "dataclass": "a mapping",
    "none": "nothing",
    "set": "a list",
    "string": "text",
    "time": "a time of day such as `20:00`",
    "tuple": "a list",
    "url": "an address such as `https://example.org/`",
    "uuid": "a UUID",
    "finite": "a number",
}

# Errors about how much or which, with the names of the bounds in Pydantic's context.
_BOUNDS = {
    "string_too_short": "has less than {min_length} characters",
    "string_too_long": "has more than {max_length} characters",
    "too_short": "has less than {min_length} items",
    "too_long": "has more than {max_length} items",
    "greater_than": "is `{raw}`; write more than {gt}",
    "greater_than_equal": "is `{raw}`; write at least {ge}",
    "less_than": "is `{raw}`; write less than {lt}",
    "less_than_equal": "is `{raw}`; write at most {le}",
    "multiple_of": "is `{raw}`; write a multiple of {multiple_of}",
    "string_pattern_mismatch": "is `{raw}`, which does not fit the pattern `{pattern}`",
    "url_too_long": "is longer than an address may be",
}

# What would fit if it did not stand in quotes, where a schema takes types strictly.
_QUOTED = {
    "bool_type": re.compile("true|false"),
    "int_type": re.compile("-?[0-9]{1,18}"),
    "float_type": re.compile(r"-?[0-9]{1,18}(?:\.[0-9]{1,18})?"),
}
_SIZES = {"too_short": "a list of {min_length} or more", "too_long": "a list of {max_length}"}


def plain_value(value: Any) -> str:
    """A value for a message: one line, shortened, no backtick."""
    text = " ".join(str(value).split()).replace("`", "'")
    return text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1].rstrip() + "…"


def expectation(errors: "Sequence[ErrorDetails]", raw: str) -> str:
    """What is wrong with a value and what would be right, as words that follow its name.

    Args:
        errors: all that Pydantic says of it; several where no branch of a union fits.
        raw: what the author wrote.
    """
    first = next((error for error in errors if _is_about_the_content(error)), errors[0])
    if len(errors) > 1 and not _is_about_the_content(first):
        return _of_a_union(errors, raw)
    kind, value = first["type"], first["input"]
    context: dict[str, Any] = first.get("ctx", {})
    if kind.startswith("contentlint_"):
        is_plain = not isinstance(value, (Mapping, list, tuple))
        return f"`{plain_value(raw)}` {first['msg']}" if is_plain else first["msg"]
    if kind in _BOUNDS:
        kind = f"string_{kind}" if kind in _SIZES and isinstance(value, str) else kind
        return _BOUNDS[kind].format(raw=plain_value(raw), **context)
    if near := nearest(raw, _words(first)):
        return f"is {what(value, raw)}; did you mean `{near}`?"
    if kind in ("value_error", "assertion_error"):
        return f"is {what(value, raw)}: {reason_of(first)}"
    if kind.startswith("url_"):
        return f"is `{plain_value(raw)}`; write {_EXPECTED['url']}"
    if kind in _QUOTED and isinstance(value, str) and _QUOTED[kind].fullmatch(value):
        return f"is text; write `{value}` without quotes"
    right = _expected(first)
    if right is None:
        reason = first["msg"].rstrip(".")
        return f"is {what(value, raw)}: {reason[:1].lower()}{reason[1:]}"
    return f"is {what(value, raw)}; write {right}"


def _of_a_union(errors: "Sequence[ErrorDetails]", raw: str) -> str:
    """What would be right where no branch of a union takes the value."""
    found = what(errors[0]["input"], raw)
    if near := nearest(raw, [word for error in errors for word in _words(error)]):
        return f"is {found}; did you mean `{near}`?"
    wanted = [words for error in errors if (words := _expected(error))]
    single = {word for words in wanted for word in re.split(", | or ", words)}
    # The order of a union's branches is typing's to choose, so it says nothing.
    *most, last = sorted(single, key=_rank) or ["something else"]
    return f"is {found}; write {' or '.join(filter(None, [', '.join(most), last]))}"


def _rank(words: str) -> tuple[int, str]:
    kinds = ("text", "a number", "a whole", "`true`", "`false`", "`", "a date", "a list", "a map")
    return next((i for i, kind in enumerate(kinds) if words.startswith(kind)), len(kinds)), words


def _is_about_the_content(error: "ErrorDetails") -> bool:
    """Whether a branch of a union took the kind of value, so that its word counts."""
    if error["type"] == "contentlint_invalid":
        return bool(error.get("ctx", {}).get("is_of_kind"))
    return error["type"] in ("value_error", "assertion_error")


def reason_of(error: "ErrorDetails") -> str:
    """What a schema's own check says, as a part of a sentence."""
    said = str(error.get("ctx", {}).get("error", error["msg"])).strip().rstrip(".")
    return " ".join(said.split()) or "the schema refuses it"


def allowed_words(errors: "Sequence[ErrorDetails]") -> tuple[str, ...]:
    """The words that may stand in place of a value, in the order of the schema."""
    return tuple(dict.fromkeys(word for error in errors for word in _words(error)))


def _words(error: "ErrorDetails") -> list[str]:
    """The words that may stand there, where there is a list of them."""
    expected = error.get("ctx", {}).get("expected")
    is_listed = error["type"] in ("literal_error", "enum")
    return re.findall("'([^']+)'", str(expected)) if is_listed else []


def _expected(error: "ErrorDetails") -> str | None:
    if error["type"] == "contentlint_invalid":
        return error.get("ctx", {}).get("expected") or None
    if error["type"] in ("literal_error", "enum"):
        expected = str(error.get("ctx", {})["expected"]).replace("'", "`")
        return re.sub(r"\b(True|False)\b", lambda match: f"`{match[0].lower()}`", expected)
    if error["type"] in _SIZES:
        return _SIZES[error["type"]].format(**error.get("ctx", {}))
    for part in error["type"].split("_"):
        if part in _EXPECTED:
            return _EXPECTED[part]
    return None


def what(value: Any, raw: str) -> str:
    if isinstance(value, Mapping):
        return "a mapping"
    if isinstance(value, (list, tuple, set)):
        return "a list"
    return f"`{plain_value(raw)}`"
