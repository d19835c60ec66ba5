"""The schema that an article names in a key or a comment of its front matter.

Used only with `inline-schemas = true` in the configuration.
"""

import re

from contentlint.core.patterns import lazy
from contentlint.core.source import Span
from contentlint.core.tuples import NamedTuple
from contentlint.front_matter.block import FrontMatter

_KEYS = ("schema", "$schema")
# The last two forms are those of editors: yaml-language-server and Even Better TOML.
_COMMENT = lazy(
    r"^[ \t]*#[ \t]*(?:schema:[ \t]*|yaml-language-server:[ \t]*\$schema=|:schema[ \t]+)"
    r"(?P<reference>\S+)[ \t]*\r?$",
    re.MULTILINE,
)


class NamedSchema(NamedTuple):
    """A reference to a schema.

    Args:
        reference: as for `load_schema`.
        span: the reference in the text.
        fault: the error if it cannot be loaded.
    """

    reference: str
    span: Span
    fault: str | None = None


def named_schema(text: str, front_matter: FrontMatter) -> NamedSchema | None:
    """The schema that a front matter block names; a comment has precedence over a key.

    Args:
        text: the text of the file.
        front_matter: the front matter of the file.
    """
    match = _COMMENT.search(text, *front_matter.block)
    if match is not None and front_matter.has_comments:
        return NamedSchema(match["reference"], Span(*match.span("reference")))
    for key in _KEYS:
        value = front_matter.get(key)
        if isinstance(value, str) and value.strip():
            return NamedSchema(value.strip(), front_matter.span_of((key,)))
    return None
