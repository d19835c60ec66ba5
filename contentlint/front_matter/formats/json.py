"""JSON front matter: the json module parses the values, a scanner finds their spans."""

import json
from typing import Literal, NamedTuple, NoReturn

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

_NESTING = lazy(r'"(?:[^"\\\r\n]|\\.)*+"|[\[{\]}]')
_SPACE = lazy(r"[ \t\r\n]*")
_LINE_END = lazy(r"[\r\n]")
_LITERAL = lazy(
    r"true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?|-?Infinity|NaN"
)
_PLAIN = lazy(r'[^"\\\x00-\x1f]*')
_ESCAPE = lazy(r'\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})')
_STRING = lazy(r'"(?:[^"\\\r\n]|\\.)*"')
_BARE = lazy(r"[^,\]}\s]+")


def parse(text: str, content: Span, deepest: int) -> Parsed:
    """Parse a span of a file as JSON; never raises. Arguments as for `yaml.parse`.

    Hexo's form between `;;;` lines has no outer braces.
    """
    parsed = Parsed()
    source = text[content.start : content.end]
    if _is_too_deep(source, deepest):
        parsed.syntax_problems.append(too_deep(content, deepest))
        return parsed
    bare = not source.lstrip().startswith("{")
    try:
        data = json.loads("{" + source + "}" if bare else source)
    except json.JSONDecodeError:
        fault = _Grammar(source, is_bare=bare).fault()
        span = Span(content.start + fault.start, content.start + fault.end)
        parsed.syntax_problems.append(SyntaxProblem(span, _MESSAGES[fault.code]))
        return parsed
    except ValueError:
        parsed.syntax_problems.append(SyntaxProblem(content, HUGE_NUMBER))
        return parsed
    if isinstance(data, dict):
        parsed.data = data
    scanner = _Scanner(text, content, parsed)
    scanner.object(()) if bare else scanner.value(())
    return parsed


def _is_too_deep(source: str, deepest: int) -> bool:
    if source.count("[") + source.count("{") <= deepest:
        return False
    depth = 0
    for match in _NESTING.finditer(source):
        depth += (match[0] in "[{") - (match[0] in "]}")
        if depth > deepest:
            return True
    return False


_Code = Literal[
    "comma", "trailing-comma", "value", "key", "colon", "string", "escape", "control", "more", "end"
]

_MESSAGES: dict[_Code, str] = {
    "comma": "expected a comma before this",
    "trailing-comma": "trailing comma; remove it",
    "value": "expected a value; strings need double quotes",
    "key": "expected a key in double quotes",
    "colon": "expected `:` between key and value",
    "string": 'unclosed string; add `"`',
    "escape": "invalid escape sequence in a string; escape a backslash as `\\\\`",
    "control": "control character in a string; escape it",
    "more": "unexpected text after the closing `}`",
    "end": "unclosed object or list; close it",
}


class _Fault(NamedTuple):
    """The first syntax error of a text, with offsets in it."""

    code: _Code
    start: int
    end: int


class _Stop(Exception):
    """Raised to end parsing; holds the fault."""

    def __init__(self, fault: _Fault) -> None:
        super().__init__(fault.code)
        self.fault = fault


