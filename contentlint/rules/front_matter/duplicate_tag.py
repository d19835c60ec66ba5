"""A tag is listed twice, exactly or with a small difference in spelling.

`Tide pools`, `tide-pools` and `Tide Pools` become one page or three, depending on the generator and
on the server's file system, and readers see the same topic more than once. Keep one of them.

With `match-plurals`, `tide` and `tides` are the same tag as well; some words have another meaning
in the plural.
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
    bad("---\ntags: [Tide, sea, ⟦tide⟧]\n---\n", "tag `tide` duplicates `Tide`; keep one"),
    bad(
        "---\r\ntags:\r\n- 潮 👍\r\n- ⟦潮 👍⟧\r\n- tide pools\r\n- ⟦'Tide-Pools'⟧\r\n---\r\n",
        "duplicate tag `潮 👍`; keep one",
        "tag `Tide-Pools` duplicates `tide pools`; keep one",
    ),
    bad(
        "+++\n[taxonomies]\ntags = ['sea', ⟦'Sea'⟧]\n+++\n",
        "tag `Sea` duplicates `sea`; keep one",
        path="a.md",
        schema="zola",
    ),
    bad(
        "---\ntags: [story, ⟦stories⟧, box, ⟦boxes⟧, tide, ⟦tides⟧, glass]\n---\n",
        "tag `stories` duplicates `story`; keep one",
        "tag `boxes` duplicates `box`; keep one",
        "tag `tides` duplicates `tide`; keep one",
        match_plurals=True,
    ),
]

_SEPARATORS = lazy(r"[\s_-]+")


@rule(
    severity="warning", preset="recommended", since="0.1", when="key:tags,taxonomies,extra,params"
)
def check(document: Document, *, match_plurals: bool = False) -> Problems:
    """
    Args:
        match_plurals: whether the singular and the plural of an English word are the same tag.
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
        form = _normalized(raw, match_plurals=match_plurals)
        if form not in first:
            first[form] = raw, path
            continue
        other, place = first[form]
        message = f"duplicate tag `{cut(raw)}`; keep one"
        if other != raw:
            message = f"tag `{cut(raw)}` duplicates `{cut(other)}`; keep one"
        related = RelatedSpan(front_matter.span_of(place), "first occurrence")
        yield Problem(front_matter.span_of(path), message, related=(related,))


def _normalized(tag: str, *, match_plurals: bool) -> str:
    """A tag in the form in which duplicates are equal."""
    form = _SEPARATORS.sub("-", unicodedata.normalize("NFKC", tag).casefold().strip())
    if match_plurals and form.isascii():
        form = re.sub(r"(?<=[a-z]{2})ies$", "y", form)
        form = re.sub(r"(?<=ch|sh|ss)es$|(?<=[xz])es$|(?<=[a-z]{2})(?<![su])s$", "", form)
    return form
