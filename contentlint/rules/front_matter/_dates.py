"""The dates of a front matter block: when an article was published, and when it was changed."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from contentlint.rule import Document, Span, date_of, is_templated

_PUBLISHED = frozenset("date pubdate datepublished publishedat publisheddate created".split())
_CHANGED = frozenset(
    "updated lastmod lastmodified lastmodifiedat modified modifieddate updateddate dateupdated "
    "datemodified updatedat modifiedat lastupdated lastupdate".split()
)
_ANY = _PUBLISHED | _CHANGED | {"publishdate"}


class Dated(NamedTuple):
    """A date that front matter gives.

    Args:
        key: its key, as written, nested ones joined by dots.
        span: where its value stands.
        raw: what the author wrote.
        value: what it says.
    """

    key: str
    span: Span
    raw: str
    value: date

    @property
    def iso(self) -> str:
        """The value in the form of ISO 8601."""
        text = self.value.isoformat()
        return text.removesuffix("+00:00") + "Z" if text.endswith("+00:00") else text

    @property
    def inside(self) -> Span:
        """The value without its quotes."""
        is_quoted = self.span.end - self.span.start == len(self.raw) + 2
        return Span(self.span.start + 1, self.span.end - 1) if is_quoted else self.span

    @property
    def day(self) -> date:
        """The day alone, as its author's clock had it."""
        return self.value.date() if isinstance(self.value, datetime) else self.value


def published(document: Document) -> Dated | None:
    """When an article was published, by the first key that says so."""
    return next(_dates(document, _PUBLISHED, "created"), None)


def changed(document: Document) -> Dated | None:
    """When an article was changed last, by the first key that says so."""
    return next(_dates(document, _CHANGED, "updated"), None)


def dates(document: Document) -> "list[Dated]":
    """Every date of publication or change."""
    return list(_dates(document, _ANY, ""))


def is_before(one: date, other: date) -> bool:
    """Whether a date is surely before another; a missing time or zone leaves room."""
    if isinstance(one, datetime) and isinstance(other, datetime):
        if (one.tzinfo is None) == (other.tzinfo is None):
            return one < other
        return one.replace(tzinfo=None) + timedelta(hours=14) < other.replace(tzinfo=None)
    days = [moment.date() if isinstance(moment, datetime) else moment for moment in (one, other)]
    # A day without a time is whatever the zone of the other makes of it.
    has_zone = any(isinstance(moment, datetime) and moment.tzinfo for moment in (one, other))
    return days[0] < days[1] - timedelta(days=1 if has_zone else 0)


def _dates(document: Document, keys: frozenset[str], inside: str) -> Iterator[Dated]:
    """The dates of some keys; `inside`: which part of a `date` with parts, all where empty."""
    for path, raw in document.front_matter.scalars.items():
        name = _plain(path[0])
        is_nested = len(path) == 2 and name in ("date", "lastupdate")
        if is_nested:
            part = _plain(path[1])
            is_wanted = part == inside or (not inside and part in ("created", "updated", "date"))
            is_wanted |= name == "lastupdate" and part == "date" and "lastupdate" in keys
        else:
            is_wanted = len(path) == 1 and name in keys
        if not is_wanted or is_templated(raw) or len(raw) > 60:
            continue
        value = date_of(raw)
        if value is not None:
            yield Dated(".".join(map(str, path)), document.front_matter.span_of(path), raw, value)


@lru_cache(maxsize=4096, typed=True)
def _plain(key: object) -> str:
    return str(key).lower().replace("_", "").replace("-", "")
