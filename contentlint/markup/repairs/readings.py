"""Readings of a body: what its tags mean if one of them is wrong, missing or superfluous.

The standard's algorithm closes an element wherever it must, so that one missing end tag may make
several end tags unmatched. A reading changes one tag, and the algorithm runs again; the reading
with the fewest errors is what the author meant.
"""

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from typing import Final, TypeVar

from contentlint.core.patterns import lazy
from contentlint.core.source import Span
from contentlint.core.tuples import NamedTuple
from contentlint.markup.repairs.open_elements import Node, Repair, is_misspelled
from contentlint.markup.repairs.table_modes import TableModes
from contentlint.markup.standard import ELEMENTS, OPTIONAL_END, SPECIAL
from contentlint.markup.tokens import Tag

# Maximum number of changed tags, of readings tried for each of them, and of repairs in a body for
# which readings are tried, to limit the time.
_MAX_CHANGES: Final = 6
_MAX_TRIES: Final = 8
_MAX_REPAIRS: Final = 200

_TABLE_PART = lazy(r"<(/?)(?:tr|td|th|tbody|thead|tfoot|caption|col|colgroup|(table))\b", re.I)
_TAG_START = lazy(r"<[A-Za-z]")


class Reading(NamedTuple):
    """Changes to the tags of a body.

    Args:
        renamed: maps offsets of end tags to the name that was meant.
        closed: maps offsets to the start tag of an element that ends there without an end tag.
        ignored: the offsets of superfluous end tags.
        complete: the offsets of start tags with `/>` that were meant as complete elements.
        reported: the repairs of the renamed and ignored tags.
    """

    renamed: Mapping[int, str] = {}
    closed: Mapping[int, int] = {}
    ignored: frozenset[int] = frozenset()
    complete: frozenset[int] = frozenset()
    reported: tuple[Repair, ...] = ()


Result = TypeVar("Result", bound=TableModes)


def best_reading(construct: Callable[[Reading], Result]) -> tuple[Reading, Result]:
    """The reading of a body with the fewest errors, and its result.

    Args:
        construct: runs tree construction over a reading.
    """
    reading = Reading()
    result = construct(reading)
    for _ in range(_MAX_CHANGES):
        if not result.found or len(result.found) > _MAX_REPAIRS:
            break
        better = _best(construct, _limited(_candidates(reading, result)))
        if better is None:
            break
        reading, result = better
    return reading, result


def _best(
    construct: Callable[[Reading], Result], candidates: Iterator[tuple[Reading, int]]
) -> tuple[Reading, Result] | None:
    """The first of the candidates with the fewest errors; None if no one has few enough."""
    best, fewest = None, sys.maxsize
    for tried, most in candidates:
        result = construct(tried)
        count = len(result.found) + len(tried.reported)
        if count <= most and count < fewest:
            best, fewest = (tried, result), count
        if fewest <= 1:
            break
    return best


def _limited(candidates: Iterator[tuple[Reading, int]]) -> Iterator[tuple[Reading, int]]:
    seen: list[Reading] = []
    for tried, most in candidates:
        if tried not in seen:
            seen.append(tried)
            yield tried, most
        if len(seen) >= _MAX_TRIES:
            return


def _candidates(reading: Reading, result: TableModes) -> Iterator[tuple[Reading, int]]:
    """Readings with one more change, each with the number of errors it may have at most."""
    fewer = len(result.found) + len(reading.reported) - 1
    for changes in (_missing_ends, _complete_tags, _wrong_names, _superfluous_ends):
        for tried in changes(reading, result):
            yield tried, fewer
    if not reading.closed:
        for tried in _other_places(reading, result):
            yield tried, fewer + 1


def _missing_ends(reading: Reading, result: TableModes) -> Iterator[Reading]:
    """An element ends before the text or tag that the standard does not allow in it.

    All of them first, because an article often repeats an error.
    """
    ends: dict[int, int] = {}
    ended: set[int] = set()
    for repair in result.fostered:
        table = _table_that_ended(result, repair)
        if table is not None and table not in ended:
            ended.add(table)
            ends[repair.span.start] = table
    for stray, inner in result.blocked:
        node = next((node for node in inner if node.name not in OPTIONAL_END), None)
        if node is not None and result.is_written(node.first.span.start):
            ends.setdefault(stray.span.start, node.first.span.start)
    unclosed = {repair.span for repair in result.found if repair.kind == "unclosed"}
    for repair in result.found:
        if repair.kind == "misnested" and repair.other in unclosed:
            ends.setdefault(repair.span.start, repair.other.start)
    if len(ends) > 1:
        yield reading._replace(closed={**reading.closed, **ends})
    for place, start in ends.items():
        yield _with_end(reading, place, start)


def _complete_tags(reading: Reading, result: TableModes) -> Iterator[Reading]:
    """A start tag with `/>` is the whole element."""
    kinds = ("unclosed", "stray-end", "nested")
    others = {repair.tag for repair in result.found if repair.kind in kinds}
    for repair in result.found:
        if repair.kind == "self-closing" and repair.tag in others:
            yield reading._replace(complete=reading.complete | {repair.span.start})


