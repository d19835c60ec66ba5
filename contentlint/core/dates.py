"""Parse dates as people write them, and give the ISO 8601 form of each.

Many formats are recognized, but only ISO 8601 is accepted: a date with a single possible meaning
gets a proposal, an ambiguous date gets none.

In one module, for every way of writing a date ends in the same few checks.
"""

import re
from datetime import UTC, date, datetime, timedelta, timezone
from functools import lru_cache
from typing import Literal

from contentlint.core.patterns import lazy
from contentlint.core.tuples import NamedTuple

# Longer texts are not remembered, in code points.
_LONGEST = 100
PLAIN_FORM = "YYYY-MM-DD"


class NotADate(ValueError):
    """A date that is not in ISO 8601, or a text that is not a date.

    Args:
        fault: the end of a message that starts with the value: "is not ISO 8601".
        proposal: the ISO 8601 form, if the date has a single possible meaning.
        is_dated: whether the text is meant as a date.
        cause: "format": only the format is not ISO 8601; "zone": the time zone is ambiguous.
    """

    def __init__(
        self,
        fault: str,
        proposal: str | None = None,
        *,
        is_dated: bool = True,
        cause: Literal["format", "zone", "other"] = "other",
    ) -> None:
        super().__init__(fault)
        self.fault = fault
        self.proposal = proposal
        self.is_dated = is_dated
        self.cause = cause

    def copy(self) -> "NotADate":
        """The same error, without the frames that it was raised in."""
        return NotADate(self.fault, self.proposal, is_dated=self.is_dated, cause=self.cause)

    @property
    def message(self) -> str:
        """The fault, and the proposal if there is one."""
        return self.fault if self.proposal is None else self.proposing(self.proposal)

    def proposing(self, form: str) -> str:
        """The fault, and what to write instead."""
        return f"{self.fault}; write `{form}`"


class _Parts(NamedTuple):
    """The parts of a date; `zone` as written, empty if there is none."""

    year: int
    month: int
    day: int
    clock: str = ""
    zone: str = ""


_CLOCK = r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]{1,9})?)?"
_ZONE = r"[Zz]|UTC|GMT|[+-][0-9]{1,2}(?::?[0-9]{2})?"
_ISO = lazy(
    r"([0-9]{4})([-/])([0-9]{1,2})\2([0-9]{1,2})"
    rf"(?:(?:[Tt]|[ \t]+)({_CLOCK})[ \t]*({_ZONE})?)?"
)
_NAMED_ZONE = lazy(
    rf"([0-9]{{4}})-([0-9]{{2}})-([0-9]{{2}})[Tt ]+({_CLOCK})\s*((?![AP]M$)[A-Z]{{2,5}})"
)
_MONTH_ONLY = lazy(r"[0-9]{4}-(?:0[1-9]|1[0-2])")
_DIGITS = lazy(r"[0-9]+")
_EAST_ASIAN = lazy(r"([0-9]{4})\s*年\s*([0-9]{1,2})\s*月\s*([0-9]{1,2})\s*[日号號]")
_NUMERIC = lazy(r"([0-9]{1,4})([-./])([0-9]{1,2})\2([0-9]{1,4})\.?")
_TOKEN = lazy(
    rf"""(?P<clock>{_CLOCK})(?:\s*(?P<half>[AaPp]\.?[Mm]\.?))?
    |(?P<zone>(?:GMT|UTC|(?<![A-Za-z]))[+-][0-9]{{2}}:?[0-9]{{2}})(?![0-9])
    |(?P<number>[0-9]+)(?:st|nd|rd|th)?\b
    |(?P<word>[^\W0-9_]+)\.?
    |(?P<note>\([^()]*\)\s*$)
    |(?P<gap>[\s,]+|(?<=[0-9A-Za-z])-(?=[0-9A-Za-z]))
    """,
    re.VERBOSE,
)
_MONTHS = {
    name: number
    for number, names in enumerate(
        "jan january|feb february|mar march|apr april|may|jun june|jul july|aug august|"
        "sep sept september|oct october|nov november|dec december".split("|"),
        start=1,
    )
    for name in names.split()
}
_MONTH_NAMES = (
    "January February March April May June July August September October November December"
).split()
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_WEEKDAY_NUMBERS = {
    name[:length]: number
    for number, name in enumerate(_WEEKDAYS)
    for length in range(3, len(name) + 1)
}
_UNIVERSAL = frozenset({"z", "ut", "utc", "gmt"})
# Of a common year; `_value` handles leap years.
_DAYS_IN_MONTH = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def read_date(text: str) -> date:
    """The date or date-time of a text in ISO 8601.

    Variants that every site generator parses are accepted: a space instead of `T`, `/` between the
    numbers, `UTC` for `Z`, a space before the offset.

    Raises:
        NotADate: for any other format, with a proposal if its meaning is certain.
    """
    text = text.strip()
    if len(text) > _LONGEST:
        return _read(text)
    outcome = _outcome(text)
    if isinstance(outcome, NotADate):
        raise outcome.copy()
    return outcome


