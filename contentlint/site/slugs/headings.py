"""The headings of a Markdown body, as pieces that the algorithms join in their own ways."""

import html
import re
from collections.abc import Iterable, Iterator
from html.entities import html5
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    import pyromark

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


class Heading(NamedTuple):
    """A heading of an article.

    Args:
        level: 1 to 6.
        pieces: its content.
        start, end: its range in the Markdown, in UTF-8 bytes.
        is_html: whether it is an HTML element.
        html_id: the `id` attribute of an HTML element; empty: it has none.
    """

    level: int
    pieces: tuple[Piece, ...]
    start: int = 0
    end: int = 0
    is_html: bool = False
    html_id: str = ""


_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|\w{1,40});")
_HTML_HEADING = re.compile(
    r"<h([1-6])((?:\s[^<>]*)?)>((?:(?!</?h[1-6]).)*+)(?:</h\1\s*>)?", re.DOTALL | re.IGNORECASE
)
_ID = re.compile(r"\sid\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
_TAG = re.compile(r"<!--(?:(?!-->).)*+-->|</?[A-Za-z][^<>]*>", re.DOTALL)


def headings(
    markdown: str, *, is_mdx: bool = False, options: "pyromark.Options | None" = None
) -> list[Heading]:
    """The headings of a Markdown text, those that are HTML elements included.

    Args:
        markdown: the text, without front matter.
        is_mdx: whether it is MDX, in which Markdown goes on in elements and indented code is text.
        options: the extensions of the dialect; None: GFM with footnotes.
    """
    import pyromark

    if options is None:
        flags = pyromark.Options
        options = flags.ENABLE_TABLES | flags.ENABLE_FOOTNOTES | flags.ENABLE_STRIKETHROUGH
        options |= flags.ENABLE_GFM
    events = pyromark.events_with_range(markdown, options=options)
    return list(from_events(events, markdown, is_mdx=is_mdx))


def from_events(
    events: Iterable[tuple[Any, Any]], markdown: str, *, is_mdx: bool = False
) -> Iterator[Heading]:
    """The headings among the events of a parsed text.

    Args:
        events: what `pyromark.events_with_range` yields.
        markdown: the text.
        is_mdx: whether it is MDX.
    """
    is_indented = False
    data = markdown.encode("utf-8", "surrogatepass")
    level, start = 0, 0
    pieces: list[Piece] = []
    alt: list[str] | None = None
    # Where text has ended; a backslash before text that starts there is part of it.
    ends: set[int] = set()
    for event, place in events:
        if event.__class__ is str:
            if level and alt is None:
                pieces.append(Piece("break", "\n" if event == "SoftBreak" else "  \n"))
            continue
        [kind] = event
        value = event[kind]
        if not level:
            if kind == "Start" and value.__class__ is dict and "Heading" in value:
                level, start = int(value["Heading"]["level"][1]), place["start"]
                pieces = []
            elif kind in ("Start", "End") and value.__class__ is dict and "CodeBlock" in value:
                is_indented = kind == "Start" and value["CodeBlock"] == "Indented"
            elif is_mdx and (kind == "Html" or (is_indented and kind == "Text")):
                yield from _in_elements(value)
            elif kind in ("Html", "InlineHtml"):
                yield from _html_headings(value, place)
            continue
        if kind == "End" and value.__class__ is dict and "Heading" in value:
            yield Heading(level, tuple(_joined(pieces)), start, place["end"])
            level = 0
        elif kind == "Start" and value.__class__ is dict and "Image" in value:
            alt = []
        elif kind == "End" and value == "Image":
            pieces.append(Piece("image", "".join(alt or ())))
            alt = None
        elif alt is not None:
            if kind in ("Text", "Code"):
                alt.append(value)
        elif kind == "Text":
            first, last = place["start"], place["end"]
            written = data[first:last]
            if written != value and _ENTITY.fullmatch(written.decode("utf-8", "replace")):
                pieces.append(Piece("entity", written.decode()))
                continue
            if data[first - 1 : first] == b"\\" and first not in ends:
                pieces.append(Piece("escaped", value[:1]))
                value = value[1:]
            ends.add(last)
            pieces.append(Piece("text", value))
        elif _is_single_tilde(event, place, data):
            pieces.append(Piece("tilde", "~"))
        elif kind in _KINDS:
            pieces.append(Piece(_KINDS[kind], value))


def _is_single_tilde(event: Any, place: Any, data: bytes) -> bool:
    if event not in ({"Start": "Strikethrough"}, {"End": "Strikethrough"}):
        return False
    return data[place["start"] : place["start"] + 2] != b"~~"


_KINDS: dict[str, PieceKind] = {
    "Code": "code",
    "InlineHtml": "html",
    "FootnoteReference": "footnote",
}


def _joined(pieces: list[Piece]) -> Iterator[Piece]:
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


def _in_elements(written: str) -> Iterator[Heading]:
    """The headings of MDX among lines that are HTML or code in CommonMark."""
    for line in written.splitlines():
        if line.lstrip().startswith("#"):
            yield from headings(line.lstrip())
        else:
            yield from _html_headings(line, {"start": 0, "end": 0})


def _html_headings(written: str, place: Any) -> Iterator[Heading]:
    if "<h" not in written and "<H" not in written:
        return
    for found in _HTML_HEADING.finditer(written):
        given = _ID.search(found[2])
        html_id = next((each for each in given.groups() if each), "") if given else ""
        text = html.unescape(_TAG.sub("", found[3])).strip("\n")
        pieces = (Piece("text", text),) if text else ()
        yield Heading(int(found[1]), pieces, place["start"], place["end"], True, html_id)
