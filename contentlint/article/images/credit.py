"""Credits of images: the author, the license and the source."""

import re
from html import unescape
from typing import Literal, NamedTuple

from contentlint.article.images.words import (
    AGENCIES,
    ALL_IMAGES_WORDS,
    CAPTION_WORDS,
    CREDIT_WORDS,
    FAMILY_NAMES,
    HAN_SUFFIXES,
    HANGUL_SUFFIXES,
    KANA_SUFFIXES,
    LOWER_NAMES,
    NOBODY,
    ORGANIZATIONS,
    PARTICLES,
    SERVICES,
)
from contentlint.core.patterns import lazy

Where = Literal["caption", "key", "title", "alt", "line", "link", "article", "list"]


class ImageCredit(NamedTuple):
    """The credit of an image.

    Args:
        text: its text, on one line.
        where: where it was found; `link` is the target of a link around the image, `article` a line
            or key for all images, `list` the site's credits file.
        author: the name; None if it is not recognized.
        license: the license; None if there is none.
        source: the URL in the credit; None if there is none.
    """

    text: str
    where: Where
    author: str | None = None
    license: str | None = None
    source: str | None = None


_TAGS = lazy(r"<[^<>]*>")
_LINKED = lazy(r"\[([^\[\]]*+)\]\(\s*+<?([^()\s<>]*+)>?[^()]*+\)")
_HREF = lazy(r"href\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)
URL = lazy(r"https?://[^\s<>()\[\]\"'，。；]+")
_CC = lazy(
    r"\bCC[- ]?(?:BY(?:[- ](?:NC|SA|ND))*|0|Zero)(?![A-Za-z0-9])(?:[- ]\d\.\d)?|"
    r"public domain(?: mark)?|公有领域|公有領域|gemeinfrei|domaine public|dominio público|"
    r"domínio público|パブリックドメイン|общественное достояние",
    re.IGNORECASE,
)
_DEED = lazy(r"creativecommons\.org/(?:licenses|publicdomain)/([a-z-]+)/(\d\.\d)")

# --- finding a credit in a text

# How much of a caption is read, in code points.
_MAX_CAPTION = 1000
_START = r"(?:^|(?<=[\s\u3000(（\[【「|｜/／·•—–\-.,;。，；＝=>“\"、]))"
_SPACE = r"[ \u3000\u00a0]*"
_STOP = (
    r"[|｜,，;；()（）\[\]【】「」。!！?？\n]|[ ][-–—][ ]|\.(?=[ ]|$)|"
    r"[ ](?:via|under|licen[cs]ed|lizenz|CC)\b|$"
)
_WHO = rf"(?P<who>(?:(?!{_STOP}).){{1,80}})"
_HAN = "\u4e00-\u9fff"
_KANA = "ぁ-んァ-ヶー"

_SURE = lazy(
    rf"{_START}(?P<word>{CREDIT_WORDS}){_SPACE}(?:[:：=＝／/|｜©・·]|of\b|to\b|by\b|from\b|de[l ]|da\b|do\b|du\b|(?<=архива)[ ])"
    rf"{_SPACE}{_WHO}",
    re.IGNORECASE,
)
_WEAK = lazy(
    rf"{_START}(?P<word>{CAPTION_WORDS}){_SPACE}"
    rf"(?:(?P<mark>[:：=＝／/|｜©・·])|(?P<by>(?:taken|made|provided|created|shot)?[ ]?by|courtesy(?:[ ]of)?|"
    rf"cortesía[ ]del?|cortesia[ ]d[aeo]|par|por|von|vom)\b|(?P<of>from|via|de[ ]la|del?|da|do|du|des)\b|"
    rf"(?P<bare>(?=[ ])))"
    rf"{_SPACE}{_WHO}",
    re.IGNORECASE,
)
_ALL = lazy(
    rf"{_START}(?:all[ ](?:the[ ])?|alle[ ]|toutes[ ]les[ ]|todas[ ][la]s[ ])?(?P<word>{ALL_IMAGES_WORDS}){_SPACE}"
    rf"(?:(?P<mark>[:：=＝／/|｜©・·])|(?P<by>by|courtesy[ ]of|par|por|von)\b|(?P<of>from|del?|da|do|des)\b)"
    rf"{_SPACE}{_WHO}",
    re.IGNORECASE,
)
# Source: [Harbour office](https://example.org): the link counts, whatever its text.
_LINK = r"(?:\[[^\[\]\n]+\]\(\s*<?https?:|<a\b[^<>]*https?:|<?https?://)"
_TO_LINK = lazy(
    rf"(?:^|[\s>(（*_])(?:{CAPTION_WORDS}){_SPACE}[:：]{_SPACE}{_LINK}|"
    rf"(?:来源|來源|出处|出處|出典){_SPACE}(?:[:：]{_SPACE})?{_LINK}",
    re.IGNORECASE,
)
_COPYRIGHT = lazy(
    rf"(?P<symbol>©|ⓒ|\(c\)|copyright(?:[ ]by)?){_SPACE}(?:\d{{4}}(?:[-–]\d{{2,4}})?)?[,.]?{_SPACE}{_WHO}",
    re.IGNORECASE,
)
_END = r"(?=$|[\s\u3000。）)】\]」，,.;；])"
_SHOT = (
    re.compile(
        rf"(?:^|(?<=[\s\u3000，。、（(「【/／：:；;]))(?P<desk>(?:[{_HAN}]{{2,10}}[报報网網社台])?(?:本报|特约)?"
        rf"(?:记者|記者|通讯员|通訊員))?{_SPACE}(?P<who>[{_HAN}]{{2,12}}){_SPACE}[/／]?{_SPACE}(?:{HAN_SUFFIXES}){_END}"
    ),
    re.compile(
        rf"(?:^|(?<=[＝=（(「【/／]))(?P<who>[{_HAN}{_KANA}A-Za-z・·]{{2,16}}?)(?:さん|氏)?"
        rf"{_SPACE}(?:{KANA_SUFFIXES}){_END}"
    ),
    re.compile(
        rf"(?:^|(?<=[\s(\[=/.]))(?P<who>[가-힣A-Za-z]{{2,12}})[ ](?:{HANGUL_SUFFIXES})(?=$|[.)\]]*$|[)\]/])"
    ),
)
# Mara Ellwood/AP · (Reuters) · / NEREA OLMO / EFE
_AGENCY = lazy(
    rf"(?:(?P<who>[^\s/／|(（][^/／|()（）.。,，]{{0,40}}?)[ ]?[/／|][ ]?|"
    rf"(?:^|(?<=[(（\[【/／—–])|(?<=[—–.。][ ])))(?P<agency>{AGENCIES})(?=[ ]?(?:$|[.)）\]】/／|,，]+[ ]?$|[)）\]】/／|]))",
    re.IGNORECASE,
)
_BY_SERVICE = lazy(
    rf"(?:\b(?:via|on|from|auf|sur|bei)|来自|來自|发布于|發佈於)[ ]?(?P<who>{SERVICES})\b",
    re.IGNORECASE,
)
_DATE = lazy(r"^\d|[年月日頃前春夏秋冬]$|^(?:当時|昨年|今年|先月|去年|三月|筆者が)")
_FILE = lazy(r"\.(?:png|jpe?g|gif|webp|svg|avif|md|html?|js|css|json)\b", re.IGNORECASE)
_ORGANIZATION = lazy(rf"{ORGANIZATIONS}\Z")
# In Japanese, names use the same characters as ordinary words.
_JAPANESE = frozenset("写真 画像 図版 図 出典 引用元 提供".split())
_NAME_ENDS = lazy(
    rf"[ ](?:via|on|under|for|from|at|in|auf|sur|bei|is|(?:and[ ])?licen[cs]ed)\b.*|"
    rf"{_SPACE}(?:发布于|来自|發佈於|來自|授权|授權|供图|供圖|摄影?|攝影?|提供).*|[ ]?CC[ -](?:BY|0).*|[.。:：]+\Z",
    re.IGNORECASE,
)


class _Found(NamedTuple):
    """A name in a text, and the offset of the credit."""

    who: str
    start: int


def is_credit(text: str) -> bool:
    """Whether source text, with its links, names the author or the source of an image."""
    text = text[:_MAX_CAPTION]
    return _TO_LINK.search(text) is not None or _find(plain_text(text)) is not None


def credits_all_images(text: str) -> bool:
    """Whether a line names the author of all images of an article."""
    return any(_has_name(match) for match in _ALL.finditer(text))


def _find(text: str) -> _Found | None:
    """The first name credited in a text."""
    found: list[_Found] = []
    for pattern in (_SURE, _WEAK):
        for match in pattern.finditer(text):
            if _is_somebody(match["who"]) if pattern is _SURE else _has_name(match):
                found.append(_Found(match["who"], match.start()))
                break
    for match in _COPYRIGHT.finditer(text):
        who = match["who"].strip()
        if who and (match["symbol"] in "©ⓒ" or is_name(who)):
            found.append(_Found(who, match.start()))
            break
    if not found:
        found += _without_label(text)
    if not found and (terms := _CC.search(text)) and _is_statement(text, terms):
        found.append(_Found("", terms.start()))
    return min(found, key=lambda one: one.start, default=None)


def _without_label(text: str) -> list[_Found]:
    """A name that is a credit because of the text after it."""
    for number, pattern in enumerate(_SHOT):
        for match in pattern.finditer(text):
            who = match["who"]
            if number == 0 and not (match["desk"] or _is_chinese(who)):
                continue
            if number == 1 and (_DATE.search(who) or re.search("[はがをにで]", who)):
                continue
            return [_Found(who, match.start("who"))]
    if agency := _AGENCY.search(text):
        who = (agency["who"] or "").strip()
        # The name is the last part of the text before the slash.
        name = re.split(r"[.。:：]\s*|\s[-–—]\s", who)[-1].strip()
        name = re.sub(r"^(?:фото|photo|foto)\s+", "", name, flags=re.IGNORECASE)
        both = f"{name} / {agency['agency']}" if name and is_name(name) else agency["agency"]
        if not who or is_name(name):
            return [_Found(both, agency.start())]
    if service := _BY_SERVICE.search(text):
        before = text[: service.start()].strip(" ,，-–—")
        return [_Found(before if is_name(before) else service["who"], 0)]
    return []


def _is_statement(text: str, match: re.Match[str]) -> bool:
    """Whether a license is stated, not just mentioned in a sentence."""
    if match[0][:2].upper() == "CC":
        return True
    before, after = text[: match.start()].rstrip(), text[match.end() :].strip(" .。)）]")
    return not after and (not before or before[-1] in ".,;:/|·(（[—–，；：。")


def _has_name(match: re.Match[str]) -> bool:
    """Whether a name follows a word that may also introduce a caption."""
    groups = match.groupdict()
    who = groups["who"].strip()
    # `images/a.png` is a path; 图/林知微 is a credit.
    is_path = groups.get("mark") in tuple("/／") and not _is_wide(groups["word"])
    if not _is_somebody(who) or is_path:
        return False
    if _is_agency(who):
        return True
    if groups.get("of"):
        # "Foto de Madrid" names a place; two capitalized words, or an agency, are probably a name.
        return is_name(who) and len(who.split()) > 1
    if "bare" in groups and groups["bare"] is not None:
        # Фото Веры Отливиной / ТАСС · AP Photo/Mara Ellwood
        return "/" in who and is_name(who.replace("/", " ")) and len(who) < 50
    if groups.get("by") and not groups["word"].isascii():
        return is_name(who)
    if groups.get("by") and groups["by"].lower().strip() in ("by", "courtesy of"):
        return is_name(who) or len(who.split()) <= 2
    if groups.get("mark") in tuple("/／|｜") and _is_wide(groups["word"]):
        return len(who) <= 30
    if groups["word"] in _JAPANESE and re.fullmatch(f"[{_HAN}]{{2,8}}", who):
        return True
    return is_name(who)


def _is_somebody(who: str) -> bool:
    bare = who.strip(" .。*_“”\"'").casefold().replace(" ", "-")
    return bool(bare) and bare not in NOBODY


def _is_agency(who: str) -> bool:
    return re.match(rf"(?:{AGENCIES})\b", who, re.IGNORECASE) is not None


def _is_wide(text: str) -> bool:
    return any("\u3040" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7af" for char in text)


def is_name(words: str) -> bool:
    """Whether a text looks like the name of a person or an institution, not like a caption."""
    words = _NAME_ENDS.sub("", URL.sub("", words)).strip(" .。*_“”\"'/／")
    if not words or _FILE.search(words):
        return False
    if _is_wide(words):
        return _is_wide_name(words)
    tokens = re.split(r"[\s/／&+]+|(?<=[a-z])’|-", words)
    tokens = [token for token in tokens if token]
    if not tokens or len(tokens) > 8:
        return False
    return _is_capital(tokens[0]) and all(
        _is_capital(token) or token in PARTICLES or token.isdigit() for token in tokens
    )


def _is_capital(token: str) -> bool:
    """Whether a word looks like part of a name: `Mara`, `@mara`, `example.org`, `dpa`."""
    first = token.lstrip("„“\"'")[:1]
    return (
        first.isupper()
        or first == "@"
        or token in LOWER_NAMES
        or re.fullmatch(r"[\w-]+(?:\.[a-z]{2,})+", token) is not None
        or any(char.isupper() for char in token[1:])
    )


def _is_wide_name(words: str) -> bool:
    """Whether a text in Chinese, Japanese or Korean is a name."""
    if re.search(r"[A-Z][a-z]+", words) and len(words) <= 40:
        return True
    if re.search("[가-힣]", words):
        return (
            len(words) <= 20
            and len(words.split()) <= 4
            and not re.search(r"(?:다|요|는|은|을|를|의|에서|에)(?:[ ]|\Z)", words)
        )
    if re.search(f"[{_KANA}]", words):
        return len(words) <= 14 and not re.search(r"[はがをにで]|の(?![A-Z])", words)
    return _is_chinese(words)


def _is_chinese(words: str) -> bool:
    first = re.split(r"[ \u3000、/／·•和与與]", words.strip())[0]
    if first[:1] in FAMILY_NAMES and 2 <= len(first) <= 4:
        return True
    return len(words) <= 24 and _ORGANIZATION.search(words) is not None


# --- parsing a credit


def credit(text: str, where: Where) -> ImageCredit:
    """Parse a credit, which may contain links in HTML or Markdown."""
    source = None
    license = None
    for url in (*_HREF.findall(text), *(m[2] for m in _LINKED.finditer(text))):
        if deed := _DEED.search(url):
            license = _of_deed(deed)
        elif source is None and "//" in url:
            source = unescape(url)
    plain = plain_text(text)
    if source is None and (match := URL.search(plain)):
        source = match[0]
    if license is None and (match := _CC.search(plain)):
        license = match[0]
    bare = URL.sub("", plain)[:_MAX_CAPTION]
    found = _find(bare)
    author = None if found is None else _NAME_ENDS.sub("", found.who).strip(" *_“”\"'/／,，")
    if not author and license is not None:
        # Mara Ellwood, CC BY-SA 4.0
        before = re.split(rf",[ ]|{_CC.pattern}", bare, maxsplit=1, flags=re.IGNORECASE)[0]
        author = before.strip() if is_name(before) else None
    return ImageCredit(plain, where, author or None, license, source)


def _of_deed(deed: re.Match[str]) -> str:
    if deed[1] in ("zero", "mark"):
        return "CC0 1.0" if deed[1] == "zero" else "public domain"
    return f"CC {deed[1].upper()} {deed[2]}"


def plain_text(text: str) -> str:
    """Source text without tags and markup characters, on one line."""
    text = _LINKED.sub(r"\1", _TAGS.sub("", text))
    return " ".join(unescape(re.sub(r"[*_`\\]", "", text)).split())
