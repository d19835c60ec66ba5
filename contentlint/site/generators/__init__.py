"""The supported static site generators, one in each module.

A module defines `GENERATOR` and is named after the generator; there is no other list of them. A
module whose name starts with `_` does not define a generator.
"""

import os
from functools import cache
from importlib import import_module

from contentlint.site.generator import UNKNOWN, Generator


@cache
def names() -> tuple[str, ...]:
    """The names of all generators, sorted; no generator is imported."""
    found = (name.removesuffix(".py") for name in os.listdir(os.path.dirname(__file__)))  # noqa: PTH120, PTH208
    return tuple(sorted(name for name in found if name.isidentifier() and name[0] != "_"))


@cache
def by_name(name: str) -> Generator:
    """The generator with a name.

    Raises:
        KeyError: there is no generator with this name.
    """
    if name not in names():
        raise KeyError(name)
    generator: Generator = import_module(f"{__name__}.{name}").GENERATOR
    return generator


def named(name: str | None) -> Generator:
    """The generator with a name; `UNKNOWN` for None.

    Raises:
        KeyError: there is no generator with this name.
    """
    return UNKNOWN if name is None else by_name(name)


@cache
def every() -> tuple[Generator, ...]:
    """All generators, sorted by precedence and name."""
    return tuple(sorted(map(by_name, names()), key=lambda found: (found.precedence, found.name)))
