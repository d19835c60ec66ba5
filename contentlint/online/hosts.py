"""One host among those of a run: how many requests it gets at the same time, and how often."""

import asyncio
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from contentlint.online.outcome import Kind

# A host that asks for a longer pause is not asked again in this run, in seconds.
LONGEST_PAUSE = 60.0
# The pause after a `429` without `Retry-After`, doubled each time.
_FIRST_PAUSE = 2.0
# How many requests may be refused before a host is given up.
_MOST_PAUSES = 4
# How many requests in a row may get no answer before a host is given up.
_MOST_FAILURES = 5
# How many `HEAD` requests a host may answer wrongly before only `GET` is used.
_MOST_LIES = 2


class Failed(Exception):
    """No response.

    Args:
        reason: why, as text that follows a colon.
        kind: `dead` if the host does not exist, `certificate` if its certificate is rejected.
        is_transient: whether another attempt may succeed.
        is_protocol: whether the host could be reached, but did not answer correctly.
    """

    def __init__(
        self,
        reason: str,
        kind: Kind = "unknown",
        *,
        is_transient: bool = False,
        is_protocol: bool = False,
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.kind = kind
        self.is_transient = is_transient
        self.is_protocol = is_protocol


class Clock:
    """The time of the event loop; replaced in tests."""

    def now(self) -> float:
        """The time in seconds since some point."""
        return asyncio.get_running_loop().time()

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await asyncio.sleep(seconds)


class Host:
    """The limits of one host.

    Args:
        name: its name.
        most: maximum number of requests at the same time.
        rate: maximum number of requests per second.
        clock: measures and waits.
    """

    def __init__(self, name: str, most: int, rate: float, clock: Clock) -> None:
        self.name = name
        self.slots = asyncio.Semaphore(most)
        # Why it gets no more requests in this run; None: it does.
        self.fault: Failed | None = None
        self._interval = 1 / rate
        self._clock = clock
        self._next = self._paused_until = 0.0
        self._pauses = self._lies = self._failures = 0

    async def turn(self) -> None:
        """Wait until the host may get the next request."""
        now = self._clock.now()
        start = max(now, self._next)
        self._next = start + self._interval
        while (wait := max(start, self._paused_until) - self._clock.now()) > 0:
            if self.fault is not None:
                return
            await self._clock.sleep(wait)

    def pause(self, asked: float | None) -> bool:
        """Send no requests for a while; return whether it may be asked again afterwards.

        Args:
            asked: the pause that it asks for, in seconds; None: not given.
        """
        self._pauses += 1
        seconds = _FIRST_PAUSE * 2 ** (self._pauses - 1) if asked is None else asked
        if seconds > LONGEST_PAUSE or self._pauses > _MOST_PAUSES:
            self.fault = Failed("429")
            return False
        now = self._clock.now()
        self._paused_until = max(self._paused_until, now + seconds)
        self._next = max(self._next, self._paused_until)
        return True

    def is_fine(self) -> None:
        """The host has answered a request."""
        self._failures = 0
        if self._clock.now() >= self._paused_until:
            self._pauses = 0

    def has_failed(self, failure: Failed) -> None:
        """The host has not answered a request; if that lasts, its other URLs fail at once."""
        if failure.kind == "unknown" and not failure.is_protocol:
            self._failures += 1
        if failure.kind == "dead" or self._failures >= _MOST_FAILURES:
            self.fault = Failed(failure.reason, failure.kind)

    @property
    def answers_head(self) -> bool:
        """Whether its answers to `HEAD` have been those to `GET`."""
        return self._lies < _MOST_LIES

    def has_lied(self) -> None:
        """The host answered `GET` differently from `HEAD`."""
        self._lies += 1


def seconds_of(retry_after: str, now: datetime | None = None) -> float | None:
    """The seconds of a `Retry-After` header: a number, or a date (RFC 9110, 10.2.3).

    Args:
        retry_after: the value.
        now: the current time; None: that of the system.

    Returns:
        None if the value is not valid.
    """
    text = retry_after.strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        date = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    date = date if date.tzinfo is not None else date.replace(tzinfo=UTC)
    return max((date - (now or datetime.now(UTC))).total_seconds(), 0.0)
