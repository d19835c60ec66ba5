"""What is made once for each installed version, not in every run: tables, and code of patterns.

A run on one article looks up a few of thousands of words, so a table is stored in a form of which
only that is decoded.
"""

import json
from collections.abc import Callable, Iterable, Iterator, KeysView, Mapping, Sequence
from typing import Any, Protocol


class Tables(Protocol):
    """The data of earlier runs of this version, by name."""

    def known(self, name: str) -> bytes:
        """The data with a name; empty if there are none."""

    def keep(self, name: str, data: bytes) -> None:
        """Store data for later runs."""


_tables: Tables | None = None


def remember(tables: Tables) -> None:
    """Use the data of earlier runs, and store those of this one."""
    global _tables
    _tables = tables


class Forwarded:
    """The tables of a worker process, which sends new ones to its parent.

    Args:
        tables: those of the parent when it was forked.
    """

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._new: dict[str, bytes] = {}

    def known(self, name: str) -> bytes:
        """The data with a name; empty if there are none."""
        return self._tables.known(name)

    def keep(self, name: str, data: bytes) -> None:
        """Store data for later runs."""
        self._tables.keep(name, data)
        self._new[name] = data

    def taken(self) -> dict[str, bytes]:
        """The data that were stored since the last call."""
        new, self._new = self._new, {}
        return new


def forward() -> Forwarded | None:
    """Collect what is stored from now on; None if nothing is stored in this process."""
    global _tables
    if _tables is None:
        return None
    _tables = forwarded = Forwarded(_tables)
    return forwarded


def known(name: str) -> bytes | None:
    """The data with a name; empty if there are none, None if nothing is stored in this process."""
    return None if _tables is None else _tables.known(name)


def keep(name: str, data: bytes) -> None:
    """Store data for later runs."""
    if _tables is not None:
        _tables.keep(name, data)


def stored_words(name: str, make: Callable[[], Iterable[str]]) -> frozenset[str]:
    """A set of words.

    Args:
        name: a name for them, unique in contentlint.
        make: makes them from tables in the source of contentlint, and nothing else; a word has no
            line feed.
    """
    data = _lines(name, make)
    return frozenset(data.decode().split("\n")) if data else frozenset()


def stored_byte_words(name: str, make: Callable[[], Iterable[str]]) -> frozenset[bytes]:
    """As `stored_words`, in UTF-8."""
    return frozenset(_lines(name, make).split(b"\n"))


def stored_text(name: str, make: Callable[[], str]) -> str:
    """A text.

    Args:
        name: a name for it, unique in contentlint.
        make: makes it from tables in the source of contentlint, and nothing else.
    """
    data = known(name)
    if not data:
        data = make().encode()
        keep(name, data)
    return data.decode()


def _lines(name: str, make: Callable[[], Iterable[str]]) -> bytes:
    data = known(name)
    if not data:
        data = "\n".join(sorted(set(make()))).encode()
        keep(name, data)
    return data


class Rows(Mapping[str, Any]):
    """A mapping whose values are decoded when they are looked up.

    Args:
        data: from `rows_of`.

    Raises:
        ValueError: the data are damaged.
    """

    def __init__(self, data: bytes) -> None:
        keys, *values = data.split(b"\n")
        # Values in JSON as bytes, which no decoded value is.
        self._values: dict[str, Any] = (
            dict(zip(keys.decode().split("\t"), values, strict=True)) if values else {}
        )

    def __getitem__(self, key: str) -> Any:
        return self._decoded(key, self._values[key])

    def get(self, key: str, default: Any = None) -> Any:
        """The value of a key, or another one if there is none."""
        found = self._values.get(key)
        return default if found is None else self._decoded(key, found)

    def _decoded(self, key: str, found: Any) -> Any:
        if found.__class__ is bytes:
            found = self._values[key] = json.loads(found)
        return found

    def __contains__(self, key: object) -> bool:
        return key in self._values

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def keys(self) -> KeysView[str]:
        """The keys."""
        return self._values.keys()


def rows_of(table: Mapping[str, Any]) -> bytes:
    """The data of `Rows`: a line with the keys, and a line for each value."""
    values = (json.dumps(value, ensure_ascii=False) for value in table.values())
    return "\n".join(("\t".join(table), *values)).encode()


def stored_rows(name: str, make: Callable[[], Sequence[Mapping[str, Any]]]) -> list[Rows]:
    """Tables of strings, lists and mappings; pairs and sets come back as lists, as in JSON.

    Args:
        name: a name for them, unique in contentlint.
        make: makes them from tables in the source of contentlint, and nothing else; a key has no
            control characters, and no value is None.
    """
    data = known(name)
    if data:
        try:
            return list(map(Rows, data.split(b"\f")))
        except ValueError:
            pass  # damaged
    data = b"\f".join(map(rows_of, make()))
    keep(name, data)
    return list(map(Rows, data.split(b"\f")))
