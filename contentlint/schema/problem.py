"""Problems of front matter, for every kind of schema."""

from typing import Literal, Protocol

from contentlint.core.finding import Edit, Fix
from contentlint.core.source import Span
from contentlint.core.tuples import NamedTuple
from contentlint.front_matter.block import FrontMatter, KeyPath
from contentlint.schema.sources import Origin

Kind = Literal["missing", "invalid", "unknown", "date"]


class FieldProblem(NamedTuple):
    """A violation of the schema.

    Args:
        kind: the rule that reports it.
        path: the path to the value.
        span: the value, the key, or the opening delimiter if the key is missing.
        message: the message of the finding.
        help: the description of the field, if the schema has one.
        fix: a fix, if there is one.
        expected: the allowed values, if they are listed.
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
        """The path as text: `cover.image`, `tags.2`."""
        return ".".join(map(str, self.path))


class Schema(Protocol):
    """A schema for front matter: a Pydantic model or a JSON Schema.

    Args:
        name: the reference that it was loaded from, as shown in reports.
        is_shipped: whether it is the shipped schema of a generator, whose required keys nobody
            chose.
        origins: the files that it was loaded from; none for a shipped one.
    """

    name: str
    is_shipped: bool
    origins: tuple[Origin, ...]

    def check(self, front_matter: FrontMatter) -> tuple[FieldProblem, ...]:
        """Every problem of a front matter block, in file order."""


def inside_quotes(span: Span, raw: str) -> Span:
    """The span of a value without quotes, if it is written without escapes."""
    extra = span.end - span.start - len(raw)
    return Span(span.start + 1, span.end - 1) if extra == 2 else span


def rename(span: Span, name: str | int) -> Fix:
    """The fix of a misspelled key or value."""
    return Fix(f"replace with `{name}`", (Edit(span, str(name)),), "unsafe")
