"""TOML 1.1, with a message of its own for the first syntax error.

tomllib reads TOML 1.0. What is valid in TOML 1.1 only (times without seconds, line breaks and
trailing commas in inline tables, the escapes `\\e` and `\\x`) is rewritten for it.

In one module, for it is one grammar.
"""

import re
from typing import Any, NoReturn

from contentlint.core.dates import NotADate, date_of, read_date
from contentlint.core.patterns import lazy
from contentlint.core.source import Span

_LONE_RETURN = lazy(r"\r(?!\n)")
_SPACE = lazy(r"[ \t]*")
_GAP = lazy(r"(?:[ \t\r\n]|#[^\r\n]*)*")
_REST = lazy(r"[^\r\n]*")
_KEY = lazy(r"[A-Za-z0-9_-]+")
_WORDS = lazy(r"""[^=:\r\n\[\]{},#"']*[^=:\r\n\[\]{},#"'\s]""")
_BARE = lazy(r"[^,\]}#\r\n]*[^,\]}#\s]")
_BARE_LINE = lazy(r"[^#\r\n]*[^#\s,;]")
# A key or the name of a table, which end a list that is not closed.
_NEXT_LINE = lazy(r"[\w.-]+[ \t]*=|\[\[?[A-Za-z][\w.-]*\]\]?[ \t]*(?:\r?\n|\Z)")
_LINE_END = lazy(r"[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r|\Z)")
_PLAIN = {
    '"': lazy(r'[^"\\\x00-\x08\x0a-\x1f\x7f]*'),
    "'": lazy(r"[^'\x00-\x08\x0a-\x1f\x7f]*"),
    '"""': lazy(r'(?:[^"\\\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|"(?!""))*'),
    "'''": lazy(r"(?:[^'\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|'(?!''))*"),
}
_ESCAPE = lazy(r'\\(?:["\\bfnrte]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})')
_LINE_ESCAPE = lazy(r"\\[ \t]*\r?\n\s*")
_NUMBER = lazy(
    r"[-+]?(?:inf|nan|(?:0|[1-9](?:_?\d)*)(?:\.\d(?:_?\d)*)?(?:[eE][-+]?\d(?:_?\d)*)?)"
    r"|0x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*|0o[0-7](?:_?[0-7])*|0b[01](?:_?[01])*"
)
_TIME = r"(?:[01]\d|2[0-3]):[0-5]\d(?P<seconds>:(?:[0-5]\d|60)(?:\.\d+)?)?"
_DATE = lazy(
    rf"\d{{4}}-\d\d-\d\d(?:[Tt ](?P<time>{_TIME})(?:[Zz]|[-+](?:[01]\d|2[0-3]):[0-5]\d)?)?"
)
_CLOCK = lazy(_TIME)
_DATED = lazy(
    r"\d{4}[-/.]\d|\d\d?[/.]\d\d?[/.]\d{4}"
    r"|(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d|\d\d? [A-Z][a-z]+ \d{4}"
)
_BOOLEANS = {"true": "true", "yes": "true", "on": "true"} | dict.fromkeys(
    ("false", "no", "off"), "false"
)
_MAX_SHOWN = 40


class NotToml(Exception):
    """The first error of a text that is not TOML.

    Args:
        span: the text that must be changed.
        message: what is wrong.
    """

    def __init__(self, span: Span, message: str) -> None:
        super().__init__(message)
        self.span = span
        self.message = message


def first_fault(source: str) -> tuple[Span, str] | str:
    """The span and message of the first error of a text; the text in TOML 1.0 if there is none.

    Args:
        source: TOML that tomllib does not read, not nested too deeply.
    """
    if (lone := _LONE_RETURN.search(source)) is not None:
        return Span(
            *lone.span()
        ), "lone carriage return is not a line ending in TOML; use line feeds"
    grammar = _Grammar(source)
    try:
        grammar.document()
    except NotToml as stop:
        return stop.span, stop.message
    return grammar.rewritten()


def parse(source: str) -> dict[str, Any]:
    """The data of a text in TOML 1.1.

    Raises:
        NotToml: the text is not valid; the error has the span and the message.
        RecursionError: it is nested too deeply.
    """
    try:
        return _loads(source)
    except ValueError as error:
        if "digits" in str(error):
            raise NotToml(Span(0, 0), "number has too many digits; quote it") from error
    found = first_fault(source)
    if not isinstance(found, str):
        raise NotToml(*found)
    try:
        return _loads(found.replace("\r\n", "\n"))
    except ValueError as error:
        span = Span(0, len(source.rstrip()))
        raise NotToml(span, "a key or table is defined twice") from error


