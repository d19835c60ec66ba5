"""The last line of the file has no line end.

Programs that read line by line may lose it, joined files run into each other, and the next change
of the line below it shows up in two lines of the diff.
"""

from contentlint.rule import Document, Problem, Problems, Span, bad, good, insert, rule

EXAMPLES = [
    good("Low tide\n"),
    good("---\r\ntitle: 潮\r\n---\r\n"),
    good(""),
    bad("Low ⟦tide⟧", "last line has no line end; add one", fixed="Low tide\n", path="a.md"),
    bad(
        "<p>Low</p>\r\n<p>潮 ⟦👍</p>⟧",
        "last line has no line end; add one",
        fixed="<p>Low</p>\r\n<p>潮 👍</p>\r\n",
    ),
    bad(
        "---\ntitle: Low\n⟦---⟧",
        "last line has no line end; add one",
        fixed="---\ntitle: Low\n---\n",
    ),
]


@rule(severity="info", preset="strict", since="0.1")
def check(document: Document) -> Problems:
    text = document.text
    if not text or text.endswith(("\n", "\r")):
        return
    end = len(text)
    # The last word, which is where an editor puts the cursor.
    start = max(text.rfind(char, 0, end - 1) for char in " \t\r\n") + 1
    line_end = "\r\n" if "\r\n" in text else "\n"
    fix = insert(end, line_end, "add a line end")
    yield Problem(Span(min(start, end - 1), end), "last line has no line end; add one", fix)
