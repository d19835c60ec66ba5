"""What keeps one article from harming a run: a limit of time, and what is told of a failure.

Where the system has interval timers (setitimer, POSIX) a check is interrupted when its time is
over. That takes the main thread, and code that comes back to Python; code that does not is ended
with its worker process by `workers`.
"""

import signal
import sys
import threading
from collections import deque
from pathlib import Path
from types import FrameType

from contentlint.core.errors import name_of

LIMIT_REACHED = "lint/limit-reached"

_LIBRARIES = ("turbohtml", "pyromark", "PyYAML", "pydantic", "beautifulsoup4", "jsonschema-rs")
# How many calls of a stack are told, the innermost ones.
_MOST_FRAMES = 12
# How often the alarm rings again where something has swallowed it, in seconds.
_AGAIN = 1.0


class OutOfTime(BaseException):
    """The time for an article is over; no `except Exception` of a rule or a library stops it."""


class TimeLimit:
    """Raises `OutOfTime` in a `with` that takes too long; inside another one it does nothing.

    Args:
        seconds: how long it may take.
    """

    _is_running = False

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._is_armed = False

    def __enter__(self) -> "TimeLimit":
        self._is_armed = (
            not TimeLimit._is_running
            and hasattr(signal, "setitimer")
            and threading.current_thread() is threading.main_thread()
            and signal.getsignal(signal.SIGALRM) is signal.SIG_DFL
        )
        if self._is_armed:
            TimeLimit._is_running = True
            signal.signal(signal.SIGALRM, self._ring)
            signal.setitimer(signal.ITIMER_REAL, self.seconds, _AGAIN)
        return self

    def _ring(self, _signal: int, _frame: FrameType | None) -> None:
        if self._is_armed:
            raise OutOfTime

    def __exit__(self, *_: object) -> None:
        if self._is_armed:
            self._is_armed = False
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, signal.SIG_DFL)
            TimeLimit._is_running = False


def out_of_time(seconds: float) -> str:
    """The message about an article that took too long."""
    return f"file takes longer than the {seconds:g} s of `limits.seconds`; it was not checked"


OUT_OF_MEMORY = "file takes more memory than there is; it was not checked"
"""The message about an article that took too much."""


def circumstances(error: BaseException) -> str:
    """What a maintainer needs to find a failure, without anything of the article's text.

    The message of an exception may quote the text, so it is left out. What the calls had in
    memory is let go.
    """
    try:
        calls = " < ".join(_calls(error))
        return f"please report it: {name_of(error)} at {calls}; {versions()}"
    except Exception:  # a failure that is told must not be another one
        return f"please report it: {name_of(error)}"


def _calls(error: BaseException) -> list[str]:
    """The innermost calls of the stack, as files of packages with their lines."""
    frames: deque[str] = deque(maxlen=_MOST_FRAMES)
    traceback = error.__traceback__
    error.__traceback__ = error.__context__ = error.__cause__ = None
    while traceback is not None:
        code = traceback.tb_frame.f_code
        frames.append(f"{_package_file(code.co_filename)}:{traceback.tb_lineno} {code.co_name}")
        traceback = traceback.tb_next
    return list(reversed(frames))


def _package_file(name: str) -> str:
    """A file's path from its package on: what stands before it is the machine's own."""
    package = Path(__file__).parents[1]
    path = Path(name)
    if path.is_relative_to(package):
        return path.relative_to(package.parent).as_posix()
    for folder in sorted(filter(None, sys.path), key=len, reverse=True):
        if Path(folder).name in ("site-packages", "dist-packages") and path.is_relative_to(folder):
            return path.relative_to(folder).as_posix()
    return path.name


def versions() -> str:
    """The versions of contentlint, Python, the system and the libraries that read articles."""
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
