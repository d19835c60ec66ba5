"""The benchmarks as real processes on a small invented site."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"


def run(name: str, *arguments: str) -> str:
    command = [sys.executable, str(BENCHMARKS / name), *arguments]
    root = str(BENCHMARKS.parent)
    result = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": root, "PYTHONUTF8": "1", "PATH": os.defpath},
    )
    assert result.returncode == 0, result.stderr
    return result.stdout


def texts(folder: Path) -> dict[str, bytes]:
    return {f.relative_to(folder).as_posix(): f.read_bytes() for f in folder.rglob("*.md")}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    run("generate_site.py", str(folder), "--articles", "250", "--html", "0.4")
    return folder


@pytest.mark.slow
def test_a_site_is_reproducible(site: Path, tmp_path: Path) -> None:
    run("generate_site.py", str(tmp_path / "same"), "--articles", "250", "--html", "0.4")
    run("generate_site.py", str(tmp_path / "other"), "--articles", "250", "--seed", "2")
    assert len(texts(site)) == 250
    assert texts(tmp_path / "same") == texts(site)
    assert texts(tmp_path / "other").keys() == texts(site).keys()
    assert texts(tmp_path / "other") != texts(site)


@pytest.mark.slow
def test_stages_of_a_run(site: Path) -> None:
    out = run("stages.py", str(site), "--rounds", "1")
    assert re.match(r"250 articles, \d+ findings\n", out)
    for stage in ("discovery", "read", "front matter", "schema", "tree", "report", "the floor"):
        assert re.search(rf"^ +\d+\.\d +\d+\.\d +\d* +{stage}$", out, re.MULTILINE), stage
    assert "  html/unclosed-element\n" in out


@pytest.mark.slow
def test_linters_that_are_not_installed_are_skipped(site: Path) -> None:
    out = run("compare.py", str(site), "--rounds", "1", "--rumdl", "no-such-program")
    rows = [line.split("  ")[0] for line in out.splitlines()[2:]]
    assert rows == ["python -c pass", "the floor", "contentlint"]
