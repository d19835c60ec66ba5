"""Where an article says that it was first published elsewhere, and its links to the original."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from contentlint.rule import Document, Span, lazy
from contentlint.rules.attribution._labels import Label, end_labels
from contentlint.rules.attribution._languages import (
    LANGUAGES,
    UNSPACED,
    pattern,
    words,
    words_in,
)
from contentlint.rules.attribution._lines import Block, Link, all_ends, ends, is_wrapped
from contentlint.rules.attribution._links import Target, target
from contentlint.rules.attribution._names import UPPER
from contentlint.rules.attribution._quick import search, told


class Claim(NamedTuple):
    """A statement that the article was published elsewhere.

    Args:
        span: its range in the file.
        has_link: whether it has a link that leads somewhere, even if not to an article.
    """

    span: Span
    has_link: bool


class Way(NamedTuple):
    """A link in the place of one to the original.

    Args:
        span: the URL in the file.
        url: the URL.
        target: what it leads to.
    """

    span: Span
    url: str
    target: Target


class Origin(NamedTuple):
    """What the head and the foot of an article say about its original.

    Args:
        claims: statements that it was published elsewhere.
        ways: links in the place of one to the original.
    """

    claims: tuple[Claim, ...]
    ways: tuple[Way, ...]

    @property
    def has_article(self) -> bool:
        """Whether a link leads to the original itself."""
        return any(way.target == "article" for way in self.ways)


INDENT = " \t\xa0\u3000*_（(【[〔「『《〈«“\"'„—–-※#•·>:：。.,，、*|｜/／\ufffc"
_SENTENCE_END = lazy(r"[.!?…](?=[\s\"”»)]|$)|[。！？]|؟")
_OUTLET_END = lazy(
    r"[,;，；。、)）】\]\ufffc\n]|\.(?=\s|$)|\s(?:and|und|et|y|en|ve|и|dan|with|with)\s|"
    r"\s(?:on|am|el|le|il|em|op|pada|ngày)\s\d|(?<=[》」』〉])|(?<=\s)[|｜]|\s[–—|-]\s"
)
_NO_OUTLET = lazy(
    r"\s*(?:[\d〇一二三四五六七八九十]|$|(?:(?:the|early|late|mid|el|le|am|em|il|op|maret|dem|der|den)\s)*"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|"
    r"wednesday|thursday|friday|saturday|sunday|spring|summer|autumn|winter|enero|febrero|marzo|abril|mayo|junio|"
    r"julio|agosto|septiembre|octubre|noviembre|diciembre|janvier|février|mars|avril|mai|juin|juillet|août|septembre|"
    r"octobre|novembre|décembre|januar|februar|märz|juni|juli|oktober|dezember|janeiro|fevereiro|março|maio|junho|"
    r"julho|setembro|outubro|dezembro|advance|full|part|print|response|order|conjunction|the\s(?:past|same|last)|"
    r"this|these|those|it|which|a\s(?:different|new|similar)|installments|case|general)\b)"
)
_HAN_OUTLET = lazy(
    "[报報刊社网網台臺]|新闻|新聞|客户端|客戶端|通讯|通訊|公众号|公眾號|微信|博客|部落格|论坛|論壇|电视|《|「"
)
_DATE = lazy(r".*?(?:\d{4}-\d\d|\d{1,2}[./]\d{1,2}[./]\d{4}|\d\d:\d\d)|.*?\btarih")
_LANGUAGE = lazy(
    r"\W*(?:the\s)?(?:english|french|german|spanish|chinese|japanese|russian|korean|inglés|ingles|francés|alemán|anglais|"
    r"allemand|espagnol|englisch|deutsch|englischen|inglês|francês|espanhol|inglese|francese|engels|frans|duits|angielski|"
    r"английском|i̇ngilizce|ingilizce|bahasa|tanggal|tiếng|html|pdf|paper|print|book form|hardcover|paperback)\b"
)
_VERSION = lazy(r"\s*[\w-]+(?:\s[\w-]+)?\s+v?\d+\.\d")
_OLD_YEAR = lazy(r"(?<!\d)1[0-8]\d\d(?!\d)|(?<!\d)19[0-8]\d(?!\d)")
_CLAUSE = lazy(
    r",\s+(?:the|this|it|its|he|she|they|we|i|you|el|la|los|las|le|les|l'|der|die|das|ein|eine|o|a|os|as|il|lo|de|het|een|"
    r"but|which|that|where)\s"
)
_ELSEWHERE = lazy(
    r"related|see also|projects?\b|download|github|repositor|slides|source code|subscri|follow (?:us|me)|share|licen[sc]e|"
    r"相关|相關|项目|項目|下载|下載|许可|協議|协议|译者|關注|关注|仓库|github|descarga|télécharg|herunter|скача|загруз|лиценз|indir|unduh|tải về|download"
)
# Phrases that end so have the outlet inside.
_OUTLET_INSIDE = (
    "授权转载",
    "授權轉載",
    "同意转载",
    "同意轉載",
    "许可转载",
    "惠允转载",
    "消息",
    "报道",
    "報道",
    "報導",
    "servis edil",
    "cung cấp",
    "zur verfügung",
    "授权发布",
    "授權刊登",
    "授权刊载",
)
# Phrases after which nothing but the outlet follows.
_ONLY_OUTLET = frozenset({"via", "vía", "h/t", "theo", "dilansir", "mengutip", "za"})
_PLATFORM = lazy(
    r"知乎|公众号|公眾號|微博|专栏|專欄|掘金|facebook|社團|豆瓣|简书|頻道|频道|medium|博客园|csdn",
    re.IGNORECASE,
)
# Words that say outright that the text is from elsewhere.
_REPRINT = lazy(
    r"re-?(?:print|publish|post)|cross-?post|overgenomen|nachdruck|übernommen|repris|reproduit|republ|reproduci|reprodu|"
    r"ripubb|przedruk|перепеч|disalin|dikutip|đăng lại|trích|alınmış|dimuat ulang"
)
# A work that is its own subject: 〈鐘〉最早出現於…
_WORK = lazy(r"\A[〈《「『][^〉》」』]{1,40}[〉》」』]\Z")
# Languages in which the outlet precedes the verb.
_VERB_LAST = frozenset({"ja", "ko", "tr"})
# The record of a talk is no reprint, nor is what a reader sent in.
_TALK = lazy(
    r"演[讲講]|分享|[实實][录錄]|[讲講]座|直播|meetup|投稿|会议|會議|采访|採訪", re.IGNORECASE
)
_ARTICLES = frozenset("the our der die das dem den het une las los del des blog blogs".split())
_REFERENCE = lazy(r"\[[^\[\]\n]+(?:\]|$)", re.MULTILINE)
_KINDS = ("published", "after", "said")
_NEXT = 3


def origin(document: Document) -> Origin:
    """What an article says about its original."""
    return document.once(_origin)


def _origin(document: Document) -> Origin:
    claims: list[Claim] = []
    ways: list[Way] = []
    blocks = ends(document)
    for claim, found in _statements(document, blocks):
        ways += found
        if claim is not None:
            claims.append(claim)
    ways += _named_links(document, blocks)
    return Origin(tuple(sorted(set(claims))), tuple(dict.fromkeys(ways)))


Statement = tuple[Claim | None, list[Way]]


def _statements(document: Document, blocks: list[Block]) -> Iterator[Statement]:
    numbers = {id(block): number for number, block in enumerate(blocks)}
    kinds = {kind for kind, _code in told(document).phrases}
    found_labels = end_labels(document) if told(document).has_labels else []
    for label in found_labels:
        if (
            not {"source", "titled", "original"}.isdisjoint(label.kinds)
            and not label.block.is_caption
        ):
            yield from _labeled(
                document, label, blocks[numbers[id(label.block)] :][: _NEXT + 1], found_labels
            )
    for number, block in enumerate(blocks):
        if not block.is_caption:
            following = blocks[number + 1 : number + 1 + _NEXT]
            if not kinds.isdisjoint(_KINDS):
                yield from _phrased(document, block, following)
            if "agencies" in kinds:
                yield from _dispatched(document, block, is_early=number < _NEXT)


def _ways(document: Document, links: list[Link]) -> list[Way]:
    return [Way(link.span, link.url, target(document, link.url)) for link in links]


def _labeled(
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
    ways = _ways(document, links)
    is_source = "source" in label.kinds or _is_titled(label)
    telling = [way for way in ways if way.target != "nothing"]
    if not is_source or _is_bracketed_inside(block, label.start, line_end):
        yield None, telling
        return
    if telling:
        yield None, telling
        return
    if block.is_after_image or not _is_outlet(label, others):
        return
    yield Claim(block.span(label.start, max(label.end, label.value)), has_link=False), []


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
    if not value or len(value) > 80 or "\ufffc" in label.text or _is_transfer(label, others):
        return False
    folded = value.lower()
    if any(_is_own(folded, one) for one in codes) or _NO_OUTLET.match(folded) or value.isnumeric():
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


def _is_own(folded: str, code: str) -> bool:
    """Whether words name no outlet: the author, the article's own data, a setting."""
    own = words_in("own", code)
    if code in UNSPACED:
        head = folded[:12]
        return any(
            head.startswith(word) or (len(word) > 1 and word in head) for word in own
        ) and not (_PLATFORM.search(folded))
    parts = re.findall(r"[\w'’-]+", folded)[:4]
    if code in ("ar", "tr"):
        return any(part in own for part in parts[:1])
    return (
        any(part in own for part in parts[:2])
        or " ".join(parts[:2]) in own
        or any(part in own for part in parts[2:] if len(part) > 3 and code != "vi")
    )


