"""Whether work grows faster than what is worked on, whatever machine does it."""

import math
import time
from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import NamedTuple

# Two steps from one length to a longer one.
_LENGTHS = 3
# Of the runs that decide, the quickest counts.
_RUNS = 3
# The power of the length with which time grows: 1 if it is linear, 2 if it grows with the square.
_MOST = 1.5


class Work(NamedTuple):
    """What is done with something of a length.

    Args:
        length: how much it is.
        run: does it; as often as it is called.
    """

    length: int
    run: Callable[[], object]


def grows_too_fast(works: Iterable[Work], *, enough: float, nothing: float) -> bool:
    """Whether time grows far faster than the length, at the last three that are tried.

    Args:
        works: the same with longer and longer things.
        enough: after a run that takes this long no longer one is tried, in seconds of the
            processor. No verdict follows from it.
        nothing: what a clock cannot tell from nothing, in seconds.
    """
    times: list[tuple[Work, float]] = []
    for work in works:
        times.append((work, _seconds(work)))
        # One run alone may have been held up.
        is_enough = times[-1][1] > enough and _seconds(work) > enough
        if is_enough and len(times) >= _LENGTHS:
            break
    else:
        is_enough = False
    last = times[-_LENGTHS:]
    if not is_enough and (max(taken for _, taken in last) < nothing or not _is_superlinear(last)):
        return False
    return _is_superlinear([(work, min(_seconds(work) for _ in range(_RUNS))) for work, _ in last])


def _seconds(work: Work) -> float:
    """What one run takes of the processor, whatever else the machine does meanwhile."""
    started = time.thread_time()
    work.run()
    return time.thread_time() - started


def _is_superlinear(times: list[tuple[Work, float]]) -> bool:
    """Whether time grows far faster than the length from each to the next."""
    powers = [
        math.log(later / before) / math.log(longer.length / shorter.length)
        for (shorter, before), (longer, later) in pairwise(times)
    ]
    return min(powers) > _MOST
