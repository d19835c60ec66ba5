"""The content of a heading, as pieces that the algorithms join in their own ways."""

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from html.entities import html5
from typing import Any, Literal

from contentlint.core.patterns import lazy
from contentlint.core.tuples import NamedTuple
from contentlint.site.pages import Heading

PieceKind = Literal[
    "text", "escaped", "code", "html", "image", "break", "entity", "footnote", "tilde"
]
"""What a part of a heading is.

- `text`: text as it is shown; the text of links and of emphasis is text as well
- `escaped`: a character after a backslash, which is not part of the piece
- `code`: the content of a code span
- `html`: a tag or comment as written
- `image`: the alternative text of an image
- `break`: a line end; the text is `\\n`, or two spaces and `\\n` for a hard break
- `entity`: a character reference as written
- `footnote`: the label of a footnote reference
- `tilde`: one `~` on either side of struck text, which is text where only `~~` strikes
"""


class Piece(NamedTuple):
    """A part of a heading, in the order of the text."""

    kind: PieceKind
    text: str

    @property
    def shown(self) -> str:
        """Its text as it is shown, without what is no text."""
        if self.kind == "entity":
            return html.unescape(self.text) if _is_reference(self.text) else self.text
        return self.text if self.kind in ("text", "escaped", "code") else ""


def _is_reference(text: str) -> bool:
    # `html.unescape` resolves the start of an unknown name as well.
    return text.startswith("&#") or text[1:] in html5


LONGEST = 2000
"""The number of characters of a heading from which on its markup is not parsed."""

_ENTITY = lazy(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|\w{1,40});")
# Characters that may be markup; `http` and `www.` are links of GFM, whose text they are.
_MARKUP = lazy(r"[\\`*_\[\]<>&!~\n#]")
_LABEL = lazy(r"\[([^\[\]\n]{1,80})\]")


def pieces(heading: Heading) -> tuple[Piece, ...]:
    """The content of a heading; that of an HTML element is its text."""
    if heading.is_html or len(heading.raw) > LONGEST or not _MARKUP.search(heading.raw):
        text = heading.text if heading.is_html else heading.raw.strip(" \t")[:LONGEST]
        return (Piece("text", text),) if text else ()
    found = _parsed(heading.raw)
    if "[" in heading.raw and "".join(piece.shown for piece in found) != heading.text:
        # The article defines the references.
        defined = "".join(
            f"\n\n[{label}]: /" for label in dict.fromkeys(_LABEL.findall(heading.raw))
        )
        found = _parsed(heading.raw, defined)
    return found


def _parsed(raw: str, defined: str = "") -> tuple[Piece, ...]:
    import pyromark

    flags = pyromark.Options
    options = flags.ENABLE_FOOTNOTES | flags.ENABLE_STRIKETHROUGH | flags.ENABLE_GFM
    text = f"{raw}\n===" if "\n" in raw else f"# {raw}"
    events = pyromark.events_with_range(text + "\n" + defined, options=options)
    return tuple(
        _joined(_of_events(events, (text + "\n" + defined).encode("utf-8", "surrogatepass")))
    )


def _of_events(events: Iterable[tuple[Any, Any]], data: bytes) -> Iterator[Piece]:
    """The pieces of the first heading among the events of a parsed text."""
    alt: list[str] | None = None
    # Where text has ended; a backslash before text that starts there is part of it.
    ends: set[int] = set()
    for event, place in events:
        if event.__class__ is str:
            if alt is None:
                yield Piece("break", "\n" if event == "SoftBreak" else "  \n")
            continue
        [kind] = event
        value = event[kind]
        if kind == "End" and value.__class__ is dict and "Heading" in value:
            return
        if kind == "Start" and value.__class__ is dict and "Image" in value:
            alt = []
        elif kind == "End" and value == "Image":
            yield Piece("image", "".join(alt or ()))
            alt = None
        elif alt is not None:
            if kind in ("Text", "Code"):
                alt.append(value)
        elif kind == "Text":
            yield from _text(value, data, place["start"], place["end"], ends)
        elif _is_single_tilde(event, place, data):
            yield Piece("tilde", "~")
        elif kind in _KINDS:
            yield Piece(_KINDS[kind], value)


def _text(value: str, data: bytes, start: int, end: int, ends: set[int]) -> Iterator[Piece]:
    written = data[start:end].decode("utf-8", "replace")
    if written != value and _ENTITY.fullmatch(written):
        yield Piece("entity", written)
        return
    if data[start - 1 : start] == b"\\" and start not in ends:
        yield Piece("escaped", value[:1])
        value = value[1:]
    ends.add(end)
    yield Piece("text", value)


def replaced(parts: Sequence[Piece], pattern: re.Pattern[str], by: str = "") -> list[Piece]:
    """Pieces with what a pattern matches in text replaced."""
    return [
        part._replace(text=pattern.sub(by, part.text)) if part.kind == "text" else part
        for part in parts
    ]


def _is_single_tilde(event: Any, place: Any, data: bytes) -> bool:
    if event not in ({"Start": "Strikethrough"}, {"End": "Strikethrough"}):
        return False
    return data[place["start"] : place["start"] + 2] != b"~~"


_KINDS: dict[str, PieceKind] = {
    "Code": "code",
    "InlineHtml": "html",
    "FootnoteReference": "footnote",
}


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Pieces with adjacent text in one piece."""
    text = ""
    for piece in pieces:
        if piece.kind == "text":
            text += piece.text
            continue
        if text:
            yield Piece("text", text)
            text = ""
        yield piece
    if text:
        yield Piece("text", text)
