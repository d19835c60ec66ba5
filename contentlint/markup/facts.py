"""What is computed from the text of a body alone: the seam for a compiled package.

The functions take text, flags and tuples of numbers, and return text and tuples; they know nothing
of the tree, the article, or its site. All other code gets these facts from here, so that a compiled
package could replace the functions, one by one, without a change elsewhere.

A piece is `(offset, start, end, kind)`, as in `source_map`: where it starts in the HTML, and its
source, in code points of the file; for generated pieces, in UTF-8 bytes of the body.
"""

from bisect import bisect_right
from collections.abc import Sequence

from contentlint.markup import markdown, text
from contentlint.markup.elements import TextRun
from contentlint.markup.repairs import construction, well_formed
from contentlint.markup.repairs.open_elements import Repair
from contentlint.markup.source_map import VERBATIM, Piece
from contentlint.markup.tokens import tag_names
from contentlint.site.generator import Extension

__all__ = ["is_well_formed", "repairs", "tag_names", "text_runs", "written"]


def written(
    source: str, start: int, end: int, extensions: frozenset[Extension]
) -> tuple[str, list[Piece], bool, list[TextRun]]:
    """The HTML for Markdown, its pieces in order, whether the author wrote tags in it, and the text
    runs if not.

    Args:
        source: the text of the file, with template syntax masked.
        start, end: the range of the Markdown in it.
        extensions: the extensions of its dialect.
    """
    return markdown.written(source, start, end, extensions)


def text_runs(html: str, pieces: Sequence[Piece]) -> list[TextRun]:
    """The displayed text without code, in runs between tags, in order; see `TextRun`.

    Args:
        html: the parsed text.
        pieces: its pieces in order.
    """
    return text.text_runs(html, pieces)


def is_well_formed(html: str) -> bool:
    """Whether a body certainly needs no repairs."""
    return well_formed.is_well_formed(html)


def repairs(
    html: str, pieces: Sequence[Piece] | None, components: bool, all_close_themselves: bool
) -> list[Repair]:
    """The repairs of tree construction, with ranges of the HTML, in order; see `Repair`.

    There are none if `is_well_formed`, which takes a fraction of the time.

    Args:
        html: the parsed text.
        pieces: its pieces in order; None: the author wrote all of it.
        components: whether `<Name/>` may be a component.
        all_close_themselves: whether the same applies to names of HTML elements.
    """
    is_authored = None
    # If the author wrote everything, no place has to be looked up.
    if pieces is not None and any(piece[3] < VERBATIM for piece in pieces):
        starts, kinds = [piece[0] for piece in pieces], [piece[3] for piece in pieces]

        def is_authored(offset: int) -> bool:
            return kinds[max(bisect_right(starts, offset) - 1, 0)] >= VERBATIM

    return construction.repairs(
        html,
        components=components,
        all_close_themselves=all_close_themselves,
        is_authored=is_authored,
    )
