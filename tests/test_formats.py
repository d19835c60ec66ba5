"""The formats for machines, each read by a parser of its own consumer's form."""

import json
import os
import re
import shutil
import subprocess
import tarfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from test_cli import run

from contentlint import addresses
from contentlint.core.finding import Excerpt, Explanation, Finding, Report
from contentlint.core.records import replace
from contentlint.core.source import Span
from contentlint.reporters import Style, formats, has_statistics, render, render_statistics
from contentlint.reporters.markdown import LIMIT
from contentlint.reporters.sarif import MOST as MOST_RESULTS

BAD = '---\ntitle: Low\ndate: 2024-03-18\n---\n\n<p>low</b></p>\n\n<p class="a" class="b">x</p>\n'
MACHINE = ("checkstyle", "github", "gitlab", "json", "jsonl", "junit", "markdown", "sarif")


def finding(number: int = 1, **changes: object) -> Finding:
    made = Finding(
        path="posts/a.md",
        line=number,
        column=3,
        end_line=number,
        end_column=7,
        rule="html/stray-end-tag",
        severity="error",
        confidence="high",
        message="`</b>` has no matching start tag; remove it",
        help=None,
        fix=None,
        related=(),
        excerpt=Excerpt("<p>low</b></p>", 1),
        span=Span(number, number + 4),
        fingerprint="0123456789abcdef",
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def drawn(name: str, *findings: Finding) -> str:
    return "".join(render(name, Report(tuple(findings), 2, 0.25), Style()))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts/a.md").write_text(BAD)
    return tmp_path


def test_all_formats_are_known() -> None:
    assert set(formats()) == {*MACHINE, "concise", "html", "text"}


@pytest.mark.parametrize("name", MACHINE)
def test_nothing_found_is_a_whole_report(name: str) -> None:
    text = drawn(name)
    if name in ("checkstyle", "junit"):
        ElementTree.fromstring(text)
    elif name in ("gitlab", "json", "sarif"):
        json.loads(text)
    elif name == "jsonl":
        [line] = text.splitlines()
        assert json.loads(line)["type"] == "summary"
    assert text.endswith("\n")
    if has_statistics(name):
        assert "".join(render_statistics(name, Report((), 0, 0.0), Style()))


@pytest.mark.parametrize("name", MACHINE)
def test_the_exit_status_is_the_same_in_every_format(site: Path, name: str) -> None:
    assert run(site, "check", "--format", name).returncode == 1
    assert run(site, "check", "--format", name, "--fail-on", "never").returncode == 0


# --- SARIF


def test_sarif(site: Path) -> None:
    data = json.loads(run(site, "check", "--format", "sarif").stdout)
    [only] = data["runs"]
    assert only["columnKind"] == "unicodeCodePoints"
    rules = only["tool"]["driver"]["rules"]
    result = next(r for r in only["results"] if r["ruleId"] == "html/stray-end-tag")
    assert rules[result["ruleIndex"]]["id"] == "html/stray-end-tag"
    assert "end tag" in rules[result["ruleIndex"]]["help"]["text"]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "posts/a.md", "uriBaseId": "%SRCROOT%"}
    assert place["region"]["startLine"] == 6
    assert (place["region"]["startColumn"], place["region"]["endColumn"]) == (7, 11)
    region = result["fixes"][0]["artifactChanges"][0]["replacements"][0]["deletedRegion"]
    start, length = region["charOffset"], region["charLength"]
    assert BAD[start : start + length] == "</b>"
    assert (region["startLine"], region["startColumn"]) == (6, 7)
    assert (region["endLine"], region["endColumn"]) == (6, 11)


def test_sarif_of_stdin_has_no_lines_of_a_file_with_other_text(site: Path) -> None:
    other = BAD.replace("<p>", "<p>Neap ")
    options = ("check", "-", "--stdin-filename", "posts/a.md", "--format", "sarif")
    data = json.loads(run(site, *options, stdin=other.encode()).stdout)
    regions = [
        replacement["deletedRegion"]
        for result in data["runs"][0]["results"]
        for fix in result.get("fixes", [])
        for replacement in fix["artifactChanges"][0]["replacements"]
    ]
    assert regions
    assert not any("startLine" in region for region in regions)


