"""Rules about the pages of a site in real runs: scope, cache, suppressions, baseline."""

from pathlib import Path

import pytest
from test_cli import run
from test_facts import git

SELECT = ("--select", "site/duplicate-url,site/shadowed-alias", "--format", "concise", "--quiet")
DRAFT = "---\ndraft: true\n---\n"


def places(folder: Path, *arguments: str, select: tuple[str, ...] = SELECT) -> list[str]:
    result = run(folder, "check", *select, *arguments)
    return sorted(line.partition(":")[0] for line in result.stdout.splitlines())


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "content/a").mkdir(parents=True)
    (tmp_path / "hugo.toml").write_text("title = 'Tide'\n")
    (tmp_path / "content/a.md").write_text("Ebb\n")
    (tmp_path / "content/a/index.md").write_text("Flow\n")
    (tmp_path / "content/b.md").write_text("---\naliases: [/c/]\n---\n")
    (tmp_path / "content/c.md").write_text("Calm\n")
    return tmp_path


BOTH = ["content/a.md", "content/a/index.md"]


def test_another_article_decides_with_and_without_the_cache(site: Path) -> None:
    for _ in range(2):
        assert places(site) == [*BOTH, "content/b.md"]
    (site / "content/a/index.md").write_text(f"{DRAFT}Flow\n")
    (site / "content/c.md").rename(site / "content/d.md")
    for _ in range(2):
        assert places(site) == []
    (site / "content/a/index.md").write_text("Flow\n")
    assert places(site) == BOTH


def test_only_selected_articles_are_reported(site: Path) -> None:
    assert places(site, "content/a.md") == ["content/a.md"]
    assert places(site, "content/c.md") == []
    git(site, "init", "-q")
    git(site, "add", ".")
    git(site, "commit", "-qm", "a")
    (site / "content/d.md").write_text("---\nurl: /c/\n---\n")
    assert places(site, "--changed") == ["content/d.md"]


def test_many_and_few_articles_have_the_same_findings(site: Path) -> None:
    for number in range(40):
        (site / f"content/{number}.md").write_text(f"---\nslug: s{number % 39}\n---\n")
    found = places(site)
    assert found == ["content/0.md", "content/39.md", *BOTH, "content/b.md"]
    assert places(site, "content/0.md", "content/39.md") == ["content/0.md", "content/39.md"]
    assert places(site, "--jobs", "2", "--no-cache") == found


def test_suppressions_and_baselines_hold(site: Path) -> None:
    comment = "<!-- contentlint-disable-file site/duplicate-url -->\n"
    (site / "content/a.md").write_text(f"{comment}Ebb\n")
    for _ in range(2):
        assert places(site) == ["content/a/index.md", "content/b.md"]
    run(site, "baseline", "write")
    assert places(site, "--baseline", "contentlint-baseline.jsonl") == []
    (site / "content/d.md").write_text("---\nurl: /c/\n---\n")
    assert places(site, "--baseline", "contentlint-baseline.jsonl") == [
        "content/c.md",
        "content/d.md",
    ]


def test_a_copy_is_reported_when_it_is_added(site: Path) -> None:
    select = ("--select", "site/duplicate-content", "--format", "concise", "--quiet")
    text = "".join(f"On day {day} the ferry was {day} minutes late.\n" for day in range(30))
    (site / "content/c.md").write_text(text)
    assert places(site, select=select) == []
    (site / "content/d.md").write_text(f"{text}The end.\n")
    for _ in range(2):
        assert places(site, select=select) == ["content/c.md", "content/d.md"]
    assert places(site, "content/d.md", select=select) == ["content/d.md"]


# --- navigation

NAV = ("--select", "site/broken-nav-entry,site/missing-nav-entry,site/orphan-page")
NAV += ("--format", "concise", "--quiet")


@pytest.fixture
def book(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: Tide\nnav:\n  - a.md\n  - x.md\n")
    (tmp_path / "docs/a.md").write_text("Ebb\n")
    (tmp_path / "docs/b.md").write_text("Flow\n")
    return tmp_path


def found(folder: Path, *arguments: str) -> list[str]:
    lines = run(folder, "check", *NAV, *arguments).stdout.splitlines()
    return [
        f"{line.partition(' ')[0]} {line.partition('[')[2].partition(']')[0]}" for line in lines
    ]


ENTRY = "mkdocs.yml:4:5: site/broken-nav-entry"
ALONE = ["docs/b.md:1:1: site/missing-nav-entry", "docs/b.md:1:1: site/orphan-page"]


def test_an_entry_is_reported_in_its_file_by_a_run_over_the_site(book: Path) -> None:
    for _ in range(2):
        assert found(book) == [*ALONE, ENTRY]
    assert found(book, "docs") == [*ALONE, ENTRY]
    assert found(book, "--jobs", "2", "--no-cache") == [*ALONE, ENTRY]
    assert found(book, "docs/b.md") == ALONE
    assert found(book, "docs/a.md") == []
    (book / "docs/x.md").write_text("Calm\n")
    assert found(book) == ALONE
    (book / "docs/x.md").rename(book / "docs/y.md")
    y = [line.replace("b.md", "y.md") for line in ALONE]
    assert found(book) == [*ALONE, *y, ENTRY]


def test_a_link_that_appears_or_disappears_changes_the_orphan(book: Path) -> None:
    assert found(book, "docs/b.md") == ALONE
    (book / "docs/a.md").write_text("[b](b.md)\n")
    for _ in range(2):
        assert found(book, "docs/b.md") == ALONE[:1]
    (book / "docs/a.md").write_text("Ebb\n")
    assert found(book, "docs/b.md") == found(book, "docs")[:2] == ALONE


def test_settings_for_a_path_and_a_baseline_apply_to_entries(book: Path) -> None:
    (book / "contentlint.toml").write_text(
        '[[overrides]]\npaths = ["mkdocs.yml"]\nrules = { "site/broken-nav-entry" = "error" }\n'
    )
    result = run(book, "check", *NAV)
    assert "mkdocs.yml:4:5: error[site/broken-nav-entry]: " in result.stdout
    assert result.returncode == 1
    run(book, "baseline", "write")
    assert found(book, "--baseline", "contentlint-baseline.jsonl") == ALONE


def test_suppressions_are_written_for_pages_and_links_but_not_for_other_files(book: Path) -> None:
    (book / "docs/b.md").write_text("# Flow\n\n[x](x.md)\n")
    arguments = (
        "check",
        *NAV,
        "--select",
        "site/orphan-page,site/broken-nav-entry,link/broken-link",
    )
    result = run(book, *arguments, "--add-suppressions")
    assert [line.partition(" ")[0] for line in result.stdout.splitlines()] == ["mkdocs.yml:4:5:"]
    text = (book / "docs/b.md").read_text()
    assert text.count("contentlint-disable") == 2
    assert "[x](x.md)" in text
    result = run(book, *arguments)
    assert [line.partition(" ")[0] for line in result.stdout.splitlines()] == ["mkdocs.yml:4:5:"]
    # A second run has nothing to add.
    run(book, *arguments, "--add-suppressions")
    assert (book / "docs/b.md").read_text() == text
