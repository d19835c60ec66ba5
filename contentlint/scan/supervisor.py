"""Checks parts in a child process, and finds the rows that kill it.

A row at which the child dies is checked alone; if it dies there again, twice, the row goes into the
quarantine and the part is checked without it. A child that was killed from outside loses only time.
"""

import os
import pickle
import select
import signal
import subprocess
import sys
import time
from collections import Counter
from contextlib import suppress
from typing import Any

from contentlint.scan.child import DONE, NUMBER, ROW
from contentlint.scan.inputs import Part
from contentlint.scan.job import Job

# How long after the time limit of a row its process is killed, in seconds.
_GRACE = 5.0
# How long a process may take to start and to read the first rows, in seconds.
_START = 300.0
# How often a process may die at a row, in all and when it is checked alone.
_MOST_DEATHS, _MOST_DEATHS_ALONE = 5, 2
_NO_ROW = -1


class _Died(Exception):
    """The child ended.

    Args:
        row: the number of the row that it was checking.
        reason: how it ended.
        is_late: whether it was killed because of the time limit.
    """

    def __init__(self, row: int, reason: str, *, is_late: bool = False) -> None:
        super().__init__(reason)
        self.row = row
        self.is_late = is_late


class Supervisor:
    """A child process for a job, restarted when it dies.

    Args:
        job: the settings.
    """

    def __init__(self, job: Job) -> None:
        self._job = job
        self._seconds = job.settings.task("article.md").plan.limits.seconds
        self._child: subprocess.Popen[bytes] | None = None

    def check(self, part: Part) -> dict[str, Any]:
        """Check a part and write its output; returns its manifest.

        Raises:
            ContentlintError: the output or a schema failed.
        """
        poisoned: dict[int, str] = {}
        deaths: Counter[int] = Counter()
        while True:
            try:
                made: dict[str, Any] = self._ask(part, poisoned, None)
            except _Died as died:
                deaths[died.row] += 1
                if self._is_poisoned(part, died, deaths):
                    if died.row == _NO_ROW:
                        part = part._replace(fault=str(died))
                    else:
                        poisoned[died.row] = _reason(died)
            else:
                return made

    def close(self) -> None:
        """End the child."""
        child, self._child = self._child, None
        if child is not None:
            child.kill()
            child.wait()
            for pipe in (child.stdin, child.stdout):
                if pipe is not None:
                    with suppress(OSError):
                        pipe.close()

    def _is_poisoned(self, part: Part, died: _Died, deaths: Counter[int]) -> bool:
        """Whether a row is to blame, and not whoever killed the process."""
        if died.is_late or deaths[died.row] >= _MOST_DEATHS:
            return True
        if died.row == _NO_ROW:
            return False
        for _ in range(_MOST_DEATHS_ALONE):
            try:
                self._ask(part, {}, died.row)
            except _Died:
                continue
            return False
        return True

    def _ask(self, part: Part, poisoned: dict[int, str], only: int | None) -> Any:
        child = self._started()
        request = pickle.dumps((part, self._job, poisoned, only))
        assert child.stdin is not None
        with suppress(OSError):  # the child is dead; reading from it will show that
            child.stdin.write(NUMBER.pack(len(request)) + request)
            child.stdin.flush()
        row = _NO_ROW
        while True:
            kind = self._receive(1, row)
            [number] = NUMBER.unpack(self._receive(NUMBER.size, row))
            if kind == ROW:
                row = number
                continue
            value = pickle.loads(self._receive(number, row))
            if kind != DONE:
                raise value
            return value

    def _started(self) -> subprocess.Popen[bytes]:
        if self._child is None:
            # `-P`: nothing is imported from the working directory.
            command = [sys.executable, "-P", "-m", "contentlint.scan.child"]
            self._child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        return self._child

    def _receive(self, size: int, row: int) -> bytes:
        child = self._child
        assert child is not None
        assert child.stdout is not None
        handle, data = child.stdout.fileno(), b""
        limit = _START if row == _NO_ROW else self._seconds + _GRACE
        deadline = time.monotonic() + limit
        while len(data) < size:
            ready, _, _ = select.select([handle], [], [], max(0.0, deadline - time.monotonic()))
            if not ready:
                self.close()
                raise _Died(row, "the process does not answer", is_late=row != _NO_ROW)
            piece = os.read(handle, size - len(data))
            if not piece:
                code = child.wait()
                self.close()
                raise _Died(row, f"the process ended ({_ended(code)})")
            data += piece
        return data


def _ended(code: int) -> str:
    if code < 0:
        with suppress(ValueError):
            return f"killed by {signal.Signals(-code).name}"
    return f"exit status {code}"


def _reason(died: _Died) -> str:
    if died.is_late:
        return "check does not end within the time limit (`limits.seconds`)"
    return f"checking it ends the process: {died}"
