"""A date has a time but no time zone.

The moment then depends on the machine that builds the site: on a server in another time zone the
article moves by hours, possibly to another day and another URL. Add the offset, as in
`2024-03-18T20:00:00+08:00`, or remove the time.

Hexo and Jekyll have a setting for the time zone of such dates; a site that uses it can turn this
rule off.
"""

from datetime import datetime

from contentlint.rule import Document, Problem, Problems, bad, cut, good, rule
from contentlint.rules.front_matter._dates import dates

EXAMPLES = [
    good("---\ndate: 2024-03-18\nupdated: 2024-03-18T20:00:00+08:00\n---\n"),
    good("---\ndate: 2024-03-18 20:00:00 +0800\nlastmod: 2024-03-18T20:00:00Z\n---\n"),
    bad(
        "---\r\ntitle: 潮 👍\r\ndate: ⟦2024-03-18 20:00:00⟧\r\n---\r\n",
        "`date`: `2024-03-18 20:00:00` has no time zone; add it, as in `2024-03-18T20:00:00+00:00`",
    ),
    bad(
        "+++\ndate = ⟦2024-03-18T20:00:00⟧\n+++\n",
        "`date`: `2024-03-18T20:00:00` has no time zone; add it, as in `2024-03-18T20:00:00+00:00`",
        path="a.md",
        schema="hugo",
    ),
]


@rule(severity="info", preset="all", since="0.1", when="front-matter")
def check(document: Document) -> Problems:
    for found in dates(document):
        if isinstance(found.value, datetime) and found.value.tzinfo is None:
            example = f"{found.value.isoformat(timespec='seconds')}+00:00"
            message = (
                f"`{found.key}`: `{cut(found.raw)}` has no time zone; add it, as in `{example}`"
            )
            yield Problem(found.span, message)
