"""Single errors of many kinds in a few invented articles: found on their line, never fixed wrongly.

`benchmarks/mutations.py` does the same with many articles and more detail.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import mutations
import pytest
from mutation_articles import Article, invented
from mutation_judge import words
from mutation_kinds import KINDS, Mutation, changed

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"
# Kinds with a wrong safe fix, by body. Entries may only be removed.
WRONG = {
    "< b>": "html markdown",
    "<<b>": "html",
    '<a href"…"> in cell': "markdown",
    '<a href"…"> in heading': "markdown",
    '<a href"…"> in item': "markdown",
    '<a href"…"> in quotation': "markdown",
    '<a …" without > before text': "markdown",
    "<a> closed by </span>": "html markdown",
    "<ahref": "html markdown",
    "<b without > before text": "markdown",
    "<b> closed by </strong>": "html markdown",
    "<b＞": "markdown",
    "<em> closed by </i>": "html markdown",
    "<ol> closed by </ul>": "html markdown",
    "<strong> closed by </strnog>": "html markdown",
    "<ul> closed by </ol>": "html markdown",
    "= doubled": "markdown",
    "b> without <": "html markdown",
    "class= without a value": "markdown",
    "colon for =": "markdown",
    "comma between attributes": "html markdown",
    "no space between attributes": "markdown",
    "opening quote doubled": "markdown",
    "opening quote forgotten": "markdown",
    "quotes doubled": "markdown",
    "quotes inside quotes": "markdown",
    "slash inside a tag": "markdown",
    "stray </p> in a line": "html",
    "typographic quotes": "markdown",
    "typographic single quotes": "markdown",
    "＜b＞…</b>": "html markdown",
}

# Kinds that are not found on their line, by body. Entries may only be removed.
MISSED: dict[str, str] = {}


@pytest.fixture(scope="module")
def cases() -> list[mutations.Case]:
    linter = mutations.Linter(Path("/invented"))
    articles = list(invented(2))
    return [
        case
        for kind in KINDS.values()
        for case in mutations.cases(kind, articles, linter, most=1, seed=1)
    ]


def shown_beyond(known: dict[str, str], cases: list[mutations.Case]) -> str:
    """The unknown cases as text."""
    return "\n".join(
        mutations.shown(case)
        for case in cases
        if case.body not in known.get(case.kind.name, "").split()
    )


def test_invented_articles_are_correct() -> None:
    linter = mutations.Linter(Path("/invented"))
    for article in invented(2):
        assert mutations.is_correct(article, linter), article.path


@pytest.mark.slow
def test_every_kind_occurs_wherever_it_applies(cases: list[mutations.Case]) -> None:
    made = {(case.body, case.kind.name) for case in cases}
    for kind in KINDS.values():
        bodies = ("html", "markdown") if kind.where == "both" else (kind.where,)
        for body in bodies:
            assert (body, kind.name) in made
    assert all(case.mutation.text != case.mutation.before for case in cases if is_error(case))


def is_error(case: mutations.Case) -> bool:
    return case.expected != "correct"


@pytest.mark.slow
def test_no_safe_fix_is_wrong(cases: list[mutations.Case]) -> None:
    wrong = [case for case in cases if case.verdict == "wrong"]
    assert not shown_beyond(WRONG, wrong)


def test_errors_are_found_on_their_line(cases: list[mutations.Case]) -> None:
    missed = [case for case in cases if case.expected == "error" and not case.is_found]
    assert not shown_beyond(MISSED, missed)


def test_correct_text_has_no_findings(cases: list[mutations.Case]) -> None:
    findings = [mutations.shown(case) for case in cases if not is_error(case) and case.new]
    assert not findings, "\n".join(findings)


AUTHOR = '<p>The <em>last</em> ferry to <a href="/a">Pier</a>.</p>\n'
ERROR = AUTHOR.replace("</em>", "</em")


@pytest.mark.parametrize(
    ("fixed", "is_reported", "verdict"),
    [
        (AUTHOR, False, "back"),
        (AUTHOR.replace("em>", "i>"), False, "right"),
        (ERROR, True, "left"),
        (ERROR.replace("<p>", "<p >"), True, "left"),
        (ERROR.replace("<p>", "<p >"), False, "wrong"),
        (AUTHOR.replace("</em>", "").replace(".</p>", ".</em></p>"), False, "wrong"),
        (AUTHOR.replace('<a href="/a">Pier</a>', "Pier"), False, "wrong"),
        (AUTHOR.replace("/a", "/b"), False, "wrong"),
        (AUTHOR.replace("ferry", ""), True, "wrong"),
    ],
)
def test_verdicts_depend_on_the_displayed_content(
    fixed: str, is_reported: bool, verdict: str
) -> None:
    at = AUTHOR.index("</em>") + 4
    mutation = changed(AUTHOR, at, at + 1, "")
    assert mutation.text == ERROR
    assert mutations.judged(mutation, fixed, is_markdown=False, is_reported=is_reported) == verdict


def test_a_fix_that_removes_a_tag_and_keeps_the_error_is_wrong() -> None:
    before, text = "<p>A <em>low</em> tide.</p>", "<p>A <em>low</i> tide.</p>"
    mutation = Mutation(before, text, frozenset({1}), words(""))
    fixed = text.replace("</i>", "")
    assert mutations.judged(mutation, fixed, is_markdown=False, is_reported=True) == "wrong"


def test_invisible_values_must_be_kept() -> None:
    before = '<p class="low">Tide.</p>'
    mutation = changed(before, len(before), len(before), "</b>")
    fixed = "<p>Tide.</p>"
    assert mutations.judged(mutation, fixed, is_markdown=False, is_reported=False) == "wrong"


def test_an_article_with_a_missing_end_tag_is_not_used(tmp_path: Path) -> None:
    article = Article(tmp_path / "a.html", "<ul><li>Low<li>High</ul>")
    with pytest.raises(ValueError, match="`</ul>`"):
        mutations.is_correct(article, mutations.Linter(tmp_path))


def run(*arguments: str) -> str:
    command = [sys.executable, str(BENCHMARKS / "mutations.py"), *arguments]
    result = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(BENCHMARKS.parent), "PYTHONUTF8": "1"},
    )
    assert result.returncode == 0, result.stderr
    return result.stdout


@pytest.mark.slow
def test_a_folder_gets_the_same_errors_each_time(tmp_path: Path) -> None:
    prose = "The ferry leaves the pier at nine and comes back at noon.\n\nThe <b>tram</b> waits.\n"
    (tmp_path / "good.md").write_text(f"{prose}\n## Harbour\n")
    (tmp_path / "bad.md").write_text(f"{prose}\nThe <i>boat.\n")
    (tmp_path / "good.html").write_text("<p>The <b>last ferry</b> leaves the pier at nine.</p>\n")
    given = (str(tmp_path), "--cases", "2", "--only", "</b>", "--only", "stray", "--show", "all")
    out = run(*given)
    assert out == run(*given)
    assert "1 articles in HTML, 1 in Markdown\n" in out
    assert re.search(r"^</b> forgotten +1 100% 100%.* 1 100% 100%", out, re.MULTILINE)
    assert re.search(r"^HTML in Markdown: \d+ errors, recall [01]\.\d+, ", out, re.MULTILINE)
    assert re.search(
        r"^html: \d+ errors, [01]\.\d+ on their line, [01]\.\d+ once, ", out, re.MULTILINE
    )
