"""Regular expressions that are compiled on first use.

Compiling takes most of the time when a run on one article starts, and most articles need only a few
of the patterns.
"""

import re
from typing import Any, cast


class _Lazy:
    """A proxy for a compiled pattern."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._given = (pattern, flags)

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(*self._given)
        # From now on attribute access finds the methods directly.
        for method in ("search", "match", "fullmatch", "finditer", "findall", "sub", "split"):
            setattr(self, method, getattr(compiled, method))
        self.pattern, self.flags = compiled.pattern, compiled.flags
        return getattr(compiled, name)


def lazy(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern as from `re.compile`, compiled on first use.

    Args:
        pattern: the regular expression; an error in it is raised on first use.
        flags: as for `re.compile`.
    """
    return cast("re.Pattern[str]", _Lazy(pattern, flags))
