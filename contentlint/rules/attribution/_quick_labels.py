"""The quick test for labels: may a word such as `Source` or `来源` be before a separator?"""

import re
from collections.abc import Callable
from functools import cache

from contentlint.rule import lazy
from contentlint.rules.attribution._languages import (
    BEFORE_NAMES,
    JOINING,
    MAX_LABEL,
    TELLING,
    label_kinds,
    labels,
)
from contentlint.rules.attribution._scan import WORD, any_char

# What may be between a label and its separator, and separators with other meanings in a word.
_BEFORE_SEPARATOR = " \t\xa0\u3000*_）)]】"
_DASHES = frozenset("—–-")
_AFTER_LABEL = f"{_BEFORE_SEPARATOR}\n"
_WORD_START = lazy(r"(?<![^\W_])[^\W_]")
_NEAR = lazy("[:：︰|｜丨/／=＝・·•\t\n—–)）\\]］】〕〗》＞>-]")
# Brackets around a label: [Source] The Harbor Gazette.
_OPENING = "(（[［【〔〖《＜<"
_CLOSING = frozenset(")）]］】〕〗》＞>")
_IN_MARKUP = "\n*_"
_IN_LABEL = " \t\n\xa0\u3000*_"
_HAN_RUN = lazy("[\u3005\u3006\u3041-\u30ff\u4e00-\u9fff가-힣、・/ &+＆＋ㆍ,·／a-z]+")
# How much of the end of such a run is read as a label, in characters.
_MAX_HAN = 20
_PIECES = lazy("[、・/ ·／&+,]")


def any_cell(_offset: int) -> bool:
    """Any run may be a cell, for it is not known where it ends."""
    return True


def has_label(words: set[str], folded: str, is_cell: Callable[[int], bool] | None) -> bool:
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
        # A label may end with a bracket: [Author(s)] Mara Ellwood.
        text = folded[start:place].rstrip(_IN_LABEL if match[0] in _CLOSING else _BEFORE_SEPARATOR)
        if not _may_end_label(text):
            continue
        if match[0] == "\n" and not _is_separated(folded, place, is_cell):
            continue
        starts = starts or [start, *(m.start() for m in _WORD_START.finditer(folded, first, start))]
        for begin in starts:
            if match[0] in _CLOSING and not _is_opened(folded, begin):
                continue
            if any(_is_telling(label) for label in _as_one(folded[begin:start] + text)):
                return True
    return False


def _is_opened(folded: str, start: int) -> bool:
    """Whether a bracket is directly before an offset."""
    return folded[max(start - _MAX_HAN, 0) : start].rstrip(_IN_MARKUP).endswith(tuple(_OPENING))


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
    last = WORD.findall(text.replace("*", "").replace("_", " "))[-1:]
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


def has_any_label(words: set[str], folded: str, is_cell: Callable[[int], bool] | None) -> bool:
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
        if match[0] in _CLOSING and not any(char in text for char in _OPENING):
            continue
        if words and _may_end_label(text):
            if has_label(words, folded, is_cell):
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
