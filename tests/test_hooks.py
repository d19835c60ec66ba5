"""The hooks, run by the real pre-commit in real git repositories."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from test_cli import run

ROOT = Path(__file__).parents[1]
BAD = "---\ntitle: Low\ndate: 2024-03-18\n---\n\n<p>low</b></p>\n"
GOOD = "---\ntitle: Low\ndate: 2024-03-18\n---\n\nLow tide.\n"
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())


def git(folder: Path, *arguments: str) -> str:
    command = ["git", "-c", "user.name=Mara", "-c", "user.email=mara@example.org", *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout


def pre_commit(folder: Path, home: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "pre_commit", *arguments]
    environment = {**os.environ, "PRE_COMMIT_HOME": str(home)}
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, env=environment)


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_takes_articles_and_nothing_else(hook: dict[str, str]) -> None:
    pattern = re.compile(hook["files"])
    for name in ("a.md", "b/c.MDX", "d.markdown", "e.html", "f.qmd"):
        assert pattern.search(name)
    for name in ("a.py", "md", "a.md.txt", "b.html.erb"):
        assert not pattern.search(name)


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_takes_what_is_no_utf_8_and_follows_no_link(
    hook: dict[str, list[str]], tmp_path: Path
) -> None:
    tags_from_path = pytest.importorskip("identify.identify").tags_from_path
    file, link = tmp_path / "a.qmd", tmp_path / "b.md"
    file.write_bytes(GOOD.encode("utf-16"))
    link.symlink_to(file)
    assert set(hook["types"]) <= tags_from_path(str(file))
    assert not set(hook["types"]) <= tags_from_path(str(link))


def test_force_exclude(tmp_path: Path) -> None:
    for name in ("posts/a.md", "drafts/b.md", "_layouts/c.html", "themes/x/d.html"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text(BAD)
    (tmp_path / "contentlint.toml").write_text('exclude = ["drafts/"]\n')
    (tmp_path / "_config.yml").write_text("source_dir: source\npublic_dir: public\n")
    names = ("posts/a.md", "drafts/b.md", "_layouts/c.html", "themes/x/d.html")
    found = run(tmp_path, "check", "--format", "concise", "--quiet", *names).stdout
    assert all(name in found for name in names)
    forced = run(tmp_path, "check", "--force-exclude", "--format", "concise", "--quiet", *names)
    assert {line.partition(":")[0] for line in forced.stdout.splitlines()} == {"posts/a.md"}
    alone = run(tmp_path, "check", "--force-exclude", "drafts/b.md")
    assert (alone.returncode, alone.stdout) == (0, "")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository of this project as it stands."""
    folder = tmp_path_factory.mktemp("project")
    listed = git(
        ROOT,
        "-c",
        "safe.directory=*",
        "ls-files",
        "-z",
        "--cached",
        "--others",
        "--exclude-standard",
    )
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes((ROOT / name).read_bytes())
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "all")
    return folder


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pre-commit")


