"""What the MDX compilers refuse, for the rules that report it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from contentlint.rule import Document, Fix, Safety, Span, cut, lazy, replace

if TYPE_CHECKING:
    from contentlint.markup.mdx import Fault, FaultKind

_INNER = lazy(r"\{%-?\s*(?:else|elsif|elif|when|break|end)")
_START_OF_TAG = lazy(r"</?[^\s<>]*>?")


def faults(document: Document, *kinds: "FaultKind") -> "Iterator[Fault]":
    """The faults of some kinds, in the order of the text.

    Of a block such as `{% if low %}…{% endif %}` only the start is one.
    """
    is_in_block = False
    for fault in document.mdx_faults:
        if document.text.startswith("{%", fault.span.start):
            if is_in_block and _INNER.match(document.text, fault.span.start):
                continue
            is_in_block = True
        if fault.kind in kinds:
            yield fault


def quoted(document: Document, span: Span) -> str:
    """The text of a range in backticks, cut to fit a message."""
    text = " ".join(document.text[span.start : span.end].split())
    return f"`{cut(text.replace('`', chr(39)))}`"


def start_of_tag(document: Document, offset: int) -> Span:
    """What is written from a `<` up to a space or `>`."""
    match = _START_OF_TAG.match(document.text, offset)
    return Span(offset, match.end() if match else offset + 1)


def escape(offset: int, symbol: str, safety: Safety) -> Fix:
    """The fix that makes a `<` or `{` text.

    Args:
        offset: its offset.
        symbol: the symbol.
        safety: how sure it is that text is meant.
    """
    escaped = {"<": "&lt;", "{": r"\{"}[symbol]
    title = f"escape `{symbol}` as `{escaped}`"
    return replace(Span(offset, offset + 1), escaped, title, safety)
