"""The front matter does not begin at the start of the file.

Hexo, Jekyll, Hugo and other generators only recognize front matter at the very start of the file.
After a blank line, the whole block is text: the page has no title and no date, and shows its
metadata to readers.

Remove everything before the opening delimiter.
"""

from contentlint.rule import Document, Problem, Problems, Span, bad, delete, good, rule

EXAMPLES = [
    good("---\ntitle: Low tide\n---\n"),
    good("\ufeff---\ntitle: Low tide\n---\n"),
    good("\n\nLow tide\n\n---\n\nHigh tide\n", path="a.md"),
    bad(
        "\n⟦---⟧\ntitle: Low tide\n---\n",
        "front matter on line 2 is ignored by generators; move it to line 1",
        fixed="---\ntitle: Low tide\n---\n",
    ),
    bad(
        "\ufeff\r\n  \r\n⟦---⟧\r\ntitle: 低潮 👍\r\n---\r\n",
        "front matter on line 3 is ignored by generators; move it to line 1",
        fixed="\ufeff---\r\ntitle: 低潮 👍\r\n---\r\n",
        path="a.md",
    ),
    bad(
        " ⟦+++⟧\ntitle = 'Low tide'\n+++\n",
        "indented front matter is ignored by generators; remove the indentation",
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
    message = f"front matter on line {line} is ignored by generators; move it to line 1"
    if line == 1:
        message = "indented front matter is ignored by generators; remove the indentation"
    start = 1 if document.text.startswith("\ufeff") else 0
    before = Span(start, opening.start)
    yield Problem(opening, message, delete(before, "remove everything before the front matter"))
