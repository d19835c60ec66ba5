"""Runs of contentlint in processes of their own that are forked, not started.

To start Python and to import all that a check needs takes most of the time of a run on few files.
So one process imports it once, and forks for each run: the run has its own working directory,
environment, streams and exit status, as if it had been started there with `python -m contentlint`.
What is about starting itself (imports, closed streams, terminals, signals) starts its own process.
"""

import atexit
import contextlib
import gc
import json
import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO

_EXAMPLES = Path(__file__).parents[1] / "examples"


class Process:
    """A process that goes on beside the test, like one of `subprocess.Popen` with three pipes.

    Args:
        arguments: what comes after the name of the program.
        cwd: the working directory; None: that of this process.
        env: all its environment variables.
        imported: modules that the process needs beside those of a check.
    """

    def __init__(
        self, arguments: list[str], cwd: Path | None, env: Mapping[str, str], *imported: str
    ) -> None:
        given, self.stdin = _pipe()
        self.stdout, out = _pipe()
        self.stderr, err = _pipe()
        self._status, status = _pipe()
        request = {
            "arguments": arguments,
            "cwd": str(cwd or Path.cwd()),
            "env": dict(env),
            "limits": [],
            "is_awaited": False,
        }
        theirs = (given, out, err, status)
        files = [file.fileno() for file in theirs]
        connection = _server(*imported)
        socket.send_fds(connection, [json.dumps(request).encode() + b"\n"], files)
        connection.recv(100)
        for file in theirs:
            file.close()
        self.pid = int(self._status.readline())
        self.returncode: int | None = None

    def wait(self, timeout: float) -> int:
        """The exit status, once the process has ended.

        Args:
            timeout: the longest time to wait, in seconds.

        Raises:
            TimeoutError: it has not ended by then.
        """
        if self.returncode is None:
            if not select.select([self._status], [], [], timeout)[0]:
                raise TimeoutError
            self.returncode = int(self._status.readline())
            self._status.close()
        return self.returncode

    def kill(self) -> None:
        """End the process at once."""
        if self.returncode is None:
            os.kill(self.pid, signal.SIGKILL)


def run_on_pipes(
    arguments: list[str], cwd: Path, env: Mapping[str, str]
) -> "subprocess.CompletedProcess[bytes]":
    """Run contentlint with pipes as its streams, where `run` has files."""
    process = Process(arguments, cwd, env)
    process.stdin.close()
    with ThreadPoolExecutor(1) as other, process.stdout, process.stderr:
        err = other.submit(process.stderr.read)
        out = process.stdout.read()
        status = process.wait(600)
        return subprocess.CompletedProcess(["contentlint", *arguments], status, out, err.result())


def _pipe() -> tuple[BinaryIO, BinaryIO]:
    reading, writing = os.pipe()
    return os.fdopen(reading, "rb"), os.fdopen(writing, "wb")


def run(
    arguments: list[str],
    cwd: Path,
    *,
    stdin: bytes = b"",
    env: Mapping[str, str] | None = None,
    limits: Mapping[int, int] | None = None,
) -> "subprocess.CompletedProcess[bytes]":
    """Run contentlint.

    Args:
        arguments: what stands behind the program's name.
        cwd: the working directory.
        stdin: what it reads there.
        env: all its environment variables; None: those of this process.
        limits: what it may take, by the names of `resource`; not the size of files, for its streams
            are files here.
    """
    env = dict(os.environ if env is None else env)
    # Python itself reads this one when it starts.
    if not hasattr(os, "fork") or "PYTHONIOENCODING" in env:
        command = [sys.executable, "-m", "contentlint", *arguments]
        return subprocess.run(
            command, cwd=cwd, input=stdin, env=env, capture_output=True, check=False
        )
    request = {
        "arguments": arguments,
        "cwd": str(cwd),
        "env": env,
        "limits": list((limits or {}).items()),
        "is_awaited": True,
    }
    with (
        tempfile.TemporaryFile() as given,
        tempfile.TemporaryFile() as out,
        tempfile.TemporaryFile() as err,
    ):
        given.write(stdin)
        given.seek(0)
        connection = _server()
        files = [given.fileno(), out.fileno(), err.fileno()]
        socket.send_fds(connection, [json.dumps(request).encode() + b"\n"], files)
        status = int(connection.recv(100))
        out.seek(0)
        err.seek(0)
        command = ["contentlint", *arguments]
        return subprocess.CompletedProcess(command, status, out.read(), err.read())


