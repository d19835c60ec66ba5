"""`contentlint scan`: real runs over files of every format, killed, continued and compared."""

import gzip
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

pa = pytest.importorskip("pyarrow")

import pyarrow.dataset as ds  # noqa: E402  # below the skip
import pyarrow.parquet as pq  # noqa: E402

pytestmark = pytest.mark.slow

ROWS = [
    {
        "id": f"posts/{number:02}.md",
        "text": f"---\ntitle: Tide {number}\ndate: 2024-03-{1 + number % 28:02}\n"
        + ("" if number == 7 else "author: Mara Ellwood\n")
        + f"---\n\n<p>low{'</b>' if number % 5 == 0 else ''} 👍 tide</p>\n",
    }
    for number in range(40)
]


def scan(folder: Path, *arguments: str, **options: Any) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "contentlint", "scan", *arguments, "--quiet"]
    environment = {**os.environ, "PYTHONFAULTHANDLER": "0"}
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=400, **options
    )


def scanned(folder: Path, source: str, *arguments: str, output: str = "out") -> Path:
    """The output of a scan with columns `text` and `id`."""
    done = scan(folder, source, "--text", "text", "--id", "id", "--output", output, *arguments)
    assert done.returncode == 0, done.stderr[-2000:]
    return folder / output


def table(output: Path, name: str) -> list[dict[str, Any]]:
    """The rows of a table, sorted."""
    files = sorted((output / name).glob("*.parquet"))
    found = ds.dataset(files).to_table().to_pylist() if files else []
    return sorted(found, key=lambda row: json.dumps(row, sort_keys=True))


def files_of(output: Path) -> dict[str, bytes]:
    return {str(f.relative_to(output)): f.read_bytes() for f in output.rglob("*") if f.is_file()}


def write(path: Path, rows: list[dict[str, Any]], group: int = 8) -> None:
    pq.write_table(pa.Table.from_pylist(rows), path, row_group_size=group)


def lines(rows: list[dict[str, Any]]) -> bytes:
    return "".join(f"{json.dumps(row)}\n" for row in rows).encode()


# What rules about a site need: links, pages, images, suppressions, other collections and forms.
KINDS = [
    *ROWS,
    *(
        {"id": name, "text": text}
        for name, text in {
            "links.md": "[a](gone.md) [b](#gone) [c](example.org/x) ![](gone.jpg)\n\nLow</i>\n",
            "hidden.md": "<!-- contentlint-disable html/stray-end-tag, link/broken-link -->\n\n"
            "[a](gone.md)\n\nLow</i>\n",
            "unused.md": "<!-- contentlint-disable html/duplicate-attribute -->\n\nLow.\n",
            "crlf.md": "---\r\ntitle: 潮 👍\r\ndate: 2024-03-18\r\n---\r\n\r\n潮</b> [a](#gone)\r\n",
            "page.html": "<p id=a>Low<p id=a id=b>tide</div><img src=a.png alt='Image'>\n",
            "deep/a/b.md": "# Low\n\n**Tide **turns and ```\n\n| a | b |\n|---|\n| 1 |\n",
            "toml.md": "+++\ntitle = 'Tide'\nauthor = 'TODO'\n+++\nEbb.\n",
            **{
                f"news/{number}.md": f"---\ntitle: {number}\nauthor: Harbor Desk\n---\n\n{byline}\n"
                for number, byline in enumerate(
                    ("By Mara Ellwood\n", "By Idris Fenwick\n", "By Nora Quill\n", "Ebb.\n")
                )
            },
            **{
                f"photos/{number}.md": f"![Ferry](a{number}.svg)\n\n![Ferry](a{number}.jpg)\n{credit}\n"
                for number in range(12)
                for credit in ["" if number == 8 else "*Photo: Mara Ellwood*\n"]
            },
        }.items()
    ),
]


