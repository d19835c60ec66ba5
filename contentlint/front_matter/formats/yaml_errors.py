"""Messages for YAML errors, each at the span that must be changed."""

import re
from typing import TYPE_CHECKING

from contentlint.core.patterns import lazy
from contentlint.core.source import Span
from contentlint.front_matter.block import SyntaxProblem

if TYPE_CHECKING:
    from yaml import YAMLError

_LINE_END = lazy(r"[\r\n]|\Z")
_KEY = lazy(r"\s*(?:-\s+)?([^\s:#](?:[^:\r\n]*[^:\s])?)\s*:")
_NO_SPACE = lazy(r"[^\s:#'\"]+:[^\s:/]")
_FULL_WIDTH = lazy(r"\s*[^\s:：#'\"-][^\s:：'\"]{0,40}(：)")
_MAX_QUOTE = 40


def explain(text: str, content: Span, error: "YAMLError") -> SyntaxProblem:
    """The message and the span of an error.

    Args:
        text: the text of the file.
        content: the span that was parsed.
        error: the error of the loader.
    """
    problem = str(getattr(error, "problem", None) or "")
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return _unreadable(text, content, error)
    place = min(content.start + mark.index, content.end)
    context_mark = getattr(error, "context_mark", None)
    context = place if context_mark is None else content.start + context_mark.index
    for pattern, finder in _FINDERS:
        if pattern in problem and (found := finder(text, content, place, context)):
            return found
    return SyntaxProblem(_rest_of_line(text, content, place), f"invalid YAML: {problem}")


def _unreadable(text: str, content: Span, error: "YAMLError") -> SyntaxProblem:
    """The message for a character that YAML does not allow."""
    position = getattr(error, "position", None)
    odd = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]").search(
        text, content.start, content.end
    )
    if odd is not None:
        name = f"U+{ord(odd[0]):04X}"
        return SyntaxProblem(
            Span(*odd.span()), f"control character {name} in the front matter; remove it"
        )
    place = content.start + position if isinstance(position, int) else content.start
    span = _rest_of_line(text, content, place)
    return SyntaxProblem(span, "invalid YAML: character is not allowed")


def _rest_of_line(text: str, content: Span, place: int) -> Span:
    """From an offset to the end of its line; the previous line if nothing is left."""
    end = min(_end_of_line(text, place), content.end)
    if place < end and text[place:end].strip():
        return Span(place, place + len(text[place:end].rstrip()))
    before = text[content.start : place].rstrip()
    last = content.start + len(before)
    start = max(text.rfind("\n", content.start, last) + 1, content.start)
    start += len(text[start:last]) - len(text[start:last].lstrip())
    return Span(start, last) if start < last else Span(content.start, content.start)


def _end_of_line(text: str, place: int) -> int:
    match = _LINE_END.search(text, place)
    return match.start() if match else len(text)


def _line_start(text: str, content: Span, place: int) -> int:
    start = max(text.rfind("\n", 0, place), text.rfind("\r", 0, place)) + 1
    return max(start, content.start)


def _key_of(text: str, content: Span, place: int) -> str | None:
    match = _KEY.match(text, _line_start(text, content, place))
    return match[1] if match else None


def _colon(text: str, content: Span, place: int, context: int) -> SyntaxProblem | None:
    start = _line_start(text, content, place)
    first = _KEY.match(text, start)
    value_start = first.end() if first else start
    if first is None or text.find(":", value_start, place + 1) < 0:
        # The error is in the previous line, whose value continues in this one.
        above = _rest_of_line(text, content, max(start - 1, content.start))
        if found := no_key(text, above):
            return found
        start += len(text[start:]) - len(text[start:].lstrip(" \t"))
        span = _rest_of_line(text, content, start)
        return SyntaxProblem(
            span, "indentation does not match the line above; align it with the other keys"
        )
    while value_start < place and text[value_start] in " \t":
        value_start += 1
    span = Span(value_start, _trimmed(text, value_start, _end_of_line(text, place)))
    return SyntaxProblem(span, f"`{first[1]}`: value contains `: `; quote it")


def _trimmed(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())


def _bad_start(text: str, content: Span, place: int, context: int) -> SyntaxProblem | None:
    if text[place : place + 1] == "\t":
        return _tab(text, content, place, context)
    if text[context : context + 1] in ("*", "&"):
        place = context
    char = text[place : place + 1]
    span = _rest_of_line(text, content, place)
    name = "a backtick" if char == "`" else f"`{char}`"
    return SyntaxProblem(span, f"a value cannot begin with {name}; quote it")


def _tab(text: str, content: Span, place: int, context: int) -> SyntaxProblem | None:
    match = _INDENTING_TABS.match(text, _line_start(text, content, place), content.end)
    if match is None:
        return None
    return SyntaxProblem(Span(*match.span(1)), "tab in the indentation; use spaces")


