"""Where the front matter ends and the body begins.

What opens a block is python-frontmatter's to say (its handlers' boundaries); here its places are
kept, and the cases told apart that it takes for one: a block that is never closed, a block behind
blank lines, a body that merely begins with a thematic break.
"""

import re
from functools import cache
from typing import NamedTuple

from contentlint.core.source import BOM, Span
from contentlint.front_matter.block import Format
from contentlint.front_matter.formats import BY_OPENER, FORMATS

_INNER_LINE = re.compile(r"[ \t]+\S|[ \t]*-[ \t]|[ \t]*#")
_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n|\Z)")
_DOTS = re.compile(r"^\.\.\.[ \t]*\r?$", re.MULTILINE)


class Block(NamedTuple):
    """The parts of a file with front matter, as ranges of its text.

    Args:
        format: by its delimiters.
        opening: the opening delimiter.
        content: what stands between the delimiters.
        closing: the closing delimiter; None where it is missing.
        body_start: where the body begins.
    """

    format: Format
    opening: Span
    content: Span
    closing: Span | None
    body_start: int


def split(text: str) -> Block | None:
    """Find the front matter of a file; None where it has none."""
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
        return _delimited(text, named, Span(first, first + len(line)), opening.end, is_sure=True)
    if line.strip(head[0]):
        return None
    kind = BY_OPENER[head]
    is_sure = not text[start:first].strip(" \t") and first == start
    return _delimited(text, kind, Span(first, first + len(line)), opening.end, is_sure=is_sure)


def _delimited(
    text: str, kind: Format, opening: Span, start: int, *, is_sure: bool
) -> Block | None:
    closing = _closing(text, text[opening.start], start)
    content_end = closing.start if closing else len(text)
    if (closing is None or not is_sure) and not _begins_with_a_key(text, start, content_end, kind):
        return None
    if closing is not None:
        end = _line_at(text, closing.start).end
        return Block(kind, opening, Span(start, closing.start), closing, end)
    end = _end_of_keys(text, start, kind)
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
    """The first line that matches; as `search` does it, but by the beginnings of lines alone."""
    place = start if text[start - 1 : start] == "\n" else text.find(f"\n{beginning}", start) + 1
    while place > 0:
        if found := pattern.match(text, place):
            return found
        place = text.find(f"\n{beginning}", place) + 1
    return None


@cache
def _boundary(mark: str) -> re.Pattern[str]:
    if mark == "-":
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


def _begins_with_a_key(text: str, start: int, end: int, kind: Format) -> bool:
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


def _end_of_keys(text: str, start: int, kind: Format) -> int:
    """Where a block that is never closed stops looking like keys."""
    pattern = FORMATS[kind].key_line
    while start < len(text):
        line = _line_at(text, start)
        if not (pattern.match(text, start) or _INNER_LINE.match(text, start)):
            break
        start = line.end
    return start


def _line_at(text: str, offset: int) -> Span:
    """A line from an offset on, its line end included."""
    match = _LINE.match(text, offset)
    return Span(offset, match.end() if match else len(text))
