"""List items have no space after their markers, so they are one paragraph.

`-low` is text in Markdown; `- low` is an item of a list.

Add a space after each marker.

Fix safety: unsafe, because the lines may be meant as text.
"""

import re

from contentlint.rule import Document, Edit, Fix, Problem, Problems, Span, bad, good, lazy, rule

EXAMPLES = [
    good("- low\n- tide\n\n1. ebb\n2. flow\n\n-5\n-6\n\n1.5 m\n2.5 m\n", path="a.md"),
    good(
        "-low\n\n*low*\n*tide*\n\n*low:*tide*ebb\n\n*a*b\n*low:*tide\n\n--low\n--tide\n\n```\n-a\n-b\n```\n",
        path="a.md",
    ),
    good("<p>\n-low\n-tide\n</p>"),
    bad(
        "Bring:\n\n⟦-⟧low\n-潮\n-ebb\n",
        "list has no space after its `-`, so it is a paragraph; add it",
        fixed="Bring:\n\n- low\n- 潮\n- ebb\n",
        path="a.md",
    ),
    bad(
        "⟦1.⟧Low\r\n2.潮\r\n\r\n⟦*⟧ebb\r\n*flow\r\n",
        "list has no space after its `1.`, so it is a paragraph; add it",
        "list has no space after its `*`, so it is a paragraph; add it",
        fixed="1. Low\r\n2. 潮\r\n\r\n* ebb\r\n* flow\r\n",
        path="a.md",
    ),
]

_LIST = lazy(
    r"(?:^|(?<=\n))(?:(?:-(?=[^\W\d])[^\n]*\n){1,99}-(?=[^\W\d])[^\n]*"
    r"|(?:\*(?=[^\W\d])[^*\n]*\n){1,99}\*(?=[^\W\d])[^*\n]*"
    r"|(?:\d{1,2}[.)](?=[^\W\d])[^\n]*\n){1,99}\d{1,2}[.)](?=[^\W\d])[^\n]*)(?=\n|\Z)"
)
_MARKER = lazy(r"^(?:[-*]|(\d+)[.)])", re.MULTILINE)


@rule(severity="warning", preset="recommended", since="0.2", when="markdown")
def check(document: Document) -> Problems:
    text = document.text
    if document.is_html or not _ITEM.search(text, document.body.start):
        return
    if not _HINT.search(text, document.body.start):
        return
    for match in _LIST.finditer(document.running_text, document.body.start):
        before = text[document.body.start : match.start()].rstrip(" \t\r\n")
        if text[len(before) + document.body.start : match.start()].count("\n") < 2 and before:
            continue
        markers = list(_MARKER.finditer(match[0]))
        numbers = [int(marker[1]) for marker in markers if marker[1]]
        if numbers and numbers != list(range(numbers[0], numbers[0] + len(numbers))):
            continue
        start = match.start()
        edits = tuple(Edit(Span(start + m.end(), start + m.end()), " ") for m in markers)
        first = markers[0]
        message = f"list has no space after its `{first[0]}`, so it is a paragraph; add it"
        fix = Fix("add the spaces", edits, "unsafe")
        yield Problem(Span(start, start + first.end()), message, fix)


# The second item. A search for its first character takes a fraction of that for all line starts.
_ITEM = lazy(r"\n(?:[-*]|\d{1,2}[.)])[^\W\d]")
_HINT = lazy(r"^(?:[-*]|\d{1,2}[.)])[^\W\d][^\n]*\n(?:[-*]|\d{1,2}[.)])[^\W\d]", re.MULTILINE)
