"""Who an article says it is by: in its front matter, and in its text."""

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


@lru_cache(maxsize=1)
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


_HANS = rf"{HAN}(?:(?:[ \t]*[、，,/][ \t]*|[ \t\u3000]+){HAN}){{0,5}}"
_JAPANESES = rf"{JAPANESE}(?:[ \t\u3000]*[、，,・][ \t\u3000]*{JAPANESE}){{0,4}}"
_HANGULS = rf"{HANGUL}(?:[ \t]*[,·、][ \t]*{HANGUL}){{0,4}}"
# What follows a comma alone is an office or an outlet as often as another name.
_LATINS = (
    rf"{LATIN}(?:(?:,[ \t]*{LATIN}){{0,4}},?(?:[ \t]+(?:and|und|et|y|e)[ \t]+|[ \t]*&[ \t]*){LATIN}"
    rf"|(?:[ \t]*/[ \t]*{LATIN}){{1,4}})?"
)
_CYRILLICS = rf"{CYRILLIC}(?:(?:,[ \t]*|[ \t]+и[ \t]+|[ \t]*/[ \t]*){CYRILLIC}){{0,4}}"
_OPEN = r"[ \t\u3000*_（(【\[〔—–-]*"
# Behind names in signs, something that no name goes on with; behind others, the end of the line
# or what a byline goes on with: a date, an office, a place.
_CLOSE = r"(?=[\s\u3000）)】〕\]，,。；;|｜／/]|さん|氏|기자|[ \t]+기자|$)"
_TAIL = (
    r"(?=[ \t]*(?:(?:[.)\]）*_]+[ \t]*)?$|[|｜•·–—/(（-].{0,80}$|,[ \t]*[^.!?]{0,50}\.?$|"
    r"(?:,[ \t]+|(?<=[ \t]))(?:on|le|am|el|em|от)[ \t].{0,40}$|\d.{0,30}$))"
)
# 汐见 遥: a name of one sign behind a space is a given name.
_NO_GIVEN = r"(?![ \u3000][\u4e00-\u9fff](?![\u4e00-\u9fff]))"
_ANY = (
    rf"(?:(?:{_HANS}{_NO_GIVEN}|{_JAPANESES}|{_HANGULS}){_CLOSE}|(?:{_LATINS}|{_CYRILLICS}){_TAIL})"
)
_HAN_OUTLET = r"(?:[\u4e00-\u9fff]{2,10}(?:报|報|网|網|社|台|臺))?"
_OUR = r"(?:本报|本報|本刊|本网|本網|特约|特約|见习|見習|实习|實習)?"
# What stands before the names on their line: 2021-11-19 来源：海角晚报
_ORIGIN = (
    r"(?:[\d年月日/.:：-]{4,20}[ \t]+)*"
    r"(?:(?:来源|來源|出处|出處)[ \t]*[:：][ \t]*[^\s:：]{1,20}[ \t|｜]+)?"
)
# These words have other meanings too, so what follows must look like names.
_COMMON = frozenset(
    "文 文字 글 취재 取材 text texto texte текст story words report 記者 writer".split()
)
_LABELS = "|".join(language.label for language in LANGUAGES if language.label)
# 作者：林知微 · 撰文／林知微 · Words: Mara Ellwood · 著者：汐見 遥 · Текст: Инга Морская
_LABELLED = lazy(
    rf"{_OPEN}{_ORIGIN}(?P<label>文字?|{_LABELS})[ \t]*[/／|｜:：=＝・·][ \t\u3000]*(?P<names>{_ANY})"
)
# 海角晚报记者 林知微 · 记者林知微报道 · 記者林知微／台北報導
_REPORTER = lazy(
    rf"{_OPEN}{_HAN_OUTLET}{_OUR}(?:记者|記者)"
    rf"(?:[ \t\u3000:：]+(?P<names>{_HANS}){_CLOSE}"
    r"|[ \t]*(?P<close>[\u4e00-\u9fff]{2,3}?(?:[、 ][\u4e00-\u9fff]{2,3}?){0,3})[ \t]*"
    r"(?:[／/]|(?:[\u4e00-\u9fff]{2,4})?(?:报道|報導|報道)))"
)
# 本报讯（记者 林知微 通讯员 何以宁）
_WIRE = lazy(
    r".{0,24}?[讯訊电電][ \t]*[（(][ \t]*"
    rf"{_HAN_OUTLET}{_OUR}(?:记者|記者)[ \t:：]*(?P<names>{_HANS}?)"
    r"(?=[ \t]*(?:[）)]|通讯员|通訊員|实习生|實習生))"
)
# The last words of the text: （陈砚秋 何以宁 许南舟）
_SIGNED = lazy(
    rf"[（(][ \t]*(?P<label>{_HAN_OUTLET}{_OUR}(?:记者|記者|通讯员|通訊員|作者)[ \t:：]*)?"
    rf"(?P<names>{_HANS})[ \t]*[）)]\s*$"
)
# [해안일보 김도현 기자] · 김도현 기자 dohyun@example.org · (여수=해안통신) 김도현 기자 =
_KOREAN = lazy(
    rf"{_OPEN}(?:\S{{2,12}}[\])=][ \t]*|\S{{2,10}}[ \t]+)?(?P<names>{_HANGULS})[ \t]*"
    r"(?:선임|수습|객원|전문)?[ \t]?(?:기자|특파원)[ \t]*(?=[\]=|·/)]|\S+@|$)"
)
_BY_WORDS = "|".join(language.by for language in LANGUAGES if language.by)
_NEVER = "|".join(language.never for language in LANGUAGES if language.never)
_BY = lazy(rf"{_OPEN}(?:{_BY_WORDS}):?[ \t]+(?!{_NEVER})(?P<names>{_LATINS}|{_CYRILLICS}){_TAIL}")
# Lines about a book, a song or a program name its author, who did not write the article.
_OF_A_WORK = lazy(
    r"(?:书名|書名|出版社?|译者|譯者|片名|歌名|作曲|作词|作詞|专辑|專輯|版本|许可证?|插件名?|页数|頁數|定价|定價|価格|"
    r"출판사|작곡|작사|ISBN|Title|Titel|Título|Titre|Название|Publisher|Verlag|Éditeur|Editorial|"
    r"Editora|Издательство|Music|Musik|Música|Musique|Музыка|License|Licence|Version|Plugin|"
    r"Director|Pages)[ \t]*[:：]|ISBN",
)
# Each byline holds one of these.
_MARKS = lazy(r"[:：/／|｜=＝・·（(]|[记記]者|기자|특파원|\b[A-ZНПБ]\w*[ \t]")


def bylines(document: Document) -> Iterator[Byline]:
    """Bylines in the first and last lines of the text, each once."""
    lines = end_lines(document)
    is_about_a_work = False
    seen: set[Span] = set()
    for number, line in enumerate(lines):
        if not _MARKS.search(line.raw):
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
    if line.is_whole:
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
            group = "names" if match["names"] else "close"
            names = names_of(match[group])
            is_sure = group == "names" or are_chinese_people(names)
            yield _byline(line, match, group, is_sure=is_sure)
    if is_last and (match := _SIGNED.search(raw)):
        names = names_of(match["names"])
        # Bare words in brackets are names only if each begins like one; one alone may be a word.
        if match["label"] or are_chinese_people(names):
            yield _byline(line, match, is_sure=bool(match["label"]) or len(names) > 1)


def _byline(line: Line, match: re.Match[str], group: str = "names", *, is_sure: bool) -> Byline:
    start, end = match.span(group)
    return Byline(Span(line.start + start, line.start + end), names_of(match[group]), is_sure)
