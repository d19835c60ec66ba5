"""Tags in and around tables: the table insertion modes (13.2.6.4.9 to 13.2.6.4.15)."""

from contentlint.core.source import Span
from contentlint.markup.repairs.open_elements import Node, OpenElements, Repair
from contentlint.markup.standard import HTML_SPACE, OPTIONAL_END, TABLE_PARTS, TABLE_SCOPE
from contentlint.markup.template_syntax import FILLER
from contentlint.markup.tokens import Tag, character_spans

_SECTIONS = frozenset({"tbody", "tfoot", "thead"})
_TABLE_CONTEXT = _SECTIONS | {"table", "tr", "colgroup"}


class TableModes(OpenElements):
    """The handling of tags and text in the table insertion modes."""

    def __init__(self, html: str) -> None:
        super().__init__(html)
        # The offset of the last tag of a row, a cell or another part of a table.
        self.last_part = 0
        # Every repair of content in a table, including content after an unclosed table.
        self.fostered: list[Repair] = []

    def drop_content_after_unclosed_tables(self) -> None:
        """Report an unclosed table at the end of the file as one error.

        The content after its last row is in the table only because the table is unclosed.
        """
        self.fostered = [repair for repair in self.found if repair.kind == "foster-parented"]
        unclosed = {node.span for node in self.stack if node.name == "table"}
        if unclosed:
            self.found = [
                repair
                for repair in self.found
                if repair.kind != "foster-parented"
                or repair.span.start < self.last_part
                or repair.other not in unclosed
            ]

    def table_node(self) -> Node | None:
        return next((n for n in reversed(self.stack) if n.name == "table"), None)

    def in_table(self) -> bool:
        """Whether the insertion mode is one of the table modes: no cell or caption is open."""
        node = self.stack[-1]
        return node.name in _TABLE_CONTEXT and node.namespace == "html"

    def table_start(self, tag: Tag) -> bool:
        """Handle a start tag in or around a table; False if the "in body" rules apply."""
        name = tag.name
        if name in TABLE_PARTS:
            self.last_part = tag.start
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
        """Handle table parts directly inside a `template`, where they are allowed."""
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
        self.add_tag("foster-parented", tag, table)

    def table_part(self, tag: Tag) -> bool:
        name = tag.name
        if name == "table":
            self.add_nested(tag, self.pop_until("table", tag))
            self.push(tag)
            return True
        self.close_cell(tag)
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
            self.add_tag("ignored-start", tag, self.current)
            if self.current.name == "table":
                self.stack.append(Node("tbody", "html", Span(tag.start, tag.end)))
            self.stack.append(Node("tr", "html", Span(tag.start, tag.end)))
        self.push(tag)
        self.formatting.append(None)

    def close_cell(self, by: Tag) -> None:
        """Close the open cell or caption before the next part of the table."""
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
                self.add_once("unclosed", node, by)

    def table_end(self, tag: Tag) -> bool:
        """Handle an end tag in or around a table; False if the "in body" rules apply."""
        name = tag.name
        if name == "table":
            if not self.in_scope("table", TABLE_SCOPE):
                self.add_stray(tag)
                return True
            self.close_cell(tag)
            self.pop_until("table", tag)
            return True
        if name in TABLE_PARTS:
            self.last_part = tag.start
            if name == "col" or not self.in_scope(name, TABLE_SCOPE):
                self.add_stray(tag)
                return True
            self.end_table_part(tag)
            return True
        if self.in_table() and name not in ("template", "style", "script"):
            self.add_stray(tag)
            return True
        return False

    def end_table_part(self, tag: Tag) -> None:
        if tag.name in ("td", "th", "caption"):
            self.pop_implied()
            self.pop_until(tag.name, tag)
            self.clear_to_marker()
            return
        self.close_cell(tag)
        self.pop_until(tag.name, tag)

    def text_in_table(self, start: int, end: int) -> None:
        table = self.table_node()
        for span in character_spans(self.html, start, end):
            text = self.html[span.start : span.end]
            if stripped := text.strip(HTML_SPACE + FILLER):
                first = span.start + text.index(stripped)
                trimmed = Span(first, first + len(stripped))
                other = None if table is None else table.span
                self.found.append(Repair("foster-parented", "#text", trimmed, other, "table"))
