"""`--trusted-ref`: an untrusted branch can change its articles and nothing else."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import forking
import pytest

BAD = "---\ntitle: Low\ndate: 2024-03-18\n---\n\n<p>low</b></p>\n"
GOOD = "---\ntitle: Low\ndate: 2024-03-18\n---\n\nLow tide.\n"
SCHEMA = """\
import pathlib, sys
from pydantic import BaseModel

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE))
from desks import DESKS

class Post(BaseModel):
    title: str
    date: object
    desk: str = DESKS[0]
    tide: str
"""
CODE = "import pathlib\npathlib.Path('hacked').touch()\n"


def run(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    done = forking.run(list(arguments), folder)
    out, err = done.stdout.decode(), done.stderr.decode()
    return subprocess.CompletedProcess(done.args, done.returncode, out, err)


def git(folder: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=Mara", "-c", "user.email=mara@example.org")
    command = ["git", *identity, *arguments]
    return subprocess.run(
        command, cwd=folder, check=True, capture_output=True, text=True
    ).stdout.strip()


def commit(folder: Path, **files: str) -> None:
    for name, text in files.items():
        write(folder, name, text)
    git(folder, "add", "-A", "-f")
    git(folder, "commit", "-q", "--allow-empty", "-m", "a")


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A repository on an untrusted branch, with a correct article; `main` is trusted."""
    folder = tmp_path / "site"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    commit(folder, **{"content/a.md": GOOD})
    git(folder, "checkout", "-q", "-b", "change")
    return folder


def trust(folder: Path, **files: str) -> None:
    """Commit files to `main`, and merge them into the branch."""
    git(folder, "checkout", "-q", "main")
    commit(folder, **files)
    git(folder, "checkout", "-q", "change")
    git(folder, "merge", "-q", "main")


def checked(folder: Path, *arguments: str) -> dict[str, Any]:
    result = run(folder, "check", "--trusted-ref", "main", "--format", "json", *arguments)
    assert result.returncode in (0, 1), result.stderr
    data: dict[str, Any] = json.loads(result.stdout)
    return data


def found(folder: Path, *arguments: str) -> set[tuple[str, str]]:
    return {(f["path"], f["rule"]) for f in checked(folder, *arguments)["findings"]}


STRAY = "html/stray-end-tag"

# Ways to hide the findings of `content/b.md` in a run that trusts the checkout.
HIDING: dict[str, Callable[[Path], None]] = {
    "configuration": lambda site: commit(site, **{"contentlint.toml": 'rules.html = "off"\n'}),
    "table of pyproject": lambda site: commit(
        site, **{"pyproject.toml": '[tool.contentlint]\nexclude = ["content/"]\n'}
    ),
    "configuration of a folder": lambda site: commit(
        site, **{"content/contentlint.toml": 'exclude = ["*"]\n'}
    ),
    "gitignore": lambda site: commit(site, **{".gitignore": "*.md\n"}),
    "gitignore of a folder": lambda site: commit(site, **{"content/.gitignore": "*\n"}),
    "gitignore of the folder above": lambda site: commit(site, **{".gitignore": "content/\n"}),
    "comment": lambda site: commit(
        site, **{"content/b.md": BAD + "\n<!-- contentlint-disable-file -->\n"}
    ),
    "key": lambda site: commit(
        site, **{"content/b.md": BAD.replace("date:", "contentlint: {ignore: [html]}\ndate:")}
    ),
    "generator": lambda site: (
        (site / "content").rename(site / "site"),  # type: ignore[func-returns-value]
        commit(site, **{"mkdocs.yml": "site_name: Low\n"}),
    )[1],
    "baseline": lambda site: (
        run(site, "baseline", "write", "content"),  # type: ignore[func-returns-value]
        commit(site, **{"contentlint.toml": 'baseline = "contentlint-baseline.jsonl"\n'}),
    )[1],
}


@pytest.mark.parametrize("way", HIDING)
def test_a_branch_cannot_hide_findings(site: Path, way: str) -> None:
    commit(site, **{"content/b.md": BAD})
    HIDING[way](site)
    folder = "site" if way == "generator" else "content"
    assert (f"{folder}/b.md", STRAY) in found(site)
    if way != "baseline":
        assert STRAY not in run(site, "check", "--format", "concise").stdout


