"""A date is in the future.

Hugo, Jekyll and Zola's feeds leave the article out until that day, without a warning; other
generators publish it now, at the top of every list. Correct the date, or set `max-days` if
articles are scheduled. Drafts are not checked.

A day counts as future until it has begun somewhere on earth.
"""

from datetime import timedelta

from contentlint.rule import Document, Problem, Problems, bad, cut, good, rule
from contentlint.rules.front_matter._dates import dates

EXAMPLES = [
    good("---\ndate: 2024-03-18\nupdated: 2024-03-18T20:00:00+08:00\n---\n"),
    good("---\ndate: 9999-01-01\ndraft: true\n---\n"),
    good("---\ndate: 9999-01-01\npublished: false\n---\n"),
    good("---\ndate: 9000-01-01\nexpiryDate: 9000-01-01\n---\n", max_days=3_000_000),
    bad("---\ndate: ⟦9000-01-01⟧\n---\n", "`date`: `9000-01-01` is in the future"),
    bad(
        "---\r\ntitle: 潮 👍\r\nupdated: ⟦9000-01-01 08:00⟧\r\n---\r\n",
        "`updated`: `9000-01-01 08:00` is in the future",
        max_days=30,
    ),
]


@rule(severity="warning", preset="strict", since="0.1", when="front-matter")
def check(document: Document, *, max_days: int = 0) -> Problems:
    """
    Args:
        max_days: maximum number of days that a date may be in the future.
    """
    data = document.front_matter.data
    if data.get("draft") is True or data.get("published") is False:
        return
    for found in dates(document):
        try:
            first = found.day - timedelta(days=max_days)
        except OverflowError:
            continue
        if not document.site.has_come(first):
            yield Problem(found.span, f"`{found.key}`: `{cut(found.raw)}` is in the future")
