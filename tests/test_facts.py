"""Findings that depend on several articles: real processes on real folders."""

import shutil
import subprocess
from pathlib import Path

from test_cli import run

NAMES = ("林知微", "何以宁", "许南舟", "陈砚秋", "张若水", "王海角", "李渡口", "赵晚潮")


def write(folder: Path, *, signed: int, agreed: int = 0, silent: int = 2) -> Path:
    folder.mkdir(exist_ok=True)
    head = "---\ntitle: 潮\ndate: 2024-03-18\nauthor: 云间客\n---\n"
    for number in range(signed):
        (folder / f"signed-{number}.md").write_text(f"{head}作者：{NAMES[number]}\n\n潮来。\n")
    for number in range(agreed):
        (folder / f"agreed-{number}.md").write_text(f"{head}作者：云间客\n\n潮来。\n")
    for number in range(silent):
        (folder / f"silent-{number}.md").write_text(f"{head}潮来，潮去。\n")
    return folder


RULE = "attribution/platform-author"
SELECT = ("--select", RULE, "--format", "concise", "--quiet")


def git(folder: Path, *arguments: str) -> None:
    names = ("-c", "user.name=Ada", "-c", "user.email=ada@example.org")
    subprocess.run(["git", *names, *arguments], cwd=folder, check=True, capture_output=True)


def reported(folder: Path, *arguments: str) -> list[str]:
    result = run(folder, "check", *SELECT, *arguments)
    return sorted(line.partition(":")[0] for line in result.stdout.splitlines())


def test_reported_with_enough_supporting_articles(tmp_path: Path) -> None:
    write(tmp_path / "many", signed=5)
    write(tmp_path / "few", signed=4)
    write(tmp_path / "divided", signed=6, agreed=3)
    assert reported(tmp_path, "--no-cache") == ["many/silent-0.md", "many/silent-1.md"]


def test_the_cache_stores_facts(tmp_path: Path) -> None:
    write(tmp_path / "many", signed=5)
    for _ in range(2):
        assert reported(tmp_path) == ["many/silent-0.md", "many/silent-1.md"]
    (tmp_path / "many/signed-3.md").unlink()
    assert reported(tmp_path) == []


def test_a_named_file_is_judged_by_the_whole_site(tmp_path: Path) -> None:
    write(tmp_path / "many", signed=5)
    (tmp_path / "contentlint.toml").write_text("")
    for _ in range(2):
        assert reported(tmp_path, "many/silent-0.md") == ["many/silent-0.md"]
    assert reported(tmp_path, "many/signed-0.md") == []
    assert reported(tmp_path, "--no-cache", "--jobs", "2", "many") == [
        "many/silent-0.md",
        "many/silent-1.md",
    ]


def test_a_file_outside_of_any_project_has_its_folder_for_a_site(tmp_path: Path) -> None:
    write(tmp_path / "many", signed=5)
    assert reported(tmp_path, "many/silent-0.md") == ["many/silent-0.md"]
    (tmp_path / "many/inner").mkdir()
    for file in (tmp_path / "many").glob("signed-*.md"):
        file.rename(tmp_path / "many/inner" / file.name)
    assert reported(tmp_path, "many/silent-0.md") == []


def test_a_site_inside_of_another_is_its_own(tmp_path: Path) -> None:
    (tmp_path / "contentlint.toml").write_text("")
    inner = write(tmp_path / "blog", signed=5, silent=1)
    assert reported(tmp_path, "blog/silent-0.md") == ["blog/silent-0.md"]
    (inner / "silent-0.md").rename(tmp_path / "silent-0.md")
    (inner / "contentlint.toml").write_text("")
    assert reported(tmp_path) == []


def test_a_changed_article_changes_findings_of_others(tmp_path: Path) -> None:
    folder = write(tmp_path / "many", signed=5, silent=1)
    assert reported(tmp_path) == ["many/silent-0.md"]
    text = (folder / "signed-2.md").read_text()
    (folder / "signed-2.md").write_text(text.replace("作者：许南舟", "潮生"))
    assert reported(tmp_path) == []
    (folder / "signed-2.md").write_text(text)
    assert reported(tmp_path) == ["many/silent-0.md"]


def test_only_facts_of_other_articles_are_kept_and_a_whole_run_is_right(tmp_path: Path) -> None:
    folder = write(tmp_path / "many", signed=5, silent=1)
    (tmp_path / "contentlint.toml").write_text("")
    (folder / "faulty.md").write_text("---\ntitle: a\ndate: 2024-03-18\n---\n</b>\n")
    assert reported(tmp_path, "many/silent-0.md") == ["many/silent-0.md"]
    result = run(tmp_path, "check", "--format", "concise", "--quiet")
    assert "many/faulty.md:5:1: error[html/stray-end-tag]" in result.stdout
    assert "many/silent-0.md:4:9: warning[attribution/platform-author]" in result.stdout


