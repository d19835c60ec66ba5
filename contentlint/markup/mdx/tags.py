"""Tags: their grammar, and what belongs to a tag that does not follow it."""

from dataclasses import dataclass
from typing import Literal

from contentlint.core.patterns import lazy
from contentlint.core.source import Span
from contentlint.markup.mdx.expressions import Region, Unclosed, end_of_expression
from contentlint.markup.mdx.fault import Fault, FaultKind
from contentlint.markup.mdx.javascript.jsx import NAME

_SPACE = lazy(r"[\s\ufeff]*+")
# What may be between a fault in a tag and its `>`.
_REST = lazy(
    r"(?:\"[^\"\n<]*\"|'[^'\n<]*'|\{[^{}\n]*\}|=>|/(?!>)|[^<>\n/]|\n(?![ \t]*\n))*+(?P<slash>/?)>"
)
_VALUE = lazy(r"(?:[^\s<>{}\"'/]|/(?!>))+")


@dataclass(slots=True)
class Tag:
    """A tag as written.

    Args:
        span: its range.
        name: its name; empty for a fragment.
        is_end: whether it is an end tag.
        closes_itself: whether it ends in `/>`.
        has_attributes: whether it has any.
        level: whether it is on lines of its own (`flow`) or in text.
    """

    span: Span
    name: str
    is_end: bool = False
    closes_itself: bool = False
    has_attributes: bool = False
    level: Literal["flow", "text"] = "text"


class NotATag(Exception):
    """A `<` that must be text for all that follows.

    Args:
        fault: what is wrong.
        start: the offset of the `<`.
    """

    def __init__(self, fault: Fault, start: int) -> None:
        super().__init__(fault)
        self.fault = fault
        self.start = start


class _Invalid(Exception):
    """A fault among the attributes."""

    def __init__(self, position: int, kind: FaultKind) -> None:
        super().__init__(position)
        self.position = position
        self.kind: FaultKind = kind


def read_tag(region: Region, start: int) -> Tag | None:
    """The tag at an offset; what is wrong with its attributes is added to the faults.

    Args:
        region: the text.
        start: the offset of the `<`.

    Returns:
        None: a space follows, so that the compilers take it for text.

    Raises:
        NotATag: no tag can be made of it.
    """
    text = region.text
    if start + 1 < region.end and text[start + 1] in " \t\n\r":
        return None
    return _TagReader(region, start).read()


