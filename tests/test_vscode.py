"""The extension for Visual Studio Code: its manifest agrees with its code and with contentlint."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hostile import contentlint

FOLDER = Path(__file__).parents[1] / "editors" / "vscode"
CODE = "".join(file.read_text() for file in sorted((FOLDER / "src").glob("*.ts")))


@pytest.fixture(scope="module")
def manifest() -> dict[str, Any]:
    """The content of package.json."""
    found: dict[str, Any] = json.loads((FOLDER / "package.json").read_text())
    return found


def test_every_command_is_registered(manifest: dict[str, Any]) -> None:
    listed = {command["command"] for command in manifest["contributes"]["commands"]}
    registered = set(re.findall(r'registerCommand\("([\w.]+)"', CODE))
    # The server calls this one; it is not for the palette.
    assert registered - listed == {"contentlint.askReason"}
    assert listed <= registered


def test_every_setting_is_read(manifest: dict[str, Any]) -> None:
    settings = manifest["contributes"]["configuration"]["properties"]
    read = {f"contentlint.{name}" for name in re.findall(r'get<[^(]*>\("(\w+)"', CODE)}
    # The library of the client reads the trace.
    assert set(settings) - read == {"contentlint.trace.server"}
    assert read <= set(settings)


def test_untrusted_workspaces_cannot_choose_the_program(manifest: dict[str, Any]) -> None:
    trust = manifest["capabilities"]["untrustedWorkspaces"]
    assert trust["supported"] == "limited"
    assert set(trust["restrictedConfigurations"]) == {
        "contentlint.path",
        "contentlint.interpreter",
        "contentlint.environment",
    }


def test_the_problem_matcher_reads_the_concise_report(
    manifest: dict[str, Any], tmp_path: Path
) -> None:
    (tmp_path / "a b.md").write_text("# Low tide\n\n<p>The <b>tide</p>\n")
    run = contentlint(tmp_path, "check", "--no-cache", "--format", "concise")
    [matcher] = manifest["contributes"]["problemMatchers"]
    pattern = matcher["pattern"]
    match = re.search(pattern["regexp"], run.out.splitlines()[0])
    assert match is not None
    found = {name: match[pattern[name]] for name in ("file", "line", "column", "severity", "code")}
    assert found == {
        "file": "a b.md",
        "line": "3",
        "column": "8",
        "severity": "error",
        "code": "html/unclosed-element",
    }
    assert match[pattern["message"]].startswith("`<b>` is not closed")


def test_everything_in_the_package_exists(manifest: dict[str, Any]) -> None:
    for name in (manifest["icon"], "README.md", "CHANGELOG.md", "LICENSE"):
        assert (FOLDER / name).is_file()
    assert (FOLDER / manifest["icon"]).read_bytes().startswith(b"\x89PNG")
    assert not list(FOLDER.glob("package-lock.json"))


def test_it_has_the_version_of_its_changelog(manifest: dict[str, Any]) -> None:
    assert f"## {manifest['version']}\n" in (FOLDER / "CHANGELOG.md").read_text()
