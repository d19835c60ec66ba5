"""The cache: the same findings, never out of date, and no harm from its content."""

import os
from pathlib import Path
from typing import Any

import pytest

from contentlint.cache import store as cache
from contentlint.cache.place import cache_folder
from contentlint.cache.store import Cache
from contentlint.config.resolve import Config, Request, load
from contentlint.config.task import Checked, Task
from contentlint.core import reading
from contentlint.core.finding import Report
from contentlint.engine import check
from contentlint.engine import run as engine_run
from contentlint.engine.discover import discover
from contentlint.engine.run import check_files

TEXT = "---\ntitle: 潮\ndate: Mon, 18 Mar 2024 02:15:40 GMT\n---\n\n<p>x<div>y</div></p> 👍 </b>\n"


def place(folder: Path) -> Path:
    """The cache folder of a working directory."""
    found = cache_folder(folder)
    assert found is not None
    return found


def run(folder: Path, **request: object) -> Report:
    config: Config = load(Request(**request), folder)  # type: ignore[arg-type]
    cache = Cache(place(folder))
    try:
        return check_files(discover((), config, folder), config.task, cache)
    finally:
        cache.close()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "a.md").write_text(TEXT, "utf-8")
    return tmp_path


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are checked, not answered from the cache."""
    names: list[str] = []
    plain = check._check

    def counted(task: Task, *rest: Any, **options: Any) -> Checked:
        names.append(task.name)
        return plain(task, *rest, **options)

    monkeypatch.setattr(check, "_check", counted)
    return names


def test_a_file_that_has_not_changed_is_not_checked_again(site: Path, checked: list[str]) -> None:
    first, second = run(site), run(site)
    assert first.findings == second.findings
    assert len(first.findings) == 3
    assert first.findings[1].fix is not None
    assert checked == ["a.md"]


def test_the_key_covers_all_dependencies(site: Path, checked: list[str]) -> None:
    run(site)
    assert len(run(site, ignore=("html",)).findings) == 1
    (site / "contentlint.toml").write_text('[rules]\n"html" = "warning"\n')
    assert {f.severity for f in run(site).findings} == {"error", "warning"}
    (site / "b.md").write_text(TEXT, "utf-8")
    assert {f.path for f in run(site).findings} == {"a.md", "b.md"}
    (site / "a.md").write_text("fine\n")
    assert {f.path for f in run(site).findings} == {"b.md"}
    assert checked == ["a.md", "a.md", "a.md", "b.md", "a.md"]


def test_a_schema_of_the_site_is_in_the_key(site: Path, checked: list[str]) -> None:
    (site / "contentlint.toml").write_text('schema = "post.py:Post"\n')
    source = "from pydantic import BaseModel\nclass Post(BaseModel):\n    {}: str\n"
    (site / "post.py").write_text(source.format("title"))
    run(site)
    run(site)
    (site / "post.py").write_text(source.format("headline"))
    run(site)
    assert checked == ["a.md", "a.md"]


def test_a_broken_cache_is_made_anew(site: Path, checked: list[str]) -> None:
    place(site).mkdir(parents=True)
    (place(site) / "found.sqlite").write_bytes(b"no database" * 100)
    assert len(run(site).findings) == 3
    assert len(run(site).findings) == 3
    assert checked == ["a.md"]


def test_an_entry_that_makes_no_sense_is_passed_over(site: Path, checked: list[str]) -> None:
    import sqlite3

    run(site)
    with sqlite3.connect(place(site) / "found.sqlite") as database:
        database.execute("UPDATE found SET entry = '[[1]]'")
    database.close()
    assert len(run(site).findings) == 3
    assert checked == ["a.md", "a.md"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root writes everywhere")
def test_a_folder_that_cannot_be_written(site: Path) -> None:
    site.chmod(0o500)
    try:
        assert len(run(site).findings) == 3
    finally:
        site.chmod(0o700)


def test_a_file_in_the_place_of_the_cache(site: Path, checked: list[str]) -> None:
    place(site).parent.mkdir(exist_ok=True)
    place(site).write_text("a file")
    assert len(run(site).findings) == 3
    assert len(run(site).findings) == 3
    assert checked == ["a.md", "a.md"]


def test_the_cache_hides_itself_from_git_and_from_discovery(site: Path) -> None:
    run(site)
    assert (place(site) / ".gitignore").read_text() == "*\n"
    assert [f.name for f in discover((), load(Request(), site), site).files] == ["a.md"]


def test_a_suppression_with_an_end_date_is_checked_every_day(
    site: Path, checked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from datetime import datetime

    from contentlint.cache import key as cache_key

    class Day(datetime):
        text = "2026-12-31"

        @classmethod
        def now(cls, tz: object = None) -> "Day":
            return cls.fromisoformat(cls.text)

    monkeypatch.setattr(cache_key, "datetime", Day)
    monkeypatch.setattr(check, "datetime", Day)
    (site / "a.md").write_text("</b> <!-- contentlint-disable-line until 2026-12-31 -->\n")
    (site / "b.md").write_text("</b>\n")
    for day, rules in (
        ("2026-12-31", ["html/stray-end-tag"]),
        ("2026-12-31", ["html/stray-end-tag"]),
        ("2027-01-01", ["html/stray-end-tag", "lint/expired-suppression", "html/stray-end-tag"]),
    ):
        Day.text = day
        assert [finding.rule for finding in run(site).findings] == rules
    assert checked == ["a.md", "b.md", "a.md"]


# --- questions of rules about the site and the date


POST = "---\ntitle: a\ndate: 2026-12-30\ncover: {}\n---\n"


def hexo(folder: Path, cover: str) -> Path:
    (folder / "_config.yml").write_text("source_dir: source\n")
    (folder / "source/_posts").mkdir(parents=True)
    (folder / "source/img").mkdir()
    (folder / "source/img/other.png").touch()
    (folder / "source/_posts/a.md").write_text(POST.format(cover), "utf-8")
    return folder


def rules(folder: Path) -> list[str]:
    report = run(folder, select=("front-matter/missing-file", "front-matter/future-date"))
    return [finding.rule for finding in report.findings]


def test_an_image_that_appears_and_disappears(tmp_path: Path, checked: list[str]) -> None:
    site = hexo(tmp_path, "/img/a.png")
    image = site / "source/img/a.png"
    found, missing = [], ["front-matter/missing-file"]
    for is_there, is_checked in ((False, 1), (False, 0), (True, 1), (True, 0), (False, 1)):
        image.touch() if is_there else image.unlink(missing_ok=True)
        checked.clear()
        reported = [rule for rule in rules(site) if rule in missing]
        assert (reported, len(checked)) == (found if is_there else missing, is_checked)
    (site / "source/img/A.PNG").touch()
    report = run(site, select=("front-matter/missing-file",))
    assert [f.message for f in report.findings] == [
        "`cover`: file `/img/a.png` not found; did you mean `/img/A.PNG`?"
    ]


def test_unrelated_files_do_not_invalidate_the_cache(tmp_path: Path, checked: list[str]) -> None:
    site = hexo(tmp_path, "/img/other.png")
    rules(site)
    (site / "source/img/new.png").touch()
    rules(site)
    (site / "source/_posts/b.md").write_text("---\ntitle: b\n---\n")
    rules(site)
    assert checked == ["source/_posts/a.md", "source/_posts/b.md"]


def test_a_new_theme_may_contain_the_image(tmp_path: Path, checked: list[str]) -> None:
    site = hexo(tmp_path, "/img/theme.png")
    assert "front-matter/missing-file" in rules(site)
    (site / "themes/t/source/img").mkdir(parents=True)
    (site / "themes/t/source/img/theme.png").touch()
    assert "front-matter/missing-file" not in rules(site)


def test_a_configuration_that_moves_the_folders(tmp_path: Path, checked: list[str]) -> None:
    site = hexo(tmp_path, "/img/a.png")
    assert "front-matter/missing-file" in rules(site)
    (site / "_config.yml").write_text("source_dir: elsewhere\n")
    assert "front-matter/missing-file" not in rules(site)


def test_a_date_that_arrives(
    tmp_path: Path, checked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from datetime import date

    from contentlint.site import context as surroundings

    site = hexo(tmp_path, "https://example.org/a.png")
    # Kiribati is 14 hours ahead of UTC.
    for day, reported, is_checked in (
        ("2026-12-01", ["front-matter/future-date"], 1),
        ("2026-12-28", ["front-matter/future-date"], 0),
        ("2026-12-29", [], 1),
        ("2030-01-01", [], 0),
    ):
        monkeypatch.setattr(surroundings, "_today", lambda day=day: date.fromisoformat(day))
        checked.clear()
        assert (rules(site), len(checked)) == (reported, is_checked)


# --- size and times


def settle(folder: Path) -> None:
    """Make articles old enough for their times to be reliable."""
    for file in folder.rglob("*.md"):
        os.utime(file, (1_700_000_000, 1_700_000_000))


@pytest.fixture
def settled(site: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site whose files count as old, since tests cannot set the ctime of a file."""
    from contentlint.cache import key as cache_key

    monkeypatch.setattr(cache_key, "_SETTLED", 0)
    (site / "b.md").write_text(TEXT + "more\n", "utf-8")
    settle(site)
    return site


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the articles that are read."""
    names: list[str] = []
    plain = reading.read_file

    def counted(path: Path, most: int | None = None) -> bytes:
        names.append(path.name)
        return plain(path, most)

    monkeypatch.setattr(engine_run, "read_file", counted)
    monkeypatch.setattr(cache, "read_file", counted)
    return names


def test_a_file_with_the_same_size_and_times_is_not_even_read(
    settled: Path, read: list[str], checked: list[str]
) -> None:
    first = run(settled)
    read.clear()
    assert run(settled).findings == first.findings
    assert read == []
    assert checked == ["a.md", "b.md"]


def test_a_fresh_checkout_is_known_by_its_content(
    settled: Path, read: list[str], checked: list[str]
) -> None:
    first = run(settled)
    for file in settled.glob("*.md"):
        text = file.read_bytes()
        file.unlink()
        file.write_bytes(text)
    read.clear()
    assert run(settled).findings == first.findings
    assert sorted(read) == ["a.md", "b.md"]
    read.clear()
    assert run(settled).findings == first.findings
    assert (read, checked) == ([], ["a.md", "b.md"])


def test_a_change_that_keeps_size_and_time_of_change(settled: Path) -> None:
    before = run(settled)
    file = settled / "b.md"
    file.write_text(file.read_text("utf-8").replace("</b>", "</i>"), "utf-8")
    settle(settled)
    after = run(settled)
    assert [f.message for f in before.findings] != [f.message for f in after.findings]


def test_the_times_of_a_recent_file_are_not_trusted(
    site: Path, read: list[str], checked: list[str]
) -> None:
    run(site)
    read.clear()
    run(site)
    assert (read, checked) == (["a.md"], ["a.md"])


# --- reasons


class Reasons:
    """Records why files are checked again."""

    def __init__(self) -> None:
        self.reported: dict[str, str] = {}

    def begin(self, files: int) -> None:
        """Draws nothing."""

    def step(self, name: str, miss: Any) -> None:
        if miss is not None:
            self.reported[name] = miss.reason

    def pause(self) -> None:
        """Draws nothing."""


def reasons(folder: Path, **request: object) -> set[str]:
    config = load(Request(**request), folder)  # type: ignore[arg-type]
    cache, watch = Cache(place(folder)), Reasons()
    check_files(discover((), config, folder), config.task, cache, watch=watch)
    cache.close()
    return set(watch.reported.values())


def test_every_miss_has_a_reason(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import sqlite3

    from contentlint.cache import store as caching

    def forget(statement: str) -> None:
        with sqlite3.connect(place(site) / "found.sqlite") as database:
            database.execute(statement)
        database.close()

    assert reasons(site) == {caching.NEW}
    assert reasons(site) == set()
    (site / "b.md").write_text("fine\n")
    assert reasons(site) == {caching.NEW}
    (site / "a.md").write_text("fine, too\n")
    assert reasons(site) == {caching.CONTENT}
    assert reasons(site, ignore=("html",)) == {caching.PLAN}
    # The old entries are valid again with the old configuration.
    assert reasons(site) == set()
    forget("DELETE FROM found")
    assert reasons(site) == {caching.DROPPED}
    forget("UPDATE found SET entry = 'x' || entry")
    assert reasons(site) == {caching.DROPPED}
    forget("UPDATE files SET program = x'00', key = x'00'")
    forget("DELETE FROM found")
    assert reasons(site) == {caching.PROGRAM}
    (site / "contentlint.toml").write_text('schema = "post.schema.json"\n')
    (site / "post.schema.json").write_text('{"type": "object"}')
    assert reasons(site) == {caching.SCHEMA}
    (site / "post.schema.json").write_text('{"type": "object", "required": ["title"]}')
    assert reasons(site) == {caching.SCHEMA}
    (site / "other.schema.json").write_text('{"type": "object"}')
    (site / "post.schema.json").write_text('{"$ref": "other.schema.json"}')
    assert reasons(site) == {caching.SCHEMA}
    assert reasons(site) == set()
    (site / "contentlint.toml").write_text("inline-schemas = true\n")
    assert reasons(site) == {caching.UNKNOWABLE}


def test_another_version_of_contentlint_or_of_a_library_checks_anew(
    site: Path, checked: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from contentlint.cache import key as cache_key
    from contentlint.cache import store as caching

    run(site)
    library = tmp_path / "library"
    (library / "turbohtml-99.0.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(library)
    assert reasons(site) == {caching.PROGRAM}
    assert reasons(site) == set()
    extra = tmp_path / "extra.py"
    extra.write_text("a = 1\n")
    files = cache_key._own_files()
    monkeypatch.setattr(cache_key, "_own_files", lambda: [*files, extra])
    assert reasons(site) == {caching.PROGRAM}
    # Another installation of the same version has files with other times.
    os.utime(extra, (1_600_000_000, 1_600_000_000))
    assert reasons(site) == set()


# --- harm


def test_a_cache_that_is_cut_off_anywhere(site: Path) -> None:
    for index in range(20):
        (site / f"{index}.md").write_text(TEXT, "utf-8")
    wanted = run(site).findings
    database = place(site) / "found.sqlite"
    whole = database.read_bytes()
    for size in (0, 1, 50, 100, 5000, len(whole) // 2, len(whole) - 1):
        database.write_bytes(whole[:size])
        assert run(site).findings == wanted
        assert run(site).findings == wanted


@pytest.mark.slow
def test_a_cache_with_other_bytes_in_it(site: Path) -> None:
    import random

    for index in range(20):
        (site / f"{index}.md").write_text(TEXT, "utf-8")
    wanted = run(site).findings
    database = place(site) / "found.sqlite"
    whole = database.read_bytes()
    chance = random.Random(7)
    for _ in range(25):
        damaged = bytearray(whole)
        for _ in range(chance.choice((1, 20, 400))):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        database.write_bytes(damaged)
        assert run(site).findings == wanted


@pytest.mark.slow
def test_a_disk_that_is_full(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from contentlint.cache import store as caching

    plain = caching.connected

    def small(file: Path, **how: Any) -> Any:
        database = plain(file, **how)
        database.execute("PRAGMA max_page_count = 8")
        return database

    for index in range(200):
        (site / f"{index}.md").write_text(TEXT, "utf-8")
    wanted = run(site).findings
    (place(site) / "found.sqlite").unlink()
    monkeypatch.setattr(caching, "connected", small)
    for _ in range(3):
        assert run(site).findings == wanted


@pytest.mark.slow
def test_two_processes_at_once(site: Path) -> None:
    import subprocess
    import sys

    for index in range(60):
        (site / f"{index}.md").write_text(TEXT, "utf-8")
    command = [sys.executable, "-m", "contentlint", "check", "--format", "json"]
    for _ in range(2):
        runs = [subprocess.Popen(command, cwd=site, stdout=subprocess.PIPE) for _ in range(3)]
        reports = {process.communicate()[0] for process in runs}
        assert len(reports) == 1
        assert {process.returncode for process in runs} == {1}


@pytest.mark.slow
def test_it_does_not_grow_without_end(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from contentlint.cache import database as caching

    monkeypatch.setattr(caching, "MOST_BYTES", 200_000)
    for number in range(6):
        for index in range(100):
            (site / f"{index}.md").write_text(f"{TEXT}{number}\n", "utf-8")
        wanted = run(site).findings
        facts = caching.facts(place(site))
        assert facts is not None
        assert facts.size <= 400_000
        assert run(site).findings == wanted


def test_cache_statistics(site: Path) -> None:
    from test_cli import run as command

    assert command(site, "cache", "info").stdout == f"no cache at {place(site)}\n"
    run(site)
    result = command(site, "cache", "info")
    assert result.returncode == 0
    assert "files     1\nentries   1\n" in result.stdout
    (place(site) / "found.sqlite").write_bytes(b"no database" * 100)
    assert "the cache is damaged" in command(site, "cache", "info").stdout
    assert command(site, "cache", "clear").stdout == f"deleted {place(site)}\n"
    assert not place(site).exists()
    assert command(site, "cache", "clear").stdout == f"no cache at {place(site)}\n"
    place(site).mkdir(parents=True)
    (place(site) / "mine.txt").touch()
    command(site, "cache", "clear")
    assert [file.name for file in place(site).iterdir()] == ["mine.txt"]


def test_uncached_files_are_listed_with_the_reason(site: Path) -> None:
    from test_cli import run as command

    assert command(site, "cache", "explain").stdout == "a.md: new file\n"
    assert not place(site).exists(), "asking made a cache"
    command(site, "check")
    cached = command(site, "cache", "explain")
    assert (cached.stdout, cached.stderr) == ("", "contentlint: cached: 1 of 1 files\n")
    other = command(site, "cache", "explain", "--ignore", "html")
    assert other.stdout == "a.md: rules or configuration changed\n"
    (site / "a.md").write_text("other\n")
    changed = command(site, "cache", "explain")
    assert changed.stdout == "a.md: content changed\n"
    assert changed.stderr.splitlines() == [
        "contentlint: cached: 0 of 1 files",
        "contentlint: not cached: 1 file: content changed",
    ]
