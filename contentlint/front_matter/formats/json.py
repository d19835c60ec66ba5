"""JSON front matter: the json module parses the values, a scanner finds their spans."""

import json

from contentlint.core.json_errors import fault_of_value, first_fault
from contentlint.core.patterns import lazy
from contentlint.core.source import Span
from contentlint.front_matter.block import (
    DEEPEST,
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
        data = json.loads("{" + source + "}" if bare else source, parse_constant=_refuse)
    except json.JSONDecodeError:
        fault = first_fault(source, is_bare=bare)
        span = Span(content.start + fault.start, content.start + fault.end)
        parsed.syntax_problems.append(SyntaxProblem(span, fault.message))
        return parsed
    except ValueError:
        parsed.syntax_problems.append(SyntaxProblem(content, HUGE_NUMBER))
        return parsed
    if isinstance(data, dict):
        parsed.data = data
    scanner = _Scanner(text, content, parsed)
    scanner.object(()) if bare else scanner.value(())
    return parsed


def _refuse(name: str) -> None:
    """Python reads `NaN` and `Infinity`; generators do not."""
    raise json.JSONDecodeError(name, "", 0)


def fault_of_object(text: str, start: int) -> SyntaxProblem | None:
    """The first error of the object at an offset, whatever follows it; None if it is valid.

    Args:
        text: the text of the file.
        start: the offset of its opening brace.
    """
    source = text[start:]
    if _is_too_deep(source, DEEPEST):
        return too_deep(Span(start, start + 1), DEEPEST)
    fault = fault_of_value(source)
    if fault is None:
        return None
    return SyntaxProblem(Span(start + fault.start, start + fault.end), fault.message)


def _is_too_deep(source: str, deepest: int) -> bool:
    if source.count("[") + source.count("{") <= deepest:
        return False
    depth = 0
    for match in _NESTING.finditer(source):
        depth += (match[0] in "[{") - (match[0] in "]}")
        if depth > deepest:
            return True
    return False


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
