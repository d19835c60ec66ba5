"""Tags and expressions in text, as rules of markdown-it."""

import re
from typing import TYPE_CHECKING

from markdown_it import rules_inline

from contentlint.core.patterns import lazy
from contentlint.core.source import Span
from contentlint.markup.mdx.article import Article, Chunk
from contentlint.markup.mdx.expressions import Region, Unclosed, end_of_expression
from contentlint.markup.mdx.fault import Fault
from contentlint.markup.mdx.javascript.reader import Text
from contentlint.markup.mdx.tags import NotATag, read_tag

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline

_URL = lazy(r"(?:https?://[^\s<\x00-\x20]+|www\.[^\s<]+\.[^\s<]+)", re.IGNORECASE)
_HOST = lazy(r"(?:https?://)?([\w.\-]+)([^\s/?#<]?)", re.IGNORECASE)
_RUN = lazy(r"<+|\{+")
_TRAILING = "?!.,:*_~'\""
# Where text may end: at a symbol that has a meaning, or before a URL.
_END_OF_TEXT = lazy(
    r"[\n!#$%&*+\-:<=>@\[\\\]^_`{}~]|(?<![A-Za-z])(?=https?://)|(?<![^\s(*_\[\]~])(?=www\.)",
    re.IGNORECASE,
)


class _Place:
    """Where a rule reads: in the chunk itself, or in a copy of a part of it."""

    def __init__(self, state: "StateInline") -> None:
        self.article: Article = state.env["article"]
        chunk = self.article.chunk
        if chunk is None:
            raise AssertionError("no chunk is open")
        self.chunk: Chunk = chunk
        self.region = chunk.region
        self.shift = 0
        self.is_copy = state.src is not chunk.region.text
        if self.is_copy:
            self.region = Region(Text(state.src), len(state.src), self.article.budget)
            self.shift = max(chunk.region.text.find(state.src), 0)

    def is_text(self, offset: int) -> bool:
        """Whether a `<` or `{` is text, for it is at fault."""
        if offset in self.chunk.texts:
            return True
        return bool(self.article.texts) and self.chunk.place(offset) in self.article.texts

    def take_faults(self) -> None:
        """Hand the faults of the region to the article."""
        for fault in self.region.faults:
            self.add(fault)
        self.region.faults.clear()

    def add(self, fault: Fault) -> None:
        """Hand a fault to the article, unless it was met before in the text that was copied."""
        if self.is_copy:
            return
        other = self.chunk.span(fault.other) if fault.other else None
        self.article.add(fault._replace(span=self.chunk.span(fault.span), other=other))

    def fail(self, offset: int, fault: Fault) -> None:
        """Take note that a `<` or `{` is at fault."""
        self.take_faults()
        if self.is_copy:
            return
        self.chunk.texts.add(offset)
        # Of `<<<` and `{{{` the first is named.
        is_first = offset - 1 not in self.chunk.texts
        if is_first or self.region.text[offset - 1] != self.region.text[offset]:
            self.add(fault)


def tag(state: "StateInline", silent: bool) -> bool:
    """A tag."""
    if state.src[state.pos] != "<" or state.src[state.pos + 1 : state.pos + 2] in (" ", "\n"):
        return False
    place = _Place(state)
    if place.is_text(state.pos + place.shift):
        return False
    try:
        found = read_tag(place.region, state.pos)
    except NotATag as error:
        place.fail(state.pos, error.fault)
        return _skip_run(state, silent)
    place.take_faults()
    if found is None:
        return False
    state.pos = found.span.end
    if not silent:
        start, end = (offset + place.shift for offset in found.span)
        found.span = place.chunk.span(Span(start, end))
        state.push("mdx_tag", "", 0).meta = {"tag": found}
    return True


def expression(state: "StateInline", silent: bool) -> bool:
    """An expression."""
    if state.src[state.pos] != "{":
        return False
    place = _Place(state)
    if place.is_text(state.pos + place.shift):
        return False
    try:
        end = end_of_expression(place.region, state.pos)
    except Unclosed as error:
        place.fail(state.pos, error.fault)
        return _skip_run(state, silent)
    place.take_faults()
    state.pos = end
    if not silent:
        state.push("mdx_expression", "", 0)
    return True


def _skip_run(state: "StateInline", silent: bool) -> bool:
    """Take a run of the same symbol for text, up to the last one, which may mean something."""
    text, start = state.src, state.pos
    run = _RUN.match(text, start)
    end = run.end() - 1 if run else start
    if end <= start:
        return False
    if not silent:
        state.pending += text[start:end]
    state.pos = end
    state.env["article"].chunk.texts.add(end - 1)
    return True


def link(state: "StateInline", silent: bool) -> bool:
    """A link, as in CommonMark; brackets that begin none cost what had to be read to find out."""
    start = state.pos
    return rules_inline.link(state, silent) or _no_link(state, start)


def image(state: "StateInline", silent: bool) -> bool:
    """An image, as in CommonMark; costs as for `link`."""
    start = state.pos
    return rules_inline.image(state, silent) or _no_link(state, start)


def _no_link(state: "StateInline", start: int) -> bool:
    if state.src[start] in "![":
        close = state.src.find("]", start, state.posMax)
        state.env["article"].budget.spend((state.posMax if close < 0 else close) - start)
    return False


def url(state: "StateInline", silent: bool) -> bool:
    """A URL as text, which is a link; braces in it are part of it."""
    text, start = state.src, state.pos
    if text[start] not in "hHwW" or state.linkLevel:
        return False
    match = _URL.match(text, start)
    if match is None:
        return False
    before = text[start - 1] if start else ""
    if text[start] in "hH":
        is_word = before.isascii() and before.isalpha()
    else:
        is_word = before not in "(*_[]~" and not before.isspace()
    host = _HOST.match(text, start)
    if is_word or host is None or host[2] == "{":
        return False
    found = match[0].rstrip(_TRAILING)
    unmatched = found.count(")") - found.count("(")
    while found.endswith(")") and unmatched > 0:
        found = found[:-1].rstrip(_TRAILING)
        unmatched -= 1
    if not silent:
        state.push("text", "", 0).content = found
    state.pos = start + len(found)
    return True


def text(state: "StateInline", silent: bool) -> bool:
    """Text up to the next symbol that may have a meaning."""
    match = _END_OF_TEXT.search(state.src, state.pos, state.posMax)
    end = match.start() if match else state.posMax
    if end == state.pos:
        return False
    if not silent:
        state.pending += state.src[state.pos : end]
    state.pos = end
    return True
