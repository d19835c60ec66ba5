"""The action, the component and the pages on pipelines: run as real processes, and valid."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs/continuous-integration.md").read_text()
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text())
BAD = "---\ntitle: Low\ndate: 2024-03-18\n---\n\n<p>low</b></p>\n"
GOOD = "---\ntitle: Low\ndate: 2024-03-18\n---\n\nLow tide.\n"

needs_bash = pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")


def step(name: str) -> dict[str, Any]:
    found: dict[str, Any] = next(s for s in ACTION["runs"]["steps"] if s["name"] == name)
    return found


def environment(folder: Path, name: str, **inputs: str) -> dict[str, str]:
    """What a step has: the inputs with their defaults, and the runner's own variables."""
    defaults = {key: str(value["default"]) for key, value in ACTION["inputs"].items()}
    values = {**defaults, **{key.replace("_", "-"): value for key, value in inputs.items()}}
    own = {
        key: re.sub(r"\$\{\{ inputs\.([a-z-]+) \}\}", lambda match: values[match[1]], value)
        for key, value in step(name)["env"].items()
    }
    runner = folder / "runner"
    runner.mkdir(exist_ok=True)
    return {
        **os.environ,
        **own,
        "ACTION": str(ROOT),
        "GITHUB_ACTIONS": "true",
        "GITHUB_OUTPUT": str(runner / "output"),
        "GITHUB_STEP_SUMMARY": str(runner / "summary.md"),
        "RUNNER_TEMP": str(runner),
        "CONTENTLINT_CACHE_DIR": str(runner / "contentlint-cache"),
    }


def run(folder: Path, name: str, **inputs: str) -> "subprocess.CompletedProcess[str]":
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step(name)["run"]]
    return subprocess.run(
        command, cwd=folder, env=environment(folder, name, **inputs), capture_output=True, text=True
    )


def outputs(folder: Path) -> dict[str, str]:
    lines = (folder / "runner/output").read_text().splitlines()
    return dict(line.split("=", 1) for line in lines)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A checkout in which the step of installing has been done already."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.md").write_text(BAD)
    bin_folder = tmp_path / "runner/contentlint/bin"
    bin_folder.mkdir(parents=True)
    program = bin_folder / "contentlint"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m contentlint "$@"\n')
    program.chmod(0o755)
    return tmp_path


@needs_bash
def test_a_bad_article_fails_the_step_with_annotations_outputs_and_summary(site: Path) -> None:
    result = run(site, "Check", paths="content")
    assert result.returncode == 1, result.stderr
    assert "::error file=content/a.md,line=6,col=7" in result.stdout
    assert outputs(site) == {"findings": "1"}
    assert "html/stray-end-tag" in (site / "runner/summary.md").read_text()


@needs_bash
def test_a_good_article_passes(site: Path) -> None:
    (site / "content/a.md").write_text(GOOD)
    result = run(site, "Check", paths="content", sarif="true", cache="false")
    assert result.returncode == 0, result.stderr
    assert outputs(site)["findings"] == "0"
    assert json.loads(Path(outputs(site)["sarif-file"]).read_text())["version"] == "2.1.0"
    kept = [path for path in (site / "runner/contentlint-cache").rglob("*") if path.is_file()]
    assert {path.name for path in kept} == {"index.dat", ".gitignore"}


@needs_bash
def test_the_inputs_reach_the_command(site: Path) -> None:
    (site / "more").mkdir()
    (site / "more/b c.md").write_text(BAD)
    paths, options = "content\nmore/b c.md\n", "--select=html\n--quiet\n"
    result = run(site, "Check", paths=paths, args=options, fail_on="never")
    assert result.returncode == 0, result.stderr
    assert outputs(site) == {"findings": "2"}


@needs_bash
def test_inputs_are_no_code(site: Path) -> None:
    result = run(
        site, "Check", paths="content; touch hacked $(touch hacked)", args="`touch hacked`"
    )
    assert result.returncode == 2
    assert not (site / "hacked").exists()


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=Mara", "-c", "user.email=mara@example.org")
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


