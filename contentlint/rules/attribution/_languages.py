"""The languages, and look-ups made from their tables."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from contentlint.rules.attribution._composed import with_composed
from contentlint.rules.attribution._east import (
    ARABIC,
    CHINESE,
    INDONESIAN,
    JAPANESE,
    KOREAN,
    VIETNAMESE,
)
from contentlint.rules.attribution._forms import (
    forms,
    parts_of,
    pattern_of,
    words_of,
)
from contentlint.rules.attribution._language import Language
from contentlint.rules.attribution._lexicon import DENSE, Lexicon
from contentlint.rules.attribution._north import DUTCH, GERMAN, POLISH, RUSSIAN, TURKISH
from contentlint.rules.attribution._west import (
    ENGLISH,
    FRENCH,
    ITALIAN,
    PORTUGUESE,
    SPANISH,
)

LANGUAGES = tuple(
    with_composed(language)
    for language in (
        ENGLISH,
        CHINESE,
        JAPANESE,
        KOREAN,
        SPANISH,
        FRENCH,
        GERMAN,
        PORTUGUESE,
        RUSSIAN,
        ITALIAN,
        DUTCH,
        POLISH,
        TURKISH,
        VIETNAMESE,
        INDONESIAN,
        ARABIC,
    )
)
# Languages written without spaces between words.
UNSPACED = frozenset({"zh", "ja"})
# Languages in which suffixes may follow a phrase.
SUFFIXED = frozenset({"ar", "tr", "ko"})
# Kinds of labels: fields of `Language` that are words before a separator.
LABEL_KINDS = (
    "author",
    "text",
    "about",
    "translator",
    "source",
    "titled",
    "original",
    "work",
    "other",
)
# Labels that say something about the article; the others only tell what kind of line it is.
TELLING = frozenset(LABEL_KINDS) - {"work", "other"}


# The words before a separator are at most this long, in code points.
MAX_LABEL = 44


def fold(text: str) -> str:
    """A text in lower case, of the same length."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else text.replace("İ", "i").lower()


@cache
def labels() -> Lexicon:
    """The words before a separator."""
    return Lexicon(LANGUAGES, LABEL_KINDS)


@cache
def words(kind: str) -> frozenset[str]:
    """All words of one kind, in all languages."""
    return frozenset(words_of(getattr(language, kind) for language in LANGUAGES))


@cache
def words_in(kind: str, code: str) -> frozenset[str]:
    """All words of one kind in one language."""
    return frozenset(words_of([getattr(_language(code), kind)]))


@cache
def by_words() -> Lexicon:
    """The words directly before the name of the author."""
    return Lexicon(LANGUAGES, ("by",))


def _language(code: str) -> Language:
    return next(language for language in LANGUAGES if language.code == code)


@cache
def pattern(kind: str, code: str) -> re.Pattern[str]:
    """The phrases of one kind in one language; it matches text in lower case."""
    table = forms(getattr(_language(code), kind))
    # Longer forms first, so that the longest one matches.
    alternatives = "|".join(pattern_of(form) for form in sorted(table, key=len, reverse=True))
    if code == "ar":
        alternatives = re.sub("([\u0621-\u064a])", "\\1[\u0640\u064b-\u0652]*", alternatives)
    before = "" if code in UNSPACED | {"ko"} else r"(?<!\w)"
    after = "" if code in UNSPACED | SUFFIXED else r"(?:(?<=\s)|(?!\w))"
    return re.compile(f"{before}(?:{alternatives or '(?!)'}){after}")


class Keys(NamedTuple):
    """What a text with a form of one kind in one language contains.

    Args:
        kind: a field of `Language`.
        code: the code of the language.
        first: texts of which it contains one.
        second: further texts of which it contains one; empty: no further ones.
    """

    kind: str
    code: str
    first: tuple[str, ...]
    second: tuple[str, ...]


def keys(kind: str) -> Iterator[Keys]:
    """What texts with the forms of one kind contain, form by form."""
    for language in LANGUAGES:
        for form in forms(getattr(language, kind)):
            parts = parts_of(form, is_spaced=language.code not in DENSE | SUFFIXED)
            first, *more = parts
            yield Keys(kind, language.code, first, more[0] if more else ())
