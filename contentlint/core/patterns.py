"""Regular expressions that are compiled when they are first used.

Compiling takes Python longer than anything else when a run of one article starts, and most articles
need few of the patterns.
"""

import re
from typing import Any, cast


class _Lazy:
    """Stands in for a compiled pattern."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._given = (pattern, flags)

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(*self._given)
        # From now on the methods are found here.
        for method in ("search", "match", "fullmatch", "finditer", "findall", "sub", "split"):
            setattr(self, method, getattr(compiled, method))
        self.pattern, self.flags = compiled.pattern, compiled.flags
        return getattr(compiled, name)


def lazy(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern as `re.compile` makes it, which is compiled when it is first used.

    Args:
        pattern: the regular expression; a mistake in it shows at the first use.
        flags: as for `re.compile`.
    """
    return cast("re.Pattern[str]", _Lazy(pattern, flags))
