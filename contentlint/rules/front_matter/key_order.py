"""The keys of a front matter block are not in the usual order.

With the same order in every file, a missing key is easy to notice and diffs stay small. Move the
key, or set `order`. Keys that are not in `order` may be anywhere.
"""

from contentlint.rule import Document, Problem, Problems, RelatedSpan, bad, cut, good, rule

EXAMPLES = [
    good("---\ntitle: a\nmood: calm\ndate: 2024-03-18\ntags: []\n---\n"),
    good("---\ndate: 2024-03-18\ntitle: a\n---\n", order=("date", "title")),
    bad(
        "---\r\ndate: 2024-03-18\r\n⟦title⟧: 潮 👍\r\n---\r\n",
        "`title` is below `date`; expected the order `title`, `date`",
    ),
    bad(
        "+++\ntags = []\n⟦date⟧ = 2024-03-18\n+++\n",
        "`date` is below `tags`; expected the order `date`, `tags`",
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
        order: keys in the expected order.
    """
    front_matter = document.front_matter
    rank = {key: number for number, key in enumerate(order)}
    last: str | None = None
    for key in front_matter.data:
        if key not in rank:
            continue
        if last is not None and rank[key] < rank[last]:
            related = RelatedSpan(front_matter.span_of((last,), key=True), f"`{cut(last)}`")
            message = f"`{key}` is below `{last}`; expected the order `{key}`, `{last}`"
            span = front_matter.span_of((key,), key=True)
            yield Problem(span, message, related=(related,))
        else:
            last = key
