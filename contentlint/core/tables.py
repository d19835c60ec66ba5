"""What is made once for each installed version, not in every run: tables, and code of patterns."""

import json
from collections.abc import Callable
from typing import Any, Protocol


class Tables(Protocol):
    """The texts of earlier runs of this version, by name."""

    def known(self, name: str) -> str:
        """The text with a name; empty if there is none."""

    def keep(self, name: str, text: str) -> None:
        """Store a text for later runs."""


_tables: Tables | None = None


def remember(tables: Tables) -> None:
    """Use the texts of earlier runs, and store those of this one."""
    global _tables
    _tables = tables


def known(name: str) -> str | None:
    """The text with a name; empty if there is none, None if nothing is stored in this process."""
    return None if _tables is None else _tables.known(name)


def keep(name: str, text: str) -> None:
    """Store a text for later runs."""
    if _tables is not None:
        _tables.keep(name, text)


def stored(name: str, make: Callable[[], Any]) -> Any:
    """A table of strings, lists and mappings; pairs and sets come back as lists, as in JSON.

    Args:
        name: a name for it, unique in contentlint.
        make: makes it from tables in the source of contentlint, and nothing else.
    """
    text = known(name)
    if text:
        try:
            return json.loads(text)
        except ValueError:
            pass  # damaged
    text = json.dumps(make(), ensure_ascii=False)
    keep(name, text)
    return json.loads(text)
