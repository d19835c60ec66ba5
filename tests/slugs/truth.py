"""The ids that tools give to headings, as tests read them: no tool is run.

`load("github")` has one `Cell` for every document of `matrix.py`; record.py wrote them down.
"""

import json
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from tests.slugs.matrix import inputs

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True)
class Cell:
    """What one tool made of one document.

    Args:
        tool: the name of the recording.
        group: `heading` or `document`.
        name: distinguishes it in its group.
        text: the whole document.
        ids: the `id` of each heading element, in order; None: it has none.
        others: every other `id` and `name` of an element, in order.
        error: what the tool said when it stopped; empty: it did not.
    """

    tool: str
    group: str
    name: str
    text: str
    ids: tuple[str | None, ...] = field(hash=False)
    others: tuple[str, ...] = field(hash=False)
    error: str

    @property
    def id(self) -> str:
        """A name for a test's parameter."""
        return f"{self.tool}: {self.name}".replace("\n", "\\n")


@dataclass(frozen=True)
class Recording:
    """One file of `data/`.

    Args:
        tool: its name.
        versions: of what was run.
        cells: what it did, in the order of the matrix.
    """

    tool: str
    versions: dict[str, str] = field(hash=False)
    cells: tuple[Cell, ...]


def names() -> tuple[str, ...]:
    """The recordings that there are, sorted."""
    return tuple(sorted(path.stem for path in DATA.glob("*.json")))


@cache
def recording(tool: str) -> Recording:
    """A whole file of `data/`, with the documents of the matrix."""
    found = json.loads((DATA / f"{tool}.json").read_text(encoding="utf-8"))
    texts = {(each.group, each.name): each.text for each in inputs()}
    cells = tuple(
        Cell(
            tool,
            group,
            name,
            texts[group, name],
            tuple(outcome.get("ids", ())),
            tuple(outcome.get("others", ())),
            outcome.get("error", ""),
        )
        for group, name, outcome in found["cells"]
    )
    return Recording(tool, found["versions"], cells)


def load(tool: str) -> tuple[Cell, ...]:
    """The cells of one tool, in the order of the matrix."""
    return recording(tool).cells
