"""Worker processes: each checks files that it is sent and sends back what it found.

They are forked where that is safe and cheap, so that they have the rules at once, and started anew
elsewhere. A worker has no more than two portions before it, so nothing heaps up. If one is killed,
another takes its place and the files of its portion are tried one by one; the file at which a
worker is killed again is told with `lint/internal-error`, and all others are checked. A worker
that is silent for longer than an article may take is killed here, and the article is told with
`lint/limit-reached`.
"""

import gc
import multiprocessing
import os
import pickle
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from contentlint.cache import entries
from contentlint.cache.entries import Result
from contentlint.config.task import Checked, Task, TaskOf
from contentlint.core.errors import ContentlintError
from contentlint.core.source import Source
from contentlint.engine.check import check
from contentlint.engine.guard import LIMIT_REACHED, out_of_time, versions
from contentlint.engine.lift import INTERNAL_ERROR, of_file

# How many files pay for one more process: it takes as long as these to get going.
_FORKED, _STARTED = 60, 600
_LARGEST_PORTION = 32
# How long to wait before the caller may do something else, or is sent what is done. In seconds.
_WAIT = 0.1
# How long after its time is over an article's worker is killed, in seconds.
_GRACE = 2.0

_Portion = list[tuple[int, str]]
# What is sent of a file: its index, findings and facts as entries, whether they may be kept,
# content, state and day.
_Sent = tuple[int, str, str, bool, bytes | None, str | None, str]
Work = Callable[[Task], Result]

# An article with all that rules ask for, so that all is imported before workers are forked.
_EVERYTHING = (
    b"---\ntitle: a\ndate: 2024-03-18\n---\n\n<p>a</b> ![a](b.png) [a](https://example.org)\n"
)


def start_safely(process: BaseProcess) -> None:
    """Start a process that is spawned, so that nothing in the working directory runs in it.

    `multiprocessing` starts it with `python -c`, which looks for modules there first. The variable
    that forbids this is set only meanwhile: other programs that are started later do without it.
    """
    before = os.environ.get("PYTHONSAFEPATH")
    os.environ["PYTHONSAFEPATH"] = "1"
    try:
        process.start()
    finally:
        if before is None:
            del os.environ["PYTHONSAFEPATH"]
        else:
            os.environ["PYTHONSAFEPATH"] = before


