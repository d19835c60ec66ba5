"""The HTML page: its content, and that no text from an article can run in it."""

import base64
import hashlib
import json
import os
import re
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import forking
import pytest

from contentlint.cli import links
from contentlint.cli.explain import explanation
from contentlint.core.finding import (
    BaselineCounts,
    Edit,
    Excerpt,
    Finding,
    Fix,
    Group,
    Origin,
    Report,
    Verdict,
)
from contentlint.core.records import replace
from contentlint.core.source import Span
from contentlint.registry import rule_ids
from contentlint.reporters import Style, render, render_statistics

ASSETS = Path(links.__file__).parents[1] / "reporters" / "page"


def finding(**said: Any) -> Finding:
    """A finding, with typical values for the rest."""
    whole = {
        "path": "posts/tide.md",
        "line": 7,
        "column": 4,
        "end_line": 7,
        "end_column": 8,
        "rule": "html/stray-end-tag",
        "severity": "error",
        "confidence": "high",
        "message": "`</b>` has no matching start tag; remove it",
        "help": "remove `</b>`",
        "fix": Fix("remove `</b>`", (Edit(Span(3, 7), ""),)),
        "related": (),
        "excerpt": Excerpt("Low</b> tide", 1),
        "span": Span(3, 7),
    }
    return Finding(**{**whole, **said})


def report(*findings: Finding, **said: Any) -> Report:
    origin = Origin("newsroom", datetime(2024, 3, 18, 14, 2, tzinfo=UTC))
    ordered = tuple(sorted(findings, key=lambda found: found.sort_key))
    whole = Report(ordered, 12, 0.25, origin=origin, explain=explanation)
    return replace(whole, **said)


def page(found: Report, style: Style | None = None) -> str:
    return "".join(render("html", found, style or Style()))


def data(text: str) -> Any:
    [written] = re.findall(r'<script type="application/json" id="data">(.*?)</script>', text, re.S)
    return json.loads(written)


def rows(text: str) -> list[dict[str, Any]]:
    """The findings of a page, parsed as in its scripts."""
    table = data(text)
    columns = table["columns"]
    texts = dict(enumerate(table["texts"]))
    return [
        {
            **row,
            "path": table["paths"][row["path"]],
            "rule": table["rules"][row["rule"]]["id"],
            **{key: texts[row[key]] for key in ("message", "help", "excerpt")},
        }
        for row in (dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True))
    ]  # fmt: skip


# --- content


def test_the_findings_are_columns_and_no_text_is_repeated() -> None:
    text = page(
        report(finding(), finding(line=9), finding(path="posts/ebb.md", severity="warning"))
    )
    table = data(text)
    assert table["paths"] == ["posts/ebb.md", "posts/tide.md"]
    assert table["columns"]["path"] == [0, 1, 1]
    assert table["columns"]["severity"] == [1, 0, 0]
    assert sorted(table["texts"]) == [
        "Low</b> tide",
        "`</b>` has no matching start tag; remove it",
        "remove `</b>`",
    ]
    assert rows(text)[1] == {
        "path": "posts/tide.md",
        "rule": "html/stray-end-tag",
        "severity": 0,
        "fix": 1,
        "line": 7,
        "column": 4,
        "message": "`</b>` has no matching start tag; remove it",
        "help": "remove `</b>`",
        "confidence": 0,
        "excerpt": "Low</b> tide",
        "start": 3,
        "end": 7,
        "cut": 0,
    }  # fmt: skip


@pytest.mark.parametrize("rule", ["html/stray-end-tag", "lint/internal-error"])
def test_a_rule_is_explained(rule: str) -> None:
    [explained] = data(page(report(finding(rule=rule))))["rules"]
    assert explained["page"] == explanation(rule).page


def test_an_unknown_rule_has_only_its_id() -> None:
    [explained] = data(page(report(finding(rule="house/style"))))["rules"]
    assert explained == {"id": "house/style", "page": None, "standard": None}


@pytest.mark.parametrize(
    ("found", "lead"),
    [
        (report(), "No findings in 12 articles."),
        (report(files=1), "No findings in 1 article."),
        (report(fixed=3), "No findings left in 12 articles."),
        (
            report(finding()),
            "1 finding in 1 of 12 articles. 1 fixable with <code>contentlint check --fix</code>.",
        ),
        (report(finding(fix=None)), "1 finding in 1 of 12 articles."),
    ],
)
def test_the_lead_summarizes_the_findings(found: Report, lead: str) -> None:
    assert f'<p class="lead">{lead}</p>' in page(found)


def test_the_page_has_the_numbers_of_the_baseline() -> None:
    assert data(page(report(in_baseline=BaselineCounts(12, 3))))["summary"] == {
        "files": 12,
        "fixed": None,
        "baseline": {"suppressed": 12, "fixed": 3},
    }
    assert data(page(report()))["summary"]["baseline"] is None


