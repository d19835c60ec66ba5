"""How exact rules are on pieces that were labelled by hand."""

from collections.abc import Callable, Iterable
from typing import Any

Fault = tuple[str, int, int]


def accuracy(pieces: Iterable[Any], found: Callable[[Any], set[Fault]]) -> tuple[float, float]:
    """Precision and recall over some pieces.

    Args:
        pieces: each with what is `expected` of it.
        found: what rules say of one.
    """
    right = wrong = missed = 0
    for piece in pieces:
        said, expected = found(piece), set(piece.expected)
        right += len(said & expected)
        wrong += len(said - expected)
        missed += len(expected - said)
    return right / max(right + wrong, 1), right / max(right + missed, 1)
