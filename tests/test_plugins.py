"""Rules of a site: found by their file names, rules in all respects, and never those of a stranger."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_cli import run

RULE = '''\
"""A heading is in upper case.

Readers take it for shouting. Write it in sentence case.
"""

from contentlint.rule import Document, Problem, Problems, bad, good, rule, replace

EXAMPLES = [
    good("<h2>Low tide</h2>"),
    good("<h2>LOW</h2>", shortest=5),
    bad("⟦<h2>⟧LOW TIDE</h2>", "heading in upper case: `LOW TIDE`"),
]


@rule(severity="warning", when="tag:h2")
def check(document: Document, *, shortest: int = 3) -> Problems:
    """
    Args:
        shortest: length from which upper case is reported.
    """
    for element in document.elements("h2"):
        text = element.text.strip()
        if text.isupper() and len(text) >= shortest:
            yield Problem(element.span, f"heading in upper case: `{text}`")
'''
SITE_RULE = '''\
"""Two articles have the same desk."""

from contentlint.rule import Document, Fact, Facts, SiteFacts, SiteProblems, bad, good, rule

EXAMPLES = [
    good("---\\ndesk: a\\n---\\n", path="a.md"),
    bad("---\\ndesk: ⟦a⟧\\n---\\n", "desk `a` is used by `b.md`", "desk `a` is used by `a.md`",
        path="a.md", files={"b.md": "---\\ndesk: ⟦a⟧\\n---\\n"}),
]


def collect(document: Document) -> Facts:
    desk = document.front_matter.get("desk")
    if desk is not None:
        yield Fact(document.front_matter.span_of(("desk",)), str(desk))


@rule(severity="warning")
def check_site(facts: SiteFacts) -> SiteProblems:
    for fact in facts:
        for other in facts:
            if other.path != fact.path and other.value == fact.value:
                yield fact.problem(f"desk `{fact.value}` is used by `{other.path}`")
'''
SOUP = '''\
"""A table has no header cell."""

from contentlint.rule import Document, Problem, Problems, bad, good, rule

EXAMPLES = [
    good("<table><tr><th>a</table>"),
    bad("<p>👍</p>⟦<table>⟧<tr><td>a</table>", "table without header cell"),
]


@rule(severity="info")
def check(document: Document) -> Problems:
    for table in document.soup.find_all("table"):
        if table.find("th") is None:
            yield Problem(document.span_of(table), "table without header cell")
'''
CONFIG = '[plugins]\nhouse = "lint/house"\n'
ARTICLE = "---\ntitle: Low\ndate: 2024-03-18\n---\n\n<h2>LOW TIDE</h2>\n"
SHOUT = ("posts/a.md", 6, "house/no-shouting", "heading in upper case: `LOW TIDE`")


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write(tmp_path, "lint/house/no_shouting.py", RULE)
    write(tmp_path, "contentlint.toml", CONFIG)
    write(tmp_path, "posts/a.md", ARTICLE)
    return tmp_path


def found(folder: Path, *arguments: str) -> list[tuple[str, int, str, str]]:
    result = run(folder, "check", "--format", "json", *arguments)
    assert result.returncode in (0, 1), result.stderr
    findings = json.loads(result.stdout)["findings"]
    own = [f for f in findings if f["rule"].startswith(("house/", "lint/", "acme/"))]
    return [(f["path"], f["line"], f["rule"], f["message"]) for f in own]


def error(folder: Path, *arguments: str) -> str:
    result = run(folder, *arguments)
    assert result.returncode == 2, result.stdout
    assert "Traceback" not in result.stderr
    return result.stderr.removeprefix("contentlint: error: ").removesuffix("\n")


def test_a_file_of_the_folder_is_a_rule(site: Path) -> None:
    assert found(site) == [SHOUT]
    assert found(site) == [SHOUT]  # from the cache
    assert found(site, "--select", "house") == [SHOUT]
    assert found(site, "--select", "house/no-shouting") == [SHOUT]
    assert found(site, "--ignore", "house") == []
    assert found(site.parent, "--select", "house", site.name)[0][2] == "house/no-shouting"


def test_its_options_and_severity_are_set_in_the_configuration(site: Path) -> None:
    setting = '[rules]\n"house/no-shouting" = { severity = "error", shortest = 9 }\n'
    write(site, "contentlint.toml", CONFIG + setting)
    assert found(site) == []
    write(site, "contentlint.toml", CONFIG + '[rules]\nhouse = "error"\n')
    assert run(site, "check").returncode == 1
    write(site, "contentlint.toml", CONFIG + '[rules]\n"house/no-shouting" = { shortets = 9 }\n')
    assert error(site, "check") == (
        "contentlint.toml:4: unknown `house/no-shouting` option `shortets`; "
        "did you mean `shortest`?"
    )
    write(site, "contentlint.toml", CONFIG + '[rules]\n"house/no-shoutin" = "off"\n')
    assert error(site, "check").endswith("did you mean `house/no-shouting`?")
    write(site, "contentlint.toml", CONFIG + '[rules]\n"house/no-shouting" = { shortest = "a" }\n')
    assert error(site, "check") == (
        'contentlint.toml:4: `rules."house/no-shouting".shortest` must be an integer'
    )


def test_suppressions_name_it(site: Path) -> None:
    write(
        site,
        "posts/a.md",
        ARTICLE.replace("</h2>", "</h2> <!-- contentlint-disable-line house/no-shouting -->"),
    )
    assert found(site) == []
    assert found(site, "--no-plugins") == []
    write(
        site,
        "posts/a.md",
        ARTICLE.replace("LOW", "Low") + "<!-- contentlint-disable-line house/no-shouting -->\n",
    )
    [(_, _, rule, _)] = found(site)
    assert rule == "lint/unused-suppression"


def test_a_baseline_holds_its_findings(site: Path) -> None:
    assert run(site, "baseline", "write").returncode == 0
    assert found(site, "--baseline", "contentlint-baseline.jsonl") == []


def test_commands_describe_it(site: Path) -> None:
    assert "Readers take it for shouting." in run(site, "explain", "house/no-shouting").stdout
    assert "house/no-shouting  warning" in run(site, "rules", "house").stdout
    assert "heading in upper case" in run(site, "explain", "no-shouting").stdout
    assert error(site, "explain", "house/no-shoutin").endswith("did you mean `house/no-shouting`?")
    assert "plugins.house" in run(site, "config", "show").stdout
    [tool] = json.loads(run(site, "check", "--format", "sarif").stdout)["runs"]
    described = {rule["id"]: rule for rule in tool["tool"]["driver"]["rules"]}
    assert "shouting" in described["house/no-shouting"]["help"]["text"]


def test_a_rule_about_the_whole_site(site: Path) -> None:
    write(site, "lint/house/shared_desk.py", SITE_RULE)
    for name in "ab":
        write(site, f"posts/{name}.md", "---\ntitle: Low\ndesk: north\n---\n")
    expected = [
        ("posts/a.md", 3, "house/shared-desk", "desk `north` is used by `posts/b.md`"),
        ("posts/b.md", 3, "house/shared-desk", "desk `north` is used by `posts/a.md`"),
    ]
    assert found(site, "--select", "house") == expected
    assert found(site, "--select", "house", "posts/b.md") == expected[1:]


def test_soup_has_positions(site: Path) -> None:
    write(site, "lint/house/headless_table.py", SOUP)
    write(site, "posts/a.md", "Low 👍\n\n<table><tr><td>a</td></tr></table>\n")
    assert found(site, "--select", "house") == [
        ("posts/a.md", 3, "house/headless-table", "table without header cell")
    ]


def test_a_changed_file_of_the_plugin_is_a_changed_rule(site: Path) -> None:
    write(site, "lint/house/_words.py", "WORD = 'upper'\n")
    text = RULE.replace("import Document", "import Document").replace(
        "EXAMPLES =", "from ._words import WORD\n\nEXAMPLES =", 1
    )
    write(
        site, "lint/house/no_shouting.py", text.replace("in upper case: `{text}`", "in {WORD} case")
    )
    assert found(site)[0][3] == "heading in upper case"
    write(site, "lint/house/_words.py", "WORD = 'loud'\n")
    assert found(site)[0][3] == "heading in loud case"
    write(site, "lint/house/no_shouting.py", RULE)
    assert found(site) == [SHOUT]


@pytest.mark.slow
def test_processes_that_are_started_anew_load_it(site: Path) -> None:
    for number in range(4):
        write(site, f"posts/{number}.md", ARTICLE)
    program = (
        "import sys; sys.path[:] = [p for p in sys.path if p]\n"
        "from contentlint.engine import processes\n"
        "processes.may_fork = lambda: False\n"
        "from contentlint.cli import main\n"
        "if __name__ == '__main__': sys.exit(main(['check', '--jobs', '2', '--no-cache', '--select', 'house']))\n"
    )
    starter = site.parent / f"{site.name}-starter.py"
    starter.write_text(program)
    done = subprocess.run([sys.executable, str(starter)], cwd=site, capture_output=True, text=True)
    assert done.stderr == ""
    assert "5 warnings in 5 files" in done.stdout


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("def check(:\n", 1, "SyntaxError: invalid syntax"),
        ("\n\nraise ValueError('no tide')\n", 3, "ValueError: no tide"),
        ("import sys\nsys.exit(3)\n", 2, "SystemExit: 3"),
        ("import no_such_module\n", 1, "ModuleNotFoundError: No module named 'no_such_module'"),
    ],
)
def test_a_rule_that_cannot_be_imported_stops_the_run(
    site: Path, text: str, line: int, said: str
) -> None:
    write(site, "lint/house/broken.py", text)
    assert error(site, "check") == f"lint/house/broken.py:{line}: rule fails to import: {said}"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("x = 1\n", "no `check` or `check_site` decorated with @rule"),
        (
            RULE.replace('"warning"', '"warnin"'),
            "`severity`: unknown value `warnin`; did you mean `warning`?",
        ),
        (RULE.replace("tag:h2", "tga:h2"), None),
        (
            RULE.replace("shortest: int = 3", "shortest=3"),
            "option `shortest` needs a type and a default",
        ),
    ],
)
def test_a_rule_that_is_declared_wrongly_stops_the_run(
    site: Path, text: str, said: str | None
) -> None:
    write(site, "lint/house/no_shouting.py", text)
    line = error(site, "check")
    assert line.startswith("lint/house/no_shouting.py: ")
    assert said is None or line.endswith(said)


@pytest.mark.parametrize(
    "body",
    [
        "raise RuntimeError('LOW TIDE')",
        "import sys; sys.exit(0)",
        "yield 'low'",
        "yield Problem((5, 99999), 'low')",
        "yield Problem(document.body, 'low\\ntide')",
    ],
)
def test_an_exception_in_a_rule_stays_in_its_file(site: Path, body: str) -> None:
    text = (
        RULE.partition("    for element in")[0]
        + f"    if 'LOW' in document.text:\n        {body}\n    yield from ()\n"
    )
    write(site, "lint/house/no_shouting.py", text)
    write(site, "posts/b.md", ARTICLE.replace("LOW TIDE", "Low").replace("</h2>", "</h3>"))
    result = run(site, "check", "--format", "json")
    findings = json.loads(result.stdout)["findings"]
    [failure] = [f for f in findings if f["rule"] == "lint/internal-error"]
    assert failure["path"] == "posts/a.md"
    assert failure["message"].startswith("rule `house/no-shouting` failed on this file (")
    assert "lint/house/no_shouting.py" in failure["help"]
    assert "LOW TIDE" not in failure["help"]
    assert any(f["path"] == "posts/b.md" and f["rule"].startswith("html/") for f in findings)


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ('html = "lint/house"', "plugin `html`: `html` is a name of contentlint; use another one"),
        (
            'strict = "lint/house"',
            "plugin `strict`: `strict` is a name of contentlint; use another one",
        ),
        ('House = "lint/house"', "plugin `House`: name must be lower-case words joined by `-`"),
        (
            "house = 3",
            "`plugins.house` must be a folder, `true` for an installed package, or `false`",
        ),
        ('house = "lint/hose"', "plugin `house`: folder `lint/hose` not found"),
        ('house = "posts"', "plugin `house`: no rules in `posts`"),
        (
            "acme = true",
            "plugin `acme`: no installed package has the entry point `acme` in `contentlint.rules`",
        ),
    ],
)
def test_a_mistake_in_the_table_names_its_line(site: Path, settings: str, said: str) -> None:
    write(site, "contentlint.toml", f"[plugins]\n{settings}\n")
    assert error(site, "check") == f"contentlint.toml:2: {said}"


def test_a_file_that_cannot_be_a_rule_is_reported(site: Path) -> None:
    write(site, "lint/house/No-Shouting.py", RULE)
    assert error(site, "check").startswith("lint/house/No-Shouting.py: file name of a rule must be")


def test_plugins_can_be_turned_off(site: Path) -> None:
    write(
        site,
        "contentlint.toml",
        CONFIG + '[rules]\n"house/no-shouting" = { shortest = 5 }\nhouse = "error"\n',
    )
    write(site, "lint/house/no_shouting.py", "import pathlib\npathlib.Path('ran').touch()\n" + RULE)
    for option in ("--no-plugins", "--no-python-schemas"):
        result = run(site, "check", option)
        assert result.stderr == "contentlint: skipped plugin `house`: plugins are not allowed\n"
        assert "house" not in result.stdout
        assert not (site / "ran").exists()
    assert found(site) == [SHOUT]
    assert (site / "ran").exists()


def test_a_plugin_outside_the_project_is_refused(site: Path) -> None:
    subprocess.run(["git", "init", "-q"], cwd=site, check=True)
    outside = site.parent / f"{site.name}-outside"
    write(outside, "house/no_shouting.py", RULE)
    write(site, "contentlint.toml", f'[plugins]\nhouse = "../{outside.name}/house"\n')
    assert error(site, "check").endswith("cannot be read: it is outside the project")
    (site / "linked").symlink_to(outside / "house")
    write(site, "contentlint.toml", '[plugins]\nhouse = "linked"\n')
    assert error(site, "check") == (
        "linked/no_shouting.py: cannot be read: it is outside the project"
    )
    (site / "lint/house/leak.py").symlink_to("/etc/passwd")
    write(site, "contentlint.toml", CONFIG)
    assert error(site, "check") == "lint/house/leak.py: cannot be read: it is outside the project"


def test_no_article_loads_a_rule(site: Path) -> None:
    write(site, "contentlint.toml", "inline-schemas = true\n")
    write(site, "lint/house/no_shouting.py", "import pathlib\npathlib.Path('ran').touch()\n")
    write(
        site,
        "posts/a.md",
        "---\ncontentlint:\n  plugins: {house: lint/house}\nplugins:\n  house: lint/house\n---\n",
    )
    run(site, "check")
    assert not (site / "ran").exists()


PACKAGE = """\
import sys, pathlib
pathlib.Path(__file__).with_name("imported").touch()
"""


def installed(site: Path, folder: Path) -> None:
    """A package with rules, as pip installs it, in a folder of the import path."""
    write(folder, "acme_rules/__init__.py", PACKAGE)
    write(folder, "acme_rules/no_shouting.py", RULE)
    write(
        folder, "acme-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: acme\nVersion: 1.0\n"
    )
    write(folder, "acme-1.0.dist-info/entry_points.txt", "[contentlint.rules]\nacme = acme_rules\n")


def with_path(site: Path, path: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    program = f"import sys; sys.path.insert(0, {str(path)!r})\nfrom contentlint.cli import main\nsys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-P", "-c", program, *arguments]
    return subprocess.run(command, cwd=site, capture_output=True, text=True)


@pytest.mark.slow
def test_an_installed_package_has_rules_by_its_entry_point(site: Path) -> None:
    packages = site.parent / f"{site.name}-packages"
    installed(site, packages)
    write(site, "contentlint.toml", "[plugins]\nacme = true\n")
    done = with_path(site, packages, "check", "--format", "concise")
    assert "posts/a.md:6:1: warning[acme/no-shouting]: heading in upper case" in done.stdout
    # Nothing is imported unless the configuration names it, and plugins are allowed.
    (packages / "acme_rules/imported").unlink()
    assert "acme" not in with_path(site, packages, "check", "--no-plugins").stdout
    write(site, "contentlint.toml", "")
    assert "acme" not in with_path(site, packages, "check").stdout
    assert not (packages / "acme_rules/imported").exists()


def test_new_rules_hold_and_are_run(site: Path) -> None:
    done = run(site, "new-rule", "house/no-lorem")
    assert done.stdout == (
        "wrote lint/house/no_lorem.py\n"
        "test it with `contentlint test-rules lint/house/no_lorem.py`\n"
    )
    done = run(site, "test-rules")
    assert done.returncode == 0
    assert done.stdout.splitlines() == [
        "house/no-lorem     2 examples  ok",
        "house/no-shouting  3 examples  ok",
        "",
        "2 rules, 5 examples: none failed",
    ]
    write(site, "posts/b.md", "Low Lorem ipsum tide.\n")
    assert ("posts/b.md", 1, "house/no-lorem", "placeholder text: `lorem ipsum`") in found(site)
    assert error(site, "new-rule", "house/no-lorem") == "`lint/house/no_lorem.py` already exists"
    assert error(site, "new-rule", "html/no-lorem").startswith("`html` is a name of contentlint")
    assert error(site, "new-rule", "No").startswith("`No` is not a rule id")


def test_a_new_plugin_is_added_by_hand(site: Path) -> None:
    done = run(site, "new-rule", "night-desk/no-lorem")
    assert '\n[plugins]\nnight-desk = "lint/night_desk"\n' in done.stdout
    assert run(site, "test-rules", "lint/night_desk").returncode == 0


def test_failing_examples_are_listed(site: Path) -> None:
    write(site, "lint/house/no_shouting.py", RULE.replace("isupper", "islower"))
    done = run(site, "test-rules")
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        "house/no-shouting  3 examples  failed",
        "  example 3 (bad): not found: article.html:1:1 `<h2>`: heading in upper case: `LOW TIDE`",
        "",
        "1 rule, 3 examples: 1 failed",
    ]
    write(site, "lint/house/no_shouting.py", RULE.replace("EXAMPLES", "SAMPLES"))
    assert "  no good example\n  no bad example\n" in run(site, "test-rules").stdout
    write(site, "contentlint.toml", "")
    assert error(site, "test-rules").startswith("no rules to test")


def test_two_sites_may_have_plugins_of_one_name(site: Path) -> None:
    for name, word in (("north", "loud"), ("south", "soft")):
        write(site, f"{name}/contentlint.toml", CONFIG)
        write(site, f"{name}/lint/house/no_shouting.py", RULE.replace("upper case", word))
        write(site, f"{name}/posts/a.md", ARTICLE)
    said = {path: message for path, _, _, message in found(site)}
    assert said == {
        "north/posts/a.md": "heading in loud: `LOW TIDE`",
        "posts/a.md": "heading in upper case: `LOW TIDE`",
        "south/posts/a.md": "heading in soft: `LOW TIDE`",
    }
