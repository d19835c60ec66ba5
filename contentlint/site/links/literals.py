"""Literal values in JavaScript: of a configuration that is read, never run.

Strings, numbers, arrays and objects are values; what code computes is `OPEN`.
"""

import re
from collections.abc import Iterator
from typing import Any

from contentlint.core.patterns import lazy
from contentlint.core.source import Span
from contentlint.core.tuples import NamedTuple

OPEN = object()
"""The value of an expression that only the program knows."""

REST = "..."
"""The key of what an object has from elsewhere."""

_BLANK = lazy(r"(?:\s++|//[^\n]*+|/\*(?:[^*]|\*(?!/))*+(?:\*/|\Z))++")
_STRING = lazy(r"\"((?:[^\"\\\n]|\\.)*+)\"|'((?:[^'\\\n]|\\.)*+)'|`((?:[^`\\$]|\\.|\$(?!\{))*+)`")
_WORD = lazy(r"[\w$][\w$.-]*+")
# What may follow a value in an array or object, or in the statement that assigns it.
_TYPE = lazy(
    r"\b(?:as|satisfies)\s++[\w.$<>\[\]'\"]++(?:\s++(?:as|satisfies)\s++[\w.$<>\[\]'\"]++)*+"
)
_TEMPLATE = lazy(r"`(?:[^`\\]|\\.)*+`")
_ESCAPE = lazy(r"\\(.)")
_DECLARED = lazy(r"\b(?:const|let|var)\s++([\w$]++)(?:\s*+:\s*+[^=\n]{1,200}+)?+\s*+=\s*+(?=[\[{])")
_EXPORT = lazy(r"\bmodule\.exports\s*+=|\bexport\s++default\b")
_DEEPEST = 40
_CONSTANTS = {"true": True, "false": False, "null": None, "undefined": None}


class Value(NamedTuple):
    """A value with its place.

    Args:
        value: a string, number or boolean, None, a list of values, a dict of values by key, or
            `OPEN`. What an array or object has from elsewhere is `OPEN`, in an object at `REST`.
        span: its place; that of a string is without quotes.
    """

    value: Any
    span: Span


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text

    def blank(self, place: int) -> int:
        match = _BLANK.match(self.text, place)
        return place if match is None else match.end()

    def value(self, place: int, depth: int = 0) -> tuple[Value, int]:
        """The value at an offset, and the offset after it."""
        place = self.blank(place)
        found, end = self._plain(place, depth)
        after = _TYPE.match(self.text, self.blank(end))
        after_types = self.blank(end if after is None else after.end())
        if self.text[after_types : after_types + 1] in (",", "]", "}", ")", ";", ""):
            return found, after_types
        if depth == 0:  # a statement may end without `;`
            return found, end
        return Value(OPEN, Span(place, place)), self.skip(end)

    def _plain(self, place: int, depth: int) -> tuple[Value, int]:
        text = self.text
        first = text[place : place + 1]
        if first in ("[", "{") and first and depth < _DEEPEST:
            return self._array(place, depth) if first == "[" else self._object(place, depth)
        if string := _STRING.match(text, place):
            group = next(n for n in (1, 2, 3) if string[n] is not None)
            plain = _ESCAPE.sub(r"\1", string[group])
            return Value(plain, Span(*string.span(group))), string.end()
        if (word := _WORD.match(text, place)) is not None:
            if word[0] in _CONSTANTS:
                return Value(_CONSTANTS[word[0]], Span(*word.span())), word.end()
            if word[0].isdigit():
                return Value(int(word[0][:15]), Span(*word.span())), word.end()
        return Value(OPEN, Span(place, place)), self.skip(place)

    def _array(self, place: int, depth: int) -> tuple[Value, int]:
        start, items = place, []
        place = self.blank(place + 1)
        while place < len(self.text) and self.text[place] not in "]})":
            if self.text.startswith("...", place):
                items.append(Value(OPEN, Span(place, place)))
                place = self.skip(place)
            elif self.text[place] != ",":
                item, place = self.value(place, depth + 1)
                items.append(item)
            place = self._after_comma(place)
        if place >= len(self.text):  # cut, so that the rest is not known
            items.append(Value(OPEN, Span(place, place)))
        return Value(items, Span(start, place)), place + 1

    def _object(self, place: int, depth: int) -> tuple[Value, int]:
        start = place
        items: dict[str, Value] = {}
        place = self.blank(place + 1)
        while place < len(self.text) and self.text[place] not in "]})":
            key, colon = self._key(place)
            if key:
                items[key], place = self.value(colon, depth + 1)
            elif self.text[place] != ",":
                items[REST] = Value(OPEN, Span(place, place))
                place = self.skip(place)
            place = self._after_comma(place)
        if place >= len(self.text):
            items[REST] = Value(OPEN, Span(place, place))
        return Value(items, Span(start, place)), place + 1

    def _after_comma(self, place: int) -> int:
        place = self.blank(place)
        return self.blank(place + 1) if self.text[place : place + 1] in (",", ";") else place

    def _key(self, place: int) -> tuple[str, int]:
        """The key at an offset and the offset after its colon; empty if there is none."""
        match = _STRING.match(self.text, place) or _WORD.match(self.text, place)
        if match is None:
            return "", place
        colon = self.blank(match.end())
        if self.text[colon : colon + 1] != ":":
            return "", place
        plain = match[0].strip("\"'`") if match[0][0] in "\"'`" else match[0]
        return plain, colon + 1

    def skip(self, place: int) -> int:
        """The offset of the comma or bracket that ends an expression."""
        depth, text = 0, self.text
        while place < len(text):
            character = text[place]
            if character in "\"'`":
                string = _STRING.match(text, place) or _TEMPLATE.match(text, place)
                place = place + 1 if string is None else string.end()
                continue
            if character == "/" and (blank := _BLANK.match(text, place)):
                place = blank.end()
                continue
            if not depth and character in ",;]})":
                return place
            depth += (character in "[{(") - (character in "]})")
            place += 1
        return place


