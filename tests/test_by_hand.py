"""Interactive use: limits, trends, completion, the first run."""

import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from test_cli import run

from contentlint.cache.place import cache_folder
from contentlint.cli.commands import COMMANDS

BAD = "---\ntitle: Low\ndate: 2024-03-18\nauthor: Mara\n---\n\n<p>low</b></p>\n"
GOOD = "---\ntitle: Low\ndate: 2024-03-18\n---\n\nLow tide.\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    # Equal findings would be grouped.
    names = {"a/one": "b", "a/two": "i", "b/three": "q", "c/four": "u", "d/five": "s"}
    for name, tag in names.items():
        file = tmp_path / f"{name}.md"
        file.parent.mkdir(exist_ok=True)
        file.write_text(BAD.replace("</b>", f"</{tag}>"))
    return tmp_path


def test_a_limit_reports_the_number_of_omitted_findings(site: Path) -> None:
    out = run(site, "--limit", "2").stdout
    assert out.count("error[html/stray-end-tag]") == 2
    assert "and 3 more (3 errors); use `--limit 0` to list all\n" in out
    assert "5 errors in 5 files" in out
    assert run(site, "--limit", "0").stdout.count("error[html/stray-end-tag]") == 5
    assert run(site, "--limit", "few").returncode == 2
    run(site, "--limit", "1", "--output", "r.txt")
    assert (site / "r.txt").read_text().count("error[html/stray-end-tag]") == 1


def test_a_limit_omits_the_least_severe_findings(site: Path) -> None:
    (site / "a/one.md").write_text(GOOD.replace("Low tide", "![](https://picsum.photos/9) Tide"))
    out = run(site, "--limit", "4").stdout
    assert out.count("error[html/stray-end-tag]") == 4
    assert "image/placeholder]" not in out
    assert "a/one.md\n" not in out
    assert "and 1 more (1 warning); use `--limit 0` to list all\n" in out


def test_the_worst_folders_are_listed_if_there_are_many_findings(site: Path) -> None:
    assert " in a\n" not in run(site).stdout
    for number in range(30):
        (site / f"a/more-{number}.md").write_text(BAD)
    assert " 32  in a\n  1  in b\n  1  in c\n" in run(site).stdout


def test_changes_since_the_last_run(site: Path) -> None:
    assert "since the last run" not in run(site).stdout
    assert "since the last run" not in run(site).stdout
    (site / "a/one.md").write_text(GOOD)
    moved = BAD.replace("</b>", "</i>").replace("<p>", "\n\n<p>")
    (site / "a/two.md").write_text(moved + "\n<p>more</u></p>\n")
    assert "since the last run: 1 new, 1 fixed\n" in run(site).stdout
    assert "since the last run" not in run(site, "a").stdout
    folder = cache_folder(site)
    assert folder is not None
    (folder / "last-run.json").write_text("[1, {")
    assert run(site).returncode == 1


def at_terminal(folder: Path, *arguments: str) -> str:
    """The output of contentlint on a terminal."""
    main, other = pty.openpty()
    environment = {**os.environ, "NO_COLOR": "1", "TERM": "xterm"}
    command = [sys.executable, "-m", "contentlint", *arguments]
    process = subprocess.Popen(command, cwd=folder, stdout=other, stderr=other, env=environment)
    os.close(other)
    seen = b""
    while True:
        try:
            piece = os.read(main, 65536)
        except OSError:
            break
        if not piece:
            break
        seen += piece
    process.wait(timeout=120)
    os.close(main)
    return seen.decode().replace("\r\n", "\n")


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo terminal")
def test_the_first_run_prints_the_generator_and_the_next_steps(site: Path) -> None:
    (site / "_config.yml").write_text("source_dir: source\npublic_dir: public\n")
    lines = [line for line in at_terminal(site).splitlines() if line.startswith("contentlint: ")]
    assert lines == [
        "contentlint: 5 articles, generator hexo (detected from _config.yml), "
        "front matter schema `hexo`",
        "contentlint: run `contentlint init` to write a commented contentlint.toml",
        "contentlint: run `contentlint baseline write` to suppress all existing findings",
    ]
    assert "contentlint: " not in at_terminal(site)
    assert run(site, "check").stderr == ""


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo terminal")
def test_a_configured_site_gets_no_hints(site: Path) -> None:
    (site / "contentlint.toml").write_text("")
    assert "contentlint: " not in at_terminal(site)


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("contentlint ch", {"check"}),
        ("contentlint check --form", {"--format"}),
        ("contentlint check --format sa", {"sarif"}),
        ("contentlint --select html/dup", {"html/duplicate-attribute", "html/duplicate-id"}),
        ("contentlint explain image/place", {"image/placeholder"}),
        ("contentlint credits --format h", {"html"}),
        ("contentlint baseline pr", {"prune"}),
        ("contentlint ca", {"cache"}),
        ("contentlint cache ex", {"explain"}),
        ("contentlint cache info --cache", {"--cache-dir"}),
        ("contentlint schema export --dr", {"--draft"}),
        ("contentlint schema export --draft 2", {"2020-12"}),
        ("contentlint config show --fi", {"--files"}),
        ("contentlint completion f", {"fish"}),
    ],
)
def test_bash_completes(tmp_path: Path, words: str, wanted: set[str]) -> None:
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("needs bash")
    script = run(tmp_path, "completion", "bash").stdout
    script += f'\nCOMP_WORDS=({words})\nCOMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))\n_contentlint\nprintf "%s\\n" "${{COMPREPLY[@]}}"\n'
    done = subprocess.run([bash, "-c", script], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) == wanted


def test_every_shell_has_every_option(tmp_path: Path) -> None:
    for shell in ("bash", "zsh", "fish"):
        script = run(tmp_path, "completion", shell).stdout
        assert all(name in script for name in {c.name.partition(" ")[0] for c in COMMANDS})
        for word in (
            "files",
            "cache-dir",
            "format",
            "unsafe-fixes",
            "group-by",
            "fail-on-missing",
            "sarif",
        ):
            assert word in script
    assert run(tmp_path, "completion", "csh").returncode == 2
