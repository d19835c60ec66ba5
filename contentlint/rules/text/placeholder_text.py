"""The article contains placeholder text.

`Lorem ipsum`, `TODO: …` or `待补充` shows that the article was published before it was finished.
Write the missing text, or remove the placeholder. Drafts are not checked, and neither are code and
quotations. A word such as TODO within a sentence, TODO as the title of a list or a section with
text, and an author's "to be continued" are allowed.
"""

import re

from contentlint.rule import Document, Problem, Problems, Span, bad, cut, good, lazy, rule
from contentlint.rules.text._prose import Piece, is_whole_paragraph, paragraphs, prose

EXAMPLES = [
    good("<p>A TODO list, 待补充的内容 and lorem ipsum</p><code>TODO: a</code>"),
    good("---\ndraft: true\n---\nTODO: low tide 潮\n", path="a.md"),
    good("> Lorem ipsum dolor sit amet\n\n| TODO |\n|---|\n| a |\n", path="a.md"),
    good("## TODO\n\n- low tide 潮\n\nTODO:\n\n* high tide\n\n**TODO**\n\n1. gauge\n", path="a.md"),
    good("<h2>TODO</h2><p>The gauge is next.</p><p>TODO:</p><ul><li>low</li></ul>"),
    good(
        "```\n{% tide %}\nLorem ipsum dolor\n{% endtide %}\n```\n\nLorem ipsum dolor\n", path="a.md"
    ),
    bad(
        "## ⟦TODO⟧\n\n## Tide\n\nText.\n\n### ⟦TODO⟧\n",
        "placeholder text: `TODO`; replace or remove it",
        "placeholder text: `TODO`; replace or remove it",
        path="a.md",
    ),
    bad(
        "<p>⟦Lorem ipsum⟧ dolor sit amet</p>\r\n<p>潮 👍（⟦待补充⟧）</p>",
        "placeholder text: `Lorem ipsum`; replace or remove it",
        "placeholder text: `待补充`; replace or remove it",
    ),
    bad(
        "---\ntitle: a\ndescription: ⟦TODO⟧\n---\n## Low\n\n⟦TODO:⟧ write **this**\n\n⟦待更新⟧\n",
        "placeholder text: `TODO`; replace or remove it",
        "placeholder text: `TODO:`; replace or remove it",
        "placeholder text: `待更新`; replace or remove it",
        path="a.md",
    ),
]

_HINTS = ("orem ipsum", "TODO", "待补", "待完", "待更", "待補")
_CHINESE = r"(?:内容|內容)?待(?:补充|完善|更新|補充)"
_WORDS = lazy(
    r"\s{0,40}(?P<start>[Ll]orem ipsum(?= dolor)|TODO\s?[:：]|TODO(?=[\s.!…]{0,40}\Z))"
    rf"|(?P<alone>{_CHINESE})"
    rf"|[（(【\[](?P<inside>{_CHINESE})[）)】\]]"
)
_VALUE = lazy(rf"\s{{0,40}}(?:TODO|[Ll]orem ipsum\b.*|{_CHINESE})[\s.:：…]{{0,40}}", re.DOTALL)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# What ends a block of Markdown or HTML, up to the next one.
_BLOCK_REST = lazy(r"(?:[*_#:：.!… \t\r]|</\w+>)*(?:\n[=-]+[ \t\r]*(?=\n))?\s*")
_MAX_GAP = 300
_LIST = lazy(r"(?:[-+*][ \t]|\d+[.)]|<[uo]l\b|\[[ x]\])")
_HEADING = lazy(r"#|<h[1-6]\b")
_QUOTATION_TAGS = frozenset({"blockquote", "q", "td", "th", "dt", "figure"})
_TEXT_KEYS = frozenset("title description summary excerpt subtitle author abstract 摘要".split())


@rule(
    severity="warning",
    preset="recommended",
    since="0.1",
    when="text:TODO or text:orem ipsum or text:待",
)
def check(document: Document) -> Problems:
    text = document.text
    if "TODO" not in text and "orem ipsum" not in text and "待" not in text:
        return
    if not any(hint in text for hint in _HINTS):
        return
    front_matter = document.front_matter
    if front_matter.data.get("draft") is True or front_matter.data.get("published") is False:
        return
    for path, value in front_matter.scalars.items():
        if path[0] in _TEXT_KEYS and _VALUE.fullmatch(value):
            yield _problem(front_matter.span_of(path), value.strip())
    if not any(hint in document.once(prose) for hint in _HINTS):
        return
    for paragraph in paragraphs(document):
        yield from _in_paragraph(document, paragraph)


def _in_paragraph(document: Document, paragraph: list[Piece]) -> Problems:
    for number, piece in enumerate(paragraph):
        if not _QUOTATION_TAGS.isdisjoint(piece.parents):
            continue
        for match in _WORDS.finditer(piece.text):
            kind = match.lastgroup or "start"
            if kind == "start" and (number or match.start()):
                continue
            is_split = len(paragraph) > 1 and match.end() == len(piece.text)
            if kind == "start" and is_split and match[kind].rstrip()[-1] not in ":：":
                continue
            span = piece.span(*match.span(kind))
            if kind == "start" and _is_intended(document, piece, match):
                continue
            if kind == "alone" and not is_whole_paragraph(document, span):
                continue
            yield _problem(span, match[kind])


def _is_intended(document: Document, piece: Piece, match: re.Match[str]) -> bool:
    """Whether the words are the title of what follows, or the output of code in the article."""
    if "ipsum" in match[0]:
        return _is_output(document, piece.span(*match.span("start")).start)
    return _is_title(document, piece, match.end())


def _is_output(document: Document, start: int) -> bool:
    """Whether the line at a place is also in the article's code, and here to show its effect."""
    text = document.text
    line = text[start : start + _MAX_GAP].partition("\n")[0].strip()
    place = text.find(line)
    while place >= 0:
        if place != start and document.is_code(place):
            return True
        place = text.find(line, place + len(line))
    return False


def _is_title(document: Document, piece: Piece, end: int) -> bool:
    """Whether a TODO is all of its block and the title of what follows: a list, or a section."""
    if piece.text[end:].strip():
        return False
    after = document.text[piece.start + end : piece.start + end + _MAX_GAP]
    rest = after[match.end() :] if (match := _BLOCK_REST.match(after)) else ""
    if any(tag in _HEADINGS for tag in piece.parents):
        return bool(rest) and _HEADING.match(rest) is None
    return _LIST.match(rest) is not None


def _problem(span: Span, words: str) -> Problem:
    return Problem(span, f"placeholder text: `{cut(words)}`; replace or remove it")
