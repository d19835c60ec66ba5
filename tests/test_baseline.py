"""The baseline: suppressed findings, what brings them back, and the file format."""

import json
import os
import subprocess
from pathlib import Path

import forking
import pytest

from contentlint.baseline import file as baseline
from contentlint.baseline.apply import apply_baseline, record
from contentlint.baseline.file import Entry
from contentlint.cache.place import cache_folder
from contentlint.cache.store import Cache
from contentlint.config.resolve import Request, load
from contentlint.core.errors import ConfigError
from contentlint.core.finding import Report
from contentlint.core.records import replace
from contentlint.engine.discover import discover
from contentlint.engine.run import check_files
from contentlint.rule import Document, Problems

OLD = """\
---
title: 潮 👍
author: Mara Lind
date: spring
tags: [sea, no]
---

<p>The ferry left the harbour at noon</b> and came back.</p>

<p>low <img src="a.png"></p>

<p>x</i></p>
<p>x</i></p>
"""


def run(folder: Path, *arguments: str, stdin: str = "") -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "NO_COLOR": "1"}
    result = forking.run(list(arguments), folder, stdin=stdin.encode(), env=environment)
    out, err = result.stdout.decode(), result.stderr.decode()
    assert "Traceback" not in out + err
    return subprocess.CompletedProcess(result.args, result.returncode, out, err)


def plain(folder: Path, *paths: str, **request: object) -> tuple[Report, list[Path]]:
    config = load(Request(paths=paths, **request), folder)  # type: ignore[arg-type]
    discovery = discover(paths, config, folder)
    return check_files(discovery, config.task), discovery.files


def checked(folder: Path, *paths: str, **request: object) -> Report:
    config = load(Request(paths=paths, **request), folder)  # type: ignore[arg-type]
    return apply_baseline(*plain(folder, *paths, **request), config.task, folder)


def recorded(folder: Path, *paths: str, prune: bool = False) -> None:
    config = load(Request(paths=paths), folder)
    for file, text, _ in record(*plain(folder, *paths), config.task, folder, prune=prune):
        file.write_text(text, "utf-8")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "contentlint.toml").write_text(f'baseline = "{baseline.FILE_NAME}"\n')
    (tmp_path / "a.md").write_text(OLD, "utf-8")
    recorded(tmp_path)
    return tmp_path


def test_existing_findings_are_suppressed(site: Path) -> None:
    everything, _ = plain(site)
    assert len(everything.findings) == 6
    report = checked(site)
    assert report.findings == ()
    assert report.in_baseline == (6, 0)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("---\n\n", "---\n\nA new head.\n\n"),
        ("title", "subtitle: new\ntitle"),
        ("date: spring\ntags: [sea, no]\n", "tags: [tide, sea,   no]\ndate: spring\n"),
        ("date: spring", "date:    'spring'"),
        ("\n", "\r\n"),
        ("<p>The ferry", "<h2>New</h2>\n\n<p>The ferry"),
        ("ferry left", "big   ferry left"),
        ("</b> and", "</b> <!-- contentlint-disable-line image -- so --> and"),
        ("<p>x</i></p>\n<p>x</i></p>\n", "<p>x</i></p>\n\nNew.\n\n<p>x</i></p>\n"),
        (
            '<p>low <img src="a.png"></p>\n\n<p>x</i></p>\n<p>x</i></p>\n',
            '<p>x</i></p>\n<p>x</i></p>\n<p>low <img src="a.png"></p>\n',
        ),
    ],
)
def test_changes_that_do_not_bring_a_finding_back(site: Path, old: str, new: str) -> None:
    assert old in OLD
    (site / "a.md").write_bytes(OLD.replace(old, new).encode())
    report = checked(site, ignore=("lint",))
    assert [f.message for f in report.findings] == []
    assert report.in_baseline == (6, 0)


