"""Schemas of a site on the command line: which one applies, and which code runs."""

import json
from pathlib import Path

import pytest

from tests.test_cli import run

POST = "---\ntitle: Low\nkind: nwes\n---\nLow tide.\n"
NOTE = "---\ntitel: Low\n---\nLow tide.\n"
MODEL = """\
from pathlib import Path
from typing import Literal

from pydantic import BaseModel

Path("ran").touch()


class Post(BaseModel):
    title: str
    kind: Literal["news", "essay"]
"""
JSON = json.dumps({"required": ["title"], "properties": {"kind": {"enum": ["news", "essay"]}}})


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for folder in ("posts/notes", "schemas"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "posts/a.md").write_text(POST)
    (tmp_path / "posts/notes/b.md").write_text(NOTE)
    (tmp_path / "schemas/post.py").write_text(MODEL)
    (tmp_path / "schemas/note.json").write_text(JSON)
    (tmp_path / "contentlint.toml").write_text(
        '[[collections]]\nname = "posts"\ninclude = ["posts/**/*.md"]\nschema = "schemas/post.py:Post"\n'
        '[[collections]]\nname = "notes"\ninclude = ["posts/notes/*.md"]\nschema = "schemas/note.json"\n'
    )
    return tmp_path


def found(folder: Path, *arguments: str) -> list[tuple[str, int, int, str]]:
    result = run(folder, "check", "--select", "front-matter", "--format", "json", *arguments)
    assert result.returncode in (0, 1), result.stderr
    findings = json.loads(result.stdout)["findings"]
    return [(f["path"], f["line"], f["column"], f["message"]) for f in findings]


def test_the_most_specific_collection_applies(site: Path) -> None:
    assert found(site) == [
        ("posts/a.md", 3, 7, "`kind`: `nwes` is not allowed; did you mean `news`?"),
        ("posts/notes/b.md", 2, 1, "`title` is missing; found `titel`, did you mean `title`?"),
    ]


def test_the_allowed_values_are_reported(site: Path) -> None:
    result = run(site, "check", "--select", "front-matter", "--format", "json", "posts/a.md")
    [finding] = json.loads(result.stdout)["findings"]
    assert finding["expected"] == ["news", "essay"]
    assert finding["fix"]["edits"] == [{"start": 21, "end": 25, "text": "news"}]


def test_untrusted_code_is_not_run(site: Path) -> None:
    for _ in range(2):  # with an empty cache, and with what was found
        result = run(site, "check", "--select", "front-matter", "--no-python-schemas")
        assert not (site / "ran").exists()
        assert result.stderr == (
            "contentlint: skipped schema `schemas/post.py:Post`: Python schemas are not allowed\n"
        )
        assert "posts/notes/b.md\n  2:1: " in result.stdout
        assert "posts/a.md" not in result.stdout
    assert "posts/a.md\n  3:7: " in run(site, "check", "--select", "front-matter").stdout
    assert (site / "ran").exists()


def test_a_changed_json_schema_is_not_taken_from_the_cache(site: Path) -> None:
    assert len(found(site)) == 2
    (site / "schemas/note.json").write_text('{"required": ["title", "date"]}')
    assert len(found(site)) == 3


def test_a_schema_named_in_an_article_is_used_only_if_allowed(site: Path) -> None:
    (site / "note.md").write_text("---\n# schema: schemas/note.json\na: 1\n---\n")
    (site / "code.md").write_text("---\nschema: schemas/post.py:Post\ntitle: Low\n---\n")
    files = ("note.md", "code.md")
    assert found(site, *files) == []
    settings = (site / "contentlint.toml").read_text()
    (site / "contentlint.toml").write_text("inline-schemas = true\n" + settings)
    for _ in range(2):
        assert found(site, *files) == [
            ("code.md", 2, 9, "`schemas/post.py:Post`: an article cannot name Python code"),
            ("note.md", 1, 1, "`title` is missing"),
        ]  # fmt: skip
        assert not (site / "ran").exists()


def test_a_failing_schema_is_reported_with_its_line(site: Path) -> None:
    (site / "schemas/post.py").write_text("import pydantic\n\nraise RuntimeError('tide')\n")
    result = run(site, "check")
    assert result.returncode == 2
    assert result.stderr.endswith("schemas/post.py:3: schema fails to import: RuntimeError: tide\n")
    (site / "schemas/post.py").write_text("class Post:\n    pass\n")
    result = run(site, "check")
    assert (result.returncode, result.stdout) == (2, "")
    assert "is not a Pydantic model" in result.stderr
    assert result.stderr.count("\n") == 1
