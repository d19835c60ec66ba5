"""The bylines in the text of an article."""

import re
from collections.abc import Iterator

from contentlint.rule import Document, Span, lazy
from contentlint.rules.attribution._byline import (
    INDENT,
    Byline,
    byline_of,
    is_emphasized,
    name_after_by,
    skip,
    skip_titles,
)
from contentlint.rules.attribution._items import item_before
from contentlint.rules.attribution._labels import Label, end_labels
from contentlint.rules.attribution._languages import fold
from contentlint.rules.attribution._lines import Block, ends, is_wrapped
from contentlint.rules.attribution._names import (
    ANY_NAME,
    NAMES,
    NOBODY,
    ONE_WORD,
    are_people,
    is_group,
    is_name,
    names_of,
    script_of,
)
from contentlint.rules.attribution._placeholders import is_placeholder
from contentlint.rules.attribution._quick import clues, search
from contentlint.rules.attribution._reporters import guest_notes, reporters
from contentlint.rules.attribution._signatures import classed, introduced, signed

_MAX_LINE = 240
# Chinese values that start so are instructions: `见下一页`.
_NO_START = frozenset("见見参參详詳如请請暂暫同另无無未待点點此各多的这這那")
_MAX_BYLINES = 2


def bylines(document: Document) -> Iterator[Byline]:
    """The bylines at the head and the foot of the text, without duplicates."""
    return iter(document.once(_bylines))


def _bylines(document: Document) -> list[Byline]:
    found: dict[Span, Byline] = {}
    for byline in _all_bylines(document):
        is_nobody = not NOBODY.isdisjoint(fold(name) for name in byline.names) or all(
            is_placeholder(name) for name in byline.names
        )
        is_inside = any(
            other.start < byline.span.end and byline.span.start < other.end for other in found
        )
        if byline.names and not is_nobody and not is_inside:
            found[byline.span] = byline
    # Several people who are named one by one wrote parts, patches or other works.
    people = {byline.names for byline in found.values() if byline.is_sure}
    if len(people) > _MAX_BYLINES or any(byline.is_of_part for byline in found.values()):
        return sorted(byline._replace(is_sure=False) for byline in found.values())
    return sorted(found.values())


def _all_bylines(document: Document) -> Iterator[Byline]:
    may = clues(document)
    if may.is_nothing:
        yield from signed(document)
        return
    blocks = ends(document)
    kinds = {kind for kind, _code in may.phrases}
    for label in end_labels(document) if may.has_labels else ():
        if not {"author", "text", "about"}.isdisjoint(label.kinds) and not label.block.is_caption:
            yield from _labeled(document, label)
    for number, block in enumerate(blocks):
        if block.is_caption:
            continue
        if may.has_bylines:
            yield from _in_lines(document, block)
            yield from guest_notes(document, block)
        if "guest" in kinds:
            yield from _in_sentences(document, block)
        if "about" in kinds:
            following = blocks[number + 1] if number + 1 < len(blocks) else None
            yield from introduced(document, block, following)
    if may.has_classes:
        yield from classed(document, blocks)
    yield from signed(document)


def _labeled(document: Document, label: Label) -> Iterator[Byline]:
    """The byline of a line such as `Words: Mara Ellwood`."""
    block = label.block
    start = skip_titles(block.text, skip(block.text, label.value))
    line_end = block.text.find("\n", start)
    match = _names_in(label, start, line_end) if label.end > start else None
    kind = next(kind for kind in ("author", "about", "text") if kind in label.kinds)
    codes = label.kinds[kind]
    if match is None and kind == "about":
        match = ANY_NAME.match(block.text, start)
    if match is None and kind == "author" and is_emphasized(document, block, start):
        match = ONE_WORD.match(block.text, start)
    if match is None or (line_end >= 0 and match.end() > line_end):
        return
    names = names_of(match[0])
    is_sure = kind != "text" or are_people(names, codes) or _is_spaced(label, match[0])
    if not is_sure and all(len(name) < 4 or script_of(name) != "han" for name in names):
        is_sure = _is_among_credits(label, document)
    if not all(is_name(name, codes) for name in names) or is_group(match[0]):
        is_sure = False
    if match[0][0] in _NO_START:
        is_sure = False
    yield byline_of(document, block, match.span(), names, is_sure=is_sure)


