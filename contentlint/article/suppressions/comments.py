"""Suppressions in comments: HTML and MDX in the body, YAML and TOML in the front matter.

    <!-- contentlint-disable-next-line html/stray-end-tag image until 2027-01-01 -- why -->

Text that only looks like a comment (in code, in an attribute, in a quoted value) is ignored, by
means of the body's tree and the tokens of the front matter.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from contentlint.article.suppressions.model import (
    ALL,
    DIRECTIVES,
    Kind,
    Known,
    Malformed,
    Mention,
    Suppression,
    mention_of,
)
from contentlint.core.finding import Edit, Fix
from contentlint.core.patterns import lazy
from contentlint.core.properties import cached_property
from contentlint.core.source import Span
from contentlint.core.spelling import nearest
from contentlint.core.tuples import NamedTuple

if TYPE_CHECKING:
    from contentlint.article.document import Document

MARK = "contentlint"

_DIRECTIVE = lazy(rf"\s*({MARK}-([A-Za-z]+(?:-[A-Za-z]+)*+)):?(?=\s|\Z)")
_DIRECTIVE_PREFIXES = ("disable", "enable", "ignore")
_REASON = lazy(r"(?:\s|\A)(?:--+|[–—])(?:\s|\Z)")
_WORD = lazy(r"[^\s,]+")
_UNTIL = lazy(r"(?i)until[=:]?\Z|until[=:](?=.)")
_JSX_OPEN = lazy(r"\{[ \t]*/\*")
_JSX_CLOSE = lazy(r"\*/[ \t]*\}")
_HASH = lazy(r"(?:(?<=[ \t\r\n])|\A)#[^\r\n]*")
_TOML = lazy(
    r'"""(?:[^"\\]|\\.|"(?!""))*+"{3,5}'
    r"|'''(?:[^']|'(?!''))*+'{3,5}"
    r'|"(?:[^"\\\r\n]|\\.)*+"'
    r"|'[^'\r\n]*+'"
    r"|(?P<comment>#[^\r\n]*)",
    re.DOTALL,
)


class Comment(NamedTuple):
    """A comment.

    Args:
        span: the whole comment.
        inner: the text between its delimiters.
    """

    span: Span
    inner: Span


def read(document: "Document", known: Known) -> Iterator[Suppression | Malformed]:
    """The suppressions in comments, in source order."""
    comments = [*front_matter_comments(document), *body_comments(document)]
    directives = [(c, match) for c in comments if (match := _directive(document.text, c))]
    lines = _Lines(document, [comment for comment, _ in directives])
    for comment, match in directives:
        yield from _read(document, comment, match, lines, known)


def body_comments(document: "Document") -> Iterator[Comment]:
    """The comments of the body that may be suppressions, in source order."""
    text, body = document.text, document.body
    if MARK not in text[body.start :]:
        return
    found = [
        Comment(span, Span(span.start + 4, _comment_end(text, span)))
        for span in document.markup.comments()
    ]
    if document.is_jsx:
        found += _jsx_comments(document)
    yield from sorted(found)


def _comment_end(text: str, span: Span) -> int:
    """The end of the text of an HTML comment: before `-->`, or at the end of the file."""
    written = text[span.start : span.end]
    length = len(written) - (3 if written.endswith("-->") else 4 if written.endswith("--!>") else 0)
    return max(span.start + length, span.start + 4)


def _jsx_comments(document: "Document") -> Iterator[Comment]:
    text, place = document.text, document.body.start
    while opening := _JSX_OPEN.search(text, place):
        closing = _JSX_CLOSE.search(text, opening.end())
        if closing is None:
            return
        place = closing.end()
        if MARK in text[opening.end() : closing.start()]:
            word = text.index(MARK, opening.end())
            if any(run.span.start <= word < run.span.end for run in document.text_runs):
                inner = Span(opening.end(), closing.start())
                yield Comment(Span(opening.start(), place), inner)


def front_matter_comments(document: "Document") -> Iterator[Comment]:
    """The comments of a YAML or TOML block that may be suppressions, in source order."""
    front_matter = document.front_matter
    block = front_matter.block
    if not front_matter.has_comments or MARK not in document.text[block.start : block.end]:
        return
    inner = Span(front_matter.opening.end, block.end)
    spans = _toml_comments if front_matter.format == "toml" else _yaml_comments
    for span in spans(document.text, inner):
        yield Comment(span, Span(span.start + 1, span.end))


