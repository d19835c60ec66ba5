"""A tag stands twice in one article, in the same letters or in nearly the same.

`Tide pools`, `tide-pools` and `Tide Pools` are one page of a site or three, by generator and by
the server's file system; a list of topics that shows them all looks careless.

Option `plurals` also takes `tide` and `tides` for one; some words differ by their plural.
"""

import re
import unicodedata

from contentlint.rule import (
    Document,
    Problem,
    Problems,
    RelatedSpan,
    bad,
    cut,
    good,
    lazy,
    rule,
)

EXAMPLES = [
    good("---\ntags: [tide, tides, C, C++, C#, 潮, 'no tide']\n---\n"),
    good("---\ntags: tide, Tide\n---\n"),
    good("---\ntags: [~, ~, null, null]\n---\n"),
    good("---\ntags:\n  - {label: tide}\n  - {label: tide}\n  -\n  -\n---\n"),
    good("---\ntags: [glass, glasses]\n---\n"),
    bad("---\ntags: [Tide, sea, ⟦tide⟧]\n---\n", "tag `tide` is `Tide` again; keep one"),
    bad(
        "---\r\ntags:\r\n- 潮 👍\r\n- ⟦潮 👍⟧\r\n- tide pools\r\n- ⟦'Tide-Pools'⟧\r\n---\r\n",
        "tag `潮 👍` stands twice; keep one",
        "tag `Tide-Pools` is `tide pools` again; keep one",
    ),
    bad(
        "+++\n[taxonomies]\ntags = ['sea', ⟦'Sea'⟧]\n+++\n",
        "tag `Sea` is `sea` again; keep one",
        path="a.md",
        schema="zola",
    ),
    bad(
        "---\ntags: [story, ⟦stories⟧, box, ⟦boxes⟧, tide, ⟦tides⟧, glass]\n---\n",
        "tag `stories` is `story` again; keep one",
        "tag `boxes` is `box` again; keep one",
        "tag `tides` is `tide` again; keep one",
        plurals=True,
    ),
]

_GAPS = lazy(r"[\s_-]+")


@rule(severity="warning", preset="recommended", since="0.1")
def check(document: Document, *, plurals: bool = False) -> Problems:
    """
    Args:
        plurals: whether the plural of an English word is that word again.
    """
    front_matter = document.front_matter
    first: dict[str, tuple[str, tuple[str | int, ...]]] = {}
    for path, raw in front_matter.scalars.items():
        if len(path) not in (2, 3) or not isinstance(path[-1], int):
            continue
        if str(path[-2]).lower() != "tags" or raw.strip() in ("", "~", "null"):
            continue
        if len(path) == 3 and str(path[0]).lower() not in ("taxonomies", "extra", "params"):
            continue
        form = _form(raw, plurals=plurals)
        if form not in first:
            first[form] = raw, path
            continue
        other, place = first[form]
        what = "stands twice" if other == raw else f"is `{cut(other)}` again"
        note = RelatedSpan(front_matter.span_of(place), "the first")
        yield Problem(
            front_matter.span_of(path), f"tag `{cut(raw)}` {what}; keep one", related=(note,)
        )


def _form(tag: str, *, plurals: bool) -> str:
    """What tags that mean the same have in common."""
    form = _GAPS.sub("-", unicodedata.normalize("NFKC", tag).casefold().strip())
    if plurals and form.isascii():
        form = re.sub(r"(?<=[a-z]{2})ies$", "y", form)
        form = re.sub(r"(?<=ch|sh|ss)es$|(?<=[xz])es$|(?<=[a-z]{2})(?<![su])s$", "", form)
    return form
