"""A quick test: what may the head and the foot of an article say about its author and source?

It is made from the same tables as the patterns, so it finds all that they find. Most articles say
nothing, and their blocks are never built; others say something in one or two languages.

In one module, for all tests read the same index.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import cache
from typing import Any, NamedTuple

from contentlint.rule import Document, lazy, stored
from contentlint.rules.attribution._languages import (
    BEFORE_NAMES,
    JOINING,
    LANGUAGES,
    MAX_LABEL,
    TELLING,
    Keys,
    by_codes,
    by_words,
    fold,
    keys,
    label_kinds,
    labels,
    pattern,
    words_in,
)
from contentlint.rules.attribution._lexicon import longest_word, without_vowels
from contentlint.rules.attribution._meant import may_be_meant
from contentlint.rules.attribution._originals import names_original
from contentlint.rules.attribution._roles import keys_of_roles
from contentlint.rules.attribution._runs import Cells, end_runs, has_cells
from contentlint.rules.attribution._scan import Pairs, any_char
from contentlint.rules.attribution._tongues import MAX_ALONE, keys_of_tongues

# The same for tags with classes, in code points of the source.
_TAGS = 1600
PHRASE_KINDS = ("guest", "translated", "published", "said", "after")
# Languages whose phrases are not whole words, with letters that their texts contain.
_SCRIPTS = {
    "zh": lazy("[\u4e00-\u9fff]"),
    "ja": lazy("[ぁ-んァ-ヶ]"),
    "ko": lazy("[가-힣]"),
    "ar": lazy("[\u0621-\u06d3]"),
    "tr": lazy("[ığşçöü]"),
}
_HAN: tuple[str, ...] = ("zh", "ja")
# Languages whose letters are few, so that single ones tell nothing.
_FEW_LETTERS = frozenset({"ar", "tr"})
# Characters that most texts contain: the others tell more.
_FREQUENT = frozenset(
    "的一是不了在人有我他这這中大来來上国國个個到说說们們为為子和你地出也时時年得就那要下以生会會自之过過家"
    "学學对對可里後后小多天而能好都没日于於起还還发發成事只作当當看文用本由所见見从從此篇者用最新第网網原章表语語法现現连連通中以介关關路节節简簡共取英信经經整早"
    "はがのをにでとしたいるかられこそあてなもすまりよ이은는을를의에서가로다고한글지기사도인하해"
)
# Letters of scripts other than Latin ones without marks and Chinese and Japanese ones, and signs.
_OTHER_LETTER = lazy("[^\\x00-\\x7f\u2000-\u303f\u3041-\u30ff\u3400-\u9fff\uff00-\uff65\xa0-\xbf]")
_DENSE_SCRIPT = lazy("[\u3005-\u30ff\u3400-\u9fff가-힣]")
# Punctuation of texts in any language; what is looked for has further letters.
_PUNCTUATION = frozenset(
    "‘’‚“”„‹›«»–—…•·′″×÷→←↑↓↔✓✔✗©®™°±§¶†‡½¼¾²³µ≤≥≠≈∞€£¥¢¿¡\u2002\u2003\u2009\u200a\u200b\u200c"
    "\u200d\u200e\u2011\u202f\u2060\ufe0f\ufeff\xad"
)
# Words that most texts contain.
_COMMON = frozenset(
    "a and at by content do en first for from full in information is it la link of on read the this to "
    "version with".split()
)
_EAST = frozenset(_SCRIPTS)
# Texts before a name are at most this long, in code points.
_MAX_BY = 64
# How far a bracket is from the name of an agency at most, in code points.
_DATELINE = 32
# Words that are phrases alone, and only at the start of a line.
_AT_START = frozenset({"via", "vía", "theo", "h", "t", "dilansir", "mengutip"})
# What may be between a label and its separator, and separators with other meanings in a word.
_BEFORE_SEPARATOR = " \t\xa0\u3000*_）)]】"
_DASHES = frozenset("—–-")
_AFTER_LABEL = f"{_BEFORE_SEPARATOR}\n"
_WORD = lazy(r"\w+")
_WORD_START = lazy(r"(?<![^\W_])[^\W_]")
_NEAR = lazy("[:：︰|｜丨/／=＝・·•\t\n—–-]")
_NO_SPACE = lazy(r"\S+")
# Names in Latin letters start with a capital, after titles such as `dr.`.
_BEFORE_NAME = lazy(
    "[ \t\n\r\xa0\u3000*_\\[（(「『《“\"'@,:：]*(?:[a-z]{1,6}[.]-? ?){0,3}[^\x00-@\\[-\x7f]"
)
_HAN_RUN = lazy("[\u3005\u3006\u3041-\u30ff\u4e00-\u9fff가-힣、・/ &+＆＋ㆍ,·／a-z]+")
# How much of the end of such a run is read as a label, in characters.
_MAX_HAN = 20
_PIECES = lazy("[、・/ ·／&+,]")
_NOT_PLAIN = lazy(f"[^\\x00-\\x7f{''.join(sorted(_PUNCTUATION))}]")
_NO_WORD_BYTES = bytes(
    code if code > 127 or chr(code).isalnum() or chr(code) == "_" else 32 for code in range(256)
)
_ONLY_ASCII_WORDS = _NO_WORD_BYTES[:128] + b" " * 128
# UTF-8 of punctuation and symbols; some letters among them are in no table.
_WIDE = re.compile(
    rb"\xe2[\x80-\xbf]{2}|\xe3\x80[\x80-\xbf]|\xef[\xbc-\xbf][\x80-\xbf]|\xc2[\x80-\xbf]|\xd8[\x8c\x9b\x9f]"
)
_INDENT = " \t\r\xa0\u3000*_（(【[〔「«“—–-#※>|・+0123456789."
_CLASSES = (
    "byline",
    "author",
    "vcard",
    "writer",
    "autor",
    "yazar",
    "auteur",
    "signature",
    "podpis",
)
# The attributes with such words.
_MARKS = ("class=", "rel=", "itemprop")
# Before the name of the author.
_SIGNS = "✍🖊🖋👤🧑"
_REPORTER = lazy(
    "记者|記者|기자|특파원|논설위원|글[ ·]|글쓴이 |취재 |정리 |에디터 |寄稿|撰[写寫]|报道|報[導道]|作者"
)


class Clues(NamedTuple):
    """What the head and the foot of an article may say.

    Args:
        has_labels: whether there may be words before a separator.
        has_bylines: whether there may be words directly before a name.
        has_classes: whether classes or the like may mark a name.
        phrases: the kinds of phrases that there may be, each with a language, and texts of which
            one is in each of them.
        has_named_links: whether the text of a link may say that it points to the original.
    """

    has_labels: bool
    has_bylines: bool
    has_classes: bool
    phrases: Mapping[tuple[str, str], Set[str]]
    has_named_links: bool = False

    @property
    def is_nothing(self) -> bool:
        """Whether the article says nothing."""
        return not (
            self.has_labels
            or self.has_bylines
            or self.has_classes
            or self.phrases
            or self.has_named_links
        )


_NOTHING = Clues(False, False, False, {})


_Text = tuple[str, str, Sequence[str], int]
"""What a text with a phrase contains: a text, and one of some further ones if there are any, and how
far apart they are; after the first the kind of the phrase."""


class _Index(NamedTuple):
    """The tables, by what is looked for in a text.

    Args:
        words: all words of which a text that says something has one, except `east`.
        labels: words of which each label has one.
        bylines: words of which all words before a name have one.
        by_first: the first words of those.
        phrases: what texts with phrases contain, as `Keys`, by a word of it.
        east: the same by language and two characters of it, where words are not separated or have
            suffixes.
    """

    words: frozenset[str]
    labels: frozenset[str]
    bylines: frozenset[str]
    by_first: frozenset[str]
    phrases: dict[str, list[tuple[str, str, list[str], list[str], int]]]
    east: dict[str, dict[str, list[_Text]]]


@cache
def _index() -> _Index:
    words, label_words, bylines, by_first, phrases, east = stored("attribution", _tables)
    return _Index(
        frozenset(words),
        frozenset(label_words),
        frozenset(bylines),
        frozenset(by_first),
        phrases,
        east,
    )


def _tables() -> list[Any]:
    """The fields of the index, as lists and mappings."""
    phrases: dict[str, list[Keys]] = defaultdict(list)
    east: dict[str, dict[str, list[_Text]]] = {code: defaultdict(list) for code in _EAST}
    for found in _all_keys():
        # The short names of agencies are words in any language.
        is_word = found.kind == "agencies" and (found.code == "tr" or found.first[0].isascii())
        if found.code in _EAST and not is_word:
            for text in found.first:
                east[found.code][_telling_chars(text)].append(
                    (text, found.kind, found.second, found.reach)
                )
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
    starts = by_words().first_words() | joined | firsts
    return [*map(sorted, (words, label_words, by_words_ | joined, starts)), phrases, east]


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
    for code, first, second, reach in keys_of_roles():
        yield Keys("earlier", code, first, second, reach)
    for code, first, second in keys_of_tongues():
        yield Keys("tongues", code, first, second, MAX_ALONE)
    for kind in PHRASE_KINDS:
        yield from keys(kind)
    for language in LANGUAGES:
        for agency in words_in("agencies", language.code):
            yield _agency(language.code, agency, ("(", "（", "/", "【", "[", "电", "電"))
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


def clues(document: Document) -> Clues:
    """What the head and the foot of an article may say."""
    return document.once(_clues)


def _clues(document: Document) -> Clues:
    head, foot = end_runs(document)
    runs = [*head, *foot]
    cells = Cells(document.text, runs) if has_cells(document.text, head, foot) else None
    text = "\n".join([run.raw for run in runs])
    found = clues_of(text, None if cells is None else cells.may_end_at)
    if any("a" in run.parents and names_original(fold(run.raw)) for run in runs):
        found = found._replace(has_named_links=True)
    if _has_classes(document.text, document.front_matter.body_start):
        found = found._replace(has_classes=True)
    return found


def _has_classes(text: str, start: int) -> bool:
    """Whether classes or the like at the head or the foot of a body may mark a name."""
    middle = start + _TAGS
    last = max(middle, len(text) - _TAGS)
    # Most heads and feet have none, and a search for one character takes a tenth of the time.
    if text.find("=", start, middle) < 0 and text.find("=", last) < 0:
        return False
    for mark in _MARKS:
        if text.find(mark, start, middle) >= 0 or text.find(mark, last) >= 0:
            ends = text[start:middle] + text[last:]
            return any(name in ends for name in _CLASSES)
    return False


def search(document: Document, kind: str, folded: str) -> Iterator[tuple[str, re.Match[str]]]:
    """The phrases of a kind in a part of the ends, each with the code of its language.

    Args:
        document: the article.
        kind: one of `PHRASE_KINDS`.
        folded: text in lower case.
    """
    for code in codes(document, kind, folded):
        for match in pattern(kind, code).finditer(folded):
            yield code, match


def codes(document: Document, kind: str, folded: str) -> list[str]:
    """The codes of the languages in which a part of the ends may have phrases of a kind.

    Args:
        document: the article.
        kind: the kind.
        folded: text in lower case.
    """
    return [
        code
        for code, texts in document.once(_texts).get(kind, ())
        if _has_one(without_vowels(folded) if code == "ar" else folded, texts)
    ]


def _texts(document: Document) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """The languages of phrases that there may be, by kind, with texts of which each has one."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for (kind, code), texts in sorted(clues(document).phrases.items()):
        found.setdefault(kind, []).append((code, tuple(texts)))
    return found


