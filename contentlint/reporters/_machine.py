"""What the formats for machines share: names of files, and text without control characters."""

import re
from urllib.parse import quote

# What XML 1.0 has no character for (section 2.2), and what turns the direction of text around.
_UNFIT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]"
)


def visible(text: str) -> str:
    """Text with every character that no reader takes or that hides others written as `\\u202e`."""
    return _UNFIT.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def uri(path: str) -> str:
    """A path as a relative or absolute URI reference (RFC 3986)."""
    return quote(path, safe="/", errors="surrogateescape")
