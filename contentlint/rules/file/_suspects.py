"""Which invisible or possibly garbled characters a file contains, found in one quick search."""

import codecs
import re
from functools import cache
from typing import Any

from contentlint.rule import Document, lazy

# C0 except tab, line feed, form feed and carriage return; delete; C1; the noncharacters of the BMP.
CONTROLS = "\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff"
# Zero-width characters, and some that merely look empty.
INVISIBLES = (
    "\xad\u061c\u180e\u200b-\u200f\u2028\u2029\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0"
    "\ufff9-\ufffc\U000e0000-\U000e007f"
)
# Embeddings, overrides, isolates and pops of the Unicode Bidirectional Algorithm.
DIRECTIONS = "\u202a-\u202e\u2066-\u2069"
# The first character of UTF-8 that was read as windows-1252, and those that can follow it.
HEADS = "\xc2-\xf4"
TAILS = (
    "\x80-\xbf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d"
    "\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178"
)
# What the most common Chinese and Japanese characters become when UTF-8 is read as GBK or
# Shift JIS, and what U+FFFD becomes.
WRONG_HAN = "锛紝銆鈥鐨涓浜锟縺繧繝"
LOST = "\ufffd"

# Spaces other than U+0020; the two common ones occur in correct text everywhere.
COMMON_SPACES = "\u00a0\u3000"
RARE_SPACES = "\u1680\u2000-\u200a\u202f\u205f"

_NEVER_ALONE = f"{RARE_SPACES}{CONTROLS}{INVISIBLES}{DIRECTIONS}{WRONG_HAN}{LOST}"
# It starts with one character class, which the regular expression engine searches for fastest.
_SUSPECT = lazy(f"[{_NEVER_ALONE}{HEADS}](?:(?=[{TAILS}])|(?<=[{_NEVER_ALONE}]))")
_NOTHING: frozenset[str] = frozenset()
_PLAIN = bytes(range(0x20, 0x7F)) + b"\t\n\f\r"


def suspect_characters(document: Document) -> frozenset[str]:
    """The suspect characters in a file: in front matter, text or code."""
    text = document.text
    if text.isascii():
        left = text.encode("ascii").translate(None, _PLAIN)
        return frozenset(left.decode("ascii")) if left else _NOTHING
    # Encoding passes over all other characters in a third of the time of the regular expression.
    found, _ = codecs.charmap_encode(text, "ignore", _codes())
    if not found and "\ufffe" not in text and b"\xf3" not in document.source.encoded:
        return _NOTHING
    return frozenset(_SUSPECT.findall(text))


@cache
def _codes() -> Any:
    """An encoding of only the characters that may be suspect, without U+FFFE and tags."""
    chars = {char for char in expand_ranges(f"{_NEVER_ALONE}{HEADS}") if char < "\ufffe"}
    return codecs.charmap_build("".join(sorted(chars | {"\uffff"})))


def expand_ranges(ranges: str) -> frozenset[str]:
    """The characters in a character class such as `a-z_`."""
    found = set()
    for start, end in re.findall(r"(.)(?:-(.))?", ranges, re.DOTALL):
        found |= {chr(code) for code in range(ord(start), ord(end or start) + 1)}
    return frozenset(found)
