"""Markdown rendered to HTML, with a map from each piece to its source in the file.

pyromark (pulldown-cmark) parses the Markdown; its events have UTF-8 byte ranges. Raw HTML and text
are copied verbatim, so that the author's tags keep their offsets; Markdown syntax becomes generated
tags that map to the whole construct.
"""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from contentlint.core.patterns import lazy
from contentlint.core.source import Span
from contentlint.core.tuples import NamedTuple
from contentlint.markup import markdown_writer
from contentlint.markup.elements import TextRun
from contentlint.markup.source_map import IN_HTML_BLOCK, ByteOffsets, Cuts, Piece, SourceMap
from contentlint.site.generator import Extension

if TYPE_CHECKING:
    import pyromark

# The start of a raw HTML block that continues to the next blank line (CommonMark 4.6, kind 6), at
# the start of a body.
_OPENING = lazy(
    r"(?:[ \t]*\n)*(?=</?(?:div|p|section|article|figure|center|table|ul|ol|h[1-6]|blockquote)"
    r"(?:[ \t\n]|/?>))"
)
_BLANK_LINE = lazy(r"\n[ \t]*\n")


class Rendered(NamedTuple):
    """HTML rendered from Markdown.

    Args:
        html: the HTML.
        source_map: maps its offsets to those of the file.
        has_tags: whether the author wrote tags, which it has unchanged.
        runs: the text runs, if the author wrote no tags.
    """

    html: str
    source_map: SourceMap
    has_tags: bool
    runs: list[TextRun]


def render(
    text: str,
    body: Span,
    extensions: frozenset[Extension] = frozenset(),
    cuts: Sequence[Span] = (),
) -> Rendered:
    """Render a Markdown body.

    Args:
        text: the file's text, template syntax already masked.
        body: the body's range in it; the map returns offsets of `text`.
        extensions: the extensions of its dialect beyond GFM and footnotes.
        cuts: the ranges to remove before rendering, in order.
    """
    if cuts:
        removed = Cuts(cuts)
        kept = removed.applied(text)
        shorter = Span(body.start, body.end - len(text) + len(kept))
        html, source_map, has_tags, runs = render(kept, shorter, extensions)
        return Rendered(html, removed.restored(source_map), has_tags, _divided(runs, removed))
    html, pieces, has_tags, runs = written(text, body.start, body.end, extensions)
    offsets = ByteOffsets(text[body.start : body.end], body.start)
    return Rendered(html, SourceMap(pieces, offsets), has_tags, runs)


def written(
    text: str, start: int, end: int, extensions: frozenset[Extension]
) -> tuple[str, list[Piece], bool, list[TextRun]]:
    """The HTML for a part of a text in Markdown, and its pieces; whether the author wrote tags, and
    the text runs if not."""
    import pyromark

    markdown = text[start:end]
    if block := _only_block(markdown):
        html = markdown[block.start : block.end]
        return html, [(0, start + block.start, start + block.end, IN_HTML_BLOCK)], "<" in html, []
    events = pyromark.events_with_range(markdown, options=_options(extensions))
    return markdown_writer.write(markdown, start, events)


def _divided(runs: list[TextRun], cuts: Cuts) -> list[TextRun]:
    """Text runs of a shortened text as those of the original, divided at cuts."""
    found: list[TextRun] = []
    make = tuple.__new__
    for run in runs:
        raw, span, parents, _ = run
        removed = cuts.removed_before(span)
        if removed is not None:
            original = make(Span, (span[0] + removed, span[1] + removed))
            found.append(make(TextRun, (raw, original, parents, False)))
            continue
        for place, original in cuts.parts(span):
            part = raw[place : place + original.end - original.start]
            if not part.isspace():
                found.append(TextRun(part, original, parents))
    return found


def _only_block(markdown: str) -> Span | None:
    """The raw HTML block that a body consists of, which is typical of feed imports."""
    opening = _OPENING.match(markdown)
    if opening is None or "\r" in markdown or "\f" in markdown or "\v" in markdown:
        return None
    start, end = opening.end(), len(markdown.rstrip(" \t\n"))
    if _BLANK_LINE.search(markdown, start, end):
        return None
    line_end = markdown.find("\n", end)
    return Span(start, len(markdown) if line_end < 0 else line_end + 1)


@cache
def _options(extensions: frozenset[Extension]) -> "pyromark.Options":
    """The parser options for a dialect."""
    import pyromark

    flags = pyromark.Options
    options = (
        flags.ENABLE_TABLES
        | flags.ENABLE_FOOTNOTES
        | flags.ENABLE_STRIKETHROUGH
        | flags.ENABLE_TASKLISTS
        | flags.ENABLE_GFM
    )
    if "definition-lists" in extensions:
        options |= flags.ENABLE_DEFINITION_LIST
    if "heading-attributes" in extensions:
        options |= flags.ENABLE_HEADING_ATTRIBUTES
    if "maths" in extensions:
        options |= flags.ENABLE_MATH
    return options