def cores() -> int:
    """How many processes this one may run at a time."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def how_many(jobs: int | None, files: int) -> int:
    """How many workers check some files; 0: none, it is done here.

    Args:
        jobs: how many are wished for; None: as many as pay.
        files: how many files there are.
    """
    if jobs is not None:
        return min(jobs, files) if jobs > 1 else 0
    number = min(cores(), files // (_FORKED if _may_fork() else _STARTED))
    return number if number > 1 else 0


def _may_fork() -> bool:
    """Whether a copy of this process is safe: on Linux, as long as no other thread runs."""
    return sys.platform == "linux" and threading.active_count() == 1


class _Worker:
    """A process, the connection to it, and the portions that it has before it."""

    def __init__(self, process: BaseProcess, connection: Connection) -> None:
        self.process = process
        self.connection = connection
        self.portions: deque[_Portion] = deque()
        self.is_ready = False
        # Whether it was killed for its silence, and since when it has been silent.
        self.is_late = False
        self.heard = time.monotonic()

    def send(self, portion: _Portion) -> None:
        if not self.portions:
            self.heard = time.monotonic()
        self.portions.append(portion)
        with suppress(OSError):  # it is dead, which shows when it is listened to
            self.connection.send_bytes(pickle.dumps(portion))


class Workers:
    """Some workers, to be used in a `with`, behind which none of them is left.

    Args:
        number: how many.
        task_of: makes the task of a file; where processes are started anew, pickled.
        work: what they do with each, in the same way.
    """

    def __init__(self, number: int, task_of: TaskOf, work: Work) -> None:
        self._number = number
        self._task_of = task_of
        self._work = work
        self._forks = _may_fork()
        self._context: Any = multiprocessing.get_context("fork" if self._forks else "spawn")
        self._workers: list[_Worker] = []
        self._waiting: deque[_Portion] = deque()

    def __enter__(self) -> "Workers":
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.connection.close()
            worker.process.kill()
        for worker in self._workers:
            worker.process.join()
        self._workers.clear()

    def check(
        self, files: Sequence[Path], chosen: Sequence[int], pause: Callable[[], None] | None
    ) -> Iterator[tuple[int, Result]]:
        """Check files.

        Args:
            files: absolute.
            chosen: the indexes of those to be checked.
            pause: called whenever nothing comes for a moment.

        Yields:
            The index of each and what became of it, in no certain order.

        Raises:
            ContentlintError: what a worker raised.
        """
        if self._forks:
            check(self._task_of(files[chosen[0]])._replace(name=""), _EVERYTHING)
            gc.collect()
            gc.freeze()
        try:
            portions = self._cut(files, chosen)
            for _ in range(self._number):
                self._start()
            yield from self._listen(portions, files, pause)
        finally:
            if self._forks:
                gc.unfreeze()

    def _cut(self, files: Sequence[Path], chosen: Sequence[int]) -> Iterator[_Portion]:
        size = max(1, min(_LARGEST_PORTION, len(chosen) // (self._number * 8)))
        for start in range(0, len(chosen), size):
            yield [(index, str(files[index])) for index in chosen[start : start + size]]

    def _start(self) -> None:
        here, there = self._context.Pipe()
        # A forked process has copies of all connections, which must not keep others alive.
        others = [worker.connection for worker in self._workers] if self._forks else []
        others += [here] if self._forks else []
        arguments = (there, others, self._task_of, self._work, gc.get_threshold())
        process = self._context.Process(target=_work, args=arguments, daemon=True)
        if self._forks:
            process.start()
        else:
            start_safely(process)
        there.close()
        self._workers.append(_Worker(process, here))

    def _listen(
        self, portions: Iterator[_Portion], files: Sequence[Path], pause: Callable[[], None] | None
    ) -> Iterator[tuple[int, Result]]:
        while self._hand_out(portions):
            ready = wait([worker.connection for worker in self._workers], _WAIT)
            if not ready and pause is not None:
                pause()
            self._end_late(files)
            for worker in [worker for worker in self._workers if worker.connection in ready]:
                try:
                    message = pickle.loads(worker.connection.recv_bytes())
                except (EOFError, OSError):
                    yield from self._bury(worker, files)
                    continue
                worker.heard = time.monotonic()
                if isinstance(message, Exception):
                    raise message
                if message is None:
                    worker.is_ready = True
                    continue
                del worker.portions[0][: len(message)]
                if not worker.portions[0]:
                    worker.portions.popleft()
                yield from map(_received, message)

    def _end_late(self, files: Sequence[Path]) -> None:
        """Kill the workers that have said nothing for longer than an article may take.

        A worker interrupts itself; what comes to this does not return from native code.
        """
        for worker in self._workers:
            silent = time.monotonic() - worker.heard
            if silent < _GRACE or not worker.portions or not worker.is_ready or worker.is_late:
                continue
            limits = (self._limit(files[index]) for index, _ in worker.portions[0])
            if silent > max(limits) + _GRACE:
                worker.is_late = True
                worker.process.kill()

    def _limit(self, path: Path) -> float:
        return self._task_of(path).plan.limits.seconds

    def _hand_out(self, portions: Iterator[_Portion]) -> bool:
        """Give every worker something to do; whether anything is left to wait for."""
        for worker in self._workers:
            # What killed a worker may kill another: nothing else waits behind it.
            while len(worker.portions) < 2 and not (worker.portions and self._waiting):
                portion = self._waiting.popleft() if self._waiting else next(portions, None)
                if portion is None:
                    break
                worker.send(portion)
        return any(worker.portions for worker in self._workers)

    def _bury(self, worker: _Worker, files: Sequence[Path]) -> Iterator[tuple[int, Result]]:
        """Put another worker into the place of a dead one; its files are tried one by one."""
        worker.process.join()
        worker.connection.close()
        self._workers.remove(worker)
        code = worker.process.exitcode
        if not worker.is_ready:
            raise ContentlintError(f"a worker process could not start ({_how(code)}); use --jobs 1")
        first, *others = worker.portions
        self._waiting.extendleft(reversed(others))
        if len(first) == 1:
            [(index, _)] = first
            yield index, self._killed(files[index], code, is_late=worker.is_late)
        else:
            self._waiting.extendleft([item] for item in reversed(first))
        self._start()

    def _killed(self, path: Path, code: int | None, *, is_late: bool) -> Result:
        source = Source(self._task_of(path).name, "")
        if is_late:
            message = out_of_time(self._limit(path))
            return Result(Checked([of_file(source, LIMIT_REACHED, message)]))
        message = f"process that checked this file ended ({_how(code)})"
        told = of_file(source, INTERNAL_ERROR, message)
        return Result(Checked([replace(told, help=f"please report it: {versions()}")]))


def _how(code: int | None) -> str:
    """How a process ended, in words."""
    if code is not None and code < 0:
        with suppress(ValueError):
            return f"killed by {signal.Signals(-code).name}"
    return f"exit status {code}"


def _received(sent: _Sent) -> tuple[int, Result]:
    index, entry, facts, is_kept, content, state, day = sent
    found, asked = entries.decode_facts(facts)
    checked = entries.decode(entry)._replace(facts=found, fact_questions=asked)
    if not is_kept:
        checked = checked._replace(questions=None)
    return index, Result(checked, content, state, day)


def _sent(index: int, result: Result) -> _Sent:
    checked, content, state, day = result
    found, facts = entries.encode(checked), entries.encode_facts(checked)
    return index, found, facts, checked.questions is not None, content, state, day


# --- in the worker


def _work(
    connection: Connection,
    others: list[Connection],
    task_of: TaskOf,
    work: Work,
    patience: tuple[int, int, int],
) -> None:
    """Check what is sent until nobody sends any more."""
    gc.set_threshold(*patience)
    # Ctrl-C reaches every process of a terminal; the one that started this one decides.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for other in others:
        other.close()
    parent = os.getppid()
    with suppress(EOFError, OSError):  # the other end is gone
        try:
            connection.send_bytes(pickle.dumps(None))
            while portion := _next(connection, parent):
                found, since = [], time.monotonic()
                for index, name in portion:
                    found.append(_sent(index, work(task_of(Path(name)))))
                    if time.monotonic() - since > _WAIT:
                        connection.send_bytes(pickle.dumps(found))
                        found, since = [], time.monotonic()
                if found:
                    connection.send_bytes(pickle.dumps(found))
        except ContentlintError as error:
            connection.send_bytes(pickle.dumps(error))


def _next(connection: Connection, parent: int) -> _Portion | None:
    """The next portion; None where the process that sends them is gone."""
    while not connection.poll(1):
        if os.getppid() != parent:
            return None
    portion: _Portion = pickle.loads(connection.recv_bytes())
    return portion