def test_rules_link_to_their_pages_only_where_there_is_a_site(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    explained = Report(
        (finding(),), 1, 0.0, explain=lambda _: Explanation("A page.", "https://a.example/b")
    )

    def help_uri() -> str:
        data = json.loads("".join(render("sarif", explained, Style())))
        uri: str = data["runs"][0]["tool"]["driver"]["rules"][0]["helpUri"]
        return uri

    assert help_uri() == "https://a.example/b"
    monkeypatch.setattr(addresses, "OWNER", "tide")
    monkeypatch.setattr(addresses, "DOCUMENTATION", "https://tide.example/")
    assert help_uri() == f"https://tide.example/rules/{finding().rule}/"


def test_terminals_link_rules_to_their_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    report = Report((finding(),), 1, 0.0)

    def text(style: Style) -> str:
        return "".join(render("text", report, style))

    assert "OWNER" not in text(Style(folder="/site"))
    monkeypatch.setattr(addresses, "OWNER", "tide")
    monkeypatch.setattr(addresses, "DOCUMENTATION", "https://tide.example/")
    assert "\x1b]8;;https://tide.example/rules/html/stray-end-tag/\x1b" in text(
        Style(folder="/site")
    )
    assert "https://" not in text(Style())


def test_gitlab_has_the_type_and_the_categories_of_an_issue() -> None:
    first, second = json.loads(drawn("gitlab", finding(), finding(2, rule="security/script-url")))
    assert (first["type"], first["categories"]) == ("issue", ["Bug Risk"])
    assert second["categories"] == ["Security"]


@pytest.mark.parametrize("name", ["sarif", "gitlab"])
def test_fingerprints_survive_moved_lines(site: Path, name: str) -> None:
    def found() -> list[tuple[str, int]]:
        data = json.loads(run(site, "check", "--format", name).stdout)
        if name == "gitlab":
            return [(item["fingerprint"], item["location"]["lines"]["begin"]) for item in data]
        results = data["runs"][0]["results"]
        prints = [result["partialFingerprints"]["contentlint/v1"] for result in results]
        regions = [result["locations"][0]["physicalLocation"]["region"] for result in results]
        return [(p, r["startLine"]) for p, r in zip(prints, regions, strict=True)]

    # Twice the same fault, so that these, too, are told apart without lines.
    (site / "posts/a.md").write_text(BAD + BAD.partition("\n\n")[2])
    before = found()
    text = (site / "posts/a.md").read_text()
    (site / "posts/a.md").write_text(
        text.replace("---\n\n<p>low", "---\n\nNew.\n\nLines.\n\n<p>low")
    )
    after = found()
    assert [mark for mark, _ in after] == [mark for mark, _ in before]
    assert [line for _, line in after] == [line + 4 for _, line in before]
    assert len({mark for mark, _ in before}) == len(before) == 4


def test_sarif_keeps_the_most_severe_results() -> None:
    infos = [finding(n, severity="info") for n in range(1, MOST_RESULTS + 3)]
    errors = [finding(n, path="posts/b.md") for n in range(1, 6)]
    data = json.loads(drawn("sarif", *infos, *errors))["runs"][0]
    assert len(data["results"]) == MOST_RESULTS
    assert sum(result["level"] == "error" for result in data["results"]) == 5
    [notification] = data["invocations"][0]["toolExecutionNotifications"]
    assert notification["message"]["text"].startswith("7 findings")


def test_sarif_offsets_do_not_count_a_byte_order_mark(site: Path) -> None:
    (site / "posts/a.md").write_bytes(b"\xef\xbb\xbf" + BAD.encode())
    data = json.loads(run(site, "--select", "html/stray-end-tag", "--format", "sarif").stdout)
    [result] = data["runs"][0]["results"]
    region = result["fixes"][0]["artifactChanges"][0]["replacements"][0]["deletedRegion"]
    start = region["charOffset"]
    assert BAD[start : start + region["charLength"]] == "</b>"


def test_a_snippet_of_sarif_is_what_is_marked() -> None:
    marked = finding(1, excerpt=Excerpt("low</b></p>", 7), column=10, end_column=14)
    whole, cut = (
        result["locations"][0]["physicalLocation"]["region"].get("snippet")
        for result in json.loads(
            drawn("sarif", marked, replace(marked, line=2, end_line=2, end_column=90))
        )["runs"][0]["results"]
    )
    assert whole == {"text": "</b>"}
    assert cut is None


def test_a_message_is_no_link_in_sarif() -> None:
    message = "`[here](https://example.org)` leads nowhere"
    [result] = json.loads(drawn("sarif", finding(message=message)))["runs"][0]["results"]
    assert result["message"]["text"] == "`\\[here\\](https://example.org)` leads nowhere"


@pytest.mark.slow
def test_sarif_is_valid_by_the_official_schema(site: Path, tmp_path: Path) -> None:
    """The schema is that of Microsoft's package, which has the one of OASIS."""
    if shutil.which("npm") is None:
        pytest.skip("needs npm, to get the schema")
    import jsonschema

    package = "@microsoft/jest-sarif@1.0.0-beta.0"
    subprocess.run(["npm", "pack", package], cwd=tmp_path, check=True, capture_output=True)
    [archive] = tmp_path.glob("*.tgz")
    with tarfile.open(archive) as file:
        member = file.extractfile("package/lib/schemas/sarif-2.1.0-rtm.5.json")
        assert member is not None
        schema = json.load(member)
    examples = Path(__file__).parents[1] / "examples"
    shutil.copytree(examples, site / "examples")
    for name in ("a\nb.md", "q'\"uote.md", "b\u202eidi.md"):
        (site / name).write_text(BAD)
    for arguments in ((), ("--select", "all"), ("posts/none.md",)):
        (site / "posts/none.md").write_text("---\ntitle: Low\n---\nTide.\n")
        data = json.loads(run(site, "check", "--format", "sarif", *arguments).stdout)
        jsonschema.Draft7Validator(schema).validate(data)


# --- GitHub


def annotations(text: str) -> list[str]:
    return [line for line in text.splitlines() if re.match("::(error|warning|notice) ", line)]


def test_github(site: Path) -> None:
    lines = run(site, "check", "--format", "github").stdout.splitlines()
    assert (
        "::error file=posts/a.md,line=6,col=7,endColumn=11,title=html/stray-end-tag::"
        "`</b>` has no matching start tag; remove it%0Aremove `</b>`" in lines
    )
    stop = next(index for index, line in enumerate(lines) if line.startswith("::stop-commands::"))
    token = lines[stop].removeprefix("::stop-commands::")
    assert lines[-1] == f"::{token}::"
    assert any(line.startswith("posts/a.md:6:7: error") for line in lines[stop:])
    assert not annotations("\n".join(lines[stop:]))


def test_github_escapes_what_would_end_a_property_or_a_command() -> None:
    odd = finding(path="a,b:c%\n.md", message="50 %\r\nmore", end_line=2)
    [line] = annotations(drawn("github", odd))
    assert line == (
        "::error file=a%2Cb%3Ac%25%0A.md,line=1,endLine=2,title=html/stray-end-tag::50 %25%0D%0Amore"
    )


def test_github_shows_ten_of_each_severity_of_many_rules() -> None:
    many = [finding(n) for n in range(1, 40)]
    others = [finding(n, rule=f"html/rule-{n}") for n in range(40, 45)]
    warnings = [finding(n, severity="warning") for n in range(50, 53)]
    text = drawn("github", *many, *others, *warnings)
    shown = annotations(text)
    assert sum(line.startswith("::error") for line in shown) == 10
    assert all(any(f"title=html/rule-{n}:" in line for line in shown) for n in range(40, 45))
    assert sum(line.startswith("::warning") for line in shown) == 3
    assert sum("has no matching start tag" in line for line in text.splitlines()) == len(shown) + 47


def test_github_is_chosen_in_its_actions_and_writes_the_step_summary(site: Path) -> None:
    summary = site / "summary.md"
    summary.write_text("before\n")
    result = run(site, "check", GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(summary))
    assert result.returncode == 1
    assert annotations(result.stdout)
    assert summary.read_text().startswith("before\n## contentlint\n")
    plain = run(site, "check", "--format", "concise", GITHUB_ACTIONS="true")
    assert not annotations(plain.stdout)


# --- GitLab, JUnit, Checkstyle, JSON lines, Markdown


def test_gitlab() -> None:
    same = [finding(1), finding(2, severity="info"), finding(9), finding(1, path="posts/b.md")]
    data = json.loads(drawn("gitlab", *same))
    assert len({item["fingerprint"] for item in data}) == 4
    assert data[0]["location"] == {"path": "posts/a.md", "lines": {"begin": 1, "end": 1}}
    assert {item["severity"] for item in data} == {"major", "info"}
    moved = json.loads(drawn("gitlab", finding(5), finding(13)))
    assert [item["fingerprint"] for item in moved] == [item["fingerprint"] for item in data[:2]]


def test_junit() -> None:
    tree = ElementTree.fromstring(
        drawn("junit", finding(1), finding(2, severity="info"), finding(1, path="posts/b.md"))
    )
    assert (tree.get("tests"), tree.get("failures")) == ("3", "2")
    assert [suite.get("name") for suite in tree] == ["posts/a.md", "posts/b.md"]
    assert len(tree.findall(".//failure")) == 2
    assert len(tree.findall(".//system-out")) == 1


def test_checkstyle() -> None:
    tree = ElementTree.fromstring(drawn("checkstyle", finding(1, message='a "<b>" & c')))
    [error] = tree.findall("file/error")
    assert error.get("message") == 'a "<b>" & c'
    assert error.get("source") == "contentlint.html.stray-end-tag"


def test_jsonl_says_what_json_says(site: Path) -> None:
    lines = [json.loads(line) for line in run(site, "--format", "jsonl").stdout.splitlines()]
    whole = json.loads(run(site, "--format", "json").stdout)
    assert [line.pop("type") for line in lines] == ["finding"] * (len(lines) - 1) + ["summary"]
    assert lines[:-1] == whole["findings"]
    assert lines[-1] == {"version": 1, **whole["summary"]}


def test_markdown_keeps_to_its_limit_and_says_what_is_left_out() -> None:
    text = drawn("markdown", *(finding(n) for n in range(1, 5000)))
    assert len(text) <= LIMIT + 100
    shown = len(re.findall(r"^- \d+:3 ", text, re.MULTILINE))
    assert f"… and {4999 - shown} more" in text


def test_markdown_shows_text_of_articles_as_code() -> None:
    message = "`[a](javascript:x) @mara | <b>` is bad; write `x``y`"
    line = drawn("markdown", finding(message=message)).splitlines()[-1]
    assert "`[a](javascript:x) @mara | <b>`" in line
    odd = drawn("markdown", finding(message="a ` @mara [b](c)")).splitlines()[-1]
    assert "``a ` @mara [b](c)``" in odd


def test_gitlab_names_no_line_behind_the_mark() -> None:
    [issue] = json.loads(drawn("gitlab", finding(3, end_line=6, end_column=1)))
    assert issue["location"]["lines"] == {"begin": 3, "end": 5}


# --- all of them


@pytest.mark.slow
@pytest.mark.parametrize("name", ["checkstyle", "github", "gitlab", "junit", "markdown", "sarif"])
def test_paths_are_those_of_the_repository_in_a_pipeline(site: Path, name: str) -> None:
    place = {"GITHUB_ACTIONS": "true", "GITHUB_WORKSPACE": str(site)}
    inner = run(site / "posts", "--format", name, **place).stdout
    assert "posts/a.md" in inner
    assert "posts/a.md" not in run(site / "posts", "--format", name).stdout
    other = {"GITHUB_ACTIONS": "", "GITLAB_CI": "true", "CI_PROJECT_DIR": str(site)}
    assert "posts/a.md" in run(site / "posts", "--format", name, **other).stdout


def test_the_format_follows_the_ending_of_the_file(site: Path) -> None:
    names = (
        "r.sarif",
        "r.json",
        "r.jsonl",
        "r.xml",
        "r.md",
        "r.html",
        "gl-code-quality-report.json",
    )
    outputs = [part for name in names for part in ("--output", f"out/{name}")]
    (site / "out").mkdir()
    result = run(site, "check", "posts", *outputs)
    assert (result.returncode, result.stdout) == (1, "")
    out = {name: (site / "out" / name).read_text() for name in names}
    assert json.loads(out["r.sarif"])["version"] == "2.1.0"
    assert json.loads(out["r.json"])["findings"]
    assert len(out["r.jsonl"].splitlines()) > 1
    assert ElementTree.fromstring(out["r.xml"]).tag == "testsuites"
    assert out["r.md"].startswith("## contentlint")
    assert out["r.html"].startswith("<!doctype html>")
    assert json.loads(out["gl-code-quality-report.json"])[0]["check_name"]


ODD_NAMES = (
    b"a\nb.md",
    b"q'\"<&>.md",
    "b\u202eidi.md".encode(),
    b"\xff\xfe.md",
    b"::error::x.md",
    b"`|tick`.md",
    b"100%.md",
)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
@pytest.mark.parametrize("name", MACHINE)
def test_odd_names_of_files(tmp_path: Path, name: str) -> None:
    for odd in ODD_NAMES:
        Path(os.fsdecode(os.path.join(os.fsencode(tmp_path), odd))).write_text(BAD)  # noqa: PTH118
    arguments = ["check", "--select", "html/stray-end-tag", "--format", name]
    text = run(tmp_path, *arguments).stdout
    assert "\u202e" not in text
    if name in ("checkstyle", "junit"):
        files = ElementTree.fromstring(text)
        assert len(files) == len(ODD_NAMES)
    elif name in ("json", "sarif", "gitlab"):
        data = json.loads(text)
        found = data.get("findings") or data["runs"][0]["results"] if name != "gitlab" else data
        assert len(found) == len(ODD_NAMES)
    elif name == "jsonl":
        assert len([json.loads(line) for line in text.splitlines()]) == len(ODD_NAMES) + 1
    elif name == "github":
        stop = text.index("::stop-commands::")
        assert len(annotations(text[:stop])) == len(text[:stop].splitlines()) == len(ODD_NAMES)
    else:
        assert len(re.findall(r"^### ", text, re.MULTILINE)) == len(ODD_NAMES)
