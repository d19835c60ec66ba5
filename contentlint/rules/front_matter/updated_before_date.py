"""An article was changed before it was published, by its own dates.

Lists that are sorted by the last change put it in the wrong place, and a reader who sees both
dates trusts neither. One of them is a slip, or was left behind when the other was set.

A time without a zone, or a day without a time, is given the benefit of the doubt.
"""

from contentlint.rule import Document, Problem, Problems, RelatedSpan, bad, cut, good, rule
from contentlint.rules.front_matter._dates import changed, is_before, published

EXAMPLES = [
    good("---\ndate: 2024-03-18 20:00:00\nupdated: 2024-03-18\n---\n"),
    good("---\ndate: 2024-03-18\nlastmod: 2024-03-17T23:00:00-05:00\n---\n"),
    good("---\ndate: 2024-03-18 20:00:00\nupdated: 2024-03-18T12:00:00Z\n---\n"),
    good("---\ndate: soon\nupdated: 2024-03-18\n---\n"),
    good("---\ndate: 2024-03-18\nupdated: '{{ now }}'\n---\n"),
    good("+++\ndate = 2024-03-18\nupdated = 2024-03-18\n+++\n", path="a.md", schema="zola"),
    bad(
        "---\r\ntitle: 潮 👍\r\ndate: 2024-03-18\r\nupdated: ⟦2024-03-01⟧\r\n---\r\n",
        "updated `2024-03-01` is before date `2024-03-18`; one of them is wrong",
    ),
    bad(
        "+++\ndate = 2024-03-18T20:00:00Z\nlastmod = ⟦2024-03-18T19:59:00Z⟧\n+++\n",
        "lastmod `2024-03-18T19:59:00Z` is before date `2024-03-18T20:00:00Z`; "
        "one of them is wrong",
        path="a.md",
        schema="hugo",
    ),
    bad(
        "---\ndate:\n  created: 2024-03-18\n  updated: ⟦2023-03-18⟧\n---\n",
        "date.updated `2023-03-18` is before date.created `2024-03-18`; one of them is wrong",
        path="a.md",
        schema="mkdocs",
    ),
    bad(
        "---\npubDate: Mar 18 2024\nupdatedDate: ⟦'Mar 17 2024'⟧\n---\n",
        "updatedDate `Mar 17 2024` is before pubDate `Mar 18 2024`; one of them is wrong",
        path="a.md",
        schema="astro",
    ),
]


@rule(severity="warning", preset="recommended", since="0.1")
def check(document: Document) -> Problems:
    later = changed(document)
    first = published(document) if later is not None else None
    if first is None or later is None or not is_before(later.value, first.value):
        return
    message = (
        f"{later.key} `{cut(later.raw)}` is before {first.key} `{cut(first.raw)}`; "
        "one of them is wrong"
    )
    yield Problem(later.span, message, related=(RelatedSpan(first.span, "published"),))
