"""Finds regular expressions that can take far longer than the text is long.

The engine of Python backtracks: where a text can be divided between two repetitions in several
ways, it tries all of them. Such patterns are refused before they see an article. What remains takes
at worst a time that grows with the square of the length of the text, since a search starts at every
place; `limits.seconds` bounds that.
"""

import re
from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import Any

from contentlint.core.tuples import NamedTuple

_parser: Any = import_module("re._parser")
_compiler: Any = import_module("re._compiler")
_codes: Any = import_module("re._constants")

# From this number of repetitions on, a repetition counts as unlimited.
_MANY = 20
_SAMPLES = frozenset(map(chr, range(128))) | frozenset("é中ж\u00a0\u3000٣")

_REPEATS = (_codes.MAX_REPEAT, _codes.MIN_REPEAT)
_CHARACTERS = (_codes.LITERAL, _codes.NOT_LITERAL, _codes.ANY, _codes.IN)


class _Part(NamedTuple):
    """A part of a sequence.

    Args:
        characters: those that it can match.
        first: those that it can begin with.
        is_optional: whether it can match nothing.
        is_endless: whether it is an unlimited repetition that can give back what it matched.
        is_flexible: whether it can match texts of different lengths from the same place.
    """

    characters: frozenset[str]
    first: frozenset[str]
    is_optional: bool
    is_endless: bool
    is_flexible: bool = False


def slow_part(pattern: str, flags: int = 0) -> str | None:
    """Why a pattern can take too long; None if it cannot.

    Args:
        pattern: the regular expression.
        flags: as for `re.compile`.

    Raises:
        re.error: it is not valid.
    """
    tree = _parser.parse(pattern, flags)
    try:
        _Analysis(tree).sequence(tree)
    except _Slow as error:
        return str(error)
    return None


class _Slow(Exception):
    """Why a pattern can take too long."""


class _Analysis:
    def __init__(self, tree: Any) -> None:
        self._state = tree.state
        self._flags = tree.state.flags
        self._samples = _SAMPLES | frozenset(_mentioned(tree))

    def sequence(self, nodes: Any) -> list[_Part]:
        parts = [part for node in nodes for part in self._parts(node)]
        for number, part in enumerate(parts):
            if part.is_endless:
                self._compare(part, parts[number + 1 :])
        return parts

    def _compare(self, part: _Part, following: Sequence[_Part]) -> None:
        """Ensure that no later repetition can take what this one matches."""
        for other in following:
            if other.is_endless and other.characters & part.characters:
                raise _Slow(
                    "two repetitions can match the same text; let the first exclude what follows it"
                )
            if not other.is_optional and not other.first & part.characters:
                return

    def _parts(self, node: Any) -> Iterator[_Part]:
        code, value = node
        if code in _CHARACTERS:
            found = self._matching(node)
            yield _Part(found, found, False, False)
        elif code in (*_REPEATS, _codes.POSSESSIVE_REPEAT):
            yield self._repeat(code, *value)
        elif code is _codes.SUBPATTERN:
            yield from self.sequence(value[3])
        elif code is _codes.ATOMIC_GROUP:
            yield self._whole(self.sequence(value))._replace(is_endless=False, is_flexible=False)
        elif code is _codes.BRANCH:
            yield self._branches(value[1])
        elif code in (_codes.ASSERT, _codes.ASSERT_NOT):
            self.sequence(value[1])
        elif code in (_codes.GROUPREF, _codes.GROUPREF_IGNORE):
            yield _Part(self._samples, self._samples, True, False, True)
        elif code is not _codes.AT:
            raise _Slow("conditional groups are not supported")

    def _repeat(self, code: Any, least: int, most: int, body: Any) -> _Part:
        is_endless = most is _codes.MAXREPEAT or most > _MANY
        inner = self.sequence(body)
        whole = self._whole(inner)
        if is_endless and code is not _codes.POSSESSIVE_REPEAT:
            if whole.is_endless:
                raise _Slow(
                    "a repetition contains another one; use one, or make the inner one possessive"
                )
            if whole.is_optional:
                raise _Slow("a repetition contains what may be empty")
            self._check_branches(body)
            _check_flexible(inner)
        is_endless = (is_endless or whole.is_endless) and code is not _codes.POSSESSIVE_REPEAT
        is_flexible = (least != most or whole.is_flexible) and code is not _codes.POSSESSIVE_REPEAT
        is_optional = least == 0 or whole.is_optional
        return whole._replace(
            is_optional=is_optional, is_endless=is_endless, is_flexible=is_flexible
        )

    def _check_branches(self, body: Any) -> None:
        """Ensure that alternatives within a repetition begin with different characters."""
        for code, value in body:
            if code is _codes.SUBPATTERN:
                self._check_branches(value[3])
            elif code is _codes.BRANCH:
                seen: set[str] = set()
                for branch in value[1]:
                    first = self._whole(self.sequence(branch)).first
                    if seen & first:
                        raise _Slow(
                            "alternatives in a repetition can begin with the same character"
                        )
                    seen |= first

    def _branches(self, branches: Sequence[Any]) -> _Part:
        wholes = [self._whole(self.sequence(branch)) for branch in branches]
        return _Part(
            frozenset().union(*(whole.characters for whole in wholes)),
            frozenset().union(*(whole.first for whole in wholes)),
            any(whole.is_optional for whole in wholes),
            any(whole.is_endless for whole in wholes),
            any(whole.is_flexible or whole.is_optional for whole in wholes),
        )

    def _whole(self, parts: Sequence[_Part]) -> _Part:
        first: frozenset[str] = frozenset()
        for part in parts:
            first |= part.first
            if not part.is_optional:
                break
        return _Part(
            frozenset().union(*(part.characters for part in parts)),
            first,
            all(part.is_optional for part in parts),
            any(part.is_endless for part in parts),
            any(part.is_flexible for part in parts),
        )

    def _matching(self, node: Any) -> frozenset[str]:
        """The sample characters that a node for one character matches."""
        single = _parser.SubPattern(self._state, [node])
        compiled: re.Pattern[str] = _compiler.compile(single, self._flags & ~re.DEBUG)
        return frozenset(c for c in self._samples if compiled.fullmatch(c))


def _check_flexible(parts: Sequence[_Part]) -> None:
    """Ensure that no part of a repeated sequence can take the beginning of what follows it."""
    for number, part in enumerate(parts):
        if not part.is_flexible:
            continue
        for other in (*parts[number + 1 :], *parts[: number + 1]):
            if part.characters & other.first:
                raise _Slow("a repetition can divide the same text in several ways")
            if not other.is_optional:
                break


def _mentioned(nodes: Any) -> Iterator[str]:
    """The characters that a pattern names, in both cases."""
    for item in nodes:
        if isinstance(item, int) and not isinstance(item, type(_codes.LITERAL)):
            if 0 <= item < 0x110000:
                yield from (chr(item), chr(item).upper()[0], chr(item).lower()[0])
        elif isinstance(item, (list, tuple)) or hasattr(item, "data"):
            yield from _mentioned(item)
