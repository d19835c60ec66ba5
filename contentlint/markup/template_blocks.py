"""Conditions of template languages and their effect on the tags around them.

The branches of a condition are alternatives. Their markup is processed like other markup if it is
balanced by itself or by another condition; a tag for which this is uncertain counts neither as open
nor as closed.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from contentlint.core.patterns import lazy
from contentlint.core.source import Span
from contentlint.core.tuples import NamedTuple
from contentlint.markup.standard import RAW_TEXT, VOID
from contentlint.markup.tokens import raw_text_end

_STATEMENT = lazy(r"\{%[-~+]?\s*+(?P<end>end(?=[a-z_]))?(?P<name>[A-Za-z_#]*+)")
_ALTERNATIVES = frozenset({"else", "elsif", "elif", "elseif", "when", "default"})
_CHOICES = frozenset({"if", "unless", "case", "switch", "ifchanged", "ifAsync"})
_LOOPS = frozenset({"for", "asyncEach", "asyncAll", "tablerow"})
# The content of these is stored and output elsewhere.
CAPTURING = frozenset({"capture", "set", "macro"})
# Statements without output of their own, besides the tags of blocks.
SILENT = (
    _ALTERNATIVES
    | _CHOICES
    | _LOOPS
    | CAPTURING
    | frozenset(
        "# assign break continue liquid raw verbatim block import from extends do layout with "
        "autoescape filter call comment".split()
    )
)
# Filters that output a value as text.
_TEXT_FILTERS = (
    r"highlight|escape|escape_once|xml_escape|forceescape|e|jsonify|json|dump|tojson|size|length|"
    r"strip_html|striptags|url_encode|urlencode|cgi_escape|uri_escape"
)
_ATTRIBUTE = r"[^\s<>/=][^\s<>/=]*+(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s\"'<>][^\s<>]*+))?+"
# A tag, or text without tags: a comment or Markdown code.
_TAG_OR_CODE = lazy(
    r"<!--(?:(?!-->).)*+(?:-->)?"
    r"|(?m:^ {0,3}(?P<fence>`{3,}|~{3,}))[^\n]*+(?:(?!\n {0,3}(?P=fence)).)*+\n?+[^\n]*+"
    r"|(?<!`)(?P<ticks>`++)[^`\n]++(?P=ticks)(?!`)"
    r"|<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9-]*+)"
    rf"(?P<rest>(?:\s++|/|{_ATTRIBUTE})*+)(?P<close>>?)",
    re.DOTALL,
)


class Statement(NamedTuple):
    """A `{% … %}` statement.

    Args:
        span: its span.
        name: its first word, without `end`.
        is_end: whether it ends the block with that name.
        may_begin_a_block: False if it assigns a value.
    """

    span: Span
    name: str
    is_end: bool
    may_begin_a_block: bool = True


def statements(text: str, masks: Iterable[Span]) -> list[Statement]:
    """The statements among sorted masks."""
    found = []
    for mask in masks:
        if match := _STATEMENT.match(text, *mask):
            name = match["name"]
            is_block = name != "set" or "=" not in text[mask.start : mask.end]
            found.append(Statement(mask, name, match["end"] is not None, is_block))
    return found


class Block:
    """A block of statements: a condition, a loop, or another.

    Args:
        name: its first word.
        start: the statement that starts it.
        end: the statement that ends it, once known.
        branches: the spans of its alternatives.
        has_default: whether it has a default branch.
    """

    __slots__ = ("branch_start", "branches", "end", "has_default", "name", "start")

    def __init__(self, name: str, start: Span, end: Span, *, branch_start: int = 0) -> None:
        self.name = name
        self.start = start
        self.end = end
        self.branches: list[Span] = []
        self.has_default = False
        self.branch_start = branch_start

    @property
    def is_condition(self) -> bool:
        return self.name in _CHOICES or self.name in _LOOPS

    def next_branch(self, statement: Statement) -> None:
        is_before_the_first = self.name in ("case", "switch") and self.branch_start < 0
        if not is_before_the_first:
            self.branches.append(Span(self.branch_start, statement.span.start))
        self.branch_start = statement.span.end
        self.has_default = self.has_default or statement.name in ("else", "default")

    def close(self, span: Span) -> None:
        self.end = span
        self.branches.append(Span(max(self.branch_start, self.start.end), span.start))


# Maximum nesting depth of blocks.
_MAX_DEPTH = 100


def blocks(found: Sequence[Statement]) -> list[Block]:
    """The blocks of statements, outer before inner."""
    ended = {statement.name for statement in found if statement.is_end}
    opened: list[Block] = []
    names = Counter[str]()
    closed: list[Block] = []
    for statement in found:
        name, span = statement.name, statement.span
        if statement.is_end:
            while names[name]:
                block = opened.pop()
                names[block.name] -= 1
                if block.name == name:
                    block.close(span)
                    closed.append(block)
                    break
        elif name in _ALTERNATIVES:
            if opened and opened[-1].is_condition:
                opened[-1].next_branch(statement)
        elif name in ended and statement.may_begin_a_block and len(opened) < _MAX_DEPTH:
            start = -1 if name in ("case", "switch") else span.end
            opened.append(Block(name, span, span, branch_start=start))
            names[name] += 1
    return sorted(closed, key=lambda block: block.start)


class _Tag(NamedTuple):
    name: str
    is_end: bool
    span: Span


class _Unpaired:
    """A tag without its counterpart in the same branch."""

    __slots__ = ("is_certain", "is_conditional", "other", "tag")

    def __init__(self, tag: _Tag, *, is_certain: bool = True, is_conditional: bool = False) -> None:
        self.tag = tag
        self.is_certain = is_certain
        self.is_conditional = is_conditional
        self.other: _Unpaired | None = None


_Item = TypeVar("_Item")


class _Cursor(Generic[_Item]):
    """A list with a current position."""

    def __init__(self, items: Sequence[_Item]) -> None:
        self._items = items
        self._place = 0

    def peek(self) -> _Item | None:
        return self._items[self._place] if self._place < len(self._items) else None

    def next(self) -> None:
        self._place += 1


class Uncertain:
    """The tags of a text that count neither as open nor as closed, in `spans`, in order.

    `agreeing` contains the offsets of tags that are paired if their conditions have the same
    result.

    Args:
        masked: the text with masked template syntax.
        body: the range to process.
        found: its blocks, in order.
    """

    def __init__(self, masked: str, body: Span, found: Sequence[Block]) -> None:
        self.body = body
        self.agreeing: frozenset[int] = frozenset()
        self.every: list[_Unpaired] = []
        self.dropped: list[_Unpaired] = []
        self.alternatives: list[_Unpaired] = []
        self.tags = list(_tags(masked, body))
        self.blocks = list(found)
        self.spans = self._decide()

    def _decide(self) -> list[Span]:
        if not self.tags:
            return []
        top, residue = self._read(self.body.end, _Cursor(self.tags), _Cursor(self.blocks))
        opens, ends, balance = Counter[str](), Counter[str](), Counter[str]()
        for item in (*top, *self.alternatives):
            name = item.tag.name
            if item.is_certain:
                balance[name] += -1 if item.tag.is_end else 1
            elif item.tag.is_end:
                ends[name] += 1
            else:
                opens[name] += 1

        def may_balance(name: str) -> bool:
            if opens[name] and ends[name]:
                return True
            return (ends[name] > 0 and balance[name] > 0) or (opens[name] > 0 > balance[name])

        # Tags that are paired only if two conditions agree may be unpaired in Markdown.
        self.agreeing = frozenset(
            item.tag.span.start
            for item in self.every
            if item.other is not None and (item.is_conditional or item.other.is_conditional)
        )
        uncertain = [item for item in (*residue, *self.alternatives) if may_balance(item.tag.name)]
        return sorted(item.tag.span for item in (*uncertain, *self.dropped))

    def _read(
        self, end: int, tags: "_Cursor[_Tag]", inner: "_Cursor[Block]"
    ) -> tuple[list[_Unpaired], list[_Unpaired]]:
        """The tags up to an offset: all tags, and those without a counterpart."""
        sequence: list[_Unpaired] = []
        opened: dict[str, list[_Unpaired]] = {}
        while True:
            tag, block = tags.peek(), inner.peek()
            if (
                block is not None
                and block.start.start < end
                and (tag is None or block.start.start < tag.span.start)
            ):
                inner.next()
                found = self._block(block, tags, inner)
            elif tag is not None and tag.span.start < end:
                tags.next()
                found = [_Unpaired(tag)]
                self.every += found
            else:
                break
            for item in found:
                sequence.append(item)
                starts = opened.setdefault(item.tag.name, [])
                if not item.tag.is_end:
                    starts.append(item)
                elif starts:
                    item.other = starts.pop()
                    item.other.other = item
        return sequence, [item for item in sequence if item.other is None]

    def _block(
        self, block: Block, tags: "_Cursor[_Tag]", inner: "_Cursor[Block]"
    ) -> list[_Unpaired]:
        """The unpaired tags of a block that affect the markup around it."""
        read = [self._read(branch.end, tags, inner) for branch in block.branches]
        branches = [residue for _, residue in read]
        if block.name in CAPTURING:
            self.dropped += [item for whole, _ in read for item in _not_enclosed(whole)]
            return []
        if not block.is_condition:
            return [item for branch in branches for item in branch]
        for item in (item for branch in branches for item in branch):
            item.is_conditional = True
        shapes = {tuple((x.tag.name, x.tag.is_end, x.is_certain) for x in b) for b in branches}
        if len(shapes) == 1 and block.has_default and block.name in _CHOICES:
            self.dropped += [item for branch in branches[1:] for item in branch]
            return branches[0]
        return self._alternatives(branches)

    def _alternatives(self, branches: Sequence[list[_Unpaired]]) -> list[_Unpaired]:
        """The first branch that contains a tag; which branch applies is unknown."""
        first: list[_Unpaired] = []
        for branch in branches:
            for item in branch:
                item.is_certain = False
            if first:
                self.alternatives += branch
            else:
                first = branch
        return first


def _not_enclosed(sequence: Sequence[_Unpaired]) -> Iterator[_Unpaired]:
    """The unpaired tags that are not between paired ones."""
    end = -1
    for item in sequence:
        if item.other is not None:
            end = max(end, item.other.tag.span.start)
        elif item.tag.span.start > end:
            yield item


def _tags(masked: str, body: Span) -> Iterator[_Tag]:
    """The start and end tags of non-void elements, outside code and comments."""
    position = body.start
    while match := _TAG_OR_CODE.search(masked, position, body.end):
        position = match.end()
        if match["name"] is None or not match["close"]:
            continue
        name = match["name"].lower()
        if name in RAW_TEXT and not match["end"]:
            closing = raw_text_end(masked, position, name)
            position = body.end if closing is None else closing.end
            continue
        if name not in VOID and not match["rest"].endswith("/"):
            yield _Tag(name, match["end"] == "/", Span(*match.span()))


_CAPTURE_NAME = lazy(r"\{%[-~+]?\s*+\w++\s++['\"]?(\w++)")
_PAGE = lazy(r"<!doctype|<html|<body|<head\b", re.IGNORECASE)
_TEXT_OUTPUT = lazy(rf"\{{\{{[-~+]?\s*+(\w++)\s*+\|\s*+(?:{_TEXT_FILTERS})\b")


def text_captures(text: str, found: Iterable[Block]) -> Iterator[Block]:
    """The capturing blocks whose content is output as text, or is a complete page."""
    names: set[str] | None = None
    for block in found:
        if block.name not in CAPTURING:
            continue
        if names is None:
            names = {match[1] for match in _TEXT_OUTPUT.finditer(text)}
        name = _CAPTURE_NAME.match(text, *block.start)
        is_text = name is not None and block.name != "macro" and name[1] in names
        if is_text or _PAGE.search(text, block.start.end, block.end.start):
            yield block
