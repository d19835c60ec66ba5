"""TOML front matter: tomllib parses the values, a scanner finds their spans."""

import re
import tomllib
from collections.abc import Iterator

from contentlint.core.patterns import lazy
from contentlint.core.source import Span
from contentlint.front_matter.block import (
    HUGE_NUMBER,
    Duplicate,
    Entry,
    KeyPath,
    Parsed,
    SyntaxProblem,
    too_deep,
)

_AT = lazy(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_BEHIND = "Expected newline or end of document after a statement"
_PAIR = lazy(r"\s*(?P<key>[^=\s:]+)[ \t]*=[ \t]*(?P<value>.*)")
_COLON = lazy(r"\s*[\w-]+[ \t]*(:)")
_SPACE = lazy(r"(?:[ \t\r\n]|#[^\r\n]*)*")
_BLANK = lazy(r"[ \t]*")
_KEY = lazy(r"""[ \t]*("(?:[^"\\\r\n]|\\.)*"|'[^'\r\n]*'|[\w-]+)[ \t]*""")
_HEADER = lazy(r"[ \t]*(\[\[?)")
_STRING = lazy(
    r'"""(?:[^\\]|\\.)*?"{3,5}|' + r"'''.*?'{3,5}|" + r'"(?:[^"\\\r\n]|\\.)*"|' + r"'[^'\r\n]*'",
    re.DOTALL,
)
_BARE = lazy(r"[^,\]}#\r\n]*")
_LINE = lazy(r"[^\r\n]*(?:\r\n?|\n|\Z)")


# More digits than Python converts to decimal, in any base.
_HUGE_NUMBER = lazy(r"[=\[,\n][ \t]*+[-+]?+(?:0[xob])?+[0-9A-Fa-f_]{3000}")


def parse(text: str, content: Span, deepest: int) -> Parsed:
    """Parse a span of a file as TOML; never raises. Arguments as for `yaml.parse`."""
    parsed = Parsed()
    # tomllib rejects a lone carriage return as a control character and counts line feeds as lines.
    source = text[content.start : content.end].replace("\r\n", " \n")
    scanner = _Scanner(text, content, parsed, deepest)
    scanner.run()
    if scanner.is_too_deep:
        parsed.syntax_problems.append(too_deep(content, deepest))
        return parsed
    if (huge := _HUGE_NUMBER.search(source)) is not None:
        start = content.start + huge.end() - 3000
        parsed.syntax_problems.append(SyntaxProblem(Span(start, start + 1), HUGE_NUMBER))
        return parsed
    try:
        parsed.data = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        _explain(source, content, str(error), parsed)
    except RecursionError:
        parsed.syntax_problems.append(too_deep(content, deepest))
    return parsed


def _explain(source: str, content: Span, message: str, parsed: Parsed) -> None:
    match = _AT.search(message)
    reason = message[: match.start()] if match else message
    if reason == "Cannot overwrite a value" and parsed.duplicates:
        return
    lines = source.split("\n")
    line = int(match[1]) - 1 if match and match[1] else _last_filled(lines)
    column = int(match[2]) - 1 if match and match[2] else 0
    start = content.start + sum(len(text) + 1 for text in lines[:line])
    place, message = _cause(lines[line], column, reason)
    span = Span(start + place.start, start + place.end)
    parsed.syntax_problems.append(SyntaxProblem(span, message))


def _last_filled(lines: list[str]) -> int:
    """The index of the last line that is not blank, for an error at the end."""
    return max((index for index, line in enumerate(lines) if line.strip()), default=0)


def _cause(line: str, column: int, reason: str) -> tuple[Span, str]:
    """The most likely error in the line where tomllib stops, with its span."""
    stripped = line.rstrip()
    whole = Span(len(line) - len(line.lstrip()), len(stripped))
    pair = _PAIR.match(stripped)
    value = "" if pair is None else pair["value"]
    at_value = whole if pair is None else Span(pair.start("value"), len(stripped))
    if pair is None and (found := _COLON.match(stripped)):
        return Span(*found.span(1)), "`:` is not valid after a TOML key; use `=`"
    if pair is not None and not value:
        return whole, f"`{pair['key']}` has no value; add one"
    if value[:1] in ("'", '"') and value.count(value[0]) % 2:
        return at_value, f"unclosed `{value[0]}`; add the closing quote"
    if value[:1] == "[" and "[" not in reason and "rray" in reason and column > at_value.start:
        spot = min(column, len(stripped) - 1)
        return Span(spot, spot + 1), "expected a comma or `]` before this"
    if re.match(r"\d{4}-\d", value):
        return at_value, f"invalid date `{value}`; use the format `YYYY-MM-DD`"
    if value and value[0] not in "'\"[{" and reason in ("Invalid value", _BEHIND):
        return at_value, f"unquoted string `{value[:40].replace('`', chr(39))}`; quote it"
    return whole, f"invalid TOML: {reason[:1].lower()}{reason[1:]}"


def _unquoted(key: str) -> str:
    """A key without quotes, escapes resolved."""
    if key[0] == '"' and "\\" in key:
        try:
            return str(tomllib.loads(f"key = {key}")["key"])
        except tomllib.TOMLDecodeError:
            return key[1:-1]
    return key[1:-1] if key[0] in "\"'" else key


class _Scanner:
    """Finds the spans of keys and values, up to the first syntax error."""

    def __init__(self, text: str, content: Span, parsed: Parsed, deepest: int) -> None:
        self.text = text[: content.end]
        self.place = content.start
        self.parsed = parsed
        self.deepest = deepest
        self.is_too_deep = False
        self.table: KeyPath = ()
        self.arrays: dict[KeyPath, int] = {}

    def run(self) -> None:
        while True:
            self.skip(_SPACE)
            if self.place >= len(self.text) or self.is_too_deep:
                return
            if match := _HEADER.match(self.text, self.place):
                self.header(match)
            else:
                self.pair(self.table, 0)
            self.skip(_LINE)

    def skip(self, pattern: re.Pattern[str]) -> None:
        match = pattern.match(self.text, self.place)
        self.place = match.end() if match else self.place

    def header(self, match: re.Match[str]) -> None:
        start = match.start(1)
        self.place = match.end()
        names = tuple(name for name, _ in self.keys())
        if len(names) > self.deepest:
            self.is_too_deep = True
            return
        path = self.in_arrays(names)
        if match[1] == "[[":
            index = self.arrays.get(path, -1) + 1
            self.arrays[path] = index
            path = (*path, index)
        self.table = path
        end = self.place
        while self.text[end : end + 1] == "]":
            end += 1
        here = Entry(None, Span(start, end))
        # Parent tables may have no header.
        for depth in range(1, len(path)):
            self.parsed.entries.setdefault(path[:depth], here)
        self.parsed.entries[path] = here

    def in_arrays(self, names: tuple[str, ...]) -> KeyPath:
        """The path of a table name, with the last index of each array of tables in it."""
        path: KeyPath = ()
        for place, name in enumerate(names):
            path = (*path, name)
            if path in self.arrays and place < len(names) - 1:
                path = (*path, self.arrays[path])
        return path

    def keys(self) -> Iterator[tuple[str, Span]]:
        """The parts of a dotted key."""
        while match := _KEY.match(self.text, self.place):
            self.place = match.end()
            name = match[1]
            yield _unquoted(name), Span(*match.span(1))
            if not self.text.startswith(".", self.place):
                return
            self.place += 1

    def pair(self, table: KeyPath, depth: int) -> bool:
        """Scan `key = value`; False if there is none here."""
        keys = list(self.keys())
        if not keys or not self.text.startswith("=", self.place):
            return False
        if len(table) + len(keys) > self.deepest * 2:  # arrays of tables count twice
            self.is_too_deep = True
            return False
        self.place += 1
        path = (*table, *(name for name, _ in keys))
        key = Span(keys[0][1].start, keys[-1][1].end)
        self.skip(_BLANK)
        if path in self.parsed.entries:
            first = self.parsed.entries[path].key or key
            self.parsed.duplicates.append(Duplicate(path, key, first))
        value = self.value(path, depth)
        for length in range(1, len(keys)):
            around = Entry(Span(key.start, keys[length - 1][1].end), Span(key.start, value.end))
            self.parsed.entries.setdefault(path[: len(table) + length], around)
        self.parsed.entries[path] = Entry(key, value)
        return True

    def value(self, path: KeyPath, depth: int) -> Span:
        start = self.place
        char = self.text[start : start + 1]
        self.is_too_deep = self.is_too_deep or (char in ("[", "{") and depth >= self.deepest)
        if char in ("[", "{") and not self.is_too_deep:
            self.place += 1
            (self.array if char == "[" else self.inline_table)(path, depth + 1)
            return Span(start, self.place)
        match = _STRING.match(self.text, start) or _BARE.match(self.text, start)
        raw = match[0].rstrip() if match else ""
        self.place = start + len(raw)
        quotes = 3 if raw[:3] in ('"""', "'''") else 1 if raw[:1] in ('"', "'") else 0
        self.parsed.scalars.setdefault(path, raw[quotes : len(raw) - quotes])
        return Span(start, self.place)

    def array(self, path: KeyPath, depth: int) -> None:
        index = 0
        while True:
            self.skip(_SPACE)
            if self.place >= len(self.text) or self.text[self.place] == "]":
                self.place += 1
                return
            before = self.place
            here = (*path, index)
            self.parsed.entries[here] = Entry(None, self.value(here, depth))
            index += 1
            self.skip(_SPACE)
            if self.text.startswith(",", self.place):
                self.place += 1
            if self.place == before:
                return

    def inline_table(self, path: KeyPath, depth: int) -> None:
        while True:
            self.skip(_SPACE)
            if self.place >= len(self.text) or self.text[self.place] == "}":
                self.place += 1
                return
            if not self.pair(path, depth):
                return
            self.skip(_SPACE)
            if self.text.startswith(",", self.place):
                self.place += 1
