"""What a suppression is: which rules, in which part of the file, until when and why."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from contentlint import renames
from contentlint.core.finding import Fix
from contentlint.core.source import Span
from contentlint.front_matter import KeyPath

Kind = Literal["line", "next-line", "disable", "enable", "file"]

DIRECTIVES: dict[str, Kind] = {
    "disable-next-line": "next-line",
    "disable-line": "line",
    "disable": "disable",
    "enable": "enable",
    "disable-file": "file",
}

# The name that means every rule; no name at all means the same.
ALL = "all"


class Mention(NamedTuple):
    """A rule or a category that a suppression names, or `ALL`.

    Args:
        name: as written; for a rule that was renamed, its current id.
        span: where; the empty range after the directive where nothing is named.
        old: the id as written, where the rule was renamed since.
    """

    name: str
    span: Span
    old: str | None = None

    def matches(self, rule_id: str) -> bool:
        """Whether it means a rule.

        The rules about suppressions are meant only where they are named: a suppression of
        everything does not hide that it is useless.
        """
        category = rule_id.partition("/")[0]
        if self.name == ALL:
            return category != "lint"
        return self.name in (rule_id, category)

    def includes(self, other: "Mention") -> bool:
        """Whether it means all that another one means."""
        return self.name in (ALL, other.name, other.name.partition("/")[0])


def mention_of(written: str, span: Span) -> Mention:
    """What a name in a suppression means."""
    name = renames.current(written)
    return Mention(name, span, written if name != written else None)


@dataclass(frozen=True, slots=True, eq=False)
class Suppression:
    """A comment, or an entry of the front matter, that says what is not to be reported.

    Args:
        kind: what it holds for.
        span: the whole comment, its delimiters included; for a key of the front matter the key
            and its value.
        mentions: the rules, never empty.
        covers: the range in which findings begin that it is about; of `disable` and `enable` all
            that stands behind them.
        reason: why, in the author's words.
        until: the last day on which it holds.
        key: the way to its entry of the front matter; empty for a comment.
    """

    kind: Kind
    span: Span
    mentions: tuple[Mention, ...]
    covers: Span
    reason: str | None = None
    until: date | None = None
    key: KeyPath = ()

    def is_over(self, today: date) -> bool:
        """Whether its last day is over."""
        return self.until is not None and self.until < today


class Malformed(NamedTuple):
    """Something that was meant as a suppression and is none, or a part of one without meaning."""

    span: Span
    message: str
    fix: Fix | None = None


class Known(NamedTuple):
    """The names that a suppression can use."""

    rules: Collection[str]
    categories: Collection[str]

    def has(self, name: str) -> bool:
        """Whether a name means something."""
        return name == ALL or name in self.rules or name in self.categories
