"""Suppressions: the range they cover, text that is not a suppression, and the `lint` rules."""

from functools import cache
from pathlib import Path

import pytest

from contentlint.config.resolve import Config, Request, load
from contentlint.core.edits import apply
from contentlint.core.finding import Finding
from contentlint.engine.check import check
from contentlint.engine.discover import discover
from contentlint.engine.run import check_files

STRAY = "html/stray-end-tag"


def findings(text: str, name: str = "a.html", **request: object) -> list[Finding]:
    cwd = Path.cwd()
    return check(_config(cwd, **request).task(cwd / name, name), text.encode()).findings


@cache
def _config(folder: Path, **request: object) -> Config:
    """A configuration; resolved once for all tests that need the same."""
    return load(Request(isolated=True, **request), folder)  # type: ignore[arg-type]


def said(text: str, name: str = "a.html", **request: object) -> list[str]:
    return [f"{f.line} {f.rule}" for f in findings(text, name, **request)]


@pytest.mark.parametrize("name", ["a.html", "a.md"])
@pytest.mark.parametrize(
    ("text", "left"),
    [
        (f"<!-- contentlint-disable-next-line {STRAY} -->\n</b>\n</b>\n", [3]),
        ("<!-- contentlint-disable-next-line html -- why -->\r\n</b>\r\n", []),
        ("<!-- contentlint-disable-next-line -->\n\n \n</b>\n", []),
        ("<!-- contentlint-disable-next-line all -->\n</b></i>\n", []),
        ("<!--\ncontentlint-disable-next-line\nhtml\n-- why --\n-->\n</b>\n", []),
        (
            "<!-- contentlint-disable-next-line html -->\n<!-- contentlint-disable-next-line html -->\n</b>\n",
            [],
        ),
        ("</b> <!-- contentlint-disable-line html --> </i>\n</b>\n", [2]),
        ("</b> <!--contentlint-disable-line html,image-->", []),
        (
            "</b>\n<!-- contentlint-disable html -->\n</b>\n</b>\n<!-- contentlint-enable html -->\n</b>\n",
            [1, 6],
        ),
        ("</b> <!-- contentlint-disable -->\n</b>\n", [1]),
        (
            f"<!-- contentlint-disable -->\n</b>\n<!-- contentlint-enable {STRAY} -->\n</b>\n",
            [4],
        ),
        (
            f"<!-- contentlint-disable {STRAY} -->\n</b>\n<!-- contentlint-enable -->\n</b>\n",
            [4],
        ),
        (f"</b>\n\n<!-- contentlint-disable-file {STRAY} — the wire sends it -->\n", []),
        ("</b>\n\n<!-- contentlint-disable-file html until 9999-01-01 -->\n", []),
        ("</b>\n\n<!-- contentlint-disable-file html until=9999-01-01 -- x -->\n", []),
    ],
)
def test_the_range_that_a_body_comment_covers(text: str, left: list[int], name: str) -> None:
    assert said(text, name) == [f"{line} {STRAY}" for line in left if line] or not left
    assert [f.line for f in findings(text, name) if f.rule == STRAY] == left
    assert [f.rule for f in findings(text, name) if f.rule.startswith("lint/")][1:] == []


