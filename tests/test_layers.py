"""Who may import whom: the order of the layers, read from the source."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1] / "contentlint"
MODULES = sorted(ROOT.rglob("*.py"))

# A module may import those of its own layer and of the layers before it.
LAYERS = (
    ("core", "schemas"),
    ("fields", "bases", "site"),
    ("front_matter", "markup"),
    ("schema",),
    ("article",),
    ("rule",),
    ("rules", "registry"),
    ("config", "reporters"),
    ("cache",),
    ("baseline", "engine", "fixing"),
    ("cli",),
)
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}


def name_of(file: Path) -> str:
    parts = list(file.relative_to(ROOT.parent).with_suffix("").parts)
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{file}: relative import"
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def own(file: Path) -> list[str]:
    return [name for name in imports(file) if name.startswith("contentlint.")]


def part(name: str) -> str:
    return name.split(".")[1]


@pytest.mark.parametrize("file", MODULES, ids=name_of)
def test_a_module_imports_from_below(file: Path) -> None:
    name = name_of(file)
    if name in ("contentlint", "contentlint.__main__"):
        return
    level = LEVEL[part(name)]
    above = {n for n in own(file) if LEVEL.get(part(n), level) > level}
    assert not above


@pytest.mark.parametrize(
    "file", [m for m in MODULES if part(f"{name_of(m)}.x") == "rules"], ids=name_of
)
def test_a_rule_knows_the_rule_interface_alone(file: Path) -> None:
    category = ".".join(name_of(file).split(".")[:3])
    allowed = ("contentlint.rule", "contentlint.markup.standard", f"{category}._")
    for name in own(file):
        fits = any(
            name == a or name.startswith((f"{a}.", a if a.endswith("_") else f"{a}."))
            for a in allowed
        )
        assert fits, name


@pytest.mark.parametrize(
    "file", [m for m in MODULES if part(f"{name_of(m)}.x") == "reporters"], ids=name_of
)
def test_a_reporter_knows_findings_alone(file: Path) -> None:
    allowed = (
        "contentlint.__version__",
        "contentlint.core.finding",
        "contentlint.core.patterns",
        "contentlint.core.source",
        "contentlint.reporters",
    )
    assert all(name.startswith(allowed) for name in own(file))


@pytest.mark.parametrize("name", ["patterns", "source", "errors", "spelling", "urls", "dates"])
def test_the_ground_imports_nothing_of_ours(name: str) -> None:
    imported = own(ROOT / f"core/{name}.py")
    assert all(each.startswith("contentlint.core.patterns") for each in imported)
    assert not imported or name in ("urls", "dates")


def test_every_part_has_its_layer() -> None:
    parts = {part(name_of(file)) for file in MODULES if "." in name_of(file)} - {"__main__"}
    assert parts == set(LEVEL)


def test_no_file_is_too_long() -> None:
    for file in MODULES:
        assert len(file.read_text("utf-8").splitlines()) <= 660, file


@pytest.mark.parametrize(
    "file", [m for m in MODULES if part(f"{name_of(m)}.x") != "cli"], ids=name_of
)
def test_nothing_below_the_command_line_prints_or_knows_it(file: Path) -> None:
    is_entry = name_of(file) in ("contentlint", "contentlint.__main__")
    assert is_entry or not any(name.startswith("contentlint.cli") for name in own(file))
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        assert not (isinstance(node, ast.Name) and node.id == "print"), f"{file}:{node.lineno}"
