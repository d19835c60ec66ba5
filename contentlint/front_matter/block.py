"""A front matter block: what it says, and where each key and value of it stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from contentlint.core.source import Span

KeyPath = tuple[str | int, ...]
"""The way to a value: `("cover", "image")`, `("tags", 2)`."""

Format = Literal["yaml", "toml", "json"]


DEEPEST = 50
"""How many levels a block may have where nothing else is said."""

HUGE_NUMBER = "number has more digits than any program reads; write it as text, in quotes"


class Entry(NamedTuple):
    """Where a key and its value stand in the file.

    Args:
        key: the key; None for an item of a list.
        value: the value; where the author wrote none, the empty range behind the key.
    """

    key: Span | None
    value: Span


class SyntaxProblem(NamedTuple):
    """A place where the block breaks the grammar of its format."""

    span: Span
    message: str
    help: str | None = None


def too_deep(span: Span, deepest: int) -> SyntaxProblem:
    """The problem of a block that has too many levels."""
    message = f"front matter is nested deeper than the {deepest} of `limits.depth`"
    return SyntaxProblem(span, message)


class Duplicate(NamedTuple):
    """A key that stands twice in one mapping: the later key and the first."""

    path: KeyPath
    span: Span
    first: Span


Became = Literal["boolean", "number", "sexagesimal", "date", "time", "mapping", "tag", "anchor"]


class Retyped(NamedTuple):
    """A plain YAML value that becomes something else than the text that stands there.

    Args:
        path: the way to it.
        span: the value.
        raw: what the author wrote.
        kind: what it is read as.
        value: what it is read as, as text: `1.1`, `false`; empty where only the kind counts.
    """

    path: KeyPath
    span: Span
    raw: str
    kind: Became
    value: str = ""

    @property
    def is_never_meant(self) -> bool:
        """Whether it is syntax that nobody means in an article: `!low`, `{{ page.title }}`."""
        return self.kind in ("mapping", "tag", "anchor")

    @property
    def became(self) -> str:
        """What it is read as, in words: "the number 1.1"."""
        return _BECAME[self.kind].format(self.value)


_BECAME: dict[Became, str] = {
    "boolean": "the truth value {}",
    "number": "the number {}",
    "sexagesimal": "the number {} (base 60)",
    "date": "a date",
    "time": "a time",
    "mapping": "a mapping",
    "tag": "a tag",
    "anchor": "an anchor",
}


@dataclass(slots=True)
class Parsed:
    """What a format's parser makes of the text between the delimiters."""

    data: Mapping[str, Any] = field(default_factory=dict)
    entries: dict[KeyPath, Entry] = field(default_factory=dict)
    scalars: dict[KeyPath, str] = field(default_factory=dict)
    syntax_problems: list[SyntaxProblem] = field(default_factory=list)
    duplicates: list[Duplicate] = field(default_factory=list)
    retyped: list[Retyped] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The front matter of an article; all offsets are code points of the file's text.

    Args:
        format: None where the file has no block.
        block: both delimiters included, without the line end behind the closing one.
        opening: the opening delimiter alone; where a missing field points.
        closed: whether a closing delimiter stands there.
        at_start: whether nothing but a byte order mark stands before it.
        body_start: where the body begins.
        data: the parsed mapping; empty where it cannot be parsed.
        entries: the place of every key path, nested ones and list items included.
        scalars: what the author wrote for each scalar, quotes resolved.
        has_comments: whether the format knows comments.
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
        """Whether the block cannot be parsed, so that nothing is known of its fields."""
        return not self.data and bool(self.syntax_problems or self.duplicates)

    def span_of(self, path: KeyPath, *, key: bool = False) -> Span:
        """The place of a value, or of its key; the nearest place around it that is known."""
        while path:
            entry = self.entries.get(path)
            if entry is not None:
                return entry.key if key and entry.key is not None else entry.value
            path = path[:-1]
        return self.opening

    def raw(self, path: KeyPath) -> str | None:
        """A scalar as its author wrote it, without quotes; None for anything else."""
        return self.scalars.get(path)

    def get(self, name: str, default: Any = None) -> Any:
        """The value of a key at the top of the block."""
        return self.data.get(name, default)
