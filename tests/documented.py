"""The commands of the documentation, in the order in which a reader meets them."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
PAGES = (
    "README.md",
    *sorted(f"docs/{file.name}" for file in (ROOT / "docs").glob("*.md")),
    "editors/vscode/README.md",
    "examples/newsroom/README.md",
    "fuzz/README.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
)

_BLOCK = re.compile(r"^ *```(?P<kind>sh|console)\n(?P<body>.*?)^ *```$", re.MULTILINE | re.DOTALL)
_OTHER_BLOCK = re.compile(r"^ *(`{3,}|~{3,}).*?^ *\1$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"(?<!`)`((?:contentlint|pip|npm|pytest|python3?|benchmarks/\S+) [^`]+)`(?!`)")


class Command(NamedTuple):
    """A command that a page shows."""

    line: int
    """The line of the page, from 1."""
    text: str
    """What the reader types."""
    in_block: bool
    """Whether it is in a block of its own, and not in the text."""
    shown: tuple[str, ...] = ()
    """The lines of output that the page shows."""


def commands(page: str) -> list[Command]:
    """The commands of a page, in blocks and in the text, in order.

    Args:
        page: the path of the page, from the root of the repository.
    """
    text = (ROOT / page).read_text("utf-8")
    found = []
    for block in _BLOCK.finditer(text):
        first = text.count("\n", 0, block.start()) + 2
        found += _of_block(block["kind"], block["body"].splitlines(), first)
    prose = _OTHER_BLOCK.sub(lambda match: "\n" * match[0].count("\n"), text)
    for code in _CODE.finditer(prose):
        line = prose.count("\n", 0, code.start()) + 1
        found.append(Command(line, " ".join(code[1].replace("\\|", "|").split()), False))
    return sorted(found)


def _of_block(kind: str, lines: list[str], first: int) -> Iterator[Command]:
    if kind == "sh":
        for number, line in enumerate(lines):
            if line.strip():
                yield Command(first + number, line.strip(), True)
        return
    starts = [number for number, line in enumerate(lines) if line.lstrip().startswith("$ ")]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        shown = tuple(line.rstrip() for line in lines[start + 1 : end])
        yield Command(first + start, lines[start].lstrip()[2:], True, shown)
