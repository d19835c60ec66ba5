"""Placeholders for the name of an author, in keys and in bylines."""

import unicodedata
from functools import lru_cache

from contentlint.rule import is_templated, lazy
from contentlint.rules.attribution._words import (
    EAST_QUALIFIERS,
    EAST_ROLES,
    NAMEABLE,
    NEGATIONS,
    PLACEHOLDERS,
    QUALIFIERS,
    ROLES,
)

# The last words of template expressions that should have been filled in.
_TEMPLATED = (["author"], ["name"], ["username"], ["user"], ["title"])
# `admin2`, `the site's editor`, `Gast-Autorin`
_PARTS = lazy(r"[\W_\d]+")
_NAMELESS = ROLES | QUALIFIERS
_MAX_PARTS = 6
# 本站小编, サイト管理者, 객원 기자
_EAST = lazy(
    r"(?:作者|著者|筆者|笔者|署名|作家|저자|작자|필자|이름|이름이|글쓴이)?[ ]?"
    r"(?:不详|不詳|未知|佚名|不明|无名|無名|未署名|无署名|無署名|未填写|未填寫|なし|無し|未記入|미상|없음|무기명|미기재)"
    r"|imzasız|isimsiz|adsız|yazarsız|unsigned|uncredited|unattributed|"
    rf"(?:(?:{'|'.join(EAST_QUALIFIERS).replace('_', ' ')})[ ・·の]?){{1,2}}(?:{'|'.join(EAST_ROLES).replace('_', ' ')})\d*"
)


# The authors of a site are the same in most of its articles.
@lru_cache(maxsize=1024)
def is_placeholder(name: str) -> bool:
    """Whether a name is a placeholder, template syntax or a dash."""
    bare = name.strip("<>[]{}()%$ _-.—–?*…·").casefold()
    if not bare.isascii():
        # Full-width letters, and a polite suffix: `ＡＤＭＩＮ`, `관리자님`.
        bare = unicodedata.normalize("NFKC", bare.replace("i\u0307", "i"))
        bare = bare.removesuffix("님").removesuffix("さん")
    bare = bare.rstrip("0123456789") if bare[:1].isalpha() else bare
    is_template = is_templated(name) and bare.replace(".", " ").split()[-1:] in _TEMPLATED
    return not bare or bare in PLACEHOLDERS or is_template or _is_role(bare)


def _is_role(folded: str) -> bool:
    """Whether words name a role at a site and nobody: `guest author`, `editor of the blog`."""
    if len(folded) > 48:
        return False
    if _EAST.fullmatch(folded):
        return True
    words = [word for word in _PARTS.split(folded) if word]
    if _is_negated(words):
        return True
    if not words or len(words) > _MAX_PARTS or words[0] not in _NAMELESS:
        return False
    return _NAMELESS.issuperset(words) and not ROLES.isdisjoint(words)


def _is_negated(words: list[str]) -> bool:
    """Whether words say that there is no name: `no author`, `sin firma`."""
    rest = [word for word in words if word not in NEGATIONS]
    return 0 < len(rest) < min(len(words), 4) and all(
        word in NAMEABLE or word in ROLES or word in QUALIFIERS for word in rest
    )
