"""Checking front matter against a schema: spans and messages of problems."""

import datetime
from pathlib import Path
from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field, HttpUrl, field_validator, model_validator

from contentlint.article.document import Document
from contentlint.core.errors import SchemaError
from contentlint.core.source import Source
from contentlint.fields import PublishDate, Title
from contentlint.front_matter import read
from contentlint.schema.loading import load_model, load_schema
from contentlint.schema.problem import FieldProblem, Schema
from contentlint.schema.pydantic_model import ModelSchema
from contentlint.schema.shipped import shipped_schemas


class Person(BaseModel):
    name: str


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")

    title: Title
    desk: Literal["city", "culture"] = "city"
    count: int = 0
    parts: list[str] = []
    person: Person | None = None
    people: list[Person] = []
    home: HttpUrl | None = None
    day: datetime.date | None = None
    word: Annotated[str, Field(min_length=3)] = "abc"
    weight: int = Field(0, alias="weightOf")
    either: str | list[str] = ""
    own: str = ""

    @field_validator("own")
    @classmethod
    def _own(cls, value: str) -> str:
        if value == "bad":
            raise ValueError("must not be bad.")
        return value

    @model_validator(mode="after")
    def _whole(self) -> "Strict":
        if self.title == "boom":
            raise ValueError("title and count do not fit")
        return self


def problems(yaml: str, model: type[BaseModel] = Strict) -> list[tuple[str, str, str]]:
    text = f"---\n{yaml}\n---\n"
    found = ModelSchema("schema.py:Model", model).check(read(text))
    return [(p.kind, text[p.span.start : p.span.end], p.message) for p in found]


@pytest.mark.parametrize(
    ("yaml", "kind", "marked", "message"),
    [
        ("count: 1", "missing", "---", "`title` is missing"),
        ("title:", "missing", "title", "`title` is empty; expected a non-empty string"),
        (
            "titel: a",
            "missing",
            "titel",
            "`title` is missing; found `titel`, did you mean `title`?",
        ),
        (
            "title: a\ndesk: cultur",
            "invalid",
            "cultur",
            "`desk`: `cultur` is not allowed; did you mean `culture`?",
        ),
        (
            "title: a\ndesk: sea",
            "invalid",
            "sea",
            "`desk`: expected `city` or `culture`, found `sea`",
        ),
        ("title: a\ncount: x", "invalid", "x", "`count`: expected an integer, found `x`"),
        ("title: a\nparts: b", "invalid", "b", "`parts`: expected a list, found `b`"),
        (
            "title: a\nparts: [b, {c: d}]",
            "invalid",
            "{c: d}",
            "`parts.1`: expected a string, found a mapping",
        ),
        ("title: a\nperson: {}", "missing", "{}", "`person.name` is missing"),
        (
            "title: a\npeople: [{name: b}, {n: c}]",
            "missing",
            "{n: c}",
            "`people.1.name` is missing",
        ),
        (
            "title: a\nhome: b",
            "invalid",
            "b",
            "`home`: expected a URL such as `https://example.org/`, found `b`",
        ),
        (
            "title: a\nday: Nov 19, 2021",
            "date",
            "Nov 19, 2021",
            "`day`: `Nov 19, 2021` is not ISO 8601; write `2021-11-19`",
        ),
        ("title: a\nword: ab", "invalid", "ab", "`word`: expected at least 3 characters"),
        ("title: a\nweightOf: b", "invalid", "b", "`weightOf`: expected an integer, found `b`"),
        (
            "title: a\neither: {b: c}",
            "invalid",
            "{b: c}",
            "`either`: expected a string or a list, found a mapping",
        ),
        ("title: a\nown: bad", "invalid", "bad", "`own`: `bad`: must not be bad"),
        ("title: boom", "invalid", "---", "front matter: title and count do not fit"),
        ("title: a\nmood: b", "unknown", "mood", "`mood`: unknown key"),
        (
            "title: a\nparst: b",
            "unknown",
            "parst",
            "`parst`: unknown key; did you mean `parts`?",
        ),
    ],
)
def test_an_error_becomes_a_problem(yaml: str, kind: str, marked: str, message: str) -> None:
    assert problems(yaml) == [(kind, marked, message)]