def test_the_table_is_that_of_check_on_the_same_files(tmp_path: Path) -> None:
    """But for the rules about links and pages, which need the files of the site."""
    for row in KINDS:
        (tmp_path / row["id"]).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / row["id"]).write_bytes(row["text"].encode())
    command = [sys.executable, "-m", "contentlint", "check", "--isolated", "--no-cache"]
    done = subprocess.run(
        [*command, "--format", "json"], cwd=tmp_path, capture_output=True, encoding="utf-8"
    )
    keys = ("rule", "severity", "confidence", "line", "column", "end_line", "end_column", "message")
    checked = [(f["path"], *(f[key] for key in keys)) for f in json.loads(done.stdout)["findings"]]
    expected = sorted(found for found in checked if not needs_pages(found[1]))
    write(tmp_path / "a.parquet", KINDS)
    found = table(scanned(tmp_path, "a.parquet", "--isolated"), "findings")
    assert sorted((row["id"], *(row[key] for key in keys)) for row in found) == expected
    rules = {row["rule"] for row in found}
    assert rules >= {
        "html/stray-end-tag",
        "html/duplicate-attribute",
        "attribution/missing-author",
        "attribution/platform-author",
        "image/inconsistent-credit",
        "lint/unused-suppression",
    }
    left_out = {found[1] for found in checked if needs_pages(found[1])}
    assert left_out >= {"link/broken-link", "link/broken-anchor"}
    assert len({row["id"] for row in table(tmp_path / "out", "articles")}) == len(KINDS)
    assert table(tmp_path / "out", "quarantine") == []


def needs_pages(rule: str) -> bool:
    from contentlint import registry

    return rule in registry.rule_ids() and bool(registry.defaults_of(rule).collector)


def test_all_formats_have_the_same_findings(tmp_path: Path) -> None:
    arrow = pa.Table.from_pylist(ROWS)
    write(tmp_path / "a.parquet", ROWS)
    data = lines(ROWS)
    (tmp_path / "b.jsonl").write_bytes(data.rstrip())
    (tmp_path / "c.ndjson.gz").write_bytes(gzip.compress(data[:900]) + gzip.compress(data[900:]))
    with pa.CompressedOutputStream(str(tmp_path / "d.jsonl.zst"), "zstd") as file:
        file.write(data)
    with (
        pa.OSFile(str(tmp_path / "e.arrow"), "wb") as sink,
        pa.ipc.new_file(sink, arrow.schema) as ipc,
    ):
        ipc.write_table(arrow, max_chunksize=9)
    with (
        pa.OSFile(str(tmp_path / "f.arrows"), "wb") as sink,
        pa.ipc.new_stream(sink, arrow.schema) as ipc,
    ):
        ipc.write_table(arrow, max_chunksize=9)
    inputs = sorted(file.name for file in tmp_path.iterdir())
    found = [table(scanned(tmp_path, name, output=f"out-{name}"), "findings") for name in inputs]
    assert len(found) == 6
    assert len(found[0]) == 9
    assert all(each == found[0] for each in found)


def test_lines_are_cut_at_any_byte() -> None:
    from contentlint.batches.columns import Columns
    from contentlint.scan.inputs import Input, Part
    from contentlint.scan.reading import rows

    folder = Path(os.environ.get("TMPDIR", "/tmp"))
    file = folder / f"contentlint-{os.getpid()}.jsonl"
    data = (
        lines([{"text": f"{'é' * (n % 7)}{n}"} for n in range(30)]) + b"\n\r\n" + b'{"text": "end"}'
    )
    file.write_bytes(data)
    try:
        source = Input(str(file), "jsonl", None, "", len(data))
        columns = Columns("text", None, None, None, None)
        expected = list(rows(Part(source, 0, 0, len(data)), columns))
        assert len(expected) == 31
        for cut in range(1, len(data)):
            parts = (Part(source, 0, 0, cut), Part(source, 1, cut, len(data)))
            assert [row for part in parts for row in rows(part, columns)] == expected
    finally:
        file.unlink()


