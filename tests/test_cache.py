"""The cache: the same findings, none of them out of date, and no harm from what stands in it."""

import os
from pathlib import Path
from typing import Any

import pytest

from contentlint.config import Config, Request, load
from contentlint.engine import check
from contentlint.engine.cache import FOLDER, Cache
from contentlint.engine.check import check_files
from contentlint.engine.discover import discover
from contentlint.finding import Report

TEXT = "---\ntitle: 潮\ndate: Mon, 18 Mar 2024 02:15:40 GMT\n---\n\n<p>x<div>y</div></p> 👍 </b>\n"


def run(folder: Path, **request: object) -> Report:
    config: Config = load(Request(**request), folder)  # type: ignore[arg-type]
    cache = Cache(folder)
    try:
        return check_files(discover((), config, folder), config, folder, cache)
    finally:
        cache.close()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "a.md").write_text(TEXT, "utf-8")
    return tmp_path


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are really checked."""
    names: list[str] = []
    plain = check._examine_bytes

    def counted(data: bytes, path: Path, config: Config, name: str, *rest: Any):  # type: ignore[no-untyped-def]
        names.append(name)
        return plain(data, path, config, name, *rest)

    monkeypatch.setattr(check, "_examine_bytes", counted)
    return names


def test_a_file_that_has_not_changed_is_not_checked_again(site: Path, checked: list[str]) -> None:
    first, second = run(site), run(site)
    assert first.findings == second.findings
    assert len(first.findings) == 3
    assert first.findings[1].fix is not None
    assert checked == ["a.md"]


def test_what_findings_depend_on_is_in_the_key(site: Path, checked: list[str]) -> None:
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
    (site / FOLDER).mkdir()
    (site / FOLDER / "found.sqlite").write_bytes(b"no database" * 100)
    assert len(run(site).findings) == 3
    assert len(run(site).findings) == 3
    assert checked == ["a.md"]


def test_an_entry_that_makes_no_sense_is_passed_over(site: Path, checked: list[str]) -> None:
    import sqlite3

    run(site)
    with sqlite3.connect(site / FOLDER / "found.sqlite") as database:
        database.execute("UPDATE found SET found = '[[1]]'")
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
    (site / FOLDER).write_text("a file")
    assert len(run(site).findings) == 3
    assert len(run(site).findings) == 3
    assert checked == ["a.md", "a.md"]


def test_the_cache_hides_itself_from_git_and_from_discovery(site: Path) -> None:
    run(site)
    assert (site / FOLDER / ".gitignore").read_text() == "*\n"
    assert [f.name for f in discover((), load(Request(), site), site).files] == ["a.md"]


def test_what_ends_on_a_day_is_checked_anew_each_day(
    site: Path, checked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from datetime import datetime

    from contentlint.engine import cache

    class Day(datetime):
        text = "2026-12-31"

        @classmethod
        def now(cls, tz: object = None) -> "Day":
            return cls.fromisoformat(cls.text)

    monkeypatch.setattr(cache, "datetime", Day)
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


# --- what rules ask of the site and the day


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


def test_a_picture_that_comes_and_goes(tmp_path: Path, checked: list[str]) -> None:
    site = hexo(tmp_path, "/img/a.png")
    picture = site / "source/img/a.png"
    found, missing = [], ["front-matter/missing-file"]
    for is_there, is_checked in ((False, 1), (False, 0), (True, 1), (True, 0), (False, 1)):
        picture.touch() if is_there else picture.unlink(missing_ok=True)
        checked.clear()
        told = [rule for rule in rules(site) if rule in missing]
        assert (told, len(checked)) == (found if is_there else missing, is_checked)
    (site / "source/img/A.PNG").touch()
    report = run(site, select=("front-matter/missing-file",))
    assert [f.message for f in report.findings] == [
        "cover `/img/a.png` is not there, but `/img/A.PNG` is"
    ]


def test_another_file_changes_nothing(tmp_path: Path, checked: list[str]) -> None:
    site = hexo(tmp_path, "/img/other.png")
    rules(site)
    (site / "source/img/new.png").touch()
    rules(site)
    (site / "source/_posts/b.md").write_text("---\ntitle: b\n---\n")
    rules(site)
    assert checked == ["source/_posts/a.md", "source/_posts/b.md"]


def test_a_theme_that_comes_along_may_have_the_picture(tmp_path: Path, checked: list[str]) -> None:
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


def test_a_day_that_comes(
    tmp_path: Path, checked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from datetime import date

    from contentlint import surroundings

    site = hexo(tmp_path, "https://example.org/a.png")
    # The last hours of the day before it are its first ones in Kiribati.
    for day, told, is_checked in (
        ("2026-12-01", ["front-matter/future-date"], 1),
        ("2026-12-28", ["front-matter/future-date"], 0),
        ("2026-12-29", [], 1),
        ("2030-01-01", [], 0),
    ):
        monkeypatch.setattr(surroundings, "_today", lambda day=day: date.fromisoformat(day))
        checked.clear()
        assert (rules(site), len(checked)) == (told, is_checked)