def test_no_message_comes_from_pydantic() -> None:
    text = "---\ntitle: [1]\ncount: {}\nday: 5x\nhome: 1\nparts: 1\nperson: x\n---\n"
    found = ModelSchema("s.py:S", Strict).check(read(text))
    assert len(found) == 6
    for problem in found:
        for words in ("Input should", "pydantic", "http://errors", "validation error"):
            assert words not in problem.message


def test_an_ambiguous_yaml_value_is_reported_once() -> None:
    assert problems("title: a\nparts: [no]") == []


def test_a_fix_stays_in_the_quotes() -> None:
    class Model(BaseModel):
        date: PublishDate

    text = "---\ndate: 'Nov 19, 2021'\n---\n"
    [problem] = ModelSchema("s.py:Model", Model).check(read(text))
    assert problem.fix is not None
    [edit] = problem.fix.edits
    assert (
        text[: edit.span.start] + edit.text + text[edit.span.end :]
        == "---\ndate: '2021-11-19'\n---\n"
    )


def test_broken_yaml_is_not_checked_against_a_schema() -> None:
    assert problems("title: a: b") == []


# --- when a field may be missing


def field_problems(text: str, schema: Schema, **options: Any) -> list[FieldProblem]:
    return list(Document(Source("a.md", text), schema=schema, **options).field_problems)


def test_a_shipped_schema_requires_nothing_of_a_file_that_is_not_an_article() -> None:
    shipped = load_schema("article", Path())
    assert field_problems("---\nlayout: redirect\n---\n", shipped) == []
    assert field_problems("no block\n", shipped) == []
    assert [p.kind for p in field_problems("---\ndate: 2024-03-18\n---\n", shipped)] == ["missing"]
    assert [p.kind for p in field_problems("---\nlayout: a\ntitle:\n---\n", shipped)] == ["missing"]


def test_a_chosen_schema_or_collection_requires_keys_in_every_file() -> None:
    own = ModelSchema("schema.py:Strict", Strict)
    assert [p.kind for p in field_problems("---\ncount: 1\n---\n", own)] == ["missing"]
    shipped = load_schema("article", Path())
    [problem] = field_problems("no block\n", shipped, expects_front_matter=True)
    assert (problem.kind, problem.span) == ("missing", (0, 0))


# --- loading


def test_the_shipped_schemas_are_found() -> None:
    assert {"article", "hexo"} <= set(shipped_schemas())
    for name in shipped_schemas():
        model = load_model(name, Path()).model
        assert all(f.description for f in model.model_fields.values())


def test_a_schema_of_five_lines(tmp_path: Path) -> None:
    (tmp_path / "post.py").write_text(
        "from typing import Literal\n"
        "from contentlint.schemas.hexo import Post as HexoPost\n\n"
        "class Post(HexoPost):\n"
        "    desk: Literal['city']\n"
    )
    schema = load_schema("post.py:Post", tmp_path)
    messages = [p.message for p in schema.check(read("---\ntitle: a\ntags: {}\n---\n"))]
    assert messages == ["`desk` is missing"]


@pytest.mark.parametrize(
    ("reference", "content", "words"),
    [
        ("hexxo", None, "unknown schema `hexxo`; did you mean `hexo`?"),
        ("post.py", "", "add the name of the model: `post.py:Model`"),
        ("none.py:Post", None, "none.py: schema not found"),
        (
            "post.py:Pots",
            "from contentlint.schemas.hexo import Post",
            "schema has no `Pots`; did you mean `Post`?",
        ),
        ("post.py:Post", "Post = 5", "`Post` is not a Pydantic model"),
        (
            "post.py:Post",
            "x = 1\nimport nowhere_at_all",
            "post.py:2: schema fails to import: ModuleNotFoundError",
        ),
        ("post.py:Post", "x = 1\n\ny = z", "post.py:3: schema fails to import: NameError"),
        (
            "post.py:Post",
            "class Post(:\n",
            "post.py:1: schema fails to import: SyntaxError: invalid syntax",
        ),
        ("no.such.module:Post", None, "schema fails to import"),
    ],
)
def test_a_schema_that_cannot_be_loaded(
    tmp_path: Path, reference: str, content: str | None, words: str
) -> None:
    if content is not None:
        (tmp_path / "post.py").write_text(content)
    with pytest.raises(SchemaError) as caught:
        load_schema(reference, tmp_path)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)
