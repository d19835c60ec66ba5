"""The authors of an article: in the front matter and in bylines in the text."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from contentlint.rule import Document, Span, lazy
from contentlint.rules.attribution._languages import (
    CYRILLIC,
    HAN,
    HANGUL,
    JAPANESE,
    LANGUAGES,
    LATIN,
)
from contentlint.rules.attribution._lines import Line, end_lines
from contentlint.rules.attribution._names import (
    NOBODY,
    are_chinese_people,
    are_people,
    names_of,
)

AUTHOR_KEYS = ("author", "authors", "byline", "writer", "writers", "作者", "auteur", "autor")


class Byline(NamedTuple):
    """A byline in the text.

    Args:
        span: the range of the names.
        names: the names, split.
        is_sure: whether it is certainly a byline.
    """

    span: Span
    names: tuple[str, ...]
    is_sure: bool


class Author(NamedTuple):
    """An author in the front matter: the name, empty if blank, its span, and its key."""

    name: str
    span: Span
    key: str


@lru_cache(maxsize=1)
def authors(document: Document) -> list[Author]:
    """The authors in the front matter, without blank ones."""
    return [author for author in author_entries(document) if author.name]


def author_entries(document: Document) -> Iterator[Author]:
    """Every author entry in the front matter, including blank ones."""
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
                has_no_text = span.start == span.end
                span = front_matter.span_of(path, key=True) if has_no_text else span
                yield Author("", span, key)
            elif isinstance(item, str):
                yield Author(item.strip(), front_matter.span_of(path), key)


_HAN_NAMES = rf"{HAN}(?:(?:[ \t]*[、，,/][ \t]*|[ \t\u3000]+){HAN}){{0,5}}"
_JAPANESE_NAMES = rf"{JAPANESE}(?:[ \t\u3000]*[、，,・][ \t\u3000]*{JAPANESE}){{0,4}}"
_HANGUL_NAMES = rf"{HANGUL}(?:[ \t]*[,·、][ \t]*{HANGUL}){{0,4}}"
# What follows a single comma may be an office or an outlet instead of another name.
_LATIN_NAMES = (
    rf"{LATIN}(?:(?:,[ \t]*{LATIN}){{0,4}},?(?:[ \t]+(?:and|und|et|y|e)[ \t]+|[ \t]*&[ \t]*){LATIN}"
    rf"|(?:[ \t]*/[ \t]*{LATIN}){{1,4}})?"
)
_CYRILLIC_NAMES = rf"{CYRILLIC}(?:(?:,[ \t]*|[ \t]+и[ \t]+|[ \t]*/[ \t]*){CYRILLIC}){{0,4}}"
_OPEN = r"[ \t\u3000*_（(【\[〔—–-]*"
# After a name in Han, kana or Hangul: a character that cannot continue it. After other names: the
# end of the line, or what may follow in a byline: a date, an office, a place.
_CLOSE = r"(?=[\s\u3000）)】〕\]，,。；;|｜／/]|さん|氏|기자|[ \t]+기자|$)"
_TAIL = (
    r"(?=[ \t]*(?:(?:[.)\]）*_]+[ \t]*)?$|[|｜•·–—/(（-].{0,80}$|,[ \t]*[^.!?]{0,50}\.?$|"
    r"(?:,[ \t]+|(?<=[ \t]))(?:on|le|am|el|em|от)[ \t].{0,40}$|\d.{0,30}$))"
)
# 汐见 遥: one character after a space is a given name.
_NO_GIVEN_NAME = r"(?![ \u3000][\u4e00-\u9fff](?![\u4e00-\u9fff]))"
_ANY_NAMES = rf"(?:(?:{_HAN_NAMES}{_NO_GIVEN_NAME}|{_JAPANESE_NAMES}|{_HANGUL_NAMES}){_CLOSE}|(?:{_LATIN_NAMES}|{_CYRILLIC_NAMES}){_TAIL})"
_HAN_OUTLET = r"(?:[\u4e00-\u9fff]{2,10}(?:报|報|网|網|社|台|臺))?"
_OUR = r"(?:本报|本報|本刊|本网|本網|特约|特約|见习|見習|实习|實習)?"
# What may precede the names on the line: 2021-11-19 来源：海角晚报
_ORIGIN = (
    r"(?:[\d年月日/.:：-]{4,20}[ \t]+)*"
    r"(?:(?:来源|來源|出处|出處)[ \t]*[:：][ \t]*[^\s:：]{1,20}[ \t|｜]+)?"
)
# These words have other meanings, so what follows must look like names.
_COMMON = frozenset(
    "文 文字 글 취재 取材 text texto texte текст story words report 記者 writer".split()
)
_LABELS = "|".join(language.label for language in LANGUAGES if language.label)
# 作者：林知微 · 撰文／林知微 · Words: Mara Ellwood · 著者：汐見 遥 · Текст: Инга Морская
_LABELLED = lazy(
    rf"{_OPEN}{_ORIGIN}(?P<label>文字?|{_LABELS})[ \t]*[/／|｜:：=＝・·][ \t\u3000]*(?P<names>{_ANY_NAMES})"
)
# 海角晚报记者 林知微 · 记者林知微报道 · 記者林知微／台北報導
_REPORTER = lazy(
    rf"{_OPEN}{_HAN_OUTLET}{_OUR}(?:记者|記者)"
    rf"(?:[ \t\u3000:：]+(?P<names>{_HAN_NAMES}){_CLOSE}"
    r"|[ \t]*(?P<reporter>[\u4e00-\u9fff]{2,3}?(?:[、 ][\u4e00-\u9fff]{2,3}?){0,3})[ \t]*"
    r"(?:[／/]|(?:[\u4e00-\u9fff]{2,4})?(?:报道|報導|報道)))"
)
# 本报讯（记者 林知微 通讯员 何以宁）
_WIRE = lazy(
    r".{0,24}?[讯訊电電][ \t]*[（(][ \t]*"
    rf"{_HAN_OUTLET}{_OUR}(?:记者|記者)[ \t:：]*(?P<names>{_HAN_NAMES}?)"
    r"(?=[ \t]*(?:[）)]|通讯员|通訊員|实习生|實習生))"
)
# At the end of the text: （陈砚秋 何以宁 许南舟）
_IN_BRACKETS = lazy(
    rf"[（(][ \t]*(?P<label>{_HAN_OUTLET}{_OUR}(?:记者|記者|通讯员|通訊員|作者)[ \t:：]*)?"
    rf"(?P<names>{_HAN_NAMES})[ \t]*[）)]\s*$"
)
# [해안일보 김도현 기자] · 김도현 기자 dohyun@example.org · (여수=해안통신) 김도현 기자 =
_KOREAN = lazy(
    rf"{_OPEN}(?:\S{{2,12}}[\])=][ \t]*|\S{{2,10}}[ \t]+)?(?P<names>{_HANGUL_NAMES})[ \t]*"
    r"(?:선임|수습|객원|전문)?[ \t]?(?:기자|특파원)[ \t]*(?=[\]=|·/)]|\S+@|$)"
)
_BY_WORDS = "|".join(language.by for language in LANGUAGES if language.by)
_NOT_A_NAME = "|".join(language.never for language in LANGUAGES if language.never)
_BY = lazy(
    rf"{_OPEN}(?:{_BY_WORDS}):?[ \t]+(?!{_NOT_A_NAME})(?P<names>{_LATIN_NAMES}|{_CYRILLIC_NAMES}){_TAIL}"
)
# Lines about a book, a song or a program name the author of that work, not of the article.
_OF_A_WORK = lazy(
    r"(?:书名|書名|出版社?|译者|譯者|片名|歌名|作曲|作词|作詞|专辑|專輯|版本|许可证?|插件名?|页数|頁數|定价|定價|価格|"
    r"출판사|작곡|작사|ISBN|Title|Titel|Título|Titre|Название|Publisher|Verlag|Éditeur|Editorial|"
    r"Editora|Издательство|Music|Musik|Música|Musique|Музыка|License|Licence|Version|Plugin|"
    r"Director|Pages)[ \t]*[:：]|ISBN",
)
# Every byline contains one of these.
_HINTS = lazy(r"[:：/／|｜=＝・·（(]|[记記]者|기자|특파원|\b[A-ZНПБ]\w*[ \t]")


def bylines(document: Document) -> Iterator[Byline]:
    """The bylines in the first and last lines of the text, without duplicates."""
    lines = end_lines(document)
    is_about_a_work = False
    seen: set[Span] = set()
    for number, line in enumerate(lines):
        if not _HINTS.search(line.raw):
            continue
        for byline in _bylines_of(line, is_last=number == len(lines) - 1):
            if byline.span in seen or not NOBODY.isdisjoint(byline.names):
                continue
            if not seen:
                is_about_a_work = any(_OF_A_WORK.search(line.raw) for line in lines)
            seen.add(byline.span)
            yield byline._replace(is_sure=byline.is_sure and not is_about_a_work)


def _bylines_of(line: Line, *, is_last: bool) -> Iterator[Byline]:
    raw = line.raw
    if line.starts_line:
        if match := _LABELLED.match(raw):
            label = match["label"].split()[0].casefold()
            names = names_of(match["names"])
            yield _byline(line, match, is_sure=label not in _COMMON or are_people(names))
        elif match := (
            _BY.match(raw)
            or (("기자" in raw or "특파원" in raw) and _KOREAN.match(raw))
            or (("记者" in raw or "記者" in raw) and _WIRE.match(raw))
            or None
        ):
            yield _byline(line, match, is_sure=True)
        elif match := _REPORTER.match(raw):
            group = "names" if match["names"] else "reporter"
            names = names_of(match[group])
            is_sure = group == "names" or are_chinese_people(names)
            yield _byline(line, match, group, is_sure=is_sure)
    if is_last and (match := _IN_BRACKETS.search(raw)):
        names = names_of(match["names"])
        # Words in brackets are names only if each starts like one; a single one may be a word.
        if match["label"] or are_chinese_people(names):
            yield _byline(line, match, is_sure=bool(match["label"]) or len(names) > 1)


def _byline(line: Line, match: re.Match[str], group: str = "names", *, is_sure: bool) -> Byline:
    start, end = match.span(group)
    return Byline(Span(line.start + start, line.start + end), names_of(match[group]), is_sure)
