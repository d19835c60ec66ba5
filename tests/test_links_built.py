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


@pytest.mark.parametrize("site", sorted(set(GENERATORS) - {"sphinx"}))
def test_broken_anchors_are_told_from_missing_pages(site: str) -> None:
    # Sphinx makes an anchor of what it does not find.
    for cell in cells(site):
        faults = {outcome.fault for outcome in cell.outcomes if outcome.fault}
        if cell.is_reported and cell.is_broken:
            assert (cell.state == "anchor") <= ("anchor" in faults), cell


CONFIGS = {
    "hugo": ("hugo.toml", 'title = "Tides"\n'),
    "jekyll": ("_config.yml", "title: Tides\n"),
    "mkdocs": ("mkdocs.yml", "site_name: Tides\n"),
    "pelican": ("pelicanconf.py", 'PATH = "content"\n'),
    "quarto": ("_quarto.yml", "project:\n  type: website\n"),
    "zola": ("config.toml", 'base_url = "https://example.org"\n'),
}


def _outcome(folder: Path, generator: str, path: str, target: str, **files: str) -> Outcome:
    """What resolving the only link of an article finds.

    Args:
        folder: an empty folder for the site.
        generator: the name of the generator.
        path: the path of the article.
        target: the target of its link.
        files: the texts of other files, by path with `__` for `/` and `_dot_` for `.`.
    """
    name, config = CONFIGS[generator]
    texts = {
        name: config,
        "Gemfile": 'gem "jekyll"\n',
        path: f"---\ntitle: Ebb\n---\n[a]({target})\n",
    }
    texts.update(
        {key.replace("__", "/").replace("_dot_", "."): text for key, text in files.items()}
    )
    for place, text in texts.items():
        file = folder / place
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    [found] = [each for each in resolved(folder, generator) if each.path == path]
    return found.outcome


@pytest.mark.parametrize(
    ("generator", "path", "target"),
    [
        ("hugo", "content/ebb.md", "/mud/"),
        ("jekyll", "ebb.md", "/mud/"),
        ("mkdocs", "docs/ebb.md", "mud.md"),
        ("pelican", "content/ebb.md", "{filename}mud.md"),
        ("quarto", "ebb.qmd", "mud.qmd"),
        ("zola", "content/ebb.md", "@/mud.md"),
    ],
)
def test_a_missing_page_is_reported(tmp_path: Path, generator: str, path: str, target: str) -> None:
    assert _outcome(tmp_path, generator, path, target).fault == "page"


@pytest.mark.parametrize(
    ("generator", "path", "target", "files"),
    [
        ("hugo", "content/ebb.md", "/mud/", {"content__mud_dot_org": "#+title: Mud\n"}),
        ("hugo", "content/ebb.md", "/mud/", {"static___redirects": "/mud /sand 301\n"}),
        ("hugo", "content/ebb.md", "mud", {"layouts___markup__render-link_dot_html": "x\n"}),
        ("jekyll", "ebb.md", "/mud/", {"_plugins__a_dot_rb": "class A < Generator\nend\n"}),
        ("jekyll", "ebb.md", "/mud/", {"_config_dot_yml": "plugins: [jekyll-tides]\n"}),
        ("mkdocs", "docs/ebb.md", "/mud/", {"mkdocs_dot_yml": "plugins: [gen-files]\n"}),
        ("pelican", "content/ebb.md", "/mud.html", {"content__mud_dot_rst": "Mud\n###\n"}),
        ("quarto", "ebb.qmd", "mud.html", {"_redirects": "/mud.html /sand.html\n"}),
        (
            "zola",
            "content/ebb.md",
            "/sea/mud/",
            {"config_dot_toml": 'base_url = "/"\ntaxonomies = [{name = "sea"}]\n'},
        ),
    ],
)
def test_what_others_may_supply_is_unknown(
    tmp_path: Path, generator: str, path: str, target: str, files: dict[str, str]
) -> None:
    outcome = _outcome(tmp_path, generator, path, target, **files)
    assert (outcome.state, outcome.fault) == ("unknown", "")
    assert outcome.reason
