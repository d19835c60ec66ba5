"""The facts of one rule in one collection, read from sorted tables as often as they are needed.

A collection may have any number of articles, so their facts are never all in memory.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, overload

import pyarrow as pa

from contentlint.core.tuples import NamedTuple
from contentlint.scan.sorting import runs_of
from contentlint.site.facts import ArticleFacts

ORDER = ("group", "rule", "path", "id", "from", "to", "value")
"""The columns by which facts are sorted."""

_READ = ("path", "id", "from", "to", "is_suppressed", "value")


class _Piece(NamedTuple):
    """Consecutive rows of a table: its number, the number of the first row, and how many."""

    table: int
    at: int
    size: int


class GroupFacts(Sequence[ArticleFacts]):
    """The facts of the articles of a group, in order; access by number reads from the start.

    Args:
        rule: the rule.
        tables: sorted tables.
        pieces: the rows of the group.
    """

    def __init__(self, rule: str, tables: Sequence[pa.Table], pieces: list[_Piece]) -> None:
        self._rule = rule
        self._tables = tables
        self._pieces = pieces

    def __iter__(self) -> Iterator[ArticleFacts]:
        for (path, _), rows in groupby(self._rows(), key=_article):
            parts = (
                f'["{self._rule}",{start},{end},{int(is_suppressed)},{value}]'
                for _, _, start, end, is_suppressed, value in rows
            )
            yield ArticleFacts(path, f"[{','.join(parts)}]")

    def __len__(self) -> int:
        return sum(1 for _ in groupby(self._rows(), key=_article))

    @overload
    def __getitem__(self, index: int) -> ArticleFacts: ...

    @overload
    def __getitem__(self, index: slice) -> list[ArticleFacts]: ...

    def __getitem__(self, index: int | slice) -> ArticleFacts | list[ArticleFacts]:
        if isinstance(index, slice):
            return list(self)[index]
        at = range(len(self))[index]
        return next(article for number, article in enumerate(self) if number == at)

    def paths(self) -> Iterator[str]:
        """The paths of the articles; some may come twice."""
        for piece in self._pieces:
            yield from self._table(piece)["path"].unique().to_pylist()

    @property
    def first_id(self) -> str:
        """The id of the first article."""
        piece = self._pieces[0]
        return str(self._tables[piece.table]["id"][piece.at].as_py())

    def joined(
        self, problems: Iterator[dict[str, Any]]
    ) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
        """Each problem with the whole row of its fact.

        Args:
            problems: sorted by `article`, the number of the article in the group, `from` and `to`.
        """
        problem, number, last = next(problems, None), -1, None
        for piece in self._pieces if problem is not None else ():
            table = self._table(piece)
            for at, (path, name, start, end) in enumerate(_values(table, _READ[:4])):
                if (path, name) != last:
                    number, last = number + 1, (path, name)
                fact: dict[str, Any] | None = None
                while problem is not None and _place(problem) == (number, start, end):
                    fact = fact or table.slice(at, 1).to_pylist()[0]
                    yield fact, problem
                    problem = next(problems, None)
            if problem is None:
                return

    def _rows(self) -> Iterator[tuple[Any, ...]]:
        for piece in self._pieces:
            yield from _values(self._table(piece), _READ)

    def _table(self, piece: _Piece) -> pa.Table:
        return self._tables[piece.table].slice(piece.at, piece.size)


def groups_of(tables: Sequence[pa.Table]) -> Iterator[tuple[str, GroupFacts]]:
    """Each rule and its facts in each collection of sorted tables of facts."""
    pieces = (
        (key, _Piece(number, at, size))
        for number, table in enumerate(tables)
        for key, at, size in runs_of(table, ORDER[:2])
    )
    for (_, rule), group in groupby(pieces, key=lambda pair: pair[0]):
        yield rule, GroupFacts(rule, tables, [piece for _, piece in group])


def _values(table: pa.Table, names: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    return zip(*(table[name].to_pylist() for name in names), strict=True)


def _article(row: tuple[Any, ...]) -> tuple[str, str]:
    return row[0], row[1]


def _place(problem: dict[str, Any]) -> tuple[int, int, int]:
    return problem["article"], problem["from"], problem["to"]
