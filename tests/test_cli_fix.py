"""`--fix`, `--unsafe-fixes` and `--diff`: real processes on real files."""

import json
import os
import re
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import forking
import pytest

from contentlint.cache.place import cache_folder
from contentlint.cli import check, next_steps
from contentlint.core.finding import Excerpt, Finding, Report
from contentlint.core.source import Span

# A stray end tag and a date, which have safe fixes, and a misspelled key, which has an unsafe one.
BAD = "---\ntitle: Low\nauther: Mara\ndate: Mon, 18 Mar 2024 02:15:40 GMT\n---\n\n<p>潮</b></p>\r\n"
SAFE = BAD.replace("Mon, 18 Mar 2024 02:15:40 GMT", "2024-03-18T02:15:40Z").replace("</b>", "")
ALL = SAFE.replace("auther", "author")


class Result:
    """The output of a run, as bytes and as text, and its exit status."""

    def __init__(self, done: "subprocess.CompletedProcess[bytes]") -> None:
        self.status, self.data = done.returncode, done.stdout
        self.out, self.err = done.stdout.decode("utf-8", "replace"), done.stderr.decode()
        assert "Traceback" not in self.out + self.err


def run(folder: Path, *arguments: str, stdin: bytes = b"", limit: int | None = None) -> Result:
    """Run `contentlint`; `limit` is the maximum size in bytes of a file that it writes."""
    if limit is None:
        return Result(forking.run(list(arguments), folder, stdin=stdin))
    command = [sys.executable, "-X", "utf8", "-m", "contentlint", *arguments]
    done = subprocess.run(
        command,
        cwd=folder,
        input=stdin,
        capture_output=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
    )
    return Result(done)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "a.md").write_bytes(BAD.encode())
    (tmp_path / "b.md").write_bytes(b"---\ntitle: High\n---\n\nHigh tide.\n")
    return tmp_path


def text(file: Path) -> str:
    return file.read_bytes().decode()


def fixable(result: Result) -> list[str]:
    """The line about possible fixes in the footer."""
    return [line for line in result.out.splitlines() if re.match(r"\d+ fixable", line)]


def test_the_footer_has_the_number_of_fixes(site: Path) -> None:
    assert fixable(run(site)) == [
        "2 fixable with `contentlint check --fix`, 1 more with `--unsafe-fixes`; review the changes",
    ]
    keys = run(site, "--select", "front-matter/unknown-field", "a.md")
    rest = "--fix --unsafe-fixes --select front-matter/unknown-field a.md"
    assert fixable(keys) == [f"1 fixable with `contentlint check {rest}`; review the changes"]
    assert fixable(run(site, "b.md")) == []
    assert text(site / "a.md") == BAD


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")
@pytest.mark.parametrize(
    "arguments",
    [
        ("low tide's",),
        ("./low tide's", "--limit", "1", "--fail-on=never", "--color=always", "--select=html"),
        (
            "--config",
            'rules."front-matter" = "off"',
            "--isolated",
            "--jobs",
            "2",
            "low tide's/a.md",
        ),
        ("--ignore", "front-matter,file", "--group-by", "author", "--confidence", "low"),
        ("--quiet", "--force-exclude", "--no-python-schemas", "--", "-low.md", "low tide's"),
    ],
)
def test_the_command_in_the_footer_applies_the_fixes(
    site: Path, arguments: tuple[str, ...]
) -> None:
    (site / "low tide's").mkdir()
    (site / "a.md").rename(site / "low tide's/a.md")
    (site / "-low.md").write_bytes(BAD.encode())
    lines = fixable(run(site, *(word for word in arguments if word != "--quiet")))
    command = lines[0].split("`")[1]
    (site / "contentlint").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m contentlint "$@"\n')
    (site / "contentlint").chmod(0o755)
    path = f"{site}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        command, shell=True, cwd=site, env={**os.environ, "PATH": path}, capture_output=True
    )
    assert done.returncode == 0, done.stderr
    number = int(lines[0].split()[0])
    assert f"{number} fixed\n" in done.stdout.decode()
    assert all("check --fix --unsafe-fixes" in line for line in fixable(run(site, *arguments)))


