"""The quick test for phrases: may words that a phrase needs be near each other?"""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cache

from contentlint.rule import NamedTuple, compile_once
from contentlint.rules.attribution._index import (
    FEW_LETTERS,
    HAN_CODES,
    SCRIPTS,
    EastText,
    Index,
    index_of_words,
    word_in,
)
from contentlint.rules.attribution._scan import LINE_INDENT, Pairs

# Words that are phrases alone, and only at the start of a line.
_AT_START = frozenset({"via", "vía", "theo", "h", "t", "dilansir", "mengutip"})


def by_kind(found: Iterable[tuple[str, str, str]]) -> dict[tuple[str, str], set[str]]:
    """Texts by kind and language, from triples of these."""
    phrases: dict[tuple[str, str], set[str]] = {}
    for kind, code, text in found:
        phrases.setdefault((kind, code), set()).add(text)
    return phrases


def phrases_in(index: Index, words: set[str], folded: str) -> Iterator[tuple[str, str, str]]:
    """The kinds of the phrases that there may be, their languages, and a word of each."""
    spaced = ""
    for word in words & index.phrases.keys():
        is_inside = word in _AT_START and not _starts_with(word, folded)
        for phrase in _phrases_with(word):
            is_alone = not phrase.words and not phrase.others
            if is_alone and is_inside and phrase.first == word:
                continue
            here = phrase.words & words
            others = [text for part, text in phrase.others if not part or part in words]
            if is_alone or here or others:
                spaced = spaced or _spaced(folded)
                if _is_meant(phrase, spaced, here, others):
                    yield phrase.kind, phrase.code, word


def _is_meant(phrase: "_Phrase", text: str, words: Set[str], others: list[str]) -> bool:
    """Whether a phrase may be in a text.

    Args:
        phrase: the phrase.
        text: text runs with something between them, with single spaces.
        words: words of the phrase that the text has.
        others: further texts of the phrase that it may have.
    """
    kind, code, first = phrase[:3]
    if not phrase.words and not phrase.others:
        return first in text
    from contentlint.rules.attribution._meant import may_be_meant  # few texts get here

    return any(
        may_be_meant(kind, code, first, text, (place, place + len(first)))
        for place in _places(text, first, others, phrase.reach, words)
    )


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


@cache
def _phrases_with(word: str) -> tuple[_Phrase, ...]:
    """The phrases that contain a word."""
    return tuple(
        _Phrase(
            kind,
            code,
            first[0],
            frozenset(filter(str.isalpha, second)),
            tuple((word_in(text), text) for text in second if not text.isalpha()),
            reach,
        )
        for kind, code, first, second, reach in index_of_words().phrases[word]
    )


def _starts_with(word: str, folded: str) -> bool:
    """Whether a line starts with a word."""
    return any(line.lstrip(LINE_INDENT).startswith(word) for line in folded.split("\n"))


def east_phrases(index: Index, folded: str, *, is_han: bool) -> Iterator[tuple[str, str, str]]:
    """As `phrases_in`, with two characters of each."""
    codes = HAN_CODES
    if not is_han:
        codes = tuple(
            code
            for code in SCRIPTS
            if code not in FEW_LETTERS
            or (SCRIPTS[code].search(folded) and _any_east(code).search(folded))
        )
    pairs = _east_pairs(codes).found_in(folded)
    for code in codes if pairs else ():
        texts = index.east[code]
        here = [pair for pair in pairs if pair in texts]
        found = [(kind, pair) for pair in here for kind in _kinds_in(texts[pair], folded)]
        if found and SCRIPTS[code].search(folded):
            for kind, pair in found:
                yield kind, code, pair


@cache
def _east_pairs(codes: tuple[str, ...]) -> Pairs:
    return Pairs(pair for code in codes for pair in index_of_words().east[code])


def _kinds_in(texts: list[EastText], folded: str) -> Iterator[str]:
    for text, kind, second, reach in texts:
        if text in folded and (
            not second or any(True for _ in _places(folded, text, second, reach))
        ):
            yield kind


@cache
def _any_east(code: str) -> re.Pattern[str]:
    """The texts of which those with phrases in a language have one."""
    texts = sorted(
        {text for texts in index_of_words().east[code].values() for text, *_rest in texts},
        key=lambda text: (len(text), text),
    )
    shortest: list[str] = []
    for text in texts:
        if not any(other in text for other in shortest):
            shortest.append(text)
    return compile_once("|".join(map(re.escape, shortest)))