def _has_one(text: str, parts: tuple[str, ...]) -> bool:
    # A loop takes half the time of `any`, and this is asked for every block.
    for part in parts:  # noqa: SIM110
        if part in text:
            return True
    return False


def _any_cell(_offset: int) -> bool:
    return True


def clues_of(text: str, is_cell: Callable[[int], bool] | None = None) -> Clues:
    """What a text may say.

    Args:
        text: text runs, each on a line of its own.
        is_cell: whether the run that ends at an offset may be a cell of a table; None: there are
            no tables.
    """
    index, folded = _index(), fold(text)
    if "\xa0" in folded or "&nbsp;" in folded:
        folded = folded.replace("&nbsp;", " ").replace("\xa0", " ")
        if is_cell is not None and len(folded) != len(text):
            is_cell = _any_cell
    if folded.isascii() or not _NOT_PLAIN.search(folded):
        words = _ascii_words(folded)
        if words.isdisjoint(index.words):
            return _NOTHING
        return Clues(
            _has_label(words & index.labels, folded, is_cell),
            not words.isdisjoint(index.bylines) and _has_byline(index, words, folded, text),
            False,
            _by_kind(_phrases_in(index, words, folded)),
        )
    if "ا" in folded or "ل" in folded:
        folded = without_vowels(folded)
        if is_cell is not None:
            is_cell = _any_cell
    is_dense = _DENSE_SCRIPT.search(folded) is not None
    # Inline markup may be inside a phrase; there are no spaces around it.
    unbroken = folded.replace("\n", "") if is_dense else folded
    is_han = is_dense and not _OTHER_LETTER.search(folded)
    if is_han:
        words = _ascii_words(folded) | {word for word in _han_words() if word in folded}
    else:
        words = words_of_text(folded)
    return Clues(
        (_has_any_label if is_dense else _has_label)(words & index.labels, folded, is_cell),
        (not words.isdisjoint(index.bylines) and _has_byline(index, words, folded, text))
        or any(sign in folded for sign in _SIGNS)
        or (is_dense and _REPORTER.search(folded.replace("\n", " ")) is not None),
        False,
        _by_kind(
            (
                *_phrases_in(index, words, folded),
                *_east_phrases(index, unbroken, is_han=is_han),
            )
        ),
    )


