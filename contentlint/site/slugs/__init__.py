"""The ids that generators give to headings, one algorithm in each module.

A module is named after the algorithm (`-` is `_`) and defines

    def anchors(headings: Sequence[Heading]) -> list[str]

which returns the id of each heading in order: made from its text, or the explicit one, with
duplicates numbered as the algorithm does.
"""

from collections.abc import Callable, Sequence
from functools import cache
from importlib import import_module

from contentlint.site.pages import Heading

Anchors = Callable[[Sequence[Heading]], list[str]]


@cache
def named(name: str) -> Anchors:
    """The algorithm with a name, such as `github` or `python-markdown`.

    Raises:
        ModuleNotFoundError: there is none.
    """
    module = import_module(f"{__name__}.{name.replace('-', '_')}")
    anchors: Anchors = module.anchors
    return anchors
