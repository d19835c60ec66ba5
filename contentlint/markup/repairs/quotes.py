"""Attributes with wrong quotes, and the same text as the author meant it.

Each change keeps the length of the text and the offset of the value, so that positions in the
changed text are positions in the original.
"""

import re
from collections.abc import Iterator
from typing import Final

from contentlint.core.patterns import lazy
from contentlint.core.source import Span
from contentlint.core.tuples import NamedTuple
from contentlint.markup.template_syntax import FILLER

_SPACE = r"[\t\n\f\r ]"
_TYPOGRAPHIC: Final = "“”„‟‘’‚‛«»‹›＂＇"
_REFERENCE = r"&(?:quot|#34|#39|apos|[lr][ds]quo);"

# An attribute that needs no change. A value with a `>` before a `<` may have swallowed a tag.
_VALUE = (
    r"""(?:"(?:[^"<]*|[^"<>]*<[^"]*)"|'(?:[^'<]*|[^'<>]*<[^']*)'"""
    rf"""|(?!{_REFERENCE})[^\t\n\f\r "'<>=`{_TYPOGRAPHIC}]+)"""
)
_ATTRIBUTE = rf"""[^\t\n\f\r "'<>/={_TYPOGRAPHIC}]+(?:{_SPACE}*={_SPACE}*{_VALUE})?"""
_REGULAR = lazy(rf"{_ATTRIBUTE}(?=/?[\s>])")
REGULAR_TAG = lazy(rf"<[A-Za-z][A-Za-z0-9:_-]*(?:{_SPACE}+{_ATTRIBUTE})*+{_SPACE}*/?>")
"""A start tag that the author and the parser read in the same way."""

MAY_BE_TYPOGRAPHIC = lazy(rf"={_SPACE}*(?:[{_TYPOGRAPHIC}]|{_REFERENCE})")

# The start of the next attribute: a name before `=`, after a space.
_NEXT = lazy(rf"""{_SPACE}(?:[A-Za-z_@:][\w:.@-]*{_SPACE}*=|(?:alt|class|href|id|src|title)["“])""")
_PARTS = lazy(
    rf"""(?P<name>[A-Za-z_@:][\w.@-]*?(?::[A-Za-z][\w.-]*)?)"""
    rf"""(?P<equals>{_SPACE}*=+{_SPACE}*|:(?=["'“”‘])|(?=["'“”]))(?P<value>.+)""",
    re.DOTALL,
)
_REFERENCES = lazy(rf"({_REFERENCE})(.*)({_REFERENCE})", re.DOTALL)
_OTHER_VALUE = lazy(r"""=["']|["']\s*[\w-]+=""")
_NOT_UNQUOTED = lazy(r"""[\t\n\f\r "'<>=`]""")
_NAMES: Final = frozenset("alt class content href id lang name rel src style target title".split())


class QuoteFault(NamedTuple):
    """One attribute with wrong quotes.

    Args:
        code: what is wrong, as in `rules.html.parse_error.MESSAGES`.
        span: the attribute.
        text: the attribute as it was meant, of the same length.
    """

    code: str
    span: Span
    text: str


def meant_end(html: str, start: int) -> tuple[int, int]:
    """Where the regular attributes of a start tag end, and the `>` after them, or -1.

    Args:
        html: the parsed text.
        start: the offset after the tag's name.
    """
    place = start
    while place < len(html):
        if html[place] in "\t\n\f\r /":
            place += 1
        elif match := _REGULAR.match(html, place):
            place = match.end()
        else:
            break
    return place, html.find(">", place)


def quote_faults(html: str, start: int, end: int) -> Iterator[QuoteFault]:
    """The attributes with wrong quotes in a start tag.

    Args:
        html: the parsed text.
        start: the offset after the tag's name.
        end: the offset of the `>` that was meant to close the tag.
    """
    place = start
    while place < end:
        if html[place] in "\t\n\f\r /":
            place += 1
            continue
        following = _NEXT.search(html, place, end)
        last = following.start() if following else end
        match = _REGULAR.match(html, place, end + 1)
        if match and not _continues(html, place, match.end(), last):
            place = match.end()
            continue
        written = html[place:last].rstrip("\t\n\f\r ,")
        if following is None and written.endswith("/") and written[-2:-1] in ('"', " "):
            written = written[:-1].rstrip()
        fault = _fault(written)
        if fault is None or FILLER in written:
            return
        yield QuoteFault(fault[0], Span(place, place + len(written)), fault[1])
        place = max(last, place + 1)


def _continues(html: str, start: int, end: int, last: int) -> bool:
    """Whether a value without an opening quote continues to a quote, as in `alt=a pier"`.

    Args:
        html: the parsed text.
        start: the offset of the attribute.
        end: the offset at which the unquoted value ends.
        last: the offset of the next attribute.
    """
    rest = html[end:last].rstrip("\t\n\f\r /")
    if "=" not in html[start:end] or html[end - 1] in "\"'" or rest[-1:] not in ("'", '"'):
        return False
    return rest.count('"') + rest.count("'") == 1


