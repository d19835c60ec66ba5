"""How generators read dates in front matter: the forms of the recordings, as patterns.

A strict parser has a pattern of what it reads; a lenient one has a pattern of what it certainly
does not read, and what matches neither is not judged. A test compares both with every recorded
date.
"""

import re
from datetime import UTC, datetime
from functools import cached_property
from typing import Literal

from contentlint.core.patterns import lazy
from contentlint.core.records import record
from contentlint.core.tuples import NamedTuple

State = Literal["read", "unreadable", "shifted", "unknown"]


class Reading(NamedTuple):
    """What a generator does with a date.

    Args:
        state: "read": as meant; "shifted": as another instant; "unknown": nothing is recorded.
        meaning: what it is read as, if shifted, as words after "reads it as".
    """

    state: State
    meaning: str = ""


class Shift(NamedTuple):
    """A form that is read as another instant.

    Args:
        form: a pattern of the whole value.
        meaning: what it is read as.
    """

    form: re.Pattern[str]
    meaning: str


READ = Reading("read")
UNREADABLE = Reading("unreadable")
UNJUDGED = Reading("unknown")

# An unquoted value that YAML parsers turn into a date.
TIMESTAMP = lazy(
    r"\d{4}-\d\d-\d\d|\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?"
    r"(?:[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?))?"
)
_WITH_OFFSET = lazy(r".*(?:Z|[-+]\d\d?(?::\d\d)?)", re.DOTALL)
_INTEGER = lazy(r"[-+]?\d[\d_]*")
_BOOLEAN = lazy(r"true|false|True|False|TRUE|FALSE")
_AT_24 = lazy(r".*[Tt ]24:.*")

_DAY = r"\d{4}-\d\d-\d\d"
_TIME = r"(?:[01]?\d|2[0-3]):\d\d:\d\d(?:[.,]\d+)?"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_WEEKDAY = r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)"

_ISO = lazy(rf"{_DAY}(?:[T ]\d\d:\d\d:\d\d(?:\.\d{{1,9}})?(?:Z|[-+]\d\d:\d\d)?)?")

GO = lazy(
    rf"{_DAY}|{_DAY}T{_TIME}(?:Z|[-+]\d\d:?\d\d)?"
    rf"|{_DAY} +{_TIME}(?:Z|[-+]\d\d:?\d\d| [-+]\d\d:?\d\d)?"
    rf"|\d\d {_MONTH} \d{{4}}"
    rf"|{_WEEKDAY}, \d\d {_MONTH} \d{{4}} {_TIME} (?:GMT|UTC|[-+]\d{{4}})"
    rf"|\d\d {_MONTH} \d\d \d\d:\d\d (?:GMT|UTC|[-+]\d{{4}})"
    rf"|{_WEEKDAY} {_MONTH} [ \d]\d {_TIME}(?: (?:GMT|UTC|[-+]\d{{4}}))? \d{{4}}"
)
"""Strings that Hugo reads."""

LUXON = lazy(
    r"\d{4}(?:-?\d\d(?:-?\d\d)?|-?\d{3}|-?W\d\d(?:-?\d)?)?"
    r"(?:[Tt]\d\d(?::?\d\d(?::?\d\d(?:[.,]\d{1,30})?)?)?(?:[Zz]|[-+]\d\d(?::?\d\d)?)?"
    r"(?:\[[A-Za-z_/+-]{1,256}\])?)?"
    r"|(?i:(?:git )?(?:last modified|created))"
)
"""Strings that Eleventy reads, its words for dates of files among them."""

ZOLA = lazy(
    rf"{_DAY}(?:[Tt ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:[Zz]|[-+]\d\d:\d\d)?)?"
    r"|\d{4}-\d\d?-\d\d?(?:(?:[Tt]|[ \t]+)\d\d?:\d\d(?::\d\d(?:\.\d*)?)?"
    r"(?:[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?))?)?"
)
"""Strings that Zola reads, by its source; what it makes of a time without seconds is not known."""

