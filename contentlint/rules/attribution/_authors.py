"""Who an article says it is by: in its front matter, and in its text."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from contentlint.rule import Document, Span

AUTHOR_KEYS = ("author", "authors", "byline", "writer", "writers", "作者")

_SEPARATORS = re.compile(r"\s*[,，、;；/|&]\s*|\s+(?:and|und|et|y|und|和|与)\s+")


class Byline(NamedTuple):
    """Names in the text that say who wrote it.

    Args:
        span: the names.
        names: each of them.
        labelled: whether a word such as `作者：` or `By` stands before them.
    """

    span: Span
    names: tuple[str, ...]
    labelled: bool


class Credit(NamedTuple):
    """An author that the front matter names: the name and its place."""

    name: str
    span: Span


def credits(document: Document) -> list[Credit]:
    """The authors that the front matter names, blank ones left out."""
    front_matter = document.front_matter
    found = []
    for key in AUTHOR_KEYS:
        value = front_matter.get(key)
        items = list(enumerate(value)) if isinstance(value, list) else [(None, value)]
        for index, item in items:
            path: tuple[str | int, ...] = (key,) if index is None else (key, index)
            if isinstance(item, dict):
                item, path = item.get("name"), (*path, "name")
            if isinstance(item, str) and item.strip():
                found.append(Credit(item.strip(), front_matter.span_of(path)))
    return found


def names_of(text: str) -> tuple[str, ...]:
    """The single names of a list of names."""
    parts = _SEPARATORS.split(text.strip())
    if len(parts) == 1 and _is_chinese(text):
        parts = text.split()
    return tuple(part.strip() for part in parts if part.strip())


def _is_chinese(text: str) -> bool:
    return all("\u4e00" <= char <= "\u9fff" or char in " ·\u3000" for char in text.strip())


_NAME = r"[\u4e00-\u9fff]{2,4}(?:·[\u4e00-\u9fff]{1,6})?"
_NAMES = rf"{_NAME}(?:(?:\s*[、，,/]\s*|[ \u3000]+){_NAME}){{0,5}}"
# 作者：林知微 · 文/林知微 · 撰文：林知微, at the beginning of a line.
_LABELLED = re.compile(
    rf"^[\s\u3000（(【\[]*(?:本文|原文|文章)?(?:作者|撰文|撰稿|文字?(?=\s*[/／|｜:：]))"
    rf"\s*[/／|｜:：]\s*(?P<names>{_NAMES})(?=[\s\u3000）)】\]，,。；;]|$)",
    re.MULTILINE,
)
_REPORTER = re.compile(
    rf"^[\s\u3000（(]*(?:[\u4e00-\u9fff]{{2,8}}(?:报|网|社|台))?(?:本报)?记者[\s\u3000:：]+"
    rf"(?P<names>{_NAMES})(?=[\s\u3000）)]|$)",
    re.MULTILINE,
)
# The last words of the text: （陈砚秋 何以宁 许南舟）
_SIGNED = re.compile(
    rf"[（(]\s*(?:(?:本报|特约)?(?:记者|通讯员|作者)[\s:：]*)?(?P<names>{_NAMES})\s*[）)]\s*$"
)
_ENGLISH = re.compile(
    r"^\s*[Bb][Yy]:?\s+(?P<names>[A-Z][\w'’.-]+(?:\s+(?:(?:de|van|von|der|la|bin|al)\s+)?[A-Z][\w'’.-]*){1,3}"
    r"(?:(?:,\s*|\s+and\s+|\s*&\s*)[A-Z][\w'’.-]+(?:\s+[A-Z][\w'’.-]*){1,3}){0,3})[ \t]*\.?[ \t]*$",
    re.MULTILINE,
)
_LINE_HEAD = re.compile(
    r"(?:\A|[\r\n]|<(?:/?(?:p|div|section|article|h[1-6]|li|blockquote|center)\b[^<>]*|br[^<>]*)>)"
    r"(?:[\s\u3000>*_#—–-]|&nbsp;|<[a-z][^<>]*>)*\Z"
)
# How far from the beginning and the end of the text a byline may stand, in runs of text.
_HEAD, _TAIL = 4, 4


def bylines(document: Document) -> Iterator[Byline]:
    """Bylines in the first and last lines of the text."""
    runs = document.text_runs
    near = {id(run): run for run in [*runs[:_HEAD], *runs[-_TAIL:]]}
    for run in near.values():
        if not _begins_a_line(document, run.span.start):
            continue
        for pattern in (_LABELLED, _REPORTER, _ENGLISH):
            if match := pattern.search(run.raw):
                yield _byline(run.span, match, labelled=True)
                break
    if runs and (match := _SIGNED.search(runs[-1].raw)):
        yield _byline(runs[-1].span, match, labelled=False)


def _begins_a_line(document: Document, offset: int) -> bool:
    """Whether nothing of a line or block stands before a place, marks and start tags aside."""
    return _LINE_HEAD.search(document.text, max(offset - 200, 0), offset) is not None


def _byline(place: Span, match: re.Match[str], *, labelled: bool) -> Byline:
    start, end = match.span("names")
    span = Span(place.start + start, place.start + end)
    return Byline(span, names_of(match["names"]), labelled)
