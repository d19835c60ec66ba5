"""A copy of a body in which errors that hide the text after them are repaired.

After a forgotten quote, `>` or `-->`, or an element such as `<script>` without an end tag, the
parser reads the following text as part of a value, a tag or a comment. In the copy each such error
ends where the author plainly meant it to: at the next `>`, line end or attribute. What the copy
still shows is an error of its own. Every change keeps the length, so that offsets in the copy are
offsets in the body. In one module, for one pass over the tags and comments finds all of them.
"""

import re
from collections.abc import Callable
from typing import Final

from contentlint.core.patterns import lazy
from contentlint.core.source import Span
from contentlint.core.tuples import NamedTuple
from contentlint.markup.repairs.open_elements import Repair, RepairKind
from contentlint.markup.repairs.quotes import (
    MAY_BE_TYPOGRAPHIC,
    REGULAR_TAG,
    meant_end,
    quote_faults,
)
from contentlint.markup.standard import BOOLEAN, ELEMENTS, OPTIONAL_END, RAW_TEXT, VOID
from contentlint.markup.template_syntax import FILLER
from contentlint.markup.tokens import next_tag, raw_text_end, unfinished_at

# Maximum number of errors repaired in one body; the rest are reported as the parser sees them.
_MAX_FAULTS: Final = 40
# Maximum number of tags and comments that are examined, to limit the time.
_MAX_EXAMINED: Final = 200
# How far the end tag of an element is searched for, in code points.
_MAX_DISTANCE: Final = 1000

_START = lazy(r"<(?:([A-Za-z][^\t\n\f\r />]*)|(!--)|\\([A-Za-z][A-Za-z0-9]*)\s*>)")
_LINE_END = lazy(r"\r?\n|\Z")
# Ends of a comment with a hyphen missing, or with a dash made of two hyphens.
_ALMOST_COMMENT_END = lazy(r"(?:[^\S\r\n]-|[–—]|--\s)>|--$", re.MULTILINE)
# A line that starts with a tag, which code and style sheets do not.
_TAG_LINE = lazy(r"(?m)^[^\S\n]*(?=</?[a-z][a-z0-9]*[\s>])")
_BLANK_LINE = lazy(r"\n[^\S\n]*(?=\n)")
# The starts and ends of the blocks that may include all text after them.
_BLOCKS: Final = (("<!--", "-->"), *((f"<{name}", f"</{name}") for name in sorted(RAW_TEXT)))
OPENS_BLOCK = lazy("<(?:" + "|".join(re.escape(start[1:]) for start, _ in _BLOCKS) + ")")
"""Without a match in a body, `open_block` finds nothing in what Markdown makes of it."""

_FULL_WIDTH = lazy(r"<([A-Za-z][A-Za-z0-9]*)(?:\s[^<>＞]*)?(＞)")
_JOINED = lazy(
    r"<([a-z]+?)(?=(?:alt|class|content|href|id|lang|name|rel|src|style|target|title)=[\"'])"
)
_VALUED = lazy(
    r"""[\t\n\f\r ]+[\w:.@-]+[\t\n\f\r ]*=[\t\n\f\r ]*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>=`]+)"""
)
_BARE_NAMES = lazy(r"(?:\s+([A-Za-z][\w-]*))*+\s*")
_NOT_LINE_END = lazy(r"[^\r\n]")

_GLOBAL: Final = BOOLEAN | frozenset(
    "alt class content height href id lang name rel src style target title type value width".split()
)


class Fault(NamedTuple):
    """An error that was repaired in the copy.

    Args:
        code: what is wrong, as in `rules.html.parse_error.MESSAGES`.
        span: the text that the author must change.
        other: where the text ends that the parser reads as part of it.
    """

    code: str
    span: Span
    other: Span | None = None


class OpenBlock(NamedTuple):
    """A comment or an element such as `<script>` that includes the rest of a Markdown body.

    Args:
        reported: the error.
        span: the text that was meant to be part of it.
    """

    reported: "Fault | Repair"
    span: Span


class Recovered(NamedTuple):
    """The copy, and the errors that were repaired in it.

    Args:
        html: the copy, of the same length.
        faults: the errors that have no repair of tree construction.
        repairs: the repairs of the tags that were changed in the copy.
    """

    html: str
    faults: tuple[Fault, ...]
    repairs: tuple[Repair, ...]


def may_need_recovery(html: str) -> bool:
    """Whether a well-formed body may have quotes or slashes that are not these in HTML."""
    return "<\\" in html or MAY_BE_TYPOGRAPHIC.search(html) is not None