@lru_cache(maxsize=256)
def _outcome(text: str) -> date | NotADate:
    """The date of a text, or the error; the schema and several rules ask for the same one."""
    try:
        return _read(text)
    except NotADate as error:
        return error.copy()


def _read(text: str) -> date:
    match = _ISO.fullmatch(text)
    if match:
        year, separator, month, day, clock, zone = match.groups()
        parts = _Parts(int(year), int(month), int(day), clock or "", zone or "")
        value = _value(parts)
        if separator == "-" and (len(month) == 1 or len(day) == 1):
            raise _rewritten(value)
        return value
    if _MONTH_ONLY.fullmatch(text):
        return date(int(text[:4]), int(text[5:]), 1)
    if _DIGITS.fullmatch(text):
        raise _number(text)
    raise _other_form(text)


def date_of(text: str) -> date | None:
    """The date of a text in any known format; None if it is ambiguous or not a date."""
    try:
        return read_date(text)
    except NotADate as error:
        return read_date(error.proposal) if error.proposal else None


def _other_form(text: str) -> NotADate:
    """The error for a text that is not ISO 8601."""
    text, east_asian = _EAST_ASIAN.subn(r"\1-\2-\3 ", text)
    if east_asian:
        text = text.strip()
        match = _ISO.fullmatch(text)
        if match:
            year, _, month, day, clock, zone = match.groups()
            parts = _Parts(int(year), int(month), int(day), clock or "", zone or "")
            return _rewritten(_value(parts))
        return _unknown()
    named = _NAMED_ZONE.fullmatch(text)
    if named:
        parts = _Parts(int(named[1]), int(named[2]), int(named[3]), named[4])
        return _named_zone(parts, named[5])
    head, _, rest = text.partition(" ")
    numeric = _NUMERIC.fullmatch(head.rstrip(","))
    if numeric:
        return _numeric(numeric, rest.strip())
    return _verbal_date(text)


def _number(digits: str) -> NotADate:
    """Only digits: a date without separators, or seconds or milliseconds since 1970."""
    try:
        if len(digits) == 8:
            return _rewritten(datetime.strptime(digits, "%Y%m%d").date())
        if len(digits) == 14:
            return _rewritten(datetime.strptime(digits, "%Y%m%d%H%M%S"))
    except ValueError:
        return _unknown()
    if len(digits) not in (10, 13):
        return _unknown()
    moment = datetime.fromtimestamp(int(digits[:10]), UTC)
    iso = _iso(moment)
    return NotADate("is a Unix timestamp", iso, cause="format")


def _numeric(match: re.Match[str], rest: str) -> NotADate:
    """Three numbers in another order than year, month, day; or that order with dots."""
    first, separator, second, third = match.groups()
    form = rf"({_CLOCK})\s*([AaPp]\.?[Mm]\.?)?\s*({_ZONE})?"
    written = re.fullmatch(form, rest) if rest else None
    clock = _to_24_hours(written[1], written[2]) if written else None
    if rest and clock is None:
        return _unknown()
    time = (clock, written[3] or "") if clock and written else ("", "")
    if len(first) == 4 and len(third) <= 2:
        return _rewritten(_value(_Parts(int(first), int(second), int(third), *time)))
    if len(third) != 4 or len(first) > 2:
        return NotADate(f"has no four-digit year; write it as `{PLAIN_FORM}`")
    day_first = _Parts(int(third), int(second), int(first), *time)
    month_first = _Parts(int(third), int(first), int(second), *time)
    orders = [day_first] if separator == "." else [day_first, month_first]
    values: list[date] = []
    reason = _unknown()
    for parts in orders:
        try:
            values.append(_value(parts))
        except NotADate as error:
            # If neither reading is valid, the one with a valid month has the better message.
            reason = error if parts.month <= 12 or parts is day_first else reason
    if not values:
        return reason
    if len(set(values)) == 1:
        return _rewritten(values[0])
    either, other = (_iso(value)[:10] for value in values)
    return NotADate(f"is ambiguous: {either} or {other}; write it as `{PLAIN_FORM}`")


