"""Open elements, active formatting elements (13.2.4.2, 13.2.4.3), and faults found in them.

In one module, for the lists and what is found wrong in them are one state.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from contentlint.core.source import Span
from contentlint.markup.standard import (
    BUTTON_SCOPE,
    ELEMENTS,
    HTML_INTEGRATION,
    IMPLIED_END,
    OPTIONAL_END,
    SCOPE,
    SPECIAL,
    TABLE_SCOPE,
    TEXT_INTEGRATION,
)
from contentlint.markup.tokens import Tag

RepairKind = Literal[
    "unclosed",  # an element is closed by something that is not its end tag, or by the end
    "stray-end",  # an end tag that closes nothing
    "misnested",  # an end tag that closes an element before what was opened inside it
    "ignored-start",  # a start tag that has no place here and is dropped
    "foster-parented",  # content of a table that is moved in front of it
    "self-closing",  # `/>` on an element that is not void
    "nested",  # an element that starts inside one of its own kind, which cannot hold it
    "unfinished",  # a tag without its `>`, which swallows the tag behind it
    "mismatched",  # an element and an end tag of another name that was meant to close it
    "too-deep",  # a start tag inside more open elements than browsers nest; nothing is read on
]


_ONLY_END_TAGS = re.compile(r"(?:\s|</[A-Za-z][^<>]*+>)*+")
# End tags that have changed places stand next to each other.
_FARTHEST_EXCHANGE = 400

# The standard's "Noah's Ark clause" (13.2.4.3): as many alike are reopened, and no more.
_NOAHS_ARK = 3


class Repair(NamedTuple):
    """One place where the parser had to repair the author's tags.

    Args:
        kind: what it had to do.
        tag: the name of the element or tag that the author must change.
        span: that tag.
        other: the tag that explains it: what closed the element, or what was open.
        other_tag: the name of that tag.
        foreign: whether it is an element of SVG or MathML.
        opened: of an end tag that closes nothing, the start tag that it may belong to.
    """

    kind: RepairKind
    tag: str
    span: Span
    other: Span | None = None
    other_tag: str | None = None
    foreign: bool = False
    opened: Span | None = None


@dataclass(slots=True, eq=False)
class Node:
    """An open element: its name, its namespace and the start tag that made it."""

    name: str
    namespace: Literal["html", "svg", "math"]
    span: Span
    origin: "Node | None" = field(default=None)

    @property
    def first(self) -> "Node":
        """The element that the author wrote, where this is a copy that the parser made."""
        return self.origin or self


class OpenElements:
    """What is open at a place of the body, and what was found wrong up to it.

    Args:
        html: the body.

    `faulted` holds the offsets of elements that have their fault; `cut_short` the elements that
    another element's end tag closed, by offset, with that tag; `closed_p` the paragraph that a
    start tag last closed, with that tag; `strays` the end tags that close nothing, with what was
    open where they stand; `taken_for_another` the first element that an end tag closed which, to
    judge by a second one of its name, was meant for that element: `<ul>…</ol>` in an `<ol>`.
    """

    def __init__(self, html: str) -> None:
        self.html = html
        self.stack: list[Node] = [Node("body", "html", Span(0, 0))]
        self.formatting: list[Node | None] = []
        self.found: list[Repair] = []
        self.faulted: set[int] = set()
        self.cut_short: dict[int, tuple[Node, Tag]] = {}
        self.closed_p: tuple[Node, Tag] | None = None
        self.strays: list[tuple[Repair, list[Node]]] = []
        # Tells of an offset whether the author wrote what stands there; None: all of it.
        self.is_authored: Callable[[int], bool] | None = None
        self.taken_for_another: tuple[Node, Tag] | None = None
        self._cut_short_by_name: dict[str, list[int]] = {}

    @property
    def current(self) -> Node:
        return self.stack[-1]

    # --- what is found

    def fault(self, kind: RepairKind, node: Node, by: Tag | None) -> None:
        """Note a fault of an open element, once however often the parser copies it."""
        node = node.first
        if node.span.start in self.faulted:
            return
        self.faulted.add(node.span.start)
        if kind == "unclosed" and by is not None and by.is_end:
            self.cut_short[node.span.start] = (node, by)
            self._cut_short_by_name.setdefault(node.name, []).append(node.span.start)
            return
        self.add(kind, node, by)

    def add(self, kind: RepairKind, node: Node, by: Tag | None) -> None:
        other = None if by is None else Span(by.start, by.end)
        name = None if by is None else by.name
        foreign = node.namespace != "html"
        self.found.append(Repair(kind, node.name, node.span, other, name, foreign))

    def fault_tag(self, kind: RepairKind, tag: Tag, node: Node | None = None) -> None:
        other = None if node is None else node.first.span
        name = None if node is None else node.name
        self.found.append(Repair(kind, tag.name, Span(tag.start, tag.end), other, name))

    def nested(self, tag: Tag, outer: Node) -> None:
        """Note an element inside one of its own kind, unless that one already has its fault."""
        outer = outer.first
        if outer.span.start not in self.faulted:
            self.faulted.add(outer.span.start)
            self.fault_tag("nested", tag, outer)

    def stray(self, tag: Tag, *, may_be_open: bool = True) -> None:
        """Note an end tag that closes nothing, or the second half of a misnesting.

        Where its element was closed too early by the end tag right before this one, the two have
        changed places: that is one mistake, and the earlier tag is where it shows.

        Args:
            tag: the end tag.
            may_be_open: whether an element of its name that is open is the one that was meant.
        """
        start = self._last_cut_short(tag.name)
        if start is not None and self._is_next_to(self.cut_short[start][1], tag):
            self.exchanged(start)
            return
        if self.taken_for_another is None:
            self.taken_for_another = self._closed_by_first(tag)
        out_of_reach = self.nearest(tag.name)
        stray = Repair("stray-end", tag.name, Span(tag.start, tag.end))
        if tag.name == "p" and self.closed_p is not None:
            node, by = self.closed_p
            stray = stray._replace(
                other=Span(by.start, by.end), other_tag=by.name, opened=node.first.span
            )
        if may_be_open and out_of_reach is not None and out_of_reach is not self.stack[0]:
            stray = stray._replace(other=out_of_reach.first.span, other_tag=tag.name)
        else:
            self.strays.append((stray, self.stack[1:]))
        self.found.append(stray)

    def _closed_by_first(self, tag: Tag) -> tuple[Node, Tag] | None:
        """The last element that another end tag of this name closed, if it is of the same kind."""
        for node, by in reversed(self.cut_short.values()):
            if by.name == tag.name and node.name != tag.name:
                is_alike = (node.name in SPECIAL) is (tag.name in SPECIAL)
                return (node, by) if is_alike and node.name in ELEMENTS else None
        return None

    def _last_cut_short(self, name: str) -> int | None:
        starts = self._cut_short_by_name.get(name, [])
        while starts and starts[-1] not in self.cut_short:
            starts.pop()
        return starts[-1] if starts else None

    def _is_next_to(self, one: Tag, other: Tag) -> bool:
        """Whether nothing but end tags stands between two of them."""
        if other.start - one.end > _FARTHEST_EXCHANGE:
            return False
        return _ONLY_END_TAGS.fullmatch(self.html, one.end, other.start) is not None

    def exchanged(self, start: int) -> None:
        """Note a misnesting where the element that began here was closed too early."""
        if (cut_short := self.cut_short.pop(start, None)) is not None:
            node, by = cut_short
            span = Span(by.start, by.end)
            self.found.append(Repair("misnested", by.name, span, node.span, node.name))

    def settle(self) -> None:
        """Elements that were closed by another end tag and whose own never came are unclosed."""
        for node, by in self.cut_short.values():
            self.add("unclosed", node, by)

    def is_written(self, offset: int) -> bool:
        """Whether the author wrote what stands at an offset, and not the Markdown parser."""
        return self.is_authored is None or self.is_authored(offset)

    def match_strays(self) -> None:
        """Make one fault of an element that was left open and an end tag of another name in it.

        Both are text or both are blocks: `<em>low</i>`, `<ol>…</ul>`. Of an end tag that is not
        right in the element, only what may explain it is noted.
        """
        unclosed = {
            repair.other if repair.kind == "nested" else repair.span: repair
            for repair in self.found
            if repair.kind in ("unclosed", "nested")
        }
        if not unclosed:
            return
        for stray, nodes in self.strays:
            if not self.is_written(stray.span.start):
                continue  # Markdown has made it
            inner = [node for node in nodes if node.name not in OPTIONAL_END]
            alike = [n for n in inner if (n.name in SPECIAL) is (stray.tag in SPECIAL)]
            left_open = [node for node in alike if node.first.span in unclosed]
            if not left_open:
                continue
            place = self.found.index(stray)
            node = left_open[-1]
            is_meant = node is inner[-1] and node.origin is None and node.namespace == "html"
            if not is_meant or node.name not in ELEMENTS or stray.tag not in ELEMENTS:
                self.found[place] = stray._replace(opened=node.first.span)
                continue
            del self.found[place]
            repair = unclosed.pop(node.span)
            self.found[self.found.index(repair)] = Repair(
                "mismatched", node.name, node.span, stray.span, stray.tag
            )

    # --- the stack

    def push(self, tag: Tag, namespace: Literal["html", "svg", "math"] = "html") -> Node:
        node = Node(tag.name, namespace, Span(tag.start, tag.end))
        self.stack.append(node)
        return node

    def in_scope(self, name: str, bounds: frozenset[str] = SCOPE) -> bool:
        for node in reversed(self.stack):
            if node.namespace == "html":
                if node.name == name:
                    return True
                if node.name in bounds:
                    return False
            elif bounds is not TABLE_SCOPE and is_integration_point(node):
                return False
        return False

    def open(self, name: str) -> bool:
        return any(node.name == name and node.namespace == "html" for node in self.stack)

    def nearest(self, name: str, holds: Callable[[Node], bool] = lambda _: True) -> Node | None:
        """The innermost open element of a name of which something holds."""
        return next((n for n in reversed(self.stack) if n.name == name and holds(n)), None)

    def pop_through(self, node: Node, by: Tag) -> None:
        """Pop an element that was left open, and what stands above it."""
        while self.stack:
            popped = self.stack.pop()
            if popped in self.formatting:
                self.formatting.remove(popped)
            if popped.name not in OPTIONAL_END:
                self.fault("unclosed", popped, by)
            if popped is node:
                return

    def pop_implied(self, but: str | None = None) -> None:
        while self.current.name in IMPLIED_END and self.current.name != but:
            self.stack.pop()

    def pop_until(self, name: str, by: Tag) -> Node:
        """Pop to the element of this name; what stands above it was left open."""
        while True:
            node = self.stack.pop()
            if node.name == name and node.namespace == "html":
                return node
            if node.name not in OPTIONAL_END or node.namespace != "html":
                self.fault("unclosed", node, by)

    def close_p(self, by: Tag) -> None:
        if self.in_scope("p", BUTTON_SCOPE):
            self.pop_implied("p")
            self.closed_p = (self.pop_until("p", by), by)

    # --- formatting elements

    def reconstruct(self) -> None:
        """Reopen the formatting elements that a block's end closed (13.2.4.3)."""
        entries = self.formatting
        first = len(entries)
        while first and (node := entries[first - 1]) is not None and node not in self.stack:
            first -= 1
        for index in range(first, len(entries)):
            node = entries[index]
            if node is not None:
                copy = Node(node.name, "html", node.span, node.first)
                entries[index] = copy
                self.stack.append(copy)

    def push_formatting(self, tag: Tag) -> None:
        self.reconstruct()
        self._keep_three_alike(tag)
        self.formatting.append(self.push(tag))

    def _keep_three_alike(self, tag: Tag) -> None:
        """Drop the earliest of three entries like this tag, the last marker being the border."""
        alike = []
        text = self.html[tag.start : tag.end].lower()
        for index in range(len(self.formatting) - 1, -1, -1):
            node = self.formatting[index]
            if node is None:
                break
            if node.name == tag.name and self.html[node.span.start : node.span.end].lower() == text:
                alike.append(index)
        if len(alike) >= _NOAHS_ARK:
            del self.formatting[alike[-1]]

    def clear_to_marker(self) -> None:
        while self.formatting and self.formatting.pop() is not None:
            pass

    def formatting_entry(self, name: str) -> Node | None:
        for node in reversed(self.formatting):
            if node is None or node.name == name:
                return node
        return None

    def adoption_agency(self, tag: Tag) -> None:
        """The adoption agency of 13.2.6.4.7, for an end tag or for an `<a>` in an `<a>`."""
        name = tag.name
        if self.current.name == name and self.current not in self.formatting:
            self.stack.pop()
            return
        for _ in range(8):
            node = self.formatting_entry(name)
            if node is None:
                self.any_other_end_tag(tag)
                return
            if node not in self.stack:
                self.formatting.remove(node)
                self.stray(tag)
                return
            if not self.in_scope(name):
                self.stray(tag)
                return
            if tag.is_end:
                self.exchanged(node.first.span.start)
            if not self.adopt(node, tag):
                return

    def adopt(self, node: Node, tag: Tag) -> bool:
        """One round of the algorithm; whether another may follow."""
        place = self.stack.index(node)
        above = self.stack[place + 1 :]
        furthest = next((n for n in above if n.name in SPECIAL), None)
        if furthest is None:
            for inner in above:
                if inner.name not in OPTIONAL_END:
                    self.fault("unclosed", inner, tag)
            del self.stack[place:]
            self.formatting.remove(node)
            return False
        self.fault_misnested(node, tag, furthest)
        bookmark = self.formatting.index(node)
        for inner in above[: above.index(furthest)]:
            if inner in self.formatting:
                copy = Node(inner.name, "html", inner.span, inner.first)
                self.formatting[self.formatting.index(inner)] = copy
                self.stack[self.stack.index(inner)] = copy
            else:
                self.stack.remove(inner)
        copy = Node(node.name, "html", node.span, node.first)
        self.stack.remove(node)
        self.stack.insert(self.stack.index(furthest) + 1, copy)
        self.formatting[bookmark] = copy
        return True

    def fault_misnested(self, node: Node, tag: Tag, inside: Node) -> None:
        if node.first.span.start not in self.faulted:
            self.faulted.add(node.first.span.start)
            self.fault_tag("misnested", tag, inside)

    def any_other_end_tag(self, tag: Tag) -> None:
        for node in reversed(self.stack):
            if node.name == tag.name and node.namespace == "html" and node is not self.stack[0]:
                self.pop_implied(tag.name)
                self.pop_until(tag.name, tag)
                return
            if node.name in SPECIAL:
                self.stray(tag)
                return


def is_integration_point(node: Node) -> bool:
    names = HTML_INTEGRATION if node.namespace == "svg" else TEXT_INTEGRATION | {"annotation-xml"}
    return node.name in names
