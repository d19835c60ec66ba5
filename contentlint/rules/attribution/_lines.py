"""The head and the foot of an article as readers see them: text without inline markup.

A block is a paragraph, a list item, a heading, a row of a table; cells of a row are separated by a
tab, lines by a line feed. Every offset in a block can be mapped back to the file.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property, lru_cache

from contentlint.rule import Document, Element, NamedTuple, Span, TextRun, lazy
from contentlint.rules.attribution._languages import fold
from contentlint.rules.attribution._quick import clues
from contentlint.rules.attribution._runs import end_runs

# The text of these elements is about something else: a quotation, an image, a list item.
_ASIDE = frozenset(
    "blockquote figure figcaption caption table td th li dd dt h1 h2 h3 h4 h5 h6 q cite".split()
)
_CAPTION = frozenset("figure figcaption caption".split())
_CELL = lazy(
    r"[^<>|\n]*</(?:t[dh]|dt)>\s*(?:<[^<>]*>\s*)*?<(?:t[dh]|dd)\b[^<>]*>(?:\s*<(?!/?(?:t[rdh]|li|p|div)\b)[^<>]*>)*\s*\Z"
    r"|[*_\]]*[ \t]*\|[ \t]*[*_\[<]*\Z|(?:\][(\[][^()\n]*[)\]])?[ \t*_]*\|[ \t*_\[<]*\Z|[*_]*\n:[ \t]+[*_\[<]*\Z"
)
_BREAK = lazy(
    r"</?(?:p|div|section|article|header|footer|aside|main|h[1-6]|blockquote|ul|ol|li|dl|dt|dd|table|"
    r"thead|tbody|tr|td|th|figure|figcaption|center|address|hr|pre|form|nav|details|summary|iframe|"
    r"video|script|style)\b|<!--|\n[ \t>]*\n|\n[ \t>]*(?:[-*+#|:]|\d{1,9}[.)]|\[\^)|\{[%{<:]|[%}>]\}|```|\|[ \t]*\n",
    re.IGNORECASE,
)
_BOXES = lazy(r"</(span|time|small|b|strong|em|i|a|label)>\s*<\1\b", re.IGNORECASE)
_BR = lazy(r"<br\b|\n", re.IGNORECASE)
_IMAGE = lazy(r"<img\b|!\[|<iframe\b|<video\b", re.IGNORECASE)
_MARKUP = lazy(
    r"<[^<>]*>|\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\]\[[^\]\n]*\]|[*_~\[\]<>]|\{:[^}\n]*\}|==|\+\+"
)
# A line of this length may continue on the next one; Chinese, Japanese and Korean ones are shorter.
_WRAPPED, _WRAPPED_DENSE = 60, 24
# Longer markup between two runs, in code points, separates blocks.
_MAX_GAP = 1000
# What shorter markup is read as is remembered.
_USUAL_GAP = 24
_DEFINED = lazy(r"\n(?=:[ \t])")
_URL = lazy(
    r"(?:https?:)?//[\w.-]+\.\w{2,}[^\s<>\"'，。；）)\]】》」、|]*|\bwww\.[\w-]+\.[\w.-]+[^\s<>\"'，。；）)\]】、|]*"
)


class Link(NamedTuple):
    """A link of a block.

    Args:
        start: where its text starts in the block.
        end: where its text ends.
        url: its URL.
        span: the URL in the file.
    """

    start: int
    end: int
    url: str
    span: Span


class Block:
    """A paragraph or the like at the head or the foot of an article.

    Args:
        text: its text.
        parents: the names of the elements around it, the innermost last.
        is_after_image: whether an image precedes it directly.
        is_head: whether it is at the head of the article.
    """

    def __init__(self, parents: tuple[str, ...], *, is_after_image: bool, is_head: bool) -> None:
        self.text = ""
        self.parents = parents
        self.is_after_image = is_after_image
        self.is_head = is_head
        self.links: list[Link] = []
        self._starts: list[int] = []
        self._offsets: list[int] = []

    def add(self, raw: str, offset: int) -> None:
        """Append text that starts at an offset of the file."""
        self._starts.append(len(self.text))
        self._offsets.append(offset)
        self.text += raw

    @cached_property
    def folded(self) -> str:
        """The text in lower case, of the same length."""
        return fold(self.text)

    @property
    def is_quotation(self) -> bool:
        """Whether it is inside a block quote."""
        return "blockquote" in self.parents

    @property
    def is_caption(self) -> bool:
        """Whether it belongs to an image."""
        return not _CAPTION.isdisjoint(self.parents)

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading."""
        return any(re.fullmatch("h[1-6]", tag) for tag in self.parents)

    @property
    def source_start(self) -> int:
        """The offset of its text in the file."""
        return self._offsets[0]

    def source(self, offset: int) -> int:
        """The offset in the file of an offset of the text."""
        number = max(bisect_right(self._starts, offset) - 1, 0)
        return self._offsets[number] + offset - self._starts[number]

    def span(self, start: int, end: int) -> Span:
        """The range in the file of a range of the text."""
        return Span(
            self.source(start), self.source(end - 1) + 1 if end > start else self.source(start)
        )

    def lines(self) -> Iterator[tuple[int, int]]:
        """The ranges of its lines that are not blank."""
        start = 0
        for line in self.text.split("\n"):
            if line.strip():
                yield start, start + len(line)
            start += len(line) + 1


def is_code(document: Document, block: Block, end: int) -> bool:
    """Whether inline code follows an offset of a block: the name of a file or a command."""
    after = document.text[block.source(end - 1) + 1 :][:8].lstrip()
    return after.startswith(("`", "<code", "<kbd"))


