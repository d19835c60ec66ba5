"""The formats of front matter: one object each, and a module of its name that parses it.

A format is one entry here and one module beside this one, with a function `parse`. The modules are
imported when an article has such a block, for the parsers behind them take time to import.
"""

import re
from dataclasses import dataclass
from importlib import import_module

from contentlint.core.source import Span
from contentlint.front_matter.block import Format, Parsed

_KEY_AND_COLON = re.compile(
    r"""[ \t]*(?:["']?[^\W\d][^:="'\n\r#\[\]{},`*>|<()]{0,60}["']?[ \t]*:(?:[ \t\r\n]|$))"""
)
_KEY_AND_EQUALS = re.compile(r"""[ \t]*(?:[\w."'-]+[ \t]*=|\[)""")


@dataclass(frozen=True)
class FrontMatterFormat:
    """A format of front matter.

    Args:
        name: in lower case; of the module that parses it, and what may follow `---`.
        openers: what a block may begin with; the first of them, what to write.
        key_line: a line with a key, by which a block is told from a thematic break.
        opens_at_key: whether a block may also begin with a bracket or a quoted key on any line.
        comment: what begins a comment; empty: there are none.
    """

    name: Format
    openers: tuple[str, ...]
    key_line: re.Pattern[str]
    opens_at_key: bool = False
    comment: str = ""

    @property
    def fence(self) -> str:
        """What opens and closes a block."""
        return self.openers[0]

    def parse(self, text: str, content: Span, deepest: int) -> Parsed:
        """Parse a range of a file; never raises.

        Args:
            text: the whole text of the file.
            content: what stands between the fences.
            deepest: how many levels it may have.
        """
        parsed: Parsed = import_module(f"{__name__}.{self.name}").parse(text, content, deepest)
        return parsed


FORMATS: dict[Format, FrontMatterFormat] = {
    known.name: known
    for known in (
        FrontMatterFormat("yaml", ("---",), _KEY_AND_COLON, comment="#"),
        FrontMatterFormat("toml", ("+++",), _KEY_AND_EQUALS, comment="#"),
        FrontMatterFormat("json", (";;;", "{"), _KEY_AND_COLON, opens_at_key=True),
    )
}
"""Every format by name."""

BY_OPENER = {opener: known.name for known in FORMATS.values() for opener in known.openers}
"""The format that a block of an opener has."""