def grouped(found: Report) -> Report:
    """The report with its articles, and one without findings, in two groups."""
    faulty = sorted({finding.path for finding in found.findings})
    rejected = [Verdict(path, (1, 0, 0), is_publishable=False) for path in faulty]
    groups = (
        Group(
            "Mara <Ellwood>",
            (*rejected[:2], Verdict("posts/calm.md", (0, 0, 0), is_publishable=True)),
        ),
        Group("何以宁", tuple(rejected[2:])),
    )
    return replace(found, grouped_by="author", groups=groups)


def test_groups_name_the_articles_that_have_findings() -> None:
    found = report(*(finding(path=f"posts/{name}.md") for name in "abc"))
    assert data(page(found))["grouped"] is None
    assert data(page(grouped(found)))["grouped"] == {
        "by": "author",
        "groups": [
            {"name": "Mara <Ellwood>", "articles": 3, "publishable": 1, "paths": [0, 1]},
            {"name": "何以宁", "articles": 1, "publishable": 0, "paths": [2]},
        ],
    }


@pytest.mark.parametrize(
    ("excerpt", "place", "marked", "cut"),
    [
        (Excerpt("Low</b> tide", 1), (4, 8), "</b>", 0),
        (Excerpt("👍👩‍🚀 潮</b>", 41), (47, 51), "</b>", 1),
        (Excerpt("tide" * 40, 1), (1, 5), "tide", 0),
        (Excerpt("x" * 300 + "潮汐" + "y" * 300, 1), (301, 303), "潮汐", 3),
        (Excerpt("x" * 300 + "潮汐", 1), (301, 303), "潮汐", 1),
        (Excerpt("x" * 300, 1), (1, 301), "x" * 160, 2),
        (Excerpt("", 1), (1, 1), "", 0),
    ],
)  # fmt: skip
def test_an_excerpt_keeps_its_mark(
    excerpt: Excerpt, place: tuple[int, int], marked: str, cut: int
) -> None:
    [row] = rows(page(report(finding(excerpt=excerpt, column=place[0], end_column=place[1]))))
    units = row["excerpt"].encode("utf-16-le")
    assert units[2 * row["start"] : 2 * row["end"]].decode("utf-16-le") == marked
    assert row["cut"] == cut


def test_a_mark_over_several_lines_ends_with_the_first() -> None:
    [row] = rows(page(report(finding(end_line=9, end_column=2))))
    assert row["excerpt"][row["start"] : row["end"]] == "</b> tide"


def test_statistics_are_a_page_without_the_list() -> None:
    text = "".join(render_statistics("html", report(finding(), finding(line=9)), Style()))
    table = data(text)
    assert table["columns"]["rule"] == [0, 0]
    assert table["texts"] == []
    assert "Low</b> tide" not in text
    assert '<body class="found">' in text


# --- security


HOSTILE = (
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "]]><img src=x onerror=alert(1)>",
    "$policy ${data} @data@ {path}",
    "\u2028\u2029\x00\x1b[31m\u202e",
    "\udc80 half",
)


def test_the_policy_allows_only_the_styles_and_scripts_of_the_page() -> None:
    text = page(report(finding(message=HOSTILE[0])))
    [policy] = re.findall(r'Content-Security-Policy" content="([^"]*)"', text)
    [style] = re.findall(r"<style>(.*?)</style>", text, re.S)
    [script] = re.findall(r'<script type="module">(.*?)</script>', text, re.S)
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == "'none'"
    assert rules["style-src"] == f"'{sha256(style)}'"
    assert rules["script-src"] == f"'{sha256(script)}'"
    assert "unsafe" not in policy
    assert "http" not in policy


