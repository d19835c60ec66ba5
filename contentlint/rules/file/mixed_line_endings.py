"""The lines of the file have different line endings.

Editors display one kind as `^M` or join the lines, diffs show changes in lines that nobody edited,
and programs that know only one kind read two lines as one. Use one kind of line ending; git and
editors can be configured to write it.

Most programs do not treat a carriage return alone (CR) as a line ending. In a file that has one, no
other fix is applied until it is replaced.
"""

from contentlint.rule import Document, Edit, Fix, Problem, Problems, Span, bad, good, lazy, rule

EXAMPLES = [
    good("---\ntitle: Low\n---\n"),
    good("<p>潮 👍\r\n</p>\r\n"),
    bad(
        "---\r\ntitle: 潮 👍\r\n---⟦\n⟧Low\r\n",
        "mixed line endings: LF here, 3 others are CRLF; use CRLF",
        fixed="---\r\ntitle: 潮 👍\r\n---\r\nLow\r\n",
    ),
    bad(
        "Low\nlow⟦\r⟧tide\r\n\n",
        "mixed line endings: CR here, 2 others are LF; use LF",
        fixed="Low\nlow\ntide\n\n",
        path="a.md",
    ),
    bad(
        "Low 潮⟦\r⟧```html\r<b>x</i>\r```\r",
        "all line endings are CR; use LF",
        fixed="Low 潮\n```html\n<b>x</i>\n```\n",
        path="a.md",
    ),
]

_NAMES = {"\n": "LF", "\r\n": "CRLF", "\r": "CR"}
_LINE_ENDING = lazy(r"\r\n?|\n")


@rule(severity="warning", preset="strict", since="0.1", when="text:\r")
def check(document: Document) -> Problems:
    text = document.text
    if "\r" not in text:
        return
    crlf = text.count("\r\n")
    counts = {"\r\n": crlf, "\n": text.count("\n") - crlf, "\r": text.count("\r") - crlf}
    usual = "\r\n" if crlf > counts["\n"] else "\n"
    if counts[usual] == sum(counts.values()):
        return
    fault = document.source.fault
    if fault is not None and fault.unreadable:
        return
    ends = [match for match in _LINE_ENDING.finditer(text) if match[0] != usual]
    title = f"use {_NAMES[usual]} for all lines"
    fix = Fix(title, tuple(Edit(Span(*match.span()), usual) for match in ends), "safe")
    first = ends[0]
    message = (
        f"mixed line endings: {_NAMES[first[0]]} here, {counts[usual]} others are "
        f"{_NAMES[usual]}; use {_NAMES[usual]}"
    )
    if counts["\r"] == sum(counts.values()):
        message = "all line endings are CR; use LF"
    yield Problem(Span(*first.span()), message, fix)
