"""Names of tags, and of the Markdown blocks around them."""

from contentlint.rule import Document, Span, cut, lazy

_MARKDOWN_BLOCKS = {
    "p": "paragraph",
    "li": "list item",
    "blockquote": "block quote",
    "td": "table cell",
    "th": "table cell",
    "tr": "table row",
    "table": "table",
    "ul": "list",
    "ol": "list",
    "a": "link",
    "em": "emphasis",
    "strong": "emphasis",
    "del": "strikethrough",
}


def written_tag(document: Document, span: Span | None) -> str | None:
    """The tag at `span` as the author wrote it, without attributes; None if there is no tag."""
    if span is None:
        return None
    text = document.text[span.start : span.end]
    if not text.startswith("<"):
        return None
    name = text[1:].replace(">", " ").split(None, 1)[0] if text[1:].strip(" >") else ""
    return f"<{name.rstrip('/')}>" if name.rstrip("/") else None


def is_end_tag(document: Document, span: Span) -> bool:
    """Whether `span` starts with an end tag."""
    return document.text.startswith("</", span.start)


def block_name(tag: str | None) -> str:
    """The usual name of the Markdown block that becomes this element."""
    if tag is not None and tag[:1] == "h" and tag[1:].isdigit():
        return "heading"
    return _MARKDOWN_BLOCKS.get(tag or "", "block")


def quoted(document: Document, span: Span) -> str:
    """The text of `span`, cut to fit a message, with its backticks replaced."""
    return cut(document.text[span.start : span.end].replace("`", "'"))


def with_line(document: Document, span: Span) -> Span:
    """`span`, or its whole line if nothing else is on it: a blank line may end a block."""
    text = document.text
    start = max(text.rfind("\n", 0, span.start), text.rfind("\r", 0, span.start)) + 1
    start = max(start, document.body.start)
    match = _REST_OF_LINE.match(text, span.end)
    if match is None or text[start : span.start].strip() or document.is_code(span.start):
        return span
    return Span(start, match.end())


_REST_OF_LINE = lazy(r"[ \t]*(?:\r\n?|\n)")
