"""A date has an implausible year.

`0204-03-18` and `2204-03-18` are typing errors; `1970-01-01` and `0001-01-01` are written by
programs that have no date. Such an article is sorted to the wrong end of every list. Correct the
year.

`min-year` can be set to the year in which the site started.
"""

from datetime import timedelta

from contentlint.rule import Document, Problem, Problems, bad, cut, good, rule
from contentlint.rules.front_matter._dates import Dated, dates

EXAMPLES = [
    good("---\ndate: 2024-03-18\n---\n"),
    good("---\ndate: 1851-03-18\ntitle: A letter from the harbour\n---\n"),
    good("---\ndate: 1970-01-05\n---\n"),
    bad(
        "---\r\ntitle: 潮 👍\r\ndate: ⟦0204-03-18⟧\r\n---\r\n",
        "`date`: `0204-03-18` is before 1500; correct the year",
    ),
    bad(
        "---\ndate: ⟦1987-03-18⟧\n---\n",
        "`date`: `1987-03-18` is before 1990; correct the year",
        min_year=1990,
    ),
    bad(
        "+++\ndate = ⟦1970-01-01T00:00:00Z⟧\n+++\n",
        "`date`: `1970-01-01T00:00:00Z` is a placeholder for a missing date; set the date",
        path="a.md",
        schema="hugo",
    ),
    bad(
        "---\nupdated: ⟦8204-03-18⟧\n---\n",
        "`updated`: `8204-03-18` is more than 20 years in the future",
    ),
    bad(
        "---\ndate: ⟦9000-03-18⟧\n---\n",
        "`date`: `9000-03-18` is more than 3 years in the future",
        max_years_ahead=3,
    ),
]

# The Unix epoch as a date, in any time zone.
_EPOCH = frozenset({"1970-01-01", "1969-12-31"})


@rule(severity="warning", preset="recommended", since="0.1", when="front-matter")
def check(document: Document, *, min_year: int = 1500, max_years_ahead: int = 20) -> Problems:
    """
    Args:
        min_year: earliest year of an article.
        max_years_ahead: maximum number of years that a date may be in the future.
    """
    for found in dates(document):
        if fault := _fault(document, found, min_year, max_years_ahead):
            yield Problem(found.span, f"`{found.key}`: `{cut(found.raw)}` {fault}")


def _fault(document: Document, found: Dated, min_year: int, max_years_ahead: int) -> str | None:
    day = found.day
    if day.isoformat() in _EPOCH or day.year == 1:
        return "is a placeholder for a missing date; set the date"
    if day.year < min_year:
        return f"is before {min_year}; correct the year"
    try:
        last = day - timedelta(days=round(max_years_ahead * 365.25))
    except OverflowError:
        return None
    if document.site.has_come(last):
        return None
    return f"is more than {max_years_ahead} years in the future"