POISON = (
    b'{"id": "a", "text": "Low</b>"}\n{"id": "b", "text": null}\n{"id": "c", "text": "\xff"}\n{"id": \n[1]\n'
    b'{"id": "d", "text": 5}\n{"id": "e", "text": "\\ud800"}\n{"id": "f", "text": "' + b"x" * 3000 + b'"}\n'
    b'{"id": "g", "text": "---\\ntitle: boom\\n---\\n"}\n{"id": "h", "text": "Ebb</i>"}\n'
)  # fmt: skip
SCHEMA = """\
import os
from typing import Any
from pydantic import BaseModel, field_validator

class Post(BaseModel):
    model_config = {"extra": "allow"}
    title: str = ""

    @field_validator("title")
    @classmethod
    def end(cls, value: str) -> str:
        if value == "boom":
            os.abort()
        return value
"""


def test_a_poisoned_row_costs_only_itself(tmp_path: Path) -> None:
    (tmp_path / "post.py").write_text(SCHEMA, "utf-8")
    (tmp_path / "contentlint.toml").write_text(
        'limits.file-size = 2000\n[[collections]]\nname = "a"\ninclude = ["**"]\nschema = "post.py:Post"\n', "utf-8"
    )  # fmt: skip
    (tmp_path / "in.jsonl").write_bytes(POISON)
    output = scanned(tmp_path, "in.jsonl")
    name = tmp_path / "in.jsonl"
    reasons = {row["id"]: row["reason"] for row in table(output, "quarantine")}
    at = {f"{name}#{POISON.index(start)}" for start in (b'{"id": "c"', b'{"id": \n', b"[1]")}
    assert reasons.keys() == {"b", "d", "e", "f", "g", *at}
    assert reasons["g"] == "checking it ends the process: the process ended (killed by SIGABRT)"
    assert "limit 2,000" in reasons["f"]
    assert {row["id"] for row in table(output, "findings") if row["rule"].startswith("html/")} == {
        "a",
        "h",
    }
    assert len(table(output, "articles")) == 10


