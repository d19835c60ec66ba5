"""The keys of a front matter block do not stand in the usual order.

In a folder whose blocks all begin alike, what is missing is seen at once, and changes are small.
Keys that the order does not name may stand anywhere.
"""

from contentlint.rule import Document, Problem, Problems, RelatedSpan, bad, cut, good, rule

EXAMPLES = [
    good("---\ntitle: a\nmood: calm\ndate: 2024-03-18\ntags: []\n---\n"),
    good("---\ndate: 2024-03-18\ntitle: a\n---\n", order=("date", "title")),
    bad(
        "---\r\ndate: 2024-03-18\r\n⟦title⟧: 潮 👍\r\n---\r\n",
        "`title` stands below `date`; the order is `title`, `date`",
    ),
    bad(
        "+++\ntags = []\n⟦date⟧ = 2024-03-18\n+++\n",
        "`date` stands below `tags`; the order is `date`, `tags`",
        path="a.md",
        order=("date", "tags"),
    ),
]

_ORDER = (
    "title",
    "subtitle",
    "date",
    "updated",
    "lastmod",
    "author",
    "authors",
    "description",
    "categories",
    "tags",
)


@rule(severity="info", preset="all", since="0.1")
def check(document: Document, *, order: tuple[str, ...] = _ORDER) -> Problems:
    """
    Args:
        order: the keys, the first one first.
    """
    front_matter = document.front_matter
    rank = {key: number for number, key in enumerate(order)}
    last: str | None = None
    for key in front_matter.data:
        if key not in rank:
            continue
        if last is not None and rank[key] < rank[last]:
            note = RelatedSpan(front_matter.span_of((last,), key=True), f"`{cut(last)}`")
            message = f"`{key}` stands below `{last}`; the order is `{key}`, `{last}`"
            span = front_matter.span_of((key,), key=True)
            yield Problem(span, message, related=(note,))
        else:
            last = key
