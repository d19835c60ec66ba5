"""A progress line for terminals, redrawn in place."""

import time
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from contentlint.cache.store import Miss

# Delay before the first drawing, and interval between drawings, in seconds.
_DELAY, _INTERVAL = 1.0, 0.1
_BAR = 24
_START_OF_LINE, _CLEAR = "\r", "\r\x1b[K"


class Progress:
    """Draws a bar with count, rate and time left, after the first second.

    Args:
        stream: a terminal.
        noun: what is counted.
    """

    def __init__(self, stream: TextIO, noun: str = "files") -> None:
        self._stream = stream
        self._noun = noun
        self._started = self._drawn = time.monotonic()
        self._files = self._done = 0
        self._is_shown = False

    def begin(self, files: int) -> None:
        """Start counting up to a number of files; a run may do so again for other files."""
        self._files, self._done = files, 0
        self._started = self._drawn = time.monotonic()

    def step(self, name: str, miss: "Miss | None") -> None:
        """Count one more file."""
        self._done += 1
        if self._done % 16 == 0:
            self.pause()

    def pause(self) -> None:
        """Draw if the interval has passed."""
        now = time.monotonic()
        if now - self._started < _DELAY or now - self._drawn < _INTERVAL:
            return
        self._drawn = now
        self._is_shown = True
        self._stream.write(_START_OF_LINE + self.line(now - self._started))
        self._stream.flush()

    def line(self, seconds: float) -> str:
        """The progress line after some seconds."""
        share = self._done / self._files if self._files else 1.0
        filled = round(share * _BAR)
        rate = self._done / seconds
        left = _clock((self._files - self._done) / rate) if self._done else "…"
        bar = "#" * filled + "." * (_BAR - filled)
        return f"[{bar}] {self._done}/{self._files} {self._noun}, {rate:.0f}/s, {left} left "

    def close(self) -> None:
        """Remove the line."""
        if self._is_shown:
            self._stream.write(_CLEAR)
            self._stream.flush()
            self._is_shown = False


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return (
        f"{minutes // 60}:{minutes % 60:02}:{rest:02}" if minutes >= 60 else f"{minutes}:{rest:02}"
    )