@pytest.mark.parametrize(
    ("old", "new", "reported", "fixed"),
    [
        ("date: spring", "date: autumn", ["front-matter/date-format"], 1),
        ("</b>", "</strong>", ["html/stray-end-tag"], 1),
        ("</b> and", " and</b>", ["html/stray-end-tag"], 1),
        ("[sea, no]", "[sea, no, yes]", ["front-matter/ambiguous-value"], 0),
        ("<p>x</i></p>\n", "<p>x</i></p>\n<p>x</i></p>\n", ["html/stray-end-tag"] * 2, 0),
        ("date: spring\n", "", [], 1),
        ("title: 潮 👍\n", "", ["front-matter/missing-field"], 0),
        ("<p>x</i></p>\n<p>x</i></p>\n", "<p>x</i></p>\n", [], 1),
        ("</b>", "", [], 1),
    ],
)
def test_new_and_fixed_findings(
    site: Path, old: str, new: str, reported: list[str], fixed: int
) -> None:
    (site / "a.md").write_text(OLD.replace(old, new), "utf-8")
    report = checked(site)
    assert [finding.rule for finding in report.findings] == reported
    assert report.in_baseline is not None
    assert report.in_baseline.fixed == fixed


def test_two_missing_fields_are_distinguished(tmp_path: Path) -> None:
    schema = "from pydantic import BaseModel\nclass Post(BaseModel):\n"
    (tmp_path / "post.py").write_text(f"{schema}    desk: str\n    lead: str\n")
    (tmp_path / "contentlint.toml").write_text(
        f'schema = "post.py:Post"\nbaseline = "{baseline.FILE_NAME}"\n'
    )
    (tmp_path / "a.md").write_text("---\nlead: x\ndate: 2024-03-18\n---\n")
    recorded(tmp_path)
    (tmp_path / "a.md").write_text("---\ndesk: x\ndate: 2024-03-18\n---\n")
    report = checked(tmp_path)
    assert [f.message for f in report.findings] == ["`lead` is missing"]
    assert report.in_baseline == (0, 1)


def test_prune_removes_fixed_entries_and_adds_none(site: Path) -> None:
    (site / "a.md").write_text(OLD.replace("</b>", "") + "\n</q>\n", "utf-8")
    before = (site / baseline.FILE_NAME).read_text().splitlines()
    recorded(site, prune=True)
    after = (site / baseline.FILE_NAME).read_text().splitlines()
    assert len(after) == len(before) - 1
    assert set(after) < set(before)
    assert [f.rule for f in checked(site).findings] == ["html/stray-end-tag"]


def test_prune_keeps_entries_of_rules_that_did_not_run(site: Path) -> None:
    before = (site / baseline.FILE_NAME).read_text()
    with (site / "contentlint.toml").open("a") as file:
        file.write('[rules]\n"html" = "off"\n')
    report = checked(site)
    assert report.in_baseline == (3, 0)
    recorded(site, prune=True)
    assert (site / baseline.FILE_NAME).read_text() == before
    (site / "b.md").write_text("</b>\n")
    recorded(site, "b.md", prune=True)
    assert (site / baseline.FILE_NAME).read_text() == before
    (site / "a.md").unlink()
    recorded(site, "b.md", prune=True)
    assert (site / baseline.FILE_NAME).read_text().count("\n") == 1


def test_write_keeps_entries_of_articles_that_were_not_checked(site: Path) -> None:
    (site / "b.md").write_text("</b>\n")
    recorded(site, "b.md")
    text = (site / baseline.FILE_NAME).read_text()
    assert text.count('"a.md"') == 6
    assert text.count('"b.md"') == 1
    (site / "a.md").unlink()
    recorded(site, "b.md")
    assert '"a.md"' not in (site / baseline.FILE_NAME).read_text()


def test_the_same_from_any_folder_and_with_a_warm_cache(site: Path) -> None:
    (site / "deep/er").mkdir(parents=True)
    (site / "deep/a.md").write_text(OLD, "utf-8")
    recorded(site)
    for folder in (site, site / "deep", site / "deep/er"):
        assert checked(folder, str(site)).in_baseline == (12, 0)
    config = load(Request(), site)
    for _ in range(2):
        cache = Cache(cache_folder(site))
        discovery = discover((), config, site)
        report = check_files(discovery, config.task, cache)
        cache.close()
        assert apply_baseline(report, discovery.files, config.task, site).in_baseline == (12, 0)


