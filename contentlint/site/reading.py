"""How a generator reads front matter: which blocks it recognizes, and the YAML that it parses.

Every value is what the generator was observed to do; `tests/generators/data` has the observations,
and a test compares the two. What was not observed is `None`.
"""

import re
from collections.abc import Mapping
from typing import Literal, cast, get_args

from contentlint.core.records import field, record
from contentlint.core.tuples import NamedTuple

Yaml = Literal["js-yaml-3", "js-yaml-4", "goccy", "psych", "pyyaml", "ruamel", "yaml-2", "none"]
"""The YAML of a parser; "none": lines of `key: value` that are not YAML."""

Shape = Literal[
    # What precedes the opening delimiter.
    "blank-line",
    "blank-lines",
    "spaces-line",
    "bom",
    "boms",
    "bom-blank-line",
    "invisible",
    "space",
    "tab",
    "text",
    "code-fence",
    # What the opening delimiter is.
    "opening-blank",
    "opening-short",
    "opening-long",
    "opening-comment",
    "named-yaml",
    "named-toml",
    "named-json",
    "no-opening",
    # What the closing delimiter is.
    "closing-blank",
    "closing-text",
    "closing-short",
    "closing-long",
    "closing-dashes",
    "closing-indented",
    "dots",
    "last-line",
    "no-closing",
    # What both are.
    "indented",
    "short",
    "long",
    "longer",
    "dashes",
    "characters",
    "quoted",
    "quote",
    "escaped",
    "code-block",
    "plus-yaml",
    "semicolons",
    "semicolons-yaml",
    "semicolons-braces",
    "semicolons-closing",
    "no-fences",
    # What the block contains.
    "dashes-toml",
    "dashes-json",
    "blank-first",
    "blank-between",
    "comment-first",
    "only-text",
    "only-list",
    "only-null",
    "empty",
    # Text that is not front matter.
    "leading-rule",
    "leading-rules",
]
"""A form of front matter that not every generator reads."""

Splits = Literal["", "comma", "blank", "never", "stops"]
"""Where a string of several tags is split; "never": it is one tag; "stops": a string stops the
build; empty: not known, or tags have no meaning."""

Fate = Literal["read", "rest", "shown", "dropped", "cut", "skipped", "stops"]
"""What happens to an article with a block of some form: it is read; it is read, and the rest of a
delimiter is shown; the block is shown to readers as text; it is dropped without being read; text of
the body is lost; the article is not published; the build stops."""


class Flag(NamedTuple):
    """A key whose value is a boolean.

    Args:
        reads: the words that are read as booleans besides those that YAML makes booleans, in lower
            case, as strings or numbers; an empty string: an empty value.
        others: what any other word is: "true", "false", or "stops" if it stops the build; empty:
            not known.
        publishes: whether the page is published by a word that was meant to prevent it.
        is_date: whether its value is a date, and a boolean stops the build.
    """

    reads: frozenset[str] = frozenset()
    others: Literal["", "true", "false", "stops"] = ""
    publishes: bool = False
    is_date: bool = False


def shapes(names: str) -> frozenset[Shape]:
    """A set of shapes, from their names between blanks."""
    found = frozenset(names.split())
    if unknown := found.difference(get_args(Shape)):
        raise ValueError(f"unknown shapes: {unknown}")
    return cast("frozenset[Shape]", found)


@record
class Reading:
    """How a generator reads front matter.

    Args:
        yaml: the YAML that it parses; None: not known.
        read: the shapes that it reads.
        rest: the shapes that it reads, with the rest of the delimiter shown to readers.
        dropped: the shapes whose keys are lost and not shown.
        cut: the shapes with which text of the body is lost.
        skipped: the shapes with which the article is not published, and the build goes on.
        stops: the shapes that stop the build.
        reads_above: whether text above a line that begins with `---` is front matter, if the
            article does not begin with a delimiter.
        accepts: the faults of YAML that it reads as they were meant.
        reserved: matches values that begin with a character that YAML reserves, and which it
            accepts.
        has_json: whether a file that begins with `{` has front matter in JSON.
        strings: the keys whose value must be a string, not a number.
        flags: the keys whose value is a boolean.
        splits_tags: where a string of several tags is split.
        takes_six_hyphens: whether six hyphens open a block, as three do.
    """

    yaml: Yaml | None
    read: frozenset[Shape]
    rest: frozenset[Shape] = frozenset()
    dropped: frozenset[Shape] = frozenset()
    cut: frozenset[Shape] = frozenset()
    skipped: frozenset[Shape] = frozenset()
    stops: frozenset[Shape] = frozenset()
    reads_above: bool = False
    accepts: frozenset[str] = frozenset()
    reserved: re.Pattern[str] | None = None
    has_json: bool = False
    strings: frozenset[str] = frozenset()
    flags: Mapping[str, Flag] = field(default_factory=dict)
    splits_tags: Splits = ""
    takes_six_hyphens: bool = False

    def fate(self, shape: Shape) -> Fate:
        """What happens to an article with a block of a shape."""
        fates: tuple[tuple[Fate, frozenset[Shape]], ...] = (
            ("read", self.read),
            ("rest", self.rest),
            ("dropped", self.dropped),
            ("cut", self.cut),
            ("skipped", self.skipped),
            ("stops", self.stops),
        )
        return next((fate for fate, found in fates if shape in found), "shown")


# Shapes that every generator but Pelican reads in the same way.
USUAL = shapes(
    "opening-blank closing-blank dashes-json last-line blank-first blank-between comment-first"
)

MOST = Reading(
    None,
    USUAL | shapes("bom opening-comment only-null empty"),
    rest=shapes("closing-text closing-long"),
)
"""What most generators do."""
