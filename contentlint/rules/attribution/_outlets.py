"""Names of outlets, and words in their place that are none."""

import re

from contentlint.rule import lazy
from contentlint.rules.attribution._languages import UNSPACED, words_in

NO_OUTLET = lazy(
    r"\s*(?:[\d〇一二三四五六七八九十]|$|(?:(?:the|early|late|mid|el|le|am|em|il|op|maret|dem|der|den)\s)*"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|"
    r"wednesday|thursday|friday|saturday|sunday|spring|summer|autumn|winter|enero|febrero|marzo|abril|mayo|junio|"
    r"julio|agosto|septiembre|octubre|noviembre|diciembre|janvier|février|mars|avril|mai|juin|juillet|août|septembre|"
    r"octobre|novembre|décembre|januar|februar|märz|juni|juli|oktober|dezember|janeiro|fevereiro|março|maio|junho|"
    r"julho|setembro|outubro|dezembro|advance|full|part|print|response|order|conjunction|the\s(?:past|same|last)|"
    r"this|these|those|it|which|a\s(?:different|new|similar)|installments|case|general)\b)"
)
_PLATFORM = lazy(
    r"知乎|公众号|公眾號|微博|专栏|專欄|掘金|facebook|社團|豆瓣|简书|頻道|频道|medium|博客园|csdn",
    re.IGNORECASE,
)

# Texts in templates, to be replaced by the source.
_TO_FILL = frozenset(
    "来源链接 來源連結 原文链接 原文連結 原文地址 链接 連結 url link enlace lien".split()
)
_NEWSPAPERS = frozenset({"post", "mail"})
_DETERMINERS = frozenset("the a an this that my our your his her their original first".split())


def is_to_fill(text: str) -> bool:
    """Whether a text is the placeholder of a template for the source."""
    return text.strip(" :：*_[]()（）<>").casefold() in _TO_FILL


def is_own(folded: str, code: str) -> bool:
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
    # `The Harbour Post` is a newspaper, `the post` is not.
    if len(parts) > 1 and parts[-1] in _NEWSPAPERS and parts[-2] not in _DETERMINERS:
        parts = parts[:-1]
    return (
        any(part in own for part in parts[:2])
        or " ".join(parts[:2]) in own
        or any(part in own for part in parts[2:] if len(part) > 3 and code != "vi")
    )
