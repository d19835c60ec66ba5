"""What the MDX compilers make of invented texts, as `record.py` wrote it down.

A compiler stops at the first fault that it meets, and it meets them in three rounds, not from the
top: the blocks of the whole file first (tags and expressions on lines of their own, `import` and
`export`), then the text within the blocks, then the pairing of tags. So the fault that is named
need not be the first of the file, and there may be more.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

DATA = Path(__file__).with_name("truth.jsonl")

Variant = Literal[
    "mdx", "math", "docusaurus-mdx", "docusaurus-md", "docusaurus-detect", "docusaurus-strict"
]
"""A way to compile a text.

- `mdx`: `@mdx-js/mdx` with remark-frontmatter and remark-gfm
- `math`: the same with remark-math
- `docusaurus-mdx`, `docusaurus-md`: a `.mdx` and a `.md` file of a Docusaurus site that sets nothing
- `docusaurus-detect`: a `.md` file where the site says `markdown.format: 'detect'`, so CommonMark
- `docusaurus-strict`: a `.mdx` file where the site switches `markdown.mdx1Compat` off
"""

VARIANTS: tuple[Variant, ...] = get_args(Variant)
PLAIN: Variant = "mdx"

Run = Literal[
    "renders", "imports", "component", "style", "child", "void-children",
    "ReferenceError", "TypeError", "SyntaxError", "Error",
]  # fmt: skip
"""What becomes of a compiled text when a build renders it.

- `imports`: it imports what does not exist here, so it was not run
- `component`: it uses a component that nobody defines or passes
- `style`: React wants an object where `style` has text
- `child`: an object is given where React wants content
- `void-children`: a void element has content
- `…Error`: the JavaScript of the text fails
"""


@dataclass(frozen=True, slots=True)
class Stop:
    """Where a compiler gave up.

    Args:
        line: from 1; 0 where the compiler names no place.
        column: from 1, in UTF-16 units; 0 where the compiler names no place.
        rule: the package that gave up and its name for the reason, parted by a colon.
        other_line: where a tag does not pair, the line of what it should pair with: the open tag,
            or the end of the block around. 0 elsewhere.
        other_column: its column.
    """

    line: int
    column: int
    rule: str
    other_line: int = 0
    other_column: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """A text and what became of it.

    Args:
        kind: which kind of input it is, a key of `inputs.BY_KIND` or `<fault>-in-<place>`.
        text: the whole file.
        stops: by variant, where the compiler gave up; None: the text compiles.
        run: what became of the plain variant's module; None: the text does not compile.
    """

    kind: str
    text: str
    stops: dict[Variant, Stop | None]
    run: Run | None

    def compiles(self, variant: Variant = PLAIN) -> bool:
        return self.stops[variant] is None


def _stop(packed: list[Any] | None) -> Stop | None:
    return None if packed is None else Stop(*packed)


def _cell(line: dict[str, Any]) -> Cell:
    differing = line.get("differ", {})
    stops = {variant: _stop(differing.get(variant, line[PLAIN])) for variant in VARIANTS}
    return Cell(line["kind"], line["text"], stops, line.get("run"))


def _lines() -> list[dict[str, Any]]:
    # Not splitlines: a text may hold U+2028, which JSON leaves as it is.
    return [json.loads(line) for line in DATA.read_text("utf-8").split("\n") if line]


@cache
def versions() -> dict[str, str]:
    """The compilers' npm packages and their versions."""
    found: dict[str, str] = _lines()[0]["versions"]
    return found


@cache
def cells() -> tuple[Cell, ...]:
    """Every recorded text, in the order of `inputs.py`."""
    return tuple(_cell(line) for line in _lines()[1:])
