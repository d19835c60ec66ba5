"""Repairs that follow from another one, which is reported instead."""

import re
from collections.abc import Callable

from contentlint.core.patterns import lazy
from contentlint.core.source import Span
from contentlint.markup.repairs.open_elements import Repair
from contentlint.markup.standard import BLOCKS, FORMATTING, HEADINGS, TABLE_PARTS

# Elements whose start tag may be meant as an end tag; others are often nested.
_REPEATED = FORMATTING | HEADINGS | {"caption", "figcaption", "label", "legend", "span", "summary"}
# Elements whose start tags end a paragraph.
_END_PARAGRAPHS = BLOCKS | HEADINGS | {"p", "table"}
_LINK = lazy(r"<a[\s>]")
# A start tag of an anchor, which has no content.
_ANCHOR = lazy(r"<a\s(?![^<>]{0,400}\bhref\b)[^<>]{1,400}>", re.IGNORECASE)
# How far a start tag that was meant as an end tag is from the element's start, in code points.
_MAX_DISTANCE = 400


def without_follow_ups(
    html: str, found: list[Repair], is_authored: Callable[[int], bool] | None = None
) -> list[Repair]:
    """The repairs without those that the correction of another one removes.

    Args:
        html: the parsed text.
        found: the repairs in source order.
        is_authored: whether the author wrote the text at an offset; None: everything.
    """
    if len(found) < 2:
        return found
    if is_authored is not None:
        found = _with_generated_links_inside(html, found, is_authored)
        found = _with_ends_in_other_blocks(found, is_authored)
    found = _with_blocks_inside(html, found)
    return _without_ends_of_ignored(_with_repeated_start_tags(html, found))


def _with_generated_links_inside(
    html: str, found: list[Repair], is_authored: Callable[[int], bool]
) -> list[Repair]:
    """Merge the two repairs of `<a id="low">[tide](/tide)</a>`, which has both its tags."""
    kept: list[Repair] = []
    outer: int | None = None
    for repair in found:
        if repair.tag == "a" and repair.kind == "stray-end" and outer is not None:
            start = kept[outer].span.end
            inside = _LINK.finditer(html, start, repair.span.start)
            if any(not is_authored(link.start()) for link in inside):
                kept[outer] = Repair("nested", "a", kept[outer].span, opened=repair.span)
                outer = None
                continue
        if repair.tag == "a":
            outer = len(kept) if repair.kind == "unclosed" and repair.other is None else None
        kept.append(repair)
    return kept


def _with_ends_in_other_blocks(
    found: list[Repair], is_authored: Callable[[int], bool]
) -> list[Repair]:
    """Merge the two repairs of an element that continues into another block of Markdown."""
    kept: list[Repair] = []
    left_open: dict[str, int] = {}
    for repair in found:
        place = left_open.pop(repair.tag, None)
        if repair.kind == "stray-end" and repair.other is None and place is not None:
            kept[place] = kept[place]._replace(opened=repair.span)
            continue
        if repair.kind == "unclosed" and repair.other and not is_authored(repair.other.start):
            left_open[repair.tag] = len(kept)
        kept.append(repair)
    return kept


def _with_blocks_inside(html: str, found: list[Repair]) -> list[Repair]:
    """Merge the repairs of an inline element around a block, in a paragraph that the block ends."""
    kept: list[Repair] = []
    left_open: dict[str, int] = {}
    blocks: set[Span | None] = set()
    for repair in found:
        place = left_open.pop(repair.tag, None)
        if repair.kind == "stray-end" and place is not None:
            blocks.add(kept[place].other)
            kept[place] = kept[place]._replace(opened=repair.span)
            continue
        if repair.kind == "stray-end" and repair.tag == "p" and repair.other in blocks:
            continue
        if repair.kind == "unclosed" and _is_start_of_block(html, repair):
            left_open[repair.tag] = len(kept)
        kept.append(repair)
    return kept


def _is_start_of_block(html: str, repair: Repair) -> bool:
    """Whether the start tag of a block closed the element."""
    # A block in SVG or MathML is another fault.
    is_block = repair.other_tag in _END_PARAGRAPHS and not repair.foreign
    return is_block and repair.other is not None and html[repair.other.start + 1] != "/"


def _without_ends_of_ignored(found: list[Repair]) -> list[Repair]:
    """Drop the end tag of an element whose start tag has a repair, as in `<a>…<a>…</a></a>`."""
    kept: list[Repair] = []
    strays: dict[str, list[Repair]] = {}
    for each in reversed(found):
        repair = each
        if repair.kind == "stray-end" and repair.other is None:
            strays.setdefault(repair.tag, []).append(repair)
        elif repair.kind in ("nested", "ignored-start") and strays.get(repair.tag):
            end = strays[repair.tag].pop()
            if repair.kind == "nested":
                repair = repair._replace(opened=end.span)
            kept = [other for other in kept if other is not end]
            if repair.tag in TABLE_PARTS:
                kept = [other for other in kept if not _is_part_between(repair, end, other)]
        kept.append(repair)
    return kept[::-1]


def _is_part_between(first: Repair, last: Repair, repair: Repair) -> bool:
    """Whether this is a part of a table inside one that is ignored."""
    is_part = repair.tag in TABLE_PARTS and repair.kind in ("ignored-start", "stray-end")
    return is_part and first.span.start < repair.span.start < last.span.start


def _with_repeated_start_tags(html: str, found: list[Repair]) -> list[Repair]:
    """Merge the two repairs of `<b>low<b>`, where the second tag was meant as an end tag."""
    unclosed = {repair.span: repair for repair in found if repair.kind == "unclosed"}
    # A third tag may close the second.
    unclosed |= {r.other: r for r in found if r.kind == "nested" and r.other is not None}
    dropped: set[int] = set()
    merged: list[Repair] = []
    previous: Repair | None = None
    for repair in found:
        if repair.kind == "unclosed" and repair.tag in _REPEATED:
            if previous is not None and _is_repeated(html, previous, repair):
                merged.append(Repair("repeated", repair.tag, repair.span, previous.span))
                dropped |= {id(previous), id(repair)}
                previous = None
                continue
            previous = repair
        elif repair.kind == "nested" and repair.other is not None and repair.span in unclosed:
            outer = Repair("unclosed", repair.tag, repair.other)
            if _is_repeated(html, outer, repair):
                merged.append(Repair("repeated", repair.tag, repair.span, repair.other))
                dropped |= {id(repair), id(unclosed[repair.span])}
    kept = [repair for repair in found if id(repair) not in dropped]
    return sorted([*kept, *merged], key=lambda repair: (repair.span, repair.kind))


def _is_repeated(html: str, first: Repair, second: Repair) -> bool:
    """Whether the second of two start tags has no attributes and only inline text before it."""
    between = html[first.span.end : second.span.start]
    is_anchor = _ANCHOR.fullmatch(html, *first.span) is not None
    return (
        first.tag == second.tag
        and re.fullmatch(r"<[A-Za-z0-9]+\s*>", html[second.span.start : second.span.end])
        is not None
        and (is_anchor or between.strip() != "")
        and len(between.strip()) <= _MAX_DISTANCE
        and re.search(rf"<(?:/?{first.tag}|/?p|/?li|/?div|/?td)\b|\n\s*\n", between) is None
    )