def test_each_article_has_the_baseline_of_its_configuration(tmp_path: Path) -> None:
    for name in ("one", "two", "three"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.md").write_text("</b>\n")
        if name != "three":
            (tmp_path / name / "contentlint.toml").write_text('baseline = "known.jsonl"\n')
            recorded(tmp_path / name)
    assert [f.path for f in checked(tmp_path).findings] == ["three/a.md"]
    assert checked(tmp_path).in_baseline == (2, 0)


def test_findings_about_failures_are_never_suppressed(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from contentlint import registry

    def broken(document: Document) -> Problems:
        raise ValueError("x")

    load_rule = registry.load

    def load_broken(rule_id: str) -> object:
        rule = load_rule(rule_id)
        return replace(rule, check=broken) if rule_id == "html/stray-end-tag" else rule

    monkeypatch.setattr(registry, "load", load_broken)
    recorded(site)
    assert "internal-error" not in (site / baseline.FILE_NAME).read_text()
    assert [f.rule for f in checked(site).findings] == ["lint/internal-error"]


def test_the_file_is_sorted_and_a_line_an_entry() -> None:
    entries = [
        Entry("潮.md", "b/c", "0f", 2),
        Entry("潮.md", "b/c", "0f", 10),
        Entry("a\n\udcff.md", "b/c", "0f", 1),
        Entry("潮.md", "b/c", "0f", 1),
    ]
    text = baseline.write(entries)
    assert text.splitlines() == [
        '{"contentlint-baseline": 2}',
        '{"path": "a\\n\\udcff.md", "rule": "b/c", "fingerprint": "0f"}',
        '{"path": "潮.md", "rule": "b/c", "fingerprint": "0f"}',
        '{"path": "潮.md", "rule": "b/c", "fingerprint": "0f", "repeat": 2}',
        '{"path": "潮.md", "rule": "b/c", "fingerprint": "0f", "repeat": 10}',
    ]
    assert baseline.write(reversed(entries)) == text


def test_a_written_baseline_can_be_read(tmp_path: Path) -> None:
    entries = {Entry("a\n\udcff.md", "b/c", "0f", 1), Entry("潮.md", "b/c", "0f", 7)}
    file = tmp_path / "x"
    file.write_bytes(b"\xef\xbb\xbf" + baseline.write(entries).replace("\n", "\r\n").encode())
    assert baseline.read(file, "x") == entries
    file.write_text(baseline.write(entries) * 2 + "\n\n", "utf-8")
    assert baseline.read(file, "x") == entries


HEAD = '{"contentlint-baseline": 2}\n'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (b"", "x: not a baseline"),
        (b"\n{}\n", "x:2: not a baseline; expected first line"),
        (b'{"contentlint-baseline": 3}\n', "x:1: unsupported baseline version 3"),
        (b"[]\n", "x:1: not a baseline"),
        (f"{HEAD}\n<<<<<<< ours\n".encode(), "x:3: unresolved merge conflict"),
        (f"{HEAD}{{\n".encode(), "x:2: invalid JSON"),
        (f"{HEAD}[1]\n".encode(), "x:2: invalid entry"),
        (f"{HEAD}{'[' * 100_000}\n".encode(), "x:2: invalid JSON"),
        (f'{HEAD}{{"path": "a", "rule": "b"}}\n'.encode(), "x:2: invalid entry"),
        (f'{HEAD}{{"path": "a", "rule": 1, "fingerprint": "c"}}\n'.encode(), "x:2: invalid entry"),
        (
            f'{HEAD}{{"path": "a", "rule": "b", "fingerprint": "c", "repeat": 0}}\n'.encode(),
            "x:2: invalid entry",
        ),
        (
            f'{HEAD}{{"path": "a", "rule": "b", "fingerprint": "c", "more": 0}}\n'.encode(),
            "x:2: invalid entry",
        ),
        (f"{HEAD}\n".encode() + b"\xff", "x:3: invalid UTF-8"),
        (None, "baseline `x` not found; create it with `contentlint baseline write`"),
    ],
)
def test_a_damaged_file_is_named_with_its_line(
    tmp_path: Path, text: bytes | None, message: str
) -> None:
    if text is not None:
        (tmp_path / "x").write_bytes(text)
    with pytest.raises(ConfigError) as raised:
        baseline.read(tmp_path / "x", "x")
    assert str(raised.value).startswith(message)