def recovered(html: str, is_authored: Callable[[int], bool] | None = None) -> Recovered | None:
    """Repair the errors of a body that hide the text after them; None if there are none.

    Args:
        html: the parsed text.
        is_authored: whether the author wrote the text at an offset; None: everything.
    """
    recovery = _Recovery(html, is_authored or (lambda _: True))
    recovery.run()
    if not recovery.changes:
        return None
    return Recovered(recovery.copy(), tuple(recovery.faults), tuple(recovery.repairs))


def open_block(html: str, is_authored: Callable[[int], bool]) -> OpenBlock | None:
    """The first block that makes the rest of a Markdown body a part of it; None without any.

    Such a block ends at a line end or blank line in what the author meant, and the text after it is
    Markdown again.

    Args:
        html: the rendered text.
        is_authored: whether the author wrote the text at an offset.
    """
    for start, end in _BLOCKS:
        place = html.rfind(start)
        if place >= 0 and place > html.rfind(end):
            break
    else:
        return None
    recovery = _Recovery(html, is_authored, is_markdown=True)
    recovery.run()
    return recovery.blocks[0] if recovery.blocks else None


class _Recovery:
    """The state of one pass over a body."""

    def __init__(
        self, html: str, is_authored: Callable[[int], bool], *, is_markdown: bool = False
    ) -> None:
        self.html = html
        self.is_markdown = is_markdown
        self.blocks: list[OpenBlock] = []
        self.is_authored = is_authored
        self.changes: list[tuple[int, str]] = []
        self.faults: list[Fault] = []
        self.repairs: list[Repair] = []
        self.position = 0
        self.examined = 0
        # The names of the elements that were opened so far.
        self.opened: set[str] = set()

    def copy(self) -> str:
        parts, place = [], 0
        for start, text in sorted(self.changes):
            parts += [self.html[place:start], text]
            place = start + len(text)
        return "".join(parts) + self.html[place:]

    def run(self) -> None:
        while match := _START.search(self.html, self.position):
            if len(self.changes) >= _MAX_FAULTS or self.examined >= _MAX_EXAMINED:
                return
            self.position = match.end()
            if not self.is_authored(match.start()):
                continue
            name, comment, backslash = match.groups()
            if comment:
                self.comment(match.start())
            elif backslash:
                self.end_tag_with_backslash(match, backslash.lower())
            else:
                self.start_tag(match.start(), name)

    def change(self, start: int, text: str) -> None:
        self.changes.append((start, text))

    def blank(self, span: Span, reported: Fault | Repair) -> None:
        self.blocks.append(OpenBlock(reported, span))
        text = _NOT_LINE_END.sub(" ", self.html[span.start : span.end])
        self.change(span.start, text)
        self.position = span.end

    def line_end(self, place: int) -> int:
        match = _LINE_END.search(self.html, place)
        return match.start() if match else len(self.html)

    def is_masked(self, span: Span) -> bool:
        return FILLER in self.html[span.start : span.end]

    # --- comments

    def comment(self, start: int) -> None:
        """Handle a comment; it is blank in the copy if it is unclosed."""
        html = self.html
        end = html.find("-->", start + 2)
        bang = html.find("--!>", start + 4)
        if 0 <= bang < (end if end >= 0 else len(html)):
            end = bang
        if end >= 0 and not self.is_closed_by_another(start, end):
            self.position = html.index(">", end) + 1
            return
        line_end = self.line_end(start)
        almost = _ALMOST_COMMENT_END.search(html, start + 4, line_end)
        span = Span(start, almost.end() if almost else line_end)
        if not self.is_masked(span) and all(map(self.is_authored, range(*span))):
            other = Span(end, end + 3) if end >= 0 else None
            fault = Fault("eof-in-comment", Span(start, start + 4), other)
            self.faults.append(fault)
            self.blank(span, fault)

    def is_closed_by_another(self, start: int, end: int) -> bool:
        """Whether the end of a comment belongs to a comment that starts inside it."""
        html = self.html
        inner = html.find("<!--", start + 4, end)
        if inner < 0:
            return False
        self.examined += 1
        line_end = self.line_end(start)
        if inner < line_end:
            return False
        return html.count("<!--", start) > html.count("-->", start)

    # --- tags

    def end_tag_with_backslash(self, match: re.Match[str], name: str) -> None:
        if name in self.opened:
            self.faults.append(Fault("backslash-in-end-tag", Span(*match.span())))
            self.change(match.start() + 1, "/")

    def start_tag(self, start: int, name: str) -> None:
        """Handle a start tag; repair it in the copy if it is broken."""
        html = self.html
        if match := REGULAR_TAG.match(html, start):
            self.position = match.end()
        elif self.full_width_bracket(start) or self.joined_name(start):
            return
        else:
            name = name.partition("<")[0]
            self.irregular_tag(start, start + 1 + len(name))
        name = name.lower()
        self.opened.add(name)
        if name in RAW_TEXT and html[self.position - 1] == ">" and not self.is_in_svg(start):
            self.raw_text(start, name)

    def is_in_svg(self, place: int) -> bool:
        """Whether the last SVG before an offset is open, where no element is raw text."""
        if "svg" not in self.opened:
            return False
        self.examined += 1
        before = self.html[:place].lower()
        return before.rfind("<svg") > before.rfind("</svg")

    def irregular_tag(self, start: int, name_end: int) -> None:
        html = self.html
        self.examined += 1
        place, end = meant_end(html, name_end)
        inner = html.find("<", place)
        if inner >= 0 and (end < 0 or inner < end):
            self.unfinished_tag(start, name_end, inner)
            return
        if end >= 0 and self.repair_quotes(start, name_end, end):
            self.position = end + 1
            return
        tag = next_tag(html, start)
        self.position = tag.end if tag and tag.start == start else name_end

    def repair_quotes(self, start: int, name_end: int, end: int) -> bool:
        """Whether the quotes of a tag can be repaired so that it ends at `end`."""
        found = list(quote_faults(self.html, name_end, end))
        text, place = "", start
        for fault in found:
            text += self.html[place : fault.span.start] + fault.text
            place = fault.span.end
        text += self.html[place : end + 1]
        if not found or not REGULAR_TAG.fullmatch(text) or not self.is_authored(end):
            return False
        self.change(start, text)
        codes: set[str] = set()
        for fault in found:
            if fault.code not in codes:
                codes.add(fault.code)
                self.faults.append(Fault(fault.code, *self.reported(fault.span, fault.code, end)))
        return True

    def reported(self, span: Span, code: str, end: int) -> tuple[Span, Span | None]:
        """The first line of an attribute, and the quote at which its value ends."""
        first = Span(span.start, min(span.end, self.line_end(span.start)))
        if code != "unclosed-quote":
            return first, None
        text = self.html[span.start : span.end]
        quote = text[min(i for i in (text.find('"'), text.find("'")) if i >= 0)]
        closing = self.html.find(quote, span.end)
        return first, Span(closing, closing + 1) if closing >= 0 else None

    def full_width_bracket(self, start: int) -> bool:
        """Whether this is a tag with a full-width `＞`, such as `<b＞low</b>`."""
        match = _FULL_WIDTH.match(self.html, start)
        if match is None or match[1].lower() not in ELEMENTS:
            return False
        name, end = match[1].lower(), match.end()
        if name not in VOID and not self.is_closed_soon(name, end):
            return False
        self.faults.append(Fault("full-width-bracket", Span(start, end)))
        self.change(match.start(2), ">")
        self.opened.add(name)
        self.position = end
        return True

    def is_closed_soon(self, name: str, place: int) -> bool:
        """Whether the next tag with a name is an end tag, in the same paragraph."""
        found = re.compile(rf"<(/?){name}(?=[\s>])", re.I).search(
            self.html, place, place + _MAX_DISTANCE
        )
        if found is None or not found[1]:
            return False
        return "\n\n" not in self.html[place : found.start()]

    def joined_name(self, start: int) -> bool:
        """Whether this is a tag whose name and first attribute are joined: `<ahref="…">`."""
        match = _JOINED.match(self.html, start)
        if match is None or match[1] not in ELEMENTS:
            return False
        equals = self.html.index("=", match.end())
        quote = self.html[equals + 1]
        closing = self.html.find(quote, equals + 2)
        end = self.html.find(">", closing)
        value = self.html[equals + 2 : closing]
        if closing < 0 or end < 0 or re.search(r"[\s\"'<>=`]", value) or not value:
            return False
        attribute = self.html[match.end() : equals]
        text = f"<{match[1]} {attribute}={value} {self.html[closing + 1 : end + 1]}"
        if not REGULAR_TAG.fullmatch(text):
            return False
        self.faults.append(Fault("joined-tag-name", Span(start, equals)))
        self.change(start, text)
        self.opened.add(match[1])
        self.position = end + 1
        return True

    def unfinished_tag(self, start: int, name_end: int, inner: int) -> None:
        """Handle a tag without a `>` before the next `<`."""
        html = self.html
        self.position = inner
        name = html[start + 1 : name_end].lower()
        tag = next_tag(html, start)
        if tag is not None and tag.start == start and unfinished_at(html, tag) is not None:
            return  # tree construction repairs it
        place = name_end
        while match := _VALUED.match(html, place, inner):
            place = match.end()
        rest = html[place:inner]
        if self.is_masked(Span(start, inner)) or not self.is_authored(inner - 1):
            return
        if name in ELEMENTS and self.is_tag_before_line_end(place, rest):
            end = place + len(rest.rstrip())
            if self.is_abandoned(name):
                self.repairs.append(Repair("unfinished", name, Span(start, end)))
                self.change(start, " " * (end - start))
            else:
                self.close_tag(start, name, end)
        elif name in ELEMENTS and rest.strip() and self.is_closed_soon(name, inner):
            self.close_tag(start, name, place)
        elif rest.strip() and place == name_end:
            self.faults.append(Fault("less-than-before-text", Span(start, name_end)))
            self.change(start, FILLER)

    def is_tag_before_line_end(self, place: int, rest: str) -> bool:
        """Whether only names of attributes and a line end follow an attribute."""
        names = _BARE_NAMES.fullmatch(rest)
        return (
            names is not None
            and rest.rstrip(" \t").endswith("\n")
            and all(name.lower() in _GLOBAL for name in rest.split())
        )

    def is_abandoned(self, name: str) -> bool:
        """Whether there are too few end tags for the start tags of this name.

        Then the author started a tag and wrote it again on the next line.
        """
        body = self.html.lower()
        return body.count(f"<{name}") > body.count(f"</{name}") and name not in OPTIONAL_END

    def close_tag(self, start: int, name: str, end: int) -> None:
        """Add the missing `>` of a start tag in the copy, in place of a space or a quote."""
        html = self.html
        if html[end] in " \t\r\n":
            self.change(end, ">")
        elif html[end - 1] in "\"'":
            quote = html.rfind(html[end - 1], start, end - 1)
            value = re.sub(r"[\s\"'=`]", "_", html[quote + 1 : end - 1])
            if not value:
                return
            self.change(quote, f" {value}>")
        else:
            return
        self.repairs.append(Repair("unfinished", name, Span(start, end)))
        self.opened.add(name)

    # --- raw text

    def raw_text(self, start: int, name: str) -> None:
        """Handle the content of an element such as `<script>`; blank it if it is unclosed."""
        html, place = self.html, self.position
        closing = raw_text_end(html, place, name)
        if closing is not None and not self.holds_another(place, closing.start, name):
            self.position = closing.end
            return
        is_self_closing = html[place - 2] == "/"
        end = place if is_self_closing else self.end_of_raw_text(place, name)
        if not all(map(self.is_authored, range(place, end))):
            end = place  # in a paragraph of Markdown, whose end tag is not part of the content
        if self.is_masked(Span(start, end)):
            self.position = len(html) if closing is None else closing.end
            return
        other = None if closing is None else Span(closing.start, closing.end)
        kind: RepairKind = "self-closing" if is_self_closing else "unclosed"
        repair = Repair(kind, name, Span(start, place), other, name if other else None)
        self.repairs.append(repair)
        self.blank(Span(start, end), repair)

    def holds_another(self, start: int, end: int, name: str) -> bool:
        """Whether the end tag of a raw text element belongs to a second one inside it."""
        inner = re.compile(rf"<{name}(?=[\s>])", re.I).search(self.html, start, end)
        if inner is None:
            return False
        if name in ("script", "style"):
            return self.html[start:end].lstrip().startswith("<")
        return True

    def end_of_raw_text(self, place: int, name: str) -> int:
        """Where the content was meant to end: at a line with a tag, or at the next tag."""
        html = self.html
        if self.is_markdown and (blank := _BLANK_LINE.search(html, place)):
            html = html[: blank.start() + 1]
        if name in ("script", "style"):
            if html[place : self.line_end(place)].lstrip().startswith("<"):
                return place
            match = _TAG_LINE.search(html, place)
            return match.start() if match else len(html)
        inner = html.find("<", place)
        return inner if inner >= 0 else len(html)
