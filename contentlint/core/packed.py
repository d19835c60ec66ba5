"""Very many findings in little memory: a thousandth part of them as objects, the rest packed.

A finding takes a kibibyte and a half as an object and a tenth of that packed. Reports read them one
after the other, so unpacking a portion at a time is enough.
"""

import heapq
import pickle
import zlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import overload

from contentlint.core.finding import Finding

MOST_PLAIN = 50_000
"""How many findings are objects all the time."""

_PORTION = 500


class Packed(Sequence[Finding]):
    """Findings that are read in their order; what is read elsewhere costs a portion each time.

    Args:
        findings: in the order that they are to have.
    """

    def __init__(self, findings: Iterable[Finding]) -> None:
        self._portions: list[bytes] = []
        self._length = 0
        # The portion that was read last: its number, and what is in it.
        self._open: tuple[int, list[Finding]] = (-1, [])
        left = iter(findings)
        while portion := list(islice(left, _PORTION)):
            self._length += len(portion)
            data = pickle.dumps(portion, pickle.HIGHEST_PROTOCOL)
            self._portions.append(zlib.compress(data, 1))

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[Finding]:
        return chain.from_iterable(map(_unpacked, self._portions))

    @overload
    def __getitem__(self, index: int) -> Finding: ...

    @overload
    def __getitem__(self, index: slice) -> "Packed": ...

    def __getitem__(self, index: int | slice) -> "Finding | Packed":
        if isinstance(index, slice):
            return Packed(self[at] for at in range(self._length)[index])
        number, place = divmod(range(self._length)[index], _PORTION)
        if self._open[0] != number:
            self._open = number, _unpacked(self._portions[number])
        return self._open[1][place]

    def __repr__(self) -> str:
        return f"<{self._length} findings>"


class SortedFindings:
    """Findings as they come in; those of very many are packed while more are waited for."""

    def __init__(self) -> None:
        self._findings: list[Finding] = []
        # Each in the order of a report.
        self._runs: list[Packed] = []

    def add(self, findings: Iterable[Finding]) -> None:
        """Take in the findings of an article."""
        self._findings += findings
        if len(self._findings) >= MOST_PLAIN:
            self._findings.sort(key=_order)
            self._runs.append(Packed(self._findings))
            self._findings = []

    def all(self) -> Sequence[Finding]:
        """All findings in the order of a report."""
        self._findings.sort(key=_order)
        if not self._runs:
            return tuple(self._findings)
        return packed(heapq.merge(*self._runs, self._findings, key=_order))


def _order(finding: Finding) -> tuple[str, int, int, str, str]:
    return finding.sort_key


def _unpacked(data: bytes) -> list[Finding]:
    portion: list[Finding] = pickle.loads(zlib.decompress(data))
    return portion


def packed(findings: Iterable[Finding]) -> Sequence[Finding]:
    """Findings as they are best kept: as objects, or packed where there are very many.

    Args:
        findings: may be made while they are taken.
    """
    left = iter(findings)
    plain = tuple(islice(left, MOST_PLAIN))
    another = next(left, None)
    return plain if another is None else Packed(chain(plain, (another,), left))
