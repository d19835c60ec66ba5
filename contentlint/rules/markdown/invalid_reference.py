"""A character reference is not valid, so its source is displayed.

Markdown renders `&mdash;` as a dash, but shows `&emdash;` and `&mdash` as they are. References to
numbers that are not characters become a replacement character or nothing.

Correct the reference, or escape the `&` as `&amp;` if it is text.

Fix safety: unsafe if the name is corrected.
"""

import re
from collections.abc import Iterator
from html.entities import html5

from contentlint.markup.standard import similar_reference
from contentlint.rule import (
    Document,
    Fix,
    Problem,
    Problems,
    Site,
    Span,
    bad,
    good,
    insert,
    lazy,
    replace,
    rule,
)

EXAMPLES = [
    good("&mdash; AT&T, R&D; `&emdash;` &nosuch; \\&nbsp &#8212; &copying &amp;\n", path="a.md"),
    good("https://example.org/?a=1&copy=2&reg_id=3 and [low](/?b&lt=4)\n", path="a.md"),
    good("<p>low &emdash; tide</p>"),
    bad(
        "low ⟦&emdash;⟧ 潮 ⟦&hellips;⟧\n",
        "unknown character reference `&emdash;`; did you mean `&mdash;`?",
        "unknown character reference `&hellips;`; did you mean `&hellip;`?",
        fixed="low &mdash; 潮 &hellip;\n",
        path="a.md",
    ),
    bad(
        "⟦&copy⟧ 2020, low⟦&nbsp⟧ 👍 ⟦&#8212⟧ caf⟦&eacute⟧s\r\n",
        "`&copy` has no semicolon; use `&copy;`",
        "`&nbsp` has no semicolon; use `&nbsp;`",
        "`&#8212` has no semicolon; use `&#8212;`",
        "`&eacute` has no semicolon; use `&eacute;`",
        fixed="&copy; 2020, low&nbsp; 👍 &#8212; caf&eacute;s\r\n",
        path="a.md",
        site=Site("jekyll"),
    ),
    bad(
        "caf⟦&eacute⟧s\n",
        "`&eacute` has no semicolon; use `&eacute;`",
        fixed="caf&eacute;s\n",
        path="a.md",
    ),
    bad(
        "low ⟦&#151;⟧ tide ⟦&#0;⟧ or ⟦&#x110000;⟧\n",
        "`&#151;` is a control character; use `&#8212;`",
        "`&#0;` is not a character; remove it",
        "`&#x110000;` is not a character; remove it",
        path="a.md",
        site=Site("hugo"),
    ),
    bad("tide ⟦&#;⟧\n", "`&#;` has no digits; escape `&` as `&amp;`", path="a.md"),
]

_NAMED = lazy(r"&([A-Za-z][A-Za-z0-9]{1,30});")
_OPEN = lazy(r"(?<![\\=?&/])&(?:([A-Za-z]{2,8})|#(\d{2,6}))(?![;=\w&])")
_LETTER = r"[A-Za-z](?:acute|grave|circ|uml|tilde|cedil|ring|slash)|szlig"
_IN_WORD = lazy(rf"(?<=[A-Za-z])&({_LETTER})(?=[a-z])")
# What one of these may match in the running text; it starts with one character, and is found fast.
_HINT = lazy(
    rf"&(?:(?P<name>[A-Za-z][A-Za-z0-9]{{1,30}});|(?:{_LETTER})[a-z]"
    r"|(?P<open>[A-Za-z]{2,8})(?![;\w])|#\d{2,6}(?![;\w]))"
)
_NUMBER = lazy(r"&#(?:[xX]([0-9A-Fa-f]{1,8})|(\d{0,8}));")
# Names that are words in programs and prose, too.
_WORDS = frozenset("not para sect times deg cent yen shy uml ord reg micro pound image".split())
_LAST, _WINDOWS = 0x10FFFF, range(0x80, 0xA0)


@rule(severity="warning", preset="recommended", since="0.2", when="markdown and text:&")
def check(document: Document) -> Problems:
    if document.is_html or "&" not in document.text:
        return
    yield from _numbers(document)
    if not _may_be_invalid(document.text):
        return
    text = document.running_text
    for match in _NAMED.finditer(text):
        name = match[1]
        if f"{name};" not in html5 and (meant := similar_reference(name)) is not None:
            message = f"unknown character reference `&{name};`; did you mean `&{meant};`?"
            fix = replace(Span(*match.span(1)), meant, f"replace with `&{meant};`", "unsafe")
            yield Problem(Span(*match.span()), message, fix)
    for match in _at_each_ampersand(_OPEN, text):
        name = match[1]
        if (name is None or _is_meant(name)) and not _is_in_url(text, match.start()):
            yield _unclosed(match)
    for match in _at_each_ampersand(_IN_WORD, text):
        yield _unclosed(match)


def _may_be_invalid(text: str) -> bool:
    """Whether there is any such reference, also in what is not running text, such as a URL."""
    for match in _HINT.finditer(text):
        if name := match["name"]:
            if f"{name};" not in html5:
                return True
        elif (name := match["open"]) is None or _is_meant(name):
            return True
    return False


def _is_meant(name: str) -> bool:
    """Whether a name without a semicolon is a reference."""
    return name in html5 and name.lower() not in _WORDS


def _at_each_ampersand(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The matches of a pattern that starts with `&`, which is found much faster than the rest."""
    place = text.find("&")
    while place >= 0:
        if match := pattern.match(text, place):
            yield match
        place = text.find("&", place + 1)


def _unclosed(match: re.Match[str]) -> Problem:
    fix = insert(match.end(), ";", "add the semicolon")
    return Problem(Span(*match.span()), f"`{match[0]}` has no semicolon; use `{match[0]};`", fix)


def _is_in_url(text: str, offset: int) -> bool:
    word = re.split(r"\s", text[max(0, offset - 300) : offset])[-1]
    return "://" in word or "?" in word


def _numbers(document: Document) -> Iterator[Problem]:
    """References to numbers that are not characters, which Markdown has resolved."""
    if "&#" not in document.text:
        return
    ranges = [run.span for run in document.text_runs if run.in_html_block]
    for match in _NUMBER.finditer(document.text, document.body.start):
        message, fix = _fault(match)
        if not message:
            continue
        place = Span(*match.span())
        if document.is_code(place.start) or any(r.start <= place.start < r.end for r in ranges):
            continue
        if document.text[place.start - 1 : place.start] == "\\" or _is_in_tag(document, place):
            continue
        yield Problem(place, f"`{match[0]}` {message}", fix)


def _fault(match: re.Match[str]) -> tuple[str, Fix | None]:
    """What is wrong with a numeric reference; empty if it is valid."""
    digits = match[1] or match[2]
    if not digits:
        return "has no digits; escape `&` as `&amp;`", None
    number = int(digits, 16 if match[1] else 10)
    if number in _WINDOWS:
        meant = bytes([number]).decode("cp1252", "ignore")
        return f"is a control character; use `&#{ord(meant)};`" if meant else "", None
    if number == 0 or number > _LAST or 0xD800 <= number < 0xE000:
        return "is not a character; remove it", None
    return "", None


def _is_in_tag(document: Document, span: Span) -> bool:
    """Whether this is in a tag or comment, where the HTML parser reports it."""
    text = document.text
    before = text[max(document.body.start, span.start - 1000) : span.start]
    return before.rfind("<") > before.rfind(">") and text.find(">", span.end) >= 0
