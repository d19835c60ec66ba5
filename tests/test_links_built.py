"""Links resolve as in sites that Hugo, Jekyll and generators in Python have built."""

import json
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from contentlint.site.pages import Outcome
from tests.links import resolved

SITES = Path(__file__).parent / "links"

# The generator of each site.
GENERATORS = {
    "hugo": "hugo",
    "hugo-base": "hugo",
    "jekyll": "jekyll",
    "jekyll-base": "jekyll",
    "mkdocs": "mkdocs",
    "mkdocs-files": "mkdocs",
    "nikola": "nikola",
    "pelican": "pelican",
    "sphinx": "sphinx",
}
BROKEN = frozenset({"missing", "anchor", "base", "stops"})
# What the build does not decide: no page, other sites on the host, servers that add `.html`.
UNDECIDED = frozenset({"absent", "external", "outside", "without-html"})


class Cell(NamedTuple):
    """A link of a site, as it was built, and as it is resolved.

    Args:
        place: where it is.
        state: what the built site says.
        outcomes: what resolving the links of its line found.
    """

    place: str
    state: str
    outcomes: tuple[Outcome, ...]

    @property
    def is_broken(self) -> bool:
        return self.state in BROKEN

    @property
    def is_reported(self) -> bool:
        return any(outcome.fault for outcome in self.outcomes)


@cache
def cells(site: str) -> tuple[Cell, ...]:
    """The links of a site that the build has decided."""
    truth = json.loads((SITES / site / "truth.json").read_text("utf-8"))["links"]
    by_line: dict[tuple[str, int], list[Outcome]] = defaultdict(list)
    for each in resolved(SITES / site / "files", GENERATORS[site]):
        by_line[each.path, each.line].append(each.outcome)
    return tuple(
        Cell(f"{path}:{line} {mark}", state, tuple(by_line[path, line]))
        for path, line, mark, state, _ in truth
        if state not in UNDECIDED
    )


@pytest.mark.parametrize("site", GENERATORS)
def test_broken_links_are_those_of_the_built_site(site: str) -> None:
    every = cells(site)
    wrong = [cell for cell in every if cell.is_reported and not cell.is_broken]
    missed = [cell for cell in every if cell.is_broken and not cell.is_reported]
    broken = sum(cell.is_broken for cell in every)
    reported = sum(cell.is_reported for cell in every)
    assert broken > 60
    assert len(missed) <= 0.01 * broken, missed
    assert len(wrong) <= 0.005 * reported, wrong


@pytest.mark.parametrize("site", GENERATORS)
def test_every_link_of_the_built_site_is_seen(site: str) -> None:
    # `[a](#)` and links without a target are no links to resolve.
    unseen = [cell for cell in cells(site) if not cell.outcomes and cell.is_broken]
    assert not unseen


@pytest.mark.parametrize("site", set(GENERATORS) - {"sphinx"})
def test_broken_anchors_are_told_from_missing_pages(site: str) -> None:
    # Sphinx makes an anchor of what it does not find.
    for cell in cells(site):
        faults = {outcome.fault for outcome in cell.outcomes if outcome.fault}
        if cell.is_reported and cell.is_broken:
            assert (cell.state == "anchor") <= ("anchor" in faults), cell