def _sentence(block: Block, start: int) -> tuple[int, int]:
    """The range of the sentence around an offset of a block."""
    text, begin, end = block.text, 0, len(block.text)
    for match in re.finditer(r"\n", text):
        if (
            match.start() - text.rfind("\n", 0, match.start()) > 60
            and text[match.end() : match.end() + 1].islower()
        ):
            continue
        if match.start() < start:
            begin = match.end()
        else:
            end = match.start()
            break
    for match in _SENTENCE_END.finditer(text, begin, end):
        if _is_abbreviation(text, match.start()):
            continue
        if match.end() <= start:
            begin = match.end()
        elif match.start() >= start:
            end = match.end()
            break
    return begin, end


def _is_abbreviation(text: str, dot: int) -> bool:
    """Whether a full stop belongs to a short word or a number, as in `n. 9`, `St.`."""
    word = re.search(r"[\w'’]*\Z", text[:dot])
    return (
        text[dot : dot + 1] == "."
        and word is not None
        and 0 < len(word[0]) <= 2
        and not word[0].isupper()
    )


def _phrased(document: Document, block: Block, following: list[Block]) -> Iterator[Statement]:
    """What sentences such as `Originally published in …` say."""
    seen: set[int] = set()
    for kind in _KINDS:
        for code, match in search(document, kind, block.folded):
            begin, end = _sentence(block, match.start())
            if begin in seen:
                continue
            place = _place(block, kind, code, match, (begin, end))
            if place is None:
                continue
            seen.add(begin)
            yield _statement(document, block, following, place, (begin, end))


