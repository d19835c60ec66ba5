"""The last line of the file has no line ending.

Programs that read line by line may lose it, concatenated files run into each other, and a line
added below it shows up as two changed lines in the diff. Add a line ending.
"""

from contentlint.rule import Document, Problem, Problems, Span, bad, good, insert, rule

EXAMPLES = [
    good("Low tide\n"),
    good("---\r\ntitle: 潮\r\n---\r\n"),
    good(""),
    bad("Low ⟦tide⟧", "last line has no line ending; add one", fixed="Low tide\n", path="a.md"),
    bad(
        "<p>Low</p>\r\n<p>潮 ⟦👍</p>⟧",
        "last line has no line ending; add one",
        fixed="<p>Low</p>\r\n<p>潮 👍</p>\r\n",
    ),
    bad(
        "---\ntitle: Low\n⟦---⟧",
        "last line has no line ending; add one",
        fixed="---\ntitle: Low\n---\n",
    ),
]


@rule(severity="info", preset="strict", since="0.1")
def check(document: Document) -> Problems:
    text = document.text
    if not text or text.endswith(("\n", "\r")):
        return
    end = len(text)
    # The span is the last word; a span at the end of the file would be empty.
    start = max(text.rfind(char, 0, end - 1) for char in " \t\r\n") + 1
    line_ending = "\r\n" if "\r\n" in text else "\n"
    # A line ending after `</iframe` completes the name of the tag.
    is_in_tag = text.rfind("<") > text.rfind(">")
    fix = insert(end, line_ending, "add a line ending", "unsafe" if is_in_tag else "safe")
    yield Problem(Span(min(start, end - 1), end), "last line has no line ending; add one", fix)
