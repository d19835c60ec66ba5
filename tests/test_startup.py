"""What a run imports: one that the cache answers needs no rule, no parser and no Pydantic."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("pydantic", "pydantic_core", "bs4", "turbohtml", "pyromark", "yaml", "frontmatter")

ARTICLE = (
    "---\ntitle: Low\ndate: Mon, 18 Mar 2024 02:15:40 GMT\ncover: /a.png\n---\n\n<p>low</b></p>\n"
)

PROGRAM = """\
import json, sys
from contentlint.cli import main
status = main(sys.argv[1:])
sys.stdout.flush()
sys.stderr.write(json.dumps([status, sorted(sys.modules)]))
"""


def modules(folder: Path, *arguments: str) -> tuple[int, set[str]]:
    """The exit status of a run, and the modules that it imported."""
    command = [sys.executable, "-c", PROGRAM, "check", "--quiet", *arguments]
    result = subprocess.run(command, cwd=folder, capture_output=True, check=True)
    status, names = json.loads(result.stderr.splitlines()[-1])
    return status, set(names)


def heavy(names: set[str]) -> set[str]:
    found = {name for name in names if name.split(".")[0] in HEAVY}
    found |= {name for name in names if name.startswith(("contentlint.rules", "contentlint.rule"))}
    return found | (names & {"contentlint.markup", "contentlint.config.file", "pathspec"})


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "_config.yml").write_text("source_dir: source\n")
    (tmp_path / "source/_posts").mkdir(parents=True)
    for name in "abc":
        (tmp_path / f"source/_posts/{name}.md").write_text(ARTICLE)
    return tmp_path


@pytest.mark.parametrize("format", ["text", "concise", "json"])
def test_a_run_that_the_cache_answers(site: Path, format: str) -> None:
    status, names = modules(site)
    assert status == 1
    assert {"pydantic", "turbohtml", "contentlint.rules.html.stray_end_tag"} <= names
    status, names = modules(site, "--format", format)
    assert status == 1
    assert heavy(names) == set()
    status, names = modules(site, "--format", format, "source/_posts/a.md")
    assert status == 1
    assert heavy(names) == set()


def test_a_configuration_file_that_was_checked_before(site: Path) -> None:
    (site / "contentlint.toml").write_text(
        'preset = "strict"\n[rules]\n"front-matter/missing-file" = "off"\n'
        '"image/placeholder" = { severity = "error", blocked_hosts = ["example.org"] }\n'
    )
    assert modules(site)[0] == 1
    status, names = modules(site)
    assert status == 1
    assert heavy(names) == set()
    # A mistake is found at once, however well the file was known.
    (site / "contentlint.toml").write_text('preset = "strictt"\n')
    assert modules(site)[0] == 2


def test_a_run_imports_the_generators_alone_whose_files_it_sees(site: Path) -> None:
    modules(site)
    names = modules(site)[1]
    package = "contentlint.site.generators."
    known = {name.removeprefix(package) for name in names if name.startswith(package)}
    assert known == {"hexo", "jekyll"}


def test_content_that_came_back_with_another_time(site: Path) -> None:
    modules(site)
    for file in site.glob("source/_posts/*.md"):
        file.write_text(file.read_text())
    status, names = modules(site)
    assert status == 1
    assert heavy(names) == set()


def test_nothing_for_the_network_is_imported_without_online(site: Path) -> None:
    names = modules(site, "--select", "all", "--no-cache")[1]
    tops = {name.split(".")[0] for name in names}
    assert tops.isdisjoint({"httpcore2", "h2", "anyio", "idna", "truststore"})
    assert not [name for name in names if name.startswith("contentlint.online")]
