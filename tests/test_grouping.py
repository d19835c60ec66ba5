"""The groupings of a scan: sorted tables of any size, of which few rows are in memory."""

import random
import tracemalloc
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

pa = pytest.importorskip("pyarrow")
pytest.importorskip("rensa")

import pyarrow.parquet as pq  # noqa: E402  # below the skip

from contentlint.batches.columns import Columns  # noqa: E402
from contentlint.batches.tables import FACTS  # noqa: E402
from contentlint.scan import output, sorting, votes  # noqa: E402
from contentlint.scan.duplicates import write_duplicates  # noqa: E402
from contentlint.scan.job import Job  # noqa: E402
from contentlint.scan.local import LocalTables  # noqa: E402
from contentlint.scan.output import Output  # noqa: E402
from contentlint.scan.sorting import Sorter, buckets_of  # noqa: E402
from contentlint.scan.votes import write_findings  # noqa: E402


@pytest.fixture
def _little_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Limits that a few thousand rows exceed, so that they are sorted in several levels."""
    monkeypatch.setattr(sorting, "_MOST_HELD", 4000)
    monkeypatch.setattr(sorting, "_MOST_MERGED", 3)
    monkeypatch.setattr(sorting, "_SMALL", 2000)
    monkeypatch.setattr(sorting, "_ROWS", 16)


def _tables(rows: list[dict[str, Any]], size: int, schema: Any = None) -> Iterator[Any]:
    for start in range(0, len(rows), size):
        yield pa.Table.from_pylist(rows[start : start + size], schema=schema)


def _job(folder: Path, **settings: Any) -> Job:
    job = Job(Columns("text", None, None, "id", None), str(folder / "out"), **settings)
    Output(job.output).prepare()
    return job


@pytest.mark.usefixtures("_little_memory")
@pytest.mark.parametrize("values", [3, 4000], ids=["mostly equal", "mostly different"])
@pytest.mark.parametrize("number", [0, 1, 15, 3000])
def test_rows_come_out_in_order_and_complete(tmp_path: Path, number: int, values: int) -> None:
    chance = random.Random(number + values)
    rows = [
        {
            "bucket": chance.randrange(values),
            "name": f"{'é' * chance.randrange(3)}{chance.choice('aZ潮👍')}",
            "place": n,
        }
        for n in range(number)
    ]
    sorter = Sorter(tmp_path, ("bucket", "name", "place"))
    for table in _tables(rows, 50):
        sorter.add(table)
    found = list(sorter.tables())
    assert [row for table in found for row in table.to_pylist()] == sorted(
        rows, key=lambda row: (row["bucket"], row["name"].encode(), row["place"])
    )
    assert all(0 < table.num_rows <= 16 for table in found)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("_little_memory")
def test_a_bucket_can_be_read_again_and_leaves_no_file(tmp_path: Path) -> None:
    rows = [{"bucket": 1 if n < 5 else 2 if n < 900 else 3, "place": n} for n in range(910)]
    found = {}
    for number, tables in buckets_of(_tables(rows, 16), tmp_path):
        once = [row for table in tables for row in table.to_pylist()]
        assert [row for table in tables for row in table.to_pylist()] == once
        assert tables[len(tables) - 1].to_pylist()[-1] == once[-1]
        found[number] = once
    assert [row for number in (1, 2, 3) for row in found[number]] == rows
    assert list(tmp_path.iterdir()) == []


def _fact(number: int, **values: Any) -> dict[str, Any]:
    return {
        "group": "",
        "rule": "attribution/missing-author",
        "path": f"posts/{number:06}.md",
        "id": f"posts/{number:06}.md",
        "from": 0,
        "to": 3,
        "value": "true",
        "is_suppressed": False,
        "place": "text",
        **dict.fromkeys(("line", "column", "end_line", "end_column"), 1),
        "start": 0,
        "end": 3,
        "excerpt": "---",
        **values,
    }


def _some_facts() -> list[dict[str, Any]]:
    """Facts of two rules in two collections; some articles have several, some are suppressed."""
    facts = [
        _fact(
            number,
            group="b" if number % 4 else "a",
            value="false" if number % 90 == 1 else "true",
            is_suppressed=number % 180 == 1,
        )
        for number in range(1200)
    ]
    images = {"rule": "image/inconsistent-credit"}
    for number in range(0, 1200, 3):
        facts += [
            _fact(number, **images, **{"from": at, "to": at + 2, "start": at, "line": 2 + at})
            for at in range(5)
        ]
    facts.append(_fact(600, **images, **{"from": 9, "to": 12, "value": "false", "line": 7}))
    random.Random(5).shuffle(facts)
    return facts


def _rows(folder: Path, name: str) -> list[dict[str, Any]]:
    files = sorted((folder / "out" / name).glob("*.parquet"))
    return [row for file in files for row in pq.read_table(file).to_pylist()]


def test_the_findings_do_not_depend_on_what_fits_into_memory(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    found = []
    for name in ("all", "little"):
        if name == "little":
            request.getfixturevalue("_little_memory")
        folder = tmp_path / name
        folder.mkdir()
        facts = LocalTables(_tables(_some_facts(), 100, FACTS))
        samples = list(write_findings(facts, _job(folder), 3))
        rows = _rows(folder, "findings")
        assert len(samples) == len(rows)
        found.append(rows)
    assert found[0] == found[1]
    by_rule = {(row["rule"], row["id"], row["line"]) for row in found[0]}
    assert ("image/inconsistent-credit", "posts/000600.md", 7) in by_rule
    named = [row for row in found[0] if row["rule"] == "attribution/missing-author"]
    # Every second of 1, 91, … is suppressed; those are 1, 181, …
    assert sorted(row["id"] for row in named) == [f"posts/{n:06}.md" for n in range(91, 1200, 180)]
    assert {row["message"].partition(";")[0] for row in named} == {
        "article has no author, unlike 886 of 900 dated articles in `posts`"
    }


def test_the_duplicates_do_not_depend_on_what_fits_into_memory(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    chance, rows, last = random.Random(6), [], [0] * 128
    for number in range(400):
        hashes = list(last) if number % 7 == 3 else [chance.getrandbits(32) for _ in range(128)]
        hashes[:8] = range(8)  # all articles share this band
        rows.append({"id": f"{number:03}", "hashes": hashes})
        last = hashes
    schema, found = pa.schema([("id", pa.string()), ("hashes", pa.list_(pa.uint32()))]), []
    for name in ("all", "little"):
        if name == "little":
            request.getfixturevalue("_little_memory")
        folder = tmp_path / name
        folder.mkdir()
        tables = LocalTables(_tables(rows, 30, schema))
        number = sum(write_duplicates(tables, _job(folder, threshold=0.9), 4))
        found.append(_rows(folder, "duplicates"))
        assert number == len(found[-1])
    assert found[0] == found[1]
    assert sorted((row["id"], row["duplicate_of"]) for row in found[0]) == [
        (f"{n:03}", f"{n - 1:03}") for n in range(3, 400, 7)
    ]


def test_a_rule_that_fails_costs_only_its_own_findings(tmp_path: Path) -> None:
    facts = [*_some_facts(), _fact(3, rule="attribution/platform-author", value="5")]
    list(write_findings(LocalTables(_tables(facts, 100, FACTS)), _job(tmp_path), 2))
    rules = [row["rule"] for row in _rows(tmp_path, "findings")]
    assert rules.count("lint/internal-error") == 1
    assert "attribution/missing-author" in rules


@pytest.mark.slow
def test_memory_does_not_grow_with_a_collection(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All facts are of one rule and one collection, and many have a finding."""
    monkeypatch.setattr(sorting, "_MOST_HELD", 300_000)
    monkeypatch.setattr(sorting, "_SMALL", 100_000)
    monkeypatch.setattr(sorting, "_ROWS", 500)
    monkeypatch.setattr(votes, "_AT_ONCE", 100)
    monkeypatch.setattr(output, "_ROWS", 100)
    peaks = []
    for number in (4000, 4000, 40_000):  # the first run imports what it needs
        folder = tmp_path / str(len(peaks))
        folder.mkdir()
        rows = (_fact(n, value="false" if n % 20 == 0 else "true") for n in range(number))
        tables, job = LocalTables(_streamed(rows)), _job(folder)
        job.settings  # noqa: B018  # loaded before memory is measured
        tracemalloc.start()
        assert sum(1 for _ in write_findings(tables, job, 1)) == number // 20
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    # All facts as Python objects would take 100 MB. Python's own table of interned strings, with
    # the steps of paths, may grow in between by a few.
    assert peaks[2] < peaks[1] + 10_000_000


