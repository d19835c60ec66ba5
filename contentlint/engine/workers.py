"""Worker processes, which check the files they are sent and send back the findings.

They are forked where that is safe and cheap, so that rules are already imported, and spawned
elsewhere. A worker has at most two batches queued. If a worker is killed, another replaces it and
the files of its batch are retried one by one; a file at which a worker is killed again gets
`lint/internal-error`, and all others are checked. A worker that does not answer within the time
limit of an article is killed, and the article gets `lint/limit-reached`.
"""

import gc
import multiprocessing
import os
import pickle
import signal
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from contentlint import registry
from contentlint.cache import entries
from contentlint.cache.entries import Result
from contentlint.config.task import Checked, Task, TaskOf
from contentlint.core import tables
from contentlint.core.errors import ContentlintError
from contentlint.core.records import replace
from contentlint.core.source import Source
from contentlint.engine import processes
from contentlint.engine.check import check
from contentlint.engine.guard import LIMIT_REACHED, out_of_time, versions
from contentlint.engine.lift import INTERNAL_ERROR, of_file
from contentlint.schema.clean import ShippedSchema

_MAX_BATCH = 32
# How long to wait before `pause` is called or finished results are sent, in seconds.
_WAIT = 0.1
# How long after the time limit of an article its worker is killed, in seconds.
_GRACE = 2.0

_Batch = list[tuple[int, str]]
# The message about a file: index, findings and facts as entries, whether they may be cached,
# content, state and day.
_Sent = tuple[int, str, str, bool, bytes | None, str | None, str]
Work = Callable[[Task], Result]

# An article that makes rules import what they use before workers are forked.
_SAMPLE = b"---\ntitle: a\ndate: 2024-03-18\n---\n\n<p>a</b> ![a](b.png) [a](https://example.org)\n"


