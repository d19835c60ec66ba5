"""Lines such as `Source: The Harbor Gazette`."""

import re
from collections.abc import Iterator

from contentlint.rule import Document, lazy
from contentlint.rules.attribution._claims import Claim, Statement, ways_of
from contentlint.rules.attribution._labels import Label
from contentlint.rules.attribution._languages import UNSPACED
from contentlint.rules.attribution._lines import Block, Link
from contentlint.rules.attribution._names import UPPER
from contentlint.rules.attribution._outlets import NO_OUTLET, is_own, is_to_fill
from contentlint.rules.attribution._sentences import _SENTENCE_END, INDENT

_AFTER_CODE = lazy(r"(?:```|~~~|</pre>)[ \t]*(?:\r?\n[ \t]*){1,3}(?:<p>)?[\[*_(>]{0,3}\Z")
# A line with a key and a value, and a date among them.
_PAIR = lazy(r"[^\n:：]{1,24}[:：] ?[^\n/]{1,60}")
_DATED = lazy(r"\d{4}[-/.年]\d|\d[./]\d{4}|\d:\d\d")
_REFERENCE = lazy(r"\[[^\[\]\n]+(?:\]|$)", re.MULTILINE)


def labeled_source(
    document: Document, label: Label, blocks: list[Block], others: list[Label]
) -> Iterator[Statement]:
    """What a line such as `Source: The Harbor Gazette` says."""
    block = label.block
    line_end = block.text.find("\n", label.start)
    line_end = len(block.text) if line_end < 0 else line_end
    following = next(
        (
            other.start
            for other in others
            if other.block is block and label.start < other.start <= line_end
        ),
        line_end,
    )
    links = [
        link
        for link in block.links
        if link.end > label.start and link.start < max(following, label.value)
    ]
    if not links:
        links = [link for link in block.links if label.start <= link.start < line_end]
    value = label.text.strip(INDENT)
    if not value and not links:
        links = _listed(block, line_end, blocks[1:])
    # A reference link without its definition.
    if _REFERENCE.match(block.text[label.value :].lstrip("*_ ")):
        return
    ways = ways_of(document, links)
    # Code in the middle of an article has a source of its own.
    if blocks[1:] and _AFTER_CODE.search(document.text, *_before(block)):
        return
    is_source = "source" in label.kinds or _is_titled(label)
    telling = [way for way in ways if way.target != "nothing"]
    if telling or not is_source or _is_bracketed_inside(block, label.start, line_end):
        yield None, telling
        return
    # A translation may link the original on the same site.
    is_own_original = "source" not in label.kinds and any(way.url.startswith("/") for way in ways)
    is_none = is_own_original or block.is_after_image or not _is_outlet(label, others)
    if is_none or _is_setting(label, others) or _is_listed_setting(label, blocks[1:], others):
        return
    yield Claim(block.span(label.start, max(label.end, label.value)), has_link=False), []


def _before(block: Block) -> tuple[int, int]:
    """The range before a block, where the end of a code block may be."""
    return max(block.source_start - 40, 0), block.source_start


def _is_titled(label: Label) -> bool:
    """Whether a label quotes the title of the original; in Korean, its outlet."""
    return "titled" in label.kinds and (label.kinds["titled"] != ("ko",) or len(label.text) <= 30)


def _is_bracketed_inside(block: Block, start: int, line_end: int) -> bool:
    """Whether words are in brackets in the middle of a sentence."""
    before = block.text[:start].rpartition("\n")[2].rstrip()
    if before[-1:] not in ("(", "（"):
        return False
    if not before[:-1].strip(INDENT):
        return False
    after = block.text[start:line_end]
    closing = max(after.find(")"), after.find("）"))
    return closing >= 0 and bool(after[closing + 1 :].strip(" 。.,，*_"))


def _listed(block: Block, line_end: int, following: list[Block]) -> list[Link]:
    """The links of the lines after a label without a value."""
    links = [link for link in block.links if link.start >= line_end]
    for other in following:
        links = links or other.links
    return links


def _is_outlet(label: Label, others: list[Label]) -> bool:
    """Whether the value of a label may be the name of an outlet."""
    value = label.text.strip(INDENT)
    kind = "source" if "source" in label.kinds else "titled"
    codes = label.kinds[kind]
    code = codes[0]
    if is_to_fill(value):
        return False
    if not value or len(value) > 80 or "\ufffc" in label.text or _is_transfer(label, others):
        return False
    folded = value.lower()
    if any(is_own(folded, one) for one in codes) or NO_OUTLET.match(folded) or value.isnumeric():
        return False
    if kind == "titled":
        return len(value) > 3
    if code in UNSPACED or any("\u2e80" < char < "\uffef" for char in value[:4]):
        return len(value) <= 24 and not _SENTENCE_END.search(value) and "，" not in value[:-1]
    if code in ("ko", "ar"):
        return len(value.split()) <= 8
    first = value.split()[0]
    return len(value.split()) <= 10 and (
        re.match(UPPER, value) is not None
        or first != first.lower()
        or _has_name(value)
        or not value.isascii()
    )


def _is_setting(label: Label, others: list[Label]) -> bool:
    """Whether a label is one of several keys in a paragraph that are not about an article."""
    block = label.block
    if any(other.block is block and other is not label for other in others):
        return False
    pairs = [
        block.text[start:end]
        for start, end in block.lines()
        if not start <= label.start < end and _PAIR.fullmatch(block.text[start:end].strip())
    ]
    return len(pairs) > 1 and not any(map(_DATED.search, pairs))


def _is_listed_setting(label: Label, following: list[Block], others: list[Label]) -> bool:
    """Whether a label is the first of several keys in a list that are not about an article."""
    if "li" not in label.block.parents:
        return False
    pairs = []
    for block in following:
        if "li" not in block.parents or not _PAIR.fullmatch(block.text.strip()):
            break
        pairs.append(block)
    is_about_article = any(other.block is block for other in others for block in pairs) or any(
        _DATED.search(block.text) for block in pairs
    )
    return len(pairs) > 1 and not is_about_article


def _has_name(value: str) -> bool:
    return re.search(rf"(?<![\w]){UPPER}", value) is not None


def _is_transfer(label: Label, others: list[Label]) -> bool:
    """Whether a line next to a label names a target: then both are settings."""
    around = label.block.text[max(label.start - 80, 0) : label.value + 160].lower()
    near = [
        other for other in others if abs(other.block.source_start - label.block.source_start) < 300
    ]
    del near
    return (
        re.search(
            r"\b(?:destination|target|ziel|cel|hedef|tujuan|destino|cible|destinazione|doel|bestemming|назначение|цель|đích)\s*[:：]|目标[:：]|目標[:：]|対象[:：]|출력[:：]|대상[:：]|الهدف:",
            around,
        )
        is not None
    )