NO_STRINGS = lazy(r"(?!)")
"""For generators that read what YAML parses as a date, and no string."""

_NO_DIGIT = r"[^\d]*"
_EAST_ASIAN = r".*[年月日号號上下午]+.*"

_JAVASCRIPT_FAILS = (
    rf"{_NO_DIGIT}|{_EAST_ASIAN}"
    r"|\d{4}-\d\d-\d\d(?:[Tt]\d\d?|[Tt]\d:\d\d.*| \d\d?(?:\.\d\d)?|[-_]\d\d:\d\d)"
    r"|.*\d,\d+[Zz]?|.*\[.*\].*|.*\d(?:st|nd|rd|th)\b.*|\d+/\d+/\d+[Tt].*|.*_.*"
    r"|(?:1[3-9]|2\d|3[01])[-/.]\d\d?[-/.]\d{4}.*|(?:1[3-9]|2\d|3[01])-\d\d-\d\d"
    r"|\d{4}-\d{3}|\d{4}-W\d\d.*|\d{8}T.*|\d{10}|.*Z\s+|\d\d?\. .*|\(.*\)"
    r"|\d\d? de .*|0?[1-9]\. .*"
)
JAVASCRIPT_FAILS = lazy(_JAVASCRIPT_FAILS, re.DOTALL)
"""Strings that `new Date()` does not read."""

MYST_FAILS = lazy(
    rf"(?!\d{{4}}-\d\d-\d\dT|.*Z\s+$|(?:0\d|1[0-2])-\d\d-\d{{4}})(?:{_JAVASCRIPT_FAILS})", re.DOTALL
)
"""Strings that MyST does not read; it ignores times."""

RUBY_FAILS = lazy(
    r"[^\d]*|.*[年月].*|\d{4} \d\d \d\d|\d\d?[-/](?:1[3-9]|2\d|3[01])[-/]\d{2,4}"
    r"|\d{4}-\d\d|\d{4}-W\d\d.*|(?!\d{8}$)[-+]?\d+(?:\.\d+)?",
    re.DOTALL,
)
"""Strings that Jekyll does not read."""

RUBY_SHIFTS = (
    Shift(lazy(r"\d{4}-\d\d-\d\d(?:T\d\d| \d\d\.\d\d)"), "midnight, without the time"),
    Shift(lazy(r".*(?: [-+]\d{3}|GMT[-+]\d{4})"), "local time, without the offset"),
    Shift(lazy(r"\d\d?\. [^\W\d]+ \d{4}|\d\d? de .*"), "the time of the build"),
)
"""Strings that Jekyll reads as another instant."""

DATEUTIL_FAILS = lazy(
    rf"{_NO_DIGIT}|{_EAST_ASIAN}|.*[^\x00-\x7f].*|.*#.*|.*[-+]\d{{3}}|.* \d\d?\.\d\d"
    r"|\d{4}-\d{3}|\d{4}-W\d\d.*|\d{9,11}|\d{13}|\d+\.\d+|.*\[.*|\(.*|.*[Tt ]24:00.*|\d\d? mars .*"
    r"|\d\d? de .*",
    re.DOTALL,
)
"""Strings that Pelican and Nikola do not read."""

DATEUTIL_SHIFTS = (
    Shift(
        lazy(r"\d{4}-\d\d|(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d{4}"),
        "the current day of that month",
    ),
    Shift(lazy(r".*GMT[-+]\d{4}"), "an offset with the opposite sign"),
)
"""Strings that Pelican and Nikola read as another instant."""


# A longer text is not a date, in code points.
_MAX_DATE = 100


