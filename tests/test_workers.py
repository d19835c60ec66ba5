"""Worker processes: the same report, a kill affects one file, and no process is left running."""

import json
import multiprocessing
import os
import re
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest
from test_cli import run

from contentlint.cache.place import VARIABLE
from contentlint.config.resolve import Request, load
from contentlint.engine import processes
from contentlint.engine.discover import discover
from contentlint.engine.run import check_each, check_files
from contentlint.engine.workers import start_safely

BAD = "---\ntitle: 潮 {}\ndate: 2024-03-18\nauthor: Mara\n---\n\n<p>low</b></p> 👍\n"

# A schema is Python code of the site, so it can kill its process like the out-of-memory killer.
MURDEROUS = """\
import os, signal
from pydantic import BaseModel, field_validator

class Post(BaseModel):
    title: str

    @field_validator("title")
    @classmethod
    def survive(cls, title: str) -> str:
        if "deadly" in title:
            os.kill(os.getpid(), signal.{signal})
        return title
"""

posix = pytest.mark.skipif(os.name == "nt", reason="there are no such signals")


def site(folder: Path, number: int) -> Path:
    (folder / "posts").mkdir()
    for index in range(number):
        (folder / f"posts/{index:04}.md").write_text(BAD.format(index), "utf-8")
    return folder


def findings(folder: Path, *arguments: str) -> list[dict[str, object]]:
    result = run(folder, "check", "--format", "json", "--no-cache", *arguments)
    assert result.returncode == 1, result.stderr
    return json.loads(result.stdout)["findings"]  # type: ignore[no-any-return]


def test_the_report_does_not_depend_on_them(tmp_path: Path) -> None:
    site(tmp_path, 70)
    (tmp_path / "posts/0007.md").write_bytes(b"\xff\xfe\x00")
    alone = run(tmp_path, "check", "--jobs", "1", "--no-cache", "--format", "json")
    assert len(json.loads(alone.stdout)["findings"]) == 70
    for arguments in (("--jobs", "3", "--no-cache"), ("--jobs", "2"), ("--jobs", "2")):
        several = run(tmp_path, "check", "--format", "json", *arguments)
        assert (several.returncode, several.stdout) == (alone.returncode, alone.stdout)


@pytest.mark.skipif(not processes.may_fork(), reason="workers that are not forked store no tables")
def test_tables_that_workers_make_are_stored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site(tmp_path, 80)
    for index, text in enumerate(
        (
            "<p>By Mara Inlet</p><p>Low.</p>",
            "![a](a.png)\n\n*Foto: Mara Inlet / Invented Agency*",
            "Originally published at [The Coast](https://example.org/a).",
            "[a](#b){.c}\n\n```js\nlow()\n```\n\n| a |\n|---|\n",
        )
    ):
        (tmp_path / f"posts/{index:04}.md").write_text(BAD.format(index) + text, "utf-8")

    def stored(jobs: str, caches: str) -> tuple[bytes, set[str]]:
        monkeypatch.setenv(VARIABLE, caches)
        assert run(tmp_path, "check", "-q", "--no-cache", "--jobs", jobs).returncode == 1
        [file] = (tmp_path / caches).glob("*/index.dat")
        data = file.read_bytes()
        return data, set(json.loads(data.splitlines()[0])[1])

    alone = stored("1", "alone")[1]
    first, keys = stored("2", "several")
    assert keys >= alone
    assert stored("2", "several")[0] == first


@posix
@pytest.mark.parametrize("name", ["SIGKILL", "SIGSEGV"])
def test_a_worker_that_is_killed_costs_the_file_that_killed_it(tmp_path: Path, name: str) -> None:
    site(tmp_path, 40)
    (tmp_path / "post.py").write_text(MURDEROUS.format(signal=name))
    (tmp_path / "contentlint.toml").write_text('schema = "post.py:Post"\n')
    for index in (3, 22):
        (tmp_path / f"posts/{index:04}.md").write_text(BAD.format("deadly"), "utf-8")
    found = findings(tmp_path, "--jobs", "2")
    reported = {f["path"]: f["message"] for f in found if f["rule"] == "lint/internal-error"}
    message = f"worker process ended while checking this file (killed by {name})"
    assert reported == {"posts/0003.md": message, "posts/0022.md": message}
    others = [f["path"] for f in found if f["rule"] == "html/stray-end-tag"]
    assert others == [f"posts/{index:04}.md" for index in range(40) if index not in (3, 22)]


