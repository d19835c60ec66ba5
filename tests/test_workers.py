"""Worker processes: the same report, a killed one costs one file, and none is left behind."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from test_cli import run

from contentlint.config import Request, load
from contentlint.engine import workers
from contentlint.engine.check import check_files
from contentlint.engine.discover import discover
from contentlint.engine.run import examine_files

BAD = "---\ntitle: 潮 {}\ndate: 2024-03-18\n---\n\n<p>low</b></p> 👍\n"

# A schema is the site's own Python, so it can do to its process what memory running out does.
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


@posix
@pytest.mark.parametrize("name", ["SIGKILL", "SIGSEGV"])
def test_a_worker_that_is_killed_costs_the_file_that_killed_it(tmp_path: Path, name: str) -> None:
    site(tmp_path, 40)
    (tmp_path / "post.py").write_text(MURDEROUS.format(signal=name))
    (tmp_path / "contentlint.toml").write_text('schema = "post.py:Post"\n')
    for index in (3, 22):
        (tmp_path / f"posts/{index:04}.md").write_text(BAD.format("deadly"), "utf-8")
    found = findings(tmp_path, "--jobs", "2")
    told = {f["path"]: f["message"] for f in found if f["rule"] == "lint/internal-error"}
    message = f"process that checked this file ended (killed by {name})"
    assert told == {"posts/0003.md": message, "posts/0022.md": message}
    others = [f["path"] for f in found if f["rule"] == "html/stray-end-tag"]
    assert others == [f"posts/{index:04}.md" for index in range(40) if index not in (3, 22)]


@posix
def test_what_killed_a_worker_is_not_kept(tmp_path: Path) -> None:
    site(tmp_path, 4)
    (tmp_path / "post.py").write_text(MURDEROUS.format(signal="SIGKILL"))
    (tmp_path / "contentlint.toml").write_text('schema = "post.py:Post"\n')
    (tmp_path / "posts/0001.md").write_text(BAD.format("deadly"), "utf-8")
    for _ in range(2):
        result = run(tmp_path, "check", "--jobs", "2", "--explain-cache", "--format", "concise")
        assert "posts/0001.md:1:1: error[lint/internal-error]" in result.stdout
    assert "the cache answers 3 of 4 files" in result.stderr


def test_processes_that_are_started_anew_find_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = site(tmp_path, 8)
    config = load(Request(), folder)
    discovery = discover((), config, folder)
    alone = check_files(discovery, config, folder, jobs=1)
    monkeypatch.setattr(workers, "_may_fork", lambda: False)
    assert check_files(discovery, config, folder, jobs=2).findings == alone.findings


def test_a_mistake_of_the_site_is_told_once(tmp_path: Path) -> None:
    site(tmp_path, 6)
    (tmp_path / "contentlint.toml").write_text('schema = "gone.py:Post"\n')
    result = run(tmp_path, "check", "--jobs", "2")
    assert result.returncode == 2
    assert result.stderr.count("\n") == 1
    assert "gone.py" in result.stderr


def test_none_is_left_when_the_caller_stops_listening(tmp_path: Path) -> None:
    folder = site(tmp_path, 300)
    config = load(Request(), folder)
    results = examine_files(discover((), config, folder).files, config, folder, jobs=2)
    before = children_of(os.getpid())
    next(results)
    children = [child for child in children_of(os.getpid()) if child not in before]
    assert len(children) == 2
    results.close()
    assert not alive(children)


def test_as_many_as_pay() -> None:
    assert workers.how_many(None, 5) == 0
    assert workers.how_many(None, 1_000_000) in (0, workers.cores())
    assert workers.how_many(3, 1_000_000) == 3
    assert workers.how_many(3, 1) == 1
    assert workers.how_many(1, 1_000_000) == 0


def test_a_number_of_processes_is_one(tmp_path: Path) -> None:
    for text in ("0", "-1", "two", "²"):
        result = run(tmp_path, "check", "--jobs", text)
        assert result.returncode == 2
        assert "give 1 or more" in result.stderr


# --- Ctrl-C, on a terminal


SLOW = """\
import time
from pydantic import BaseModel, field_validator

