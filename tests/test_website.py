"""The documentation site and what is published."""

import importlib.util
import json
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
import yaml

from contentlint import addresses, registry
from website import build, generators, navigation, reference, rules

ROOT = navigation.ROOT
LINK = re.compile(r"\]\(([^)\s]+)\)")


def test_every_page_of_docs_is_in_the_navigation() -> None:
    missing = navigation.unplaced()
    assert not missing, (
        f"{', '.join(f'docs/{name}.md' for name in missing)}: add the page to a section of "
        "`SECTIONS` in website/navigation.py"
    )


def test_pages_are_in_the_navigation_once() -> None:
    names = [name for section in navigation.navigation().values() for name in section]
    assert len(names) == len(set(names))


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site") / "sources"
    build.write_sources(folder)
    return folder


@pytest.mark.slow
def test_every_rule_has_a_page_that_the_overview_links(sources: Path) -> None:
    overview = (sources / "docs/rules/index.md").read_text("utf-8")
    for rule_id in registry.rule_ids():
        page = (sources / f"docs/rules/{rule_id}.md").read_text("utf-8")
        assert f"\n# {rule_id}\n" in page
        assert f"({rule_id}.md)" in overview


@pytest.mark.slow
def test_every_relative_link_leads_to_a_source_of_the_site(sources: Path) -> None:
    docs = sources / "docs"
    for file in docs.rglob("*.md"):
        text = build._FENCE.sub("", file.read_text("utf-8"))
        text = re.sub(r"(`+)[^`].*?\1", "", text)
        for target in LINK.findall(text):
            path = target.partition("#")[0]
            if path and ":" not in path:
                assert (file.parent / path).resolve().is_file(), (
                    f"{file.relative_to(docs)}: {target}"
                )


def test_nothing_of_the_site_has_a_placeholder_as_an_address(sources: Path) -> None:
    configuration = (sources / "zensical.toml").read_text("utf-8")
    assert not re.search("@[A-Z_]+@", configuration)
    assert "site_url" not in configuration
    for file in (sources / "docs").rglob("*.md"):
        assert "OWNER.github.io" not in file.read_text("utf-8")


def test_rules_named_in_pages_are_links(sources: Path) -> None:
    page = (sources / "docs/attribution.md").read_text("utf-8")
    assert "[`attribution/missing-source`](rules/attribution/missing-source.md)" in page
    own = (sources / "docs/rules/attribution/missing-source.md").read_text("utf-8")
    assert "(../../rules/attribution/missing-source.md)" not in own


def test_changes_of_a_rule_come_from_the_changelog() -> None:
    text = (
        "# Changelog\n\n## Unreleased\n\n- `html/duplicate-id`: ids in templates\n  are known.\n"
        "- Something else about `image/placeholder`.\n\n## 0.1.0\n\n- `html/duplicate-id`: new.\n"
    )
    found = rules.changes(text)
    assert found == {
        "html/duplicate-id": [
            ("Unreleased", "`html/duplicate-id`: ids in templates are known."),
            ("0.1.0", "`html/duplicate-id`: new."),
        ]
    }


def test_generators_and_configuration_are_pages_of_facts() -> None:
    page = generators.page()
    assert "## Hexo\n" in page
    assert "| YAML parser | js-yaml 4" in page
    assert re.search(r"Recorded with \| hugo [\d.]+", page)
    keys = reference.page()
    assert "| `file-size` | integer | `10000000` | at least 1 |" in keys
    assert "max-file-size" not in keys


@pytest.mark.slow
def test_the_site_loads_nothing_from_elsewhere(tmp_path: Path) -> None:
    pytest.importorskip("zensical")
    command = [sys.executable, "-m", "website.build", "--output", str(tmp_path / "site")]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr
    pages = list((tmp_path / "site").rglob("*.html"))
    assert len(pages) > len(registry.rule_ids())
    loaded = re.compile(r"<(?:script|img|iframe|link)\b[^>]*\b(?:src|href)=\"?(?:https?:)?//[^>]*>")
    for page in pages:
        for tag in loaded.findall(page.read_text("utf-8")):
            assert 'rel="canonical"' in tag, f"{page}: {tag}"
    index = json.loads((tmp_path / "site/search.json").read_text("utf-8"))
    assert "unclosed-element" in json.dumps(index)


# --- What is published


@pytest.fixture
def hook() -> ModuleType:
    pytest.importorskip("hatchling")
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_readme_of_the_package_has_absolute_links_only(hook: ModuleType) -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    published = hook.readme(text, "https://github.com/tide/contentlint", "v1.2.3")
    assert "](https://github.com/tide/contentlint/raw/v1.2.3/docs/images/terminal.png)" in published
    assert "](https://github.com/tide/contentlint/blob/v1.2.3/docs/configuration.md)" in published
    assert "OWNER" not in published
    assert all(re.match("https?:|#", target) for target in LINK.findall(published))


def test_without_an_owner_the_readme_of_the_package_has_no_dead_link(hook: ModuleType) -> None:
    published = hook.readme((ROOT / "README.md").read_text("utf-8"), None, "v1.2.3")
    assert all(re.match("https?:|#", target) for target in LINK.findall(published))
    assert "[Configuration]" not in published
    assert "Configuration" in published


def test_the_project_has_urls_once_there_is_an_owner(
    hook: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not addresses.are_set(), "write the URLs of the owner into this test"
    metadata: dict[str, object] = {}
    hook.CustomMetadataHook(str(ROOT), {}).update(metadata)
    assert metadata["urls"] == {}
    found = hook.urls(
        {"REPOSITORY": "https://a.example/r", "DOCUMENTATION": "https://a.example/d/"}
    )
    assert found["Changelog"] == "https://a.example/d/changes/"


def test_actions_are_pinned_by_commit() -> None:
    files = [ROOT / "action.yml", *(ROOT / ".github/workflows").glob("*.yml")]
    used = re.findall(r"uses: (\S+)(.*)", "\n".join(file.read_text("utf-8") for file in files))
    assert len(used) >= 5
    for action, comment in used:
        assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", action), action
        assert re.match(r" # v\d+\.\d+\.\d+", comment), action


def test_one_action_has_one_commit_everywhere() -> None:
    files = [
        ROOT / "action.yml",
        *(ROOT / ".github/workflows").glob("*.yml"),
        *ROOT.glob("docs/*.md"),
    ]
    found: dict[str, set[str]] = {}
    for file in files:
        for action, commit in re.findall(
            r"uses: ([\w./-]+)@([0-9a-f]{40})", file.read_text("utf-8")
        ):
            found.setdefault(action, set()).add(commit)
    assert {action: len(commits) for action, commits in found.items() if len(commits) > 1} == {}


def test_the_descriptor_of_megalinter_names_options_that_exist() -> None:
    descriptor = yaml.safe_load((ROOT / "templates/megalinter.yml").read_text("utf-8"))
    [linter] = descriptor["linters"]
    from contentlint.cli import check

    names = check.parser().option_names()
    words = [
        *linter["cli_lint_extra_args"],
        *linter["cli_sarif_args"],
        linter["cli_config_arg_name"],
    ]
    assert {word for word in words if word.startswith("--")} <= set(names)
