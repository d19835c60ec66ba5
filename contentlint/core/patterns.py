"""Regular expressions that are compiled on first use, once for each installed version.

Compiling takes most of the time when a run on one article starts, and most articles need only a few
of the patterns. `re` cannot store what it compiled, so this module does what `re.compile` does in
two steps, of which the first, nine tenths of the time, is stored by `core.tables`: the code of the
pattern. A test compares the results of both for every pattern. Where Python has other internals,
`re.compile` is used.
"""

import re
from array import array
from binascii import a2b_base64, b2a_base64
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any, cast

from contentlint.core import tables

try:
    _parser: Any = import_module("re._parser")
    _compiler: Any = import_module("re._compiler")
    _engine: Any = import_module("_sre")
except ImportError:  # another Python than CPython
    _engine = None


_compile = re.compile


class _Lazy:
    """A proxy for a compiled pattern."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._given = (pattern, flags)

    def __getattr__(self, name: str) -> Any:
        compiled = compile_once(*self._given)
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


def compile_once(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern as from `re.compile`, whose code is stored for later runs.

    Args:
        pattern, flags: as for `re.compile`.
    """
    name = f"pattern {int(flags)} {pattern}"
    known = tables.known(name)
    if _engine is None or known is None:
        return _compile(pattern, flags)
    try:
        code = known.decode() if known else code_of(pattern, flags)
        compiled = with_code(pattern, code)
    except (AttributeError, LookupError, TypeError, ValueError, RuntimeError, OverflowError):
        return _compile(pattern, flags)  # damaged, or Python has other internals
    if not known:
        tables.keep(name, code.encode())
    return compiled


@contextmanager
def stored_patterns() -> Iterator[None]:
    """Store the patterns that a library compiles when it is imported in this block."""
    # Patterns of bytes and compiled ones are not stored.
    re.compile = lambda pattern, flags=0: (  # type: ignore[assignment]  # restored below
        compile_once(pattern, flags) if isinstance(pattern, str) else _compile(pattern, flags)
    )
    try:
        yield
    finally:
        re.compile = _compile


def code_of(pattern: str, flags: int) -> str:
    """The code of a pattern, as text: all flags, the names of its groups, and base64."""
    parsed = _parser.parse(pattern, int(flags))
    code = array("I", _compiler._code(parsed, int(flags)))
    state = parsed.state
    groups = ["", *([""] * (state.groups - 1))]
    for group, number in state.groupdict.items():
        groups[number] = group
    encoded = b2a_base64(code.tobytes(), newline=False).decode()
    return f"{int(flags) | state.flags} {','.join(groups)} {encoded}"


def with_code(pattern: str, text: str) -> re.Pattern[str]:
    """The compiled pattern for the text of `code_of`.

    Raises:
        ValueError, RuntimeError: the text is damaged.
    """
    flags, names, encoded = text.split(" ")
    groups = [name or None for name in names.split(",")]
    code = array("I")
    code.frombytes(a2b_base64(encoded))
    index = {name: number for number, name in enumerate(groups) if name}
    compiled: re.Pattern[str] = _engine.compile(
        pattern, int(flags), code.tolist(), len(groups) - 1, index, tuple(groups)
    )
    return compiled
