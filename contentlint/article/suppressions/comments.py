"""Suppressions in comments: of HTML and MDX in the body, of YAML and TOML in the front matter.

    <!-- contentlint-disable-next-line html/stray-end-tag image until 2027-01-01 -- why -->

What only looks like a comment (in code, in an attribute, in a quoted value) is none: the body's
tree and the tokens of the front matter decide.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

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
from contentlint.core.source import Span
from contentlint.core.spelling import nearest

if TYPE_CHECKING:
    from contentlint.article.document import Document

MARK = "contentlint"

_DIRECTIVE = lazy(rf"\s*({MARK}-([A-Za-z]+(?:-[A-Za-z]+)*+)):?(?=\s|\Z)")
_MEANT = ("disable", "enable", "ignore")
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
        span: the whole of it.
        inner: what stands between its delimiters.
    """

    span: Span
    inner: Span


def read(document: "Document", known: Known) -> Iterator[Suppression | Malformed]:
    """The suppressions in comments, in the order of the file."""
    comments = [*front_matter_comments(document), *body_comments(document)]
    directives = [(c, match) for c in comments if (match := _directive(document.text, c))]
    lines = _Lines(document, [comment for comment, _ in directives])
    for comment, match in directives:
        yield from _read(document, comment, match, lines, known)


def body_comments(document: "Document") -> Iterator[Comment]:
    """The comments of the body that could be suppressions, in its order."""
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
    """Where the text of an HTML comment ends: before `-->`, or at the end of the file."""
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
    """The comments of a YAML or TOML block that could be suppressions, in its order."""
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
    """Comments by PyYAML's own tokens; behind a fault of syntax those that have a line alone."""
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
    """Where scalars stand, and how far the text is YAML."""
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
    """The directive at the head of a comment: one there is, or what was meant as one."""
    match = _DIRECTIVE.match(text, comment.inner.start, comment.inner.end)
    if match is None:
        return None
    name = match[2].lower()
    is_meant = name in DIRECTIVES or name.startswith(_MEANT) or nearest(name, DIRECTIVES)
    return match if is_meant else None


class _Words(NamedTuple):
    """The parts of a directive's text."""

    mentions: tuple[Mention, ...]
    until: date | None
    reason: str | None
    faults: tuple[Malformed, ...]


def _read(
    document: "Document", comment: Comment, match: re.Match[str], lines: "_Lines", known: Known
) -> Iterator[Suppression | Malformed]:
    if match[2] not in DIRECTIVES:
        yield _unknown_directive(match)
        return
    kind = DIRECTIVES[match[2]]
    words = _words(document.text, Span(match.end(), comment.inner.end), known)
    yield from words.faults
    covers = lines.covered(kind, comment.span)
    yield Suppression(kind, comment.span, words.mentions, covers, words.reason, words.until)


def _unknown_directive(match: re.Match[str]) -> Malformed:
    span = Span(*match.span(1))
    near = nearest(match[2], DIRECTIVES)
    if near is None:
        listed = ", ".join(f"`{MARK}-{name}`" for name in DIRECTIVES)
        return Malformed(span, f"no directive `{match[1]}`; there are {listed}")
    fix = Fix(f"write `{MARK}-{near}`", (Edit(span, f"{MARK}-{near}"),), names=(span,))
    return Malformed(span, f"no directive `{match[1]}`; did you mean `{MARK}-{near}`?", fix)


def _words(text: str, span: Span, known: Known) -> _Words:
    split = _REASON.search(text, span.start, span.end)
    reason = None if split is None else text[split.end() : span.end].strip() or None
    end = span.end if split is None else split.start()
    found = [mention_of(m[0], Span(*m.span())) for m in _WORD.finditer(text, span.start, end)]
    names, until, faults = _without_date(found)
    if split is None:
        names, fault = _without_prose(text, names, known)
        faults += fault
    if not names and not faults:
        names = [Mention(ALL, Span(span.start, span.start))]
    return _Words(tuple(names), until, reason, tuple(faults))


