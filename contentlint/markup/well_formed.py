"""A quick look that clears most articles: every element closed by its own end tag, in order.

Sound, not complete: where it says yes, tree construction has nothing to repair (13.2.6 is followed
in `construction`, and a test holds the two together); where it says no, only that tells.
"""

import re
from typing import Final

from contentlint.markup.standard import BLOCKS, DOCUMENT, HEADINGS, RAW_TEXT, TABLE_PARTS, VOID

# Attributes with nothing odd in them: no angle bracket, quotes in pairs, no slash at the end.
_ATTRIBUTES = r"""(?:\s[^<>"'/]*+(?:(?:"[^"<>]*+"|'[^'<>]*+'|/(?!>))[^<>"'/]*+)*+)?+"""
# A plain tag, by its name and the slash before it, or a void element that neither closes nor is
# closed by anything. All that follows `<` is a tag, if there are as many of these as of `<`.
_TAG = re.compile(
    rf"""<(?:(?:area|br|col|embed|img|input|source|wbr){_ATTRIBUTES}/?"""
    rf"""|(/?[A-Za-z][^\s<>/"'=]*+){_ATTRIBUTES})>"""
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
_SPECIAL: Final = (_ODD | _NEVER_NESTED | frozenset(_PARENTS) | _CLOSES_P) - VOID


def is_well_formed(html: str) -> bool:
    """Whether every element of a body is certain to need no repair.

    Args:
        html: the body, as it is parsed.
    """
    names = _TAG.findall(html)
    if len(names) != html.count("<"):
        return False
    # What would end each open element, the outermost first.
    ends = [""]
    for name in names:
        if not name.islower():
            if not name:
                continue
            name = name.lower()
        if name[0] == "/":
            if name != ends.pop():
                return False
        elif name in _SPECIAL and not _may_open(name, ends):
            return False
        elif name == "hr" and "/p" in ends:
            return False
        elif name not in VOID:
            ends.append("/" + name)
    return len(ends) == 1


def _may_open(name: str, ends: list[str]) -> bool:
    """Whether a start tag closes nothing and is not dropped."""
    if name in _CLOSES_P and "/p" in ends:
        return False
    if name == "p":
        return True
    if name in _ODD or (name in HEADINGS and ends[-1][1:] in HEADINGS):
        return False
    if name in _NEVER_NESTED and f"/{name}" in ends:
        return False
    parents = _PARENTS.get(name)
    return parents is None or ends[-1][1:] in parents
