"""One byline: where a name starts in a line, and whether it is that of the article's author."""

import re

from contentlint.rule import Document, NamedTuple, Span, lazy
from contentlint.rules.attribution._around_names import TITLES
from contentlint.rules.attribution._labels import end_labels
from contentlint.rules.attribution._languages import by_codes, dated_by
from contentlint.rules.attribution._lines import Block, all_ends, ends


class Byline(NamedTuple):
    """A byline in the text.

    Args:
        span: the range of the names.
        names: the names, split.
        is_sure: whether it is certainly a byline.
        is_of_part: whether it names the author of a list item.
        is_guest: whether words such as `contributed by` say that others write here as a rule.
    """

    span: Span
    names: tuple[str, ...]
    is_sure: bool
    is_of_part: bool = False
    is_guest: bool = False


_OPEN = " \t\xa0\u3000*_[（(「『《“\"'@\ufffc"
INDENT = " \t\xa0\u3000*_（(【[〔「«“—–#※>|・\ufffc"
_YEAR_AFTER = lazy(r"\([^()\n]*\d{4}\)\W*$|,\s*1[0-9]\d\d\b")
_EMPHASIS = lazy(
    r"(?:[*_\[]|<(?:strong|b|em|i|a|span|cite|u|small|font)\b[^<>]*>)\Z", re.IGNORECASE
)


def skip(text: str, start: int) -> int:
    while start < len(text) and text[start] in _OPEN:
        start += 1
    return start


# Dr. Mara Ellwood
_TITLES = lazy(
    rf"(?:(?:{TITLES})(?:\.-?|[ ](?=[A-ZÀ-ÞА-ЯЁ]))[ \xa0]*){{1,3}}(?=\S)",
    re.IGNORECASE,
)


def skip_titles(text: str, start: int) -> int:
    """The offset after academic and other titles before a name."""
    found = _TITLES.match(text, start)
    return found.end() if found is not None else start


def is_emphasized(document: Document, block: Block, start: int) -> bool:
    """Whether a word is bold, linked or in an inline element of its own."""
    offset = block.source(start)
    return _EMPHASIS.search(document.text, max(offset - 160, 0), offset) is not None


def is_set_off(document: Document, block: Block, start: int, end: int) -> bool:
    """Whether words alone are bold, linked or in an inline element."""
    after = document.text[block.source(end - 1) + 1 :][:1]
    return after in ("*", "_", "]", "<") and is_emphasized(document, block, start)


_GUESTS = lazy(
    r"(?<!\w)(?:guest|contribut(?:ed|ing)|submitted|invitad[oa]|invitée?|gast(?:autor|beitrag|auteur|blog|bijdrage|artikel)|convidad[oa]|ospite|gościnn|приглаш[её]нн|гостев"
    r"|konuk yazar|khách mời|tamu)|客座|特约|特約|投稿|寄稿|기고|객원|ضيف"
)


def byline_of(
    document: Document,
    block: Block,
    place: tuple[int, int],
    names: tuple[str, ...],
    *,
    is_sure: bool,
) -> Byline:
    start, end = place
    is_sure = is_sure and not _is_of_a_work(document, block, end)
    is_guest = _GUESTS.search(block.folded, max(start - 60, 0), end + 60) is not None
    return Byline(block.span(start, end), names, is_sure, is_guest=is_guest)


def _is_of_a_work(document: Document, block: Block, end: int) -> bool:
    """Whether lines around a name are about a book, a paper or a poem."""
    line_end = block.text.find("\n", end)
    if _YEAR_AFTER.search(block.text, end, line_end if line_end >= 0 else len(block.text)):
        return True
    place = block.source(end)
    for label in end_labels(document):
        is_near = label.block is block or abs(label.block.source_start - place) < 160
        if is_near and "work" in label.kinds and "author" not in label.kinds:
            return True
    if not block.is_quotation:
        return False
    # A block quote after other text is a quotation, even if it has a byline alone.
    for other in ends(document):
        if other is block:
            break
        if not other.is_quotation and not other.is_heading:
            return True
    return _is_poem(document, block)


def _is_poem(document: Document, block: Block) -> bool:
    """Whether a block quote around a block has lines other than credits."""
    blocks = all_ends(document)
    number = next((at for at, other in enumerate(blocks) if other is block), None)
    if number is None:
        return False
    first = last = number
    while first and blocks[first - 1].is_quotation:
        first -= 1
    while last + 1 < len(blocks) and blocks[last + 1].is_quotation:
        last += 1
    labeled = {
        (id(label.block), label.block.text.count("\n", 0, label.start))
        for label in end_labels(document)
    }
    for other in blocks[first : last + 1]:
        for start, end in other.lines():
            line = other.text.count("\n", 0, start)
            if (
                (id(other), line) not in labeled
                and end - start > 2
                and name_after_by(other, start, end) is None
            ):
                return True
    return False


def name_after_by(block: Block, start: int, end: int) -> tuple[int, tuple[str, ...]] | None:
    """Where a name starts after words such as `written by` in a line; the languages."""
    folded = block.folded
    while start < end and folded[start] in INDENT:
        start += 1
    if folded[start : start + 2] in ("*)", "- "):
        start += 2
    if (dated := dated_by(folded, start)) is not None and dated.end() < end:
        return dated.end(), by_codes(dated["by"])
    found, at = None, start
    for match in re.finditer(r"\S+", folded[start : start + 60]):
        if match.start() > 0 and found is not None and match.start() > 44:
            break
        at = start + match.end()
        word = folded[start:at].rstrip(":：,")
        codes = by_codes(word)
        if codes and at < end:
            found = (at, codes)
    return found
