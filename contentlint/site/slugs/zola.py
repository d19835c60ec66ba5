"""Zola with `slugify.anchors = "on"`: the crate `slug`.

It transcribes every script; here only Latin letters are, and ids of others are empty.
"""

import unicodedata
from collections.abc import Sequence

from contentlint.core.patterns import lazy
from contentlint.site.pages import Heading
from contentlint.site.slugs.marked import explicit, with_alternatives
from contentlint.site.slugs.numbering import first_free

# Whatever is in braces at the end is attributes.
_MARKER = lazy(r"\{[^{}]*+\}\Z")
# Letters without a decomposition, and characters that become letters or digits.
_LETTERS = dict(
    pair.split("=")
    for pair in (
        "ß=ss æ=ae œ=oe ø=o đ=d ð=d þ=th ł=l ı=i ħ=h ŋ=ng "
        "ẞ=SS Æ=AE Œ=OE Ø=O Đ=D Ð=D Þ=Th Ł=L Ħ=H Ŋ=NG"
    ).split()
)
_PUNCTUATION = frozenset("–—‘’“”…«»‚„‹›•·¡¿ ")


def anchors(headings: Sequence[Heading]) -> list[str]:
    """The ids of headings; all explicit ids are taken before. Unknown ones are empty."""
    headings = list(map(with_alternatives, explicit(headings, _MARKER)))
    taken = {heading.id for heading in headings if heading.id and not heading.is_html}
    counts: dict[str, int] = {}
    found = []
    for heading in headings:
        if heading.id or heading.is_html:
            found.append(heading.id)
            continue
        made = first_free(slug(heading.text) or "", taken, counts)
        taken.add(made)
        found.append(made)
    return found


def slug(text: str) -> str | None:
    """The id of a text; None if it has characters whose transcription is not known here."""
    plain = []
    for character in text:
        known = character if character.isascii() else _transcribed(character)
        if known is None:
            return None
        plain.append(known)
    lower = "".join(plain).lower()
    kept = "".join(each if each.isascii() and each.isalnum() else " " for each in lower)
    return "-".join(kept.split())


def _transcribed(character: str) -> str | None:
    if character in _LETTERS:
        return _LETTERS[character]
    if character in _PUNCTUATION:
        return " "
    base = unicodedata.normalize("NFD", character)[0]
    return base if base.isascii() and base.isalpha() else None
