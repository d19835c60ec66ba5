"""Checking front matter against JSON Schemas: same spans and messages as for a Pydantic model."""

import json
from pathlib import Path
from typing import Any

import pytest

from contentlint.core.errors import SchemaError
from contentlint.front_matter import read
from contentlint.schema.loading import load_schema
from contentlint.schema.problem import FieldProblem

AUTHOR = {
    "anyOf": [
        {"type": "string"},
        {"type": "array", "items": {"type": "string"}},
        {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}},
    ]
}
PROPERTIES: dict[str, Any] = {
    "title": {"type": "string", "minLength": 3, "maxLength": 12, "description": "the headline"},
    "kind": {"enum": ["news", "essay"]},
    "day": {"type": "string", "format": "date"},
    "time": {"type": "string", "format": "date-time"},
    "author": AUTHOR,
    "tags": {"type": "array", "uniqueItems": True, "maxItems": 3, "items": {"pattern": "^[a-z]+$"}},
    "weight": {"type": "integer", "minimum": 1, "exclusiveMaximum": 10, "multipleOf": 3},
    "url": {"type": "string", "format": "uri"},
    "draft": {"type": "boolean"},
    "cover": {"$ref": "#/$defs/image"},
    "size": {"type": ["integer", "string"]},
    "layout": {"const": "post"},
    "secret": False,
    "status": {"not": {"const": "old"}},
    "related": {"type": "array", "contains": {"type": "string"}},
}
SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "required": ["title"],
    "additionalProperties": False,
    "properties": PROPERTIES,
    "dependentRequired": {"day": ["time"]},
    "$defs": {
        "image": {
            "type": "object",
            "required": ["src"],
            "properties": {"src": {"type": "string", "description": "its address"}, "caption": {}},
            "additionalProperties": False,
        }
    },
}


def problems(tmp_path: Path, yaml: str, schema: Any = None) -> list[FieldProblem]:
    (tmp_path / "post.json").write_text(json.dumps(schema or SCHEMA), "utf-8")
    text = f"---\n{yaml}---\nLow tide.\n"
    return list(load_schema("post.json", tmp_path).check(read(text)))


@pytest.mark.parametrize(
    ("yaml", "kind", "marked", "message"),
    [
        ("day: 2024-03-18\ntime: 2024-03-18T20:00:00Z\n", "missing", "---", "`title` is missing"),
        ("titel: Low\n", "missing", "titel", "`title` is missing; found `titel`, did you mean `title`?"),
        ("title:\n", "missing", "title", "`title` is empty; expected a string"),
        ("title: ''\n", "missing", "''", "`title` is empty; expected a value"),
        ("title: Lo\n", "invalid", "Lo", "`title`: expected at least 3 characters"),
        ("title: Low tide at the sea\n", "invalid", "Low tide at the sea", "`title`: expected at most 12 characters"),
        ("title: [Low]\n", "invalid", "[Low]", "`title`: expected a string, found a list"),
        ("title: Low\nkind: nwes\n", "invalid", "nwes", "`kind`: `nwes` is not allowed; did you mean `news`?"),
        ("title: Low\nkind: poem\n", "invalid", "poem", "`kind`: expected `news` or `essay`, found `poem`"),
        ("title: Low\nday: 19 Nov 2021\ntime: 2021-11-19T00:00:00Z\n", "date", "19 Nov 2021", "`day`: `19 Nov 2021` is not ISO 8601; write `2021-11-19`"),
        ("title: Low\nday: 2024-02-30\ntime: 2021-11-19T00:00:00Z\n", "date", "2024-02-30", "`day`: `2024-02-30` does not exist; February 2024 has 29 days"),
        ("title: Low\ntime: '2024-03-18 20:00'\n", "date", "'2024-03-18 20:00'", "`time`: `2024-03-18 20:00` has the wrong format; write `2024-03-18T20:00:00Z`"),
        ("title: Low\ntime: 2024-03-18\n", "date", "2024-03-18", "`time`: `2024-03-18` has the wrong format; write `2024-03-18T00:00:00Z`"),
        ("title: Low\nday: 2024-03-18\n", "missing", "---", "`time` is missing"),
        ("title: Low\nauthor: [1, x]\n", "invalid", "1", "`author.0`: expected a string, found `1`"),
        ("title: Low\nauthor: {age: 3}\n", "missing", "{age: 3}", "`author.name` is missing"),
        ("title: Low\nauthor: 3\n", "invalid", "3", "`author`: expected a string, a list or a mapping, found `3`"),
        ("title: Low\nauthor:\n", "invalid", "author", "`author` is empty; expected a string, a list or a mapping"),
        ("title: Low\ntags: [sea, Tide]\n", "invalid", "Tide", "`tags.1`: `Tide` does not match the pattern `^[a-z]+$`"),
        ("title: Low\ntags: [sea, tide, sea]\n", "invalid", "sea", "`tags.2`: duplicate value `sea`; remove it"),
        ("title: Low\ntags: [a, b, c, d]\n", "invalid", "[a, b, c, d]", "`tags`: expected at most 3 items"),
        ("title: Low\nweight: 0\n", "invalid", "0", "`weight`: expected at least 1, found `0`"),
        ("title: Low\nweight: 12\n", "invalid", "12", "`weight`: expected less than 10, found `12`"),
        ("title: Low\nweight: 4\n", "invalid", "4", "`weight`: expected a multiple of 3, found `4`"),
        ("title: Low\nweight: two\n", "invalid", "two", "`weight`: expected an integer, found `two`"),
        ("title: Low\nurl: tide\n", "invalid", "tide", "`url`: expected a URL such as `https://example.org/`, found `tide`"),
        ("title: Low\ndraft: maybe\n", "invalid", "maybe", "`draft`: expected `true` or `false`, found `maybe`"),
        ("title: Low\ncover: {src: 3}\n", "invalid", "3", "`cover.src`: expected a string, found `3`"),
        ("title: Low\ncover: {caption: a}\n", "missing", "{caption: a}", "`cover.src` is missing"),
        ("title: Low\ncover: {src: a, captoin: b}\n", "unknown", "captoin", "`cover.captoin`: unknown key; did you mean `caption`?"),
        ("title: Low\nsize: [1]\n", "invalid", "[1]", "`size`: expected an integer or a string, found a list"),
        ("title: Low\nlayout: page\n", "invalid", "page", "`layout`: expected `post`, found `page`"),
        ("title: Low\nsecret: 1\n", "invalid", "1", "`secret`: `1` is not allowed"),
        ("title: Low\nstatus: old\n", "invalid", "old", "`status`: `old` is not allowed"),
        ("title: Low\nrelated: [1]\n", "invalid", "[1]", "`related`: expected an item that the list does not contain"),
        ("title: Low\nmood: calm\n", "unknown", "mood", "`mood`: unknown key"),
    ],
)  # fmt: skip
def test_an_error_becomes_a_problem(
    tmp_path: Path, yaml: str, kind: str, marked: str, message: str
) -> None:
    [problem] = problems(tmp_path, yaml)
    text = f"---\n{yaml}---\n"
    assert (problem.kind, problem.message) == (kind, message)
    assert text[problem.span.start : problem.span.end] == marked


