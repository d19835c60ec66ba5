"""`--changed` and `--staged`: real repositories, real processes."""

import json
import os
import subprocess
from pathlib import Path

import forking
import pytest

from contentlint.core.errors import UsageError
from contentlint.engine.changes import EVERY_LINE, Lines, staged, working_tree

FAULT = "<p>low</b></p>\n"
GIT = {
    **os.environ,
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "Mara Voss",
    "GIT_AUTHOR_EMAIL": "mara@example.org",
    "GIT_COMMITTER_NAME": "Mara Voss",
    "GIT_COMMITTER_EMAIL": "mara@example.org",
}


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, env=GIT, check=True, capture_output=True)


def commit(folder: Path, **files: str) -> None:
    for name, text in files.items():
        (folder / f"{name}.md").write_text(text, "utf-8")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "tide")


def run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    done = forking.run(["check", "--no-cache", *arguments], folder, env={**GIT, **environment})
    out, err = done.stdout.decode(), done.stderr.decode()
    return subprocess.CompletedProcess(done.args, done.returncode, out, err)


def found(folder: Path, *arguments: str) -> list[tuple[str, int]]:
    done = run(folder, *arguments, "--format", "json")
    assert done.returncode in (0, 1), done.stderr
    return [(finding["path"], finding["line"]) for finding in json.loads(done.stdout)["findings"]]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q", "-b", "main")
    commit(tmp_path, old=f"Tide.\n\n{FAULT}\nEbb.\n", same=FAULT)
    return tmp_path


def test_only_changed_lines_are_reported_and_the_others_counted(site: Path) -> None:
    (site / "old.md").write_text(f"Tide.\n\n{FAULT}\nEbb.\n\n{FAULT}", "utf-8")
    done = run(site, "--changed", "--format", "concise")
    assert done.returncode == 1
    assert [line.split(": ")[0] for line in done.stdout.splitlines() if ": error" in line] == [
        "old.md:7:7"
    ]
    assert "same.md" not in done.stdout
    # Fixes apply to whole files, so the command names the files.
    assert "1 fixable with `contentlint check --fix old.md`\n" in done.stdout
    assert "not reported: 1 finding on lines unchanged since main" in done.stderr


def test_nothing_has_changed(site: Path) -> None:
    done = run(site, "--changed")
    assert done.returncode == 0
    assert "no articles changed since main" in done.stderr


def test_a_new_file_has_changed_as_a_whole_unless_it_is_ignored(site: Path) -> None:
    (site / "new.md").write_text(FAULT, "utf-8")
    (site / "ignored.md").write_text(FAULT, "utf-8")
    (site / ".gitignore").write_text("ignored.md\n", "utf-8")
    assert found(site, "--changed") == [("new.md", 1)]


def test_a_branch_is_compared_with_its_merge_base(site: Path) -> None:
    git(site, "checkout", "-qb", "draft")
    commit(site, mine=FAULT)
    git(site, "checkout", "-q", "main")
    commit(site, theirs=FAULT)
    git(site, "checkout", "-q", "draft")
    assert found(site, "--changed=main") == [("mine.md", 1)]
    assert found(site, "--changed") == [("mine.md", 1)]
    # Without `=` it has no value, so the next argument is a path.
    assert found(site, "--changed", "mine.md") == [("mine.md", 1)]
    assert found(site, "--changed", "old.md") == []
    git(site, "merge", "-q", "main")
    assert found(site, "--changed=HEAD~1") == [("theirs.md", 1)]


def test_a_renamed_file_has_changed_where_it_was_edited(site: Path) -> None:
    (site / "old.md").rename(site / "moved.md")
    text = (site / "moved.md").read_text("utf-8")
    (site / "moved.md").write_text(text + FAULT, "utf-8")
    git(site, "add", "-A")
    assert found(site, "--changed") == [("moved.md", 6)]


@pytest.mark.parametrize("name", ["a b.md", "潮.md", 'q"\\u.md', "two\nlines.md", "tab\there.md"])
def test_odd_names(site: Path, name: str) -> None:
    (site / name).write_text("Tide.\n", "utf-8")
    git(site, "add", "-A")
    git(site, "commit", "-qm", "odd")
    (site / name).write_text(f"Tide.\n\n{FAULT}", "utf-8")
    assert working_tree(site, "HEAD").lines == {site / name: Lines(((2, 3),))}
    git(site, "add", "-A")
    assert found(site, "--staged") == [(name, 3)]


