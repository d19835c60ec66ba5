"""The text contains several non-breaking spaces in a row.

They were added to move text along the line, or an editor converted plain spaces. The distance
differs with every typeface and window width. Use CSS for spacing.

Fix safety: unsafe, because the distance may be intended.
"""

from contentlint.rule import Document, Problem, Problems, Span, bad, good, lazy, replace, rule

EXAMPLES = [
    good("<p>10&nbsp;km, a&nbsp;&nbsp;b&emsp;&emsp;潮</p>"),
    good("`&nbsp;&nbsp;&nbsp;`\n", path="a.md"),
    bad(
        "<p>low⟦&nbsp;&nbsp; &nbsp;⟧潮 👍</p>\r\n",
        "found 3 non-breaking spaces in a row; use one space",
        fixed="<p>low 潮 👍</p>\r\n",
    ),
    bad(
        "Low⟦\u00a0\u00a0&#160;&#xA0;⟧tide\n",
        "found 4 non-breaking spaces in a row; use one space",
        fixed="Low tide\n",
        path="a.md",
    ),
]

_ONE = "(?:&nbsp;|&#160;|&#[xX]0*[aA]0;|\u00a0)"
_RUN = lazy(f"{_ONE}(?: ?{_ONE}){{2,}}")
_SPACE = lazy(_ONE)


@rule(severity="info", preset="strict", since="0.1", when="text:&nbsp; or text:\u00a0 or text:&#")
def check(document: Document) -> Problems:
    text = document.text
    if "&nbsp;" not in text and "\u00a0" not in text and "&#" not in text:
        return
    for match in _RUN.finditer(text, document.body.start):
        span = Span(*match.span())
        if not document.is_code(span.start):
            count = len(_SPACE.findall(match[0]))
            message = f"found {count} non-breaking spaces in a row; use one space"
            yield Problem(span, message, replace(span, " ", "replace with one space", "unsafe"))
