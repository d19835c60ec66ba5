"""Tables that can be grouped, as every engine has them."""

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

import pyarrow as pa

Map = Callable[[pa.Table], pa.Table]
"""Gives a table with a column `bucket`, numbers from 0."""
Reduce = Callable[[int, Sequence[pa.Table]], Iterator[pa.Table]]
"""Gets the number of a bucket and its rows, sorted, as small tables that are read on access."""


class Tables(Protocol):
    """Rows that can be grouped, on any engine."""

    def grouped(self, map: Map, order: Sequence[str], reduce: Reduce) -> "Tables":
        """The results of `reduce` for the rows of each bucket that `map` chooses.

        Args:
            map: chooses the buckets.
            order: the columns by which the rows of a bucket are sorted; without nulls.
            reduce: is called for each bucket.
        """

    def __iter__(self) -> Iterator[pa.Table]: ...
