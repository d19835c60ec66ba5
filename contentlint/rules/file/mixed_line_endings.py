"""The lines of the file end in different ways.

Editors show one of them as `^M` or as no line end at all, diffs mark lines that nobody changed, and
programs that know one way only read two lines as one. Git and editors write one of them if told to.

A carriage return alone (CR) ends no line to most programs. In a file that has one, nothing else is
fixed until it is replaced.
"""

from contentlint.rule import Document, Edit, Fix, Problem, Problems, Span, bad, good, lazy, rule

EXAMPLES = [
    good("---\ntitle: Low\n---\n"),
    good("<p>潮 👍\r\n</p>\r\n"),
    bad(
        "---\r\ntitle: 潮 👍\r\n---⟦\n⟧Low\r\n",
        "line ends in LF and 3 others in CRLF; end all alike",
        fixed="---\r\ntitle: 潮 👍\r\n---\r\nLow\r\n",
    ),
    bad(
        "Low\nlow⟦\r⟧tide\r\n\n",
        "line ends in CR and 2 others in LF; end all alike",
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
_LINE_END = lazy(r"\r\n?|\n")


@rule(severity="warning", preset="strict", since="0.1")
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
    ends = [match for match in _LINE_END.finditer(text) if match[0] != usual]
    title = f"end all lines in {_NAMES[usual]}"
    fix = Fix(title, tuple(Edit(Span(*match.span()), usual) for match in ends), "safe")
    first = ends[0]
    message = (
        f"line ends in {_NAMES[first[0]]} and {counts[usual]} others in {_NAMES[usual]}; "
        "end all alike"
    )
    if counts["\r"] == sum(counts.values()):
        message = "all line endings are CR; use LF"
    yield Problem(Span(*first.span()), message, fix)