@needs_bash
def test_the_settings_of_a_trusted_commit(site: Path) -> None:
    git(site, "init", "-q")
    (site / "contentlint.toml").write_text('[rules]\n"html" = "warning"\n')
    git(site, "add", "contentlint.toml")
    git(site, "commit", "-q", "-m", "base")
    code = "import pathlib\npathlib.Path('hacked').touch()\nfrom pydantic import BaseModel\nclass P(BaseModel): pass\n"
    (site / "p.py").write_text(code)
    (site / "contentlint.toml").write_text('schema = "p.py:P"\n[rules]\n"html" = "off"\n')
    result = run(site, "Check", paths="content", trusted_ref="HEAD")
    assert "::warning file=content/a.md" in result.stdout, result.stderr
    assert "trusted settings: `HEAD`" in (site / "runner/summary.md").read_text()
    assert not (site / "hacked").exists()


@needs_bash
def test_a_trusted_commit_that_is_not_there_fails_the_step_and_leaves_no_old_numbers(
    site: Path,
) -> None:
    git(site, "init", "-q")
    (site / "runner/contentlint.json").write_text('{"summary": {"findings": 0}}')
    result = run(site, "Check", paths="content", trusted_ref="origin/gone")
    assert result.returncode == 2
    assert "`--trusted-ref`: commit `origin/gone` not found" in result.stderr
    assert not (site / "runner/output").exists()


@needs_bash
def test_no_untrusted_commit_hides_findings_from_a_trusted_ref(site: Path) -> None:
    git(site, "init", "-q")
    (site / "contentlint.toml").write_text('baseline = "held.jsonl"\n')
    git(site, "add", "contentlint.toml")
    git(site, "commit", "-q", "-m", "base")
    program = str(site / "runner/contentlint/bin/contentlint")
    subprocess.run([program, "baseline", "write"], cwd=site, check=True, capture_output=True)
    assert (site / "held.jsonl").stat().st_size
    # Without a trusted commit the baseline holds back, and the cache is used.
    assert run(site, "Check", paths="content").returncode == 0
    [cache] = (site / "runner/contentlint-cache").glob("*/found.sqlite")
    cache.write_bytes(b"SQLite format 3\0 untrusted")
    result = run(site, "Check", paths="content", trusted_ref="HEAD")
    assert result.returncode == 1, result.stderr
    assert "::error file=content/a.md,line=6" in result.stdout
    assert cache.read_bytes() == b"SQLite format 3\0 untrusted"
    assert (site / "held.jsonl").read_text().strip()