def sha256(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def test_the_page_loads_no_other_files() -> None:
    text = page(report(finding()))
    assert re.findall(r'(?:src|href|action)="([^"]*)"', text) == ["data:,", "#findings"]
    assert not re.search(
        r"url\(|@import|import\(|fetch\(|XMLHttpRequest|WebSocket|sendBeacon", text
    )


def test_the_scripts_never_parse_text_as_markup() -> None:
    for file in ASSETS.glob("*.js"):
        written = file.read_text("ascii")
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b|Function\(", written
        )


@pytest.mark.parametrize("said", HOSTILE)
def test_text_from_an_article_cannot_end_an_element(said: str) -> None:
    text = page(
        report(finding(message=said, help=said, path=f"posts/{said}.md", excerpt=Excerpt(said, 1)))
    )
    assert text.count("<script") == text.count("</script>") == page(report()).count("<script")
    [row] = rows(text)
    assert (row["message"], row["help"], row["path"]) == (said, said, f"posts/{said}.md")


def test_the_name_of_the_folder_is_escaped() -> None:
    origin = Origin('<img src=x onerror="alert(1)">$data', datetime(2024, 3, 18, tzinfo=UTC))
    text = page(report(finding(), origin=origin))
    assert "<h1>&lt;img src=x onerror=&quot;alert(1)&quot;&gt;$data</h1>" in text
    assert len(rows(text)) == 1


def test_every_article_of_a_folder_with_hostile_names(tmp_path: Path) -> None:
    names = ["<img src=x>.html", "javascript:alert(1).html", '"&quot;.html', "潮.html"]
    folder = tmp_path / "<b>posts"
    folder.mkdir()
    for name in names:
        (folder / name).write_text("<p></b></script><script>alert(1)</script>", "utf-8")
    (folder / os.fsdecode(b"\xff.html")).write_text("</b>", "utf-8")
    run(tmp_path, "--output", "report.html")
    text = (tmp_path / "report.html").read_text("utf-8")
    found = {row["path"] for row in rows(text)}
    assert found == {f"<b>posts/{name}" for name in [*names, "\udcff.html"]}
    assert data(text)["files"] == "./{path}"


def run(cwd: Path, *options: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Check a folder in a separate process, with these environment variables."""
    command = ["check", ".", "--format", "html", "--isolated", "--no-cache", *options]
    outside = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("GITHUB_", "GITLAB_", "CI"))
    }
    done = forking.run(command, cwd, env={**outside, **environment})
    assert done.returncode in (0, 1), done.stderr
    return done


def test_the_page_is_utf8_whatever_the_terminals_encoding(tmp_path: Path) -> None:
    folder = tmp_path / "潮汐"
    folder.mkdir()
    (folder / "潮.html").write_text("<p>潮👍</b>", "utf-8")
    for encoding in ("ascii", "latin-1"):
        text = run(folder, PYTHONIOENCODING=encoding).stdout.decode("utf-8")
        assert rows(text)[0]["excerpt"] == "<p>潮👍</b>"
        assert "<h1>潮汐</h1>" in text


def test_the_page_is_ascii_if_nothing_else_is_supported() -> None:
    origin = Origin("潮汐", datetime(2024, 3, 18, tzinfo=UTC))
    text = "".join(render("html", Report((), 1, 0.0, origin=origin), Style(unicode=False)))
    assert text.isascii()
    assert "<h1>&#28526;&#27728;</h1>" in text


def test_the_parts_are_ascii() -> None:
    for file in ASSETS.iterdir():
        assert file.read_bytes().isascii(), file


# --- links


@pytest.mark.parametrize(
    ("output", "environment", "expected"),
    [
        (None, {}, "./{path}"),
        ("report.html", {}, "./{path}"),
        ("out/of the way/report.html", {}, "./../../{path}"),
        ("../report.html", {}, "./my%20site/{path}"),
        (
            "report.html",
            {"GITHUB_ACTIONS": "true", "GITHUB_SERVER_URL": "https://git.example.org", "GITHUB_REPOSITORY": "mara/site",
             "GITHUB_SHA": "abc123", "GITHUB_WORKSPACE": "{parent}"},
            "https://git.example.org/mara/site/blob/abc123/my%20site/{path}?plain=1#L{line}",
        ),
        (
            None,
            {"GITLAB_CI": "true", "CI_PROJECT_URL": "https://git.example.org/mara/site", "CI_COMMIT_SHA": "abc123",
             "CI_PROJECT_DIR": "{cwd}"},
            "https://git.example.org/mara/site/-/blob/abc123/{path}?plain=1#L{line}",
        ),
        (None, {"GITLAB_CI": "true", "CI_PROJECT_URL": "javascript:alert(1)//", "CI_COMMIT_SHA": "a", "CI_PROJECT_DIR": "{cwd}"}, "./{path}"),
        (None, {"GITHUB_ACTIONS": "true"}, "./{path}"),
    ],
)  # fmt: skip
def test_link_targets(
    tmp_path: Path, output: str | None, environment: dict[str, str], expected: str
) -> None:
    cwd = tmp_path / "my site"
    cwd.mkdir()
    said = {name: value.format(cwd=cwd, parent=tmp_path) for name, value in environment.items()}
    assert links.files(None if output is None else Path(output), cwd, said) == expected


# --- many findings


def many(number: int) -> Report:
    """The report of a large site, half of it Chinese, in which all excerpts differ."""
    ids = rule_ids()
    line = "潮水退去之后码头上的人们开始修补渔网孩子们在礁石间寻找螃蟹老人坐在石阶上说起三十年前的那场大风"
    found = []
    for index in range(number):
        text = (
            f"{index} {line * 4}"
            if index % 2
            else f"{index} {'Low tide at the <b>old</i> pier. ' * 5}"
        )
        found.append(
            finding(
                path=f"content/{index % 7}/{index % 211}/{index % 9973:05}-low-tide.md",
                line=index % 300 + 1,
                end_line=index % 300 + 1,
                column=41,
                end_column=47,
                rule=ids[(index * index) % len(ids)],
                severity=("error", "warning", "warning", "info")[index % 4],
                message=f"`{text[20:36]}` has no matching start tag; remove it",
                fix=None if index % 3 else finding().fix,
                excerpt=Excerpt(text[:160], 1),
            )
        )
    return report(*found, files=60_000, in_baseline=BaselineCounts(8_000, 9_000))


@pytest.mark.slow
def test_fifty_thousand_findings_are_less_than_fifteen_megabytes() -> None:
    text = page(many(50_000))
    assert len(text.encode()) < 15_000_000
    found = rows(text)
    assert len(found) == 50_000
    assert {row["end"] - row["start"] for row in found} == {6}