def _without_date(words: list[Mention]) -> tuple[list[Mention], date | None, list[Malformed]]:
    """Take `until 2027-01-01`, also written with a sign between, out of the words."""
    for index, word in enumerate(words):
        match = _UNTIL.match(word.name)
        if match is None:
            continue
        said = words[index : index + 2] if match.end() == len(word.name) else [word]
        written = said[-1].name[match.end() if len(said) == 1 else 0 :]
        rest = words[:index] + words[index + len(said) :]
        span = Span(said[0].span.start, said[-1].span.end)
        try:
            return rest, date.fromisoformat(written), []
        except ValueError:
            return rest, None, [Malformed(span, not_a_day(written))]
    return words, None, []


def not_a_day(written: str) -> str:
    """The message about what stands in place of the last day of a suppression."""
    said = f"`{written}`" if written else "nothing"
    return f"`until` is followed by {said}; write a day as in `2027-01-31`"


def _without_prose(
    text: str, names: list[Mention], known: Known
) -> tuple[list[Mention], list[Malformed]]:
    """Take out a reason that lacks the `--` before it: words that look like no rule."""
    strange = [index for index, name in enumerate(names) if _is_strange(name.name, known)]
    rest = names[strange[0] :] if strange else []
    if len(strange) < 2 or any("/" in name.name for name in rest):
        return names, []
    span = Span(rest[0].span.start, rest[-1].span.end)
    message = "a reason needs `--` before it, else its words are names of rules"
    fix = Fix("write `--` before the reason", (Edit(Span(span.start, span.start), "-- "),))
    return names[: strange[0]], [Malformed(span, message, fix)]


def _is_strange(name: str, known: Known) -> bool:
    """Whether a word is no name, and no misspelt one."""
    return not known.has(name) and nearest(name, known.categories) is None


class _Lines:
    """Which part of the file a directive is about.

    Args:
        document: the file.
        comments: the suppressions in it, which `next-line` passes over like blank lines.
    """

    def __init__(self, document: "Document", comments: list[Comment]) -> None:
        self.document = document
        self.source = document.source
        self.comments = comments
        self._starts = [comment.span.start for comment in comments]
        # For lines that are passed over, the one behind all of them.
        self._behind: dict[int, int] = {}

    def covered(self, kind: Kind, comment: Span) -> Span:
        """The range in which findings begin that a comment with a directive is about."""
        end = len(self.document.text) + 1
        if kind == "file":
            return Span(0, end)
        if kind in ("disable", "enable"):
            return Span(comment.end, end)
        first = self.source.position(comment.start).line
        last = self.source.position(max(comment.end - 1, comment.start)).line
        if kind == "line":
            return Span(self.start(first), self.start(last + 1))
        line = self.behind_comments(last + 1)
        return self.with_what_begins_in(Span(self.start(line), self.start(line + 1)))

    def behind_comments(self, line: int) -> int:
        """The first line from this one on that is not passed over, or the last one."""
        walked = []
        while line < len(self.source.line_starts):
            if line in self._behind:
                line = self._behind[line]
                break
            if not self.is_passed_over(line):
                break
            walked.append(line)
            line += 1
        self._behind.update(dict.fromkeys(walked, line))
        return line

    def start(self, line: int) -> int:
        """Where a line (from 1) begins; behind the last one the end of the file."""
        starts = self.source.line_starts
        return starts[line - 1] if line <= len(starts) else len(self.document.text) + 1

    def is_passed_over(self, line: int) -> bool:
        """Whether a line is blank, or holds nothing but comments about suppressions."""
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

    def with_what_begins_in(self, line: Span) -> Span:
        """A line, and the rest of a tag or a value that begins on it."""
        is_key = line.start < self.document.front_matter.block.end
        spans = self._values if is_key else self._tags
        first = bisect_left(spans, line.start, key=_start)
        last = bisect_left(spans, line.end, key=_start)
        ends = (span.end for span in spans[first:last])
        return Span(line.start, max([line.end, *ends]))

    @cached_property
    def _values(self) -> list[Span]:
        """Keys of the front matter with their values, where these are no collections; sorted."""
        front_matter = self.document.front_matter
        entries = map(front_matter.entries.get, front_matter.scalars)
        return sorted(Span(e.key.start, e.value.end) for e in entries if e and e.key)

    @cached_property
    def _tags(self) -> list[Span]:
        """The start tags that the author wrote, sorted."""
        return sorted(element.span for element in self.document.elements() if element.authored)


def _start(span: Span) -> int:
    return span.start
