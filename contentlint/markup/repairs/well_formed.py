"""A quick check that passes most articles: every element is closed by its own end tag, in order.

It is sound but not complete: if it returns True, tree construction (13.2.6, in `construction`)
makes no repairs, which a test verifies. If it returns False, tree construction decides.
"""

import re
from collections.abc import Iterator
from typing import Final

from contentlint.core.patterns import lazy
from contentlint.core.tuples import NamedTuple
from contentlint.markup.standard import (
    BLOCKS,
    DOCUMENT,
    ELEMENTS,
    HEADINGS,
    MAX_DEPTH,
    RAW_TEXT,
    VOID,
)

# Regular attributes: no angle brackets, paired quotes, no trailing slash.
_ATTRIBUTES = r"""(?:\s[^<>"'/]*+(?:(?:"[^"<>]*+"|'[^'<>]*+'|/(?!>))[^<>"'/]*+)*+)?+"""
# A regular tag, captured as its name with the slash before it; not captured, a void element or a
# `<` that is text. If there are as many matches as `<`, every `<` is one of these.
_TAG = lazy(
    rf"""<(?:(?:(?:area|br|embed|hr|img|input|source|wbr){_ATTRIBUTES}/?"""
    rf"""|(/?[A-Za-z][^\s<>/"'=]*+){_ATTRIBUTES})>|(?![A-Za-z/!?]))"""
)

_COMMENT = lazy(r"<!--(?!-?>).*?-->", re.DOTALL)
# A table part that is not followed by another: text or an element between the cells.
_LOOSE_IN_TABLE = lazy(
    r"<(?:table|thead|tbody|tfoot|tr|colgroup|col|/(?:td|th|tr|thead|tbody|tfoot|caption|colgroup))"
    r"(?=[\s>])[^<>]*+>(?!\s*<(?:/?(?:thead|tbody|tfoot|tr|td|th|caption|colgroup|col)|/table)[\s>])",
    re.IGNORECASE,
)

# Elements that need full tree construction: parts of forms, foreign content and others.
_UNSUPPORTED: Final = DOCUMENT | frozenset(
    "svg math select option optgroup template frame frameset plaintext form applet "
    "object marquee rb rp rt rtc image noscript sarcasm".split()
)
_NEVER_NESTED: Final = RAW_TEXT | frozenset({"a", "button", "nobr"})
_PARENTS: Final = {
    "li": frozenset({"ul", "ol", "menu"}),
    "dd": frozenset({"dl"}),
    "dt": frozenset({"dl"}),
    "caption": frozenset({"table"}),
    "colgroup": frozenset({"table"}),
    "thead": frozenset({"table"}),
    "tbody": frozenset({"table"}),
    "tfoot": frozenset({"table"}),
    "tr": frozenset({"table", "thead", "tbody", "tfoot"}),
    "td": frozenset({"tr"}),
    "th": frozenset({"tr"}),
}
_CLOSES_P: Final = BLOCKS | HEADINGS | frozenset({"p", "xmp", "li", "dd", "dt", "table"})


class _Opener(NamedTuple):
    """The conditions for an element: its end tag, what must not be open, and its parents."""

    end: str
    forbidden: str
    parents: frozenset[str] | None


def _openers() -> Iterator[tuple[str, _Opener]]:
    for name in ELEMENTS - _UNSUPPORTED - VOID - HEADINGS | {"p", "xmp", "nobr"}:
        parents = _PARENTS.get(name)
        ends = None if parents is None else frozenset(f"/{parent}" for parent in parents)
        forbidden = f"/{name}" if name in _NEVER_NESTED else "/p" if name in _CLOSES_P else ""
        yield name, _Opener(f"/{name}", forbidden, ends)


_OPENERS: Final = dict(_openers())
_HEADING_ENDS: Final = frozenset(f"/{name}" for name in HEADINGS)


def is_well_formed(html: str) -> bool:
    """Whether a body certainly needs no repairs.

    Args:
        html: the body, as it is parsed.
    """
    if "<!--" in html and "--!>" not in html:
        last = html.rfind("-->") + 3
        if _has_comment_in_tag(html, last):
            return False
        html = _COMMENT.sub("", html[:last]) + html[last:]
    names = _TAG.findall(html)
    if len(names) != html.count("<") or not _are_closed_in_order(names):
        return False
    has_capitals = bool(names) and not "".join(names).islower()
    has_tables = "/table" in names or has_capitals
    if has_tables and _LOOSE_IN_TABLE.search(html):
        return False
    if "<hr" not in html and not has_capitals:
        return True
    return not _has_rule_in_paragraph(html.lower() if has_capitals else html)


def _are_closed_in_order(names: list[str]) -> bool:
    """Whether every element has its own end tag and is in an allowed position.

    Args:
        names: the names of all tags, with the slash of an end tag; empty for void elements.
    """
    # The end tag of each open element, the outermost first.
    ends: list[str | None] = [None]
    known = _OPENERS.get
    for name in filter(None, names):
        if name == ends[-1]:
            ends.pop()
            continue
        opener = known(name) or known(name.lower())
        if opener is None:
            end = _end_of_others(name.lower(), ends)
        else:
            end, forbidden, parents = opener
            if (forbidden and forbidden in ends) or (
                parents is not None and ends[-1] not in parents
            ):
                return False
        if end is None or (end and len(ends) >= MAX_DEPTH):
            return False
        if end:
            ends.append(end)
    return len(ends) == 1


def _end_of_others(name: str, ends: list[str | None]) -> str | None:
    """The end tag for a name without an entry in `_OPENERS`, which may be an end tag itself.

    Args:
        name: the name of the tag, in lower case.
        ends: the end tag of each open element; an end tag pops the last one.

    Returns:
        Empty if no end tag is needed, None if the tag is invalid or undecidable.
    """
    if name[0] == "/":
        return "" if name == ends.pop() else None
    if name == "col":
        return "" if ends[-1] == "/colgroup" else None
    if name in VOID:
        return ""
    if name in _UNSUPPORTED or (name in HEADINGS and ("/p" in ends or ends[-1] in _HEADING_ENDS)):
        return None
    return f"/{name}"


def _has_comment_in_tag(html: str, end: int) -> bool:
    """Whether a tag is still open before a comment.

    Args:
        html: the body.
        end: the offset after the end of the last closed comment.
    """
    before = 0
    for comment in _COMMENT.finditer(html, 0, end):
        start = comment.start()
        if html.rfind("<", before, start) > html.rfind(">", before, start):
            return True
        before = start
    return False


def _has_rule_in_paragraph(html: str) -> bool:
    """Whether an `<hr>`, which closes a paragraph, may be in one."""
    in_paragraph = False
    start, place = 0, html.find("<hr")
    if place >= 0 and ("<p\n" in html or "<p\t" in html or "<p\r" in html or "<p\f" in html):
        return True
    while place >= 0:
        opened = max(html.rfind("<p>", start, place), html.rfind("<p ", start, place))
        closed = html.rfind("</p>", start, place)
        if max(opened, closed) >= 0:
            in_paragraph = opened > closed
        if in_paragraph:
            return True
        start, place = place, html.find("<hr", place + 1)
    return False
