"""Schemas of a site in several files, and what happens if their code fails."""

import json
import sys
from pathlib import Path
from types import ModuleType

import pytest
from test_cli import run

from contentlint.core.errors import SchemaError
from contentlint.front_matter import read
from contentlint.schema.loading import load_model

DESKS = "from enum import Enum\n\n\nclass Desk(Enum):\n    SEA = 'sea'\n    MUD = 'mud'\n"
POST = "{}\nfrom pydantic import BaseModel\n\n\nclass Post(BaseModel):\n    desk: Desk\n"
ARTICLE = "---\ndesk: {}\n---\nLow tide.\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for folder in ("schemas/shared", "content"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "schemas/desks.py").write_text(DESKS)
    (tmp_path / "schemas/shared/names.py").write_text("from ..desks import Desk\n")
    (tmp_path / "contentlint.toml").write_text('schema = "schemas/post.py:Post"\n')
    (tmp_path / "content/a.md").write_text(ARTICLE.format("sea"))
    (tmp_path / "content/b.md").write_text(ARTICLE.format("shore"))
    return tmp_path


def messages(folder: Path, reference: str, block: str) -> list[str]:
    schema = load_model(reference, folder)
    return [problem.message for problem in schema.check(read(f"---\n{block}\n---\n"))]


@pytest.mark.parametrize("reference", ["schemas/post.py:Post", "schemas.post:Post"])
@pytest.mark.parametrize(
    "line",
    [
        "from desks import Desk",
        "from .desks import Desk",
        "from schemas.desks import Desk",
        "from .shared.names import Desk",
        "from schemas.shared.names import Desk",
        "import schemas.desks\nDesk = schemas.desks.Desk",
        "from . import desks\nDesk = desks.Desk",
    ],
)
@pytest.mark.parametrize("is_package", [False, True])
def test_schema_files_import_each_other(
    site: Path, line: str, reference: str, is_package: bool
) -> None:
    if is_package:
        (site / "schemas/__init__.py").touch()
        (site / "schemas/shared/__init__.py").touch()
    (site / "schemas/post.py").write_text(POST.format(line))
    if reference.startswith("schemas.") and line.startswith("from desks"):
        return  # beside the file, but the reference names no file
    assert messages(site, reference, "desk: shore") == [
        "`desk`: expected `sea` or `mud`, found `shore`"
    ]
    assert not list(site.rglob("__pycache__"))
    assert not {"desks", "schemas.desks", "schemas.post"} & sys.modules.keys()


@pytest.mark.parametrize("folder", ["my-schemas", "v1.0"])
def test_a_folder_that_is_not_a_package_name(site: Path, folder: str) -> None:
    (site / "schemas").rename(site / folder)
    (site / folder / "post.v2.py").write_text(POST.format("from .desks import Desk"))
    assert messages(site, f"{folder}/post.v2.py:Post", "desk: mud") == []