def _toml_comments(text: str, block: Span) -> Iterator[Span]:
    for match in _TOML.finditer(text, block.start, block.end):
        if match["comment"]:
            yield Span(*match.span())


def _yaml_comments(text: str, block: Span) -> Iterator[Span]:
    """Comments according to PyYAML's tokens; after a syntax error, only those on their own line."""
    scalars, end = _yaml_scalars(text, block)
    scalars.reverse()
    place = block.start
    while match := _HASH.search(text, place, block.end):
        span = Span(*match.span())
        while scalars and scalars[-1].end <= span.start:
            scalars.pop()
        if scalars and scalars[-1].start <= span.start:
            place = scalars[-1].end
            continue
        place = span.end
        line = max(text.rfind("\n", 0, span.start), text.rfind("\r", 0, span.start)) + 1
        if span.start < end or not text[line : span.start].strip():
            yield span


def _yaml_scalars(text: str, block: Span) -> tuple[list[Span], int]:
    """The spans of scalars, and the offset up to which the text is valid YAML."""
    from yaml import CSafeLoader, ScalarToken, YAMLError, scan

    scalars: list[Span] = []
    place = block.start
    try:
        for token in scan(text[block.start : block.end], Loader=CSafeLoader):
            place = block.start + token.end_mark.index
            if isinstance(token, ScalarToken):
                scalars.append(Span(block.start + token.start_mark.index, place))
    except YAMLError:
        return scalars, place
    return scalars, block.end


def _directive(text: str, comment: Comment) -> re.Match[str] | None:
    """The directive at the start of a comment, known or misspelled."""
    match = _DIRECTIVE.match(text, comment.inner.start, comment.inner.end)
    if match is None:
        return None
    name = match[2].lower()
    is_directive = (
        name in DIRECTIVES or name.startswith(_DIRECTIVE_PREFIXES) or nearest(name, DIRECTIVES)
    )
    return match if is_directive else None


class _Words(NamedTuple):
    """The parsed parts of a directive's text."""

    mentions: tuple[Mention, ...]
    until: date | None
    reason: str | None
    errors: tuple[Malformed, ...]


def _read(
    document: "Document", comment: Comment, match: re.Match[str], lines: "_Lines", known: Known
) -> Iterator[Suppression | Malformed]:
    if match[2] not in DIRECTIVES:
        yield _unknown_directive(match)
        return
    kind = DIRECTIVES[match[2]]
    words = _words(document.text, Span(match.end(), comment.inner.end), known)
    yield from words.errors
    covers = lines.covered(kind, comment.span)
    yield Suppression(kind, comment.span, words.mentions, covers, words.reason, words.until)


def _unknown_directive(match: re.Match[str]) -> Malformed:
    span = Span(*match.span(1))
    near = nearest(match[2], DIRECTIVES)
    if near is None:
        *others, last = (f"`{MARK}-{name}`" for name in DIRECTIVES)
        expected = f"{', '.join(others)} or {last}"
        return Malformed(span, f"unknown directive `{match[1]}`; expected {expected}")
    fix = Fix(f"replace with `{MARK}-{near}`", (Edit(span, f"{MARK}-{near}"),), names=(span,))
    return Malformed(span, f"unknown directive `{match[1]}`; did you mean `{MARK}-{near}`?", fix)


def _words(text: str, span: Span, known: Known) -> _Words:
    split = _REASON.search(text, span.start, span.end)
    reason = None if split is None else text[split.end() : span.end].strip() or None
    end = span.end if split is None else split.start()
    found = [mention_of(m[0], Span(*m.span())) for m in _WORD.finditer(text, span.start, end)]
    names, until, errors = _without_date(found)
    if split is None:
        names, error = _without_prose(text, names, known)
        errors += error
    if not names and not errors:
        names = [Mention(ALL, Span(span.start, span.start))]
    return _Words(tuple(names), until, reason, tuple(errors))


def _without_date(words: list[Mention]) -> tuple[list[Mention], date | None, list[Malformed]]:
    """Remove `until 2027-01-01`, `until=2027-01-01` or `until: 2027-01-01` from the words."""
    for index, word in enumerate(words):
        match = _UNTIL.match(word.name)
        if match is None:
            continue
        until = words[index : index + 2] if match.end() == len(word.name) else [word]
        written = until[-1].name[match.end() if len(until) == 1 else 0 :]
        rest = words[:index] + words[index + len(until) :]
        span = Span(until[0].span.start, until[-1].span.end)
        try:
            return rest, date.fromisoformat(written), []
        except ValueError:
            return rest, None, [Malformed(span, invalid_until(written))]
    return words, None, []


