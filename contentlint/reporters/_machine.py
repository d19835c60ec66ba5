"""Shared by machine-readable formats: file names, and text without invisible characters."""

import json
from urllib.parse import quote

from contentlint.core.patterns import lazy

# Characters that XML 1.0 does not allow (section 2.2), that some parsers treat as line endings, and
# that change the text direction.
_UNFIT = lazy(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u2028-\u202e\u2066-\u2069]"
)
# Characters that are invisible or change the text direction, and lone surrogates, which represent
# undecodable bytes of file names: JSON can escape all of them.
_UNSEEN = lazy(
    "[\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)
# A `#` before another one: `##[` starts a command anywhere in the log of a pipeline, even with
# characters in between that comparisons ignore and that are not in `_UNSEEN`.
DOUBLE_HASH = lazy(
    "#(?=[#\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\ufff0-\ufff8])"
)
_encode = json.JSONEncoder(ensure_ascii=False).encode


def visible(text: str) -> str:
    """Text with forbidden, invisible and direction-changing characters written as `\\u202e`."""
    return _UNFIT.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def visible_name(path: str) -> str:
    """A file name for running text: on one line, whatever characters it contains."""
    return visible(path).replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")


def as_json(data: object) -> str:
    """Plain data as JSON on one line, with invisible characters escaped."""
    return unseen_escaped(_encode(data))


def unseen_escaped(text: str) -> str:
    """JSON with invisible characters and commands of pipeline runners escaped."""
    if "#" in text:
        text = DOUBLE_HASH.sub("\\\\u0023", text)
    if text.isascii():
        return text.replace("\x7f", "\\u007f")
    return _UNSEEN.sub(lambda match: json.dumps(match[0])[1:-1], text)


def uri(path: str) -> str:
    """A path as a relative or absolute URI reference (RFC 3986)."""
    return quote(path, safe="/", errors="surrogateescape")
