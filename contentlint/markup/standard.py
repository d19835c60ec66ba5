"""Tables of the HTML standard: the classes of elements, as data.

Sections are those of the WHATWG HTML Living Standard, https://html.spec.whatwg.org/multipage/.
"""

from functools import cache
from typing import Final

# 13.1.2 Elements: void elements; `frame`, `basefont`, `bgsound` and `keygen` are parsed as such.
VOID: Final = frozenset(
    "area base br col embed hr img input link meta source track wbr "
    "basefont bgsound frame keygen param".split()
)

# 13.1.2.4 Optional tags: elements whose end tag the parser can imply (13.2.6.3).
IMPLIED_END: Final = frozenset("dd dt li optgroup option p rb rp rt rtc".split())

# 13.2.6.3, "generate all implied end tags thoroughly", and the ends of body and html.
OPTIONAL_END: Final = IMPLIED_END | frozenset(
    "body caption colgroup html tbody td tfoot th thead tr".split()
)

# 13.2.4.2 The stack of open elements: the special category.
SPECIAL: Final = frozenset(
    "address applet area article aside base basefont bgsound blockquote body br button caption "
    "center col colgroup dd details dir div dl dt embed fieldset figcaption figure footer form "
    "frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe img input keygen li link "
    "listing main marquee menu meta nav noembed noframes noscript object ol p param plaintext pre "
    "script search section select source style summary table tbody td template textarea tfoot th "
    "thead title tr track ul wbr xmp".split()
)

# 13.2.4.3 The list of active formatting elements.
FORMATTING: Final = frozenset("a b big code em font i nobr s small strike strong tt u".split())

HEADINGS: Final = frozenset("h1 h2 h3 h4 h5 h6".split())

# 13.2.6.4.7 "in body": start tags that close an open p; end tags that need their element in scope.
BLOCKS: Final = frozenset(
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure "
    "footer header hgroup listing main menu nav ol pre search section summary ul".split()
)

# 13.2.6.4.7: further elements whose end tag needs its start tag in scope.
SCOPED_END: Final = BLOCKS | frozenset("li dd dt button applet marquee object select".split())

# 13.2.4.2: elements that end the search for an element "in scope"; a button also ends the search
# for `p`, a list the search for `li`.
SCOPE: Final = frozenset("applet caption html marquee object select table td template th".split())
BUTTON_SCOPE: Final = SCOPE | {"button"}
LIST_SCOPE: Final = SCOPE | {"ol", "ul"}
TABLE_SCOPE: Final = frozenset({"html", "table", "template"})

# Elements whose content is text to the tokenizer (13.2.5.1 and 13.2.6.4.7, scripting off).
RAW_TEXT: Final = frozenset("iframe noembed noframes script style textarea title xmp".split())

# Elements without prose: code, and content that is not rendered as text.
NO_PROSE: Final = RAW_TEXT | frozenset("code kbd math pre samp svg template tt var".split())

# 13.2.6.5 Foreign content: HTML start tags that leave SVG or MathML, and the integration points.
FOREIGN_BREAKOUT: Final = frozenset(
    "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li "
    "listing menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul "
    "var".split()
)
HTML_INTEGRATION: Final = frozenset("desc foreignobject title".split())
TEXT_INTEGRATION: Final = frozenset("mi mn mo ms mtext".split())

# Tags that occur once in a page and are not allowed inside an article's body.
DOCUMENT: Final = frozenset("html head body".split())

TABLE_PARTS: Final = frozenset("caption col colgroup tbody td tfoot th thead tr".split())

# 3.1 and 4: every element that the standard defines, obsolete ones (16.2) included.
ELEMENTS: Final = (
    SPECIAL
    | FORMATTING
    | TABLE_PARTS
    | VOID
    | IMPLIED_END
    | BLOCKS
    | RAW_TEXT
    | frozenset(
        "abbr acronym audio bdi bdo canvas cite data datalist del dfn ins kbd label legend map "
        "mark math meter noscript output picture progress q rp ruby samp slot span sub sup svg "
        "time var video".split()
    )
)

# 3.2.5.2.5 Elements whose content model is phrasing content. `a`, `del` and `ins` are transparent:
# they have the content model of their parent.
PHRASING_ONLY: Final = HEADINGS | frozenset(
    "abbr b bdi bdo button cite code data dfn em i kbd label mark meter output pre progress q s "
    "samp small span strong sub sup time u var".split()
)
TRANSPARENT: Final = frozenset("a audio canvas del ins map object slot video".split())

# Flow content that is not phrasing content (3.2.5.2.2), and so is not allowed in the former.
FLOW_ONLY: Final = HEADINGS | frozenset(
    "address article aside blockquote details dialog div dl fieldset figure footer form header "
    "hgroup hr main menu nav ol p pre search section table ul".split()
)

# 3.2.5.2.7 Elements that are interactive content whatever their attributes are.
INTERACTIVE: Final = frozenset("button details embed iframe label select textarea".split())