def value_at(text: str, place: int) -> Value:
    """The value at an offset of a program."""
    return _Reader(text).value(place)[0]


def exported(text: str) -> Value:
    """The value that a module exports by default, or that a JSON file has."""
    start = _EXPORT.search(text)
    if start is None:
        return value_at(text, 0)
    found = value_at(text, start.end())
    word = _WORD.match(text, _Reader(text).blank(start.end()))
    return declared(text).get(word[0], found) if word is not None else found


def declared(text: str) -> dict[str, Value]:
    """The arrays and objects that a program assigns to names, but for those inside of others."""
    reader, found = _Reader(text), {}
    match = _DECLARED.search(text)
    while match is not None:
        found[match[1]], end = reader.value(match.end())
        match = _DECLARED.search(text, max(end, match.end()))
    return found


def settings(text: str, *names: str) -> Iterator[Value]:
    """The values of the keys with some names, outside of comments and of each other.

    A name is replaced by the array or object that is assigned to it; what cannot be read is `OPEN`.

    Args:
        text: the program.
        names: the keys.
    """
    keys, reader = _keys(*names), _Reader(text)
    known: dict[str, Value] | None = None
    match = keys.search(text)
    while match is not None:
        end = match.end()
        if match[2] is not None:  # not a comment or a string
            found, name = Value(OPEN, Span(*match.span(2))), match[2]
            if match[3] is not None:
                found, end = reader.value(end)
                name = _name_in(text[match.end() : end])
            if found.value is OPEN and name:
                known = declared(text) if known is None else known
                found = known.get(name, found)
            yield found
        match = keys.search(text, max(end, match.end()))


def _name_in(expression: str) -> str:
    """The name that an expression is, possibly with a type; empty if it is more."""
    plain = _BLANK.sub("", _TYPE.sub("", expression))
    return plain if _WORD.fullmatch(plain) else ""


def _keys(*names: str) -> "re.Pattern[str]":
    either = "|".join(map(re.escape, names))
    skipped = (
        r"//[^\n]*+|/\*(?:[^*]|\*(?!/))*+(?:\*/|\Z)|\"(?:[^\"\\\n]|\\.)*+\"|'(?:[^'\\\n]|\\.)*+'"
    )
    # Not where a name is declared, which may have a type after a colon.
    start = r"(?<![\w$.-])(?<!const )(?<!let )(?<!var )"
    return re.compile(rf"{start}([\"']?)({either})\1\s*+(?:(:)|(?=[,}}]))|{skipped}")


def is_open(found: Value) -> bool:
    """Whether a part of a value is not known."""
    waiting = [found]
    while waiting:
        value = waiting.pop().value
        if value is OPEN:
            return True
        if isinstance(value, list):
            waiting += value
        elif isinstance(value, dict):
            waiting += value.values()
    return False
