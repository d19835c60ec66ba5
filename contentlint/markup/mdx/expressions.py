"""Expressions in braces."""

import re
from dataclasses import dataclass, field
from typing import Final

from contentlint.core.patterns import lazy
from contentlint.core.source import Span
from contentlint.markup.mdx.fault import Fault
from contentlint.markup.mdx.javascript.modules import read_expression
from contentlint.markup.mdx.javascript.reader import JavaScriptError, Text, TooDeep

_SPACE = lazy(r"[\s\ufeff]*+")
# What may hold braces that do not count: strings, comments, escapes.
_TOKEN = lazy(
    r"\"(?:[^\"\\\n]|\\.)*+\"|'(?:[^'\\\n]|\\.)*+'|/\*(?:[^*]|\*(?!/))*+(?:\*/|\Z)|//[^\n]*|\\."
    r"|[{}`]|[^{}`\"'/\\]++|.",
    re.DOTALL,
)
_IN_TEMPLATE = lazy(r"\\.|`|\$\{|[^`$\\]++|.", re.DOTALL)
_WORK: Final = 10
_LEAST_WORK: Final = 400_000


class Exhausted(Exception):
    """Reading again and again what is at fault costs too much."""


@dataclass(slots=True)
class Budget:
    """How many characters may still be read in vain, so that no file takes long.

    Args:
        left: the number of characters.
    """

    left: int

    @classmethod
    def of(cls, text: str) -> "Budget":
        """The budget for a text."""
        return cls(_WORK * len(text) + _LEAST_WORK)

    def spend(self, characters: int) -> None:
        """Count characters.

        Raises:
            Exhausted: there were too many.
        """
        self.left -= characters + 1
        if self.left < 0:
            raise Exhausted


@dataclass(slots=True)
class Region:
    """A text with its faults.

    Args:
        source: the text.
        end: where the text ends that a tag or expression may extend to.
        budget: what may be read in vain.
        faults: the faults found, with offsets in the text.
    """

    source: Text
    end: int
    budget: Budget
    faults: list[Fault] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text itself."""
        return self.source.text


class Unclosed(Exception):
    """Braces that are never closed; nothing after the `{` belongs to it.

    Args:
        position: the offset of the `{`.
        fault: what is wrong.
    """

    def __init__(self, position: int, fault: Fault) -> None:
        super().__init__(position)
        self.position = position
        self.fault = fault


def end_of_expression(
    region: Region, start: int, *, is_spread: bool = False, allows_empty: bool = True
) -> int:
    """The offset after the `}` of an expression; what is wrong with it is added to the faults.

    Args:
        region: the text.
        start: the offset of the `{`.
        is_spread: whether it is among the attributes of a tag, where a spread is expected.
        allows_empty: whether it may be empty.

    Raises:
        Unclosed: there is no `}` that closes it.
    """
    last = region.source.last("}", start + 1, region.end)
    if last < 0:
        raise Unclosed(start, Fault(Span(start, start + 1), "unclosed-expression"))
    closed = _end_of_empty(region, start + 1)
    if closed is not None:
        if not allows_empty or is_spread:
            region.faults.append(Fault(Span(start, closed), "empty-expression"))
        return closed
    try:
        return 1 + read_expression(region.source, start + 1, region.end, last, is_spread=is_spread)
    except JavaScriptError as error:
        position = min(error.position, region.end)
    except TooDeep:
        # What cannot be read is taken for valid.
        return _closing_brace(region, start)
    region.budget.spend(position - start)
    end = _closing_brace(region, start, position)
    kind = "not-a-spread" if is_spread else "invalid-expression"
    place = Span(start, end)
    if "\n" in region.text[start:position]:
        # The line at fault, not the first one of a long expression.
        place = Span(position, min(position + 1, end))
    region.faults.append(Fault(place, kind, other=Span(start, start + 1)))  # type: ignore[arg-type]
    return end


def _end_of_empty(region: Region, start: int) -> int | None:
    """The offset after the `}` of braces that hold spaces and comments only."""
    text, end, at = region.text, region.end, start
    while True:
        at = _SPACE.match(text, at, end).end()  # type: ignore[union-attr]
        if text.startswith("/*", at, end):
            close = region.source.find("*/", at + 2, end)
        elif text.startswith("//", at, end):
            close = region.source.find("\n", at, end) - 1
        else:
            return at + 1 if text.startswith("}", at, end) else None
        if close < at:
            return None
        at = close + 2


def _closing_brace(region: Region, start: int, least: int = 0) -> int:
    """The offset after the `}` that closes a `{`, by counting.

    Strings, comments and templates are respected where that helps to find it.

    Raises:
        Unclosed: there is none.
    """
    for end in (balanced(region, start), _counted(region, start)):
        if end is not None:
            return end
    raise Unclosed(
        start, Fault(Span(start, start + 1), "unclosed-expression", other=Span(least, least))
    )


def balanced(region: Region, start: int) -> int | None:
    """The offset after the `}` that closes a `{`, regarding strings, comments and templates.

    Args:
        region: the text.
        start: the offset of the `{`.
    """
    text, at = region.text, start
    opened: list[str] = []
    while at < region.end:
        pattern = _IN_TEMPLATE if opened[-1:] == ["`"] else _TOKEN
        token = pattern.match(text, at, region.end)
        if token is None:
            break
        at = token.end()
        symbol = token[0]
        if symbol == "`" and pattern is _IN_TEMPLATE:
            opened.pop()
        elif symbol in ("{", "${", "`"):
            opened.append(symbol)
        elif symbol == "}" and pattern is _TOKEN:
            opened.pop()
            if not opened:
                region.budget.spend(at - start)
                return at
    region.budget.spend(region.end - start)
    return None


def _counted(region: Region, start: int) -> int | None:
    depth = 0
    for brace in re.compile("[{}]").finditer(region.text, start, region.end):
        depth += 1 if brace[0] == "{" else -1
        if not depth:
            region.budget.spend(brace.end() - start)
            return brace.end()
    region.budget.spend(region.end - start)
    return None