def _fault(written: str) -> tuple[str, str] | None:
    """What is wrong with an attribute, and the attribute as it was meant; None if unknown."""
    parts = _PARTS.fullmatch(written)
    if parts is None:
        return None
    name, equals, value = parts["name"], parts["equals"], parts["value"]
    if equals.strip() in ("", ":"):
        return _without_equals(name, equals, value)
    if equals.count("=") > 1:
        value = _closed(value)
        spaces = equals.replace("=", " ").replace(" ", "=", 1)
        return None if value is None else ("doubled-equals-sign", name + spaces + value)
    for classify in (_in_references, _escaped, _typographic, _quoted, _unquoted):
        if (found := classify(value)) is not None:
            return found[0], name + equals + found[1]
    return None


def _without_equals(name: str, colon: str, value: str) -> tuple[str, str] | None:
    is_name = name.lower() in _NAMES or name.lower().startswith(("data-", "aria-"))
    if not is_name or _closed(value) is None:
        return None
    if colon:
        return "colon-instead-of-equals-sign", f"{name}={value}"
    return "missing-equals-sign", f"{name}={_bare(value[1:-1])} "


def _closed(value: str) -> str | None:
    """A value in quotes of one kind, without others of this kind inside."""
    quote = value[0]
    is_closed = len(value) > 1 and quote in "\"'" and value[-1] == quote
    return value if is_closed and value.count(quote) == 2 else None


def _bare(value: str) -> str:
    """A value without quotes, of the same length."""
    bare = _NOT_UNQUOTED.sub(lambda match: "\xa0" if match[0].isspace() else "_", value)
    return bare.replace("&", "_") if bare.startswith("&") else bare


def _in_references(value: str) -> tuple[str, str] | None:
    match = _REFERENCES.fullmatch(value)
    if match is None:
        return None
    first, inner, last = match.groups()
    inner = inner.replace('"', "_")
    return "reference-instead-of-quote", f'{" " * (len(first) - 1)}"{inner}"{" " * (len(last) - 1)}'


def _escaped(value: str) -> tuple[str, str] | None:
    quote = value[1:2]
    if value[0] != "\\" or quote not in ('"', "'") or not value.endswith("\\" + quote):
        return None
    inner = value[2:-2]
    return None if quote in inner else ("escaped-quote", f" {quote}{inner}{quote} ")


def _typographic(value: str) -> tuple[str, str] | None:
    """A value in typographic quotes, or in one typographic and one straight quote."""
    quotes = _TYPOGRAPHIC + "\"'"
    inner = value[1:]
    if inner and inner[-1] in quotes and inner[:-1].count('"') == 0:
        if value[0] in _TYPOGRAPHIC or inner[-1] in _TYPOGRAPHIC:
            return "typographic-quote", f'"{inner[:-1]}"'
        return None
    if value[0] in _TYPOGRAPHIC and not any(quote in inner for quote in quotes) and inner:
        return "typographic-quote", f" {_bare(inner)}"
    return None


def _quoted(value: str) -> tuple[str, str] | None:
    """A value with an opening quote."""
    quote = value[0]
    if quote not in "\"'":
        return None
    other = "'" if quote == '"' else '"'
    inner = value[1:]
    if quote not in inner:
        if inner.endswith(other) and inner.count(other) == 1:
            return "mismatched-quotes", f"{quote}{inner[:-1]}{quote}"
        return ("unclosed-quote", f" {_bare(inner)}") if inner.strip() else None
    if not inner.endswith(quote):
        return None
    return _with_quotes_inside(quote, other, inner[:-1])


def _with_quotes_inside(quote: str, other: str, inner: str) -> tuple[str, str] | None:
    """A value in quotes with quotes of the same kind inside.

    Args:
        quote: the quote around the value.
        other: the other kind of quote.
        inner: the text between the outer quotes.
    """
    middle = inner.strip(quote)
    if quote not in inner or not middle or _OTHER_VALUE.search(inner):
        return None
    if quote in middle or len(inner) - len(middle) > 2:
        return "quote-in-value", f"{quote}{inner.replace(quote, other)}{quote}"
    before = inner.startswith(quote)
    after = inner.endswith(quote)
    first = f" {quote}" if before else quote
    last = f"{quote} " if after else quote
    return "doubled-quote", f"{first}{middle}{last}"


def _unquoted(value: str) -> tuple[str, str] | None:
    """A value with only a closing quote."""
    quote = value[-1]
    if quote not in "\"'" or value.count(quote) != 1 or len(value) < 2:
        return None
    return "unopened-quote", f"{_bare(value[:-1])} "