def test_a_page_with_the_mark_of_a_report_is_checked(site: Path) -> None:
    mark = '<meta name="generator" content="contentlint">'
    commit(site, **{"content/r.html": f"<!doctype html>{mark}<p>low</b></p>"})
    assert STRAY not in run(site, "check", "--format", "concise").stdout
    assert ("content/r.html", STRAY) in found(site)


def test_a_cache_is_neither_read_nor_written(site: Path) -> None:
    commit(site, **{"content/b.md": BAD})
    assert ("content/b.md", STRAY) in found(site)
    assert not (site / ".contentlint_cache").exists()


def test_configuration_of_every_folder_comes_from_the_trusted_commit(site: Path) -> None:
    trust(
        site,
        **{
            "contentlint.toml": 'rules.html = "off"\n',
            "content/pyproject.toml": '[tool.contentlint]\nrules.html = "warning"\n',
            "content/low/contentlint.toml": 'exclude = ["/old/"]\n[rules]\nhtml = "info"\n',
        },
    )
    (site / "content/low/contentlint.toml").unlink()
    names = ("a.md", "content/b.md", "content/low/c.md", "content/low/old/d.md", "new/deep/e.md")
    commit(site, **dict.fromkeys(names, BAD), **{"new/contentlint.toml": 'rules.html = "error"\n'})
    reported = {(f["path"], f["severity"]) for f in checked(site)["findings"] if f["rule"] == STRAY}
    assert reported == {("content/b.md", "warning"), ("content/low/c.md", "info")}
    inside = run(
        site / "content/low", "check", "--trusted-ref", "main", "--format", "concise", "--quiet"
    )
    assert inside.stdout.startswith(f"c.md:6:7: info[{STRAY}]")


def test_a_file_of_configuration_that_is_named_is_that_of_the_trusted_commit(site: Path) -> None:
    trust(site, **{"ci/lint.toml": 'rules.html = "warning"\n'})
    commit(site, **{"content/b.md": BAD, "ci/lint.toml": 'rules.html = "off"\n'})
    [finding] = checked(site, "--config", "ci/lint.toml", "content/b.md")["findings"]
    assert finding["severity"] == "warning"
    commit(site, **{"ci/new.toml": 'rules.html = "off"\n'})
    refused = run(site, "check", "--trusted-ref", "main", "--config", "ci/new.toml")
    assert refused.returncode == 2
    assert "file `ci/new.toml` not found in `main`" in refused.stderr


def test_a_python_schema_and_its_imports_come_from_the_trusted_commit(site: Path) -> None:
    trust(
        site,
        **{
            "contentlint.toml": 'schema = "schemas/post.py:Post"\n',
            "schemas/post.py": SCHEMA,
            "schemas/desks.py": "DESKS = ['sea']\n",
        },
    )
    for name in ("schemas/post.py", "schemas/desks.py", "desks.py", "pathlib.py"):
        write(site, name, CODE)
    commit(site)
    assert ("content/a.md", "front-matter/missing-field") in found(site)
    assert not (site / "hacked").exists()
    aside = run(site, "check", "--trusted-ref", "main", "--no-python-schemas")
    assert "skipped schema `schemas/post.py:Post`: Python schemas are not allowed" in aside.stderr


@pytest.mark.parametrize("reference", ["schemas/post.py:Post", "schemas.post:Post"])
@pytest.mark.parametrize("line", ["from .desks import", "from schemas.desks import"])
def test_local_packages_of_a_schema_come_from_the_trusted_commit(
    site: Path, reference: str, line: str
) -> None:
    schema = SCHEMA.replace("from desks import", line).replace("sys.path.insert(0, str(HERE))", "")
    trust(
        site,
        **{
            "contentlint.toml": f'schema = "{reference}"\n',
            "schemas/post.py": schema,
            "schemas/desks.py": "DESKS = ['sea']\n",
        },
    )
    shadows = ("schemas/post", "schemas/desks", "desks", "schemas", "schemas/__init__")
    for name in shadows:
        write(site, f"{name}.py", CODE)
    commit(site)
    assert ("content/a.md", "front-matter/missing-field") in found(site)
    assert not (site / "hacked").exists()


