"""Reports for people and for programs."""

import json
import re
import sys
import unicodedata
from pathlib import Path

import pytest

from contentlint.config.resolve import Request, load
from contentlint.core.finding import Report
from contentlint.core.records import replace
from contentlint.engine.check import check
from contentlint.reporters import Style, formats, render, render_statistics
from contentlint.reporters._cells import _ESCAPED, cells, one_line, width


def report(text: str, name: str = "a.html") -> Report:
    cwd = Path.cwd()
    config = load(Request(isolated=True, ignore=("file",)), cwd)
    return Report(tuple(check(config.task(cwd / name, name), text).findings), 1, 0.25)


def text(source: str, style: Style | None = None, name: str = "a.html") -> str:
    return "".join(render("text", report(source, name), style or Style()))


def test_the_formats() -> None:
    assert {"concise", "json", "text"} <= set(formats())


def test_text_shows_the_line_the_mark_and_the_help() -> None:
    assert text("<p>Low <div>tide</div></p>") == (
        "a.html\n"
        "  1:23: warning[html/stray-end-tag]: `</p>` has no matching start tag: `<div>` "
        "closed the paragraph; remove it\n"
        "   1 | <p>Low <div>tide</div></p>\n"
        "     |                       ^^^^\n"
        "     = note: 1:8: paragraph closed by this `<div>`\n"
        "     = safe fix: remove `</p>`\n"
        "\n"
        "1 warning in 1 file, checked in 0.25 s\n"
        "1 fixable with `--fix`\n"
        "run `contentlint explain html/stray-end-tag` for details\n"
    )


def test_the_colors_of_a_head_remain_when_it_is_wrapped() -> None:
    source = "\n" * 11 + '<img src="https://picsum.photos/seed/low-tide/600/400" alt="The pier">\n'
    for columns in range(20, 81):
        shown = text(source, Style(color=True, wraps=True, width=columns))
        painted = "".join(re.findall(r"\x1b\[1;33m([^\x1b]*)", shown)).replace(" ", "")
        assert painted.startswith("warning[image/placeholder]")
        plain = re.sub(r"\x1b\[[0-9;]*m", "", shown)
        bold = "".join(re.findall(r"\x1b\[1m([^\x1b]*)", shown)).replace(" ", "")
        assert bold.startswith("a.htmlplaceholderimagefrom`picsum.photos`")
        assert "12:" in plain


def test_a_file_is_named_once_above_its_findings() -> None:
    shown = text("</b>\n\n</i>")
    assert shown.startswith("a.html\n  1:1: error")
    assert "\n\n  3:1: error" in shown
    assert shown.count("a.html") == 1


def test_many_equal_findings_are_one_block_with_their_number() -> None:
    found = text("<div><p/></div>\n" * 6 + "<p><a/></p>\n")
    assert found.count("`/>` does not close `<p>`") == 1
    assert "= and 5 more like this in this file; use `--format concise` to list all" in found
    assert "and 3 more like this" not in text("<div><p/></div>\n" * 4)


def test_equal_messages_about_different_text_are_not_grouped() -> None:
    found = text("".join(f'<p>Low <img src="{name}.png"> tide</p>\n' for name in "abcdefgh"))
    assert found.count("image/missing-alt]") == 8


@pytest.mark.parametrize("name", ["checkstyle", "concise", "gitlab", "json", "jsonl", "sarif"])
def test_other_formats_list_equal_findings_one_by_one(name: str) -> None:
    many = report("<div><span/></div>\n" * 6)
    found = "".join(render(name, many, Style()))
    assert found.count("does not close") >= 6


def test_a_limit_counts_equal_findings_once() -> None:
    source = "<div><span/></div>\n" * 6 + "<b>low</i>\n"
    assert "and 1 more" in text(source, Style(limit=1))


def test_messages_are_wrapped_on_a_terminal() -> None:
    source = "<p>Low <div>tide</div></p>"
    assert text(source, Style(width=48)).splitlines()[1].endswith("paragraph; remove it")
    assert text(source, Style(width=48, wraps=True)).splitlines()[:4] == [
        "a.html",
        "  1:23: warning[html/stray-end-tag]: `</p>`",
        "      has no matching start tag: `<div>` closed",
        "      the paragraph; remove it",
    ]
    narrow = Style(width=40, wraps=True, summary=False)
    lines = text("潮" * 60 + f"</b><{'汐' * 30}><p>a<div>b</div></p>", narrow).splitlines()
    assert len(lines) > 15
    assert max(map(width, lines)) <= 40


@pytest.mark.parametrize(
    ("source", "lead", "marks"),
    [
        ("潮汐</b>", 4, 4),
        ("\t</b>", 4, 4),
        ("👍👩‍🚀</b>", 4, 4),
        ("e\u0301</b>", 1, 4),
        ("\u202e</b>", 8, 4),
        ("<潮>", 0, 4),
    ],
)
def test_the_mark_is_below_the_marked_text(source: str, lead: int, marks: int) -> None:
    line = text(source).splitlines()[3]
    assert line.removeprefix("     | ") == " " * lead + "^" * marks


def test_a_long_line_is_cut_around_the_mark() -> None:
    shown = text("潮" * 300 + "</b>" + "汐" * 300, Style(width=60))
    line, mark = shown.splitlines()[2:4]
    assert width(line) <= 60
    assert "…" in line
    assert line.index("</b>") >= 0
    assert width(line[: line.index("</b>")]) == mark.index("^")