@pytest.mark.parametrize(
    "yaml",
    [
        "title: Low\nday: 2024-03-18\ntime: 2024-03-18 20:00:00+08:00\n",
        "title: Low\ntime: 2024-03-18T20:00:00Z\nauthor: {name: Mara}\nsize: 3\n",
        "title: Low\ncover: {src: /a.png, caption: ''}\ntags: [sea, tide]\nrelated: [a, 1]\n",
    ],
)
def test_valid_front_matter_passes(tmp_path: Path, yaml: str) -> None:
    assert problems(tmp_path, yaml) == []


def test_toml_and_json_are_checked_alike(tmp_path: Path) -> None:
    (tmp_path / "post.json").write_text(json.dumps(SCHEMA), "utf-8")
    schema = load_schema("post.json", tmp_path)
    for text in ("+++\ntitle = 'Low'\nweight = 4\n+++\n", '{"title": "Low", "weight": 4}\n\nx\n'):
        [problem] = schema.check(read(text))
        assert text[problem.span.start : problem.span.end] == "4"


def test_the_description_of_a_field_is_the_help(tmp_path: Path) -> None:
    [problem] = problems(tmp_path, "title: Low\ncover: {src: 3}\n")
    assert problem.help == "`src`: its address"
    [problem] = problems(tmp_path, "weight: 3\n")
    assert problem.help == "`title`: the headline"


def test_draft_07_and_references_to_neighboring_files(tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "tag.json").write_text('{"type": "string"}', "utf-8")
    draft = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "definitions": {"t": {"$ref": "parts/tag.json"}},
        "properties": {"tags": {"items": [{"$ref": "#/definitions/t"}], "additionalItems": False}},
    }
    [one] = problems(tmp_path, "tags: [1]\n", draft)
    assert one.message == "`tags.0`: expected a string, found `1`"
    assert problems(tmp_path, "tags: [a, b]\n", draft) != []


def test_a_schema_may_be_yaml(tmp_path: Path) -> None:
    (tmp_path / "post.yaml").write_text("required: [title]\n", "utf-8")
    [problem] = load_schema("post.yaml", tmp_path).check(read("---\na: 1\n---\n"))
    assert problem.message == "`title` is missing"


def test_a_value_without_a_json_type_is_a_string(tmp_path: Path) -> None:
    number = {"properties": {"n": {"type": "number"}, "b": {"type": "string"}}}
    [problem] = problems(tmp_path, "n: .nan\nb: !!binary aGk=\n", number)
    assert problem.message == "`n`: expected a number, found `.nan`"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ('{"type":\n 3}', "post.json:2: not a valid JSON Schema: `type`: "),
        ('{"type":', "post.json:1: cannot be parsed as JSON: "),
        ("[]", "post.json: not a valid JSON Schema: "),
        ('{"pattern": "("}', "post.json:1: not a valid JSON Schema: `pattern`: "),
        ('{"$ref": "https://example.org/x.json"}', "post.json: unresolved `$ref`: "),
        ('{"$ref": "../../outside.json"}', "post.json: unresolved `$ref`: "),
        ('{"$ref": "beside.json"}', "post.json: unresolved `$ref`: "),
        ("[" * 100_000, "post.json: cannot be parsed as JSON: more than 100 levels"),
    ],
)
def test_a_schema_that_cannot_be_used(tmp_path: Path, content: str, words: str) -> None:
    (tmp_path / "post.json").write_text(content, "utf-8")
    with pytest.raises(SchemaError) as caught:
        load_schema("post.json", tmp_path)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)