@pytest.mark.parametrize("path", ["post.schema.json", "{root}/post.schema.json"])
def test_a_json_schema_and_its_references_come_from_the_trusted_commit(
    site: Path, path: str
) -> None:
    path = path.format(root=site)
    trust(
        site,
        **{
            "contentlint.toml": f'schema = "{path}"\n',
            "post.schema.json": '{"required": ["tide"], "$ref": "parts/all.json"}',
            "parts/all.json": '{"required": ["desk"]}',
        },
    )
    commit(site, **{"post.schema.json": "{}", "parts/all.json": "{}"})
    messages = {f["message"] for f in checked(site)["findings"]}
    assert messages == {"`tide` is missing", "`desk` is missing"}


def test_no_article_names_its_schema(site: Path) -> None:
    trust(site, **{"contentlint.toml": "inline-schemas = true\n"})
    commit(site, **{"content/a.md": GOOD.replace("date:", "schema: all.json\ndate:")})
    commit(site, **{"all.json": '{"required": ["tide"]}'})
    assert "`tide` is missing" in run(site, "check").stdout
    assert found(site) == set()


def test_the_baseline_and_the_credits_of_the_trusted_commit_hold(site: Path) -> None:
    write(site, "content/b.md", BAD)
    run(site, "baseline", "write", "content")
    baseline = (site / "contentlint-baseline.jsonl").read_text()
    trust(
        site,
        **{
            "content/b.md": BAD,
            "contentlint.toml": 'baseline = "contentlint-baseline.jsonl"\n',
            "contentlint-baseline.jsonl": baseline,
        },
    )
    (site / "contentlint-baseline.jsonl").unlink()
    commit(site, **{"content/c.md": BAD})
    data = checked(site)
    assert {f["path"] for f in data["findings"]} == {"content/c.md"}
    assert data["summary"]["baseline"]["suppressed"] == 1
    assert len(checked(site, "--no-baseline")["findings"]) == 2


def test_every_summary_counts_skipped_files(site: Path) -> None:
    trust(site, **{"contentlint.toml": 'exclude = ["drafts/"]\n'})
    names = (".hidden/a.md", ".b.md", "node_modules/c/d.md", "_layouts/e.html", "drafts/f.md")
    commit(site, **dict.fromkeys(names, BAD), **{"_layouts/g.html": BAD})
    write(site, "untracked/h.md", BAD)
    write(site, ".gitignore", "untracked/\n")
    summary = checked(site)["summary"]
    assert summary["trusted"] == {
        "ref": "main",
        "commit": git(site, "rev-parse", "main"),
        "has_settings": True,
    }
    assert summary["suppressions_applied"] is False
    skipped = {item["example"]: item["files"] for item in summary["skipped"]}
    assert set(names) <= set(skipped)
    assert skipped["_layouts/e.html"] == 2
    for form in ("text", "concise", "markdown", "github", "html", "sarif", "junit", "jsonl"):
        report = run(site, "check", "--trusted-ref", "main", "--format", form).stdout
        for name in names:
            assert name in report, (form, name)
    for form in ("gitlab", "checkstyle"):
        reported = run(site, "check", "--trusted-ref", "main", "--format", form).stderr
        assert all(f"such as `{name}`" in reported for name in names)


def test_an_empty_run_lists_skipped_files_and_writes_its_reports(site: Path) -> None:
    (site / "content").rename(site / ".content")
    commit(site)
    write(site, "old.json", '{"findings": []}')
    result = run(
        site, "check", ".", "--trusted-ref", "main", "--format", "json", "--output", "old.json"
    )
    assert result.returncode == 2
    skipped = json.loads((site / "old.json").read_text())["summary"]["skipped"]
    assert {
        "kind": "hidden-folder",
        "reason": "in hidden folders",
        "files": 1,
        "example": ".content/a.md",
    } in skipped


