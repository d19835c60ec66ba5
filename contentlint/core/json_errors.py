"""The first syntax error of a JSON text.

The standard library reports it as well, but its messages differ between versions.
"""

import re
from typing import Literal, NoReturn

from contentlint.core.patterns import lazy
from contentlint.core.tuples import NamedTuple

_SPACE = lazy(r"[ \t\r\n]*")
_LINE_END = lazy(r"[\r\n]")
_LITERAL = lazy(r"true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")
_BARE = lazy(r"""(?:[^,\]}\s"/]|/(?![/*]))+""")
_SINGLE = lazy(r"'[^'\r\n]*'")
_COMMENT = lazy(r"//[^\r\n]*|/\*.*?\*/", re.DOTALL)
_PLAIN = lazy(r'[^"\\\x00-\x1f]*')
_ESCAPE = lazy(r'\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})')


_Code = Literal[
    "comma",
    "trailing-comma",
    "value",
    "bare",
    "single",
    "zero",
    "number",
    "boolean",
    "null",
    "comment",
    "key",
    "colon",
    "string",
    "escape",
    "control",
    "more",
    "end",
]

_MESSAGES: dict[_Code, str] = {
    "comma": "expected a comma before this",
    "trailing-comma": "trailing comma; remove it",
    "value": "expected a value; strings need double quotes",
    "bare": "unquoted string; add double quotes",
    "single": "single quotes are not valid in JSON; use double quotes",
    "zero": "number has a leading zero; remove it or quote the value",
    "number": "not a number in JSON; write it in decimal digits, such as `0.5`",
    "boolean": "booleans are lower case in JSON; write `true` or `false`",
    "null": "not a value in JSON; write `null` or quote it",
    "comment": "comments are not valid in JSON; remove it",
    "key": "expected a key in double quotes",
    "colon": "expected `:` between key and value",
    "string": 'unclosed string; add `"`',
    "escape": "invalid escape sequence in a string; escape a backslash as `\\\\`",
    "control": "control character in a string; escape it",
    "more": "unexpected text after the closing `}`",
    "end": "unclosed object or list; close it",
}


class Fault(NamedTuple):
    """The first syntax error of a text, with offsets in it."""

    code: _Code
    start: int
    end: int

    @property
    def message(self) -> str:
        """What is wrong, and what to do."""
        return _MESSAGES[self.code]


def first_fault(source: str, *, is_bare: bool = False) -> Fault:
    """The first syntax error.

    Args:
        source: text that is not valid JSON.
        is_bare: whether it is the content of an object, without braces.

    Raises:
        RecursionError: it is nested too deeply.
    """
    return _Grammar(source, is_bare=is_bare).fault()


def fault_of_value(source: str) -> Fault | None:
    """The first fault of a value, or a second brace after it, whatever follows; None: no fault.

    Args:
        source: text that begins with a value, not nested too deeply.
    """
    grammar = _Grammar(source, is_bare=False)
    try:
        grammar.value()
        if source.startswith("}", grammar.place):
            grammar.stop("more")
    except _Stop as stop:
        return stop.fault
    return None


class _Stop(Exception):
    """Raised to end parsing; holds the fault."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.code)
        self.fault = fault


class _Grammar:
    """A parser for JSON (RFC 8259) that stops at the first fault.

    Args:
        source: text that is not valid JSON, within the limit of nested levels.
        is_bare: whether it is the content of an object, without braces.
    """

    def __init__(self, source: str, *, is_bare: bool) -> None:
        self.source = source
        self.is_bare = is_bare
        self.place = 0

    def fault(self) -> Fault:
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
        return Fault("value", 0, len(self.source))

    def stop(self, code: _Code, start: int | None = None) -> NoReturn:
        """Raise the fault at an offset (default: the current one), up to the end of its line."""
        place = self.place if start is None else start
        if place >= len(self.source.rstrip()) and code in ("comma", "value", "key", "colon"):
            code = "end"
        end = place + 1
        if code not in ("trailing-comma", "escape", "control"):
            line_end = _LINE_END.search(self.source, place)
            end = max(end, line_end.start() if line_end else len(self.source))
        raise _Stop(Fault(code, min(place, len(self.source)), min(end, len(self.source))))

    def space(self) -> None:
        match = _SPACE.match(self.source, self.place)
        self.place = match.end() if match else self.place
        if comment := _COMMENT.match(self.source, self.place):
            raise _Stop(Fault("comment", *comment.span()))

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
        else:
            self.bare()

    def bare(self) -> None:
        """Parse a number, `true`, `false` or `null`."""
        start = self.place
        if _SINGLE.match(self.source, start):
            self.stop("single")
        match = _BARE.match(self.source, start)
        if match is None:
            self.stop("value")
        raw = match[0]
        if _LITERAL.fullmatch(raw):
            self.place = match.end()
            return
        code: _Code = "bare"
        if re.fullmatch(r"-?0[0-9]+", raw):
            code = "zero"
        elif re.fullmatch(r"[-+]?[.0-9][0-9._]*|0x[0-9A-Fa-f]+", raw):
            code = "number"
        elif raw.lower() in ("true", "false"):
            code = "boolean"
        elif raw.lower() in ("none", "nil", "null", "undefined", "nan", "infinity", "-infinity"):
            code = "null"
        raise _Stop(Fault(code, start, match.end()))

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
