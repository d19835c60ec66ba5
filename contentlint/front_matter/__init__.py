"""The front matter of an article, with the span of every key and value."""

import re

from contentlint.core.patterns import lazy
from contentlint.core.source import Span
from contentlint.front_matter.block import (
    DEEPEST,
    Duplicate,
    Entry,
    FrontMatter,
    KeyPath,
    Retyped,
    SyntaxProblem,
)
from contentlint.front_matter.formats import BY_OPENER, FORMATS
from contentlint.front_matter.split import split
from contentlint.site.reading import Yaml

__all__ = [
    "Duplicate",
    "Entry",
    "FrontMatter",
    "KeyPath",
    "Retyped",
    "SyntaxProblem",
    "read",
]

# A line below the last key that looks like a closing delimiter.
_NEARLY_CLOSED = lazy(r"[ \t]*(-{2}|(?=-*+[—–])[-—–]++|- - -|\+{2}|`{3})[ \t]*\r?$", re.MULTILINE)


def read(text: str, deepest: int | None = None, yaml: Yaml | None = None) -> FrontMatter:
    """Read the front matter of a file; never raises.

    Args:
        text: text of the file, with byte order mark and line endings as read.
        deepest: maximum number of nested levels; None: the default.
        yaml: the YAML that the generator parses; None: not known.
    """
    block = split(text)
    if block is None:
        return _none(text)
    own = FORMATS[block.format]
    parsed = own.parse(text, block.content, DEEPEST if deepest is None else deepest, yaml)
    problems = list(parsed.syntax_problems)
    if block.closing is None:
        mark = text[block.opening.start : block.opening.end]
        mark = mark if mark in BY_OPENER else own.fence
        message = f"unclosed front matter; add `{mark}` after the last key"
        unclosed = SyntaxProblem(block.opening, message, code="unclosed")
        if meant := _NEARLY_CLOSED.match(text, block.content.end):
            message = f"`{meant[1].strip()}` does not close the front matter; use `{mark}`"
            unclosed = SyntaxProblem(Span(*meant.span(1)), message, code="unclosed")
        problems.insert(0, unclosed)
    end = block.closing.end if block.closing else block.content.end
    before = text[: block.opening.start].lstrip("\ufeff")
    return FrontMatter(
        format=block.format,
        block=Span(block.opening.start, end),
        opening=block.opening,
        closed=block.closing is not None,
        at_start=not before,
        body_start=block.body_start,
        data=parsed.data,
        entries=parsed.entries,
        scalars=parsed.scalars,
        syntax_problems=tuple(problems),
        duplicates=tuple(parsed.duplicates),
        retyped=tuple(parsed.retyped),
        has_comments=own.comment != "",
    )


def _none(text: str) -> FrontMatter:
    start = 1 if text.startswith("\ufeff") else 0
    nothing = Span(start, start)
    return FrontMatter(None, nothing, nothing, True, True, start, {}, {}, {}, (), (), ())