@cache
def _server(*imported: str) -> socket.socket:
    """The connection to a process that forks; it ends with this one.

    Args:
        imported: the modules that it imports beside those of a check.
    """
    here, there = socket.socketpair()
    here.settimeout(600)
    process = subprocess.Popen(
        [sys.executable, "-X", "utf8", __file__, *imported, str(there.fileno())],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        pass_fds=[there.fileno()],
        start_new_session=True,
    )
    there.close()

    def end() -> None:
        here.close()
        os.killpg(process.pid, signal.SIGKILL)  # with a run that hangs, if there is one
        process.wait()

    atexit.register(end)
    return here


# --- in the process that forks


def _serve(connection: socket.socket) -> None:
    while True:
        request, files, _, _ = socket.recv_fds(connection, 65536, 4)
        while request and not request.endswith(b"\n"):
            request += connection.recv(65536)
        if not request:
            return
        wanted = json.loads(request)
        child = os.fork()
        if not child:
            connection.close()
            if wanted["is_awaited"]:
                _become(wanted, files)
            else:
                _watch_over(wanted, files)
            return
        for file in files:
            os.close(file)
        if wanted["is_awaited"]:
            _, status = os.waitpid(child, 0)
            connection.send(str(os.waitstatus_to_exitcode(status)).encode())
        else:
            connection.send(b"0")
            _bury()


def _bury() -> None:
    """Take notice of children that have ended and that nobody waits for."""
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def _watch_over(request: dict[str, Any], files: list[int]) -> None:
    """Fork the process that was asked for, and report its id and its exit status."""
    *streams, report = files
    child = os.fork()
    if not child:
        os.close(report)
        _become(request, streams)
        return
    for file in streams:
        os.close(file)
    os.write(report, b"%d\n" % child)
    _, status = os.waitpid(child, 0)
    os.write(report, b"%d\n" % os.waitstatus_to_exitcode(status))
    os._exit(0)


def _become(request: dict[str, Any], files: list[int]) -> None:
    """Be the process that was asked for, and end."""
    import resource

    from contentlint.cli import main

    for number, file in enumerate(files):
        os.dup2(file, number)
        os.close(file)
    if not request["is_awaited"]:
        # The streams are pipes, where those of the process that forks can seek.
        sys.stdin = sys.__stdin__ = os.fdopen(0, closefd=False)
        sys.stdout = sys.__stdout__ = os.fdopen(1, "w", closefd=False)
        sys.stderr = sys.__stderr__ = os.fdopen(2, "w", buffering=1, closefd=False)
    os.chdir(request["cwd"])
    os.environ.clear()
    os.environ.update(request["env"])
    sys.path[0] = request["cwd"]
    sys.argv[1:] = request["arguments"]
    for limit, most in request["limits"]:
        resource.setrlimit(limit, (most, most))
    status = main()
    # What an interpreter does at its end, without taking all modules down one by one.
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


def _warm_up(imported: list[str]) -> None:
    """Import all that a check needs and some more, and compile the patterns that it looks for."""
    import importlib
    import io

    from contentlint.cli import main

    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        main(["check", "--isolated", "--no-cache", "--jobs", "1", str(_EXAMPLES)])
    for name in imported:
        importlib.import_module(name)
    # No run looks through it for garbage, which would copy it all.
    gc.collect()
    gc.freeze()


if __name__ == "__main__":
    _connection = socket.socket(fileno=int(sys.argv.pop()))
    _warm_up(sys.argv[1:])
    _serve(_connection)
