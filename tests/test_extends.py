"""A configuration that extends others: what wins, where paths lead, and what is refused."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.test_cli import run
from tests.test_plugins import RULE, error, with_path, write

ARTICLE = "---\ntitle: Low\ndate: 2024-03-18\n---\n\nLow <b>tide</i>\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write(tmp_path, "posts/a.md", ARTICLE)
    return tmp_path


def shown(folder: Path, *arguments: str) -> dict[str, tuple[str, str]]:
    """The settings that `config show` prints, with their origins."""
    lines = run(folder, "config", "show", *arguments).stdout.splitlines()[1:]
    rows = [line.split() for line in lines if line.startswith("  ")]
    return {row[0]: (" ".join(row[1:-1]), row[-1]) for row in rows}


def test_the_file_that_extends_wins(site: Path) -> None:
    write(
        site,
        "shared/base.toml",
        'preset = "strict"\nfail-on = "warning"\n[rules]\n"html" = "info"\n"file/bom" = "off"\n',
    )
    write(
        site,
        "contentlint.toml",
        'extends = "shared/base.toml"\nfail-on = "info"\n[rules]\n"html/stray-end-tag" = "error"\n',
    )
    settings = shown(site)
    assert settings["extends"] == ("shared/base.toml", "contentlint.toml:1")
    assert settings["preset"] == ("strict", "shared/base.toml:1")
    assert settings["fail-on"] == ("info", "contentlint.toml:2")
    assert settings["html/stray-end-tag"] == ("error", "contentlint.toml:4")
    assert settings["html/unclosed-element"] == ("info", "shared/base.toml:4")
    assert settings["file/bom"] == ("off", "shared/base.toml:5")
    # The command line wins over both.
    assert shown(site, "--config", 'preset = "all"')["preset"] == ("all", "--config")


def test_later_entries_of_a_list_win_and_chains_are_followed(site: Path) -> None:
    write(site, "a.toml", 'preset = "strict"\nconfidence = "low"\n')
    write(site, "c/b.toml", 'extends = ["c.toml"]\npreset = "all"\n')
    write(site, "c/c.toml", 'confidence = "medium"\nfail-on = "never"\n')
    write(site, "contentlint.toml", 'extends = ["a.toml", "c/b.toml"]\n')
    settings = shown(site)
    assert settings["preset"] == ("all", "c/b.toml:2")
    assert settings["confidence"] == ("medium", "c/c.toml:1")
    assert settings["fail-on"] == ("never", "c/c.toml:2")


def test_files_are_relative_to_the_file_that_names_them_and_patterns_to_the_site(
    site: Path,
) -> None:
    schema = {"properties": {"title": {"minLength": 9}}}
    write(site, "shared/post.json", json.dumps(schema))
    write(site, "shared/lint/no_shouting.py", RULE)
    write(
        site,
        "shared/base.toml",
        'exclude = ["drafts/"]\n[plugins]\nhouse = "lint"\n'
        '[[collections]]\nname = "posts"\ninclude = ["posts/*.md"]\nschema = "post.json"\n',
    )
    write(
        site,
        "contentlint.toml",
        'extends = "./shared/base.toml"\n[rules]\n"house/no-shouting" = "error"\n',
    )
    write(site, "drafts/b.md", ARTICLE)
    write(site, "posts/a.md", "---\ntitle: Low\n---\n\n<h2>LOW TIDE</h2>\n")
    done = run(site, "check", "--format", "concise", "--select", "house,front-matter")
    assert "posts/a.md:2:8: error[front-matter/" in done.stdout
    assert "posts/a.md:5:1: error[house/no-shouting]" in done.stdout
    assert "drafts/b.md" not in done.stdout
    # A file that extends turns an inherited plugin off.
    write(site, "contentlint.toml", 'extends = "./shared/base.toml"\n[plugins]\nhouse = false\n')
    assert "house" not in run(site, "check").stdout


def test_checks_and_rules_of_a_base_are_known(site: Path) -> None:
    write(
        site,
        "base.toml",
        '[[checks]]\nid = "house/a"\nmessage = "found `{match}`"\npattern = "tide"\n',
    )
    write(site, "contentlint.toml", 'extends = "base.toml"\n[rules]\n"house/a" = "error"\n')
    assert "error[house/a]: found `tide`" in run(site, "check").stdout
    write(site, "contentlint.toml", 'extends = "base.toml"\n[rules]\n"house/b" = "error"\n')
    assert (
        error(site, "check")
        == "contentlint.toml:3: unknown rule or category `house/b`; did you mean `house/a`?"
    )
    write(
        site,
        "contentlint.toml",
        'extends = "base.toml"\n[[checks]]\nid = "house/a"\nmessage = "own"\npattern = "tide"\n',
    )
    assert "warning[house/a]: own" in run(site, "check").stdout


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"contentlint.toml": 'extends = "a.toml"\n'}, "contentlint.toml:1: `extends`: `a.toml` not found"),
        (
            {"contentlint.toml": '\nextends = "a.toml"\n', "a.toml": 'extends = "b.toml"\n', "b.toml": 'extends = ["contentlint.toml"]\n'},
            "b.toml:1: `extends`: cycle: contentlint.toml → a.toml → b.toml → contentlint.toml",
        ),
        ({"contentlint.toml": 'extends = "contentlint.toml"\n'}, "contentlint.toml:1: `extends`: cycle: contentlint.toml → contentlint.toml"),
        ({"contentlint.toml": 'extends = "a.toml"\n', "a.toml": 'prest = "all"\n'}, "a.toml:1: unknown key `prest`; did you mean `preset`?"),
        ({"contentlint.toml": "extends = 3\n"}, "contentlint.toml:1: `extends` must be a list"),
        (
            {"contentlint.toml": 'extends = "no-such-style"\n'},
            "contentlint.toml:1: `extends`: `no-such-style` is neither a file nor an installed package with a `contentlint.toml`; for a file, write `./no-such-style`",
        ),
    ],
)  # fmt: skip
def test_a_mistake_is_one_line(site: Path, files: dict[str, str], said: str) -> None:
    for name, text in files.items():
        write(site, name, text)
    assert error(site, "check") == said


def test_nothing_outside_of_the_project_is_extended(site: Path) -> None:
    outside = site.parent / f"{site.name}-outside"
    write(outside, "base.toml", 'preset = "all"\n')
    subprocess.run(["git", "init", "-q"], cwd=site, check=True)
    write(site, "contentlint.toml", f'extends = "../{outside.name}/base.toml"\n')
    assert error(site, "check").endswith("cannot be read: it is outside the project")
    (site / "base.toml").symlink_to(outside / "base.toml")
    write(site, "contentlint.toml", 'extends = "base.toml"\n')
    assert error(site, "check") == (
        "contentlint.toml:1: `extends`: `base.toml` cannot be read: it is outside the project"
    )


def test_an_installed_package_is_extended_with_its_files(site: Path) -> None:
    packages = site.parent / f"{site.name}-packages"
    write(packages, "house_style/__init__.py", "raise RuntimeError('imported')\n")
    write(
        packages,
        "house_style/contentlint.toml",
        '[plugins]\nhouse = "lint"\n[[collections]]\nname = "posts"\ninclude = ["posts/*.md"]\nschema = "post.json"\n',
    )
    write(packages, "house_style/post.json", '{"properties": {"title": {"minLength": 9}}}')
    write(packages, "house_style/lint/no_shouting.py", RULE)
    write(site, "contentlint.toml", 'extends = "house-style"\n')
    write(site, "posts/a.md", "---\ntitle: Low\n---\n\n<h2>LOW TIDE</h2>\n")
    subprocess.run(["git", "init", "-q"], cwd=site, check=True)
    done = with_path(
        site, packages, "check", "--format", "concise", "--select", "house,front-matter"
    )
    assert "posts/a.md:2:8: error[front-matter/" in done.stdout, done.stderr
    assert "posts/a.md:5:1: warning[house/no-shouting]" in done.stdout
    # A package of the working directory is none.
    write(site, "house_style/contentlint.toml", 'preset = "all"\n')
    assert "neither a file nor an installed package" in error(site, "check")


def test_the_same_with_and_without_the_cache(site: Path) -> None:
    write(site, "base.toml", '[rules]\n"html" = "info"\n')
    write(site, "contentlint.toml", 'extends = "base.toml"\n')
    first = run(site, "check", "--format", "concise").stdout
    assert "info[html/" in first
    assert "info[html/" in run(site, "check", "--format", "concise").stdout
    write(site, "base.toml", '[rules]\n"html" = "warning"\n')
    assert "warning[html/" in run(site, "check", "--format", "concise").stdout
