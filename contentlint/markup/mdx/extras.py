"""What some tools add to MDX, as rules of markdown-it: HTML comments and directives."""

from typing import TYPE_CHECKING, Final

from contentlint.core.patterns import lazy
from contentlint.core.source import Span
from contentlint.markup.mdx.blocks import article_of, content_start
from contentlint.markup.mdx.fault import Fault

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

_NAME = r"[^\W\d_](?:[\w-]*\w)?"
_ATTRIBUTES = lazy(
    r"\{\s*(?:(?:[#.][^\s\"'{}<>=`#.]+|[A-Za-z_:][\w:.-]*(?:\s*=\s*"
    r"(?:\"[^\"]*\"|'[^']*'|[^\s\"'<=>`{}]+))?)\s*+)*+\}"
)
_CONTAINER = lazy(rf"(:{{3,}})({_NAME})(\[(?:\\.|[^\]\\])*+\])?")
_MATHS = lazy(r"(\${2,})([^$\n]*)")
_DOLLARS = lazy(r"\$+")
_CLOSING: Final = lazy(r":{3,}[ \t]*")
_TEXT_DIRECTIVE = lazy(rf":({_NAME})(?!:)")


def comment_end(text: str, start: int, end: int) -> int:
    """The offset after a comment; -1: none is there.

    Args:
        text: the text.
        start: the offset of its `<!--`.
        end: the end of what may belong to it.
    """
    at = start + 4
    if text.startswith(">", at, end):
        return -1
    if text.startswith("-", at, end):
        at += 1
        if text.startswith(">", at, end):
            return -1
    close = text.find("-->", at, end)
    return -1 if close < 0 else close + 3


def comment_block(state: "StateBlock", start: int, _end: int, silent: bool) -> bool:
    """A comment at the start of a line."""
    place = content_start(state, start)
    if not state.src.startswith("<!--", place):
        return False
    article = article_of(state)
    region, _ = article.region(state, start)
    if region.source.find("-->", place, region.end) < 0:
        return False
    close = comment_end(region.text, place, region.end)
    if close < 0:
        return False
    if silent:
        return True
    if not article.takes_comments:
        article.add(Fault(Span(place, close), "comment"))
    line = article.line(close - 1)
    state.push("mdx_comment", "", 0).map = [start, line + 1]
    end = state.eMarks[line]
    if not state.src[close:end].strip():
        state.line = line + 1
        return True
    # The compilers take the character after a comment for the end of its line.
    begin = close + 1 if article.takes_comments else close
    shift = 0
    while begin + shift < end and state.src[begin + shift] in " \t":
        shift += 1
    before = state.bMarks[line]
    state.bMarks[line], state.tShift[line] = begin, shift
    state.sCount[line] = state.blkIndent + shift
    state.md.block.tokenize(state, line, line + 1)
    state.bMarks[line] = before
    return True


def container(state: "StateBlock", start: int, end: int, silent: bool) -> bool:
    """A block between `:::name` and `:::`."""
    place = content_start(state, start)
    match = _CONTAINER.match(state.src, place, state.eMarks[start])
    if match is None:
        return False
    rest = match.end()
    attributes = _ATTRIBUTES.match(state.src, rest, state.eMarks[start])
    rest = attributes.end() if attributes else rest
    if state.src[rest : state.eMarks[start]].strip():
        return False
    if silent:
        return True
    close = _closing_line(state, start, end, len(match[1]))
    token = state.push("directive_open", "", 1)
    token.map = [start, close]
    if match[3]:
        state.push("paragraph_open", "p", 1).map = [start, start + 1]
        token = state.push("inline", "", 0)
        token.content, token.map, token.children = match[3][1:-1], [start, start + 1], []
        state.push("paragraph_close", "p", -1)
    last, state.lineMax = state.lineMax, close
    state.md.block.tokenize(state, start + 1, close)
    state.lineMax = last
    state.push("directive_close", "", -1)
    is_closed = close < end and _CLOSING.fullmatch(
        state.src, content_start(state, close), state.eMarks[close]
    )
    state.line = close + bool(is_closed)
    return True


def _closing_line(state: "StateBlock", start: int, end: int, colons: int) -> int:
    """The line that closes a container, or the one at which the block around it ends."""
    line = start + 1
    while line < end:
        place = content_start(state, line)
        if place < state.eMarks[line] and state.sCount[line] < state.blkIndent:
            break
        match = _CLOSING.fullmatch(state.src, place, state.eMarks[line])
        if match and len(match[0].rstrip()) >= colons:
            break
        line += 1
    return line


def maths_block(state: "StateBlock", start: int, _end: int, silent: bool) -> bool:
    """A formula between lines of `$$`."""
    place = content_start(state, start)
    match = _MATHS.fullmatch(state.src, place, state.eMarks[start])
    if match is None:
        return False  # `$$low$$` is a formula in text
    if silent:
        return True
    line = start + 1
    while line < state.lineMax:
        place = content_start(state, line)
        if place < state.eMarks[line] and state.sCount[line] < state.blkIndent:
            break
        closing = _MATHS.fullmatch(state.src, place, state.eMarks[line])
        line += 1
        if closing and len(closing[1]) >= len(match[1]) and not closing[2].strip():
            break
    state.push("mdx_maths", "", 0).map = [start, line]
    state.line = line
    return True


def maths_text(state: "StateInline", silent: bool) -> bool:
    """A formula between `$` in text."""
    run = _DOLLARS.match(state.src, state.pos)
    if run is None:
        return False
    state.pos = end = run.end()
    size = end - run.start()
    for closing in _DOLLARS.finditer(state.src, end, state.posMax):
        if closing.end() - closing.start() == size:
            state.pos = closing.end()
            break
    if not silent:
        state.push("mdx_maths", "", 0)
    return True


def comment_text(state: "StateInline", _silent: bool) -> bool:
    """A comment in text."""
    if not state.src.startswith("<!--", state.pos):
        return False
    chunk = state.env["article"].chunk
    if state.src is chunk.region.text and chunk.region.source.find("-->", state.pos, 1 << 62) < 0:
        return False
    close = comment_end(state.src, state.pos, len(state.src))
    if close < 0:
        return False
    article = state.env["article"]
    if not article.takes_comments and state.src is chunk.region.text:
        article.add(Fault(chunk.span(Span(state.pos, close)), "comment"))
    state.pos = close
    return True


def directive_text(state: "StateInline", silent: bool) -> bool:
    """`:name[label]{attributes}`; the label may hold tags, the braces are no expression."""
    text, start = state.src, state.pos
    if text[start] != ":" or (start and text[start - 1] == ":"):
        return False
    match = _TEXT_DIRECTIVE.match(text, start)
    if match is None:
        return False
    end = match.end()
    if text.startswith("[", end):
        close = state.md.helpers.parseLinkLabel(state, end)
        if close >= 0:
            if not silent:
                _label(state, end + 1, close)
            end = close + 1
    attributes = _ATTRIBUTES.match(text, end)
    state.pos = attributes.end() if attributes else end
    if not silent:
        state.push("mdx_directive", "", 0)
    return True


def _label(state: "StateInline", start: int, end: int) -> None:
    last = state.posMax
    state.pos, state.posMax = start, end
    state.push("label_open", "", 1)
    state.md.inline.tokenize(state)
    state.push("label_close", "", -1)
    state.posMax = last