def _missing_item(text: str, content: Span, place: int, context: int) -> SyntaxProblem | None:
    if not text.startswith(",", place):
        return None
    span = Span(place, place + 1)
    return SyntaxProblem(
        span, "expected an item before this comma; add the item or remove the comma"
    )


def _no_colon(text: str, content: Span, place: int, context: int) -> SyntaxProblem | None:
    span = _rest_of_line(text, content, context)
    if problem := no_key(text, span):
        return problem
    found = _cut(text[span.start : span.end])
    return SyntaxProblem(span, f"`{found}` is not a key with a value; use `key: value`")


def no_key(text: str, line: Span) -> SyntaxProblem | None:
    """The problem of a line that looks like `key: value` but is not parsed as such.

    Args:
        text: the text of the file.
        line: the line, or the rest of it from the key.
    """
    if match := _FULL_WIDTH.match(text, line.start, line.end):
        return SyntaxProblem(Span(*match.span(1)), "`：` is a full-width colon; use `: `")
    if not _NO_SPACE.match(text, line.start, line.end):
        return None
    found = _cut(text[line.start : line.end])
    return SyntaxProblem(line, f"missing space after `:` in `{found}`; add it")


def _open_quote(text: str, content: Span, place: int, context: int) -> SyntaxProblem | None:
    quote = text[context : context + 1]
    if quote not in ("'", '"'):
        return None
    span = _rest_of_line(text, content, context)
    return SyntaxProblem(span, f"unclosed `{quote}`; add the closing quote")


def _open_list(text: str, content: Span, place: int, context: int) -> SyntaxProblem | None:
    opening = text[context : context + 1]
    closing = {"[": "]", "{": "}"}.get(opening)
    if closing is None:
        return None
    span = _rest_of_line(text, content, context)
    return SyntaxProblem(span, f"unclosed `{opening}`; add `{closing}` or quote the value")


def _after_value(text: str, content: Span, place: int, context: int) -> SyntaxProblem | None:
    """Text after a complete value, often caused by a quote inside quotes."""
    line_start = _line_start(text, content, place)
    key = _KEY.match(text, line_start)
    if key is not None and key.end() < place:
        start = key.end()
        while text[start : start + 1] in (" ", "\t"):
            start += 1
        quote = text[start : start + 1]
        if quote in ("'", '"'):
            span = Span(start, _trimmed(text, start, _end_of_line(text, place)))
            other = '"' if quote == "'" else "'"
            message = f"`{key[1]}`: value contains the quote `{quote}`; use `{other}` around it"
            return SyntaxProblem(span, message)
        if quote in ("[", "{"):
            closing = "]" if quote == "[" else "}"
            span = Span(start, _trimmed(text, start, _end_of_line(text, place)))
            message = f"`{key[1]}`: text after the closing `{closing}`; quote the whole value"
            return SyntaxProblem(span, message)
    span = _rest_of_line(text, content, place)
    found = _cut(text[span.start : span.end])
    return SyntaxProblem(span, f"unexpected `{found}`; check the indentation")


def _alias(text: str, content: Span, place: int, context: int) -> SyntaxProblem | None:
    span = _rest_of_line(text, content, place)
    found = _cut(text[span.start : span.end])
    return SyntaxProblem(span, f"unknown alias `{found}`; quote it")


def _escape(text: str, content: Span, place: int, context: int) -> SyntaxProblem | None:
    span = Span(place, min(place + 2, content.end))
    found = text[span.start : span.end]
    return SyntaxProblem(
        span, f"invalid escape sequence `{found}` in double quotes; use single quotes"
    )


def _document(text: str, content: Span, place: int, context: int) -> SyntaxProblem | None:
    span = _rest_of_line(text, content, place)
    return SyntaxProblem(span, "second YAML document in the front matter; remove its separator")


def _cut(text: str) -> str:
    text = text.replace("`", "'")
    return text if len(text) <= _MAX_QUOTE else text[: _MAX_QUOTE - 1].rstrip() + "…"


_INDENTING_TABS = lazy(r" *(\t+)")
_FINDERS = (
    ("tab character", _tab),
    ("keys are not allowed", _bad_start),
    ("entries are not allowed", _bad_start),
    ("alphabetic or numeric character", _bad_start),
    ("expected node content", _missing_item),
    ("mapping values are not allowed", _colon),
    ("cannot start any token", _bad_start),
    ("unexpected end of stream", _open_quote),
    ("document indicator", _open_quote),
    ("could not find expected ':'", _no_colon),
    ("expected ',' or", _open_list),
    ("expected key", _after_value),
    ("expected <block end>", _after_value),
    ("expected '-' indicator", _after_value),
    ("undefined alias", _alias),
    ("unknown escape", _escape),
    ("escape sequence", _escape),
    ("expected <document start>", _document),
    ("but found another document", _document),
)
