"""A quick test for texts that begin with one of many words: the first characters of a pattern.

A pattern with hundreds of words in twenty languages compares each of them at every place. Most
texts have none of these words, which their first few letters in lower case show in a tenth of the
time.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from typing import Any

from contentlint.core.patterns import compile_once
from contentlint.core.properties import cached_property
from contentlint.core.tables import stored_text

try:
    _parser: Any = import_module("re._parser")
except ImportError:  # another Python than CPython
    _parser = None

# How many characters are compared.
_LENGTH = 6
# Ranges of more characters are not listed.
_MAX_RANGE = 50

# A beginning, and whether the text after it is part of the beginning as well: False if the length
# is reached, or if any character may follow.
_Open = tuple[str, bool]


class QuickTest:
    """Whether a text may have words of some patterns; it never misses one.

    Args:
        name: a name for the pattern of their beginnings, unique in contentlint.
        patterns: the regular expressions, without groups that refer to others.
        inside_words: those that may begin inside a word.
    """

    def __init__(self, name: str, *patterns: str, inside_words: Sequence[str] = ()) -> None:
        self._name = name
        self._at_starts = patterns
        self._inside = inside_words

    # Two searches, because a pattern is searched for much faster if all that it matches starts with
    # one set of characters.

    @cached_property
    def _start(self) -> re.Pattern[str]:
        return compile_once(rf"[\W_]{self._any_of('beginnings', self._at_starts)}")

    @cached_property
    def _anywhere(self) -> re.Pattern[str]:
        return compile_once(self._any_of("beginnings inside", self._inside))

    def _any_of(self, kind: str, patterns: Sequence[str]) -> str:
        return stored_text(f"{kind} {self._name}", lambda: any_of(beginnings(*patterns)))

    def __call__(self, text: str) -> bool:
        """Whether a text may have one of the words."""
        text = folded(text)
        if self._at_starts and self._start.search("\n" + text) is not None:
            return True
        return bool(self._inside) and self._anywhere.search(text) is not None

    def places(self, text: str) -> Iterator[int]:
        """The offsets in a folded text at which one of the words may start a word."""
        for match in self._start.finditer("\n" + text):
            yield match.start()


def folded(text: str) -> str:
    """A text in which letters are equal that are equal for `re.IGNORECASE`."""
    text = text.lower()
    if text.isascii():
        return text
    return text.replace("i\u0307", "i").replace("ı", "i").replace("ſ", "s")


def any_of(words: Iterable[str]) -> str:
    """A pattern for one of some words, which compares each character only once."""
    rest: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        if not word:
            return ""
        rest[word[0]].append(word[1:])
    each = [re.escape(first) + any_of(others) for first, others in sorted(rest.items())]
    return each[0] if len(each) == 1 else f"(?:{'|'.join(each)})"


def beginnings(*patterns: str) -> set[str]:
    """The first characters, folded, of all texts that some patterns match, without their case."""
    if _parser is None:
        return {""}
    found: set[str] = set()
    for pattern in patterns:
        found |= {folded(begun) for begun, _ in _of_sequence(_parser.parse(pattern))}
    return found


def _of_sequence(parts: Iterable[tuple[Any, Any]]) -> set[_Open]:
    found: set[_Open] = {("", True)}
    for kind, content in parts:
        going = [begun for begun, is_open in found if is_open]
        if not going:
            break
        found = {each for each in found if not each[1]}
        for more, is_open in _of_part(str(kind), content):
            for begun in going:
                text = (begun + more)[:_LENGTH]
                found.add((text, is_open and len(text) < _LENGTH))
    return found


def _of_part(kind: str, content: Any) -> set[_Open]:
    """The beginnings of one part of a pattern, as `re` parses it."""
    of_kind = _KINDS.get(kind)
    return {("", False)} if of_kind is None else of_kind(content)


def _of_set(items: Sequence[tuple[Any, Any]]) -> set[_Open]:
    found: set[_Open] = set()
    for kind, value in items:
        if str(kind) == "LITERAL":
            found.add((chr(value), True))
        elif str(kind) == "RANGE" and value[1] - value[0] < _MAX_RANGE:
            found |= {(chr(code), True) for code in range(value[0], value[1] + 1)}
        else:
            found.add(("", False))
    return found


def _of_repeat(content: tuple[int, int, Iterable[tuple[Any, Any]]]) -> set[_Open]:
    least, most, parts = content
    once = _of_sequence(parts)
    if most > 1:
        once = {(begun, False) for begun, _ in once}
    return once if least else once | {("", True)}


_KINDS: dict[str, Callable[[Any], set[_Open]]] = {
    "LITERAL": lambda code: {(chr(code), True)},
    "IN": _of_set,
    "SUBPATTERN": lambda content: _of_sequence(content[3]),
    "BRANCH": lambda content: set().union(*map(_of_sequence, content[1])),
    "MAX_REPEAT": _of_repeat,
    "MIN_REPEAT": _of_repeat,
    "POSSESSIVE_REPEAT": _of_repeat,
    "AT": lambda _: {("", True)},
    "ASSERT": lambda _: {("", True)},
    "ASSERT_NOT": lambda _: {("", True)},
}
