"""`--add-suppressions`: findings are suppressed, and articles keep their content."""

import re
import subprocess
from pathlib import Path

import forking
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import examples

from contentlint.article.document import Document
from contentlint.config.resolve import Request, load
from contentlint.core.source import Source
from contentlint.engine.check import check as check_article
from contentlint.fixing.harm import shown_lines
from contentlint.fixing.suppress import Suppressor, reason_fault

COMMENT = re.compile(
    r"<!-- contentlint-[^>]*-->|\{/\* contentlint-[^}]*\*/\}|#\s*contentlint-[^\n]*"
)


def added(text: str, name: str = "a.md", reason: str = "as sent") -> tuple[str, int]:
    """The text with suppressions, and the number of remaining findings."""
    path = Path("/nowhere") / name
    config = load(Request(isolated=True), path.parent)

    def check(changed: str) -> list:
        return check_article(config.task(path, name), changed).findings

    suppressor = Suppressor(check, lambda t: Document(Source(name, t)), reason)
    done = suppressor.add(text, check(text))
    return done.text, len(check(done.text))


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        (
            "a.md",
            "Low </b> tide.\n",
            "<!-- contentlint-disable-next-line html/stray-end-tag -- as sent -->\nLow </b> tide.\n",
        ),
        (
            "a.md",
            "Low\ntide </b> 潮\nebb\n",
            "Low\ntide </b> 潮 <!-- contentlint-disable-line html/stray-end-tag -- as sent -->\nebb\n",
        ),
        (
            "a.md",
            "---\ntitle: Low\ndate: spring 98\n---\nTide.\n",
            "---\ntitle: Low\n# contentlint-disable-next-line front-matter/date-format -- as sent\n"
            "date: spring 98\n---\nTide.\n",
        ),
        (
            "a.html",
            "<div>\r\n  <p>low</b></p>\r\n</div>\r\n",
            "<div>\r\n  <!-- contentlint-disable-next-line html/stray-end-tag -- as sent -->\r\n"
            "  <p>low</b></p>\r\n</div>\r\n",
        ),
        (
            "a.html",
            "<pre>\nlow</b>\n</pre>\n<p>x</i>\n",
            "<!-- contentlint-disable-file html/stray-end-tag -- as sent -->\n"
            "<pre>\nlow</b>\n</pre>\n<p>x</i>\n",
        ),
    ],
    ids=["block", "inside a paragraph", "front matter", "html", "where line ends are shown"],
)
def test_the_comment_is_placed_where_it_has_no_effect(name: str, text: str, expected: str) -> None:
    assert added(text, name) == (expected, 0)


def test_one_file_comment_if_a_line_cannot_have_one() -> None:
    text = "| a | b |\n|---|---|\n| x </em> | y |\n\nLow </b> tide.\n"
    changed, left = added(text)
    assert left == 0
    assert changed.count("contentlint-") == 1
    assert "contentlint-disable-file" in changed


def test_json_front_matter_uses_a_body_comment() -> None:
    text = '{\n"title": "Low",\n"date": "spring"\n}\nTide.\n'
    changed, left = added(text)
    assert left == 0
    assert changed.startswith(
        '{\n"title": "Low",\n"date": "spring"\n}\n<!-- contentlint-disable-file'
    )


def test_adding_suppressions_is_idempotent() -> None:
    once, _ = added("Low </b> tide </i>.\n\n- ebb </u>\n")
    assert added(once) == (once, 0)


PARTS = st.sampled_from(
    [
        "Low </b> tide.\n",
        "Low\ntide </i> and\nebb\n",
        "- one </b>\n- two\n",
        "> quoted </i> text\n> goes on\n",
        "| a | b |\n|---|---|\n| x </em> | y |\n",
        "```html\n</b>\n```\n",
        "<div>\n\nText </u>\n\n</div>\n",
        "<details><summary>潮 </b></summary>\n</details>\n",
        "    code </b>\n",
        "## Heading </i>\n",
        "1. a\n\n   b </i>\n2. c\n",
        "Hard  \nbreak </b>  \nend\n",
        "👍 &copy 2021 <新> text\n",
    ]
)
FRONT = st.sampled_from(
    [
        "",
        "---\ntitle: Low\ndate: spring\n---\n",
        "---\ntitle: >\n  low\n  tide\ndate: |\n  spring\n---\n",
        '+++\ntitle = "Low"\ndate = "spring"\n+++\n',
        "\n---\ntitle: Low\n---\n",
    ]
)


@given(FRONT, st.lists(PARTS, min_size=1, max_size=4).map("\n".join), st.booleans())
@examples(120)
def test_articles_keep_their_content(front: str, body: str, crlf: bool) -> None:
    text = (front + body).replace("\n", "\r\n" if crlf else "\n")
    changed, _ = added(text)
    before, after = Document(Source("a.md", text)), Document(Source("a.md", changed))
    assert shown_lines(after) == shown_lines(before)
    assert after.front_matter.data == before.front_matter.data
    # Only comments are added: all original lines are still there, in order.
    old = [line.rstrip() for line in text.splitlines() if line.strip()]
    new = [line.rstrip() for line in COMMENT.sub("", changed).splitlines() if line.strip()]
    assert new == old


@pytest.mark.parametrize("reason", ["a -- b", "a */ b", "a > b", "two\nlines"])
def test_a_reason_cannot_end_its_comment(reason: str) -> None:
    assert reason_fault(reason) is not None


def check(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    done = forking.run(["check", *arguments], folder)
    out, err = done.stdout.decode(), done.stderr.decode()
    return subprocess.CompletedProcess(done.args, done.returncode, out, err)


@pytest.mark.slow
def test_the_command(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Low </b> tide.\n", "utf-8")
    (tmp_path / "b.md").write_bytes(b"caf\xe9 </b>\n")
    done = check(tmp_path, "--add-suppressions", "--reason", "old theme", "--format", "concise")
    assert "added 1 suppression to 1 file" in done.stderr
    assert "old theme" in (tmp_path / "a.md").read_text("utf-8")
    assert (tmp_path / "b.md").read_bytes() == b"caf\xe9 </b>\n"
    assert done.returncode == 1
    assert "a.md" not in done.stdout
    assert "b.md" in done.stdout
    (tmp_path / "b.md").unlink()
    assert check(tmp_path).returncode == 0


@pytest.mark.slow
@pytest.mark.parametrize(
    "arguments",
    [
        ("--reason", "x"),
        ("--add-suppressions", "--fix"),
        ("--add-suppressions", "--changed"),
        ("--add-suppressions", "--reason", "a -- b"),
        ("--add-suppressions", "-"),
    ],
)
def test_conflicting_options(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    done = check(tmp_path, *arguments)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
