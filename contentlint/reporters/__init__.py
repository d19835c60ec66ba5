"""Reports: one module per format, named after the format.

A format is a module with a pure function `render(report, style)`, and `render_statistics(report,
style)` if it can report counts instead of findings. Both yield pieces of text; the report ends with
a line ending. To add a format, add a module. Modules with a leading `_` are not formats.
"""

import importlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from contentlint.core.finding import Report
from contentlint.reporters._cells import one_line, wrap
from contentlint.reporters._counts import in_words, remarks
from contentlint.reporters._machine import unseen_escaped
from contentlint.reporters._style import Style

__all__ = [
    "WITH_SELECTORS",
    "Style",
    "formats",
    "has_statistics",
    "in_words",
    "one_line",
    "remarks",
    "render",
    "render_statistics",
    "unseen_escaped",
    "wrap",
]


WITH_SELECTORS = frozenset({"json", "jsonl"})
"""The formats that report the selectors of findings, which take long to compute."""


@cache
def formats() -> tuple[str, ...]:
    """The name of every format, sorted."""
    return tuple(sorted(file.stem for file in Path(__file__).parent.glob("[!_]*.py")))


def render(format_name: str, report: Report, style: Style) -> Iterator[str]:
    """The findings of a run in one format.

    Args:
        format_name: one of `formats()`.
        report: the findings of the run.
        style: what the output of the report supports.
    """
    pieces: Iterator[str] = _module(format_name).render(report, style)
    return pieces


def has_statistics(format_name: str) -> bool:
    """Whether a format can report counts instead of findings."""
    return hasattr(_module(format_name), "render_statistics")


def render_statistics(format_name: str, report: Report, style: Style) -> Iterator[str]:
    """The number of findings of each rule, in a format that has statistics.

    Arguments as for `render`.
    """
    pieces: Iterator[str] = _module(format_name).render_statistics(report, style)
    return pieces


def _module(format_name: str):  # type: ignore[no-untyped-def]  # modules have no common type
    return importlib.import_module(f"{__name__}.{format_name}")
