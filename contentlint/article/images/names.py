"""Whether words look like the name of a person or an institution, not like a caption."""

import re

from contentlint.article.images.words import (
    AGENCIES,
    AUTHOR_WORDS,
    FAMILY_NAMES,
    LOWER_NAMES,
    NOBODY,
    ORGANIZATIONS,
    PARTICLES,
    SERVICES,
)
from contentlint.core.patterns import lazy

URL = lazy(r"https?://[^\s<>()\[\]\"'，。；]+")
KANA = "ぁ-んァ-ヶー"
_SPACE = r"[ \u3000\u00a0]*"
_FILE = lazy(r"\.(?:png|jpe?g|gif|webp|svg|avif|md|html?|js|css|json)\b", re.IGNORECASE)
_ORGANIZATION = lazy(rf"{ORGANIZATIONS}\Z")
_AGENCY = lazy(rf"(?:{AGENCIES})\b", re.IGNORECASE)
NAME_ENDS = lazy(
    rf"[ ](?:via|on|under|for|from|at|in|auf|sur|bei|is|unless|except|(?:and[ ])?licen[cs]ed)\b.*|"
    rf"[ ](?:cung cấp|chụp|vẽ)\Z|[ ](?:en|em|no|su|op|na|di|trên|w)[ ](?:{SERVICES})\b.*|"
    rf"{_SPACE}(?:所蔵|収蔵|发布于|来自|發佈於|來自|授权|授權|供图|供圖|摄影?|攝影?|[绘繪]|提供).*|[ ]?CC[ -](?:BY|0).*|[.。:：]+\Z",
    re.IGNORECASE,
)
# Words that no Arabic name has: prepositions, and nouns that begin a description.
_ARABIC_PHRASE = lazy(
    r"(?:^|[ ])(?:في|من|على|إلى|عند|قبل|بعد|مع|عن|هذا|هذه|التي|الذي|صورة|منظر|مشهد)(?:[ ]|$)|\u064b|^ال"
)
_AUTHOR = lazy(AUTHOR_WORDS, re.IGNORECASE)
# Vietnamese writes only the first words of the name of an institution with capital letters.
_INSTITUTION = lazy(
    r"(?:Bảo tàng|Báo|Đài|Thư viện|Viện|Trung tâm|Công ty|Tạp chí|Thông tấn|Trường|Hội|Sở|Bộ|Nhà)[ ]"
)
_ARTICLE = lazy(
    r"(?:the|el|l[aeo]s?|il|den|da[ms]|der|die|das|het|de|os?|as?)[ ]|l['’]", re.IGNORECASE
)


def is_somebody(who: str) -> bool:
    """Whether words are not just `internet`, `unknown` or the like."""
    bare = who.strip(" .。*_“”\"'").casefold().replace(" ", "-")
    return bool(bare) and bare not in NOBODY


def is_agency(who: str) -> bool:
    """Whether words begin with the name of a photo agency or of an image host."""
    return _AGENCY.match(who) is not None


def is_wide(text: str) -> bool:
    """Whether a text has characters of Chinese, Japanese or Korean."""
    return any("\u3040" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7af" for char in text)


def is_name(words: str) -> bool:
    """Whether a text looks like the name of a person or an institution, not like a caption."""
    words = NAME_ENDS.sub("", URL.sub("", words)).strip(" .。*_“”\"'/／")
    if not words or _FILE.search(words):
        return False
    if is_wide(words):
        return _is_wide_name(words)
    if "\u0600" <= words[0] <= "\u06ff":
        return _is_arabic_name(words)
    if _AUTHOR.fullmatch(words) or _INSTITUTION.match(words):
        return len(words) <= 50
    # Museum Elsen / collection: the first of two parts is the name.
    first = words.partition(" / ")[0]
    if first != words and len(first.split()) > 1:
        words = first
    words = _ARTICLE.sub("", words, count=1) if _ARTICLE.match(words) else words
    tokens = re.split(r"[\s/／&+]+|(?<=[a-z])’|-", words)
    tokens = [token for token in tokens if token]
    if not tokens or len(tokens) > 8:
        return False
    return _is_capital(tokens[0]) and all(
        _is_capital(token) or token in PARTICLES or token.isdigit() for token in tokens
    )


def _is_capital(token: str) -> bool:
    """Whether a word looks like part of a name: `Mara`, `@mara`, `example.org`, `dpa`."""
    first = token.lstrip("„“«‘’\"'")[:1]
    return (
        first.isupper()
        or first == "@"
        or token in LOWER_NAMES
        or re.fullmatch(r"[\w-]+(?:\.[a-z]{2,})+", token) is not None
        or any(char.isupper() for char in token[1:])
    )


def _is_arabic_name(words: str) -> bool:
    """Whether a text in Arabic, which has no capital letters, is a name of two to five words."""
    return 2 <= len(words.split()) <= 5 and _ARABIC_PHRASE.search(words) is None


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
    if re.search(f"[{KANA}]", words):
        return len(words) <= 14 and not re.search(r"[はがをにで]|の(?![A-Z])", words)
    return is_chinese(words)


def is_chinese(words: str) -> bool:
    """Whether Chinese words begin with a family name or end like the name of an institution."""
    first = re.split(r"[ \u3000、/／·•和与與]", words.strip())[0]
    if first[:1] in FAMILY_NAMES and 2 <= len(first) <= 4:
        return True
    return len(words) <= 24 and _ORGANIZATION.search(words) is not None