def test_links_out_of_the_checkout_are_not_followed(site: Path) -> None:
    trust(site, **{"contentlint.toml": "follow-links = true\n"})
    secret = site.parent / "secret"
    write(secret, "x.md", "---\ntitle: Secret\n---\n\nsecret words</b>\n")
    (site / "content/l.md").symlink_to(secret / "x.md")
    (site / "content/l").symlink_to(secret)
    (site / "content/g.md").symlink_to("../.git/config")
    git(site, "config", "low.token", "secret words</b>")
    commit(site)
    for paths in (
        [],
        ["content/l.md"],
        ["content/l"],
        ["content/l/x.md"],
        ["content", "content/g.md"],
    ):
        result = run(site, "check", "--trusted-ref", "main", "content/a.md", *paths)
        assert result.returncode == 0, result.stdout
        assert "secret words" not in result.stdout


def test_defaults_apply_to_a_commit_without_settings(site: Path) -> None:
    commit(site, **{"contentlint.toml": 'preset = "all"\n'})
    assert checked(site)["summary"]["trusted"]["has_settings"] is False
    reported = run(site, "check", "--trusted-ref", "main").stdout
    assert "trusted settings: defaults; `main`" in reported


@pytest.mark.parametrize("ref", ["gone", "", "--output=x", "main:content", "main..change"])
def test_a_commit_that_cannot_be_read_stops_the_run(site: Path, ref: str) -> None:
    result = run(site, "check", f"--trusted-ref={ref}")
    assert result.returncode == 2
    assert result.stdout == ""
    [line] = result.stderr.splitlines()
    assert "`--trusted-ref`" in line
    assert f"`{ref}`" in line


def test_without_a_repository_the_run_stops(tmp_path: Path) -> None:
    write(tmp_path, "a.md", GOOD)
    result = run(tmp_path, "check", "--trusted-ref", "main")
    assert result.returncode == 2
    assert "`--trusted-ref` needs a git repository" in result.stderr


def test_an_error_in_the_settings_names_the_path_in_the_commit(site: Path) -> None:
    trust(site, **{"sub/contentlint.toml": "titel = 1\n", "content/contentlint.toml": "a = [\n"})
    result = run(site, "check", "--trusted-ref", "main", "content")
    assert result.returncode == 2
    assert "main:content/contentlint.toml" in result.stderr
    trust(site, **{"content/contentlint.toml": 'schema = "p.py:P"\n', "content/p.py": "1 / 0\n"})
    failed = run(site, "check", "--trusted-ref", "main", "content").stderr
    assert "main:content/p.py:1: schema fails to import" in failed


def test_no_program_is_run_that_a_branch_names(site: Path) -> None:
    """A nested repository, a hook, a monitor and a filter, as far as a commit can contain them."""
    code = f"#!/bin/sh\ntouch {site}/hacked\n"
    config = f"[core]\nbare = true\nfsmonitor = {site}/x.sh\nworktree = {site}\n[alias]\n"
    inner = {
        "content/HEAD": "ref: refs/heads/main\n",
        "content/config": config,
        "content/objects/.k": "",
        "content/refs/.k": "",
        "content/hooks/post-index-change": code,
        "x.sh": code,
        ".gitattributes": "* filter=low diff=low\n",
        "content/b.md": BAD,
    }
    commit(site, **inner)
    (site / "x.sh").chmod(0o755)
    (site / "content/hooks/post-index-change").chmod(0o755)
    for key in ("filter.low.clean", "filter.low.smudge", "diff.low.command", "core.fsmonitor"):
        git(site, "config", key, f"{site}/x.sh")
    (site / "hacked").unlink(missing_ok=True)
    for arguments in ([], ["--changed=main"]):
        options = ("--trusted-ref", "main", "--format", "concise", *arguments)
        result = run(site / "content", "check", *options)
        assert STRAY in result.stdout, result.stderr
    assert not (site / "hacked").exists()


