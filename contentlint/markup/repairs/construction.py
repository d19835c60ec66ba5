"""The repairs that the standard's tree construction makes to an author's tags (13.2.6).

The algorithm runs over the tags only: the stack of open elements, the list of active formatting
elements, scopes, the adoption agency, tables and foster parenting, and foreign content. It builds
no tree but records each position where the standard says "parse error". In one module, for the
standard's algorithm is one.
"""

import re
from collections.abc import Callable

from contentlint.core.patterns import lazy
from contentlint.core.source import Span
from contentlint.markup.repairs.follow_ups import without_follow_ups
from contentlint.markup.repairs.open_elements import Node, Repair, is_integration_point
from contentlint.markup.repairs.readings import Reading, best_reading
from contentlint.markup.repairs.table_modes import TableModes
from contentlint.markup.standard import (
    BLOCKS,
    BUTTON_SCOPE,
    DOCUMENT,
    ELEMENTS,
    FOREIGN_BREAKOUT,
    FORMATTING,
    HEADINGS,
    HTML_SPACE,
    LIST_SCOPE,
    MAX_DEPTH,
    OPTIONAL_END,
    RAW_TEXT,
    SCOPE,
    SCOPED_END,
    SPECIAL,
    TABLE_PARTS,
    VOID,
)
from contentlint.markup.tokens import Tag, next_tag, raw_text_end, unfinished_at


def repairs(
    html: str,
    *,
    components: bool = False,
    all_close_themselves: bool = False,
    is_authored: Callable[[int], bool] | None = None,
) -> list[Repair]:
    """Run tree construction over an article's body and return the repairs in source order.

    Args:
        html: the body; offsets in the result are code points in it.
        components: whether `<Name/>` with a name unknown to HTML is a component of the theme, which
            the generator replaces, and not a start tag.
        all_close_themselves: whether the same applies to names of HTML elements.
        is_authored: whether the author wrote the text at an offset of `html`; None: everything. The
            end tag of a Markdown construct does not close an element of the author, and vice versa.
    """

    def construct(reading: Reading) -> _Construction:
        construction = _Construction(html, components, is_authored, reading)
        construction.all_close_themselves = all_close_themselves
        construction.run()
        return construction

    reading, construction = best_reading(construct)
    construction.match_strays()
    found = sorted(
        [*reading.reported, *construction.found], key=lambda repair: (repair.span, repair.kind)
    )
    return without_follow_ups(html, found, is_authored)