def test_each_site_has_its_own_modules(
    site: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("other")
    for folder, word in ((site, "sea"), (other, "marsh")):
        (folder / "desks.py").write_text(DESKS.replace("sea", word))
        (folder / "post.py").write_text(POST.format("from desks import Desk"))
    for _ in range(2):
        assert messages(site, "post.py:Post", "desk: sea") == []
        assert messages(other, "post.py:Post", "desk: marsh") == []
        assert messages(other, "post.py:Post", "desk: sea") != []


def test_a_module_of_the_same_name_that_is_loaded_already_is_kept(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = ModuleType("desks")
    monkeypatch.setitem(sys.modules, "desks", other)
    (site / "schemas/post.py").write_text(POST.format("from desks import Desk"))
    assert messages(site, "schemas/post.py:Post", "desk: sea") == []
    assert sys.modules["desks"] is other


def test_a_validator_that_changes_its_input_changes_no_article(tmp_path: Path) -> None:
    (tmp_path / "post.py").write_text(
        "from pydantic import BaseModel, model_validator\n\n\nclass Post(BaseModel):\n"
        "    tags: list[str]\n\n    @model_validator(mode='before')\n    @classmethod\n"
        "    def _more(cls, data):\n        data['tags'].append('sea')\n        return data\n"
    )
    front_matter = read("---\ntags: [mud]\n---\n")
    assert load_model("post.py:Post", tmp_path).check(front_matter) == ()
    assert front_matter.data == {"tags": ["mud"]}


def test_a_changed_import_is_loaded_again(site: Path) -> None:
    (site / "schemas/post.py").write_text(POST.format("from .desks import Desk"))
    assert messages(site, "schemas/post.py:Post", "desk: sea") == []
    (site / "schemas/desks.py").write_text(DESKS.replace("sea", "marsh"))
    assert messages(site, "schemas/post.py:Post", "desk: sea") != []
    (site / "schemas/desks.py").write_text("1 / 0\n")
    with pytest.raises(SchemaError, match=r"desks\.py:1: schema fails to import: ZeroDivisionE"):
        messages(site, "schemas/post.py:Post", "desk: sea")
    (site / "schemas/desks.py").write_text(DESKS)
    assert messages(site, "schemas/post.py:Post", "desk: sea") == []


def test_the_cache_knows_every_imported_file(site: Path) -> None:
    (site / "schemas/post.py").write_text(POST.format("from .shared.names import Desk"))
    (site / "content/b.md").unlink()
    assert run(site, "-q").returncode == 0
    assert "cached: 1 of 1" in run(site, "cache", "explain").stderr
    (site / "schemas/desks.py").write_text(DESKS.replace("sea", "marsh"))
    assert run(site, "cache", "explain").stdout == "content/a.md: schema changed\n"
    assert run(site, "-q").returncode == 1


def test_the_cache_notices_a_new_file_that_takes_precedence(site: Path) -> None:
    (site / "desks.py").write_text(DESKS)
    (site / "schemas/desks.py").unlink()
    (site / "schemas/post.py").write_text(POST.format("from desks import Desk"))
    (site / "content/b.md").unlink()
    assert run(site, "-q").returncode == 0
    (site / "schemas/desks.py").write_text(DESKS.replace("sea", "marsh"))
    assert run(site, "-q").returncode == 1


@pytest.mark.parametrize("name", ["json", "yaml", "turbohtml"])
def test_a_module_of_the_site_replaces_no_library(site: Path, name: str) -> None:
    (site / f"schemas/{name}.py").write_text("raise RuntimeError('replaced')\n")
    (site / "schemas/post.py").write_text(POST.format(f"import {name}\nfrom desks import Desk"))
    assert messages(site, "schemas/post.py:Post", "desk: sea") == []


def test_an_import_outside_the_project_is_refused(site: Path) -> None:
    (site / "schemas/desks.py").unlink()
    outside = site / "outside.py"
    outside.write_text(DESKS)
    (site / "schemas/desks.py").symlink_to(outside)
    (site / "schemas/post.py").write_text(POST.format("from .desks import Desk"))
    with pytest.raises(SchemaError, match=r"desks\.py"):
        load_model("post.py:Post", site / "schemas", root=site / "schemas")


def test_output_of_a_schema_does_not_reach_the_report(site: Path) -> None:
    (site / "schemas/post.py").write_text(
        "from pydantic import BaseModel, field_validator\nprint('loading')\n\n\n"
        "class Post(BaseModel):\n    desk: str\n\n"
        "    @field_validator('desk')\n    @classmethod\n    def _desk(cls, value: str) -> str:\n"
        "        print('checking', value)\n        return value\n"
    )
    result = run(site, "--format", "concise", "--select", "front-matter", "-q")
    assert (result.returncode, result.stdout) == (0, "")
    assert "loading" in result.stderr
    assert "checking sea" in result.stderr


FAILING = """\
from pydantic import BaseModel, model_validator


def first(words: list[str]) -> str:
    return words[0]


class Post(BaseModel):
    desk: str
    tags: list[str] = []

    @model_validator(mode="after")
    def _tags(self) -> "Post":
        {}
        return self
"""


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("first(self.tags)", "5: validator `first` fails: IndexError: list index out of range"),
        ("self.tag", "14: validator `_tags` fails: AttributeError: 'Post' object has no attribute"),
        ("tgas", "14: validator `_tags` fails: NameError: name 'tgas' is not defined"),
        ("raise SystemExit('ebb')", "14: validator `_tags` fails: SystemExit: ebb"),
    ],
)
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_failing_validator_stops_the_run(
    site: Path, statement: str, said: str, jobs: str
) -> None:
    (site / "schemas/post.py").write_text(FAILING.format(statement))
    result = run(site, "check", "--jobs", jobs)
    assert (result.returncode, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert f"schemas/post.py:{said}" in result.stderr
    assert "(while checking `content/" in result.stderr


@pytest.mark.parametrize("line", ["from .piers import Pier", "from schemas.piers import Pier"])
def test_a_missing_module_is_reported_by_its_name(site: Path, line: str) -> None:
    (site / "schemas/post.py").write_text(POST.format(line))
    result = run(site, "check")
    assert result.stderr.endswith(
        "schemas/post.py:1: schema fails to import: ModuleNotFoundError: "
        "No module named 'schemas.piers'\n"
    )


def test_models_of_one_name_are_exported_by_their_modules(site: Path) -> None:
    desk = "from pydantic import BaseModel\n\n\nclass Desk(BaseModel):\n    name: str\n"
    (site / "schemas/desks.py").write_text(desk.replace("name", "pier"))
    (site / "schemas/post.py").write_text(
        f"from . import desks\n{desk}\n\nclass Post(BaseModel):\n    a: Desk\n    b: desks.Desk\n"
    )
    exported = json.loads(run(site, "schema", "export", "schemas/post.py:Post").stdout)
    assert set(exported["$defs"]) == {"schemas__desks__Desk", "schemas__post__Desk"}


def test_an_undefined_name_is_reported_with_its_line(site: Path) -> None:
    (site / "schemas/post.py").write_text(POST.format("").replace("Desk", '"list[Dsk]"'))
    result = run(site, "check")
    assert (result.returncode, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert result.stderr.endswith(
        "schemas/post.py:6: schema fails to load: NameError: name `Dsk` is not defined\n"
    )


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("@dataclass\nclass Post:\n    title: str", "a dataclass"),
        ("class Post(TypedDict):\n    title: str", "a `TypedDict`"),
        ("Post = dict[str, str] | list[str]", "a union"),
        ("Post = Annotated[dict[str, str], 'words']", "an annotated type"),
    ],
)
def test_other_types_get_a_hint_that_works(tmp_path: Path, source: str, said: str) -> None:
    head = (
        "from dataclasses import dataclass\nfrom typing import Annotated\n"
        "from pydantic import RootModel\nfrom typing_extensions import TypedDict\n\n"
    )
    (tmp_path / "post.py").write_text(f"{head}{source}\n")
    with pytest.raises(SchemaError, match=f"`Post` is {said}, not a Pydantic model") as raised:
        load_model("post.py:Post", tmp_path)
    example = str(raised.value).rpartition("wrap it in one: ")[2].strip("`")
    (tmp_path / "post.py").write_text(f"{head}{source}\n{example}\n")
    [message] = messages(tmp_path, "post.py:PostModel", "title: [1]")
    assert message == "`title`: expected a string, found a list"


