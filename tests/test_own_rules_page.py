"""The rules in docs/own-rules.md hold, find what they say, and are as long as the page says."""

import re
from pathlib import Path

import pytest

from contentlint.config.checks import CheckTable
from tests.test_cli import run
from tests.test_plugins import write

PAGE = (Path(__file__).parents[1] / "docs/own-rules.md").read_text("utf-8")
CHECKS = re.findall(r"<!-- checks -->\n\n```toml\n(.*?)```", PAGE, re.DOTALL)[0]
RULES = re.findall(r"<!-- (lint/\S+) -->\n\n```python\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write(tmp_path, "contentlint.toml", '[plugins]\nhouse = "lint/house"\n\n' + CHECKS)
    for name, text in RULES:
        write(tmp_path, name, text)
    return tmp_path


def test_all_examples_hold(site: Path) -> None:
    done = run(site, "test-rules")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "6 rules, 14 examples: none failed" in done.stdout
    shown = re.findall(r"^house/.*ok$", PAGE, re.MULTILINE)
    lines = [" ".join(line.split()) for line in done.stdout.splitlines()]
    assert shown
    assert all(" ".join(line.split()) in lines for line in shown)


def test_they_find_what_the_page_says(site: Path) -> None:
    for name in "ab":
        write(
            site,
            f"posts/{name}.md",
            "---\ntitle: Low\nslug: low\ndesk: nort\n---\n\n# E-mail\n\n[here](/a)\n\n<table><tr><td>a</table>\n",
        )
    done = run(site, "check", "--select", "house", "--format", "concise")
    rules = (
        "no-hyphen-in-email",
        "no-top-level-heading",
        "desk",
        "captionless-table",
        "vague-link",
        "shared-slug",
    )
    for rule in rules:
        assert done.stdout.count(f"[house/{rule}]") == 2, rule


def test_the_lengths_are_right() -> None:
    counts = [len(text.splitlines()) for _, text in RULES]
    tables = [len(table.strip().splitlines()) for table in CHECKS.split("\n\n")]
    words = "have {}, {} and {} lines, with their pages and tests; the three tables above have {}, {} and {}."
    assert words.format(*counts, *tables) in " ".join(PAGE.split())


def test_the_table_has_every_key() -> None:
    rows = re.findall(r"^\| (`[^|]+) \|", PAGE, re.MULTILINE)
    named = {name for row in rows for name in re.findall(r"`([\w-]+)`", row)}
    assert named == {field.alias or name for name, field in CheckTable.model_fields.items()}
