"""Headings of small Markdown documents, as the algorithms get them."""

import html
import re
from collections.abc import Iterator
from typing import Any

import pyromark

from contentlint.site.pages import Heading

_FLAGS = pyromark.Options
_OPTIONS = _FLAGS.ENABLE_TABLES | _FLAGS.ENABLE_FOOTNOTES | _FLAGS.ENABLE_STRIKETHROUGH
_OPTIONS |= _FLAGS.ENABLE_GFM
_ATX = re.compile(r" {0,3}#{1,6}(?:[ \t]+|$)(.*?)(?:[ \t]+#+)?[ \t]*$", re.MULTILINE)
_HTML_HEADING = re.compile(r"<h([1-6])([^<>]*)>(.*?)</h\1>", re.DOTALL)
_ID = re.compile(r"\sid=\"([^\"]*)\"")
_TAG = re.compile(r"<[^<>]*>")


def headings(markdown: str, *, is_mdx: bool = False) -> list[Heading]:
    """The headings of a document.

    Args:
        markdown: the document.
        is_mdx: whether it is MDX, in which Markdown goes on in elements and indented code is text.
    """
    if is_mdx:
        markdown = re.sub(r"(?m)^(</?div>)$", r"\n\1\n", markdown)
        markdown = re.sub(r"(?m)^ +(#+ )", r"\1", markdown)
    return list(_headings(markdown))


def _headings(markdown: str) -> Iterator[Heading]:
    data = markdown.encode()
    level, text, is_image = 0, "", False
    for event, place in pyromark.events_with_range(markdown, options=_OPTIONS):
        value: Any = event if isinstance(event, str) else next(iter(event.values()))
        kind = event if isinstance(event, str) else next(iter(event))
        if kind == "Start" and isinstance(value, dict) and "Heading" in value:
            level, text = int(value["Heading"]["level"][1]), ""
        elif kind == "End" and isinstance(value, dict) and "Heading" in value:
            written = data[place["start"] : place["end"]].decode().rstrip("\n")
            atx = _ATX.fullmatch(written)
            raw = atx[1] if atx else written.rpartition("\n")[0]
            yield Heading(level, text, raw)
            level = 0
        elif kind in ("Start", "End") and isinstance(value, dict | str) and "Image" in value:
            is_image = kind == "Start"
        elif level and not is_image and kind in ("Text", "Code"):
            text += value
        elif level and kind in ("SoftBreak", "HardBreak"):
            text += "\n"
        elif not level and kind in ("Html", "InlineHtml"):
            for found in _HTML_HEADING.finditer(value):
                given = _ID.search(found[2])
                shown = html.unescape(_TAG.sub("", found[3]))
                yield Heading(int(found[1]), shown, found[3], given[1] if given else "", True)
