"""Old names of rules and options: they work, and a warning names the current one."""

import json
from pathlib import Path

import pytest
from test_cli import run

from contentlint import registry, renames


def check(folder: Path, *arguments: str) -> tuple[list[str], str]:
    """The rules that a run reports, and its notes."""
    result = run(folder, "check", "--format", "json", *arguments)
    return [f["rule"] for f in json.loads(result.stdout)["findings"]], result.stderr


def test_every_old_name_belongs_to_a_rule_of_today() -> None:
    assert set(renames.RULES.values()) <= set(registry.rule_ids())
    assert set(renames.RULES).isdisjoint(registry.rule_ids())
    for rule_id, options in renames.OPTIONS.items():
        known = {name.replace("_", "-") for name in registry.load(rule_id).options}
        assert set(options.values()) <= known, rule_id
        assert set(options).isdisjoint(known), rule_id


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "a.html").write_text("<p>low</p><body class=b>\n")
    return tmp_path


@pytest.mark.slow
def test_old_rule_ids_and_options_in_a_configuration_file(site: Path) -> None:
    (site / "contentlint.toml").write_text(
        'extend-unsafe-fixes = ["html/misplaced-tag"]\n'
        'rules."html/misplaced-tag" = "warning"\n'
        'rules."image/hot-link" = { severity = "info", own = ["example.org"] }\n'
        '[[overrides]]\npaths = ["b/**"]\nrules."html/unknown-element" = { allow = ["tide"] }\n'
    )
    for _ in range(2):  # from the cache as well
        result = run(site, "check", "--format", "json")
        assert [(f["rule"], f["severity"]) for f in json.loads(result.stdout)["findings"]] == [
            ("html/ignored-start-tag", "warning")
        ]
        warnings = [
            line.removeprefix("contentlint: warning: ")
            for line in result.stderr.splitlines()
            if "deprecated" in line
        ]
        assert warnings == [
            "contentlint.toml:1: `html/misplaced-tag` is deprecated; use `html/ignored-start-tag`",
            "contentlint.toml:2: `html/misplaced-tag` is deprecated; use `html/ignored-start-tag`",
            "contentlint.toml:3: `image/hot-link` is deprecated; use `image/hotlink`",
            "contentlint.toml:3: `own` is deprecated; use `own-hosts`",
            "contentlint.toml:6: `allow` is deprecated; use `allowed-elements`",
        ]


def test_an_old_name_beside_the_current_one_is_an_error(site: Path) -> None:
    (site / "contentlint.toml").write_text(
        '[rules]\n"html/misplaced-tag" = "off"\n"html/ignored-start-tag" = "error"\n'
    )
    result = run(site, "check")
    assert result.returncode == 2
    assert (
        "contentlint.toml:2: `html/misplaced-tag` and `html/ignored-start-tag` are both set; "
        "remove `html/misplaced-tag`" in result.stderr
    )


def test_old_rule_ids_on_the_command_line(site: Path) -> None:
    rules, notes = check(site, "--select", "html/misplaced-tag")
    assert rules == ["html/ignored-start-tag"]
    assert "`html/misplaced-tag` is deprecated; use `html/ignored-start-tag`" in notes
    assert check(site, "--ignore", "html/misplaced-tag")[0] == []
    explained = run(site, "explain", "html/misplaced-tag")
    assert explained.stdout.startswith("html/ignored-start-tag ")


def test_old_rule_ids_in_suppressions(site: Path) -> None:
    (site / "a.html").write_text(
        "<p>low</p><body class=b> <!-- contentlint-disable-line html/misplaced-tag -->\n"
    )
    assert check(site)[0] == ["lint/renamed-rule"]
    run(site, "check", "--fix")
    assert "disable-line html/ignored-start-tag -->" in (site / "a.html").read_text()
    assert check(site)[0] == []


def test_old_rule_ids_in_a_baseline(site: Path) -> None:
    run(site, "baseline", "write")
    baseline = next(site.glob("*baseline*"))
    text = baseline.read_text()
    assert "html/ignored-start-tag" in text
    baseline.write_text(text.replace("html/ignored-start-tag", "html/misplaced-tag"))
    assert check(site, "--baseline", baseline.name)[0] == []
