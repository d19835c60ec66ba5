"""The HTML for the events of a Markdown parser, with its pieces and text runs.

An article has hundreds of events. To go through the pieces again for the text runs takes as long as
to write them, so one loop makes all of it.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate
from typing import Any

from contentlint.core.entities import escape as _escape
from contentlint.core.patterns import lazy
from contentlint.core.source import Span
from contentlint.core.tuples import NamedTuple
from contentlint.markup.elements import TextRun
from contentlint.markup.markdown_tags import HEAD_CELL, HEADINGS, LISTS, TAGS, Tags
from contentlint.markup.source_map import ESCAPED, GENERATED, IN_HTML_BLOCK, VERBATIM, Piece
from contentlint.markup.standard import NO_PROSE

_MARKUP = lazy("[<&]")
_SPECIAL = lazy("[<&>\"']")

DEEPEST = 200
"""Maximum nesting depth of block quotes and list items that generate tags."""

# Maximum number of ancestors recorded for each text run, to limit memory.
_MAX_PARENTS = 100
_NO_TAGS: Tags = (None, None, "")
# Those that depend on nothing else.
_PLAIN_TAGS = {
    name: tags for name, tags in TAGS.items() if name not in ("BlockQuote", "Item", "TableCell")
}
# What is copied, and as which kind of piece; text only if it is the same in the file.
_COPIED = {"Text": VERBATIM, "SoftBreak": VERBATIM, "InlineHtml": VERBATIM, "Html": IN_HTML_BLOCK}
# An end tag is at the end of its construct.
_FROM = {"End": "end"}
_EMPTY = {
    "HardBreak": "<br>",
    "Rule": "<hr>",
    "FootnoteReference": "<sup></sup>",
    "TaskListMarker": '<input type="checkbox" disabled>',
}

Copy = Callable[[int, int, int, "Around"], None]
"""Copies a range of the body, as a kind of piece, with elements around it."""


def escape(text: str, quote: bool = True) -> str:
    """As `html.escape`, in half the time for text without special characters."""
    return _escape(text, quote) if _SPECIAL.search(text) else text


class Around(dict[str, "Around"]):
    """The elements around a text; its items are those with more elements, by their names.

    Args:
        parents: the names of the elements, the innermost last.
        depth: how many of them are block quotes and list items.
        in_table_head: whether a cell of a table in it belongs to the head.
    """

    def __init__(
        self, parents: tuple[str, ...] = (), depth: int = 0, in_table_head: bool = False
    ) -> None:
        self.parents = parents
        self.is_prose = NO_PROSE.isdisjoint(parents)
        self.depth = depth
        self.in_table_head = in_table_head

    def __missing__(self, names: str) -> "Around":
        parents = self.parents
        for name in names.split():
            parents = (*parents[:_MAX_PARENTS], name)
        depth = self.depth + (names in ("li", "blockquote"))
        inside = self[names] = Around(parents, depth, names == "thead tr")
        return inside


class Parts(NamedTuple):
    """The parts of the HTML, the start, end and kind of the source of each, and the text runs."""

    html: list[str]
    starts: list[int]
    ends: list[int]
    kinds: list[int]
    runs: list[TextRun]

    def pieces(self) -> list[Piece]:
        """The parts as pieces."""
        offsets = accumulate(map(len, self.html), initial=0)
        return list(zip(offsets, self.starts, self.ends, self.kinds, strict=False))


def write(
    markdown: str, base: int, events: Iterable[tuple[Any, Any]]
) -> tuple[str, list[Piece], bool, list[TextRun]]:
    """The HTML, its pieces, whether the author wrote tags, and the text runs if not.

    Args:
        markdown: the body.
        base: the code-point offset in the file at which it starts.
        events: the events of its parser with their UTF-8 byte ranges, in order.
    """
    parts = Parts([], [], [], [], [])
    # In ASCII, bytes are code points.
    data = markdown if markdown.isascii() else markdown.encode()
    writer = _Writer(data, parts, _copier(data, base, parts))
    writer.write(iter(events))
    return "".join(parts.html), parts.pieces(), writer.has_tags, parts.runs


def _copier(data: Any, base: int, parts: Parts) -> Copy:
    """A function that copies ranges of the body, which it must get in order.

    Args:
        data: the body if it is ASCII, otherwise its UTF-8 bytes.
        base: the code-point offset in the file at which it starts.
        parts: what it adds to.
    """
    html, starts, ends, kinds, runs = parts
    is_ascii, make = isinstance(data, str), tuple.__new__
    # The end of the last range, in bytes of the body and in code points of the file.
    byte, char = 0, base

    def copy(first: int, last: int, kind: int, around: Around) -> None:
        nonlocal byte, char
        if first >= last:
            return
        if is_ascii:
            raw, start = data[first:last], base + first
        else:
            raw = data[first:last].decode()
            start = char + len(data[byte:first].decode())
        byte, char = last, start + len(raw)
        starts.append(start)
        ends.append(char)
        kinds.append(kind)
        html.append(escape(raw) if kind == ESCAPED else raw)
        if kind == VERBATIM and around.is_prose and not raw.isspace():
            # There are hundreds in an article; `TextRun(…)` takes three times as long.
            span = make(Span, (start, char))
            runs.append(make(TextRun, (raw, span, around.parents, False)))

    return copy


class _Writer:
    """Writes what events say.

    Args:
        data: the body if it is ASCII, otherwise its UTF-8 bytes.
        parts: what it adds to.
        copy: copies ranges of the body.
    """

    def __init__(self, data: Any, parts: Parts, copy: Copy) -> None:
        self.data = data
        self.parts = parts
        self.copy = copy
        self.has_tags = False
        # The end tag of each open construct, and the elements around it.
        self.opened: list[tuple[str | None, Around]] = []

    def write(self, events: Iterator[tuple[Any, Any]]) -> None:
        """Write the HTML of all events; generated parts keep the bytes of their ranges."""
        html, starts, ends, kinds, _ = self.parts
        data, copy = self.data, self.copy
        encode = str if isinstance(data, str) else str.encode
        around, opened = Around(), self.opened
        # What is not copied yet: parts that follow each other, such as lines of code, are one.
        first, last, copying = 0, -1, VERBATIM
        for event, place in events:
            if event.__class__ is str:
                kind = value = event
            else:
                (kind,) = event
                value = event[kind]
            start, end = place["start"], place["end"]
            is_copied = kind in _COPIED and (kind != "Text" or data[start:end] == encode(value))
            if is_copied:
                if start != last or copying != _COPIED[kind]:
                    copy(first, last, copying, around)
                    first, copying = start, _COPIED[kind]
                last = end
                if "<" in value or "&" in value:
                    first = self.marked(kind, start, end, first, around)
                continue
            if kind == "End":
                tag, inside = opened.pop()
            else:
                tag, inside = self.generated(kind, value, around, events)
            if tag is not None:
                if last >= 0:
                    copy(first, last, copying, around)
                    last = -1
                html.append(tag)
                starts.append(place[_FROM.get(kind, "start")])
                ends.append(end)
                kinds.append(GENERATED)
                around = inside
        copy(first, last, copying, around)

    def marked(self, kind: str, start: int, end: int, first: int, around: Around) -> int:
        """Copy what has a `<` or `&` up to the last one that must be escaped.

        Args:
            kind: the kind of its event; tags of the author are not escaped.
            start, end: its range.
            first: the start of what has to be copied before it.
            around: the elements around it.

        Returns:
            The start of what has to be copied after it.
        """
        if kind != "Text":
            self.has_tags = self.has_tags or "<" in _chars(self.data[start:end])
            return first
        for match in _MARKUP.finditer(_chars(self.data[start:end])):
            at = start + match.start()
            self.copy(first, at, VERBATIM, around)
            self.copy(at, at + 1, ESCAPED, around)
            first = at + 1
        return first

    def generated(
        self, kind: str, value: Any, around: Around, events: Iterator[tuple[Any, Any]]
    ) -> tuple[str | None, Around]:
        """The tag for an event, and the elements around what follows.

        Args:
            kind: the kind of the event; not the end of a construct.
            value: its data.
            around: the elements around it.
            events: the events that follow, of which those in an image are used.
        """
        if kind == "Start":
            if value.__class__ is str and value in _PLAIN_TAGS:
                tag, closing, names = _PLAIN_TAGS[value]
            elif value.__class__ is not str and "Image" in value:
                return _image(value["Image"], events), around
            else:
                tag, closing, names = _tags(value, around)
            self.opened.append((closing, around))
            return tag, around[names]
        if kind == "Text":
            return escape(value, quote=False), around
        if kind == "Code":
            return f"<code>{escape(value, quote=False)}</code>", around
        return _EMPTY.get(kind), around


def _tags(value: Any, around: Around) -> Tags:
    """The tags of a construct that depend on its data or on what is around it."""
    if value.__class__ is str:
        return _contextual_tags(value, around)
    (name,) = value
    data = value[name]
    if name == "Link":
        return _link(data), "</a>", "a"
    if name == "Heading":
        start, end, level = HEADINGS[data["level"]]
        return _tag(level, id=data["id"]) if data["id"] else start, end, level
    if name == "List":
        return LISTS[data is not None] if around.depth < DEEPEST else _NO_TAGS
    return _contextual_tags(name, around)


def _contextual_tags(name: str, around: Around) -> Tags:
    """The tags of a construct that depend on what is around it."""
    if name in ("Item", "BlockQuote"):
        return TAGS[name] if around.depth < DEEPEST else _NO_TAGS
    if name == "TableCell" and around.in_table_head:
        return HEAD_CELL
    return TAGS.get(name, _NO_TAGS)


def _chars(raw: Any) -> str:
    """A text with a code point for each byte."""
    return raw if isinstance(raw, str) else raw.decode("latin-1")


def _image(image: Any, events: Iterator[tuple[Any, Any]]) -> str:
    """The tag of an image, and of others in its text, whose events follow."""
    alt: list[str] = []
    depth = 1
    for event, _ in events:
        if event.__class__ is str:
            alt.append(" ")
            continue
        (kind,) = event
        value = event[kind]
        if kind in ("Text", "Code"):
            alt.append(value)
        elif kind == "Start":
            depth += value.__class__ is not str and "Image" in value
        elif value == "Image":
            depth -= 1
            if not depth:
                break
    title = f' title="{escape(image["title"])}"' if image["title"] else ""
    return f'<img src="{escape(image["dest_url"])}" alt="{escape("".join(alt))}"{title}>'


def _link(link: Any) -> str:
    """The start tag of a link."""
    url, title = link["dest_url"], link["title"]
    if link["link_type"] == "Email":
        url = f"mailto:{url}"
    return f'<a href="{escape(url)}">' if url and not title else _tag("a", href=url, title=title)


def _tag(name: str, **attributes: str) -> str:
    pairs = (f' {key}="{escape(value)}"' for key, value in attributes.items() if value)
    return f"<{name}{''.join(pairs)}>"
