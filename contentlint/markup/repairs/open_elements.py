"""The stack of open elements and the list of active formatting elements (13.2.4.2, 13.2.4.3).

In one module, for the lists and the repairs found in them are one state.
"""

from collections.abc import Callable
from typing import Literal

from contentlint.core.patterns import lazy
from contentlint.core.source import Span
from contentlint.core.tuples import NamedTuple
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
    "unclosed",  # an element that is closed by another tag or by the end of the body
    "stray-end",  # an end tag without a matching start tag
    "misnested",  # an end tag that closes an element before its inner elements
    "ignored-start",  # a start tag that is not allowed here and is ignored
    "foster-parented",  # table content that is moved in front of the table
    "self-closing",  # `/>` on an element that is not void
    "nested",  # an element inside one of the same kind, which must not contain it
    "unfinished",  # a tag without a closing `>`, which includes the next tag
    "repeated",  # a second start tag that was meant as the end tag
    "mismatched",  # an element and the end tag with another name that closes it
    "too-deep",  # a start tag nested deeper than browsers support; parsing stops there
]


_ONLY_END_TAGS = lazy(r"(?:\s|</[A-Za-z][^<>]*+>)*+")
# Maximum distance of two swapped end tags, in code points.
_MAX_SWAP_DISTANCE = 400

# Elements that start a section of the list of active formatting elements.
_MARKERS = frozenset({"applet", "caption", "marquee", "object", "td", "template", "th"})

# The "Noah's Ark clause" (13.2.4.3): at most three identical elements are reopened.
_NOAHS_ARK = 3

# The elements for code, a block and an inline one, which are confused.
_CODE = {"code", "pre"}


class Repair(NamedTuple):
    """One place where the parser had to repair the author's tags.

    Args:
        kind: the kind of repair.
        tag: the name of the element or tag that the author must change.
        span: the span of that tag.
        other: the tag that caused it: the one that closed the element, or an open start tag.
        other_tag: the name of that tag.
        foreign: whether it is an element of SVG or MathML.
        opened: for a stray end tag, the start tag that it may belong to; for a nested element, the
            end tag of the outer one; for an unclosed element, its end tag in another block of
            Markdown.
    """

    kind: RepairKind
    tag: str
    span: Span
    other: Span | None = None
    other_tag: str | None = None
    foreign: bool = False
    opened: Span | None = None


class Node:
    """An open element: its name, namespace and start tag."""

    __slots__ = ("name", "namespace", "origin", "span")

    def __init__(
        self,
        name: str,
        namespace: Literal["html", "svg", "math"],
        span: Span,
        origin: "Node | None" = None,
    ) -> None:
        self.name = name
        self.namespace = namespace
        self.span = span
        self.origin = origin

    @property
    def first(self) -> "Node":
        """The author's element, if this is a copy made by the parser; otherwise this element."""
        return self.origin or self


