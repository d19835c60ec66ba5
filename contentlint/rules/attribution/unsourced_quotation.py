"""A block quote has no source.

Readers do not know whose words they are, and their author gets no credit. Add a `cite` attribute
to `<blockquote>`, a `<cite>` element or a link inside it, or a line below it that starts with a
dash and names the author.

Short quotations, notes and tips are ignored, as are quotations introduced by "says" or a colon. In
Markdown, `>` also sets off asides; without quotation marks the confidence is medium.
"""

from contentlint.rule import Confidence, Document, Problem, Problems, bad, good, rule
from contentlint.rules.attribution._quotations import (
    has_source,
    is_certain_quotation,
    is_quotation,
    marker_span,
    quotation_end,
    quotation_text,
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
        "quotation has no source; add `cite` or a line with its author",
    ),
    bad(
        f"Harbour 👍.\r\n\r\n⟦>⟧ “{_SAYING}”\r\n\r\nMore.\r\n",
        "quotation has no source; add `cite` or a line with its author",
        path="a.md",
    ),
    bad(
        "港。\n\n⟦>⟧ “潮水不等渡船，渡船也不等潮水。”\n",
        "quotation has no source; add `cite` or a line with its author",
        path="a.md",
        min_length=10,
    ),
]


@rule(severity="info", preset="all", since="0.1", when="tag:blockquote")
def check(document: Document, *, min_length: int = 60) -> Problems:
    """
    Args:
        min_length: minimum length of a quotation that needs a source, in characters; a Chinese,
            Japanese or Korean character counts as two.
    """
    for quote in document.elements("blockquote"):
        text = quotation_text(quote)
        length = len(text) + sum(char > "\u2e7f" for char in text)
        if length < min_length or not is_quotation(document, quote):
            continue
        if not has_source(document, quote, quotation_end(document, quote)):
            message = "quotation has no source; add `cite` or a line with its author"
            confidence: Confidence = "high" if is_certain_quotation(quote) else "medium"
            yield Problem(marker_span(quote), message, confidence=confidence)
