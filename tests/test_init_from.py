"""`init --from`: what corresponds is written, what does not is listed, and nothing is run."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from contentlint import registry
from contentlint.cli import init
from contentlint.config.json_schema import json_schema
from contentlint.config.peers.tables import PEERS
from contentlint.site.generator import UNKNOWN
from tests.test_cli import run
from tests.test_plugins import error, write


def taken(folder: Path, peer: str, name: str, text: str) -> tuple[dict[str, Any], list[str]]:
    write(folder, name, text)
    done = run(folder, "init", "--from", peer)
    assert done.returncode == 0, done.stderr
    assert run(folder, "config", "show").returncode == 0
    return tomllib.loads((folder / "contentlint.toml").read_text()), done.stdout.splitlines()


@pytest.mark.parametrize("peer", PEERS)
def test_every_rule_of_a_peer_is_in_one_table_and_ours_exist(peer: str) -> None:
    tables = PEERS[peer]
    parts = (set(tables.same), tables.layout, tables.pages, tables.checks, tables.others)
    assert sum(map(len, parts)) == len(tables.rules)
    for ours in tables.same.values():
        assert set(ours.split()) <= set(registry.rule_ids())
        assert ours
    assert set(tables.aliases.values()) <= tables.rules


JSONC = """\
{
  // "MD001" is commented out
  "default": true,
  "line-length": { "line_length": 80 },
  "MD045": false, /* alt text */
  "no-trailing-punctuation": "error",
  "MD011": true,
  "MD024": { "siblings_only": true, },
  "MD099": true,
  "url": "https://example.org/a//b",
}
"""


def test_markdownlint(tmp_path: Path) -> None:
    settings, said = taken(tmp_path, "markdownlint", ".markdownlint.jsonc", JSONC)
    assert settings["rules"] == {"image/missing-alt": "off", "text/heading-punctuation": "error"}
    assert "from markdownlint: 2 rules and 0 patterns written, 1 as by default" in said
    assert said[said.index("not taken over:") + 1 :] == [
        "  `MD013`: layout, which readers do not see; use a formatter",
        "  `MD024`: contentlint has no such rule",
        "  `md099`: unknown",
        "  `url`: unknown",
    ]


def test_markdownlint_cli2_in_yaml_with_patterns(tmp_path: Path) -> None:
    text = "globs: ['**/*.md']\nignores: ['node_modules', 'drafts/**']\nconfig:\n  default: false\n  MD047: true\n"
    settings, said = taken(tmp_path, "markdownlint", ".markdownlint-cli2.yaml", text)
    assert settings["exclude"] == ["node_modules", "drafts/**"]
    assert settings["rules"] == {"file/missing-final-newline": "info"}
    assert "  `globs` is not read" in said
    assert "  rules that it does not name are off there: they are as contentlint has them" in said


def test_html_validate(tmp_path: Path) -> None:
    text = '{"extends": ["html-validate:recommended"], "rules": {"no-dup-id": "off", "close-order": ["warn", {}], "deprecated": 2, "void-style": "error"}, "elements": ["html5"]}'
    settings, said = taken(tmp_path, "html-validate", ".htmlvalidate.json", text)
    assert settings["rules"] == {
        "html/misnested-element": "warning",
        "html/stray-end-tag": "warning",
        "html/unclosed-element": "warning",
        "html/obsolete-element": "error",
        "html/duplicate-id": "off",
    }
    assert "  `elements` is not read" in said
    assert "  `extends`: `html-validate:recommended` is not read" in said
    assert "  `close-order`: its options have no counterpart" in said


def test_htmlhint(tmp_path: Path) -> None:
    text = (
        '{"tag-pair": true, "alt-require": false, "script-disabled": true, "title-require": true}'
    )
    settings, said = taken(tmp_path, "htmlhint", ".htmlhintrc", text)
    assert settings["rules"] == {"image/missing-alt": "off", "security/script-element": "warning"}
    assert any(line.startswith("  `title-require`: about complete pages") for line in said)


def test_remark_lint_in_package_json_and_yaml(tmp_path: Path) -> None:
    text = '{"remarkConfig": {"plugins": ["preset-lint-recommended", ["remark-lint-heading-increment", ["error"]], ["lint-no-undefined-references", false], "remark-toc"]}}'
    settings, said = taken(tmp_path, "remark-lint", "package.json", text)
    expected = {
        "accessibility/skipped-heading-level": "error",
        "markdown/undefined-reference": "off",
    }
    assert settings["rules"] == expected
    assert "  plugin `remark-toc` has no counterpart" in said
    assert any(line.startswith("  preset `preset-lint-recommended` is not read") for line in said)
    (tmp_path / "package.json").unlink()
    (tmp_path / "contentlint.toml").unlink()
    text = "plugins:\n  - lint-final-newline\n"
    settings, _ = taken(tmp_path, "remark-lint", ".remarkrc", text)
    assert settings["rules"] == {"file/missing-final-newline": "info"}


@pytest.mark.parametrize("name", [".rumdl.toml", "pyproject.toml"])
def test_rumdl(tmp_path: Path, name: str) -> None:
    table = "tool.rumdl" if name == "pyproject.toml" else ""
    head = f"[{table}.global]\n" if table else "[global]\n"
    text = f'{head}disable = ["MD083", "MD013"]\nexclude = ["vendor"]\n[{table + "." if table else ""}MD092]\nseverity = "warning"\n'
    settings, said = taken(tmp_path, "rumdl", name, text)
    assert settings["rules"] == {"file/mojibake": "off", "file/merge-conflict": "warning"}
    assert settings["exclude"] == ["vendor"]
    assert not any("MD013" in line for line in said)  # it is off there as well


@pytest.mark.parametrize("name", [".markdownlint.cjs", ".markdownlint-cli2.mjs"])
def test_a_program_is_not_run(tmp_path: Path, name: str) -> None:
    write(tmp_path, name, "require('fs').writeFileSync('ran', '')\n")
    assert error(tmp_path, "init", "--from", "markdownlint") == (
        f"--from markdownlint: `{name}` is a program, which is not run; "
        "write its settings as JSON or YAML first"
    )
    assert not (tmp_path / "ran").exists()
    assert not (tmp_path / "contentlint.toml").exists()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[1]", ".htmlhintrc: configuration of htmlhint must be a mapping"),
        ("{", ".htmlhintrc: cannot be parsed: "),
        ("\x00", ".htmlhintrc: cannot be parsed: "),
        ("[" * 9000, ".htmlhintrc: cannot be parsed: "),
    ],
)
def test_bad_input_is_one_line(tmp_path: Path, text: str, said: str) -> None:
    write(tmp_path, ".htmlhintrc", text)
    assert error(tmp_path, "init", "--from", "htmlhint").startswith(said)


def test_without_a_file_the_names_are_listed(tmp_path: Path) -> None:
    message = error(tmp_path, "init", "--from", "rumdl")
    assert message.endswith(
        "searched for `.rumdl.toml`, `rumdl.toml`, `.config/rumdl.toml`, `pyproject.toml`"
    )


def test_values_of_any_type_are_read(tmp_path: Path) -> None:
    text = '{"MD045": null, "MD011": [], "MD042": [[1]], "MD047": 7, "MD052": {"severity": 3}, "": 1, "config": 2, "extends": 4}'
    settings, _ = taken(tmp_path, "markdownlint", ".markdownlint.json", text)
    assert settings["rules"]["image/missing-alt"] == "off"


def test_the_file_names_its_schema_once_that_is_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(tmp_path, "init")
    assert "#:schema" not in (tmp_path / "contentlint.toml").read_text()
    url = "https://example.org/contentlint.schema.json"
    monkeypatch.setattr("contentlint.config.settings.SCHEMA_URL", url)
    assert init.text(UNKNOWN, "not detected").startswith(f"#:schema {url}\n")
    assert json_schema()["$id"] == url