class OpenElements:
    """The open elements at an offset of the body, and the repairs found so far.

    Args:
        html: the body.

    `repaired` holds the offsets of elements that have a repair; `cut_short` maps offsets to
    elements closed by the end tag of another element, with that tag, and `closed_early` holds all
    these tags; `pairs` holds the elements closed by their own end tag; `closed_p` is the last
    paragraph closed by a start tag, with that tag; `strays` holds the stray end tags, with the
    elements open there; `blocked` holds the end tags that cannot close their element because of the
    elements inside it, with these; `misread` is the first element closed by an end tag that,
    because another end tag with the same name follows, was probably meant for that element:
    `<ul>…</ol>` in an `<ol>`.
    """

    def __init__(self, html: str) -> None:
        self.html = html
        self.stack: list[Node] = [Node("body", "html", Span(0, 0))]
        self.formatting: list[Node | None] = []
        self.found: list[Repair] = []
        self.repaired: set[int] = set()
        self.cut_short: dict[int, tuple[Node, Tag]] = {}
        self.closed_p: tuple[Node, Tag] | None = None
        self.strays: list[tuple[Repair, list[Node]]] = []
        self.blocked: list[tuple[Repair, list[Node]]] = []
        self.closed_early: list[Tag] = []
        self.pairs: list[tuple[Node, Tag]] = []
        # Whether the author wrote the text at an offset; None: everything.
        self.is_authored: Callable[[int], bool] | None = None
        self.misread: tuple[Node, Tag] | None = None
        self._cut_short_by_name: dict[str, list[int]] = {}

    @property
    def current(self) -> Node:
        return self.stack[-1]

    # --- repairs

    def add_once(self, kind: RepairKind, node: Node, by: Tag | None) -> None:
        """Add a repair of an open element, once however often the parser copies it."""
        node = node.first
        if node.span.start in self.repaired:
            return
        self.repaired.add(node.span.start)
        if kind == "unclosed" and by is not None and by.is_end:
            self.cut_short[node.span.start] = (node, by)
            self.closed_early.append(by)
            self._cut_short_by_name.setdefault(node.name, []).append(node.span.start)
            return
        self.add(kind, node, by)

    def add(self, kind: RepairKind, node: Node, by: Tag | None) -> None:
        other = None if by is None else Span(by.start, by.end)
        name = None if by is None else by.name
        foreign = node.namespace != "html"
        self.found.append(Repair(kind, node.name, node.span, other, name, foreign))

    def add_tag(self, kind: RepairKind, tag: Tag, node: Node | None = None) -> None:
        other = None if node is None else node.first.span
        name = None if node is None else node.name
        self.found.append(Repair(kind, tag.name, Span(tag.start, tag.end), other, name))

    def add_nested(self, tag: Tag, outer: Node) -> None:
        """Add a repair for an element inside one of its kind, unless that one already has one."""
        outer = outer.first
        if outer.span.start in self.repaired:
            return
        if self.is_written(outer.span.start) and not self.is_written(tag.start):
            self.add_once("unclosed", outer, None)
            return
        self.repaired.add(outer.span.start)
        self.add_tag("nested", tag, outer)

    def add_stray(self, tag: Tag, *, may_be_open: bool = True) -> None:
        """Add a repair for a stray end tag, or for the second end tag of a misnesting.

        If the end tag directly before this one closed its element too early, the two were swapped.
        That is one error, reported at the earlier tag.

        Args:
            tag: the end tag.
            may_be_open: whether an open element with the same name may be its element.
        """
        start = self._last_cut_short(tag.name)
        if start is not None and self._is_next_to(self.cut_short[start][1], tag):
            self.add_swapped(start, tag)
            return
        if self.misread is None:
            self.misread = self._closed_by_first(tag)
        out_of_reach = self.nearest(tag.name)
        stray = Repair("stray-end", tag.name, Span(tag.start, tag.end))
        if tag.name == "p" and self.closed_p is not None:
            node, by = self.closed_p
            stray = stray._replace(
                other=Span(by.start, by.end), other_tag=by.name, opened=node.first.span
            )
        if may_be_open and out_of_reach is not None and out_of_reach is not self.stack[0]:
            stray = stray._replace(other=out_of_reach.first.span, other_tag=tag.name)
            self.blocked.append((stray, self.stack[self.stack.index(out_of_reach) + 1 :]))
        else:
            self.strays.append((stray, self.stack[1:]))
        self.found.append(stray)

    def _closed_by_first(self, tag: Tag) -> tuple[Node, Tag] | None:
        """The last element closed by another end tag of this name, if it is of the same kind."""
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
        """Whether there are only end tags between two end tags."""
        if other.start - one.end > _MAX_SWAP_DISTANCE:
            return False
        return _ONLY_END_TAGS.fullmatch(self.html, one.end, other.start) is not None

    def add_swapped(self, start: int, end: Tag) -> None:
        """Add a misnesting for the element that started at `start` and was closed too early.

        If Markdown closed it, the author can only change the element: it is unclosed in the block.

        Args:
            start: the offset of the element.
            end: its own end tag, which comes later.
        """
        if (cut_short := self.cut_short.pop(start, None)) is not None:
            node, by = cut_short
            span = Span(by.start, by.end)
            if self.is_written(node.span.start) and not self.is_written(by.start):
                opened = Span(end.start, end.end)
                self.found.append(
                    Repair("unclosed", node.name, node.span, span, by.name, opened=opened)
                )
                return
            self.found.append(Repair("misnested", by.name, span, node.span, node.name))

    def add_cut_short(self) -> None:
        """Report elements closed by another end tag, without their own, as unclosed."""
        for node, by in self.cut_short.values():
            self.add("unclosed", node, by)

    def is_written(self, offset: int) -> bool:
        """Whether the text at an offset was written by the author, not by the Markdown parser."""
        return self.is_authored is None or self.is_authored(offset)

    def match_strays(self) -> None:
        """Merge an unclosed element and a stray end tag with another name into one repair.

        Both must be inline, both blocks, or both for code: `<em>low</i>`, `<ol>…</ul>`. For an end
        tag that is not directly in the element, only the possible start tag is recorded.
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
                continue  # generated by Markdown
            inner = [node for node in nodes if node.name not in OPTIONAL_END]
            alike = [
                n
                for n in inner
                if (n.name in SPECIAL) is (stray.tag in SPECIAL)
                or {n.name, stray.tag} == _CODE
                or is_misspelled(stray.tag, n.name)
            ]
            left_open = [node for node in alike if node.first.span in unclosed]
            if not left_open:
                continue
            place = self.found.index(stray)
            node = left_open[-1]
            is_meant = node is inner[-1] and node.origin is None and node.namespace == "html"
            is_known = stray.tag in ELEMENTS or is_misspelled(stray.tag, node.name)
            if not is_meant or node.name not in ELEMENTS or not is_known:
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

    def nearest(self, name: str, holds: Callable[[Node], bool] | None = None) -> Node | None:
        """The innermost open element with a name that satisfies a predicate, if there is one."""
        for node in reversed(self.stack):
            if node.name == name and (holds is None or holds(node)):
                return node
        return None

    def pop_through(self, node: Node, by: Tag) -> None:
        """Pop an unclosed element and the elements above it."""
        while self.stack:
            popped = self.stack.pop()
            if popped in self.formatting:
                self.formatting.remove(popped)
            if popped.name not in OPTIONAL_END:
                self.add_once("unclosed", popped, by)
            if popped is node:
                return

    def close_element(self, start: int, by: Tag) -> None:
        """Pop the element that starts at an offset, which is unclosed before a tag."""
        # The body itself is never closed, though it may start at the same offset.
        elements = reversed(self.stack[1:])
        node = next((n for n in elements if n.first.span.start == start), None)
        if node is None:
            return
        has_marker = any(n.name in _MARKERS for n in self.stack[self.stack.index(node) :])
        self.pop_through(node, by)
        if has_marker:
            self.clear_to_marker()

    def pop_implied(self, but: str | None = None) -> None:
        while self.current.name in IMPLIED_END and self.current.name != but:
            self.stack.pop()

    def pop_until(self, name: str, by: Tag) -> Node:
        """Pop to the element with this name; the elements above it are unclosed."""
        while True:
            node = self.stack.pop()
            if node.name == name and node.namespace == "html":
                if by.is_end:
                    self.pairs.append((node, by))
                return node
            if node.name not in OPTIONAL_END or node.namespace != "html":
                self.add_once("unclosed", node, by)

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
        """Remove the earliest of three entries identical to this tag after the last marker."""
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
        """The adoption agency algorithm (13.2.6.4.7), for an end tag or an `<a>` in an `<a>`."""
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
                self.add_unmatched(tag)
                return
            if not self.in_scope(name):
                self.add_unmatched(tag)
                return
            if tag.is_end:
                self.add_swapped(node.first.span.start, tag)
            if not self.adopt(node, tag):
                return

    def add_unmatched(self, tag: Tag) -> None:
        """Add a repair for a stray end tag; the open `<a>` before an `<a>` already has one."""
        if tag.is_end:
            self.add_stray(tag)

    def adopt(self, node: Node, tag: Tag) -> bool:
        """Run one iteration of the algorithm; whether another may follow."""
        place = self.stack.index(node)
        above = self.stack[place + 1 :]
        furthest = next((n for n in above if n.name in SPECIAL), None)
        if furthest is None:
            for inner in above:
                if inner.name not in OPTIONAL_END:
                    self.add_once("unclosed", inner, tag)
            del self.stack[place:]
            self.formatting.remove(node)
            return False
        self.add_misnested(node, tag, furthest)
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

    def add_misnested(self, node: Node, tag: Tag, inside: Node) -> None:
        if node.first.span.start not in self.repaired:
            self.repaired.add(node.first.span.start)
            self.add_tag("misnested", tag, inside)

    def any_other_end_tag(self, tag: Tag) -> None:
        for node in reversed(self.stack):
            if node.name == tag.name and node.namespace == "html" and node is not self.stack[0]:
                self.pop_implied(tag.name)
                self.pop_until(tag.name, tag)
                return
            if node.name in SPECIAL:
                self.add_stray(tag)
                return


def is_integration_point(node: Node) -> bool:
    names = HTML_INTEGRATION if node.namespace == "svg" else TEXT_INTEGRATION | {"annotation-xml"}
    return node.name in names


def is_misspelled(name: str, meant: str) -> bool:
    """Whether a name unknown to HTML is the name of an element with a typing error."""
    if name in ELEMENTS or "-" in name or abs(len(name) - len(meant)) > 1:
        return False
    if name[:-1] == meant and not name[-1].isalnum():
        return True  # `</b">`
    from difflib import get_close_matches

    return len(meant) > 2 and bool(get_close_matches(name, [meant], cutoff=0.7))