def test_no_text_from_an_article_controls_the_terminal() -> None:
    shown = text("<p>\x1b[31mred\x07</b>\x1b]8;;x\x1b\\ \u202e\u2066", name="a\x1b.html")
    assert not [char for char in shown if char in "\x1b\x07\u202e\u2066"]


def test_color_and_links_only_on_request() -> None:
    source = "<p></b>"
    assert "\x1b" not in text(source)
    colored = text(source, Style(color=True, folder="/home/mara"))
    assert "\x1b[1;31m" in colored
    assert "\x1b]8;;file:///home/mara/a.html\x1b\\" in colored


def test_ascii_if_the_terminal_supports_nothing_else() -> None:
    shown = text("x" * 300 + "</b>", Style(unicode=False))
    assert "..." in shown
    assert shown.isascii()


def test_concise_has_one_line_per_finding() -> None:
    lines = "".join(render("concise", report("</b>\n</i>"), Style(summary=False))).splitlines()
    assert lines == [
        "a.html:1:1: error[html/stray-end-tag]: `</b>` has no matching start tag; remove it",
        "a.html:2:1: error[html/stray-end-tag]: `</i>` has no matching start tag; remove it",
    ]


def test_json_has_the_documented_format() -> None:
    data = json.loads("".join(render("json", report("潮👍</b>"), Style())))
    assert list(data) == ["version", "summary", "findings"]
    assert data["version"] == 1
    assert data["summary"] == {
        "files": 1,
        "findings": 1,
        "error": 1,
        "warning": 0,
        "info": 0,
        "fixed": 0,
        "fixable": {"safe": 1, "unsafe": 0},
        "baseline": None,
        "trusted": None,
        "suppressions_applied": True,
        "skipped": [],
        "rules": {"html/stray-end-tag": 1},
    }
    assert data["findings"] == [
        {
            "rule": "html/stray-end-tag",
            "severity": "error",
            "confidence": "high",
            "message": "`</b>` has no matching start tag; remove it",
            "path": "a.html",
            "line": 1,
            "column": 3,
            "end_line": 1,
            "end_column": 7,
            "selector": None,
            "expected": None,
            "fix": {
                "safety": "safe",
                "edits": [{"start": 2, "end": 6, "text": ""}],
                "title": "remove `</b>`",
            },
            "help": "remove `</b>`",
            "related": [],
        }
    ]


def test_json_without_findings_and_with_unusual_names() -> None:
    assert json.loads("".join(render("json", report("x"), Style())))["findings"] == []
    [finding] = json.loads("".join(render("json", report("</b>", 'a"\n\u2028.html'), Style())))[
        "findings"
    ]
    assert finding["path"] == 'a"\n\u2028.html'


def test_statistics() -> None:
    found = report("</b></b><p id=a><p id=a>")
    assert "".join(render_statistics("text", found, Style(summary=False))) == (
        " findings  files  fixable  rule                severity\n"
        "        2      1        2  html/stray-end-tag  error\n"
        "        1      1        0  html/duplicate-id   warning\n"
    )
    table = "".join(render_statistics("markdown", found, Style()))
    assert "| `html/stray-end-tag` | error | 2 | 1 | 2 |\n" in table
    data = json.loads("".join(render_statistics("json", found, Style())))
    assert list(data) == ["version", "summary", "statistics"]
    assert data["statistics"] == [
        {
            "rule": "html/stray-end-tag",
            "severity": "error",
            "findings": 2,
            "files": 1,
            "fixable": {"safe": 2, "unsafe": 0},
        },
        {
            "rule": "html/duplicate-id",
            "severity": "warning",
            "findings": 1,
            "files": 1,
            "fixable": {"safe": 0, "unsafe": 0},
        },
    ]
    lines = list(map(json.loads, render_statistics("jsonl", found, Style())))
    assert [line.pop("type") for line in lines] == ["rule", "rule", "summary"]
    assert lines[:2] == data["statistics"]


def test_statistics_count_files_and_severities_apart() -> None:
    found = report("</b></b>").findings
    more = [replace(found[0], path="b.html"), replace(found[0], path="c.html", severity="info")]
    rows = "".join(render_statistics("concise", Report((*found, *more), 3, 0.0), Style()))
    assert "        3      2        3  html/stray-end-tag  error\n" in rows
    assert "        1      1        1  html/stray-end-tag  info\n" in rows
    assert "3 errors, 1 info in 3 files" in rows


def test_no_findings() -> None:
    assert text("<p>x") == "no findings in 1 file, checked in 0.25 s\n"


def test_every_character_that_could_control_a_terminal_is_escaped() -> None:
    named = {"Cc", "Cf", "Cs", "Zl", "Zp"}
    for char in map(chr, range(sys.maxunicode + 1)):
        if unicodedata.category(char) in named and char not in "\u200c\u200d":
            assert _ESCAPED.search(char), f"U+{ord(char):04X}"


def test_cells_cover_every_code_point() -> None:
    for line in ("潮 a\t👩‍🚀🇩🇪1️⃣e\u0301\u202e\x00", "\u0301a", "한국"):
        assert sum(cell.length for cell in cells(line)) == len(line)
    assert one_line("a\nb\x1b\u202e") == "a\\nb<U+001B><U+202E>"
