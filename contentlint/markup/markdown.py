"""Markdown rendered to HTML, with a map from each piece to its source in the file.

pyromark (pulldown-cmark) parses the Markdown; its events have UTF-8 byte ranges. Raw HTML and text
are copied verbatim, so that the author's tags keep their offsets; Markdown syntax becomes generated
tags that map to the whole construct.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from contentlint.core.entities import escape as _escape
from contentlint.core.patterns import lazy
from contentlint.core.source import Span
from contentlint.core.tuples import NamedTuple
from contentlint.markup.markdown_tags import (
    END_TAGS,
    PLAIN_END_TAGS,
    PLAIN_START_TAGS,
    START_TAGS,
)
from contentlint.markup.source_map import (
    ESCAPED,
    GENERATED,
    IN_HTML_BLOCK,
    VERBATIM,
    ByteOffsets,
    Cuts,
    Piece,
    SourceMap,
)
from contentlint.site.generator import Extension

if TYPE_CHECKING:
    import pyromark

_MARKUP = lazy("[<&]")
_SPECIAL = lazy("[<&>\"']")
# The start of a raw HTML block that continues to the next blank line (CommonMark 4.6, kind 6), at
# the start of a body.
_OPENING = lazy(
    r"(?:[ \t]*\n)*(?=</?(?:div|p|section|article|figure|center|table|ul|ol|h[1-6]|blockquote)"
    r"(?:[ \t\n]|/?>))"
)
_BLANK_LINE = lazy(r"\n[ \t]*\n")


DEEPEST = 200
"""Maximum nesting depth of block quotes and list items that generate tags."""


def escape(text: str, quote: bool = True) -> str:
    """As `html.escape`, in half the time for text without special characters."""
    return _escape(text, quote) if _SPECIAL.search(text) else text


class Rendered(NamedTuple):
    """HTML rendered from Markdown.

    Args:
        html: the HTML.
        source_map: maps its offsets to those of the file.
        has_tags: whether the author wrote tags, which it has unchanged.
    """

    html: str
    source_map: SourceMap
    has_tags: bool


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
        html, source_map, has_tags = render(kept, shorter, extensions)
        return Rendered(html, removed.restored(source_map), has_tags)
    html, pieces, has_tags = written(text, body.start, body.end, extensions)
    offsets = ByteOffsets(text[body.start : body.end], body.start)
    return Rendered(html, SourceMap(pieces, offsets), has_tags)


def written(
    text: str, start: int, end: int, extensions: frozenset[Extension]
) -> tuple[str, list[Piece], bool]:
    """The HTML for a part of a text in Markdown, its pieces, and whether the author wrote tags."""
    import pyromark

    markdown = text[start:end]
    if block := _only_block(markdown):
        html = markdown[block.start : block.end]
        return html, [(0, start + block.start, start + block.end, IN_HTML_BLOCK)], "<" in html
    writer = _Writer(text, ByteOffsets(markdown, start))
    writer.write(pyromark.events_with_range(markdown, options=_options(extensions)))
    return "".join(writer.html), writer.segments, writer.has_tags


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


class _Writer:
    """Converts events to HTML pieces and their segments.

    An article has hundreds of events, so conversions are deferred: the offsets of generated pieces
    (`start` and `end` below) remain UTF-8 bytes until they are needed.
    """

    def __init__(self, text: str, offsets: ByteOffsets) -> None:
        self.text = text
        self.offsets = offsets
        self.html: list[str] = []
        self.segments: list[Piece] = []
        self.length = 0
        self.images: list[_OpenImage] = []
        self.table_head = False
        self.has_tags = False
        # The number of open block quotes and list items; above `DEEPEST` they generate no tags.
        self.depth = 0
        # The range and kind of the verbatim text that is not written yet: parts that follow each
        # other, such as the lines of code, are one piece.
        self.run_start = 0
        self.run_end = -1
        self.run_kind = 0

    def write(self, events: Iterable[tuple[Any, Any]]) -> None:
        handlers: dict[str, Callable[[Any, int, int], None]] = {
            "Text": self.on_text,
            "Code": self.on_code,
            "Start": self.on_start,
            "End": self.on_end,
            "Html": self.on_html,
            "InlineHtml": self.on_inline_html,
            "FootnoteReference": self.on_footnote_reference,
            "TaskListMarker": self.on_task_list_marker,
        }
        known, pieces, segments = handlers.get, self.html, self.segments
        plain_tags = {"Start": PLAIN_START_TAGS, "End": PLAIN_END_TAGS}
        on_text = self.on_text
        for event, place in events:
            if event.__class__ is str:
                self.on_bare(event, place["start"], place["end"])
                continue
            ((kind, value),) = event.items()
            if kind == "Text":
                on_text(value, place["start"], place["end"])
                continue
            tags = plain_tags.get(kind)
            if tags is not None and value.__class__ is str and value in tags:
                # A third of the events are of this kind, so they are written here.
                if not self.images:
                    start, end = place["start"], place["end"]
                    html = tags[value]
                    if self.run_end >= 0:
                        self.flush()
                    segments.append((self.length, end if kind == "End" else start, end, GENERATED))
                    pieces.append(html)
                    self.length += len(html)
                continue
            handler = known(kind)
            if handler is not None:
                handler(value, place["start"], place["end"])
        self.flush()

    # --- writing

    def verbatim(self, start: int, end: int, kind: int = VERBATIM) -> None:
        """Copy a range of the file, in code points."""
        if start >= end:
            return
        if start != self.run_end or kind != self.run_kind:
            self.flush()
            self.run_start, self.run_kind = start, kind
        self.run_end = end

    def flush(self) -> None:
        """Write the verbatim text that is not written yet."""
        start, end = self.run_start, self.run_end
        if end < 0:
            return
        self.segments.append((self.length, start, end, self.run_kind))
        self.html.append(self.text[start:end])
        self.length += end - start
        self.run_end = -1

    def generated(self, html: str, start: int, end: int, kind: int = GENERATED) -> None:
        """Write HTML for a range of the file, in bytes unless it is escaped."""
        if self.run_end >= 0:
            self.flush()
        self.segments.append((self.length, start, end, kind))
        self.html.append(html)
        self.length += len(html)

    # --- events

    def on_bare(self, event: str, start: int, end: int) -> None:
        if self.images:
            self.images[-1].alt.append(" ")
        elif event == "SoftBreak":
            self.verbatim(self.offsets[start], self.offsets[end])
        elif event == "HardBreak":
            self.generated("<br>", start, end)
        elif event == "Rule":
            self.generated("<hr>", start, end)

    def on_text(self, value: str, start: int, end: int) -> None:
        """Write text verbatim, except for characters that must be escaped."""
        if self.images:
            self.images[-1].alt.append(value)
            return
        offsets = self.offsets
        if offsets.is_ascii:
            first, size = start + offsets.base, len(value)
        else:
            first = offsets.char if start == offsets.byte else offsets[start]
            size = len(value) if value.isascii() else len(value.encode("utf-8", "surrogatepass"))
        if size != end - start or not self.text.startswith(value, first):
            self.generated(escape(value, quote=False), start, end)
            return
        last = first + len(value)
        offsets.byte, offsets.char = end, last
        if "<" in value or "&" in value:
            for match in _MARKUP.finditer(value):
                at = match.start() + last - len(value)
                self.verbatim(first, at)
                self.generated(escape(match[0]), at, at + 1, ESCAPED)
                first = at + 1
        if first != self.run_end or self.run_kind != VERBATIM:
            self.verbatim(first, last)
        elif last > first:
            self.run_end = last

    def on_html(self, value: str, start: int, end: int) -> None:
        self.has_tags = self.has_tags or "<" in value
        self.verbatim(self.offsets[start], self.offsets[end], IN_HTML_BLOCK)

    def on_inline_html(self, value: str, start: int, end: int) -> None:
        if not self.images:
            self.has_tags = self.has_tags or "<" in value
            self.verbatim(self.offsets[start], self.offsets[end])

    def on_code(self, value: str, start: int, end: int) -> None:
        if self.images:
            self.images[-1].alt.append(value)
        else:
            self.generated(f"<code>{escape(value, quote=False)}</code>", start, end)

    def on_footnote_reference(self, value: str, start: int, end: int) -> None:
        self.generated("<sup></sup>", start, end)

    def on_task_list_marker(self, value: bool, start: int, end: int) -> None:
        self.generated('<input type="checkbox" disabled>', start, end)

    def on_start(self, tag: Any, start: int, end: int) -> None:
        if tag.__class__ is str:
            if self.images:
                return
            if tag == "Item":
                self.depth += 1
                if self.depth > DEEPEST:
                    return
            elif tag == "TableHead":
                self.table_head = True
            is_head = self.table_head and tag == "TableCell"
            html = "<th>" if is_head else START_TAGS.get(tag)
            if html is not None:
                self.generated(html, start, end)
            return
        [name] = tag
        if name == "Image":
            image = tag["Image"]
            self.images.append(_OpenImage(image["dest_url"], image["title"], []))
        elif not self.images:
            self.depth += name == "BlockQuote"
            html = _start_tag(name, tag[name])
            is_deep = self.depth >= DEEPEST
            if html is not None and not (is_deep and self.is_too_deep(name)):
                self.generated(html, start, end)

    def on_end(self, tag: Any, start: int, end: int) -> None:
        if tag == "Image":
            self.end_image(start, end)
            return
        if self.images:
            return
        if tag.__class__ is not str:
            [name] = tag
            is_too_deep = self.depth >= DEEPEST and self.is_too_deep(name)
            self.depth -= name == "BlockQuote"
            html = None if is_too_deep else _end_tag(name, tag[name])
        else:
            if tag == "Item":
                self.depth -= 1
                if self.depth >= DEEPEST:
                    return
            elif tag == "TableHead":
                self.table_head = False
            is_head = self.table_head and tag == "TableCell"
            html = "</th>" if is_head else END_TAGS.get(tag)
        if html is not None:
            self.generated(html, end, end)

    def is_too_deep(self, name: str) -> bool:
        """Whether the current list or block quote exceeds the maximum nesting depth."""
        if name == "List":
            return self.depth >= DEEPEST
        return name == "BlockQuote" and self.depth > DEEPEST

    def end_image(self, start: int, end: int) -> None:
        image = self.images.pop()
        if self.images:
            self.images[-1].alt.extend(image.alt)
            return
        alt = "".join(image.alt)
        title = f' title="{escape(image.title)}"' if image.title else ""
        html = f'<img src="{escape(image.url)}" alt="{escape(alt)}"{title}>'
        self.generated(html, start, end)


class _OpenImage(NamedTuple):
    url: str
    title: str
    alt: list[str]


def _start_tag(name: str, value: Any) -> str | None:
    """The start tag of an event with data; None if it has no tag."""
    if name == "Link":
        url, title = _url(value), value["title"]
        if url and not title:
            return f'<a href="{escape(url)}">'
        return _tag("a", href=url, title=title)
    if name == "Heading":
        level, id = value["level"].lower(), value["id"]
        return _tag(level, id=id) if id else f"<{level}>"
    if name == "List":
        return "<ul>" if value is None else "<ol>"
    return START_TAGS.get(name)


def _end_tag(name: str, value: Any) -> str | None:
    if name == "Heading":
        return f"</{value.lower()}>"
    if name == "List":
        return "</ol>" if value else "</ul>"
    return END_TAGS.get(name)


def _url(link: Any) -> str:
    url: str = link["dest_url"]
    return f"mailto:{url}" if link["link_type"] == "Email" else url


def _tag(name: str, **attributes: str) -> str:
    pairs = (f' {key}="{escape(value)}"' for key, value in attributes.items() if value)
    return f"<{name}{''.join(pairs)}>"
