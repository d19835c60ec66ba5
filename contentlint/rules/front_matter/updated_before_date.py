"""The date of the last change is before the publication date.

Lists sorted by last change show the article in the wrong place, and readers who see both dates can
trust neither. Correct the wrong one.

Dates whose order depends on a missing time or time zone are not reported.
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
        "`updated`: `2024-03-01` is before `2024-03-18` in `date`; correct one of them",
    ),
    bad(
        "+++\ndate = 2024-03-18T20:00:00Z\nlastmod = ⟦2024-03-18T19:59:00Z⟧\n+++\n",
        "`lastmod`: `2024-03-18T19:59:00Z` is before `2024-03-18T20:00:00Z` in `date`; "
        "correct one of them",
        path="a.md",
        schema="hugo",
    ),
    bad(
        "---\ndate:\n  created: 2024-03-18\n  updated: ⟦2023-03-18⟧\n---\n",
        "`date.updated`: `2023-03-18` is before `2024-03-18` in `date.created`; "
        "correct one of them",
        path="a.md",
        schema="mkdocs",
    ),
    bad(
        "---\npubDate: Mar 18 2024\nupdatedDate: ⟦'Mar 17 2024'⟧\n---\n",
        "`updatedDate`: `Mar 17 2024` is before `Mar 18 2024` in `pubDate`; correct one of them",
        path="a.md",
        schema="astro",
    ),
]


@rule(severity="warning", preset="recommended", since="0.1", when="front-matter")
def check(document: Document) -> Problems:
    later = changed(document)
    first = published(document) if later is not None else None
    if first is None or later is None or not is_before(later.value, first.value):
        return
    message = (
        f"`{later.key}`: `{cut(later.raw)}` is before `{cut(first.raw)}` in `{first.key}`; "
        "correct one of them"
    )
    yield Problem(later.span, message, related=(RelatedSpan(first.span, "publication date"),))
