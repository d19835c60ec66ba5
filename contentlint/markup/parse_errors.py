"""The tokenizer's parse errors (13.2.2), each at the text that the author must change.

The tokenizer reports the offset at which it detected an error, often one character after its cause
or at the end of the file. This module finds the character reference, tag or comment concerned.
"""

from collections.abc import Callable, Iterator

from contentlint.core.patterns import lazy
from contentlint.core.source import Span
from contentlint.core.tuples import NamedTuple
from contentlint.markup.tokens import (
    character_spans,
    open_tag,
    stretches,
    swallowing_attribute,
    unfinished_at,
)

# The text of a possible tag: at most 80 characters on one line.
_WORDS = lazy(r"[^<>\r\n]{0,80}>")
_LINE = lazy(r"[^\r\n>]*")

_QUESTION_MARK = "unexpected-question-mark-instead-of-tag-name"

# A code of the parser for the content of `<? … ?>`, which is reported as one error.
NON_STANDARD = "processing-instruction"


class ParseError(NamedTuple):
    """A parse error of the WHATWG tokenizer.

    Args:
        code: its name in the standard (13.2.2), such as `eof-in-tag`.
        span: the text that the author must change.
        other: for an unclosed quote or comment, where it ends for the parser.
    """

    code: str
    span: Span
    other: Span | None = None


def locate(html: str, code: str, place: int) -> Span:
    """The text that a parse error concerns.

    Args:
        html: the parsed text.
        code: the error's name in the standard.
        place: the code-point offset at which the tokenizer detected it.
    """
    finder = _FINDERS.get(code, _character)
    return finder(html, min(place, len(html)))


# Errors inside a tag that follow from a missing quote or `>`.
_FOLLOW_UP_ERRORS = frozenset(
    {
        "end-tag-with-attributes",
        "end-tag-with-trailing-solidus",
        "missing-whitespace-between-attributes",
        "unexpected-character-in-attribute-name",
        "unexpected-solidus-in-tag",
        "unexpected-equals-sign-before-attribute-name",
        "duplicate-attribute",
        "missing-attribute-value",
        "unexpected-character-in-unquoted-attribute-value",
    }
)
_IN_NAME = "unexpected-character-in-attribute-name"
_NAMELESS = "unexpected-equals-sign-before-attribute-name"
UNCLOSED_QUOTE = "unclosed-quote"

TAG_ERRORS = _FOLLOW_UP_ERRORS | {"eof-in-tag", "eof-in-comment", "nested-comment"}
"""Errors that a wrong quote, bracket or comment may cause."""

QUOTE_ERRORS = frozenset(
    {
        UNCLOSED_QUOTE,
        "backslash-in-end-tag",
        "colon-instead-of-equals-sign",
        "doubled-equals-sign",
        "doubled-quote",
        "escaped-quote",
        "full-width-bracket",
        "joined-tag-name",
        "mismatched-quotes",
        "missing-equals-sign",
        "quote-in-value",
        "reference-instead-of-quote",
        "typographic-quote",
        "unopened-quote",
        "eof-in-tag",
        "unexpected-character-in-attribute-name",
        "unexpected-character-in-unquoted-attribute-value",
        "unexpected-equals-sign-before-attribute-name",
    }
)
"""Errors of a tag with misplaced or missing quotes or a missing `>`."""


def merge_follow_up_errors(html: str, errors: list[ParseError]) -> list[ParseError]:
    """Merge the errors of a tag with an unclosed quote into one, at the attribute concerned.

    Such a value continues to the next quote, across tags and lines, and the text after it is parsed
    as attributes. This is not an error of the standard but the common cause of several. Errors of a
    tag without a closing `>` are left out, because the tag has a repair.

    Args:
        html: the parsed text.
        errors: the errors of the whole text, with offsets in it, in source order.
    """
    if not any(error.code in _FOLLOW_UP_ERRORS for error in errors):
        return errors
    merged: list[ParseError] = []
    of_tag: list[ParseError] = []
    following = stretches(html)
    tag = next(following).tag
    # Whether the errors of that tag are merged; None: not yet determined.
    is_merged: bool | None = None
    for error in errors:
        place = error.span.start
        while tag is not None and tag.end <= place:
            merged += _without_repeated_quotes(html, of_tag)
            of_tag.clear()
            tag, is_merged = next(following).tag, None
        if tag is None or place < tag.start:
            merged.append(error)
            continue
        if is_merged is None and error.code in _FOLLOW_UP_ERRORS:
            attribute = swallowing_attribute(html, tag)
            if attribute is not None:
                merged.append(ParseError(UNCLOSED_QUOTE, attribute))
            is_merged = attribute is not None or unfinished_at(html, tag) is not None
        if not is_merged:
            of_tag.append(error)
    return merged + _without_repeated_quotes(html, of_tag)


def _without_repeated_quotes(html: str, errors: list[ParseError]) -> list[ParseError]:
    """The errors of a tag without those that have the same misplaced quote as their cause.

    After a value with quotes inside, the rest of the line is read as names of attributes.

    Args:
        html: the parsed text.
        errors: the errors of one tag, in source order.
    """
    kept: list[ParseError] = []
    nameless_end = 0
    for error in errors:
        if error.code == _NAMELESS:
            nameless_end = error.span.end
        if error.span.start >= nameless_end or error.code != _IN_NAME:
            kept.append(error)
    quotes = [e.span.start for e in kept if e.code == _IN_NAME and html[e.span.start] in "\"'"]
    if len(quotes) < 2:
        return kept
    first_of_line = {html.rfind("\n", 0, place): place for place in reversed(quotes)}
    return [
        error
        for error in kept
        if error.code not in _FOLLOW_UP_ERRORS
        or (first := first_of_line.get(html.rfind("\n", 0, error.span.start))) is None
        or (error.code == _IN_NAME and error.span.start == first)
    ]


