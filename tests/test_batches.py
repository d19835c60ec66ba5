"""`contentlint.batches`: the findings of rows are those of files, and no row stops a batch."""

import json
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

pa = pytest.importorskip("pyarrow")

import yaml  # noqa: E402  # below the skip

from contentlint.batches import ARTICLES, FINDINGS, check_articles, check_batch  # noqa: E402
from contentlint.batches.header import NotFrontMatter, header, key_at  # noqa: E402
from contentlint.core.errors import UsageError  # noqa: E402

pytestmark = pytest.mark.slow

BROKEN = "# Ebb 👍\r\n\r\nLow</b> tide.\n"
EXAMPLES = Path(__file__).parents[1] / "examples"


def rows(table: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = table.to_pylist()
    return found


def test_findings_have_the_offsets_of_the_text_column() -> None:
    meta = {"title": "Ebb", "author": "admin"}
    table = pa.table({"text": [BROKEN], "meta": [meta]})
    by_rule = {row["rule"]: row for row in rows(check_batch(table, front_matter="meta"))}
    tag = by_rule["html/stray-end-tag"]
    assert BROKEN[tag["start"] : tag["end"]] == "</b>"
    assert (tag["place"], tag["line"], tag["column"]) == ("text", 3, 4)
    [edit] = tag["fix"]["edits"]
    assert BROKEN[: edit["start"]] + edit["text"] + BROKEN[edit["end"] :] == BROKEN.replace(
        "</b>", ""
    )
    author = by_rule["attribution/missing-author"]
    assert (author["place"], author["key"]) == ("front_matter", "author")
    assert author["start"] is author["line"] is author["fix"] is None


@pytest.mark.parametrize(
    "kind",
    [
        pa.string(),
        pa.large_string(),
        pa.string_view(),
        pa.binary(),
        pa.dictionary(pa.int32(), pa.string()),
    ],
    ids=str,
)
def test_every_type_of_text_has_the_same_findings(kind: Any) -> None:
    texts = ["Low</b> tide.\n", "Low tide.\n", None]
    found = check_batch(pa.table({"text": pa.array(texts).cast(kind)}))
    assert found.schema == FINDINGS
    assert [(row["id"], row["rule"]) for row in rows(found)] == [
        ("0", "html/stray-end-tag"),
        ("2", "lint/unreadable-file"),
    ]


def test_the_schema_does_not_depend_on_the_rows() -> None:
    empty = pa.table({"text": pa.array([], pa.string())})
    assert check_batch(empty).schema == FINDINGS
    assert check_articles(empty).schema == ARTICLES
    nothing = pa.table({"text": pa.nulls(2)})
    assert [row["reason"] for row in rows(check_articles(nothing))] == ["text is null"] * 2


def test_a_string_that_is_not_utf8_costs_its_row() -> None:
    damaged = pa.array([b"Low</b>", b"L\xffw", b"fine"]).view(pa.string())
    reasons = [row["reason"] for row in rows(check_articles(pa.table({"text": damaged})))]
    assert reasons == [None, "text: invalid UTF-8: byte 0xFF at byte 1", None]


def test_a_text_above_the_limit_costs_its_row() -> None:
    table = pa.table({"text": ["Low tide. " * 20, "Ebb"]})
    first, second = rows(check_articles(table, config="limits.file-size = 100"))
    assert first["reason"].startswith("file is too large: 200 bytes, limit 100")
    assert (first["publishable"], second["publishable"]) == (False, True)


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "/", "", "a\0b", "x" * 5000, "..", "a//./b.html"]
)
def test_any_id_is_only_a_name(name: str) -> None:
    [row] = rows(check_batch(pa.table({"text": ["<p>Low</b>"], "id": [name]}), id="id"))
    assert (row["id"], row["rule"]) == (name, "html/stray-end-tag")


def test_overrides_apply_by_the_path_of_the_url() -> None:
    urls = ["https://example.org/drafts/a", "https://example.org/a", "not a url [", None]
    table = pa.table({"text": ["Low</b>"] * 4, "url": urls})
    config = 'overrides = [{ paths = ["example.org/drafts/**"], rules = { "html/stray-end-tag" = "off" } }]'
    found = check_batch(table, url="url", config=config)
    assert [row["id"] for row in rows(found)] == ["1", "2", "3"]


def test_a_wrong_column_is_a_mistake_of_the_caller() -> None:
    table = pa.table({"text": ["a"], "number": [1]})
    with pytest.raises(UsageError, match="column `texts` not found; did you mean `text`"):
        check_batch(table, text="texts")
    with pytest.raises(UsageError, match="column `number` has the type int64; expected text"):
        check_batch(table, text="number")
    with pytest.raises(UsageError, match="unknown markup `pdf`"):
        check_batch(table, markup="pdf")


