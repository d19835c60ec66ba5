"""An article is dated on a day that has not come.

Hugo, Jekyll and Zola's feeds leave it out until then, so that it is missing without a word; other
generators show it at once, at the top of every list. Where posts are scheduled, say by `days` how
far ahead; drafts pass.

A day has come when it has begun anywhere on earth.
"""

from datetime import timedelta

from contentlint.rule import Document, Problem, Problems, bad, cut, good, rule
from contentlint.rules.front_matter._dates import dates

EXAMPLES = [
    good("---\ndate: 2024-03-18\nupdated: 2024-03-18T20:00:00+08:00\n---\n"),
    good("---\ndate: 9999-01-01\ndraft: true\n---\n"),
    good("---\ndate: 9999-01-01\npublished: false\n---\n"),
    good("---\ndate: 9000-01-01\nexpiryDate: 9000-01-01\n---\n", days=3_000_000),
    bad("---\ndate: ⟦9000-01-01⟧\n---\n", "date `9000-01-01` has not come yet"),
    bad(
        "---\r\ntitle: 潮 👍\r\nupdated: ⟦9000-01-01 08:00⟧\r\n---\r\n",
        "updated `9000-01-01 08:00` has not come yet",
        days=30,
    ),
]


@rule(severity="warning", preset="strict", since="0.1")
def check(document: Document, *, days: int = 0) -> Problems:
    """
    Args:
        days: how many days ahead posts may be scheduled.
    """
    data = document.front_matter.data
    if data.get("draft") is True or data.get("published") is False:
        return
    for found in dates(document):
        try:
            first = found.day - timedelta(days=days)
        except OverflowError:
            continue
        if not document.site.has_come(first):
            yield Problem(found.span, f"{found.key} `{cut(found.raw)}` has not come yet")
