"""Unchanged articles: those beside a run over one article, and those of a run over folders."""

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


# --- runs over folders

_FAULTY = (
    "---\ntitle: Low {0}\ndate: 2024-03-18\n---\n\n<p><em>Sand {0}</p>\n\n[mud](mud.md#deep)\n"
)


def folders(folder: Path) -> Path:
    """A site with findings in articles, in links between them, and in other files."""
    (folder / "docs/inner").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text("site_name: Low\n")
    for name in ("a", "b", "潮", "inner/c"):
        (folder / f"docs/{name}.md").write_text(_FAULTY.format(name))
    (folder / "docs/mud.md").write_text("---\ntitle: Mud\n---\n\n## Shallow\n\n![a](ebb.png)\n")
    (folder / "docs/CLAUDE.md").write_text("# Rules\n\n<p><em>Write.</p>\n")
    return folder


def settled(folder: Path) -> str:
    """The findings of a run over all articles, which is the same in every run after a change.

    The first run checks what has changed, the second stores rows about folders, and the third
    reads them.
    """
    time.sleep(2.2)
    whole = _findings_in(folder, "--no-cache")
    assert [_findings_in(folder) for _ in range(3)] == [whole] * 3
    return whole


def _findings_in(folder: Path, *arguments: str) -> str:
    found = json.loads(run(folder, "check", "--format", "json", *arguments).stdout)
    return json.dumps(found["findings"], ensure_ascii=False, indent=1)


@pytest.mark.slow
def test_rows_about_folders_follow_articles_files_and_settings(
    tmp_path: Path, caches: Path
) -> None:
    folder = folders(tmp_path / "site")
    before = settled(folder)
    assert before.count("html/unclosed-element") == 5
    assert before.count("link/broken-anchor") == 3
    (folder / "docs/mud.md").write_text("---\ntitle: Mud\n---\n\n## Deep\n\n![a](ebb.png)\n")
    after = settled(folder)
    assert after.count("link/broken-anchor") == 0
    assert after.count("image/missing-file") == 1
    (folder / "docs/ebb.png").write_bytes(b"")
    (folder / "docs/b.md").unlink()
    after = settled(folder)
    assert (after.count("image/missing-file"), after.count("html/unclosed-element")) == (0, 4)
    (folder / "docs/mud.md").write_text("---\ntitle: Mud\n---\n")
    (folder / "contentlint.toml").write_text('[rules]\n"link/broken-anchor" = "error"\n')
    after = settled(folder)
    assert after.count('"rule": "link/broken-anchor",\n  "severity": "error"') == 2
    override = '[[overrides]]\npaths = ["docs/a.md"]\nrules = {"link/broken-anchor" = "off"}\n'
    (folder / "contentlint.toml").write_text(override)
    assert settled(folder).count("link/broken-anchor") == 1


@pytest.mark.slow
def test_rows_about_folders_answer_without_those_of_articles(tmp_path: Path, caches: Path) -> None:
    folder = folders(tmp_path / "site")
    before = settled(folder)
    [file] = caches.glob("site-*/found.sqlite")
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("DELETE FROM files WHERE name != 'docs/a.md'")
        database.execute("UPDATE found SET entry = 'damaged' WHERE entry IS NOT NULL")
    assert _findings_in(folder) == before
    with closing(sqlite3.connect(file)) as database:
        [left] = database.execute("SELECT count(*) FROM found WHERE entry = 'damaged'").fetchone()
    # Only instructions for agents are checked: they may have other settings than their folder.
    assert left == len(list(folder.rglob("*.md"))) - 1


@pytest.mark.slow
@pytest.mark.parametrize("damage", [b"", b"00000000a/b", b"\xff\xfe\n\n\n", "text"])
def test_damaged_rows_about_folders_only_cost_time(
    tmp_path: Path, caches: Path, damage: bytes | str
) -> None:
    folder = folders(tmp_path / "site")
    before = settled(folder)
    [file] = caches.glob("site-*/found.sqlite")
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("UPDATE found SET facts = ? WHERE typeof(facts) = 'blob'", (damage,))
    assert [_findings_in(folder), _findings_in(folder)] == [before, before]


@pytest.mark.slow
def test_selectors_are_computed_for_the_first_report_that_has_them(
    tmp_path: Path, caches: Path
) -> None:
    folder = folders(tmp_path / "site")
    time.sleep(2.2)
    texts = [run(folder, "check", "--format", "gitlab").stdout for _ in range(3)]
    assert len(set(texts)) == 1
    whole = settled(folder)
    assert whole.count('"selector": "p > em"') == 5
    assert run(folder, "check", "--format", "gitlab").stdout == texts[0]
    assert settled(folder) == whole