def test_attributes_and_renames_do_not_hide_changes(site: Path) -> None:
    trust(site, **{"drafts/old.txt": BAD})
    git(site, "mv", "drafts/old.txt", "content/old.md")
    commit(site, **{".gitattributes": "*.md binary -diff\n", "content/b.md": BAD})
    assert found(site, "--changed=main") == {
        ("content/b.md", STRAY),
        ("content/old.md", STRAY),
    }


@pytest.mark.parametrize("option", ["--fix", "--diff", "--watch", "--add-suppressions"])
def test_options_that_write_are_refused(site: Path, option: str) -> None:
    result = run(site, "check", "--trusted-ref", "main", option)
    assert result.returncode == 2
    assert f"--trusted-ref and {option} cannot be combined" in result.stderr


def test_suppressions_can_be_ignored_separately(site: Path) -> None:
    suppressed = "<!-- contentlint-disable-file html/stray-end-tag -->\n\n<p>low</b></p>\n"
    write(site, "content/b.md", f"---\ntitle: Low\n---\n\n{suppressed}")
    write(site, "content/c.md", "---\ntitle: Low\n---\n\n<!-- contentlint-disable html -->\n")
    with_them = run(site, "check", "content").stdout
    for _ in range(2):  # the second run must not use the cache entries of another kind of run
        without = run(site, "check", "--no-suppressions", "content").stdout
        assert f"error[{STRAY}]" in without
        assert "suppressions: not applied" in without
        assert STRAY not in run(site, "check", "content").stdout
    assert with_them.count("[lint/unused-suppression]") == 1
    assert without.count("[lint/unused-suppression]") == 1


def test_a_site_is_recognised_by_the_trusted_commit(site: Path) -> None:
    trust(site, **{"docs/.vitepress/config.mts": "", "docs/index.md": GOOD})
    commit(site, **{"docs/hugo.toml": "", "docs/layouts/b.md": BAD})
    settings = run(site, "config", "show", "--trusted-ref", "main", "docs").stdout
    assert "vitepress" in settings
    assert ("docs/layouts/b.md", STRAY) in found(site)


def test_worker_processes_see_the_same(site: Path) -> None:
    trust(site, **{"contentlint.toml": 'rules.html = "warning"\n'})
    names = [f"content/{n}.md" for n in range(8)]
    commit(site, **dict.fromkeys(names, BAD), **{"contentlint.toml": 'rules.html = "off"\n'})
    one, two = checked(site, "--jobs", "1"), checked(site, "--jobs", "2")
    assert one == two
    assert one["summary"]["warning"] == 8


def test_temporary_files_are_deleted(site: Path, tmp_path: Path) -> None:
    trust(site, **{"contentlint.toml": 'schema = "p.py:P"\n', "p.py": "1 / 0\n"})
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    command = [sys.executable, "-I", "-m", "contentlint", "check", "--trusted-ref", "main"]
    environment = {**os.environ, "TMPDIR": str(temporary)}
    subprocess.run(command, cwd=site, env=environment, capture_output=True)
    assert list(temporary.iterdir()) == []


@pytest.mark.slow
def test_no_module_of_the_working_directory_is_run_by_processes_that_are_started_anew(
    tmp_path: Path,
) -> None:
    for number in range(4):
        write(tmp_path, f"content/{number}.md", BAD)
    for name in ("multiprocessing/__init__.py", "pickle.py", "sitecustomize.py"):
        write(tmp_path, name, CODE)
    # As on systems without safe forking.
    program = (
        "import sys; sys.path[:] = [p for p in sys.path if p]\n"
        "from contentlint.engine import processes\n"
        "processes.may_fork = lambda: False\n"
        "from contentlint.cli import main\n"
        "if __name__ == '__main__': sys.exit(main(['check', '--jobs', '2', '--no-cache']))\n"
    )
    starter = tmp_path.parent / f"{tmp_path.name}-starter.py"
    starter.write_text(program)
    done = subprocess.run(
        [sys.executable, str(starter)], cwd=tmp_path, capture_output=True, text=True
    )
    assert done.returncode == 1, done.stderr
    assert "4 errors in 4 files" in done.stdout
    assert not (tmp_path / "hacked").exists()
