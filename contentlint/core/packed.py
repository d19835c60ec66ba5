"""Store very many findings in little memory: compressed, except for a few.

A finding takes 1.5 KiB as an object and a tenth of that compressed. Reports read findings
sequentially, so decompressing one chunk at a time is enough.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import overload

from contentlint.core.finding import Finding

MOST_PLAIN = 50_000
"""The maximum number of findings that are kept as objects."""

_CHUNK = 500


class Packed(Sequence[Finding]):
    """Compressed findings; sequential access is fast, random access decompresses a chunk.

    Args:
        findings: in the order to keep.
    """

    def __init__(self, findings: Iterable[Finding]) -> None:
        import pickle
        import zlib

        self._chunks: list[bytes] = []
        self._length = 0
        # The chunk that was read last: its index and its findings.
        self._open: tuple[int, list[Finding]] = (-1, [])
        left = iter(findings)
        while chunk := list(islice(left, _CHUNK)):
            self._length += len(chunk)
            data = pickle.dumps(chunk, pickle.HIGHEST_PROTOCOL)
            self._chunks.append(zlib.compress(data, 1))

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[Finding]:
        return chain.from_iterable(map(_unpacked, self._chunks))

    @overload
    def __getitem__(self, index: int) -> Finding: ...

    @overload
    def __getitem__(self, index: slice) -> "Packed": ...

    def __getitem__(self, index: int | slice) -> "Finding | Packed":
        if isinstance(index, slice):
            return Packed(self[at] for at in range(self._length)[index])
        number, place = divmod(range(self._length)[index], _CHUNK)
        if self._open[0] != number:
            self._open = number, _unpacked(self._chunks[number])
        return self._open[1][place]

    def __repr__(self) -> str:
        return f"<{self._length} findings>"


class SortedFindings:
    """Collects findings and sorts them; compresses them once there are very many."""

    def __init__(self) -> None:
        self._findings: list[Finding] = []
        # Each in report order.
        self._runs: list[Packed] = []

    def add(self, findings: Iterable[Finding]) -> None:
        """Add the findings of an article."""
        self._findings += findings
        if len(self._findings) >= MOST_PLAIN:
            self._findings.sort(key=_order)
            self._runs.append(Packed(self._findings))
            self._findings = []

    def all(self) -> Sequence[Finding]:
        """All findings in report order."""
        self._findings.sort(key=_order)
        if not self._runs:
            return tuple(self._findings)
        import heapq

        return packed(heapq.merge(*self._runs, self._findings, key=_order))


def _order(finding: Finding) -> tuple[str, int, int, str, str]:
    return finding.sort_key


def _unpacked(data: bytes) -> list[Finding]:
    import pickle
    import zlib

    chunk: list[Finding] = pickle.loads(zlib.decompress(data))
    return chunk


def packed(findings: Iterable[Finding]) -> Sequence[Finding]:
    """A tuple of findings, or `Packed` if there are very many.

    Args:
        findings: may be a generator.
    """
    left = iter(findings)
    plain = tuple(islice(left, MOST_PLAIN))
    another = next(left, None)
    return plain if another is None else Packed(chain(plain, (another,), left))