def question_marks(html: str) -> Iterator[ParseError]:
    """Processing instructions such as `<?php … ?>`, which browsers parse as comments."""
    if "<?" not in html:
        return
    for before, _ in stretches(html):
        for gap in _gaps(html, *before):
            if html.startswith("<?", gap.start):
                yield ParseError(_QUESTION_MARK, gap)


def _gaps(html: str, start: int, end: int) -> Iterator[Span]:
    """Comments and declarations in a range without tags."""
    place = start
    for text in character_spans(html, start, end):
        if text.start > place:
            yield Span(place, text.start)
        place = text.end
    if place < end:
        yield Span(place, end)


def _character(html: str, place: int) -> Span:
    if place < len(html):
        return Span(place, place + 1)
    return Span(max(place - 1, 0), place)


_NUMERIC = lazy(r"&#[xX]?[0-9A-Fa-f]*+;?")
_NAMED = lazy(r"&[0-9A-Za-z]*+;?")


def _reference(html: str, place: int) -> Span:
    start = html.rfind("&", 0, place)
    if start < 0:
        return _character(html, place)
    match = _NUMERIC.match(html, start) or _NAMED.match(html, start)
    end = place if match is None else match.end()
    return Span(start, max(end, start + 1))


def _unfinished_reference(html: str, place: int) -> Span:
    start = html.rfind("&", 0, place)
    return _character(html, place) if start < 0 else Span(start, place)


def _raw_angle(html: str, place: int) -> Span:
    """A `<` that does not start a tag, with the text up to a nearby `>`, as in `<新>`."""
    start = html.rfind("<", 0, place)
    if start < 0:
        return _character(html, place)
    if html[place : place + 1].isspace():
        return Span(start, place)
    close = _WORDS.match(html, place)
    return Span(start, close.end() if close else place)


def _tag(html: str, place: int) -> Span:
    """The end tag that contains an offset."""
    start = html.rfind("</", 0, place + 1)
    end = html.find(">", place)
    return _character(html, place) if start < 0 or end < 0 else Span(start, end + 1)


def _open_tag(html: str, place: int) -> Span:
    """The tag that is still open at the end of the file."""
    return open_tag(html) or _character(html, place)


def _open_comment(html: str, place: int) -> Span:
    start = html.rfind("<!--", 0, place)
    return _character(html, place) if start < 0 else Span(start, start + 4)


def _comment(html: str, place: int) -> Span:
    start = html.rfind("<!", 0, place + 1)
    end = html.find(">", place - 1)
    if start < 0:
        return _character(html, place)
    line = _LINE.match(html, start)
    last = line.end() if line else start + 2
    return Span(start, min(end + 1, last + 1) if end >= 0 else last)


def _before(count: int) -> Callable[[str, int], Span]:
    """A finder for the last `count` characters before the offset."""

    def find(html: str, place: int) -> Span:
        return Span(max(place - count, 0), place)

    return find


_ATTRIBUTE_NAME = lazy(r"[^\t\n\f\r />=]++")


def _attribute(html: str, place: int) -> Span:
    match = _ATTRIBUTE_NAME.match(html, place)
    return Span(place, match.end()) if match else _character(html, place)


_VALUE = lazy(r"""=[\t ]{0,9}(?:"[^"<>\r\n]{0,400}"|'[^'<>\r\n]{0,400}'|[^\s>]{0,400})""")


def _nameless(html: str, place: int) -> Span:
    """A value with `=` and no attribute name."""
    match = _VALUE.match(html, place)
    return Span(place, match.end()) if match else _character(html, place)


def _valueless(html: str, place: int) -> Span:
    """An attribute with `=` and no value."""
    start = place
    while start > 0 and html[start - 1] in "= \t\n\f\r":
        start -= 1
    while start > 0 and html[start - 1] not in "\t\n\f\r /<":
        start -= 1
    return Span(start, place)


_FINDERS: dict[str, Callable[[str, int], Span]] = {
    "absence-of-digits-in-numeric-character-reference": _unfinished_reference,
    "character-reference-outside-unicode-range": _reference,
    "control-character-reference": _reference,
    "noncharacter-character-reference": _reference,
    "null-character-reference": _reference,
    "surrogate-character-reference": _reference,
    "unknown-named-character-reference": _reference,
    "missing-semicolon-after-character-reference": _unfinished_reference,
    "invalid-first-character-of-tag-name": _raw_angle,
    "eof-before-tag-name": _before(1),
    "missing-end-tag-name": _tag,
    "end-tag-with-attributes": _tag,
    "end-tag-with-trailing-solidus": _tag,
    "eof-in-tag": _open_tag,
    "eof-in-comment": _open_comment,
    "eof-in-script-html-comment-like-text": _open_comment,
    "incorrectly-opened-comment": _comment,
    "cdata-in-html-content": _comment,
    "abrupt-closing-of-empty-comment": _comment,
    "nested-comment": _before(4),
    "incorrectly-closed-comment": _before(3),
    "missing-whitespace-between-attributes": _attribute,
    "missing-attribute-value": _valueless,
    _NAMELESS: _nameless,
    "duplicate-attribute": _before(1),
    "unexpected-solidus-in-tag": _before(1),
}
