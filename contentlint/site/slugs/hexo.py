"""What both renderers of Hexo make ids with: `slugize` of hexo-util, and smart punctuation."""

import unicodedata
from functools import lru_cache

from contentlint.core.patterns import lazy

# Letters that do not decompose into the one that replaces them.
_LETTERS = str.maketrans(
    "ØßøĐđĦħıĿŀŁłŉŦŧſƀƁƂƃƆƇƈƉƊƋƌƎƐƑƒƓƗƘƙƚƜƝƞƟƤƥƬƭƮƲƳƴƵƶǝǤǥǾǿȠȤȥȺȻȼȽȾɃɄɅɇẞ",
    "OsoDdHhiLlLlnTtlbBBbOCcDDDdEEFfGIKklMNnOPpTtTVYyZzeGgOoNZzACcLTBUVeS",
)
_LIGATURES = {
    "Æ": "AE",
    "æ": "ae",
    "Œ": "OE",
    "œ": "oe",
    "Ǆ": "DZ",
    "ǅ": "Dz",
    "ǆ": "dz",
    "Ǉ": "LJ",
    "ǈ": "Lj",
    "ǉ": "lj",
    "Ǌ": "NJ",
    "ǋ": "Nj",
    "ǌ": "nj",
    "Ǣ": "AE",
    "ǣ": "ae",
    "Ǽ": "AE",
    "ǽ": "ae",
}
_REPLACED = _LETTERS | {ord(letter): both for letter, both in _LIGATURES.items()}
_CONTROL = lazy(r"[\x00-\x1f]")
_SPACES = "\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
_SPECIAL = lazy(f"[{_SPACES}" + r"~`!@#$%^&*()\-_+=\[\]{}|\\;:\"'<>,.?/]+")

_OPENING_SINGLE = lazy(r"(^|[-\u2014/(\[{\"\s])'")
_OPENING_DOUBLE = lazy(r"(^|[-\u2014/(\[{\u2018\s])\"")

# markdown-it opens a quote after any punctuation if a letter follows.
_AFTER_PUNCTUATION = lazy(r"(?<=[=:])\"(?=\w)")


@lru_cache(maxsize=1024)
def _letter(character: str) -> str:
    """A Latin letter without its accents; other characters as they are."""
    decomposition = unicodedata.decomposition(character)
    if decomposition.startswith("<") and not decomposition.startswith(("<circle>", "<wide>")):
        return character
    parts = unicodedata.normalize("NFKD", character)
    base = "".join(part for part in parts if not unicodedata.combining(part))
    return base if len(base) == 1 and base.isascii() and base.isalpha() else character


def slugize(text: str) -> str:
    """The id of a heading with this text, before duplicates are numbered; the case is kept."""
    if not text.isascii():
        text = "".join(map(_letter, text.translate(_REPLACED)))
    return _SPECIAL.sub("-", _CONTROL.sub("", text)).strip("-")


def smart_punctuation(text: str, *, dashes: bool = True) -> str:
    """Text with typographic quotes and dashes.

    Args:
        text: the text of one piece.
        dashes: whether dashes and ellipses are made, not only quotes.
    """
    if dashes:
        text = text.replace("---", "\u2014").replace("--", "\u2013")
    if not dashes:
        text = _AFTER_PUNCTUATION.sub("\u201c", text)
    text = _OPENING_SINGLE.sub("\\1\u2018", text).replace("'", "\u2019")
    text = _OPENING_DOUBLE.sub("\\1\u201c", text).replace('"', "\u201d")
    return text.replace("...", "\u2026") if dashes else text