@posix
def test_a_file_that_killed_a_worker_is_not_cached(tmp_path: Path) -> None:
    site(tmp_path, 4)
    (tmp_path / "post.py").write_text(MURDEROUS.format(signal="SIGKILL"))
    (tmp_path / "contentlint.toml").write_text('schema = "post.py:Post"\n')
    (tmp_path / "posts/0001.md").write_text(BAD.format("deadly"), "utf-8")
    for _ in range(2):
        result = run(tmp_path, "check", "--jobs", "2", "--format", "concise")
        assert "posts/0001.md:1:1: error[lint/internal-error]" in result.stdout
    assert run(tmp_path, "cache", "explain").stderr.startswith("contentlint: cached: 3 of 4 files")


def test_processes_that_are_started_anew_find_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = site(tmp_path, 8)
    config = load(Request(), folder)
    discovery = discover((), config, folder)
    alone = check_files(discovery, config.task, jobs=1)
    monkeypatch.setattr(processes, "may_fork", lambda: False)
    assert check_files(discovery, config.task, jobs=2).findings == alone.findings


def test_an_error_of_the_site_is_reported_once(tmp_path: Path) -> None:
    site(tmp_path, 6)
    (tmp_path / "contentlint.toml").write_text('schema = "gone.py:Post"\n')
    result = run(tmp_path, "check", "--jobs", "2")
    assert result.returncode == 2
    assert result.stderr.count("\n") == 1
    assert "gone.py" in result.stderr


def test_workers_end_when_the_caller_stops(tmp_path: Path) -> None:
    folder = site(tmp_path, 300)
    config = load(Request(), folder)
    results = check_each(discover((), config, folder).files, config.task, contents={}, jobs=2)
    before = children_of(os.getpid())
    next(results)
    children = [child for child in children_of(os.getpid()) if child not in before]
    assert len(children) == 2
    results.close()
    assert not alive(children)


def test_as_many_as_pay() -> None:
    assert processes.how_many(None, 5) == 0
    assert processes.how_many(None, 1_000_000) in (0, processes.cores())
    assert processes.how_many(3, 1_000_000) == 3
    assert processes.how_many(3, 1) == 1
    assert processes.how_many(1, 1_000_000) == 0


def test_a_number_of_processes_is_one(tmp_path: Path) -> None:
    for text in ("0", "-1", "two", "²"):
        result = run(tmp_path, "check", "--jobs", text)
        assert result.returncode == 2
        assert "expected a number of worker processes, 1 or more" in result.stderr


# --- Ctrl-C, on a terminal


SLOW = """\
import time
from pydantic import BaseModel, field_validator

class Post(BaseModel):
    title: str

    @field_validator("title")
    @classmethod
    def dawdle(cls, title: str) -> str:
        time.sleep(0.01)
        while ENDLESS and int(title.split()[-1]) >= 100:
            time.sleep(0.01)
        return title
"""


def slow_site(folder: Path, *, endless: bool = False) -> Path:
    """400 articles that take a while, or 100 of them, and the others never end."""
    site(folder, 400)
    (folder / "post.py").write_text(SLOW.replace("ENDLESS", str(endless)))
    (folder / "contentlint.toml").write_text('schema = "post.py:Post"\nlimits.seconds = 3600.0\n')
    return folder


def children_of(process: int) -> list[int]:
    listed = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(process)], capture_output=True, text=True, check=False
    )
    return [int(word) for word in listed.stdout.split() if alive([int(word)])]


def alive(processes: list[int]) -> list[int]:
    found = []
    for process in processes:
        try:
            state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            continue
        if state != "Z":
            found.append(process)
    return found


# Progress is shown from the first file on, even in short runs.
SHOWN_AT_ONCE = """\
import sys
from contentlint.cli import main
from contentlint.engine import progress
progress._DELAY = progress._INTERVAL = 0.0
sys.exit(main())
"""
# Prevents endless waiting; no verdict depends on time.
PATIENCE = 120


