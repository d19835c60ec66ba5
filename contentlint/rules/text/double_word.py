"""A word is repeated.

Authors overlook repeated words, but readers notice them. Remove one of the two. The rule checks
only words that are practically never repeated on purpose.

Fix safety: unsafe for all words except articles and `and`, because a preposition may end one part
of a sentence and start the next, and where the two are written differently.
"""

import re

from contentlint.rule import (
    Document,
    Problem,
    Problems,
    Safety,
    Span,
    bad,
    delete,
    good,
    lazy,
    rule,
)
from contentlint.rules.text._prose import pieces, prose

EXAMPLES = [
    good("<p>low tide, a very very long pier; that that is; 目的的 红色的的士</p>"),
    good("`the the`\n", path="a.md"),
    good("<p>at the the pier</p>", words=("of",)),
    good("Set id=a a=1, @a a, /the the, a-the the-b, the.the and the` the`\n", path="a.md"),
    bad(
        "Of a⟦ A⟧ pier<br>made of⟦ of⟧ oak",
        "repeated word `a`; remove one",
        "repeated word `of`; remove one",
    ),
    bad(
        "<p>at the⟦ the⟧ pier 👍</p>",
        "repeated word `the`; remove one",
        fixed="<p>at the pier 👍</p>",
    ),
    bad(
        "At the\r\n⟦the⟧ pier, 低潮的⟦的⟧时候\r\n".replace("\r\n⟦the", "⟦\r\nthe"),
        "repeated word `the`; remove one",
        "repeated word `的`; remove one",
        fixed="At the pier, 低潮的时候\r\n",
        path="a.md",
    ),
]

_WORDS = ("the", "a", "an", "of", "and", "to", "for", "with", "from", "this", "are")
# Words that never start another part of the sentence when they are repeated.
_SAFE_TO_REMOVE = frozenset({"the", "a", "an", "and"})
_CHINESE = lazy("(?<![目标的])的(的)(?![的确士])|(?<!与)与(与)(?!与)")


@rule(severity="warning", preset="strict", since="0.1")
def check(document: Document, *, words: tuple[str, ...] = _WORDS) -> Problems:
    """
    Args:
        words: the words to check, in lower case.
    """
    if not words:
        return
    text = document.once(prose)
    is_chinese = "的的" in text or "与与" in text
    plain = " ".join(text.lower().split())
    if not is_chinese and not any(f"{word} {word}" in plain for word in words):
        return
    listed = "|".join(map(re.escape, words))
    double = re.compile(
        rf"(?<![^\s(\"“‘])({listed})(\s{{1,40}}(\1))(?![^\s)\"”’.,;:!?])", re.IGNORECASE
    )
    for piece in document.once(pieces):
        for match in double.finditer(piece.text):
            is_alike = (
                match[3] in (match[1], match[1].lower()) and match[1].lower() in _SAFE_TO_REMOVE
            )
            yield _problem(piece.span(*match.span(2)), match[1], "safe" if is_alike else "unsafe")
        for match in _CHINESE.finditer(piece.text) if is_chinese else ():
            group = 1 if match[1] else 2
            yield _problem(piece.span(*match.span(group)), match[group])


def _problem(span: Span, word: str, safety: Safety = "safe") -> Problem:
    return Problem(
        span, f"repeated word `{word}`; remove one", delete(span, f"remove `{word}`", safety)
    )