class _Words(NamedTuple):
    """The words and numbers of a date, by kind."""

    years: list[str]
    numbers: list[str]
    months: list[int]
    weekdays: list[str]
    clocks: list[str]
    offsets: list[str]
    zones: list[str]

    @property
    def is_a_date(self) -> bool:
        """Whether there is a month, a day and a year, and at most one time and one weekday."""
        has_day = len(self.months) == 1 and len(self.years) + len(self.numbers) == 2
        return has_day and len(self.clocks) <= 1 and len(self.weekdays) <= 1

    @property
    def has_short_year(self) -> bool:
        """Whether the year has two digits."""
        return not self.years and all(len(number) <= 2 for number in self.numbers)

    @property
    def named_zone(self) -> str | None:
        """A time zone abbreviation without a definite offset."""
        return next((zone for zone in self.zones if zone not in _UNIVERSAL), None)


def _classified(tokens: list[tuple[str, str]]) -> _Words:
    words = [word.lower() for kind, word in tokens if kind == "word"]
    numbers = [word for kind, word in tokens if kind == "number"]
    others = [word for word in words if word not in _MONTHS and _weekday(word) is None]
    return _Words(
        years=[number for number in numbers if len(number) == 4],
        numbers=[number for number in numbers if len(number) != 4],
        months=[_MONTHS[word] for word in words if word in _MONTHS],
        weekdays=[word for word in words if _weekday(word) is not None],
        clocks=[word for kind, word in tokens if kind == "clock"],
        offsets=[word for kind, word in tokens if kind == "zone"],
        zones=[word for word in others if word not in ("at", "of", "the")],
    )


def _verbal_date(text: str) -> NotADate:
    """A date with a month name, as in e-mail, feeds and prose."""
    tokens = _tokens(text)
    if tokens is None:
        return _unknown()
    words = _classified(tokens)
    if not words.is_a_date:
        return _unknown()
    if len(words.years) != 1:
        fault = f"has no four-digit year; write it as `{PLAIN_FORM}`"
        return NotADate(fault) if words.has_short_year else _unknown()
    clock = "".join(words.clocks)
    named = words.named_zone
    if len(words.offsets) + len(words.zones) > 1 or (named and not clock):
        return _unknown()
    zone = "".join(words.offsets) or ("Z" if words.zones else "")
    year, day = int(words.years[0]), int(words.numbers[0])
    parts = _Parts(year, words.months[0], day, clock, zone if clock else "")
    if named:
        return _named_zone(parts._replace(zone=""), named.upper())
    return _checked(_value(parts), words.weekdays)


def _tokens(text: str) -> list[tuple[str, str]] | None:
    """The words and numbers of a text; None if it contains anything else."""
    tokens: list[tuple[str, str]] = []
    place = 0
    while place < len(text):
        match = _TOKEN.match(text, place)
        if match is None or match.end() == place:
            return None
        place = match.end()
        kind = "clock" if match["clock"] else str(match.lastgroup)
        if kind == "clock":
            clock = _to_24_hours(match["clock"], match["half"])
            if clock is None:
                return None
            tokens.append((kind, clock))
        elif kind not in ("gap", "note"):
            tokens.append((kind, match[kind]))
    return tokens


def _to_24_hours(clock: str, half: str | None) -> str | None:
    """A 12-hour time as a 24-hour time; None if the hour is not 1 to 12."""
    if half is None:
        return clock
    hour, colon, rest = clock.partition(":")
    if not 1 <= int(hour) <= 12:
        return None
    return f"{int(hour) % 12 + 12 * (half[0] in 'Pp')}{colon}{rest}"


