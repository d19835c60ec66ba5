"""What is written twice because tools want it so must say the same."""

import re
import tomllib
from pathlib import Path

import yaml

from contentlint.schema.shipped import shipped_schemas

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def test_the_hooks_install_what_the_project_needs() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))
    development = PROJECT["optional-dependencies"]["dev"]
    tools = {
        line
        for line in development
        if re.match(r"(ruff|mypy|types-|import-linter|complexipy)", line)
    }
    extras = PROJECT["optional-dependencies"]
    typed = {line for extra in ("online", "lsp", "mcp") for line in extras[extra]}
    for repository in hooks["repos"]:
        assert repository["repo"] == "local"
        for hook in repository["hooks"]:
            assert set(hook["additional_dependencies"]) == {
                *PROJECT["dependencies"],
                *tools,
                *typed,
            }


def test_every_dependency_has_bounds() -> None:
    for line in PROJECT["dependencies"]:
        assert re.search(r">=\d", line), line
        assert re.search(r",<\d", line), line


def test_the_shipped_schemas_are_those_of_the_checkout() -> None:
    assert set(shipped_schemas()) == {file.stem for file in (ROOT / "schemas").glob("*.py")}


def test_the_changelog_knows_the_version() -> None:
    assert f"## [{PROJECT['version']}]" in (ROOT / "CHANGELOG.md").read_text("utf-8")
