"""The displayed text of a body, split at its tags."""

from collections.abc import Sequence

from contentlint.core.patterns import lazy
from contentlint.core.source import Span
from contentlint.markup.elements import TextRun
from contentlint.markup.source_map import IN_HTML_BLOCK, VERBATIM, Piece
from contentlint.markup.standard import ELEMENTS, NO_PROSE, RAW_TEXT, VOID
from contentlint.markup.tokens import character_spans, next_tag, raw_text_end

# Maximum number of ancestors recorded for each text run, to limit memory.
_MAX_PARENTS = 100

# A regular tag, matched directly; `next_tag` handles all others. Its trailing slash is not part of
# a value: an unquoted value includes every slash.
_PLAIN_TAG = lazy(
    r"""<(/?)([A-Za-z][A-Za-z0-9]*+)(?:[ \t\n\f\r]++[^ \t\n\f\r<>"'/=]++"""
    r"""(?:="[^"<>]*+"|='[^'<>]*+'|=[^ \t\n\f\r<>"'=`]++)?+)*+"""
    r"""[ \t\n\f\r]*+(/?)>"""
)

# Tags without attributes, which are most, with their names and whether they are end tags.
_BARE_TAGS = {
    **{f"<{name}>": (name, False) for name in ELEMENTS - RAW_TEXT},
    **{f"</{name}>": (name, True) for name in ELEMENTS - RAW_TEXT},
}


def text_runs(html: str, pieces: Sequence[Piece]) -> list[TextRun]:
    """The displayed text, in runs in source order.

    Args:
        html: the parsed text.
        pieces: its pieces in order, with their sources.
    """
    authored = _Authored(html, pieces)
    position, length = 0, len(html)
    while position < length:
        place = html.find("<", position)
        end = html.find(">", place) + 1 if place >= 0 else 0
        bare = _BARE_TAGS.get(html[place:end])
        if bare is not None:
            if place > position and authored.visible[-1]:
                authored.add(position, place)
            position = authored.tag(bare[0], end, bare[1], False)
            continue
        match = _PLAIN_TAG.match(html, place) if place >= 0 else None
        if match is not None:
            slash, name, closing = match.groups()
            if place > position and authored.visible[-1]:
                authored.add(position, place)
            position = authored.tag(name.lower(), match.end(), slash != "", closing != "")
            continue
        tag = next_tag(html, position) if place >= 0 else None
        authored.characters(position, length if tag is None else tag.start)
        if tag is None:
            break
        position = authored.tag(tag.name, tag.end, tag.is_end, tag.self_closing)
    return authored.runs


class _Authored:
    """The runs of what the author wrote in the HTML, whose parts must be given in order."""

    def __init__(self, html: str, pieces: Sequence[Piece]) -> None:
        self.html = html
        self.pieces = pieces
        self.index = 0
        self.runs: list[TextRun] = []
        self.known: dict[tuple[str, ...], tuple[str, ...]] = {}
        self.parents: list[str] = []
        # Whether text in each of the parents, and at the top level, is displayed.
        self.visible = [True]

    def tag(self, name: str, end: int, is_end: bool, is_whole: bool) -> int:
        """Open or close an element; return the offset at which scanning continues."""
        parents, visible = self.parents, self.visible
        if is_end:
            _close(parents, visible, name)
        elif name in RAW_TEXT:
            close = raw_text_end(self.html, end, name)
            return len(self.html) if close is None else close.end
        elif not is_whole and name not in VOID:
            del parents[_MAX_PARENTS:], visible[_MAX_PARENTS + 1 :]
            parents.append(name)
            visible.append(visible[-1] and name not in NO_PROSE)
        return end

    def characters(self, start: int, end: int) -> None:
        """Add the runs of a range that may contain comments and declarations."""
        if self.visible[-1]:
            for span in character_spans(self.html, start, end):
                self.add(*span)

    def add(self, start: int, end: int) -> None:
        """Add the runs of a range without tags."""
        pieces, last, html, make = self.pieces, len(self.pieces) - 1, self.html, tuple.__new__
        around: tuple[str, ...] | None = None
        while start < end:
            while self.index < last and pieces[self.index + 1][0] <= start:
                self.index += 1
            stop = min(end, pieces[self.index + 1][0]) if self.index < last else end
            begin, source, _, kind = pieces[self.index]
            if kind >= VERBATIM:
                raw = html[start:stop]
                if not raw.isspace():
                    if around is None:
                        around = tuple(self.parents)
                        around = self.known.setdefault(around, around)
                    span = make(Span, (source + start - begin, source + stop - begin))
                    in_block = kind == IN_HTML_BLOCK
                    self.runs.append(make(TextRun, (raw, span, around, in_block)))
            start = stop


def _close(parents: list[str], visible: list[bool], name: str) -> None:
    """Close the nearest open element with this name and the elements inside it."""
    for place in range(len(parents) - 1, -1, -1):
        if parents[place] == name:
            del parents[place:], visible[place + 1 :]
            return