def test_without_site_rules_no_other_article_is_read(tmp_path: Path) -> None:
    folder = write(tmp_path / "many", signed=5)
    (tmp_path / "contentlint.toml").write_text("")
    for options in (("--select", "html"), ()):
        cache = tmp_path / "caches"
        arguments = ("--quiet", "--cache-dir", str(cache), *options, "many/silent-0.md")
        run(tmp_path, "check", *arguments)
        result = run(tmp_path, "cache", "explain", "--cache-dir", str(cache), str(folder))
        is_new = [f"many/signed-{n}.md: new file\n" in result.stdout for n in range(5)]
        assert is_new == [bool(options)] * 5
        shutil.rmtree(cache)


def test_stdin_is_judged_by_the_whole_site(tmp_path: Path) -> None:
    folder = write(tmp_path / "many", signed=5, silent=1)
    (tmp_path / "contentlint.toml").write_text("")
    text = (folder / "silent-0.md").read_text()
    rest = ("--stdin-filename", "many/silent-0.md", *SELECT)
    assert "silent-0.md:4:9" in run(tmp_path, "check", "-", *rest, stdin=text.encode()).stdout
    changed = text.replace("云间客", "林知微")
    assert run(tmp_path, "check", "-", *rest, stdin=changed.encode()).stdout == ""
    # The content of stdin replaces that of the file.
    signed = text + "\n作者：赵晚潮\n"
    assert run(tmp_path, "check", "-", *rest, stdin=signed.encode()).stdout == ""
    fixed = run(tmp_path, "check", "-", "--fix", *rest, stdin=text.encode())
    assert "silent-0.md:4:9" in fixed.stderr


def test_changed_files_are_checked_against_the_whole_site(tmp_path: Path) -> None:
    folder = write(tmp_path / "many", signed=5)
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "all")
    text = (folder / "silent-0.md").read_text()
    (folder / "silent-0.md").write_text(text.replace("author: 云间客", "author: 云间客 "))
    assert reported(tmp_path, "--changed") == ["many/silent-0.md"]
    assert reported(tmp_path, "--staged") == []
    git(tmp_path, "add", ".")
    assert reported(tmp_path, "--staged") == ["many/silent-0.md"]
    # The commit contains neither unstaged changes nor untracked files.
    signed = (folder / "signed-0.md").read_text()
    (folder / "signed-0.md").write_text(signed.replace("作者：", "林"))
    assert reported(tmp_path, "--staged") == ["many/silent-0.md"]
    assert reported(tmp_path, "--changed") == []
    git(tmp_path, "add", ".")
    (folder / "signed-9.md").write_text(signed)
    assert reported(tmp_path, "--staged") == []
    assert reported(tmp_path, "--changed") == ["many/silent-0.md"]


def test_options_hold_where_they_are_set_and_facts_everywhere(tmp_path: Path) -> None:
    write(tmp_path / "many", signed=3)
    (tmp_path / "contentlint.toml").write_text(
        "[[overrides]]\n"
        'paths = ["many/silent-1.md"]\n'
        'rules = { "attribution/platform-author" = { severity = "error", min-articles = 3 } }\n'
    )
    assert reported(tmp_path) == ["many/silent-1.md"]


def test_a_baseline_holds_it_back(tmp_path: Path) -> None:
    write(tmp_path / "many", signed=5)
    run(tmp_path, "baseline", "write")
    assert reported(tmp_path, "--baseline", "contentlint-baseline.jsonl") == []


def test_site_rules_see_the_unwritten_fixes_of_a_diff(tmp_path: Path) -> None:
    folder = write(tmp_path / "many", signed=5)
    with (folder / "silent-1.md").open("a") as file:
        file.write("\n<p>潮</b></p>\n")
    result = run(tmp_path, "check", "--diff", "--quiet", "--select", "html", "--select", RULE)
    assert "-<p>潮</b></p>" in result.stdout


def test_a_suppression_is_written_for_it(tmp_path: Path) -> None:
    folder = write(tmp_path / "many", signed=5)
    assert reported(tmp_path, "--add-suppressions", "--reason", "the desk") == []
    assert "contentlint-disable" in (folder / "silent-0.md").read_text()
    assert reported(tmp_path) == []


def test_fixing_tells_the_same(tmp_path: Path) -> None:
    folder = write(tmp_path / "many", signed=5)
    with (folder / "silent-1.md").open("a") as file:
        file.write("\n<p>潮</b></p>\n")
    assert reported(tmp_path, "--fix") == ["many/silent-0.md", "many/silent-1.md"]


def test_a_suppression_of_it_is_used(tmp_path: Path) -> None:
    folder = write(tmp_path / "many", signed=5)
    text = (folder / "silent-1.md").read_text()
    mark = "author: 云间客  # contentlint-disable-line attribution/platform-author -- the desk\n"
    (folder / "silent-1.md").write_text(text.replace("author: 云间客\n", mark))
    result = run(tmp_path, "check", "--format", "concise", "--quiet")
    assert "silent-0.md:4:9: warning[attribution/platform-author]" in result.stdout
    assert "silent-1.md" not in result.stdout
