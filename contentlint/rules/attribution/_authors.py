"""Who an article says it is by: in its front matter, and in its text."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from contentlint.rule import Document, Span
from contentlint.rules.attribution._lines import Passage, begins_a_line, passages
from contentlint.rules.attribution._names import NOBODY, are_chinese_people, names_of

AUTHOR_KEYS = ("author", "authors", "byline", "writer", "writers", "作者")


class Byline(NamedTuple):
    """Names in the text that say who wrote it.

    Args:
        span: the names.
        names: each of them.
        is_sure: whether they can be nothing else.
    """

    span: Span
    names: tuple[str, ...]
    is_sure: bool


class Credit(NamedTuple):
    """An author as the front matter names it, perhaps blank, its place, and under which key."""

    name: str
    span: Span
    key: str


def credits(document: Document) -> list[Credit]:
    """The authors that the front matter names, blank ones left out."""
    return [credit for credit in written_credits(document) if credit.name]


def written_credits(document: Document) -> Iterator[Credit]:
    """What the front matter has where an author's name belongs."""
    front_matter = document.front_matter
    for key in AUTHOR_KEYS:
        if key not in front_matter.data:
            continue
        value = front_matter.data[key]
        items = list(enumerate(value)) if isinstance(value, list) and value else [(None, value)]
        for index, item in items:
            path: tuple[str | int, ...] = (key,) if index is None else (key, index)
            if isinstance(item, dict) and "name" in item:
                item, path = item["name"], (*path, "name")
            if item is None or item in ([], {}) or (isinstance(item, str) and not item.strip()):
                span = front_matter.span_of(path)
                is_nowhere = span.start == span.end
                span = front_matter.span_of(path, key=True) if is_nowhere else span
                yield Credit("", span, key)
            elif isinstance(item, str):
                yield Credit(item.strip(), front_matter.span_of(path), key)


_NAME = r"[\u4e00-\u9fff]{2,4}(?:·[\u4e00-\u9fff]{1,6})?"
_NAMES = rf"{_NAME}(?:(?:[ \t]*[、，,/][ \t]*|[ \t\u3000]+){_NAME}){{0,5}}"
_WORD = r"[A-Z][\w'’.-]*"
_LATIN = rf"{_WORD}(?:[ \t]+(?:(?:de|van|von|der|la|bin|al)[ \t]+)?{_WORD}){{1,3}}"
_LATINS = rf"{_LATIN}(?:(?:,[ \t]*|[ \t]+and[ \t]+|[ \t]*&[ \t]*){_LATIN}){{0,3}}"
_OPEN = r"^[ \t\u3000（(【\[]*"
_CLOSE = r"(?=[\s\u3000）)】\]，,。；;|｜]|$)"
_OUTLET = r"(?:[\u4e00-\u9fff]{2,10}(?:报|网|社|台))?"
# What stands before the names on their line: 2021-11-19 来源：海角晚报
_ORIGIN = (
    r"(?:[\d年月日/.:：-]{4,20}[ \t]+)*(?:(?:来源|出处)[ \t]*[:：][ \t]*[^\s:：]{1,20}[ \t|｜]+)?"
)
# 作者：林知微 · 撰文／林知微 · 海角晚报记者 林知微, at the beginning of a line.
_LABELLED = (
    re.compile(
        rf"{_OPEN}{_ORIGIN}(?:本文|原文|文章)?(?:作者|撰文|撰稿)[ \t]*[/／|｜:：][ \t\u3000]*"
        rf"(?P<names>{_NAMES}|{_LATINS}){_CLOSE}",
        re.MULTILINE,
    ),
    re.compile(
        rf"{_OPEN}{_OUTLET}(?:本报|特约)?记者[ \t\u3000:：]+(?P<names>{_NAMES}){_CLOSE}",
        re.MULTILINE,
    ),
)
# 文/林知微: the word has other meanings too, so what follows must be a name.
_TEXT_BY = re.compile(
    rf"{_OPEN}文字?[ \t]*[/／|｜:：][ \t\u3000]*(?P<names>{_NAMES}){_CLOSE}", re.MULTILINE
)
# The last words of the text: （陈砚秋 何以宁 许南舟）
_SIGNED = re.compile(
    rf"[（(][ \t]*(?P<label>{_OUTLET}(?:本报|特约)?(?:记者|通讯员|作者)[ \t:：]*)?"
    rf"(?P<names>{_NAMES})[ \t]*[）)]\s*$"
)
_ENGLISH = re.compile(
    r"^[ \t]*[Bb][Yy]:?[ \t]+(?!(?:The|An?|Our|Your|My|This|That|These|Those|All|Any|Each|Every|"
    r"Popular|Default|Design|Contrast|Comparison|Law|[A-Z]\w+ing)\b)"
    rf"(?P<names>{_LATINS})"
    r"[ \t]*(?:\.|[|•·–—-][ \t].{0,60}|,?[ \t]on[ \t].{0,40})?[ \t]*\r?$",
    re.MULTILINE,
)
# Lines about a book, a song or a program name its author, who did not write the article.
_OF_A_WORK = re.compile(
    r"(?:书名|出版社?|译者|片名|歌名|作曲|作词|专辑|版本|许可证?|插件名?|页数|定价)[ \t]*[:：]|ISBN"
)


def bylines(document: Document) -> Iterator[Byline]:
    """Bylines in the first and last lines of the text, each once."""
    ends = [passage for passage in passages(document) if passage.at_end]
    is_about_a_work = any(_OF_A_WORK.search(passage.raw) for passage in ends)
    seen = set()
    for passage in ends:
        for byline in _bylines_of(document, passage):
            if byline.span not in seen and not NOBODY.issuperset(byline.names):
                seen.add(byline.span)
                yield byline._replace(is_sure=byline.is_sure and not is_about_a_work)


def _bylines_of(document: Document, passage: Passage) -> Iterator[Byline]:
    raw, place = passage.raw, passage.span
    if begins_a_line(document, place.start):
        for pattern in (*_LABELLED, _ENGLISH):
            if match := pattern.search(raw):
                yield _byline(place, match, is_sure=True)
        if match := _TEXT_BY.search(raw):
            yield _byline(place, match, is_sure=are_chinese_people(names_of(match["names"])))
    if place == document.text_runs[-1].span and (match := _SIGNED.search(raw)):
        names = names_of(match["names"])
        # Bare words in brackets are names only if each begins like one; one alone may be a word.
        if match["label"] or are_chinese_people(names):
            yield _byline(place, match, is_sure=bool(match["label"]) or len(names) > 1)


def _byline(place: Span, match: re.Match[str], *, is_sure: bool) -> Byline:
    start, end = match.span("names")
    span = Span(place.start + start, place.start + end)
    return Byline(span, names_of(match["names"]), is_sure)
