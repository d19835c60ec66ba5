"""Tables that are made from others once for each installed version, not in every run."""

import json
from collections.abc import Callable
from typing import Any

_remembered: Callable[[bytes, Callable[[], str]], str] | None = None


def remember(remembered: Callable[[bytes, Callable[[], str]], str]) -> None:
    """Take tables from earlier runs.

    Args:
        remembered: returns the text with a name that a function made in an earlier run of this
            version, or makes it now.
    """
    global _remembered
    _remembered = remembered


def stored(name: str, make: Callable[[], Any]) -> Any:
    """A table of strings, lists and mappings; pairs and sets come back as lists, as in JSON.

    Args:
        name: a name for it, unique in contentlint.
        make: makes it from tables in the source of contentlint, and nothing else.
    """

    def text() -> str:
        return json.dumps(make(), ensure_ascii=False)

    if _remembered is None:
        return json.loads(text())
    try:
        return json.loads(_remembered(name.encode(), text))
    except ValueError:  # damaged
        return json.loads(text())