# Modules that Python, pip and contentlint import, and an attacker could add.
MODULES = (
    "json",
    "venv",
    "venv/__main__",
    "pip/__init__",
    "pip/__main__",
    "ensurepip/__init__",
    "ensurepip/__main__",
    "sitecustomize",
    "usercustomize",
    "contentlint/__init__",
    "contentlint/__main__",
    "multiprocessing/__init__",
    "pydantic/__init__",
    "yaml",
    "argparse",
)


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sources") / "contentlint"
    ignored = shutil.ignore_patterns(".*", "node_modules", "__pycache__")
    shutil.copytree(ROOT, folder, ignore=ignored)
    return folder


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A checkout whose last commit has a module of every name that anything might import."""
    checkout = tmp_path / "checkout"
    (checkout / "content").mkdir(parents=True)
    (checkout / "content/a.md").write_text(GOOD)
    git(checkout, "init", "-q", "-b", "main")
    git(checkout, "add", "-A")
    git(checkout, "commit", "-q", "-m", "base")
    git(checkout, "branch", "base")
    mark = f"open({str(tmp_path / 'hacked')!r}, 'a').write(__name__ + ' ')\n"
    for module in MODULES:
        file = checkout / f"{module}.py"
        if not file.with_suffix("").is_dir():
            file.parent.mkdir(exist_ok=True)
            file.write_text(mark)
    (checkout / "setup.cfg").write_text("[easy_install]\nindex_url = https://example.org/\n")
    (checkout / "pip.conf").write_text("[global]\nno-index = true\n")
    (checkout / "pyproject.toml").write_text("[build-system]\nrequires = []\n")
    (checkout / "content/a.md").write_text(BAD)
    git(checkout, "add", "-A")
    git(checkout, "commit", "-q", "-m", "untrusted")
    return checkout


@needs_bash
@pytest.mark.slow
def test_no_step_of_the_action_runs_anything_of_the_checkout(hostile: Path, sources: Path) -> None:
    installed = run(hostile, "Install contentlint", package=str(sources))
    assert installed.returncode == 0, installed.stderr
    for inputs in ({}, {"trusted_ref": "base"}, {"sarif": "true", "args": "--jobs=2"}):
        result = run(hostile, "Check", paths="content", **inputs)
        assert result.returncode == 1, result.stderr
        assert outputs(hostile)["findings"] == "1"
    assert not (hostile.parent / "hacked").exists()


def lines_of_gitlab(paths: str, arguments: str, package: str) -> list[str]:
    """What the component runs."""
    _, job = yaml.safe_load_all((ROOT / "templates/contentlint.yml").read_text())
    values = {"paths": paths, "args": arguments, "package": package}
    script: list[str] = job["contentlint"]["script"]
    return [
        re.sub(r"\$\[\[ inputs\.(\w+) \]\]", lambda match: values[match[1]], line)
        for line in script
    ]


def lines_of_the_page(heading: str) -> list[str]:
    """What the page says to run in pipelines of other kinds."""
    section = PAGE.split(f"## {heading}\n")[1].split("\n## ")[0]
    block = section.split("```")[1]
    if heading == "Jenkins":
        return re.findall(r"sh '([^']+)'", block)
    if heading == "Azure Pipelines":
        return re.findall(r"- script: (.+)", block)
    return block.splitlines()[1:]


@needs_bash
@pytest.mark.slow
@pytest.mark.parametrize("kind", ["GitLab", "Jenkins", "Azure Pipelines", "Any shell"])
def test_no_line_of_another_pipeline_runs_anything_of_the_checkout(
    hostile: Path, sources: Path, kind: str
) -> None:
    """In an environment that takes the part of the image's Python."""
    image = hostile.parent / "image"
    subprocess.run([sys.executable, "-m", "venv", str(image)], check=True)
    if kind == "GitLab":
        lines = lines_of_gitlab("content", "--trusted-ref=$BASE", str(sources))
    else:
        lines = [
            re.sub(r"install contentlint$", f"install {sources}", line)
            for line in lines_of_the_page(kind)
        ]
    variables = {
        "PATH": f"{image / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "WORKSPACE_TMP": str(hostile.parent / "workspace"),
        "BASE": "base",
    }
    results = [
        subprocess.run(
            ["bash", "-eo", "pipefail", "-c", line],
            cwd=hostile,
            env={**os.environ, **variables},
            capture_output=True,
            text=True,
        )
        for line in lines
    ]
    assert [result.returncode for result in results[:-1]] == [0] * (len(results) - 1), results
    assert "error[html/stray-end-tag]" in results[-1].stdout
    written = {
        "gl-code-quality-report.json": "[\n{",
        "contentlint.xml": "<?xml",
        "report.html": "<!doctype html>",
        "report.json": "{",
    }
    reports = [name for name in written if f"--output {name}" in lines[-1]]
    assert reports
    for name in reports:
        assert (hostile / name).read_text().startswith(written[name])
    assert not (hostile.parent / "hacked").exists()