def _shown(text: str) -> str:
    """A text for a message, on one line and of limited length."""
    text = " ".join(text.replace("`", "'").split())
    return text if len(text) <= _MAX_SHOWN else text[: _MAX_SHOWN - 1] + "…"


class _Grammar:
    """A parser that stops at the first error.

    Args:
        source: the text.
    """

    def __init__(self, source: str) -> None:
        self.source = source
        self.place = 0
        # The number of lists and inline tables around the place.
        self.depth = 0
        # What is not valid in TOML 1.0, with its replacement.
        self.newer: list[tuple[Span, str]] = []
        self.kinds: dict[tuple[str, ...], str] = {}
        self.table: tuple[str, ...] = ()

    def rewritten(self) -> str:
        """The text without what TOML 1.0 does not have."""
        text = self.source
        for span, new in sorted(self.newer, reverse=True):
            text = text[: span.start] + new + text[span.end :]
        return text

    def stop(self, start: int, end: int, message: str) -> NoReturn:
        """Raise an error at a range, which has at least one character if there is one."""
        raise NotToml(Span(start, min(max(end, start + 1), max(len(self.source), start))), message)

    def at(self, text: str) -> bool:
        return self.source.startswith(text, self.place)

    def skip(self, pattern: re.Pattern[str]) -> str:
        """Move behind a pattern; what it matched, or nothing."""
        match = pattern.match(self.source, self.place)
        if match is None:
            return ""
        self.place = match.end()
        return match[0]

    def rest(self) -> str:
        """The rest of the line, without a comment that begins after it."""
        match = _REST.match(self.source, self.place)
        return match[0].rstrip() if match else ""

    # --- lines

    def document(self) -> None:
        while True:
            self.skip(_GAP)
            if self.place >= len(self.source):
                return
            if self.at("["):
                self.header()
            else:
                self.pair(self.table)
            self.line_end()

    def line_end(self) -> None:
        match = _LINE_END.match(self.source, self.place)
        if match is not None:
            self.place = match.end()
            return
        self.skip(_SPACE)
        start, rest = self.place, self.rest()
        before = self.source[:start].rstrip()
        if re.match(r"""[\w."'-]+[ \t]*=""", rest):
            self.stop(start, start + len(rest), f"expected a line break before `{_shown(rest)}`")
        if rest[:1] in ",;":
            self.stop(start, start + 1, f"unexpected `{rest[0]}` after the value; remove it")
        if before[-1:] in "\"'" and before[-1] in rest:
            quote = before[-1]
            self.stop(start - 1, start, f"unescaped `{quote}` in a string; escape or replace it")
        self.stop(start, start + len(rest), f"unexpected `{_shown(rest)}` after the value")

    def header(self) -> None:
        start = self.place
        brackets = "[[" if self.at("[[") else "["
        self.place += len(brackets)
        names = self.keys()
        closing = "]" * len(brackets)
        if not self.at(closing):
            rest = self.rest()
            if rest and "]" in rest:
                self.stop(
                    self.place, self.place + 1, f"unexpected `{_shown(rest[0])}` in a table name"
                )
            self.stop(start, self.place, f"unclosed `{brackets}`; add `{closing}`")
        self.place += len(closing)
        self.declare(names, Span(start, self.place), is_array=brackets == "[[")

    def declare(self, names: tuple[str, ...], span: Span, *, is_array: bool) -> None:
        shown = ".".join(names)
        for depth in range(1, len(names)):
            if self.kinds.setdefault(names[:depth], "parent") == "value":
                shown = ".".join(names[:depth])
                self.stop(*span, f"`{shown}` already has a value; rename the table")
        known = self.kinds.get(names, "parent")
        if known == "value":
            self.stop(*span, f"`{shown}` already has a value; rename the table")
        if known == "dotted":
            self.stop(*span, f"dotted keys already define table `{shown}`; merge them with it")
        if known == "table" or ((known == "array") != is_array and known != "parent"):
            self.stop(*span, f"duplicate table `{shown}`; merge it with the first one")
        if is_array and known == "array":
            inner = [path for path in self.kinds if path[: len(names)] == names and path != names]
            for path in inner:
                del self.kinds[path]
        self.kinds[names] = "array" if is_array else "table"
        self.table = names

    def keys(self) -> tuple[str, ...]:
        """The parts of a dotted key."""
        found = []
        while True:
            self.skip(_SPACE)
            start = self.place
            quote = self.source[start : start + 1]
            if quote in ('"', "'"):
                self.string(quote)
                found.append(self.source[start + 1 : self.place - 1])
            else:
                found.append(self.skip(_KEY))
                if not found[-1] or self.source[self.place : self.place + 1].isalnum():
                    self.bad_key(start)
            self.skip(_SPACE)
            if not self.at("."):
                return tuple(found)
            self.place += 1

    def bad_key(self, start: int) -> NoReturn:
        self.place = start
        rest = self.rest()
        if rest.startswith("//"):
            self.stop(start, start + 2, "`//` does not begin a comment in TOML; use `#`")
        if self.source[start - 1 : start + 1] == "[]":
            self.stop(start - 1, start + 1, "table has no name; add one")
        if rest[:1] == "=":
            self.stop(start, start + 1, "expected a key before `=`")
        match = _WORDS.match(self.source, start)
        if match is None:
            self.stop(start, start + 1, f"expected a key, found `{_shown(rest[:1])}`")
        self.stop(start, match.end(), f"key `{_shown(match[0])}` needs quotes; quote it")

    def pair(self, table: tuple[str, ...]) -> None:
        start = self.place
        names = self.keys()
        if not self.at("="):
            self.no_equals(start)
        self.place += 1
        path = (*table, *names)
        for depth in range(len(table) + 1, len(path)):
            if self.kinds.setdefault(path[:depth], "dotted") == "value":
                shown = ".".join(path[:depth])
                self.stop(start, self.place - 1, f"`{shown}` already has a value")
        if path in self.kinds:
            end = start + len(self.source[start : self.place - 1].rstrip())
            self.stop(start, end, f"duplicate key `{'.'.join(path)}`; keep one")
        self.kinds[path] = "value"
        self.skip(_SPACE)
        rest = self.rest()
        if rest[:1] in ("", "#"):
            name = _shown(".".join(names))
            if not rest:
                self.stop(start, self.place, f"`{name}` has no value; add one")
            fault = f"`{name}` has no value: `#` begins a comment; quote `{_shown(rest)}`"
            self.stop(self.place, self.place + len(rest), fault)
        self.value()

    def no_equals(self, start: int) -> NoReturn:
        if self.at(":"):
            fault = "`:` is not valid after a TOML key; use `=`"
            self.stop(self.place, self.place + 1, fault)
        rest = self.rest()
        if "=" in rest:
            end = self.place + len(rest.partition("=")[0].rstrip())
            name = _shown(self.source[start:end])
            self.stop(start, end, f"key `{name}` needs quotes; quote it")
        line = self.source[start : self.place + len(rest)].rstrip()
        self.stop(start, start + len(line), f"expected `=` after `{_shown(line)}`")

    # --- values

    def value(self) -> None:
        start = self.place
        char = self.source[start : start + 1]
        if char in ('"', "'"):
            self.string(char * 3 if self.at(char * 3) else char)
        elif char in ("[", "{"):
            self.depth += 1
            (self.items if char == "[" else self.inline_table)()
            self.depth -= 1
        else:
            self.bare()

    def string(self, quote: str) -> None:
        start = self.place
        self.place += len(quote)
        while True:
            self.skip(_PLAIN[quote])
            if self.at(quote):
                break
            char = self.source[self.place : self.place + 1]
            if char == "\\":
                self.escape(quote)
            elif char == "" or (len(quote) == 1 and char in "\r\n"):
                line = _REST.match(self.source, start)
                end = line.end() if line else start
                self.stop(start, end, f"unclosed `{quote}`; add the closing quote")
            else:
                self.stop(self.place, self.place + 1, "control character in a string; escape it")
        self.place += len(quote)
        # Up to two more quotes are part of the text.
        more = 0
        while len(quote) == 3 and more < 2 and self.at(quote[0]):
            self.place += 1
            more += 1

    def escape(self, quote: str) -> None:
        start = self.place
        match = _ESCAPE.match(self.source, start)
        if match is None and len(quote) == 3:
            match = _LINE_ESCAPE.match(self.source, start)
        if match is None:
            shown = _shown(self.source[start : start + 2])
            fault = f"invalid escape `{shown}` in a string; use single quotes or write `\\\\`"
            self.stop(start, start + 2, fault)
        if match[0] == "\\e":
            self.newer.append((Span(*match.span()), "\\u001b"))
        elif match[0][1] == "x":
            self.newer.append((Span(*match.span()), f"\\u00{match[0][2:]}"))
        self.place = match.end()

    def items(self) -> None:
        start = self.place
        self.place += 1
        while True:
            self.skip(_GAP)
            if self.at("]"):
                self.place += 1
                return
            self.ensure_open(start, "]")
            self.value()
            self.skip(_GAP)
            if self.at(","):
                self.place += 1
            elif not self.at("]"):
                self.ensure_open(start, "]")
                fault = "expected a comma or `]` before this"
                self.stop(self.place, self.place + 1, fault)

    def inline_table(self) -> None:
        start = self.place
        kinds, self.kinds = self.kinds, {}
        self.place += 1
        comma = None
        while True:
            self.gap_in_table()
            if self.at("}"):
                break
            self.ensure_open(start, "}")
            self.pair(())
            self.gap_in_table()
            comma = self.place if self.at(",") else None
            if comma is not None:
                self.place += 1
            elif not self.at("}"):
                self.ensure_open(start, "}")
                fault = "expected a comma or `}` before this"
                self.stop(self.place, self.place + 1, fault)
        if comma is not None:
            self.newer.append((Span(comma, comma + 1), ""))
        self.place += 1
        self.kinds = kinds

    def gap_in_table(self) -> None:
        start = self.place
        if "\n" in self.skip(_GAP):
            self.newer.append((Span(start, self.place), " "))

    def ensure_open(self, start: int, closing: str) -> None:
        """Stop if the text ends, or a key follows, before a list or inline table is closed."""
        is_next = closing == "]" and _NEXT_LINE.match(self.source, self.place)
        if self.place < len(self.source) and not is_next:
            return
        line = _REST.match(self.source, start)
        end = len(line[0].rstrip()) + start if line else start
        self.stop(start, end, f"unclosed `{self.source[start]}`; add `{closing}`")

    def bare(self) -> None:
        start = self.place
        raw = self.skip(_BARE if self.depth else _BARE_LINE)
        if not raw:
            self.stop(start, start + 1, "expected a value")
        raw = re.split(r"(?<![ \t])[ \t]++[\w.-]++[ \t]*+=", raw, maxsplit=1)[0]
        self.place = start + len(raw)
        if raw in ("true", "false") or _NUMBER.fullmatch(raw):
            return
        moment = _DATE.fullmatch(raw) or _CLOCK.fullmatch(raw)
        if moment is not None and (moment.re.groups == 1 or _exists(raw)):
            self.timed(moment)
            return
        self.stop(start, self.place, _bare_fault(raw))

    def timed(self, moment: re.Match[str]) -> None:
        """Note a time without seconds."""
        has_time = moment.re.groups == 1 or moment["time"] is not None
        if has_time and moment["seconds"] is None:
            clock = re.compile(r"\d\d:\d\d").search(self.source, self.place - len(moment[0]))
            if clock is not None:
                self.newer.append((Span(clock.end(), clock.end()), ":00"))


def _exists(raw: str) -> bool:
    try:
        read_date(raw)
    except NotADate:
        return False
    return True


def _bare_fault(raw: str) -> str:
    """What is wrong with an unquoted value."""
    shown = _shown(raw)
    if raw[0] in "“”‘’«»「":
        return f'`{raw[0]}` is not a quotation mark in TOML; use `"`'
    if (meant := _BOOLEANS.get(raw.lower())) is not None:
        return f"`{shown}` is not a boolean in TOML; write `{meant}` or quote it"
    if raw.lower() in ("null", "none", "nil", "~"):
        return f"`{shown}` is not valid in TOML, which has no null; remove the key or quote it"
    if _DATED.match(raw):
        return _date_fault(raw, shown)
    if re.fullmatch(r"[-+]?0\d[\d_.]*", raw):
        right = raw.lstrip("+-0_") or "0"
        return f"number `{shown}` has a leading zero; write `{right}` or quote it"
    if re.fullmatch(r"[-+]?(?:\d[\d_]*\.|\.\d[\d_]*)", raw):
        return f"number `{shown}` needs a digit before and after the point"
    if re.fullmatch(r"[-+]?\d[\d_]*", raw):
        return f"number `{shown}` has a misplaced `_`; remove it"
    return f"unquoted string `{shown}`; quote it"


def _date_fault(raw: str, shown: str) -> str:
    try:
        read_date(raw)
    except NotADate as fault:
        if fault.is_dated and fault.cause == "other":
            return f"date `{shown}` {fault.message}"
        if not fault.is_dated:
            return f"unquoted string `{shown}`; quote it"
    value = date_of(raw)
    if value is None:
        return f"date `{shown}` is not valid in TOML; write it as `YYYY-MM-DD`"
    form = value.isoformat().replace("+00:00", "Z")
    return f"date `{shown}` is not valid in TOML; write `{form}`"


def _loads(source: str) -> dict[str, Any]:
    import tomllib  # takes as long to import as argparse, pathlib and json together

    return tomllib.loads(source)