def test_no_file_is_opened_because_of_a_row(tmp_path: Path) -> None:
    program = """
import sys, pyarrow as pa
from contentlint.batches import check_batch
text = "---\\ntitle: a\\ncover: /b.png\\nschema: ./c.json\\n---\\n![a](d.png)\\n\\n[e](f.md)\\n</b>\\n"
table = pa.table({"text": [text] * 3, "id": ["p/a.md", "../b.html", "c"]})
for markup in ("markdown", "html"):
    check_batch(table, id="id", markup=markup)
opened = []
sys.addaudithook(lambda event, args: opened.append(args[0]) if event in ("open", "os.listdir", "os.scandir") else None)
for markup in ("markdown", "html"):
    assert check_batch(table, id="id", markup=markup).num_rows
print(opened)
"""
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True
    )
    assert (done.stdout, done.stderr) == ("[]\n", "")


def test_rows_have_the_findings_of_files(tmp_path: Path) -> None:
    files = sorted(file for file in EXAMPLES.rglob("*") if file.suffix in (".md", ".html"))
    names = [f"{number:03}{file.suffix}" for number, file in enumerate(files)]
    for name, file in zip(names, files, strict=True):
        (tmp_path / name).write_bytes(file.read_bytes())
    ignored = ",".join(
        ("attribution/missing-author", "attribution/missing-source", "attribution/platform-author",
         "image/inconsistent-credit")
    )  # fmt: skip
    command = [
        sys.executable,
        "-m",
        "contentlint",
        "check",
        "--isolated",
        "--no-cache",
        "--format",
        "json",
    ]
    command += ["--ignore", ignored]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8")
    expected = [
        (f["path"], f["rule"], f["severity"], f["line"], f["column"], f["message"], f["help"])
        for f in json.loads(done.stdout)["findings"]
    ]
    table = pa.table({"id": names, "text": [file.read_bytes() for file in files]})
    off = "".join(f'"{rule}" = "off"\n' for rule in ignored.split(","))
    config = tmp_path / "contentlint.toml"
    config.write_text(f"[rules]\n{off}", "utf-8")
    names_of = ("id", "rule", "severity", "line", "column", "message", "help")
    found = rows(check_batch(table, id="id", config=str(config)))
    assert len(expected) > 20
    assert [tuple(row[name] for name in names_of) for row in found] == expected


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.dates() | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)  # fmt: skip


def _plain(value: Any) -> Any:
    """A value as YAML gives it back: dates inside of other values are strings."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


@given(st.dictionaries(st.text(), VALUES, max_size=5))
def test_a_mapping_is_the_same_after_yaml(meta: dict[str, Any]) -> None:
    block = header(meta)
    assert block.startswith("---\n")
    assert block.endswith("---\n")
    parsed = yaml.safe_load(block.split("---\n", 1)[1].rsplit("---\n", 1)[0]) or {}
    parsed = {k: v.isoformat() if isinstance(v, date | datetime) else v for k, v in parsed.items()}
    kept = {key: _plain(value) for key, value in meta.items() if value is not None}
    assert parsed.keys() == kept.keys()
    for key, value in kept.items():
        if not isinstance(value, float):
            assert repr(parsed[key]) == repr(value) or parsed[key] == value or _has_float(value)


def _has_float(value: Any) -> bool:
    if isinstance(value, dict | list):
        return any(map(_has_float, value.values() if isinstance(value, dict) else value))
    return isinstance(value, float)


@pytest.mark.parametrize(
    ("value", "block"),
    [
        (None, ""),
        (" ", ""),
        ("title: a", "---\ntitle: a\n---\n"),
        ("---\ntitle: a\n---\n", "---\ntitle: a\n---\n"),
        ("+++\ntitle = 'a'\n", "+++\ntitle = 'a'\n+++\n"),
        ('{"title": "a: b", "date": "2024-03-18"}', '---\ntitle: "a: b"\ndate: 2024-03-18\n---\n'),
        ([("title", "a"), ("draft", True)], '---\ntitle: "a"\ndraft: true\n---\n'),
        ({"title": "a\u2028b", "none": None}, '---\ntitle: "a\\u2028b"\n---\n'),
        (b"title: a\n", "---\ntitle: a\n---\n"),
    ],
)
def test_front_matter_is_written_as_a_block(value: Any, block: str) -> None:
    assert header(value) == block


@pytest.mark.parametrize("value", [5, [1], b"\xff", 2.5])
def test_other_front_matter_is_refused(value: Any) -> None:
    with pytest.raises(NotFrontMatter):
        header(value)


def test_the_key_of_a_place_is_the_top_level_key_above() -> None:
    block = '---\ntitle: a\ntags:\n  - b\n  - c: d\n"x y": 1\n---\n'
    places = {"a": "title", "b": "tags", "d": "tags", "1": "x y"}
    for text, key in places.items():
        assert (
            key_at(block, block.rindex(text, 4, block.index("1") + 1) if text != "a" else 11) == key
        )
    assert key_at(block, 0) is None
