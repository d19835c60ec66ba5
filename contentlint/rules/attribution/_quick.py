"""A quick test: what may the head and the foot of an article say about its author and source?

It is made from the same tables as the patterns, so it finds all that they find. Most articles say
nothing, and their blocks are never built; others say something in one or two languages.

In one module, for all tests read the same index.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, NamedTuple

from contentlint.rule import Document, TextRun, lazy, stored
from contentlint.rules.attribution._languages import (
    LANGUAGES,
    MAX_LABEL,
    TELLING,
    Keys,
    by_codes,
    by_words,
    dated_by,
    fold,
    keys,
    label_kinds,
    labels,
    pattern,
    words_in,
)
from contentlint.rules.attribution._lexicon import longest_word, without_vowels
from contentlint.rules.attribution._roles import keys_of_roles
from contentlint.rules.attribution._runs import end_runs
from contentlint.rules.attribution._tongues import keys_of_tongues

# The same for tags with classes, in code points of the source.
_TAGS = 1600
PHRASE_KINDS = ("guest", "translated", "published", "said", "after")
# Languages whose phrases are not whole words, with letters that their texts contain.
_SCRIPTS = (
    ("zh", lazy("[\u4e00-\u9fff]")),
    ("ja", lazy("[ぁ-んァ-ヶ]")),
    ("ko", lazy("[가-힣]")),
    ("ar", lazy("[\u0621-\u06d3]")),
    ("tr", lazy("[ığşçöü]")),
)
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
_EAST = frozenset(code for code, _script in _SCRIPTS)
# Texts before a name are at most this long, in code points.
_MAX_BY = 64
# Words that are phrases alone, and only at the start of a line.
_AT_START = frozenset({"via", "vía", "theo", "h", "t", "dilansir", "mengutip"})
# What may be between a label and its separator, and separators with other meanings in a word.
_BEFORE_SEPARATOR = " \t\xa0\u3000*_）)]】"
_DASHES = frozenset("—–-")
_OPENING = frozenset("([<")
_DATED = lazy(r"\d")
_WORD_START = lazy(r"(?<![^\W_])[^\W_]")
_NEAR = lazy("[:：︰|｜丨/／=＝・·•\t\n—–】〕〗］》＞）-]")
# Behind a label in brackets: [Source] The Harbor Gazette.
_CLOSING = lazy(r"[)\]>]")
_HAN_END = lazy("[\u3005\u3006\u3041-\u30ff\u4e00-\u9fff가-힣、・/ &+＆＋ㆍ,·／a-z]{1,20}\\Z")
_PIECES = lazy("[、・/ ·／&+,]")
_NO_CHARS: frozenset[str] = frozenset()
_PLAIN_CHARS = _PUNCTUATION | frozenset(map(chr, range(128)))
_NO_WORD_BYTES = bytes(
    code if code > 127 or chr(code).isalnum() or chr(code) == "_" else 32 for code in range(256)
)
_ONLY_ASCII_WORDS = _NO_WORD_BYTES[:128] + b" " * 128
# UTF-8 of punctuation and symbols; some letters among them are in no table.
_WIDE = re.compile(
    rb"\xe2[\x80-\xbf]{2}|\xe3\x80[\x80-\xbf]|\xef[\xbc-\xbf][\x80-\xbf]|\xc2[\x80-\xbf]|\xd8[\x8c\x9b\x9f]"
)
_INDENT = " \t\r\xa0\u3000*_（(【[〔「«“—–-#※>|・+0123456789."
_LINE_STARTS = lazy(rf"\n[{re.escape(_INDENT)}]*(\w+)")
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
# After the name of the author.
_AFTER_NAMES = (
    *("especial para", "special to the", "special for the", "spécial pour", "speciale per"),
    *("specjalnie dla", "thực hiện", "tổng hợp", "lược thuật", "biên soạn", "tường thuật"),
)
# Before the name of the author.
_SIGNS = "✍🖊🖋👤🧑"
_REPORTER = lazy(
    "记者|記者|기자|특파원|논설위원|글[ ·은]|기사[은는]|칼럼[은는]|필자 |글쓴이 |저자 |취재 |寄稿|撰[写寫稿文]|报道|報[導道]|作[者家]|[主执執][笔筆]|[采採][写寫访訪]|评论员|評論員|特派|通[讯訊][员員]|[（(【〔][\u4e00-\u9fff]{2,3}[系係为為]"
)


class Clues(NamedTuple):
    """What the head and the foot of an article may say.

    Args:
        has_labels: whether there may be words before a separator.
        has_bylines: whether there may be words directly before a name.
        has_classes: whether classes or the like may mark a name.
        phrases: the kinds of phrases that there may be, each with a language.
    """

    has_labels: bool
    has_bylines: bool
    has_classes: bool
    phrases: frozenset[tuple[str, str]]

    @property
    def is_nothing(self) -> bool:
        """Whether the article says nothing."""
        return not (self.has_labels or self.has_bylines or self.has_classes or self.phrases)


_NOTHING = Clues(False, False, False, frozenset())


_Text = tuple[str, str, tuple[str, ...]]
"""What a text with a phrase contains: a text, and one of some further ones if there are any; between
them the kind of the phrase."""


class _Index(NamedTuple):
    """The tables, by what is looked for in a text.

    Args:
        words: all words of which a text that says something has one, except `east`.
        labels: words of which each label has one.
        bylines: words of which all words before a name have one.
        by_first: the first words of those.
        phrases: what texts with phrases contain, as `Keys`, by a word of it.
        east: the same by language, a character and two, where words are not separated or have
            suffixes: text, kind, further texts.
    """

    words: frozenset[str]
    labels: frozenset[str]
    bylines: frozenset[str]
    by_first: frozenset[str]
    phrases: dict[str, list[tuple[str, str, list[str], list[str]]]]
    east: dict[str, dict[str, dict[str, list[_Text]]]]


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
    east: dict[str, dict[str, dict[str, list[_Text]]]] = {
        code: defaultdict(lambda: defaultdict(list)) for code in _EAST
    }
    for found in _all_keys():
        if found.code in _EAST and not (found.code == "tr" and found.kind == "agencies"):
            for text in found.first:
                char, pair = _telling_chars(text)
                east[found.code][char][pair].append((text, found.kind, found.second))
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


def _telling_chars(text: str) -> tuple[str, str]:
    """A character of a text that is not in most texts, if there is one, and two with it."""
    places = [at for at, char in enumerate(text) if char not in _FREQUENT and char.isalpha()]
    at = places[0] if places else 0
    start = at if at + 1 < len(text) else max(at - 1, 0)
    return text[at], text[start : start + 2]


def _is_han(text: str) -> bool:
    return all(char in "、・/ " or "\u3005" <= char < "\uac00" for char in text)


def _all_keys() -> Iterator[Keys]:
    for code, first, second in keys_of_roles():
        yield Keys("earlier", code, first, second)
    for code, first, second in keys_of_tongues():
        yield Keys("tongues", code, first, second)
    for kind in PHRASE_KINDS:
        yield from keys(kind)
    for language in LANGUAGES:
        for agency in words_in("agencies", language.code):
            yield Keys(
                "agencies", language.code, (agency,), ("(", "（", "/", "【", "[", "〔", "电", "電")
            )
        for about in words_in("about", language.code):
            yield Keys("about", language.code, (about,), ())
    for code, word in (
        ("ar", "وكالة"),
        ("zh", "通讯社"),
        ("zh", "通訊社"),
        ("ja", "通信社"),
        ("ko", "통신"),
    ):
        yield Keys("agencies", code, (word,), ("(", "（"))
    yield Keys("agencies", "en", ("agency",), ("(",))
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
        yield Keys("agencies", "en", (word,), ("(",))
    for word in ("thông tấn xã", "kantor berita", "ajansı"):
        yield Keys("agencies", "en", (word,), ("(",))


def clues(document: Document) -> Clues:
    """What the head and the foot of an article may say."""
    return document.once(_clues)


def _clues(document: Document) -> Clues:
    head, foot = end_runs(document)
    found = clues_of(_joined(document.text, [*head, *foot]))
    text, start = document.text, document.body.start
    middle = start + _TAGS
    windows = ((start, middle), (max(middle, len(text) - _TAGS), len(text)))
    if any(text.find(mark, *window) >= 0 for window in windows for mark in _MARKS):
        ends = "".join([text[slice(*window)] for window in windows])
        return found._replace(has_classes=any(name in ends for name in _CLASSES))
    return found


def _joined(text: str, runs: list[TextRun]) -> str:
    """The text of some runs, each on a line of its own unless only an `&` is between two."""
    parts: list[str] = []
    last = -2
    for run in runs:
        start, end = run.span
        if parts:
            parts.append("&" if start == last + 1 and text[last] == "&" else "\n")
        parts.append(run.raw)
        last = end
    return "".join(parts)


def search(document: Document, kind: str, folded: str) -> Iterator[tuple[str, re.Match[str]]]:
    """The phrases of a kind in a part of the ends, each with the code of its language.

    Args:
        document: the article.
        kind: one of `PHRASE_KINDS`.
        folded: text in lower case.
    """
    for code in codes(document, kind):
        for match in pattern(kind, code).finditer(folded):
            yield code, match


def codes(document: Document, kind: str) -> tuple[str, ...]:
    """The codes of the languages in which an article may have phrases of a kind."""
    return _codes(clues(document).phrases, kind)


@lru_cache(maxsize=64)
def _codes(phrases: frozenset[tuple[str, str]], kind: str) -> tuple[str, ...]:
    return tuple(sorted(code for found, code in phrases if found == kind))


def clues_of(text: str) -> Clues:
    """What a text may say.

    Args:
        text: text runs, each on a line of its own.
    """
    index, folded = _index(), fold(text)
    if "\xa0" in folded or "&nbsp;" in folded:
        folded = folded.replace("&nbsp;", " ").replace("\xa0", " ")
    chars = _NO_CHARS if folded.isascii() else frozenset(folded)
    if chars <= _PLAIN_CHARS:
        words = _ascii_words(folded)
        if words.isdisjoint(index.words):
            return _NOTHING
        return Clues(
            _has_label(words & index.labels, folded),
            (not words.isdisjoint(index.bylines) and _has_byline(index, folded))
            or any(text in folded for text in _AFTER_NAMES),
            False,
            frozenset(_phrases_in(index, words, folded)),
        )
    if "ا" in chars or "ل" in chars:
        folded = without_vowels(folded)
    letters = "".join(chars)
    is_dense = _DENSE_SCRIPT.search(letters) is not None
    # Inline markup may be inside a phrase; there are no spaces around it.
    unbroken = folded.replace("\n", "") if is_dense else folded
    is_han = is_dense and not _OTHER_LETTER.search(letters)
    if is_han:
        words = _ascii_words(folded) | {word for word in _han_words() if word in folded}
    else:
        words = words_of_text(folded)
    return Clues(
        _has_label(words & index.labels, folded) or (is_dense and _has_han_label(folded)),
        (not words.isdisjoint(index.bylines) and _has_byline(index, folded))
        or not chars.isdisjoint(_SIGNS)
        or any(text in folded for text in _AFTER_NAMES)
        or (is_dense and _REPORTER.search(folded) is not None),
        False,
        frozenset(_phrases_in(index, words, folded))
        | _east_phrases(index, unbroken, chars, letters, is_han=is_han),
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
        if not _OTHER_LETTER.search(word) and any(char not in _PLAIN_CHARS for char in word)
    )


def _known_words(raw: bytes) -> set[str]:
    return {word.decode() for word in _byte_words().intersection(raw.split())}


@cache
def _byte_words() -> frozenset[bytes]:
    """All words that are looked for, in UTF-8."""
    index = _index()
    others = {word for found in index.phrases.values() for one in found for word in one[3]}
    return frozenset(word.encode() for word in index.words | others)


def _phrases_in(index: _Index, words: set[str], folded: str) -> Iterator[tuple[str, str]]:
    spaced = ""
    for word in words & index.phrases.keys():
        is_inside = word in _AT_START and not _starts_with(word, folded)
        for kind, code, first, second in index.phrases[word]:
            if is_inside and first[0] == word and not second:
                continue
            if second and words.isdisjoint(second) and all(map(str.isalpha, second)):
                continue
            spaced = spaced or " ".join(folded.split())
            if (first[0] == word or first[0] in spaced) and (
                not second
                or not words.isdisjoint(second)
                or any(not text.isalpha() and text in spaced for text in second)
            ):
                yield kind, code


def _starts_with(word: str, folded: str) -> bool:
    """Whether a line starts with a word."""
    return any(line.lstrip(_INDENT).startswith(word) for line in folded.split("\n"))


def _east_phrases(
    index: _Index, folded: str, chars: frozenset[str], letters: str, *, is_han: bool
) -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for code, script in _SCRIPTS[:2] if is_han else _SCRIPTS:
        if not script.search(letters):
            continue
        by_char = index.east[code]
        if code in _FEW_LETTERS and not _any_east(code).search(folded):
            continue
        for char in chars & _east_chars(code):
            for pair, texts in by_char[char].items():
                if pair in folded:
                    found.update((kind, code) for kind in _kinds_in(texts, folded))
    return found


@cache
def _east_chars(code: str) -> frozenset[str]:
    return frozenset(_index().east[code])


def _kinds_in(texts: list[_Text], folded: str) -> Iterator[str]:
    for text, kind, second in texts:
        if text in folded and (not second or any(other in folded for other in second)):
            yield kind


@cache
def _any_east(code: str) -> re.Pattern[str]:
    """The texts of which those with phrases in a language have one."""
    texts = sorted(
        {
            text
            for pairs in _index().east[code].values()
            for texts in pairs.values()
            for text, _, _ in texts
        },
        key=len,
    )
    shortest: list[str] = []
    for text in texts:
        if not any(other in text for other in shortest):
            shortest.append(text)
    return re.compile("|".join(map(re.escape, shortest)))


def _has_label(words: set[str], folded: str) -> bool:
    """Whether a label with one of some words is before a separator."""
    for word in words:
        start = folded.find(word)
        while start >= 0:
            end = start + len(word)
            if (
                not folded[end : end + 1].isalnum()
                and not folded[max(start - 1, 0) : start].isalnum()
                and (
                    end + MAX_LABEL >= len(folded)
                    or _NEAR.search(folded, end, end + MAX_LABEL)
                    or folded[max(start - 1, 0) : start] in _OPENING
                )
                and _is_label(folded, start, end)
            ):
                return True
            start = folded.find(word, start + 1)
    return False


def _is_label(folded: str, start: int, end: int) -> bool:
    """Whether a word is part of a label."""
    before = folded[max(folded.rfind("\n", 0, start) + 1, start - MAX_LABEL) : start]
    starts = [match.start() for match in _WORD_START.finditer(before)]
    last = end + MAX_LABEL
    places = [match.start() for match in _NEAR.finditer(folded, end, last)]
    if before[-1:] in _OPENING:
        places = sorted(
            [*places, *(match.start() for match in _CLOSING.finditer(folded, end, last))]
        )
    if len(folded) <= last:
        places.append(len(folded))
    for place in places:
        text = folded[start:place].rstrip(_BEFORE_SEPARATOR)
        is_spaced = folded[place - 1 : place].isspace() or folded[place - 1 : place] > "\u2e7f"
        if folded[place : place + 1] in _DASHES and not is_spaced:
            continue
        for begin in (len(before), *starts):
            words = (before[begin:] + text).replace("*", "").replace("_", " ")
            if not TELLING.isdisjoint(label_kinds(" ".join(words.split()))):
                return True
        if folded[place : place + 1] == "\n":
            break
    return False


@cache
def _label_ends() -> frozenset[str]:
    """The last characters of all labels, and of words after joined ones."""
    return labels().last_chars() | frozenset("abcdefghijklmnopqrstuvwxyz")


def _has_han_label(folded: str) -> bool:
    ends = _label_ends()
    for separator in _NEAR.finditer(folded):
        end = separator.start()
        part = folded[max(end - 24, 0) : end].rstrip(" \n\t\u3000*_)）]】")
        if part[-1:] not in ends or part.isascii():
            continue
        match = _HAN_END.search(part)
        if match is None:
            continue
        run = match[0].strip()
        if any(not TELLING.isdisjoint(label_kinds(piece)) for piece in (run, *_PIECES.split(run))):
            return True
    return False


def _has_byline(index: _Index, folded: str) -> bool:
    """Whether a line starts with words such as `written by`."""
    for match in _LINE_STARTS.finditer(f"\n{folded}"):
        if match[1] in index.by_first:
            # The offset is one less in the text without the first line feed.
            line = folded[match.start(1) - 1 :][:_MAX_BY].partition("\n")[0]
            if _DATED.search(line) and dated_by(line, 0):
                return True
            words = line.split()
            for number in range(len(words)):
                if by_codes(" ".join(words[: number + 1]).rstrip(":：,*_")):
                    return True
    return False
