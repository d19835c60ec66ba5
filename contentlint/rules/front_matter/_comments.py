"""Comments that cut off an unquoted YAML value or leave it empty."""

import re
from collections.abc import Iterator
from typing import Any

from contentlint.rule import Document, NamedTuple, Span, lazy

_COMMENT = lazy(r"[ \t]+(#[^\s#!][^\r\n]*)")
_EMPTY = lazy(r"[ \t]+(#[^\s#!][^\r\n]*)(?=\r?\n(?![ \t]*-[ \t]|[ \t]+\S)|\r?\n---|\Z)")
_ITEM = lazy(r"^[ \t]*-[ \t]+(#[^\s#!](?:[^\r\n]*[^\s])?)[ \t]*+\r?$", re.MULTILINE)
_COLOR = lazy(r"#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})[ \t]*")
_HASHTAGS = lazy(r"#[\w/-]+(?:[ \t,]+#?[\w/-]+)*[ \t]*")
# Keys whose value may be written as hashtags.
_WORD_KEYS = frozenset("tag tags category categories keyword keywords topic topics title".split())
# Values that nobody continues with `#`.
_OTHER = lazy(r"[-+\d.:/ TZ]+|[0-9a-f]{7,40}|true|false|yes|no|on|off|null|~", re.IGNORECASE)


class Comment(NamedTuple):
    """A comment that was most likely meant as part of a value.

    Args:
        path: the path of the value.
        span: the value with the comment.
        text: the comment.
        is_alone: whether the value is empty.
    """

    path: tuple[Any, ...]
    span: Span
    text: str
    is_alone: bool

    @property
    def key(self) -> str:
        """The nearest key of the value."""
        return next((part for part in reversed(self.path) if isinstance(part, str)), "")


def comments(document: Document) -> tuple[Comment, ...]:
    """The comments of the front matter that were most likely meant as part of a value."""
    front_matter = document.front_matter
    block = document.text[front_matter.block.start : front_matter.block.end]
    if front_matter.format != "yaml" or "#" not in block or document.reading.yaml == "none":
        return ()
    found: list[Comment] = []
    for path, entry in front_matter.entries.items():
        if entry.value.start == entry.value.end:
            found += _alone(document, path, entry.value.end, is_item=entry.key is None)
        elif path in front_matter.scalars:
            found += _below(document, path, entry.value)
    return tuple(found)


def _below(document: Document, path: tuple[Any, ...], value: Span) -> Iterator[Comment]:
    text = document.text
    written = text[value.start : value.end]
    found = _COMMENT.match(text, value.end, document.front_matter.block.end)
    if found is None or written[0] in "'\"|>[{&*!" or "\n" in written:
        return
    if not _OTHER.fullmatch(written):
        comment = found[1].rstrip()
        span = Span(value.start, found.start(1) + len(comment))
        yield Comment(path, span, comment, is_alone=False)


def _alone(
    document: Document, path: tuple[Any, ...], place: int, *, is_item: bool
) -> Iterator[Comment]:
    text, end = document.text, document.front_matter.block.end
    if is_item:
        found = _ITEM.match(text, text.rfind("\n", 0, place) + 1, end)
    else:
        found = _EMPTY.match(text, place, end)
    if found is None:
        return
    comment = found[1].rstrip()
    span = Span(found.start(1), found.start(1) + len(comment))
    meant = Comment(path, span, comment, is_alone=True)
    is_word = (is_item or meant.key.lower() in _WORD_KEYS) and _HASHTAGS.fullmatch(comment)
    if is_word or _COLOR.fullmatch(comment):
        yield meant
