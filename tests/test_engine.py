"""From bytes to findings: positions, encodings, crashes that affect only their file."""

from pathlib import Path

import pytest

from contentlint import registry
from contentlint.config.resolve import Request, load
from contentlint.core.finding import Finding, Report
from contentlint.core.records import replace
from contentlint.core.source import decode
from contentlint.engine.check import check
from contentlint.engine.discover import discover
from contentlint.engine.run import check_file, check_files


def findings(data: bytes, name: str = "a.html", **request: object) -> list[Finding]:
    cwd = Path.cwd()
    config = load(Request(isolated=True, **request), cwd)  # type: ignore[arg-type]
    return check(config.task(cwd / name, name), data).findings


def places(found: list[Finding]) -> list[tuple[str, int, int, int, int]]:
    return [(f.rule, f.line, f.column, f.end_line, f.end_column) for f in found]


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("<p>x</p></b>", 1, 9),
        ("a\r\n\r\n潮👍</b>", 3, 3),
        ("\ufeff</b>", 1, 1),
        ("---\ntitle: a\n---\n\n\t</b>", 5, 2),
        ("\ufeff---\r\ntitle: 潮\r\n---\r\n👍</b>", 4, 2),
        ("a\rb</b>", 2, 2),
    ],
)
@pytest.mark.parametrize("name", ["a.html", "a.md"])
def test_a_finding_has_its_line_and_column(text: str, line: int, column: int, name: str) -> None:
    if name == "a.md" and "\t" in text:
        text = text.replace("\t", " ")  # a tab would make it code
    found = findings(text.encode(), name, ignore=("file",))
    assert places(found) == [("html/stray-end-tag", line, column, line, column + 4)]


def test_a_long_line_is_carried_in_part() -> None:
    text = "x" * 500 + "</b>" + "y" * 500
    [found] = findings(text.encode())
    excerpt = found.excerpt
    assert len(excerpt.text) <= 160
    start = found.column - excerpt.column
    assert excerpt.text[start : start + 4] == "</b>"


def test_findings_are_sorted_and_carry_help_and_notes() -> None:
    found = findings(b"<h2 id=a>x</h2>\n<p id=a></b>\n<p>y<div>z</div></p>")
    assert [f.rule for f in found] == [
        "html/duplicate-id",
        "html/stray-end-tag",
        "html/stray-end-tag",
    ]
    assert found[0].related[0].line == 1
    assert found[1].help == "remove `</b>`"


def test_a_finding_in_markup_names_its_element() -> None:
    found = findings(b"<div><p>x</p><p>y<em id=a>z</p></div>\n\n<i id=a>", ignore=("front-matter",))
    assert [(f.rule, f.selector) for f in found] == [
        ("html/unclosed-element", "div > p:nth-of-type(2) > em"),
        ("html/unclosed-element", "em > i"),
        ("html/duplicate-id", "em > i"),
    ]


def test_confidence_decides_what_is_reported() -> None:
    assert findings(b"![](a.png)", "a.md") == []
    [found] = findings(b"![](a.png)", "a.md", confidence="medium")
    assert found.confidence == "medium"


@pytest.mark.parametrize(
    ("data", "rules"),
    [
        ("<p>caf\u00e9</b>".encode("latin-1"), ["file/encoding", "html/stray-end-tag"]),
        ("<p>潮汐</b>".encode("utf-16"), ["file/encoding"]),
        (b"\x89PNG\r\n\x1a\n\x00\x00\xff", ["file/wrong-extension"]),
        ("潮汐每天两次，渔民都知道。</b>".encode("gb18030") * 5, ["file/encoding"]),
        (b"", []),
        (b"\x00", ["file/control-character"]),
    ],
)
def test_whatever_the_bytes_are(data: bytes, rules: list[str]) -> None:
    assert [f.rule for f in findings(data)] == rules


def test_the_encoding_is_guessed_from_the_decoded_text() -> None:
    text, fault = decode("潮汐每天两次，渔民都知道。".encode("gb18030"))
    assert fault is not None
    assert fault.encoding == "gb18030"
    assert decode("café".encode("latin-1"))[1].encoding == "windows-1252"  # type: ignore[union-attr]
    assert decode("caf\u00e9\n".encode()) == ("café\n", None)
    text, fault = decode(b"ab\n\xe6\xbd\xae\xff")
    assert (text, fault and fault.offset, fault and fault.byte_offset) == ("ab\n潮\ufffd", 4, 6)


def test_a_rule_that_fails_is_a_finding_and_the_others_run(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded = registry.load

    def broken(rule_id: str, extra: str = ""):  # type: ignore[no-untyped-def]
        rule = loaded(rule_id, extra)
        if rule_id != "html/stray-end-tag":
            return rule

        def check(document, **options):  # type: ignore[no-untyped-def]
            raise ZeroDivisionError("a\nb")

        return replace(rule, check=check)

    monkeypatch.setattr(registry, "load", broken)
    found = findings(b"</b><p id=a><p id=a>")
    assert [f.rule for f in found] == ["lint/internal-error", "html/duplicate-id"]
    assert found[0].message == "rule `html/stray-end-tag` failed on this file (ZeroDivisionError)"
    # It has the details for a bug report, but not the exception message, which may quote the article.
    reported = found[0].help or ""
    for part in ("contentlint/engine/check.py:", "turbohtml", "Python", "test_engine.py:"):
        assert part in reported
    assert "a b" not in reported
    assert str(Path.home()) not in reported


def test_a_file_that_cannot_be_read_is_a_finding(tmp_path: Path) -> None:
    config = load(Request(isolated=True), tmp_path)
    [found] = check_file(config.task(tmp_path / "gone.md")).findings
    assert (found.rule, found.line, found.column) == ("lint/unreadable-file", 1, 1)
    [found] = check_file(config.task(tmp_path, "folder.md")).findings
    assert "folder.md" in found.path


def test_a_run_over_a_folder(tmp_path: Path) -> None:
    (tmp_path / "b.md").write_text("---\ndate: 2024-03-18\n---\n</b>\n")
    (tmp_path / "a.md").write_text("</i>\n")
    config = load(Request(isolated=True), tmp_path)
    report: Report = check_files(discover((), config, tmp_path), config.task)
    assert [(f.path, f.rule) for f in report.findings] == [
        ("a.md", "html/stray-end-tag"),
        ("b.md", "front-matter/missing-field"),
        ("b.md", "html/stray-end-tag"),
    ]
    assert report.files == 2
    assert report.seconds > 0


def test_a_collection_expects_front_matter(tmp_path: Path) -> None:
    (tmp_path / "contentlint.toml").write_text("[[collections]]\nname = 'a'\ninclude = ['*.md']\n")
    (tmp_path / "a.md").write_text("text\n")
    config = load(Request(), tmp_path)
    found = check_file(config.task(tmp_path / "a.md")).findings
    assert [(f.rule, f.line) for f in found] == [("front-matter/missing-block", 1)]
