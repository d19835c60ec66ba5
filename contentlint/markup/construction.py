"""Where the standard's tree construction has to repair an author's tags (13.2.6).

The algorithm is followed over the tags alone: the stack of open elements, the list of active
formatting elements, scopes, the adoption agency, tables and foster parenting, foreign content.
No tree is built; what is kept is each place where the standard says "parse error".
"""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from contentlint.markup.scanner import Tag, character_spans, next_tag, raw_text_end
from contentlint.markup.standard import (
    BLOCKS,
    BUTTON_SCOPE,
    DOCUMENT,
    FOREIGN_BREAKOUT,
    FORMATTING,
    HEADINGS,
    HTML_INTEGRATION,
    HTML_SPACE,
    IMPLIED_END,
    LIST_SCOPE,
    OPTIONAL_END,
    RAW_TEXT,
    SCOPE,
    SPECIAL,
    TABLE_PARTS,
    TABLE_SCOPE,
    TEXT_INTEGRATION,
    VOID,
)
from contentlint.source import Span

RepairKind = Literal[
    "unclosed",  # an element is closed by something that is not its end tag, or by the end
    "stray-end",  # an end tag that closes nothing
    "misnested",  # an end tag that closes an element before what was opened inside it
    "ignored-start",  # a start tag that has no place here and is dropped
    "foster-parented",  # content of a table that is moved in front of it
    "self-closing",  # `/>` on an element that is not void
    "nested",  # an element that cannot stand inside one of its own kind
]


class Repair(NamedTuple):
    """One place where the parser had to repair the author's tags.

    Args:
        kind: what it had to do.
        tag: the name of the element or tag that the author must change.
        span: that tag.
        other: the tag that explains it: what closed the element, or what was open.
        other_tag: the name of that tag.
    """

    kind: RepairKind
    tag: str
    span: Span
    other: Span | None = None
    other_tag: str | None = None


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


def repairs(html: str) -> list[Repair]:
    """Follow tree construction over an article's body and list the repairs, by place.

    Args:
        html: the body; offsets in the answer are code points in it.
    """
    construction = _Construction(html)
    construction.run()
    return sorted(construction.found, key=lambda repair: (repair.span, repair.kind))


