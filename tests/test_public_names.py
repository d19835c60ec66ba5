"""The public names: complete, sorted, and loaded only when they are used."""

import ast
import subprocess
import sys
from pathlib import Path

import contentlint
from contentlint import registry


def test_all_is_sorted_and_every_name_is_there() -> None:
    assert contentlint.__all__ == sorted(contentlint.__all__)
    assert set(contentlint.__all__) == set(contentlint._HOMES)
    for name in contentlint.__all__:
        assert getattr(contentlint, name).__name__ == name
    assert contentlint.__version__


def test_type_checkers_see_the_same_names() -> None:
    tree = ast.parse(Path(contentlint.__file__).read_text("utf-8"))
    [block] = [node for node in tree.body if isinstance(node, ast.If)]
    seen = {
        alias.name
        for node in block.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert seen == set(contentlint.__all__)


def imported_by(code: str) -> set[str]:
    script = f"import sys\n{code}\nprint(*sys.modules)"
    out = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(out.stdout.splitlines()[-1].split())


HEAVY = {
    "pydantic",
    "turbohtml",
    "bs4",
    "yaml",
    "frontmatter",
    "pyromark",
    "pathspec",
    "markdown_it",
}


def test_what_costs_time_is_imported_where_it_is_used() -> None:
    assert not HEAVY & imported_by("import contentlint")
    for arguments in (["--version"], ["--help"], ["rules"]):
        assert not HEAVY & imported_by(f"from contentlint.cli import main; main({arguments})")


def test_asking_for_ids_imports_no_rule() -> None:
    modules = imported_by("from contentlint import registry; registry.rule_ids()")
    assert not [name for name in modules if name.startswith("contentlint.rules.")]


def test_ids_are_sorted_and_come_from_file_names() -> None:
    assert list(registry.rule_ids()) == sorted(registry.rule_ids())
    assert "html/unclosed-element" in registry.rule_ids()
    assert not [rule_id for rule_id in registry.rule_ids() if "/-" in rule_id]
