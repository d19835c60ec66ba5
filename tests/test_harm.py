"""Faults without a visible effect are warnings; those that hide, move or break content are errors."""

from pathlib import Path

import pytest

from contentlint.config.resolve import Request, load
from contentlint.engine.check import check


def severities(text: str, name: str = "a.html", *settings: str) -> list[tuple[str, str]]:
    cwd = Path.cwd()
    config = load(Request(isolated=True, select=("html",), config=settings), cwd)
    found = check(config.task(cwd / name, name), text.encode()).findings
    return [(finding.rule.removeprefix("html/"), finding.severity) for finding in found]


@pytest.mark.parametrize(
    "text",
    [
        "low</br>tide",
        "<div>low</div></p>",
        '<img src="a.png" alt="">x</img>',
        "<b><i>low</b></i>",
        '<b id="a" id="a">low</b>',
        '<b id="a">low</b> <b id="a">tide</b>',
        "<p>1 < 2</p>",
        "<p>&copy 2020 &emdash; low</p>",
        "<p/>",
        '<a name="low"/>',
        '<b id="a"class="b">low</b>',
        "<p>low</p/>",
        "<p>low</p><body>",
    ],
)
def test_a_fault_without_a_visible_effect_is_a_warning(text: str) -> None:
    found = severities(text)
    assert found
    assert {severity for _, severity in found} == {"warning"}


@pytest.mark.parametrize(
    "text",
    [
        "<p>low</p></div>",
        "<p>the </limit> of</p>",
        "<p>low</p></span>",
        "<p>low <em>tide</p>",
        '<b id="a" id="b">low</b>',
        '<a href="#a">low</a><b id="a">low</b> <b id="a">tide</b>',
        "<p>low &#0; tide</p>",
        '<a href="/low"/>tide',
        "<div/>",
        "<table>low<tr><td>tide</td></tr></table>",
        "<p>low <!-- tide</p>",
        '<a href="/low>tide</a>',
        "<p>low</p and tide>",
    ],
)
def test_a_fault_that_hides_moves_or_breaks_content_is_an_error(text: str) -> None:
    found = severities(text)
    assert found
    assert {severity for _, severity in found} == {"error"}


def test_the_severity_of_a_site_is_the_highest() -> None:
    lowered = 'rules = { "html/stray-end-tag" = "info" }'
    assert severities("low</br>tide", "a.html", lowered) == [("stray-end-tag", "info")]


def test_what_the_generator_does_not_tolerate_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "_config.yml").write_text("markdown: kramdown\nkramdown: {}\n")
    article = tmp_path / "_posts/2020-01-01-low.md"
    article.parent.mkdir()
    config = load(Request(select=("html",)), tmp_path)
    found = check(
        config.task(article, "_posts/2020-01-01-low.md"), b"---\ntitle: Low\n---\nlow</b> tide\n"
    )
    assert [finding.severity for finding in found.findings] == ["error"]
