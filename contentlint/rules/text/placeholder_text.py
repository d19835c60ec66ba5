"""Text stands there in place of what was to be written.

`Lorem ipsum`, `TODO: …`, `待补充`: the article was published before it was finished. Drafts are no
fault, and neither is such text in code and in quotations, or a word such as TODO within a sentence.
An author's "to be continued" is none either.
"""

import re

from contentlint.rule import Document, Problem, Problems, Span, bad, cut, good, lazy, rule
from contentlint.rules.text._prose import Piece, is_alone, paragraphs, prose

EXAMPLES = [
    good("<p>A TODO list, 待补充的内容 and lorem ipsum</p><code>TODO: a</code>"),
    good("---\ndraft: true\n---\nTODO: low tide 潮\n", path="a.md"),
    good("> Lorem ipsum dolor sit amet\n\n| TODO |\n|---|\n| a |\n", path="a.md"),
    bad(
        "<p>⟦Lorem ipsum⟧ dolor sit amet</p>\r\n<p>潮 👍（⟦待补充⟧）</p>",
        "`Lorem ipsum` stands for text that is to come; write it",
        "`待补充` stands for text that is to come; write it",
    ),
    bad(
        "---\ntitle: a\ndescription: ⟦TODO⟧\n---\n## Low\n\n⟦TODO:⟧ write **this**\n\n⟦待更新⟧\n",
        "`TODO` stands for text that is to come; write it",
        "`TODO:` stands for text that is to come; write it",
        "`待更新` stands for text that is to come; write it",
        path="a.md",
    ),
]

_SIGNS = ("orem ipsum", "TODO", "待补", "待完", "待更", "待補")
_CHINESE = r"(?:内容|內容)?待(?:补充|完善|更新|補充)"
_WORDS = lazy(
    r"\s{0,40}(?P<start>[Ll]orem ipsum(?= dolor)|TODO\s?[:：]|TODO(?=[\s.!…]{0,40}\Z))"
    rf"|(?P<alone>{_CHINESE})"
    rf"|[（(【\[](?P<inside>{_CHINESE})[）)】\]]"
)
_VALUE = lazy(rf"\s{{0,40}}(?:TODO|[Ll]orem ipsum\b.*|{_CHINESE})[\s.:：…]{{0,40}}", re.DOTALL)
_QUOTED = frozenset({"blockquote", "q", "td", "th", "dt", "figure"})
_TEXTS = frozenset("title description summary excerpt subtitle author abstract 摘要".split())


@rule(severity="warning", preset="recommended", since="0.1")
def check(document: Document) -> Problems:
    text = document.text
    if "TODO" not in text and "orem ipsum" not in text and "待" not in text:
        return
    if not any(sign in text for sign in _SIGNS):
        return
    front_matter = document.front_matter
    if front_matter.data.get("draft") is True or front_matter.data.get("published") is False:
        return
    for path, value in front_matter.scalars.items():
        if path[0] in _TEXTS and _VALUE.fullmatch(value):
            yield _problem(front_matter.span_of(path), value.strip())
    if not any(sign in document.once(prose) for sign in _SIGNS):
        return
    for paragraph in paragraphs(document):
        yield from _in_paragraph(document, paragraph)


def _in_paragraph(document: Document, paragraph: list[Piece]) -> Problems:
    for number, piece in enumerate(paragraph):
        if not _QUOTED.isdisjoint(piece.parents):
            continue
        for match in _WORDS.finditer(piece.text):
            kind = match.lastgroup or "start"
            if kind == "start" and (number or match.start()):
                continue
            if kind == "start" and len(paragraph) > 1 and match.end() == len(piece.text):
                is_whole = match["start"].rstrip()[-1] in ":："
                if not is_whole:
                    continue
            span = piece.span(*match.span(kind))
            if kind == "alone" and not is_alone(document, span):
                continue
            yield _problem(span, match[kind])


def _problem(span: Span, words: str) -> Problem:
    return Problem(span, f"`{cut(words)}` stands for text that is to come; write it")