def test_an_unreadable_file_costs_only_itself(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    write(tmp_path / "in" / "a.parquet", ROWS)
    (tmp_path / "in" / "b.parquet").write_bytes(b"PAR1 nothing")
    (tmp_path / "in" / "c.jsonl.gz").write_bytes(gzip.compress(lines(ROWS))[:-60])
    write(tmp_path / "in" / "d.parquet", [{"id": "x", "body": "a"}])
    (tmp_path / "in" / "_SUCCESS").write_bytes(b"")
    output = scanned(tmp_path, "in")
    found = sorted(Path(row["input"]).name for row in table(output, "quarantine"))
    assert found == ["b.parquet", "c.jsonl.gz", "d.parquet"]
    assert json.loads((output / "summary.json").read_text("utf-8"))["articles"] >= 43


def test_a_second_run_computes_only_what_has_changed(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    write(tmp_path / "in" / "a.parquet", ROWS[:20])
    write(tmp_path / "in" / "b.parquet", ROWS[20:])
    output = scanned(tmp_path, "in")
    first = {file: file.stat().st_mtime_ns for file in (output / "manifest").iterdir()}
    whole = files_of(output)
    scanned(tmp_path, "in")
    assert {file: file.stat().st_mtime_ns for file in (output / "manifest").iterdir()} == first
    assert files_of(output) == whole
    (output / "findings" / ".x.parquet.1.tmp").write_bytes(b"")
    write(tmp_path / "in" / "c.parquet", [{"id": "new.md", "text": "Low</b>"}])
    (tmp_path / "in" / "b.parquet").unlink()
    scanned(tmp_path, "in")
    kept = [
        file
        for file, changed in first.items()
        if file.exists() and file.stat().st_mtime_ns == changed
    ]
    assert len(kept) == 3
    assert not list(output.glob("findings/.*"))
    assert {row["id"] for row in table(output, "articles")} == {
        "new.md",
        *(r["id"] for r in ROWS[:20]),
    }
    scanned(tmp_path, "in", "--ignore", "html/stray-end-tag")
    assert not any(row["rule"] == "html/stray-end-tag" for row in table(output, "findings"))


def test_a_second_run_groups_only_what_has_changed(tmp_path: Path) -> None:
    copies = [{"id": f"c{number}.md", "text": ROWS[0]["text"]} for number in range(3)]
    write(tmp_path / "a.parquet", [*ROWS, *copies])
    output = scanned(tmp_path, "a.parquet", "--duplicates")
    tables = [*(output / "duplicates").iterdir(), *(output / "findings").glob("site-*")]
    times = [file.stat().st_mtime_ns for file in tables]
    whole = files_of(output)
    assert len(tables) > 1
    scanned(tmp_path, "a.parquet", "--duplicates")
    assert files_of(output) == whole
    assert [file.stat().st_mtime_ns for file in tables] == times
    # Another threshold needs no part again, and a changed summary is computed again.
    scanned(tmp_path, "a.parquet", "--duplicates=0.95")
    assert [file.stat().st_mtime_ns for file in tables] != times
    summary = output / "summary.json"
    scanned(tmp_path, "a.parquet", "--duplicates")
    data = json.loads(summary.read_text("utf-8"))
    summary.write_text(json.dumps({**data, "rules": [{}]}), "utf-8")
    scanned(tmp_path, "a.parquet", "--duplicates")
    assert files_of(output) == whole


def _children(pid: int) -> list[int]:
    files = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(child) for file in files for child in file.read_text("utf-8").split()]


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_killed_run_continues_to_the_same_output(tmp_path: Path) -> None:
    """Workers and the driver are killed at ten moments."""
    many = [
        {**row, "id": f"{n}/{row['id']}", "text": row["text"] * (1 + n % 3)}
        for n in range(4)
        for row in ROWS
    ]
    write(tmp_path / "a.parquet", many, group=10)
    expected = files_of(scanned(tmp_path, "a.parquet", "--duplicates", "--jobs", "2"))
    chance, killed = random.Random(27), tmp_path / "killed"
    command = [
        sys.executable,
        "-m",
        "contentlint",
        "scan",
        "a.parquet",
        "--text",
        "text",
        "--id",
        "id",
    ]
    command += ["--output", "killed", "--duplicates", "--jobs", "2", "--quiet"]
    kills = 0
    while kills < 10:
        run = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.DEVNULL)
        # A moment counts in parts that are complete, since time depends on the machine.
        before = len(list(killed.glob("manifest/[!.]*")))
        while run.poll() is None and len(list(killed.glob("manifest/[!.]*"))) <= before:
            time.sleep(0.01)
        time.sleep(chance.random() / 20)
        if run.poll() is not None:  # it was complete; begin again
            assert files_of(killed) == expected
            shutil.rmtree(killed)
            continue
        victims = _children(run.pid)[:1] if kills % 2 else []
        for victim in victims or [run.pid]:
            os.kill(victim, signal.SIGKILL)
        kills += 1
        if victims:
            time.sleep(chance.random() / 5)
            run.kill()
        run.wait()
    assert subprocess.run(command, cwd=tmp_path, capture_output=True).returncode == 0
    assert files_of(killed) == expected


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_run_on_ray_whose_workers_and_driver_are_killed_has_the_same_output(
    tmp_path: Path,
) -> None:
    pytest.importorskip("ray")
    many = [{**row, "id": f"{n}/{row['id']}"} for n in range(20) for row in ROWS]
    write(tmp_path / "a.parquet", many, group=100)
    expected = files_of(scanned(tmp_path, "a.parquet", "--duplicates"))
    killed, chance = tmp_path / "killed", random.Random(28)
    command = [sys.executable, "-m", "contentlint", "scan", "a.parquet", "--text", "text"]
    command += ["--id", "id", "--output", "killed", "--duplicates", "--quiet"]
    command += ["--engine", "ray", "--jobs", "1"]
    for victim in (b"ray::MapBatches", b"contentlint.scan.child", b""):
        run = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.DEVNULL)
        while not list(killed.glob("manifest/[!.]*")):
            assert run.poll() is None, "the run ended before a part was complete"
            time.sleep(0.01)
        time.sleep(chance.random() / 20)
        while not (hit := [p for p in _descendants(run.pid) if victim in _command_line(p)]):
            assert run.poll() is None, "the run ended before it was killed"
        for pid in hit if victim else [run.pid]:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        code = run.wait()
        if not victim:
            code = subprocess.run(command, cwd=tmp_path, capture_output=True).returncode
        assert code == 0
        assert files_of(killed) == expected
        shutil.rmtree(killed)


