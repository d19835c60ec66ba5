"""Sentences such as `Originally published in The Harbor Gazette`."""

import re
from collections.abc import Iterator

from contentlint.rule import Document, NamedTuple, host, lazy
from contentlint.rules.attribution._claims import Claim, Statement, ways_of
from contentlint.rules.attribution._earlier import PART_OF, earlier
from contentlint.rules.attribution._languages import UNSPACED, words
from contentlint.rules.attribution._lines import Block, Link, is_code, is_in_page, is_wrapped
from contentlint.rules.attribution._meant import MAX_BEFORE
from contentlint.rules.attribution._names import UPPER
from contentlint.rules.attribution._outlets import NO_OUTLET, is_own, is_to_fill
from contentlint.rules.attribution._quick import codes, search
from contentlint.rules.attribution._sentences import INDENT, is_about_itself, sentence_around

_OUTLET_END = lazy(
    r"[,;，；。、)）】\]\ufffc\n]|\.(?=\s|$)|\s(?:and|und|et|y|en|ve|и|dan|with|with)\s|"
    r"\s(?:on|am|el|le|il|em|op|pada|ngày)\s\d|(?<=[》」』〉])|(?<=\s)[|｜]|\s[–—|-]\s"
)
_HAN_OUTLET = lazy(
    "[报報刊社网網台臺]|新闻|新聞|客户端|客戶端|通讯|通訊|公众号|公眾號|微信|博客|部落格|论坛|論壇|电视|《|「"
)
_DATE = lazy(r"\d{4}-\d\d|\d{1,2}[./]\d{1,2}[./]\d{4}|\d\d:\d\d|\btarih")
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
# A URL with a path.
_PAGE = lazy(r"//[^/?#]+/[^/?#]")
# Phrases that name no outlet, but say that the text is from elsewhere.
_PERMITTED = (
    "with permission",
    "by permission",
    "con permiso",
    "con autorización",
    "avec autorisation",
    "mit genehmigung",
    "mit freundlicher genehmigung",
    "com autorização",
    "com permissão",
    "con permesso",
    "met toestemming",
    "za zgodą",
    "с разрешения",
    "dengan izin",
    "izin alınarak",
)
# Phrases after which nothing but the outlet follows.
_ONLY_OUTLET = frozenset({"via", "vía", "h/t", "theo", "dilansir", "mengutip", "za"})
# Words that say outright that the text is from elsewhere.
_REPRINT = lazy(
    r"re-?(?:print|publish|post)|cross-?post|overgenomen|nachdruck|übernommen|repris|reproduit|republ|reproduci|reprodu|"
    r"ripubb|przedruk|перепеч|disalin|dikutip|đăng lại|trích|alınmış|dimuat ulang"
)
# Languages in which the outlet precedes the verb.
_VERB_LAST = frozenset({"ja", "ko", "tr"})
# The record of a talk is no reprint, nor is what a reader sent in.
_TALK = lazy(
    r"演[讲講]|分享|[实實][录錄]|[讲講]座|直播|meetup|投稿|会议|會議|采访|採訪", re.IGNORECASE
)
_BLOG = lazy(r"blog|博客|部落格|ブログ|블로그|блог|مدونة")
# Of a series that the text is part of, it is not a copy.
_SERIES = lazy(r"系列|第[\d一二三四五六七八九十]{1,3}[篇章讲講节節部]|教程|课程|課程|项目|項目")
_STEMS_FROM = ("源自", "来自", "來自", "出自", "源于", "源於")
# A site without a name: `사이트에서 발췌했습니다` introduces what follows.
_NO_SITE = lazy("(?:이 |그 |해당 |위 |공식 )?(?:웹 ?사이트|사이트|홈페이지|문서|책|글)")
# A Korean clause that gives a reason or a condition: what follows explains something.
_BECAUSE = lazy(r"(?:므로|기 때문에|하면|되면|으면|려면|지만|니까|는데|해서|돼서|되어),")
_ARTICLES = frozenset("the our der die das dem den het une las los del des blog blogs".split())
_NOT = ("未", "未曾", "不", "不再", "没有", "沒有", "not ", "never ", "nie ", "не ")
_UNREAL = lazy(r"\b(?:as if|as though|als ob|comme si|como si|come se)\b")
_DASHES = ("——", "― ")
_REPORTS, _FROM = ("消息", "报道", "報道", "報導"), ("来自", "來自")
# `来源于大学，它是最早的许可证之一`: a statement about something else.
_STEMS = ("来源于", "來源於")
_HAN_CLAUSE = lazy(r"[\u3400-\u9fff]{1,12}，[^，。\n]{6}")
# How long a paragraph with a phrase alone may be.
_MAX_ALONE = 420
KINDS = ("published", "after", "said")
ALL_KINDS = (*KINDS, "earlier")


