"""Template syntax inside HTML tags, replaced with text that is valid there.

Between attributes, a mask becomes an attribute name, or a name with a value if it has several
lines; in a value it remains an opaque word; in a tag name it becomes letters. A tag with template
syntax is then a valid tag in HTML and CommonMark, without missing spaces or duplicate attributes.
"""

from collections.abc import Iterable, Iterator, Sequence

from contentlint.core.patterns import lazy
from contentlint.core.source import Span
from contentlint.core.tuples import NamedTuple
from contentlint.markup.template_syntax import FILLER

_EXPRESSION = lazy(r"\{\{(?![<%])|<%[=-]")
_NAME_START = lazy(rf"</?(?=[A-Za-z{FILLER}])")
_TAG_NAME = lazy(r"[^\s<>/\"'=]++")
# White space in a tag; in Markdown a blank line ends the tag.
_SPACE = r"(?:[ \t\f/]|\r?\n(?![ \t]*\r?\n)|\r)"
_ANY_SPACE = r"[\s/]"
_TOKEN = (
    r"(?P<name>[^\s<>/=][^\s<>/=]*+)(?:\s*+=\s*+"
    r"(?:(?P<quoted>\"(?:{inside}[^\"])*+\"|'(?:{inside}[^'])*+')|(?P<bare>[^\s\"'<>][^\s<>]*+)))?+"
)
_NOT_BLANK = r"(?!\n[ \t]*\r?\n)"
_IN_MARKDOWN = lazy(rf"{_SPACE}*+(?:{_TOKEN.format(inside=_NOT_BLANK)}|(?P<end>>))")
_IN_HTML = lazy(rf"{_ANY_SPACE}*+(?:{_TOKEN.format(inside='')}|(?P<end>>))")
_LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz"


class Filling(NamedTuple):
    """The replacement of a mask in a tag.

    Args:
        mask: the span of the mask.
        text: the replacement, of the same length.
    """

    mask: Span
    text: str


def fillings(masked: str, text: str, masks: Sequence[Span], *, is_html: bool) -> Iterator[Filling]:
    """The masks in tags with their replacements, in order.

    Args:
        masked: the file's text with every mask replaced by words.
        text: the file's text.
        masks: the spans of template syntax, in order.
        is_html: whether the body is HTML, where tags may contain blank lines.
    """
    index, position = 0, 0
    while index < len(masks) and (opening := _NAME_START.search(masked, position)):
        position = opening.end()
        name = _TAG_NAME.match(masked, position)
        if name is None:
            continue
        values, end, is_tag = _attributes(masked, name.end(), is_html=is_html)
        while index < len(masks) and masks[index].end <= opening.start():
            index += 1
        if not is_tag:
            position = max(position, end)
            continue
        inside = index
        while inside < len(masks) and masks[inside].start < end:
            inside += 1
        if inside > index:
            tag = _Tag(masked, text, name.span(), values)
            yield from tag.fillings(masks[index:inside])
        index, position = inside, end


def _attributes(masked: str, position: int, *, is_html: bool) -> tuple[list[Span], int, bool]:
    """The attribute values of a tag, the offset where parsing ended, and whether it is a tag."""
    read = _IN_HTML.match if is_html else _IN_MARKDOWN.match
    values: list[Span] = []
    while match := read(masked, position):
        position = match.end()
        if match["end"]:
            return values, position, True
        for group in ("quoted", "bare"):
            if match[group] is not None:
                values.append(Span(*match.span(group)))
    return values, position, False


class _Tag:
    """One tag that contains masks.

    Args:
        masked: the text with every mask replaced by words.
        text: the original text.
        name: the span of the name, including adjacent masks.
        values: the spans of the attribute values, in order.
    """

    def __init__(self, masked: str, text: str, name: tuple[int, int], values: list[Span]) -> None:
        self.masked = masked
        self.text = text
        self.name = Span(*name)
        self.values = values

    def fillings(self, masks: Sequence[Span]) -> Iterator[Filling]:
        name_end = self._name_end(masks)
        before = ""
        end_of_last = -1
        values = iter(self.values)
        value = next(values, None)
        for number, mask in enumerate(masks):
            while value is not None and value.end <= mask.start:
                value = next(values, None)
            if mask.start < name_end:
                filled = "z" * (mask.end - mask.start)
            elif value is not None and value.start <= mask.start:
                is_quoted = self.masked[value.start] in "\"'"
                filled = self.masked[mask.start : mask.end]
                if not is_quoted:
                    filled = FILLER * (mask.end - mask.start)
            else:
                last = before[-1:] if end_of_last == mask.start else self.masked[mask.start - 1]
                filled = self._attribute(mask, last, number)
            yield Filling(mask, filled)
            before, end_of_last = filled, mask.end

    def _name_end(self, masks: Iterable[Span]) -> int:
        """The end of the name; in `<li{% if … %} class="a"` it ends before the statement."""
        first = next((m for m in masks if self.name.start <= m.start < self.name.end), None)
        if first is None or first.start == self.name.start:
            return self.name.end
        rest = self.masked[first.start : self.name.end].strip(FILLER)
        if rest or _EXPRESSION.match(self.text, first.start):
            return self.name.end
        return first.start

    def _attribute(self, mask: Span, last: str, number: int) -> str:
        """An attribute to replace a mask, with the necessary spaces around it."""
        following = self.masked[mask.end : mask.end + 1]
        is_expression = _EXPRESSION.match(self.text, mask.start) is not None
        joins_last = last.isspace() or last == "/" or (is_expression and _is_name_character(last))
        lead = "" if joins_last else " "
        joins_next = following.isspace() or following in "/>=" or following == FILLER
        tail = "" if joins_next or (is_expression and _is_name_character(following)) else " "
        size = mask.end - mask.start - len(lead) - len(tail)
        written = self.masked[mask.start : mask.end]
        name = "z" + _number(number)
        if ("\n" in written or "\r" in written) and size > len(name) + 3:
            start = len(lead) + len(name) + 2
            inside = written[start : len(written) - len(tail) - 1]
            return f'{lead}{name}="{inside}"{tail}'
        return lead + name.ljust(size, "z")[:size] + tail


def _is_name_character(character: str) -> bool:
    return character.isalnum() or character in "_:.-@"


def _number(number: int) -> str:
    """A number in base 36."""
    digits = _LETTERS[number % 36]
    while number >= 36:
        number //= 36
        digits = _LETTERS[number % 36] + digits
    return digits