def _place(
    block: Block, kind: str, code: str, match: re.Match[str], sentence: tuple[int, int]
) -> tuple[int, int] | None:
    """The range of a phrase with its outlet; None if it is about something else."""
    begin, end = sentence
    before, after = block.folded[begin : match.start()], block.folded[match.end() : end]
    if before.endswith(("未", "未曾", "不", "not ", "never ", "nie ", "не ")):
        return None
    about_itself = _is_about_itself(block.folded[begin : match.end()], code)
    if code == "zh" and _TALK.search(block.text, begin, end):
        return None
    if _OLD_YEAR.search(block.text, begin, end) or len(before) > 160:
        return None
    start = begin + len(before) - len(before.lstrip(INDENT))
    if kind == "said" and not about_itself:
        return None
    if kind == "after" or (kind == "said" and code in _VERB_LAST):
        return _place_after(block, code, match, (begin, end), about_itself=about_itself)
    if not about_itself:
        # `——摘自《…》` names the source of a quotation.
        is_quoting = before.strip().startswith(("——", "——", "― ", "—— "))
        if before.strip(INDENT) or is_quoting or block.is_heading or not _starts_line(block, begin):
            return None
        start = match.start()
        if len(block.text) > 420 or _CLAUSE.search(after[:100]):
            return None
    if match[0] == "theo" and block.text.isascii():
        return None
    if match[0].endswith(("消息", "报道", "報道", "報導")) and not _HAN_OUTLET.search(match[0]):
        return None
    if match[0].endswith(("来自", "來自")) and not _HAN_OUTLET.search(after):
        return None
    if match[0].endswith(_OUTLET_INSIDE):
        is_own = "作者" in block.text[begin : match.end()] or "本人" in match[0]
        return None if is_own else (start, match.end())
    text = block.text[match.end() : end]
    has_link = any(begin <= link.start < end for link in block.links)
    if not _names_outlet(text, code, has_link=has_link, is_reprint=bool(_REPRINT.search(match[0]))):
        return None
    if match[0] in _ONLY_OUTLET and (before.strip(" \t*_[(（") or not _is_only_outlet(text)):
        return None
    return start, match.end() + _outlet_length(text)


