"""`--group-by`: articles grouped, with a verdict on each."""

import json
from pathlib import Path

import pytest
from test_cli import run

HEAD = "---\ntitle: Low\ndate: 2024-03-18\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, keys, body in (
        ("a/one.md", "source: https://example.org/one\nauthor: Mara Ellwood\n", "Tide.\n"),
        ("a/two.md", "source: {name: 海角晚报}\nauthors: [Mara Ellwood]\n", "<p>low</b></p>\n"),
        ("b/three.md", "source: https://example.org/three\nauthor: [Mara, Idris]\n", "<i>low\n"),
        ("b/four.md", "", "Tide.\n"),
    ):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(f"{HEAD}{keys}---\n\n{body}")
    return tmp_path


def names(folder: Path, key: str) -> dict[str, dict[str, bool]]:
    result = run(folder, "check", "--group-by", key, "--format", "json")
    summary = json.loads(result.stdout)["summary"]
    assert summary["grouped_by"] == key
    return {
        group["name"]: {item["path"]: item["publishable"] for item in group["articles"]}
        for group in summary["groups"]
    }


def test_by_source(site: Path) -> None:
    assert names(site, "source") == {
        "example.org": {"a/one.md": True, "b/three.md": False},
        "(none)": {"b/four.md": True},
        "海角晚报": {"a/two.md": False},
    }


def test_by_author_and_by_folder(site: Path) -> None:
    assert set(names(site, "author")) == {"Mara Ellwood", "Mara, Idris", "(none)"}
    assert {name: len(group) for name, group in names(site, "folder").items()} == {"a": 2, "b": 2}


def test_the_table_for_people(site: Path) -> None:
    out = run(site, "check", "--group-by", "source", "--statistics").stdout
    assert " source       articles  publishable  errors  warnings\n" in out
    assert " example.org         2            1       1         0\n" in out
    assert " 海角晚报            1            0       1         0\n" in out
    assert " not publishable: a/two.md (1 error)\n" in out


def test_the_verdict_is_that_of_fail_on(site: Path) -> None:
    result = run(site, "check", "--group-by", "folder", "--fail-on", "never", "--format", "json")
    groups = json.loads(result.stdout)["summary"]["groups"]
    assert [group["publishable"] for group in groups] == [2, 2]


def test_without_the_option_nothing_is_grouped(site: Path) -> None:
    assert "groups" not in json.loads(run(site, "check", "--format", "json").stdout)["summary"]