def invalid_until(written: str) -> str:
    """The message for an `until` that is not followed by a date."""
    what = f"invalid `until` date: `{written}`" if written else "missing date after `until`"
    return f"{what}; use a date such as `2027-01-31`"


def _without_prose(
    text: str, names: list[Mention], known: Known
) -> tuple[list[Mention], list[Malformed]]:
    """Remove a reason without `--` before it: words that do not look like rule names."""
    unknown = [index for index, name in enumerate(names) if _is_unknown(name.name, known)]
    rest = names[unknown[0] :] if unknown else []
    if len(unknown) < 2 or any("/" in name.name for name in rest):
        return names, []
    span = Span(rest[0].span.start, rest[-1].span.end)
    message = "missing `--` before the reason; without it, the words are parsed as rule names"
    fix = Fix("add `--` before the reason", (Edit(Span(span.start, span.start), "-- "),))
    return names[: unknown[0]], [Malformed(span, message, fix)]


def _is_unknown(name: str, known: Known) -> bool:
    """Whether a word is neither a known name nor a misspelled category."""
    return not known.has(name) and nearest(name, known.categories) is None


class _Lines:
    """The part of the file that a directive covers.

    Args:
        document: the file.
        comments: its suppression comments, which `next-line` skips like blank lines.
    """

    def __init__(self, document: "Document", comments: list[Comment]) -> None:
        self.document = document
        self.source = document.source
        self.comments = comments
        self._starts = [comment.span.start for comment in comments]
        # Maps skipped lines to the first line after them.
        self._next_line: dict[int, int] = {}

    def covered(self, kind: Kind, comment: Span) -> Span:
        """The range of finding start offsets that a directive covers."""
        end = len(self.document.text) + 1
        if kind == "file":
            return Span(0, end)
        if kind in ("disable", "enable"):
            return Span(comment.end, end)
        first = self.source.position(comment.start).line
        last = self.source.position(max(comment.end - 1, comment.start)).line
        if kind == "line":
            return Span(self.start(first), self.start(last + 1))
        line = self.skip_comments(last + 1)
        return self.with_multiline_tags(Span(self.start(line), self.start(line + 1)))

    def skip_comments(self, line: int) -> int:
        """The first line at or after `line` that is not skipped, or the last line."""
        skipped = []
        while line < len(self.source.line_starts):
            if line in self._next_line:
                line = self._next_line[line]
                break
            if not self.is_skipped(line):
                break
            skipped.append(line)
            line += 1
        self._next_line.update(dict.fromkeys(skipped, line))
        return line

    def start(self, line: int) -> int:
        """The offset of a line (from 1); the end of the file for a line after the last."""
        starts = self.source.line_starts
        return starts[line - 1] if line <= len(starts) else len(self.document.text) + 1

    def is_skipped(self, line: int) -> bool:
        """Whether a line is blank or contains only suppression comments."""
        start, end = self.source.line_span(line)
        text = self.document.text
        if start < self.document.front_matter.block.end:
            return not text[start:end].strip() or text[start:end].lstrip().startswith("#")
        place = start
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        for comment in self.comments[first:last]:
            if text[place : comment.span.start].strip():
                return False
            place = max(place, comment.span.end)
        return place >= end or not text[place:end].strip()

    def with_multiline_tags(self, line: Span) -> Span:
        """The span of a line, extended to the end of tags or values that start on it."""
        is_key = line.start < self.document.front_matter.block.end
        spans = self._values if is_key else self._tags
        first = bisect_left(spans, line.start, key=_start)
        last = bisect_left(spans, line.end, key=_start)
        ends = (span.end for span in spans[first:last])
        return Span(line.start, max([line.end, *ends]))

    @cached_property
    def _values(self) -> list[Span]:
        """Front matter keys with their scalar values, sorted."""
        front_matter = self.document.front_matter
        entries = map(front_matter.entries.get, front_matter.scalars)
        return sorted(Span(e.key.start, e.value.end) for e in entries if e and e.key)

    @cached_property
    def _tags(self) -> list[Span]:
        """The start tags in the author's source, sorted."""
        return sorted(element.span for element in self.document.elements() if element.authored)


def _start(span: Span) -> int:
    return span.start