def _is_only_outlet(text: str) -> bool:
    """Whether a text is the name of an outlet and nothing more."""
    if text[_outlet_length(text) :].strip(INDENT + ")]）】.。"):
        return False
    lower = [
        word
        for word in text.split()
        if word[0].islower() and len(word) > 2 and word not in _ARTICLES
    ]
    return len(lower) <= 1 and len(text.split()) <= 8


def _starts_line(block: Block, begin: int) -> bool:
    """Whether a sentence starts a line, and that line does not continue the one before it."""
    above, _feed, before = block.text[:begin].rpartition("\n")
    above = above.rpartition("\n")[2].strip()
    return not before.strip(INDENT) and not is_wrapped(above, block.text[begin:].lstrip(INDENT))


def _is_about_itself(folded: str, code: str) -> bool:
    lead = len(folded) - len(folded.lstrip(INDENT))
    limit = lead + (6 if code in UNSPACED or code == "vi" else 36)
    match = pattern("itself", code).search(folded)
    if match is not None and match.start() <= limit:
        return True
    return code in UNSPACED and _WORK.match(folded.partition("最")[0].strip()) is not None


def _place_after(
    block: Block, code: str, match: re.Match[str], sentence: tuple[int, int], *, about_itself: bool
) -> tuple[int, int] | None:
    begin, end = sentence
    before = block.text[begin : match.start()].strip(INDENT)
    if not about_itself and (
        len(block.text) > 120 or len(before) > 60 or not _starts_line(block, begin)
    ):
        return None
    if code == "tr":
        before += match[0][8:-8]
    if _DATE.search(block.text, begin, match.end()):
        return None
    if len(before) < 2 or _is_own(before.lower()[:8], code):
        return None
    if (
        not about_itself
        and code == "ja"
        and not re.search(r"[「『《【]|[ァ-ヶーA-Za-z一-龥]{2,}", before)
    ):
        return None
    start = begin + len(block.text[begin:end]) - len(block.text[begin:end].lstrip(INDENT))
    length = (
        len(match[0].removesuffix(" 글").removesuffix(" 기사")) if code == "ko" else len(match[0])
    )
    return start, match.start() + length


def _names_outlet(text: str, code: str, *, has_link: bool, is_reprint: bool) -> bool:
    """Whether text after a phrase begins with the name of an outlet."""
    folded = text.lower().lstrip(INDENT)
    if (
        _DATE.match(folded[:24])
        or _LANGUAGE.match(folded)
        or _NO_OUTLET.match(folded)
        or _VERSION.match(folded)
    ):
        return False
    if _is_own(folded[: _outlet_length(folded) or None], code) and not has_link:
        return False
    if code in UNSPACED or code in ("ko", "ar", "vi"):
        return bool(folded.strip(INDENT))
    return (
        has_link
        or is_reprint
        or re.match(r"\W{0,3}(?:my|mon|mein|meine|mijn|moj|mi|meu|minha|mio|моём|моем)\b", folded)
        is not None
        or (re.search(rf"{UPPER}|[А-ЯЁ«“„\"]", text[:70]) is not None)
    )


def _outlet_length(text: str) -> int:
    """How much of a text is the name of an outlet at its start."""
    lead = len(text) - len(text.lstrip(" \t\xa0"))
    match = _OUTLET_END.search(text, lead + 2)
    return match.start() if match else len(text.rstrip(" \t*_.。)）】]"))


def _statement(
    document: Document,
    block: Block,
    following: list[Block],
    place: tuple[int, int],
    sentence: tuple[int, int],
) -> Statement:
    begin, end = sentence
    own = _ways(document, [link for link in block.links if begin <= link.start < end])
    rest = [
        link
        for link in block.links
        if link.start >= end
        and not _ELSEWHERE.search(block.folded[slice(*_sentence(block, link.start))])
    ]
    own += [way for way in _ways(document, rest) if way.target == "article"]
    for other in following:
        if len(other.text) <= 200 and other.links and _has_lead(other):
            own += [way for way in _ways(document, other.links) if way.target == "article"]
    telling = [way for way in own if way.target != "nothing"]
    if telling:
        return None, telling
    return Claim(block.span(*place), has_link=False), []


def _has_lead(block: Block) -> bool:
    """Whether a block has words that introduce a link to the original."""
    return any(word in block.folded for word in words("lead"))


