"""A quick test: what may the head and the foot of an article say about its author and source?

It is made from the same tables as the patterns, so it finds all that they find. Most articles say
nothing, and their blocks are never built; others say something in one or two languages.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, NamedTuple

from contentlint.rule import Document, Span, TextRun, lazy, stored
from contentlint.rules.attribution._languages import (
    LANGUAGES,
    SUFFIXED,
    TELLING,
    UNSPACED,
    Keys,
    by_words,
    fold,
    keys,
    labels,
    pattern,
    words_in,
)

# How much of the start and the end of the text is read, in code points.
HEAD, FOOT = 800, 1200
# How long a run may be, in code points, and how many runs a paragraph may have.
_MAX_RUN, _MAX_RUNS = 4000, 40
# The same for tags with classes, in code points of the source.
_TAGS = 1600
PHRASE_KINDS = ("guest", "translated", "published", "said", "after")
_BREAK = lazy(r"\n|</?(?:p|div|li|h[1-6]|br|td|tr|section|article|blockquote)\b", re.IGNORECASE)
# Languages whose phrases are not whole words, with letters that their texts contain.
_SCRIPTS = (
    ("zh", lazy("[\u4e00-\u9fff]")),
    ("ja", lazy("[ぁ-んァ-ヶ]")),
    ("ko", lazy("[가-힣]")),
    ("ar", lazy("[\u0621-\u06d3]")),
    ("tr", lazy("[ığşçöü]")),
)
_EAST = frozenset(code for code, _script in _SCRIPTS)
# Words that are phrases alone, and only at the start of a line.
_NO_BY = ("\0",)
_AT_START = frozenset({"via", "vía", "theo", "h", "t", "dilansir", "mengutip"})
# What follows a label: a separator, or the end of a cell or an element.
_AFTER_LABEL = lazy(
    r"(?:[\s\u3000*_）)\]】]*(?:[:：︰|｜丨／=＝・·•\t]|(?:(?<=\s)|(?<=[\u2e80-\u9fff가-힣]))[|/—–-])"
    r"|[ \t]*(?:\n|\Z))"
)
_SEPARATORS = lazy("[:：︰|｜丨/／=＝・·•\t—–-]")
_HAN_END = lazy("[\u3005\u3006\u3041-\u30ff\u4e00-\u9fff、・/ ]{1,14}\\Z")
_PIECES = lazy("[、・/ ]")
_WORD = lazy(r"\w+")
_NO_WORDS = {code: " " for code in range(128) if not (chr(code).isalnum() or chr(code) == "_")}
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
_REPORTERS = (
    "记者", "記者", "기자", "특파원", "논설위원", "글 ", "글·", "취재 ", "寄稿", "撰写", "撰寫", "报道", "報導", "報道", "作者",
)  # fmt: skip


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


class _Index(NamedTuple):
    """The tables, by what is looked for in a text.

    Args:
        labels: labels by their longest word.
        han_labels: labels of languages without spaces.
        by: words directly before a name, by the first of them.
        phrases: what texts with phrases contain, by a word of it.
        east: the same by language and first character, where words are not separated or have
            suffixes: text, kind, further texts.
    """

    labels: dict[str, tuple[str, ...]]
    han_labels: frozenset[str]
    by: dict[str, tuple[str, ...]]
    phrases: dict[str, tuple[Keys, ...]]
    east: dict[str, dict[str, list[tuple[str, str, tuple[str, ...]]]]]


@cache
def _index() -> _Index:
    labels, han_labels, by, phrases, east = stored("attribution", _tables)
    by_first = {first: tuple(words) for first, words in by.items()}
    return _Index(labels, frozenset(han_labels), by_first, phrases, east)


def _tables() -> list[Any]:
    """The fields of the index, as lists and mappings."""
    label_words: dict[str, list[str]] = defaultdict(list)
    han_labels = set()
    for label, kinds in labels().items():
        if TELLING.isdisjoint(kinds):
            continue
        if all(char in "、・/ " or "\u3005" <= char < "\uac00" for char in label):
            han_labels.add(label)
        else:
            label_words[_key_word(label)].append(label)
    by: dict[str, list[str]] = defaultdict(list)
    for word in by_words():
        by[_WORD.findall(word)[0]].append(word)
    phrases: dict[str, list[Keys]] = defaultdict(list)
    east: dict[str, dict[str, list[tuple[str, str, tuple[str, ...]]]]] = {
        code: defaultdict(list) for code in _EAST
    }
    for found in _all_keys():
        if found.code in _EAST and not (found.code == "tr" and found.kind == "agencies"):
            for text in found.first:
                east[found.code][text[0]].append((text, found.kind, found.second))
            continue
        for text in found.first:
            phrases[_key_word(text)].append(found._replace(first=(text,)))
    return [
        {word: tuple(found) for word, found in label_words.items()},
        sorted(han_labels),
        {word: tuple(found) for word, found in by.items()},
        {word: tuple(found) for word, found in phrases.items()},
        east,
    ]


def _all_keys() -> Iterator[Keys]:
    for kind in PHRASE_KINDS:
        yield from keys(kind)
    for language in LANGUAGES:
        for agency in words_in("agencies", language.code):
            yield Keys(
                "agencies", language.code, (agency,), ("(", "（", "/", "【", "[", "电", "電")
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


def _key_word(text: str) -> str:
    """The longest word of a text."""
    found: list[str] = _WORD.findall(text)
    return max(found, key=len, default=text)


def clues(document: Document) -> Clues:
    """What the head and the foot of an article may say."""
    return document.once(_clues)


def _clues(document: Document) -> Clues:
    head, foot = end_runs(document)
    found = clues_of("\n".join([run.raw for run in (*head, *foot)]))
    text, start = document.text, document.body.start
    ends = text[start : start + _TAGS]
    if len(text) > start + _TAGS:
        ends += text[max(start + _TAGS, len(text) - _TAGS) :]
    if "class=" in ends or "rel=" in ends or "itemprop" in ends:
        return found._replace(has_classes=any(name in ends for name in _CLASSES))
    return found


def search(document: Document, kind: str, folded: str) -> Iterator[tuple[str, re.Match[str]]]:
    """The phrases of a kind in a part of the ends, each with the code of its language.

    Args:
        document: the article.
        kind: one of `PHRASE_KINDS`.
        folded: text in lower case.
    """
    for code in _codes(clues(document).phrases, kind):
        for match in pattern(kind, code).finditer(folded):
            yield code, match


@lru_cache(maxsize=64)
def _codes(phrases: frozenset[tuple[str, str]], kind: str) -> tuple[str, ...]:
    return tuple(sorted(code for found, code in phrases if found == kind))


def end_runs(document: Document) -> tuple[list[TextRun], list[TextRun]]:
    """The text runs at the head and at the foot of an article."""
    runs = document.text_runs
    if not runs:
        return [], []
    # Chinese, Japanese and Korean text is denser.
    part = 2 if any(char > "\u2e7f" for char in runs[0].raw[:24]) else 1
    first, last = runs[0].span.start + HEAD // part, runs[-1].span.end - FOOT // part
    if last <= first:
        return _all_trimmed(runs, is_head=True), []
    number, head = len(runs), 0
    while head < number and runs[head].span.start < first:
        head += 1
    while number > head and runs[number - 1].span.end > last:
        number -= 1
    # Blocks are whole: a paragraph that starts before the foot belongs to it.
    text = document.text
    lowest = max(head, number - _MAX_RUNS)
    while lowest < number < len(runs) and not _BREAK.search(
        text, runs[number - 1].span.end, runs[number].span.start
    ):
        number -= 1
    return _all_trimmed(runs[:head], is_head=True), _all_trimmed(runs[number:], is_head=False)


def _all_trimmed(runs: list[TextRun], *, is_head: bool) -> list[TextRun]:
    if all(len(run.raw) <= _MAX_RUN for run in runs):
        return runs
    return [_trimmed(run, is_head=is_head) for run in runs]


def _trimmed(run: TextRun, *, is_head: bool) -> TextRun:
    """A text run without what is far from the start or the end of the article."""
    extra = len(run.raw) - _MAX_RUN
    if extra <= 0:
        return run
    start, end = run.span
    if is_head:
        return TextRun(run.raw[:_MAX_RUN], Span(start, end - extra), run.parents)
    return TextRun(run.raw[extra:], Span(start + extra, end), run.parents)


def clues_of(text: str) -> Clues:
    """What a text may say.

    Args:
        text: text runs, each on a line of its own.
    """
    index, folded = _index(), fold(text)
    if "\xa0" in folded or "&nbsp;" in folded:
        folded = folded.replace("&nbsp;", " ").replace("\xa0", " ")
    if folded.isascii():
        words = set(folded.translate(_NO_WORDS).split())
    else:
        words = set(_WORD.findall(folded))
    phrases = set(_phrases_in(index, words, folded))
    has_labels = _has_label(index, words, folded)
    has_bylines = not words.isdisjoint(index.by) and _has_byline(index, folded)
    if not folded.isascii():
        chars = set(folded)
        phrases.update(_east_phrases(index, folded, chars))
        has_labels = has_labels or _has_han_label(index, folded)
        has_bylines = has_bylines or any(word[0] in chars and word in folded for word in _REPORTERS)
    return Clues(has_labels, has_bylines, False, frozenset(phrases))


def _phrases_in(index: _Index, words: set[str], folded: str) -> Iterator[tuple[str, str]]:
    spaced = ""
    for word in words & index.phrases.keys():
        is_inside = word in _AT_START and not _starts_with(word, folded)
        for kind, code, first, second in index.phrases[word]:
            if is_inside and first[0] == word:
                continue
            spaced = spaced or " ".join(folded.split())
            is_there = first[0] == word or first[0] in spaced
            if is_there and (
                not second
                or not words.isdisjoint(second)
                or any(not text.isalpha() and text in spaced for text in second)
            ):
                yield kind, code


def _starts_with(word: str, folded: str) -> bool:
    """Whether a line starts with a word."""
    return any(line.lstrip(_INDENT).startswith(word) for line in folded.split("\n"))


def _east_phrases(index: _Index, folded: str, chars: set[str]) -> set[tuple[str, str]]:
    joined = "".join(chars)
    found: set[tuple[str, str]] = set()
    for code, script in _SCRIPTS:
        if script.search(joined):
            by_char = index.east[code]
            for char in chars & by_char.keys():
                for text, kind, second in by_char[char]:
                    if (
                        (kind, code) not in found
                        and text in folded
                        and (not second or any(other in folded for other in second))
                    ):
                        found.add((kind, code))
    return found


def _has_label(index: _Index, words: set[str], folded: str) -> bool:
    for word in words & index.labels.keys():
        for label in index.labels[word]:
            for match in _label(label).finditer(folded):
                start = match.start()
                is_word = start == 0 or not folded[start - 1].isalnum()
                if is_word and _AFTER_LABEL.match(folded, match.end()):
                    return True
    return False


@cache
def _label(label: str) -> re.Pattern[str]:
    words = r"[\s*_]+".join(re.escape(word) for word in label.split())
    return re.compile(words)


def _has_han_label(index: _Index, folded: str) -> bool:
    known = index.han_labels
    for part in _SEPARATORS.split(folded)[:-1]:
        match = _HAN_END.search(part[-24:].rstrip(" \n\t\u3000*_)）]】"))
        if match is None:
            continue
        run = match[0].strip()
        if run in known or any(piece in known for piece in _PIECES.split(run)):
            return True
    return False


def _has_byline(index: _Index, folded: str) -> bool:
    for line in folded.split("\n"):
        start = line.lstrip(_INDENT)
        word = _WORD.match(start)
        if word is not None and start.startswith(index.by.get(word[0], _NO_BY)):
            return True
    return False


__all__ = [
    "FOOT",
    "HEAD",
    "PHRASE_KINDS",
    "SUFFIXED",
    "UNSPACED",
    "Clues",
    "clues",
    "clues_of",
    "end_runs",
]
