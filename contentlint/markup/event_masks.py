"""Masks the `@` of `<button @click="low()">`, which is text in CommonMark.

Renderers for Vue accept it at the start of an attribute name.
"""

import re

from contentlint.core.patterns import lazy

_VALUE = r"""(?:"[^"]{0,2000}+"|'[^']{0,2000}+'|[^\s"'=<>`]{1,2000}+)"""
_TAG = lazy(
    r"<[A-Za-z][\w.-]{0,80}+(?:\s++[A-Za-z_:@][\w:.-]{0,200}+(?:\s{0,20}+=\s{0,20}+"
    rf"{_VALUE})?+)++\s*+/?>",
    re.ASCII,
)
_EVENT = lazy(r"""("[^"]*+"|'[^']*+')|(?<=\s)@""")


def mask_events(text: str, start: int) -> str:
    """Replace the `@` at the start of attribute names by a letter.

    Args:
        text: the text with its template syntax masked.
        start: where the body starts.
    """
    if "@" not in text or "<" not in text:
        return text
    return text[:start] + _TAG.sub(_masked, text[start:])


def _masked(tag: re.Match[str]) -> str:
    return _EVENT.sub(lambda part: part[1] or "x", tag[0]) if "@" in tag[0] else tag[0]
