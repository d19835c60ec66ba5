"""A date is in a year in which nobody published the article.

`0204-03-18` and `2204-03-18` are slips of the hand; `1970-01-01` and `0001-01-01` are what
programs write where they know no date. Such an article stands at the wrong end of every list.

Option `earliest` can be set to the year in which a site began.
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
        "date `0204-03-18` is in the year 204; no article is that old",
    ),
    bad(
        "---\ndate: ⟦1987-03-18⟧\n---\n",
        "date `1987-03-18` is in the year 1987; no article is that old",
        earliest=1990,
    ),
    bad(
        "+++\ndate = ⟦1970-01-01T00:00:00Z⟧\n+++\n",
        "date `1970-01-01T00:00:00Z` is what programs write for no date; write the day",
        path="a.md",
        schema="hugo",
    ),
    bad(
        "---\nupdated: ⟦8204-03-18⟧\n---\n",
        "updated `8204-03-18` is more than 20 years ahead",
    ),
    bad("---\ndate: ⟦9000-03-18⟧\n---\n", "date `9000-03-18` is more than 3 years ahead", ahead=3),
]

# What is left of a moment that is zero, in every time zone.
_ZERO_DAYS = frozenset({"1970-01-01", "1969-12-31"})


@rule(severity="warning", preset="recommended", since="0.1")
def check(document: Document, *, earliest: int = 1500, ahead: int = 20) -> Problems:
    """
    Args:
        earliest: the first year that an article can be of.
        ahead: how many years ahead one can be announced.
    """
    for found in dates(document):
        if fault := _fault(document, found, earliest, ahead):
            yield Problem(found.span, f"{found.key} `{cut(found.raw)}` {fault}")


def _fault(document: Document, found: Dated, earliest: int, ahead: int) -> str | None:
    day = found.day
    if day.isoformat() in _ZERO_DAYS or day.year == 1:
        return "is what programs write for no date; write the day"
    if day.year < earliest:
        return f"is in the year {day.year}; no article is that old"
    try:
        last = day - timedelta(days=round(ahead * 365.25))
    except OverflowError:
        return None
    return None if document.site.has_come(last) else f"is more than {ahead} years ahead"
