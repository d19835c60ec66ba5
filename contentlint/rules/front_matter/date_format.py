"""A date does not exist or is not in ISO 8601 format.

Generators parse other formats in different ways, or not at all: `03/04/2024` is March 4 in one and
April 3 in another, and most read a feed's `Fri, 19 Nov 2021 03:39:16 GMT` as plain text. ISO 8601
is read the same way everywhere. Hexo's `2021/11/19` is accepted, except on sites of Hugo and Zola,
which cannot parse it.
"""

import re

from contentlint.rule import Document, Problem, Problems, Site, bad, cut, good, replace, rule
from contentlint.rules.front_matter._dates import dates

EXAMPLES = [
    good("---\ntitle: a\ndate: 2024-03-18\nupdated: 2024-03-18 20:00:00 +08:00\n---\n"),
    good("---\ntitle: a\ndate: 2024/3/8 20:00\n---\n", schema="hexo"),
    good("+++\ntitle = 'a'\ndate = 2024-03-18T20:00:00Z\n+++\n", path="a.md"),
    good("---\ntitle: a\nday: 2024/3/8\n---\n", schema="hugo", site=Site("hugo")),
    good("---\ntitle: a\ndate: '{{ date }}'\nupdated:\n---\n"),
    bad(
        "---\ntitle: a\ndate: ⟦Mon, 18 Mar 2024 02:15:40 GMT⟧\n---\n",
        "`date`: `Mon, 18 Mar 2024 02:15:40 GMT` is not ISO 8601; write `2024-03-18T02:15:40Z`",
        fixed="---\ntitle: a\ndate: 2024-03-18T02:15:40Z\n---\n",
    ),
    bad(
        "---\r\ntitle: 潮 👍\r\ndate: ⟦'Mar 18, 2024'⟧\r\n---\r\n",
        "`date`: `Mar 18, 2024` is not ISO 8601; write `2024-03-18`",
        fixed="---\r\ntitle: 潮 👍\r\ndate: '2024-03-18'\r\n---\r\n",
        path="a.md",
    ),
    bad(
        "---\ntitle: a\ndate: ⟦03/04/2024⟧\n---\n",
        "`date`: `03/04/2024` is ambiguous: 2024-04-03 or 2024-03-04; write it as `YYYY-MM-DD`",
    ),
    bad(
        "---\ntitle: a\ndate: ⟦2024/13/27⟧\n---\n",
        "`date`: `2024/13/27` does not exist; months range from 01 to 12",
    ),
    bad(
        "---\r\ntitle: 潮\r\ndate: ⟦'2024/3/8 20:00:00Z'⟧\r\nlastmod: 2024-03-09\r\n---\r\n",
        "`date`: `2024/3/8 20:00:00Z` is not ISO 8601; write `2024-03-08T20:00:00Z`",
        fixed="---\r\ntitle: 潮\r\ndate: '2024-03-08T20:00:00Z'\r\nlastmod: 2024-03-09\r\n---\r\n",
        schema="hugo",
        site=Site("hugo"),
    ),
    bad(
        "---\ntitle: a\nupdated: ⟦1710728140⟧\n---\n",
        "`updated`: `1710728140` is a Unix timestamp; write `2024-03-18T02:15:40Z`",
        fixed="---\ntitle: a\nupdated: 2024-03-18T02:15:40Z\n---\n",
    ),
]


@rule(severity="error", preset="recommended", since="0.1")
def check(document: Document) -> Problems:
    for problem in document.field_problems:
        if problem.kind == "date":
            yield Problem(
                problem.span,
                problem.message,
                problem.fix,
                help=problem.help,
                about=problem.about,
            )
    if document.generator.reads_dates_with_slashes:
        return
    if "/" in document.text[: document.body.start]:
        for found in dates(document):
            if re.match("[0-9]{4}/", found.raw):
                message = f"`{found.key}`: `{cut(found.raw)}` is not ISO 8601; write `{found.iso}`"
                fix = replace(
                    found.inside, found.iso, f"write `{found.iso}`", names=(found.inside,)
                )
                yield Problem(found.span, message, fix)