def test_text_that_looks_like_a_diff_is_content(site: Path) -> None:
    text = "+++ b/same.md\n@@ -1 +1,9 @@\ndiff --git a/same.md b/same.md\n"
    (site / "old.md").write_text(text, "utf-8")
    assert working_tree(site, "").lines == {site / "old.md": Lines(((1, 3),))}


def test_a_shallow_clone(site: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    git(site, "checkout", "-qb", "draft")
    commit(site, mine=FAULT)
    clone = tmp_path_factory.mktemp("clone")
    git(clone, "clone", "-q", "--depth=1", "--branch=draft", site.as_uri(), ".")
    done = run(clone, "--changed=origin/main")
    assert (done.returncode, done.stdout) == (2, "")
    assert (
        "revision `origin/main` not found; fetch it first, since this is a shallow clone"
        in done.stderr
    )
    git(clone, "fetch", "-q", "--depth=1", "origin", "main:refs/remotes/origin/main")
    assert found(clone, "--changed=origin/main") == [("mine.md", 1)]


def test_the_index_is_read_not_the_working_tree(site: Path) -> None:
    (site / "new.md").write_text(FAULT, "utf-8")
    git(site, "add", "new.md")
    (site / "new.md").write_text("Mended.\n", "utf-8")
    (site / "old.md").write_text(FAULT, "utf-8")
    assert found(site, "--staged") == [("new.md", 1)]
    git(site, "add", "new.md")
    assert found(site, "--staged") == []


def test_before_the_first_commit_all_that_is_staged_is_new(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    (tmp_path / "new.md").write_text(FAULT, "utf-8")
    git(tmp_path, "add", "new.md")
    assert found(tmp_path, "--staged") == [("new.md", 1)]
    with pytest.raises(UsageError, match="git revision `HEAD`"):
        working_tree(tmp_path, "")


def test_programs_that_the_repository_configures_are_not_run(site: Path) -> None:
    ran = site / "ran"
    git(site, "config", "diff.external", f"touch {ran}")
    git(site, "config", "diff.tide.textconv", f"touch {ran}; cat")
    (site / ".gitattributes").write_text("*.md diff=tide\n", "utf-8")
    (site / "old.md").write_text(FAULT, "utf-8")
    assert working_tree(site, "").lines[site / "old.md"] != EVERY_LINE
    assert not ran.exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--changed=--output=x"], "git revision `--output=x`"),
        (["--changed=nosuch"], "git revision `nosuch`"),
        (
            ["--changed", "nosuch"],
            "no file or folder `nosuch`; to compare with a revision, write `--changed=nosuch`",
        ),
        (["--changed=old.md"], "to check the path, use `--changed old.md`"),
        (["--changed=main", "--staged"], "cannot be combined"),
        (["--staged", "--fix"], "--staged and --fix cannot be combined"),
        (["--changed=main", "--fix"], "--fix works on whole files"),
        (["-", "--changed=main"], "stdin is not tracked by git"),
    ],
)
def test_an_error_is_one_line(site: Path, arguments: list[str], message: str) -> None:
    done = run(site, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr
    assert done.stderr.count("\n") == 1
    assert not (site / "x").exists()


def test_without_a_repository_or_without_git(tmp_path: Path, site: Path) -> None:
    outside = tmp_path.parent / f"{tmp_path.name}-outside"
    outside.mkdir()
    (outside / "a.md").write_text(FAULT, "utf-8")
    done = run(outside, "--changed", GIT_CEILING_DIRECTORIES=str(outside.parent))
    assert (done.returncode, done.stdout) == (2, "")
    assert "not a git repository" in done.stderr
    done = run(site, "--staged", PATH="")
    assert done.returncode == 2
    assert "git not found in `PATH`" in done.stderr


def test_lines_meet() -> None:
    lines = Lines(((2, 3), (7, 7)))
    assert [n for n in range(1, 10) if lines.meet(n, n)] == [2, 3, 7]
    assert lines.meet(4, 8)
    assert not lines.meet(4, 6)
    with pytest.raises(UsageError):
        staged(Path("/"))