def test_the_footer_has_no_command_that_cannot_be_copied(site: Path) -> None:
    more = "1 more with `--unsafe-fixes`; review the changes"
    assert fixable(run(site, "-", stdin=BAD.encode())) == [f"2 fixable with `--fix`, {more}"]
    names = [f"{number}.md" for number in range(30)]
    for name in names:
        (site / name).write_bytes(b"---\ntitle: High\n---\n\nHigh tide.\n")
    # Of many files, only those with fixes are named, if these are few.
    lines = fixable(run(site, *names, "a.md"))
    assert lines == [f"2 fixable with `contentlint check --fix a.md`, {more}"]
    for name in names:
        (site / name).write_bytes(BAD.encode())
    assert fixable(run(site, *names))[0].startswith("60 fixable with `--fix`, 30 more")
    if os.name != "nt":
        (site / "a\x1b.md").write_bytes(BAD.encode())
        assert fixable(run(site, "a\x1b.md")) == [f"2 fixable with `--fix`, {more}"]


MANUAL = """\
repos:
  - repo: https://example.org/contentlint
    rev: v1
    hooks: [{id: contentlint}, {id: contentlint-fix, stages: [manual]}]
"""


@pytest.mark.parametrize(
    ("hooks", "command"),
    [
        (MANUAL, "`pre-commit run contentlint-fix --hook-stage manual --files a.md`"),
        (
            MANUAL.replace("stages: [manual]", "alias: mend-it"),
            "`pre-commit run mend-it --files a.md`",
        ),
        (MANUAL.replace("stages: [manual]", "alias: --help"), "the hook `contentlint-fix`"),
        (MANUAL.replace("-fix", "-other"), "the hook `contentlint-fix`"),
        ("repos: [1, {hooks: 7}, {hooks: [x]}]", "the hook `contentlint-fix`"),
        ("{", "the hook `contentlint-fix`"),
        (None, "the hook `contentlint-fix`"),
    ],
)
def test_after_a_hook_pre_commit_applies_the_fixes(
    site: Path, hooks: str | None, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if hooks is not None:
        (site / ".pre-commit-config.yaml").write_text(hooks)
    monkeypatch.setenv("PRE_COMMIT", "1")
    # As in a hook, whose own environment comes first.
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}/usr/bin")
    result = run(site, "a.md", "b.md")
    assert fixable(result) == [f"2 fixable with {command}, 1 more with unsafe fixes"]
    assert "contentlint explain" not in result.out


