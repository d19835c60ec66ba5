"""Untrusted text reaches terminals and CI runners only as text, never as commands."""

import json
import os
import re
import subprocess
import sys
import unicodedata
from pathlib import Path
from xml.etree import ElementTree

import forking
import pytest

from contentlint.cli import streams
from contentlint.cli.streams import harmless, one_line, unexpected
from contentlint.engine.guard import circumstances
from contentlint.reporters import formats

if os.name != "posix":
    pytest.skip("names of files have line ends on POSIX alone", allow_module_level=True)

CASTAWAY = "wreck\n::stop-commands::gull\n \x1b[31m\x9b\u202e\u2028::set-output name=a::b.md"
BODY = (
    "---\ntitle: Wreck\n---\n\n ::error::gull</b>\n\n::stop-commands::gull</b>\n\n"
    "##[group]gull</b>\n\n#\ufe0f#[add-mask]gull</b>\n\n##vso[task.complete]gull</b>\n"
)

COMMANDS = (
    ("check", "--no-cache", "--format", "text"),
    ("check", "--no-cache", "--format", "concise", "--group-by", "title"),
    ("config", "show", "--files"),
    ("config", "show"),
    ("cache", "explain"),
    ("config", "show", "--config", 'exclude = ["\u202e\x1b[0m"]'),
    ("check", "no\n::error::such\x1b[31m"),
    ("check", "--changed=no\n::error::ref\u2028"),
    ("check", "--select", "no\n::error::rule"),
    ("check", "--no\n::error::option"),
    ("check", "--format", "no\n::error::format"),
    ("ch\n::error::eck",),
    ("schema", "no\n::error::command"),
    ("baseline", "write"),
    ("schema", "show", CASTAWAY),
    ("schema", "infer", "."),
    ("credits",),
    ("explain", "no\n::error::rule"),
)


def contentlint(
    folder: Path, *arguments: str, **changes: str
) -> subprocess.CompletedProcess[bytes]:
    plain = {k: v for k, v in os.environ.items() if k not in ("GITHUB_ACTIONS", "FORCE_COLOR")}
    env = {**plain, **changes}
    # A fork does not choose the encoding of its streams, and has those of UTF-8.
    if "PYTHONIOENCODING" in changes or not hasattr(os, "fork"):
        command = [sys.executable, "-m", "contentlint", *arguments]
        return subprocess.run(command, cwd=folder, capture_output=True, check=False, env=env)
    return forking.run_on_pipes(list(arguments), folder, env)


@pytest.fixture
def wreck(tmp_path: Path) -> Path:
    (tmp_path / CASTAWAY).write_text(BODY, "utf-8")
    (tmp_path / "pier\n::warning::gull.md").symlink_to("/etc/hostname")
    (tmp_path / "[x]").mkdir()
    (tmp_path / "##[group]").mkdir()
    (tmp_path / "##[group]/a.md").write_text(BODY, "utf-8")
    return tmp_path


def commands(text: str) -> list[str]:
    """The lines that the GitHub runner treats as commands."""
    # The comparison ignores characters without collation weight.
    seen = "".join(c for c in text if unicodedata.category(c) not in ("Cf", "Mn"))
    lines = re.split("\r\n|[\r\n]", seen)
    return [line for line in lines if line.lstrip().startswith("::") or "##[" in line]


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_no_line_drives_a_terminal_or_a_runner(wreck: Path, arguments: tuple[str, ...]) -> None:
    done = contentlint(wreck, *arguments, GITHUB_ACTIONS="true")
    for stream in (done.stdout, done.stderr):
        text = stream.decode("utf-8")
        assert not commands(text)
        assert "vso[" not in text.replace("\\vso[", "")
        assert not re.search("[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e]", text)
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("name", [name for name in formats() if name != "github"])
def test_no_report_has_a_command(wreck: Path, name: str) -> None:
    done = contentlint(wreck, "check", "--no-cache", "--format", name, GITHUB_ACTIONS="true")
    text = done.stdout.decode("utf-8")
    assert not commands(text)
    if name in ("json", "sarif", "gitlab"):
        json.loads(text)
    elif name in ("junit", "checkstyle"):
        assert "##[group]/a.md" in {
            value
            for element in ElementTree.fromstring(text).iter()
            for value in element.attrib.values()
        }


def test_text_that_is_not_a_command_is_unchanged() -> None:
    for text in ("a::b::", "::before", "C++ std::move(x)", "# a\n## b\n", "#[a]", "1 ## 2"):
        assert harmless(text) == text
    assert harmless("\u3000::error::x\n\v::a::b\n") == "\u3000\\::error::x\n\v\\::a::b\n"
    assert harmless("x ##[group]y") == "x ##\\[group]y"
    assert one_line("tide · 潮") == "tide · 潮"


