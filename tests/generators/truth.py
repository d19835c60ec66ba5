"""What generators were seen to do, as tests read it: no tool is run.

`load("hugo")` has one `Cell` for every input that Hugo was asked; record.py wrote them down.
"""

import json
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from tests.generators.matrix import inputs

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True)
class Cell:
    """What one generator made of one article.

    Args:
        generator: the name of the recording.
        group: what was asked: `block`, `value`, `title`, `date`, `field`, `toml-block`, `toml`,
            `json-block` or `json`.
        name: distinguishes it in its group: the lines of front matter under test, or a description.
        text: the whole article.
        outcome: what happened, by the keys that README.md explains.
    """

    generator: str
    group: str
    name: str
    text: str
    outcome: dict[str, Any] = field(hash=False)

    @property
    def id(self) -> str:
        """A name for a test's parameter."""
        return f"{self.generator}: {self.group}: {self.name}".replace("\n", "\\n")

    @property
    def key(self) -> str:
        """The key of front matter that is under test; empty where a block is."""
        if self.group.endswith("block"):
            return ""
        return self.name.lstrip('" \t').replace("=", ":").partition(":")[0].rstrip('" ')

    @property
    def stops(self) -> str:
        """What the generator said when it stopped the build at this article; empty: it did not."""
        return str(self.outcome.get("error", ""))

    @property
    def log(self) -> str:
        """What it said while it went on."""
        return str(self.outcome.get("log", ""))

    @property
    def has_page(self) -> bool:
        """Whether the article became a page at all."""
        return not self.stops and self.outcome.get("page", True) is not False

    @property
    def is_seen(self) -> bool:
        """Whether front matter was read: its title is the page's."""
        return self.has_page and self.outcome.get("title", "Low tide") == "Low tide"

    @property
    def body(self) -> str:
        """What was left for the body, without white space around it; HTML for some generators."""
        return str(self.outcome.get("body", "Mud."))

    @property
    def is_published(self) -> bool:
        """Whether readers get to see it."""
        return self.has_page and self.outcome.get("published", True) is not False

    @property
    def value(self) -> Any:
        """What the value under test is: JSON's types, `{"$date": …}` and `{"$number": …}`."""
        return self.outcome.get("value", self.outcome.get("title"))

    @property
    def date(self) -> str | None:
        """The date that was read: ISO 8601, in UTC where it has an offset; `file` (the file's own
        date), `name` (the file name's) or `now` (the clock's); `invalid`; None: there is none."""
        found = self.outcome.get("date")
        if isinstance(found, dict):
            found = found.get("$date")
        return found if isinstance(found, str) else None


@dataclass(frozen=True)
class Recording:
    """One file of `data/`.

    Args:
        generator: its name.
        versions: of the generator and of what it reads front matter with.
        zone: the local time zone in which it ran.
        cells: what it did, in the order of the matrix.
    """

    generator: str
    versions: dict[str, str] = field(hash=False)
    zone: str
    cells: tuple[Cell, ...]

    def group(self, *names: str) -> tuple[Cell, ...]:
        """The cells of some groups."""
        return tuple(cell for cell in self.cells if cell.group in names)


def names() -> tuple[str, ...]:
    """The recordings that there are, sorted."""
    return tuple(sorted(path.stem for path in DATA.glob("*.json")))


@cache
def recording(generator: str) -> Recording:
    """What was recorded of a generator.

    Raises:
        KeyError: nothing was.
    """
    path = DATA / f"{generator}.json"
    if not path.exists():
        raise KeyError(generator)
    found = json.loads(path.read_text(encoding="utf-8"))
    texts = {(each.group, each.name): each.text for each in inputs(generator)}
    cells = []
    for group, name, outcome, *text in found["cells"]:
        whole = text[0] if text else texts.get((group, name), "")
        cells.append(Cell(generator, group, name, whole, outcome))
    return Recording(generator, found["versions"], found["zone"], tuple(cells))


def load(generator: str) -> tuple[Cell, ...]:
    """Every cell of a generator, in the order of the matrix.

    Raises:
        KeyError: nothing was recorded of it.
    """
    return recording(generator).cells
