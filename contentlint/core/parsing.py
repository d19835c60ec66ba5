"""Untrusted JSON, YAML and TOML as plain values of limited depth and size."""

import json
from typing import Any

from contentlint.core import toml
from contentlint.core.json_errors import first_fault
from contentlint.core.patterns import lazy

# Limits on nesting levels and values. Code that walks the values recurses once per level, in Python
# and in native code.
DEEPEST = 100
MOST_VALUES = 500_000
# Python does not parse longer numbers; parsing base 60 takes quadratic time.
_LONGEST_NUMBER = 4300
_NUMBER = lazy(r"[-+0-9:_.]+")

TOO_DEEP = f"more than {DEEPEST} levels"
TOO_MUCH = f"more than {MOST_VALUES:,} values"
TOO_LONG = f"a number of more than {_LONGEST_NUMBER:,} digits"


class NotParsed(Exception):
    """A text that is not valid in its format, or exceeds the limits.

    Args:
        reason: why, as the end of a message.
        line: the 1-based line; None if it is not known.
    """

    def __init__(self, reason: str, line: int | None = None) -> None:
        self.reason = " ".join(reason.split())[:200]
        self.line = line
        super().__init__(self.reason)


def parsed(text: str, ending: str) -> Any:
    """The value of a text.

    Args:
        text: all of it.
        ending: `.json`, `.yaml`, `.yml` or `.toml`.

    Raises:
        NotParsed: the text is not valid, too deep or too large.
    """
    try:
        if ending == ".json":
            value = json.loads(text)
        elif ending == ".toml":
            value = toml.parse(text)
        else:
            return _yaml(text)
    except json.JSONDecodeError as error:
        raise _json_fault(text) from error
    except toml.NotToml as error:
        raise NotParsed(error.message, text.count("\n", 0, error.span.start) + 1) from error
    except RecursionError as error:
        raise NotParsed(TOO_DEEP) from error
    except ValueError as error:
        raise NotParsed(TOO_LONG) from error
    _check_limits(value)
    return value


def _json_fault(text: str) -> NotParsed:
    try:
        fault = first_fault(text)
    except RecursionError:
        return NotParsed(TOO_DEEP)
    return NotParsed(fault.message, text.count("\n", 0, fault.start) + 1)


# What libyaml says, and what it means.
_YAML_REASONS = {
    "mapping values are not allowed": "a value contains `: `; quote it",
    "could not find expected ':'": "expected `key: value`",
    "expected ',' or": "unclosed list or mapping; close it or quote the value",
    "unexpected end of stream": "unclosed quotation mark; add it",
    "'\\t'": "tab in the indentation; use spaces",
    "cannot start any token": "a value begins with a reserved character; quote it",
    "escape": "invalid escape sequence; use single quotes",
    "undefined alias": "unknown alias; quote a value that begins with `*`",
    "another document": "second YAML document; remove its separator",
    "expected <block end>": "indentation does not match the lines above",
    "could not determine a constructor": "unknown tag; quote a value that begins with `!`",
    "maximum nesting depth": TOO_DEEP,
    "expected key": "indentation does not match the lines above",
}


def _yaml_reason(problem: str) -> str:
    found = (words for part, words in _YAML_REASONS.items() if part in problem)
    return next(found, "not valid YAML; check the quotation marks and the indentation")


def _check_limits(value: Any) -> None:
    """Ensure that a value without shared parts is neither too deep nor too large."""
    level, count = [value], 0
    for _ in range(DEEPEST):
        count += len(level)
        if count > MOST_VALUES:
            raise NotParsed(TOO_MUCH)
        inner: list[Any] = []
        for item in level:
            if isinstance(item, dict):
                inner.extend(item.values())
            elif isinstance(item, list):
                inner.extend(item)
        if not inner:
            return
        level = inner
    raise NotParsed(TOO_DEEP)


def _yaml(text: str) -> Any:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        _check_yaml_limits(yaml.parse(text, loader))
        return yaml.load(text, loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        reason = _yaml_reason(str(getattr(error, "problem", None) or ""))
        raise NotParsed(reason, None if mark is None else mark.line + 1) from error
    except RecursionError as error:
        raise NotParsed(TOO_DEEP) from error
    except (ValueError, TypeError, OverflowError) as error:  # a date that does not exist, 9 ** 9999
        raise NotParsed("a date that does not exist, or a number that is too long") from error


def _check_yaml_limits(events: Any) -> None:
    """The same for YAML, before values are built; an alias counts as the value it refers to."""
    from yaml import AliasEvent, CollectionEndEvent, CollectionStartEvent, ScalarEvent

    known: dict[str | None, _Measured] = {}
    around = [_Measured(None)]
    for event in events:
        line = event.start_mark.line + 1
        if isinstance(event, CollectionStartEvent):
            around.append(_Measured(event.anchor))
            found = around[-1]
        elif isinstance(event, CollectionEndEvent):
            found = around.pop()
            around[-1].add(found)
            known[found.anchor] = found
        elif isinstance(event, AliasEvent):
            if any(event.anchor == open_.anchor for open_ in around):
                raise NotParsed(f"alias `{event.anchor}` contains itself", line)
            found = known.get(event.anchor, _Measured(None))
            around[-1].add(found)
        elif isinstance(event, ScalarEvent):
            if len(event.value) > _LONGEST_NUMBER and _NUMBER.fullmatch(event.value):
                raise NotParsed(TOO_LONG, line)
            found = _Measured(event.anchor)
            around[-1].add(found)
            known[found.anchor] = found
        else:
            continue
        if len(around) + found.depth > DEEPEST:
            raise NotParsed(TOO_DEEP, line)
        if around[-1].size > MOST_VALUES:
            raise NotParsed(TOO_MUCH, line)


class _Measured:
    """A value that may still be open: its anchor, its number of values and its depth."""

    def __init__(self, anchor: str | None) -> None:
        self.anchor = anchor
        self.size = 1
        self.depth = 0

    def add(self, inner: "_Measured") -> None:
        self.size += inner.size
        self.depth = max(self.depth, inner.depth + 1)
