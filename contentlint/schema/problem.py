"""Where front matter breaks its schema, whatever kind of schema that is."""

from typing import Literal, NamedTuple, Protocol

from contentlint.core.finding import Edit, Fix
from contentlint.core.source import Span
from contentlint.front_matter.block import FrontMatter, KeyPath
from contentlint.schema.sources import Origin

Kind = Literal["missing", "invalid", "unknown", "date"]


class FieldProblem(NamedTuple):
    """One way in which front matter breaks its schema.

    Args:
        kind: which rule it belongs to.
        path: the way to the value.
        span: what is marked: the value, the key, or the block's opening line for what is missing.
        message: one sentence that says what would be right.
        help: what the field is for, where the schema says so.
        fix: a repair, where there is a mechanical one.
        expected: the words that may stand there, where they are few.
    """

    kind: Kind
    path: KeyPath
    span: Span
    message: str
    help: str | None = None
    fix: Fix | None = None
    expected: tuple[str, ...] = ()

    @property
    def about(self) -> str:
        """The path of the key, as text: `cover.image`, `tags.2`."""
        return ".".join(map(str, self.path))


class Schema(Protocol):
    """What front matter is checked against: a Pydantic model or a JSON Schema.

    Args:
        name: what reports call it: the reference that it was loaded by.
        is_shipped: whether it came with contentlint and its generator, so that nobody chose what it
            requires.
        origins: the files that it was made of; nothing of a shipped one.
    """

    name: str
    is_shipped: bool
    origins: tuple[Origin, ...]

    def check(self, front_matter: FrontMatter) -> tuple[FieldProblem, ...]:
        """Every problem of a front matter block, in the order of the file."""


def inside_quotes(span: Span, raw: str) -> Span:
    """The text of a value without its quotes, if it is as long as what stands in them."""
    extra = span.end - span.start - len(raw)
    return Span(span.start + 1, span.end - 1) if extra == 2 else span


def rename(span: Span, name: str | int) -> Fix:
    """The fix of a key or a word that is one slip away from one that may stand there."""
    return Fix(f"write `{name}`", (Edit(span, str(name)),), "unsafe")
