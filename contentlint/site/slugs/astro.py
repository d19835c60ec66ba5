"""The ids of Astro, and of Starlight: github-slugger, on text after smart punctuation."""

import re
from collections.abc import Iterable

from contentlint.site.slugs.github import Slugger, text_of
from contentlint.site.slugs.headings import Heading

# Dashes are what makes a difference: every other punctuation is dropped anyway. `--` is an en dash
# and `---` an em dash; the processor on remark makes a dash of `--` alone.
_DASHES = re.compile(r"-{2,}")
_TWO = re.compile(r"(?<!-)--(?!-)")


def _smart(heading: Heading, dashes: re.Pattern[str]) -> Heading:
    pieces = (
        piece._replace(text=dashes.sub("", piece.text)) if piece.kind == "text" else piece
        for piece in heading.pieces
    )
    return heading._replace(pieces=tuple(pieces))


def ids(headings: Iterable[Heading], *, is_remark: bool = False) -> list[str | None]:
    """The id of each heading of a page; an HTML heading has only the one that is written.

    Args:
        headings: the headings, in order.
        is_remark: whether the processor is the one on remark, the default before Astro 7.
    """
    slugger = Slugger()
    dashes = _TWO if is_remark else _DASHES
    return [
        (heading.html_id or None)
        if heading.is_html
        else slugger.slug(text_of(_smart(heading, dashes)))
        for heading in headings
    ]
