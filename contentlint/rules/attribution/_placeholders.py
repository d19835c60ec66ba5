"""Placeholders for the name of an author, in keys and in bylines."""

import unicodedata

from contentlint.rule import is_templated, lazy
from contentlint.rules.attribution._words import (
    EAST_QUALIFIERS,
    EAST_ROLES,
    PLACEHOLDERS,
    QUALIFIERS,
    ROLES,
)

# The last words of template expressions that should have been filled in.
_TEMPLATED = (["author"], ["name"], ["username"], ["user"], ["title"])
# `admin2`, `the site's editor`, `Gast-Autorin`
_PARTS = lazy(r"[\W_\d]+")
_MAX_PARTS = 6
# 本站小编, サイト管理者, 객원 기자
_EAST = lazy(
    rf"(?:(?:{'|'.join(EAST_QUALIFIERS).replace('_', ' ')})[ ・·の]?){{1,2}}(?:{'|'.join(EAST_ROLES).replace('_', ' ')})\d*"
)


def is_placeholder(name: str) -> bool:
    """Whether a name is a placeholder, template syntax or a dash."""
    bare = name.strip("<>[]{}()%$ _-.—–?*…·").casefold()
    if not bare.isascii():
        # Full-width letters, and a polite suffix: `ＡＤＭＩＮ`, `관리자님`.
        bare = unicodedata.normalize("NFKC", bare).removesuffix("님").removesuffix("さん")
    is_template = is_templated(name) and bare.replace(".", " ").split()[-1:] in _TEMPLATED
    return not bare or bare in PLACEHOLDERS or is_template or _is_role(bare)


def _is_role(folded: str) -> bool:
    """Whether words name a role at a site and nobody: `guest author`, `editor of the blog`."""
    if len(folded) > 48:
        return False
    if _EAST.fullmatch(folded):
        return True
    words = [word for word in _PARTS.split(folded) if word]
    if not words or len(words) > _MAX_PARTS or words[0] not in ROLES | QUALIFIERS:
        return False
    return all(word in ROLES or word in QUALIFIERS for word in words) and any(
        word in ROLES for word in words
    )