def words_of_text(folded: str) -> set[str]:
    """The words of a text in lower case that are looked for.

    Args:
        folded: the text; parts of words around unusual characters count too.
    """
    raw = folded.encode("utf-8", "replace").translate(_NO_WORD_BYTES)
    return _known_words(_WIDE.sub(b" ", raw))


def _ascii_words(folded: str) -> set[str]:
    """The words in ASCII that are looked for."""
    return _known_words(folded.encode("utf-8", "replace").translate(_ONLY_ASCII_WORDS))


@cache
def _han_words() -> tuple[str, ...]:
    """The Chinese and Japanese words that are looked for."""
    return tuple(
        word
        for word in (known.decode() for known in _byte_words())
        if not _OTHER_LETTER.search(word) and _NOT_PLAIN.search(word)
    )


def _known_words(raw: bytes) -> set[str]:
    return {word.decode() for word in _byte_words().intersection(raw.split())}


@cache
def _byte_words() -> frozenset[bytes]:
    """All words that are looked for, in UTF-8."""
    index = _index()
    others = {text for found in index.phrases.values() for one in found for text in one[3]}
    others |= {_word_in(text) for text in others}
    return frozenset(word.encode() for word in index.words | others)


def _by_kind(found: Iterable[tuple[str, str, str]]) -> dict[tuple[str, str], set[str]]:
    phrases: dict[tuple[str, str], set[str]] = {}
    for kind, code, text in found:
        phrases.setdefault((kind, code), set()).add(text)
    return phrases