def test_a_multiline_tag_belongs_to_its_first_line() -> None:
    text = '<!-- contentlint-disable-next-line html -->\n<img alt=""\n  src="a.png"\n  src="b.png">\n<p src=a src=b>\n'
    assert said(text) == ["5 html/duplicate-attribute"]
    assert "4 html/duplicate-attribute" in said(text.partition("\n")[2].replace("<img", "\n<img"))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("```html\n<!-- contentlint-disable-file -->\n```\n</b>\n", "a.md"),
        ("`<!-- contentlint-disable-line html -->` </b>\n", "a.md"),
        ("    <!-- contentlint-disable-file -->\n\n</b>\n", "a.md"),
        ("<pre>&lt;!-- contentlint-disable-file --></pre></b>\n", "a.html"),
        ("<textarea><!-- contentlint-disable-file --></textarea></b>\n", "a.html"),
        ("<script>'<!-- contentlint-disable-file -->'</script></b>\n", "a.html"),
        ('<p title="<!-- contentlint-disable-file -->"></p></b>\n', "a.html"),
        ("{% raw %}{# <!-- contentlint-disable-file --> #}{% endraw %}</b>\n", "a.md"),
        ("{/* contentlint-disable-file */}\n\n</b>\n", "a.md"),
        ("<!-- see contentlint-disable-file -->\n</b>\n", "a.html"),
        ("contentlint-disable-file\n</b>\n", "a.html"),
        ("---\ntitle: 'a # contentlint-disable-file'\n---\n</b>\n", "a.html"),
        ("---\ntext: |\n  # contentlint-disable-file\n---\n</b>\n", "a.html"),
        ("---\ntitle: a#contentlint-disable-file\n---\n</b>\n", "a.html"),
        ("+++\ntitle = '''\n# contentlint-disable-file\n'''\n+++\n</b>\n", "a.html"),
        ('+++\ntitle = "# contentlint-disable-file"\n+++\n</b>\n', "a.html"),
        ("# contentlint-disable-file\n\n</b>\n", "a.md"),
    ],
)
def test_text_that_looks_like_a_suppression_has_no_effect(text: str, name: str) -> None:
    assert STRAY in [finding.rule for finding in findings(text, name)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("{/* contentlint-disable-file image -- why */}\n\n<img src='a.png' />\n", "a.mdx"),
        ("<img src='a.png' /> {/* contentlint-disable-line image */}\n", "a.mdx"),
        (
            "<div>\n{/*contentlint-disable-next-line image*/}\n<img src='a.png' />\n</div>\n",
            "a.mdx",
        ),
        ("{/* contentlint-disable image */} {/* b */}\n\n<img src='a.png' />\n", "a.mdx"),
    ],
)
def test_mdx_comments(text: str, name: str) -> None:
    assert said(text, name) == []
    shown = text.replace("{/*", "<b>`{/*").replace("*/}", "*/}`</b>")
    shown = shown.replace("<div>\n", "").replace("</div>\n", "")
    assert [rule.split()[1] for rule in said(shown, name)] == ["image/missing-alt"]


@pytest.mark.parametrize(
    ("block", "left"),
    [
        ("---\n# contentlint-disable-next-line front-matter\ndate: soon\n---\n", 0),
        (
            "---\n# contentlint-disable-next-line front-matter\n# print edition\n\ndate: soon\n---\n",
            0,
        ),
        ("---\ndate: soon # contentlint-disable-line front-matter/date-format -- why\n---\n", 0),
        ("---\n# contentlint-disable front-matter\ndate: soon\n# contentlint-enable\n---\n", 0),
        ("---\n# contentlint-disable-next-line front-matter\ntitle: a\ndate: soon\n---\n", 1),
        ("---\ntitle: 'x # y' # contentlint-disable-file front-matter\ndate: soon\n---\n", 0),
        ("\ufeff---\r\ntitle: 潮 👍 # contentlint-disable-file\r\ndate: soon\r\n---\r\n", 0),
        ("---\n# contentlint-disable-next-line front-matter\ndate:\n  soon\n---\n", 0),
        ("---\ncontentlint: {ignore: [front-matter/date-format]}\ndate: soon\n---\n", 0),
        (
            "---\ndate: soon\ncontentlint:\n  - ignore: front-matter, image\n  - ignore: file\n---\n",
            0,
        ),
        ("---\ncontentlint: {ignore: all, until: 2020-01-01}\ndate: soon\n---\n", 2),
        ("+++\n# contentlint-disable-next-line front-matter\ndate = 'soon'\n+++\n", 0),
        ("+++\ndate = 'soon' # contentlint-disable-line front-matter\n+++\n", 0),
        (
            "+++\ndate = 'soon'\n[contentlint]\nignore = ['front-matter']\nuntil = 9999-01-01\n+++\n",
            0,
        ),
        ("+++\ndate = 'soon'\n[[contentlint]]\nignore = 'front-matter'\n+++\n", 0),
        ('{"date": "soon", "contentlint": {"ignore": ["front-matter"]}}\n', 0),
        (';;;\n"date": "soon", "contentlint": {"ignore": "all", "until": "9999-01-01"}\n;;;\n', 0),
    ],
)
def test_front_matter_suppressions(block: str, left: int) -> None:
    found = [f for f in findings(block, "a.md", ignore=("file/bom",)) if "missing" not in f.rule]
    assert len([f for f in found if f.rule != "lint/unused-suppression"]) == left


def test_broken_front_matter_still_has_comments() -> None:
    text = "---\n# contentlint-disable-file front-matter\ntitle: [a\nx: 'y # contentlint-disable'\n---\n</b>\n"
    assert said(text) == [f"6 {STRAY}"]


