"""Runs of contentlint in processes of their own that are forked, not started.

To start Python and to import all that a check needs takes most of the time of a run on few files.
So one process imports it once, and forks for each run: the run has its own working directory,
environment, streams and exit status, as if it had been started there with `python -m contentlint`.
What is about starting itself (imports, closed streams, terminals, signals) starts its own process.
"""

import atexit
import gc
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

_EXAMPLES = Path(__file__).parents[1] / "examples"


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
def _server() -> socket.socket:
    """The connection to a process that forks; it ends with this one."""
    here, there = socket.socketpair()
    here.settimeout(600)
    process = subprocess.Popen(
        [sys.executable, "-X", "utf8", __file__, str(there.fileno())],
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
        request, files, _, _ = socket.recv_fds(connection, 65536, 3)
        while request and not request.endswith(b"\n"):
            request += connection.recv(65536)
        if not request:
            return
        child = os.fork()
        if not child:
            connection.close()
            _become(json.loads(request), files)
            return
        for file in files:
            os.close(file)
        _, status = os.waitpid(child, 0)
        connection.send(str(os.waitstatus_to_exitcode(status)).encode())


def _become(request: dict[str, Any], files: list[int]) -> None:
    """Be the process that was asked for, and end."""
    import resource

    from contentlint.cli import main

    for number, file in enumerate(files):
        os.dup2(file, number)
        os.close(file)
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


def _warm_up() -> None:
    """Import all that a check needs, and compile the patterns that it looks for."""
    import contextlib
    import io

    from contentlint.cli import main

    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        main(["check", "--isolated", "--no-cache", "--jobs", "1", str(_EXAMPLES)])
    # No run looks through it for garbage, which would copy it all.
    gc.collect()
    gc.freeze()


if __name__ == "__main__":
    _warm_up()
    _serve(socket.socket(fileno=int(sys.argv.pop())))
