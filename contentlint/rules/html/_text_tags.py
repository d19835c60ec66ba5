"""Text that was meant as a tag: `< b>`, `＜b＞`, `&lt;b>`, in Markdown `<a href"x">`.

Each explains a start or end tag without its counterpart.
"""

import re
from functools import cache

from contentlint.rule import Document, NamedTuple, Problem, RelatedSpan, Repair, Span, cut

# How far from its counterpart a tag is searched for, in code points.
_MAX_DISTANCE = 2000


class TextTag(NamedTuple):
    """Text that was meant as a tag.

    Args:
        span: its position in the file.
        problem: what to report about it and about its counterpart.
    """

    span: Span
    problem: Problem


@cache
def _start(name: str) -> re.Pattern[str]:
    name = re.escape(name)
    following = r"(?=[\s\"'/=>＞&]|(?:href|src|class|id|style|title|target)=)"
    inside = r"(?:[^<>＜＞]|<\?[^<>]{0,200}\?>){0,300}?"
    rest = rf"{name}{following}{inside}(?:/?>|＞|&gt;|\Z)"
    return re.compile(
        rf"(?:<[^\S\r\n]+|[＜﹤]\s*|&lt;\s*|<){rest}|(?<![\w<＜;/.-]){name}>",
        re.IGNORECASE | re.ASCII,
    )


@cache
def _end(name: str) -> re.Pattern[str]:
    name = re.escape(name)
    rest = rf"[/／]\s*{name}\s*(?:>|＞|&gt;)"
    odd = rf"(?:<[^\S\r\n]+|<(?=/\s|／)|[＜﹤]\s*|&lt;\s*){rest}"
    unfinished = rf"</{name}(?=\s+[^\s>]|[^\x00-\x7f]|[^\w\s/<>:.-]|[:.-](?![A-Za-z0-9]))"
    return re.compile(rf"{odd}|{unfinished}", re.IGNORECASE)


def text_tags(document: Document) -> dict[Span, TextTag]:
    """The text that explains each unpaired tag, by the span of that tag."""
    found: dict[Span, TextTag] = {}
    taken: set[int] = set()
    for repair in document.repairs:
        place = None
        if repair.kind == "stray-end":
            place = _start_before(document, repair)
        elif repair.kind == "unclosed":
            place = _end_after(document, repair)
        if place is not None and place.start not in taken:
            taken.add(place.start)
            found[repair.span] = TextTag(place, _problem(document, repair, place))
    return found


def text_tag_starts(document: Document) -> frozenset[int]:
    """The offsets at which these texts start."""
    return frozenset(tag.span.start for tag in document.once(text_tags).values())


def is_in_text_tag(document: Document, span: Span) -> bool:
    """Whether a span is inside of one of these texts, or starts with it."""
    tags = document.once(text_tags).values()
    return any(tag.span.start <= span.start < tag.span.end for tag in tags)


def _start_before(document: Document, repair: Repair) -> Span | None:
    low = max(document.body.start, repair.span.start - _MAX_DISTANCE)
    ends = document.text.lower().rfind(f"</{repair.tag}", low, repair.span.start)
    place = None
    for match in _start(repair.tag).finditer(document.text, max(ends, low), repair.span.start):
        if _is_shown(document, match):
            place = Span(*match.span())
    return place


def _end_after(document: Document, repair: Repair) -> Span | None:
    high = min(len(document.text), repair.span.end + _MAX_DISTANCE)
    for match in _end(repair.tag).finditer(document.text, repair.span.end, high):
        if _is_shown(document, match):
            return Span(*match.span())
    return None


def _is_shown(document: Document, match: re.Match[str]) -> bool:
    """Whether this text is displayed, outside of code; `</ b>` is parsed as a comment."""
    start = match.start()
    if document.text[max(start - 1, 0) : start] == "\\" or document.is_code(start):
        return False
    if match[0].startswith("</ "):
        return True
    # Markdown turns its first character into a character reference.
    last = match.end() - 1
    if document.text[last - 1 : last + 1] == "\n>":
        last -= 2  # the `>` starts a block quote
    return any(run.span.start <= last < run.span.end for run in document.text_runs)


def _problem(document: Document, repair: Repair, place: Span) -> Problem:
    written = cut(" ".join(document.text[place.start : place.end].split()).replace("`", "'"))
    if repair.kind == "unclosed":
        message = f"`{written}` is not a valid end tag for `<{repair.tag}>`"
        return Problem(
            place,
            f"{message}; use `</{repair.tag}>`",
            related=(RelatedSpan(repair.span, f"`<{repair.tag}>` opened here"),),
        )
    message = f"`{written}` is not a valid start tag for `</{repair.tag}>`"
    return Problem(
        place,
        f"{message}; correct it",
        related=(RelatedSpan(repair.span, f"unmatched `</{repair.tag}>`"),),
    )