def phrased_sources(
    document: Document, block: Block, following: list[Block]
) -> Iterator[Statement]:
    """What sentences such as `Originally published in …` say."""
    seen: set[int] = set()
    for kind in KINDS:
        for code, match in search(document, kind, block.folded):
            begin, end = sentence_around(block, match.start())
            if begin in seen or is_in_page(block, match.start()):
                continue
            place = _place(block, kind, code, match, (begin, end))
            if place is None or is_code(document, block, match.end()):
                continue
            seen.add(begin)
            yield _statement(document, block, following, place, (begin, end))
    for code in codes(document, "earlier", block.folded):
        for found in earlier(block, code):
            sentence = sentence_around(block, found.start)
            if sentence[0] not in seen and not _OLD_YEAR.search(block.text, *sentence):
                seen.add(sentence[0])
                yield _statement(document, block, following, found[1:], sentence)


class _Found(NamedTuple):
    """A phrase in a block, and the sentence around it.

    Args:
        block: the block.
        code: the code of its language.
        match: the phrase in the text in lower case.
        begin: where its sentence starts.
        end: where its sentence ends.
    """

    block: Block
    code: str
    match: re.Match[str]
    begin: int
    end: int

    @property
    def before(self) -> str:
        """The sentence before the phrase, in lower case."""
        return self.block.folded[self.begin : self.match.start()]

    @property
    def after(self) -> str:
        """The sentence after the phrase, in lower case."""
        return self.block.folded[self.match.end() : self.end]

    @property
    def is_about_itself(self) -> bool:
        """Whether the sentence is about the article itself."""
        return is_about_itself(self.block.folded[self.begin : self.match.end()], self.code)


def _place(
    block: Block, kind: str, code: str, match: re.Match[str], sentence: tuple[int, int]
) -> tuple[int, int] | None:
    """The range of a phrase with its outlet; None if it is about something else."""
    found = _Found(block, code, match, *sentence)
    about_itself = found.is_about_itself
    if _is_about_a_work(found) or (kind == "said" and not about_itself):
        return None
    if kind == "after" or (kind == "said" and code in _VERB_LAST):
        return _place_after(block, code, match, sentence, about_itself=about_itself)
    if not about_itself and not _starts_paragraph(found):
        return None
    before = found.before
    start = found.begin + len(before) - len(before.lstrip(INDENT))
    return _with_outlet(found, start if about_itself else match.start())


def _is_about_a_work(found: _Found) -> bool:
    """Whether a sentence is about a book, a talk, or what was not published."""
    before = found.before
    if before.endswith(_NOT) or len(before) > MAX_BEFORE or _UNREAL.search(before):
        return True
    if PART_OF.search(before):
        return True
    if found.code == "zh" and _TALK.search(found.block.text, found.begin, found.end):
        return True
    if found.match[0].endswith(_STEMS_FROM) and _SERIES.search(found.after):
        return True
    return _OLD_YEAR.search(found.block.text, found.begin, found.end) is not None


def _starts_paragraph(found: _Found) -> bool:
    """Whether a phrase without a subject starts a short paragraph of its own."""
    block, before = found.block, found.before
    # `——摘自《…》` names the source of a quotation.
    if before.strip(INDENT) or before.strip().startswith(_DASHES) or block.is_heading:
        return False
    if len(block.text) > _MAX_ALONE or _CLAUSE.search(found.after[:100]):
        return False
    return _starts_line(block, found.begin)


