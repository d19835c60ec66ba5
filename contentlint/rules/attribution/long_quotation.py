"""A quotation is so long that it may need leave.

A right to quote covers what a comment needs; most of another's text is a copy. Shorten it, tell in
your own words what it says, or name the leave that you were given.
"""

from contentlint.rule import Confidence, Document, Problem, Problems, bad, good, rule
from contentlint.rules.attribution._quotations import is_quotation, is_surely_quoted, mark, words

EXAMPLES = [
    good("> The tide does not wait.\n", path="a.md"),
    good("> The tide does not wait.\n", path="a.md", longest=2),
    good("<blockquote><p>The tide does not wait.</p></blockquote>", longest=5),
    bad(
        "⟦>⟧ “The tide 👍 does not wait.”\r\n",
        "quotation has 5 words, more than 4; shorten it",
        path="a.md",
        longest=4,
    ),
    bad(
        "<p>a</p>⟦<blockquote>⟧潮水不等渡船</blockquote>",
        "quotation has 6 words, more than 5; shorten it",
        longest=5,
    ),
]


@rule(severity="info", preset="all", since="0.1")
def check(document: Document, *, longest: int = 300) -> Problems:
    """
    Args:
        longest: how many words a quotation may have; a sign of Chinese, Japanese or Korean counts
            as one.
    """
    for quote in document.elements("blockquote"):
        said = words(quote)
        count = len(said.split()) if said.isascii() else _words(said)
        if count > longest and is_quotation(document, quote):
            confidence: Confidence = "high" if is_surely_quoted(quote) else "medium"
            message = f"quotation has {count} words, more than {longest}; shorten it"
            yield Problem(mark(quote), message, confidence=confidence)


def _words(said: str) -> int:
    """The words of a text, each sign of Chinese, Japanese or Korean as one."""
    spaced = "".join(f" {char} " if "\u2e7f" < char < "\uff00" else char for char in said)
    return sum(any(char.isalnum() for char in word) for word in spaced.split())