def test_branches_merge_by_themselves(site: Path) -> None:
    def git(*arguments: str) -> None:
        settings = ("-c", "user.name=Mara", "-c", "user.email=mara@example.org")
        subprocess.run(["git", *settings, *arguments], cwd=site, check=True, capture_output=True)

    for name in ("c", "g", "p", "w"):
        (site / f"{name}.md").write_text(f"{name}</b>\n")
    recorded(site)
    git("init", "-q", "-b", "main")
    git("add", "-A")
    git("commit", "-qm", "one")
    for branch, file in (("other", "d.md"), ("main", "q.md")):
        git("checkout", "-q", "-B", branch, "main")
        (site / file).write_text("new</b>\n")
        recorded(site)
        git("add", "-A")
        git("commit", "-qm", branch)
    git("merge", "-q", "other")
    assert checked(site).findings == ()
    before = (site / baseline.FILE_NAME).read_text()
    recorded(site)
    assert (site / baseline.FILE_NAME).read_text() == before


def test_the_commands(site: Path) -> None:
    (site / baseline.FILE_NAME).unlink()
    missing = run(site)
    assert missing.returncode == 2
    assert missing.stderr == (
        f"contentlint: error: baseline `{baseline.FILE_NAME}` not found; create it with `contentlint baseline write`\n"
    )
    written = run(site, "baseline", "write")
    assert written.stdout == f"{baseline.FILE_NAME}: 6 findings in 1 file (6 added, 0 removed)\n"
    assert (written.returncode, written.stderr) == (0, "")
    result = run(site)
    assert result.returncode == 0
    assert result.stdout.endswith("\n6 suppressed by the baseline\n")
    assert run(site, "--no-baseline").returncode == 1
    assert run(site, "--isolated").returncode == 1
    assert run(site, "--baseline", "none.jsonl").returncode == 2
    assert run(site, "--baseline", "x", "--no-baseline").returncode == 2
    stdin = run(site, "-", "--stdin-filename", "a.md", "-q", stdin=OLD + "</q>")
    assert stdin.stdout.count("error[") == 1
    (site / "a.md").write_text(OLD.replace("</b>", ""), "utf-8")
    data = json.loads(run(site, "--format", "json").stdout)
    assert data["summary"]["baseline"] == {"suppressed": 5, "fixed": 1}
    assert (
        "5 suppressed by the baseline, 1 fixed; run `contentlint baseline prune`"
        in run(site, "--statistics").stdout
    )
    pruned = run(site, "baseline", "prune")
    assert pruned.stdout == f"{baseline.FILE_NAME}: 5 findings in 1 file (1 removed)\n"
    assert f"{baseline.FILE_NAME}  contentlint.toml:1" in run(site, "config", "show").stdout


def test_without_a_configuration(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("</b>\n")
    first = run(tmp_path, "baseline", "write")
    assert 'add `baseline = "contentlint-baseline.jsonl"` to contentlint.toml' in first.stderr
    assert run(tmp_path).returncode == 1
    assert run(tmp_path, "--baseline", baseline.FILE_NAME).returncode == 0
    assert run(tmp_path, "baseline", "write", "--baseline", "b.jsonl").stderr == ""
    assert (tmp_path / "b.jsonl").read_text() == (tmp_path / baseline.FILE_NAME).read_text()
    assert run(tmp_path, "baseline", "prune", "--baseline", "none").returncode == 2
    assert run(tmp_path, "baseline", "write", "--baseline", "a.md/such").returncode == 2
    assert json.loads(run(tmp_path, "--format", "json").stdout)["summary"]["baseline"] is None
