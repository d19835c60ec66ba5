"""A word stands twice in a row.

The eye skips it, the reader's does not. Only words that never follow themselves are looked for.
"""

import re

from contentlint.rule import Document, Problem, Problems, Span, bad, delete, good, lazy, rule
from contentlint.rules.text._prose import pieces, prose

EXAMPLES = [
    good("<p>low tide, a very very long pier; that that is; 目的的 红色的的士</p>"),
    good("`the the`\n", path="a.md"),
    good("<p>at the the pier</p>", words=("of",)),
    bad("<p>at the⟦ the⟧ pier 👍</p>", "`the` stands twice", fixed="<p>at the pier 👍</p>"),
    bad(
        "At the\r\n⟦the⟧ pier, 低潮的⟦的⟧时候\r\n".replace("\r\n⟦the", "⟦\r\nthe"),
        "`the` stands twice",
        "`的` stands twice",
        fixed="At the pier, 低潮的时候\r\n",
        path="a.md",
    ),
]

_WORDS = ("the", "a", "an", "of", "and", "to", "for", "with", "from", "this", "are")
_CHINESE = lazy("(?<![目标的])的(的)(?![的确士])|(?<!与)与(与)(?!与)")


@rule(severity="warning", preset="strict", since="0.1")
def check(document: Document, *, words: tuple[str, ...] = _WORDS) -> Problems:
    """
    Args:
        words: which words are looked for, in small letters.
    """
    if not words:
        return
    listed = "|".join(map(re.escape, words))
    double = re.compile(rf"(?<![\w'’-])({listed})(\s{{1,40}}\1)(?![\w'’-])", re.IGNORECASE)
    text = document.once(prose)
    is_chinese = not text.isascii()
    for piece in document.once(pieces):
        for match in double.finditer(piece.text):
            yield _problem(piece.span(*match.span(2)), match[1])
        for match in _CHINESE.finditer(piece.text) if is_chinese else ():
            group = 1 if match[1] else 2
            yield _problem(piece.span(*match.span(group)), match[group])


def _problem(span: Span, word: str) -> Problem:
    return Problem(span, f"`{word}` stands twice", delete(span))
