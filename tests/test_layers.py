"""The import contracts of `pyproject.toml`, and rules about code that they cannot express."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from contentlint.site import generators

HERE = Path(__file__).parents[1]
ROOT = HERE / "contentlint"
MODULES = sorted(ROOT.rglob("*.py"))
CONTRACTS: dict[str, dict[str, Any]] = {
    contract["id"]: contract
    for contract in tomllib.loads((HERE / "pyproject.toml").read_text("utf-8"))["tool"][
        "importlinter"
    ]["contracts"]
}
# The separators of packages in a layer.
MARKS = "|:"


def name_of(file: Path) -> str:
    parts = list(file.relative_to(HERE).with_suffix("").parts)
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def part(name: str) -> str:
    return f"{name}.".split(".")[1]


def packages() -> list[str]:
    """The packages in the contract of layers, from the top down."""
    layers = CONTRACTS["layers"]["layers"]
    return [word for layer in layers for word in layer.split() if word not in MARKS]


@cache
def parsed(file: Path) -> ast.Module:
    return ast.parse(file.read_text("utf-8"))


def own(file: Path) -> Iterator[str]:
    for node in ast.walk(parsed(file)):
        if isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{file}: relative import"
            if node.module.startswith("contentlint"):
                yield node.module


def run(name: str, *arguments: str) -> str:
    """The output of a development tool if it fails."""
    tool = Path(sys.executable).with_name(name)
    done = subprocess.run([tool, *arguments], cwd=HERE, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def test_imports_keep_every_contract() -> None:
    assert run("lint-imports", "--no-cache") == ""


def test_no_function_is_too_complex() -> None:
    said = run("complexipy", "contentlint", "--failed", "--plain", "--color", "no")
    assert said == ""


@pytest.mark.parametrize("contract", ["rules", "reporters"])
def test_a_new_package_is_added_to_every_contract(contract: str) -> None:
    forbidden = {part(name) for name in CONTRACTS[contract]["forbidden_modules"]}
    # If a contract does not name a package, the layers forbid it, or it is the subject.
    below = packages()[packages().index("rule" if contract == "rules" else "reporters") + 1 :]
    assert set(below) - {"rules", "registry", "reporters", "rule"} <= forbidden


def test_a_rule_imports_no_other_rule() -> None:
    imported = {
        name_of(file): [
            name
            for name in own(file)
            if name.startswith("contentlint.rules.") and name.rpartition(".")[2][:1] != "_"
        ]
        for file in MODULES
        if part(name_of(file)) == "rules"
    }
    assert {name: others for name, others in imported.items() if others} == {}


def test_a_long_file_explains_why() -> None:
    long = [file for file in MODULES if len(file.read_text("utf-8").splitlines()) > 400]
    explained = {file: ast.get_docstring(parsed(file)) or "" for file in long}
    assert [file for file, text in explained.items() if "In one module, for " not in text] == []


@pytest.mark.slow
def test_no_code_mentions_a_generator() -> None:
    names = set(generators.names())
    mentioned = [
        f"{file}:{node.lineno}"
        for file in MODULES
        # Examples of rules mention them, as articles do; `site.links` has a module for each.
        if not name_of(file).startswith(
            ("contentlint.site.generators", "contentlint.site.links", "contentlint.rules")
        )
        for node in ast.walk(parsed(file))
        if isinstance(node, ast.Constant) and node.value in names
    ]
    assert mentioned == []


def test_the_page_has_every_package_in_the_order_of_the_layers() -> None:
    page = (HERE / "docs/architecture.md").read_text("utf-8")
    named = re.findall(r"^### `(\w+)`$", page, re.MULTILINE)
    level = {
        package: number
        for number, layer in enumerate(reversed(CONTRACTS["layers"]["layers"]))
        for package in layer.split()
    }
    assert sorted(named) == sorted(packages())
    assert [level[package] for package in named] == sorted(level[package] for package in named)


def test_modules_named_on_the_page_exist() -> None:
    page = (HERE / "docs/architecture.md").read_text("utf-8")
    for package, text in re.findall(
        r"^### `(\w+)`\n(.*?)(?=^### |\Z)", page, re.MULTILINE | re.DOTALL
    ):
        for name in re.findall(r"`([a-z_]+(?:\.py|/))`", text):
            assert (ROOT / package / name).exists() or (HERE / name).exists(), f"{package}: {name}"
