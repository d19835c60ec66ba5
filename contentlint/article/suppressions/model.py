"""The model of a suppression: its rules, the range it covers, its end date and its reason."""

from collections.abc import Collection
from datetime import date
from typing import Literal

from contentlint import renames
from contentlint.core.finding import Fix
from contentlint.core.records import record
from contentlint.core.source import Span
from contentlint.core.tuples import NamedTuple
from contentlint.front_matter import KeyPath

Kind = Literal["line", "next-line", "disable", "enable", "file"]

DIRECTIVES: dict[str, Kind] = {
    "disable-next-line": "next-line",
    "disable-line": "line",
    "disable": "disable",
    "enable": "enable",
    "disable-file": "file",
}

# The name for every rule; a suppression without names means the same.
ALL = "all"


class Mention(NamedTuple):
    """A rule or a category that a suppression names, or `ALL`.

    Args:
        name: as written; for a renamed rule, its current id.
        span: its position; the empty range after the directive if no rule is named.
        old: the id as written, if the rule was renamed.
    """

    name: str
    span: Span
    old: str | None = None

    def matches(self, rule_id: str) -> bool:
        """Whether it covers a rule.

        The rules of the category `lint` are covered only if they are named, so that a suppression
        of everything does not suppress the finding that it is unused.
        """
        category = rule_id.partition("/")[0]
        if self.name == ALL:
            return category != "lint"
        return self.name in (rule_id, category)

    def includes(self, other: "Mention") -> bool:
        """Whether it covers every rule that another mention covers."""
        return self.name in (ALL, other.name, other.name.partition("/")[0])


def mention_of(written: str, span: Span) -> Mention:
    """What a name in a suppression means."""
    name = renames.current(written)
    return Mention(name, span, written if name != written else None)


@record(eq=False)
class Suppression:
    """A comment or front matter entry that suppresses findings.

    Args:
        kind: the kind of its directive.
        span: the whole comment with its delimiters, or the front matter key with its value.
        mentions: the rules, never empty.
        covers: the range of finding start offsets that it covers; for `disable` and `enable`,
            everything after them.
        reason: the author's reason.
        until: the last day on which it applies.
        key: the path of its front matter entry; empty for a comment.
    """

    kind: Kind
    span: Span
    mentions: tuple[Mention, ...]
    covers: Span
    reason: str | None = None
    until: date | None = None
    key: KeyPath = ()

    def is_expired(self, today: date) -> bool:
        """Whether `today` is after its `until` date."""
        return self.until is not None and self.until < today


class Malformed(NamedTuple):
    """An invalid suppression, or an invalid part of one."""

    span: Span
    message: str
    fix: Fix | None = None


class Known(NamedTuple):
    """The names that a suppression may use."""

    rules: Collection[str]
    categories: Collection[str]

    def has(self, name: str) -> bool:
        """Whether a name is known."""
        return name == ALL or name in self.rules or name in self.categories