def _descendants(pid: int) -> list[int]:
    children = _children(pid)
    return [*children, *(below for child in children for below in _descendants(child))]


def _command_line(pid: int) -> bytes:
    with suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    return b""


def test_duplicates_name_the_first_article_that_they_are_similar_to(tmp_path: Path) -> None:
    words = [f"word{number}" for number in range(400)]
    near = " ".join([*words[:390], *("other " * 10).split()])
    texts = {
        "b": " ".join(words),
        "a": f"<p>{' '.join(words)}</p>",
        "c": near,
        "d": " ".join(reversed(words)),
        "e": "short",
        "f": "short",
        "g": "".join(chr(0x4E00 + number) for number in range(300)),
        "h": "".join(chr(0x4E00 + number) for number in range(3, 300)),
    }
    write(tmp_path / "a.parquet", [{"id": name, "text": text} for name, text in texts.items()], 2)
    found = table(scanned(tmp_path, "a.parquet", "--duplicates"), "duplicates")
    pairs = {row["id"]: row["duplicate_of"] for row in found}
    assert pairs == {"b": "a", "c": "a", "h": "g"}
    assert {row["similarity"] for row in found if row["id"] == "b"} == {1.0}


def test_collections_vote_by_themselves(tmp_path: Path) -> None:
    unsigned = "---\ntitle: a\ndate: 2024-03-18\n---\nText.\n"
    rows = [{**row, "host": "signed.example"} for row in ROWS]
    rows += [{"id": f"posts/x{n}", "text": unsigned, "host": "other.example"} for n in range(4)]
    write(tmp_path / "a.parquet", rows)
    output = scanned(tmp_path, "a.parquet", "--collection", "host")
    found = [
        row["id"]
        for row in table(output, "findings")
        if row["rule"] == "attribution/missing-author"
    ]
    assert found == ["posts/07.md"]


def test_ray_writes_the_same_files(tmp_path: Path) -> None:
    pytest.importorskip("ray")
    (tmp_path / "in").mkdir()
    write(tmp_path / "in" / "a.parquet", ROWS, 20)
    (tmp_path / "in" / "b.jsonl.gz").write_bytes(
        gzip.compress(lines([{**row, "id": f"b/{row['id']}"} for row in ROWS]))
    )
    local = files_of(scanned(tmp_path, "in", "--duplicates"))
    ray = scanned(tmp_path, "in", "--duplicates", "--engine", "ray", "--jobs", "1", output="ray")
    assert files_of(ray) == local
    assert any(name.startswith("duplicates/") for name in local)


