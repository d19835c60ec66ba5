"""The publication and modification dates in a front matter block."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import lru_cache

from contentlint.rule import Document, NamedTuple, Span, date_of, is_templated

_PUBLICATION_KEYS = frozenset(
    "date pubdate datepublished publishedat publisheddate created".split()
)
_MODIFICATION_KEYS = frozenset(
    "updated lastmod lastmodified lastmodifiedat modified modifieddate updateddate dateupdated "
    "datemodified updatedat modifiedat lastupdated lastupdate".split()
)
_DATE_KEYS = _PUBLICATION_KEYS | _MODIFICATION_KEYS | {"publishdate"}
# The keys of a date that is written as a mapping.
_PARTS = frozenset({"created", "updated", "date"})
# Longer values are no dates, in code points.
_LONGEST = 60


class Dated(NamedTuple):
    """A date in front matter.

    Args:
        key: its key as written; the parts of a nested key are joined by dots.
        span: its value, quotes included.
        raw: the value as written, without quotes.
        value: the date.
    """

    key: str
    span: Span
    raw: str
    value: date

    @property
    def day(self) -> date:
        """The day, in the time zone that the date is written in."""
        return self.value.date() if isinstance(self.value, datetime) else self.value


def iso(value: date) -> str:
    """A date in ISO 8601 format, with `Z` for UTC."""
    text = value.isoformat()
    return text.removesuffix("+00:00") + "Z" if text.endswith("+00:00") else text


def published(document: Document) -> Dated | None:
    """The publication date, from the first key that has one."""
    return next(_dates(document, _PUBLICATION_KEYS, "created"), None)


def changed(document: Document) -> Dated | None:
    """The date of the last change, from the first key that has one."""
    return next(_dates(document, _MODIFICATION_KEYS, "updated"), None)


def dates(document: Document) -> "list[Dated]":
    """Every publication or modification date."""
    return list(_dates(document, _DATE_KEYS, ""))


def is_before(one: date, other: date) -> bool:
    """Whether a date is certainly before another, allowing for a missing time or time zone."""
    if isinstance(one, datetime) and isinstance(other, datetime):
        if (one.tzinfo is None) == (other.tzinfo is None):
            return one < other
        return one.replace(tzinfo=None) + timedelta(hours=14) < other.replace(tzinfo=None)
    days = [moment.date() if isinstance(moment, datetime) else moment for moment in (one, other)]
    # A day without a time can shift by one in the time zone of the other date.
    has_zone = any(isinstance(moment, datetime) and moment.tzinfo for moment in (one, other))
    return days[0] < days[1] - timedelta(days=1 if has_zone else 0)


def _dates(document: Document, keys: frozenset[str], inside: str) -> Iterator[Dated]:
    """The dates of the given keys; `inside`: the part of a nested `date` to read, empty: all."""
    for name, part, dated in document.once(_named_dates):
        if part:
            is_wanted = part == inside or (not inside and part in _PARTS)
            is_wanted |= name == "lastupdate" and part == "date" and "lastupdate" in keys
        else:
            is_wanted = name in keys
        if is_wanted:
            yield dated


def _named_dates(document: Document) -> list[tuple[str, str, Dated]]:
    """Every date under a key for dates, with this key and the one inside it in their usual form."""
    found: list[tuple[str, str, Dated]] = []
    front_matter = document.front_matter
    for path, raw in front_matter.scalars.items():
        name, part = _normalized(path[0]), ""
        if len(path) == 2 and name in ("date", "lastupdate"):
            part = _normalized(path[1])
            is_date = part in _PARTS
        else:
            is_date = len(path) == 1 and name in _DATE_KEYS
        if not is_date or is_templated(raw) or len(raw) > _LONGEST:
            continue
        value = date_of(raw)
        if value is not None:
            key = ".".join(map(str, path))
            found.append((name, part, Dated(key, front_matter.span_of(path), raw, value)))
    return found


@lru_cache(maxsize=4096, typed=True)
def _normalized(key: object) -> str:
    return str(key).lower().replace("_", "").replace("-", "")
