"""A quotation is so long that it may need permission.

The right to quote covers only as much of a text as the discussion needs; a longer passage is a
copy. Shorten the quotation, summarize it, or state that you have permission.
"""

from contentlint.rule import Confidence, Document, Problem, Problems, bad, good, rule
from contentlint.rules.attribution._quotations import (
    is_certain_quotation,
    is_quotation,
    marker_span,
    quotation_text,
)

EXAMPLES = [
    good("> The tide does not wait.\n", path="a.md"),
    good("> The tide does not wait.\n", path="a.md", max_length=2),
    good("<blockquote><p>The tide does not wait.</p></blockquote>", max_length=5),
    bad(
        "⟦>⟧ “The tide 👍 does not wait.”\r\n",
        "quotation is too long: 5 words (maximum 4); shorten it",
        path="a.md",
        max_length=4,
    ),
    bad(
        "<p>a</p>⟦<blockquote>⟧潮水不等渡船</blockquote>",
        "quotation is too long: 6 words (maximum 5); shorten it",
        max_length=5,
    ),
]


@rule(severity="info", preset="all", since="0.1", when="tag:blockquote")
def check(document: Document, *, max_length: int = 300) -> Problems:
    """
    Args:
        max_length: maximum number of words in a quotation; a Chinese, Japanese or Korean
            character counts as one word.
    """
    for quote in document.elements("blockquote"):
        text = quotation_text(quote)
        count = len(text.split()) if text.isascii() else _word_count(text)
        if count > max_length and is_quotation(document, quote):
            confidence: Confidence = "high" if is_certain_quotation(quote) else "medium"
            message = f"quotation is too long: {count} words (maximum {max_length}); shorten it"
            yield Problem(marker_span(quote), message, confidence=confidence)


def _word_count(text: str) -> int:
    """The number of words; a Chinese, Japanese or Korean character counts as one."""
    spaced = "".join(f" {char} " if "\u2e7f" < char < "\uff00" else char for char in text)
    return sum(any(char.isalnum() for char in word) for word in spaced.split())
