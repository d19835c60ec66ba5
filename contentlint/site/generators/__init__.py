"""The static site generators that contentlint knows: `<name>.py` has all that is known of one.

A file here defines `GENERATOR`; its name is the generator's. No list of them is kept anywhere: a
name with a leading `_` is no generator.
"""

import os
from functools import cache
from importlib import import_module

from contentlint.site.generator import UNKNOWN, Generator


@cache
def names() -> tuple[str, ...]:
    """The name of every generator, sorted; none is imported."""
    found = (name.removesuffix(".py") for name in os.listdir(os.path.dirname(__file__)))  # noqa: PTH120, PTH208
    return tuple(sorted(name for name in found if name.isidentifier() and name[0] != "_"))


@cache
def by_name(name: str) -> Generator:
    """The generator of a name.

    Raises:
        KeyError: there is none.
    """
    if name not in names():
        raise KeyError(name)
    generator: Generator = import_module(f"{__name__}.{name}").GENERATOR
    return generator


def named(name: str | None) -> Generator:
    """The generator of a name; the unknown one for None.

    Raises:
        KeyError: there is none of this name.
    """
    return UNKNOWN if name is None else by_name(name)


@cache
def every() -> tuple[Generator, ...]:
    """Every generator: by precedence, then by name."""
    return tuple(sorted(map(by_name, names()), key=lambda found: (found.precedence, found.name)))
