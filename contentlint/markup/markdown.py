"""Markdown as HTML that remembers where each piece of it stood in the file.

pyromark (pulldown-cmark) reads the Markdown; its events carry UTF-8 byte ranges. Raw HTML and
text go into the HTML verbatim, so that the author's tags keep their places; what Markdown syntax
stands for becomes generated tags that map to the construct as a whole.
"""

import re
from bisect import bisect_right
from collections.abc import Callable
from html import escape
from typing import Any, NamedTuple

from contentlint.markup.source_map import Segment, SourceMap
from contentlint.source import Span

_SIMPLE_TAGS = {
    "Paragraph": "p",
    "Item": "li",
    "Emphasis": "em",
    "Strong": "strong",
    "Strikethrough": "del",
    "Superscript": "sup",
    "Subscript": "sub",
    "TableRow": "tr",
    "TableCell": "td",
    "DefinitionList": "dl",
    "DefinitionListTitle": "dt",
    "DefinitionListDefinition": "dd",
}
_MARKUP = re.compile("[<&]")


class Rendered(NamedTuple):
    """HTML made of Markdown, and the way back."""

    html: str
    source_map: SourceMap


# What the generators' parsers read beside GFM and footnotes.
_DEFINITION_LISTS = frozenset({"hugo", "jekyll", "mkdocs", "myst", "pelican", "quarto"})
_HEADING_ATTRIBUTES = frozenset(
    {"hugo", "jekyll", "mkdocs", "myst", "pelican", "quarto", "vitepress", "zola"}
)
_MATHS = frozenset({"myst", "obsidian", "quarto"})


def render(text: str, body: Span, generator: str | None = None) -> Rendered:
    """Render a Markdown body.

    Args:
        text: the file's text, template syntax already masked.
        body: the body's range in it; the map leads back to offsets of `text`.
        generator: whose dialect it is, where known.
    """
    import pyromark

    flags = pyromark.Options
    options = (
        flags.ENABLE_TABLES
        | flags.ENABLE_FOOTNOTES
        | flags.ENABLE_STRIKETHROUGH
        | flags.ENABLE_TASKLISTS
        | flags.ENABLE_GFM
    )
    if generator in _DEFINITION_LISTS:
        options |= flags.ENABLE_DEFINITION_LIST
    if generator in _HEADING_ATTRIBUTES:
        options |= flags.ENABLE_HEADING_ATTRIBUTES
    if generator in _MATHS:
        options |= flags.ENABLE_MATH
    markdown = text[body.start : body.end]
    writer = _Writer(text, _Offsets(markdown, body.start))
    for event, place in pyromark.events_with_range(markdown, options=options):
        writer.event(event, place["start"], place["end"])
    return Rendered("".join(writer.html), SourceMap(writer.segments))


class _Offsets:
    """Code-point offsets of the UTF-8 byte offsets of a text."""

    _STEP = 128

    def __init__(self, text: str, base: int) -> None:
        self._data = text.encode("utf-8", "surrogatepass")
        self._base = base
        self._ascii = len(self._data) == len(text)
        self._known = {0: 0}
        # Where every 128th code point begins.
        self._steps: list[int] = []
        if not self._ascii:
            place = 0
            for start in range(0, len(text), self._STEP):
                self._steps.append(place)
                step = text[start : start + self._STEP]
                place += len(step.encode("utf-8", "surrogatepass"))

    def __getitem__(self, byte: int) -> int:
        if self._ascii:
            return self._base + byte
        char = self._known.get(byte)
        if char is None:
            char = self._known[byte] = self._count(byte)
        return self._base + char

    def _count(self, byte: int) -> int:
        step = bisect_right(self._steps, byte) - 1
        rest = self._data[self._steps[step] : byte]
        return step * self._STEP + len(rest.decode("utf-8", "surrogatepass"))


