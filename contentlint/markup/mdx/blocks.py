"""Blocks of MDX, as rules of markdown-it: tags, expressions and modules on lines of their own.

Indentation means nothing in MDX outside lists: indented code does not exist, and a line that is
indented by four spaces or more begins a block like any other.
"""

from typing import TYPE_CHECKING

from contentlint.core.patterns import lazy
from contentlint.core.source import Span
from contentlint.markup.mdx.article import Article, Flow
from contentlint.markup.mdx.expressions import Region, Unclosed, end_of_expression
from contentlint.markup.mdx.fault import Fault
from contentlint.markup.mdx.javascript.modules import Module, NotModule
from contentlint.markup.mdx.javascript.reader import JavaScriptError, TooDeep
from contentlint.markup.mdx.tags import NotATag, Tag, read_tag

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock

_BLANKS = lazy(r"[ \t]*+")
_MODULE = lazy(r"(?:import|export) ")
_UNDERLINE = lazy(r"(?:=+|-+)[ \t]*")
_FOOTNOTE = lazy(r"\[\^[^\]\s\[]+\]:")


def article_of(state: "StateBlock") -> Article:
    """The article that a state belongs to."""
    article: Article = state.env["article"]
    return article


def content_start(state: "StateBlock", line: int) -> int:
    """The offset of the first character of a line that is not a marker or a space."""
    return state.bMarks[line] + state.tShift[line]


def flow(state: "StateBlock", start: int, _end: int, silent: bool) -> bool:
    """Tags and expressions that fill lines."""
    place = content_start(state, start)
    if place >= state.eMarks[start] or state.src[place] not in "<{":
        return False
    article = article_of(state)
    if place in article.texts:
        return False
    key = (place, state.blkIndent, state.lineMax)
    if key in article.flows:
        found = article.flows[key]
    else:
        found = article.flows[key] = _flow(article, state, start, place)
    if found is None or not found.fills_lines:
        return False
    if not silent:
        line = article.line(found.end) + 1
        token = state.push("mdx_flow", "", 0)
        token.map = [start, line]
        token.meta = {"tags": found.tags}
        state.line = line
    return True


def _flow(article: Article, state: "StateBlock", line: int, place: int) -> Flow | None:
    region, limit = article.region(state, line)
    at = place
    found: Flow | None = None
    fault: Fault | None = None
    try:
        found = _sequence(region, place)
    except NotATag as error:
        fault, at = error.fault, error.start
    except Unclosed as error:
        fault, at = error.fault, error.position
    for each in region.faults:
        article.add(each)
    if fault is None:
        return found
    if limit < state.lineMax and fault.kind in ("unfinished-tag", "unclosed-expression"):
        # Lines that lack the marker of the block around may be meant as part of it.
        lazy = content_start(state, limit)
        if article.text[lazy : lazy + 1] not in ("", "\n"):
            other = Span(fault.span.start, fault.span.end)
            fault = Fault(Span(lazy, article.line_end(limit)), "lazy-line", fault.name, other)
    article.add(fault)
    article.texts.add(at)
    return None


def _sequence(region: Region, at: int) -> Flow | None:
    """The tags and expressions up to the end of a line; None: none is there."""
    tags: list[Tag] = []
    is_after_expression = False
    while True:
        symbol = region.text[at : at + 1] if at < region.end else ""
        if symbol == "<":
            tag = read_tag(region, at)
            if tag is None:
                return None
            tag.level = "flow"
            tags.append(tag)
            at = tag.span.end
            is_after_expression = False
        elif symbol == "{" and not is_after_expression:
            at = end_of_expression(region, at)
            is_after_expression = True
        else:
            return Flow(at, tags, fills_lines=symbol in ("", "\n"))
        at = min(_BLANKS.match(region.text, at).end(), region.end)  # type: ignore[union-attr]


