"""The outcomes of earlier runs, in the cache, for as long as they are true."""

import json
import time
from collections.abc import Mapping
from typing import Protocol

from contentlint.cache.key import digest
from contentlint.online.outcome import Outcome, read

# Incremented when the form of an outcome changes.
_FORM = 1
# Maximum number of outcomes; the oldest are dropped.
_MOST = 200_000


class Memory(Protocol):
    """Values stored by earlier runs."""

    def recall(self, key: bytes) -> str | None:
        """The stored value of a key, if any."""

    def remember(self, key: bytes, text: str) -> None:
        """Store a value, replacing the previous one."""


class Known:
    """The outcomes of earlier runs that are still true, and those of this run.

    Args:
        memory: where they are stored; None: nowhere.
        allows_private: whether hosts of private networks are asked; such runs are kept apart.
        now: the time, in seconds since 1970; None: that of the system.
    """

    def __init__(
        self, memory: Memory | None, *, allows_private: bool, now: float | None = None
    ) -> None:
        self._memory = memory
        self._now = time.time() if now is None else now
        self._key = digest((b"online", str(_FORM).encode(), str(allows_private).encode()))
        self._ends: dict[str, float] = {}
        self.outcomes: dict[str, Outcome] = {}
        text = None if memory is None else memory.recall(self._key)
        try:
            for url, ends, data in json.loads(text or "[]"):
                outcome = read(data)
                # An end too far away was written when the clock was wrong.
                if self._now < ends <= self._now + outcome.lifetime:
                    self.outcomes[url], self._ends[url] = outcome, ends
        except (ValueError, TypeError):
            self.outcomes.clear()

    def add(self, url: str, outcome: Outcome) -> None:
        """Add the outcome of a URL without a fragment."""
        self.outcomes[url] = outcome
        self._ends[url] = self._now + outcome.lifetime

    def save(self) -> None:
        """Store all outcomes."""
        if self._memory is None:
            return
        kept: Mapping[str, Outcome] = dict(list(self.outcomes.items())[-_MOST:])
        data = [[url, self._ends[url], outcome] for url, outcome in kept.items()]
        self._memory.remember(self._key, json.dumps(data, separators=(",", ":")))