class _Writer:
    """Turns events into HTML pieces and their segments."""

    def __init__(self, text: str, offsets: _Offsets) -> None:
        self.text = text
        self.offsets = offsets
        self.html: list[str] = []
        self.segments: list[Segment] = []
        self.length = 0
        self.images: list[_OpenImage] = []
        self.table_head = False

    def event(self, event: Any, start: int, end: int) -> None:
        span = Span(self.offsets[start], self.offsets[end])
        if isinstance(event, str):
            self.bare_event(event, span)
            return
        ((kind, value),) = event.items()
        handler: Callable[[Any, Span], None] | None = getattr(self, f"on_{kind.lower()}", None)
        if handler is not None:
            handler(value, span)

    # --- writing

    def verbatim(self, span: Span, *, in_html_block: bool = False) -> None:
        if span.start < span.end:
            last = self.segments[-1] if self.segments else None
            if _goes_on(last, span, in_html_block=in_html_block):
                joined = Span(self.segments[-1].source.start, span.end)
                self.segments[-1] = self.segments[-1]._replace(source=joined)
            else:
                self.segments.append(Segment(self.length, span, True, in_html_block))
            self.html.append(self.text[span.start : span.end])
            self.length += span.end - span.start

    def generated(self, html: str, span: Span) -> None:
        self.segments.append(Segment(self.length, span, verbatim=False))
        self.html.append(html)
        self.length += len(html)

    def plain(self, value: str, span: Span) -> None:
        """Text that is no markup: verbatim but for the characters that must be escaped."""
        if self.images:
            self.images[-1].alt.append(value)
            return
        if self.text[span.start : span.end] != value:
            self.generated(escape(value, quote=False), span)
            return
        place = span.start
        for match in _MARKUP.finditer(value):
            at = span.start + match.start()
            self.verbatim(Span(place, at))
            self.generated(escape(match[0]), Span(at, at + 1))
            place = at + 1
        self.verbatim(Span(place, span.end))

    # --- events

    def bare_event(self, event: str, span: Span) -> None:
        if self.images:
            self.images[-1].alt.append(" ")
        elif event == "SoftBreak":
            self.verbatim(span)
        elif event == "HardBreak":
            self.generated("<br>", span)
        elif event == "Rule":
            self.generated("<hr>", span)

    def on_text(self, value: str, span: Span) -> None:
        self.plain(value, span)

    def on_html(self, value: str, span: Span) -> None:
        self.verbatim(span, in_html_block=True)

    def on_inlinehtml(self, value: str, span: Span) -> None:
        if not self.images:
            self.verbatim(span)

    def on_code(self, value: str, span: Span) -> None:
        if self.images:
            self.images[-1].alt.append(value)
        else:
            self.generated(f"<code>{escape(value, quote=False)}</code>", span)

    def on_footnotereference(self, value: str, span: Span) -> None:
        self.generated("<sup></sup>", span)

    def on_tasklistmarker(self, value: bool, span: Span) -> None:
        self.generated('<input type="checkbox" disabled>', span)

    def on_start(self, tag: Any, span: Span) -> None:
        name, value = _name_and_value(tag)
        if name == "Image":
            self.images.append(_OpenImage(value["dest_url"], value["title"], []))
        elif not self.images:
            self.start_tag(name, value, span)

    def start_tag(self, name: str, value: Any, span: Span) -> None:
        if name == "TableCell" and self.table_head:
            self.generated("<th>", span)
        elif name in _SIMPLE_TAGS:
            self.generated(f"<{_SIMPLE_TAGS[name]}>", span)
        elif name == "Link":
            self.generated(_tag("a", href=_address(value), title=value["title"]), span)
        elif name == "Heading":
            self.generated(_tag(value["level"].lower(), id=value["id"] or ""), span)
        elif name == "List":
            self.generated("<ul>" if value is None else "<ol>", span)
        elif name == "CodeBlock":
            self.generated("<pre><code>", span)
        elif name == "BlockQuote":
            self.generated("<blockquote>", span)
        elif name == "FootnoteDefinition":
            self.generated("<div>", span)
        elif name == "Table":
            self.generated("<table>", span)
        elif name == "TableHead":
            self.table_head = True
            self.generated("<thead><tr>", span)

    def on_end(self, tag: Any, span: Span) -> None:
        name, value = _name_and_value(tag)
        if name == "Image":
            self.end_image(span)
        elif not self.images:
            self.end_tag(name, value, Span(span.end, span.end))

    def end_tag(self, name: str, value: Any, span: Span) -> None:
        if name == "TableCell" and self.table_head:
            self.generated("</th>", span)
        elif name in _SIMPLE_TAGS:
            self.generated(f"</{_SIMPLE_TAGS[name]}>", span)
        elif name == "Link":
            self.generated("</a>", span)
        elif name == "Heading":
            self.generated(f"</{value.lower()}>", span)
        elif name == "List":
            self.generated("</ol>" if value else "</ul>", span)
        elif name == "CodeBlock":
            self.generated("</code></pre>", span)
        elif name == "BlockQuote":
            self.generated("</blockquote>", span)
        elif name == "FootnoteDefinition":
            self.generated("</div>", span)
        elif name == "Table":
            self.generated("</table>", span)
        elif name == "TableHead":
            self.table_head = False
            self.generated("</tr></thead>", span)

    def end_image(self, span: Span) -> None:
        image = self.images.pop()
        if self.images:
            self.images[-1].alt.extend(image.alt)
            return
        alt = "".join(image.alt)
        title = f' title="{escape(image.title)}"' if image.title else ""
        html = f'<img src="{escape(image.address)}" alt="{escape(alt)}"{title}>'
        self.generated(html, span)


def _goes_on(last: Segment | None, span: Span, *, in_html_block: bool) -> bool:
    """Whether a verbatim range follows the last piece without a gap."""
    if last is None or not last.verbatim or last.in_html_block != in_html_block:
        return False
    return last.source.end == span.start


class _OpenImage(NamedTuple):
    address: str
    title: str
    alt: list[str]


def _name_and_value(tag: Any) -> tuple[str, Any]:
    """An event's tag, which is a bare name or a name with its data."""
    if isinstance(tag, str):
        return tag, None
    ((name, value),) = tag.items()
    return name, value


def _address(link: Any) -> str:
    address: str = link["dest_url"]
    return f"mailto:{address}" if link["link_type"] == "Email" else address


def _tag(name: str, **attributes: str) -> str:
    pairs = (f' {key}="{escape(value)}"' for key, value in attributes.items() if value)
    return f"<{name}{''.join(pairs)}>"
