"""The formats of front matter, each with a module of the same name that parses it.

A format is one entry here and one module in this package, with a function `parse`. The modules are
imported only when an article has such a block, since their parsers take time to import.
"""

import re
from importlib import import_module

from contentlint.core.patterns import lazy
from contentlint.core.records import record
from contentlint.core.source import Span
from contentlint.front_matter.block import Format, Parsed
from contentlint.site.reading import Yaml

_KEY_AND_COLON = lazy(
    r"""[ \t]*(?:["']?[^\W\d][^:="'\n\r#\[\]{},`*>|<()]{0,60}["']?[ \t]*:(?:[ \t\r\n]|$))"""
)
_KEY_AND_EQUALS = lazy(r"""[ \t]*(?:[\w."'-]+[ \t]*=|\[)""")


@record
class FrontMatterFormat:
    """A format of front matter.

    Args:
        name: lower-case name of the format and its module; may follow `---`.
        openers: opening delimiters, the preferred one first.
        key_line: a line with a key; distinguishes a block from a thematic break.
        opens_at_key: whether a block may also begin with a brace or a quoted key on any line.
        comment: start of a comment; empty: the format has no comments.
    """

    name: Format
    openers: tuple[str, ...]
    key_line: re.Pattern[str]
    opens_at_key: bool = False
    comment: str = ""

    @property
    def fence(self) -> str:
        """The delimiter that opens and closes a block."""
        return self.openers[0]

    def parse(self, text: str, content: Span, deepest: int, yaml: Yaml | None = None) -> Parsed:
        """Parse a span of a file; never raises.

        Args:
            text: the text of the file.
            content: the text between the delimiters.
            deepest: maximum number of nested levels.
            yaml: the YAML of the generator; None: not known.
        """
        if self.name == "yaml" and yaml == "none":
            from contentlint.front_matter.formats import lines

            return lines.parse(text, content)
        parse = import_module(f"{__name__}.{self.name}").parse
        dialect = (yaml,) if self.name == "yaml" else ()
        parsed: Parsed = parse(text, content, deepest, *dialect)
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
"""The format of a block by its opening delimiter."""
