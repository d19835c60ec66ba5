"""JSON Schema compared with the `jsonschema` library: the same articles fail, at the same keys."""

import json
import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from contentlint.front_matter import KeyPath, read
from contentlint.schema.json_schema import JsonSchema
from contentlint.schema.loading import load_schema

POST: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "required": ["title", "date"],
    "properties": {
        "title": {"type": "string", "minLength": 3, "maxLength": 20},
        "date": {"type": "string", "format": "date"},
        "kind": {"enum": ["news", "essay", 7]},
        "rank": {"type": "integer", "minimum": 1, "maximum": 9, "multipleOf": 2},
        "draft": {"type": "boolean"},
        "slug": {"type": "string", "pattern": "^[a-z]+$"},
        "tags": {"type": "array", "items": {"type": "string"}, "uniqueItems": True, "maxItems": 3},
        "cover": {"$ref": "#/$defs/image"},
        "author": {"anyOf": [{"type": "string"}, {"$ref": "#/$defs/person"}]},
        "layout": {"const": "post"},
        "licence": {"not": {"type": "null"}},
    },
    "dependentRequired": {"cover": ["kind"]},
    "if": {"required": ["draft"]},
    "then": {"required": ["rank"]},
    "$defs": {
        "image": {
            "type": "object",
            "required": ["file", "alt"],
            "additionalProperties": False,
            "properties": {"file": {"type": "string"}, "alt": {"type": "string"}},
        },
        "person": {
            "type": "object",
            "required": ["name"],
            "properties": {"name": {"type": "string"}, "born": {"type": "integer"}},
        },
    },
}
CLOSED: dict[str, Any] = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    "allOf": [
        {"properties": {"title": {"type": "string"}, "rank": {"exclusiveMinimum": 0}}},
        {"required": ["title"]},
    ],
    "properties": {
        **dict.fromkeys(("title", "date", "kind", "rank", "slug", "draft", "layout"), True),
        "tags": {"minItems": 1, "contains": {"const": "sea"}},
        "author": {"oneOf": [{"type": "object"}, {"type": "string"}]},
        "cover": {"minProperties": 2, "propertyNames": {"maxLength": 4}},
    },
    "additionalProperties": False,
}
PERSON = {"name": "Mara Quist", "born": 1990}
VALUES: dict[str, list[Any]] = {
    "title": [
        "Low tide",
        "Hi",
        "A title that is far too long",
        7,
        None,
        ["Low tide"],
        "低潮在晚上",
    ],
    "date": [date(2024, 3, 18), "2024-03-18", "18 March", 20240318, None],
    "kind": ["news", "nwes", 7, "7", None],
    "rank": [2, 3, 0, 12, "2", 2.5, -4],
    "draft": [True, False, "maybe", 1],
    "slug": ["tide", "Low Tide", "", 12],
    "tags": [["sea"], ["sea", "sea"], ["sea", 3], "sea", [], ["a", "b", "c", "sea"], [["sea"]]],
    "cover": [
        {"file": "a.png", "alt": "sea"},
        {"file": "a.png"},
        {"fiel": 1, "alt": "b"},
        "a.png",
        {},
    ],
    "author": ["Mara Quist", PERSON, {"born": "1990"}, 7, [PERSON], None],
    "layout": ["post", "page"],
    "licence": ["CC0", None],
    "desk": ["city"],
}


def articles(seed: int, number: int) -> Iterator[tuple[dict[str, Any], str]]:
    """Generated articles: their data and their text."""
    chance = random.Random(seed)
    for _ in range(number):
        keys = [key for key in VALUES if chance.random() < 0.6]
        # The first value of each is right; half of the articles have no other.
        most = 1 if chance.random() < 0.5 else 7
        said = {key: chance.choice(VALUES[key][:most]) for key in keys}
        style = chance.choice([True, False, None])
        block = yaml.safe_dump(said, allow_unicode=True, sort_keys=False, default_flow_style=style)
        end = chance.choice(["\n", "\r\n"])
        yield said, f"---\n{block}---\nLow tide at six.\n".replace("\n", end)


def as_json(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: as_json(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_json(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def theirs(schema: dict[str, Any], said: Any) -> tuple[set[KeyPath], set[KeyPath]]:
    """The key paths that the library rejects, and those of unions, whose branches are below."""
    kind = jsonschema.validators.validator_for(schema)
    checker = kind(schema, format_checker=jsonschema.FormatChecker(["date"]))
    paths: set[KeyPath] = set()
    unions: set[KeyPath] = set()
    for error in checker.iter_errors(as_json(said)):
        path = tuple(error.absolute_path)
        if error.validator == "required":
            paths |= {(*path, key) for key in error.validator_value if key not in error.instance}
        elif error.validator == "dependentRequired":
            wanted = [
                k
                for key, keys in error.validator_value.items()
                if key in error.instance
                for k in keys
            ]
            paths |= {(*path, key) for key in wanted if key not in error.instance}
        elif error.validator == "additionalProperties":
            paths |= {
                (*path, key) for key in error.instance if key not in error.schema["properties"]
            }
        elif error.validator in ("anyOf", "oneOf"):
            unions.add(path)
        elif error.validator == "uniqueItems" or error.parent is None:
            paths.add(path)
    return paths, unions


def compare(schema: JsonSchema, schema_data: dict[str, Any], said: Any, text: str) -> int:
    """Ensure that both report the same keys of an article; the number of keys."""
    front_matter = read(text)
    assert not front_matter.syntax_problems
    problems = schema.check(front_matter)
    paths, unions = theirs(schema_data, said)
    keys = {entry.key: path for path, entry in front_matter.entries.items()}
    ours = {problem.path for problem in problems}
    # A missing key that is misspelled is reported at the unknown key.
    ours |= {keys[p.span] for p in problems if p.kind == "missing" and p.fix} & paths
    # Only contentlint reports the duplicate item of a list and the branch of a union.
    repeated = {path for path in ours if path[:-1] in paths and isinstance(path[-1], int)} - paths
    within = {path for path in ours if any(path[: len(union)] == union for union in unions)}
    below = within - paths
    assert ours - below - repeated | {path[:-1] for path in repeated} == paths - (unions - ours)
    assert all(any(path[: len(union)] == union for path in within) for union in unions)
    for problem in problems:
        if problem.kind == "missing" and problem.path not in front_matter.entries:
            around = problem.path[:-1]
            misspelled = problem.fix is not None
            assert misspelled or problem.span == front_matter.span_of(around)
        else:
            entry = front_matter.entries[problem.path]
            assert problem.span in (entry.key, entry.value)
    return len(ours)


@pytest.mark.parametrize("schema_data", [POST, CLOSED], ids=["post", "closed"])
def test_the_library_objects_to_the_same_keys(tmp_path: Path, schema_data: dict[str, Any]) -> None:
    file = tmp_path / "post.schema.json"
    file.write_text(json.dumps(schema_data))
    schema = load_schema(file.name, tmp_path)
    assert isinstance(schema, JsonSchema)
    found = [compare(schema, schema_data, said, text) for said, text in articles(7, 400)]
    assert sum(found) > 200
    assert found.count(0) > 20
