"""Dates as people write them, and the same in ISO 8601."""

import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

_TIME = r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?"
_ZONE = r"(?P<zone>Z|z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?"
_ISO = re.compile(
    rf"(?P<year>\d{{4}})(?P<mark>[-/])(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}})"
    rf"(?:(?:[ \t]+|[Tt]){_TIME}[ \t]*{_ZONE})?"
)
_WRITTEN = (
    # 19 November 2021 · Nov 19, 2021 · Nov. 19th 2021, each with a weekday or a time perhaps
    re.compile(
        rf"(?:[A-Za-z]{{3,9}}\.?,?\s+)??(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<name>[A-Za-z]{{3,9}})"
        rf"\.?,?\s+(?P<year>\d{{4}})(?:,?\s+{_TIME}\s*(?:(?:GMT|UTC)(?=[+-]))?{_ZONE}(?:\s+\(.*\))?)?"
    ),
    re.compile(
        rf"(?:[A-Za-z]{{3,9}}\.?,?\s+)??(?P<name>[A-Za-z]{{3,9}})\.?\s+(?P<day>\d{{1,2}})"
        rf"(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})(?:,?\s+{_TIME}\s*(?:(?:GMT|UTC)(?=[+-]))?{_ZONE}(?:\s+\(.*\))?)?"
    ),
    # 19.11.2021: a day first wherever dots are written
    re.compile(rf"(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.(?P<year>\d{{4}})(?:,?\s+{_TIME})?"),
    # 2021年11月19日 · 2021.11.19
    re.compile(
        rf"(?P<year>\d{{4}})\s*[年.]\s*(?P<month>\d{{1,2}})\s*[月.]\s*(?P<day>\d{{1,2}})日?(?:\s*{_TIME})?"
    ),
)
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_MONTHS = {
    name: number
    for number, names in enumerate(
        "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|"
        "september sept sep|october oct|november nov|december dec".split("|"),
        start=1,
    )
    for name in names.split()
}


def is_iso(text: str) -> bool:
    """Whether a text has the form of an ISO 8601 date or time, as generators take it.

    Taken too: Hexo's `2021/11/19`, a blank for the `T`, one digit for month, day or hour.
    """
    return _ISO.fullmatch(text.strip()) is not None


def exists(text: str) -> bool:
    """Whether an ISO 8601 text names a day and time that there are."""
    match = _ISO.fullmatch(text.strip())
    return match is not None and _moment(match) is not None


def to_iso(text: str) -> str | None:
    """A date in another form as ISO 8601; None where it is none or can be read in two ways.

    RFC 822 and RFC 2822 (feeds and mail), JavaScript's form, written-out and dotted dates.
    """
    text = text.strip()
    for pattern in _WRITTEN:
        if (match := pattern.fullmatch(text)) and (moment := _moment(match)):
            return _iso(moment, has_time=match.groupdict().get("hour") is not None)
    if match := _SLASHED.fullmatch(text):
        return _of_slashes(*map(int, match.groups()))
    try:
        return _iso(parsedate_to_datetime(text), has_time=True)
    except (TypeError, ValueError, IndexError, OverflowError):
        return None


def of_timestamp(number: int) -> str | None:
    """A Unix time in seconds or milliseconds as ISO 8601; None where it is neither."""
    seconds = number / 1000 if number > 10**11 else number
    if not 10**8 <= seconds < 10**10:
        return None
    return _iso(datetime.fromtimestamp(int(seconds), UTC), has_time=True)


def _of_slashes(first: int, second: int, year: int) -> str | None:
    if first <= 12 and second <= 12 and first != second:
        return None
    month, day = (second, first) if first > 12 else (first, second)
    try:
        return _iso(datetime(year, month, day), has_time=False)
    except ValueError:
        return None


def _moment(match: re.Match[str]) -> datetime | None:
    parts = match.groupdict()
    month = _MONTHS.get(parts["name"].lower()) if parts.get("name") else int(parts["month"])
    if month is None:
        return None
    hour, minute, second = (int(parts.get(name) or 0) for name in ("hour", "minute", "second"))
    year, day = int(parts["year"]), int(parts["day"])
    try:
        return datetime(year, month, day, hour, minute, second, tzinfo=_zone(parts))
    except ValueError:
        return None


def _zone(parts: dict[str, str | None]) -> timezone | None:
    zone = parts.get("zone")
    if zone is None:
        return None
    if zone[0] not in "+-":
        return UTC
    digits = zone[1:].replace(":", "").ljust(4, "0")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-offset if zone[0] == "-" else offset)


def _iso(moment: datetime, *, has_time: bool) -> str:
    if not has_time:
        return moment.date().isoformat()
    return moment.replace(microsecond=0).isoformat().replace("+00:00", "Z")
