"""Rounds of fixes: compatible fixes are applied, harmful ones are reverted and reported."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from contentlint.article.document import Document
from contentlint.config.resolve import Request, load
from contentlint.core.finding import Finding
from contentlint.core.source import Source
from contentlint.engine.conserve import lost
from contentlint.engine.guard import OutOfTime, TimeLimit
from contentlint.engine.lift import finding
from contentlint.fixing import files
from contentlint.fixing.files import fix_bytes
from contentlint.fixing.rounds import FIX_FAILED, FixContext, FixResult, fix_text
from contentlint.rule import Edit, Fix, Problem, Safety, Span, replace

# A rule for these tests: its id, the text it finds, and the replacement.
Rule = tuple[str, str, str | Callable[[re.Match[str]], str] | None]


def fixed_text(
    text: str,
    *rules: Rule,
    unsafe: bool = False,
    safety: Safety = "safe",
    conserves: bool = False,
) -> FixResult:
    """The result of fixing a text.

    Args:
        text: an article in HTML.
        rules: the findings and their fixes.
        unsafe: whether to apply unsafe fixes.
        safety: the safety of the fixes.
        conserves: whether safe fixes may drop only what they name, as by default; most tests here
            are not about words.
    """

    def check(text: str) -> list[Finding]:
        found = []
        for rule_id, pattern, new in rules:
            for match in re.finditer(pattern, text):
                fix: Fix | None = None
                if new is not None:
                    written = match.expand(new) if isinstance(new, str) else new(match)
                    fix = replace(Span(*match.span()), written, "write it", safety)
                problem = Problem(Span(*match.span()), f"found {match[0]!r}", fix)
                found.append(finding(Source("a.html", text), problem, rule_id, "error"))
        return sorted(found, key=lambda finding: finding.sort_key)

    def read(text: str) -> Document:
        return Document(Source("a.html", text))

    moved = frozenset() if conserves else frozenset(rule_id for rule_id, _, _ in rules)
    return fix_text(text, check(text), FixContext(check, read, unsafe, moved))


def messages(result: FixResult) -> list[str]:
    return [f.message for f in result.findings if f.rule == FIX_FAILED]


def test_fixes_that_overlap_are_made_one_after_the_other() -> None:
    result = fixed_text("a ab b", ("text/a", "a", "c"), ("text/b", "ab|cb", "x"))
    assert result.text == "c x b"
    assert result.findings == []
    assert result.fixed == 3


def test_insertions_at_one_place_are_nested() -> None:
    config = load(Request(isolated=True), Path.cwd())
    text = b"<section><span><q>low tide</section>"
    result = fix_bytes(config.task(Path.cwd() / "a.html"), text, unsafe=True)
    assert result.text == "<section><span><q>low tide</q></span></section>"
    assert result.findings == []


def test_a_fix_that_causes_another_finding_is_reverted_and_the_others_are_kept() -> None:
    result = fixed_text("1 2 3 4 2", ("text/even", "[24]", "!"), ("text/mark", "! 3", None))
    assert result.text == "1 2 3 ! !"
    assert result.fixed == 2
    assert [(f.rule, f.column, f.fix) for f in result.findings] == [
        ("text/even", 3, None),
        (FIX_FAILED, 3, None),
    ]
    assert messages(result) == ["fix for `text/even` not applied: it causes `text/mark`"]
    assert result.findings[1].severity == "warning"


def test_a_fix_is_reverted_if_the_problem_remains() -> None:
    result = fixed_text("low tide", ("text/end", "low", "low "))
    assert result.text == "low tide"
    assert messages(result) == ["fix for `text/end` not applied: the problem would remain"]


@pytest.mark.parametrize(
    ("rules", "names"),
    [
        (
            (("text/single", '"(x)"', "'\\1'"), ("text/double", "'(x)'", '"\\1"')),
            "`text/single` → `text/double` → `text/single`",
        ),
        (
            (("a/b", '"x"', "'x'"), ("a/c", "'x'", "`x`"), ("a/d", "`x`", '"x"')),
            "`a/b` → `a/c` → `a/d` → `a/b`",
        ),
    ],
)
def test_rules_that_undo_each_other_are_named(rules: tuple[Rule, ...], names: str) -> None:
    result = fixed_text('low "x" tide', *rules)
    assert result.text == 'low "x" tide'
    assert messages(result) == [
        f"fix for `{rules[0][0]}` not applied: fixes undo each other ({names}); turn off one of these rules"
    ]


def test_failed_fixes_are_retried_after_other_fixes() -> None:
    # The first fix does harm until the second removes the `!`.
    rules: tuple[Rule, ...] = (
        ("a/first", "one", "1"),
        ("a/harm", "1.*!", None),
        ("a/second", "two!", "2"),
    )
    assert fixed_text("one two! three!", *rules).text == "one 2 three!"
    assert fixed_text("one two!", *rules).text == "1 2"
    assert fixed_text("one two!", *rules).findings == []


def test_front_matter_changes_only_at_the_intended_key() -> None:
    block = "---\ntitle: low\ntags: [a, b]\n---\n"
    good = fixed_text(block, ("front-matter/t", "low", "high"))
    assert good.text == block.replace("low", "high")
    renamed = fixed_text(block, ("front-matter/t", "title", "name"))
    assert renamed.text == block.replace("title", "name")
    # No rule finds anything wrong, but the data of the block changes.
    other = fixed_text(block, ("front-matter/t", "low\n", "high # "))
    assert other.text == block
    assert messages(other) == ["fix for `front-matter/t` not applied: it also changes `tags.0`"]
    body = fixed_text(block + "low", ("text/t", "(?s)---\n.*low$", "low"))
    assert messages(body) == ["fix for `text/t` not applied: the front matter would no longer load"]


def test_a_fix_that_breaks_the_front_matter_is_reverted() -> None:
    block = "---\ntitle: low\ntags: [a, b]\n---\n"
    result = fixed_text(block, ("front-matter/t", "low", "low: tide"))
    assert result.text == block
    assert messages(result) == [
        "fix for `front-matter/t` not applied: the front matter would no longer load"
    ]


def test_a_safe_fix_of_markup_does_not_change_what_readers_see() -> None:
    text = "<p>low</p><p>tide</p>"
    for old, new in (("low(?=</p>)", "low &amp;"), ("<p>(?=tide)", "<p>x ")):
        result = fixed_text(text, ("html/t", old, new), conserves=True)
        assert result.text == text, new
        assert messages(result) == [
            "fix for `html/t` not applied: it changes the text that readers see"
        ]
    result = fixed_text("low <i>tide</b> ebb", ("html/t", "</b>", ""), conserves=True)
    assert result.text == "low <i>tide ebb"


@pytest.mark.parametrize(
    ("text", "old", "new", "word"),
    [
        ("<p>low</p><p>tide</p>", "<p>low</p>", "", "low"),
        ("low tide ebb", " tide", "", "tide"),
        ("low tide", " ", "", "low"),
        ("low tide", "ide$", "ides", "tide"),
        ("low 潮汐", "潮", "", "潮"),
        ("low 👍 tide", "👍 ", "", "👍"),
        ("low</b to <a href='/x'>tide</a>", "</b [^>]*>", "</b>", "to"),
        ("low</limit> tide", "</limit>", "", "limit"),
        ("<b class=x>low</b>", " class=x", "", "class=x"),
        ("<b class='x' id='y' class='z'>low</b>", " class='z'", "", "class"),
        ('<a href="/a..b">low</a>', r"/a\.\.b", "/ab", "b"),
        ("see https://example.org/a--b.", "--", "-", "https://example.org/a--b"),
        ("set id=a a=1", " a(?==)", "", "id=a"),
        ("<!-- tide --> low", "<!--.*?-->", "", "tide"),
        ("<script>ebb()</script> low", r"ebb\(\)", "", "ebb"),
        ("<svg><path d='M0'/></svg>", " d='M0'", "", "d"),
        ("x&copyright low", "right", "left", "right"),
    ],
)
@pytest.mark.parametrize("rule", ["text/t", "html/t", "my/t"])
def test_a_safe_fix_drops_no_word_that_it_does_not_name(
    rule: str, text: str, old: str, new: str, word: str
) -> None:
    result = fixed_text(text, (rule, old, new), conserves=True)
    assert result.text == text
    assert messages(result) == [f"fix for `{rule}` not applied: it removes `{word}`"]
    # Unsafe fixes are reviewed by people, and configuration may declare any fix safe.
    assert fixed_text(text, (rule, old, new), unsafe=True, safety="unsafe").text != text
    assert fixed_text(text, (rule, old, new)).text != text


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("low</b> tide", "</b>", ""),
        ("<i><b>low</i></b>", "(</i>)(</b>)", r"\2\1"),
        ("<ul>\n<li>low</li>\n</ol>\n</ul>", "</ol>\n", ""),
        ("<p id=a class='x' CLASS=x>low</p>", " CLASS=x", ""),
        ("low\u200btide", "\u200b", ""),
        ("low\u00a0tide", "\u00a0", " "),
        ("at the the pier", " the(?= pier)", ""),
        ("1 < 2 &lt; 3", "<", "&lt;"),
        ("<a href='/a b'>low</a>", "/a b", "/a%20b"),
        ("Ｌow tide", "Ｌ", "L"),
        ("low... 潮，，汐", r"\.\.\.|，，", "…"),
        ("<b>low</b and <i>tide</i>", "(?<=</b)", ">"),
    ],
)
def test_a_safe_fix_may_drop_text_that_is_not_a_word(text: str, old: str, new: str) -> None:
    matches = list(re.finditer(old, text))
    edits = tuple(Edit(Span(*match.span()), match.expand(new)) for match in matches)
    assert edits
    assert lost(text, [Fix("write it", edits)], 0) is None


def test_fixes_that_each_keep_a_word_keep_it_together() -> None:
    # Either of the two spaces may be removed, but not both.
    result = fixed_text("low \u3000tide", ("my/t", "[ \u3000]", ""), conserves=True)
    assert len(result.text) == len("low tide")
    assert messages(result) == ["fix for `my/t` not applied: it removes `low`"]


def test_a_fix_cannot_name_text_of_the_body() -> None:
    def fix(text: str, old: str) -> Fix:
        span = Span(text.index(old), text.index(old) + len(old))
        return Fix("remove it", (Edit(span, ""),), "safe", (span,))

    text = "---\ndate: 1 Jan\n---\n<b style='x: y'>low</b><!-- note -->"
    body_start = text.index("<b")
    for old in (" 1 Jan", "x: y", "<!-- note -->"):
        assert lost(text, [fix(text, old)], body_start) is None, old
    assert lost(text, [fix(text, "low</b>")], body_start) == "low"


def test_unsafe_fixes_need_the_option() -> None:
    result = fixed_text("low", ("text/t", "low", "high"), safety="unsafe")
    assert (result.text, result.fixed, len(result.findings)) == ("low", 0, 1)
    assert result.findings[0].fix is not None


@pytest.mark.slow
def test_one_failed_fix_among_many() -> None:
    text = "x " * 200 + "y" + " x" * 200
    result = fixed_text(text, ("a/x", "x", "z"), ("a/y", "z y", None))
    assert result.text == "z " * 199 + "x y" + " z" * 200
    assert result.fixed == 399


def test_a_file_that_is_not_utf8_is_not_fixed() -> None:
    config = load(Request(isolated=True), Path.cwd())
    for data in (b"<p>caf\xe9</b>\x08</p>", "<p>low</b></p>".encode("utf-16")):
        result = fix_bytes(config.task(Path.cwd() / "a.html"), data, unsafe=True)
        assert result.fixed == 0
        assert not any(finding.fix for finding in result.findings)


def test_fixes_of_a_file_that_takes_too_long_are_not_made(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Over(TimeLimit):
        def __enter__(self) -> TimeLimit:
            raise OutOfTime

    config = load(Request(isolated=True), Path.cwd())
    monkeypatch.setattr(files, "TimeLimit", Over)
    result = fix_bytes(config.task(Path.cwd() / "a.html"), b"<p>low</b></p>\n")
    assert result.text == "<p>low</b></p>\n"
    assert "lint/fix-failed: file not fixed: it takes longer than 60 s (`limits.seconds`)" in [
        f"{finding.rule}: {finding.message}" for finding in result.findings
    ]
