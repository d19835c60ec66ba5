"""What the formats for machines share: names of files, and text in which everything can be seen."""

import json
from urllib.parse import quote

from contentlint.core.patterns import lazy

# What XML 1.0 has no character for (section 2.2), what ends a line for some readers, and what turns
# the direction of text around.
_UNFIT = lazy(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u2028-\u202e\u2066-\u2069]"
)
# What is invisible, turns the direction, or is half of a character, as bytes of names of files are
# that are no text: all of that may be an escape in JSON.
_UNSEEN = lazy(
    "[\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)
# A sign before another one: `##[` begins a command wherever it stands in the log of a pipeline,
# also with characters in it that comparisons pass over and that are not in `_UNSEEN`.
DOUBLE_SIGN = lazy(
    "#(?=[#\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\ufff0-\ufff8])"
)
_encode = json.JSONEncoder(ensure_ascii=False).encode


def visible(text: str) -> str:
    """Text with every character that no reader takes or that hides others written as `\\u202e`."""
    return _UNFIT.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def visible_name(path: str) -> str:
    """The name of a file in running text: on one line, whatever characters it has."""
    return visible(path).replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")


def as_json(data: object) -> str:
    """Plain data as JSON on one line, with escapes for what nobody would see."""
    return unseen_escaped(_encode(data))


def unseen_escaped(text: str) -> str:
    """JSON with escapes for what nobody would see, and for what begins a command of a pipeline."""
    if "#" in text:
        text = DOUBLE_SIGN.sub("\\\\u0023", text)
    if text.isascii():
        return text.replace("\x7f", "\\u007f")
    return _UNSEEN.sub(lambda match: json.dumps(match[0])[1:-1], text)


def uri(path: str) -> str:
    """A path as a relative or absolute URI reference (RFC 3986)."""
    return quote(path, safe="/", errors="surrogateescape")