def links_to_original(document: Document) -> bool:
    """Whether the text of a link says that it leads to the original."""
    return any(True for _way in _named_links(document, all_ends(document)))


def _named_links(document: Document, blocks: list[Block]) -> Iterator[Way]:
    """The links whose text says that they lead to the original."""
    names = words("original")
    for block in blocks:
        for link in block.links:
            text = block.folded[link.start : link.end].strip(INDENT + "»›→>!！")
            if text in names or any(
                text.startswith(name) for name in _clear_names() if len(name) > 3
            ):
                way = Way(link.span, link.url, target(document, link.url))
                if way.target == "article":
                    yield way


@cache
def _clear_names() -> tuple[str, ...]:
    """Texts of links that say outright that they lead to the original."""
    return tuple(
        word
        for word in words("original")
        if any(
            part in word
            for part in (
                "origin",
                "原文",
                "元記事",
                "원문",
                "orygina",
                "оригинал",
                "özgün",
                "asli",
                "gốc",
                "الأصلي",
                "oorspronkelijk",
            )
        )
        and (" " in word or not word.isascii() or len(word) > 10)
    )


# Agencies that write their short names in lower case.
_LOWER_CASE = frozenset({"dpa", "dts", "ots", "epd", "kna", "apa", "sda", "sid"})


@cache
def _agencies() -> re.Pattern[str]:
    names = sorted(words("agencies"), key=len, reverse=True)
    names = [
        rf"{re.escape(name)}(?!\w)" if name[0] < "\u2e80" else re.escape(name) for name in names
    ]
    agency = "|".join(names)
    return re.compile(
        rf"\A(?P<before>[^!?。\n]{{0,60}}?)[（(/【\[](?P<lead>[^()（）【】\n]{{0,24}}?)(?<![a-z0-9а-яё\u0600-\u06ff])(?P<name>{agency})"
        rf"(?P<more>[^()（）【】\n]{{0,24}})[）)/】\]](?P<after>[.\s]*(?:[-–—―:]|\Z|電|讯)?)"
        rf"|\A[\s（(【〔]*(?P<east>新华社|新華社|中新社|中央社|中新网|新华网)[^\n。，]{{0,30}}[电電讯訊]"
    )


def _dispatched(document: Document, block: Block, *, is_early: bool) -> Iterator[Statement]:
    """What a dateline with an agency says: `PORT ELSEN (Reuters) -`."""
    match = _agencies().match(block.folded)
    if match is None:
        yield from _closing(block)
        return
    group = "east" if match["east"] else "name"
    start, end = match.span(group)
    name = block.text[start:end]
    if group == "name":
        is_alone = not match["before"].strip(INDENT) and not block.text[match.end() :].strip(INDENT)
        is_dateline = is_early and (
            bool(match["after"].strip())
            or match["more"].endswith(("電", "电", "讯"))
            or (match["lead"] + match["before"]).strip().endswith(("=", "＝"))
            or block.text[match.end("more")] == "】"
            or "/" in block.text[start - 1 : start]
        )
        if name.isascii() and len(name) < 5 and name.islower() and name not in _LOWER_CASE:
            return
        if not (is_alone or is_dateline):
            return
    links = _ways(document, [link for link in block.links if link.start <= match.end()])
    telling = [way for way in links if way.target != "nothing"]
    yield (None, telling) if telling else (Claim(block.span(start, end), has_link=False), [])


_AGENCY_LINE = lazy(
    r"\A\s*[（(][^()（）\n]{0,30}(?:news agency|agence|agencia|agência|agenzia|agentur|persbureau|agencja|агентство|ajansı|وكالة|通信社|通讯社|通訊社|통신|thông tấn xã|kantor berita)[^()（）\n]{0,30}[)）]\s*\Z"
)


def _closing(block: Block) -> Iterator[Statement]:
    match = _AGENCY_LINE.match(block.folded)
    if match is not None and not block.links:
        yield Claim(block.span(*match.span()), has_link=False), []


def news_words() -> frozenset[str]:
    """Names of categories for news, in all languages."""
    return words("news")


def speaks_for_itself(document: Document) -> bool:
    """Whether an article speaks of `our team` and the like, as a company does about itself."""
    text = document.text[document.body.start :][:4000].lower()
    return any(phrase in text for language in LANGUAGES for phrase in _ours(language.code))


@cache
def _ours(code: str) -> tuple[str, ...]:
    return tuple(words_in("ours", code))