class _Construction(TableModes):
    """The state of the algorithm: a state machine of insertion modes over tags."""

    def __init__(
        self,
        html: str,
        components: bool,
        is_authored: Callable[[int], bool] | None,
        reading: Reading,
    ) -> None:
        super().__init__(html)
        self.reading = reading
        # The offsets at which elements end without an end tag, the last first.
        self.ends = sorted(reading.closed, reverse=True)
        self.components = components
        self.all_close_themselves = False
        self.is_authored = is_authored
        self.form: Node | None = None
        self.document = is_page(html)

    # --- the loop

    def run(self) -> None:
        position = 0
        while tag := next_tag(self.html, position, foreign=self.current.namespace != "html"):
            while self.ends and self.ends[-1] <= tag.start:
                self.close_element(self.reading.closed[self.ends.pop()], tag)
            self.text(position, tag.start)
            tag = self.corrected(tag)
            position = tag.end
            if tag.start in self.reading.ignored:
                continue
            if tag.is_end:
                self.end_tag(tag)
            else:
                self.start_tag(tag)
                if len(self.stack) > MAX_DEPTH:
                    self.add_tag("too-deep", tag)
                    self.add_cut_short()
                    return
                if self.is_raw_text(tag) and not self.is_component(tag):
                    position = self.skip_raw_text(tag)
                elif self.current.name == "plaintext":
                    # The rest is text, so this is the only reason why other elements are unclosed.
                    self.add_once("unclosed", self.current, None)
                    self.add_cut_short()
                    return
        self.text(position, len(self.html))
        self.end_of_file()

    def corrected(self, tag: Tag) -> Tag:
        """The tag as the author meant it: without a closing `>`, it ends before the next tag."""
        if tag.start in self.reading.renamed:
            tag = tag._replace(name=self.reading.renamed[tag.start])
        end = unfinished_at(self.html, tag)
        if end is None:
            return tag
        span = Span(tag.start, tag.start + len(self.html[tag.start : end].rstrip(HTML_SPACE)))
        name = tag.name[: end - tag.start - 1 - tag.is_end]
        self.found.append(Repair("unfinished", name, span))
        return Tag(name, tag.start, end, tag.is_end, self_closing=False)

    def is_raw_text(self, tag: Tag) -> bool:
        node = self.current
        return tag.name in RAW_TEXT and node.span.start == tag.start and node.namespace == "html"

    def skip_raw_text(self, tag: Tag) -> int:
        end = raw_text_end(self.html, tag.end, tag.name)
        node = self.stack.pop()
        if end is None:
            if not tag.self_closing:
                self.add_once("unclosed", node, None)
            return len(self.html)
        return end.end

    def end_of_file(self) -> None:
        self.drop_content_after_unclosed_tables()
        for node in self.stack[1:]:
            if node.name not in OPTIONAL_END or node.namespace != "html":
                self.add_once("unclosed", node, None)
        self.add_cut_short()

    # --- start tags

    def is_component(self, tag: Tag) -> bool:
        """Whether a tag such as `<Name/>` is a complete element for the generator."""
        if not (self.components and tag.self_closing):
            return False
        return self.all_close_themselves or tag.name not in ELEMENTS

    def start_tag(self, tag: Tag) -> None:
        if self.current.namespace != "html" and self.foreign_start(tag):
            return
        if self.is_component(tag):
            return
        if not self.table_start(tag):
            self.body_start(tag)
        void = tag.name in VOID or tag.name in ("svg", "math")
        if tag.self_closing and not void and self.current.namespace == "html":
            self.add_tag("self-closing", tag)
            self.repaired.add(tag.start)
            # The tag may have opened nothing, and the body may start at the same offset.
            is_open = len(self.stack) > 1 and self.current.span.start == tag.start
            if tag.start in self.reading.complete and is_open:
                node = self.stack.pop()
                if node in self.formatting:
                    self.formatting.remove(node)

    def body_start(self, tag: Tag) -> None:
        name = tag.name
        if name in BLOCKS or name in HEADINGS or name in ("p", "plaintext", "xmp", "table", "hr"):
            self.block_start(tag)
        elif name in VOID and name not in ("col", "frame"):
            if name == "input" and self.in_scope("select"):
                self.add_nested(tag, self.pop_until("select", tag))
            self.reconstruct()
        elif name in FORMATTING:
            self.formatting_start(tag)
        elif name in ("li", "dd", "dt"):
            self.item_start(tag)
        elif name in DOCUMENT:
            if not self.document:
                self.add_tag("ignored-start", tag)
        elif name in TABLE_PARTS or name in ("frame", "frameset"):
            self.add_tag("ignored-start", tag)
        elif name in ("svg", "math"):
            self.reconstruct()
            if not tag.self_closing:
                self.push(tag, "svg" if name == "svg" else "math")
        else:
            self.other_start(tag)

    def block_start(self, tag: Tag) -> None:
        self.close_p(tag)
        if tag.name in HEADINGS and self.current.name in HEADINGS:
            self.add_nested(tag, self.stack.pop())
        if tag.name == "xmp":
            self.reconstruct()
        if tag.name != "hr":
            self.push(tag)

    def formatting_start(self, tag: Tag) -> None:
        if tag.name == "a" and (entry := self.formatting_entry("a")) is not None:
            self.nested_link(tag, entry)
        elif tag.name == "nobr" and self.in_scope("nobr"):
            if (entry := self.formatting_entry("nobr")) is not None:
                self.add_nested(tag, entry)
            self.adoption_agency(tag)
        self.push_formatting(tag)

    def nested_link(self, tag: Tag, entry: Node) -> None:
        """Handle an `<a>` inside an `<a>`: the first is unclosed."""
        self.add_nested(tag, entry)
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
            self.form_start(tag)
        elif name == "button":
            if self.in_scope("button"):
                self.pop_implied()
                self.add_nested(tag, self.pop_until("button", tag))
            self.reconstruct()
            self.push(tag)
        elif name in ("applet", "marquee", "object", "template"):
            if name != "template":
                self.reconstruct()
            self.push(tag)
            self.formatting.append(None)
        elif name in ("script", "style", "title", "noframes", "textarea"):
            self.push(tag)
        elif name == "select" and self.in_scope("select"):
            # The parser treats it as the end tag (13.2.6.4.7).
            self.add_nested(tag, self.pop_until("select", tag))
        elif name in ("option", "optgroup"):
            if self.in_scope("select"):
                self.pop_implied("optgroup" if name == "option" else None)
            elif self.current.name == "option":
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

    def form_start(self, tag: Tag) -> None:
        if self.form is not None:
            self.add_nested(tag, self.form)
            return
        self.close_p(tag)
        self.form = self.push(tag)

    # --- end tags

    def end_tag(self, tag: Tag) -> None:
        if self.current.namespace != "html" and self.foreign_end(tag):
            return
        if self.is_authored is not None and not self.closes_own_kind(tag, self.is_authored):
            return
        if not self.table_end(tag):
            self.body_end(tag)

    def closes_own_kind(self, tag: Tag, is_authored: Callable[[int], bool]) -> bool:
        """Whether the author's end tag closes an element of the author, or Markdown's its own.

        Otherwise the repair is recorded here: an unclosed element of the author in a Markdown
        construct, or a stray end tag of the author.
        """
        node = self.nearest(tag.name)
        if node is None:
            return True
        if not is_authored(tag.start):
            while node is not None and is_authored(node.first.span.start):
                self.pop_through(node, tag)
                node = self.nearest(tag.name)
            return node is not None
        if is_authored(node.first.span.start):
            return True
        own = self.nearest(tag.name, lambda other: is_authored(other.first.span.start))
        if own is None:
            self.add_stray(tag, may_be_open=False)
        else:
            self.add_misnested(own, tag, node)
        return False

    def body_end(self, tag: Tag) -> None:
        name = tag.name
        if name in DOCUMENT:
            if not self.document:
                self.add_stray(tag)
        elif name == "p":
            self.end_p(tag)
        elif name in HEADINGS:
            self.end_heading(tag)
        elif name in FORMATTING:
            self.adoption_agency(tag)
        elif name == "form":
            self.end_form(tag)
        elif name in SCOPED_END:
            self.end_block(tag)
        elif name == "template":
            self.end_template(tag)
        elif name in VOID or name == "sarcasm":
            self.add_stray(tag)
        else:
            self.any_other_end_tag(tag)

    def end_block(self, tag: Tag) -> None:
        if not self.in_scope(tag.name, LIST_SCOPE if tag.name == "li" else SCOPE):
            self.add_stray(tag)
            return
        self.pop_implied(tag.name)
        self.pop_until(tag.name, tag)
        if tag.name in ("applet", "marquee", "object"):
            self.clear_to_marker()

    def end_template(self, tag: Tag) -> None:
        if not self.open("template"):
            self.add_stray(tag)
            return
        self.pop_until("template", tag)
        self.clear_to_marker()

    def end_form(self, tag: Tag) -> None:
        node, self.form = self.form, None
        if node is None or node not in self.stack or not self.in_scope("form"):
            self.add_stray(tag)
            return
        self.pop_implied()
        for inner in self.stack[self.stack.index(node) + 1 :]:
            self.add_once("unclosed", inner, tag)
        self.stack.remove(node)

    def end_p(self, tag: Tag) -> None:
        if not self.in_scope("p", BUTTON_SCOPE):
            self.add_stray(tag)
            return
        self.pop_implied("p")
        self.pop_until("p", tag)

    def end_heading(self, tag: Tag) -> None:
        if not any(self.in_scope(name) for name in HEADINGS):
            self.add_stray(tag)
            return
        self.pop_implied()
        while True:
            node = self.stack.pop()
            if node.name in HEADINGS:
                if node.name != tag.name:
                    self.add_once("unclosed", node, tag)
                return
            if node.name not in OPTIONAL_END:
                self.add_once("unclosed", node, tag)

    # --- text

    def text(self, start: int, end: int) -> None:
        if start >= end:
            return
        if self.in_table():
            self.text_in_table(start, end)
        elif self.formatting and self.html[start:end].strip(HTML_SPACE):
            self.reconstruct()

    # --- foreign content

    def foreign_start(self, tag: Tag) -> bool:
        """Handle a start tag in SVG or MathML; False if the rules of HTML apply."""
        node = self.current
        if is_integration_point(node):
            return False
        if tag.name in FOREIGN_BREAKOUT:
            while self.current.namespace != "html" and not is_integration_point(self.current):
                self.add_once("unclosed", self.stack.pop(), tag)
            return False
        if not tag.self_closing:
            self.push(tag, node.namespace)
        return True

    def foreign_end(self, tag: Tag) -> bool:
        """Handle an end tag in SVG or MathML; False if no foreign element matches."""
        for place in range(len(self.stack) - 1, 0, -1):
            node = self.stack[place]
            if node.namespace == "html":
                return False
            if node.name == tag.name:
                for inner in self.stack[place + 1 :]:
                    self.add_once("unclosed", inner, tag)
                del self.stack[place:]
                return True
        return False


def is_page(html: str) -> bool:
    """Whether this is a complete page, by its first tag or doctype.

    An XML declaration and comments may precede it.
    """
    return _PAGE_START.match(html) is not None


_PAGE_START = lazy(
    r"(?:[ \t\n\f\r\ufeff]++|<\?xml\s[^<>]*+>|<!--(?:[^-]|-(?!->))*+-->)*+"
    r"<(?:!doctype|html|head(?=[\s>]))",
    re.IGNORECASE,
)
