"""The displayed text of a body, split at its tags."""

from collections.abc import Sequence

from contentlint.core.patterns import lazy
from contentlint.core.source import Span
from contentlint.markup.elements import TextRun
from contentlint.markup.source_map import GENERATED, IN_HTML_BLOCK, VERBATIM, Piece
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

# Tags without attributes, which are most: the name, whether it is an end tag, whether it is that of
# an empty element, and its length.
_BARE_TAGS = {
    **{f"<{name}>": (name, False, name in VOID, len(name) + 2) for name in ELEMENTS - RAW_TEXT},
    **{f"</{name}>": (name, True, False, len(name) + 3) for name in ELEMENTS - RAW_TEXT},
}

_DOUBLE_START_TAGS = {"<pre><code>": ("pre", "code"), "<thead><tr>": ("thead", "tr")}


def text_runs(html: str, pieces: Sequence[Piece], has_tags: bool) -> list[TextRun]:
    """The displayed text, in runs in source order.

    Args:
        html: the parsed text.
        pieces: its pieces in order, with their sources.
        has_tags: whether the author wrote any tags; otherwise all tags are generated.
    """
    if not has_tags and html:
        return _runs_of_markdown(html, pieces)
    return _runs_of_tags(html, pieces)


class _Inside(dict[str, "_Inside"]):
    """The elements around a text; its items are those with one more element, by its name.

    Args:
        parents: the names of the elements, the innermost last.
    """

    def __init__(self, parents: tuple[str, ...]) -> None:
        self.parents = parents
        self.is_prose = NO_PROSE.isdisjoint(parents)

    def __missing__(self, name: str) -> "_Inside":
        inside = self[name] = _Inside((*self.parents[:_MAX_PARENTS], name))
        return inside


def _runs_of_markdown(html: str, pieces: Sequence[Piece]) -> list[TextRun]:
    """The text runs if all tags are generated, each as a separate piece."""
    runs: list[TextRun] = []
    around = _Inside(())
    opened: list[_Inside] = [around]
    ends = [piece[0] for piece in pieces[1:]]
    ends.append(len(html))
    make, effects = tuple.__new__, _EFFECTS
    for (start, source, _, kind), end in zip(pieces, ends, strict=True):
        if kind == VERBATIM:
            if around.is_prose:
                raw = html[start:end]
                if not raw.isspace():
                    # There are hundreds in an article; `TextRun(…)` takes three times as long.
                    span = make(Span, (source, source + end - start))
                    runs.append(make(TextRun, (raw, span, around.parents, False)))
        elif kind == GENERATED:
            piece = html[start:end]
            effect = effects.get(piece)
            closed, names = _effect(piece) if effect is None else effect
            if closed:
                del opened[-closed:]
                around = opened[-1]
            for name in names:
                around = around[name]
                opened.append(around)
    return runs


_EFFECTS: dict[str, tuple[int, tuple[str, ...]]] = {}
_MAX_EFFECTS = 2000
# Longer tags have attributes, and hardly ever occur again.
_MAX_LENGTH = 25


def _effect(piece: str) -> tuple[int, tuple[str, ...]]:
    """The number of elements that a generated piece ends, and those that it begins."""
    found = _effect_of(piece)
    if len(piece) <= _MAX_LENGTH and len(_EFFECTS) < _MAX_EFFECTS:
        _EFFECTS[piece] = found
    return found


def _effect_of(piece: str) -> tuple[int, tuple[str, ...]]:
    if piece.startswith("</"):
        return piece.count("</"), ()
    if piece in _DOUBLE_START_TAGS:
        return 0, _DOUBLE_START_TAGS[piece]
    if not piece.startswith("<") or "</" in piece:
        return 0, ()
    name = piece[1:-1].partition(" ")[0]
    return 0, () if name in VOID else (name,)


def _runs_of_tags(html: str, pieces: Sequence[Piece]) -> list[TextRun]:
    """The text runs if the author wrote tags: by a scan of all tags."""
    text = _Text(html, pieces)
    position, length = 0, len(html)
    around = _Inside(())
    opened = [around]
    while position < length:
        place = html.find("<", position)
        bare = _BARE_TAGS.get(html[place : html.find(">", place) + 1]) if place >= 0 else None
        if bare is not None:
            name, is_end, is_empty, size = bare
            if place > position and around.is_prose:
                text.add(position, place, around.parents)
            position = place + size
        elif place >= 0 and (match := _PLAIN_TAG.match(html, place)) is not None:
            slash, name, closing = match.groups()
            if place > position and around.is_prose:
                text.add(position, place, around.parents)
            position, name, is_end = match.end(), name.lower(), slash != ""
            is_empty = closing != "" or name in VOID
        else:
            tag = next_tag(html, position) if place >= 0 else None
            if around.is_prose:
                # Comments and declarations may be in the text.
                for span in character_spans(html, position, length if tag is None else tag.start):
                    text.add(*span, around.parents)
            if tag is None:
                break
            position, name, is_end = tag.end, tag.name, tag.is_end
            is_empty = tag.self_closing or name in VOID
        if is_end:
            around = _closed(opened, name)
        elif name in RAW_TEXT:
            close = raw_text_end(html, position, name)
            position = length if close is None else close.end
        elif not is_empty:
            del opened[_MAX_PARENTS + 1 :]
            around = opened[-1][name]
            opened.append(around)
    return text.runs


def _closed(opened: list[_Inside], name: str) -> _Inside:
    """Close the nearest element with a name and the elements inside it, if there is one.

    Args:
        opened: the open elements, the outermost first, after an entry for the body.
        name: the name of the end tag.

    Returns:
        The innermost element that is still open.
    """
    for place in range(len(opened) - 1, 0, -1):
        if opened[place].parents[-1] == name:
            del opened[place:]
            break
    return opened[-1]


class _Text:
    """The runs of what the author wrote in the HTML, whose parts must be given in order."""

    def __init__(self, html: str, pieces: Sequence[Piece]) -> None:
        self.runs: list[TextRun] = []
        self._html = html
        # The pieces after the current one, the next last.
        self._following = list(reversed(pieces))
        self._piece: Piece = (0, 0, 0, VERBATIM)
        # Where the current piece ends.
        self._end = 0

    def add(self, start: int, end: int, parents: tuple[str, ...]) -> None:
        """Add the runs of a range without tags."""
        while start < end:
            while start >= self._end:
                self._next_piece()
            stop = end if end < self._end else self._end
            begin, source, _, kind = self._piece
            if kind >= VERBATIM:
                raw = self._html[start:stop]
                if not raw.isspace():
                    # There are hundreds in an article; `TextRun(…)` takes three times as long.
                    make, shift = tuple.__new__, source - begin
                    span = make(Span, (start + shift, stop + shift))
                    self.runs.append(make(TextRun, (raw, span, parents, kind == IN_HTML_BLOCK)))
            start = stop

    def _next_piece(self) -> None:
        following = self._following
        self._piece = following.pop()
        self._end = following[-1][0] if following else len(self._html)
