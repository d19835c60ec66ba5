"""Limits that keep one article from harming a run: a time limit, and messages about failures.

On systems with interval timers (setitimer, POSIX), a check is interrupted when its time is up. This
works in the main thread, for code that returns to Python; `workers` kills the worker process of
other code.
"""

import sys
from collections import deque
from importlib import import_module
from pathlib import Path
from types import FrameType
from typing import Any

from contentlint.core.errors import name_of

LIMIT_REACHED = "lint/limit-reached"

_LIBRARIES = ("turbohtml", "pyromark", "PyYAML", "pydantic", "beautifulsoup4", "jsonschema-rs")
# Maximum number of stack frames in a report, innermost first.
_MOST_FRAMES = 12
# Interval at which the alarm repeats in case code swallows the exception, in seconds.
_REPEAT = 1.0


# Without the enums of `signal`, whose import and conversions cost more than a short check.
try:
    _signals: Any = import_module("_signal")
except ImportError:  # another Python than CPython
    _signals = import_module("signal")


class OutOfTime(BaseException):
    """The time for an article is up; `except Exception` does not catch it."""


def _is_main_thread() -> bool:
    threading = sys.modules.get("threading")
    if threading is None:  # nobody has started a thread
        return True
    return threading.current_thread() is threading.main_thread()


class TimeLimit:
    """Raises `OutOfTime` in a `with` block that takes too long; has no effect when nested.

    Args:
        seconds: the time limit.
    """

    _is_running = False

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._is_armed = False

    def __enter__(self) -> "TimeLimit":
        self._is_armed = (
            not TimeLimit._is_running
            and hasattr(_signals, "setitimer")
            and _is_main_thread()
            and _signals.getsignal(_signals.SIGALRM) == _signals.SIG_DFL
        )
        if self._is_armed:
            TimeLimit._is_running = True
            _signals.signal(_signals.SIGALRM, self._ring)
            _signals.setitimer(_signals.ITIMER_REAL, self.seconds, _REPEAT)
        return self

    def _ring(self, _signal: int, _frame: FrameType | None) -> None:
        if self._is_armed:
            raise OutOfTime

    def __exit__(self, *_: object) -> None:
        if self._is_armed:
            self._is_armed = False
            _signals.setitimer(_signals.ITIMER_REAL, 0)
            _signals.signal(_signals.SIGALRM, _signals.SIG_DFL)
            TimeLimit._is_running = False


def out_of_time(seconds: float) -> str:
    """The message about an article that takes too long."""
    return f"file not checked: it takes longer than {seconds:g} s (`limits.seconds`)"


OUT_OF_MEMORY = "file not checked: out of memory"
"""The message about an article that needs too much memory."""


def circumstances(error: BaseException) -> str:
    """What a maintainer needs to locate a failure, without any text of the article.

    The message of the exception may quote the article, so it is omitted. The traceback is
    released.
    """
    try:
        calls = " < ".join(_calls(error))
        return f"report this bug: {name_of(error)} at {calls}; {versions()}"
    except Exception:  # reporting a failure must not fail
        return f"report this bug: {name_of(error)}"


def _calls(error: BaseException) -> list[str]:
    """The innermost stack frames, as package files with line numbers."""
    frames: deque[str] = deque(maxlen=_MOST_FRAMES)
    traceback = error.__traceback__
    error.__traceback__ = error.__context__ = error.__cause__ = None
    while traceback is not None:
        code = traceback.tb_frame.f_code
        frames.append(f"{_package_file(code.co_filename)}:{traceback.tb_lineno} {code.co_name}")
        traceback = traceback.tb_next
    return list(reversed(frames))


def _package_file(name: str) -> str:
    """A path relative to the folder of its package, which hides local folders."""
    package = Path(__file__).parents[1]
    path = Path(name)
    if path.is_relative_to(package):
        return path.relative_to(package.parent).as_posix()
    for folder in sorted(filter(None, sys.path), key=len, reverse=True):
        if Path(folder).name in ("site-packages", "dist-packages") and path.is_relative_to(folder):
            return path.relative_to(folder).as_posix()
    return path.name


def versions() -> str:
    """The versions of contentlint, Python and the parsing libraries, and the platform."""
    import platform
    from importlib import metadata

    from contentlint import __version__

    known = [f"contentlint {__version__}", f"Python {platform.python_version()}", sys.platform]
    for name in _LIBRARIES:
        try:
            known.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            continue
    return ", ".join(known)
