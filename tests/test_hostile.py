"""Hostile input: no traceback, limited time and memory, and a finding that names it."""

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

if os.name != "posix":
    pytest.skip("limits of processes are POSIX's", allow_module_level=True)

import resource

from hostile import HEAD, HEAVY, LARGE, LIMIT, SMALL, Run, article, contentlint, environment, write

from contentlint.reporters import formats

JSON = ("--no-cache", "--format", "json")
UNREADABLE = "lint/unreadable-file"
IS_ROOT = os.geteuid() == 0
LIGHT = [name for name in SMALL if name not in HEAVY]
slow = pytest.mark.slow


# --- contents


@pytest.fixture(scope="module")
def reported(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """One run over all contents, with two workers."""
    folder = write(tmp_path_factory.mktemp("hostile"), {name: SMALL[name] for name in LIGHT})
    # Articles of a collection must have front matter, so an empty file misses required fields.
    (folder / "contentlint.toml").write_text(
        '[[collections]]\nname = "empty"\ninclude = ["empty.md"]\nschema = "hexo"\n'
    )
    result = contentlint(folder, "check", "--jobs", "2", *JSON)
    assert not (folder / "owned").exists()
    return result


@pytest.mark.slow
@pytest.mark.parametrize("name", LIGHT)
def test_hostile_content_is_reported(reported: Run, name: str) -> None:
    assert reported.code == 1
    rule = SMALL[name][1]
    if rule is None:
        assert not reported.rules(name) & {UNREADABLE, LIMIT}
    else:
        assert rule in reported.rules(name)


@slow
@pytest.mark.parametrize("name", [*HEAVY, *LARGE])
def test_hostile_content_is_checked_within_limits(tmp_path: Path, name: str) -> None:
    content = {**SMALL, **LARGE}[name]
    write(tmp_path, {name: content})
    result = contentlint(tmp_path, "check", *JSON, name)
    assert result.code in (0, 1)
    if content[1] not in (None, "front-matter/missing-block"):
        assert content[1] in result.rules(name)


ON_STDIN = (
    "alias-bomb.md",
    "deep-div.html",
    "utf16.md",
    "binary.md",
    "comments.html",
    "numbers.md",
)


@slow
@pytest.mark.parametrize("name", ON_STDIN)
def test_a_content_on_stdin(tmp_path: Path, name: str) -> None:
    content = SMALL[name][0]
    data = content if isinstance(content, bytes) else content.encode()
    for arguments in (("--format", "json"), ("--fix",), ("--diff",)):
        result = contentlint(tmp_path, "-", "--stdin-filename", name, *arguments, stdin=data)
        assert result.code in (0, 1)


@slow
def test_all_contents_in_a_page_and_a_log_and_fixed(tmp_path: Path) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    write(articles, SMALL)
    reports = [word for form in formats() for word in ("--format", form, "--output", f"../{form}")]
    assert contentlint(articles, "check", "--no-cache", "--jobs", "2", *reports).code == 1
    assert "<!doctype html>" in (tmp_path / "html").read_text("utf-8")
    assert json.loads((tmp_path / "sarif").read_text("utf-8"))["runs"]
    assert ElementTree.parse(tmp_path / "junit").getroot() is not None
    # Tens of thousands of fixes in one file exceed the time limit.
    in_time = ("--config", "limits.seconds = 2.0")
    fixed = contentlint(articles, "check", "--fix", *in_time, *JSON, seconds=200)
    assert fixed.code == 1
    assert "file/encoding" in fixed.rules("utf16.md")
    assert (articles / "binary.md").read_bytes() == SMALL["binary.md"][0]


# --- limits


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(article("low " * 100))
    (tmp_path / "b.md").write_text(article("low"))
    with (tmp_path / "huge.md").open("wb") as file:
        file.truncate(2**40)
    (tmp_path / "contentlint.toml").write_text("limits.file-size = 300\n")
    for jobs in ("1", "2"):
        result = contentlint(tmp_path, "check", "--jobs", jobs, *JSON)
        reported = {f["path"]: f["message"] for f in result.findings if f["rule"] == LIMIT}
        assert reported == {
            "a.md": "file is too large: 442 bytes, limit 300 (`limits.file-size`)",
            "huge.md": "file is too large: 1,099,511,627,776 bytes, limit 300 (`limits.file-size`)",
        }
    fixed = contentlint(tmp_path, "check", "--fix", *JSON, "a.md")
    assert fixed.rules("a.md") == {LIMIT}
    stdin = contentlint(tmp_path, "-", "--format", "json", stdin=b"x" * 301)
    assert stdin.rules("stdin.md") == {LIMIT}


def test_too_many_findings_are_counted(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(article("<p>low</b></p>\n\n" * 20))
    (tmp_path / "contentlint.toml").write_text("limits.findings = 5\n")
    for _ in range(2):  # from the cache as well
        result = contentlint(tmp_path, "check", "--format", "json")
        *reported, last = result.findings
        assert [f["rule"] for f in reported] == ["html/stray-end-tag"] * 5
        assert (last["rule"], last["severity"], last["line"]) == (LIMIT, "error", 16)
        assert last["message"] == (
            "too many findings: 20, limit 5 (`limits.findings`); 15 not reported"
        )
    assert contentlint(tmp_path, "check", "--fix", "--no-cache").code == 0
    assert "</b>" not in (tmp_path / "a.md").read_text()


def test_levels_are_counted(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(article("> > > > low\n"))
    (tmp_path / "b.md").write_text(article("- a\n  - b\n    > c\n"))
    (tmp_path / "c.md").write_text("---\ntitle: x\na: {b: {c: {d: e}}}\n---\n\nx\n")
    (tmp_path / "d.md").write_text(article("<ul>" + "<li>low" * 9 + "</ul>"))
    (tmp_path / "contentlint.toml").write_text("limits.depth = 3\n")
    result = contentlint(tmp_path, "check", *JSON)
    reported = [(f["path"], f["line"], f["column"], f["rule"]) for f in result.findings]
    assert reported == [("a.md", 6, 7, LIMIT), ("c.md", 2, 1, "front-matter/invalid-syntax")]
    assert "too deep: limit 3 levels (`limits.depth`)" in result.findings[0]["message"]


# A schema is Python code of the site, so it can run forever. If it sees a limit of one hour, it makes
# the hour pass immediately.
SLOW = """\
import ctypes, signal, time
from pydantic import BaseModel, field_validator

class Post(BaseModel):
    title: str

    @field_validator("title")
    @classmethod
    def wait(cls, title: str) -> str:
        if "slow" in title:
            left, again = signal.getitimer(signal.ITIMER_REAL)
            if 3590 < left <= 3600:
                signal.setitimer(signal.ITIMER_REAL, 0.01, again)
            try:
                while True:
                    time.sleep(0.01)
            except Exception:
                pass
        if "native" in title:
            # Code that never returns to the interpreter, like a native parser.
            ctypes.PyDLL(None).sleep(1000)
            ctypes.PyDLL(None).sleep(1000)
            ctypes.PyDLL(None).sleep(1000)
            ctypes.PyDLL(None).sleep(1000)
        return title
"""


def slow_site(folder: Path, slow: str, seconds: float) -> None:
    (folder / "post.py").write_text(SLOW)
    (folder / "contentlint.toml").write_text(
        f'schema = "post.py:Post"\nlimits.seconds = {seconds}\n'
    )
    for index in range(6):
        title = slow if index == 2 else "Low"
        (folder / f"{index}.md").write_text(f"---\ntitle: {title}\n---\n\n<p>low</b></p>\n")


@pytest.mark.parametrize(
    "arguments", [("--jobs", "1"), pytest.param(("--jobs", "2"), marks=slow), ("--fix",)]
)
def test_a_file_that_takes_too_long_does_not_affect_others(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    slow_site(tmp_path, "slow", 3600.0)
    result = contentlint(tmp_path, "check", *arguments, *JSON)
    reported = {f["path"]: f["message"] for f in result.findings if f["rule"] == LIMIT}
    assert reported == {"2.md": "file not checked: it takes longer than 3600 s (`limits.seconds`)"}
    if "--fix" not in arguments:
        others = [f["path"] for f in result.findings if f["rule"] == "html/stray-end-tag"]
        assert others == ["0.md", "1.md", "3.md", "4.md", "5.md"]


# Quick when the file is checked, endless when it is checked again with its fixes.
ENDLESS_WHEN_FIXED = """\
import signal, time
from pathlib import Path
from pydantic import BaseModel, field_validator

class Post(BaseModel):
    title: str

    @field_validator("title")
    @classmethod
    def wait(cls, title: str) -> str:
        seen = Path("seen")
        if seen.exists():
            signal.setitimer(signal.ITIMER_REAL, 0.01)
            while True:
                time.sleep(0.01)
        seen.touch()
        return title
"""


def test_fixes_that_take_too_long_are_not_made(tmp_path: Path) -> None:
    (tmp_path / "post.py").write_text(ENDLESS_WHEN_FIXED)
    (tmp_path / "contentlint.toml").write_text('schema = "post.py:Post"\nlimits.seconds = 3600.0\n')
    before = "---\ntitle: Low\n---\n\n<p>low</b></p>\n"
    (tmp_path / "a.md").write_text(before)
    result = contentlint(tmp_path, "check", "--fix", *JSON)
    failed = [f["message"] for f in result.findings if f["rule"] == "lint/fix-failed"]
    assert len(failed) == 1
    assert failed[0].startswith("fix for `html/stray-end-tag` not applied")
    assert (tmp_path / "a.md").read_text() == before


@slow
def test_native_code_that_does_not_return_is_killed(tmp_path: Path) -> None:
    slow_site(tmp_path, "native", 3.0)
    result = contentlint(tmp_path, "check", "--jobs", "2", *JSON)
    assert result.rules("2.md") == {LIMIT}
    assert all(result.rules(f"{i}.md") == {"html/stray-end-tag"} for i in (0, 1, 3, 4, 5))


@pytest.mark.parametrize(
    "line", ["limits.depth = 0", "limits.depth = 101", "limits.seconds = 0.0", "max-depth = 0"]
)
def test_an_invalid_limit_is_rejected(tmp_path: Path, line: str) -> None:
    (tmp_path / "contentlint.toml").write_text(f"\n{line}\n")
    result = contentlint(tmp_path, "check")
    assert (result.code, result.err.count("\n")) == (2, 1)
    key = line.split()[0]
    assert f"contentlint.toml:2: `{key}` must be " in result.err


# --- isolation

FAILING = """\
import sys
from pydantic import BaseModel, field_validator

class Post(BaseModel):
    title: str

    @field_validator("title")
    @classmethod
    def fail(cls, title: str) -> str:
        if "memory" in title:
            bytearray(2**50)
        if "recursion" in title:
            cls.fail(title)
        if "lookup" in title:
            raise LookupError(title)
        return title
"""


def schema_site(folder: Path, *names: str) -> None:
    (folder / "post.py").write_text(FAILING)
    (folder / "contentlint.toml").write_text('schema = "post.py:Post"\n')
    for name in names:
        (folder / f"{name}.md").write_text(f"---\ntitle: secret-{name}\n---\n\n<p>low</b></p>\n")


@pytest.mark.parametrize("jobs", ["1", pytest.param("2", marks=slow)])
def test_a_failure_affects_one_file_and_does_not_reveal_its_text(tmp_path: Path, jobs: str) -> None:
    schema_site(tmp_path, "memory", "ebb")
    command = [sys.executable, "-m", "contentlint", "check", "--jobs", jobs, *JSON]
    result = subprocess.run(
        command, cwd=tmp_path, capture_output=True, check=False, env=environment()
    )
    assert result.returncode == 1
    assert b"Traceback" not in result.stdout + result.stderr
    assert b"secret" not in result.stdout
    found = json.loads(result.stdout)["findings"]
    assert [f["path"] for f in found if f["rule"] == "lint/limit-reached"] == ["memory.md"]
    assert [f["path"] for f in found if f["rule"] == "html/stray-end-tag"] == ["ebb.md"]


@pytest.mark.parametrize("jobs", ["1", pytest.param("2", marks=slow)])
@pytest.mark.parametrize(("name", "kind"), [("recursion", "Recursion"), ("lookup", "Lookup")])
def test_a_failing_validator_is_one_line(tmp_path: Path, name: str, kind: str, jobs: str) -> None:
    schema_site(tmp_path, name, "ebb")
    result = contentlint(tmp_path, "check", "--jobs", jobs, *JSON)
    assert (result.code, result.err.count("\n")) == (2, 1)
    assert "Traceback" not in result.err
    assert f"validator `fail` fails: {kind}Error: " in result.err
    assert "post.py:" in result.err


# --- special files


@pytest.fixture
def odd(tmp_path: Path) -> Path:
    """A folder with every type of file, under names of articles."""
    (tmp_path / "a.md").write_text(article("low"))
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "folder.md").mkdir()
    (tmp_path / "folder.md/inside.md").write_text(article("<p>low</b></p>"))
    (tmp_path / "dangling.md").symlink_to("nowhere")
    (tmp_path / "circle.md").symlink_to("circle.md")
    (tmp_path / "up").symlink_to(tmp_path)
    (tmp_path / "device.md").symlink_to("/dev/zero")
    (tmp_path / "locked.md").write_text(article("low"))
    (tmp_path / "locked.md").chmod(0)
    here = Path.cwd()
    os.chdir(tmp_path)  # a socket path has a limit of about 100 bytes
    try:
        listening = socket.socket(socket.AF_UNIX)
        listening.bind("socket.md")
        listening.close()
    finally:
        os.chdir(here)
    return tmp_path


@pytest.mark.parametrize(
    "arguments", [pytest.param(("--jobs", "1"), marks=slow), ("--jobs", "2"), ("--fix",)]
)
def test_special_files_are_reported_without_waiting(odd: Path, arguments: tuple[str, ...]) -> None:
    result = contentlint(odd, "check", *arguments, *JSON)
    reported = {f["path"]: f["message"] for f in result.findings if f["rule"] == UNREADABLE}
    assert reported.pop("locked.md", "") == (
        "" if IS_ROOT else "file cannot be read: Permission denied"
    )
    assert reported == {
        "circle.md": "file cannot be read: Too many levels of symbolic links",
        "dangling.md": "file cannot be read: No such file or directory",
        "pipe.md": "file cannot be read: it is a pipe, not a file; `-` reads stdin",
        "socket.md": "file cannot be read: it is a socket, not a file",
    }
    stray = [f["path"] for f in result.findings if f["rule"] == "html/stray-end-tag"]
    assert stray == ([] if "--fix" in arguments else ["folder.md/inside.md"])
    assert "symbolic links that point outside the folder, such as `device.md`" in result.err


@pytest.mark.parametrize("arguments", [(), ("--no-cache",), ("--fix",)])
def test_named_special_files_are_reported(odd: Path, arguments: tuple[str, ...]) -> None:
    names = ("pipe.md", "socket.md", "device.md")
    result = contentlint(odd, "check", "--format", "concise", *arguments, *names)
    assert result.code == 1
    assert all(f"{name}:1:1: error[{UNREADABLE}]" in result.out for name in names)
    assert result.out.count("not a file") == 3


def test_a_link_out_of_the_folder_is_followed_by_option(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared/b.md").write_text(article("<p>low</b></p>"))
    site = tmp_path / "site"
    (site / "posts").mkdir(parents=True)
    (site / "pages").mkdir()
    (site / "pages/a.md").write_text(article("low"))
    (site / "posts/shared").symlink_to(tmp_path / "shared")
    (site / "posts/b.md").symlink_to(tmp_path / "shared/b.md")
    (site / "posts/a.md").symlink_to("../pages/a.md")
    result = contentlint(site, "check", *JSON)
    assert (result.code, result.findings) == (0, [])
    assert (
        "2 symbolic links that point outside the folder, such as `posts/b.md`; `follow-links"
        in result.err
    )
    listed = contentlint(site, "config", "show", "--files", "posts")
    assert listed.out == "posts/a.md\n"  # which points to another part of the working directory
    followed = contentlint(site, "check", "--config", "follow-links = true", *JSON)
    assert [f["path"] for f in followed.findings] == ["posts/b.md", "posts/shared/b.md"]
    named = contentlint(site, "check", *JSON, "posts/b.md")
    assert [f["path"] for f in named.findings] == ["posts/b.md"]


# --- names

NAMES = (
    b"new\nline.md",
    b"quote\"'`.md",
    b"bidi\xe2\x80\xae\xe2\x81\xa6.md",
    b"escape\x1b[31m\x07.md",
    b"not-utf8-\xff\xfe.md",
    b"<b>&amp;]]>.md",
    b"::error title=x::%0A,.md",
    b"-dash.md",
    b"emoji \xf0\x9f\x91\x8d |[x](y).md",
)


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("names")
    try:
        for name in NAMES:
            (folder / os.fsdecode(name)).write_text(HEAD + "<p>low</b></p>\n")
    except OSError as error:
        pytest.skip(f"the file system takes no such names: {error}")
    reports = folder.with_name(f"{folder.name}-reports")
    reports.mkdir()
    pairs = [("--format", form, "--output", str(reports / form)) for form in formats()]
    arguments = [word for pair in pairs for word in pair]
    assert contentlint(folder, "check", "--no-cache", "--jobs", "2", *arguments).code == 1
    return folder


@pytest.mark.parametrize("form", formats())
def test_names_of_files_are_escaped_in_every_format(named: Path, form: str) -> None:
    out = (named.with_name(f"{named.name}-reports") / form).read_text("utf-8")
    for raw in ("\x1b[31m", "\x07", "\u202e", "\u2066", "new\nline", "\udcff", "\x00"):
        assert raw not in out, f"{raw!r} stands in the report"
    if form in ("json", "sarif", "gitlab"):
        assert json.loads(out)
    elif form == "jsonl":
        assert len([json.loads(line) for line in out.splitlines()]) >= len(NAMES)
    elif form in ("junit", "checkstyle"):
        assert ElementTree.fromstring(out) is not None
    elif form == "github":
        commands = [line for line in out.splitlines() if line.startswith("::error file=")]
        assert len(commands) == len(NAMES)
    elif form == "html":
        assert "<b>&amp;]]>" not in out
    elif form == "concise":
        assert len(out.splitlines()) >= len(NAMES)


@slow
def test_file_names_cannot_inject_output(named: Path) -> None:
    listed = contentlint(named, "config", "show", "--files", "--quiet")
    assert listed.code == 0
    assert contentlint(named, "check", "--quiet").code == 1
    assert contentlint(named, "cache", "explain").err.startswith("contentlint: cached: ")
    assert contentlint(named, "check", "--diff", "--quiet").code == 1


# --- changing files and full disks


@pytest.mark.slow
def test_files_that_change_and_vanish_meanwhile(tmp_path: Path) -> None:
    for index in range(200):
        (tmp_path / f"{index:03}.md").write_text(article("<p>low</b></p>"))
    stop = threading.Event()

    def disturb() -> None:
        turn = 0
        while not stop.is_set():
            file = tmp_path / f"{turn % 200:03}.md"
            if turn % 3 == 0:
                file.unlink(missing_ok=True)
            elif turn % 3 == 1:
                file.write_bytes(b"\xff" * (turn % 5000))
            else:
                file.write_text(article("<p>low</b></p>" * (turn % 40)))
            turn += 7
            time.sleep(0.0005)

    thread = threading.Thread(target=disturb)
    thread.start()
    try:
        for arguments in (("--jobs", "2"), ("--fix",)):
            assert contentlint(tmp_path, "check", *arguments, "--format", "json").code in (0, 1)
    finally:
        stop.set()
        thread.join()


def test_a_full_disk_is_reported_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(article("<p>low</b></p>"))
    report = contentlint(
        tmp_path, "check", "--no-cache", "--format", "json", "--output", "/dev/full"
    )
    assert (report.code, report.err.count("\n")) == (2, 1)
    assert "`/dev/full` cannot be written: no space left on device" in report.err
    with Path("/dev/full").open("wb") as full:
        out = contentlint(
            tmp_path,
            "check",
            "--no-cache",
            capture_output=False,
            stdout=full,
            stderr=subprocess.PIPE,
        )
    assert (out.code, out.err) == (2, "contentlint: error: stdout: No space left on device\n")
    with Path("/dev/full").open("wb") as full:
        err = contentlint(
            tmp_path, "nothing.md", capture_output=False, stderr=full, stdout=subprocess.PIPE
        )
    assert (err.code, err.out) == (2, "")


@pytest.mark.slow
def test_a_full_disk_costs_the_cache_and_no_finding(tmp_path: Path) -> None:
    for index in range(20):
        (tmp_path / f"{index}.md").write_text(article("<p>low</b></p>\n\n" * 20))

    def no_space() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    for jobs in ("1", "2"):
        result = contentlint(tmp_path, "check", "--jobs", jobs, "--format", "json", before=no_space)
        found = [f for f in result.findings if f["rule"] == "html/stray-end-tag"]
        assert (result.code, len(found)) == (1, 400)
    fixed = contentlint(tmp_path, "check", "--fix", "--no-cache", before=no_space)
    assert fixed.code in (0, 1)


@pytest.mark.slow
def test_a_full_disk_leaves_the_file_unchanged(tmp_path: Path) -> None:
    text = article("<p>low</b></p>\n\n" * 2000)
    (tmp_path / "a.md").write_text(text)

    def no_space() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    result = contentlint(tmp_path, "check", "--fix", *JSON, before=no_space)
    assert result.code == 1
    assert "lint/fix-failed" in result.rules("a.md")
    assert (tmp_path / "a.md").read_text() == text
    assert [p.name for p in tmp_path.iterdir()] == ["a.md"]


@pytest.mark.parametrize("form", ["text", *(pytest.param(f, marks=slow) for f in ("json", "html"))])
def test_a_reader_that_has_seen_enough(tmp_path: Path, form: str) -> None:
    (tmp_path / "a.md").write_text(article("<p>low</b></p>\n\n" * 1500))
    process = subprocess.Popen(
        [sys.executable, "-m", "contentlint", "check", "--no-cache", "--format", form],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.read(1)
    process.stdout.close()
    err = process.stderr.read()
    process.stderr.close()
    assert (process.wait(60), err) == (1, b"")


CLOSED = [(2,), *(pytest.param(c, marks=slow) for c in ((1,), (0,), (1, 2), (0, 1, 2)))]


@pytest.mark.parametrize("closed", CLOSED)
def test_streams_that_are_closed(tmp_path: Path, closed: tuple[int, ...]) -> None:
    (tmp_path / "a.md").write_text(article("<p>low</b></p>"))
    (tmp_path / "b.md").write_text(article("low"))

    def close() -> None:
        for stream in closed:
            os.close(stream)

    for arguments in (("a.md",), ("a.md", "b.md", "--jobs", "2"), ("a.md", "--output", "a.json")):
        result = contentlint(tmp_path, "check", "--no-cache", *arguments, before=close)
        assert result.code == 1, (arguments, result.err)
    assert contentlint(tmp_path, "gone.md", before=close).code == 2
    assert (tmp_path / "a.md").read_text() == article("<p>low</b></p>")
    assert json.loads((tmp_path / "a.json").read_text())["findings"]


def test_no_home_and_no_user(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(article("<p>low</b></p>"))
    path = {"PATH": os.environ["PATH"], "PYTHONPATH": os.environ.get("PYTHONPATH", "")}
    for variables in (path, {**path, "HOME": "/nowhere/at/all"}, {**path, "HOME": ""}):
        assert contentlint(tmp_path, "check", env=variables).code == 1
    assert contentlint(tmp_path, "check", "--fix", env=path).code == 0


def test_a_folder_that_is_gone(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    result = contentlint(gone, "check", before=gone.rmdir)
    assert result.code in (0, 2)
    assert result.err.count("\n") <= 1


@pytest.mark.skipif(IS_ROOT, reason="nothing is read-only to root")
def test_a_tree_that_is_read_only_by_its_permissions(tmp_path: Path) -> None:
    read_only(tmp_path)


def test_a_tree_that_is_read_only(tmp_path: Path) -> None:
    mounted = tmp_path / "mounted"
    mounted.mkdir()
    (tmp_path / "a.md").write_text(article("<p>low</b></p>"))
    inside = (
        f"mount -t tmpfs -o size=64k none {mounted} && cp {tmp_path}/a.md {mounted}/ && "
        f"mount -o remount,ro {mounted} && cd {mounted} && "
        f"{sys.executable} -m contentlint check --format json; echo $?; "
        f"{sys.executable} -m contentlint check --fix --format concise; echo $?"
    )
    command = ["unshare", "--mount", "--map-root-user", "sh", "-c", inside]
    try:
        result = subprocess.run(command, capture_output=True, check=False, env=environment())
    except OSError:
        pytest.skip("there is no unshare")
    if b"mount" in result.stderr or b"unshare" in result.stderr:
        pytest.skip("nothing may be mounted here")
    assert b"Traceback" not in result.stdout + result.stderr
    out = result.stdout.decode()
    assert '"html/stray-end-tag"' in out
    assert out.splitlines().count("1") == 2
    assert "lint/fix-failed" in out
    assert "ead-only" in out


def read_only(folder: Path) -> None:
    (folder / "a.md").write_text(article("<p>low</b></p>"))
    (folder / "a.md").chmod(0o444)
    folder.chmod(0o555)
    try:
        result = contentlint(folder, "check", "--format", "json")
        assert result.rules("a.md") == {"html/stray-end-tag"}
        fixed = contentlint(folder, "check", "--fix", "--format", "json")
        assert "lint/fix-failed" in fixed.rules("a.md")
    finally:
        folder.chmod(0o755)


# --- depth


@pytest.mark.slow
@pytest.mark.parametrize("sign", [">", "> ", "- ", "> - ", "1. "])
def test_levels_of_markdown_cost_no_square_of_memory(tmp_path: Path, sign: str) -> None:
    (tmp_path / "a.md").write_text(article(sign * (120_000 // len(sign)) + "low\n"))
    result = contentlint(
        tmp_path, "check", *JSON, "--select", "all", "--confidence", "low", memory=2**30
    )
    [reported] = [found for found in result.findings if found["rule"] == LIMIT]
    assert "limits.depth" in reported["message"]


def test_folders_too_deep_for_a_path_are_counted(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(article("<p>low</b></p>"))
    handle = os.open(tmp_path, os.O_RDONLY)
    for _ in range(30):
        os.mkdir("tide" * 50, dir_fd=handle)  # deeper than the maximum path length
        inner = os.open("tide" * 50, os.O_RDONLY, dir_fd=handle)
        os.close(handle)
        handle = inner
    os.close(handle)
    result = contentlint(tmp_path, "check", *JSON)
    assert result.rules("a.md") == {"html/stray-end-tag"}
    assert len(result.err.splitlines()) == 1
    assert "1 not readable: path too long" in result.err