def start_safely(process: BaseProcess) -> None:
    """Spawn a process that imports nothing from the working directory.

    `multiprocessing` uses `python -c`, which would search that folder first. The variable that
    prevents it is set only temporarily, so that other programs do not inherit it.
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


class _Worker:
    """A process, the connection to it, and its queued batches."""

    def __init__(self, process: BaseProcess, connection: Connection) -> None:
        self.process = process
        self.connection = connection
        self.batches: deque[_Batch] = deque()
        self.is_ready = False
        # Whether it was killed for exceeding the time limit, and when it last answered.
        self.is_late = False
        self.heard = time.monotonic()

    def send(self, batch: _Batch) -> None:
        if not self.batches:
            self.heard = time.monotonic()
        self.batches.append(batch)
        with suppress(OSError):  # the worker is dead; reading from it will show that
            self.connection.send_bytes(pickle.dumps(batch))


class Workers:
    """A context manager for workers; none is left after the `with` block.

    Args:
        number: the number of workers.
        task_of: creates the task of a file; must be picklable if processes are spawned.
        work: what they do with each task; likewise.
    """

    def __init__(self, number: int, task_of: TaskOf, work: Work) -> None:
        self._number = number
        self._task_of = task_of
        self._work = work
        self._forks = processes.may_fork()
        self._context: Any = multiprocessing.get_context("fork" if self._forks else "spawn")
        self._workers: list[_Worker] = []
        self._waiting: deque[_Batch] = deque()

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
            chosen: the indexes of the files to check.
            pause: called when no result arrives for a moment.

        Yields:
            The index and the result of each file, in any order.

        Raises:
            ContentlintError: raised in a worker.
        """
        if self._forks:
            task = self._task_of(files[chosen[0]])._replace(name="")
            for rule in task.plan.rules:
                registry.load(rule.rule_id, rule.extra)
            if isinstance(schema := task.schema, ShippedSchema):
                schema.load()
            check(task, _SAMPLE)
            gc.collect()
            gc.freeze()
        try:
            batches = self._cut(files, chosen)
            for _ in range(self._number):
                self._start()
            yield from self._receive(batches, files, pause)
        finally:
            if self._forks:
                gc.unfreeze()

    def _cut(self, files: Sequence[Path], chosen: Sequence[int]) -> Iterator[_Batch]:
        size = max(1, min(_MAX_BATCH, len(chosen) // (self._number * 8)))
        for start in range(0, len(chosen), size):
            yield [(index, str(files[index])) for index in chosen[start : start + size]]

    def _start(self) -> None:
        here, there = self._context.Pipe()
        # A forked process has copies of all connections, which must not keep other workers alive.
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

    def _receive(
        self, batches: Iterator[_Batch], files: Sequence[Path], pause: Callable[[], None] | None
    ) -> Iterator[tuple[int, Result]]:
        while self._send_batches(batches):
            ready = wait([worker.connection for worker in self._workers], _WAIT)
            if not ready and pause is not None:
                pause()
            self._kill_late(files)
            for worker in [worker for worker in self._workers if worker.connection in ready]:
                try:
                    message = pickle.loads(worker.connection.recv_bytes())
                except (EOFError, OSError):
                    yield from self._replace_dead(worker, files)
                    continue
                yield from map(_received, _results(worker, message))

    def _kill_late(self, files: Sequence[Path]) -> None:
        """Kill the workers that exceed the time limit of an article.

        A worker normally interrupts itself, unless native code does not return.
        """
        for worker in self._workers:
            silence = time.monotonic() - worker.heard
            if silence < _GRACE or not worker.batches or not worker.is_ready or worker.is_late:
                continue
            limits = (self._limit(files[index]) for index, _ in worker.batches[0])
            if silence > max(limits) + _GRACE:
                worker.is_late = True
                worker.process.kill()

    def _limit(self, path: Path) -> float:
        return self._task_of(path).plan.limits.seconds

    def _send_batches(self, batches: Iterator[_Batch]) -> bool:
        """Send every worker a batch; return whether any results are pending."""
        for worker in self._workers:
            # A retried file may kill the worker again, so nothing else is queued after it.
            while len(worker.batches) < 2 and not (worker.batches and self._waiting):
                batch = self._waiting.popleft() if self._waiting else next(batches, None)
                if batch is None:
                    break
                worker.send(batch)
        return any(worker.batches for worker in self._workers)

    def _replace_dead(self, worker: _Worker, files: Sequence[Path]) -> Iterator[tuple[int, Result]]:
        """Replace a dead worker and retry its files one by one."""
        worker.process.join()
        worker.connection.close()
        self._workers.remove(worker)
        code = worker.process.exitcode
        if not worker.is_ready:
            raise ContentlintError(
                f"worker process could not start ({_exit_reason(code)}); use `--jobs 1`"
            )
        first, *others = worker.batches
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
        message = f"worker process ended while checking this file ({_exit_reason(code)})"
        failure = of_file(source, INTERNAL_ERROR, message)
        return Result(Checked([replace(failure, help=f"report this bug: {versions()}")]))


def _exit_reason(code: int | None) -> str:
    """How a process ended, as text."""
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


def _results(worker: _Worker, message: Any) -> list[_Sent]:
    """The results in a message of a worker.

    Raises:
        Exception: the message is this error.
    """
    worker.heard = time.monotonic()
    if isinstance(message, Exception):
        raise message
    if message is None:
        worker.is_ready = True
    elif isinstance(message, dict):  # tables that it computed
        for name, data in message.items():
            tables.keep(name, data)
    else:
        del worker.batches[0][: len(message)]
        if not worker.batches[0]:
            worker.batches.popleft()
        return list(message)
    return []


# --- in the worker


def _work(
    connection: Connection,
    others: list[Connection],
    task_of: TaskOf,
    work: Work,
    gc_threshold: tuple[int, int, int],
) -> None:
    """Check the files that are sent until the connection ends."""
    gc.set_threshold(*gc_threshold)
    # Ctrl-C reaches all processes of a terminal; the parent handles it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for other in others:
        other.close()
    parent, new = os.getppid(), tables.forward()
    with suppress(EOFError, OSError):  # the parent has closed the connection
        try:
            connection.send_bytes(pickle.dumps(None))
            while batch := _next_batch(connection, parent):
                found, since = [], time.monotonic()
                for index, name in batch:
                    found.append(_sent(index, work(task_of(Path(name)))))
                    if time.monotonic() - since > _WAIT:
                        connection.send_bytes(pickle.dumps(found))
                        found, since = [], time.monotonic()
                # Before the results, after which the parent may end this process.
                if new is not None and (made := new.taken()):
                    connection.send_bytes(pickle.dumps(made))
                if found:
                    connection.send_bytes(pickle.dumps(found))
        except ContentlintError as error:
            connection.send_bytes(pickle.dumps(error))


def _next_batch(connection: Connection, parent: int) -> _Batch | None:
    """The next batch; None if the parent process is gone."""
    while not connection.poll(1):
        if os.getppid() != parent:
            return None
    batch: _Batch = pickle.loads(connection.recv_bytes())
    return batch
