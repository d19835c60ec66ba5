"""Links resolve as in built sites: `tests/links/`."""

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.links import Resolved, resolved

SITES = Path(__file__).parent / "links"

# The generator of each site.
GENERATORS = {
    "astro": "astro",
    "docusaurus": "docusaurus",
    "eleventy": "eleventy",
    "hexo": "hexo",
    "starlight": "starlight",
    "vitepress": "vitepress",
    "vitepress-html": "vitepress",
}


class Cell(NamedTuple):
    """A link of a site, as it was built, and as it is resolved.

    Args:
        path, line: where it is.
        written: the line.
        state: `found`, `missing` or `anchor`.
        found: what resolving it found; None: it is not seen as a link.
    """

    path: str
    line: int
    written: str
    state: str
    found: Resolved | None

    @property
    def is_broken(self) -> bool:
        return self.state != "found"

    @property
    def is_reported(self) -> bool:
        return self.found is not None and self.found.outcome.state == "missing"

    @property
    def description(self) -> str:
        outcome = self.found.outcome if self.found else None
        return f"{self.path}:{self.line} {self.written} is {self.state}: {outcome}"


@cache
def cells(site: str) -> tuple[Cell, ...]:
    """The links of a site that the build has decided."""
    truth = json.loads((SITES / site / "truth.json").read_text("utf-8"))["links"]
    files = SITES / site / "files"
    by_line: dict[tuple[str, int], Resolved] = {}
    for each in resolved(files, GENERATORS[site]):
        by_line.setdefault((each.path, each.line), each)
    found = []
    for path, line, label, state, _ in truth:
        if state in ("absent", "external"):
            continue
        lines = (files / path).read_text("utf-8").split("\n")
        written = lines[line - 1]
        # A reference is a fact of the line of its definition.
        place = line + 2 if f"[{label}][" in written else line
        found.append(Cell(path, line, written, state, by_line.get((path, place))))
    return tuple(found)


@pytest.mark.parametrize("site", GENERATORS)
def test_broken_links_are_those_of_the_built_site(site: str) -> None:
    every = cells(site)
    wrong = [cell.description for cell in every if cell.is_reported and not cell.is_broken]
    missed = [cell.description for cell in every if cell.is_broken and not cell.is_reported]
    broken = sum(cell.is_broken for cell in every)
    reported = sum(cell.is_reported for cell in every)
    assert reported - len(wrong) >= 0.99 * broken, missed
    assert len(wrong) <= 0.005 * reported, wrong


@pytest.mark.parametrize("site", GENERATORS)
def test_broken_anchors_are_told_from_missing_pages(site: str) -> None:
    confused = Counter(
        (cell.state, cell.found.outcome.fault == "anchor")
        for cell in cells(site)
        if cell.is_broken and cell.is_reported and cell.found
    )
    assert not confused["missing", True]
    assert not confused["anchor", False]