class Terminal:
    """A run in a pseudo-terminal, with stdout redirected to a file."""

    def __init__(self, folder: Path, *arguments: str, **environment: str) -> None:
        import pty

        leader, follower = pty.openpty()
        self.leader = leader
        self.out = folder / "out.txt"
        plain = {k: v for k, v in os.environ.items() if k not in ("CI", "TERM")}
        with self.out.open("w") as out:
            self.process = subprocess.Popen(
                [sys.executable, "-c", SHOWN_AT_ONCE, "check", *arguments],
                cwd=folder,
                stdin=follower,
                stdout=out,
                stderr=follower,
                env={**plain, "TERM": "xterm", "PYTHONUTF8": "1", **environment},
                start_new_session=True,
            )
        os.close(follower)
        self.seen = ""

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self.leader)

    def read_until(self, wanted: str) -> None:
        """Read until the output of the terminal matches a pattern."""
        import select

        end = time.monotonic() + PATIENCE
        while not re.search(wanted, self.seen):
            assert time.monotonic() < end, self.seen
            if select.select([self.leader], [], [], 1)[0]:
                self.seen += os.read(self.leader, 65536).decode("utf-8", "replace")

    def read_all(self) -> str:
        """The output of the terminal until all processes have ended."""
        self.process.wait(PATIENCE)
        with suppress(OSError):  # the other end is closed
            while piece := os.read(self.leader, 65536):
                self.seen += piece.decode("utf-8", "replace")
        return self.seen

    def interrupt(self) -> None:
        """Press Ctrl-C: every process of the terminal gets the signal."""
        os.killpg(self.process.pid, signal.SIGINT)
        self.process.wait(PATIENCE)


BAR = r"\[#*\.+\] \d+/400 files, \d+/s, \d+:\d\d left"
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


@on_linux
def test_ctrl_c_ends_the_run_and_all_processes(tmp_path: Path) -> None:
    with Terminal(slow_site(tmp_path, endless=True), "--jobs", "2") as terminal:
        ctrl_c_ends_at_once(terminal)


def ctrl_c_ends_at_once(terminal: Terminal) -> None:
    terminal.read_until(BAR)
    children = children_of(terminal.process.pid)
    assert len(children) == 2
    # It ends, so it does not wait for the process.
    terminal.interrupt()
    assert terminal.process.returncode == 130
    assert not alive(children)
    assert terminal.out.read_text() == ""
    assert "Traceback" not in terminal.read_all()
    assert terminal.seen.endswith("\r\x1b[K")


@on_linux
def test_no_process_outlives_one_that_is_killed(tmp_path: Path) -> None:
    with Terminal(slow_site(tmp_path), "--jobs", "2") as terminal:
        terminal.read_until(BAR)
        children = children_of(terminal.process.pid)
        os.kill(terminal.process.pid, signal.SIGSTOP)  # so that it does not end on its own
    assert len(children) == 2
    end = time.monotonic() + PATIENCE
    while alive(children):
        assert time.monotonic() < end
        time.sleep(0.05)


@pytest.mark.slow
@on_linux
def test_progress_is_shown_only_on_a_terminal(tmp_path: Path) -> None:
    site(tmp_path, 40)
    for arguments, environment, is_shown in (
        ((), {}, True),
        (("--quiet",), {}, False),
        ((), {"CI": "true"}, False),
        ((), {"TERM": "dumb"}, False),
    ):
        with Terminal(tmp_path, "--no-cache", *arguments, **environment) as terminal:
            assert ("16/40 files" in terminal.read_all()) is is_shown
            assert ("\r\x1b" in terminal.seen) is is_shown


@pytest.mark.slow
def test_a_spawned_process_leaves_the_environment_as_it_was(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for before in (None, "", "1"):
        if before is None:
            monkeypatch.delenv("PYTHONSAFEPATH", raising=False)
        else:
            monkeypatch.setenv("PYTHONSAFEPATH", before)
        process = multiprocessing.get_context("spawn").Process(target=_exit_zero_if_safe)
        start_safely(process)
        process.join()
        assert process.exitcode == 0
        assert os.environ.get("PYTHONSAFEPATH") == before


def _exit_zero_if_safe() -> None:
    sys.exit(0 if sys.flags.safe_path else 1)
