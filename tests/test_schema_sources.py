"""Cached findings depend on every origin of a schema."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from test_cli import run

from contentlint.core.errors import SchemaError
from contentlint.schema.loading import load_schema
from contentlint.schema.sources import Origin, Recorder, state

POST = "---\ntitle: Ebb\ndesk: harbour\n---\n\n<p>low</p>\n"
MODEL = "from pydantic import BaseModel\nclass {}(BaseModel):\n    {}: str = 'x'\n"
SCHEMA = """
import os, sys
HERE = os.path.dirname(__file__)
sys.path[:0] = [HERE, os.path.join(HERE, "..", "lib")]
from pathlib import Path
from typing import Literal
from pydantic import field_validator
import beside, package.deep, elsewhere
try:
    import extra
except ImportError:
    extra = None

DEPENDS = ("late.txt", "people/*.txt")
DESKS = tuple(Path(HERE, "desks.txt").read_text().split())
KINDS = {path.stem for path in Path(HERE, "kinds").iterdir()}


class Post(beside.Beside, package.deep.Deep, elsewhere.Elsewhere):
    title: str
    desk: Literal[DESKS]

    @field_validator("title")
    @classmethod
    def _known(cls, value: str) -> str:
        late = Path(HERE, "late.txt").read_text().split()
        people = [path.read_text() for path in Path(HERE, "people").glob("*.txt")]
        if extra is not None or "tide" in KINDS or value in late or value in people:
            raise ValueError("is refused")
        return value
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.md").write_text(POST)
    (tmp_path / "contentlint.toml").write_text('schema = "schemas/post.py:Post"\n')
    for folder in ("schemas/package", "schemas/people", "schemas/kinds", "lib"):
        (tmp_path / folder).mkdir(parents=True)
    for name, model in (
        ("schemas/beside", "Beside"),
        ("schemas/package/deep", "Deep"),
        ("lib/elsewhere", "Elsewhere"),
    ):
        (tmp_path / f"{name}.py").write_text(MODEL.format(model, model.lower()))
    (tmp_path / "schemas/package/__init__.py").touch()
    (tmp_path / "schemas/desks.txt").write_text("harbour")
    (tmp_path / "schemas/late.txt").write_text("Flood")
    (tmp_path / "schemas/people/mara.txt").write_text("Mara")
    (tmp_path / "schemas/kinds/news.txt").touch()
    (tmp_path / "schemas/post.py").write_text(SCHEMA)
    return tmp_path


def required(name: str, model: str) -> tuple[str, str]:
    source = MODEL.format(model, model.lower()).replace(" = 'x'", "")
    return name, source


PYTHON = (
    required("schemas/beside.py", "Beside"),
    required("schemas/package/deep.py", "Deep"),
    required("lib/elsewhere.py", "Elsewhere"),
    ("schemas/desks.txt", "market"),
    ("schemas/kinds/tide.txt", ""),
    ("schemas/late.txt", "Ebb"),
    ("schemas/people/ebb.txt", "Ebb"),
    ("schemas/extra.py", ""),
)


@pytest.mark.slow
def test_the_origins_of_python_code(site: Path) -> None:
    first = run(site, "-q")
    assert (first.returncode, first.stdout) == (0, "")
    assert "cached: 1 of 1" in run(site, "cache", "explain").stderr
    for name, content in PYTHON:
        file = site / name
        before = file.read_text() if file.exists() else None
        file.write_text(content)
        assert run(site, "cache", "explain").stdout == "content/a.md: schema changed\n", name
        assert run(site, "-q").returncode == 1, name
        file.unlink() if before is None else file.write_text(before)
    # What was known before is known again, and what nobody read does not matter.
    (site / "schemas/notes.rst").touch()
    (site / "lib/readme.txt").touch()
    again = run(site, "cache", "explain")
    assert (again.stdout, again.stderr) == ("", "contentlint: cached: 1 of 1 files\n")


