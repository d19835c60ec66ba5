"""Something stands before the front matter, so that generators do not see it.

Hexo, Jekyll, Hugo and the others look for the opening line at the very start of the file. Behind
a blank line the whole block is text: the page has no title and no date, and shows the metadata to
its readers.

Remove what stands before the opening line.
"""

from contentlint.rule import Document, Problem, Problems, Span, bad, delete, good, rule

EXAMPLES = [
    good("---\ntitle: Low tide\n---\n"),
    good("\ufeff---\ntitle: Low tide\n---\n"),
    good("\n\nLow tide\n\n---\n\nHigh tide\n", path="a.md"),
    bad(
        "\n⟦---⟧\ntitle: Low tide\n---\n",
        "front matter begins on line 2, where generators ignore it; begin on line 1",
        fixed="---\ntitle: Low tide\n---\n",
    ),
    bad(
        "\ufeff\r\n  \r\n⟦---⟧\r\ntitle: 低潮 👍\r\n---\r\n",
        "front matter begins on line 3, where generators ignore it; begin on line 1",
        fixed="\ufeff---\r\ntitle: 低潮 👍\r\n---\r\n",
        path="a.md",
    ),
    bad(
        " ⟦+++⟧\ntitle = 'Low tide'\n+++\n",
        "front matter is indented, so that generators ignore it; begin at column 1",
        fixed="+++\ntitle = 'Low tide'\n+++\n",
        path="a.md",
    ),
]


@rule(severity="error", preset="recommended", since="0.1")
def check(document: Document) -> Problems:
    front_matter = document.front_matter
    if front_matter.format is None or front_matter.at_start:
        return
    opening = front_matter.opening
    line = document.source.position(opening.start).line
    message = f"front matter begins on line {line}, where generators ignore it; begin on line 1"
    if line == 1:
        message = "front matter is indented, so that generators ignore it; begin at column 1"
    start = 1 if document.text.startswith("\ufeff") else 0
    before = Span(start, opening.start)
    yield Problem(opening, message, delete(before, "remove what stands before the front matter"))
