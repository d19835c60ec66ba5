"""Split a file into front matter and body.

The delimiters are those of python-frontmatter's handlers. This module also records their positions
and separates cases that python-frontmatter treats alike: an unclosed block, a block after blank
lines, a body that begins with a thematic break.
"""

import re
from functools import cache

from contentlint.core.patterns import lazy, stored_patterns
from contentlint.core.source import BOM, Span
from contentlint.core.tuples import NamedTuple
from contentlint.front_matter.block import Format
from contentlint.front_matter.formats import BY_OPENER, FORMATS

_INNER_LINE = lazy(r"[ \t]+\S|[ \t]*-[ \t]|[ \t]*#")
_LINE = lazy(r"[^\r\n]*(?:\r\n?|\n|\Z)")
_DOTS = lazy(r"^\.\.\.[ \t]*\r?$", re.MULTILINE)


class Block(NamedTuple):
    """The parts of a file with front matter, as spans of its text.

    Args:
        format: the format, by the delimiters.
        opening: the opening delimiter.
        content: the text between the delimiters.
        closing: the closing delimiter; None if it is missing.
        body_start: start of the body.
    """

    format: Format
    opening: Span
    content: Span
    closing: Span | None
    body_start: int


def split(text: str) -> Block | None:
    """Find the front matter of a file; None if it has none."""
    start = 1 if text.startswith(BOM) else 0
    first = start
    if text[start : start + 1].isspace():
        first = len(text) - len(text[start:].lstrip())
    head = text[first : first + 3]
    if head.startswith("{"):
        return _bare_json(text, first) if first == start else None
    if head not in BY_OPENER:
        return None
    opening = _line_at(text, first)
    line = text[opening.start : opening.end].rstrip()
    named = next((name for name in FORMATS if line == f"---{name}"), None)
    if named is not None:
        return _delimited(text, named, Span(first, first + len(line)), opening.end, is_certain=True)
    if line.strip(head[0]):
        return None
    kind = BY_OPENER[head]
    is_certain = not text[start:first].strip(" \t") and first == start
    return _delimited(
        text, kind, Span(first, first + len(line)), opening.end, is_certain=is_certain
    )


def _delimited(
    text: str, kind: Format, opening: Span, start: int, *, is_certain: bool
) -> Block | None:
    closing = _closing(text, text[opening.start], start)
    content_end = closing.start if closing else len(text)
    if (closing is None or not is_certain) and not _starts_with_key(text, start, content_end, kind):
        return None
    if closing is not None:
        end = _line_at(text, closing.start).end
        return Block(kind, opening, Span(start, closing.start), closing, end)
    end = _keys_end(text, start, kind)
    return Block(kind, opening, Span(start, end), None, end)


def _closing(text: str, mark: str, start: int) -> Span | None:
    found = _first_line(_boundary(mark), mark * 3, text, start)
    if found is None and mark == "-":
        found = _DOTS.search(text, start)
    if found is None:
        return None
    return Span(found.start(), found.start() + len(found[0].split()[0]))


def _first_line(
    pattern: re.Pattern[str], beginning: str, text: str, start: int
) -> re.Match[str] | None:
    """The first matching line; like `search`, but only tried at the start of lines."""
    place = start if text[start - 1 : start] == "\n" else text.find(f"\n{beginning}", start) + 1
    while place > 0:
        if found := pattern.match(text, place):
            return found
        place = text.find(f"\n{beginning}", place) + 1
    return None


@cache
def _boundary(mark: str) -> re.Pattern[str]:
    if mark == "-":
        with stored_patterns():  # those of PyYAML, which it imports
            from frontmatter.default_handlers import YAMLHandler

        boundary: re.Pattern[str] = YAMLHandler.FM_BOUNDARY
        return boundary
    return re.compile(rf"^{re.escape(mark)}{{3,}}\s*$", re.MULTILINE)


def _bare_json(text: str, start: int) -> Block | None:
    """Hugo's JSON front matter: an object at the start of the file, without delimiters."""
    depth, position = 0, start
    for match in re.compile(r'"(?:[^"\\\n]|\\.)*"|[{}]').finditer(text, start):
        if match[0] == "{":
            depth += 1
        elif match[0] == "}":
            depth -= 1
        position = match.end()
        if depth == 0:
            break
    first_key = re.compile(r'\{\s*(?:"(?:[^"\\\n]|\\.)*"\s*:|\})').match(text, start)
    if depth or first_key is None:
        return None
    body = _line_at(text, position - 1).end
    if text[position:body].strip():
        return None
    span = Span(start, position)
    return Block("json", Span(start, start + 1), span, Span(position - 1, position), body)


def _starts_with_key(text: str, start: int, end: int, kind: Format) -> bool:
    pattern = FORMATS[kind].key_line
    if FORMATS[kind].opens_at_key:
        return text[start:end].lstrip().startswith(("{", '"'))
    while start < end:
        line = _line_at(text, start)
        content = text[line.start : line.end].strip()
        if content and not content.startswith("#"):
            return pattern.match(text, start) is not None
        start = line.end
    return False


def _keys_end(text: str, start: int, kind: Format) -> int:
    """The end of the lines of an unclosed block that look like keys."""
    pattern = FORMATS[kind].key_line
    while start < len(text):
        line = _line_at(text, start)
        if not (pattern.match(text, start) or _INNER_LINE.match(text, start)):
            break
        start = line.end
    return start


def _line_at(text: str, offset: int) -> Span:
    """The rest of a line from an offset, line ending included."""
    match = _LINE.match(text, offset)
    return Span(offset, match.end() if match else len(text))