def test_a_module_of_a_package_by_name(site: Path) -> None:
    (site / "contentlint.toml").write_text('schema = "elsewhere:Elsewhere"\n')

    def started(*arguments: str) -> "subprocess.CompletedProcess[str]":
        """Runs in another process, since PYTHONPATH is read when Python starts."""
        command = [sys.executable, "-m", "contentlint", *arguments]
        environment = {**os.environ, "PYTHONPATH": str(site / "lib")}
        return subprocess.run(command, cwd=site, env=environment, capture_output=True, text=True)

    assert started("check").returncode == 0
    assert "cached: 1 of 1" in started("cache", "explain").stderr
    name, source = required("lib/elsewhere.py", "Elsewhere")
    (site / name).write_text(source)
    assert started("check").returncode == 1


REFERENCES = {
    "plain": '{"$ref": "b.json"}',
    "percent": '{"$ref": "b%2Ejson"}',
    "escaped key": '{"allOf": [{"\\u0024ref": "b.json"}]}',
    "escaped value": '{"$ref": "b\\u002ejson"}',
    "pointer": '{"$ref": "b.json#/$defs/a~1b"}',
    "through another": '{"$ref": "c.json"}',
    "nested": '{"properties": {"title": {"anyOf": [{"$ref": "c.json#/$defs/title"}]}}}',
}


@pytest.mark.parametrize("kind", REFERENCES)
def test_every_file_of_a_json_schema(tmp_path: Path, kind: str) -> None:
    from test_cache import reasons

    (tmp_path / "a.md").write_text(POST)
    (tmp_path / "contentlint.toml").write_text('schema = "a.json"\n')
    (tmp_path / "a.json").write_text(REFERENCES[kind])
    (tmp_path / "c.json").write_text('{"$ref": "b.json", "$defs": {"title": {"$ref": "b.json"}}}')
    (tmp_path / "b.json").write_text('{"$defs": {"a/b": {}}}')
    assert reasons(tmp_path) == {"new file"}
    assert reasons(tmp_path) == set()
    (tmp_path / "b.json").write_text('{"$defs": {"a/b": {"required": ["tide"]}}}')
    assert reasons(tmp_path) == {"schema changed"}
    (tmp_path / "d.json").write_text("{}")
    assert reasons(tmp_path) == set()


@pytest.mark.parametrize("said", ["5", "[5]", "{'a': 1}"])
def test_depends_must_name_files(tmp_path: Path, said: str) -> None:
    (tmp_path / "post.py").write_text(f"{MODEL.format('Post', 'title')}\nDEPENDS = {said}\n")
    with pytest.raises(SchemaError, match="`DEPENDS` must be a list of file names"):
        load_schema("post.py:Post", tmp_path)


def test_a_changed_schema_is_loaded_again(tmp_path: Path) -> None:
    file = tmp_path / "post.py"
    for name in ("title", "headline"):
        file.write_text(MODEL.format("Post", name))
        schema = load_schema("post.py:Post", tmp_path)
        assert list(schema.model.model_fields) == [name]  # type: ignore[attr-defined]


CHANGES: dict[str, tuple[str, Callable[[Path], object]]] = {
    "file": ("a.txt", lambda place: place.write_text("other")),
    "folder": ("", lambda place: (place / "new").touch()),
    "modules": ("", lambda place: (place / "new.py").touch()),
    "pattern": ("*.txt", lambda place: (place.parent / "b.txt").touch()),
}


@pytest.mark.parametrize("kind", CHANGES)
def test_the_state_of_an_origin(tmp_path: Path, kind: str) -> None:
    name, change = CHANGES[kind]
    (tmp_path / "a.txt").write_text("one")
    origin = Origin(kind, str(tmp_path / name))  # type: ignore[arg-type]
    before = state(origin)
    assert state(origin) == before
    change(tmp_path / name)
    assert state(origin) != before
    assert state(Origin("file", str(tmp_path / "none"))) == b""


def test_nothing_is_recorded_outside_of_a_recorder(tmp_path: Path) -> None:
    (tmp_path / "in.txt").touch()
    (tmp_path / "out.txt").touch()
    with Recorder() as recorder:
        (tmp_path / "in.txt").read_text()
        os.listdir(tmp_path)  # noqa: PTH208  # the event is its own
        (tmp_path / "made.txt").write_text("x")
    (tmp_path / "out.txt").read_text()
    noted = {Path(path).name for _, path in recorder._opened}
    assert noted == {"in.txt", tmp_path.name}