def _with_outlet(found: _Found, start: int) -> tuple[int, int] | None:
    """The range from an offset to the end of the outlet; None if there is no outlet."""
    block, phrase = found.block, found.match[0]
    if phrase == "theo" and block.text.isascii():
        return None
    if phrase.endswith(_REPORTS) and not _HAN_OUTLET.search(phrase):
        return None
    if phrase.endswith(_FROM) and not _HAN_OUTLET.search(found.after):
        return None
    if phrase.endswith(_STEMS) and not found.is_about_itself and _HAN_CLAUSE.match(found.after):
        return None
    if phrase.endswith(_OUTLET_INSIDE):
        is_own = "作者" in block.text[found.begin : found.match.end()] or "本人" in phrase
        return None if is_own else (start, found.match.end())
    text = block.text[found.match.end() : found.end]
    if phrase.endswith(_PERMITTED) and not text.strip(INDENT):
        return start, found.match.end()
    if is_to_fill(text):
        return None
    has_link = any(found.begin <= link.start < found.end for link in block.links)
    is_reprint = _REPRINT.search(phrase) is not None
    if not _names_outlet(text, found.code, has_link=has_link, is_reprint=is_reprint):
        return None
    is_bare = phrase in _ONLY_OUTLET
    if is_bare and (found.before.strip(" \t*_[(（") or not _is_only_outlet(text)):
        return None
    return start, found.match.end() + _outlet_length(text)


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
    # The text of a link is shorter than its line in the file, so its length says nothing.
    lead = block.text[:begin]
    if block.text[begin:].lstrip(INDENT)[:1].islower() and any(
        link.start < begin and not lead[link.end :].strip() for link in block.links
    ):
        return False
    return not before.strip(INDENT) and not is_wrapped(above, block.text[begin:].lstrip(INDENT))


def _place_after(
    block: Block, code: str, match: re.Match[str], sentence: tuple[int, int], *, about_itself: bool
) -> tuple[int, int] | None:
    begin, end = sentence
    before = block.text[begin : match.start()].strip(INDENT)
    if not about_itself and (
        len(block.text) > 120 or len(before) > 60 or not _starts_line(block, begin)
    ):
        return None
    if code == "ko" and not about_itself and _BECAUSE.search(before):
        return None
    if code == "tr":
        before += match[0][8:-8]
    if _DATE.search(block.text, begin, match.end()):
        return None
    if len(before) < 2 or _NO_SITE.fullmatch(before) or is_own(before.lower()[:8], code):
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
        _DATE.search(folded[:24])
        or _LANGUAGE.match(folded)
        or NO_OUTLET.match(folded)
        or _VERSION.match(folded)
    ):
        return False
    if is_own(folded[: _outlet_length(folded) or None], code) and not has_link:
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
    links = [link for link in block.links if begin <= link.start < end]
    own = ways_of(document, links)
    own_site = document.site.own_host
    if any(_is_own_blog(document, block, link) for link in links):
        return None, []
    # The original is on the same site: `It first ran in issue 3. Click here to read it.`
    if own_site and any(
        host(link.url) == own_site and _PAGE.search(link.url)
        for link in block.links
        if link.start >= begin
    ):
        return None, []
    rest = [
        link
        for link in block.links
        if link.start >= end
        and not _ELSEWHERE.search(block.folded[slice(*sentence_around(block, link.start))])
    ]
    own += [way for way in ways_of(document, rest) if way.target == "article"]
    is_introduction = not block.text[end:].strip(INDENT) and block.text.rstrip().endswith(
        (":", "：")
    )
    for other in following:
        is_listed = is_introduction and "li" in other.parents
        if len(other.text) <= 200 and other.links and (is_listed or _has_lead(other)):
            own += [way for way in ways_of(document, other.links) if way.target == "article"]
    telling = [way for way in own if way.target != "nothing"]
    if telling:
        return None, telling
    return Claim(block.span(*place), has_link=False), []


def _is_own_blog(document: Document, block: Block, link: Link) -> bool:
    """Whether a link points to another blog on the same site, from which the article was moved."""
    name = host(link.url)
    if name is None or name != document.site.own_host:
        return False
    return _BLOG.search(block.folded, link.start, link.end) is not None


def _has_lead(block: Block) -> bool:
    """Whether a block has words that introduce a link to the original."""
    return any(word in block.folded for word in words("lead"))
