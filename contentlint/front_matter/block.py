"""A front matter block: its data, and the span of every key and value."""

from collections.abc import Mapping
from typing import Any, Literal

from contentlint.core.records import field, record
from contentlint.core.source import Span
from contentlint.core.tuples import NamedTuple

KeyPath = tuple[str | int, ...]
"""The path to a value: `("cover", "image")`, `("tags", 2)`."""

Format = Literal["yaml", "toml", "json"]


DEEPEST = 50
"""Default for the maximum number of nested levels in a block."""

HUGE_NUMBER = "number has too many digits; quote it"


class Entry(NamedTuple):
    """The spans of a key and its value.

    Args:
        key: the key; None for an item of a list.
        value: the value; an empty span after the key if the value is missing.
    """

    key: Span | None
    value: Span


Fault = Literal["", "unclosed", "text", "reserved", "comma", "tab", "control", "document", "escape"]


class SyntaxProblem(NamedTuple):
    """A syntax error in a block.

    Args:
        span: the text with the error.
        message: what is wrong and what to do.
        help: further advice.
        code: what kind of error it is, where some generators do not mind it: "unclosed" for a
            block without a closing delimiter, "text" for one without keys; empty: another error.
    """

    span: Span
    message: str
    help: str | None = None
    code: Fault = ""


def too_deep(span: Span, deepest: int) -> SyntaxProblem:
    """The problem of a block that is nested too deeply."""
    message = f"front matter is nested deeper than {deepest} levels (`limits.depth`)"
    return SyntaxProblem(span, message)


class Duplicate(NamedTuple):
    """A duplicate key in a mapping, with the span of the first one."""

    path: KeyPath
    span: Span
    first: Span


Became = Literal[
    "boolean",
    "number",
    "sexagesimal",
    "date",
    "time",
    "mapping",
    "template",
    "nested-list",
    "tag",
    "bare-tag",
    "anchor",
    "symbol",
    "value",
]


class Retyped(NamedTuple):
    """An unquoted YAML value that is parsed as something other than its text.

    Args:
        path: the path to the value.
        span: the value.
        raw: the value as written.
        kind: the type that it is parsed as.
        value: the parsed value as text: `1.1`, `false`; empty if only the type matters.
        is_refused: whether the parser of the generator fails at it.
        is_disputed: whether the parser of the generator is not known, and parsers differ.
    """

    path: KeyPath
    span: Span
    raw: str
    kind: Became
    value: str = ""
    is_refused: bool = False
    is_disputed: bool = False

    @property
    def is_unintended(self) -> bool:
        """Whether it is syntax that no author intends: `!low`, `{{ page.title }}`."""
        return self.kind in _UNINTENDED

    @property
    def became(self) -> str:
        """The type and value that it is parsed as: "number `1.1`"."""
        return _BECAME[self.kind].format(self.value)


_UNINTENDED = frozenset(
    ("mapping", "template", "nested-list", "tag", "bare-tag", "anchor", "symbol", "value")
)

_BECAME: dict[Became, str] = {
    "boolean": "boolean `{}`",
    "number": "number `{}`",
    "sexagesimal": "number `{}` (base 60)",
    "date": "a date",
    "time": "a time",
    "mapping": "a mapping",
    "template": "a mapping",
    "nested-list": "a list inside a list",
    "tag": "a tag",
    "bare-tag": "a tag",
    "anchor": "an anchor",
    "symbol": "a symbol",
    "value": "a special value",
}


@record(frozen=False)
class Parsed:
    """The result of parsing the text between the delimiters."""

    data: Mapping[str, Any] = field(default_factory=dict)
    entries: dict[KeyPath, Entry] = field(default_factory=dict)
    scalars: dict[KeyPath, str] = field(default_factory=dict)
    syntax_problems: list[SyntaxProblem] = field(default_factory=list)
    duplicates: list[Duplicate] = field(default_factory=list)
    retyped: list[Retyped] = field(default_factory=list)


@record
class FrontMatter:
    """The front matter of an article; all offsets are code points in the text of the file.

    Args:
        format: None if the file has no block.
        block: the block with both delimiters, without the line ending after the closing one.
        opening: the opening delimiter, where a missing field is reported.
        closed: whether the closing delimiter is present.
        at_start: whether only a byte order mark precedes it.
        body_start: start of the body.
        data: the parsed mapping; empty if it cannot be parsed.
        entries: the spans of every key path, nested keys and list items included.
        scalars: each scalar as written, without quotes.
        has_comments: whether the format has comments.
    """

    format: Format | None
    block: Span
    opening: Span
    closed: bool
    at_start: bool
    body_start: int
    data: Mapping[str, Any]
    entries: Mapping[KeyPath, Entry]
    scalars: Mapping[KeyPath, str]
    syntax_problems: tuple[SyntaxProblem, ...]
    duplicates: tuple[Duplicate, ...]
    retyped: tuple[Retyped, ...]
    has_comments: bool = False

    @property
    def is_broken(self) -> bool:
        """Whether the block cannot be parsed and has no known fields."""
        return not self.data and bool(self.syntax_problems or self.duplicates)

    def span_of(self, path: KeyPath, *, key: bool = False) -> Span:
        """The span of a value or of its key; the closest known parent if it has none."""
        while path:
            entry = self.entries.get(path)
            if entry is not None:
                return entry.key if key and entry.key is not None else entry.value
            path = path[:-1]
        return self.opening

    def raw(self, path: KeyPath) -> str | None:
        """A scalar as written, without quotes; None for anything else."""
        return self.scalars.get(path)

    def get(self, name: str, default: Any = None) -> Any:
        """The value of a top-level key."""
        return self.data.get(name, default)