def _phrases_in(index: _Index, words: set[str], folded: str) -> Iterator[tuple[str, str, str]]:
    """The kinds of the phrases that there may be, their languages, and a word of each."""
    spaced = ""
    for word in words & index.phrases.keys():
        is_inside = word in _AT_START and not _starts_with(word, folded)
        for kind, code, first, second, others, reach in _phrases_with(word):
            if not second and not others:
                if not (is_inside and first == word) and (
                    first == word or first in (spaced := spaced or _spaced(folded))
                ):
                    yield kind, code, word
                continue
            here = second & words
            texts = [text for needed, text in others if not needed or needed in words]
            if not here and not texts:
                continue
            spaced = spaced or _spaced(folded)
            if any(
                may_be_meant(kind, code, first, spaced, (place, place + len(first)))
                for place in _places(spaced, first, texts, reach, here)
            ):
                yield kind, code, word


def _spaced(folded: str) -> str:
    """A text with single spaces only."""
    text = folded.replace("\n", " ").replace("  ", " ").replace("  ", " ")
    if "  " not in text and text.isascii() and text.isprintable():
        return text
    return " ".join(folded.split())


def _places(
    text: str, first: str, second: Sequence[str], reach: int, words: Set[str] = frozenset()
) -> Iterator[int]:
    """Where a text is in another one, with a further text not far from it.

    Args:
        text: text runs with something between them.
        first: a text.
        second: further texts of which one is enough.
        reach: how far apart they are at most, without what is between text runs.
        words: words of which one is enough, too.
    """
    # Each run has a character at least, so what is between them is not longer than they.
    reach = 2 * reach
    start = text.find(first)
    while start >= 0:
        around = max(start - reach, 0), start + len(first) + reach
        if any(text.find(other, *around) >= 0 for other in second) or any(
            _has_word(text, word, *around) for word in words
        ):
            yield start
        start = text.find(first, start + 1)


