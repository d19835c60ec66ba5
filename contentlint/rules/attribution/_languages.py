"""The languages, and look-ups made from their tables."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

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
    hints_of,
    pattern_of,
    words_of,
)
from contentlint.rules.attribution._language import Language
from contentlint.rules.attribution._north import DUTCH, GERMAN, POLISH, RUSSIAN, TURKISH
from contentlint.rules.attribution._west import (
    ENGLISH,
    FRENCH,
    ITALIAN,
    PORTUGUESE,
    SPANISH,
)

LANGUAGES = (
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
# Languages written without spaces between words.
UNSPACED = frozenset({"zh", "ja"})
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


def fold(text: str) -> str:
    """A text in lower case, of the same length."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else text.replace("İ", "i").lower()


@cache
def labels() -> dict[str, dict[str, tuple[str, ...]]]:
    """The kinds that a label has, each with the codes of its languages."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for language in LANGUAGES:
        for kind in LABEL_KINDS:
            for word in words_of([getattr(language, kind)]):
                kinds = found.setdefault(word, {})
                kinds[kind] = (*kinds.get(kind, ()), language.code)
    return found


@cache
def words(kind: str) -> frozenset[str]:
    """All words of one kind, in all languages."""
    return frozenset(words_of(getattr(language, kind) for language in LANGUAGES))


@cache
def words_in(kind: str, code: str) -> frozenset[str]:
    """All words of one kind in one language."""
    return frozenset(words_of([getattr(_language(code), kind)]))


@cache
def by_words() -> dict[str, tuple[str, ...]]:
    """Words directly before the name of the author, each with the codes of its languages."""
    found: dict[str, tuple[str, ...]] = {}
    for language in LANGUAGES:
        for word in words_of([language.by]):
            found[word] = (*found.get(word, ()), language.code)
    return found


def _language(code: str) -> Language:
    return next(language for language in LANGUAGES if language.code == code)


class Phrases(NamedTuple):
    """The phrases of one kind in one language.

    Args:
        code: the code of the language.
        hints: texts of which every match contains one.
        pattern: matches text in lower case.
    """

    code: str
    hints: tuple[str, ...]
    pattern: re.Pattern[str]


@cache
def phrases(kind: str) -> tuple[Phrases, ...]:
    """The phrases of one kind, by language."""
    return tuple(
        _compiled(language.code, forms(getattr(language, kind)))
        for language in LANGUAGES
        if getattr(language, kind)
    )


def _compiled(code: str, table: tuple[str, ...]) -> Phrases:
    # Longer forms first, so that the longest one matches.
    alternatives = "|".join(pattern_of(form) for form in sorted(table, key=len, reverse=True))
    edges = (r"(?<!\w)", r"(?:(?<=\s)|(?!\w))") if code not in UNSPACED | {"ko"} else ("", "")
    if code in ("ar", "tr", "ko"):
        edges = (edges[0], "")
    return Phrases(code, _distinct(table), re.compile(f"{edges[0]}(?:{alternatives}){edges[1]}"))


def _distinct(table: Iterable[str]) -> tuple[str, ...]:
    """The hints of forms, without those that contain another one."""
    hints = sorted({hint for form in table for hint in hints_of(form)}, key=len)
    kept: list[str] = []
    for hint in hints:
        if not any(other in hint for other in kept):
            kept.append(hint)
    return tuple(kept)


def search(kind: str, folded: str) -> Iterator[tuple[str, re.Match[str]]]:
    """The phrases of a kind in a text in lower case, each with the code of its language."""
    for code, hints, pattern in phrases(kind):
        if any(hint in folded for hint in hints):
            for match in pattern.finditer(folded):
                yield code, match
