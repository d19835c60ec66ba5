"""TOML front matter: tomllib parses the values, a scanner finds their spans."""

import re
from collections.abc import Iterator

from contentlint.core.patterns import lazy
from contentlint.core.source import Span
from contentlint.core.toml import NotToml
from contentlint.core.toml import parse as parse_toml
from contentlint.front_matter.block import (
    HUGE_NUMBER,
    Duplicate,
    Entry,
    KeyPath,
    Parsed,
    SyntaxProblem,
    too_deep,
)

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
    source = text[content.start : content.end]
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
        parsed.data = parse_toml(source)
    except NotToml as error:
        if not parsed.duplicates:
            span = Span(content.start + error.span.start, content.start + error.span.end)
            parsed.syntax_problems.append(SyntaxProblem(span, error.message))
    except RecursionError:
        parsed.syntax_problems.append(too_deep(content, deepest))
    return parsed


def _unquoted(key: str) -> str:
    """A key without quotes, escapes resolved."""
    if key[0] == '"' and "\\" in key:
        import tomllib

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
