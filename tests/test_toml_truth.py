"""What contentlint says about TOML and JSON, compared with what generators were recorded to do."""

import pytest

from contentlint import registry
from contentlint.article.document import Document
from contentlint.core.source import Source
from contentlint.engine.check import problems_of
from contentlint.schema.loading import load_schema
from contentlint.site.generators import named
from tests.generators import matrix, truth
from tests.test_date_truth import Path, happened

# `rtoml` is the library with which Zola reads front matter.
GENERATORS = {"hugo": "hugo", "rtoml": "zola", "astro": "astro", "nikola": "nikola"}
JSON = ("hugo", "eleventy", "hexo")
SYNTAX = [registry.load(f"front-matter/{name}") for name in ("invalid-syntax", "duplicate-key")]
DATES = registry.load("front-matter/date-format")
OTHERS = [
    registry.load(f"front-matter/{name}")
    for name in ("invalid-field", "missing-field", "misplaced-key", "unknown-field")
]

# Not TOML, but read by a parser that is more lenient than all the others.
LENIENT = {
    ("nikola", "nóte = 1"),
    ("nikola", "潮 = 1"),
    ("nikola", "date = 2024-03-18T10:00:00+0100"),
    ("nikola", "date = 2024-03-18T10:00:00+01"),
    ("nikola", "date = 2024-03-18T10:00:00 +01:00"),
    ("nikola", "date = 2024-03-18 10:00:00 +0100"),
    ("astro", "date = 2024-02-30"),
}

# What is stopped or lost without a finding, each with the reason.
SILENT = {
    "note = 12:30": "TOML 1.1, which the parser of Nikola is too old for",
    "note = {a = 1,}": "TOML 1.1, which the parser of Nikola is too old for",
    "note = {\n  a = 1\n}": "TOML 1.1, which the parser of Nikola is too old for",
    "date = 2024-03-18 10:00": "TOML 1.1, which the parser of Nikola is too old for",
    "date = 2024-03-18T10:00": "TOML 1.1, which the parser of Nikola is too old for",
    "date = 2024-03-18T10:00Z": "TOML 1.1, which the parser of Nikola is too old for",
    'note = ["a", 1]': "TOML 1.0, which the parser of Nikola is too old for",
    'note = ["a", ["b"]]': "TOML 1.0, which the parser of Nikola is too old for",
    "slug = 1": "a type that the schema of a generator leaves to the theme",
    "tags = [1]": "a type that the schema of a generator leaves to the theme",
    'tags = [["a"]]': "a type that the schema of a generator leaves to the theme",
    "description = 1": "a type that the schema of a collection decides",
    'draft = "true"': "a type that the schema of a collection decides",
    'draft = "false"': "a type that the schema of a collection decides",
    "draft = 1": "a type that the schema of a collection decides",
    "draft = 0": "a type that the schema of a collection decides",
    'weight = "1"': "a type that the schema of a collection decides",
    'weight = "first"': "a type that the schema of a collection decides",
    'tags = "a"': "a type that the schema of a collection decides",
    'tags = "a, b"': "a type that the schema of a collection decides",
    'categories = "a"': "a type that the schema of a collection decides",
    "date = [2024-03-18]": "a list",
    "date = 12:30:00": "a time",
    'date = ""': "an empty date",
    'updated = "tide"': "a key that the schema of a collection decides",
}


def document_of(cell: truth.Cell, name: str) -> Document:
    generator = named(name)
    schema = load_schema(generator.schema, Path())
    path = matrix.PLANS[cell.generator].path
    return Document(Source(path, cell.text), schema=schema, generator=generator)


def is_lost(cell: truth.Cell) -> bool:
    return bool(cell.stops) or not cell.has_page or not cell.is_seen


CELLS = [(name, key) for key, name in GENERATORS.items()]


@pytest.mark.parametrize(("name", "recorded"), CELLS)
def test_what_is_called_invalid_toml_was_not_read(name: str, recorded: str) -> None:
    for cell in truth.recording(recorded).group("toml"):
        found = [p for rule in SYNTAX for p in problems_of(rule, document_of(cell, name), {})]
        if found and (recorded, cell.name) not in LENIENT:
            assert is_lost(cell), (cell.id, found[0].message)


@pytest.mark.parametrize("name", JSON)
def test_what_is_called_invalid_json_was_not_read(name: str) -> None:
    for cell in truth.recording(name).group("json"):
        if any(problems_of(SYNTAX[0], document_of(cell, name), {})):
            assert is_lost(cell), cell.id


@pytest.mark.parametrize(("name", "recorded"), CELLS)
def test_toml_that_was_not_read_is_reported_or_listed(name: str, recorded: str) -> None:
    for cell in truth.recording(recorded).group("toml"):
        if is_lost(cell) and cell.name not in SILENT and not cell.name.startswith('title = "High'):
            document = document_of(cell, name)
            rules = (*SYNTAX, DATES, *OTHERS)
            assert any(any(problems_of(rule, document, {})) for rule in rules), cell.id


@pytest.mark.parametrize("name", JSON)
def test_json_that_was_not_read_is_reported(name: str) -> None:
    for cell in truth.recording(name).group("json"):
        if is_lost(cell) and "High tide" not in cell.name:
            document = document_of(cell, name)
            rules = (*SYNTAX, DATES, *OTHERS)
            assert any(any(problems_of(rule, document, {})) for rule in rules), cell.id


@pytest.mark.parametrize(("name", "recorded"), CELLS)
def test_nothing_false_is_said_about_a_date_in_toml(name: str, recorded: str) -> None:
    if recorded == "rtoml":
        pytest.skip("Zola itself is not recorded")
    for cell in truth.recording(recorded).group("toml", "json"):
        raw = cell.name.partition("=" if cell.group == "toml" else ":")[2].strip().strip('"')
        for problem in problems_of(DATES, document_of(cell, name), {}):
            if " cannot read " in problem.message:
                assert happened(cell, raw) in ("lost", ""), (cell.id, problem.message)
            elif " reads " in problem.message:
                assert happened(cell, raw) in ("shifted", "lost"), (cell.id, problem.message)


@pytest.mark.parametrize("recorded", [key for key in GENERATORS if key != "rtoml"])
def test_the_syntax_of_toml_is_never_explained_in_words_of_a_library(recorded: str) -> None:
    for cell in truth.recording(recorded).group("toml", "toml-block"):
        for problem in document_of(cell, GENERATORS[recorded]).front_matter.syntax_problems:
            assert "invalid TOML" not in problem.message
            assert "statement" not in problem.message
