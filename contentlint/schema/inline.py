"""The schema that an article names itself, in a key or a comment of its front matter.

Honoured only where configuration says `inline-schemas = true`.
"""

import re
from typing import NamedTuple

from contentlint.core.source import Span
from contentlint.front_matter.block import FrontMatter

_KEYS = ("schema", "$schema")
# The second is what editors read: yaml-language-server and Even Better TOML.
_COMMENT = re.compile(
    r"^[ \t]*#[ \t]*(?:schema:[ \t]*|yaml-language-server:[ \t]*\$schema=|:schema[ \t]+)"
    r"(?P<reference>\S+)[ \t]*\r?$",
    re.MULTILINE,
)


class NamedSchema(NamedTuple):
    """A reference to a schema.

    Args:
        reference: as for `load_schema`.
        span: where it stands.
        fault: why it cannot be had, where it cannot.
    """

    reference: str
    span: Span
    fault: str | None = None


def named_schema(text: str, front_matter: FrontMatter) -> NamedSchema | None:
    """The schema that a front matter block names: a comment counts more than a key.

    Args:
        text: the file's text.
        front_matter: its block.
    """
    match = _COMMENT.search(text, *front_matter.block)
    if match is not None and front_matter.has_comments:
        return NamedSchema(match["reference"], Span(*match.span("reference")))
    for key in _KEYS:
        value = front_matter.get(key)
        if isinstance(value, str) and value.strip():
            return NamedSchema(value.strip(), front_matter.span_of((key,)))
    return None