BLOCKS = """\
from datetime import date, timedelta
from typing import Annotated, Literal

from pydantic import (
    AwareDatetime, BaseModel, ConfigDict, Field, FutureDate, NaiveDatetime, PastDate, RootModel
)


class Clip(BaseModel):
    kind: Literal["clip"]
    seconds: int


class Photo(BaseModel):
    model_config = ConfigDict(extra="forbid")

    kind: Literal["photo"]
    source: str
    credit: str | None = None


class Names(RootModel[dict[str, Photo]]):
    pass


class Post(BaseModel):
    lead: Clip | Photo | str | None = None
    chosen: Annotated[Clip | Photo, Field(discriminator="kind")] | None = None
    gallery: list[Photo] = []
    by: dict[str, Photo | None] = {}
    names: Names | None = None
    ports: dict[int, str] = {}
    level: Literal[1, 2] = 1
    past: PastDate | None = None
    future: FutureDate | None = None
    aware: AwareDatetime | None = None
    naive: NaiveDatetime | None = None
    since: Annotated[date, Field(ge=date(2020, 1, 1))] | None = None
    day: date | None = None
    length: timedelta | None = None
"""
PHOTO = "{kind: photo, source: a.jpg, %s: Ada}"


@pytest.mark.parametrize(
    ("block", "said"),
    [
        ("lead: {kind: photo}", "`lead.source` is missing"),
        ("lead: {kind: clip, seconds: long}", "`lead.seconds`: expected an integer, found `long`"),
        ("lead: {kind: phto}", "`lead.kind`: `phto` is not allowed; did you mean `photo`?"),
        ("lead: {seconds: 3}", "`lead.kind` is missing"),
        ("lead: 3", "`lead`: expected a string or a mapping, found `3`"),
        (
            "lead: {kind: photo, source: a, credt: Ada}",
            "`lead.credt`: unknown key; did you mean `credit`?",
        ),
        ("chosen: {kind: song}", "`chosen.kind`: expected `clip` or `photo`, found `song`"),
        ("chosen: {seconds: 3}", "`chosen.kind` is missing; expected `clip` or `photo`"),
        (f"gallery: [{PHOTO % 'credt'}]", "`gallery.0.credt`: unknown key; did you mean `credit`?"),
        (f"by: {{a: {PHOTO % 'credt'}}}", "`by.a.credt`: unknown key; did you mean `credit`?"),
        (f"names: {{a: {PHOTO % 'credt'}}}", "`names.a.credt`: unknown key; did you mean `credit`?"),
        (
            "gallery: [{kind: photo, sorce: a.jpg}]",
            "`gallery.0.source` is missing; found `gallery.0.sorce`, did you mean `source`?",
        ),
        ("ports: {first: Hull}", "`ports`: key: expected an integer, found `first`"),
        ("level: 3", "`level`: expected `1` or `2`, found `3`"),
        ("past: 2999-01-01", "`past`: `2999-01-01` is not in the past"),
        ("future: 2001-01-01", "`future`: `2001-01-01` is not in the future"),
        (
            "aware: 2024-03-18T20:00:00",
            "`aware`: `2024-03-18T20:00:00` has no time zone; add it to the time: "
            "`2024-03-18T20:00:00+01:00`",
        ),
        (
            "naive: 2024-03-18T20:00:00Z",
            "`naive`: `2024-03-18T20:00:00Z` has a time zone; write the time without one",
        ),
        ("since: 2019-01-01", "`since`: expected 2020-01-01 or later, found `2019-01-01`"),
        ("day: 2024-03-18 20:00:00", "`day`: `2024-03-18 20:00:00` has a time; write only the date"),
        ("day: 2024", "`day`: expected a date such as `2024-03-18`, found `2024`"),
        ("length: soon", "`length`: expected a duration such as `PT1H30M` or `01:30:00`, found `soon`"),
    ],
)  # fmt: skip
def test_messages_for_nested_values_and_dates(tmp_path: Path, block: str, said: str) -> None:
    (tmp_path / "post.py").write_text(BLOCKS)
    assert messages(tmp_path, "post.py:Post", block) == [said]
