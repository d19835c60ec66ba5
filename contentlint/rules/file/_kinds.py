"""What kind of file a text is by its first characters, whatever its name says."""

import re

from contentlint.rule import Document, lazy

# U+FFFD stands for each byte that is no UTF-8.
_BINARY = (
    ("\ufffdPNG\r\n\x1a\n", "a PNG picture"),
    ("\ufffd\ufffd\ufffd", "a JPEG picture"),
    ("GIF8", "a GIF picture"),
    ("%PDF-", "a PDF file"),
    ("PK\x03\x04", "a ZIP archive, as word processors save them"),
    ("\ufffd\ufffd\x11", "an old Word document"),
    ("\x1f\ufffd\x08", "compressed with gzip"),
    ("{\\rtf", "an RTF document"),
    ("SQLite format 3\x00", "a database"),
    ("\x7fELF", "a program"),
)
_JPEG = lazy("\ufffd{4}..(?:JFIF|Exif)", re.DOTALL)
_RIFF = lazy("RIFF.{4,12}?WEBP", re.DOTALL)
_TEXT = (
    ("version https://git-lfs.github.com/spec/", "a pointer of Git LFS; its content is elsewhere"),
    ("<?xml", "XML"),
    ("<?php", "PHP"),
    ("<rss", "a feed"),
    ("<feed", "a feed"),
)
_PAGE = lazy(r"<!doctype\s+html|<html[\s>]", re.IGNORECASE)
_HTML_IN_XML = lazy(r"<\?xml[^>]*>\s*<(?:!doctype\s+)?html", re.IGNORECASE)
_NOTEBOOK = lazy(r'\{\s*"cells"\s*:\s*\[')
_FIRST = frozenset("\ufffdG%P{\x1fSRv<\x7f")


def kind(document: Document) -> str | None:
    """What the file is, where that is something else than an article in HTML or Markdown.

    A whole HTML page is something else where its name says Markdown.
    """
    text = document.text
    if text.startswith("---"):
        return None
    head = text[:200].lstrip("\ufeff \t\r\n")
    if not head or head[0] not in _FIRST:
        return None
    for mark, name in _BINARY:
        if head.startswith(mark) and (name != "a JPEG picture" or _JPEG.match(head)):
            return name
    if _RIFF.match(head):
        return "a WebP picture"
    if _PAGE.match(head) or _HTML_IN_XML.match(head):
        return None if document.is_html else "a whole HTML page"
    if head.startswith("<svg") and text.rstrip().endswith("</svg>"):
        return "an SVG picture"
    if _NOTEBOOK.match(head):
        return "a notebook"
    return next((name for mark, name in _TEXT if head.startswith(mark)), None)
