"""A quick look that clears most articles: every element closed by its own end tag, in order.

Sound, not complete: where it says yes, tree construction has nothing to repair (13.2.6 is followed
in `construction`, and a test holds the two together); where it says no, only that tells.
"""

import re
from typing import Final

from contentlint.markup.standard import BLOCKS, DOCUMENT, HEADINGS, RAW_TEXT, TABLE_PARTS, VOID

# A tag with nothing odd in it; so all that follows `<` is one, if there are as many as `<`.
_TAG = re.compile(
    r"""<(/?[A-Za-z][^\s<>/"'=]*+)(?:\s(?:[^<>"'/]|/(?!>)|"[^"<>]*+"|'[^'<>]*+')*+)?+(/?)>"""
)

# What may only stand where this look cannot follow: tables, forms' parts, foreign content.
_ODD: Final = (
    DOCUMENT
    | TABLE_PARTS
    | frozenset(
        "table svg math select option optgroup template frame frameset plaintext form applet "
        "object marquee rb rp rt rtc image noscript sarcasm".split()
    )
)
_NEVER_NESTED: Final = RAW_TEXT | frozenset({"a", "button", "nobr"})
_PARENTS: Final = {
    "li": frozenset({"ul", "ol", "menu"}),
    "dd": frozenset({"dl"}),
    "dt": frozenset({"dl"}),
}
_CLOSES_P: Final = BLOCKS | HEADINGS | frozenset({"p", "hr", "xmp", "li", "dd", "dt"})
_SPECIAL: Final = _ODD | _NEVER_NESTED | frozenset(_PARENTS) | _CLOSES_P


def is_well_formed(html: str) -> bool:
    """Whether every element of a body is certain to need no repair.

    Args:
        html: the body, as it is parsed.
    """
    tags = _TAG.findall(html)
    if len(tags) != html.count("<"):
        return False
    open_tags = [""]
    for name, slash in tags:
        name = name.lower()
        if name[0] == "/":
            if name[1:] != open_tags.pop():
                return False
        elif name in VOID:
            if name == "hr" and "p" in open_tags:
                return False
        elif slash or (name in _SPECIAL and not _may_open(name, open_tags)):
            return False
        else:
            open_tags.append(name)
    return len(open_tags) == 1


def _may_open(name: str, open_tags: list[str]) -> bool:
    """Whether a start tag closes nothing and is not dropped."""
    if name in _ODD:
        return False
    if name in _CLOSES_P and "p" in open_tags:
        return False
    if name in HEADINGS and open_tags[-1] in HEADINGS:
        return False
    if name in _NEVER_NESTED and name in open_tags:
        return False
    parents = _PARENTS.get(name)
    return parents is None or open_tags[-1] in parents
