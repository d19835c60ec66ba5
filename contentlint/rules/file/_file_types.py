"""The type of a file by its first characters, whatever its extension is."""

import re

from contentlint.rule import Document, lazy

# Each byte that is not valid UTF-8 has been decoded as U+FFFD.
_BINARY = (
    ("\ufffdPNG\r\n\x1a\n", "a PNG image"),
    ("\ufffd\ufffd\ufffd", "a JPEG image"),
    ("GIF8", "a GIF image"),
    ("%PDF-", "a PDF file"),
    ("PK\x03\x04", "a ZIP archive or an office document"),
    ("\ufffd\ufffd\x11", "an old Word document"),
    ("\x1f\ufffd\x08", "a gzip archive"),
    ("{\\rtf", "an RTF document"),
    ("SQLite format 3\x00", "an SQLite database"),
    ("\x7fELF", "an executable"),
)
_JPEG = lazy("\ufffd{4}..(?:JFIF|Exif)", re.DOTALL)
_RIFF = lazy("RIFF.{4,12}?WEBP", re.DOTALL)
_TEXT = (
    ("version https://git-lfs.github.com/spec/", "a Git LFS pointer"),
    ("<?xml", "an XML file"),
    ("<?php", "a PHP file"),
    ("<rss", "a feed"),
    ("<feed", "a feed"),
)
_PAGE = lazy(r"<!doctype\s+html|<html[\s>]", re.IGNORECASE)
_HTML_IN_XML = lazy(r"<\?xml[^>]*>\s*<(?:!doctype\s+)?html", re.IGNORECASE)
_NOTEBOOK = lazy(r'\{\s*"cells"\s*:\s*\[')
_FIRST = frozenset("\ufffdG%P{\x1fSRv<\x7f")


def foreign_type(document: Document) -> str | None:
    """The type of a file that is not an article in HTML or Markdown; None for an article.

    A complete HTML page counts as foreign in a file with a Markdown extension.
    """
    text = document.text
    if text.startswith("---"):
        return None
    head = text[:200].lstrip("\ufeff \t\r\n")
    if not head or head[0] not in _FIRST:
        return None
    for mark, name in _BINARY:
        if head.startswith(mark) and (name != "a JPEG image" or _JPEG.match(head)):
            return name
    if _RIFF.match(head):
        return "a WebP image"
    if _PAGE.match(head) or _HTML_IN_XML.match(head):
        return None if document.is_html else "a complete HTML page"
    if head.startswith("<svg") and text.rstrip().endswith("</svg>"):
        return "an SVG image"
    if _NOTEBOOK.match(head):
        return "a Jupyter notebook"
    return next((name for mark, name in _TEXT if head.startswith(mark)), None)
