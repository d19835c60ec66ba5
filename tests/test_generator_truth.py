"""The recordings of what generators do with front matter are whole, and of today's inputs."""

import importlib
import json
import re
from pathlib import Path

import pytest

from tests.generators import matrix, truth

HERE = Path(truth.__file__).parent

# What an outcome may say; README.md has the meaning of each.
KEYS = frozenset(
    "error by page copied log title shown body note value data date strict dates tags categories "
    "published unlisted url layout order weight description keywords slug status".split()
)

# What recorders say when it is not the generator that has failed.
BROKEN_TOOL = re.compile(
    r"ENOENT|EAGAIN|Traceback|Command failed|ModuleNotFound|Cannot find (?:module|package)|"
    r"not a git repository|_default/|site-packages|node_modules|/tmp/|/home/|/root/"
)


def test_every_plan_has_been_recorded() -> None:
    assert truth.names() == tuple(sorted(matrix.PLANS))


def test_every_plan_has_a_recorder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(HERE))
    commands = importlib.import_module("record").COMMANDS
    assert commands.keys() == matrix.PLANS.keys()
    scripts = {command[1] for command in commands.values()}
    assert scripts == {
        path.name
        for path in (HERE / "tools").iterdir()
        if path.is_file() and path.stem != "answers"
    }


def test_what_is_not_recorded_is_named() -> None:
    with pytest.raises(KeyError, match="tidepool"):
        truth.load("tidepool")


@pytest.mark.parametrize("name", matrix.PLANS)
def test_a_recording_names_what_answered(name: str) -> None:
    versions = truth.recording(name).versions
    assert versions
    assert all(re.match(r"\d+(?:\.\d+)+", version) for version in versions.values())


@pytest.mark.parametrize("name", matrix.PLANS)
def test_a_recording_has_every_input_of_the_matrix_and_no_other(name: str) -> None:
    asked = [(each.group, each.name, each.text) for each in matrix.inputs(name)]
    assert [(cell.group, cell.name, cell.text) for cell in truth.load(name)] == asked


@pytest.mark.parametrize("name", matrix.PLANS)
def test_a_recording_has_one_line_for_each_cell(name: str) -> None:
    lines = (HERE / "data" / f"{name}.json").read_text(encoding="utf-8").split("\n")
    assert len(lines) == len(truth.load(name)) + 3
    for line, cell in zip(lines[1:], truth.load(name), strict=False):
        assert json.loads(line.removesuffix(","))[:2] == [cell.group, cell.name]


@pytest.mark.parametrize("name", matrix.PLANS)
def test_outcomes_are_the_generators_own(name: str) -> None:
    for cell in truth.load(name):
        assert cell.outcome.keys() <= KEYS, cell.id
        said = f"{cell.stops} {cell.log}"
        assert not BROKEN_TOOL.search(said), cell.id


@pytest.mark.parametrize("name", [n for n, p in matrix.PLANS.items() if "block" in p.groups])
def test_a_plain_block_is_read_everywhere(name: str) -> None:
    cell = next(cell for cell in truth.load(name) if cell.name == "at the first byte")
    assert cell.is_seen
    assert "Mud." in cell.body
    assert "Low tide" not in cell.body


@pytest.mark.parametrize("name", matrix.PLANS)
def test_most_articles_become_pages(name: str) -> None:
    cells = [cell for cell in truth.load(name) if not cell.group.endswith("block")]
    # A quarter of Starlight's dates, and half of what is asked of TOML, is meant to be refused.
    assert sum(cell.has_page for cell in cells) > len(cells) * 0.4


def test_cells_say_what_happened() -> None:
    hexo = {(cell.group, cell.name): cell for cell in truth.load("hexo")}
    whole = hexo["block", "at the first byte"]
    assert (whole.is_seen, whole.is_published, whole.body, whole.key) == (True, True, "Mud.", "")
    broken = hexo["value", "note: *star"]
    assert (broken.has_page, broken.is_published, broken.is_seen) == (False, False, False)
    assert "star" in broken.log
    # Hexo takes the time of any date that YAML knows for local time, whatever its offset.
    dated = hexo["date", "date: 2024-03-18T10:00:00Z"]
    assert (dated.key, dated.date) == ("date", "2024-03-18T01:00:00Z")
    assert hexo["date", "updated: soon"].date == "file"
    assert hexo["value", "note: 1.10"].value == 1.1
    assert hexo["field", "published: false"].is_published is False
