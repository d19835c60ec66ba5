"""A block quote does not say whose words it is.

Readers cannot tell whom to believe, and the author of the words goes without credit. The standard
has places for it: `cite` on `<blockquote>`, a `<cite>` or a link in it, a line below with a dash.

Short ones, notes and tips are let pass, and so is what is introduced by "says" or a colon. In
Markdown `>` sets off asides as well: without quotation marks the confidence is medium.
"""

from contentlint.rule import Confidence, Document, Problem, Problems, bad, good, rule
from contentlint.rules.attribution._quotations import (
    end_of,
    has_source,
    is_quotation,
    is_surely_quoted,
    mark,
    words,
)

_SAYING = "The tide does not wait for the ferry, and the ferry does not wait for the tide."

EXAMPLES = [
    good(f"> {_SAYING}\n>\n> — Mara Ellwood\n", path="a.md"),
    good(f"> {_SAYING} — *Low Tide*, p. 4\n", path="a.md"),
    good(f"As Mara Ellwood writes:\n\n> {_SAYING}\n", path="a.md"),
    good(f"> {_SAYING} [Low Tide](https://example.org/a)\n", path="a.md"),
    good(f"> {_SAYING}\n\n— Mara Ellwood\n", path="a.md"),
    good(f"<blockquote cite='https://example.org/a'>{_SAYING}</blockquote>"),
    good(f"<figure><blockquote>{_SAYING}</blockquote><figcaption>Mara</figcaption></figure>"),
    good(f"> {_SAYING}\n", path="a.md"),
    good("> Note: shut the gate.\n", path="a.md"),
    good(f"> [!NOTE]\n> {_SAYING}\n", path="a.md"),
    good(f"> - {_SAYING}\n> - {_SAYING}\n", path="a.md"),
    good(
        "> 潮水不等渡船，渡船也不等潮水，等的是岸上从来不说话的人。（林知微《低潮》）\n",
        path="a.md",
    ),
    bad(
        f"<p>Harbour.</p><⟦blockquote⟧>{_SAYING}</blockquote>".replace(
            "<⟦blockquote⟧>", "⟦<blockquote>⟧"
        ),
        "quotation names no source; add `cite` or a line with its author",
    ),
    bad(
        f"Harbour 👍.\r\n\r\n⟦>⟧ “{_SAYING}”\r\n\r\nMore.\r\n",
        "quotation names no source; add `cite` or a line with its author",
        path="a.md",
    ),
    bad(
        "港。\n\n⟦>⟧ “潮水不等渡船，渡船也不等潮水。”\n",
        "quotation names no source; add `cite` or a line with its author",
        path="a.md",
        shortest=10,
    ),
]


@rule(severity="info", preset="all", since="0.1")
def check(document: Document, *, shortest: int = 60) -> Problems:
    """
    Args:
        shortest: how many characters a quotation has at least that needs a source; a sign of
            Chinese, Japanese or Korean counts as two.
    """
    for quote in document.elements("blockquote"):
        said = words(quote)
        length = len(said) + sum(char > "\u2e7f" for char in said)
        if length < shortest or not is_quotation(document, quote):
            continue
        if not has_source(document, quote, end_of(document, quote)):
            message = "quotation names no source; add `cite` or a line with its author"
            confidence: Confidence = "high" if is_surely_quoted(quote) else "medium"
            yield Problem(mark(quote), message, confidence=confidence)
