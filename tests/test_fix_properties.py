"""Properties of fixes for any article: they converge, do no harm, and change nothing else."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import examples

from contentlint.article.document import Document
from contentlint.config.resolve import Config, Request, load
from contentlint.core.finding import Finding
from contentlint.core.source import Source
from contentlint.fixing.files import fix_bytes
from contentlint.fixing.harm import shown_lines
from contentlint.fixing.rounds import FIX_FAILED, FixResult

HERE = Path("/nowhere")
CONFIG = load(Request(isolated=True, config=('preset = "strict"',)), HERE)
# Fixes of markup keep words; those of `text` and `image` may change them.
MARKUP = load(
    Request(
        isolated=True,
        config=('preset = "strict"',),
        select=("html", "file", "accessibility", "front-matter"),
    ),
    HERE,
)

PIECES = st.sampled_from(
    [
        "<p>low <b>tide</p>",
        "<p>1 < 2 <新> 👍</p>",
        "<b>low <i>tide</b></i>",
        "<div><p>ebb</div></span>",
        "<a href='/a b' href='/a b'>x</a>",
        '<img src="a.png"alt="">',
        "<ul><li>a</li\n<li>b</li></ul>",
        "&copy 2021 &nosuch; &#; AT&T",
        "<h2>Low</h3>",
        "<table><tr><td>x</table></td>",
        "<p class='x' id=a>y</p id=a>",
        "</> <br></br> <!-- a -- b -->",
        "\tTabbed\x07 text\u00a0here",
        "**strong** and `</b>` in code",
        "```html\n<div></p>\n```",
        "- item </i>\n- <em>two",
        "| a | b |\n|---|---|\n| x </em> | y |",
        "<select><select></select>",
        "<p><strong>a<em>b</strong></em></p>",
        "Plain 潮 words.",
    ]
)
FRONT = st.sampled_from(
    [
        "",
        '---\ntitle: "潮: low"  # kept\ntags: [a, b]\n---\n',
        "---\r\ntitle: Low\r\ndate: Mon, 18 Mar 2024 02:15:40 GMT\r\nweight: 0x10\r\n---\r\n",
        "\n\n---\ntitle: 👍\ndate: 2021/11/19\n---\n",
        '+++\ntitle = "Low"\n[extra]\nn = 1\n+++\n',
        '{\n"title": "Low",\n"n": 1.50\n}\n',
    ]
)


@st.composite
def articles(draw: st.DrawFn) -> tuple[str, str]:
    pieces = draw(st.lists(PIECES, min_size=1, max_size=5))
    glue = draw(st.sampled_from(["\n\n", "\n", " "]))
    text = draw(FRONT) + glue.join(pieces) + draw(st.sampled_from(["", "\n"]))
    if draw(st.booleans()):
        text = text.replace("\r\n", "\n").replace("\n", "\r\n")
    mark = draw(st.sampled_from(["", "", "\ufeff"]))
    return mark + text, draw(st.sampled_from(["a.md", "a.html", "a.mdx"]))


def fixed(text: str, name: str, config: Config = CONFIG, *, unsafe: bool = False) -> FixResult:
    return fix_bytes(config.task(HERE / name, name), text.encode("utf-8"), unsafe=unsafe)


def found(text: str, name: str, config: Config = CONFIG) -> list[Finding]:
    from contentlint.engine.check import check

    return check(config.task(HERE / name, name), text).findings


def counted(findings: list[Finding]) -> Counter[str]:
    return Counter(finding.rule for finding in findings if finding.rule != FIX_FAILED)


@pytest.mark.slow
@given(articles(), st.booleans())
@examples(250)
def test_fixing_twice_is_fixing_once_and_no_count_rises(
    article: tuple[str, str], unsafe: bool
) -> None:
    text, name = article
    once = fixed(text, name, unsafe=unsafe)
    assert fixed(once.text, name, unsafe=unsafe).text == once.text
    before, after = counted(found(text, name)), counted(found(once.text, name))
    assert after <= before or not after - before
    assert counted(once.findings) == after


@given(articles())
@examples(250)
def test_safe_fixes_keep_words_and_data(article: tuple[str, str]) -> None:
    text, name = article
    after_text = fixed(text, name, MARKUP).text
    before, after = (Document(Source(name, t)) for t in (text, after_text))
    if before.front_matter.at_start:
        # A block that is moved to the first line becomes front matter.
        assert shown_lines(after) == shown_lines(before)
    old, new = dict(before.front_matter.data), dict(after.front_matter.data)
    for data in (old, new):
        data.pop("date", None)
    assert repr(new) == repr(old)


@given(articles())
@examples(150)
def test_line_ends_tabs_and_comments_survive(article: tuple[str, str]) -> None:
    text, name = article
    after = fixed(text, name, MARKUP).text
    if "\r\n" in text and "\n" not in text.replace("\r\n", ""):
        assert "\n" not in after.replace("\r\n", "")
    for kept in ("# kept", "\t", "👍", "潮", "\u00a0"):
        assert after.count(kept) == text.count(kept)


@pytest.mark.parametrize("name", ["a.md", "a.html"])
def test_correct_text_keeps_every_byte(name: str) -> None:
    text = "---\r\ntitle:   'Low'  # as is\r\n---\r\n<p  class=x >low</p>\r\n<BR>\r\n"
    assert fixed(text, name).text == text