def test_outside_a_pipeline_excerpts_are_unchanged(wreck: Path) -> None:
    (wreck / "x.md").write_text("---\ntitle: Low\n---\n\nlow\n##[group]gull</q>\n")
    done = contentlint(wreck, "check", "--no-cache", "--format", "text", "x.md")
    assert "| ##[group]gull</q>" in done.stdout.decode("utf-8")


def test_an_article_cannot_begin_commands_again(wreck: Path) -> None:
    tokens = set()
    for _ in range(2):
        done = contentlint(wreck, "check", "--no-cache", GITHUB_ACTIONS="true")
        lines = done.stdout.decode("utf-8").splitlines()
        [stop] = [at for at, line in enumerate(lines) if line.startswith("::stop-commands::")]
        token = lines[stop].removeprefix("::stop-commands::")
        assert lines[-1] == f"::{token}::"
        assert all(token not in line for line in lines[stop + 1 : -1])
        assert all(line.startswith(("::error file=", "::warning file=")) for line in lines[:stop])
        tokens.add(token)
    assert len(tokens) == 2


def test_a_patch_in_a_pipeline_is_no_command_and_can_be_applied(tmp_path: Path) -> None:
    for name in ("a.md", "b \t\x07.md"):
        (tmp_path / name).write_text(BODY, "utf-8")
    done = contentlint(
        tmp_path, "check", "--no-cache", "--diff", "--ignore", "markdown", GITHUB_ACTIONS="true"
    )
    token = ""
    for line in done.stdout.decode("utf-8").splitlines():
        if line.startswith("::stop-commands::"):
            token = line.removeprefix("::stop-commands::")
        elif line == f"::{token}::":
            token = ""
        else:
            assert token
    assert not token
    subprocess.run(["git", "apply"], input=done.stdout, cwd=tmp_path, check=True)
    for name in ("a.md", "b \t\x07.md"):
        assert (tmp_path / name).read_text("utf-8") == BODY.replace("</b>", "")


ENCODINGS = ("ascii", "latin-1", "cp1252")
MACHINE_FORMATS = [name for name in formats() if name not in ("text", "concise")]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        # Each format with one encoding and each encoding with one format; all pairs would be slow.
        pytest.param(name, encoding, marks=[] if (row - column) % 3 == 0 else [pytest.mark.slow])
        for row, name in enumerate(MACHINE_FORMATS)
        for column, encoding in enumerate(ENCODINGS)
    ],
)
def test_reports_are_utf8_whatever_the_locale(tmp_path: Path, name: str, encoding: str) -> None:
    (tmp_path / "潮é.md").write_text("---\ntitle: 潮\n---\n\n<潮>é</b>\n", "utf-8")
    reported = []
    for changes in (
        {"PYTHONUTF8": "1"},
        {
            "PYTHONUTF8": "0",
            "PYTHONCOERCECLOCALE": "0",
            "LC_ALL": "C",
            "PYTHONIOENCODING": encoding,
        },
    ):
        done = contentlint(tmp_path, "check", "--no-cache", "--format", name, **changes)
        assert done.returncode == 1, done.stderr
        text = done.stdout.decode("utf-8")
        text = re.sub(r"\b[0-9a-f]{32}(?=\b|::)", "", text) if name == "github" else text
        reported.append(re.sub(r"\d+\.\d+ s\b|time=\"[\d.]+\"|\d\d:\d\d(:\d\d)?", "", text))
    assert reported[0] == reported[1]


class _Mute(Exception):
    def __str__(self) -> str:
        raise RuntimeError


def test_a_failure_is_reported_whatever_the_exception_is() -> None:
    for error in (
        _Mute(),
        type("Tide\n::error::\x1b[31m", (Exception,), {})("low"),
        RecursionError(),
        MemoryError(),
    ):
        assert "report this bug: " in circumstances(error)
        assert "\n" not in unexpected(error)


def test_a_file_is_not_read_by_a_runner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    with (tmp_path / "log").open("w") as file:
        assert not streams.is_read_by_a_runner(file)
    with open(os.devnull, "w") as file:  # noqa: PTH123  # no path
        assert streams.is_read_by_a_runner(file)
    monkeypatch.delenv("GITHUB_ACTIONS")
    with open(os.devnull, "w") as file:  # noqa: PTH123  # no path
        assert not streams.is_read_by_a_runner(file)
