"""What asking a URL has shown, and for how long that is true."""

from collections.abc import Collection, Mapping
from typing import Any, Literal

from contentlint.core.tuples import NamedTuple
from contentlint.site.answers import Answer

Kind = Literal["ok", "dead", "certificate", "unknown"]

DEAD = frozenset({404, 410})
# How long an outcome is used again, in seconds: what is true changes rarely, what is broken may be
# repaired, and what is unknown says nothing.
_LIFETIMES: Mapping[Kind, float] = {
    "ok": 86_400.0,
    "dead": 3_600.0,
    "certificate": 3_600.0,
    "unknown": 600.0,
}


class Outcome(NamedTuple):
    """What asking a URL has shown.

    Args:
        kind: the result, regardless of accepted status codes.
        reason: why it is not `ok`: `404`, `timeout`.
        status: the last status code; 0: none.
        url: the last URL after redirects; empty: not redirected.
        moved: the URL to which the first redirects, which were permanent, lead; empty: none.
        anchors: the fragments that were looked for in the page, with the result.
    """

    kind: Kind
    reason: str = ""
    status: int = 0
    url: str = ""
    moved: str = ""
    anchors: tuple[tuple[str, bool], ...] = ()

    def accepted(self, accept: Collection[int]) -> "Outcome":
        """The outcome when some status codes count as success."""
        return self._replace(kind="ok", reason="") if self.status in accept else self

    @property
    def lifetime(self) -> float:
        """How long it is used again, in seconds."""
        return _LIFETIMES[self.kind]

    @property
    def answer(self) -> Answer | None:
        """What rules learn of it."""
        if self.kind == "dead":
            return Answer("dead", self.reason, self.url)
        if self.kind == "certificate":
            return Answer("certificate", self.reason)
        return Answer("moved", "", self.moved) if self.kind == "ok" and self.moved else None


def read(data: Any) -> Outcome:
    """An outcome from its JSON value.

    Raises:
        ValueError, TypeError: it is not valid.
    """
    kind, reason, status, url, moved, anchors = data
    if kind not in _LIFETIMES:
        raise ValueError(kind)
    found = tuple((str(name), bool(is_there)) for name, is_there in anchors)
    return Outcome(kind, str(reason), int(status), str(url), str(moved), found)
