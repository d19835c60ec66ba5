"""The forms in which a text names the author or the source of an image.

In one module, for the patterns share their parts and their order decides.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from contentlint.article.images.names import (
    KANA,
    is_agency,
    is_chinese,
    is_name,
    is_somebody,
    is_wide,
)
from contentlint.article.images.words import (
    AGENCIES,
    ALL_IMAGES_WORDS,
    ALL_WORDS,
    ARCHIVE_ENDS,
    ARCHIVES,
    ARCHIVES_AFTER,
    BARE_WORDS,
    CAPTION_WORDS,
    COVER_WORDS,
    CREDIT_WORDS,
    HAN_SUFFIXES,
    HANGUL_SUFFIXES,
    KANA_SUFFIXES,
    NO_NAMES,
    PERMISSION_WORDS,
    SECTION_WORDS,
    SERVICES,
    SOURCE_WORDS,
)
from contentlint.core.beginnings import QuickTest, folded
from contentlint.core.patterns import lazy
from contentlint.core.tuples import NamedTuple


class Found(NamedTuple):
    """A credit in a text.

    Args:
        who: the name as written; empty if only the license is stated.
        start: where it starts, as an offset in code points.
    """

    who: str
    start: int


_CC = (
    r"\bCC[- ]?(?:BY(?:[- ](?:NC|SA|ND))*|0|Zero)(?![A-Za-z0-9])(?:[- ]\d\.\d)?|"
    r"public domain(?: mark)?|公有领域|公有領域|gemeinfrei|domaine public|dominio público|"
    r"domínio público|パブリックドメイン|общественное достояние"
)
CC = lazy(_CC, re.IGNORECASE)

_START = r"(?:^|(?<=[\s\u3000(（\[【「|｜/／·•—–\-.,;。，；＝=>“\"、・△▲▶◀◆■●※]))"
# Where a label starts that is only one at the beginning of a line, a sentence or a bracket.
_LINE_START = r"(?:^|(?<=[(（\[【|｜/／·•—–△▲。，；])|(?<=[.,;:|)/—–-][ ]))"
_SPACE = r"[ \u3000\u00a0]*"
_STOP = (
    r"[|｜,，;；،()（）\[\]【】「」。!！?？\n]|[ ][-–—][ ]|\.(?=[ ]|$)|"
    r"[ ](?:via|under|licen[cs]ed|lizenz|CC)\b|$"
)
_WHO = rf"(?P<who>(?:(?!{_STOP}).){{1,80}})"
_HAN = "\u4e00-\u9fff"
_MARK = r"(?P<mark>[:：=＝／/|｜©・·—–])"
_BY = (
    r"(?P<by>(?:taken|made|provided|created|shot)?[ ]?by|courtesy(?:[ ]of)?|"
    r"(?:(?:prise?|fournie?|réalisée?)[ ])?par|(?:(?:tomada|hecha|cedida|tirada|feita)[ ])?por|vom|"
    r"(?:(?:fotografiert|aufgenommen|gezeichnet)[ ])?von|(?:(?:gemaakt|genomen)[ ])?door|"
    r"(?:(?:scattata|realizzata)[ ]da)|(?:(?:diambil|karya|dibuat)[ ])?oleh|(?:(?:wykonane|zrobione)[ ])?przez|"
    r"autorstwa|снял[аи]?|сделал[аи]?|bởi|do|của|بواسطة|بعدسة|من[ ]تصوير|تصوير|التقطها|التقطتها)\b"
)
_OF = (
    r"(?P<of>from|via|de[ ]la|del?|da|do|du|des|di|dell[ao]|van|uit|dari|từ|с[ ]сайта|من|عبر)\b|"
    r"由|来自于?|來自於?|取自|截自|自|来源于|來源於"
)

_SURE = lazy(
    rf"{_START}(?P<word>{CREDIT_WORDS}){_SPACE}(?:[:：=＝／/|｜©・·—–،于於自]|of\b|to\b|by\b|from\b|de[l ]|da\b|do\b|du\b|"
    rf"(?<=архива)[ ]|(?<=[来來]自)|(?<=翻[攝摄])|(?<=محفوظة)[ ]ل[ـ]?){_SPACE}{_WHO}",
    re.IGNORECASE,
)
_WEAK = lazy(
    rf"{_START}(?P<word>{CAPTION_WORDS})\.?{_SPACE}(?:{_MARK}|{_BY}|{_OF}|(?P<bare>(?=[ ]))){_SPACE}{_WHO}",
    re.IGNORECASE,
)
# Foto Wiebke Ebbe · fot. Halina Brzeg · 📷 Mara Ellwood
_BARE = lazy(
    rf"{_LINE_START}(?P<word>{BARE_WORDS})(?:[ \u3000\u00a0]+|(?<=[📷📸️])){_WHO}", re.IGNORECASE
)
_PERMITTED = lazy(rf"(?<!\w)(?:{PERMISSION_WORDS}){_SPACE}{_WHO}", re.IGNORECASE)
_COPYRIGHT = lazy(
    rf"(?P<symbol>©|ⓒ|\(c\)|copyright(?:[ ]by)?){_SPACE}(?:\d{{4}}(?:[-–]\d{{2,4}})?)?[,.]?{_SPACE}{_WHO}",
    re.IGNORECASE,
)
_END = r"(?=$|[\s\u3000。）)】\]」，,.;；])"
_SHOT = (
    lazy(
        rf"(?:^|(?<=[\s\u3000，。、（(「【/／：:；;▲△]))(?P<desk>(?:[{_HAN}]{{2,10}}[報报网網社台])?(?:本报|特约)?"
        rf"(?:记者|記者|通讯员|通訊員))?{_SPACE}(?P<who>[{_HAN}]{{2,12}}){_SPACE}[/／]?{_SPACE}(?:{HAN_SUFFIXES}){_END}"
    ),
    lazy(
        rf"(?:^|(?<=[＝=（(「【/／、]))(?P<who>[{_HAN}{KANA}A-Za-z・·]{{2,16}}?)(?:さん|氏)?"
        rf"{_SPACE}(?:{KANA_SUFFIXES}){_END}"
    ),
    lazy(
        rf"(?:^|(?<=[\s(\[=/.]))(?P<who>[가-힣A-Za-z]{{2,12}})[ ](?:{HANGUL_SUFFIXES})(?=$|[.)\]]*$|[)\]/])"
    ),
)
# Mara Ellwood/AP · (Reuters) · / NEREA OLMO / EFE
_AGENCY = lazy(
    rf"(?:(?P<who>[^\s/／|(（][^/／|()（）.。,，]{{0,40}}?)[ ]?[/／|][ ]?|"
    rf"(?:^|(?<=[(（\[【/／—–])|(?<=[—–.。][ ])))(?P<agency>{AGENCIES})(?=[ ]?(?:$|[.)）\]】/／|,，]+[ ]?$|[)）\]】/／|]))",
    re.IGNORECASE,
)
# (Mara Ellwood/Harbour Gazette), at the end
_BOTH = lazy(
    r"[(（\[]\s*(?P<who>[^()（）\[\]/／]{2,40}[/／][^()（）\[\]/／]{2,40})[)）\]][\s.。]*$"
)
# The lock at noon | Mara Ellwood
_AFTER_BAR = lazy(r"(?<=[^|｜])[ ][|｜/][ ](?P<who>[^|｜/.:：]{4,40})[ ]?$")
# The lock in 1961. Archivo municipal de Elsén · The lock (Stadtarchiv Elsen)
_ARCHIVE = lazy(
    rf"(?:(?<=[.,;:/|–—-][ ])|(?<=[(（\[/|]))(?P<who>(?:(?:{ARCHIVES})[ ][^.()（）\n]{{2,60}}|[^\W\d_][\w-]*(?:{ARCHIVE_ENDS})(?:[ ][^.()（）\n]{{2,40}})?"
    rf"|[^\W\d_][^.()（）\n]{{2,40}}[ ](?:{ARCHIVES_AFTER})))[ ]?[.)）\]]{{0,2}}[ ]?$",
    re.IGNORECASE,
)
# The lock at noon. / NURIA SALGADO
_CAPITAL = lazy(r"(?<!\w)[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁ]|[\u0621-\u06d3]")
_CAPITALS = lazy(r"(?:^|[ ])[/／][ ]?(?P<who>[^\W\d_]{2,20}(?:[ ][^\W\d_]{2,20}){1,3})$")
_BY_SERVICE = lazy(
    rf"(?:\b(?:via|on|from|auf|sur|bei|en|em|no|su|op|na|di|trên|w)|来自|來自|发布于|發佈於)[ ]?(?P<who>{SERVICES})\b|"
    rf"(?P<here>{SERVICES}){_SPACE}より",
    re.IGNORECASE,
)
# Mara Ellwood via Harbour Museum · Liman Müzesi arşivi
_AROUND = lazy(
    r"(?:^|(?<=[(（.] )|(?<=[(（]))(?P<who>[^\s()（）.]+[ ][^()（）.]{1,50}?)[ ]"
    r"(?:via[ ](?=[^\W\d_a-z])[^()（）.,]{2,50}|izniyle|arşivi|fotoğrafladı)(?=$|[)）.])"
)
# 「Harbour office」より引用
_QUOTED = lazy(
    rf"(?P<who>[^。、，\n「」『』]{{2,60}})[」』]?{_SPACE}(?:より|から)(?:引用|転載|抜粋|借用|拝借)"
)
_ALL = lazy(
    rf"{_START}(?P<word>(?:{ALL_WORDS}){_SPACE}(?:の|的)?(?:{ALL_IMAGES_WORDS}|{CAPTION_WORDS}|gambar)|{ALL_IMAGES_WORDS})"
    r"(?:[ ](?:in|в|en|na|nel|w|dalam|trong)[ ]\w+(?:[ ]\w+)?|[ ](?:and|und|et|y|e|i|và|dan|ve|и)[ ]\w+|[・と/](?:文章?|イラスト))?"
    rf"{_SPACE}"
    rf"(?:{_MARK}|(?P<by>(?:are[ ]|were[ ]|sind[ ]|stammen[ ]|zijn[ ])?(?:taken[ ])?(?:by|courtesy[ ]of|par|por|von|van|oleh|door)|сделал[аи]?|снял[аи]?|بعدسة|من[ ]تصوير)\b|"
    rf"(?P<of>from|(?:son|sont|sono|são)[ ]d[aeiou]l?|del?|da|do|di|des)\b){_SPACE}{_WHO}",
    re.IGNORECASE,
)
# 本文照片均由林知微拍摄 · 写真はすべて汐見遥 · 모든 사진은 한서윤이 찍었다
_ALL_BY_FORMS = (
    rf"(?:照片|图片|圖片|配图|配圖|插图|插圖|摄影|攝影){_SPACE}(?:均|都|全部|皆)?(?:由|为|為|来自|來自|出自)"
    rf"{_SPACE}(?P<who>[{_HAN}A-Za-z ]{{2,20}}?){_SPACE}(?:所?[拍摄攝绘繪提制製]|$|[，。,)）])",
    rf"(?:写真|画像|イラスト|図版)は{_SPACE}(?:すべて|全て|全部){_SPACE}(?P<who>[{_HAN}{KANA}A-Za-z・ ]{{2,16}}?)"
    r"(?:による|によ|が|の?撮影|の?提供|です|$|[。）])",
    r"(?:모든 (?:사진|이미지|그림)[은는]|사진은 모두) (?P<who>[가-힣A-Za-z ]{2,16}?)[이가]? ?(?:찍|촬영|제공|그렸)",
    r"글 ?[·과와/] ?사진 ?[:=]? ?(?P<who>[가-힣]{2,4})(?: 기자| 작가)?$",
    r"(?:tüm|bütün) (?:fotoğraflar|görseller)[ıi]? (?P<who>[^\W\d_]+(?: [^\W\d_]+){1,3}) tarafından",
)
_ALL_BY = tuple(lazy(form, re.IGNORECASE) for form in _ALL_BY_FORMS)
_COVER = lazy(
    rf"{_LINE_START}(?P<word>{COVER_WORDS}){_SPACE}(?:{_MARK}|{_BY}|{_OF}){_SPACE}"
    rf"(?:(?:{CREDIT_WORDS}|{CAPTION_WORDS})(?:{_SPACE}[:：]|[ ](?:by|di|de|von|par|por)\b){_SPACE})?{_WHO}",
    re.IGNORECASE,
)
_CAMERA_WORDS = r"[摄攝]|撮影|촬영|供[图圖]"
_SECTION = lazy(rf"(?:{SECTION_WORDS}){_SPACE}[:：]?", re.IGNORECASE)

# Most lines have no such words.
may_credit_cover = QuickTest("cover", COVER_WORDS)
"""Whether a text may have a word for the image at the top."""
_LABELS = (CREDIT_WORDS, CAPTION_WORDS, COVER_WORDS, BARE_WORDS, PERMISSION_WORDS)
_may_be_labelled = QuickTest("labels", *_LABELS)
_label_tests = tuple(QuickTest(f"labels {number}", words) for number, words in enumerate(_LABELS))
may_be_credit = QuickTest(
    "credits",
    *_LABELS,
    ALL_WORDS,
    ALL_IMAGES_WORDS,
    inside_words=(_CC, _CAMERA_WORDS, *_ALL_BY_FORMS),
)
"""Whether `is_photo_credit` or `credits_all` may hold for a text."""

_DATE = lazy(r"^\d|[年月日頃前春夏秋冬]$|^(?:当時|昨年|今年|先月|去年|三月|筆者が)")
_CAMERA_WORK = lazy(_CAMERA_WORDS)
_SOURCE = lazy(SOURCE_WORDS, re.IGNORECASE)
# Words that are a credit with any name after them.
_SURE_BARE = lazy(r"ph\.|fot\.", re.IGNORECASE)
# Text and photos: Mara Ellwood.
_AND = frozenset("and und et y e i en dan ve".split())
# In Japanese, names use the same characters as ordinary words.
_JAPANESE_NAME = lazy(f"[{_HAN}]{{1,4}}[ \u3000]?[{_HAN}]{{1,4}}")
_JAPANESE = frozenset("写真 撮影 画像 図版 図 絵 出典 引用元 提供".split())


@lru_cache(maxsize=2000)
def find(text: str) -> Found | None:
    """The first credit in a text without tags and markup characters."""
    found = [*_labelled(text)]
    for match in _COPYRIGHT.finditer(text):
        who = match["who"].strip()
        if who and (match["symbol"] in "©ⓒ" or is_name(who) or is_wide(who)):
            found.append(Found(who, match.start()))
            break
    if not found:
        found += _without_label(text)
    if not found and (terms := CC.search(text)) and _is_statement(text, terms):
        found.append(Found("", terms.start()))
    return min(found, key=lambda one: one.start, default=None)


@lru_cache(maxsize=2000)
def is_photo_credit(text: str) -> bool:
    """Whether a text names the author of an image even where no image is near it."""
    if any(True for _ in _labelled(text, without=_SOURCE)):
        return True
    # Mara Ellwood, CC BY 4.0, via Wikimedia Commons
    if CC.search(text) and _BY_SERVICE.search(text):
        return True
    return _CAMERA_WORK.search(text) is not None and _shot(text) is not None


@lru_cache(maxsize=2000)
def credits_all(text: str) -> bool:
    """Whether a text names the author of all images of an article."""
    if any(_has_name(match) for match in _ALL.finditer(text)):
        return True
    if text.isascii():  # each of these has a word that is not
        return False
    return any(is_somebody(match["who"]) for one in _ALL_BY for match in one.finditer(text))


def credits_cover(text: str) -> bool:
    """Whether a text names the author of the image at the top of the article."""
    return any(_has_name(match) for match in _COVER.finditer(text))


def lines_about_cover(text: str) -> Iterator[str]:
    """The lines of a text without tags for which `may_credit_cover` holds."""
    lowered = folded(text)
    if len(lowered) != len(text):  # some letters become two
        yield from filter(may_credit_cover, text.split("\n"))
        return
    end = -1
    for place in may_credit_cover.places(lowered):
        if place > end:
            start = text.rfind("\n", 0, place) + 1
            end = text.find("\n", place)
            yield text[start:end] if end >= 0 else text[start:]
            if end < 0:
                return


def is_section(heading: str) -> bool:
    """Whether a heading is that of the credits of all images."""
    return _SECTION.fullmatch(heading) is not None


def _labelled(text: str, without: re.Pattern[str] | None = None) -> Iterator[Found]:
    """The first name after each kind of label."""
    if not _may_be_labelled(text):
        return
    forms = (
        (_SURE, _is_named),
        (_WEAK, _has_name),
        (_COVER, _has_name),
        (_BARE, _follows),
        (_PERMITTED, _is_named),
    )
    for (pattern, is_one), may_match in zip(forms, _label_tests, strict=True):
        for match in pattern.finditer(text) if may_match(text) else ():
            word = match.groupdict().get("word") or ""
            if is_one(match) and not (without is not None and without.fullmatch(word)):
                yield Found(match["who"], match.start())
                break


def _without_label(text: str) -> list[Found]:
    """A name that is a credit because of the text after it."""
    if found := _shot(text) or _agency(text):
        return [found]
    if (both := _BOTH.search(text)) and _are_names(both["who"]):
        return [Found(both["who"].strip(), both.start("who"))]
    if (bar := _AFTER_BAR.search(text)) and is_name(bar["who"]) and " " in bar["who"].strip():
        return [Found(bar["who"].strip(), bar.start("who"))]
    if (archive := _ARCHIVE.search(text)) and _CAPITAL.search(archive["who"]):
        return [Found(archive["who"].strip(), archive.start("who"))]
    if (capitals := _CAPITALS.search(text)) and capitals["who"].isupper():
        return [Found(capitals["who"], capitals.start())]
    if service := _BY_SERVICE.search(text):
        before = text[: service.start()].strip(" ,，-–—")
        return [Found(before if is_name(before) else service["who"] or service["here"], 0)]
    if (around := _AROUND.search(text)) and is_name(around["who"]):
        return [Found(around["who"], around.start())]
    # The pattern starts with any text, so that its last words are looked for first.
    quoted = _QUOTED.search(text) if "より" in text or "から" in text else None
    return [Found(quoted["who"].strip(), quoted.start())] if quoted else []


def _are_names(text: str) -> bool:
    """Whether names are on both sides of a slash, and one of them has several words."""
    parts = [part.strip() for part in re.split("[/／]", text)]
    return all(map(is_name, parts)) and any(1 < len(part.split()) < 5 for part in parts)


def _shot(text: str) -> Found | None:
    """A name with a word for its work after it: 林知微 摄."""
    for number, pattern in enumerate(_SHOT):
        for match in pattern.finditer(text):
            who = match["who"]
            if number == 0 and not (match["desk"] or is_chinese(who)):
                continue
            if number == 1 and (_DATE.search(who) or re.search("[はがをにで]", who)):
                continue
            return Found(who, match.start("who"))
    return None


def _agency(text: str) -> Found | None:
    """An agency at the end, with the name before it."""
    agency = _AGENCY.search(text)
    if agency is None:
        return None
    who = (agency["who"] or "").strip()
    # The name is the last part of the text before the slash.
    name = re.split(r"[.。:：]\s*|\s[-–—]\s", who)[-1].strip()
    name = re.sub(r"^(?:фото|photo|foto)\s+", "", name, flags=re.IGNORECASE)
    if who and not is_name(name):
        return None
    both = f"{name} / {agency['agency']}" if name else agency["agency"]
    return Found(both, agency.start())


def _is_statement(text: str, match: re.Match[str]) -> bool:
    """Whether a license is stated, not just mentioned in a sentence."""
    if match[0][:2].upper() == "CC":
        return True
    before, after = text[: match.start()].rstrip(), text[match.end() :].strip(" .。)）]")
    return not after and (not before or before[-1] in ".,;:/|·(（[—–，；：。")


def _is_named(match: re.Match[str]) -> bool:
    return is_somebody(match["who"])


def _follows(match: re.Match[str]) -> bool:
    """Whether a name follows a word with nothing but a space between."""
    who = match["who"].strip()
    if not is_somebody(who):
        return False
    if _SURE_BARE.fullmatch(match["word"]):
        return True
    first, *rest = who.split() or [""]
    is_short = not rest and not is_wide(who)
    return is_name(who) and not is_short and first.casefold() not in NO_NAMES


def _has_name(match: re.Match[str]) -> bool:
    """Whether a name follows a word that may also introduce a caption."""
    groups = match.groupdict()
    word, mark, who = groups["word"], groups.get("mark"), groups["who"].strip()
    if not is_somebody(who) or (mark and _is_path(word, mark, who)) or _is_in_a_sentence(match):
        return False
    if is_agency(who):
        return True
    if groups.get("of"):
        # "Foto de Madrid" names a place; two capitalized words, or an agency, are probably a name.
        return is_name(who) and len(who.split()) > 1
    if groups.get("bare") is not None:
        # Фото Веры Отливиной / ТАСС · AP Photo/Mara Ellwood
        return "/" in who and is_name(who.replace("/", " ")) and len(who) < 50
    if by := groups.get("by"):
        is_english = word.isascii() and by.lower().strip() in ("by", "courtesy of")
        return is_name(who) or (is_english and len(who.split()) <= 2)
    if mark and mark in "/／|｜" and is_wide(word):
        return len(who) <= 30
    if word in _JAPANESE and re.fullmatch(f"[{_HAN}]{{2,8}}", who):
        return True
    # Image: private archive/Mara Ellwood
    last = re.split("[/／]", who)[-1].strip()
    if last != who and " " in last and is_name(last):
        return True
    # カバー写真：汐見 遥 · Photo：汐見遥
    is_japanese = re.search(f"[{KANA}]", word) is not None or (mark == "：" and word.isascii())
    return is_name(who) or (is_japanese and _JAPANESE_NAME.fullmatch(who) is not None)


def _is_in_a_sentence(match: re.Match[str]) -> bool:
    """Whether a label is a word of a sentence: `on the top picture: the ferry`."""
    if not match["word"][:1].islower():
        return False
    before = match.string[: match.start()].rstrip(" ")
    last = before.rpartition(" ")[2]
    return last.isalpha() and last.isascii() and last.casefold() not in _AND


def _is_path(word: str, mark: str, who: str) -> bool:
    """Whether a mark is one of code or of a path as in `images/a.png`, unlike in `图/林知微`."""
    if mark == "=":
        return not is_wide(word)
    return mark in "/／" and not is_wide(word) and not (is_name(who) and len(who.split()) > 1)
