"""Phrases that mark an article as republished or translated."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from contentlint.rule import Document, Span, lazy
from contentlint.rules.attribution._languages import (
    DAYS,
    ITSELF,
    LANGUAGES,
    MONTHS,
    Language,
)
from contentlint.rules.attribution._lines import (
    INDENT,
    Passage,
    end_lines,
    end_passages,
    is_aside,
    is_at_line_start,
    passages,
)

_OPEN = r"[ \t\u3000（(【\[—–*_-]*"
_WHEN = rf"(?:,? (?:on |in |le |am |el |em |от )?(?:\d|{MONTHS}|{DAYS})[\w ,.]{{0,24}})?"
_PERMISSION = r"(?:,? (?:and|with|by|under) [\w' ]{0,60})?"
_TAIL = rf"{_WHEN}{_PERMISSION}[）)】〕\].。*_]*[ \t]*$"
# Maximum distance from the phrase to the start of its link, in code points.
_GAP = 12
_DATED = r"(?:[\d年月日/.:：-]{4,20}[ \t]+)*"
# What may follow the outlet on the line: 作者：林知微 · | Mara Ellwood
_MORE = r"(?:[ \t]*[|｜·][^\r\n]{0,60}|[ \t]+(?:作者|责任?编辑?|責任?編輯?|编辑|編輯|记者|記者|时间|時間).{0,60})?"


class Phrase(NamedTuple):
    """A phrase in an article.

    Args:
        span: its range.
        language: the code of its language.
    """

    span: Span
    language: str


class _Patterns(NamedTuple):
    """The compiled patterns of one language; see `Language`."""

    language: Language
    anywhere: re.Pattern[str] | None
    alone: re.Pattern[str] | None
    translated: re.Pattern[str] | None
    translator: re.Pattern[str] | None
    lead: re.Pattern[str] | None


@cache
def _patterns() -> tuple[_Patterns, ...]:
    return tuple(_compiled(language) for language in LANGUAGES)


def _compiled(language: Language) -> _Patterns:
    alone = rf"(?P<phrase>{'|'.join(language.alone)}){_TAIL}" if language.alone else ""
    if language.source:
        source = rf"{language.source}[ \t\u00a0]*[:：][ \t]{{0,9}}{language.outlet}"
        alone += rf"|{_DATED}(?P<source>{source}){_MORE}{_TAIL}"
    anywhere = "|".join(language.anywhere)
    return _Patterns(
        language,
        _pattern(rf"(?:^|(?<=[\s（(【\[。；;])|(?<=[.!?] ))(?P<phrase>{anywhere})", anywhere),
        _pattern(rf"{_OPEN}(?:{alone.lstrip('|')})", alone),
        _pattern("|".join(language.translated), *language.translated),
        _pattern(language.translator, language.translator),
        _pattern(
            rf"{_OPEN}{_DATED}(?:(?:{ITSELF})[^\n.。]{{0,24}}?)?"
            rf"(?:{language.lead})[\s*_（(《「『“\"'«‘]*\Z",
            language.lead,
        ),
    )


def _pattern(pattern: str, *parts: str) -> re.Pattern[str] | None:
    """A compiled pattern; None if the language has no such phrases."""
    return lazy(pattern, re.MULTILINE) if any(parts) else None


def republication_phrases(document: Document) -> Iterator[Phrase]:
    """The phrases that say that the article was first published elsewhere."""
    for (raw, place), patterns in _candidates(document):
        if patterns.anywhere is not None and (match := patterns.anywhere.search(raw)):
            start, end = match.span("phrase")
            yield Phrase(Span(place.start + start, place.start + end), patterns.language.code)
    for line in end_lines(document):
        if not line.starts_line:
            continue
        for patterns in _patterns():
            if patterns.alone is None or not _may_start_with_phrase(line.raw, patterns.language):
                continue
            if match := patterns.alone.match(line.raw):
                start, end = match.span(match.lastgroup or 0)
                yield Phrase(Span(line.start + start, line.start + end), patterns.language.code)
                break


@lru_cache(maxsize=1)
def _candidates(document: Document) -> list[tuple[Passage, _Patterns]]:
    """The first and last passages, each with the languages that may have a phrase in it."""
    return [
        (passage, patterns)
        for passage in end_passages(document)
        for patterns in _patterns()
        if any(word in passage.raw for word in patterns.language.core)
    ]


def _may_start_with_phrase(line: str, language: Language) -> bool:
    """Whether a line may start with a phrase of a language."""
    if language.openings:
        return line.lstrip(INDENT).startswith(language.openings)
    return not line.isascii()


def translation(document: Document) -> tuple[Span | None, bool]:
    """The phrase that marks the article as a translation, and whether a translator is named."""
    found = None
    for (raw, place), patterns in _candidates(document):
        if patterns.translated is not None and (match := patterns.translated.search(raw)):
            if raw[: match.start()].strip() or is_at_line_start(document, place.start):
                lead = len(match[0]) - len(match[0].lstrip(" \t\u3000*_(（【[—"))
                found = Span(place.start + match.start() + lead, place.start + match.end())
            break
    if found is None:
        return None, False
    translators = [p.translator for p in _patterns() if p.translator is not None]
    is_named = any(
        translator.search(passage.raw)
        for passage in passages(document)
        for translator in translators
    )
    return found, is_named


class Link(NamedTuple):
    """A link directly after a phrase that names the original.

    Args:
        span: the URL as written, otherwise the link.
        url: the URL.
    """

    span: Span
    url: str


def links_to_originals(document: Document) -> Iterator[Link]:
    """The links to the original of the article."""
    ends = [
        line.start + len(line.raw)
        for line in end_lines(document)
        if line.starts_line
        and any(
            patterns.lead is not None
            and _may_start_with_phrase(line.raw, patterns.language)
            and patterns.lead.match(line.raw)
            for patterns in _patterns()
        )
    ]
    if not ends:
        return
    for element in document.elements("a"):
        start = element.span.start
        if any(end <= start <= end + _GAP for end in ends) and not is_aside(element):
            href = element.get("href")
            if href is not None and not href.templated:
                yield Link(href.value_span, href.value or "")