class _TagReader:
    def __init__(self, region: Region, start: int) -> None:
        self.region = region
        self.text = region.text
        self.end = region.end
        self.start = start
        self.at = start + 1
        self.tag = Tag(Span(start, start), "")

    def read(self) -> Tag:
        self._space()
        if self._char() == "/":
            self.tag.is_end = True
            self.at += 1
            self._space()
        if self._char() == ">":
            return self._finish()
        self._name()
        try:
            if self._char() not in ("/", ">", "{") and not NAME.match(self.text, self.at, self.end):
                raise _Invalid(self.at, "invalid-attribute")
            while not self._attribute():
                pass
        except _Invalid as invalid:
            return self._repaired(invalid)
        except Unclosed as unclosed:
            return self._repaired(_Invalid(unclosed.position, "unclosed-expression"))
        return self._finish()

    def _char(self) -> str:
        return self.text[self.at] if self.at < self.end else ""

    def _space(self) -> None:
        self.at = _SPACE.match(self.text, self.at, self.end).end()  # type: ignore[union-attr]

    def _finish(self) -> Tag:
        self.at += 1
        self.tag.span = Span(self.start, self.at)
        return self.tag

    def _follows(self, symbols: str) -> bool:
        """Whether a space or one of some characters comes next."""
        char = self._char()
        return char != "" and (char in symbols or char.isspace())

    def _crash(self) -> NotATag:
        """The fault of a `<` without the name of a tag after it."""
        self.region.budget.spend(self.at - self.start)
        if self.text.startswith("<!--", self.start):
            kind: FaultKind = "comment"
        else:
            kind = "not-a-tag" if self.at < self.end else "unfinished-tag"
        end = min(self.at + 1, self.end)
        return NotATag(Fault(Span(self.start, end), kind, self.tag.name), self.start)

    def _name(self) -> None:
        """Move past the name, with the parts after `.` or `:`."""
        separators = "./:>{"
        while True:
            match = NAME.match(self.text, self.at, self.end)
            if match is None:
                raise self._crash()
            self.tag.name += match[0]
            self.at = match.end()
            if not self._follows(separators):
                raise self._crash()
            self._space()
            separator = self._char()
            if separator not in (".", ":") or separator not in separators:
                break
            self.tag.name += separator
            self.at += 1
            self._space()
            separators = "./>{" if separator == "." else "/>{"

    def _attribute(self) -> bool:
        """Move past an attribute, or up to the `>`; whether it is reached."""
        char = self._char()
        if char == "/":
            self.tag.closes_itself = True
            self.at += 1
            self._space()
            if self._char() == ">":
                return True
            if not self.tag.has_attributes:
                # A path such as `<low/tide>`.
                raise self._crash()
            raise _Invalid(self.at, "invalid-attribute")
        if char == ">":
            return True
        self.tag.has_attributes = True
        if char == "{":
            self._braces(is_spread=True)
            self._space()
            return False
        self._attribute_name("/:=>{")
        if self._char() == ":":
            self.at += 1
            self._space()
            self._attribute_name("/=>{")
        if self._char() == "=":
            self.at += 1
            self._value()
        elif self._char() not in ("/", ">", "{") and not NAME.match(self.text, self.at, self.end):
            raise _Invalid(self.at, "invalid-attribute")
        return False

    def _braces(self, *, is_spread: bool = False) -> None:
        faults = self.region.faults
        known = len(faults)
        self.at = end_of_expression(self.region, self.at, is_spread=is_spread, allows_empty=False)
        faults[known:] = [fault._replace(name=self.tag.name) for fault in faults[known:]]

    def _attribute_name(self, symbols: str) -> None:
        match = NAME.match(self.text, self.at, self.end)
        if match is None:
            raise _Invalid(self.at, "invalid-attribute")
        self.at = match.end()
        if not self._follows(symbols):
            raise _Invalid(self.at, "invalid-attribute")
        self._space()

    def _value(self) -> None:
        self._space()
        char = self._char()
        if char in ('"', "'"):
            close = self.region.source.find(char, self.at + 1, self.end)
            if close < 0:
                raise _Invalid(self.at, "unfinished-tag")
            self.at = close + 1
        elif char == "{":
            self._braces()
        else:
            raise _Invalid(self.at, "unquoted-value")
        self._space()

    def _repaired(self, invalid: _Invalid) -> Tag:
        """The tag up to its `>`, in spite of a fault; the fault is added.

        Raises:
            NotATag: there is no `>`.
        """
        at, kind = invalid.position, invalid.kind
        if at >= self.end:
            kind = "unfinished-tag"
        span = Span(at, min(at + 1, self.end))
        if kind == "unfinished-tag":
            span = Span(self.start, min(self.end, self.start + 1 + len(self.tag.name)))
        elif kind == "unquoted-value" and (value := _VALUE.match(self.text, at, self.end)):
            span = Span(at, value.end())
        elif kind == "unquoted-value":
            kind = "invalid-attribute"
        fault = Fault(span, kind, self.tag.name, other=Span(self.start, self.start + 1))
        rest = _REST.match(self.text, at, min(self.end, at + 2000))
        self.region.budget.spend((rest.end() if rest else self.end) - self.start)
        if rest is None:
            raise NotATag(fault, self.start)
        self.region.faults.append(fault)
        # Said once: its attributes are at fault.
        self.tag.has_attributes = False
        self.tag.closes_itself = rest["slash"] == "/" and not self.tag.is_end
        self.tag.span = Span(self.start, rest.end())
        return self.tag