def is_in_page(block: Block, offset: int) -> bool:
    """Whether an offset of a block is in a link within the page, as in a table of contents."""
    return any(link.start <= offset < link.end and link.url[:1] == "#" for link in block.links)


def ends(document: Document) -> list[Block]:
    """The blocks at the head and the foot of an article; none if a quick test finds nothing."""
    return document.once(_ends)


def _ends(document: Document) -> list[Block]:
    return [] if clues(document).is_nothing else all_ends(document)


def all_ends(document: Document) -> list[Block]:
    """The blocks at the head and the foot of an article, without a quick test."""
    return document.once(_all_ends)


def _all_ends(document: Document) -> list[Block]:
    head, foot = end_runs(document)
    found = list(_blocks(document, head, document.body.start, is_head=True))
    if foot:
        found += _blocks(document, foot, foot[0].span.start - 1, is_head=False)
    return found


def _blocks(
    document: Document, runs: list[TextRun], before: int, *, is_head: bool
) -> Iterator[Block]:
    """The blocks of some text runs in a row.

    Args:
        document: the article.
        runs: the text runs.
        before: the offset of the text before them.
        is_head: whether they are at the head of the article.
    """
    anchors = _links_around(document, runs)
    starts = [anchor.span.start for anchor in anchors]
    block, last, anchor_before = None, before, -1
    for run in runs:
        gap = document.text[last : run.span.start]
        glue = _glue(gap, block, run)
        if block is None or glue is None:
            if block is not None:
                yield _with_urls(block)
            is_after_image = bool(gap.strip()) and _IMAGE.search(gap[-400:]) is not None
            block = Block(run.parents, is_after_image=is_after_image, is_head=is_head)
        else:
            block.text += glue
        start = len(block.text)
        raw = run.raw.replace("&nbsp;", "\xa0" * 6)
        block.add(_DEFINED.sub("\t", raw) if "\n:" in raw else raw, run.span.start)
        number = bisect_right(starts, run.span.start) - 1 if "a" in run.parents else -1
        if number >= 0:
            _add_link(block, start, anchors[number], is_same=number == anchor_before)
        anchor_before = number
        last = run.span.end
    if block is not None:
        yield _with_urls(block)


def _links_around(document: Document, runs: list[TextRun]) -> list[Element]:
    """The links that may be around some text runs in a row."""
    if not any("a" in run.parents for run in runs):
        return []
    anchors, starts = document.once(_anchors)
    first, last = (bisect_right(starts, runs[at].span.start) for at in (0, -1))
    while first > 0:
        first -= 1
        if anchors[first].get("href") is not None:
            break
    return [anchor for anchor in anchors[first:last] if anchor.get("href") is not None]


def _anchors(document: Document) -> tuple[list[Element], list[int]]:
    """The `a` elements, and where they start."""
    anchors = list(document.elements("a"))
    return anchors, [anchor.span.start for anchor in anchors]


def _glue(gap: str, block: Block | None, run: TextRun) -> str | None:
    """What joins a run to the block before it; None if it starts a new block."""
    if len(gap) > _MAX_GAP:
        return None
    if not gap:
        return "" if block is not None and block.parents[:1] == run.parents[:1] else None
    return _usual_glue(gap) if len(gap) <= _USUAL_GAP else _glue_for(gap)


def _glue_for(gap: str) -> str | None:
    """What joins runs with some markup between them; None if it starts a new block."""
    if _CELL.match(gap):
        return "\t"
    if _BREAK.search(gap):
        return None
    if _BR.search(gap):
        return "\n"
    left = _MARKUP.sub("", gap)
    if left.strip() in ("&", "&amp;"):
        return left.replace("&amp;", "&")
    if left.strip():
        return "\ufffc"
    # `<span>2021</span><span>Source: …</span>`: two boxes.
    return " " if left or _BOXES.search(gap) else ""


# Most gaps are short, and the same in most articles.
_usual_glue = lru_cache(maxsize=2048)(_glue_for)


def _add_link(block: Block, start: int, anchor: Element, *, is_same: bool) -> None:
    if is_same and block.links:
        block.links[-1] = block.links[-1]._replace(end=len(block.text))
        return
    href = anchor.get("href")
    if href is not None:
        url = "{{ }}" if href.templated else href.value or ""
        block.links.append(Link(start, len(block.text), url.strip(), href.value_span))


def _with_urls(block: Block) -> Block:
    """The block, with the URLs in its text as links."""
    if "//" in block.text or "www." in block.text:
        for match in _URL.finditer(block.text):
            start, end = match.span()
            if not any(link.start < end and start < link.end for link in block.links):
                block.links.append(Link(start, end, match[0], block.span(start, end)))
        block.links.sort()
    return block


def is_wrapped(above: str, line: str) -> bool:
    """Whether a line may continue the sentence of the line above it.

    Args:
        above: the line above, without space around it; empty: there is none.
        line: the line.
    """
    if len(above) > _WRAPPED:
        return True
    is_open = above[-1:].isalnum() or above[-1:] in (",", "，", "、", ")", "/")
    is_dense = line[:1] > "\u10ff" and len(above) > _WRAPPED_DENSE
    return is_open and len(above) > 15 and (line[:1].islower() or is_dense)


class Passage(NamedTuple):
    """A run of text as written in the file.

    Args:
        raw: the text.
        span: its range.
    """

    raw: str
    span: Span


def passages(document: Document) -> Iterator[Passage]:
    """The text of the article, without quotations, captions, lists, tables and headings."""
    for run in document.text_runs:
        if _ASIDE.isdisjoint(run.parents):
            yield Passage(run.raw, run.span)


def is_aside(element: Element) -> bool:
    """Whether an element is inside a quotation, a caption, a list, a table or a heading."""
    return any(around.tag in _ASIDE for around in element.ancestors())
