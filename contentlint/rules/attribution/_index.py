"""What the quick test looks for, by words and characters: made from the tables of all languages."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from contentlint.rule import NamedTuple, Rows, lazy, stored_byte_words, stored_rows, stored_words
from contentlint.rules.attribution._around_names import AFTER_NAMES, DATED_VERBS
from contentlint.rules.attribution._languages import (
    TELLING,
    Keys,
    by_words,
    keys,
    labels,
    languages,
    words_in,
)
from contentlint.rules.attribution._lexicon import longest_word
from contentlint.rules.attribution._scan import WORD

PHRASE_KINDS = ("guest", "translated", "published", "said", "after")
# Languages whose phrases are not whole words, with letters that their texts contain.
SCRIPTS = {
    "zh": lazy("[\u4e00-\u9fff]"),
    "ja": lazy("[ぁ-んァ-ヶ]"),
    "ko": lazy("[가-힣]"),
    "ar": lazy("[\u0621-\u06d3]"),
    "tr": lazy("[ığşçöü]"),
}
HAN_CODES: tuple[str, ...] = ("zh", "ja")
# Languages whose letters are few, so that single ones tell nothing.
FEW_LETTERS = frozenset({"ar", "tr"})
# Characters that most texts contain: the others tell more.
_FREQUENT = frozenset(
    "的一是不了在人有我他这這中大来來上国國个個到说說们們为為子和你地出也时時年得就那要下以生会會自之过過家"
    "学學对對可里後后小多天而能好都没日于於起还還发發成事只作当當看文用本由所见見从從此篇者用最新第网網原章表语語法现現连連通中以介关關路节節简簡共取英信经經整早"
    "はがのをにでとしたいるかられこそあてなもすまりよ이은는을를의에서가로다고한글지기사도인하해"
)
# Words that most texts contain.
_COMMON = frozenset(
    "a and at by content do en first for from full in information is it la link of on read the this to "
    "version with".split()
)
_EAST = tuple(SCRIPTS)
# How far a bracket is from the name of an agency at most, in code points.
_DATELINE = 32

EastText = tuple[str, str, Sequence[str], int]
"""What a text with a phrase contains: a text, and one of some further ones if there are any, and how
far apart they are; after the first the kind of the phrase."""


class Index(NamedTuple):
    """The tables, by what is looked for in a text.

    Args:
        words: all words of which a text that says something has one, except `east`.
        labels: words of which each label has one.
        bylines: words of which all words before a name have one.
        by_first: the first words of those.
        phrases: what texts with phrases contain, lists of `Keys`, by a word of it.
        east: the same by language and two characters of it, lists of `EastText`, where words are
            not separated or have suffixes.
    """

    words: frozenset[str]
    labels: frozenset[str]
    bylines: frozenset[str]
    by_first: frozenset[str]
    phrases: Rows
    east: dict[str, Rows]


@cache
def index_of_words() -> Index:
    """The tables of all languages."""
    phrases, *east = stored_rows("phrases", lambda: [_texts().phrases, *_texts().east.values()])
    return Index(
        stored_words("words", lambda: _texts().words),
        stored_words("words of labels", lambda: _texts().labels),
        stored_words("words of bylines", lambda: _texts().bylines),
        stored_words("first words of bylines", lambda: _texts().by_first),
        phrases,
        dict(zip(_EAST, east, strict=True)),
    )


@cache
def byte_words() -> frozenset[bytes]:
    """All words that are looked for, in UTF-8."""
    return stored_byte_words("all words", _all_words)


def _all_words() -> Iterator[str]:
    yield from _texts().words
    for found in _texts().phrases.values():
        for keys_ in found:
            for text in keys_.second:
                yield from (text, word_in(text))


class _Texts(NamedTuple):
    """The fields of `Index`, before they are stored."""

    words: frozenset[str]
    labels: frozenset[str]
    bylines: frozenset[str]
    by_first: frozenset[str]
    phrases: dict[str, list[Keys]]
    east: dict[str, dict[str, list[EastText]]]


@cache
def _texts() -> _Texts:
    phrases: dict[str, list[Keys]] = defaultdict(list)
    east: dict[str, dict[str, list[EastText]]] = {code: defaultdict(list) for code in _EAST}
    for found in _all_keys():
        if not _is_in_words(found):
            by_pair = east[found.code]
            for text in found.first:
                key = _telling_chars(text)
                by_pair[key].append((text, found.kind, found.second, found.reach))
            continue
        for text in found.first:
            if found.second and all(map(str.isascii, (text, *found.second))) and _is_common(text):
                for other in found.second:
                    swapped = found._replace(first=(other,), second=(text,))
                    phrases[_telling_word(other)].append(swapped)
                continue
            phrases[_telling_word(text)].append(found._replace(first=(text,)))
    label_words = frozenset(
        _telling_word(text)
        for text, kinds in labels().plain.items()
        if not TELLING.isdisjoint(kinds) and not _is_han(text)
    ) | frozenset(labels().composed)
    by_words_ = frozenset(map(longest_word, by_words().plain)) | frozenset(by_words().composed)
    # Of `text and pictures`, one is a text.
    plain = [(text, kinds) for text, kinds in labels().plain.items() if not _is_han(text)]
    joined = frozenset(
        longest_word(text) for text, kinds in plain if {"text", "author"} & kinds.keys()
    )
    firsts = frozenset(text.split()[0] for text, kinds in plain if "other" in kinds)
    words = label_words | by_words_ | frozenset(phrases)
    starts = by_words().first_words() | joined | firsts | {*DATED_VERBS}
    befores = by_words_ | joined | {*DATED_VERBS}
    return _Texts(words | befores, label_words, befores, starts, phrases, east)


def word_in(text: str) -> str:
    """The longest word of a text; empty if there is none."""
    return max(WORD.findall(text), key=len, default="")


def _is_in_words(found: Keys) -> bool:
    """Whether texts are looked for as words; else as characters."""
    # The short names of agencies are words in any language.
    is_name = found.kind == "agencies" and (found.code == "tr" or found.first[0].isascii())
    return is_name or found.code not in _EAST


def _is_common(text: str) -> bool:
    return _telling_word(text) in _COMMON


def _telling_word(text: str) -> str:
    """The longest word of a text that is not in most texts; else the longest one."""
    words = [word for word in re.findall(r"\w+", text) if word not in _COMMON]
    return max(words, key=len) if words else longest_word(text)


def _telling_chars(text: str) -> str:
    """Two characters of a text, one of them one that is not in most texts, if there is one."""
    places = [at for at, char in enumerate(text) if char not in _FREQUENT and char.isalpha()]
    at = places[0] if places else 0
    start = at if at + 1 < len(text) else max(at - 1, 0)
    return text[start : start + 2]


def _is_han(text: str) -> bool:
    return all(char in "、・/ " or "\u3005" <= char < "\uac00" for char in text)


def _all_keys() -> Iterator[Keys]:
    from contentlint.rules.attribution._roles import keys_of_roles
    from contentlint.rules.attribution._tongues import MAX_ALONE, keys_of_tongues

    for code, first, second, reach in keys_of_roles():
        yield Keys("earlier", code, first, second, reach)
    for code, first, second in keys_of_tongues():
        yield Keys("tongues", code, first, second, MAX_ALONE)
    for kind in PHRASE_KINDS:
        yield from keys(kind)
    for language in languages():
        for agency in words_in("agencies", language.code):
            yield _agency(
                language.code, agency, ("(", "（", "/", "【", "[", "〔", "电", "電", "讯", "訊")
            )
        for about in words_in("about", language.code):
            yield Keys("about", language.code, (about,), (), 0)
    for code, word in (
        ("ar", "وكالة"),
        ("zh", "通讯社"),
        ("zh", "通訊社"),
        ("ja", "通信社"),
        ("ko", "통신"),
    ):
        yield _agency(code, word, ("(", "（"))
    for code, texts in AFTER_NAMES.items():
        for text in texts:
            yield Keys("writers", code, (text,), (), 0)
    yield _agency("en", "agency", ("(",))
    for word in (
        "agence",
        "agencia",
        "agência",
        "agenzia",
        "agentur",
        "persbureau",
        "agencja",
        "агентство",
    ):
        yield _agency("en", word, ("(",))
    for word in ("thông tấn xã", "kantor berita", "ajansı"):
        yield _agency("en", word, ("(",))


def _agency(code: str, name: str, brackets: tuple[str, ...]) -> Keys:
    return Keys("agencies", code, (name,), brackets, _DATELINE)
