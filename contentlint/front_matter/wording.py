"""Pydantic's errors in words for a writer."""

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from contentlint.spelling import nearest

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
    first = errors[0]
    kind = first["type"]
    context: dict[str, Any] = first.get("ctx", {})
    if kind.startswith("contentlint_"):
        is_plain = not isinstance(first["input"], (Mapping, list, tuple))
        return f"`{plain_value(raw)}` {first['msg']}" if is_plain else first["msg"]
    if kind in _BOUNDS:
        return _BOUNDS[kind].format(raw=plain_value(raw), **context)
    if kind in ("literal_error", "enum"):
        expected = str(context["expected"]).replace("'", "`")
        near = nearest(raw, re.findall("`([^`]+)`", expected))
        right = f"did you mean `{near}`?" if near else f"write {expected}"
        return f"is {what(first['input'], raw)}; {right}"
    if kind in ("value_error", "assertion_error"):
        return f"is {what(first['input'], raw)}: {reason_of(first)}"
    if kind.startswith("url_"):
        return f"is `{plain_value(raw)}`; write {_EXPECTED['url']}"
    wanted = dict.fromkeys(_expected(error) for error in errors)
    listed = " or ".join(words for words in wanted if words)
    if not listed:
        reason = first["msg"].rstrip(".")
        return f"is {what(first['input'], raw)}: {reason[:1].lower()}{reason[1:]}"
    return f"is {what(first['input'], raw)}; write {listed}"


def reason_of(error: "ErrorDetails") -> str:
    """What a schema's own check says, as a part of a sentence."""
    said = str(error.get("ctx", {}).get("error", error["msg"])).strip().rstrip(".")
    return " ".join(said.split()) or "the schema refuses it"


def _expected(error: "ErrorDetails") -> str | None:
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