class Post(BaseModel):
    title: str

    @field_validator("title")
    @classmethod
    def dawdle(cls, title: str) -> str:
        time.sleep(0.05)
        return title
"""


def slow_site(folder: Path) -> Path:
    site(folder, 400)
    (folder / "post.py").write_text(SLOW)
    (folder / "contentlint.toml").write_text('schema = "post.py:Post"\n')
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


class Terminal:
    """A run in a terminal of its own, whose stdout is a file."""

    def __init__(self, folder: Path, *arguments: str, **environment: str) -> None:
        import pty

        leader, follower = pty.openpty()
        self.leader = leader
        self.out = folder / "out.txt"
        plain = {k: v for k, v in os.environ.items() if k not in ("CI", "TERM")}
        with self.out.open("w") as out:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "contentlint", "check", *arguments],
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

    def read(self, seconds: float, until: str = "\0") -> str:
        """What stands on the terminal after some seconds, or as soon as a text does."""
        import select

        end = time.monotonic() + seconds
        while time.monotonic() < end and until not in self.seen:
            ready, _, _ = select.select([self.leader], [], [], 0.05)
            if ready:
                try:
                    data = os.read(self.leader, 65536)
                except OSError:
                    break  # the other side is closed
                self.seen += data.decode("utf-8", "replace")
        return self.seen

    def interrupt(self) -> float:
        """Press Ctrl-C: every process of the terminal gets the signal. Seconds until the end."""
        started = time.monotonic()
        os.killpg(self.process.pid, signal.SIGINT)
        self.process.wait(20)
        return time.monotonic() - started


on_linux = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


@on_linux
def test_ctrl_c_ends_at_once_and_leaves_no_process(tmp_path: Path) -> None:
    with Terminal(slow_site(tmp_path), "--jobs", "2") as terminal:
        ctrl_c_ends_at_once(terminal)


def ctrl_c_ends_at_once(terminal: Terminal) -> None:
    assert re.search(r"\[#*\.+\] \d+/400 files, \d+/s, 0:\d\d left", terminal.read(20, " left"))
    children = children_of(terminal.process.pid)
    assert len(children) == 2
    assert terminal.interrupt() < 2
    assert terminal.process.returncode == 130
    assert not alive(children)
    assert terminal.out.read_text() == ""
    assert "Traceback" not in terminal.read(0.2)
    assert terminal.seen.endswith("\r\x1b[K")


@on_linux
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_keep_partial_reports_what_was_found(tmp_path: Path, jobs: str) -> None:
    options = ("--jobs", jobs, "--keep-partial", "--format", "json")
    with Terminal(slow_site(tmp_path), *options) as terminal:
        terminal.read(20, " left")
        assert terminal.interrupt() < 3
        assert terminal.process.returncode == 130
        report = json.loads(terminal.out.read_text())
        assert 0 < len(report["findings"]) < 400
        assert re.search(r"interrupted after \d+ of 400 files", terminal.read(0.2))


@on_linux
def test_no_process_outlives_one_that_is_killed(tmp_path: Path) -> None:
    with Terminal(slow_site(tmp_path), "--jobs", "2") as terminal:
        terminal.read(20, " left")
        children = children_of(terminal.process.pid)
    end = time.monotonic() + 10
    while alive(children) and time.monotonic() < end:
        time.sleep(0.05)
    assert len(children) == 2
    assert not alive(children)


@on_linux
def test_progress_is_for_people_alone(tmp_path: Path) -> None:
    slow_site(tmp_path)
    for arguments, environment in (
        (("--quiet",), {}),
        ((), {"CI": "true"}),
        ((), {"TERM": "dumb"}),
    ):
        options = ("--jobs", "2", "--no-cache", *arguments)
        with Terminal(tmp_path, *options, **environment) as terminal:
            terminal.read(1.8)
            terminal.interrupt()
            assert terminal.seen == ""