# 汐見 遥
_SPACED = lazy("[\u4e00-\u9fff々ヶ]{1,3}[ \u3000][\u4e00-\u9fff々ぁ-んァ-ヶー]{1,4}")


def _is_spaced(label: Label, name: str) -> bool:
    """Whether a family name and a given name are all that follows a label such as `文／`."""
    between = label.block.text[label.start : label.value].rstrip(" \u3000")
    is_all = label.text.strip(" \u3000") == name
    return between[-1:] in tuple("／/＝|｜") and is_all and _SPACED.fullmatch(name) is not None


def _names_in(label: Label, start: int, line_end: int) -> re.Match[str] | None:
    """The names at an offset of a value; not the words of the label after it."""
    text = label.block.text
    match = NAMES.match(text, start)
    is_last = not any(map(str.isalnum, text[label.end : line_end if line_end >= 0 else None]))
    if is_last or (match is not None and match.end() <= label.end):
        return match
    return NAMES.match(text, start, label.end)


def _is_among_credits(label: Label, document: Document) -> bool:
    """Whether a label is next to those of a photographer, an editor or the like."""
    place = label.block.source_start
    return any(
        other is not label
        and "other" in other.kinds
        and (other.block is label.block or abs(other.block.source_start - place) < 80)
        for other in end_labels(document)
    )


def _in_lines(document: Document, block: Block) -> Iterator[Byline]:
    """The bylines that start a line: `By Mara Ellwood`, `记者 林知微`."""
    before = ""
    for start, end in block.lines():
        line = block.text[start:end]
        is_continued = not document.is_html and is_wrapped(before.strip(), line)
        is_credit = block.is_after_image and start == 0
        before = line
        if (is_continued and not line.startswith(("（", "("))) or is_credit:
            continue
        if len(line) <= _MAX_LINE:
            yield from _after_by(document, block, start, end)
        yield from reporters(document, block, start, min(end, start + _MAX_LINE))


def _after_by(document: Document, block: Block, start: int, end: int) -> Iterator[Byline]:
    found = name_after_by(block, start, end)
    if found is None:
        return
    at, codes = found
    at = skip_titles(block.text, skip(block.text, at))
    match = NAMES.match(block.text, at)
    if match is not None and script_of(match[0]) in ("han", "hangul"):
        # `Text by 林知微`: in other languages the words for it are labels.
        is_english = "en" in codes and " " in block.folded[start:at].strip()
        match = match if is_english and not block.text[match.end() : end].strip() else None
    if match is None:
        if not is_emphasized(document, block, at):
            return
        match = ONE_WORD.match(block.text, at)
        if match is None:
            return
    if match.end() > end:
        return
    names = names_of(match[0])
    if all(is_name(name, codes) for name in names) and not is_group(match[0]):
        item = item_before(document, block.source(start)) if "li" in block.parents else None
        if item is not None and item.is_titled and item.is_in_list:
            return
        is_of_part = item is not None
        is_sure = not (is_of_part or _is_doubtful(document, block, at))
        byline = byline_of(document, block, match.span(), names, is_sure=is_sure)
        yield byline._replace(is_of_part=is_of_part)


# Words that also name who wrote a patch or found a fault.
_DOUBTFUL_BY = lazy(
    r"(?:contributed|reported|reporting|submitted|posted|published|reviewed) by\W*\Z"
)


def _is_doubtful(document: Document, block: Block, at: int) -> bool:
    """Whether a byline may be that of a patch or the like: it is not at the start or the end."""
    if not _DOUBTFUL_BY.search(block.folded[:at]):
        return False
    blocks = ends(document)
    return all(block is not other for other in (*blocks[:2], *blocks[-2:])) or "li" in block.parents


def _in_sentences(document: Document, block: Block) -> Iterator[Byline]:
    """The bylines of sentences such as `This is a guest post by Mara Ellwood, who …`."""
    for code, match in search(document, "guest", block.folded):
        # An interview also has sentences such as `Hi, this is Mara`.
        if match[0].endswith(("it's", "it’s", "it is", "this is", "soy", "bin", "ben")) and (
            block.text[: match.start()].strip(INDENT)
        ):
            continue
        start = skip(block.text, match.end())
        name = ANY_NAME.match(block.text, start + (block.text[start : start + 1] in ",:"))
        if name is not None and is_name(name[0], (code,)):
            yield byline_of(document, block, name.span(), names_of(name[0]), is_sure=True)
