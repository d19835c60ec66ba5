"""Rules without Python: what `[[checks]]` find, what they refuse, and that slow patterns are refused."""

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from contentlint.plugins.slow_patterns import slow_part
from tests.test_cli import run
from tests.test_plugins import error, write

HEAD = "---\ntitle: Low\ndate: 2024-03-18\n---\n\n"


def check(**keys: object) -> str:
    """The TOML of a check; JSON strings, lists and numbers are TOML as well."""
    keys = {"id": "house/a", "message": "found `{match}`", **keys}
    rows = [f"{key} = {toml(value)}" for key, value in keys.items()]
    return "\n".join(("[[checks]]", *rows, ""))


def toml(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{toml(key)} = {toml(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def found(folder: Path, text: str, path: str = "a.md") -> list[tuple[int, int, str]]:
    write(folder, path, text)
    done = run(folder, "check", "--select", "house", "--format", "json", path)
    assert done.returncode in (0, 1), done.stderr
    return [(f["line"], f["column"], f["message"]) for f in json.loads(done.stdout)["findings"]]


@pytest.mark.parametrize(
    ("keys", "text", "expected"),
    [
        ({"pattern": r"\bTODO\b"}, "Low TODO `TODO`\n", [(6, 5, "found `TODO`")]),
        ({"pattern": "todo", "ignore-case": True}, "👍 TODO\n", [(6, 3, "found `TODO`")]),
        ({"pattern": "title", "in": "raw"}, "Low\n", [(2, 1, "found `title`")]),
        ({"pattern": "Low", "in": "front-matter"}, "Low\n", [(2, 8, "found `Low`")]),
        ({"pattern": "Low", "in": "front-matter.title"}, "Low\n", [(2, 8, "found `Low`")]),
        ({"pattern": "Low", "in": "front-matter.date"}, "Low\n", []),
        ({"pattern": "tide", "mode": "require"}, "\nLow water\n", [(7, 1, "found ``")]),
        ({"pattern": "tide", "mode": "require"}, "Low tide\n", []),
        ({"pattern": "^High", "mode": "require", "in": "front-matter.title"}, "Low\n", [(2, 8, "found ``")]),
        ({"select": "h1"}, "# Low\n\n## High\n", [(6, 1, "found `# Low`")]),
        ({"select": "p > a[href^='http:']"}, "<p><a href='http://example.org/'>a</a></p>\n",
         [(6, 4, "found `<a href='http://example.org/'>`")]),
        ({"select": "h2", "mode": "require"}, "Low\n", [(6, 1, "found ``")]),
        ({"select": "h2", "mode": "require"}, "## Low\n", []),
        ({"field": "desk"}, "Low\n", [(1, 1, "found ``")]),
        ({"field": "desk", "optional": True}, "Low\n", []),
        ({"field": "title", "mode": "forbid"}, "Low\n", [(2, 8, "found `Low`")]),
        ({"field": "title", "schema": {"maxLength": 2}}, "Low\n", [(2, 8, "found `Low`")]),
        ({"field": "title", "schema": {"enum": ["Low"]}}, "Low\n", []),
        ({"field": "date", "schema": {"pattern": "^2024"}}, "Low\n", []),
    ],
)  # fmt: skip
def test_what_is_found(
    tmp_path: Path, keys: dict[str, Any], text: str, expected: list[tuple[int, int, str]]
) -> None:
    write(tmp_path, "contentlint.toml", check(**keys))
    assert found(tmp_path, HEAD + text) == expected


def test_it_is_a_rule_in_all_respects(tmp_path: Path) -> None:
    write(
        tmp_path,
        "contentlint.toml",
        check(pattern="TODO", severity="error", description="Finish it."),
    )
    write(tmp_path, "a.md", HEAD + "TODO\n")
    assert run(tmp_path, "check").returncode == 1
    assert "Finish it." in run(tmp_path, "explain", "house/a").stdout
    assert "house/a  error" in run(tmp_path, "rules", "house").stdout
    assert run(tmp_path, "check", "--no-plugins", "--format", "concise").stdout.startswith(
        "a.md:6:1: error[house/a]"
    )
    write(tmp_path, "contentlint.toml", check(pattern="TODO") + '[rules]\n"house/a" = "off"\n')
    assert "house" not in run(tmp_path, "check").stdout
    write(tmp_path, "contentlint.toml", check(pattern="TODO"))
    assert found(tmp_path, HEAD + "TODO <!-- contentlint-disable-line house/a -->\n") == []


@pytest.mark.parametrize(
    ("keys", "text", "fixed"),
    [
        ({"pattern": "e-mail", "fix": "email"}, "An e-mail.\n", "An email.\n"),
        ({"pattern": r"(\d+)\.(\d+) %", "fix": {"replace": r"\1,\2 %"}}, "4.5 %\n", "4,5 %\n"),
        ({"pattern": "  +", "fix": {"replace": " ", "safe": True}}, "a  b\n", "a b\n"),
        ({"field": "title", "schema": {"const": "High"}, "fix": "High"}, "a\n", None),
    ],
)
def test_fixes_replace_what_is_found(
    tmp_path: Path, keys: dict[str, Any], text: str, fixed: str | None
) -> None:
    write(tmp_path, "contentlint.toml", check(**keys))
    write(tmp_path, "a.md", HEAD + text)
    fix = keys["fix"]
    if isinstance(fix, dict) and fix.get("safe"):
        run(tmp_path, "check", "--select", "house", "--fix")
    else:
        run(tmp_path, "check", "--select", "house", "--fix")
        assert (tmp_path / "a.md").read_text() == HEAD + text  # unsafe unless declared otherwise
        run(tmp_path, "check", "--select", "house", "--fix", "--unsafe-fixes")
    expected = HEAD.replace("Low", "High") + text if fixed is None else HEAD + fixed
    assert (tmp_path / "a.md").read_text() == expected


def test_samples_are_tested(tmp_path: Path) -> None:
    samples = {
        "good": ["Done.\n"],
        "bad": ["Low ⟦TODO⟧ tide.\n", {"text": "TODO\n", "fixed": "done\n"}],
    }
    write(tmp_path, "contentlint.toml", check(pattern="TODO", fix="done", **samples))
    done = run(tmp_path, "test-rules")
    assert done.stdout.splitlines()[0] == "house/a  3 examples  ok"
    samples = {
        "good": ["TODO\n"],
        "bad": ["Low ⟦TO⟧DO tide.\n", {"text": "TODO\n", "fixed": "a\n"}, "a\n"],
    }
    write(tmp_path, "contentlint.toml", check(pattern="TODO", fix="done", **samples))
    done = run(tmp_path, "test-rules")
    assert done.returncode == 1
    assert done.stdout.splitlines()[:6] == [
        "house/a  4 examples  failed",
        "  example 1 (good): unexpected: sample.md:1:1 `TODO`: found `TODO`",
        "  example 2 (bad): not found: sample.md:1:5 `TO`: found `TO`",
        "  example 2 (bad): unexpected: sample.md:1:5 `TODO`: found `TODO`",
        "  example 3 (bad): fixed text is 'done\\n', expected 'a\\n'",
        "  example 4 (bad): nothing found",
    ]
    write(
        tmp_path,
        "contentlint.toml",
        check(pattern="TODO", fix={"replace": "", "safe": True}, bad=["TODO a\n"]),
    )
    assert "fix `remove it` removes text, so it is not safe" in run(tmp_path, "test-rules").stdout


@pytest.mark.parametrize(
    ("keys", "line", "said"),
    [
        ({}, 1, "expected one of `select`, `pattern` and `field`; found none"),
        ({"pattern": "a", "select": "a"}, 1, "expected one of `select`, `pattern` and `field`; found `select` and `pattern`"),
        ({"id": "no-tide", "pattern": "a"}, 2, "expected an id such as `house/no-shouting`"),
        ({"id": "html/tide", "pattern": "a"}, 2, "`html` is a name of contentlint; use another one"),
        ({"pattern": "("}, 4, "invalid pattern: missing ), unterminated subpattern at position 0"),
        ({"pattern": "(a+)+"}, 4, "pattern can take too long: a repetition contains another one; use one, or make the inner one possessive"),
        ({"pattern": "a*"}, 4, "pattern matches empty text"),
        ({"select": "p >"}, 4, None),
        ({"field": "a", "schema": {"type": "no"}}, 5, None),
        ({"field": "a", "schema": {"$ref": "https://example.org/a.json"}}, 5, None),
        ({"pattern": "a", "in": "body"}, 5, "`in`: unknown value `body`; expected `prose`, `raw`, `front-matter` or `front-matter.KEY`"),
        ({"select": "a", "in": "raw"}, 5, "`in` needs `pattern`"),
        ({"select": "a", "fix": "b"}, 5, "`fix` needs `pattern` or `field`"),
        ({"pattern": "a", "fix": "\\2"}, 5, "invalid replacement: invalid group reference 2 at position 1"),
        ({"pattern": "a", "mode": "require", "fix": "b"}, 6, '`fix` needs `mode = "forbid"`'),
        ({"pattern": "a", "severity": "warnin"}, 5, "`severity`: unknown value `warnin`; did you mean `warning`?"),
        ({"pattern": "a", "mode": "requir"}, 5, "`mode`: unknown value `requir`; did you mean `require`?"),
        ({"pattern": "a", "bad": ["⟦a"]}, 5, "marks `⟦ ⟧` of a sample are not paired"),
        ({"pattern": "a", "good": ["⟦a⟧"]}, 5, "a good sample has no marks and no `fixed`"),
    ],
)  # fmt: skip
def test_a_mistake_names_its_line(
    tmp_path: Path, keys: dict[str, Any], line: int, said: str | None
) -> None:
    write(tmp_path, "a.md", HEAD)
    write(tmp_path, "contentlint.toml", check(**keys))
    message = error(tmp_path, "check")
    assert message.startswith(f"contentlint.toml:{line}: check `")
    assert said is None or message.endswith(f"`: {said}")


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ({"patern": "a"}, "unknown key `patern`; did you mean `pattern`?"),
        ({"pattern": 3}, "`checks.0.pattern` must be a string"),
        (
            {"pattern": "a", "bad": [{"txt": "a"}]},
            "unknown key `txt`; expected `fixed`, `path`, `text`",
        ),
        (
            {"pattern": "a", "fix": {"with": "a"}},
            "unknown key `with`; expected `replace`, `safe`, `title`",
        ),
    ],
)
def test_a_wrong_key_is_named(tmp_path: Path, keys: dict[str, Any], said: str) -> None:
    write(tmp_path, "contentlint.toml", check(**keys))
    assert error(tmp_path, "check").endswith(said)


SLOW = [
    "(a+)+$", "(a|ab|b)*c", "(a|aa)*b", "(a{1,3})*b", r"\s*\s*x", ".*.*x", r"\w+\s*\w+x",
    '<[^>]*class="[^"]*"', "(x?)*", "foo.*bar.*baz", "a{1,30}a{1,30}b", "(?:(?:ab)+)+", "(a)(?(1)b|c)",
    r"(?:\w|\d\d)+x", "(?i)(kx|K)*y", r"(?:\d+,?)+", "(a*b*)*c", r"^(\s*\w*)*$",
]  # fmt: skip
FAST = [
    r"\bTODO\b", "(?:[a-z]{2,5}-)*x", "(ab?)*c", r"(?:\w++, )*x", "foo.*bar", '[^>"]*"[^"]*"',
    "!{2,}", r"\b\d{4}-\d\d\b", r"^\s+\S+$", r"(?m)^#+ +\S", "(?>a+)+b", r"(?<!\w)e-mail", "[“”]+",
]  # fmt: skip


@pytest.mark.parametrize("pattern", SLOW)
def test_patterns_that_can_take_too_long_are_refused(pattern: str) -> None:
    assert slow_part(pattern) is not None


@pytest.mark.parametrize("pattern", FAST)
def test_usual_patterns_are_accepted(pattern: str) -> None:
    assert slow_part(pattern) is None


@pytest.mark.parametrize("pattern", FAST)
def test_accepted_patterns_do_not_explode(pattern: str) -> None:
    # An exponential pattern would not end.
    for piece in ("a", "aA-", "! ", '<"', "#", "1,", "foo", "\n", "a, "):
        re.compile(pattern).search(piece * 400 + "\0")


def test_toml_of_the_tests_is_what_they_mean() -> None:
    assert tomllib.loads(check(pattern="\\b", fix={"replace": "a"}))["checks"][0]["fix"] == {
        "replace": "a"
    }