def _has_word(text: str, word: str, start: int, end: int) -> bool:
    """Whether a range of a text has a word that is not part of a longer one."""
    at = text.find(word, start, end)
    while at >= 0:
        after = at + len(word)
        if not (text[max(at - 1, 0) : at].isalnum() or text[after : after + 1].isalnum()):
            return True
        at = text.find(word, after, end)
    return False


class _Phrase(NamedTuple):
    """What texts with a phrase contain, besides a word.

    Args:
        kind: the kind of the phrase.
        code: the code of its language.
        first: a text.
        words: further words, of which there is one, or one of the next.
        others: further texts that are not single words, each with a word of it.
        reach: how far apart they are at most.
    """

    kind: str
    code: str
    first: str
    words: frozenset[str]
    others: tuple[tuple[str, str], ...]
    reach: int


def _word_in(text: str) -> str:
    """The longest word of a text; empty if there is none."""
    return max(_WORD.findall(text), key=len, default="")


@cache
def _phrases_with(word: str) -> tuple[_Phrase, ...]:
    """The phrases that contain a word."""
    return tuple(
        _Phrase(
            kind,
            code,
            first[0],
            frozenset(filter(str.isalpha, second)),
            tuple((_word_in(text), text) for text in second if not text.isalpha()),
            reach,
        )
        for kind, code, first, second, reach in _index().phrases[word]
    )


def _starts_with(word: str, folded: str) -> bool:
    """Whether a line starts with a word."""
    return any(line.lstrip(_INDENT).startswith(word) for line in folded.split("\n"))


def _east_phrases(index: _Index, folded: str, *, is_han: bool) -> Iterator[tuple[str, str, str]]:
    """As `_phrases_in`, with two characters of each."""
    codes = _HAN
    if not is_han:
        codes = tuple(
            code
            for code in _SCRIPTS
            if code not in _FEW_LETTERS
            or (_SCRIPTS[code].search(folded) and _any_east(code).search(folded))
        )
    pairs = _east_pairs(codes).found_in(folded)
    for code in codes if pairs else ():
        texts = index.east[code]
        here = [pair for pair in pairs if pair in texts]
        found = [(kind, pair) for pair in here for kind in _kinds_in(texts[pair], folded)]
        if found and _SCRIPTS[code].search(folded):
            for kind, pair in found:
                yield kind, code, pair