def module(state: "StateBlock", start: int, end: int, silent: bool) -> bool:
    """`import` and `export` at the start of a line, up to a blank line."""
    article = article_of(state)
    begin = state.bMarks[start]
    if silent or state.level or state.sCount[start] or begin != article.line_starts[start]:
        return False
    if not _MODULE.match(state.src, begin):
        return False
    line = _end_of_block(state, start, end)
    first = line
    while True:
        reader = Module(article.source, begin, state.eMarks[line - 1], article.imported)
        position = _read_module(article, reader)
        following = line
        while following < end and state.isEmpty(following):
            following += 1
        if position is None or not position.is_end or following >= end:
            break
        article.budget.spend(reader.end - begin)
        line = _end_of_block(state, following, end)
    if position is not None:
        # Only the first block is lost, whatever the compilers would have taken.
        line = first
        place = min(position.position, max(state.eMarks[first - 1] - 1, begin))
        article.add(Fault(Span(place, place + 1), "invalid-module", other=Span(begin, begin + 6)))
    else:
        article.imported |= {name for name, _ in reader.imported}
    state.line = line
    token = state.push("mdx_module", "", 0)
    token.map = [start, line]
    return True


def _end_of_block(state: "StateBlock", line: int, end: int) -> int:
    while line < end and not state.isEmpty(line):
        line += 1
    return line


def _read_module(article: Article, reader: Module) -> JavaScriptError | None:
    try:
        reader.read()
    except JavaScriptError as error:
        return error
    except NotModule as error:
        end = article.line_end(article.line(error.position))
        article.add(Fault(Span(error.position, end), "not-a-module"))
    except (TooDeep, RecursionError):
        pass
    return None


def paragraph(state: "StateBlock", start: int, _end: int, _silent: bool) -> bool:
    """A paragraph, or a heading with an underline.

    Unlike in CommonMark, a line that is indented by four spaces or more may interrupt it.
    """
    rules = state.md.block.ruler.getRules("paragraph")
    end, line, is_heading = state.lineMax, start + 1, False
    parent, state.parentType = state.parentType, "paragraph"
    last = _last_line_of_text(state, start)
    while line < end and not state.isEmpty(line):
        if state.sCount[line] >= state.blkIndent:
            is_heading = (
                _UNDERLINE.fullmatch(state.src, content_start(state, line), state.eMarks[line])
                is not None
            )
        if is_heading:
            break
        if line > last:
            if state.sCount[line] >= 0 and any(rule(state, line, end, True) for rule in rules):
                break
            last = _last_line_of_text(state, line)
        line += 1
    content = state.getLines(start, line, state.blkIndent, False).strip()
    state.line = line + is_heading
    name = "heading" if is_heading else "paragraph"
    token = state.push(f"{name}_open", "p", 1)
    token.map = [start, line]
    token = state.push("inline", "", 0)
    token.content, token.map, token.children = content, [start, line], []
    token.meta = {"is_paragraph": True}
    state.push(f"{name}_close", "p", -1)
    state.parentType = parent
    return True


def _last_line_of_text(state: "StateBlock", line: int) -> int:
    """The last line of an expression or tag that is text, whose lines begin no block; or -1."""
    article = article_of(state)
    key = (content_start(state, line), state.blkIndent, state.lineMax)
    found = article.flows.get(key)
    return -1 if found is None or found.fills_lines else article.line(found.end)


def footnote(state: "StateBlock", start: int, end: int, silent: bool) -> bool:
    """The text of a footnote."""
    match = _FOOTNOTE.match(state.src, content_start(state, start), state.eMarks[start])
    if match is None:
        return False
    if silent:
        return True
    before = state.tShift[start], state.sCount[start], state.blkIndent, state.parentType
    blanks = _BLANKS.match(state.src, match.end(), state.eMarks[start])
    after = blanks.end() if blanks else match.end()
    state.tShift[start] = after - state.bMarks[start]
    state.blkIndent += 4
    state.sCount[start] = state.blkIndent
    state.parentType = "paragraph"
    token = state.push("footnote_open", "", 1)
    token.map = [start, start + 1]
    state.md.block.tokenize(state, start, end)
    state.push("footnote_close", "", -1)
    state.tShift[start], state.sCount[start], state.blkIndent, state.parentType = before
    return True
