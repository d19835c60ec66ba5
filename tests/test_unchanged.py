"""The facts of unchanged articles, looked up for a run over one article."""

import json
import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from test_cli import run


def site(folder: Path) -> Path:
    (folder / "docs").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text("site_name: Low\n")
    (folder / "docs/a.md").write_text("---\ntitle: A\n---\n\n[b](b.md#high)\n")
    (folder / "docs/b.md").write_text("---\ntitle: B\n---\n\n## High\n")
    time.sleep(2.2)  # a file that has just been written is always read again
    return folder


def anchors(folder: Path) -> int:
    found = run(folder, "check", "--format", "json", "docs/a.md").stdout
    return sum(each["rule"] == "link/broken-anchor" for each in json.loads(found)["findings"])


@pytest.mark.slow
def test_a_target_that_changes_is_read_again(tmp_path: Path) -> None:
    folder = site(tmp_path / "site")
    assert [anchors(folder), anchors(folder)] == [0, 0]
    (folder / "docs/b.md").write_text("---\ntitle: B\n---\n\n## Deep\n")
    assert [anchors(folder), anchors(folder)] == [1, 1]
    time.sleep(2.2)
    assert [anchors(folder), anchors(folder)] == [1, 1]
    (folder / "docs/b.md").unlink()
    assert anchors(folder) == 0


def old_site(folder: Path, articles: int) -> Path:
    """A site whose files are older than the cache needs to trust their times."""
    (folder / "docs").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text("site_name: Low\n")
    (folder / "docs/a.md").write_text("---\ntitle: A\n---\n\n[b](b.md#high)\n")
    (folder / "docs/b.md").write_text("---\ntitle: B\n---\n\n## High\n")
    for number in range(articles):
        (folder / f"docs/{number}.md").write_text(f"---\ntitle: {number}\n---\n\n[b](b.md)\n")
    time.sleep(2.2)
    return folder


@pytest.fixture
def caches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CONTENTLINT_CACHE_DIR", str(tmp_path / "caches"))
    return tmp_path / "caches"


def stored_together(caches: Path) -> Iterator[list[str]]:
    """The names in each row with the facts of several articles."""
    for file in caches.rglob("found.sqlite"):
        with closing(sqlite3.connect(file)) as database:
            for (data,) in database.execute("SELECT facts FROM found WHERE entry IS NULL"):
                if isinstance(data, bytes):
                    yield data[8:].split(b"\n")[0].decode().split("/")


@pytest.mark.slow
def test_facts_of_a_folder_are_stored_in_a_few_rows(tmp_path: Path, caches: Path) -> None:
    folder = old_site(tmp_path / "site", 1100)
    assert [anchors(folder), anchors(folder)] == [0, 0]
    rows = list(stored_together(caches))
    assert 1 < len(rows) < 10
    assert sorted(name for row in rows for name in row) == sorted(
        path.name for path in (folder / "docs").iterdir() if path.name != "a.md"
    )
    (folder / "docs/b.md").write_text("---\ntitle: B\n---\n\n## Deep\n")
    assert [anchors(folder), anchors(folder)] == [1, 1]


@pytest.mark.slow
def test_facts_of_a_folder_follow_its_files(tmp_path: Path, caches: Path) -> None:
    folder = old_site(tmp_path / "site", 3)
    assert [anchors(folder), anchors(folder)] == [0, 0]
    (folder / "docs/0.md").unlink()
    (folder / "docs/new.md").write_text("---\ntitle: New\n---\n")
    old = time.time() - 60
    os.utime(folder / "docs/new.md", (old, old))
    time.sleep(2.2)
    assert [anchors(folder), anchors(folder)] == [0, 0]
    assert [sorted(row) for row in stored_together(caches)] == [["1.md", "2.md", "b.md", "new.md"]]


@pytest.mark.slow
@pytest.mark.parametrize("damage", [b"", b"00000000a/b", b"\xff\xfe\n\n\n", "text"])
def test_damaged_facts_of_a_folder_only_cost_time(
    tmp_path: Path, caches: Path, damage: bytes | str
) -> None:
    folder = old_site(tmp_path / "site", 3)
    assert [anchors(folder), anchors(folder)] == [0, 0]
    [file] = caches.rglob("found.sqlite")
    with closing(sqlite3.connect(file)) as database, database:
        database.execute(
            "UPDATE found SET facts = ? WHERE entry IS NULL AND typeof(facts) = 'blob'", (damage,)
        )
    (folder / "docs/b.md").write_text("---\ntitle: B\n---\n\n## Deep\n")
    assert [anchors(folder), anchors(folder)] == [1, 1]


@pytest.mark.slow
def test_facts_of_a_folder_are_asked_again_what_they_depend_on(
    tmp_path: Path, caches: Path
) -> None:
    folder = tmp_path / "site"
    (folder / "_posts").mkdir(parents=True)
    (folder / "_config.yml").write_text("title: Low\nauthor: A. Writer\n")
    for number in range(12):
        author = "" if number == 3 else "author: B. Writer\n"
        text = f"---\ntitle: Low {number}\ndate: 2024-03-18\n{author}---\n\nSand.\n"
        (folder / f"_posts/2024-03-18-{number}.md").write_text(text)
    time.sleep(2.2)

    def rules() -> set[str]:
        found = run(folder, "check", "--format", "json", "_posts/2024-03-18-3.md").stdout
        return {each["rule"] for each in json.loads(found)["findings"]}

    assert "attribution/missing-author" not in rules() | rules()
    (folder / "_config.yml").write_text("title: Low\n")
    assert "attribution/missing-author" in rules() & rules()