@cache
def _east_pairs(codes: tuple[str, ...]) -> Pairs:
    return Pairs(pair for code in codes for pair in _index().east[code])


def _kinds_in(texts: list[_Text], folded: str) -> Iterator[str]:
    for text, kind, second, reach in texts:
        if text in folded and (
            not second or any(True for _ in _places(folded, text, second, reach))
        ):
            yield kind


@cache
def _any_east(code: str) -> re.Pattern[str]:
    """The texts of which those with phrases in a language have one."""
    texts = sorted(
        {text for texts in _index().east[code].values() for text, *_rest in texts},
        key=len,
    )
    shortest: list[str] = []
    for text in texts:
        if not any(other in text for other in shortest):
            shortest.append(text)
    return re.compile("|".join(map(re.escape, shortest)))


def _has_label(words: set[str], folded: str, is_cell: Callable[[int], bool] | None) -> bool:
    """Whether a label with one of some words is before a separator."""
    for word in words:
        start = folded.find(word)
        while start >= 0:
            end = start + len(word)
            if (
                not folded[end : end + 1].isalnum()
                and not folded[max(start - 1, 0) : start].isalnum()
                and _is_label(folded, start, end, is_cell)
            ):
                return True
            start = folded.find(word, start + 1)
    return False


def _is_label(folded: str, start: int, end: int, is_cell: Callable[[int], bool] | None) -> bool:
    """Whether a word is part of a label."""
    first = max(start - MAX_LABEL, 0)
    starts: list[int] = []
    for match in _NEAR.finditer(folded, end, end + MAX_LABEL):
        place = match.start()
        if match[0] in _DASHES and not (
            folded[place - 1].isspace() or folded[place - 1] > "\u2e7f"
        ):
            continue
        text = folded[start:place].rstrip(_BEFORE_SEPARATOR)
        if not _may_end_label(text):
            continue
        if match[0] == "\n" and not _is_separated(folded, place, is_cell):
            continue
        starts = starts or [start, *(m.start() for m in _WORD_START.finditer(folded, first, start))]
        for begin in starts:
            if any(_is_telling(label) for label in _as_one(folded[begin:start] + text)):
                return True
    return False


def _is_telling(text: str) -> bool:
    words = text.replace("*", "").replace("_", " ").split()
    return not TELLING.isdisjoint(label_kinds(" ".join(words)))


def _as_one(text: str) -> tuple[str, ...]:
    """A text without what is between text runs: nothing, a space, or `&`, which is no text."""
    if "\n" not in text:
        return (text,)
    return text.replace("\n", " "), text.replace("\n", ""), text.replace("\n", " & ")


def _is_separated(folded: str, end: int, is_cell: Callable[[int], bool] | None) -> bool:
    """Whether a separator is after the end of a line: in the next text run, or in a table."""
    if is_cell is not None and is_cell(end):
        return True
    return _separator_after().match(folded, end) is not None


@cache
def _separator_after() -> re.Pattern[str]:
    """What is after the end of a text run if a separator is in the next one."""
    return lazy(_after_line())


def _after_line() -> str:
    return rf"[ \n\r\xa0\u3000*_)\]】）]*(?:(?![\n-]){_NEAR.pattern}|-\s)"


def _may_end_label(text: str) -> bool:
    """Whether a label may end with the last word of a text."""
    last = text.split()[-1:]
    if last and last[0].isalnum() and last[0].isascii():
        return last[0] in _last_words()
    last = _WORD.findall(text.replace("*", "").replace("_", " "))[-1:]
    # Words in other scripts may be joined without a space.
    return not last or not last[0].isascii() or last[0] in _last_words()


@cache
def _last_words() -> frozenset[str]:
    return labels().last_words() | {text.split()[-1] for text in BEFORE_NAMES}