def test_a_strict_schema_allows_the_key(tmp_path: Path) -> None:
    (tmp_path / "post.py").write_text(
        "from pydantic import BaseModel\nclass Post(BaseModel, extra='forbid'):\n    title: str\n"
    )
    (tmp_path / "contentlint.toml").write_text('schema = "post.py:Post"\n')
    (tmp_path / "a.md").write_text("---\ntitle: a\ncontentlint: {ignore: html}\nb: c\n---\n</b>\n")
    config = load(Request(), tmp_path)
    report = check_files(discover((), config, tmp_path), config.task)
    assert [f.message.split(";")[0] for f in report.findings] == ["`b`: unknown key"]


def test_schema_and_file_findings_are_suppressed() -> None:
    text = "\ufeff---\n# contentlint-disable-file front-matter/missing-field file/bom\ndate: 2024-03-18\n---\n"
    assert said(text, "a.md") == []


def test_a_suppression_without_names_does_not_cover_lint_rules() -> None:
    text = "<!-- contentlint-disable-file -->\n<!-- contentlint-disable-line hmtl -->\n"
    assert said(text) == ["1 lint/unused-suppression", "2 lint/unknown-rule"]
    assert said(f"<!-- contentlint-disable-file lint -->\n{text}") == []


@pytest.mark.parametrize(
    ("request_", "left"),
    [
        (
            {},
            ["1 lint/unused-suppression", "2 lint/unused-suppression", "3 lint/unused-suppression"],
        ),
        ({"ignore": (STRAY,)}, []),
        ({"ignore": ("image",)}, ["1 lint/unused-suppression"]),
        ({"select": ("html", "lint")}, ["1 lint/unused-suppression"]),
        ({"select": ("html",)}, []),
    ],
)
def test_only_names_of_rules_that_ran_are_reported(
    request_: dict[str, object], left: list[str]
) -> None:
    text = (
        f"<!-- contentlint-disable-line {STRAY} -->\n<!-- contentlint-disable-line html -->\n"
        "<!-- contentlint-disable-line -->\n<!-- contentlint-disable-line html/block-in-inline -->\n"
    )
    assert said(text, **request_) == left  # type: ignore[arg-type]  # options by name


def test_an_expired_suppression_has_no_effect() -> None:
    text = "</b> <!-- contentlint-disable-line html until 2024-01-01 -- why -->\n"
    assert said(text) == [f"1 {STRAY}", "1 lint/expired-suppression"]


def test_a_suppression_of_a_low_confidence_finding_is_used() -> None:
    text = "![](a.png) <!-- contentlint-disable-line image/missing-alt -->\n"
    plain = text.partition(" <!")[0]
    assert said(plain, "a.md") == []
    assert said(plain, "a.md", confidence="low") == ["1 image/missing-alt"]
    assert said(text, "a.md") == []


