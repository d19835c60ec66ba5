"""`contentlint schema export` and `show`: JSON Schema for editors, and the schema of a file."""

import json
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import jsonschema
import pytest
from pydantic import Field, TypeAdapter, ValidationError

from contentlint import fields
from contentlint.front_matter import read
from contentlint.schema.export import json_schema
from contentlint.schema.loading import load_schema
from contentlint.schema.pydantic_model import ModelSchema
from contentlint.schema.shipped import shipped_schemas
from tests.test_cli import run

MODEL = """\
from typing import Literal

from pydantic import AliasChoices, BaseModel, ConfigDict, Field

from contentlint.fields import PublishDate, Title


class Cover(BaseModel):
    file: str
    alt: str | None = None


class Post(BaseModel):
    model_config = ConfigDict(extra="forbid")

    title: Title
    kind: Literal["news", "essay"] = Field("news", description="what it is")
    source: str = Field(validation_alias=AliasChoices("source", "source_url"))
    date: PublishDate | None = None
    cover: Cover | None = None
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "post.py").write_text(MODEL)
    (tmp_path / "content").mkdir()
    (tmp_path / "hugo.toml").write_text("")
    (tmp_path / "content/a.md").write_text("---\ntitle: Low tide\n---\n")
    (tmp_path / "contentlint.toml").write_text(
        '[[collections]]\nname = "posts"\ninclude = ["content/**/*.md"]\nschema = "post.py:Post"\n'
    )
    return tmp_path


# --- export


def test_a_model_as_json_schema(site: Path) -> None:
    result = run(site, "schema", "export", "post.py:Post")
    assert (result.returncode, result.stderr) == (0, "")
    made = json.loads(result.stdout)
    assert made["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert made["required"] == ["title"]
    assert made["additionalProperties"] is False
    assert list(made["properties"]) == ["title", "kind", "source", "date", "cover", "source_url"]
    kind = made["properties"]["kind"]
    assert kind["anyOf"] == [{"enum": ["news", "essay"], "type": "string"}, {"type": "null"}]
    assert (kind["default"], kind["description"]) == ("news", "what it is")
    assert made["allOf"] == [{"anyOf": [{"required": ["source"]}, {"required": ["source_url"]}]}]
    assert made["properties"]["cover"]["anyOf"][0] == {"$ref": "#/$defs/Cover"}


@pytest.mark.parametrize("arguments", [["posts"], ["post.py:Post"], []])
def test_the_schema_of_a_collection_or_the_only_schema_is_exported(
    site: Path, arguments: list[str]
) -> None:
    result = run(site, "schema", "export", *arguments)
    assert '"source_url"' in result.stdout


def test_without_a_collection_the_schema_of_the_generator_is_exported(site: Path) -> None:
    (site / "contentlint.toml").unlink()
    assert json.loads(run(site, "schema", "export").stdout) == json.loads(
        run(site, "schema", "export", "hugo").stdout
    )


def test_a_file_and_the_settings_for_editors(site: Path) -> None:
    result = run(site, "schema", "export", "posts", "--draft", "7", "--output", "post.schema.json")
    assert result.returncode == 0, result.stderr
    made = json.loads((site / "post.schema.json").read_text())
    assert made["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert made["properties"]["cover"]["anyOf"][0] == {"$ref": "#/definitions/Cover"}
    assert "Cover" in made["definitions"]
    assert '{ schemas: { "./post.schema.json": ["./content/**/*.md"] } }' in result.stdout
    assert '{ "yaml.schemas": { "./post.schema.json": ["_data/**/*.yml"] } }' in result.stdout
    assert "export it once more" not in result.stdout
    again = run(site, "schema", "export", "posts", "--output", "post.schema.json")
    assert again.returncode == 2
    assert "use --force to overwrite it" in again.stderr
    forced = run(site, "schema", "export", "posts", "--output", "post.schema.json", "--force")
    assert "export with --draft 7" in forced.stdout


def test_check_accepts_the_exported_schema(site: Path) -> None:
    run(site, "schema", "export", "posts", "--output", "post.schema.json")
    (site / "content/a.md").write_text(
        "---\ntitle: Low tide\nkind: nwes\nsource_url: x\ncover: {alt: sea}\n---\n"
    )
    only = ["--select", "front-matter/invalid-field,front-matter/missing-field", "--format", "json"]
    found = {}
    for schema in ("post.py:Post", "post.schema.json"):
        text = (site / "contentlint.toml").read_text()
        (site / "contentlint.toml").write_text(text.replace("post.py:Post", schema))
        findings = json.loads(run(site, "check", *only).stdout)["findings"]
        found[schema] = [(f["line"], f["column"], f["message"]) for f in findings]
    assert found["post.py:Post"] == [
        (3, 7, "`kind`: `nwes` is not allowed; did you mean `news`?"),
        (5, 8, "`cover.file` is missing"),
    ]
    assert found["post.schema.json"] == found["post.py:Post"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["hugoo"], "unknown schema `hugoo`; did you mean `hugo`?"),
        (["post.py:Pots"], "post.py: schema has no `Pots`; did you mean `Post`?"),
        (
            ["far.json"],
            "far.json: `$ref`s to other files cannot be exported; use the schema file itself in editors",
        ),
        (
            ["near.json", "--draft", "7"],
            "near.json: already a JSON Schema; its draft cannot be changed",
        ),
        (["odd.py:Odd"], "odd.py:Odd: cannot be expressed in JSON Schema: "),
        (
            ["--output", "no/../contentlint.toml"],
            "`no/../contentlint.toml` already exists; use --force to overwrite it",
        ),
    ],
)
def test_a_usage_error_is_reported(site: Path, arguments: list[str], message: str) -> None:
    (site / "no").mkdir()
    (site / "odd.py").write_text(
        "from collections.abc import Callable\nfrom pydantic import BaseModel\n"
        "class Odd(BaseModel):\n    f: Callable[[], int]\n"
    )
    (site / "near.json").write_text('{"type": "object"}')
    (site / "far.json").write_text('{"properties": {"a": {"$ref": "near.json"}}}')
    result = run(site, "schema", "export", *arguments)
    assert (result.returncode, result.stdout) == (2, "")
    assert message in result.stderr


def test_a_json_schema_is_exported_as_it_is(site: Path) -> None:
    (site / "near.json").write_text(
        '{"properties": {"a": {"$ref": "#/$defs/b"}}, "$defs": {"b": true}}'
    )
    made = json.loads(run(site, "schema", "export", "near.json").stdout)
    assert made["properties"] == {"a": {"$ref": "#/$defs/b"}}


def test_several_collections_need_a_name(site: Path) -> None:
    with (site / "contentlint.toml").open("a") as file:
        file.write('[[collections]]\nname = "notes"\ninclude = ["notes/**"]\nschema = "article"\n')
    result = run(site, "schema", "export")
    assert result.returncode == 2
    assert "several collections have a schema; name one of `posts`, `notes`" in result.stderr


@pytest.mark.parametrize("draft", ["2020-12", "7"])
@pytest.mark.parametrize("name", shipped_schemas())
def test_shipped_schemas_are_exported(name: str, draft: Any) -> None:
    made = json_schema(load_schema(name, Path()), draft)
    jsonschema.validators.validator_for(made).check_schema(made)
    assert "default" not in json.dumps(made.get("properties", {}).get("title", {}))


VALUES: list[Any] = [
    "a", "", " ", "2024-03-18", "2024/3/8", "2024-03-18 20:00:00 +08:00", " 2024-03", "18 Mar 2024", "7", "7.5", "-7",
    "yes", "OFF", "True", "maybe", "{{ page.x }}", "<% x %>", "en", "zh_CN", "default", "klingon", "low-tide", "low tide",
    "/img/a.png", "https://example.org/", "data:image/png;base64,AA", "rgba(0,0,0,1)", True, False, 0, 1, 7, 2.5, 10**30,
    None, [], ["a"], ["a", None], [["a"]], ["en", "fr"], [1], {}, {"name": "Mara"}, [{"name": "Mara"}], date(2024, 3, 18),
]  # fmt: skip


@pytest.mark.parametrize("name", list(fields.__all__))
def test_the_json_schema_of_a_type_accepts_every_value_of_the_type(name: str) -> None:
    adapter: TypeAdapter[Any] = TypeAdapter(getattr(fields, name))
    checker = jsonschema.Draft202012Validator(adapter.json_schema())
    refused = 0
    for value in VALUES:
        written = value.isoformat() if isinstance(value, date) else value
        try:
            adapter.validate_python(value)
        except ValidationError:
            refused += not checker.is_valid(written)
            continue
        assert checker.is_valid(written), value
    assert refused or name in ("Image",)


def test_bounds_added_to_a_type_are_kept() -> None:
    adapter: TypeAdapter[Any] = TypeAdapter(Annotated[fields.Title, Field(max_length=60)])
    assert adapter.json_schema() == {"type": ["string", "number"], "maxLength": 60}


ODD = [
    "title: ''\ndate: 2024-03-18", "Title: Low tide\ndate: 2024-03-18", "layout: redirect", "title: 7\ntags:\ncover:",
    "title: Low\ndraft: no\ntags: sea\nlang: []", "title: Low\ndate: 18 March", "TITLE: Low\nauthor: [Mara, ~]",
    "source_url: https://example.org/\noutlet: The Wire\ntitle: Low", "name: a\ndescription: b", "weight: '3'\ntitle: a",
]  # fmt: skip


@pytest.mark.parametrize(
    "name", [*shipped_schemas(), "astro.Doc", "docusaurus.BlogPost", "zola.Section", "hugo.Section"]
)
def test_the_exported_schema_is_no_stricter_than_the_model(name: str) -> None:
    schema = load_schema(name, Path())
    assert isinstance(schema, ModelSchema)
    made = json_schema(schema)
    checker = jsonschema.validators.validator_for(made)(made)
    for block in ODD:
        front_matter = read(f"---\n{block}\n---\n")
        said = {
            k: v.isoformat() if isinstance(v, date) else v for k, v in front_matter.data.items()
        }
        if not schema.check(front_matter):
            assert checker.is_valid(said), block


# --- show


def lines(text: str) -> dict[str, str]:
    return {line[2:15].strip(): line[17:] for line in text.splitlines()[1:] if line[2:15].strip()}


def test_show_prints_the_settings_and_their_origin(site: Path) -> None:
    result = run(site, "schema", "show", "content/a.md")
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.splitlines()[0] == "content/a.md"
    assert lines(result.stdout) == {
        "configuration": "contentlint.toml",
        "generator": "hugo (detected by hugo.toml)",
        "collection": "posts (contentlint.toml:1)",
        "schema": "post.py:Post (contentlint.toml:4)",
        "defined in": "post.py:Post",
        "required": "title, source|source_url",
        "optional": "kind, date, cover",
        "other keys": "forbidden",
    }


def test_show_of_the_schema_of_a_generator_for_a_missing_file(site: Path) -> None:
    said = lines(run(site, "schema", "show", "new.md").stdout)
    assert said["file"] == "does not exist yet"
    assert (said["collection"], said["schema"]) == ("none", "hugo (generator hugo)")
    assert said["required"] == "title (in articles; not in redirects and the like)"
    assert said["other keys"] == "allowed"


def test_show_runs_no_code_without_permission(site: Path) -> None:
    (site / "post.py").write_text("import pathlib\npathlib.Path('ran').touch()\n")
    said = lines(run(site, "schema", "show", "content/a.md", "--no-python-schemas").stdout)
    assert said["keys"] == "unknown: the schema is Python code and was not loaded"
    assert not (site / "ran").exists()


def test_show_prints_the_schema_that_the_article_names(site: Path) -> None:
    with (site / "contentlint.toml").open("r+") as file:
        text = file.read()
        file.seek(0)
        file.write("inline-schemas = true\n" + text)
    (site / "content/a.md").write_text("---\n# schema: skill\ntitle: Low tide\n---\n")
    said = run(site, "schema", "show", "content/a.md").stdout
    assert "overridden by skill, named in the article (`inline-schemas` is on)" in said
    assert lines(said)["required"] == "name, description"
    (site / "content/a.md").write_text("---\n# schema: skil\ntitle: Low tide\n---\n")
    said = run(site, "schema", "show", "content/a.md").stdout
    assert "the article names skil, which cannot be loaded: unknown schema `skil`" in said


def test_usage_errors_of_show_and_schema(site: Path) -> None:
    for arguments, message in (
        (["show", "content"], "`content` is a folder; name a file"),
        (["show"], "PATH is missing"),
        (["shwo"], "unknown command `schema shwo`; did you mean `schema show`?"),
        (["frobnicate"], "unknown command `schema frobnicate`; expected infer, export, show"),
    ):
        result = run(site, "schema", *arguments)
        assert result.returncode == 2
        assert message in result.stderr
    assert "schema infer PATH" in run(site, "schema").stdout
    for action in ("infer", "export", "show"):
        assert run(site, "schema", action, "--help").returncode == 0
