"""Lines such as `Source: The Harbor Gazette`."""

import re
from collections.abc import Iterator

from contentlint.rule import Document, Span, lazy
from contentlint.rules.attribution._claims import Claim, Statement, ways_of
from contentlint.rules.attribution._labels import Label
from contentlint.rules.attribution._languages import UNSPACED
from contentlint.rules.attribution._lines import Block, Link, is_in_page
from contentlint.rules.attribution._names import UPPER
from contentlint.rules.attribution._outlets import NO_OUTLET, is_own, is_to_fill
from contentlint.rules.attribution._sentences import _SENTENCE_END, INDENT

_AFTER_CODE = lazy(r"(?:```|~~~|</pre>)[ \t]*(?:\r?\n[ \t]*){1,3}(?:<p>)?[\[*_(>]{0,3}\Z")
# A line with a key and a value, and a date among them.
_PAIR = lazy(r"[^\n:：]{1,24}[:：] ?[^\n/]{1,60}")
_DATED = lazy(r"\d{4}[-/.年]\d|\d[./]\d{4}|\d:\d\d")
_NAMING = lazy(
    r"(?<!\w)(?:blog|telegram|newsletter|magazin|gazet|dergi|portal|czasopis|tygodnik|dziennik|tạp chí|báo|majalah|koran"
    r"|телеграм|канал|блог|газет|журнал|сайт)"
    rf"|(?<!\w){UPPER}|[А-ЯЁІЇЄ]|\w[A-Z]|[«“„‘‹\"「《]|\w\.\w|[\u0621-\u06d3\u0900-\u1cff\u2e80-\uffef]"
)
_ARABIC_SENTENCE = lazy(r"(?<!\w)(?:عند|تحت|فوق|إلى|هو|هي|كان|كانت|ليس|لا|قرب|بين|التي|الذي)(?!\w)")
_ARABIC_END = lazy(r"[،؛,\d(]")
_ARABIC_OUTLET = lazy(
    r"(?<!\w)(?:ال)?(?:صحيفة|جريدة|مجلة|موقع|وكالة|قناة|مدونة|شبكة|بوابة|يومية|أسبوعية|إذاعة|نشرة|دار)(?!\w)"
)
# `source:S0 AND message:M0`
_QUERY = lazy(r"\S\s+(?:AND|OR|NOT)\s+[\w.-]+:\S")
_REFERENCE = lazy(r"\[[^\[\]\n]+(?:\]|$)", re.MULTILINE)


def labeled_source(
    document: Document, label: Label, blocks: list[Block], others: list[Label]
) -> Iterator[Statement]:
    """What a line such as `Source: The Harbor Gazette` says."""
    block = label.block
    line_end = block.text.find("\n", label.start)
    line_end = len(block.text) if line_end < 0 else line_end
    if is_in_page(block, label.start) or _has_code(document, label) or _is_syntax(label, line_end):
        return
    links = _links_after(label, line_end, others)
    value = label.text.strip(INDENT)
    if not value and not links and _is_empty_key(label, others):
        start = block.source(label.start)
        yield Claim(Span(start, block.source(label.value - 1) + 1), has_link=False), []
        return
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


def _is_syntax(label: Label, line_end: int) -> bool:
    """Whether a label is part of an option, a query, a table row, or a sentence."""
    block = label.block
    before = block.text[: label.start].rpartition("\n")[2]
    word = block.text[label.start : label.value].rstrip(INDENT)
    if word.islower() and word.isascii() and before.endswith("-"):
        return True
    if block.text[label.value - 1] == ":" and _QUERY.search(block.text, label.value, line_end):
        return True
    if before.lstrip().startswith("|") and block.text[:line_end].endswith("|"):
        return True
    # `## VIA: chipsets` and `…, 提供：潮位、风速`
    return (word.lower() == "via" and block.is_heading) or (word == "提供" and not label.is_first)


def _has_code(document: Document, label: Label) -> bool:
    """Whether inline code follows a label, such as the name of a folder."""
    start, end = label.block.source(label.start), label.block.source(label.value - 1) + 1
    after = document.text[start : end + 8]
    return "`" in after or "<code" in after


def _links_after(label: Label, line_end: int, others: list[Label]) -> list[Link]:
    """The links between a label and the next one in its line, or else those in the line."""
    block = label.block
    starts = (other.start for other in others if other.block is block)
    following = next((start for start in starts if label.start < start <= line_end), line_end)
    end = max(following, label.value)
    links = [link for link in block.links if link.end > label.start and link.start < end]
    return links or [link for link in block.links if label.start <= link.start < line_end]


# Labels that announce a URL.
_URL_LABEL = lazy(
    r"地址|链接|鏈接|連結|网址|網址|(?<!\w)(?:url|link|enlace|lien|ссылка)(?!\w)|リンク|링크|주소"
)


def _is_empty_key(label: Label, others: list[Label]) -> bool:
    """Whether a label for the URL of the original is blank among others that are filled in."""
    if not label.block.is_head or not {"titled", "original"} & label.kinds.keys():
        return False
    word = label.block.folded[label.start : label.value]
    place = label.block.source_start
    return _URL_LABEL.search(word) is not None and any(
        "translator" in other.kinds
        and other.text.strip(INDENT) != ""
        and abs(other.block.source_start - place) < 300
        for other in others
    )


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
    number = len(value.split())
    if code == "ko":
        return number <= 8
    if code == "ar":
        # There are no capitals; a name is short, or has a word for an outlet.
        is_short = len(
            _ARABIC_END.split(value, maxsplit=1)[0].split()
        ) <= 4 and not _ARABIC_SENTENCE.search(value)
        return number <= 8 and (is_short or _ARABIC_OUTLET.search(value) is not None)
    return number <= 10 and _has_name(value)


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
    """Whether a value has a word with a capital, a quotation, a host, or is in another script."""
    return _NAMING.search(value) is not None


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