def _wrong_names(reading: Reading, result: TableModes) -> Iterator[Reading]:
    """An end tag has the name of another element."""
    if result.misread is not None:
        node, by = result.misread
        yield _renamed(reading, node, Span(by.start, by.end), by.name)
    unclosed = _unclosed(result)
    for stray, nodes in result.strays:
        around = next((n for n in reversed(nodes) if n.name not in OPTIONAL_END), None)
        if around is None or around.name not in unclosed:
            continue
        if _are_alike(around.name, stray.tag) or is_misspelled(stray.tag, around.name):
            yield _renamed(reading, around, stray.span, stray.tag)


def _superfluous_ends(reading: Reading, result: TableModes) -> Iterator[Reading]:
    """An end tag closes an element too early, so that its own end tag has none."""
    strays = {repair.tag: repair for repair in result.found if repair.kind == "stray-end"}
    for tag in result.closed_early:
        later = strays.get(tag.name)
        if later is not None and later.span.start > tag.start:
            repair = Repair("stray-end", tag.name, Span(tag.start, tag.end))
            yield reading._replace(
                ignored=reading.ignored | {tag.start}, reported=(*reading.reported, repair)
            )


def _unclosed(result: TableModes) -> set[str]:
    return {repair.tag for repair in result.found if repair.kind == "unclosed"}


def _are_alike(name: str, other: str) -> bool:
    """Whether two elements are both blocks or both inline."""
    return name in ELEMENTS and other in ELEMENTS and (name in SPECIAL) is (other in SPECIAL)


def _with_end(reading: Reading, place: int, start: int) -> Reading:
    return reading._replace(closed={**reading.closed, place: start})


def _renamed(reading: Reading, node: Node, span: Span, name: str) -> Reading:
    repair = Repair("mismatched", node.name, node.first.span, span, name)
    renamed = {**reading.renamed, span.start: node.name}
    return reading._replace(renamed=renamed, reported=(*reading.reported, repair))


def _table_that_ended(result: TableModes, repair: Repair) -> int | None:
    """The offset of the table of foster-parented content, if the table plainly ended before it."""
    if repair.other is None or not result.is_written(repair.other.start):
        return None
    before = result.html.rfind("</", repair.other.end, repair.span.start)
    if before < 0 or _TABLE_PART.match(result.html, before) is None:
        return None
    following = _TABLE_PART.search(result.html, repair.span.start)
    while following and following[1] and not result.is_written(following.start()):
        following = _TABLE_PART.search(result.html, following.end())
    if following is None or (following[2] and not following[1]):
        return repair.other.start
    return None


def _other_places(reading: Reading, result: TableModes) -> Iterator[Reading]:
    """An element inside an unclosed one of the same name is unclosed instead.

    Indentation decides which of them lacks its end tag; without any, an element around the whole
    body has the last end tag.
    """
    for repair in result.found:
        if repair.kind != "unclosed" or repair.tag not in SPECIAL or repair.other is not None:
            continue
        inside = [
            (node, by)
            for node, by in result.pairs
            if node.name == repair.tag and node.span.start > repair.span.start
        ]
        moved = _misaligned(result.html, repair, inside) or _around_body(result, repair, inside)
        if moved is not None:
            node, by = moved
            yield _with_end(reading, by.start, node.span.start)


def _misaligned(
    html: str, repair: Repair, inside: list[tuple[Node, Tag]]
) -> tuple[Node, Tag] | None:
    """The innermost element that is indented more than the end tag that closes it."""
    if _indentation(html, repair.span.start) is None:
        return None
    found = None
    for node, by in inside:
        first, last = _indentation(html, node.span.start), _indentation(html, by.start)
        if first is None or last is None:
            continue
        if first > last and (found is None or node.span.start > found[0].span.start):
            found = (node, by)
    return found


def _around_body(
    result: Result, repair: Repair, inside: list[tuple[Node, Tag]]
) -> tuple[Node, Tag] | None:
    """The element closed by the last tag of the body, if the unclosed one is its first tag."""
    html = result.html
    if html[: repair.span.start].strip():
        return None
    found = next(((node, by) for node, by in inside if not html[by.end :].strip()), None)
    if found is not None and _are_siblings(html, repair.span.end, found[0].span.start):
        return None
    return found


def _are_siblings(html: str, start: int, end: int) -> bool:
    """Whether two tags are indented alike, and tags between them are indented more.

    Args:
        html: the parsed text.
        start: the end of the first tag.
        end: the start of the second tag.
    """
    around = _indentation(html, end)
    tags = [_indentation(html, tag.start()) for tag in _TAG_START.finditer(html, start, end)]
    return around is not None and any(tag is not None and tag > around for tag in tags)


def _indentation(html: str, place: int) -> int | None:
    """The number of spaces before a tag; None if other text is before it on its line."""
    line = html[html.rfind("\n", 0, place) + 1 : place].expandtabs(4)
    return None if line.strip() else len(line)