def test_a_command_starts_the_program_as_it_was_started(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/usr/bin")
    monkeypatch.setattr(sys, "argv", ["../.venv/bin/contentlint"])
    (site / "a.md").write_text(BAD.replace("auther", "author"))
    monkeypatch.chdir(site)
    given = check.parser().parse_args(["a.md"])
    found = Finding(
        path="a.md",
        line=1,
        column=1,
        end_line=1,
        end_column=2,
        rule="html/stray-end-tag",
        severity="error",
        confidence="high",
        message="`</b>` has no matching start tag; remove it",
        help=None,
        fix=None,
        related=(),
        excerpt=Excerpt("</b>", 1),
        span=Span(0, 4),
        fingerprint="0123456789abcdef",
    )
    report = Report((found,), 1, 0.0)
    assert next_steps.commands(given, report, site).explain == "../.venv/bin/contentlint explain"
    monkeypatch.setattr(sys, "argv", ["/somewhere/contentlint/__main__.py"])
    monkeypatch.setattr(sys, "orig_argv", ["python3.11", "-m", "contentlint", "a.md"])
    assert next_steps.commands(given, report, site).explain == "python3.11 -m contentlint explain"


def test_fix_applies_safe_fixes_and_reports_remaining_findings(site: Path) -> None:
    before = (site / "b.md").stat()
    result = run(site, "--fix")
    assert result.status == 0
    assert text(site / "a.md") == SAFE
    assert "front-matter/unknown-field" in result.out
    assert "html/stray-end-tag" not in result.out
    assert "\n2 fixed\n" in result.out
    rest = "1 fixable with `contentlint check --fix --unsafe-fixes`; review the changes"
    assert fixable(result) == [rest]
    after = (site / "b.md").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_unsafe_fixes(site: Path) -> None:
    result = run(site, "--fix", "--unsafe-fixes")
    assert text(site / "a.md") == ALL
    assert "in 2 files, checked in" in result.out
    assert result.out.splitlines()[-2].startswith("no findings left in")
    assert result.out.splitlines()[-1] == "3 fixed"
    alone = run(site, "--unsafe-fixes")
    assert alone.status == 2
    assert "--unsafe-fixes needs --fix or --diff" in alone.err


def test_the_exit_status_depends_on_remaining_findings(site: Path) -> None:
    assert run(site, "--fix", "--fail-on", "warning").status == 1
    assert run(site, "--fix", "--unsafe-fixes", "--fail-on", "info").status == 0
    (site / "a.md").write_text("<div>low\n")
    assert run(site, "--fix").status == 1


def test_only_the_rules_that_run_are_fixed(site: Path) -> None:
    run(site, "--fix", "--select", "html")
    assert text(site / "a.md") == BAD.replace("</b>", "")


def test_json_has_the_number_of_applied_fixes(site: Path) -> None:
    data = json.loads(run(site, "--fix", "--format", "json").out)
    assert data["summary"]["fixed"] == 2
    assert data["summary"]["fixable"] == {"safe": 0, "unsafe": 1}


def test_the_cache_has_the_findings_of_the_fixed_file(site: Path) -> None:
    assert "html/stray-end-tag" in run(site).out
    run(site, "--fix")
    place = cache_folder(site)
    assert place is not None
    assert place.exists()
    assert "html/stray-end-tag" not in run(site).out
    (site / "a.md").write_bytes(BAD.encode())
    assert "html/stray-end-tag" in run(site).out
    assert "\n2 fixed\n" in run(site, "--fix").out


def test_diff_prints_the_changes_and_writes_nothing(site: Path) -> None:
    before = (site / "a.md").stat()
    result = run(site, "--diff")
    assert result.status == 1
    after = (site / "a.md").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert result.err == "contentlint: 2 fixes in 1 of 2 files; no files were written\n"
    assert result.out.splitlines()[:2] == ["--- a/a.md", "+++ b/a.md"]
    assert run(site, "--diff", "b.md").status == 0
    assert run(site, "--diff", "b.md", "-q").err == ""


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_git_applies_the_diff(site: Path) -> None:
    (site / "a.md").write_bytes(BAD.encode() + b"low</i>")
    diff = run(site, "--diff").data
    subprocess.run(["git", "apply"], cwd=site, input=diff, check=True)
    assert text(site / "a.md") == SAFE + "low"


def test_diff_overrides_fix_and_rejects_a_format(site: Path) -> None:
    result = run(site, "--diff", "--fix", "--unsafe-fixes")
    assert "+author: Mara" in result.out
    assert text(site / "a.md") == BAD
    rejected = run(site, "--diff", "--format", "json")
    assert rejected.status == 2
    assert "--diff prints no report" in rejected.err


def test_diff_marks_a_missing_line_ending_and_has_color_on_request(site: Path) -> None:
    (site / "a.md").write_bytes("low</b> a\u2028b\x0c tide".encode())
    result = run(site, "--diff", "a.md")
    assert result.out.split("\n")[3:] == [
        "-low</b> a\u2028b\x0c tide",
        "\\ No newline at end of file",
        "+low a\u2028b\x0c tide",
        "\\ No newline at end of file",
        "",
    ]
    assert "\x1b[32m+low" in run(site, "--diff", "--color", "always", "a.md").out


def test_fixed_stdin_is_written_to_stdout(site: Path) -> None:
    result = run(site, "-", "--fix", "--stdin-filename", "posts/n.md", stdin=BAD.encode())
    assert result.data == SAFE.encode()
    assert result.status == 0
    assert "posts/n.md\n  3:1: warning[front-matter/unknown-field]" in result.err
    assert "2 fixed" in result.err
    assert run(site, "-", "--fix", "-q", stdin=b"low tide\r\n").data == b"low tide\r\n"
    assert run(site, "-", "--fix", "-q", stdin=b"caf\xe9 </b>").data == b"caf\xe9 </b>"
    diff = run(site, "-", "--diff", stdin=BAD.encode())
    assert (diff.status, diff.out.splitlines()[0]) == (1, "--- a/stdin.md")


def test_an_unwritable_file_is_reported_and_the_others_are_fixed(site: Path) -> None:
    (site / "c.md").write_bytes(BAD.encode())
    (site / "a.md").chmod(0o444)
    result = run(site, "--fix", "--format", "concise", "-q")
    assert result.status == 1
    assert "a.md:1:1: error[lint/fix-failed]: file not fixed: it is read-only" in result.out
    # Its findings are still reported as fixable.
    assert "a.md:7:5: error[html/stray-end-tag]" in result.out
    assert text(site / "a.md") == BAD
    assert text(site / "c.md") == SAFE


def test_a_full_disk_leaves_the_file_unchanged(site: Path) -> None:
    result = run(site, "--fix", "--no-cache", "a.md", limit=20)
    assert result.status == 1
    assert "a.md\n  1:1: error[lint/fix-failed]: file not fixed: file too large" in result.out
    assert text(site / "a.md") == BAD
    assert sorted(path.name for path in site.iterdir()) == ["a.md", "b.md"]


def test_byte_order_marks_and_line_endings_are_kept(site: Path) -> None:
    # Without `file/bom`, which would remove the mark.
    content = "\ufeff" + BAD.replace("\r\n", "\n").replace("\n", "\r\n") + "\tx\u0085 last"
    (site / "a.md").write_bytes(content.encode())
    run(site, "--fix", "--select", "html")
    assert text(site / "a.md") == content.replace("</b>", "")


def test_configuration_changes_the_safety_of_fixes(site: Path) -> None:
    (site / "contentlint.toml").write_text(
        'extend-safe-fixes = ["front-matter/unknown-field"]\n'
        'extend-unsafe-fixes = ["html", "front-matter/date-format"]\n'
    )
    [line] = fixable(run(site))
    assert re.findall(r"\d+", line) == ["1", "2"]
    run(site, "--fix")
    assert text(site / "a.md") == BAD.replace("auther", "author")
    settings = run(site, "config", "show").out
    [line] = [line for line in settings.splitlines() if "html/stray-end-tag fixes" in line]
    assert line.split() == ["html/stray-end-tag", "fixes", "unsafe", "contentlint.toml:2"]
    # A rule's id overrides its category, and the command line overrides the file.
    more = 'extend-safe-fixes = ["html/stray-end-tag"]'
    assert "+<p>潮</p>" in run(site, "--diff", "--config", more).out
    (site / "contentlint.toml").write_text('\nextend-safe-fixes = ["html/stray-end-tagg"]\n')
    result = run(site)
    assert result.status == 2
    assert result.err == (
        "contentlint: error: contentlint.toml:2: unknown rule or category `html/stray-end-tagg`; "
        "did you mean `html/stray-end-tag`?\n"
    )


def test_help_and_explain_describe_fixing(site: Path) -> None:
    page = run(site, "check", "--help").out
    for words in ("--fix", "--unsafe-fixes", "--diff", "with --diff, 0 no changes"):
        assert words in page
    assert "is undone" in run(site, "explain", "lint/fix-failed").out


def test_a_file_with_lone_carriage_returns_is_fixed_when_its_line_endings_are(site: Path) -> None:
    content = b"Low\r\r```html\r<b>x</i>\r```\r\r<p>tide</p></div>\r"
    for select, after in (
        (("html",), content),
        (
            ("html", "file/mixed-line-endings"),
            content.replace(b"\r", b"\n").replace(b"</div>", b""),
        ),
    ):
        (site / "a.md").write_bytes(content)
        run(site, "--fix", *(f"--select={name}" for name in select))
        assert (site / "a.md").read_bytes() == after