@needs_bash
@pytest.mark.slow
def test_the_step_of_installing(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.md").write_text(BAD)
    shutil.copytree(ROOT, tmp_path / "action", ignore=shutil.ignore_patterns(".*", "node_modules"))
    installed = run(tmp_path, "Install contentlint", package=str(tmp_path / "action"))
    assert installed.returncode == 0, installed.stderr
    result = run(tmp_path, "Check", paths="content")
    assert result.returncode == 1, result.stderr
    assert outputs(tmp_path) == {"findings": "1"}


def test_the_page_lists_every_input() -> None:
    table = PAGE[PAGE.index("| input ") : PAGE.index("Findings are shown on")]
    assert set(re.findall(r"`([a-z-]+)`(?=,|\s+\|| `|, )", table)) >= set(ACTION["inputs"])


def test_the_component_has_the_inputs_of_the_page() -> None:
    header, job = yaml.safe_load_all((ROOT / "templates/contentlint.yml").read_text())
    inputs = set(header["spec"]["inputs"])
    assert inputs == {"paths", "args", "stage", "package", "image"}
    assert set(re.findall(r"\$\[\[ inputs\.(\w+) \]\]", str(job))) == inputs


def blocks(heading: str) -> list[str]:
    section = PAGE.split(f"## {heading}\n")[1].split("\n## ")[0]
    return re.findall(r"```yaml\n(.*?)```", section, re.DOTALL)


def component_with_defaults(folder: Path) -> Path:
    """The job that GitLab makes of the component where no input is given."""
    header, _, job = (ROOT / "templates/contentlint.yml").read_text().partition("\n---\n")
    inputs = yaml.safe_load(header)["spec"]["inputs"]
    file = folder / "component.yml"
    file.write_text(
        re.sub(r"\$\[\[ inputs\.(\w+) \]\]", lambda match: inputs[match[1]]["default"], job)
    )
    return file


def workflow_of_the_readme(folder: Path) -> Path:
    """The steps of the README in a job."""
    readme = (ROOT / "README.md").read_text().partition("### In CI")[2]
    steps = yaml.safe_load(readme.partition("```yaml\n")[2].partition("```")[0])
    file = folder / "readme.yml"
    jobs = {"contentlint": {"runs-on": "ubuntu-latest", **steps}}
    file.write_text(yaml.safe_dump({"on": "push", "jobs": jobs}))
    return file


@pytest.mark.slow
def test_everything_is_valid_by_its_schema(tmp_path: Path) -> None:
    pytest.importorskip("check_jsonschema")
    files = [("vendor.github-actions", ROOT / "action.yml")]
    for heading, schema in (
        ("GitHub Actions", "vendor.github-workflows"),
        ("GitLab CI", "vendor.gitlab-ci"),
        ("Azure Pipelines", "vendor.azure-pipelines"),
        ("Untrusted changes", "vendor.github-workflows"),
    ):
        for number, text in enumerate(blocks(heading)):
            file = tmp_path / f"{heading}-{number}.yml"
            file.write_text(text)
            files.append((schema, file))
    files += [
        ("vendor.gitlab-ci", component_with_defaults(tmp_path)),
        ("vendor.github-workflows", workflow_of_the_readme(tmp_path)),
    ]
    assert len(files) == 9
    for schema, file in files:
        command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(file)]
        result = subprocess.run(command, capture_output=True, text=True)
        assert result.returncode == 0, result.stdout


@pytest.mark.slow
def test_zizmor_finds_nothing_in_the_action_and_the_workflows(tmp_path: Path) -> None:
    zizmor = Path(sys.executable).with_name("zizmor")
    if not zizmor.exists():
        pytest.skip("needs zizmor")
    folder = tmp_path / ".github/workflows"
    folder.mkdir(parents=True)
    for number, text in enumerate(blocks("GitHub Actions") + blocks("Untrusted changes")):
        (folder / f"{number}.yml").write_text(text)
    shutil.copy(ROOT / "action.yml", tmp_path / "action.yml")
    command = [str(zizmor), "--offline", "--no-progress", str(tmp_path)]
    result = subprocess.run(command, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout
