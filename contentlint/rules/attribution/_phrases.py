"""Words by which an article says that it was published elsewhere before, or is a translation."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from contentlint.rule import Document, Span
from contentlint.rules.attribution._languages import DAYS, LANGUAGES, MONTHS
from contentlint.rules.attribution._lines import begins_a_line, end_lines, is_aside, passages

_OPEN = r"[ \t\u3000（(【\[—–*_-]*"
_WHEN = rf"(?:,? (?:on |in |le |am |el |em |от )?(?:\d|{MONTHS}|{DAYS})[\w ,.]{{0,24}})?"
_PERMISSION = r"(?:,? (?:and|with|by|under) [\w' ]{0,60})?"
_TAIL = rf"{_WHEN}{_PERMISSION}[）)】〕\].。*_]*[ \t]*$"
# How far before a link the words stand that say what it is, tags included.
_LEAD = 120
_TAG = re.compile(r"<[^<>]*>")
_DATED = r"(?:[\d年月日/.:：-]{4,20}[ \t]+)*"
# What may stand behind the outlet on its line: 作者：林知微 · | Mara Ellwood
_MORE = r"(?:[ \t]*[|｜·][^\r\n]{0,60}|[ \t]+(?:作者|责任?编辑?|責任?編輯?|编辑|編輯|记者|記者|时间|時間).{0,60})?"


class Said(NamedTuple):
    """Where an article says that it was published elsewhere before.

    Args:
        span: the words.
        language: the code of their language.
    """

    span: Span
    language: str


class _Patterns(NamedTuple):
    code: str
    hints: tuple[str, ...]
    anywhere: re.Pattern[str] | None
    alone: re.Pattern[str] | None
    translated: re.Pattern[str] | None
    translator: re.Pattern[str] | None
    lead: re.Pattern[str] | None


@cache
def _patterns() -> tuple[_Patterns, ...]:
    made = []
    for language in LANGUAGES:
        alone = [rf"(?P<said>{'|'.join(language.alone)}){_TAIL}"] if language.alone else []
        if language.source:
            alone.append(
                rf"{_DATED}(?P<source>{language.source}[ \t\u00a0]*[:：][ \t]{{0,9}}{language.outlet})"
                rf"{_MORE}{_TAIL}"
            )
        made.append(
            _Patterns(
                language.code,
                language.hints,
                re.compile(
                    rf"(?:^|(?<=[\s（(【\[。；;])|(?<=[.!?] ))(?P<said>{'|'.join(language.anywhere)})",
                    re.M,
                )
                if language.anywhere
                else None,
                re.compile(rf"{_OPEN}(?:{'|'.join(alone)})") if alone else None,
                re.compile("|".join(language.translated), re.M) if language.translated else None,
                re.compile(language.translator, re.M) if language.translator else None,
                re.compile(rf"(?:{language.lead})[\s*_（(《「『“\"'«‘]*\Z")
                if language.lead
                else None,
            )
        )
    return tuple(made)


def _spoken(text: str) -> list[_Patterns]:
    """The languages in which a text can say something of its origin."""
    is_ascii = text.isascii()
    return [
        patterns
        for patterns in _patterns()
        if any(hint in text for hint in patterns.hints if hint.isascii() or not is_ascii)
    ]


def published_before(document: Document) -> Iterator[Said]:
    """Where the article says that it was published elsewhere before."""
    spoken = _spoken(document.text)
    if not spoken:
        return
    for raw, place in passages(document):
        for patterns in spoken:
            if patterns.anywhere is None or not any(hint in raw for hint in patterns.hints):
                continue
            if match := patterns.anywhere.search(raw):
                start, end = match.span("said")
                yield Said(Span(place.start + start, place.start + end), patterns.code)
    for line in end_lines(document):
        if not line.is_whole:
            continue
        for patterns in spoken:
            if patterns.alone is not None and (match := patterns.alone.match(line.raw)):
                group = match.lastgroup or "said"
                start, end = match.span(group)
                yield Said(Span(line.start + start, line.start + end), patterns.code)
                break


def translation(document: Document) -> tuple[Span | None, bool]:
    """Where the article says that it is a translation, and whether it says by whom."""
    spoken = _spoken(document.text)
    said = None
    names = False
    for raw, place in passages(document) if spoken else ():
        for patterns in spoken:
            if said is None and patterns.translated is not None:
                match = patterns.translated.search(raw)
                if match and (raw[: match.start()].strip() or begins_a_line(document, place.start)):
                    lead = len(match[0]) - len(match[0].lstrip(" \t\u3000*_(（【[—"))
                    said = Span(place.start + match.start() + lead, place.start + match.end())
            if not names and patterns.translator is not None:
                names = patterns.translator.search(raw) is not None
    return said, names


class Link(NamedTuple):
    """A link right behind words that say where the article was published before.

    Args:
        span: the address where the author wrote one, else the link.
        address: where it leads.
    """

    span: Span
    address: str


def links_to_originals(document: Document) -> Iterator[Link]:
    """The links by which the article leads to its original."""
    text = document.text
    leads = [patterns.lead for patterns in _spoken(text) if patterns.lead is not None]
    if not leads:
        return
    for element in document.elements("a"):
        href = element.get("href")
        start = element.span.start
        before = _TAG.sub("", text[max(start - _LEAD, document.body.start) : start])
        if href is None or href.templated or not any(lead.search(before) for lead in leads):
            continue
        if not is_aside(element):
            yield Link(href.value_span, href.value or "")