def _streamed(rows: Iterator[dict[str, Any]]) -> Iterator[Any]:
    while made := list(islice(rows, 500)):
        yield pa.Table.from_pylist(made, schema=FACTS)


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")  # Ray has warnings about itself
def test_ray_divides_a_collection_into_blocks_and_has_the_same_findings(tmp_path: Path) -> None:
    pytest.importorskip("ray")
    from contentlint.scan.on_ray import RayEngine, RayTables

    job = _job(tmp_path)
    engine, given = RayEngine(job, 1, None), Output(job.output)
    try:
        import ray

        for number, rows in enumerate(_tables(_some_facts(), 100, FACTS)):
            pq.write_table(rows, given.path("facts", f"{number:03}.parquet"))
        context = ray.data.DataContext.get_current()
        context.target_min_block_size, context.target_max_block_size = 1, 20_000
        blocks = ray.data.read_parquet(given.path("facts"), override_num_blocks=8)
        assert blocks.sort("path").materialize().num_blocks() > 4
        facts = RayTables(blocks)
        counts = sorted(row["id"] for row in write_findings(facts, job, 1))
        found = _rows(tmp_path, "findings")
    finally:
        engine.close()
    (tmp_path / "local").mkdir()
    local = write_findings(
        LocalTables(_tables(_some_facts(), 100, FACTS)), _job(tmp_path / "local"), 1
    )
    assert sorted(row["id"] for row in local) == counts
    assert _rows(tmp_path / "local", "findings") == found
