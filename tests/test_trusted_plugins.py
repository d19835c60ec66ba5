"""With `--trusted-ref`, rules and extended configuration come from the trusted commit alone."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_plugins import CONFIG, RULE
from tests.test_trusted import CODE, checked, commit, found, git, run, trust, write

ARTICLE = "---\ntitle: Low\ndate: 2024-03-18\n---\n\n<h2>LOW TIDE</h2>\n"
SHOUT = ("content/a.md", "house/no-shouting")
HACK = CODE + RULE.replace("heading in upper case", "hacked")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A repository on an untrusted branch; `main` is trusted, and has a plugin."""
    folder = tmp_path / "site"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    commit(
        folder,
        **{
            "content/a.md": ARTICLE,
            "contentlint.toml": CONFIG,
            "lint/house/no_shouting.py": RULE.replace("import Document", "import Document").replace(
                "EXAMPLES =", "from ._words import WORD\n\nEXAMPLES =", 1
            ),
            "lint/house/_words.py": "WORD = 1\n",
        },
    )
    git(folder, "checkout", "-q", "-b", "change")
    return folder


def own(folder: Path, *arguments: str) -> set[tuple[str, str]]:
    rules = {pair for pair in found(folder, *arguments) if pair[1].startswith("house/")}
    assert not (folder / "hacked").exists()
    return rules


def test_the_trusted_plugin_runs(site: Path) -> None:
    assert own(site) == {SHOUT}
    # Its files may be missing, in another form, or links in the branch.
    git(site, "rm", "-rq", "lint")
    git(site, "commit", "-qm", "a")
    assert own(site) == {SHOUT}


def test_changed_and_added_files_of_the_branch_do_not_run(site: Path) -> None:
    commit(
        site,
        **{
            "lint/house/no_shouting.py": HACK,
            "lint/house/_words.py": CODE,
            "lint/house/__init__.py": CODE,
            "lint/house/other.py": HACK,
            "lint/__init__.py": CODE,
            "contentlint.toml": '[plugins]\nhouse = "lint/house"\nevil = "lint/evil"\n',
            "lint/evil/a.py": HACK,
            "content/contentlint.toml": '[plugins]\nevil = "../lint/evil"\n',
        },
    )
    assert own(site) == {SHOUT}
    assert all("hacked" not in f["message"] for f in checked(site)["findings"])


def test_links_of_the_branch_are_not_followed(site: Path) -> None:
    outside = site.parent / "outside"
    write(outside, "no_shouting.py", HACK)
    git(site, "rm", "-rq", "lint")
    (site / "lint").mkdir(exist_ok=True)
    (site / "lint/house").symlink_to(outside)
    git(site, "add", "-A")
    git(site, "commit", "-qm", "a")
    assert own(site) == {SHOUT}


def test_a_branch_cannot_add_a_plugin_to_a_commit_without_one(site: Path) -> None:
    git(site, "checkout", "-q", "main")
    git(site, "rm", "-rq", "lint", "contentlint.toml")
    git(site, "commit", "-qm", "a")
    git(site, "checkout", "-q", "change")
    commit(site, **{"lint/house/no_shouting.py": HACK})
    assert own(site) == set()


def test_no_module_of_the_checkout_takes_the_place_of_an_installed_one(site: Path) -> None:
    packages = site.parent / "packages"
    for folder, text in ((packages, RULE), (site, HACK)):
        write(folder, "acme_rules/__init__.py", "" if folder == packages else CODE)
        write(folder, "acme_rules/no_shouting.py", text)
        write(
            folder,
            "acme-1.0.dist-info/METADATA",
            "Metadata-Version: 2.1\nName: acme\nVersion: 1.0\n",
        )
        write(
            folder,
            "acme-1.0.dist-info/entry_points.txt",
            "[contentlint.rules]\nhouse = acme_rules\n",
        )
        write(folder, "bs4/__init__.py" if folder == site else "x/a.py", CODE)
    trust(site, **{"contentlint.toml": "[plugins]\nhouse = true\n"})
    program = (
        f"import sys; sys.path.append({str(packages)!r})\n"
        "from contentlint.cli import main\nsys.exit(main(sys.argv[1:]))"
    )
    command = [
        sys.executable,
        "-c",
        program,
        "check",
        "--trusted-ref",
        "main",
        "--format",
        "concise",
    ]
    for path in ("", str(site)):
        done = subprocess.run(
            command,
            cwd=site,
            capture_output=True,
            text=True,
            env={**os.environ, "PYTHONPATH": path},
        )
        assert "warning[house/no-shouting]: heading in upper case" in done.stdout, done.stderr
        assert not (site / "hacked").exists()


def test_a_package_that_only_the_checkout_has_is_not_found(site: Path) -> None:
    trust(site, **{"contentlint.toml": "[plugins]\nacme = true\n"})
    write(site, "acme_rules/__init__.py", CODE)
    write(site, "acme-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: acme\nVersion: 1.0\n")
    write(site, "acme-1.0.dist-info/entry_points.txt", "[contentlint.rules]\nacme = acme_rules\n")
    command = [sys.executable, "-m", "contentlint", "check", "--trusted-ref", "main"]
    env = {**os.environ, "PYTHONPATH": str(site)}
    done = subprocess.run(command, cwd=site, capture_output=True, text=True, env=env)
    assert done.returncode == 2
    assert done.stderr.startswith(
        "contentlint: error: main:contentlint.toml:2: plugin `acme`: no installed package"
    )
    assert not (site / "hacked").exists()


def test_extended_files_come_from_the_trusted_commit(site: Path) -> None:
    trust(
        site,
        **{
            "contentlint.toml": 'extends = "./shared"\n',
            "shared/contentlint.toml": 'extends = ["base.toml"]\n[plugins]\nhouse = "rules"\n',
            "shared/base.toml": '[rules]\n"house/no-shouting" = "error"\n',
            "shared/rules/no_shouting.py": RULE,
        },
    )
    commit(
        site,
        **{
            "shared/base.toml": '[rules]\n"house/no-shouting" = "off"\n',
            "shared/contentlint.toml": 'extends = "/etc/passwd.toml"\n',
            "shared/rules/no_shouting.py": HACK,
        },
    )
    assert own(site) == {SHOUT}
    assert run(site, "check", "--trusted-ref", "main", "--select", "house").returncode == 1
    result = run(site, "check", "--trusted-ref", "main", "--no-plugins")
    assert "skipped plugin `house`" in result.stderr
    assert "house/" not in result.stdout


def test_the_command_line_may_name_a_file_that_extends(site: Path) -> None:
    trust(
        site,
        **{
            "ci/strict.toml": 'extends = "base.toml"\n',
            "ci/base.toml": '[plugins]\nhouse = "../lint/house"\n',
        },
    )
    commit(
        site,
        **{"ci/base.toml": '[plugins]\nhouse = "../lint/evil"\n', "lint/evil/no_shouting.py": HACK},
    )
    assert own(site, "--config", "ci/strict.toml") == {SHOUT}
