"""Conditions of template languages, and what they do to the tags around them.

The branches of a condition are alternatives. What stands in them is markup like any other as long
as it is balanced by itself or by what stands in another condition; a tag of which that cannot be
told with certainty counts neither as open nor as closed.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

from contentlint.core.source import Span
from contentlint.markup.standard import RAW_TEXT, VOID
from contentlint.markup.tokens import raw_text_end

_STATEMENT = re.compile(r"\{%[-~+]?\s*+(?P<end>end(?=[a-z_]))?(?P<name>[A-Za-z_#]*+)")
_ALTERNATIVES = frozenset({"else", "elsif", "elif", "elseif", "when", "default"})
_CHOICES = frozenset({"if", "unless", "case", "switch", "ifchanged", "ifAsync"})
_LOOPS = frozenset({"for", "asyncEach", "asyncAll", "tablerow"})
# What stands in these is kept, and shown somewhere else.
KEPT = frozenset({"capture", "set", "macro"})
# Statements that show nothing where they stand, beside the tags of blocks.
SILENT = (
    _ALTERNATIVES
    | _CHOICES
    | _LOOPS
    | KEPT
    | frozenset(
        "# assign break continue liquid raw verbatim block import from extends do layout with "
        "autoescape filter call comment".split()
    )
)
# Ways to show a value as text.
_AS_TEXT = (
    r"highlight|escape|escape_once|xml_escape|forceescape|e|jsonify|json|dump|tojson|size|length|"
    r"strip_html|striptags|url_encode|urlencode|cgi_escape|uri_escape"
)
_ATTRIBUTE = r"[^\s<>/=][^\s<>/=]*+(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s\"'<>][^\s<>]*+))?+"
# A tag, or what holds no tags: a comment, code of Markdown.
_TAG_OR_CODE = re.compile(
    r"<!--(?:(?!-->).)*+(?:-->)?"
    r"|(?m:^ {0,3}(?P<fence>`{3,}|~{3,}))[^\n]*+(?:(?!\n {0,3}(?P=fence)).)*+\n?+[^\n]*+"
    r"|(?<!`)(?P<ticks>`++)[^`\n]++(?P=ticks)(?!`)"
    r"|<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9-]*+)"
    rf"(?P<rest>(?:\s++|/|{_ATTRIBUTE})*+)(?P<close>>?)",
    re.DOTALL,
)


class Statement(NamedTuple):
    """A `{% … %}`.

    Args:
        span: its place.
        name: its first word, without `end`.
        is_end: whether it ends the block of that name.
        may_begin_a_block: whether it is none that assigns a value.
    """

    span: Span
    name: str
    is_end: bool
    may_begin_a_block: bool = True


def statements(text: str, masks: Iterable[Span]) -> list[Statement]:
    """The statements among masks that are in order."""
    found = []
    for mask in masks:
        if match := _STATEMENT.match(text, *mask):
            name = match["name"]
            is_block = name != "set" or "=" not in text[mask.start : mask.end]
            found.append(Statement(mask, name, match["end"] is not None, is_block))
    return found


@dataclass(slots=True, eq=False)
class Block:
    """A block of statements: a condition, a loop, or another.

    Args:
        name: its first word.
        start: the statement that begins it.
        end: the one that ends it, once that is known.
        branches: where its alternatives stand.
        has_rest: whether one of them is taken where none of the others is.
    """

    name: str
    start: Span
    end: Span
    branches: list[Span] = field(default_factory=list)
    has_rest: bool = False
    branch_start: int = 0

    @property
    def is_condition(self) -> bool:
        return self.name in _CHOICES or self.name in _LOOPS

    def next_branch(self, statement: Statement) -> None:
        is_before_the_first = self.name in ("case", "switch") and self.branch_start < 0
        if not is_before_the_first:
            self.branches.append(Span(self.branch_start, statement.span.start))
        self.branch_start = statement.span.end
        self.has_rest = self.has_rest or statement.name in ("else", "default")

    def close(self, span: Span) -> None:
        self.end = span
        self.branches.append(Span(max(self.branch_start, self.start.end), span.start))


# How deep blocks are followed into each other.
_DEEPEST = 100


def blocks(found: Sequence[Statement]) -> list[Block]:
    """The blocks of statements, an outer one before those in it."""
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
        elif name in ended and statement.may_begin_a_block and len(opened) < _DEEPEST:
            start = -1 if name in ("case", "switch") else span.end
            opened.append(Block(name, span, span, branch_start=start))
            names[name] += 1
    return sorted(closed, key=lambda block: block.start)


class _Tag(NamedTuple):
    name: str
    is_end: bool
    span: Span


@dataclass(slots=True, eq=False)
class _Loose:
    """A tag whose other half does not stand in the same branch."""

    tag: _Tag
    is_certain: bool = True
    is_conditional: bool = False
    other: "_Loose | None" = None


_Item = TypeVar("_Item")


class _Cursor(Generic[_Item]):
    """A list and a place in it."""

    def __init__(self, items: Sequence[_Item]) -> None:
        self._items = items
        self._place = 0

    def peek(self) -> _Item | None:
        return self._items[self._place] if self._place < len(self._items) else None

    def next(self) -> None:
        self._place += 1


class Uncertain:
    """The tags of a text that count neither as open nor as closed, `spans`, in order.

    `agreeing` holds the offsets of those that are whole if what stands in conditions goes together.

    Args:
        masked: the text, template syntax masked.
        body: where to look.
        found: its blocks, in order.
    """

    def __init__(self, masked: str, body: Span, found: Sequence[Block]) -> None:
        self.body = body
        self.agreeing: frozenset[int] = frozenset()
        self.every: list[_Loose] = []
        self.dropped: list[_Loose] = []
        self.dead: list[_Loose] = []
        self.tags = list(_tags(masked, body))
        self.blocks = list(found)
        self.spans = self._decide()

    def _decide(self) -> list[Span]:
        if not self.tags:
            return []
        top, residue = self._read(self.body.end, _Cursor(self.tags), _Cursor(self.blocks))
        opens, ends, balance = Counter[str](), Counter[str](), Counter[str]()
        for loose in (*top, *self.dead):
            name = loose.tag.name
            if loose.is_certain:
                balance[name] += -1 if loose.tag.is_end else 1
            elif loose.tag.is_end:
                ends[name] += 1
            else:
                opens[name] += 1

        def may_balance(name: str) -> bool:
            if opens[name] and ends[name]:
                return True
            return (ends[name] > 0 and balance[name] > 0) or (opens[name] > 0 > balance[name])

        # What is whole only if two conditions agree may not be so in Markdown.
        self.agreeing = frozenset(
            loose.tag.span.start
            for loose in self.every
            if loose.other is not None and (loose.is_conditional or loose.other.is_conditional)
        )
        unsure = [loose for loose in (*residue, *self.dead) if may_balance(loose.tag.name)]
        return sorted(loose.tag.span for loose in (*unsure, *self.dropped))

    def _read(
        self, end: int, tags: "_Cursor[_Tag]", inner: "_Cursor[Block]"
    ) -> tuple[list[_Loose], list[_Loose]]:
        """What stands up to a place: every loose tag, and those without their other half."""
        sequence: list[_Loose] = []
        opened: dict[str, list[_Loose]] = {}
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
                found = [_Loose(tag)]
                self.every += found
            else:
                break
            for loose in found:
                sequence.append(loose)
                starts = opened.setdefault(loose.tag.name, [])
                if not loose.tag.is_end:
                    starts.append(loose)
                elif starts:
                    loose.other = starts.pop()
                    loose.other.other = loose
        return sequence, [loose for loose in sequence if loose.other is None]

    def _block(self, block: Block, tags: "_Cursor[_Tag]", inner: "_Cursor[Block]") -> list[_Loose]:
        """The loose tags of a block that counts for what is around it."""
        read = [self._read(branch.end, tags, inner) for branch in block.branches]
        branches = [residue for _, residue in read]
        if block.name in KEPT:
            self.dropped += [loose for whole, _ in read for loose in _not_enclosed(whole)]
            return []
        if not block.is_condition:
            return [loose for branch in branches for loose in branch]
        for loose in (loose for branch in branches for loose in branch):
            loose.is_conditional = True
        shapes = {tuple((x.tag.name, x.tag.is_end, x.is_certain) for x in b) for b in branches}
        if len(shapes) == 1 and block.has_rest and block.name in _CHOICES:
            self.dropped += [loose for branch in branches[1:] for loose in branch]
            return branches[0]
        return self._alternatives(branches)

    def _alternatives(self, branches: Sequence[list[_Loose]]) -> list[_Loose]:
        """The first of some branches that holds any tag; which one is taken is not known."""
        live: list[_Loose] = []
        for branch in branches:
            for loose in branch:
                loose.is_certain = False
            if live:
                self.dead += branch
            else:
                live = branch
        return live


def _not_enclosed(sequence: Sequence[_Loose]) -> Iterator[_Loose]:
    """The tags without their other half that do not stand between two that have theirs."""
    end = -1
    for loose in sequence:
        if loose.other is not None:
            end = max(end, loose.other.tag.span.start)
        elif loose.tag.span.start > end:
            yield loose


def _tags(masked: str, body: Span) -> Iterator[_Tag]:
    """The tags that open or close something, outside of code and comments."""
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


_KEPT_NAME = re.compile(r"\{%[-~+]?\s*+\w++\s++['\"]?(\w++)")
_PAGE = re.compile(r"<!doctype|<html|<body|<head\b", re.IGNORECASE)
_SHOWN_AS_TEXT = re.compile(rf"\{{\{{[-~+]?\s*+(\w++)\s*+\|\s*+(?:{_AS_TEXT})\b")


def kept_as_text(text: str, found: Iterable[Block]) -> Iterator[Block]:
    """The blocks that keep what is shown as text, or as code, or is a whole page."""
    names: set[str] | None = None
    for block in found:
        if block.name not in KEPT:
            continue
        if names is None:
            names = {match[1] for match in _SHOWN_AS_TEXT.finditer(text)}
        name = _KEPT_NAME.match(text, *block.start)
        is_text = name is not None and block.name != "macro" and name[1] in names
        if is_text or _PAGE.search(text, block.start.end, block.end.start):
            yield block