def test_the_summary_and_the_reports_agree(tmp_path: Path) -> None:
    write(tmp_path / "a.parquet", ROWS)
    arguments = ("a.parquet", "--text", "text", "--id", "id", "--output", "out")
    done = scan(tmp_path, *arguments)
    assert "8 errors, 1 warning in 40 articles; 32 publishable" in done.stdout
    assert "posts/00.md:7:7: `</b>` has no matching start tag; remove it" in done.stdout
    report = scan(tmp_path, *arguments, "--format", "json", "--fail-on", "error")
    assert report.returncode == 1
    data = json.loads(report.stdout)
    assert (data["summary"]["error"], data["summary"]["warning"]) == (8, 1)
    assert (data["summary"]["files"], len(data["findings"])) == (40, 9)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("a.parquet", "--output", "out"), "--text is missing"),
        (("a.parquet", "--text", "text"), "--output is missing"),
        (("--text", "text", "--output", "out"), "INPUT is missing"),
        (("none.parquet", "--text", "text", "--output", "out"), "input `none.parquet` not found"),
        (("a.parquet", "--text", "texts", "--output", "out"), "did you mean `text`?"),
        (("a.txt", "--text", "text", "--output", "out"), "input `a.txt`: unknown format"),
        (("nope://a", "--text", "text", "--output", "out"), "input `nope://a`: ValueError"),
        (("a.parquet", "--text", "text", "--output", "other"), "folder `"),
        (("a.parquet", "--text", "text", "--output", "out", "--duplicates=2"), "from 0 to 1"),
        (("a.parquet", "--text", "text", "--output", "out", "--jobs", "0"), "1 or more"),
        (("a.parquet", "--text", "text", "--output", "out", "--address", "auto"), "--engine ray"),
        (("a.parquet", "--text", "text", "--output", "out", "--select", "no-rule"), "no-rule"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_a_wrong_command_line_is_one_line(
    tmp_path: Path, arguments: tuple[str, ...], message: str
) -> None:
    write(tmp_path / "a.parquet", ROWS[:1])
    (tmp_path / "a.txt").write_text("a", "utf-8")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "mine.txt").write_text("a", "utf-8")
    done = scan(tmp_path, *arguments)
    assert done.returncode == 2
    assert message in done.stderr
    assert done.stderr.count("\n") == 1
    assert shutil.which("contentlint") is None or not (tmp_path / "out" / "summary.json").exists()


RULE = '''"""Two articles have the same slug.

Change one of them.
"""

from contentlint.rule import Document, Fact, Facts, SiteFacts, SiteProblems, bad, good, rule

EXAMPLES = [good("Low.\\n"), bad("---\\nslug: ⟦a⟧\\n---\\n", "2 slugs", "2 slugs", files={"b.md": "---\\nslug: ⟦a⟧\\n---\\n"})]


def collect(document: Document) -> Facts:
    if "slug" in document.front_matter.data:
        yield Fact(document.front_matter.span_of(("slug",)), document.front_matter.get("slug"))


@rule(severity="error")
def check_site(facts: SiteFacts) -> SiteProblems:
    for fact in facts:
        same = sum(other.value == fact.value for other in facts)
        if same > 1:
            yield fact.problem(f"{same} slugs")
'''


def test_rules_of_plugins_about_a_site_run_for_each_collection(tmp_path: Path) -> None:
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "same_slug.py").write_text(RULE, "utf-8")
    (tmp_path / "contentlint.toml").write_text('[plugins]\nhouse = "house"\n', "utf-8")
    rows = [
        {"id": name, "text": f"---\nslug: {slug}\n---\n\nLow.\n", "host": host}
        for name, slug, host in (("a", "x", "h"), ("b", "x", "h"), ("c", "x", "i"), ("d", "y", "h"))
    ]
    write(tmp_path / "a.parquet", rows)
    found = table(scanned(tmp_path, "a.parquet", "--collection", "host"), "findings")
    assert [(row["id"], row["rule"], row["line"], row["message"]) for row in found] == [
        ("a", "house/same-slug", 2, "2 slugs"),
        ("b", "house/same-slug", 2, "2 slugs"),
    ]