CASES = [
    ("a\n\n<!-- contentlint-disable-line -->\n\nb\n", "a\n\n\nb\n"),
    ("a\n<!-- contentlint-disable-line -->\nb\n", "a\n\nb\n"),
    ("<div>\n<!-- contentlint-disable-line -->\n<p>a</p>\n</div>\n", "<div>\n<p>a</p>\n</div>\n"),
    ("a <!-- contentlint-disable-line -->\nb\n", "a\nb\n"),
    ("a <!-- contentlint-disable-line --> b\n", "a b\n"),
    ("a<!-- contentlint-disable-line -->b\n", "ab\n"),
    ("- a\n- b <!-- contentlint-disable-line -->\n", "- a\n- b\n"),
    ("<pre>\na\n<!-- contentlint-disable-line -->\nb</pre>\n", "<pre>\na\n\nb</pre>\n"),
    (
        "a\n<!-- contentlint-disable-line -->\n<!-- contentlint-disable-line -->\nb\n",
        "a\n\nb\n",
    ),
    ("---\na: b  # contentlint-disable-line\nc: d\n---\n", "---\na: b\nc: d\n---\n"),
    ("---\n# contentlint-disable-line\na: b\n---\n", "---\na: b\n---\n"),
    ("---\na: b\ncontentlint: {ignore: html} # so\nc: d\n---\n", "---\na: b\nc: d\n---\n"),
    ("---\n{a: b, contentlint: {ignore: html}, c: d}\n---\n", "---\n{a: b, c: d}\n---\n"),
    (
        "---\ncontentlint:\n  - ignore: html\n    reason: so\n  - ignore: image\n---\n<img src=a>\n",
        "---\ncontentlint:\n  - ignore: image\n---\n<img src=a>\n",
    ),
    (
        "---\ncontentlint: {ignore: [html, image, file]}\n---\n<img src=a>\n",
        "---\ncontentlint: {ignore: [image]}\n---\n<img src=a>\n",
    ),
    (
        "---\ncontentlint: {ignore: 'html, image, file'}\n---\n<img src=a>\n",
        "---\ncontentlint: {ignore: 'image'}\n---\n<img src=a>\n",
    ),
    ("+++\na = 1\n[contentlint]\nignore = ['html']\nreason = 'so'\n+++\n", "+++\na = 1\n+++\n"),
    ("+++\ncontentlint.ignore = ['html']\na = 1\n+++\n", "+++\na = 1\n+++\n"),
    ('{\n  "a": 1,\n  "contentlint": {"ignore": "html"}\n}\n', '{\n  "a": 1\n}\n'),
    ('{\n  "contentlint": {"ignore": "html"},\n  "a": 1\n}\n', '{\n  "a": 1\n}\n'),
    (
        "<!-- contentlint-disable html, image -->\n\n<img src=a>\n\n<!-- contentlint-enable html, image -->\n",
        "<!-- contentlint-disable image -->\n\n<img src=a>\n\n<!-- contentlint-enable image -->\n",
    ),
    (
        "<!-- contentlint-disable html -->\n\n<!-- contentlint-disable image -->\n\n<!-- contentlint-enable -->\n",
        "\n\n",
    ),
]


@pytest.mark.parametrize(("before", "after"), CASES)
def test_unused_suppressions_are_removed_completely(before: str, after: str) -> None:
    for ends in ("\n", "\r\n"):
        text = before.replace("\n", ends)
        found = [f for f in findings(text, "a.md") if f.rule == "lint/unused-suppression"]
        assert found
        assert all(f.fix is not None and f.fix.safety == "safe" for f in found)
        fixed = apply(text, [f.fix for f in found if f.fix])
        assert fixed == after.replace("\n", ends)
        assert not [f for f in findings(fixed, "a.md") if f.rule.startswith("lint/")]


def test_no_fix_if_the_removal_would_change_the_page() -> None:
    text = "> a\n<!-- contentlint-disable-line -->\n> b\n"
    [found] = [f for f in findings(text, "a.md") if f.rule == "lint/unused-suppression"]
    fixed = text if found.fix is None else apply(text, [found.fix])
    assert fixed in (text, "> a\n\n> b\n")


def test_a_misspelled_name_that_would_be_unused_is_removed() -> None:
    [found] = findings("<p>a</p> <!-- contentlint-disable-line html/stray-end-tga -->\n")
    assert found.rule == "lint/unknown-rule"
    assert found.fix is not None
    assert (
        apply("<p>a</p> <!-- contentlint-disable-line html/stray-end-tga -->\n", [found.fix])
        == "<p>a</p>\n"
    )


def test_reasons_can_be_required() -> None:
    text = "</b> <!-- contentlint-disable-line html -->\n"
    assert said(text) == []
    select = ("recommended", "lint/missing-reason")
    assert said(text, select=select) == ["1 lint/missing-reason"]
    assert said(text.replace(" -->", " -- why -->"), select=select) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "<!-- contentlint-disable-line " + "a " * 5_000 + "-->",
        "<!-- contentlint-disable-line -- -->\n" * 1_000,
        "{/* contentlint " * 5_000,
        "---\n" + "# contentlint-disable html\n" * 1_000 + "---\n",
        "+++\na = '''" + "'' " * 20_000 + "# contentlint\n+++\n",
        "---\ncontentlint: " + "[" * 40 + "]" * 40 + "\n---\n",
        "---\ncontentlint: [1, null, {ignore: {a: b}}, {ignore: [null, 2, [3]]}]\n---\n",
        "---\ncontentlint:\n---\n",
        "<!a" * 20_000 + "<!-- contentlint -->",
        "<!--contentlint-disable-file",
        "<!--> contentlint-disable-file -->",
    ],
)
def test_unusual_input_is_handled_quickly(text: str) -> None:
    for name in ("a.html", "a.md", "a.mdx"):
        assert "lint/internal-error" not in {f.rule for f in findings(text, name)}
