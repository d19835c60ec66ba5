"""The number of processes of a run; a run in one process needs nothing else of `workers.py`."""

import os
import sys

# Minimum number of files per process: starting one takes as long as checking these.
_FILES_PER_FORK, _FILES_PER_SPAWN = 60, 600


def cores() -> int:
    """The number of CPUs that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def how_many(jobs: int | None, files: int) -> int:
    """The number of workers for some files; 0 to check them in this process.

    Args:
        jobs: the requested number; None for automatic.
        files: the number of files.
    """
    if jobs is not None:
        return min(jobs, files) if jobs > 1 else 0
    if files < 2 * _FILES_PER_FORK:
        return 0
    number = min(cores(), files // (_FILES_PER_FORK if may_fork() else _FILES_PER_SPAWN))
    return number if number > 1 else 0


def may_fork() -> bool:
    """Whether forking is safe: on Linux, while no other thread runs."""
    import threading

    return sys.platform == "linux" and threading.active_count() == 1