def _named_zone(parts: _Parts, name: str) -> NotADate:
    """A time zone abbreviation, which several countries use for different offsets."""
    if not 2 <= len(name) <= 5 or not name.isascii():
        return _unknown()
    example = _iso(_value(parts))
    return NotADate(
        f"is not ISO 8601, and `{name}` is an ambiguous time zone; "
        f"write `{example}` with a UTC offset",
        cause="zone",
    )


def _checked(value: date, weekdays: list[str]) -> NotADate:
    """A proposal, unless the weekday in the text contradicts it."""
    if weekdays and _weekday(weekdays[0]) != value.weekday():
        right = _WEEKDAYS[value.weekday()].capitalize()
        day = f"{value.day} {_MONTH_NAMES[value.month - 1]} {value.year}"
        return NotADate(f"has the wrong weekday: {day} was a {right}; correct one of them")
    return _rewritten(value)


def _weekday(word: str) -> int | None:
    """The number of a weekday by its name or at least its first three letters; Monday is 0."""
    return _WEEKDAY_NUMBERS.get(word)


def _value(parts: _Parts) -> date:
    """The date from its parts.

    Raises:
        NotADate: the day or time does not exist.
    """
    if not 1 <= parts.month <= 12:
        raise NotADate("does not exist; months range from 01 to 12")
    if parts.year < 1:
        raise NotADate("does not exist; years range from 0001 to 9999")
    days = _DAYS_IN_MONTH[parts.month - 1]
    if parts.month == 2 and parts.year % 4 == 0 and (parts.year % 100 or parts.year % 400 == 0):
        days = 29
    if not 1 <= parts.day <= days:
        month = f"{_MONTH_NAMES[parts.month - 1]} {parts.year}"
        raise NotADate(f"does not exist; {month} has {days} days")
    if not parts.clock:
        return date(parts.year, parts.month, parts.day)
    if parts.clock in ("24:00", "24:00:00"):
        start = _value(parts._replace(clock="00:00"))
        try:
            return start + timedelta(days=1)
        except OverflowError:
            raise NotADate("does not exist; years range from 0001 to 9999") from None
    hour, minute, second, fraction = _clock(parts.clock)
    return datetime(
        parts.year,
        parts.month,
        parts.day,
        hour,
        minute,
        second,
        fraction,
        tzinfo=_zone(parts.zone),
    )


def _clock(clock: str) -> tuple[int, int, int, int]:
    """Hours, minutes, seconds and microseconds.

    Raises:
        NotADate: the time does not exist.
    """
    hour, minute, *rest = clock.replace(",", ".").split(":")
    second, _, fraction = (rest[0] if rest else "0").partition(".")
    numbers = (int(hour), int(minute), int(second), int(fraction[:6].ljust(6, "0")))
    for number, most, name in zip(
        numbers, (23, 59, 59), ("hour", "minute", "second"), strict=False
    ):
        if number > most:
            raise NotADate(f"does not exist; {name}s range from 00 to {most}")
    return numbers


def _zone(zone: str) -> timezone | None:
    """The time zone of `Z`, `UTC`, `+0800`, `GMT+08:00`; None for an empty text.

    Raises:
        NotADate: the offset does not exist.
    """
    if not zone:
        return None
    offset = re.sub("^(?:GMT|UTC)(?=.)", "", zone)
    if offset.lower() in _UNIVERSAL:
        return UTC
    digits = offset[1:].replace(":", "")
    hours = int(digits if len(digits) <= 2 else digits[:-2])
    minutes = int(digits[-2:]) if len(digits) > 2 else 0
    if hours > 14 or minutes > 59:
        raise NotADate("does not exist; offsets range from -12:00 to +14:00")
    sign = -1 if offset[0] == "-" else 1
    return timezone(sign * timedelta(hours=hours, minutes=minutes))


def _iso(value: date) -> str:
    """ISO 8601: `2021-11-19`, `2021-11-19T03:39:16Z`, `2021-11-19T03:39:16+08:00`."""
    text = value.isoformat()
    return text.removesuffix("+00:00") + "Z" if text.endswith("+00:00") else text


def _rewritten(value: date) -> NotADate:
    return NotADate("is not ISO 8601", _iso(value), cause="format")


def _unknown() -> NotADate:
    fault = f"is not a date; write it as `{PLAIN_FORM}` or `{PLAIN_FORM}THH:MM:SS+HH:MM`"
    return NotADate(fault, is_dated=False)