@record(eq=False)
class Dates:
    """How a generator reads the dates under some keys.

    Args:
        keys: the keys; the parts of a nested key are joined by dots.
        failure: what follows from a date that it cannot read: "stops the build".
        folders: folders of the only articles in which it reads them; empty: in all.
        any_case: whether keys are read in any case.
        strings: a pattern of the strings that it reads; None: it reads all but those of `fails`.
        fails: a pattern of strings that it does not read.
        shifts: strings that it reads as another instant.
        knows_timestamps: whether an unquoted YAML timestamp is a date, whatever strings it reads.
        drops_offsets: whether the offset of such a timestamp is ignored.
        unit: the unit since 1970 of an unquoted integer; "number": it stays a number; "none": it is
            not read; empty: it is read as a string.
        takes_booleans: whether an unquoted boolean is allowed instead of a date.
        knows_midnight: whether `24:00` is read as the start of the next day.
        empty_fails: whether an empty value fails as well.
        quotes_are_text: whether quotes are part of the value.
    """

    keys: frozenset[str]
    failure: str
    folders: tuple[str, ...] = ()
    any_case: bool = False
    strings: re.Pattern[str] | None = None
    fails: re.Pattern[str] | None = None
    shifts: tuple[Shift, ...] = ()
    knows_timestamps: bool = True
    drops_offsets: bool = False
    unit: Literal["seconds", "milliseconds", "number", "none", ""] = ""
    takes_booleans: bool = False
    knows_midnight: bool = True
    empty_fails: bool = False
    quotes_are_text: bool = False

    def has(self, key: str) -> bool:
        """Whether it reads a date under this key."""
        return key in self.keys or (self.any_case and key.lower() in self._folded)

    def are_read_in(self, path: str) -> bool:
        """Whether it reads them in the article with this path."""
        return not self.folders or any(f"/{name}/" in f"/{path}" for name in self.folders)

    @cached_property
    def _folded(self) -> frozenset[str]:
        return frozenset(key.lower() for key in self.keys)

    def reads(self, raw: str, quote: str = "") -> bool:
        """Whether it certainly reads a value as meant; arguments as for `read`."""
        return self.read(raw, quote).state == "read"

    def read(self, raw: str, quote: str = "") -> Reading:
        """What it makes of a value.

        Args:
            raw: the value as written, without quotes.
            quote: the quotation mark around it, if any.
        """
        if self.quotes_are_text:
            if quote == '"' or raw[:1] == '"':
                return UNREADABLE
            # Single quotes are skipped.
            raw = raw.strip("'")
        reading = None if quote else self._unquoted(raw.strip())
        return reading or self._string(raw if quote else raw.strip())

    def _unquoted(self, raw: str) -> Reading | None:
        """What the YAML parser makes of an unquoted value; None: a string."""
        if _BOOLEAN.fullmatch(raw) and (self.takes_booleans or self.strings is None):
            return UNJUDGED
        if not self.knows_midnight and _AT_24.fullmatch(raw):
            return UNREADABLE
        if self.knows_timestamps and TIMESTAMP.fullmatch(raw):
            if self.drops_offsets and ":" in raw and _WITH_OFFSET.fullmatch(raw):
                return Reading("shifted", "local time, without the offset")
            return READ
        return self._number(raw) if self.unit and _INTEGER.fullmatch(raw) else None

    def _string(self, raw: str) -> Reading:
        if len(raw) > _MAX_DATE:
            return UNJUDGED
        for shift in self.shifts:
            if shift.form.fullmatch(raw):
                return Reading("shifted", shift.meaning)
        if self.strings is not None:
            return READ if self.strings.fullmatch(raw) else UNREADABLE
        if self.fails is not None and self.fails.fullmatch(raw):
            return UNREADABLE
        return READ if _ISO.fullmatch(raw) else UNJUDGED

    def _number(self, raw: str) -> Reading:
        if self.unit == "number":
            return Reading("shifted", "a number")
        if self.unit == "none" or (self.unit == "milliseconds" and "_" in raw):
            return UNREADABLE
        if len(raw) == (13 if self.unit == "milliseconds" else 10) and raw.isdigit():
            return READ
        meaning = f"{self.unit} since 1970"
        seconds = int(raw) / (1000 if self.unit == "milliseconds" else 1)
        try:
            day = datetime.fromtimestamp(seconds, UTC).date()
        except (ValueError, OverflowError, OSError):
            return Reading("shifted", meaning)
        return Reading("shifted", f"{meaning}: {day}")