@cache
def _han_label_ends() -> frozenset[str]:
    """The last two characters of all labels; of those of one, that one."""
    return labels().last_chars(2)


@cache
def _after_labels(*, has_cells: bool) -> re.Pattern[str]:
    """A separator after the last character of a label, or after what may be between.

    A line feed only if a separator is in the next text run, or if there may be cells.
    """
    near = _NEAR.pattern
    ends = any_char({*labels().last_chars(), *"abcdefghijklmnopqrstuvwxyz", *_AFTER_LABEL})
    new_line = "(?<=\n)" + ("" if has_cells else rf"(?={_after_line()})")
    dash = any_char(_DASHES)
    return lazy(
        rf"{near}(?<={ends}{near})"
        rf"(?:(?<![\n—–-])|(?<=[\s\u2e80-\U0010ffff]{dash})|{new_line})"
    )


def _has_any_label(words: set[str], folded: str, is_cell: Callable[[int], bool] | None) -> bool:
    """Whether a label is before a separator, in any script.

    Args:
        words: the words of the text of which labels have one.
        folded: the text.
        is_cell: whether the run that ends at an offset may be a cell of a table; None: there are
            no tables.
    """
    for match in _after_labels(has_cells=is_cell is not None).finditer(folded):
        end = match.start()
        text = folded[max(end - MAX_LABEL, 0) : end].rstrip(_AFTER_LABEL)
        if words and _may_end_label(text):
            if _has_label(words, folded, is_cell):
                return True
            words = set()
        if (
            _may_end_han_label(text[-_MAX_HAN - 4 :])
            and (match[0] != "\n" or _is_separated(folded, end, is_cell))
            and any(map(_is_han_label, _as_one(text[-_MAX_HAN - 4 :])))
        ):
            return True
    return False


def _may_end_han_label(text: str) -> bool:
    """Whether a label may end where a text in Chinese, Japanese or Korean does."""
    if text.isascii():
        return False
    if text[-1].isascii():
        return _may_end_label(text)
    if text[-2:] in _han_label_ends():
        return True
    before = text[-2:-1]
    return text[-1] in _han_label_ends() and (not before.isalnum() or before in JOINING)


def _is_han_label(text: str) -> bool:
    """Whether a text in Chinese, Japanese or Korean ends with a label."""
    runs = _HAN_RUN.findall(text)
    if not runs or not text.endswith(runs[-1]):
        return False
    run = runs[-1][-_MAX_HAN:].strip()
    return any(not TELLING.isdisjoint(label_kinds(piece)) for piece in (run, *_PIECES.split(run)))


def _has_byline(index: _Index, words: set[str], folded: str, text: str) -> bool:
    """Whether a line starts with words such as `written by`, and what follows may be a name.

    Args:
        index: the tables.
        words: the words of the text that are looked for.
        folded: text runs in lower case.
        text: the same as written; if it has another length, letter case is not known.
    """
    for word in words & index.bylines:
        place = folded.find(word)
        while place >= 0:
            after = folded[place + len(word) : place + len(word) + 1]
            if after.isascii() and after.isalnum():
                place = folded.find(word, place + 1)
                continue
            line = folded.rfind("\n", 0, place) + 1
            before = folded[line:place].lstrip(_INDENT)
            if len(before) < _MAX_BY:
                start = place - len(before)
                first = _WORD.match(folded, start)
                if first and first[0] in index.by_first and _is_byline(folded, text, start):
                    return True
            place = folded.find(word, place + 1)
    return False


def _is_byline(folded: str, text: str, start: int) -> bool:
    line = folded[start : start + _MAX_BY].partition("\n")[0]
    return any(
        by_codes(" ".join(line[: word.end()].split()).rstrip(":：,*_"))
        and (len(text) != len(folded) or _BEFORE_NAME.match(text, start + word.end()) is not None)
        for word in _NO_SPACE.finditer(line)
    )