class _Construction:
    """The state of the algorithm: one insertion mode machine over tags."""

    def __init__(self, html: str) -> None:
        self.html = html
        self.stack: list[Node] = [Node("body", "html", Span(0, 0))]
        self.formatting: list[Node | None] = []
        self.form: Node | None = None
        self.found: list[Repair] = []
        self.faulted: set[int] = set()
        self.cut_short: dict[int, tuple[Node, Tag]] = {}
        self.document = is_page(html)

    # --- the loop

    def run(self) -> None:
        position = 0
        while tag := next_tag(self.html, position, foreign=self.current.namespace != "html"):
            self.text(position, tag.start)
            position = tag.end
            if tag.is_end:
                self.end_tag(tag)
            else:
                self.start_tag(tag)
                if self.is_raw_text(tag):
                    position = self.skip_raw_text(tag)
        self.text(position, len(self.html))
        self.end_of_file()

    @property
    def current(self) -> Node:
        return self.stack[-1]

    def is_raw_text(self, tag: Tag) -> bool:
        node = self.current
        return tag.name in RAW_TEXT and node.span.start == tag.start and node.namespace == "html"

    def skip_raw_text(self, tag: Tag) -> int:
        end = raw_text_end(self.html, tag.end, tag.name)
        node = self.stack.pop()
        if end is None:
            if not tag.self_closing:
                self.fault("unclosed", node, None)
            return len(self.html)
        return end.end

    def end_of_file(self) -> None:
        for node in self.stack[1:]:
            if node.name not in OPTIONAL_END or node.namespace != "html":
                self.fault("unclosed", node, None)
        self.settle()

    # --- what is found

    def fault(self, kind: RepairKind, node: Node, by: Tag | None) -> None:
        """Note a fault of an open element, once however often the parser copies it."""
        node = node.first
        if node.span.start in self.faulted:
            return
        self.faulted.add(node.span.start)
        if kind == "unclosed" and by is not None and by.is_end:
            self.cut_short[node.span.start] = (node, by)
            return
        self.add(kind, node, by)

    def add(self, kind: RepairKind, node: Node, by: Tag | None) -> None:
        other = None if by is None else Span(by.start, by.end)
        name = None if by is None else by.name
        self.found.append(Repair(kind, node.name, node.span, other, name))

    def fault_tag(self, kind: RepairKind, tag: Tag, node: Node | None = None) -> None:
        other = None if node is None else node.first.span
        name = None if node is None else node.name
        self.found.append(Repair(kind, tag.name, Span(tag.start, tag.end), other, name))

    def stray(self, tag: Tag) -> None:
        """Note an end tag that closes nothing, or the second half of a misnesting.

        Where its element was closed too early by another end tag, the two have changed places:
        that is one mistake, and the earlier tag is where it shows.
        """
        for start, (node, by) in reversed(self.cut_short.items()):
            if node.name == tag.name:
                del self.cut_short[start]
                span = Span(by.start, by.end)
                self.found.append(Repair("misnested", by.name, span, node.span, node.name))
                return
        self.fault_tag("stray-end", tag)

    def settle(self) -> None:
        """Elements that were closed by another end tag and whose own never came are unclosed."""
        for node, by in self.cut_short.values():
            self.add("unclosed", node, by)

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
            elif bounds is not TABLE_SCOPE and _is_integration_point(node):
                return False
        return False

    def open(self, name: str) -> bool:
        return any(node.name == name and node.namespace == "html" for node in self.stack)

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
            self.pop_until("p", by)

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
        self.formatting.append(self.push(tag))

    def clear_to_marker(self) -> None:
        while self.formatting and self.formatting.pop() is not None:
            pass

    def formatting_entry(self, name: str) -> Node | None:
        for node in reversed(self.formatting):
            if node is None or node.name == name:
                return node
        return None

    def adoption_agency(self, tag: Tag) -> None:
        """The adoption agency algorithm of 13.2.6.4.7 for an end tag, or for an `<a>` in an `<a>`."""
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

    # --- start tags

    def start_tag(self, tag: Tag) -> None:
        if self.current.namespace != "html" and self.foreign_start(tag):
            return
        if not self.table_start(tag):
            self.body_start(tag)
        void = tag.name in VOID or tag.name in ("svg", "math")
        if tag.self_closing and not void and self.current.namespace == "html":
            self.fault_tag("self-closing", tag)

    def body_start(self, tag: Tag) -> None:
        name = tag.name
        if name in BLOCKS or name in HEADINGS or name in ("p", "plaintext", "xmp", "table", "hr"):
            self.block_start(tag)
        elif name in VOID:
            self.reconstruct()
        elif name in FORMATTING:
            self.formatting_start(tag)
        elif name in ("li", "dd", "dt"):
            self.item_start(tag)
        elif name in DOCUMENT:
            if not self.document:
                self.fault_tag("ignored-start", tag)
        elif name in TABLE_PARTS or name in ("frame", "frameset"):
            self.fault_tag("ignored-start", tag)
        elif name in ("svg", "math"):
            self.reconstruct()
            if not tag.self_closing:
                self.push(tag, "svg" if name == "svg" else "math")
        else:
            self.other_start(tag)

    def block_start(self, tag: Tag) -> None:
        self.close_p(tag)
        if tag.name in HEADINGS and self.current.name in HEADINGS:
            self.fault("unclosed", self.stack.pop(), tag)
        if tag.name == "xmp":
            self.reconstruct()
        if tag.name != "hr":
            self.push(tag)

    def formatting_start(self, tag: Tag) -> None:
        if tag.name == "a" and (entry := self.formatting_entry("a")) is not None:
            self.nested_link(tag, entry)
        elif tag.name == "nobr" and self.in_scope("nobr"):
            self.fault_tag("nested", tag, self.formatting_entry("nobr"))
            self.adoption_agency(tag)
        self.push_formatting(tag)

    def nested_link(self, tag: Tag, entry: Node) -> None:
        """An `<a>` inside an `<a>`: the first was never closed."""
        self.fault("unclosed", entry, tag)
        self.adoption_agency(tag)
        if entry in self.formatting:
            self.formatting.remove(entry)
        if entry in self.stack:
            self.stack.remove(entry)

    def item_start(self, tag: Tag) -> None:
        names = ("li",) if tag.name == "li" else ("dd", "dt")
        for node in reversed(self.stack):
            if node.name in names:
                self.pop_implied(node.name)
                self.pop_until(node.name, tag)
                break
            if node.name in SPECIAL and node.name not in ("address", "div", "p"):
                break
        self.close_p(tag)
        self.push(tag)

    def other_start(self, tag: Tag) -> None:
        name = tag.name
        if name == "form":
            if self.form is not None:
                self.fault_tag("nested", tag, self.form)
                return
            self.close_p(tag)
            self.form = self.push(tag)
        elif name == "button":
            if self.in_scope("button"):
                self.pop_implied()
                self.pop_until("button", tag)
            self.reconstruct()
            self.push(tag)
        elif name in ("applet", "marquee", "object", "template"):
            if name != "template":
                self.reconstruct()
            self.push(tag)
            self.formatting.append(None)
        elif name in ("script", "style", "title", "noframes", "textarea"):
            self.push(tag)
        elif name in ("option", "optgroup"):
            if self.current.name == "option":
                self.stack.pop()
            if name == "optgroup" and self.current.name == "optgroup":
                self.stack.pop()
            self.reconstruct()
            self.push(tag)
        elif name in ("rb", "rtc", "rp", "rt"):
            if self.in_scope("ruby"):
                self.pop_implied("rtc" if name in ("rp", "rt") else None)
            self.push(tag)
        else:
            self.reconstruct()
            self.push(tag)

    # --- end tags

    def end_tag(self, tag: Tag) -> None:
        if self.current.namespace != "html" and self.foreign_end(tag):
            return
        if not self.table_end(tag):
            self.body_end(tag)

    def body_end(self, tag: Tag) -> None:
        name = tag.name
        if name in DOCUMENT:
            if not self.document:
                self.stray(tag)
        elif name == "p":
            self.end_p(tag)
        elif name in HEADINGS:
            self.end_heading(tag)
        elif name in FORMATTING:
            self.adoption_agency(tag)
        elif name == "form":
            self.end_form(tag)
        elif name in BLOCKS or name in ("li", "dd", "dt", "button", "applet", "marquee", "object"):
            self.end_block(tag)
        elif name == "template":
            self.end_template(tag)
        elif name in VOID or name == "sarcasm":
            self.stray(tag)
        else:
            self.any_other_end_tag(tag)

    def end_block(self, tag: Tag) -> None:
        if not self.in_scope(tag.name, LIST_SCOPE if tag.name == "li" else SCOPE):
            self.stray(tag)
            return
        self.pop_implied(tag.name)
        self.pop_until(tag.name, tag)
        if tag.name in ("applet", "marquee", "object"):
            self.clear_to_marker()

    def end_template(self, tag: Tag) -> None:
        if not self.open("template"):
            self.stray(tag)
            return
        self.pop_until("template", tag)
        self.clear_to_marker()

    def end_form(self, tag: Tag) -> None:
        node, self.form = self.form, None
        if node is None or node not in self.stack or not self.in_scope("form"):
            self.stray(tag)
            return
        self.pop_implied()
        for inner in self.stack[self.stack.index(node) + 1 :]:
            self.fault("unclosed", inner, tag)
        self.stack.remove(node)

    def end_p(self, tag: Tag) -> None:
        if not self.in_scope("p", BUTTON_SCOPE):
            self.stray(tag)
            return
        self.pop_implied("p")
        self.pop_until("p", tag)

    def end_heading(self, tag: Tag) -> None:
        if not any(self.in_scope(name) for name in HEADINGS):
            self.stray(tag)
            return
        self.pop_implied()
        while True:
            node = self.stack.pop()
            if node.name in HEADINGS:
                if node.name != tag.name:
                    self.fault("unclosed", node, tag)
                return
            if node.name not in OPTIONAL_END:
                self.fault("unclosed", node, tag)

    def any_other_end_tag(self, tag: Tag) -> None:
        for node in reversed(self.stack):
            if node.name == tag.name and node.namespace == "html" and node is not self.stack[0]:
                self.pop_implied(tag.name)
                self.pop_until(tag.name, tag)
                return
            if node.name in SPECIAL:
                self.stray(tag)
                return

    # --- text

    def text(self, start: int, end: int) -> None:
        if start >= end:
            return
        if self.in_table():
            self.text_in_table(start, end)
        elif self.formatting and self.html[start:end].strip(HTML_SPACE):
            self.reconstruct()

    def text_in_table(self, start: int, end: int) -> None:
        table = self.table_node()
        for span in character_spans(self.html, start, end):
            text = self.html[span.start : span.end]
            if stripped := text.strip(HTML_SPACE):
                first = span.start + text.index(stripped)
                marked = Span(first, first + len(stripped))
                other = None if table is None else table.span
                self.found.append(Repair("foster-parented", "#text", marked, other, "table"))

    # --- tables

    def table_node(self) -> Node | None:
        return next((n for n in reversed(self.stack) if n.name == "table"), None)

    def in_table(self) -> bool:
        """Whether the insertion mode is one of the table modes: no cell or caption is open."""
        return self.current.namespace == "html" and self.current.name in _TABLE_CONTEXT

    def table_start(self, tag: Tag) -> bool:
        """A start tag in or around a table; False where the rules of a body apply."""
        name = tag.name
        if name in TABLE_PARTS or (name == "table" and self.in_table()):
            if not self.in_scope("table", TABLE_SCOPE):
                return self.template_part(tag)
            return self.table_part(tag)
        if not self.in_table() or name in ("script", "style", "template"):
            return False
        if name == "input" and "hidden" in self.html[tag.start : tag.end].lower():
            return True
        self.foster(tag)
        return False

    def template_part(self, tag: Tag) -> bool:
        """Table parts may stand bare inside a `template`."""
        if self.current.name == "template" or self.current.name in TABLE_PARTS:
            while self.current.name in ("td", "th", "tr") and tag.name in ("td", "th", "tr"):
                if self.current.name == "tr" and tag.name != "tr":
                    break
                self.stack.pop()
            if tag.name != "col":
                self.push(tag)
            return True
        return False

    def foster(self, tag: Tag) -> None:
        table = self.table_node()
        if tag.name == "form":
            return
        self.fault_tag("foster-parented", tag, table)

    def table_part(self, tag: Tag) -> bool:
        name = tag.name
        if name == "table":
            table = self.table_node()
            self.fault_tag("nested", tag, table)
            self.pop_until("table", tag)
            self.push(tag)
            return True
        self.leave_cell(tag)
        if name in ("caption", "colgroup", "tbody", "tfoot", "thead"):
            self.clear_to(frozenset({"table"}), tag)
            self.push(tag)
            if name == "caption":
                self.formatting.append(None)
        elif name == "col":
            if self.current.name != "colgroup":
                self.clear_to(frozenset({"table"}), tag)
                self.stack.append(Node("colgroup", "html", Span(tag.start, tag.end)))
        else:
            self.row_part(tag)
        return True

    def row_part(self, tag: Tag) -> None:
        if tag.name == "tr":
            self.clear_to(_SECTIONS | {"table"}, tag)
            if self.current.name == "table":
                self.stack.append(Node("tbody", "html", Span(tag.start, tag.end)))
            self.push(tag)
            return
        self.clear_to(frozenset({"tr", "table"}) | _SECTIONS, tag)
        if self.current.name != "tr":
            self.fault_tag("ignored-start", tag, self.current)
            if self.current.name == "table":
                self.stack.append(Node("tbody", "html", Span(tag.start, tag.end)))
            self.stack.append(Node("tr", "html", Span(tag.start, tag.end)))
        self.push(tag)
        self.formatting.append(None)

    def leave_cell(self, by: Tag) -> None:
        """Close the open cell or caption, as the next part of the table does."""
        for name in ("td", "th", "caption"):
            if self.in_scope(name, TABLE_SCOPE):
                self.pop_implied()
                self.pop_until(name, by)
                self.clear_to_marker()
                return

    def clear_to(self, names: frozenset[str], by: Tag) -> None:
        """Clear the stack back to a table context (13.2.6.4.9)."""
        while self.current.name not in names and self.current.name != "template":
            node = self.stack.pop()
            if node.name not in OPTIONAL_END:
                self.fault("unclosed", node, by)

    def table_end(self, tag: Tag) -> bool:
        """An end tag in or around a table; False where the rules of a body apply."""
        name = tag.name
        if name == "table":
            if not self.in_scope("table", TABLE_SCOPE):
                self.stray(tag)
                return True
            self.leave_cell(tag)
            self.pop_until("table", tag)
            return True
        if name in TABLE_PARTS:
            if name == "col" or not self.in_scope(name, TABLE_SCOPE):
                self.stray(tag)
                return True
            self.end_table_part(tag)
            return True
        if self.in_table() and name not in ("template", "style", "script"):
            self.stray(tag)
            return True
        return False

    def end_table_part(self, tag: Tag) -> None:
        if tag.name in ("td", "th", "caption"):
            self.pop_implied()
            self.pop_until(tag.name, tag)
            self.clear_to_marker()
            return
        self.leave_cell(tag)
        self.pop_until(tag.name, tag)

    # --- foreign content

    def foreign_start(self, tag: Tag) -> bool:
        """A start tag while the current node is in SVG or MathML; False where HTML's rules apply."""
        node = self.current
        if _is_integration_point(node):
            return False
        if tag.name in FOREIGN_BREAKOUT:
            while self.current.namespace != "html" and not _is_integration_point(self.current):
                self.fault("unclosed", self.stack.pop(), tag)
            return False
        if not tag.self_closing:
            self.push(tag, node.namespace)
        return True

    def foreign_end(self, tag: Tag) -> bool:
        """An end tag in SVG or MathML; False where no foreign element above HTML matches."""
        for place in range(len(self.stack) - 1, 0, -1):
            node = self.stack[place]
            if node.namespace == "html":
                return False
            if node.name == tag.name:
                for inner in self.stack[place + 1 :]:
                    self.fault("unclosed", inner, tag)
                del self.stack[place:]
                return True
        return False


_SECTIONS = frozenset({"tbody", "tfoot", "thead"})
_TABLE_CONTEXT = _SECTIONS | {"table", "tr", "colgroup"}


def is_page(html: str) -> bool:
    """Whether this is a whole page: its first tag or declaration says so."""
    start = html.lstrip(HTML_SPACE + "\ufeff")[:15].lower()
    return start.startswith(("<!doctype", "<html"))


def _is_integration_point(node: Node) -> bool:
    names = HTML_INTEGRATION if node.namespace == "svg" else TEXT_INTEGRATION | {"annotation-xml"}
    return node.name in names