class _Grammar:
    """A parser for JSON (RFC 8259) that stops at the first fault.

    The standard library reports it as well, but its messages differ between versions.

    Args:
        source: text that is not valid JSON, within the limit of nested levels.
        is_bare: whether it is the content of an object, without braces.
    """

    def __init__(self, source: str, *, is_bare: bool) -> None:
        self.source = source
        self.is_bare = is_bare
        self.place = 0

    def fault(self) -> _Fault:
        """The first fault; the whole text if there is none."""
        try:
            if self.is_bare:
                self.members("")
            else:
                self.value()
            self.space()
            if self.place < len(self.source):
                self.stop("more")
        except _Stop as stop:
            return stop.fault
        return _Fault("value", 0, len(self.source))

    def stop(self, code: _Code, start: int | None = None) -> NoReturn:
        """Raise the fault at an offset (default: the current one), up to the end of its line."""
        place = self.place if start is None else start
        if place >= len(self.source.rstrip()) and code in ("comma", "value", "key", "colon"):
            code = "end"
        end = place + 1
        if code not in ("trailing-comma", "escape", "control"):
            line_end = _LINE_END.search(self.source, place)
            end = max(end, line_end.start() if line_end else len(self.source))
        raise _Stop(_Fault(code, min(place, len(self.source)), min(end, len(self.source))))

    def space(self) -> None:
        match = _SPACE.match(self.source, self.place)
        self.place = match.end() if match else self.place

    def value(self) -> None:
        self.space()
        char = self.source[self.place : self.place + 1]
        if char == "{":
            self.place += 1
            self.members("}")
        elif char == "[":
            self.place += 1
            self.items()
        elif char == '"':
            self.string()
        elif match := _LITERAL.match(self.source, self.place):
            self.place = match.end()
        else:
            self.stop("value")

    def string(self) -> None:
        start = self.place
        self.place += 1
        while True:
            match = _PLAIN.match(self.source, self.place)
            self.place = match.end() if match else self.place
            char = self.source[self.place : self.place + 1]
            if char == '"':
                self.place += 1
                return
            if char in ("", "\n", "\r"):
                self.stop("string", start)
            if char != "\\":
                self.stop("control")
            escape = _ESCAPE.match(self.source, self.place)
            if escape is None:
                is_cut_off = self.source[self.place + 1 : self.place + 2] in ("", "\n", "\r")
                self.stop(*(("string", start) if is_cut_off else ("escape", None)))
            self.place = escape.end()

    def members(self, closing: str) -> None:
        """Parse the members of an object up to its brace, or to the end if it has none."""
        comma = None
        while True:
            self.space()
            if self.is_over(closing):
                if comma is not None:
                    self.stop("trailing-comma", comma)
                self.place += len(closing)
                return
            if self.source[self.place : self.place + 1] != '"':
                self.stop("key")
            self.string()
            self.space()
            if self.source[self.place : self.place + 1] != ":":
                self.stop("colon")
            self.place += 1
            self.value()
            comma = self.comma(closing)

    def items(self) -> None:
        comma = None
        while True:
            self.space()
            if self.is_over("]"):
                if comma is not None:
                    self.stop("trailing-comma", comma)
                self.place += 1
                return
            self.value()
            comma = self.comma("]")

    def is_over(self, closing: str) -> bool:
        if not closing:
            return self.place >= len(self.source)
        return self.source.startswith(closing, self.place)

    def comma(self, closing: str) -> int | None:
        """The offset of the comma after an item; None after the last item."""
        self.space()
        if self.source.startswith(",", self.place):
            self.place += 1
            return self.place - 1
        if not self.is_over(closing):
            self.stop("comma")
        return None


class _Scanner:
    """Finds the spans of keys and values in valid JSON."""

    def __init__(self, text: str, content: Span, parsed: Parsed) -> None:
        self.text = text[: content.end]
        self.place = content.start
        self.parsed = parsed

    def space(self) -> None:
        match = _SPACE.match(self.text, self.place)
        self.place = match.end() if match else self.place

    def value(self, path: KeyPath) -> Span:
        self.space()
        start = self.place
        char = self.text[start : start + 1]
        if char in ("{", "["):
            self.place += 1
            (self.object if char == "{" else self.array)(path)
            self.place += 1
            return Span(start, self.place)
        match = _STRING.match(self.text, start) or _BARE.match(self.text, start)
        raw = match[0] if match else ""
        self.place = start + len(raw)
        written = json.loads(raw) if raw.startswith('"') else raw
        self.parsed.scalars.setdefault(path, written)
        return Span(start, self.place)

    def object(self, path: KeyPath) -> None:
        while True:
            self.space()
            match = _STRING.match(self.text, self.place)
            if match is None:
                return
            here = (*path, json.loads(match[0]))
            key = Span(*match.span())
            self.place = match.end()
            self.space()
            self.place += 1
            if here in self.parsed.entries:
                first = self.parsed.entries[here].key or key
                self.parsed.duplicates.append(Duplicate(here, key, first))
            self.parsed.entries[here] = Entry(key, self.value(here))
            self.space()
            if self.text.startswith(",", self.place):
                self.place += 1

    def array(self, path: KeyPath) -> None:
        index = 0
        while True:
            self.space()
            if self.place >= len(self.text) or self.text[self.place] == "]":
                return
            here = (*path, index)
            self.parsed.entries[here] = Entry(None, self.value(here))
            index += 1
            self.space()
            if self.text.startswith(",", self.place):
                self.place += 1
