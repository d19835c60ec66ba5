"""A tag in Markdown is not valid, so its source is displayed.

Markdown renderers pass on tags as CommonMark defines them; browsers accept more. Readers see
`<img src="/a.png"alt="low">` as text, because a space is missing between the attributes, and
`<!- low ->`, because a comment starts with two hyphens.

Correct the tag.

Fix safety: safe if only a space between attributes is missing.
"""

import re

from contentlint.markup.standard import ELEMENTS
from contentlint.rule import (
    Document,
    Edit,
    Fix,
    Problem,
    Problems,
    Site,
    Span,
    bad,
    cut,
    good,
    lazy,
    rule,
)
from contentlint.rules.html._text_tags import text_tag_starts

EXAMPLES = [
    good('<img src="/a.png" alt="x">, `<img src="/a"alt>` and \\<img src="/a"alt>\n', path="a.md"),
    good('if a <b and c="d"> or <limit of x="1">\n', path="a.md"),
    good('Tide <img src="/a.png"alt="x">\n', path="a.md", site=Site("pelican")),
    good("<!-- low -->, a <!-- b --> c and `<!- d ->`, a <- b ->\n", path="a.md"),
    bad(
        '潮 ⟦<img src="/a.png"alt="low">⟧ 👍\r\n',
        '`<img src="/a.png"alt="low">` is displayed as text; add a space before `alt`',
        fixed='潮 <img src="/a.png" alt="low"> 👍\r\n',
        path="a.md",
    ),
    bad(
        'Low ⟦<img src="/a.png" alt="the "old" pier">⟧\n',
        '`<img src="/a.png" alt="the "old" pier">` is displayed as text; check its quotes',
        path="a.md",
        site=Site("jekyll"),
    ),
    bad(
        "⟦<input type='text' value='it's'>⟧ 潮\n",
        "`<input type='text' value='it's'>` is displayed as text; check its quotes",
        path="a.md",
    ),
    bad(
        "⟦<br clear=“all” “>⟧\n",
        "`<br clear=“all” “>` is displayed as text; use straight quotes",
        path="a.md",
    ),
    good("ferry <-- low --> tide\n\n<-->\n<-- a\n", path="a.md"),
    bad(
        "Low.\n\n⟦<--- tide --->⟧\n\n⟦<-- 潮 -->⟧\n",
        "comment `<--- tide --->` is displayed as text; use `<!--` and `-->`",
        "comment `<-- 潮 -->` is displayed as text; use `<!--` and `-->`",
        path="a.md",
    ),
    bad(
        'Low ⟦<img src="/a.png" alt="潮" tide⟧\n\n⟦<!–- ebb -->⟧\n',
        '`<img src="/a.png" alt="潮" tide` is displayed as text; add `>`',
        "comment `<!–- ebb -->` is displayed as text; use `<!--` and `-->`",
        path="a.md",
    ),
    bad(
        "Low ⟦<!- tide ->⟧ ebb ⟦<!-- flow ->⟧\n",
        "comment `<!- tide ->` is displayed as text; use `<!--` and `-->`",
        "comment `<!-- flow ->` is displayed as text; use `<!--` and `-->`",
        path="a.md",
    ),
]

_TAG = lazy(
    r"(?<!\\)<([A-Za-z][A-Za-z0-9]*)(?=[ \t\n/\"'])"
    r"([^<>\n]{0,2000}+(?:\n(?![ \t]*\r?\n)[^<>\n]{0,2000}+){0,20}+)>"
)
_COMMENT = lazy(
    r"(?<!\\)(?:<!-(?!-)[^<>\n-]*(?:-(?!>)[^<>\n-]*)*-{1,2}>|<!--(?!-?>)(?:(?!-->)[^\n<>])*?"
    r"(?:(?<!-)->|--!>)|<! [^<>\n]{1,100}>|<![–—]-?[ \w][^<>\n]{0,200}>"
    r"|(?<=\n)<-{2,4}[ \w][^<>\n]{0,200}[ \w]-{2,4}>(?=\s*?(?:\n|\Z)))"
)
_HINT = lazy(r"<(?:[A-Za-z][A-Za-z0-9]*[\s/\"'][^<>]*[\"'“”„‘’]|![- –—]|--)")
_ATTRIBUTE = lazy(r"[\s\"'](?:src|href|alt|title|class|id|style|name|type|value|[a-z-]{2,20})\s*=")
_JOINED = lazy(r"(?<==)(?:\"[^\"\n]*\"|'[^'\n]*')(?=[A-Za-z][\w-]*[ \t]*=)")
_OPEN = lazy(
    r"(?<!\\)<(?:img|a|iframe|video|div|span) +[a-z-]{2,20}=\"[^\"<>\n]{0,500}\"[^<>\n]{0,500}"
    r"(?=\n[ \t]*\r?\n|\s*\Z)"
)
# CommonMark 0.31, 6.6: what follows the name in a start tag.
_VALID = lazy(
    r"(?:\s+[A-Za-z_:][\w.:-]*(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'=<>`]+))?)*\s*/?", re.ASCII
)
_ODD_QUOTES = lazy("[“”„‘’]")


@rule(severity="error", preset="recommended", since="0.2", when="markdown and text:<")
def check(document: Document) -> Problems:
    if document.is_html or document.is_jsx or "<" not in document.text:
        return
    if not document.generator.dialect.shows_invalid_tags:
        return
    if not _HINT.search(document.text, document.body.start):
        return
    text = document.running_text
    if "<" not in text:
        return
    elsewhere = document.once(text_tag_starts)
    for match in _TAG.finditer(text):
        if match[1].lower() not in ELEMENTS or not _ATTRIBUTE.search(match[2]):
            continue
        if not any(start in elsewhere for start in range(match.start(), match.end())):
            yield _problem(document, match)
    for match in _OPEN.finditer(text):
        if match.start() not in elsewhere:
            message = f"`{_quoted(document, match)}` is displayed as text; add `>`"
            yield Problem(Span(*match.span()), message)
    for match in _COMMENT.finditer(text):
        written = _quoted(document, match)
        message = f"comment `{written}` is displayed as text; use `<!--` and `-->`"
        yield Problem(Span(*match.span()), message)


def _problem(document: Document, match: re.Match[str]) -> Problem:
    span = Span(*match.span())
    written = _quoted(document, match)
    what = f"`{written}` is displayed as text"
    joined = list(_JOINED.finditer(match[2]))
    if joined and _VALID.fullmatch(_JOINED.sub(r"\g<0> ", match[2])):
        offset = match.start(2)
        edits = tuple(Edit(Span(offset + j.end(), offset + j.end()), " ") for j in joined)
        name = re.match(r"[\w-]+", match[2][joined[0].end() :])
        fix = Fix("add the space", edits, "safe")
        return Problem(span, f"{what}; add a space before `{name[0] if name else ''}`", fix)
    remedy = "use straight quotes" if _ODD_QUOTES.search(match[2]) else "check its quotes"
    return Problem(span, f"{what}; {remedy}")


def _quoted(document: Document, match: re.Match[str]) -> str:
    return cut(document.text[match.start() : match.end()].replace("`", "'"), 48)
