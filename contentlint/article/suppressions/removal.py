"""Removal of a suppression, or some of its names, without changing the rendered page.

A comment on its own line is removed with the line. In Markdown such a line may separate two
paragraphs; then a blank line is left, and if both change the page, no fix is proposed.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from contentlint.article.suppressions.model import Mention, Suppression
from contentlint.core.edits import apply
from contentlint.core.finding import Edit, Fix
from contentlint.core.patterns import lazy
from contentlint.core.source import Span
from contentlint.front_matter import KeyPath

if TYPE_CHECKING:
    from contentlint.article.document import Document

_LINE_END = lazy(r"\r\n?|\n|\Z")
_BLOCK_INDENT = lazy(r"[ \t]*(?:-[ \t]+)?\Z")
_REST_OF_LINE = lazy(r"[ \t]*(?:#[^\r\n]*)?(?:\r\n?|\n|\Z)")
_COMMENT = lazy(r"(?:<!--|\{[ \t]*/\*)\s*contentlint-")
_AROUND_TAGS = lazy(r" ?([<>]) ?")
# Elements that preserve white space.
_PRESERVES_SPACE = ("pre", "textarea", "listing", "xmp")

# Maximum number of characters rendered to try removals; the rest waits for the next run.
_MAX_RENDERED = 2_000_000

Edits = tuple[Edit, ...]


class Removals:
    """The edits that remove names from suppressions, or a suppression with its last name.

    An edit for one comment keeps the rendered page unchanged, both alone and together with all
    earlier edits.

    Args:
        document: the file.
    """

    def __init__(self, document: "Document") -> None:
        self.document = document
        self._budget = _MAX_RENDERED
        self._accepted: list[Fix] = []
        self._known: dict[tuple[Suppression, tuple[Mention, ...]], Edits | None] = {}

    def of(self, item: Suppression, mentions: tuple[Mention, ...]) -> Edits | None:
        """The edits for some names of a suppression; None if there is no safe way."""
        key = (item, mentions)
        if key not in self._known:
            self._known[key] = self._edits(item, mentions)
        return self._known[key]

    def _edits(self, item: Suppression, mentions: tuple[Mention, ...]) -> Edits | None:
        if len(mentions) < len(item.mentions):
            return _names(self.document, item, mentions)
        if item.key:
            return _entry(self.document, item.key)
        if item.span.start < self.document.body.start:
            return (_hash_comment(self.document.text, item.span),)
        for edit in _candidates(self.document, item.span):
            fix = Fix("", (edit,))
            if self.document.is_html or self._keeps_page(fix):
                self._accepted.append(fix)
                return fix.edits
        return None

    def _keeps_page(self, fix: Fix) -> bool:
        for fixes in ([fix], [*self._accepted, fix]):
            self._budget -= len(self.document.text)
            if self._budget < 0 or not renders_alike(
                self.document, apply(self.document.text, fixes)
            ):
                return False
            if not self._accepted:
                break
        return True


# --- comments


def _hash_comment(text: str, comment: Span) -> Edit:
    line = line_start(text, comment.start)
    if not text[line : comment.start].strip():
        return Edit(Span(line, line_end(text, comment.end)), "")
    return Edit(Span(len(text[: comment.start].rstrip(" \t")), comment.end), "")


def _candidates(document: "Document", comment: Span) -> Iterator[Edit]:
    text = document.text
    line, end = line_start(text, comment.start), line_end(text, comment.end)
    if keeps_space(document, comment.start):
        yield Edit(comment, "")
        return
    if not text[line : comment.start].strip() and not text[comment.end : end].strip():
        yield Edit(Span(line, end), "")
        yield Edit(Span(line, len(text[:end].rstrip("\r\n"))), "")
        return
    spaces = len(text[: comment.start].rstrip(" \t"))
    if spaces > line and not text[comment.end : comment.end + 1].strip():
        yield Edit(Span(spaces, comment.end), "")
    yield Edit(comment, "")


def renders_alike(document: "Document", text: str) -> bool:
    """Whether another text of a file renders to the same HTML except for suppression comments.

    White space next to tags is ignored.
    """
    return _normalised(document.of_text(text).markup.html) == _normalised(document.markup.html)


def _normalised(html: str) -> str:
    html = " ".join(_without_comments(html).split())
    # An MDX comment, which is text in CommonMark, leaves an empty paragraph.
    return _AROUND_TAGS.sub(r"\1", html).replace("<p></p>", "")


def _without_comments(html: str) -> str:
    pieces = []
    place = 0
    for match in _COMMENT.finditer(html):
        if match.start() < place:
            continue
        end = html.find("-->" if match[0][0] == "<" else "*/", match.end())
        if end < 0:
            break
        pieces.append(html[place : match.start()])
        place = html.find(">" if match[0][0] == "<" else "}", end) + 1 or len(html)
    return "".join((*pieces, html[place:]))


def keeps_space(document: "Document", offset: int) -> bool:
    """Whether white space is preserved at an offset of the body."""
    return any(span.start <= offset <= span.end for span in document.once(_preformatted))


def _preformatted(document: "Document") -> list[Span]:
    """The content of elements that preserve white space."""
    return [
        Span(element.span.end, element.end_span.start if element.end_span else len(document.text))
        for element in document.elements(*_PRESERVES_SPACE)
        if element.authored
    ]


# --- front matter keys


def _entry(document: "Document", path: KeyPath) -> Edits | None:
    """Remove the key with its value, or one of several entries of its list."""
    front_matter = document.front_matter
    entries = front_matter.entries
    siblings = [p for p in entries if len(p) == len(path) and p[:-1] == path[:-1]]
    if len(path) > 1 and len(siblings) == 1:
        path = path[:-1]
        siblings = [p for p in entries if len(p) == 1]
    if path not in entries:
        return _dotted(document, path)
    spans = {p: whole(document, p) for p in siblings}
    own = spans[path]
    if any(
        p[: len(path)] != path and own.start < (entry.key or entry.value).start < own.end
        for p, entry in entries.items()
    ):
        return None  # dotted keys, which need not be adjacent
    lines = _lines_of(document.text, own)
    if lines is not None and front_matter.has_comments:
        return (Edit(lines, ""),)
    if document.text[: own.start].rstrip()[-1:] not in tuple("{[,"):
        return None
    ordered = sorted(spans.values())
    return _of_flow(ordered, {ordered.index(own)})


def _dotted(document: "Document", path: KeyPath) -> Edits | None:
    """Remove TOML keys such as `contentlint.ignore`, which need not be adjacent."""
    entries = document.front_matter.entries
    spans = [whole(document, p) for p in entries if p[:-1] == path]
    lines = [_lines_of(document.text, span) for span in spans]
    return tuple(Edit(span, "") for span in lines if span) if all(lines) else None


def whole(document: "Document", path: KeyPath) -> Span:
    """The span of an entry, from its key or table header to the end of its content."""
    spans = [
        span
        for known, entry in document.front_matter.entries.items()
        if known[: len(path)] == path
        for span in (entry.key, entry.value)
        if span is not None
    ]
    if not spans:
        return document.front_matter.opening
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _lines_of(text: str, span: Span) -> Span | None:
    """The lines of a block entry with their line endings; None if other entries share them."""
    start = line_start(text, span.start)
    if _BLOCK_INDENT.match(text[start : span.start]) is None:
        return None
    rest = _REST_OF_LINE.match(text, span.end)
    return None if rest is None else Span(start, rest.end())


# --- names


def _names(document: "Document", item: Suppression, mentions: Collection[Mention]) -> Edits | None:
    removed = {index for index, mention in enumerate(item.mentions) if mention in mentions}
    if not item.key:
        return _of_flow([mention.span for mention in item.mentions], removed)
    entries = document.front_matter.entries
    places = [(*item.key, "ignore", index) for index in range(len(item.mentions))]
    if any(place not in entries for place in places):
        return _of_flow([mention.span for mention in item.mentions], removed)
    spans = [entries[place].value for place in places]
    text = document.text
    if all(text[: span.start].rstrip(" \t")[-1:] == "-" for span in spans):
        lines = [_lines_of(text, spans[index]) for index in sorted(removed)]
        return tuple(Edit(span, "") for span in lines if span) if all(lines) else None
    return _of_flow(spans, removed)


def _of_flow(items: Sequence[Span], removed: Collection[int]) -> Edits:
    """Remove items from a flow sequence, each with the separator next to it."""
    last_kept = max((i for i in range(len(items)) if i not in removed), default=-1)
    edits = []
    for index in sorted(removed):
        start, end = items[index]
        if index < last_kept:
            end = items[index + 1].start
        elif index:
            start = items[index - 1].end
        edits.append(Edit(Span(start, end), ""))
    return tuple(edits)


# --- lines


def line_start(text: str, offset: int) -> int:
    """The start of the line that contains an offset, after a byte order mark."""
    start = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    return start + 1 if start == 0 and text.startswith("\ufeff") else start


def line_end(text: str, offset: int) -> int:
    """The end of the line that contains an offset, including its line ending."""
    match = _LINE_END.search(text, offset)
    return match.end() if match else len(text)