# 4.4.5 to 4.4.7: the elements that may contain list items.
LISTS: Final = frozenset({"ul", "ol", "menu"})

# 16.2 Non-conforming features: obsolete elements with their replacements.
OBSOLETE: Final = {
    "acronym": "`<abbr>`",
    "applet": "`<object>`",
    "basefont": "CSS",
    "bgsound": "`<audio>`",
    "big": "CSS",
    "blink": "CSS",
    "center": "CSS",
    "dir": "`<ul>`",
    "font": "CSS",
    "frame": "`<iframe>`",
    "frameset": "`<iframe>`",
    "isindex": "`<form>`",
    "keygen": "the Web Cryptography API",
    "listing": "`<pre>`",
    "marquee": "CSS",
    "menuitem": "a script",
    "multicol": "CSS",
    "nextid": "a GUID",
    "nobr": "CSS",
    "noembed": "`<object>`",
    "noframes": "`<iframe>`",
    "param": "the `data` attribute of `<object>`",
    "plaintext": "`<pre>`",
    "rb": "`<ruby>`",
    "rtc": "`<ruby>`",
    "spacer": "CSS",
    "strike": "`<del>` or `<s>`",
    "tt": "`<code>` or `<kbd>`",
    "xmp": "`<pre>`",
}

_TABLE_CELLS: Final = frozenset({"td", "th"})
_ROWS: Final = frozenset({"tr", "tbody", "thead", "tfoot", "col", "colgroup"}) | _TABLE_CELLS
_EMBEDDED: Final = frozenset({"img", "iframe", "embed", "object"})

# 16.2: obsolete attributes with the elements to which this applies.
OBSOLETE_ATTRIBUTES: Final = {
    "align": HEADINGS
    | _ROWS
    | _EMBEDDED
    | frozenset({"p", "div", "table", "caption", "hr", "legend", "input"}),
    "alink": frozenset({"body"}),
    "axis": _TABLE_CELLS,
    "background": frozenset({"body", "table", "thead", "tbody", "tfoot", "tr", "td", "th"}),
    "bgcolor": _ROWS | {"table", "body"},
    "border": frozenset({"img", "object", "table"}),
    "cellpadding": frozenset({"table"}),
    "cellspacing": frozenset({"table"}),
    "char": _ROWS,
    "charoff": _ROWS,
    "charset": frozenset({"a", "link"}),
    "clear": frozenset({"br"}),
    "color": frozenset({"hr"}),
    "compact": frozenset({"dl", "ol", "ul", "menu", "dir"}),
    "frame": frozenset({"table"}),
    "frameborder": frozenset({"iframe"}),
    "height": frozenset({"table", "td", "th", "tr"}),
    "hspace": _EMBEDDED,
    "language": frozenset({"script"}),
    "longdesc": frozenset({"img", "iframe"}),
    "marginheight": frozenset({"iframe"}),
    "marginwidth": frozenset({"iframe"}),
    "name": frozenset({"a", "img", "embed", "option"}),
    "noshade": frozenset({"hr"}),
    "nowrap": _TABLE_CELLS,
    "rev": frozenset({"a", "link"}),
    "rules": frozenset({"table"}),
    "scrolling": frozenset({"iframe"}),
    "size": frozenset({"hr"}),
    "summary": frozenset({"table"}),
    "type": frozenset({"li", "ul"}),
    "valign": _ROWS,
    "vspace": _EMBEDDED,
    "width": frozenset({"table", "td", "th", "col", "colgroup", "hr", "pre"}),
}

# 2.3.2 Boolean attributes, which need no value.
BOOLEAN: Final = frozenset(
    "allowfullscreen async autofocus autoplay checked controls default defer disabled "
    "formnovalidate hidden inert ismap itemscope loop multiple muted nomodule novalidate open "
    "playsinline readonly required reversed selected".split()
)

HTML_SPACE: Final = "\t\n\f\r "

# The maximum nesting depth of browsers; deeper elements become siblings.
MAX_DEPTH: Final = 512

_COMMON_REFERENCES: Final = (
    *("nbsp", "mdash", "ndash", "hellip", "ldquo", "rdquo", "lsquo", "rsquo", "laquo", "raquo"),
    *("quot", "apos", "copy", "trade", "middot", "bull", "times", "euro", "pound", "plusmn"),
    *("deg", "larr", "rarr", "uarr", "darr", "eacute", "egrave", "agrave", "aacute", "oacute"),
    *("auml", "ouml", "uuml", "szlig", "ccedil", "ntilde", "sect", "para", "frac12", "minus"),
)


@cache
def similar_reference(name: str) -> str | None:
    """The common character reference with a similar name, such as `mdash` for `emdash`."""
    from difflib import get_close_matches

    lowered = name.lower()
    if found := get_close_matches(lowered, _COMMON_REFERENCES, 1, 0.8):
        return found[0]
    # Two letters exchanged, as in `nsbp`.
    alike = [known for known in _COMMON_REFERENCES if sorted(known) == sorted(lowered)]
    return alike[0] if len(alike) == 1 and len(lowered) > 3 else None