@pytest.fixture
def site(tmp_path: Path, project: Path) -> Path:
    git(tmp_path, "init", "-q")
    revision = git(project, "rev-parse", "HEAD").strip()
    hooks = [{"id": "contentlint"}, {"id": "contentlint-fix", "stages": ["manual"]}]
    config = {"repos": [{"repo": str(project), "rev": revision, "hooks": hooks}]}
    (tmp_path / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
    return tmp_path


@pytest.mark.slow
def test_a_bad_commit_is_refused_with_the_report_and_a_good_one_passes(
    site: Path, home: Path
) -> None:
    assert pre_commit(site, home, "install").returncode == 0
    environment = {**os.environ, "PRE_COMMIT_HOME": str(home)}
    identity = ["-c", "user.name=Mara", "-c", "user.email=mara@example.org"]

    def commit(text: str) -> "subprocess.CompletedProcess[str]":
        (site / "a.md").write_text(text)
        git(site, "add", "-A")
        command = ["git", *identity, "commit", "-m", "a"]
        return subprocess.run(command, cwd=site, capture_output=True, text=True, env=environment)

    refused = commit(BAD)
    assert refused.returncode == 1
    assert "a.md\n  6:7: error[html/stray-end-tag]" in refused.stdout + refused.stderr
    assert commit(GOOD).returncode == 0
    assert git(site, "log", "--format=%s") == "a\n"


@pytest.mark.slow
def test_the_fixing_hook_changes_the_file_and_fails(site: Path, home: Path) -> None:
    (site / "a.md").write_text(BAD)
    git(site, "add", "-A")
    arguments = ("run", "--hook-stage", "manual", "contentlint-fix", "--all-files")
    first = pre_commit(site, home, *arguments)
    assert first.returncode == 1
    assert "files were modified by this hook" in first.stdout
    assert (site / "a.md").read_text() == BAD.replace("</b>", "")
    assert pre_commit(site, home, *arguments).returncode == 0


@pytest.mark.slow
def test_try_repo(site: Path, project: Path, home: Path) -> None:
    (site / "a.md").write_text(BAD)
    (site / "b.mdx").write_text("---\ntitle: Low\ndate: 2024-03-18\n---\n\n<Tide>\n\n")
    (site / "c.txt").write_text(BAD)
    (site / "d.qmd").write_bytes(GOOD.encode("utf-16"))
    git(site, "add", "-A")
    result = pre_commit(site, home, "try-repo", str(project), "contentlint", "--all-files")
    assert result.returncode == 1
    assert "a.md\n  6:7: error[html/stray-end-tag]" in result.stdout
    assert "c.txt" not in result.stdout
    assert "d.qmd\n  1:1: error[file/encoding]" in result.stdout


# A stranger's files, each of which would be an option that hides what is wrong with the others.
DISGUISED = ("--config=evil.md", "--output=README.md", "--fail-on=never.md", "-q.md", "--help.md")


@pytest.mark.slow
@pytest.mark.parametrize("name", [*DISGUISED, "--output", "--help", "--version", "-h", "-", "-q"])
def test_a_file_that_looks_like_an_option_is_refused_and_never_obeyed(
    tmp_path: Path, name: str
) -> None:
    (tmp_path / "README.md").write_text(GOOD)
    (tmp_path / name).write_text(BAD)
    for command in (["check"], []):
        result = run(tmp_path, *command, name, "README.md")
        assert result.returncode == 2
        assert result.stdout == ""
        [line] = result.stderr.splitlines()
        assert f"`./{name}`" in line
    assert (tmp_path / "README.md").read_text() == GOOD
    named = run(tmp_path, "check", "--format", "concise", f"./{name}")
    assert named.stdout.startswith(f"{name}:6:7: error[html/stray-end-tag]")


def test_an_option_is_refused_for_a_file_of_its_name_wherever_it_is_given(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(BAD)
    (tmp_path / "--quiet").write_text("")
    assert run(tmp_path, "check", "a.md", "--quiet").returncode == 2
    assert run(tmp_path, "baseline", "write", "--quiet").returncode == 2
    assert run(tmp_path, "check", "a.md").returncode == 1


def test_behind_two_hyphens_every_name_is_a_file(tmp_path: Path) -> None:
    for name in DISGUISED:
        (tmp_path / name).write_text(BAD)
    result = run(tmp_path, "check", "--format", "concise", "--quiet", "--", *DISGUISED)
    assert result.returncode == 1
    assert {line.partition(":")[0] for line in result.stdout.splitlines()} == set(DISGUISED)


@pytest.mark.slow
@pytest.mark.parametrize("arguments", [None, ["--fail-on=warning", "--"], ["--fail-on=never"]])
def test_no_name_of_a_file_is_an_option_of_the_hook(
    site: Path, home: Path, arguments: list[str] | None
) -> None:
    config = yaml.safe_load((site / ".pre-commit-config.yaml").read_text())
    if arguments is not None:
        config["repos"][0]["hooks"][0]["args"] = arguments
    (site / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
    (site / "README.md").write_text(GOOD)
    # Equal findings would be grouped.
    for name, tag in zip(DISGUISED, "biqus", strict=True):
        (site / name).write_text(BAD.replace("</b>", f"</{tag}>"))
    git(site, "add", "-A")
    result = pre_commit(site, home, "run", "contentlint", "--all-files")
    assert result.returncode == 1
    if arguments and "--" not in arguments:
        assert "- exit code: 2" in result.stdout
        assert any(f"write `./{name}`" in result.stdout for name in DISGUISED)
    else:
        for name in DISGUISED:
            assert f"{name}\n  6:7: error[html/stray-end-tag]" in result.stdout
    assert (site / "README.md").read_text() == GOOD
    fixed = pre_commit(
        site, home, "run", "--hook-stage", "manual", "contentlint-fix", "--all-files"
    )
    assert fixed.returncode == 1
    assert (site / "-q.md").read_text() == BAD.replace("</b>", "")
