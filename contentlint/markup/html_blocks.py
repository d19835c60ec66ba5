"""Raw HTML blocks of renderers that continue them to the end tag, not to a blank line.

kramdown, Redcarpet and Python-Markdown leave everything up to the end tag as it is. CommonMark, in
which bodies are parsed, does the same if the block has no blank lines.
"""

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from typing import Final

from contentlint.core.patterns import lazy
from contentlint.core.source import Span
from contentlint.markup.template_syntax import Masked, as_word

# The elements that start a block of HTML in all three renderers.
_NAMES: Final = (
    "address|article|aside|blockquote|details|div|dl|fieldset|figcaption|figure|footer|form"
    "|h[1-6]|header|nav|ol|p|pre|section|table|ul"
)
_TAG = lazy(rf"<(/?)({_NAMES}|del|ins)(?=[\s>/])[^<>]*>", re.IGNORECASE)
_BLOCK_START = lazy(
    rf"^[ \t]*(?:(?:[-*+]|\d+[.)])[ \t]+)?<(?:{_NAMES}|del|ins)[\s>]", re.IGNORECASE | re.MULTILINE
)
_MARGIN = lazy(r"[ \t]*(?:(?:[-*+]|\d+[.)])[ \t]+)?")
_FENCE = lazy(r"^[ \t]*(`{3,}|~{3,})[^\n]*$", re.MULTILINE)
# The end of a line and the blank lines after it, with the indentation of the next line.
_LINE_BREAK = lazy(r"(?<![\r\n \t])[ \t]*+\r?\n((?:[ \t]*+\r?\n)*+)([ \t]*+)(?=\S)")
_BLANK_LINE = lazy(r"\n[ \t]*+\r?\n")
_REST_OF_TAG = lazy(r"[^<>]*>")
_MARKDOWN_ATTRIBUTE = lazy(r"\smarkdown\b", re.IGNORECASE)


def line_breaks(text: str, body: Span, *, deletions: bool = False) -> tuple[Span, ...]:
    """The line breaks to remove so that CommonMark does not end raw HTML blocks at them.

    Those are blank lines, and in an indented block the end of a line before one that is indented
    less, because that is part of the same item of a list.

    Args:
        text: the file's text, template syntax already masked.
        body: the body's range in it.
        deletions: whether `<del>` and `<ins>` start blocks, too.
    """
    if _BLOCK_START.search(text, *body) is None:
        return ()
    return tuple(
        Span(match.start(), match.start(2))
        for block, margin in _blocks(text, body, deletions)
        if margin or _BLANK_LINE.search(text, *block)  # few have either
        for match in _LINE_BREAK.finditer(text, *block)
        if _ends_block(text, match, margin)
    )


def mask_fences(masked: Masked, body: Span) -> Masked:
    """Mask the fenced code in raw HTML blocks, which Python-Markdown displays as code.

    Args:
        masked: the file's text with its template syntax masked.
        body: the body's range in it.
    """
    text = masked.text
    if _FENCE.search(text, *body) is None or _BLOCK_START.search(text, *body) is None:
        return masked
    blocks = [block for block, _ in _blocks(text, body, deletions=False)]
    code: list[Span] = []
    pieces: list[str] = []
    place = 0
    for fence in _fences(text, body):
        before = bisect(blocks, fence)  # blocks are in order and do not overlap
        if before and fence.start < blocks[before - 1].end:
            code.append(fence)
            pieces += (text[place : fence.start], as_word(text[fence.start : fence.end]))
            place = fence.end
    text = "".join((*pieces, text[place:]))
    return masked._replace(text=text, masks=in_order(masked.masks, code))


def _ends_block(text: str, match: re.Match[str], margin: int) -> bool:
    """Whether CommonMark would end a block at a line break, but other renderers do not.

    Args:
        text: the file's text.
        match: the line break.
        margin: the indentation of the block.
    """
    is_indented_less = len(match[2].expandtabs(4)) < margin
    if match[1]:
        return not is_indented_less
    return is_indented_less and _REST_OF_TAG.match(text, match.end()) is None


def in_order(some: Sequence[Span], others: Sequence[Span]) -> tuple[Span, ...]:
    """Two sequences of ranges as one, in order and without overlaps."""
    if not some or not others:
        return tuple(some or others)
    found: list[Span] = []
    for span in sorted([*some, *others]):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


def _blocks(text: str, body: Span, deletions: bool) -> Iterator[tuple[Span, int]]:
    """The outermost HTML blocks, from the start tag at the start of a line, and their margins."""
    fences = list(_fences(text, body))
    opened: dict[str, list[re.Match[str]]] = {}
    ends: dict[int, int] = {}
    starts: list[re.Match[str]] = []
    for tag in _TAG.finditer(text, *body):
        if fences and any(fence.start <= tag.start() < fence.end for fence in fences):
            continue
        name = tag[2].lower()
        if name in ("del", "ins") and not deletions:
            continue
        if not tag[1]:
            starts.append(tag)
            opened.setdefault(name, []).append(tag)
        elif opened.get(name):
            ends[opened[name].pop().start()] = tag.end()
    last = body.start
    for tag in starts:
        end = ends.get(tag.start())
        if tag.start() < last or end is None or _MARKDOWN_ATTRIBUTE.search(tag[0]):
            continue
        margin = text[text.rfind("\n", body.start, tag.start()) + 1 : tag.start()]
        if _MARGIN.fullmatch(margin):
            yield Span(tag.start(), end), len(margin.expandtabs(4))
            last = end


def _fences(text: str, body: Span) -> Iterator[Span]:
    """The fenced code blocks."""
    if "```" not in text and "~~~" not in text:
        return
    opener: re.Match[str] | None = None
    for fence in _FENCE.finditer(text, *body):
        if opener is None:
            opener = fence
        elif fence[1].startswith(opener[1]) and not fence[0].strip(" \t\r`~"):
            yield Span(opener.start(), fence.end())
            opener = None
