"""The ids of Astro, and of Starlight: github-slugger, on text after smart punctuation."""

import re
from collections.abc import Sequence

from contentlint.core.patterns import lazy
from contentlint.site.pages import Heading
from contentlint.site.slugs.github import Slugger, text_of
from contentlint.site.slugs.pieces import pieces, replaced

# Dashes are what makes a difference: every other punctuation is dropped anyway. `--` is an en dash
# and `---` an em dash.
_DASHES = lazy(r"-{2,}")


def anchors(headings: Sequence[Heading], dashes: re.Pattern[str] = _DASHES) -> list[str]:
    """The id of each heading of a page; an HTML heading has only the one that is written.

    Args:
        headings: the headings, in order.
        dashes: matches hyphens that become dashes.
    """
    slugger = Slugger()
    return [
        heading.id
        if heading.id or heading.is_html
        else slugger.slug(text_of(replaced(pieces(heading), dashes)))
        for heading in headings
    ]
