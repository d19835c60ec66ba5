"""The languages, and look-ups made from their tables."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from contentlint.rule import NamedTuple, compile_once, lazy, stored_words
from contentlint.rules.attribution._around_names import DATED_VERBS
from contentlint.rules.attribution._forms import (
    first_words,
    forms,
    length_of,
    parts_of,
    pattern_of,
    words_of,
)
from contentlint.rules.attribution._language import Language
from contentlint.rules.attribution._lexicon import DENSE, Kinds, Lexicon


@cache
def languages() -> tuple[Language, ...]:
    """The tables of all languages, which a run that finds the stored ones does not import."""
    from contentlint.rules.attribution._composed import with_composed
    from contentlint.rules.attribution._east import (
        ARABIC,
        CHINESE,
        INDONESIAN,
        JAPANESE,
        KOREAN,
        VIETNAMESE,
    )
    from contentlint.rules.attribution._north import DUTCH, GERMAN, POLISH, RUSSIAN, TURKISH
    from contentlint.rules.attribution._west import (
        ENGLISH,
        FRENCH,
        ITALIAN,
        PORTUGUESE,
        SPANISH,
    )

    return tuple(
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
    return Lexicon("labels", languages, LABEL_KINDS)


@cache
def words(kind: str) -> frozenset[str]:
    """All words of one kind, in all languages."""
    return stored_words(
        f"words of languages, {kind}",
        lambda: words_of(getattr(language, kind) for language in languages()),
    )


@cache
def words_in(kind: str, code: str) -> frozenset[str]:
    """All words of one kind in one language."""
    return frozenset(words_of([getattr(_language(code), kind)]))


@cache
def by_words() -> Lexicon:
    """The words directly before the name of the author."""
    return Lexicon("words before names", languages, ("by",))


# Characters that join the words of a label without a space around them.
JOINING = "和与與及と과와"
# What joins the nouns and the verbs of a label: `Words & photographs`.
_JOINED = lazy(
    r"\s*&amp;\s*|\s+(?:and|&|\+|y|e|et|und|i|и|ve|và|dan|serta|plus|con|mit|avec)\s+|(?<=\w)-(?=\w)|\s*[,/&+·・､、／،]\s*|"
    r"(?<=[\u3041-\u9fff])[和与與及と](?=[\u3041-\u9fff])|(?<=[가-힣])[과와] ?|\sو(?=\S)"
)
# After joined words, each of them may be before these: `Words and photographs by`.
BEFORE_NAMES = (
    *("by", "par", "por", "de", "von", "door", "da", "di"),
    *("a cura di", "przez", "oleh", "bởi"),
)
_PLACED = lazy(rf"(?<!\s)\s+({'|'.join(BEFORE_NAMES)})$")
_PEOPLE = frozenset({"author", "text", "about"})


@lru_cache(maxsize=4096)
def label_kinds(text: str) -> Kinds:
    """The kinds of the words before a separator, each with the codes of its languages.

    Of several words that are joined, as in `Words & photographs`, all are known, and one of them
    names the author.

    Args:
        text: the words, in lower case.
    """
    found = labels().kinds(text)
    return found or _joined_kinds(text)


def _joined_kinds(text: str) -> Kinds:
    # `en` is a word for `and` in Dutch only.
    return _all_known(_JOINED.split(text)) or (
        _all_known(_JOINED.split(text.replace(" en ", " & "))) if " en " in text else {}
    )


def _all_known(parts: list[str]) -> Kinds:
    if not 1 < len(parts) < 4:
        return {}
    place = _PLACED.search(parts[-1])
    ends = ["", f" {place[1]}"] if place is not None else [""]
    bare = [*parts[:-1], parts[-1][: place.start()] if place is not None else parts[-1]]
    kinds: list[Kinds] = []
    for part in bare:
        found = next((labels().kinds(part + end) for end in ends if labels().kinds(part + end)), {})
        if not found or found.keys() <= {"work"}:
            return {}
        kinds.append(found)
    codes = {code for found in kinds for kind in _PEOPLE & found.keys() for code in found[kind]}
    if not any(_PEOPLE & found.keys() for found in kinds):
        return {}
    return {"author": tuple(sorted(codes))}


@lru_cache(maxsize=4096)
def by_codes(text: str) -> tuple[str, ...]:
    """The codes of the languages in which words are directly before the name of the author."""
    found = by_words().kinds(text).get("by", ())
    return found or _joined_kinds(text).get("author", ())


# Posted on 3 May 2021 by
_DATED_BY = lazy(
    rf"(?:{'|'.join(DATED_VERBS)})"
    r"[ ][^.!?:\n]{0,24}?\d[^!?:\n]{0,24}?[ ,](?P<by>by|par|por|von|da|door|przez|oleh|bởi)[ ]"
)


def dated_by(folded: str, start: int) -> re.Match[str] | None:
    """The words and the date before a name, as in `Posted on 3 May 2021 by`."""
    return _DATED_BY.match(folded, start)


def _language(code: str) -> Language:
    return next(language for language in languages() if language.code == code)


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
    return compile_once(f"{before}(?:{alternatives or '(?!)'}){after}")


@cache
def first_words_of(kind: str, code: str) -> frozenset[str]:
    """The first words of the phrases of one kind in one language; empty if any may be."""
    return first_words(getattr(_language(code), kind))


class Keys(NamedTuple):
    """What a text with a form of one kind in one language contains.

    Args:
        kind: a field of `Language`.
        code: the code of the language.
        first: texts of which it contains one.
        second: further texts of which it contains one; empty: no further ones.
        reach: how far apart the two are at most, in code points.
    """

    kind: str
    code: str
    first: tuple[str, ...]
    second: tuple[str, ...]
    reach: int


def keys(kind: str) -> Iterator[Keys]:
    """What texts with the forms of one kind contain, form by form."""
    for language in languages():
        for form in forms(getattr(language, kind)):
            parts = parts_of(form, is_spaced=language.code not in DENSE | SUFFIXED)
            first, *more = parts
            yield Keys(kind, language.code, first, more[0] if more else (), length_of(form))
